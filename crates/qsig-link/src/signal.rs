use qsig_hdlc::{BitOrder, Idle};

const FLAG: u8 = 0x7E;

/// Flags one after the other that make an idle line. Octets without order hold four of them once in years.
const ENOUGH: u8 = 4;

/// Looks whether a bit stream carries an idle pattern: the sign of life of its layer 1.
///
/// A line that idles on flags shows four in a row when it comes up, and any flag later. One that idles on ones
/// cannot be told from one that is cut, so there any octet is taken. This is our own rule; on an E1 the card
/// tells more.
#[derive(Clone, Debug)]
pub(crate) struct SignalWatch {
    order: BitOrder,
    idle: Idle,
    /// The last eight bits of the line, the newest one least significant.
    bits: u8,
    /// Bits since the last flag.
    since: u8,
    /// Flags in a row, up to `ENOUGH`.
    row: u8,
    /// The octet before.
    last: u8,
    /// The octet that, coming once more, shows the same flag once more.
    steady: Option<u8>,
}

/// What octets showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// The idle pattern.
    Idle,
    /// A flag, which keeps a line up.
    Flag,
    /// Nothing.
    None,
}

impl SignalWatch {
    pub(crate) const fn new(order: BitOrder, idle: Idle) -> Self {
        Self { order, idle, bits: 0, since: u8::MAX, row: 0, last: 0, steady: None }
    }

    /// The strongest sign in these octets.
    pub(crate) fn push(&mut self, octets: &[u8]) -> Sign {
        if self.idle == Idle::Ones {
            return if octets.is_empty() { Sign::None } else { Sign::Idle };
        }
        let mut sign = Sign::None;
        for &octet in octets {
            let found = self.octet(octet);
            sign = match (sign, found) {
                (Sign::Idle, _) | (_, Sign::Idle) => Sign::Idle,
                (Sign::None, found) => found,
                (Sign::Flag, _) => Sign::Flag,
            };
        }
        sign
    }

    fn octet(&mut self, octet: u8) -> Sign {
        // In an idle line each octet is like the one before: nothing to do for each bit.
        if self.steady == Some(octet) {
            return Sign::Idle;
        }
        let sign = self.by_bits(octet);
        // A flag may lie across two octets, so it takes two that are alike to be sure of the third.
        self.steady = (sign == Sign::Idle && self.last == octet).then_some(octet);
        self.last = octet;
        sign
    }

    fn by_bits(&mut self, octet: u8) -> Sign {
        let octet = match self.order {
            BitOrder::Msb => octet,
            BitOrder::Lsb => octet.reverse_bits(),
        };
        let mut sign = Sign::None;
        for place in (0..8).rev() {
            self.bits = self.bits << 1 | (octet >> place & 1);
            self.since = self.since.saturating_add(1);
            if self.bits == FLAG {
                // Two flags may share a zero.
                self.row = if self.since <= 8 { (self.row + 1).min(ENOUGH) } else { 1 };
                self.since = 0;
                sign = if self.row == ENOUGH { Sign::Idle } else { Sign::Flag };
            } else if self.since > 8 {
                self.row = 0;
            }
        }
        sign
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(order: BitOrder, octets: &[u8]) -> Sign {
        SignalWatch::new(order, Idle::Flags).push(octets)
    }

    #[test]
    fn flags_are_found_at_each_offset_and_in_both_orders() {
        for turn in 0..8 {
            let octet = 0x7E_u8.rotate_left(turn);
            assert_eq!(sign(BitOrder::Msb, &[octet; 6]), Sign::Idle, "turned by {turn}");
            assert_eq!(sign(BitOrder::Lsb, &[octet; 6]), Sign::Idle, "turned by {turn}");
        }
    }

    #[test]
    fn flags_that_share_their_zeros_are_idle_too() {
        // 0111111 over and over.
        assert_eq!(sign(BitOrder::Msb, &[0x7E, 0xFD, 0xFB, 0xF7, 0xEF, 0xDF, 0xBF]), Sign::Idle);
    }

    #[test]
    fn one_flag_is_not_idle_and_octets_without_a_flag_are_nothing() {
        assert_eq!(sign(BitOrder::Msb, &[0x7E, 0x40, 0x80, 0x80]), Sign::Flag);
        for dead in [0x00, 0xFF, 0x55, 0xD5] {
            assert_eq!(sign(BitOrder::Msb, &[dead; 100]), Sign::None, "{dead:02x}");
        }
    }

    #[test]
    fn the_idle_pattern_ends_when_the_flags_do() {
        let mut watch = SignalWatch::new(BitOrder::Msb, Idle::Flags);
        assert_eq!(watch.push(&[0x7E; 10]), Sign::Idle);
        assert_eq!(watch.push(&[0x7E]), Sign::Idle);
        // The last flag's zero is the first bit of nothing.
        assert_eq!(watch.push(&[0xFF; 2]), Sign::None);
        assert_eq!(watch.push(&[0xFF; 10]), Sign::None);
        assert_eq!(watch.push(&[0x7E]), Sign::Flag);
    }

    #[test]
    fn a_line_that_idles_on_ones_lives_by_any_octet() {
        let mut watch = SignalWatch::new(BitOrder::Msb, Idle::Ones);
        assert_eq!(watch.push(&[]), Sign::None);
        assert_eq!(watch.push(&[0xFF]), Sign::Idle);
    }
}
