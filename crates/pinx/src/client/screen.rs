//! A phone as text: as a small screen, and in one line.

use std::fmt;

use super::{
    shapes::Phone,
    text::{BAD, CALLS, FAINT, GOOD, HEAD, clean},
};

/// How wide a display is drawn at least, in characters.
const WIDTH: usize = 34;

/// A phone as a small screen: what it does, its display, its softkeys, its handset and lamps.
#[derive(Debug)]
pub(crate) struct Screen<'a>(pub(crate) &'a Phone);

/// A phone in one line.
#[derive(Debug)]
pub(crate) struct Line<'a>(pub(crate) &'a Phone);

impl fmt::Display for Screen<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let phone = self.0;
        writeln!(f, "{}", Title(phone))?;
        let lines: Vec<_> = phone.display.iter().map(|line| clean(line)).collect();
        let width = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0).max(WIDTH);
        let edge = "-".repeat(width + 2);
        writeln!(f, "+{edge}+")?;
        for line in &lines {
            writeln!(f, "| {line:<width$} |")?;
        }
        if lines.is_empty() {
            writeln!(f, "| {:<width$} |", "")?;
        }
        writeln!(f, "+{edge}+")?;
        if !phone.softkeys.is_empty() {
            writeln!(f, "  {}", softkeys(phone))?;
        }
        let hook = if phone.hook == "off" { "off hook" } else { "on hook" };
        write!(f, "  {FAINT}handset{FAINT:#} {hook}")?;
        if !phone.lamps.is_empty() {
            write!(f, "   {FAINT}lamps{FAINT:#}")?;
        }
        for (name, on) in &phone.lamps {
            let name = clean(name);
            if on.as_bool() == Some(true) {
                write!(f, " {GOOD}{name} on{GOOD:#}")?;
            } else {
                write!(f, " {name} off")?;
            }
        }
        writeln!(f)
    }
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let phone = self.0;
        write!(f, "{}", Title(phone))?;
        if !phone.display.is_empty() {
            let display: Vec<_> = phone.display.iter().map(|line| clean(line)).collect();
            write!(f, " | {}", display.join(" / "))?;
        }
        if !phone.softkeys.is_empty() {
            write!(f, " | {}", softkeys(phone))?;
        }
        for (name, _) in phone.lamps.iter().filter(|(_, on)| on.as_bool() == Some(true)) {
            write!(f, " | {GOOD}{} on{GOOD:#}", clean(name))?;
        }
        Ok(())
    }
}

/// Whose phone it is, and what it does.
struct Title<'a>(&'a Phone);

impl fmt::Display for Title<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let phone = self.0;
        write!(f, "{HEAD}{} {}{HEAD:#}: {}", clean(&phone.number), clean(&phone.name), clean(&phone.state))?;
        match (phone.ring.as_str(), phone.tone.as_str()) {
            ("normal", _) => write!(f, ", {CALLS}rings{CALLS:#}"),
            ("callback", _) => write!(f, ", {CALLS}rings for the callback{CALLS:#}"),
            (_, "none") => Ok(()),
            (_, tone @ ("busy" | "reorder")) => write!(f, ", {BAD}{tone} tone{BAD:#}"),
            (_, tone) => write!(f, ", {} tone", clean(tone)),
        }
    }
}

fn softkeys(phone: &Phone) -> String {
    phone.softkeys.iter().map(|label| format!("[{}]", clean(label))).collect::<Vec<_>>().join(" ")
}
