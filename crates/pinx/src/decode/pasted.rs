//! Octets that are no trace: pasted on the command line, or some on each line of a file.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde_json::Value as Json;

use super::Start;
use super::heading::Heading;
use super::hex::Octets;
use super::sink::Sink;

/// A longer line is left out. No message is as long, even in hex with a vector's other members beside it.
const LONGEST_LINE: u64 = 65_536;

/// What octets are.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Kind {
    /// The contents of a Facility information element: what follows 1C and the length
    Facility,
    /// ROSE components by themselves: A1 (invoke), A2, A3 or A4, and what follows; they are read as after 9F
    Apdu,
    /// A message: 08, call reference, message type, information elements
    Q931,
    /// A LAPD frame without flags and FCS
    Lapd,
}

impl Kind {
    const fn start(self) -> Start {
        match self {
            Self::Facility | Self::Apdu => Start::Facility,
            Self::Q931 => Start::Q931,
            Self::Lapd => Start::Lapd,
        }
    }

    /// Shows octets of this kind.
    pub(crate) fn show(
        self,
        heading: Heading<'_>,
        octets: &Octets,
        sink: &mut Sink,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let Octets(octets) = octets;
        match self {
            Self::Apdu => sink.pasted(heading, self.start(), &[&[PROFILE], octets.as_slice()].concat(), out),
            _ => sink.pasted(heading, self.start(), octets, out),
        }
    }

    /// Shows what stands on the lines of files; frames have the numbers of their lines. `false` when a file could not be
    /// read, or has no octets at all; why, and what was left out, is said on the standard error output.
    pub(crate) fn show_files(
        self,
        files: &[PathBuf],
        sink: &mut Sink,
        out: &mut dyn Write,
    ) -> io::Result<bool> {
        let mut all = true;
        for path in files {
            let named = (files.len() > 1).then_some(path.as_path());
            sink.file(path, named.is_some(), out)?;
            let mut tally = Tally::default();
            let read = match open(path) {
                Ok(mut lines) => self.show_lines(&mut *lines, named, &mut tally, sink, out)?,
                Err(error) => Err(error),
            };
            out.flush()?;
            all &= tell(path, &tally, read);
        }
        Ok(all)
    }

    /// `Err` within when the file, without when the output fails.
    fn show_lines(
        self,
        lines: &mut dyn BufRead,
        file: Option<&Path>,
        tally: &mut Tally,
        sink: &mut Sink,
        out: &mut dyn Write,
    ) -> io::Result<io::Result<()>> {
        let mut line = Vec::new();
        for number in 1.. {
            match next_line(lines, &mut line) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return Ok(Err(error)),
            }
            match octets(&line) {
                Some(Ok(octets)) => {
                    self.show(Heading { file, number, ..Heading::default() }, &octets, sink, out)?;
                    tally.shown += 1;
                }
                Some(Err(why)) => {
                    tally.left_out += 1;
                    tally.first.get_or_insert((number, why));
                }
                None => {}
            }
        }
        Ok(Ok(()))
    }
}

/// The protocol profile of Facility contents: networking extensions, with nothing between it and the components.
const PROFILE: u8 = 0x9F;

/// What became of the lines of a file.
#[derive(Default)]
struct Tally {
    shown: u64,
    left_out: u64,
    first: Option<(u64, String)>,
}

fn tell(path: &Path, tally: &Tally, read: io::Result<()>) -> bool {
    let path = path.display();
    if let Some((number, why)) = &tally.first {
        let lines = if tally.left_out == 1 { "line" } else { "lines" };
        eprintln!(
            "pinx decode: {path}: {} {lines} left out, the first is line {number}: {why}.",
            tally.left_out
        );
    }
    match read {
        Ok(()) if tally.shown == 0 => {
            eprintln!(
                "pinx decode: {path}: no octets in it. With --as each line is hex digits, or a JSON object with a \
                 member \"hex\"; without it traces are read."
            );
            false
        }
        Ok(()) => true,
        Err(error) => {
            eprintln!("pinx decode: {path}: {error}. Check the path and that you may read it.");
            false
        }
    }
}

fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(BufReader::new(File::open(path)?)))
}

/// The next line, with its end; only the beginning of one that is too long. `false` at the end of the file.
fn next_line(lines: &mut dyn BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let read = (&mut *lines).take(LONGEST_LINE).read_until(b'\n', line)?;
    if line.last() != Some(&b'\n') && u64::try_from(read).is_ok_and(|read| read == LONGEST_LINE) {
        lines.skip_until(b'\n')?;
    }
    Ok(read > 0)
}

/// The octets of a line: hex digits, or the member `hex` of a JSON object. `None` of a line that is empty or a remark.
fn octets(line: &[u8]) -> Option<Result<Octets, String>> {
    if u64::try_from(line.len()).is_ok_and(|length| length >= LONGEST_LINE) {
        return Some(Err("it is too long".to_owned()));
    }
    let Ok(text) = std::str::from_utf8(line) else { return Some(Err("it is no text".to_owned())) };
    let text = text.trim();
    if text.is_empty() || text.starts_with('#') {
        return None;
    }
    let parsed = |text: &str| text.parse().map_err(|error: super::hex::HexError| error.to_string());
    if !text.starts_with('{') {
        return Some(parsed(text.split('#').next().unwrap_or(text)));
    }
    let object: Result<Json, _> = serde_json::from_str(text);
    Some(match object.as_ref().map(|object| object.get("hex").and_then(Json::as_str)) {
        Ok(Some(digits)) => parsed(digits),
        Ok(None) => Err("its JSON object has no text \"hex\"".to_owned()),
        Err(error) => Err(format!("it is no JSON object: {error}")),
    })
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn octets_stand_on_lines_as_hex_or_in_json() {
        let wanted = Some(Ok(Octets(vec![0x9F, 0xA1])));
        for line in ["9fa1", " 9F A1 # callingName\n", r#"{"id":"x","hex":"9fa1"}"#] {
            assert_eq!(octets(line.as_bytes()), wanted, "{line}");
        }
        for line in ["", " \r\n", "# 9fa1"] {
            assert_eq!(octets(line.as_bytes()), None, "{line}");
        }
    }

    #[test]
    fn a_line_without_octets_says_why() {
        for (line, why) in [
            (&b"9fa"[..], "two hex digits"),
            (b"zz", "no hex digit"),
            (b"{\"hex\":5}", "no text \"hex\""),
            (b"{", "no JSON object"),
            (&[0xFF, 0xFE], "no text"),
        ] {
            let told = octets(line).unwrap().unwrap_err();
            assert!(told.contains(why), "{told}");
        }
    }

    #[test]
    fn a_line_that_is_too_long_takes_no_memory_and_loses_only_itself() {
        let mut text = vec![b'0'; 1_000_000];
        text.extend_from_slice(b"\n9fa1\n");
        let (mut lines, mut line) = (Cursor::new(text), Vec::new());
        assert!(next_line(&mut lines, &mut line).unwrap());
        assert!(octets(&line).unwrap().is_err());
        assert!(line.capacity() < 300_000, "{}", line.capacity());
        assert!(next_line(&mut lines, &mut line).unwrap());
        assert_eq!(octets(&line), Some(Ok(Octets(vec![0x9F, 0xA1]))));
        assert!(!next_line(&mut lines, &mut line).unwrap());
    }
}
