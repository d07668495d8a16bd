use alloc::vec::Vec;

use super::{FieldValue, IeError, octet};

/// How many transit PINX a call has passed, so that it does not circle for ever. In codeset 4.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | 1 | 0   0 |       count       |  octet 3
/// ```
///
/// Standard: ECMA-225.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TransitCounter(u8);

impl TransitCounter {
    /// The highest count.
    pub const MAX: Self = Self(31);

    /// A count of 0 to 31; `None` above.
    pub const fn new(count: u8) -> Option<Self> {
        if count > Self::MAX.0 { None } else { Some(Self(count)) }
    }

    /// The count.
    pub const fn count(self) -> u8 {
        self.0
    }

    /// One PINX further; stays at 31.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.0 == Self::MAX.0 { self } else { Self(self.0 + 1) }
    }

    /// Reads the contents.
    pub fn parse(octets: &[u8]) -> Result<Self, IeError> {
        Ok(Self(octet(octets, 0)? & 0x1F))
    }

    /// Appends the contents.
    pub fn emit(&self, out: &mut Vec<u8>) {
        out.push(0x80 | self.0);
    }

    /// Calls `out` with each field.
    pub fn fields(&self, out: &mut dyn FnMut(&'static str, FieldValue<'_>)) {
        out("transit_count", FieldValue::Number(self.0.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ie::tests::stands;

    #[test]
    fn counts_to_31_and_stays_there() {
        stands(TransitCounter::new(5).unwrap(), &[0x85], 1);
        assert_eq!(TransitCounter::new(30).unwrap().next(), TransitCounter::MAX);
        assert_eq!(TransitCounter::MAX.next(), TransitCounter::MAX);
        assert_eq!(TransitCounter::new(32), None);
    }
}
