use alloc::vec::Vec;

use super::{FieldValue, IeError, octet};

coded! {
    /// What a subaddress is made of.
    SubaddressType mask 0x07
    /// 0: NSAP (X.213).
    Nsap 0 "nsap"
    /// 2: as the user wants it.
    User 2 "user"
}

/// An address behind a number, in Calling and Called party subaddress and Connected subaddress.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | 1 |   type    | o | 0   0   0 |  octet 3: o odd number of digits
///  |            octets             |  octet 4 and so on, 1 to 20
/// ```
///
/// Clause: Q.931 4.5.9 and 4.5.11.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subaddress<'a> {
    /// What it is made of.
    pub kind: SubaddressType,
    /// Whether the number of address signals is odd; only of use for BCD digits.
    pub odd: bool,
    /// 1 to 20 octets.
    pub octets: &'a [u8],
}

impl<'a> Subaddress<'a> {
    /// The longest.
    pub const MAX: usize = 20;

    /// Reads the contents.
    pub fn parse(octets: &'a [u8]) -> Result<Self, IeError> {
        let first = octet(octets, 0)?;
        let address = octets.get(1..).unwrap_or_default();
        if address.is_empty() || address.len() > Self::MAX {
            return Err(IeError::Length { at: 1, length: address.len() });
        }
        Ok(Self { kind: SubaddressType::from_bits(first >> 4), odd: first & 0x08 != 0, octets: address })
    }

    /// Appends the contents.
    pub fn emit(&self, out: &mut Vec<u8>) {
        out.push(0x80 | self.kind.bits() << 4 | u8::from(self.odd) << 3);
        out.extend_from_slice(self.octets);
    }

    /// Calls `out` with each field.
    pub fn fields(&self, out: &mut dyn FnMut(&'static str, FieldValue<'_>)) {
        out("subaddress_type", self.kind.field());
        out("odd", FieldValue::Bool(self.odd));
        out("subaddress", FieldValue::Octets(self.octets));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ElementId, InformationElement,
        ie::tests::{refuses, stands},
    };

    #[test]
    fn has_a_type_and_1_to_20_octets() {
        let nsap = Subaddress { kind: SubaddressType::Nsap, odd: false, octets: &[0x50, 0x37] };
        stands(InformationElement::CalledPartySubaddress(nsap), &[0x80, 0x50, 0x37], 2);
        let user = Subaddress { kind: SubaddressType::User, odd: true, octets: &[0x12] };
        stands(InformationElement::CallingPartySubaddress(user), &[0xA8, 0x12], 2);
        let id = ElementId::CONNECTED_SUBADDRESS;
        refuses(id, &[0x80], IeError::Length { at: 1, length: 0 });
        refuses(id, &[0x80; 22], IeError::Length { at: 1, length: 21 });
    }
}
