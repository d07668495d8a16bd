//! The types of every operation as data, and one walker that reads and writes their values.
//!
//! The tables are made from the ASN.1 modules of the project. Operations that somebody acts on are typed by hand in this
//! crate, too, and tests hold them against this; all others are checked here as they are read ([`Encoded`]) and shown as
//! a [`Value`](crate::Value) when asked. A value can be made from a tree and written, canonically:
//!
//! ```
//! use qsig_rose::{Operation, Value, schema::Encoded};
//!
//! let of = Operation::PATH_REPLACE_PROPOSE.argument_type().unwrap();
//! let number = Value::object([("unknownPartyNumber", Value::Text("4711".into()))]);
//! let tree = Value::object([("callIdentity", Value::Text("12".into())), ("rerouteingNumber", number)]);
//! let argument = Encoded::from_value(of, &tree)?;
//! assert_eq!(argument.octets(), b"\x30\x0A\x12\x0212\x80\x044711");
//! assert_eq!(argument.to_value(), tree);
//! # Ok::<(), qsig_rose::schema::TreeError>(())
//! ```

mod encoded;
#[rustfmt::skip]
#[allow(clippy::unreadable_literal, reason = "numbers stand as they do in the modules")]
mod tables;
mod text;
mod walk;
mod write;

use core::fmt;

use qsig_ber::{Element, Tag};

pub use encoded::Encoded;
pub(crate) use tables::{ERRORS, OPERATIONS};
pub use write::{TreeError, TreeFault};

/// A type of the standards: a name, a tag, and what its values are made of.
pub struct Type {
    /// The name in the modules; empty where a type is written in place.
    pub name: &'static str,
    /// Class and number of its tag; `None` of a CHOICE and of an open type, which have none.
    pub tag: Option<Tag>,
    /// What its values are made of.
    pub shape: Shape,
}

/// What the values of a type are made of.
pub enum Shape {
    /// BOOLEAN.
    Boolean,
    /// INTEGER within limits, both inclusive.
    Integer {
        /// The smallest value.
        least: i32,
        /// The largest value.
        most: i32,
    },
    /// ENUMERATED: values and their names. A value without a name is taken and kept as its number.
    Enumerated(&'static [(i32, &'static str)]),
    /// NULL.
    Null,
    /// OBJECT IDENTIFIER.
    ObjectIdentifier,
    /// OCTET STRING; its size counts octets.
    OctetString(Size),
    /// BIT STRING.
    BitString {
        /// How many bits.
        size: Size,
        /// The bits that have a name, the first bit is 0.
        names: &'static [(u32, &'static str)],
    },
    /// A character string; its size counts characters.
    Text(Alphabet, Size),
    /// One element of any type.
    Open,
    /// SEQUENCE. Unknown elements behind the last mandatory field are taken and kept.
    Sequence(&'static [Field]),
    /// SEQUENCE OF and SET OF.
    ListOf(Slot),
    /// CHOICE.
    Choice(&'static [Alternative]),
}

/// A field of a SEQUENCE.
pub struct Field {
    /// The standard's name.
    pub name: &'static str,
    /// Whether it may be left out.
    pub presence: Presence,
    /// What stands there.
    pub slot: Slot,
}

/// Whether a field may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It may not.
    Mandatory,
    /// It may.
    Optional,
    /// It may, and then has the standard's default. A default that was sent is kept as sent.
    Default,
}

/// An alternative of a CHOICE.
pub struct Alternative {
    /// The standard's name.
    pub name: &'static str,
    /// What stands there.
    pub slot: Slot,
}

/// A place where a value of a type stands.
pub struct Slot {
    /// The tag at that place.
    pub tagging: Tagging,
    /// The type.
    pub of: &'static Type,
}

/// The tag that an element has at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tagging {
    /// That of the type.
    Own,
    /// This one in place of that of the type.
    Implicit(Tag),
    /// This one, and within it an element with that of the type.
    Explicit(Tag),
}

/// The least and the greatest size, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(pub usize, pub usize);

/// Which characters a string may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alphabet {
    /// NumericString: digits and space; `*` and `#` are taken too, as some systems send them.
    Numeric,
    /// IA5String: seven bits.
    Ia5,
    /// GeneralizedTime to the minute or second: digits, then nothing, `Z`, or a difference to it.
    Time,
}

/// A row of the table of operations.
pub(crate) struct OperationRow {
    pub(crate) value: u8,
    pub(crate) name: &'static str,
    pub(crate) alias: Option<&'static str>,
    /// `None`: its types are not known.
    pub(crate) argument: Option<&'static Type>,
    pub(crate) result: Option<&'static Type>,
    pub(crate) errors: &'static [u16],
}

/// A row of the table of errors.
pub(crate) struct ErrorRow {
    pub(crate) value: u16,
    pub(crate) name: &'static str,
}

impl Type {
    /// The type of that name in the modules.
    pub fn named(name: &str) -> Option<&'static Self> {
        let found = tables::TYPES.binary_search_by_key(&name, |of| of.name).ok()?;
        tables::TYPES.get(found).copied()
    }

    /// All types that have a name, in the order of the names.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        tables::TYPES.iter().copied()
    }

    /// Whether an element has the tag of the type, or of one of its alternatives. Fits says nothing of the contents.
    pub fn fits(&self, element: &Element<'_>) -> bool {
        match (&self.shape, self.tag) {
            (_, Some(tag)) => element.is(tag),
            (Shape::Choice(alternatives), None) => alternatives.iter().any(|it| it.slot.fits(element)),
            (_, None) => true,
        }
    }
}

impl fmt::Debug for Type {
    /// The name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Slot {
    /// Whether an element has the tag of this place.
    pub fn fits(&self, element: &Element<'_>) -> bool {
        match self.tagging {
            Tagging::Own => self.of.fits(element),
            Tagging::Implicit(tag) | Tagging::Explicit(tag) => element.is(tag),
        }
    }
}

impl Size {
    /// Any size.
    pub const ANY: Self = Self(0, usize::MAX);

    /// Whether a size is within.
    pub const fn holds(self, size: usize) -> bool {
        self.0 <= size && size <= self.1
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn types_are_found_by_their_names_and_the_tables_are_in_order() {
        assert!(Type::all().all(|of| core::ptr::eq(of, Type::named(of.name).unwrap())));
        assert!(Type::named("CcRequest").is_none());
        assert!(OPERATIONS.is_sorted_by_key(|row| row.value));
        assert!(ERRORS.is_sorted_by_key(|row| row.value));
    }

    #[test]
    fn every_operation_with_a_result_has_an_argument() {
        let results: Vec<_> = OPERATIONS.iter().filter(|row| row.result.is_some()).collect();
        assert!(!results.is_empty());
        assert!(results.iter().all(|row| row.argument.is_some()));
    }
}
