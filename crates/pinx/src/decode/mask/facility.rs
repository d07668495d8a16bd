//! Where in a Facility information element numbers and names are.

use qsig_ber::{Class, Element, Reader};

use super::places::{Kind, Place, guess, of_text};
use crate::limits::DEEPEST_MASKED;

/// The places of the contents of a Facility information element that begin at `start`.
///
/// The octets are taken as BER of any operation: each primitive element that can be a string is masked by what it
/// holds. Numbers and names of operations whose types nobody knows here are found so as well.
pub(super) fn places(contents: &[u8], start: usize) -> Vec<Place> {
    let Some((_, rest)) = contents.split_first() else { return Vec::new() };
    let mut places = Vec::new();
    of_elements(rest, start + 1, DEEPEST_MASKED, &mut places);
    places
}

fn of_elements(octets: &[u8], start: usize, deepest: usize, places: &mut Vec<Place>) {
    let mut reader = Reader::at(octets, start);
    loop {
        let (rest, offset) = (reader.rest(), reader.offset());
        match reader.next() {
            None => return,
            Some(Ok(element)) => of_element(&element, deepest, places),
            Some(Err(_)) => return places.extend(guess(rest, offset)),
        }
    }
}

fn of_element(element: &Element<'_>, deepest: usize, places: &mut Vec<Place>) {
    let (contents, start) = (element.contents, element.contents_offset());
    if element.tag.constructed {
        match deepest.checked_sub(1) {
            Some(deepest) => of_elements(contents, start, deepest, places),
            None => places.extend(guess(contents, start)),
        }
        return;
    }
    match (element.tag.class, element.tag.number) {
        // BOOLEAN, INTEGER, BIT STRING, NULL, OBJECT IDENTIFIER, ENUMERATED.
        (Class::Universal, 1..=3 | 5 | 6 | 10) => {}
        (Class::Universal, 18) => {
            places.push(Place { kind: Kind::Digits, at: start..start + contents.len() });
        }
        (Class::Universal, _) => places.extend(of_string(contents, start)),
        // A tag in place of the type's own: what it holds tells whether it is a string. One octet that is no digit is
        // a number or an enumeration.
        _ if contents.len() == 1 && !contents.iter().all(u8::is_ascii_digit) => {}
        _ if is_text(contents) => places.extend(of_text(contents, start)),
        _ => places.extend(of_wide(contents, start).unwrap_or_else(|| guess(contents, start))),
    }
}

fn of_string(contents: &[u8], start: usize) -> Vec<Place> {
    of_wide(contents, start).unwrap_or_else(|| of_text(contents, start))
}

/// The letters of a BMPString, two octets each, the first of them 0.
fn of_wide(contents: &[u8], start: usize) -> Option<Vec<Place>> {
    let (letters, rest) = contents.as_chunks::<2>();
    let wide = rest.is_empty()
        && !letters.is_empty()
        && letters.iter().all(|[high, low]| *high == 0 && *low >= 0x20);
    let place = |(index, _)| {
        let at = start + 2 * index + 1;
        Place { kind: Kind::Text, at: at..at + 1 }
    };
    wide.then(|| letters.iter().enumerate().map(place).collect())
}

fn is_text(contents: &[u8]) -> bool {
    !contents.is_empty() && contents.iter().all(|octet| matches!(octet, 0x20..=0x7E | 0xA0..))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::hex::Octets;

    fn kinds(hex: &str) -> Vec<(Kind, usize)> {
        let octets = hex.parse::<Octets>().unwrap().0;
        places(&octets, 0).into_iter().map(|place| (place.kind, place.at.len())).collect()
    }

    #[test]
    fn numbers_names_and_wide_letters_are_found_in_operations() {
        // ccExecPossible with the numbers 2001 and 6001 and the service.
        let full =
            "9f a1 1d 02 01 01 02 01 1d a0 15 80 04 32 30 30 31 80 04 36 30 30 31 40 05 04 03 80 90 a3 05 00";
        assert_eq!(kinds(full), [(Kind::Digits, 4), (Kind::Digits, 4)]);
        // callingName: Alice; the same in a set of characters of its own.
        assert_eq!(kinds("9f a1 0d 02 01 01 02 01 00 80 05 41 6c 69 63 65"), [(Kind::Text, 5)]);
        let wide = "9f a1 11 02 01 01 02 01 00 a1 09 04 04 00 41 00 6c 02 01 08";
        assert_eq!(kinds(wide), [(Kind::Text, 1), (Kind::Text, 1)]);
    }

    #[test]
    fn a_number_is_masked_however_deep_it_lies() {
        for levels in [1, DEEPEST_MASKED - 1, DEEPEST_MASKED, DEEPEST_MASKED + 1, 40] {
            let inside = (1..levels).fold(b"\x12\x042001".to_vec(), |inside, _| {
                [&[0x30, u8::try_from(inside.len()).unwrap()][..], &inside].concat()
            });
            let found = places(&[&[0x9F][..], &inside].concat(), 0);
            let place = found.iter().find(|place| place.kind == Kind::Digits);
            let masked = place.is_some_and(|place| place.at.end == inside.len() + 1 && place.at.len() >= 4);
            assert!(masked, "{levels} levels: {found:?}");
        }
    }

    #[test]
    fn octets_that_are_no_ber_are_looked_through() {
        assert_eq!(kinds("9f a1 7f 02 01 01 32 30 30 31"), [(Kind::Digits, 4)]);
    }
}
