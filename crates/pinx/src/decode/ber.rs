//! An element of unknown type: what BER says by itself.

use qsig_ber::{Class, Element, Reader};
use serde::Serialize;

use super::hex::Hex;

/// An element of unknown type in JSON: as a tree, or in hex where the octets are not exactly one element.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Unknown<'a> {
    /// The element.
    Tree(Tree<'a>),
    /// The octets.
    Octets(Hex<'a>),
}

/// Class, tag number, and contents.
#[derive(Serialize)]
pub(crate) struct Tree<'a> {
    class: &'static str,
    tag: u32,
    contents: Contents<'a>,
}

/// A list of elements, or in hex where the element is primitive.
#[derive(Serialize)]
#[serde(untagged)]
enum Contents<'a> {
    Elements(Vec<Tree<'a>>),
    Octets(Hex<'a>),
}

impl<'a> Unknown<'a> {
    /// Takes octets that should be one element.
    pub(crate) fn read(octets: &'a [u8]) -> Self {
        let mut reader = Reader::new(octets);
        let element = reader.read().ok().filter(|_| reader.rest().is_empty());
        element.and_then(|element| Tree::of(&element)).map_or(Self::Octets(Hex(octets)), Self::Tree)
    }
}

impl<'a> Tree<'a> {
    fn of(element: &Element<'a>) -> Option<Self> {
        let class = match element.tag.class {
            Class::Universal => "universal",
            Class::Application => "application",
            Class::Context => "context",
            Class::Private => "private",
        };
        let contents = if element.tag.constructed {
            let children = element.children().ok()?;
            Contents::Elements(children.map(|child| Self::of(&child.ok()?)).collect::<Option<_>>()?)
        } else {
            Contents::Octets(Hex(element.contents))
        };
        Some(Self { class, tag: element.tag.number, contents })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::*;
    use crate::decode::hex::hex;

    fn read(octets: &[u8]) -> Json {
        serde_json::to_value(Unknown::read(octets)).unwrap()
    }

    #[test]
    fn contents_are_elements_or_hex() {
        assert_eq!(
            read(&[0x30, 7, 0x81, 1, 0xFF, 0x5F, 0x81, 0x00, 0]),
            json!({"class": "universal", "tag": 16, "contents": [
                {"class": "context", "tag": 1, "contents": "ff"},
                {"class": "application", "tag": 128, "contents": ""},
            ]})
        );
    }

    #[test]
    fn octets_that_are_not_one_element_stay_hex() {
        for octets in [&[0x30, 3, 2, 2, 1][..], &[5, 0, 5, 0], &[]] {
            assert_eq!(read(octets), json!(hex(octets)));
        }
    }
}
