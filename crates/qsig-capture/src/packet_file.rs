//! The classic pcap format: one header, then packets.

use std::io::Read;

use pcap_file::pcap::PcapParser;
use pcap_file::{Endianness, TsResolution};

use crate::error::ReadError;
use crate::input::Input;
use crate::limits::LONGEST_PACKET;
use crate::record::LinkType;
use crate::time::Resolution;

/// A pcap file whose header has been read.
#[derive(Debug)]
pub(crate) struct PacketFile {
    parser: PcapParser,
    packet: Vec<u8>,
}

/// A packet, not yet looked into.
#[derive(Debug)]
pub(crate) struct Packet<'a> {
    /// Microseconds since the Unix epoch.
    pub(crate) time: u64,
    /// Octets on the line.
    pub(crate) original: u32,
    /// Octets in the file.
    pub(crate) octets: &'a [u8],
}

impl PacketFile {
    /// Whether a file that begins so is a pcap file.
    pub(crate) const fn begins_with(first: [u8; 4]) -> bool {
        matches!(u32::from_be_bytes(first), 0xA1B2_C3D4 | 0xD4C3_B2A1 | 0xA1B2_3C4D | 0x4D3C_B2A1)
    }

    /// Reads the rest of the file's header.
    pub(crate) fn open<R: Read>(input: &mut Input<R>, first: [u8; 4]) -> Result<Self, ReadError> {
        let mut header = first.to_vec();
        input.read(20, &mut header)?;
        let what = "not a pcap header";
        let (_, parser) =
            PcapParser::new(&header).map_err(|_| ReadError::Damaged { offset: input.record(), what })?;
        Ok(Self { parser, packet: Vec::new() })
    }

    /// What all packets of the file begin with.
    pub(crate) fn link_type(&self) -> LinkType {
        // The upper bits say whether an FCS follows the packet; ours have none.
        LinkType::from(u32::from(self.parser.header().datalink) & 0x0FFF_FFFF)
    }

    /// The next packet, or `None` at the end of the file.
    pub(crate) fn next<R: Read>(&mut self, input: &mut Input<R>) -> Result<Option<Packet<'_>>, ReadError> {
        let offset = input.begin();
        self.packet.clear();
        if !input.read_first(16, &mut self.packet)? {
            return Ok(None);
        }
        let length: [u8; 4] =
            self.packet.get(8..12).and_then(|octets| octets.try_into().ok()).unwrap_or_default();
        let length = match self.parser.header().endianness {
            Endianness::Big => u32::from_be_bytes(length),
            Endianness::Little => u32::from_le_bytes(length),
        };
        if length > LONGEST_PACKET {
            return Err(ReadError::Damaged { offset, what: "a packet of more than 262,144 octets" });
        }
        input.read(u64::from(length), &mut self.packet)?;
        let Ok((_, packet)) = self.parser.next_raw_packet(&self.packet) else {
            return Err(ReadError::Damaged { offset, what: "not a pcap packet" });
        };
        let exponent = match self.parser.header().ts_resolution {
            TsResolution::MicroSecond => 6,
            TsResolution::NanoSecond => 9,
        };
        let part = Resolution { exponent, offset: 0 }.microseconds(u64::from(packet.ts_frac));
        let time = u64::from(packet.ts_sec) * 1_000_000 + part;
        let original = packet.orig_len;
        Ok(Some(Packet { time, original, octets: self.packet.get(16..).unwrap_or_default() }))
    }
}
