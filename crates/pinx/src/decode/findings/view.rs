//! The view that prints findings.

use std::io::{self, Write};
use std::path::Path;

use super::Findings;
use super::finding::Finding;
use crate::decode::seen::Seen;
use crate::decode::trace::Names;
use crate::decode::view::View;

/// Prints each finding as soon as the trace shows it.
pub(crate) struct FindingsView {
    findings: Findings,
    json: bool,
    names: Names,
    told: u64,
    frames: u64,
}

impl FindingsView {
    /// For people, or a JSON object a finding.
    pub(crate) fn new(json: bool) -> Self {
        Self { findings: Findings::new(), json, names: Names::default(), told: 0, frames: 0 }
    }

    fn tell(&mut self, found: Vec<(bool, Finding)>, out: &mut dyn Write) -> io::Result<()> {
        for (_, finding) in found.into_iter().filter(|(chosen, _)| *chosen) {
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
        if !self.json {
            match self.told {
                0 => writeln!(out, "nothing found in {} frames", self.frames)?,
                told => writeln!(out, "{told} found in {} frames", self.frames)?,
            }
        }
        Ok(Vec::new())
    }
}
