//! `differences.txt`: where tshark is not to be followed, and why.

use std::cell::Cell;
use std::fs;
use std::path::Path;

use crate::compare::Difference;

/// The file as a list.
pub(crate) struct Known {
    entries: Vec<Entry>,
}

/// `capture | frames | fields | reason`, a line.
struct Entry {
    /// The file below `captures`, without its ending.
    capture: String,
    frames: Vec<usize>,
    fields: Vec<String>,
    /// One for each pair of frame and field, in that order: whether it was needed.
    needed: Vec<Cell<bool>>,
}

impl Known {
    pub(crate) fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/differences.txt");
        Self::parse(&fs::read_to_string(path).unwrap())
    }

    pub(crate) fn parse(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self { entries: lines.map(Entry::parse).collect() }
    }

    /// Whether the file has this difference; if so it is noted as needed.
    pub(crate) fn has(&self, capture: &str, difference: &Difference) -> bool {
        let mut found = false;
        for entry in self.entries.iter().filter(|entry| entry.capture == capture) {
            for ((frame, field), needed) in entry.pairs() {
                if frame == difference.frame && field == difference.field {
                    needed.set(true);
                    found = true;
                }
            }
        }
        found
    }

    /// What stands in the file and was not needed, in words.
    pub(crate) fn idle(&self) -> Vec<String> {
        let entries = self.entries.iter();
        entries
            .flat_map(|entry| {
                let idle = entry.pairs().filter(|(_, needed)| !needed.get());
                idle.map(|((frame, field), _)| format!("{}, frame {frame}: {field}", entry.capture))
            })
            .collect()
    }
}

impl Entry {
    fn parse(line: &str) -> Self {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [capture, frames, fields, reason] = parts[..] else { panic!("four parts are wanted: {line}") };
        assert!(reason.len() > 20, "say the reason in words: {line}");
        let frames: Vec<usize> = frames.split(',').map(|frame| frame.trim().parse().unwrap()).collect();
        let fields: Vec<String> = fields.split(',').map(|field| field.trim().to_owned()).collect();
        let needed = vec![Cell::new(false); frames.len() * fields.len()];
        Self { capture: capture.to_owned(), frames, fields, needed }
    }

    fn pairs(&self) -> impl Iterator<Item = ((usize, &str), &Cell<bool>)> {
        let frames = self.frames.iter();
        frames
            .flat_map(|frame| self.fields.iter().map(move |field| (*frame, field.as_str())))
            .zip(&self.needed)
    }
}

#[test]
fn an_entry_that_no_difference_needs_is_named() {
    let known = Known::parse("# remark\n\na/b | 3, 4 | cause | tshark reads another octet here\n");
    let difference = |frame, field: &str| Difference { frame, field: field.to_owned(), words: String::new() };
    assert!(known.has("a/b", &difference(3, "cause")));
    assert!(!known.has("a/b", &difference(5, "cause")), "another frame");
    assert!(!known.has("a/b", &difference(4, "location")), "another field");
    assert!(!known.has("a/c", &difference(4, "cause")), "another capture");
    assert_eq!(known.idle(), ["a/b, frame 4: cause"]);
}
