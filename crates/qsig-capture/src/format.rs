//! The kinds of files that are read, in one table.

use std::fmt;
use std::str::FromStr;

use qsig_hdlc::BitOrder;

use crate::error::ReadError;
use crate::eyesdn::{self, EyeSdn};
use crate::hdlc::{Hdlc, Stuffing};
use crate::packets::Packets;
use crate::reader;
use crate::text::{Cisco, HexText, Libpri, Lines, TextFormat, likeness};
use crate::trace::{Importer, Stream};

/// A kind of file with frames of D-channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TraceFormat {
    /// pcap or pcapng, link type 177 (LINUX_LAPD) or 203 (LAPD).
    Capture,
    /// pcap or pcapng of a link type for private use (147 to 162), whose packets are LAPD frames.
    PrivateCapture,
    /// What EyeSDN probes write.
    EyeSdn,
    /// What libpri prints, bare or in the logs of Asterisk: `pri set debug intense span 1`, or without `intense`.
    Libpri,
    /// What Cisco routers print for `debug isdn q931` and `debug isdn q921`.
    Cisco,
    /// Hex digits: a frame a line, or a dump with offsets.
    Hex,
    /// The octet-stuffed HDLC of a serial line (RFC 1662), with FCS.
    HdlcOctets,
    /// The bits of a time slot, the first one on the line in the highest bit of an octet.
    HdlcBits,
    /// The same with the first bit in the lowest.
    HdlcBitsLsb,
}

impl TraceFormat {
    /// All of them.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
        KINDS.iter().map(|kind| kind.format)
    }

    /// The word for it.
    pub fn name(self) -> &'static str {
        self.kind().name
    }

    /// What it is, in a few words.
    pub fn description(self) -> &'static str {
        self.kind().description
    }

    /// The kind that a file is which begins so: of the first class that makes frames of it, the kind that makes most.
    /// `whole` says that there is no more.
    pub(crate) fn of(sample: &[u8], whole: bool) -> Option<Self> {
        if sample.len() < 4 && !whole {
            return None;
        }
        [Class::Capture, Class::Text, Class::Line]
            .into_iter()
            .find_map(|class| {
                let of_class = KINDS.iter().filter(|kind| kind.class == class);
                let likeness = of_class.map(|kind| ((kind.likeness)(sample), kind.format));
                // Of equals the first one.
                likeness.filter(|(likeness, _)| *likeness > 0).rev().max_by_key(|(likeness, _)| *likeness)
            })
            .map(|(_, format)| format)
    }

    /// Reads a file of this kind.
    pub(crate) fn open(self, from: Stream<'_>) -> Result<Box<dyn Importer + '_>, ReadError> {
        (self.kind().open)(from)
    }

    fn kind(self) -> &'static Kind {
        let [first, ..] = &KINDS;
        KINDS.iter().find(|kind| kind.format == self).unwrap_or(first)
    }
}

/// All there is to know of a kind of file: a further one is a line in [`KINDS`].
struct Kind {
    format: TraceFormat,
    name: &'static str,
    description: &'static str,
    class: Class,
    /// How many frames it makes of the beginning of a file; 0 where a file does not begin like this.
    likeness: fn(&[u8]) -> u64,
    open: fn(Stream<'_>) -> Result<Box<dyn Importer + '_>, ReadError>,
}

/// What is asked first. Streams of a line come last: among many bits chance makes frames, too.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Capture,
    Text,
    Line,
}

static KINDS: [Kind; 9] = [
    Kind {
        format: TraceFormat::Capture,
        name: "pcap",
        description: "pcap or pcapng, link type 177 or 203",
        class: Class::Capture,
        likeness: |sample| u64::from(reader::begins_with(sample)),
        open: |from| Ok(Box::new(Packets::open(from, false)?)),
    },
    Kind {
        format: TraceFormat::PrivateCapture,
        name: "pcap-private",
        description: "pcap or pcapng of LAPD frames with a private link type, 147 to 162",
        class: Class::Capture,
        // Such a file does not tell what it holds.
        likeness: |_| 0,
        open: |from| Ok(Box::new(Packets::open(from, true)?)),
    },
    Kind {
        format: TraceFormat::EyeSdn,
        name: "eyesdn",
        description: "what EyeSDN probes write",
        class: Class::Capture,
        likeness: |sample| u64::from(eyesdn::begins_with(sample)),
        open: |from| Ok(Box::new(EyeSdn::open(from)?)),
    },
    text::<Libpri>(TraceFormat::Libpri, "libpri", "what libpri prints, also in the logs of Asterisk"),
    text::<Cisco>(TraceFormat::Cisco, "cisco", "debug isdn q931 and q921 of Cisco routers"),
    text::<HexText>(TraceFormat::Hex, "hex", "hex digits, one frame a line or a dump with offsets"),
    Kind {
        format: TraceFormat::HdlcOctets,
        name: "hdlc-octets",
        description: "octet-stuffed HDLC of a serial line",
        class: Class::Line,
        likeness: |sample| Stuffing::Octets.likeness(sample),
        open: |from| Ok(Box::new(Hdlc::new(from, Stuffing::Octets))),
    },
    Kind {
        format: TraceFormat::HdlcBits,
        name: "hdlc-bits",
        description: "bits of a time slot, most significant bit first",
        class: Class::Line,
        likeness: |sample| Stuffing::Bits(BitOrder::Msb).likeness(sample),
        open: |from| Ok(Box::new(Hdlc::new(from, Stuffing::Bits(BitOrder::Msb)))),
    },
    Kind {
        format: TraceFormat::HdlcBitsLsb,
        name: "hdlc-bits-lsb",
        description: "bits of a time slot, least significant bit first",
        class: Class::Line,
        likeness: |sample| Stuffing::Bits(BitOrder::Lsb).likeness(sample),
        open: |from| Ok(Box::new(Hdlc::new(from, Stuffing::Bits(BitOrder::Lsb)))),
    },
];

/// A kind of log.
const fn text<F: TextFormat + 'static>(
    format: TraceFormat,
    name: &'static str,
    description: &'static str,
) -> Kind {
    Kind {
        format,
        name,
        description,
        class: Class::Text,
        likeness: likeness::<F>,
        open: |from| Ok(Box::new(Lines::<F, _>::new(from))),
    }
}

impl fmt::Display for TraceFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// No kind of file has this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such kind of file")]
pub struct UnknownFormat;

impl FromStr for TraceFormat {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Self::all().find(|format| format.name() == name).ok_or(UnknownFormat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_line_in_the_table_and_a_name_of_its_own() {
        use TraceFormat::{
            Capture, Cisco, EyeSdn, HdlcBits, HdlcBitsLsb, HdlcOctets, Hex, Libpri, PrivateCapture,
        };
        let all = [Capture, PrivateCapture, EyeSdn, Libpri, Cisco, Hex, HdlcOctets, HdlcBits, HdlcBitsLsb];
        assert_eq!(TraceFormat::all().len(), all.len());
        for format in all {
            assert_eq!(format.kind().format, format);
            assert_eq!(format.name().parse(), Ok(format));
        }
    }
}
