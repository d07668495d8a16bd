use alloc::vec::Vec;
use core::iter::FusedIterator;

use nom::{IResult, Parser, error::ErrorKind, multi::length_data, number::complete::u8};

use crate::{ElementId, IeError, InformationElement};

/// One information element, its codeset resolved, its contents not looked at yet.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | 1 |    identifier and value   |  a single octet, or
///
///  | 0 |        identifier         |  octet 1
///  |       length of contents      |  octet 2, 0 to 255
///  |           contents            |  octet 3 and so on
/// ```
///
/// Clause: Q.931 4.5.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element<'a> {
    /// The codeset it is meant in, 0 to 7.
    pub codeset: u8,
    /// Its first octet.
    pub identifier: u8,
    /// Its contents, from octet 3 on; empty for a single octet.
    pub octets: &'a [u8],
    /// Where its first octet is, counted from the first of the message.
    pub offset: usize,
    whole: &'a [u8],
}

/// An element that runs past the end of the message: it and the rest are gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("element {identifier:02x} of codeset {codeset} at offset {offset} cut after {have} octets")]
pub struct CutElement {
    /// Where its first octet is, counted from the first of the message.
    pub offset: usize,
    /// The codeset it is meant in.
    pub codeset: u8,
    /// Its first octet.
    pub identifier: u8,
    /// Octets that were there, identifier and length included.
    pub have: usize,
}

impl<'a> Element<'a> {
    /// Which element it is.
    pub const fn id(&self) -> ElementId {
        ElementId { codeset: self.codeset, identifier: self.identifier }
    }

    /// Whether the element is one octet: bit 8 of its identifier is 1.
    pub const fn is_single_octet(&self) -> bool {
        self.id().is_single_octet()
    }

    /// Its name; see [`ElementId::name`].
    pub const fn name(&self) -> &'static str {
        self.id().name()
    }

    /// The typed value; an element that has none keeps its octets there.
    #[inline]
    pub fn value(&self) -> Result<InformationElement<'a>, IeError> {
        InformationElement::parse(self.id(), self.octets)
    }

    /// The whole element as it stands in the message: identifier, length and contents.
    pub const fn as_octets(&self) -> &'a [u8] {
        self.whole
    }

    /// Appends the element as it stood in the message. A shift before it is an element of its own.
    pub fn emit(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.whole);
    }
}

/// The information elements of a message, in their order. After a cut element there is nothing more.
///
/// Shifts are obeyed: a locking shift holds to the end of the message, and one to the same or a lower codeset
/// is ignored; a non-locking shift holds for the element after it. They are not listed themselves, unless
/// [`Self::with_shifts`] asks for it. Of two shifts in a row the second counts, because the standard says
/// nothing of them. Clause: Q.931 4.5.3, 4.5.4.
#[derive(Clone, Debug)]
pub struct Elements<'a> {
    rest: &'a [u8],
    offset: usize,
    /// That of elements after which no shift says otherwise.
    locked: u8,
    /// That of the next element.
    next_codeset: u8,
    list_shifts: bool,
    first_only: bool,
}

impl<'a> Elements<'a> {
    /// Over `octets`, the first of which has this offset in its message.
    pub(crate) const fn new(octets: &'a [u8], offset: usize) -> Self {
        Self { rest: octets, offset, locked: 0, next_codeset: 0, list_shifts: false, first_only: false }
    }

    /// Ends after the first element.
    pub(crate) const fn first_only(mut self) -> Self {
        self.first_only = true;
        self
    }

    /// Lists the shifts too, as elements of the codeset in force before them: then the elements together are
    /// all octets of the message, up to a cut one.
    #[must_use]
    pub const fn with_shifts(mut self) -> Self {
        self.list_shifts = true;
        self
    }

    const fn shift(&mut self, identifier: u8) {
        let codeset = identifier & 0x07;
        if identifier & 0x08 != 0 {
            self.next_codeset = codeset;
        } else if codeset > self.locked {
            (self.locked, self.next_codeset) = (codeset, codeset);
        }
    }
}

impl<'a> Iterator for Elements<'a> {
    type Item = Result<Element<'a>, CutElement>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let &identifier = self.rest.first()?;
            let offset = self.offset;
            let shift = identifier & 0xF0 == 0x90;
            let codeset = if shift { self.locked } else { self.next_codeset };
            let Ok((rest, octets)) = contents(self.rest) else {
                let have = self.rest.len();
                self.rest = &[];
                return Some(Err(CutElement { offset, codeset, identifier, have }));
            };
            let (whole, _) = self.rest.split_at_checked(self.rest.len() - rest.len()).unwrap_or_default();
            self.offset += whole.len();
            self.rest = if self.first_only { &[] } else { rest };
            self.next_codeset = self.locked;
            if shift {
                self.shift(identifier);
                if !self.list_shifts {
                    continue;
                }
            }
            return Some(Ok(Element { codeset, identifier, octets, offset, whole }));
        }
    }
}

