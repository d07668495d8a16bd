//! The argument of callingName, calledName, connectedName and busyName.
//!
//! Standard: ECMA-164, Name-Operations.

use alloc::{borrow::Cow, vec};

use qsig_ber::{Element, Tag, Writer};

use crate::{
    Value, ValueError,
    extension::{Extension, Extensions},
    read::{Fields, octets_of_size},
    value::object,
};

/// A name and whether it may be shown. Text is 1 to 50 octets; without a character set it is ISO 8859-1.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Name<'a> {
    /// `80`: may be shown.
    Allowed(Cow<'a, [u8]>),
    /// `A1`: may be shown.
    AllowedExtended(NameSet<'a>),
    /// `82`: may not be shown.
    Restricted(Cow<'a, [u8]>),
    /// `A3`: may not be shown.
    RestrictedExtended(NameSet<'a>),
    /// `87`: may not be shown, and is not sent.
    RestrictedNull,
    /// `84`: not known.
    NotAvailable,
}

/// Text with its character set.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NameSet<'a> {
    /// The text, 1 to 50 octets.
    pub data: Cow<'a, [u8]>,
    /// 0 unknown, 1 ISO 8859-1, 3 8859-2, 4 8859-3, 5 8859-4, 6 8859-5, 7 8859-7, 8 BMPString, 9 UTF-8;
    /// `None`: ISO 8859-1.
    pub character_set: Option<u8>,
}

/// The whole argument.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum NameArg<'a> {
    /// The name alone.
    Name(Name<'a>),
    /// `30`: a name and perhaps extensions.
    Sequence {
        /// The name.
        name: Name<'a>,
        /// The extensions.
        extension: Option<NameExtension<'a>>,
    },
}

/// Extensions of a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum NameExtension<'a> {
    /// `A5`.
    Single(Extension<'a>),
    /// `A6`.
    Multiple(Extensions<'a>),
}

const ALLOWED: Tag = Tag::context(0);
const ALLOWED_EXTENDED: Tag = Tag::context(1).constructed();
const RESTRICTED: Tag = Tag::context(2);
const RESTRICTED_EXTENDED: Tag = Tag::context(3).constructed();
const NOT_AVAILABLE: Tag = Tag::context(4);
const RESTRICTED_NULL: Tag = Tag::context(7);
const SINGLE: Tag = Tag::context(5).constructed();
const MULTIPLE: Tag = Tag::context(6).constructed();

impl<'a> NameArg<'a> {
    /// Reads one alternative. Refuses any other tag.
    pub fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        if !element.is(Tag::SEQUENCE) {
            return Name::parse(element).map(Self::Name);
        }
        let mut fields = Fields::of(element)?;
        let name = Name::parse(&fields.any("name")?)?;
        let mut extension = None;
        while let Some(field) = fields.next_field()? {
            if extension.is_some() {
                continue;
            }
            if field.is(SINGLE) {
                extension = Some(NameExtension::Single(Extension::parse(&field)?));
            } else if field.is(MULTIPLE) {
                extension = Some(NameExtension::Multiple(Extensions::parse(&field)?));
            }
        }
        Ok(Self::Sequence { name, extension })
    }

    /// The name, whichever alternative carries it.
    pub const fn name(&self) -> &Name<'a> {
        match self {
            Self::Name(name) | Self::Sequence { name, .. } => name,
        }
    }

    /// Writes the element.
    pub fn emit(&self, writer: &mut Writer<'_>) {
        match self {
            Self::Name(name) => name.emit(writer),
            Self::Sequence { name, extension } => writer.constructed(Tag::SEQUENCE, |writer| {
                name.emit(writer);
                match extension {
                    Some(NameExtension::Single(extension)) => extension.emit(SINGLE, writer),
                    Some(NameExtension::Multiple(extensions)) => extensions.emit(MULTIPLE, writer),
                    None => {}
                }
            }),
        }
    }

    /// The tree of the standard's field names.
    pub fn to_value(&self) -> Value {
        match self {
            Self::Name(name) => object("name", name.to_value()),
            Self::Sequence { name, extension } => {
                let mut fields = vec![("name", name.to_value())];
                fields.extend(extension.as_ref().map(|extension| {
                    let tree = match extension {
                        NameExtension::Single(extension) => object("single", extension.to_value()),
                        NameExtension::Multiple(extensions) => object("multiple", extensions.to_value()),
                    };
                    ("extension", tree)
                }));
                object("nameSequence", Value::object(fields))
            }
        }
    }
}

impl<'a> Name<'a> {
    /// The text that may be shown, and its character set where one is said.
    pub fn allowed(&self) -> Option<(&[u8], Option<u8>)> {
        match self {
            Self::Allowed(data) => Some((data, None)),
            Self::AllowedExtended(set) => Some((&set.data, set.character_set)),
            Self::Restricted(_) | Self::RestrictedExtended(_) | Self::RestrictedNull | Self::NotAvailable => {
                None
            }
        }
    }

    /// Reads one alternative. Refuses any other tag, empty text and more than 50 octets.
    pub fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        if element.is(ALLOWED) {
            octets_of_size("NameData", element, 50).map(Self::Allowed)
        } else if element.is(ALLOWED_EXTENDED) {
            NameSet::parse(element).map(Self::AllowedExtended)
        } else if element.is(RESTRICTED) {
            octets_of_size("NameData", element, 50).map(Self::Restricted)
        } else if element.is(RESTRICTED_EXTENDED) {
            NameSet::parse(element).map(Self::RestrictedExtended)
        } else if element.is(RESTRICTED_NULL) {
            element.null()?;
            Ok(Self::RestrictedNull)
        } else if element.is(NOT_AVAILABLE) {
            element.null()?;
            Ok(Self::NotAvailable)
        } else {
            Err(ValueError::wrong_tag("Name", element))
        }
    }

    /// Writes the element.
    pub fn emit(&self, writer: &mut Writer<'_>) {
        match self {
            Self::Allowed(data) => writer.primitive(ALLOWED, data),
            Self::AllowedExtended(set) => set.emit(ALLOWED_EXTENDED, writer),
            Self::Restricted(data) => writer.primitive(RESTRICTED, data),
            Self::RestrictedExtended(set) => set.emit(RESTRICTED_EXTENDED, writer),
            Self::RestrictedNull => writer.null(RESTRICTED_NULL),
            Self::NotAvailable => writer.null(NOT_AVAILABLE),
        }
    }

    /// The tree of the standard's field names.
    pub fn to_value(&self) -> Value {
        let allowed = |name, value| object("namePresentationAllowed", object(name, value));
        let restricted = |name, value| object("namePresentationRestricted", object(name, value));
        match self {
            Self::Allowed(data) => allowed("namePresentationAllowedSimple", Value::octets(data)),
            Self::AllowedExtended(set) => allowed("namePresentationAllowedExtended", set.to_value()),
            Self::Restricted(data) => restricted("namePresentationRestrictedSimple", Value::octets(data)),
            Self::RestrictedExtended(set) => restricted("namePresentationRestrictedExtended", set.to_value()),
            Self::RestrictedNull => restricted("namePresentationRestrictedNull", Value::Null),
            Self::NotAvailable => object("nameNotAvailable", Value::Null),
        }
    }
}

