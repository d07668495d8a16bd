//! Octet-stuffed HDLC for asynchronous serial lines, framed as in RFC 1662. The LAPD frame goes in directly,
//! without the address, control and protocol fields of PPP.

use alloc::vec::Vec;

use crate::{Damage, Received, fcs16, received::Frame};

const FLAG: u8 = 0x7E;
const ESCAPE: u8 = 0x7D;
const FLIP: u8 = 0x20;

bitflags::bitflags! {
    /// The octets, beside flag and escape, that the line itself uses or eats.
    ///
    /// They are sent escaped, and dropped where they come unescaped: somebody on the way put them in. Bit n
    /// stands for octet n of 0x00 to 0x1f; XON and XOFF with bit 8 set have bits of their own, for adapters
    /// that ignore bit 8. Both ends need the same map. The default is empty.
    ///
    /// Source: RFC 1662 7.1 (ACCM).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct EscapeMap: u64 {
        /// 0x11.
        const XON = 1 << 0x11;
        /// 0x13.
        const XOFF = 1 << 0x13;
        /// 0x91.
        const XON_BIT_8 = 1 << 0x20;
        /// 0x93.
        const XOFF_BIT_8 = 1 << 0x21;
        /// 0x00 to 0x1f.
        const CONTROLS = 0xFFFF_FFFF;
    }
}

impl EscapeMap {
    /// The map of one octet; `None` for an octet that cannot be mapped.
    pub const fn of(octet: u8) -> Option<Self> {
        match octet {
            0x00..=0x1F => Some(Self::from_bits_truncate(1 << octet)),
            0x91 => Some(Self::XON_BIT_8),
            0x93 => Some(Self::XOFF_BIT_8),
            _ => None,
        }
    }

    fn maps(self, octet: u8) -> bool {
        Self::of(octet).is_some_and(|one| self.contains(one))
    }
}

/// Turns frames into the octets of the line.
#[derive(Clone, Copy, Debug, Default)]
pub struct OctetEncoder {
    map: EscapeMap,
}

impl OctetEncoder {
    /// An encoder that escapes what `map` names.
    pub const fn new(map: EscapeMap) -> Self {
        Self { map }
    }

    /// Writes a frame, given without FCS, between two flags of its own.
    pub fn frame(&self, frame: &[u8], out: &mut Vec<u8>) {
        out.push(FLAG);
        for &octet in frame.iter().chain(&fcs16(frame).to_le_bytes()) {
            if matches!(octet, FLAG | ESCAPE) || self.map.maps(octet) {
                out.extend_from_slice(&[ESCAPE, octet ^ FLIP]);
            } else {
                out.push(octet);
            }
        }
        out.push(FLAG);
    }

    /// Writes one flag, which tells a silent line from a dead one.
    pub fn keep_alive(&self, out: &mut Vec<u8>) {
        out.push(FLAG);
    }
}

/// Finds frames in the octets of the line, which may come in pieces of any size.
///
/// Nothing is taken before the first flag. Any octet after an escape is unescaped; `7d 7e` is an abort; two
/// flags in a row are nothing.
#[derive(Clone, Debug)]
pub struct OctetDecoder {
    map: EscapeMap,
    frame: Frame,
    /// No flag since the start or an overflow: octets are not kept.
    hunting: bool,
    escaped: bool,
}

impl OctetDecoder {
    /// A decoder that waits for its first flag. `max_frame` is the longest frame, without FCS, to be taken.
    pub fn new(map: EscapeMap, max_frame: usize) -> Self {
        Self { map, frame: Frame::new(max_frame), hunting: true, escaped: false }
    }

    /// Takes octets of the line and hands out what they complete, in order.
    pub fn push(&mut self, octets: &[u8], received: &mut impl FnMut(Received<'_>)) {
        for &octet in octets {
            match octet {
                FLAG => self.flag(received),
                // Before the escape is looked at: what the line puts in may stand behind one, too.
                mapped if self.map.maps(mapped) => {}
                _ if self.hunting => {}
                ESCAPE if !self.escaped => self.escaped = true,
                _ => self.data(octet, received),
            }
        }
    }

    fn flag(&mut self, received: &mut impl FnMut(Received<'_>)) {
        if self.escaped {
            received(Received::Damaged(Damage::Abort));
        } else if !self.frame.is_empty() {
            received(self.frame.close());
        }
        self.start(false);
    }

    fn data(&mut self, octet: u8, received: &mut impl FnMut(Received<'_>)) {
        let octet = if self.escaped { octet ^ FLIP } else { octet };
        self.escaped = false;
        if !self.frame.push(octet) {
            self.start(true);
            received(Received::Damaged(Damage::TooLong));
        }
    }

    fn start(&mut self, hunting: bool) {
        self.frame.clear();
        self.hunting = hunting;
        self.escaped = false;
    }
}

#[cfg(test)]
mod tests;
