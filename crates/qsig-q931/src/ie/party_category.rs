use alloc::vec::Vec;

use super::{FieldValue, IeError, octet};

coded! {
    /// What kind of party is at an end of a call. In codeset 5.
    ///
    /// ```text
    ///    8   7   6   5   4   3   2   1
    ///  | 1 | 0   0   0   0 | category  |  octet 3
    /// ```
    ///
    /// Standard: ECMA-143.
    PartyCategory mask 0x07
    /// 0: unknown.
    Unknown 0 "unknown"
    /// 1: an extension.
    Extension 1 "extension"
    /// 2: an operator.
    Operator 2 "operator"
    /// 3: an emergency extension.
    Emergency 3 "emergency-extension"
}

impl PartyCategory {
    /// Reads the contents.
    pub fn parse(octets: &[u8]) -> Result<Self, IeError> {
        Ok(Self::from_bits(octet(octets, 0)?))
    }

    /// Appends the contents.
    pub fn emit(&self, out: &mut Vec<u8>) {
        out.push(0x80 | self.bits());
    }

    /// Calls `out` with each field.
    pub fn fields(&self, out: &mut dyn FnMut(&'static str, FieldValue<'_>)) {
        out("party_category", self.field());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ie::tests::stands;

    #[test]
    fn has_three_bits() {
        stands(PartyCategory::Extension, &[0x81], 1);
        stands(PartyCategory::Emergency, &[0x83], 1);
        stands(PartyCategory::Other(7), &[0x87], 1);
    }
}
