//! pcapng: sections of blocks, cut out of the file one by one.

use std::io::Read;

use pcap_file::Endianness;
use pcap_file::pcapng::{Block, PcapNgParser};

use crate::error::ReadError;
use crate::input::Input;
use crate::limits::LONGEST_BLOCK;

const SECTION_HEADER: u32 = 0x0A0D_0D0A;
const INTERFACE_DESCRIPTION: u32 = 1;
const SIMPLE_PACKET: u32 = 3;
const ENHANCED_PACKET: u32 = 6;
/// The obsolete Packet Block.
const PACKET: u32 = 2;

/// What a file says next.
#[derive(Debug)]
pub(crate) enum Next<'a> {
    /// A section begins; interfaces are counted anew.
    Section,
    /// An interface description or a packet.
    Block(Block<'a>),
    /// An interface description that cannot be read; it is counted all the same.
    UnreadableInterface,
    /// Anything else, left out.
    Other,
}

/// Cuts blocks out of a pcapng file.
///
/// The library that reads what is in a block is given one block at a time, and only of the kinds we need: so
/// memory does not depend on the file, its reader of name blocks (which can panic) never runs, and a block
/// without the closing option (allowed, but refused by the library) is read.
#[derive(Debug)]
pub(crate) struct Blocks {
    order: Endianness,
    block: Vec<u8>,
}

impl Blocks {
    /// Whether a file that begins so is a pcapng file.
    pub(crate) const fn begins_with(first: [u8; 4]) -> bool {
        u32::from_be_bytes(first) == SECTION_HEADER
    }

    /// Reads the rest of the first section header.
    pub(crate) fn open<R: Read>(input: &mut Input<R>) -> Result<Self, ReadError> {
        let mut blocks = Self { order: Endianness::Little, block: Vec::new() };
        let mut length = Vec::with_capacity(4);
        input.read(4, &mut length)?;
        blocks.section(input, first_four(&length))?;
        Ok(blocks)
    }

    /// The byte order of the section.
    pub(crate) const fn order(&self) -> Endianness {
        self.order
    }

    /// The next block, or `None` at the end of the file.
    pub(crate) fn next<R: Read>(&mut self, input: &mut Input<R>) -> Result<Option<Next<'_>>, ReadError> {
        let offset = input.begin();
        let mut head = Vec::with_capacity(8);
        if !input.read_first(8, &mut head)? {
            return Ok(None);
        }
        let (kind, length) = head.split_at_checked(4).unwrap_or_default();
        let kind = self.number(first_four(kind));
        if kind == SECTION_HEADER {
            self.section(input, first_four(length))?;
            return Ok(Some(Next::Section));
        }
        let length = self.number(first_four(length));
        let body = body_length(offset, length)?;
        let wanted = matches!(kind, INTERFACE_DESCRIPTION | SIMPLE_PACKET | ENHANCED_PACKET | PACKET);
        if !wanted || length > LONGEST_BLOCK {
            input.skip(u64::from(body))?;
            self.trailer(input, length)?;
            return match kind {
                INTERFACE_DESCRIPTION => Ok(Some(Next::UnreadableInterface)),
                _ if wanted => Err(ReadError::Packet { offset, what: "a block of more than 327,680 octets" }),
                _ => Ok(Some(Next::Other)),
            };
        }
        // Four more octets in the block: an end of options for who left it out. (A Simple Packet Block has no
        // options; the reader takes them off again.)
        let longer = self.octets(length + 4);
        self.block.clear();
        self.block.extend_from_slice(&self.octets(kind));
        self.block.extend_from_slice(&longer);
        input.read(u64::from(body), &mut self.block)?;
        self.block.extend_from_slice(&[0; 4]);
        self.block.extend_from_slice(&longer);
        self.trailer(input, length)?;
        let parsed = parser(self.order)
            .and_then(|mut parser| parser.next_block(&self.block).ok().map(|(_, block)| block));
        match parsed {
            Some(block) => Ok(Some(Next::Block(block))),
            None if kind == INTERFACE_DESCRIPTION => Ok(Some(Next::UnreadableInterface)),
            None => Err(ReadError::Packet { offset, what: "not the packet block that it says it is" }),
        }
    }

    /// Reads a section header behind its length field, which the byte order is needed for, which comes after it.
    fn section<R: Read>(&mut self, input: &mut Input<R>, length: [u8; 4]) -> Result<(), ReadError> {
        let offset = input.record();
        let mut rest = Vec::with_capacity(8);
        input.read(8, &mut rest)?;
        let (magic, version) = rest.split_at_checked(4).unwrap_or_default();
        self.order = match u32::from_be_bytes(first_four(magic)) {
            0x1A2B_3C4D => Endianness::Big,
            0x4D3C_2B1A => Endianness::Little,
            _ => return Err(ReadError::Damaged { offset, what: "a section without byte order" }),
        };
        let major = match (self.order, first_four(version)) {
            (Endianness::Big, [a, b, ..]) => u16::from_be_bytes([a, b]),
            (Endianness::Little, [a, b, ..]) => u16::from_le_bytes([a, b]),
        };
        if major != 1 {
            return Err(ReadError::Damaged { offset, what: "a version of pcapng other than 1" });
        }
        let length = self.number(length);
        let Some(left) = body_length(offset, length)?.checked_sub(8) else {
            return Err(ReadError::Damaged { offset, what: "a section header too short" });
        };
        input.skip(u64::from(left))?;
        self.trailer(input, length)
    }

    fn trailer<R: Read>(&self, input: &mut Input<R>, length: u32) -> Result<(), ReadError> {
        let mut again = Vec::with_capacity(4);
        input.read(4, &mut again)?;
        if self.number(first_four(&again)) == length {
            return Ok(());
        }
        Err(ReadError::Damaged { offset: input.record(), what: "a block whose two lengths differ" })
    }

    fn number(&self, octets: [u8; 4]) -> u32 {
        match self.order {
            Endianness::Big => u32::from_be_bytes(octets),
            Endianness::Little => u32::from_le_bytes(octets),
        }
    }

    fn octets(&self, number: u32) -> [u8; 4] {
        match self.order {
            Endianness::Big => number.to_be_bytes(),
            Endianness::Little => number.to_le_bytes(),
        }
    }
}

fn body_length(offset: u64, length: u32) -> Result<u32, ReadError> {
    let body = length.checked_sub(12).filter(|_| length.is_multiple_of(4));
    body.ok_or(ReadError::Damaged { offset, what: "a block with an impossible length" })
}

fn first_four(octets: &[u8]) -> [u8; 4] {
    octets.first_chunk().copied().unwrap_or_default()
}

/// The library's parser as it stands after a section header of this byte order.
fn parser(order: Endianness) -> Option<PcapNgParser> {
    const BIG: [u8; 28] = [
        0x0A, 0x0D, 0x0D, 0x0A, 0, 0, 0, 28, 0x1A, 0x2B, 0x3C, 0x4D, 0, 1, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF,
        0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 28,
    ];
    const LITTLE: [u8; 28] = [
        0x0A, 0x0D, 0x0D, 0x0A, 28, 0, 0, 0, 0x4D, 0x3C, 0x2B, 0x1A, 1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF,
        0xFF, 0xFF, 0xFF, 0xFF, 28, 0, 0, 0,
    ];
    let header: &[u8] = match order {
        Endianness::Big => &BIG,
        Endianness::Little => &LITTLE,
    };
    PcapNgParser::new(header).ok().map(|(_, parser)| parser)
}
