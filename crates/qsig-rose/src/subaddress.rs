//! PartySubaddress: which terminal behind a number.

use alloc::{borrow::Cow, vec};

use qsig_ber::{Element, Tag, Writer};

use crate::{
    Value, ValueError,
    read::{Fields, octets_of_size},
    value::object,
};

/// A subaddress of 1 to 20 octets.
///
/// Standard: ECMA-165, Addressing-Data-Elements.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartySubaddress<'a> {
    /// `30`: as the user wishes.
    UserSpecified {
        /// The octets.
        information: Cow<'a, [u8]>,
        /// Whether the number of BCD digits is odd, where that was said.
        odd_count: Option<bool>,
    },
    /// `04`: as X.213 says, usually 50 and IA5 digits.
    Nsap(Cow<'a, [u8]>),
}

impl<'a> PartySubaddress<'a> {
    /// Reads one alternative. Refuses any other tag, no octets and more than 20.
    pub fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        if element.is(Tag::SEQUENCE) {
            let mut fields = Fields::of(element)?;
            let information = fields.tagged("subaddressInformation", Tag::OCTET_STRING)?;
            let mut odd_count = None;
            while let Some(field) = fields.next_field()? {
                if field.is(Tag::BOOLEAN) && odd_count.is_none() {
                    odd_count = Some(field.boolean()?);
                }
            }
            let information = octets_of_size("subaddressInformation", &information, 20)?;
            Ok(Self::UserSpecified { information, odd_count })
        } else if element.is(Tag::OCTET_STRING) {
            octets_of_size("nSAPSubaddress", element, 20).map(Self::Nsap)
        } else {
            Err(ValueError::wrong_tag("PartySubaddress", element))
        }
    }

    /// Writes the element.
    pub fn emit(&self, writer: &mut Writer<'_>) {
        match self {
            Self::UserSpecified { information, odd_count } => writer.constructed(Tag::SEQUENCE, |writer| {
                writer.primitive(Tag::OCTET_STRING, information);
                if let Some(odd_count) = odd_count {
                    writer.boolean(Tag::BOOLEAN, *odd_count);
                }
            }),
            Self::Nsap(octets) => writer.primitive(Tag::OCTET_STRING, octets),
        }
    }

    /// The same, tied to nothing.
    pub fn into_owned(self) -> PartySubaddress<'static> {
        let own = |octets: Cow<'_, [u8]>| Cow::Owned(octets.into_owned());
        match self {
            Self::UserSpecified { information, odd_count } => {
                PartySubaddress::UserSpecified { information: own(information), odd_count }
            }
            Self::Nsap(octets) => PartySubaddress::Nsap(own(octets)),
        }
    }

    /// The tree of the standard's field names.
    pub fn to_value(&self) -> Value {
        match self {
            Self::UserSpecified { information, odd_count } => {
                let mut fields = vec![("subaddressInformation", Value::octets(information))];
                fields.extend(odd_count.map(|odd| ("oddCountIndicator", Value::Boolean(odd))));
                object("userSpecifiedSubaddress", Value::object(fields))
            }
            Self::Nsap(octets) => object("nSAPSubaddress", Value::octets(octets)),
        }
    }
}
