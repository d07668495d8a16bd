//! Where in a frame numbers and names are.

use std::ops::Range;

use qsig_lapd::{Control, Frame};
use qsig_q931::{Element, Message, MessageType};

use super::facility;

/// Octets that tell of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// What they are.
    pub(super) kind: Kind,
    /// Where, from the first octet of the frame.
    pub(super) at: Range<usize>,
}

/// What octets are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// IA5 digits, perhaps with others between them.
    Digits,
    /// Letters of any kind.
    Text,
    /// Something else: it is overwritten with zeros.
    Opaque,
}

/// A run of at least so many digits in octets that are not understood is taken for a number.
const SHORTEST_NUMBER: usize = 3;
/// A run of at least so many letters and digits is taken for a name.
const SHORTEST_NAME: usize = 4;

/// The places of a LAPD frame.
pub(super) fn of_frame(octets: &[u8]) -> Vec<Place> {
    let Ok(frame) = Frame::parse(octets) else { return guess(octets, 0) };
    let base = octets.len() - frame.information.len();
    match frame.control {
        Control::I { .. } | Control::Ui { .. } if frame.address.sapi == 0 => {
            of_message(frame.information, base)
        }
        _ => guess(frame.information, base),
    }
}

/// The places of a message that begins at `base`.
pub(super) fn of_message(octets: &[u8], base: usize) -> Vec<Place> {
    let Ok(message) = Message::parse(octets) else { return guess(octets, base) };
    let mut places = Vec::new();
    let body = octets.len() - message.body().len();
    if matches!(message.message_type, MessageType::Segment | MessageType::Escape) {
        return guess(message.body(), base + body);
    }
    for element in message.elements() {
        match element {
            Ok(element) => places.extend(of_element(&element, base)),
            Err(cut) => {
                let rest = octets.get(cut.offset..).unwrap_or_default();
                places.extend(guess(rest, base + cut.offset));
            }
        }
    }
    places
}

fn of_element(element: &Element<'_>, base: usize) -> Vec<Place> {
    let contents = element.octets;
    let start = base + element.offset + (element.as_octets().len() - contents.len());
    let whole = |kind, from: usize| {
        let end = start + contents.len();
        vec![Place { kind, at: (start + from).min(end)..end }]
    };
    match (element.codeset, element.identifier) {
        // Numbers: called, calling, connected, redirecting, redirection, originally called.
        (0, 0x0C | 0x4C | 0x6C | 0x70 | 0x73 | 0x74 | 0x76) => {
            // The octets before the digits end with one that has bit 8 set.
            let before = contents.iter().position(|octet| octet & 0x80 != 0).map_or(0, |at| at + 1);
            whole(Kind::Digits, before)
        }
        (0, 0x4D | 0x6D | 0x71) => of_text(contents.get(1..).unwrap_or_default(), start + 1),
        (0, 0x28) => of_text(contents, start),
        (0, 0x2C) => whole(Kind::Digits, 0),
        (0, 0x7E) => of_text(contents.get(1..).unwrap_or_default(), start + 1),
        (0, 0x1C) => facility::places(contents, start),
        // Bearer capability, Call state, Channel identification, Progress and Restart indicator hold no text.
        (0, 0x04 | 0x14 | 0x18 | 0x1E | 0x79) => Vec::new(),
        _ => guess(contents, start),
    }
}

/// Octets that are text, or else something that is not understood.
pub(super) fn of_text(octets: &[u8], start: usize) -> Vec<Place> {
    if octets.is_empty() {
        return Vec::new();
    }
    let digits = octets.iter().all(|octet| matches!(octet, b'0'..=b'9' | b'*' | b'#' | b' '));
    let text = octets.iter().all(|octet| matches!(octet, 0x20..=0x7E | 0x80..));
    let kind = if digits {
        Kind::Digits
    } else if text {
        Kind::Text
    } else {
        Kind::Opaque
    };
    vec![Place { kind, at: start..start + octets.len() }]
}

/// What looks like numbers and names in octets that are not understood.
pub(super) fn guess(octets: &[u8], start: usize) -> Vec<Place> {
    let mut places = Vec::new();
    let mut at = 0;
    for run in octets.chunk_by(|one, other| is_word(*one) == is_word(*other)) {
        let place = |kind| Place { kind, at: start + at..start + at + run.len() };
        let digits = run.chunk_by(|one, other| one.is_ascii_digit() == other.is_ascii_digit());
        let longest = digits.filter(|it| it.first().is_some_and(u8::is_ascii_digit)).map(<[u8]>::len).max();
        if run.first().is_some_and(|octet| is_word(*octet)) {
            if run.len() >= SHORTEST_NAME && !run.iter().all(u8::is_ascii_digit) {
                places.push(place(Kind::Text));
            } else if longest >= Some(SHORTEST_NUMBER) {
                places.push(place(Kind::Digits));
            }
        }
        at += run.len();
    }
    places
}

const fn is_word(octet: u8) -> bool {
    octet.is_ascii_alphanumeric() || octet == b' ' || octet == b'.' || octet == b'-'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_looked_through_for_digits_and_letters() {
        let kinds = |octets: &[u8]| -> Vec<(Kind, Range<usize>)> {
            guess(octets, 10).into_iter().map(|place| (place.kind, place.at)).collect()
        };
        assert_eq!(kinds(b"\x01\x022001\x03"), [(Kind::Digits, 12..16)]);
        assert_eq!(kinds(b"\x01Alice\x8042\x01"), [(Kind::Text, 11..16)]);
        assert_eq!(kinds(b"\x04\x03\x80\x90\xa3"), []);
    }

    #[test]
    fn digits_begin_behind_the_octets_that_tell_their_kind() {
        // Calling party number with octet 3a, Called party number without.
        let octets = [8, 2, 0, 1, 5, 0x6C, 4, 0x00, 0x81, b'2', b'0', 0x70, 3, 0x80, b'6', b'1'];
        let places: Vec<Range<usize>> = of_message(&octets, 4).into_iter().map(|place| place.at).collect();
        assert_eq!(places, [13..15, 18..20]);
    }
}
