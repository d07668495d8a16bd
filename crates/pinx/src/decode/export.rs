//! The frames as a capture file.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use qsig_capture::{Format, Record, Trunk, Writer};
use qsig_core::Side;

use super::Start;
use super::seen::{Content, Seen};
use super::trace::LinkNumber;

/// The control field of a UI frame.
const UI: u8 = 0x03;

/// Writes the chosen frames to a pcapng file: an interface for each link, times and directions as they are.
pub(crate) struct Export {
    path: PathBuf,
    out: Option<BufWriter<File>>,
    writer: Option<Writer<BufWriter<File>>>,
    interfaces: HashMap<LinkNumber, u32>,
    written: u64,
    /// Messages whose frames a log does not show.
    wrapped: u64,
    left_out: u64,
}

impl Export {
    /// Makes the file. Refused is one that is read at the same time.
    pub(crate) fn create(path: &Path, read: &[PathBuf]) -> io::Result<Self> {
        let same = |other: &PathBuf| matches!((fs::canonicalize(path), fs::canonicalize(other)), (Ok(a), Ok(b)) if a == b);
        if read.iter().any(same) {
            return Err(io::Error::other(format!("{} is also read; choose another name", path.display())));
        }
        let file = File::create(path).map_err(|error| {
            io::Error::other(format!("{}: {error}; choose another place", path.display()))
        })?;
        Ok(Self {
            path: path.to_owned(),
            out: Some(BufWriter::new(file)),
            writer: None,
            interfaces: HashMap::new(),
            written: 0,
            wrapped: 0,
            left_out: 0,
        })
    }

    /// Writes a frame, if the filters choose it.
    pub(crate) fn frame(&mut self, seen: &Seen<'_>) -> io::Result<()> {
        let Content::Octets { start, octets, missing } = seen.content else { return Ok(()) };
        if !seen.chosen {
            return Ok(());
        }
        let Some(direction) = seen.sender else {
            self.left_out += 1;
            return Ok(());
        };
        let interface = self.interface(seen)?;
        let octets = match start {
            Start::Q931 => {
                self.wrapped += 1;
                [&[if direction == Side::Network { 0x02 } else { 0x00 }, 0x01, UI], octets].concat()
            }
            Start::Lapd | Start::Facility => octets.to_vec(),
        };
        let record = Record { interface, missing, ..Record::new(seen.time(), direction, octets) };
        if let Some(writer) = &mut self.writer {
            writer.write(&record).map_err(|error| world(&self.path, &error))?;
            self.written += 1;
        }
        Ok(())
    }

    /// Ends the file, and says what is in it.
    pub(crate) fn end(&mut self) -> io::Result<Vec<String>> {
        self.open(&Trunk { name: "trunk".to_owned(), local: Side::Network })?;
        if let Some(writer) = &mut self.writer {
            writer.flush().map_err(|error| world(&self.path, &error))?;
        }
        let mut told = vec![format!("{} frames are in {}", self.written, self.path.display())];
        if self.wrapped > 0 {
            told.push(format!(
                "{} messages came without their frames and are in UI frames there",
                self.wrapped
            ));
        }
        if self.left_out > 0 {
            told.push(format!("{} frames are left out, because nothing tells who sent them", self.left_out));
        }
        Ok(told)
    }

    fn interface(&mut self, seen: &Seen<'_>) -> io::Result<u32> {
        if let Some(interface) = self.interfaces.get(&seen.link) {
            return Ok(*interface);
        }
        let name = seen.link_name.clone().unwrap_or_else(|| "trunk".to_owned());
        let trunk = Trunk { name, local: Side::Network };
        let interface = if self.open(&trunk)? {
            0
        } else {
            match &mut self.writer {
                Some(writer) => writer.add_trunk(&trunk).map_err(|error| world(&self.path, &error))?,
                None => 0,
            }
        };
        self.interfaces.insert(seen.link, interface);
        Ok(interface)
    }

    /// Writes the header of the file with its first interface, unless it is there.
    fn open(&mut self, trunk: &Trunk) -> io::Result<bool> {
        let Some(out) = self.out.take() else { return Ok(false) };
        let writer = Writer::new(out, Format::PcapNg, trunk).map_err(|error| world(&self.path, &error))?;
        self.writer = Some(writer);
        Ok(true)
    }
}

fn world(path: &Path, error: &dyn std::fmt::Display) -> io::Error {
    io::Error::other(format!("{}: {error}", path.display()))
}
