use alloc::vec::Vec;

use qsig_core::Cause;

use super::{CodingStandard, FieldValue, IeError, Location, group_end, octet};

/// Why a call or connection is cleared, or what was wrong with a message.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | e | coding| 0 |   location    |  octet 3
///  | 1 |      recommendation       |  octet 3a, only if e is 0; skipped
///  | 1 |        cause value        |  octet 4
///  |          diagnostics          |  octet 5 and so on
/// ```
///
/// Clause: Q.850 2.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CauseIe<'a> {
    /// Whose code the value is.
    pub coding: CodingStandard,
    /// Where it was made.
    pub location: Location,
    /// The value.
    pub cause: Cause,
    /// What more the cause has to say: elements for 96, 99 and 100, the message type for 97, 98 and 101, the
    /// timer for 102. May be empty.
    pub diagnostics: &'a [u8],
}

impl<'a> CauseIe<'a> {
    /// A cause of Q.850 without diagnostics.
    pub const fn new(location: Location, cause: Cause) -> Self {
        Self { coding: CodingStandard::Itu, location, cause, diagnostics: &[] }
    }

    /// The same cause with these diagnostics.
    #[must_use]
    pub const fn with_diagnostics(self, diagnostics: &[u8]) -> CauseIe<'_> {
        CauseIe { coding: self.coding, location: self.location, cause: self.cause, diagnostics }
    }

    /// Reads the contents.
    pub fn parse(octets: &'a [u8]) -> Result<Self, IeError> {
        let first = octet(octets, 0)?;
        let at = group_end(octets, 0)?;
        let cause = Cause::new(octet(octets, at)?);
        Ok(Self {
            coding: CodingStandard::from_bits(first >> 5),
            location: Location::from_bits(first),
            cause,
            diagnostics: octets.get(at + 1..).unwrap_or_default(),
        })
    }

    /// Appends the contents.
    pub fn emit(&self, out: &mut Vec<u8>) {
        out.push(0x80 | self.coding.bits() << 5 | self.location.bits());
        out.push(0x80 | self.cause.value());
        out.extend_from_slice(self.diagnostics);
    }

    /// Calls `out` with each field.
    pub fn fields(&self, out: &mut dyn FnMut(&'static str, FieldValue<'_>)) {
        out("coding_standard", FieldValue::Text(self.coding.name()));
        out("location", self.location.field());
        out("cause", FieldValue::Number(self.cause.value().into()));
        if let (CodingStandard::Itu, Some(text)) = (self.coding, self.cause.text()) {
            out("cause_text", FieldValue::Text(text));
        }
        if !self.diagnostics.is_empty() {
            out("diagnostics", FieldValue::Octets(self.diagnostics));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ElementId,
        ie::tests::{refuses, stands},
    };

    #[test]
    fn has_location_value_and_diagnostics() {
        stands(CauseIe::new(Location::PrivateLocal, Cause::USER_BUSY), &[0x81, 0x91], 2);
        let unknown_type = CauseIe::new(Location::PrivateLocal, Cause::MESSAGE_TYPE_UNKNOWN);
        stands(unknown_type.with_diagnostics(&[0x50]), &[0x81, 0xE1, 0x50], 2);
        let timer = CauseIe::new(Location::User, Cause::RECOVERY_ON_TIMER_EXPIRY);
        stands(timer.with_diagnostics(b"303"), &[0x80, 0xE6, 0x33, 0x30, 0x33], 2);
    }

    #[test]
    fn the_recommendation_is_skipped() {
        let parsed = CauseIe::parse(&[0x01, 0x83, 0x91]).unwrap();
        assert_eq!(parsed, CauseIe::new(Location::PrivateLocal, Cause::USER_BUSY));
        refuses(ElementId::CAUSE, &[0x01, 0x83], IeError::Cut { at: 2 });
        refuses(ElementId::CAUSE, &[0x01, 0x03], IeError::Cut { at: 2 });
    }
}
