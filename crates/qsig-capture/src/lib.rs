//! Capture files of D-channels: pcap and pcapng, read and written.
//!
//! [`Reader`] gives the frames of a file one by one as [`Record`]s: microseconds, who sent it, and the octets
//! of the LAPD frame from the address to the last octet before the FCS. [`Writer`] makes files that Wireshark
//! opens with the direction of every frame.
//!
//! Two link types hold LAPD frames: 177 (`LINUX_LAPD`, see [`PseudoHeader`]), which tells the direction and is
//! what we write, and 203 (`LAPD`), which does not tell it and is only read.
#![forbid(unsafe_code)]

mod block;
mod error;
mod input;
mod packet_file;
mod pseudo_header;
mod reader;
mod record;
mod time;
mod writer;

pub use error::{ReadError, WriteError};
pub use pseudo_header::{PseudoHeader, PseudoHeaderError};
pub use reader::Reader;
pub use record::{Interface, LinkType, Record, Trunk};
pub use writer::{Format, Writer};
