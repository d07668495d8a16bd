//! An element of unknown type: what BER says by itself.

use qsig_ber::{Class, Element, Reader};
use serde_json::{Value as Json, json};

use super::hex::hex;

/// The tree of an element: class, tag number, and contents as a list of elements, or in hex where it is primitive. `None`
/// for octets that are not exactly one element.
pub(crate) fn tree(octets: &[u8]) -> Option<Json> {
    let mut reader = Reader::new(octets);
    let element = reader.read().ok()?;
    if reader.rest().is_empty() { branch(&element) } else { None }
}

fn branch(element: &Element<'_>) -> Option<Json> {
    let class = match element.tag.class {
        Class::Universal => "universal",
        Class::Application => "application",
        Class::Context => "context",
        Class::Private => "private",
    };
    let contents = if element.tag.constructed {
        let children = element.children().ok()?;
        children.map(|child| branch(&child.ok()?)).collect::<Option<Json>>()?
    } else {
        json!(hex(element.contents))
    };
    Some(json!({"class": class, "tag": element.tag.number, "contents": contents}))
}

/// The tree, or hex where the octets are no element.
pub(crate) fn tree_or_hex(octets: &[u8]) -> Json {
    tree(octets).unwrap_or_else(|| json!(hex(octets)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_are_elements_or_hex() {
        assert_eq!(
            tree(&[0x30, 7, 0x81, 1, 0xFF, 0x5F, 0x81, 0x00, 0]),
            Some(json!({"class": "universal", "tag": 16, "contents": [
                {"class": "context", "tag": 1, "contents": "ff"},
                {"class": "application", "tag": 128, "contents": ""},
            ]}))
        );
    }

    #[test]
    fn octets_that_are_not_one_element_stay_hex() {
        for octets in [&[0x30, 3, 2, 2, 1][..], &[5, 0, 5, 0], &[]] {
            assert_eq!(tree(octets), None);
            assert_eq!(tree_or_hex(octets), json!(hex(octets)));
        }
    }
}
