//! What is printed of a trace: frame by frame ([`Frames`], [`Ladder`]) or of all of it.

mod ladder;
pub(crate) mod line;
pub(crate) mod tree;

use std::io::{self, Write};
use std::path::Path;

pub(crate) use ladder::Ladder;

use super::seen::Seen;

/// Prints a trace.
pub(crate) trait View {
    /// One of several files begins.
    fn file(&mut self, _path: &Path, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// A frame, whether the filters choose it or not.
    fn frame(&mut self, seen: &Seen<'_>, out: &mut dyn Write) -> io::Result<()>;

    /// The end of all files. Returns what the reader has to be told about them.
    fn end(&mut self, _out: &mut dyn Write) -> io::Result<Vec<String>> {
        Ok(Vec::new())
    }
}

/// Each frame by itself.
#[derive(Clone, Copy)]
pub(crate) enum Frames {
    /// All of it, for people.
    Tree,
    /// The gist of it.
    Line,
    /// All of it, for programs.
    Json,
    /// Nothing, where only a file is to be written.
    Nothing,
}

impl View for Frames {
    fn file(&mut self, path: &Path, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Tree | Self::Line => writeln!(out, "{}", path.display()),
            Self::Json | Self::Nothing => Ok(()),
        }
    }

    fn frame(&mut self, seen: &Seen<'_>, out: &mut dyn Write) -> io::Result<()> {
        if !seen.chosen {
            return Ok(());
        }
        match self {
            Self::Json => writeln!(out, "{}", seen.object()),
            Self::Line => writeln!(out, "{}", line::columns(seen)),
            Self::Tree => {
                let line = line::text(&seen.heading, &seen.summary);
                write!(out, "Frame {} {line}\n{}", seen.heading.number, tree::text(&seen.object()))
            }
            Self::Nothing => Ok(()),
        }
    }
}
