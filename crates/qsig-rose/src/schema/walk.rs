//! The walker: reads a value as its type says, and hands what it sees to something that makes of it what it likes.

use alloc::{borrow::Cow, string::String, vec::Vec};

use qsig_ber::{Element, Oid, Tag};

use super::{Alternative, Field, Presence, Shape, Slot, Tagging, text};
use crate::{Value, ValueError, read::explicit};

/// Refuses what is not of the type.
pub(super) fn check(slot: &Slot, element: &Element<'_>) -> Result<(), ValueError> {
    walk::<Check>(slot, slot.of.name, element)
}

/// The tree of the value.
pub(super) fn tree(slot: &Slot, element: &Element<'_>) -> Result<Value, ValueError> {
    walk::<Tree>(slot, slot.of.name, element)
}

/// What is made of a value.
trait Make {
    /// Of a value.
    type Value;
    /// Of the fields of a SEQUENCE, while they come.
    type Members: Default;
    /// Of the items of a list, while they come.
    type Items: Default;

    fn leaf(leaf: Leaf<'_>) -> Result<Self::Value, ValueError>;
    fn item(items: &mut Self::Items, value: Self::Value);
    fn list(items: Self::Items) -> Self::Value;
    /// A field that stands at this position in its type.
    fn member(members: &mut Self::Members, position: usize, name: &'static str, value: Self::Value);
    fn unknown(members: &mut Self::Members, octets: &[u8]);
    fn object(members: Self::Members) -> Self::Value;
}

/// A value without others in it. Strings have been checked.
enum Leaf<'e> {
    Null,
    Boolean(bool),
    Integer(i32),
    Name(&'static str),
    Oid(Oid<'e>),
    Octets(&'e Element<'e>),
    Text(&'e Element<'e>, Tag),
    Bits(&'e Element<'e>),
    Open(&'e [u8]),
}

fn walk<M: Make>(slot: &Slot, name: &'static str, element: &Element<'_>) -> Result<M::Value, ValueError> {
    if !slot.fits(element) {
        return Err(ValueError::wrong_tag(name, element));
    }
    match slot.tagging {
        Tagging::Own | Tagging::Implicit(_) => shape::<M>(&slot.of.shape, name, element),
        Tagging::Explicit(_) => {
            walk::<M>(&Slot { tagging: Tagging::Own, of: slot.of }, name, &explicit(name, element)?)
        }
    }
}

/// Reads an element whose tag has been seen to fit.
fn shape<M: Make>(shape: &Shape, name: &'static str, element: &Element<'_>) -> Result<M::Value, ValueError> {
    match shape {
        Shape::Null => {
            element.null()?;
            M::leaf(Leaf::Null)
        }
        Shape::Boolean => M::leaf(Leaf::Boolean(element.boolean()?)),
        Shape::Integer { least, most } => {
            let value = element.integer()?;
            if !(*least..=*most).contains(&value) {
                return Err(ValueError::out_of_range(name, element));
            }
            M::leaf(Leaf::Integer(value))
        }
        Shape::Enumerated(names) => {
            let value = element.integer()?;
            let known = names.iter().find(|(number, _)| *number == value);
            M::leaf(known.map_or(Leaf::Integer(value), |(_, name)| Leaf::Name(name)))
        }
        Shape::ObjectIdentifier => M::leaf(Leaf::Oid(element.oid()?)),
        Shape::OctetString(size) => {
            text::check_octets(name, element, *size)?;
            M::leaf(Leaf::Octets(element))
        }
        Shape::Text(alphabet, size) => {
            text::check_text(name, element, *alphabet, *size)?;
            M::leaf(Leaf::Text(element, alphabet.tag()))
        }
        Shape::BitString { size, .. } => {
            text::check_bits(name, element, *size)?;
            M::leaf(Leaf::Bits(element))
        }
        Shape::Open => {
            element.verify()?;
            M::leaf(Leaf::Open(element.octets))
        }
        Shape::Sequence(fields) => sequence::<M>(fields, element),
        Shape::ListOf(slot) => {
            let mut items = M::Items::default();
            for item in element.children()? {
                M::item(&mut items, walk::<M>(slot, name, &item?)?);
            }
            Ok(M::list(items))
        }
        Shape::Choice(alternatives) => choice::<M>(alternatives, name, element),
    }
}

fn choice<M: Make>(
    alternatives: &[Alternative],
    name: &'static str,
    element: &Element<'_>,
) -> Result<M::Value, ValueError> {
    let chosen = alternatives.iter().find(|it| it.slot.fits(element));
    let chosen = chosen.ok_or(ValueError::wrong_tag(name, element))?;
    let mut members = M::Members::default();
    M::member(&mut members, 0, chosen.name, walk::<M>(&chosen.slot, chosen.name, element)?);
    Ok(M::object(members))
}

fn sequence<M: Make>(fields: &[Field], element: &Element<'_>) -> Result<M::Value, ValueError> {
    let mut members = M::Members::default();
    let mut places = Places { fields, next: 0, seen: 0 };
    for child in element.children()? {
        let child = child?;
        if let Some((position, field)) = places.take(&child) {
            M::member(&mut members, position, field.name, walk::<M>(&field.slot, field.name, &child)?);
        } else if let Some(missing) = places.missing() {
            return Err(ValueError::wrong_tag(missing, &child));
        } else {
            child.verify()?;
            M::unknown(&mut members, child.octets);
        }
    }
    match places.missing() {
        Some(field) => Err(ValueError::Missing { field, offset: element.offset }),
        None => Ok(M::object(members)),
    }
}

/// Which fields of a SEQUENCE have come.
struct Places<'f> {
    fields: &'f [Field],
    /// The field after the last one that came in its place.
    next: usize,
    /// One bit for each field that has come.
    seen: u32,
}

impl<'f> Places<'f> {
    /// The field that an element is: the next one, past optional ones; or an optional one that comes late or early,
    /// which is no good BER, and taken because some systems write it.
    fn take(&mut self, element: &Element<'_>) -> Option<(usize, &'f Field)> {
        let fields = self.fields.iter().enumerate();
        for (position, field) in fields.clone().skip(self.next) {
            // One that came early does not come again.
            if self.seen & bit(position) == 0 && field.slot.fits(element) {
                self.next = position + 1;
                self.seen |= bit(position);
                return Some((position, field));
            }
            if field.presence == Presence::Mandatory {
                break;
            }
        }
        let mut fields = fields;
        let found = fields.find(|(position, field)| {
            field.presence != Presence::Mandatory
                && self.seen & bit(*position) == 0
                && field.slot.fits(element)
        });
        if let Some((position, _)) = found {
            self.seen |= bit(position);
        }
        found
    }

    /// A mandatory field that has not come.
    fn missing(&self) -> Option<&'static str> {
        let mut due = self.fields.iter().skip(self.next);
        due.find(|field| field.presence == Presence::Mandatory).map(|field| field.name)
    }
}

/// No SEQUENCE of the schema has more than 32 fields.
fn bit(position: usize) -> u32 {
    u32::try_from(position).ok().and_then(|position| 1_u32.checked_shl(position)).unwrap_or(0)
}

/// Makes nothing.
struct Check;

impl Make for Check {
    type Value = ();
    type Members = ();
    type Items = ();

    fn leaf(_: Leaf<'_>) -> Result<(), ValueError> {
        Ok(())
    }

    fn item((): &mut (), (): ()) {}

    fn list((): ()) {}

    fn member((): &mut (), _: usize, _: &'static str, (): ()) {}

    fn unknown((): &mut (), _: &[u8]) {}

    fn object((): ()) {}
}

/// Makes a tree.
struct Tree;

#[derive(Default)]
struct Members {
    fields: Vec<(usize, &'static str, Value)>,
    unknown: Vec<u8>,
}

impl Make for Tree {
    type Value = Value;
    type Members = Members;
    type Items = Vec<Value>;

    fn leaf(leaf: Leaf<'_>) -> Result<Value, ValueError> {
        Ok(match leaf {
            Leaf::Null => Value::Null,
            Leaf::Boolean(is) => Value::Boolean(is),
            Leaf::Integer(value) => Value::Integer(value.into()),
            Leaf::Name(name) => Value::text(name),
            Leaf::Oid(oid) => Value::text(oid),
            Leaf::Octets(element) => Value::Octets(element.string(Tag::OCTET_STRING)?.into_owned()),
            // The alphabets are parts of ASCII.
            Leaf::Text(element, own) => Value::Text(match element.string(own)? {
                Cow::Borrowed(octets) => String::from_utf8_lossy(octets).into_owned(),
                Cow::Owned(octets) => String::from_utf8_lossy(&octets).into_owned(),
            }),
            Leaf::Bits(element) => Value::Text(text::bits(element)?),
            Leaf::Open(octets) => Value::octets(octets),
        })
    }

    fn item(items: &mut Vec<Value>, value: Value) {
        items.push(value);
    }

    fn list(items: Vec<Value>) -> Value {
        Value::List(items)
    }

    fn member(members: &mut Members, position: usize, name: &'static str, value: Value) {
        members.fields.push((position, name, value));
    }

    fn unknown(members: &mut Members, octets: &[u8]) {
        members.unknown.extend_from_slice(octets);
    }

    fn object(mut members: Members) -> Value {
        members.fields.sort_by_key(|(position, ..)| *position);
        let fields = members.fields.into_iter().map(|(_, name, value)| (name, value));
        Value::Object { members: fields.collect(), unknown: members.unknown }
    }
}
