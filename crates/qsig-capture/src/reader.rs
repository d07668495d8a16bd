use std::io::Read;

use pcap_file::Endianness;
use pcap_file::pcapng::Block;
use pcap_file::pcapng::blocks::interface_description::{
    InterfaceDescriptionBlock, InterfaceDescriptionOption,
};

use crate::block::{Blocks, Next};
use crate::error::ReadError;
use crate::input::Input;
use crate::limits::{LONGEST_NAME, MOST_INTERFACES};
use crate::packet_file::PacketFile;
use crate::pseudo_header::PseudoHeader;
use crate::record::{Content, Interface, LinkType, Record};
use crate::time::Resolution;

/// Reads a pcap or pcapng file, record by record.
///
/// Both byte orders, micro- and nanoseconds, several interfaces and sections are taken. Memory does not depend
/// on the length of the file. A wrong record is an `Err` item and the next one follows, unless its end cannot be
/// found ([`ReadError::goes_on`]); then, and at the end of the file, the items end. A file that is cut gives
/// all whole records and then [`ReadError::Cut`].
///
/// Reads are small: put a `BufReader` around a file.
#[derive(Debug)]
pub struct Reader<R> {
    input: Input<R>,
    file: File,
    interfaces: Vec<Interface>,
    resolutions: Vec<Resolution>,
    /// Where the interfaces of this section begin in `interfaces`.
    section: usize,
    /// Whether the link types for private use are LAPD frames.
    private: bool,
    ended: bool,
}

/// Whether a file that begins so is a capture file.
pub(crate) fn begins_with(octets: &[u8]) -> bool {
    octets.first_chunk().is_some_and(|first| PacketFile::begins_with(*first) || Blocks::begins_with(*first))
}

#[derive(Debug)]
enum File {
    Pcap(PacketFile),
    PcapNg(Blocks),
}

impl<R: Read> Reader<R> {
    /// Reads the header of a file. Refused are files of other formats and pcap files of other links.
    pub fn new(from: R) -> Result<Self, ReadError> {
        Self::open(from, false)
    }

    /// Reads the header of a file in which the link types for private use, 147 to 162, stand for LAPD frames without
    /// direction. Others are taken and refused as by [`Reader::new`].
    pub fn with_private_types(from: R) -> Result<Self, ReadError> {
        Self::open(from, true)
    }

    fn open(from: R, private: bool) -> Result<Self, ReadError> {
        let mut input = Input::new(from);
        let mut first = Vec::with_capacity(4);
        input.read(4, &mut first)?;
        let first: [u8; 4] = first.first_chunk().copied().unwrap_or_default();
        let mut interfaces = Vec::new();
        let file = if PacketFile::begins_with(first) {
            let file = PacketFile::open(&mut input, first)?;
            let link_type = file.link_type().of_file(private);
            if let LinkType::Other(link_type) = link_type {
                return Err(ReadError::NotDChannel { offset: 0, link_type });
            }
            interfaces.push(Interface { name: None, link_type });
            File::Pcap(file)
        } else if Blocks::begins_with(first) {
            File::PcapNg(Blocks::open(&mut input)?)
        } else {
            return Err(ReadError::NotACapture { first });
        };
        Ok(Self { input, file, interfaces, resolutions: Vec::new(), section: 0, private, ended: false })
    }

    /// The interfaces described so far; [`Record::interface`] counts in them.
    pub fn interfaces(&self) -> &[Interface] {
        &self.interfaces
    }

    fn next_record(&mut self) -> Result<Option<Record>, ReadError> {
        match &mut self.file {
            File::Pcap(file) => {
                let Some(packet) = file.next(&mut self.input)? else { return Ok(None) };
                let link_type = self.interfaces.first().map_or(LinkType::Other(0), |first| first.link_type);
                let missing = missing(packet.original, packet.octets);
                record(self.input.record(), link_type, packet.time, 0, packet.octets, missing).map(Some)
            }
            File::PcapNg(blocks) => loop {
                let order = blocks.order();
                let described = match blocks.next(&mut self.input)? {
                    None => return Ok(None),
                    Some(Next::Section) => {
                        self.section = self.interfaces.len();
                        continue;
                    }
                    Some(Next::Other) => continue,
                    Some(Next::UnreadableInterface) => None,
                    Some(Next::Block(Block::InterfaceDescription(block))) => Some(block),
                    Some(Next::Block(block)) => {
                        let Some(packet) = Packet::from_block(&block, order) else { continue };
                        let offset = self.input.record();
                        return packet
                            .into_record(offset, self.section, &self.interfaces, &self.resolutions)
                            .map(Some);
                    }
                };
                if self.interfaces.len() == MOST_INTERFACES {
                    let offset = self.input.record();
                    return Err(ReadError::Damaged { offset, what: "more than 4,096 interfaces" });
                }
                let (mut interface, resolution) = describe(described.as_ref());
                interface.link_type = interface.link_type.of_file(self.private);
                self.interfaces.push(interface);
                self.resolutions.push(resolution);
            },
        }
    }
}

