use alloc::vec::Vec;
use core::fmt;

/// Which side chose the value of a call reference, seen from the sender of the message: the flag, bit 8 of
/// octet 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// Flag 0: the sender of the message chose it.
    Sender,
    /// Flag 1: the receiver of the message chose it.
    Receiver,
}

impl Origin {
    /// The same side, seen from the other end.
    #[must_use]
    pub const fn inverted(self) -> Self {
        match self {
            Self::Sender => Self::Receiver,
            Self::Receiver => Self::Sender,
        }
    }

    /// The flag: 0 or 1.
    pub const fn flag(self) -> u8 {
        match self {
            Self::Sender => 0,
            Self::Receiver => 1,
        }
    }

    const fn from_octet(octet: u8) -> Self {
        if octet & 0x80 == 0 { Self::Sender } else { Self::Receiver }
    }
}

/// The value of a call reference, 1 to 32767. 0 is the global call reference and no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallReferenceValue(u16);

impl CallReferenceValue {
    /// The lowest.
    pub const MIN: Self = Self(1);

    /// The highest.
    pub const MAX: Self = Self(0x7FFF);

    /// `None` for 0 and what does not fit into 15 bits.
    pub const fn new(value: u16) -> Option<Self> {
        if value == 0 || value > Self::MAX.0 { None } else { Some(Self(value)) }
    }

    /// The number.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// The following value; 1 follows 32767.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.0 == Self::MAX.0 { Self::MIN } else { Self(self.0 + 1) }
    }
}

/// The reference that ties a message to a call, to the whole link (global) or to nothing (dummy).
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | 0   0   0   0 |    length     |  octet 1
///  | F |       value (high)        |  octet 2
///  |          value (low)          |  octet 3
/// ```
///
/// Length 0 is the dummy reference. Length 1 (7 bits) and 2 (15 bits) are taken, and a value of one octet is
/// the same as that of two with 0 before it (our choice); length 2 is sent.
///
/// Clause: Q.931 4.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallReference {
    /// Length 0: no call; connectionless FACILITY.
    Dummy,
    /// Value 0: the interface itself; RESTART.
    Global(Origin),
    /// A call or a call-independent signalling connection.
    Call(Origin, CallReferenceValue),
}

/// Why octets are not a call reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CallReferenceError {
    /// The octets end before the element does.
    #[error("call reference cut after {have} octets")]
    Cut {
        /// Octets that were there, the length octet included.
        have: usize,
    },
    /// Bits 8 to 5 of the length octet are not 0.
    #[error("call reference length octet {0:02x} with spare bits set")]
    SpareBits(u8),
    /// The length is none of 0, 1 and 2.
    #[error("call reference of {0} octets")]
    Length(u8),
}

impl CallReference {
    /// Takes the element from the front and returns the rest.
    pub fn parse(octets: &[u8]) -> Result<(Self, &[u8]), CallReferenceError> {
        let cut = CallReferenceError::Cut { have: octets.len() };
        let (&length, rest) = octets.split_first().ok_or(cut)?;
        if length & 0xF0 != 0 {
            return Err(CallReferenceError::SpareBits(length));
        }
        match (length, rest) {
            (0, rest) => Ok((Self::Dummy, rest)),
            (1, [a, rest @ ..]) => Ok((Self::from_parts(Origin::from_octet(*a), u16::from(a & 0x7F)), rest)),
            (2, [a, b, rest @ ..]) => {
                Ok((Self::from_parts(Origin::from_octet(*a), u16::from_be_bytes([a & 0x7F, *b])), rest))
            }
            (1 | 2, _) => Err(cut),
            (other, _) => Err(CallReferenceError::Length(other)),
        }
    }

    /// Appends the element: one octet for the dummy reference, else three.
    pub fn emit(&self, out: &mut Vec<u8>) {
        let (origin, value) = match self {
            Self::Dummy => return out.push(0),
            Self::Global(origin) => (origin, 0),
            Self::Call(origin, value) => (origin, value.0),
        };
        let [high, low] = value.to_be_bytes();
        out.extend_from_slice(&[2, origin.flag() << 7 | high, low]);
    }

