//! Extension: what a manufacturer adds to an operation.

use alloc::{borrow::Cow, vec, vec::Vec};

use qsig_ber::{Element, Oid, Reader, Tag, Writer};

use crate::{Value, ValueError, read::Fields};

/// An identifier and one element of any type, kept as it came.
///
/// Standard: ECMA-165, Manufacturer-specific-service-extension-definition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Extension<'a> {
    /// Says what the argument is.
    pub id: Oid<'a>,
    /// The whole element: exactly one, of any class.
    pub argument: Cow<'a, [u8]>,
}

impl<'a> Extension<'a> {
    /// Reads the SEQUENCE whatever its tag is (it may be implicit). Refuses a primitive element, a bad identifier
    /// and a missing argument.
    pub fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        let mut fields = Fields::of(element)?;
        let id = fields.tagged("extensionId", Tag::OBJECT_IDENTIFIER)?.oid()?;
        let argument = fields.any("extensionArgument")?;
        argument.verify()?;
        fields.finish()?;
        Ok(Self { id, argument: Cow::Borrowed(argument.octets) })
    }

    /// Writes the SEQUENCE under `tag`.
    pub fn emit(&self, tag: Tag, writer: &mut Writer<'_>) {
        writer.constructed(tag, |writer| {
            writer.oid(Tag::OBJECT_IDENTIFIER, &self.id);
            writer.raw(&self.argument);
        });
    }

    /// The same, tied to nothing.
    pub fn into_owned(self) -> Extension<'static> {
        Extension { id: self.id.into_owned(), argument: Cow::Owned(self.argument.into_owned()) }
    }

    /// The tree of the standard's field names.
    pub fn to_value(&self) -> Value {
        Value::object(vec![
            ("extensionId", Value::text(&self.id)),
            ("extensionArgument", Value::octets(&self.argument)),
        ])
    }
}

/// A SEQUENCE OF [`Extension`], kept as its contents octets; it may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Extensions<'a>(Cow<'a, [u8]>);

impl<'a> Extensions<'a> {
    /// The list of these, in this order.
    pub fn new<'e>(extensions: impl IntoIterator<Item = &'e Extension<'e>>) -> Self {
        let mut contents = Vec::new();
        for extension in extensions {
            extension.emit(Tag::SEQUENCE, &mut Writer::new(&mut contents));
        }
        Self(Cow::Owned(contents))
    }

    /// Reads the list whatever its tag is. Refuses anything in it that is not an extension.
    pub fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        for item in element.children()? {
            let item = item?;
            if !item.is(Tag::SEQUENCE) {
                return Err(ValueError::wrong_tag("Extension", &item));
            }
            Extension::parse(&item)?;
        }
        Ok(Self(Cow::Borrowed(element.contents)))
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Extension<'_>> {
        Reader::new(&self.0).filter_map(|item| Extension::parse(&item.ok()?).ok())
    }

    /// Writes the list under `tag`.
    pub fn emit(&self, tag: Tag, writer: &mut Writer<'_>) {
        writer.constructed(tag, |writer| {
            for extension in self.iter() {
                extension.emit(Tag::SEQUENCE, writer);
            }
        });
    }

    /// The same, tied to nothing.
    pub fn into_owned(self) -> Extensions<'static> {
        Extensions(Cow::Owned(self.0.into_owned()))
    }

    /// The list of their trees.
    pub fn to_value(&self) -> Value {
        Value::List(self.iter().map(|extension| extension.to_value()).collect())
    }
}
