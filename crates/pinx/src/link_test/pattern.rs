//! The frames that are sent: each kind made of octets of which one sort can be lost without the others.

use bytes::Bytes;
use qsig_hdlc::{MAX_FRAME, MIN_FRAME, fcs16};

/// A kind of frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Pattern {
    /// Letters and digits only.
    Plain,
    /// FF, which is also what Telnet and some terminal drivers mean something by.
    Ones,
    /// 00.
    Zeros,
    /// 7E, the flag.
    Flags,
    /// 7D, the escape.
    Escapes,
    /// Runs of five ones at each place of an octet.
    Stuffing,
    /// 13 and 11.
    Xon,
    /// 93 and 91.
    Xon8,
    /// 0D and 0A.
    Lines,
    /// 01 to 1F, without the two above, and 7F.
    Controls,
    /// 80 to FE, without 91 and 93.
    Bit8,
    /// All octets, without order.
    Random,
}

/// Octets at the end of a frame, chosen so that its FCS is plain.
const FREE: usize = 3;
/// Octets at its start that number it.
const NUMBER: usize = 4;
/// The lengths in which each pattern is sent.
const LENGTHS: [usize; 3] = [12, 64, MAX_FRAME];

impl Pattern {
    /// All of them, in the order in which they are sent.
    pub(crate) const ALL: [Self; 12] = [
        Self::Plain,
        Self::Ones,
        Self::Zeros,
        Self::Flags,
        Self::Escapes,
        Self::Stuffing,
        Self::Xon,
        Self::Xon8,
        Self::Lines,
        Self::Controls,
        Self::Bit8,
        Self::Random,
    ];

    /// Its name in the report.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Ones => "all-ones",
            Self::Zeros => "all-zeros",
            Self::Flags => "flags",
            Self::Escapes => "escapes",
            Self::Stuffing => "stuffing",
            Self::Xon => "xon-xoff",
            Self::Xon8 => "xon-xoff-bit-8",
            Self::Lines => "cr-lf",
            Self::Controls => "controls",
            Self::Bit8 => "bit-8",
            Self::Random => "random",
        }
    }

    /// The frames of this kind.
    pub(crate) fn frames(self) -> Vec<Bytes> {
        let fill = self.octets();
        (0_u32..).zip(LENGTHS).map(|(number, length)| frame(length, number, &fill)).collect()
    }

    fn octets(self) -> Vec<u8> {
        match self {
            Self::Plain => (0x30..=0x6F).collect(),
            Self::Ones => vec![0xFF],
            Self::Zeros => vec![0x00],
            Self::Flags => vec![0x7E],
            Self::Escapes => vec![0x7D],
            Self::Stuffing => vec![0x1F, 0x3E, 0x7C, 0xF8, 0xF0, 0x01, 0xE0, 0x03, 0xC0, 0x07, 0x80, 0x0F],
            // XOFF first: a line that obeys it goes on at the XON behind it.
            Self::Xon => vec![0x13, 0x11],
            Self::Xon8 => vec![0x93, 0x91],
            Self::Lines => vec![0x0D, 0x0A],
            Self::Controls => {
                let controls = (0x01..=0x1F).filter(|octet| !matches!(octet, 0x0A | 0x0D | 0x11 | 0x13));
                controls.chain([0x7F]).collect()
            }
            Self::Bit8 => (0x80..=0xFE).filter(|octet| !matches!(octet, 0x91 | 0x93)).collect(),
            Self::Random => random(MAX_FRAME),
        }
    }
}

/// One plain frame of each length that LAPD has.
pub(crate) fn lengths() -> Vec<Bytes> {
    let fill = Pattern::Plain.octets();
    (0_u32..).zip(MIN_FRAME..=MAX_FRAME).map(|(number, length)| frame(length, number, &fill)).collect()
}

/// A long frame without order, for the load; `number` tells it from its neighbours.
pub(crate) fn load(number: u32) -> Bytes {
    frame(MAX_FRAME, number, &random(MAX_FRAME))
}

/// A short plain frame.
pub(crate) fn short(number: u32) -> Bytes {
    frame(NUMBER + FREE, number, &[])
}

/// A number, the octets of `fill` over and over, and an end that makes the FCS plain.
fn frame(length: usize, number: u32, fill: &[u8]) -> Bytes {
    let body = length.saturating_sub(FREE);
    let mut octets: Vec<u8> =
        plain_number(number).into_iter().chain(fill.iter().copied().cycle()).take(body).collect();
    for free in 0_u32.. {
        octets.truncate(body);
        octets.extend(plain_number(free).into_iter().take(FREE));
        if fcs16(&octets).to_le_bytes().iter().all(|octet| (0x20..=0x7C).contains(octet)) {
            break;
        }
    }
    octets.into()
}

/// 24 bits in letters and digits.
fn plain_number(number: u32) -> [u8; NUMBER] {
    [0, 6, 12, 18].map(|place| {
        let [six, ..] = (number >> place & 0x3F).to_le_bytes();
        0x30 + six
    })
}

/// Octets without order, the same each time (xorshift).
fn random(count: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_u32;
    let next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let [octet, ..] = state.to_le_bytes();
        octet
    };
    std::iter::repeat_with(next).take(count).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_length_comes_once_and_no_two_frames_are_alike() {
        let frames = lengths();
        assert_eq!(frames.iter().map(Bytes::len).collect::<Vec<_>>(), (3..=264).collect::<Vec<_>>());
        let load: BTreeSet<_> = (0..1_000).map(load).collect();
        assert_eq!(load.len(), 1_000);
        assert_eq!((0..1_000).map(short).collect::<BTreeSet<_>>().len(), 1_000);
    }

    #[test]
    fn a_pattern_holds_its_own_octets_and_plain_ones_also_in_the_fcs() {
        for pattern in Pattern::ALL {
            let own = pattern.octets();
            for frame in pattern.frames() {
                let line = frame.iter().copied().chain(fcs16(&frame).to_le_bytes());
                let strange: Vec<u8> =
                    line.filter(|octet| !own.contains(octet) && !(0x20..=0x7C).contains(octet)).collect();
                assert!(strange.is_empty(), "{}: {strange:02x?}", pattern.name());
                assert!(frame.iter().any(|octet| own.contains(octet)));
            }
        }
    }
}
