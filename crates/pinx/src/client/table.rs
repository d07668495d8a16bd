//! A table whose columns line up.

use std::fmt;

use super::text::{HEAD, clean};

/// A table for people: heads, then rows. Columns are two spaces apart; numbers stand at the right.
#[derive(Debug)]
pub(crate) struct Table<const COLUMNS: usize> {
    heads: [Column; COLUMNS],
    rows: Vec<[String; COLUMNS]>,
}

/// The head of a column.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Column {
    /// Words stand at the left.
    Words(&'static str),
    /// Numbers stand at the right.
    Number(&'static str),
}

impl<const COLUMNS: usize> Table<COLUMNS> {
    /// A table without rows.
    pub(crate) fn new(heads: [Column; COLUMNS]) -> Self {
        Self { heads, rows: Vec::new() }
    }

    /// Adds a row. Control characters in it are not printed; an empty cell is shown as `-`.
    pub(crate) fn row(&mut self, cells: [String; COLUMNS]) {
        self.rows
            .push(cells.map(|cell| if cell.is_empty() { "-".into() } else { clean(&cell).into_owned() }));
    }

    /// Whether it has no rows.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl Column {
    fn name(self) -> &'static str {
        match self {
            Self::Words(name) | Self::Number(name) => name,
        }
    }
}

impl<const COLUMNS: usize> fmt::Display for Table<COLUMNS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut widths = self.heads.map(|head| head.name().len());
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.chars().count());
            }
        }
        let line = |cells: &mut dyn Iterator<Item = &str>| {
            let padded: Vec<_> = cells
                .zip(self.heads)
                .zip(widths)
                .map(|((cell, head), width)| match head {
                    Column::Words(_) => format!("{cell:<width$}"),
                    Column::Number(_) => format!("{cell:>width$}"),
                })
                .collect();
            padded.join("  ").trim_end().to_owned()
        };
        writeln!(f, "{HEAD}{}{HEAD:#}", line(&mut self.heads.iter().map(|head| head.name())))?;
        for row in &self.rows {
            writeln!(f, "{}", line(&mut row.iter().map(String::as_str)))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let mut table = Table::new([Column::Words("NAME"), Column::Number("BUSY"), Column::Words("LINK")]);
        assert!(table.is_empty());
        table.row(["to-rome".into(), "3".into(), "up".into()]);
        table.row(["Zoë\u{7}".into(), "10000".into(), String::new()]);
        let plain = anstream::adapter::strip_str(&table.to_string()).to_string();
        assert_eq!(
            plain,
            "NAME      BUSY  LINK\n\
             to-rome      3  up\n\
             Zoë\u{FFFD}     10000  -\n"
        );
    }
}
