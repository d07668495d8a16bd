use alloc::vec::Vec;

use super::{CodingStandard, FieldValue, IeError, group_end, octet};

coded! {
    /// What the channel has to carry.
    TransferCapability mask 0x1F
    /// 0: speech.
    Speech 0x00 "speech"
    /// 8: unrestricted digital information.
    UnrestrictedDigital 0x08 "unrestricted-digital"
    /// 9: restricted digital information.
    RestrictedDigital 0x09 "restricted-digital"
    /// 16: 3.1 kHz audio.
    Audio3100 0x10 "3.1-khz-audio"
    /// 17: unrestricted digital information with tones.
    DigitalWithTones 0x11 "unrestricted-digital-with-tones"
    /// 24: video.
    Video 0x18 "video"
}

two_bits! {
    /// How it is switched.
    TransferMode
    /// 0: circuit.
    Circuit "circuit"
    /// 1: reserved.
    Reserved1 "reserved-1"
    /// 2: packet.
    Packet "packet"
    /// 3: reserved.
    Reserved3 "reserved-3"
}

coded! {
    /// User information layer 1 protocol: how the octets on the channel are meant.
    Layer1Protocol mask 0x1F
    /// 1: rate adaption of V.110.
    V110 0x01 "v110"
    /// 2: G.711 mu-law.
    MuLaw 0x02 "mu-law"
    /// 3: G.711 A-law.
    ALaw 0x03 "a-law"
    /// 4: G.721 ADPCM.
    G721 0x04 "g721"
    /// 5: H.221 and H.242.
    H221 0x05 "h221"
    /// 8: rate adaption of V.120.
    V120 0x08 "v120"
    /// 9: HDLC flag stuffing of X.31.
    X31 0x09 "x31"
}

/// What kind of call is wanted.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | 1 | coding|    capability     |  octet 3
///  | 1 |  mode |       rate        |  octet 4
///  | 1 |      rate multiplier      |  octet 4.1, only if rate is 0x18
///  | 1 | 0   1 |  layer 1 protocol |  octet 5, optional
/// ```
///
/// More octets (5a to 5d, layers 2 and 3) are legal, and not part of the value; call completion repeats the
/// element octet for octet. Clause: Q.931 4.5.5; the coding for call-independent signalling: ECMA-165.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BearerCapability {
    /// Whose code it is. [`CodingStandard::Iso`] is that of a call-independent signalling connection.
    pub coding: CodingStandard,
    /// What has to be carried.
    pub capability: TransferCapability,
    /// How it is switched.
    pub mode: TransferMode,
    /// Transfer rate, 0 to 31: 0x10 is 64 kbit/s, 0x18 multirate, 0 a signalling connection or packets.
    pub rate: u8,
    /// Multiples of 64 kbit/s, 0 to 127; there if and only if the rate is multirate.
    pub multiplier: Option<u8>,
    /// How the octets on the channel are meant.
    pub layer_1: Option<Layer1Protocol>,
}

impl BearerCapability {
    /// 64 kbit/s.
    pub const RATE_64K: u8 = 0x10;

    /// A multiple of 64 kbit/s.
    pub const RATE_MULTIPLE: u8 = 0x18;

    /// Speech in A-law: `80 90 A3`.
    pub const SPEECH_A_LAW: Self = Self::voice(TransferCapability::Speech, Layer1Protocol::ALaw);

    /// Speech in mu-law: `80 90 A2`.
    pub const SPEECH_MU_LAW: Self = Self::voice(TransferCapability::Speech, Layer1Protocol::MuLaw);

    /// 3.1 kHz audio in A-law: `90 90 A3`.
    pub const AUDIO_A_LAW: Self = Self::voice(TransferCapability::Audio3100, Layer1Protocol::ALaw);

    /// Unrestricted data at 64 kbit/s: `88 90`.
    pub const DATA_64K: Self =
        Self { layer_1: None, ..Self::voice(TransferCapability::UnrestrictedDigital, Layer1Protocol::ALaw) };

    /// A call-independent signalling connection: `A8 80`.
    pub const CALL_INDEPENDENT: Self = Self { coding: CodingStandard::Iso, rate: 0, ..Self::DATA_64K };

    const fn voice(capability: TransferCapability, layer_1: Layer1Protocol) -> Self {
        Self {
            coding: CodingStandard::Itu,
            capability,
            mode: TransferMode::Circuit,
            rate: Self::RATE_64K,
            multiplier: None,
            layer_1: Some(layer_1),
        }
    }

