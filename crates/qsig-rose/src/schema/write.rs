//! Writes a tree as its type says, in the canonical form.

use alloc::vec::Vec;

use qsig_ber::{Oid, Reader, Tag, Writer};

use super::{Field, Presence, Shape, Slot, Tagging, walk};
use crate::{Value, ValueError};

/// A tree that is not a value of the type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {fault}")]
pub struct TreeError {
    /// The field, alternative or type that is wrong, by the standard's name.
    pub name: &'static str,
    /// What is wrong with it.
    pub fault: TreeFault,
}

/// What is wrong with a part of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TreeFault {
    /// A mandatory field is not there.
    #[error("missing")]
    Missing,
    /// The value has another shape: text where a number must be, an object with members that the type has not.
    #[error("a value of another shape, not one of {0}")]
    Shape(&'static str),
    /// The value has the right shape, and a size, range, alphabet or name that the type has not.
    #[error(transparent)]
    Value(#[from] ValueError),
}

/// Writes the element at the end of `out`.
pub(super) fn value(slot: &Slot, value: &Value, out: &mut Vec<u8>) -> Result<(), TreeError> {
    let start = out.len();
    write(slot, slot.of.name, value, &mut Writer::new(out))?;
    // Sizes, ranges and alphabets are known to the walker that reads.
    let written = out.get(start..).unwrap_or_default();
    let checked = Reader::new(written).read().map_err(ValueError::from);
    let checked = checked.and_then(|element| walk::check(slot, &element));
    checked.map_err(|error| TreeError { name: slot.of.name, fault: error.into() })
}

fn write(slot: &Slot, name: &'static str, value: &Value, writer: &mut Writer<'_>) -> Result<(), TreeError> {
    match slot.tagging {
        Tagging::Own => element(&slot.of.shape, slot.of.tag, name, value, writer),
        Tagging::Implicit(tag) => element(&slot.of.shape, Some(tag), name, value, writer),
        Tagging::Explicit(tag) => {
            within(writer, tag, |writer| element(&slot.of.shape, slot.of.tag, name, value, writer))
        }
    }
}

/// Writes an element under a tag; a CHOICE and an open type have none.
fn element(
    shape: &Shape,
    tag: Option<Tag>,
    name: &'static str,
    value: &Value,
    writer: &mut Writer<'_>,
) -> Result<(), TreeError> {
    let other = |wanted| TreeError { name, fault: TreeFault::Shape(wanted) };
    let tag = tag.unwrap_or(Tag::NULL);
    match (shape, value) {
        (Shape::Null, Value::Null) => writer.null(tag),
        (Shape::Boolean, Value::Boolean(is)) => writer.boolean(tag, *is),
        (Shape::Integer { .. } | Shape::Enumerated(_), Value::Integer(number)) => {
            writer.integer(tag, i32::try_from(*number).map_err(|_| other("numbers of 32 bits"))?);
        }
        (Shape::Enumerated(names), Value::Text(text)) => {
            let found = names.iter().find(|(_, name)| name == text);
            writer.integer(tag, found.ok_or(other("the names of its values"))?.0);
        }
        (Shape::ObjectIdentifier, Value::Text(text)) => {
            let oid: Oid<'_> = text.parse().map_err(|_| other("object identifiers"))?;
            writer.oid(tag, &oid);
        }
        (Shape::OctetString(_), Value::Octets(octets)) => writer.primitive(tag, octets),
        (Shape::Text(..), Value::Text(text)) => writer.primitive(tag, text.as_bytes()),
        (Shape::BitString { .. }, Value::Text(text)) => {
            writer.primitive(tag, &bit_octets(text).ok_or(other("0 and 1"))?);
        }
        (Shape::Open, Value::Octets(octets)) => {
            let mut reader = Reader::new(octets);
            let one = reader.read().and_then(|element| element.verify());
            if one.is_err() || !reader.rest().is_empty() {
                return Err(other("one element"));
            }
            writer.raw(octets);
        }
        (Shape::ListOf(slot), Value::List(items)) => {
            return within(writer, tag, |writer| {
                items.iter().try_for_each(|item| write(slot, name, item, writer))
            });
        }
        (Shape::Sequence(fields), Value::Object { members, unknown }) => {
            return within(writer, tag, |writer| {
                sequence(fields, name, members, writer)?;
                writer.raw(unknown);
                Ok(())
            });
        }
        (Shape::Choice(alternatives), Value::Object { members, .. }) => {
            let [(chosen, value)] = &members[..] else { return Err(other("one alternative")) };
            let alternative = alternatives.iter().find(|it| it.name == *chosen);
            let alternative = alternative.ok_or(other("its alternatives"))?;
            return write(&alternative.slot, alternative.name, value, writer);
        }
        (shape, _) => return Err(other(shape.words())),
    }
    Ok(())
}

fn sequence(
    fields: &[Field],
    name: &'static str,
    members: &[(&'static str, Value)],
    writer: &mut Writer<'_>,
) -> Result<(), TreeError> {
    let stranger = members.iter().find(|(member, _)| fields.iter().all(|field| field.name != *member));
    if stranger.is_some() {
        return Err(TreeError { name, fault: TreeFault::Shape("the fields of its type") });
    }
    for field in fields {
        match members.iter().find(|(member, _)| *member == field.name) {
            Some((_, value)) => write(&field.slot, field.name, value, writer)?,
            None if field.presence == Presence::Mandatory => {
                return Err(TreeError { name: field.name, fault: TreeFault::Missing });
            }
            None => {}
        }
    }
    Ok(())
}

/// A constructed element; what is wrong inside comes out.
fn within(
    writer: &mut Writer<'_>,
    tag: Tag,
    inside: impl FnOnce(&mut Writer<'_>) -> Result<(), TreeError>,
) -> Result<(), TreeError> {
    let mut done = Ok(());
    writer.constructed(tag, |writer| done = inside(writer));
    done
}

/// The contents of a BIT STRING: how many bits are unused, then the bits.
fn bit_octets(text: &str) -> Option<Vec<u8>> {
    let bits: Vec<char> = text.chars().collect();
    let unused = (8 - bits.len() % 8) % 8;
    let mut octets = Vec::from([u8::try_from(unused).ok()?]);
    for eight in bits.chunks(8) {
        let mut octet = 0;
        for (place, bit) in eight.iter().enumerate() {
            octet |= u8::try_from(bit.to_digit(2)?).ok()? << (7 - place);
        }
        octets.push(octet);
    }
    Some(octets)
}

impl Shape {
    const fn words(&self) -> &'static str {
        match self {
            Self::Boolean => "true and false",
            Self::Integer { .. } => "numbers",
            Self::Enumerated(_) => "the names of its values",
            Self::Null => "nothing (null)",
            Self::ObjectIdentifier => "object identifiers",
            Self::OctetString(_) => "octets",
            Self::BitString { .. } => "0 and 1",
            Self::Text(..) => "texts",
            Self::Open => "one element, as octets",
            Self::Sequence(_) | Self::Choice(_) => "objects",
            Self::ListOf(_) => "lists",
        }
    }
}
