use std::io;

use crate::pseudo_header::PseudoHeaderError;

/// Why a capture file, or one record of it, could not be read.
///
/// After [`Packet`](Self::Packet), [`NotDChannel`](Self::NotDChannel), [`Interface`](Self::Interface) and
/// [`PseudoHeader`](Self::PseudoHeader) the reader goes on with the next record; all others end it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The file could not be read.
    #[error("cannot read: {0}")]
    Io(#[from] io::Error),
    /// The first octets are those of no capture file.
    #[error("neither pcap nor pcapng: the file begins with {first:02x?}")]
    NotACapture {
        /// The first four octets.
        first: [u8; 4],
    },
    /// The file ends inside a record; what came before it was good.
    #[error("the file is cut: the record at octet {offset} needs {need} octets and has {have}")]
    Cut {
        /// Where the record begins.
        offset: u64,
        /// Octets that are there.
        have: u64,
        /// Octets it needs, as far as known.
        need: u64,
    },
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// The file is of no kind that is read; see [`TraceFormat`](crate::TraceFormat).
    #[error("not recognised: no frame was found in its beginning")]
    NotATrace,
    /// A log ends in the middle of a frame.
    #[error("the file is cut in line {line}")]
    CutLine {
        /// The last line, counted from 1.
        line: u64,
    },
    /// A stream of octets ends in the middle of a frame.
    #[error("the file is cut in its last frame")]
    CutFrame,
    /// A file packed with gzip ends too early.
    #[error("the gzip file is cut")]
    CutPacked,
    /// The structure of the file is broken, so that the next record cannot be found.
    #[error("damaged at octet {offset}: {what}")]
    Damaged {
        /// Where the record begins.
        offset: u64,
        /// What is wrong there.
        what: &'static str,
    },
    /// A record cannot be read; the next one can.
    #[error("the record at octet {offset} is damaged: {what}")]
    Packet {
        /// Where the record begins.
        offset: u64,
        /// What is wrong there.
        what: &'static str,
    },
    /// The packets of this interface, or of the whole pcap file, are not frames of a D-channel.
    #[error("link type {link_type} at octet {offset} is no D-channel (177 LINUX_LAPD and 203 LAPD are)")]
    NotDChannel {
        /// Where the record, or the file's header, begins.
        offset: u64,
        /// The file's number of the link type.
        link_type: u32,
    },
    /// A record names an interface that the file has not described, or not in a way that can be read.
    #[error("the record at octet {offset} is of interface {interface}, which is not described")]
    Interface {
        /// Where the record begins.
        offset: u64,
        /// The interface it names, counted from 0 in its section.
        interface: u32,
    },
    /// A packet of link type 177 does not begin with its pseudo header.
    #[error("the record at octet {offset}: {error}")]
    PseudoHeader {
        /// Where the record begins.
        offset: u64,
        /// What is wrong with the pseudo header.
        error: PseudoHeaderError,
    },
}

impl ReadError {
    /// Whether the records after this one can still be read.
    pub const fn goes_on(&self) -> bool {
        matches!(
            self,
            Self::Packet { .. }
                | Self::NotDChannel { .. }
                | Self::Interface { .. }
                | Self::PseudoHeader { .. }
        )
    }
}

/// Why a record was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The file could not be written.
    #[error("cannot write: {0}")]
    Io(#[from] io::Error),
    /// Link type 177 cannot say that the sender is unknown.
    #[error("a record without direction cannot be written")]
    NoDirection,
    /// The files hold whole frames only.
    #[error("a message without its frame cannot be written")]
    NoFrame,
    /// The record is of an interface that was not added.
    #[error("interface {0} is not in the file")]
    Interface(u32),
    /// A pcap file holds one interface only.
    #[error("a pcap file holds one trunk only; use pcapng")]
    OneTrunk,
    /// A time or length that the format cannot hold (pcap: after the year 2106; more than 65,519 octets).
    #[error("the format cannot hold the record: {0}")]
    Range(&'static str),
}