impl<'a> NameSet<'a> {
    /// The SEQUENCE under an implicit tag.
    fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        let mut fields = Fields::of(element)?;
        let data = fields.tagged("nameData", Tag::OCTET_STRING)?;
        let mut character_set = None;
        while let Some(field) = fields.next_field()? {
            if field.is(Tag::INTEGER) && character_set.is_none() {
                let value = u8::try_from(field.integer()?);
                character_set = Some(value.map_err(|_| ValueError::out_of_range("characterSet", &field))?);
            }
        }
        Ok(Self { data: octets_of_size("nameData", &data, 50)?, character_set })
    }

    fn emit(&self, tag: Tag, writer: &mut Writer<'_>) {
        writer.constructed(tag, |writer| {
            writer.primitive(Tag::OCTET_STRING, &self.data);
            if let Some(character_set) = self.character_set {
                writer.integer(Tag::INTEGER, character_set.into());
            }
        });
    }

    fn to_value(&self) -> Value {
        let mut fields = vec![("nameData", Value::octets(&self.data))];
        fields.extend(self.character_set.map(|set| ("characterSet", Value::Integer(set.into()))));
        Value::object(fields)
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use qsig_ber::Reader;

    use super::*;

    fn read(octets: &[u8]) -> Result<NameArg<'_>, ValueError> {
        NameArg::parse(&Reader::new(octets).read().unwrap())
    }

    #[test]
    fn only_an_allowed_name_may_be_shown() {
        let octets = [0x80, 5, b'A', b'l', b'i', b'c', b'e'];
        let name = read(&octets).unwrap();
        assert_eq!(name.name().allowed(), Some((&b"Alice"[..], None)));
        let mut out = Vec::new();
        name.emit(&mut Writer::new(&mut out));
        assert_eq!(out, octets);
        let utf8 = [0x30, 8, 0xA1, 6, 4, 1, b'B', 2, 1, 9];
        assert_eq!(read(&utf8).unwrap().name().allowed(), Some((&b"B"[..], Some(9))));
        assert_eq!(read(&[0x82, 1, b'B']).unwrap().name().allowed(), None);
        assert_eq!(read(&[0x87, 0]).unwrap().name(), &Name::RestrictedNull);
        assert_eq!(read(&[0x84, 0]).unwrap().name(), &Name::NotAvailable);
    }

    #[test]
    fn text_has_1_to_50_octets_and_a_character_set_8_bits() {
        let of_length = |length: u8| [&[0x80, length][..], &[b'x'; 51][..length.into()]].concat();
        assert!(read(&of_length(0)).is_err());
        assert!(read(&of_length(50)).is_ok());
        assert!(read(&of_length(51)).is_err());
        assert!(read(&[0xA1, 7, 4, 1, b'B', 2, 2, 0, 0xFF]).is_ok());
        assert!(read(&[0xA1, 7, 4, 1, b'B', 2, 2, 1, 0x00]).is_err());
        assert!(read(&[0xA1, 6, 4, 1, b'B', 2, 1, 0xFF]).is_err());
    }
}
