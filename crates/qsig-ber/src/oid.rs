use alloc::{borrow::Cow, vec::Vec};
use core::{fmt, str::FromStr};

use crate::{Element, Error, Fault};

/// An OBJECT IDENTIFIER, kept as its contents octets.
///
/// A value that exists is legal: at least one arc, none cut, padded or above 64 bits (the last is our limit).
/// [`Display`](fmt::Display) gives the dotted form. asn1-rs is not asked here: it takes the first two arcs from one
/// octet only, so that it reads 2.999 wrongly.
///
/// Standard: X.690, encoding of an object identifier value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Oid<'a>(Cow<'a, [u8]>);

impl<'a> Oid<'a> {
    /// Takes contents octets; `None` if they are not an object identifier.
    pub fn from_contents(contents: impl Into<Cow<'a, [u8]>>) -> Option<Self> {
        let contents = contents.into();
        (is_oid(&contents)).then_some(Self(contents))
    }

    /// The contents octets.
    pub fn as_contents(&self) -> &[u8] {
        &self.0
    }

    /// The same, borrowed from here.
    pub fn borrowed(&self) -> Oid<'_> {
        Oid(Cow::Borrowed(&self.0))
    }

    /// The same, tied to nothing.
    pub fn into_owned(self) -> Oid<'static> {
        Oid(Cow::Owned(self.0.into_owned()))
    }

    /// The arcs, first to last.
    pub fn arcs(&self) -> impl Iterator<Item = u64> + '_ {
        let first = subidentifiers(&self.0).next().unwrap_or(0);
        let head = (first / 40).min(2);
        [head, first - head * 40].into_iter().chain(subidentifiers(&self.0).skip(1))
    }
}

impl fmt::Display for Oid<'_> {
    /// `1.3.12.9.40`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, arc) in self.arcs().enumerate() {
            let dot = if position == 0 { "" } else { "." };
            write!(f, "{dot}{arc}")?;
        }
        Ok(())
    }
}

/// A text that is no object identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no object identifier: arcs are two or more numbers with dots between, the first 0, 1 or 2")]
pub struct BadOid;

impl FromStr for Oid<'static> {
    type Err = BadOid;

    /// Takes the dotted form. Refuses fewer than two arcs, a first arc above 2, a second above 39 below 0 and 1, and
    /// what has no 64 bits.
    fn from_str(text: &str) -> Result<Self, BadOid> {
        let mut arcs = text.split('.').map(|arc| {
            let digits = arc.bytes().all(|octet| octet.is_ascii_digit());
            if digits { arc.parse::<u64>().map_err(|_| BadOid) } else { Err(BadOid) }
        });
        let mut next = || arcs.next().ok_or(BadOid).flatten();
        let (root, second) = (next()?, next()?);
        if root > 2 || root < 2 && second > 39 {
            return Err(BadOid);
        }
        let mut contents = Vec::new();
        emit(second.checked_add(root * 40).ok_or(BadOid)?, &mut contents);
        for arc in arcs {
            emit(arc?, &mut contents);
        }
        Self::from_contents(contents).ok_or(BadOid)
    }
}

/// Writes a subidentifier: seven bits an octet, bit 8 set in all but the last.
fn emit(value: u64, contents: &mut Vec<u8>) {
    let group = |shift: u32| u8::try_from(value >> shift & 0x7F).unwrap_or_default();
    let leading = (1..10).rev().map(|place| group(place * 7)).skip_while(|group| *group == 0);
    contents.extend(leading.map(|group| group | 0x80));
    contents.push(group(0));
}

impl<'a> Element<'a> {
    /// The contents as an OBJECT IDENTIFIER, whatever the tag.
    pub fn oid(&self) -> Result<Oid<'a>, Error> {
        Oid::from_contents(self.primitive()?).ok_or(Fault::BadOid.at(self.offset))
    }
}

fn subidentifiers(contents: &[u8]) -> impl Iterator<Item = u64> + '_ {
    contents
        .split_inclusive(|octet| octet & 0x80 == 0)
        .map(|octets| octets.iter().fold(0, |value, octet| value << 7 | u64::from(octet & 0x7F)))
}

fn is_oid(contents: &[u8]) -> bool {
    let complete = contents.last().is_some_and(|octet| octet & 0x80 == 0);
    // Ten octets hold 70 bits, so the first of ten may give one bit only.
    let fits = |octets: &[u8]| octets.len() < 10 || octets.len() == 10 && octets.first() == Some(&0x81);
    complete
        && contents
            .split_inclusive(|octet| octet & 0x80 == 0)
            .all(|octets| octets.first() != Some(&0x80) && fits(octets))
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    fn dotted(contents: &[u8]) -> Option<alloc::string::String> {
        Oid::from_contents(contents).map(|oid| oid.to_string())
    }

    #[test]
    fn the_first_two_arcs_come_from_one_subidentifier() {
        assert_eq!(dotted(&[0x2B, 0x0C, 0x09, 0x28]).unwrap(), "1.3.12.9.40");
        assert_eq!(dotted(&[0x00]).unwrap(), "0.0");
        assert_eq!(dotted(&[0x4F, 0x01]).unwrap(), "1.39.1");
        assert_eq!(dotted(&[0x88, 0x37]).unwrap(), "2.999");
        assert_eq!(dotted(&[0x7F, 0x7F, 0x81, 0x00]).unwrap(), "2.47.127.128");
        assert_eq!(dotted(&[0x2A, 0x8F, 0xFF, 0xFF, 0xFF, 0x7F]).unwrap(), "1.2.4294967295");
    }

    #[test]
    fn the_dotted_form_comes_back() {
        for text in ["0.0", "1.39.1", "2.999", "2.47.127.128", "1.3.12.9.40", "1.3.18446744073709551615"] {
            assert_eq!(text.parse::<Oid<'_>>().unwrap().to_string(), text);
        }
        for text in ["", "1", "3.1", "1.40", "1..2", "1.2.", "1.+2", "1.-2", "2.18446744073709551615", "a.b"]
        {
            assert_eq!(text.parse::<Oid<'_>>(), Err(BadOid), "{text}");
        }
    }

    #[test]
    fn refuses_empty_cut_padded_and_endless_arcs() {
        assert_eq!(dotted(&[]), None);
        assert_eq!(dotted(&[0x2B, 0x8C]), None);
        assert_eq!(dotted(&[0x2B, 0x80, 0x01]), None);
        let longest = [0x2B, 0x81, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];
        assert_eq!(dotted(&longest).unwrap(), "1.3.18446744073709551615");
        assert_eq!(dotted(&[0x2B, 0x82, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]), None);
    }
}
