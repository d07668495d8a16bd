use alloc::{borrow::Cow, vec::Vec};
use core::{
    fmt,
    hash::{Hash, Hasher},
};

use qsig_ber::{Element, Reader};

use super::{Slot, Tagging, TreeError, Type, walk, write};
use crate::{Value, ValueError};

/// A value of a type of the schema: checked, and kept as its octets.
#[derive(Clone)]
pub struct Encoded<'a> {
    of: &'static Type,
    octets: Cow<'a, [u8]>,
}

impl<'a> Encoded<'a> {
    /// Takes an element that has the tag of the type. Refuses what is not of the type; nothing is allocated.
    pub fn parse(of: &'static Type, element: &Element<'a>) -> Result<Self, ValueError> {
        walk::check(&own(of), element)?;
        Ok(Self { of, octets: Cow::Borrowed(element.octets) })
    }

    /// Writes the value of a tree, canonically. Refuses a tree that is not of the type.
    pub fn from_value(of: &'static Type, value: &Value) -> Result<Self, TreeError> {
        let mut octets = Vec::new();
        write::value(&own(of), value, &mut octets)?;
        Ok(Self { of, octets: Cow::Owned(octets) })
    }

    /// The type.
    pub const fn of(&self) -> &'static Type {
        self.of
    }

    /// The whole element, as it came or as it was written.
    pub fn octets(&self) -> &[u8] {
        &self.octets
    }

    /// The tree of the standard's field names.
    pub fn to_value(&self) -> Value {
        let tree = Reader::new(&self.octets).read().ok().and_then(|it| walk::tree(&own(self.of), &it).ok());
        // What exists was checked, so that there is always a tree.
        tree.unwrap_or_else(|| Value::octets(&self.octets))
    }

    /// The same, tied to nothing.
    pub fn into_owned(self) -> Encoded<'static> {
        Encoded { of: self.of, octets: Cow::Owned(self.octets.into_owned()) }
    }
}

const fn own(of: &'static Type) -> Slot {
    Slot { tagging: Tagging::Own, of }
}

impl PartialEq for Encoded<'_> {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.of, other.of) && self.octets == other.octets
    }
}

impl Eq for Encoded<'_> {}

impl Hash for Encoded<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.octets.hash(state);
    }
}

impl fmt::Debug for Encoded<'_> {
    /// `CTCompleteArg 30 05 ...`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:02x?}", self.of, &*self.octets)
    }
}
