use alloc::{borrow::Cow, vec};

use qsig_ber::{Element, Tag, Writer};

use super::{CcExtension, SERVICE, SUBADDR_A, SUBADDR_B};
use crate::{
    Value, ValueError,
    party::PartyNumber,
    read::{Fields, explicit},
    subaddress::PartySubaddress,
    value::object,
};

/// CcOptionalArg: names the callback where the connection does not.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OptionalArg<'a> {
    /// `A0`: on a connection of its own.
    Full(FullArg<'a>),
    /// `05`, `AE` or `AF`: on the connection of the callback.
    Extension(CcExtension<'a>),
}

/// The numbers and the service of the request that is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FullArg<'a> {
    /// User A.
    pub number_a: PartyNumber,
    /// User B.
    pub number_b: PartyNumber,
    /// As in [`RequestArg`](super::RequestArg).
    pub service: Cow<'a, [u8]>,
    /// The Calling party subaddress.
    pub subaddr_a: Option<PartySubaddress<'a>>,
    /// The Called party subaddress.
    pub subaddr_b: Option<PartySubaddress<'a>>,
    /// Extensions.
    pub extension: Option<CcExtension<'a>>,
}

const FULL: Tag = Tag::context(0).constructed();

impl<'a> OptionalArg<'a> {
    /// Reads one alternative. Refuses any other tag.
    pub fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        if element.is(FULL) {
            FullArg::parse(element).map(Self::Full)
        } else {
            CcExtension::parse(element).map(Self::Extension)
        }
    }

    /// Writes the element.
    pub fn emit(&self, writer: &mut Writer<'_>) {
        match self {
            Self::Full(full) => full.emit(writer),
            Self::Extension(extension) => extension.emit(writer),
        }
    }

    /// The same, tied to nothing.
    pub fn into_owned(self) -> OptionalArg<'static> {
        match self {
            Self::Full(full) => OptionalArg::Full(full.into_owned()),
            Self::Extension(extension) => OptionalArg::Extension(extension.into_owned()),
        }
    }

    /// The tree of the standard's field names.
    pub fn to_value(&self) -> Value {
        match self {
            Self::Full(full) => object("fullArg", full.to_value()),
            Self::Extension(extension) => object("extArg", extension.to_value()),
        }
    }
}

impl<'a> FullArg<'a> {
    /// Reads the SEQUENCE, which has the implicit tag of [`OptionalArg`]. The optional fields may come in any
    /// order; unknown elements after the mandatory ones are stepped over.
    fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        let mut fields = Fields::of(element)?;
        let mut argument = Self {
            number_a: PartyNumber::parse(&fields.any("numberA")?)?,
            number_b: PartyNumber::parse(&fields.any("numberB")?)?,
            service: fields.tagged("service", SERVICE)?.string(Tag::OCTET_STRING)?,
            subaddr_a: None,
            subaddr_b: None,
            extension: None,
        };
        while let Some(field) = fields.next_field()? {
            if field.is(SUBADDR_A) && argument.subaddr_a.is_none() {
                argument.subaddr_a = Some(PartySubaddress::parse(&explicit("subaddrA", &field)?)?);
            } else if field.is(SUBADDR_B) && argument.subaddr_b.is_none() {
                argument.subaddr_b = Some(PartySubaddress::parse(&explicit("subaddrB", &field)?)?);
            } else if CcExtension::fits(&field) && argument.extension.is_none() {
                argument.extension = Some(CcExtension::parse(&field)?);
            }
        }
        Ok(argument)
    }

    fn emit(&self, writer: &mut Writer<'_>) {
        writer.constructed(FULL, |writer| {
            self.number_a.emit(writer);
            self.number_b.emit(writer);
            writer.primitive(SERVICE, &self.service);
            if let Some(subaddress) = &self.subaddr_a {
                writer.constructed(SUBADDR_A, |writer| subaddress.emit(writer));
            }
            if let Some(subaddress) = &self.subaddr_b {
                writer.constructed(SUBADDR_B, |writer| subaddress.emit(writer));
            }
            if let Some(extension) = &self.extension {
                extension.emit(writer);
            }
        });
    }

    /// The same, tied to nothing.
    pub fn into_owned(self) -> FullArg<'static> {
        FullArg {
            number_a: self.number_a,
            number_b: self.number_b,
            service: Cow::Owned(self.service.into_owned()),
            subaddr_a: self.subaddr_a.map(PartySubaddress::into_owned),
            subaddr_b: self.subaddr_b.map(PartySubaddress::into_owned),
            extension: self.extension.map(CcExtension::into_owned),
        }
    }

    fn to_value(&self) -> Value {
        let mut fields = vec![
            ("numberA", self.number_a.to_value()),
            ("numberB", self.number_b.to_value()),
            ("service", Value::octets(&self.service)),
        ];
        fields.extend(self.subaddr_a.as_ref().map(|subaddress| ("subaddrA", subaddress.to_value())));
        fields.extend(self.subaddr_b.as_ref().map(|subaddress| ("subaddrB", subaddress.to_value())));
        fields.extend(self.extension.as_ref().map(|extension| ("extension", extension.to_value())));
        Value::object(fields)
    }
}
