//! What is printed of a trace: frame by frame ([`Frames`], [`Ladder`]) or of all of it.

mod ladder;
pub(crate) mod line;
pub(crate) mod tree;

use std::io::{self, Write};
use std::path::Path;

pub(crate) use ladder::Ladder;

use super::heading::shown;
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
            Self::Tree | Self::Line => writeln!(out, "{}", shown(path)),
            Self::Json | Self::Nothing => Ok(()),
        }
    }

    fn frame(&mut self, seen: &Seen<'_>, out: &mut dyn Write) -> io::Result<()> {
        if !seen.chosen {
            return Ok(());
        }
        match self {
            Self::Json => {
                let mut line = Vec::with_capacity(1_024);
                serde_json::to_writer(&mut line, &seen.object())?;
                line.push(b'\n');
                out.write_all(&line)
            }
            Self::Line => {
                let mut line = line::columns(seen);
                line.push('\n');
                out.write_all(line.as_bytes())
            }
            Self::Tree => {
                let line = line::text(&seen.heading, &seen.summary);
                let object = serde_json::to_value(seen.object())?;
                write!(out, "Frame {} {line}\n{}", seen.heading.number, tree::text(&object))
            }
            Self::Nothing => Ok(()),
        }
    }
}
