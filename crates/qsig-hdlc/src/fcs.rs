/// Octets of an FCS-16.
pub const FCS_OCTETS: usize = 2;

/// What [`fcs_register`] leaves after a frame and its FCS, if both are whole.
pub const FCS_GOOD: u16 = 0xF0B8;

/// The frame check sequence of `octets`, to be sent low octet first.
///
/// Generator x^16+x^12+x^5+1, reflected, preset to ones and complemented.
///
/// Clause: Q.921 2.7.
pub fn fcs16(octets: &[u8]) -> u16 {
    !fcs_register(octets)
}

/// The register after `octets`, before it is complemented: [`FCS_GOOD`] after a frame with its FCS.
pub fn fcs_register(octets: &[u8]) -> u16 {
    octets.iter().fold(0xFFFF, |register, octet| {
        let [low, high] = register.to_le_bytes();
        // Always there: the table has an entry for each octet.
        let step = TABLE.get(usize::from(low ^ octet)).copied().unwrap_or_default();
        u16::from(high) ^ step
    })
}

const POLYNOMIAL: u16 = 0x8408;

static TABLE: [u16; 256] = table();

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is compiled")]
const fn table() -> [u16; 256] {
    let mut table = [0; 256];
    let mut register: u16 = 0;
    while register < 256 {
        let mut entry = register;
        let mut bit = 0;
        while bit < 8 {
            entry = if entry & 1 == 1 { entry >> 1 ^ POLYNOMIAL } else { entry >> 1 };
            bit += 1;
        }
        table[register as usize] = entry;
        register += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    /// Frames without FCS, and the FCS octets in sending order.
    const VECTORS: &[(&[u8], [u8; 2])] = &[
        (&[0x00, 0x01, 0x7F], [0x64, 0x54]),
        (&[0x02, 0x01, 0x7F], [0xDC, 0xE1]),
        (&[0x00, 0x01, 0x73], [0x08, 0x9E]),
        (&[0x02, 0x01, 0x73], [0xB0, 0x2B]),
        (&[0x00, 0x01, 0x53], [0x0A, 0xBF]),
        (&[0x00, 0x01, 0x1F], [0x62, 0x37]),
        (&[0x00, 0x01, 0x0F], [0xE3, 0x27]),
        (&[0x00, 0x01, 0x01, 0x02], [0xC8, 0x9C]),
        (&[0x00, 0x01, 0x01, 0x03], [0x41, 0x8D]),
        (&[0x00, 0x01, 0x05, 0x02], [0xA8, 0xFB]),
        (&[0x00, 0x01, 0x09, 0x02], [0x08, 0x52]),
        (&[0x02, 0x01, 0x01, 0x0B], [0x7F, 0x38]),
        (&[0x02, 0x01, 0x01, 0x07], [0x13, 0xF2]),
        (&[0x00, 0x01, 0x87, 0x0A, 0x00, 0x04, 0x06, 0x01], [0x45, 0x6F]),
        (&[0x00, 0x01, 0xAF], [0xE9, 0x82]),
        (
            b"\x00\x01\x00\x00\x08\x02\x00\x01\x05\x04\x03\x80\x90\xA3\x18\x03\xA9\x83\x81\x6C\x06\x00\x81\
              1001\x70\x05\x802002\xA1",
            [0xCE, 0xA1],
        ),
        (&[0x02], [0x6A, 0xD3]),
        (b"123456789", [0x6E, 0x90]),
    ];

    #[test]
    fn vectors_have_their_fcs_and_leave_the_check_constant() {
        for (frame, fcs) in VECTORS {
            assert_eq!(fcs16(frame).to_le_bytes(), *fcs, "{frame:02x?}");
            let mut whole = Vec::from(*frame);
            whole.extend_from_slice(fcs);
            assert_eq!(fcs_register(&whole), FCS_GOOD);
        }
    }

    #[test]
    fn any_single_wrong_bit_is_seen() {
        for (frame, fcs) in VECTORS {
            let mut whole = Vec::from(*frame);
            whole.extend_from_slice(fcs);
            for bit in 0..whole.len() * 8 {
                whole[bit / 8] ^= 1 << (bit % 8);
                assert_ne!(fcs_register(&whole), FCS_GOOD);
                whole[bit / 8] ^= 1 << (bit % 8);
            }
        }
    }
}
