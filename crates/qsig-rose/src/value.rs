use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};
use core::fmt;

/// A decoded value as a tree, for printing: the field names are those of the standards.
///
/// A SEQUENCE is an object in the order of the type, with the fields that were sent; a CHOICE is an object of one
/// member; an ENUMERATED is its name, or its number where it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// NULL.
    Null,
    /// BOOLEAN.
    Boolean(bool),
    /// INTEGER, or an ENUMERATED without a name.
    Integer(i64),
    /// A character string, an OBJECT IDENTIFIER in dotted form, the name of an ENUMERATED, or a BIT STRING as 0 and
    /// 1, the first bit first.
    Text(String),
    /// An OCTET STRING; or, of an open type or a type not known here, the whole element. To be shown as hex.
    Octets(Vec<u8>),
    /// SEQUENCE OF and SET OF.
    List(Vec<Self>),
    /// SEQUENCE or CHOICE.
    Object {
        /// What was sent, in the order of the type.
        members: Vec<(&'static str, Self)>,
        /// The elements of a SEQUENCE that its type does not have, as they came: a later edition's. They are written
        /// again, and not to be shown as members.
        unknown: Vec<u8>,
    },
}

impl Value {
    /// An object of these members.
    pub fn object(members: impl Into<Vec<(&'static str, Self)>>) -> Self {
        Self::Object { members: members.into(), unknown: Vec::new() }
    }

    pub(crate) fn text(text: impl fmt::Display) -> Self {
        Self::Text(text.to_string())
    }

    pub(crate) fn octets(octets: &[u8]) -> Self {
        Self::Octets(octets.to_vec())
    }

    pub(crate) fn enumerated(value: i32, names: &[(i32, &str)]) -> Self {
        let name = names.iter().find(|(number, _)| *number == value);
        name.map_or(Self::Integer(value.into()), |(_, name)| Self::text(name))
    }

    /// The member of that name, of an object.
    pub fn member(&self, name: &str) -> Option<&Self> {
        let Self::Object { members, .. } = self else { return None };
        members.iter().find(|(member, _)| *member == name).map(|(_, value)| value)
    }
}

/// An object of one member.
pub(crate) fn object(name: &'static str, value: Value) -> Value {
    Value::object(vec![(name, value)])
}
