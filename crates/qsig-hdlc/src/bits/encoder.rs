use alloc::vec::Vec;

use super::{BitOrder, FLAG, Idle, has_five_ones};
use crate::fcs16;

/// Turns frames into the bits of the line.
///
/// The stream has no gaps: what [`frame`](Self::frame) and [`idle`](Self::idle) write, in the order of the calls, is
/// the line. Up to seven bits stay inside until the next call fills their octet. A frame that follows another
/// directly shares its flag.
#[derive(Clone, Debug)]
pub struct BitEncoder {
    order: BitOrder,
    idle: Idle,
    /// Bits not yet written, the first one least significant.
    pending: u32,
    /// How many, 0 to 7 between calls.
    count: u8,
    /// Bits of the flag under way that are on the line, 0 to 8. At 8 the line's last bits are a whole flag.
    flag: u8,
}

impl BitEncoder {
    /// An encoder at the start of a line.
    pub const fn new(order: BitOrder, idle: Idle) -> Self {
        Self { order, idle, pending: 0, count: 0, flag: 0 }
    }

    /// Writes a frame, given without FCS, between flags.
    pub fn frame(&mut self, frame: &[u8], out: &mut Vec<u8>) {
        self.finish_flag(out);
        let mut ones = 0;
        for &octet in frame.iter().chain(&fcs16(frame).to_le_bytes()) {
            ones = self.data(ones, octet, out);
        }
        self.flag = 0;
        self.finish_flag(out);
    }

    /// Writes exactly `octets` octets; what is left of the last frame comes first, then the idle pattern.
    pub fn idle(&mut self, octets: usize, out: &mut Vec<u8>) {
        // From the second octet on each is like the one before: both patterns repeat after 8 bits.
        let by_bits = octets.min(2);
        for _ in 0..by_bits * 8 {
            match self.idle {
                Idle::Flags => self.flag_bit(out),
                Idle::Ones if matches!(self.flag, 0 | 8) => {
                    self.flag = 0;
                    self.push(1, 1, out);
                }
                // A flag once begun is finished, or the ones would abort the frame before it.
                Idle::Ones => self.flag_bit(out),
            }
        }
        if let Some(&last) = out.last() {
            out.resize(out.len() + (octets - by_bits), last);
        }
    }

    /// One frame octet with its inserted zeros; takes and returns the ones in a row.
    fn data(&mut self, mut ones: u8, octet: u8, out: &mut Vec<u8>) -> u8 {
        if !has_five_ones(ones, octet) {
            self.push(octet, 8, out);
            let run = octet.leading_ones();
            return u8::try_from(run).unwrap_or_default();
        }
        for bit in (0..8).map(|place| octet >> place & 1) {
            self.push(bit, 1, out);
            ones = if bit == 1 { ones + 1 } else { 0 };
            if ones == 5 {
                self.push(0, 1, out);
                ones = 0;
            }
        }
        ones
    }

    /// Sends what is missing of a flag, nothing if the last bits are one.
    fn finish_flag(&mut self, out: &mut Vec<u8>) {
        while self.flag < 8 {
            self.flag_bit(out);
        }
    }

    fn flag_bit(&mut self, out: &mut Vec<u8>) {
        let place = self.flag % 8;
        self.push(FLAG >> place & 1, 1, out);
        self.flag = place + 1;
    }

    fn push(&mut self, bits: u8, count: u8, out: &mut Vec<u8>) {
        self.pending |= u32::from(bits) << self.count;
        self.count += count;
        if self.count >= 8 {
            let [octet, ..] = self.pending.to_le_bytes();
            out.push(self.order.turn(octet));
            self.pending >>= 8;
            self.count -= 8;
        }
    }
}
