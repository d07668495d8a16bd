//! The agreement field by field, as `cargo xtask oracle` prints it.

use std::collections::BTreeMap;
use std::fmt;

/// The counts of each field over all captures.
#[derive(Default)]
pub(crate) struct Table {
    fields: BTreeMap<String, Row>,
}

/// The counts of one field.
#[derive(Clone, Copy, Default)]
pub(crate) struct Row {
    /// How many values were held against each other.
    pub(crate) compared: usize,
    /// How many of them are the same.
    pub(crate) agreeing: usize,
    /// How many differ and stand in `differences.txt`.
    pub(crate) listed: usize,
}

impl Table {
    pub(crate) fn row(&mut self, field: &str) -> &mut Row {
        self.fields.entry(field.to_owned()).or_default()
    }

    /// The counts of all fields together.
    pub(crate) fn sum(&self) -> Row {
        self.fields.values().fold(Row::default(), |sum, row| Row {
            compared: sum.compared + row.compared,
            agreeing: sum.agreeing + row.agreeing,
            listed: sum.listed + row.listed,
        })
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.fields.keys().map(String::len).max().unwrap_or(0);
        writeln!(out, "{:<width$} {:>9} {:>9} {:>7} {:>8}", "field", "compared", "agreeing", "listed", "%")?;
        for (field, row) in &self.fields {
            line(out, width, field, *row)?;
        }
        line(out, width, "all", self.sum())
    }
}

/// The share is rounded down: 100.00 stands only where all agree.
fn line(out: &mut fmt::Formatter<'_>, width: usize, field: &str, row: Row) -> fmt::Result {
    let Row { compared, agreeing, listed } = row;
    let share = agreeing * 10_000 / compared.max(1);
    let (whole, rest) = (share / 100, share % 100);
    writeln!(out, "{field:<width$} {compared:>9} {agreeing:>9} {listed:>7} {whole:>5}.{rest:02}")
}

#[test]
fn one_of_many_that_differs_keeps_the_share_below_100() {
    let mut table = Table::default();
    *table.row("cause") = Row { compared: 20_001, agreeing: 20_000, listed: 1 };
    let text = table.to_string();
    assert!(text.contains("cause     20001     20000       1    99.99"), "{text}");
}
