//! Strings: which contents a type has, read without joining the segments.

use alloc::string::String;

use qsig_ber::{Element, Tag};

use super::{Alphabet, Size};
use crate::ValueError;

impl Alphabet {
    /// The universal tag of the type, which its segments may have.
    pub(super) const fn tag(self) -> Tag {
        match self {
            Self::Numeric => Tag::NUMERIC_STRING,
            Self::Ia5 => Tag::IA5_STRING,
            Self::Time => Tag::GENERALIZED_TIME,
        }
    }

    const fn holds(self, octet: u8) -> bool {
        match self {
            Self::Numeric => matches!(octet, b'0'..=b'9' | b' ' | b'*' | b'#'),
            Self::Ia5 => octet.is_ascii(),
            Self::Time => matches!(octet, b'0'..=b'9' | b'Z' | b'+' | b'-'),
        }
    }
}

/// Refuses an OCTET STRING of another size.
pub(super) fn check_octets(name: &'static str, element: &Element<'_>, size: Size) -> Result<(), ValueError> {
    let mut octets = 0;
    element.each_segment(Tag::OCTET_STRING, &mut |segment| octets += segment.len())?;
    if size.holds(octets) { Ok(()) } else { Err(ValueError::out_of_range(name, element)) }
}

/// Refuses a BIT STRING of another size.
pub(super) fn check_bits(name: &'static str, element: &Element<'_>, size: Size) -> Result<(), ValueError> {
    let mut bits = 0;
    element.each_bits(&mut |octets, unused| bits += octets.len() * 8 - usize::from(unused))?;
    if size.holds(bits) { Ok(()) } else { Err(ValueError::out_of_range(name, element)) }
}

/// The bits as 0 and 1, the first bit first.
pub(super) fn bits(element: &Element<'_>) -> Result<String, ValueError> {
    let mut text = String::new();
    element.each_bits(&mut |octets, unused| {
        let used = octets.len() * 8 - usize::from(unused);
        let all = octets.iter().flat_map(|octet| (0..8).map(move |place| octet << place & 0x80 != 0));
        text.extend(all.take(used).map(|bit| if bit { '1' } else { '0' }));
    })?;
    Ok(text)
}

/// Refuses a character string of another size or alphabet.
pub(super) fn check_text(
    name: &'static str,
    element: &Element<'_>,
    alphabet: Alphabet,
    size: Size,
) -> Result<(), ValueError> {
    let (mut characters, mut legal) = (0, true);
    let mut time = Time::default();
    element.each_segment(alphabet.tag(), &mut |segment| {
        characters += segment.len();
        for octet in segment {
            legal &= alphabet.holds(*octet);
            time.take(*octet);
        }
    })?;
    let legal = legal && (alphabet != Alphabet::Time || time.is_whole());
    if legal && size.holds(characters) { Ok(()) } else { Err(ValueError::out_of_range(name, element)) }
}

/// The parts of a GeneralizedTime: 12 or 14 digits, then nothing, `Z`, or a sign and four digits.
#[derive(Default)]
struct Time {
    digits: usize,
    zone: Option<u8>,
    zone_digits: usize,
    surplus: bool,
}

impl Time {
    fn take(&mut self, octet: u8) {
        match (octet, self.zone) {
            (b'0'..=b'9', None) => self.digits += 1,
            (b'0'..=b'9', Some(b'+' | b'-')) => self.zone_digits += 1,
            (b'Z' | b'+' | b'-', None) => self.zone = Some(octet),
            _ => self.surplus = true,
        }
    }

    const fn is_whole(&self) -> bool {
        let zone = match self.zone {
            None | Some(b'Z') => self.zone_digits == 0,
            Some(_) => self.zone_digits == 4,
        };
        matches!(self.digits, 12 | 14) && zone && !self.surplus
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use qsig_ber::Reader;

    use super::*;

    fn takes(alphabet: Alphabet, text: &str) -> bool {
        let octets = [&[0x80, u8::try_from(text.len()).unwrap()], text.as_bytes()].concat();
        check_text("text", &Reader::new(&octets).read().unwrap(), alphabet, Size(1, 19)).is_ok()
    }

    #[test]
    fn a_time_has_minutes_or_seconds_and_perhaps_a_zone() {
        for good in
            ["202611220159", "20261122015930", "20261122015930Z", "202611220159+0100", "20261122015930-0100"]
        {
            assert!(takes(Alphabet::Time, good), "{good}");
        }
        for bad in [
            "2026112201",
            "2026112201593",
            "202611220159+01",
            "202611220159Z0",
            "20261122T0159",
            "202611220159Z+0100",
        ] {
            assert!(!takes(Alphabet::Time, bad), "{bad}");
        }
    }

    #[test]
    fn letters_are_no_digits_and_eight_bits_are_no_ia5() {
        assert!(takes(Alphabet::Numeric, "1 2*#"));
        assert!(!takes(Alphabet::Numeric, "12A"));
        assert!(takes(Alphabet::Ia5, "node-1"));
        assert!(!takes(Alphabet::Ia5, "n\u{e9}"));
        assert!(!takes(Alphabet::Ia5, ""));
    }

    #[test]
    fn bits_are_counted_without_the_unused_ones() {
        let octets = [3, 3, 5, 0xA5, 0xE0];
        let element = Reader::new(&octets).read().unwrap();
        assert_eq!(bits(&element).unwrap(), "10100101111");
        let sizes: Vec<_> =
            (10..13).map(|most| check_bits("bits", &element, Size(1, most)).is_ok()).collect();
        assert_eq!(sizes, [false, true, true]);
    }
}
