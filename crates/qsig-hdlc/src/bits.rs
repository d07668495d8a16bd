//! HDLC on a bit stream, as in a 64 kbit/s time slot.

mod decoder;
mod encoder;
#[cfg(test)]
mod tests;

pub use decoder::BitDecoder;
pub use encoder::BitEncoder;

/// The flag. It reads the same from both ends.
const FLAG: u8 = 0x7E;

/// Which bit of an octet is first on the line.
///
/// A frame's own octets always leave least significant bit first; this is about the octets that carry the
/// line's bits. In msb order an aligned frame octet therefore shows up reversed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum BitOrder {
    /// The most significant one, as in an E1 time slot.
    #[default]
    Msb,
    /// The least significant one, as some adapters deliver that sample the line with a UART or SPI.
    Lsb,
}

impl BitOrder {
    /// Between an octet of this order and one whose first line bit is the least significant; its own inverse.
    const fn turn(self, octet: u8) -> u8 {
        match self {
            Self::Msb => octet.reverse_bits(),
            Self::Lsb => octet,
        }
    }
}

/// What fills the line between frames.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Idle {
    /// Flags, as on an E1.
    #[default]
    Flags,
    /// Ones, as on a BRI D-channel.
    Ones,
}

/// Whether five ones in a row end or lie in `octet`, whose first line bit is the least significant, when
/// `ones` (at most 4) came before it. If not, all its bits are plain data on both ends.
fn has_five_ones(ones: u8, octet: u8) -> bool {
    let before = 0b1_1111 & !(0b1_1111 >> ones.min(5));
    let bits = u16::from(octet) << 5 | before;
    bits & bits >> 1 & bits >> 2 & bits >> 3 & bits >> 4 != 0
}