    /// The reference as the other end writes it: what an answer carries.
    #[must_use]
    pub const fn inverted(self) -> Self {
        match self {
            Self::Dummy => Self::Dummy,
            Self::Global(origin) => Self::Global(origin.inverted()),
            Self::Call(origin, value) => Self::Call(origin.inverted(), value),
        }
    }

    /// Which side chose the value; `None` for the dummy reference.
    pub const fn origin(self) -> Option<Origin> {
        match self {
            Self::Dummy => None,
            Self::Global(origin) | Self::Call(origin, _) => Some(origin),
        }
    }

    /// The value, 0 for the global reference; `None` for the dummy reference.
    pub const fn value(self) -> Option<u16> {
        match self {
            Self::Dummy => None,
            Self::Global(_) => Some(0),
            Self::Call(_, value) => Some(value.0),
        }
    }

    const fn from_parts(origin: Origin, value: u16) -> Self {
        match CallReferenceValue::new(value) {
            Some(value) => Self::Call(origin, value),
            None => Self::Global(origin),
        }
    }
}

impl fmt::Display for CallReference {
    /// `0x0001 flag 0`, `global flag 1` or `dummy`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dummy => f.write_str("dummy"),
            Self::Global(origin) => write!(f, "global flag {}", origin.flag()),
            Self::Call(origin, value) => write!(f, "{:#06x} flag {}", value.0, origin.flag()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(origin: Origin, value: u16) -> CallReference {
        CallReference::Call(origin, CallReferenceValue::new(value).unwrap())
    }

    #[test]
    fn parses_every_length_and_emits_length_2() {
        let samples: [(&[u8], CallReference, &[u8]); 7] = [
            (&[0], CallReference::Dummy, &[0]),
            (&[1, 0x85], call(Origin::Receiver, 5), &[2, 0x80, 5]),
            (&[1, 0], CallReference::Global(Origin::Sender), &[2, 0, 0]),
            (&[2, 0, 0], CallReference::Global(Origin::Sender), &[2, 0, 0]),
            (&[2, 0x80, 0], CallReference::Global(Origin::Receiver), &[2, 0x80, 0]),
            (&[2, 0x12, 0x34], call(Origin::Sender, 0x1234), &[2, 0x12, 0x34]),
            (&[2, 0xFF, 0xFF], call(Origin::Receiver, 0x7FFF), &[2, 0xFF, 0xFF]),
        ];
        for (octets, reference, canonical) in samples {
            let mut longer = octets.to_vec();
            longer.push(0x05);
            assert_eq!(CallReference::parse(&longer), Ok((reference, &[0x05][..])));
            let mut out = Vec::new();
            reference.emit(&mut out);
            assert_eq!(out, canonical);
        }
    }

    #[test]
    fn refuses_each_cut_spare_bits_and_other_lengths() {
        for octets in [&[][..], &[1], &[2], &[2, 0x12]] {
            assert_eq!(CallReference::parse(octets), Err(CallReferenceError::Cut { have: octets.len() }));
        }
        assert_eq!(CallReference::parse(&[3, 0, 0, 1]), Err(CallReferenceError::Length(3)));
        assert_eq!(CallReference::parse(&[0x12, 0, 1]), Err(CallReferenceError::SpareBits(0x12)));
    }

    #[test]
    fn an_answer_carries_the_flag_inverted() {
        assert_eq!(call(Origin::Sender, 7).inverted(), call(Origin::Receiver, 7));
        assert_eq!(CallReference::Global(Origin::Receiver).inverted(), CallReference::Global(Origin::Sender));
        assert_eq!(CallReference::Dummy.inverted(), CallReference::Dummy);
    }

    #[test]
    fn values_follow_each_other_without_0() {
        assert_eq!(CallReferenceValue::new(0), None);
        assert_eq!(CallReferenceValue::new(0x8000), None);
        assert_eq!(CallReferenceValue::MAX.next(), CallReferenceValue::MIN);
        assert_eq!(CallReferenceValue::MIN.next().get(), 2);
    }
}
