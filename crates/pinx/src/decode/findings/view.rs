//! The view that prints findings.

use std::io::{self, Write};
use std::path::Path;

use super::Findings;
use super::finding::Finding;
use crate::decode::seen::Seen;
use crate::decode::trace::Names;
use crate::decode::view::View;

/// Findings of several files that are held back. When there are more, those are printed before the rest is read.
const MOST_HELD: usize = 10_000;

/// Prints each finding as soon as the trace shows it; those of several files in the order of the files. What a callback
/// shows that never ends is known at the end only, and may be about the first file.
pub(crate) struct FindingsView {
    findings: Findings,
    json: bool,
    held: Vec<Finding>,
    several: bool,
    names: Names,
    told: u64,
    frames: u64,
}

impl FindingsView {
    /// For people, or a JSON object a finding.
    pub(crate) fn new(json: bool) -> Self {
        Self {
            findings: Findings::new(),
            json,
            held: Vec::new(),
            several: false,
            names: Names::default(),
            told: 0,
            frames: 0,
        }
    }

    fn tell(&mut self, found: Vec<(bool, Finding)>, out: &mut dyn Write) -> io::Result<()> {
        self.held.extend(found.into_iter().filter(|(chosen, _)| *chosen).map(|(_, finding)| finding));
        if !self.several || self.held.len() >= MOST_HELD { self.print(out) } else { Ok(()) }
    }

    /// Prints what is held, by the last frame that shows it.
    fn print(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.held.sort_by_key(|finding| finding.frames.last().copied());
        for finding in self.held.drain(..) {
            if self.json {
                writeln!(out, "{}", finding.object(&self.names))?;
            } else {
                write!(out, "{}", finding.text(&self.names))?;
            }
            self.told += 1;
        }
        Ok(())
    }
}

impl View for FindingsView {
    fn file(&mut self, path: &Path, _out: &mut dyn Write) -> io::Result<()> {
        self.names.begin_file(path);
        self.several = true;
        Ok(())
    }

    fn frame(&mut self, seen: &Seen<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.frames += 1;
        self.names.look(seen);
        let found = self.findings.take(seen);
        self.tell(found, out)
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<Vec<String>> {
        let found = self.findings.end();
        self.tell(found, out)?;
        self.print(out)?;
        if !self.json {
            match self.told {
                0 => writeln!(out, "nothing found in {} frames", self.frames)?,
                told => writeln!(out, "{told} found in {} frames", self.frames)?,
            }
        }
        Ok(Vec::new())
    }
}
