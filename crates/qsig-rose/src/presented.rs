//! PresentedNumberUnscreened: a number and whether it may be shown.

use qsig_ber::{Element, Tag, Writer};

use crate::{Value, ValueError, party::PartyNumber, read::explicit, value::object};

/// A number with its presentation.
///
/// Standard: ECMA-165, Addressing-Data-Elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PresentedNumberUnscreened {
    /// `A0`: may be shown.
    Allowed(PartyNumber),
    /// `81`: may not be shown, and is not sent.
    Restricted,
    /// `82`: not known, because another network did not give it.
    NotAvailable,
    /// `A3`: may not be shown, but is sent.
    RestrictedAddress(PartyNumber),
}

const ALLOWED: Tag = Tag::context(0).constructed();
const RESTRICTED: Tag = Tag::context(1);
const NOT_AVAILABLE: Tag = Tag::context(2);
const RESTRICTED_ADDRESS: Tag = Tag::context(3).constructed();

impl PresentedNumberUnscreened {
    /// The number, where one is sent.
    pub const fn number(&self) -> Option<PartyNumber> {
        match *self {
            Self::Allowed(number) | Self::RestrictedAddress(number) => Some(number),
            Self::Restricted | Self::NotAvailable => None,
        }
    }

    /// Reads one alternative. Refuses any other tag and what [`PartyNumber::parse`] refuses.
    pub fn parse(element: &Element<'_>) -> Result<Self, ValueError> {
        if element.is(ALLOWED) {
            PartyNumber::parse(&explicit("presentationAllowedAddressNU", element)?).map(Self::Allowed)
        } else if element.is(RESTRICTED) {
            element.null()?;
            Ok(Self::Restricted)
        } else if element.is(NOT_AVAILABLE) {
            element.null()?;
            Ok(Self::NotAvailable)
        } else if element.is(RESTRICTED_ADDRESS) {
            PartyNumber::parse(&explicit("presentationRestrictedAddressNU", element)?)
                .map(Self::RestrictedAddress)
        } else {
            Err(ValueError::wrong_tag("PresentedNumberUnscreened", element))
        }
    }

    /// Writes the element.
    pub fn emit(&self, writer: &mut Writer<'_>) {
        match self {
            Self::Allowed(number) => writer.constructed(ALLOWED, |writer| number.emit(writer)),
            Self::Restricted => writer.null(RESTRICTED),
            Self::NotAvailable => writer.null(NOT_AVAILABLE),
            Self::RestrictedAddress(number) => {
                writer.constructed(RESTRICTED_ADDRESS, |writer| number.emit(writer));
            }
        }
    }

    /// The tree of the standard's field names.
    pub fn to_value(&self) -> Value {
        match self {
            Self::Allowed(number) => object("presentationAllowedAddressNU", number.to_value()),
            Self::Restricted => object("presentationRestricted", Value::Null),
            Self::NotAvailable => object("numberNotAvailableDueToInterworking", Value::Null),
            Self::RestrictedAddress(number) => object("presentationRestrictedAddressNU", number.to_value()),
        }
    }
}
