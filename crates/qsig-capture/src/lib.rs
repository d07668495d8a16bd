//! Traces of D-channels: captures and logs read, captures written.
//!
//! [`Trace`] reads any file that [`TraceFormat`] knows, and recognises it by its beginning. A further kind of log is a
//! module below `text` and one line in the table of `format.rs`.
//!
//! The frames of a file come one by one as [`Record`]s: microseconds, who sent it, and the octets of the LAPD frame
//! from the address to the last octet before the FCS. [`Reader`] reads pcap and pcapng only. [`Writer`] makes files that Wireshark
//! opens with the direction of every frame.
//!
//! Two link types hold LAPD frames: 177 (`LINUX_LAPD`, see [`PseudoHeader`]), which tells the direction and is
//! what we write, and 203 (`LAPD`), which does not tell it and is only read.
#![forbid(unsafe_code)]

mod block;
mod error;
mod eyesdn;
mod format;
mod hdlc;
mod input;
mod limits;
mod packet_file;
mod packets;
mod pseudo_header;
mod reader;
mod record;
mod sides;
mod tally;
mod text;
mod time;
mod trace;
mod writer;

pub use error::{ReadError, WriteError};
pub use format::{TraceFormat, UnknownFormat};
pub use pseudo_header::{PseudoHeader, PseudoHeaderError};
pub use reader::Reader;
pub use record::{Content, Interface, LinkType, Record, Trunk};
pub use tally::{Refused, Tally};
pub use trace::Trace;
pub use writer::{Format, Writer};
