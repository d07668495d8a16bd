use crate::limits::{LENGTH_OCTETS, MAX_DEPTH};
use crate::{Class, Error, Fault, Tag};

/// Cuts octets into elements.
///
/// An iterator: one `Ok` for each element, or one `Err` and then nothing. What stands within a constructed
/// element is read with [`Element::children`]. Octets beyond an announced length are never touched and nothing
/// is allocated.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
    offset: usize,
    depth: u8,
}

/// One element: tag, length, contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element<'a> {
    /// Its identifier.
    pub tag: Tag,
    /// Its contents, without the end-of-contents octets of an indefinite length.
    pub contents: &'a [u8],
    /// The whole element, as it came.
    pub octets: &'a [u8],
    /// Where it begins, from the start of the octets that the outermost reader was given.
    pub offset: usize,
    /// How many octets tag and length take: 10 at most.
    head: u8,
    depth: u8,
}

impl<'a> Reader<'a> {
    /// Reads octets from their start.
    pub const fn new(octets: &'a [u8]) -> Self {
        Self::at(octets, 0)
    }

    /// Reads octets that stand at `offset` in something larger; errors and elements carry the offset there.
    pub const fn at(octets: &'a [u8], offset: usize) -> Self {
        Self { rest: octets, offset, depth: 1 }
    }

    /// The octets that are not read yet. After an error: from the element that could not be read.
    pub const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// Where [`rest`](Self::rest) begins.
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// Takes one element. After an error the reader stands before the element that could not be read.
    #[inline]
    pub fn read(&mut self) -> Result<Element<'a>, Error> {
        match self.read_short() {
            Some(element) => Ok(element),
            None => self.read_any(),
        }
    }

    /// An element whose tag and length take an octet each, as nearly all do. `None`: it is another one, or wrong.
    #[inline]
    fn read_short(&mut self) -> Option<Element<'a>> {
        let [first, length @ ..=0x7F, ..] = self.rest else { return None };
        if first & 0x1F == 0x1F || [*first, *length] == [0, 0] || self.depth > MAX_DEPTH {
            return None;
        }
        let (octets, rest) = self.rest.split_at_checked(usize::from(*length) + 2)?;
        let [_, _, contents @ ..] = octets else { return None };
        let element = Element {
            tag: short_tag(*first),
            contents,
            octets,
            offset: self.offset,
            head: 2,
            depth: self.depth,
        };
        self.rest = rest;
        self.offset += octets.len();
        Some(element)
    }

    #[cold]
    fn read_any(&mut self) -> Result<Element<'a>, Error> {
        let fail = |fault: Fault| fault.at(self.offset);
        if self.depth > MAX_DEPTH {
            return Err(fail(Fault::TooDeep));
        }
        if self.rest.starts_with(&[0, 0]) {
            return Err(fail(Fault::UnexpectedEnd));
        }
        let head = Head::parse(self.rest).map_err(fail)?;
        let body = self.rest.get(head.octets..).unwrap_or_default();
        let (length, closing) = match head.length {
            Some(length) => (length, 0),
            None => (end_of_contents(body, self.depth).map_err(fail)?, 2),
        };
        let contents = body.get(..length).ok_or(fail(Fault::Cut))?;
        let whole = head.octets + length + closing;
        let octets = self.rest.get(..whole).ok_or(fail(Fault::Cut))?;
        let element = Element {
            tag: head.tag,
            contents,
            octets,
            offset: self.offset,
            head: u8::try_from(head.octets).unwrap_or(u8::MAX),
            depth: self.depth,
        };
        self.rest = self.rest.get(whole..).unwrap_or_default();
        self.offset += whole;
        Ok(element)
    }
}

impl<'a> Iterator for Reader<'a> {
    type Item = Result<Element<'a>, Error>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let element = self.read();
        if element.is_err() {
            self.rest = &[];
        }
        Some(element)
    }
}

impl<'a> Element<'a> {
    /// Whether class and number are those of `tag`, whatever the form; see [`Tag::names_same_type`].
    pub fn is(&self, tag: Tag) -> bool {
        self.tag.names_same_type(tag)
    }

    /// The elements within. Refuses a primitive element.
    #[inline]
    pub fn children(&self) -> Result<Reader<'a>, Error> {
        if !self.tag.constructed {
            return Err(Fault::WrongForm.at(self.offset));
        }
        Ok(Reader { rest: self.contents, offset: self.contents_offset(), depth: self.depth + 1 })
    }

    /// Where the contents begin.
    pub fn contents_offset(&self) -> usize {
        self.offset + usize::from(self.head)
    }

    /// Refuses an element in which anything, on any level, is not BER or stands too deep.
    #[inline]
    pub fn verify(&self) -> Result<(), Error> {
        if self.tag.constructed { self.verify_children() } else { Ok(()) }
    }

    fn verify_children(&self) -> Result<(), Error> {
        self.children()?.try_for_each(|child| child?.verify())
    }

    pub(crate) fn primitive(&self) -> Result<&'a [u8], Error> {
        if self.tag.constructed { Err(Fault::WrongForm.at(self.offset)) } else { Ok(self.contents) }
    }
}

