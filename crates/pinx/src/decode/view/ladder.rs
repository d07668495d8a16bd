//! The frames as arrows between the network side and the user side.

use std::io::{self, Write};
use std::path::Path;

use qsig_core::Side;

use super::View;
use crate::decode::heading::{Heading, shown, span};
use crate::decode::seen::Seen;
use crate::ladder::{arrow, heads, is_supervisory, text, undirected};

/// A pause of this many microseconds is told between two arrows.
const PAUSE: u64 = 10_000_000;

/// Two lifelines, the network side on the left. RR, RNR and REJ are left out.
#[derive(Default)]
pub(crate) struct Ladder {
    began: bool,
    date: Option<String>,
    link: Option<String>,
    latest: Option<u64>,
}

impl View for Ladder {
    fn file(&mut self, path: &Path, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", shown(path))
    }

    fn frame(&mut self, seen: &Seen<'_>, out: &mut dyn Write) -> io::Result<()> {
        if !seen.chosen || is_supervisory(&seen.summary) {
            return Ok(());
        }
        if !std::mem::replace(&mut self.began, true) {
            writeln!(out, "{:>5}  {:<15}  {}", "No.", "time (UTC)", heads("network", "user"))?;
        }
        self.between(seen, out)?;
        let text = text(&seen.summary);
        let arrow = match seen.heading.sender {
            Some(sender) => arrow(&text, sender == Side::Network),
            None => undirected(&text),
        };
        let clock = seen.heading.clock().unwrap_or_default();
        writeln!(out, "{:>5}  {clock:<15}  {arrow}", seen.heading.number)
    }
}

impl Ladder {
    /// What is to be told between two arrows: another day, another link, a long pause.
    fn between(&mut self, seen: &Seen<'_>, out: &mut dyn Write) -> io::Result<()> {
        let heading: &Heading<'_> = &seen.heading;
        if let (Some(before), Some(now)) = (self.latest, heading.time)
            && now.saturating_sub(before) >= PAUSE
        {
            writeln!(out, "{:>22}  ... {} go by ...", "", span(now - before))?;
        }
        self.latest = heading.time.or(self.latest);
        let date = heading.day();
        if date.is_some() && date != self.date {
            writeln!(out, "{:>22}  {}", "", date.as_deref().unwrap_or_default())?;
            self.date = date;
        }
        if seen.link_name != self.link {
            writeln!(out, "{:>22}  on {}", "", seen.link_name.as_deref().unwrap_or("the first link"))?;
            self.link.clone_from(&seen.link_name);
        }
        Ok(())
    }
}