impl FusedIterator for Elements<'_> {}

/// Splits the first element from the rest and gives its contents.
#[inline]
fn contents(octets: &[u8]) -> IResult<&[u8], &[u8], (&[u8], ErrorKind)> {
    let (rest, identifier) = u8(octets)?;
    if identifier & 0x80 != 0 {
        return Ok((rest, &[]));
    }
    length_data(u8).parse(rest)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use proptest::prelude::*;

    use super::*;

    fn listed(octets: &[u8]) -> Vec<(u8, u8, usize)> {
        Elements::new(octets, 0)
            .map(|element| element.map(|e| (e.codeset, e.identifier, e.offset)).unwrap())
            .collect()
    }

    #[test]
    fn a_non_locking_shift_holds_for_one_element() {
        let octets = [0x9C, 0x31, 1, 0x85, 0x9D, 0x32, 1, 0x81, 0x08, 0, 0xA1];
        assert_eq!(listed(&octets), [(4, 0x31, 1), (5, 0x32, 5), (0, 0x08, 8), (0, 0xA1, 10)]);
    }

    #[test]
    fn a_locking_shift_holds_to_the_end_and_only_goes_up() {
        let octets =
            [0x08, 0, 0x95, 0x32, 0, 0x94, 0x31, 0, 0x90, 0x08, 0, 0x98, 0x08, 0, 0x32, 0, 0x96, 1, 0];
        let wanted = [
            (0, 0x08, 0),
            (5, 0x32, 3),
            (5, 0x31, 6),
            (5, 0x08, 9),
            (0, 0x08, 12),
            (5, 0x32, 14),
            (6, 1, 17),
        ];
        assert_eq!(listed(&octets), wanted);
    }

    #[test]
    fn of_two_shifts_in_a_row_the_second_counts() {
        assert_eq!(listed(&[0x9C, 0x9D, 0x32, 0]), [(5, 0x32, 2)]);
        assert_eq!(listed(&[0x9D, 0x94, 0x31, 0]), [(4, 0x31, 2)]);
        assert_eq!(listed(&[0x9D]), []);
    }

    #[test]
    fn shifts_are_listed_on_demand() {
        let octets = [0x9C, 0x31, 1, 0x85, 0x95];
        let all: Vec<_> = Elements::new(&octets, 5)
            .with_shifts()
            .map(|element| element.map(|e| (e.codeset, e.identifier, e.offset)).unwrap())
            .collect();
        assert_eq!(all, [(0, 0x9C, 5), (4, 0x31, 6), (0, 0x95, 9)]);
    }

    #[test]
    fn a_cut_element_ends_the_list() {
        for octets in [&[0xA1, 0x1C, 3, 1, 2][..], &[0xA1, 0x1C, 1], &[0xA1, 0x1C]] {
            let mut elements = Elements::new(octets, 5);
            assert_eq!(elements.next().unwrap().unwrap().id(), ElementId::SENDING_COMPLETE);
            let have = octets.len() - 1;
            let cut = CutElement { offset: 6, codeset: 0, identifier: 0x1C, have };
            assert_eq!(elements.next(), Some(Err(cut)));
            assert_eq!(elements.next(), None);
        }
    }

    #[test]
    fn a_cut_element_has_the_codeset_of_the_shift_before_it() {
        let cut = Elements::new(&[0x9C, 0x31, 1], 0).next();
        assert_eq!(cut, Some(Err(CutElement { offset: 1, codeset: 4, identifier: 0x31, have: 2 })));
    }

    /// Octets of which many are shifts, single octets and short elements.
    fn body() -> impl Strategy<Value = Vec<u8>> {
        let octet = prop_oneof![any::<u8>(), 0x90..=0x9Fu8, 0..4u8, Just(0x1C)];
        proptest::collection::vec(octet, 0..40)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn the_elements_with_their_shifts_are_the_octets(octets in body()) {
            let mut out = Vec::new();
            for element in Elements::new(&octets, 0).with_shifts() {
                match element {
                    Ok(element) => {
                        prop_assert_eq!(element.offset, out.len());
                        element.emit(&mut out);
                    }
                    Err(cut) => {
                        prop_assert_eq!(cut.offset, out.len());
                        prop_assert_eq!(cut.have, octets.len() - cut.offset);
                        out.extend_from_slice(&octets[cut.offset..]);
                    }
                }
            }
            prop_assert_eq!(out, octets);
        }

        #[test]
        fn listing_the_shifts_changes_no_element(octets in body()) {
            let with = Elements::new(&octets, 0)
                .with_shifts()
                .filter(|element| element.as_ref().map_or(true, |element| !element.id().is_shift()));
            prop_assert!(with.eq(Elements::new(&octets, 0)));
        }
    }
}