/// Tag and length octets.
struct Head {
    tag: Tag,
    /// `None`: indefinite.
    length: Option<usize>,
    /// How many octets tag and length take.
    octets: usize,
}

impl Head {
    fn parse(octets: &[u8]) -> Result<Self, Fault> {
        let (&first, mut rest) = octets.split_first().ok_or(Fault::Cut)?;
        let Tag { class, constructed, mut number } = short_tag(first);
        if number == 0x1F {
            (number, rest) = long_number(rest)?;
        }
        let (&length, mut rest) = rest.split_first().ok_or(Fault::Cut)?;
        let length = match length {
            0x00..=0x7F => Some(usize::from(length)),
            0x80 if constructed => None,
            0x80 => return Err(Fault::IndefinitePrimitive),
            0xFF => return Err(Fault::ReservedLength),
            _ => {
                let count = length & 0x7F;
                if count > LENGTH_OCTETS {
                    return Err(Fault::LengthTooLong(count));
                }
                let (value, after) = rest.split_at_checked(usize::from(count)).ok_or(Fault::Cut)?;
                rest = after;
                let value = value.iter().fold(0_u32, |value, octet| value << 8 | u32::from(*octet));
                Some(usize::try_from(value).map_err(|_| Fault::Cut)?)
            }
        };
        Ok(Self { tag: Tag { class, constructed, number }, length, octets: octets.len() - rest.len() })
    }
}

/// Class, form and number of a tag of one octet.
const fn short_tag(octet: u8) -> Tag {
    let class = match octet >> 6 {
        0 => Class::Universal,
        1 => Class::Application,
        2 => Class::Context,
        _ => Class::Private,
    };
    Tag { class, constructed: octet & 0x20 != 0, number: (octet & 0x1F) as u32 }
}

/// A tag number in the long form: seven bits an octet, bit 8 set in all but the last.
fn long_number(mut octets: &[u8]) -> Result<(u32, &[u8]), Fault> {
    let mut number = 0_u32;
    for position in 0..4 {
        let (&octet, rest) = octets.split_first().ok_or(Fault::Cut)?;
        octets = rest;
        if position == 0 && octet == 0x80 {
            return Err(Fault::TagNotMinimal);
        }
        number = number << 7 | u32::from(octet & 0x7F);
        if octet & 0x80 == 0 {
            return if number < 0x1F { Err(Fault::TagNotMinimal) } else { Ok((number, octets)) };
        }
    }
    Err(Fault::TagTooLarge)
}

/// How many octets of contents stand before the end-of-contents octets that close an element of level `depth`.
///
/// A definite element within is stepped over; its inside is looked at when it is read.
fn end_of_contents(octets: &[u8], depth: u8) -> Result<usize, Fault> {
    let mut rest = octets;
    let mut open = 1_u8;
    loop {
        if let Some(after) = rest.strip_prefix(&[0, 0]) {
            open -= 1;
            if open == 0 {
                return Ok(octets.len() - rest.len());
            }
            rest = after;
            continue;
        }
        if rest.is_empty() {
            return Err(Fault::NotClosed);
        }
        if depth.saturating_add(open) > MAX_DEPTH {
            return Err(Fault::TooDeep);
        }
        let head = Head::parse(rest)?;
        open += u8::from(head.length.is_none());
        let whole = head.octets.checked_add(head.length.unwrap_or(0)).ok_or(Fault::Cut)?;
        rest = rest.get(whole..).ok_or(Fault::Cut)?;
    }
}

#[cfg(test)]
mod tests {
    use alloc::{vec, vec::Vec};

    use proptest::prelude::*;

    use super::*;