impl<R: Read> Iterator for Reader<R> {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = self.next_record().transpose();
        self.ended = match &next {
            None => true,
            Some(Ok(_)) => false,
            Some(Err(error)) => !error.goes_on(),
        };
        next
    }
}

impl<R: Read> std::iter::FusedIterator for Reader<R> {}

/// What the three kinds of packet block have in common.
struct Packet<'a> {
    interface: u32,
    units: u64,
    original: u32,
    octets: &'a [u8],
}

impl<'a> Packet<'a> {
    fn from_block(block: &'a Block<'_>, order: Endianness) -> Option<Self> {
        match block {
            Block::EnhancedPacket(packet) => Some(Self {
                interface: packet.interface_id,
                // The library takes every count for nanoseconds; the interface knows what it counts.
                units: u64::try_from(packet.timestamp.as_nanos()).unwrap_or(u64::MAX),
                original: packet.original_len,
                octets: &packet.data,
            }),
            Block::Packet(packet) => Some(Self {
                interface: u32::from(packet.interface_id),
                // Two words, the upper one first in either byte order; the library reads one long word.
                units: match order {
                    Endianness::Big => packet.timestamp,
                    Endianness::Little => packet.timestamp.rotate_left(32),
                },
                original: packet.original_len,
                octets: &packet.data,
            }),
            Block::SimplePacket(packet) => {
                let length = usize::try_from(packet.original_len).unwrap_or(usize::MAX);
                // The last four are what `Blocks` has added.
                let octets = packet.data.split_last_chunk::<4>().map_or(&[][..], |(octets, _)| octets);
                let octets = octets.get(..length).unwrap_or(octets);
                Some(Self { interface: 0, units: 0, original: packet.original_len, octets })
            }
            _ => None,
        }
    }

    fn into_record(
        self,
        offset: u64,
        section: usize,
        interfaces: &[Interface],
        resolutions: &[Resolution],
    ) -> Result<Record, ReadError> {
        let unknown = ReadError::Interface { offset, interface: self.interface };
        let index = usize::try_from(self.interface).ok().and_then(|index| section.checked_add(index));
        let described = index.and_then(|index| interfaces.get(index).zip(resolutions.get(index)));
        let Some((interface, resolution)) = described else { return Err(unknown) };
        let Ok(index) = u32::try_from(index.unwrap_or_default()) else { return Err(unknown) };
        if interface.link_type == UNREADABLE {
            return Err(unknown);
        }
        let time = resolution.microseconds(self.units);
        let missing = missing(self.original, self.octets);
        record(offset, interface.link_type, time, index, self.octets, missing)
    }
}

/// The link type noted for an interface whose description cannot be read; no file has it, it needs 17 bits.
const UNREADABLE: LinkType = LinkType::Other(u32::MAX);

fn describe(block: Option<&InterfaceDescriptionBlock<'_>>) -> (Interface, Resolution) {
    let Some(block) = block else {
        return (Interface { name: None, link_type: UNREADABLE }, Resolution::MICROSECONDS);
    };
    let mut interface = Interface { name: None, link_type: LinkType::from(u32::from(block.linktype)) };
    let mut resolution = Resolution::MICROSECONDS;
    for option in &block.options {
        match option {
            InterfaceDescriptionOption::IfName(name) => interface.name = Some(shortened(name)),
            InterfaceDescriptionOption::IfTsResol(exponent) => resolution.exponent = *exponent,
            InterfaceDescriptionOption::IfTsOffset(seconds) => resolution.offset = seconds.cast_signed(),
            _ => {}
        }
    }
    (interface, resolution)
}

/// At most [`LONGEST_NAME`] octets of a name, whole characters.
pub(crate) fn shortened(name: &str) -> String {
    name.get(..name.floor_char_boundary(LONGEST_NAME)).unwrap_or_default().to_owned()
}

fn missing(original: u32, octets: &[u8]) -> u32 {
    original.saturating_sub(u32::try_from(octets.len()).unwrap_or(u32::MAX))
}

fn record(
    offset: u64,
    link_type: LinkType,
    time: u64,
    interface: u32,
    packet: &[u8],
    missing: u32,
) -> Result<Record, ReadError> {
    let (direction, frame) = match link_type {
        LinkType::LinuxLapd => {
            let parsed = PseudoHeader::parse(packet);
            let (header, frame) = parsed.map_err(|error| ReadError::PseudoHeader { offset, error })?;
            (Some(header.sender), frame)
        }
        LinkType::Lapd => (None, packet),
        LinkType::Other(link_type) => return Err(ReadError::NotDChannel { offset, link_type }),
    };
    let octets = frame.to_vec();
    Ok(Record {
        time,
        direction,
        direction_guessed: false,
        interface,
        content: Content::Frame,
        octets,
        missing,
    })
}
