use alloc::vec::Vec;

use crate::{Class, Oid, Tag};

/// Writes canonical BER at the end of a buffer: definite minimal lengths, minimal integers, TRUE as FF,
/// strings in one piece.
#[derive(Debug)]
pub struct Writer<'o>(&'o mut Vec<u8>);

impl<'o> Writer<'o> {
    /// Writes after what `out` holds.
    pub const fn new(out: &'o mut Vec<u8>) -> Self {
        Self(out)
    }

    /// A primitive element with the class and number of `tag`.
    pub fn primitive(&mut self, tag: Tag, contents: &[u8]) {
        self.tag(Tag { constructed: false, ..tag });
        let length = LengthOctets::of(contents.len());
        self.0.extend_from_slice(length.as_slice());
        self.0.extend_from_slice(contents);
    }

    /// A constructed element with the class and number of `tag`; `inside` writes what it holds.
    pub fn constructed(&mut self, tag: Tag, inside: impl FnOnce(&mut Writer<'_>)) {
        self.tag(tag.constructed());
        let start = self.0.len();
        inside(&mut Writer(self.0));
        let length = LengthOctets::of(self.0.len().saturating_sub(start));
        self.0.splice(start..start, length.as_slice().iter().copied());
    }

    /// An INTEGER or ENUMERATED under `tag`.
    pub fn integer(&mut self, tag: Tag, value: i32) {
        let octets = value.to_be_bytes();
        let mut contents = &octets[..];
        // Nine equal leading bits are one octet too many.
        while let [first @ (0x00 | 0xFF), second, ..] = contents
            && (first ^ second) & 0x80 == 0
        {
            contents = contents.get(1..).unwrap_or_default();
        }
        self.primitive(tag, contents);
    }

    /// A BOOLEAN under `tag`.
    pub fn boolean(&mut self, tag: Tag, value: bool) {
        self.primitive(tag, &[if value { 0xFF } else { 0x00 }]);
    }

    /// A NULL under `tag`.
    pub fn null(&mut self, tag: Tag) {
        self.primitive(tag, &[]);
    }

    /// An OBJECT IDENTIFIER under `tag`.
    pub fn oid(&mut self, tag: Tag, value: &Oid<'_>) {
        self.primitive(tag, value.as_contents());
    }

    /// Elements that are encoded already.
    pub fn raw(&mut self, octets: &[u8]) {
        self.0.extend_from_slice(octets);
    }

    fn tag(&mut self, tag: Tag) {
        let class = match tag.class {
            Class::Universal => 0x00,
            Class::Application => 0x40,
            Class::Context => 0x80,
            Class::Private => 0xC0,
        };
        let first = class | if tag.constructed { 0x20 } else { 0 };
        let seven = |shift: u32| u8::try_from((tag.number >> shift) & 0x7F).unwrap_or_default();
        if tag.number < 0x1F {
            self.0.push(first | seven(0));
            return;
        }
        self.0.push(first | 0x1F);
        let leading = [28, 21, 14, 7].map(seven).into_iter().skip_while(|group| *group == 0);
        self.0.extend(leading.map(|group| group | 0x80));
        self.0.push(seven(0));
    }
}

/// A length in its shortest form.
struct LengthOctets {
    octets: [u8; 9],
    start: usize,
}

impl LengthOctets {
    fn of(length: usize) -> Self {
        let mut octets = [0; 9];
        if let (Ok(short @ 0..=0x7F), Some(last)) = (u8::try_from(length), octets.last_mut()) {
            *last = short;
            return Self { octets, start: 8 };
        }
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        let zeros = usize::try_from(length.leading_zeros() / 8).unwrap_or_default();
        for (to, octet) in octets.iter_mut().skip(1).zip(length.to_be_bytes()) {
            *to = octet;
        }
        if let Some(count) = octets.get_mut(zeros) {
            *count = 0x88 - u8::try_from(zeros).unwrap_or_default();
        }
        Self { octets, start: zeros }
    }

    fn as_slice(&self) -> &[u8] {
        self.octets.get(self.start..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use alloc::{vec, vec::Vec};

    use proptest::prelude::*;

    use super::*;
    use crate::Reader;

    fn written(write: impl FnOnce(&mut Writer<'_>)) -> Vec<u8> {
        let mut out = Vec::new();
        write(&mut Writer::new(&mut out));
        out
    }

    #[test]
    fn writes_the_shortest_forms() {
        assert_eq!(written(|w| w.boolean(Tag::context(12), true)), [0x8C, 1, 0xFF]);
        assert_eq!(written(|w| w.null(Tag::NULL)), [5, 0]);
        assert_eq!(written(|w| w.integer(Tag::INTEGER, 1010)), [2, 2, 0x03, 0xF2]);
        assert_eq!(written(|w| w.integer(Tag::INTEGER, 128)), [2, 2, 0, 0x80]);
        assert_eq!(written(|w| w.integer(Tag::INTEGER, -1)), [2, 1, 0xFF]);
        assert_eq!(written(|w| w.null(Tag::context(128))), [0x9F, 0x81, 0x00, 0]);
        let nested = written(|w| w.constructed(Tag::SEQUENCE, |w| w.integer(Tag::ENUMERATED, 0)));
        assert_eq!(nested, [0x30, 3, 0x0A, 1, 0]);
    }

    #[test]
    fn lengths_take_one_more_octet_at_128_and_at_256() {
        for (length, head) in [(127, vec![4, 0x7F]), (128, vec![4, 0x81, 0x80]), (256, vec![4, 0x82, 1, 0])] {
            let contents = vec![7; length];
            let octets = written(|w| w.primitive(Tag::OCTET_STRING, &contents));
            assert_eq!(octets, [head.clone(), contents].concat());
            let outer = written(|w| w.constructed(Tag::OCTET_STRING, |w| w.raw(&octets[head.len()..])));
            assert_eq!(outer[1..head.len()], head[1..]);
        }
    }

    proptest! {
        #[test]
        fn integers_come_back_and_are_minimal(value in any::<i32>(), shift in 0..32_u32) {
            let value = value >> shift;
            let octets = written(|w| w.integer(Tag::INTEGER, value));
            let element = Reader::new(&octets).read().unwrap();
            prop_assert_eq!(element.integer(), Ok(value));
            prop_assert_eq!(element.octets.len(), octets.len());
            let minimal = (1..=4).find(|n| *n == 4 || (value << (32 - 8 * n)) >> (32 - 8 * n) == value);
            prop_assert_eq!(element.contents.len(), minimal.unwrap());
        }

        #[test]
        fn tags_come_back(number in 0..=Tag::MAX_NUMBER, shift in 0..28_u32, constructed: bool) {
            let tag = Tag { constructed, ..Tag::context(number >> shift) };
            let octets = written(|w| if constructed { w.constructed(tag, |_| ()) } else { w.null(tag) });
            prop_assert_eq!(Reader::new(&octets).read().unwrap().tag, tag);
        }
    }
}