    fn one(octets: &[u8]) -> Result<Element<'_>, Fault> {
        Reader::new(octets).read().map_err(|error| error.fault)
    }

    fn nested(levels: usize) -> Vec<u8> {
        (1..levels).fold(vec![5, 0], |inside, _| {
            let mut octets = vec![0x30, u8::try_from(inside.len()).unwrap()];
            octets.extend(inside);
            octets
        })
    }

    #[test]
    fn cuts_elements_and_counts_offsets() {
        let octets = [0x30, 0x05, 0x02, 0x01, 0x07, 0x05, 0x00, 0x9F, 0x81, 0x00, 0x01, 0xAA];
        let elements: Vec<_> = Reader::at(&octets, 10).map(Result::unwrap).collect();
        assert_eq!(elements.iter().map(|e| e.offset).collect::<Vec<_>>(), [10, 17]);
        assert_eq!(elements[0].tag, Tag::SEQUENCE);
        assert_eq!(elements[1].tag, Tag::context(128));
        assert_eq!(elements[1].contents, [0xAA]);
        let inner: Vec<_> = elements[0].children().unwrap().map(Result::unwrap).collect();
        assert_eq!(inner.iter().map(|e| e.offset).collect::<Vec<_>>(), [12, 15]);
        assert_eq!(elements[1].children().unwrap_err(), Fault::WrongForm.at(17));
    }

    #[test]
    fn an_element_of_another_class_or_number_is_not_the_one_wanted() {
        let element = one(&[0x82, 0x01, 0x07]).unwrap();
        assert!(element.is(Tag::context(2)));
        assert!(element.is(Tag::context(2).constructed()));
        assert!(!element.is(Tag::INTEGER));
        assert!(!element.is(Tag::context(3)));
    }

    #[test]
    fn takes_every_form_of_length_up_to_four_octets() {
        for head in
            [&[2, 1][..], &[2, 0x81, 1], &[2, 0x82, 0, 1], &[2, 0x83, 0, 0, 1], &[2, 0x84, 0, 0, 0, 1]]
        {
            let octets = [head, &[7]].concat();
            assert_eq!(one(&octets).unwrap().contents, [7]);
        }
        assert_eq!(one(&[2, 0x85, 0, 0, 0, 0, 1, 7]), Err(Fault::LengthTooLong(5)));
        assert_eq!(one(&[2, 0xFF, 7]), Err(Fault::ReservedLength));
        assert_eq!(one(&[2, 0x84, 0xFF, 0xFF, 0xFF, 0xFF]), Err(Fault::Cut));
    }

    #[test]
    fn tag_numbers_stop_at_28_bits() {
        assert_eq!(one(&[0x9F, 0xFF, 0xFF, 0xFF, 0x7F, 0]).unwrap().tag, Tag::context(Tag::MAX_NUMBER));
        assert_eq!(one(&[0x9F, 0x81, 0x80, 0x80, 0x80, 0x00, 0]), Err(Fault::TagTooLarge));
        assert_eq!(one(&[0x9F, 0x80, 0x01, 0]), Err(Fault::TagNotMinimal));
        assert_eq!(one(&[0x9F, 0x1E, 0]), Err(Fault::TagNotMinimal));
    }

    #[test]
    fn indefinite_length_ends_at_its_own_end_of_contents() {
        let octets = [0x30, 0x80, 0xA0, 0x80, 0x04, 0x02, 0, 0, 0, 0, 5, 0, 0, 0, 0x02, 0x01, 0x07];
        let outer = one(&octets).unwrap();
        assert_eq!(outer.octets, &octets[..14]);
        assert_eq!(outer.contents, &octets[2..12]);
        let inner: Vec<_> = outer.children().unwrap().map(Result::unwrap).collect();
        assert_eq!(inner.iter().map(|e| e.contents).collect::<Vec<_>>(), [&octets[4..8], &[]]);
        assert_eq!(one(&octets[..13]), Err(Fault::Cut));
        assert_eq!(one(&octets[..12]), Err(Fault::NotClosed));
        assert_eq!(one(&[0x04, 0x80, 0, 0]), Err(Fault::IndefinitePrimitive));
        assert_eq!(one(&[0, 0]), Err(Fault::UnexpectedEnd));
    }

    #[test]
    fn sixteen_levels_are_read_and_seventeen_are_not() {
        let deepest = usize::from(MAX_DEPTH);
        assert_eq!(one(&nested(deepest)).unwrap().verify(), Ok(()));
        let error = one(&nested(deepest + 1)).unwrap().verify().unwrap_err();
        assert_eq!(error.fault, Fault::TooDeep);

        let open = |levels: usize| {
            let mut octets = [0x30, 0x80].repeat(levels - 1);
            octets.extend([5, 0]);
            octets.extend([0, 0].repeat(levels - 1));
            octets
        };
        assert_eq!(one(&open(deepest)).unwrap().verify(), Ok(()));
        assert_eq!(one(&open(deepest + 1)), Err(Fault::TooDeep));
    }

    #[test]
    fn refuses_each_cut() {
        let octets = [0x30, 0x81, 0x09, 0xA0, 0x80, 0x9F, 0x85, 0x01, 0x01, 0x00, 0x00, 0x00];
        assert!(one(&octets).unwrap().verify().is_ok());
        for cut in 0..octets.len() {
            assert!(one(&octets[..cut]).is_err(), "{cut} octets were taken for the whole");
        }
    }

    #[test]
    fn an_error_ends_the_iteration() {
        let results: Vec<_> = Reader::new(&[5, 0, 2, 9, 1]).collect();
        assert_eq!(results.len(), 2);
        assert_eq!(results[1], Err(Fault::Cut.at(2)));
    }

    proptest! {
        #[test]
        fn elements_are_the_octets_cut_in_pieces(octets in proptest::collection::vec(any::<u8>(), 0..60)) {
            let mut reader = Reader::new(&octets);
            let mut joined = Vec::new();
            while !reader.rest().is_empty() {
                let Ok(element) = reader.read() else { break };
                prop_assert_eq!(element.offset, joined.len());
                joined.extend_from_slice(element.octets);
                let _ = element.verify();
            }
            joined.extend_from_slice(reader.rest());
            prop_assert_eq!(joined, octets);
        }
    }
}