    /// Whether a call-independent signalling connection is wanted. Any element in ISO/IEC coding counts (our
    /// choice), for that coding serves nothing else.
    pub const fn is_call_independent(&self) -> bool {
        matches!(self.coding, CodingStandard::Iso)
    }

    /// Reads the contents.
    pub fn parse(octets: &[u8]) -> Result<Self, IeError> {
        let first = octet(octets, 0)?;
        let mut at = group_end(octets, 0)?;
        let second = octet(octets, at)?;
        at = group_end(octets, at)?;
        let rate = second & 0x1F;
        let multiplier = if rate == Self::RATE_MULTIPLE {
            let multiplier = octet(octets, at)? & 0x7F;
            at += 1;
            Some(multiplier)
        } else {
            None
        };
        let layer_1 = octets
            .get(at)
            .filter(|octet| *octet & 0x60 == 0x20)
            .map(|octet| Layer1Protocol::from_bits(*octet));
        Ok(Self {
            coding: CodingStandard::from_bits(first >> 5),
            capability: TransferCapability::from_bits(first),
            mode: TransferMode::from_bits(second >> 5),
            rate,
            multiplier,
            layer_1,
        })
    }

    /// Appends the contents.
    pub fn emit(&self, out: &mut Vec<u8>) {
        out.push(0x80 | self.coding.bits() << 5 | self.capability.bits());
        out.push(0x80 | self.mode.bits() << 5 | self.rate & 0x1F);
        if self.rate & 0x1F == Self::RATE_MULTIPLE {
            out.push(0x80 | self.multiplier.unwrap_or(1) & 0x7F);
        }
        if let Some(layer_1) = self.layer_1 {
            out.push(0xA0 | layer_1.bits());
        }
    }

    /// Calls `out` with each field.
    pub fn fields(&self, out: &mut dyn FnMut(&'static str, FieldValue<'_>)) {
        out("coding_standard", FieldValue::Text(self.coding.name()));
        out("transfer_capability", self.capability.field());
        out("transfer_mode", FieldValue::Text(self.mode.name()));
        out("transfer_rate", FieldValue::Number(self.rate.into()));
        if let Some(multiplier) = self.multiplier {
            out("rate_multiplier", FieldValue::Number(multiplier.into()));
        }
        if let Some(layer_1) = self.layer_1 {
            out("layer_1", layer_1.field());
        }
        out("call_independent", FieldValue::Bool(self.is_call_independent()));
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
    fn the_usual_ones_have_their_octets() {
        stands(BearerCapability::SPEECH_A_LAW, &[0x80, 0x90, 0xA3], 2);
        stands(BearerCapability::SPEECH_MU_LAW, &[0x80, 0x90, 0xA2], 2);
        stands(BearerCapability::AUDIO_A_LAW, &[0x90, 0x90, 0xA3], 2);
        stands(BearerCapability::DATA_64K, &[0x88, 0x90], 2);
        stands(BearerCapability::CALL_INDEPENDENT, &[0xA8, 0x80], 2);
    }

    #[test]
    fn only_iso_coding_asks_for_a_signalling_connection() {
        assert!(BearerCapability::CALL_INDEPENDENT.is_call_independent());
        assert!(!BearerCapability::DATA_64K.is_call_independent());
    }

    #[test]
    fn a_multirate_bearer_has_a_multiplier() {
        let video = BearerCapability {
            rate: BearerCapability::RATE_MULTIPLE,
            multiplier: Some(6),
            ..BearerCapability::DATA_64K
        };
        stands(video, &[0x88, 0x98, 0x86], 3);
    }

    #[test]
    fn extended_octets_and_higher_layers_are_passed_over() {
        let parsed = BearerCapability::parse(&[0x88, 0x10, 0x80, 0x21, 0x8F, 0xC6, 0xE6]);
        let v110 = BearerCapability { layer_1: Some(Layer1Protocol::V110), ..BearerCapability::DATA_64K };
        assert_eq!(parsed, Ok(v110));
        for higher_layer in [0xC6, 0xE6] {
            let parsed = BearerCapability::parse(&[0x88, 0x90, higher_layer]);
            assert_eq!(parsed, Ok(BearerCapability::DATA_64K));
        }
        refuses(ElementId::BEARER_CAPABILITY, &[0x00, 0x00], IeError::Cut { at: 2 });
    }
}
