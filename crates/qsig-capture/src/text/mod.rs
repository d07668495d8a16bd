//! Logs: lines of text with octets of frames in them.

mod cisco;
mod clock;
mod hex;
mod libpri;
mod lines;
mod rebuilt;

pub(crate) use cisco::Cisco;
pub(crate) use hex::HexText;
pub(crate) use libpri::Libpri;
pub(crate) use lines::{Lines, likeness};

use std::collections::VecDeque;

use crate::limits::MOST_LOG_INTERFACES;
use crate::record::{Content, Interface, LinkType, Record};

/// A kind of log. An importer is this trait and a line in the table of formats.
pub(crate) trait TextFormat: Default {
    /// Takes a line, without its end, and puts the frames that it completes into `out`.
    fn line(&mut self, line: &str, out: &mut Out) -> Taken;

    /// The file ends: puts what is left into `out`. Whether a frame is cut.
    fn end(&mut self, out: &mut Out) -> bool;
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// It is a part of a frame, or explains one.
    Yes,
    /// It belongs to no frame.
    No,
    /// It shows a frame that cannot be put together of what it says; why.
    Refused(&'static str),
    /// Its octets end in the middle of one.
    Broken,
}

/// The frames that lines have completed, and the interfaces they named.
#[derive(Debug, Default)]
pub(crate) struct Out {
    records: VecDeque<Record>,
    interfaces: Vec<Interface>,
    /// How many records there ever were.
    count: u64,
}

impl Out {
    fn put(&mut self, record: Record) {
        self.count += 1;
        self.records.push_back(record);
    }

    /// The number of the interface with this name.
    fn interface(&mut self, name: &str) -> u32 {
        let known =
            self.interfaces.iter().position(|known| known.name.as_deref().unwrap_or_default() == name);
        let index = known.unwrap_or_else(|| {
            if self.interfaces.len() < MOST_LOG_INTERFACES {
                let name = (!name.is_empty()).then(|| crate::reader::shortened(name));
                self.interfaces.push(Interface { name, link_type: LinkType::Lapd });
            }
            self.interfaces.len() - 1
        });
        u32::try_from(index).unwrap_or_default()
    }
}

/// What octets are that nothing tells of. A message begins with 08; as an address that would be SAPI 2, which does
/// not exist (Q.921 table 2).
fn content(octets: &[u8]) -> Content {
    if octets.first() == Some(&8) { Content::Message } else { Content::Frame }
}

/// The octets of an even count of hex digits.
fn octets(digits: &str) -> Option<Vec<u8>> {
    if !digits.len().is_multiple_of(2) || !is_hex(digits) {
        return None;
    }
    let digits: Option<Vec<u8>> =
        digits.chars().map(|digit| u8::try_from(digit.to_digit(16)?).ok()).collect();
    let pairs = digits?;
    Some(pairs.chunks_exact(2).map(|pair| pair.iter().fold(0, |octet, digit| octet << 4 | digit)).collect())
}

fn is_hex(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_hexdigit())
}
