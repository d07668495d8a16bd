//! The view that prints findings.

use std::collections::HashMap;
use std::io::{self, Write};

use super::Findings;
use super::finding::Finding;
use crate::decode::seen::Seen;
use crate::decode::trace::LinkNumber;
use crate::decode::view::View;

/// Prints each finding as soon as the trace shows it.
pub(crate) struct FindingsView {
    findings: Findings,
    json: bool,
    links: HashMap<LinkNumber, String>,
    told: u64,
    frames: u64,
}

impl FindingsView {
    /// For people, or a JSON object a finding.
    pub(crate) fn new(json: bool) -> Self {
        Self { findings: Findings::new(), json, links: HashMap::new(), told: 0, frames: 0 }
    }

    fn tell(&mut self, found: Vec<(bool, Finding)>, out: &mut dyn Write) -> io::Result<()> {
        for (_, finding) in found.into_iter().filter(|(chosen, _)| *chosen) {
            let link = self.links.get(&finding.link).map(String::as_str);
            if self.json {
                writeln!(out, "{}", finding.object(link))?;
            } else {
                write!(out, "{}", finding.text(link))?;
            }
            self.told += 1;
        }
        Ok(())
    }
}

impl View for FindingsView {
    fn frame(&mut self, seen: &Seen<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.frames += 1;
        if let Some(name) = seen.link_name.as_ref().filter(|_| !self.links.contains_key(&seen.link)) {
            self.links.insert(seen.link, name.clone());
        }
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
