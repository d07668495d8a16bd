use super::{BitOrder, has_five_ones};
use crate::{Damage, Received, received::Frame};

/// The ones that abort a frame. The count stops here: more of them are idle.
const ABORT: u8 = 7;

/// Bits of a closing flag that are taken for data before its last zero tells that it is one.
const FLAG_BITS: usize = 7;

/// Finds frames in the bits of the line.
///
/// The octets may come in pieces of any size, and frames need not be aligned to them. One flag may close a
/// frame and open the next, and two flags may share a zero. Flags and ones are both taken as idle.
#[derive(Clone, Debug)]
pub struct BitDecoder {
    order: BitOrder,
    frame: Frame,
    at: Position,
    /// The octet that last changed nothing: as long as it repeats, the line is idle. Looked at between frames
    /// only.
    pub(super) quiet: Option<u8>,
}

/// Where in the stream the decoder stands, apart from the octets of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Position {
    /// No flag since the start, an abort or an overflow: bits are not kept.
    hunting: bool,
    /// Ones in a row, up to [`ABORT`].
    ones: u8,
    /// Bits of the frame octet under way, the first one least significant.
    bits: u8,
    /// How many, 0 to 7.
    count: u8,
}

impl BitDecoder {
    /// A decoder that waits for its first flag. `max_frame` is the longest frame, without FCS, to be taken.
    pub fn new(order: BitOrder, max_frame: usize) -> Self {
        // As after an abort: six ones at the very start could be the end of more.
        let at = Position { hunting: true, ones: ABORT, bits: 0, count: 0 };
        Self { order, frame: Frame::new(max_frame), at, quiet: None }
    }

    /// Takes octets of the line and hands out what they complete, in order.
    pub fn push(&mut self, octets: &[u8], received: &mut impl FnMut(Received<'_>)) {
        for &octet in octets {
            if !self.frame.is_empty() {
                self.octet(self.order.turn(octet), received);
            } else if self.quiet != Some(octet) {
                let before = self.at;
                self.octet(self.order.turn(octet), received);
                let changed = self.at != before || !self.frame.is_empty();
                self.quiet = (!changed).then_some(octet);
            }
        }
    }

    /// `octet` has its first line bit as the least significant one.
    fn octet(&mut self, octet: u8, received: &mut impl FnMut(Received<'_>)) {
        if self.at.hunting || self.at.ones > 4 || has_five_ones(self.at.ones, octet) {
            for place in 0..8 {
                self.bit(octet >> place & 1, received);
            }
            return;
        }
        self.at.ones = u8::try_from(octet.leading_ones()).unwrap_or(ABORT);
        let [whole, rest] = (u16::from(octet) << self.at.count | u16::from(self.at.bits)).to_le_bytes();
        self.at.bits = rest;
        self.keep(whole, received);
    }

    fn bit(&mut self, bit: u8, received: &mut impl FnMut(Received<'_>)) {
        let ones = self.at.ones;
        if bit == 1 {
            if ones == ABORT {
                return;
            }
            self.at.ones = ones + 1;
            if self.at.ones == ABORT {
                self.abort(received);
            } else {
                self.data(1, received);
            }
            return;
        }
        self.at.ones = 0;
        match ones {
            5 => {} // inserted by the sender
            6 => self.flag(received),
            ABORT => {}
            _ => self.data(0, received),
        }
    }

    fn data(&mut self, bit: u8, received: &mut impl FnMut(Received<'_>)) {
        if self.at.hunting {
            return;
        }
        self.at.bits |= bit << self.at.count;
        self.at.count += 1;
        if self.at.count == 8 {
            let whole = self.at.bits;
            self.at.bits = 0;
            self.at.count = 0;
            self.keep(whole, received);
        }
    }

    fn keep(&mut self, octet: u8, received: &mut impl FnMut(Received<'_>)) {
        if !self.frame.push(octet) {
            self.start(true);
            received(Received::Damaged(Damage::TooLong));
        }
    }

    fn flag(&mut self, received: &mut impl FnMut(Received<'_>)) {
        let data = self.data_bits(FLAG_BITS);
        if !data.is_multiple_of(8) {
            received(Received::Damaged(Damage::NotOctets));
        } else if data > 0 {
            received(self.frame.close());
        }
        self.start(false);
    }

    fn abort(&mut self, received: &mut impl FnMut(Received<'_>)) {
        // The seventh one has not been kept.
        if self.data_bits(usize::from(ABORT) - 1) >= 8 {
            received(Received::Damaged(Damage::Abort));
        }
        self.start(true);
    }

    /// Bits since the opening flag, without the last `marker` ones. None while hunting.
    fn data_bits(&self, marker: usize) -> usize {
        (self.frame.len() * 8 + usize::from(self.at.count)).saturating_sub(marker)
    }

    fn start(&mut self, hunting: bool) {
        self.frame.clear();
        self.at.hunting = hunting;
        self.at.bits = 0;
        self.at.count = 0;
    }
}
