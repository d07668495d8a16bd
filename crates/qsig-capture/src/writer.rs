use std::borrow::Cow;
use std::io::Write;
use std::time::Duration;

use pcap_file::pcap::{PcapHeader, PcapPacket, PcapWriter};
use pcap_file::pcapng::PcapNgWriter;
use pcap_file::pcapng::blocks::enhanced_packet::EnhancedPacketBlock;
use pcap_file::pcapng::blocks::interface_description::{
    InterfaceDescriptionBlock, InterfaceDescriptionOption,
};
use pcap_file::{DataLink, Endianness, PcapError, TsResolution};
use qsig_core::Side;

use crate::error::WriteError;
use crate::limits::SNAP_LENGTH;
use crate::pseudo_header::PseudoHeader;
use crate::reader::shortened;
use crate::record::{Content, Record, Trunk};

/// The two formats of capture files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Classic pcap: one trunk, no name, times until the year 2106.
    Pcap,
    /// pcapng: several trunks with their names. The one to choose where nothing speaks against it.
    PcapNg,
}

/// Writes frames to a capture file, link type 177, little-endian, microseconds.
///
/// Each record is handed to the output by one call of `write_all`, so that a reader that follows the file sees
/// whole records as soon as the output has been flushed, and a file on disk is cut only inside its last one.
#[derive(Debug)]
pub struct Writer<W> {
    out: W,
    format: Made,
    /// The local side of each trunk, in the order of the file's interfaces.
    locals: Vec<Side>,
    packet: Vec<u8>,
}

enum Made {
    Pcap,
    PcapNg(PcapNgWriter<Vec<u8>>),
}

impl std::fmt::Debug for Made {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Pcap => "Pcap",
            Self::PcapNg(_) => "PcapNg",
        })
    }
}

impl<W: Write> Writer<W> {
    /// Writes the file's header and the first trunk, which is interface 0.
    pub fn new(mut out: W, format: Format, trunk: &Trunk) -> Result<Self, WriteError> {
        match format {
            Format::Pcap => {
                let header = PcapWriter::with_header(Vec::new(), PCAP_HEADER).map_err(refused)?;
                out.write_all(&header.into_writer())?;
                Ok(Self { out, format: Made::Pcap, locals: vec![trunk.local], packet: Vec::new() })
            }
            Format::PcapNg => {
                let blocks =
                    PcapNgWriter::with_endianness(Vec::new(), Endianness::Little).map_err(refused)?;
                let format = Made::PcapNg(blocks);
                let mut writer = Self { out, format, locals: Vec::new(), packet: Vec::new() };
                writer.add_trunk(trunk)?;
                Ok(writer)
            }
        }
    }

    /// Adds one more trunk, at any time, and returns its [`Record::interface`]. A pcap file holds only one.
    pub fn add_trunk(&mut self, trunk: &Trunk) -> Result<u32, WriteError> {
        let Made::PcapNg(blocks) = &mut self.format else { return Err(WriteError::OneTrunk) };
        let number =
            u32::try_from(self.locals.len()).map_err(|_| WriteError::Range("too many interfaces"))?;
        let mut block = InterfaceDescriptionBlock::new(DataLink::LINUX_LAPD, SNAP_LENGTH);
        block.options.push(InterfaceDescriptionOption::IfName(Cow::Owned(shortened(&trunk.name))));
        block.options.push(InterfaceDescriptionOption::IfTsResol(6));
        blocks.write_pcapng_block(block).map_err(refused)?;
        self.locals.push(trunk.local);
        self.out.write_all(blocks.get_ref())?;
        blocks.get_mut().clear();
        Ok(number)
    }

    /// Writes one record. Refused are messages without their frame, records without direction and of trunks that
    /// were not added; then nothing is written.
    pub fn write(&mut self, record: &Record) -> Result<(), WriteError> {
        if record.content != Content::Frame {
            return Err(WriteError::NoFrame);
        }
        let sender = record.direction.ok_or(WriteError::NoDirection)?;
        let index = usize::try_from(record.interface).unwrap_or(usize::MAX);
        let &local = self.locals.get(index).ok_or(WriteError::Interface(record.interface))?;
        self.packet.clear();
        PseudoHeader { local, sender }.emit(&mut self.packet);
        self.packet.extend_from_slice(&record.octets);
        let length = u32::try_from(self.packet.len()).ok().filter(|length| *length <= SNAP_LENGTH);
        let length = length.ok_or(WriteError::Range("more than 65,519 octets"))?;
        let original_len = length.saturating_add(record.missing);
        match &mut self.format {
            Made::Pcap => {
                let packet = PcapPacket::new(Duration::from_micros(record.time), original_len, &self.packet);
                // The library keeps its output to itself until its writer ends, so each packet has a writer
                // of its own, and the file header that it begins with is left off.
                let mut one = PcapWriter::with_header(Vec::new(), PCAP_HEADER).map_err(refused)?;
                one.write_packet(&packet).map_err(refused)?;
                self.out.write_all(one.into_writer().get(PCAP_HEADER_LENGTH..).unwrap_or_default())?;
            }
            Made::PcapNg(blocks) => {
                let block = EnhancedPacketBlock {
                    interface_id: record.interface,
                    // The library writes the nanoseconds of this as the count; ours counts microseconds.
                    timestamp: Duration::from_nanos(record.time),
                    original_len,
                    data: Cow::Borrowed(&self.packet),
                    options: Vec::new(),
                };
                blocks.write_pcapng_block(block).map_err(refused)?;
                self.out.write_all(blocks.get_ref())?;
                blocks.get_mut().clear();
            }
        }
        Ok(())
    }

    /// Flushes the output.
    pub fn flush(&mut self) -> Result<(), WriteError> {
        Ok(self.out.flush()?)
    }

    /// The output, flushed.
    pub fn finish(mut self) -> Result<W, WriteError> {
        self.out.flush()?;
        Ok(self.out)
    }
}

const PCAP_HEADER_LENGTH: usize = 24;

const PCAP_HEADER: PcapHeader = PcapHeader {
    version_major: 2,
    version_minor: 4,
    ts_correction: 0,
    ts_accuracy: 0,
    snaplen: SNAP_LENGTH,
    datalink: DataLink::LINUX_LAPD,
    ts_resolution: TsResolution::MicroSecond,
    endianness: Endianness::Little,
};

fn refused(error: PcapError) -> WriteError {
    match error {
        PcapError::IoError(error) => WriteError::Io(error),
        PcapError::InvalidField(what) => WriteError::Range(what),
        PcapError::InvalidInterfaceId(number) => WriteError::Interface(number),
        _ => WriteError::Range("not a record of this format"),
    }
}
