//! The figures of a node: Prometheus text, read.
//!
//! Source: the Prometheus text exposition format, version 0.0.4.

/// One figure: its name, its labels and its value, which stays text so that nothing is rounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// Its name.
    pub(crate) name: String,
    /// Its labels in order.
    pub(crate) labels: Vec<(String, String)>,
    /// Its value.
    pub(crate) value: String,
}

/// A line is neither a comment nor a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {0} of the figures cannot be read")]
pub(crate) struct UnknownLine(pub(crate) usize);

/// All figures of the text.
pub(crate) fn figures(text: &str) -> Result<Vec<Figure>, UnknownLine> {
    let lines =
        text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(|(index, line)| figure(line).ok_or(UnknownLine(index + 1))).collect()
}

fn figure(line: &str) -> Option<Figure> {
    let (name, rest) = line.split_at(line.find(['{', ' '])?);
    let mut labels = Vec::new();
    let mut rest = rest.trim_start();
    if let Some(inside) = rest.strip_prefix('{') {
        rest = inside;
        loop {
            rest = rest.trim_start_matches([',', ' ']);
            if let Some(after) = rest.strip_prefix('}') {
                rest = after;
                break;
            }
            let (label, after) = rest.split_once("=\"")?;
            let (value, after) = quoted(after)?;
            labels.push((label.into(), value));
            rest = after;
        }
    }
    // A time may follow the value; it says nothing here.
    let value = rest.split_whitespace().next()?.into();
    Some(Figure { name: name.into(), labels, value })
}

/// The text up to the closing quote, and what follows that.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut characters = text.char_indices();
    loop {
        match characters.next()? {
            (at, '"') => return Some((value, text.get(at + 1..)?)),
            (_, '\\') => value.push(match characters.next()? {
                (_, 'n') => '\n',
                (_, other) => other,
            }),
            (_, other) => value.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_with_their_labels() {
        let text = "# HELP up Whether.\n# TYPE up gauge\nup{trunk=\"to \\\"r\\\\ome\\n\",side=\"a}b\"} 1\n\n\
                    faults 0 1700000000000\nempty{} 2.5\n";
        let found = figures(text).unwrap();
        let shown: Vec<_> = found.iter().map(|f| (f.name.as_str(), f.value.as_str())).collect();
        assert_eq!(shown, [("up", "1"), ("faults", "0"), ("empty", "2.5")]);
        let labels = [("trunk", "to \"r\\ome\n"), ("side", "a}b")].map(|(l, v)| (l.into(), v.into()));
        assert_eq!(found[0].labels, labels);
    }

    #[test]
    fn a_line_that_is_cut_is_refused() {
        let line = "up{trunk=\"to-rome\"} 1";
        assert!(figures(line).is_ok());
        for cut in 1..line.len() {
            assert_eq!(figures(&line[..cut]), Err(UnknownLine(1)), "{}", &line[..cut]);
        }
    }
}
