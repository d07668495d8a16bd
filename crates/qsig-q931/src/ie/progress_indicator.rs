use alloc::vec::Vec;

use super::{CodingStandard, FieldValue, IeError, Location, group_end, octet};

/// What happens to a call on its way.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | 1 | coding| 0 |   location    |  octet 3
///  | 1 |        description        |  octet 4
/// ```
///
/// A message may have two. Clause: Q.931 4.5.23; ISO/IEC descriptions: ECMA-143.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ProgressIndicator {
    /// Whose code the description is.
    pub coding: CodingStandard,
    /// Where it was made.
    pub location: Location,
    /// 0 to 127; its meaning depends on the coding.
    pub description: u8,
}

impl ProgressIndicator {
    /// ITU-T 1: the call is not end-to-end ISDN, there may be tones.
    pub const NOT_END_TO_END_ISDN: u8 = 1;
    /// ITU-T 2: the destination is not ISDN.
    pub const DESTINATION_NON_ISDN: u8 = 2;
    /// ITU-T 3: the origin is not ISDN.
    pub const ORIGIN_NON_ISDN: u8 = 3;
    /// ITU-T 4: the call has returned to the ISDN.
    pub const RETURNED_TO_ISDN: u8 = 4;
    /// ITU-T 8: in-band information or a tone is now available.
    pub const IN_BAND: u8 = 8;
    /// ISO/IEC 16: interworking with a public network.
    pub const PUBLIC_INTERWORKING: u8 = 16;
    /// ISO/IEC 17: interworking with a network unable to supply a release signal.
    pub const NO_RELEASE_SIGNAL: u8 = 17;

    /// A description of Q.931; bit 8 is cut off.
    pub const fn new(location: Location, description: u8) -> Self {
        Self { coding: CodingStandard::Itu, location, description: description & 0x7F }
    }

    /// Whether there is something to hear on the channel: 1 or 8 in ITU-T coding.
    pub const fn is_in_band(&self) -> bool {
        matches!(
            (self.coding, self.description),
            (CodingStandard::Itu, Self::NOT_END_TO_END_ISDN | Self::IN_BAND)
        )
    }

    /// Reads the contents.
    pub fn parse(octets: &[u8]) -> Result<Self, IeError> {
        let first = octet(octets, 0)?;
        let at = group_end(octets, 0)?;
        Ok(Self {
            coding: CodingStandard::from_bits(first >> 5),
            location: Location::from_bits(first),
            description: octet(octets, at)? & 0x7F,
        })
    }

    /// Appends the contents.
    pub fn emit(&self, out: &mut Vec<u8>) {
        out.push(0x80 | self.coding.bits() << 5 | self.location.bits());
        out.push(0x80 | self.description);
    }

    /// Calls `out` with each field.
    pub fn fields(&self, out: &mut dyn FnMut(&'static str, FieldValue<'_>)) {
        out("coding_standard", FieldValue::Text(self.coding.name()));
        out("location", self.location.field());
        out("description", FieldValue::Number(self.description.into()));
        out("in_band", FieldValue::Bool(self.is_in_band()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ie::tests::stands;

    #[test]
    fn has_location_and_description() {
        let in_band = ProgressIndicator::new(Location::PrivateLocal, ProgressIndicator::IN_BAND);
        stands(in_band, &[0x81, 0x88], 2);
        let iso = ProgressIndicator {
            coding: CodingStandard::Iso,
            location: Location::User,
            description: ProgressIndicator::PUBLIC_INTERWORKING,
        };
        stands(iso, &[0xA0, 0x90], 2);
    }

    #[test]
    fn in_band_are_1_and_8_in_itu_coding() {
        let itu = (0..128).map(|description| ProgressIndicator::new(Location::User, description));
        assert!(itu.clone().filter(ProgressIndicator::is_in_band).map(|p| p.description).eq([1, 8]));
        let iso = itu.map(|progress| ProgressIndicator { coding: CodingStandard::Iso, ..progress });
        assert_eq!(iso.filter(ProgressIndicator::is_in_band).count(), 0);
    }
}
