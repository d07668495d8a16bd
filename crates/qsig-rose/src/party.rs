//! PartyNumber: a number in an operation.

use qsig_ber::{Element, Tag, Writer};
use qsig_core::{Digits, NumberingPlan, TypeOfNumber};

use crate::{Value, ValueError, read::Fields, value::object};

/// A number, by the numbering plan it belongs to, just as it stands on the wire.
///
/// Digits are 1 to 20; `*` and `#` are taken too. `kind` is the ENUMERATED as it came: 0 to 7 means what the same
/// [`TypeOfNumber`] means, anything else is unknown and kept.
///
/// Standard: ECMA-165, Addressing-Data-Elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartyNumber {
    /// `80`.
    Unknown(Digits),
    /// `A1`: E.164.
    Public {
        /// The PublicTypeOfNumber.
        kind: i32,
        /// The digits.
        digits: Digits,
    },
    /// `83`.
    Data(Digits),
    /// `84`.
    Telex(Digits),
    /// `A5`: the private numbering plan.
    Private {
        /// The PrivateTypeOfNumber.
        kind: i32,
        /// The digits.
        digits: Digits,
    },
    /// `88`.
    NationalStandard(Digits),
}

const UNKNOWN: Tag = Tag::context(0);
const PUBLIC: Tag = Tag::context(1).constructed();
const DATA: Tag = Tag::context(3);
const TELEX: Tag = Tag::context(4);
const PRIVATE: Tag = Tag::context(5).constructed();
const NATIONAL: Tag = Tag::context(8);

impl PartyNumber {
    /// The digits.
    pub const fn digits(&self) -> Digits {
        match *self {
            Self::Unknown(digits)
            | Self::Public { digits, .. }
            | Self::Data(digits)
            | Self::Telex(digits)
            | Self::Private { digits, .. }
            | Self::NationalStandard(digits) => digits,
        }
    }

    /// Reads one alternative. Refuses any other tag, no digits, more than 20, and characters that are no digits.
    pub fn parse(element: &Element<'_>) -> Result<Self, ValueError> {
        if element.is(UNKNOWN) {
            Ok(Self::Unknown(digits(element)?))
        } else if element.is(PUBLIC) {
            typed(element).map(|(kind, digits)| Self::Public { kind, digits })
        } else if element.is(DATA) {
            Ok(Self::Data(digits(element)?))
        } else if element.is(TELEX) {
            Ok(Self::Telex(digits(element)?))
        } else if element.is(PRIVATE) {
            typed(element).map(|(kind, digits)| Self::Private { kind, digits })
        } else if element.is(NATIONAL) {
            Ok(Self::NationalStandard(digits(element)?))
        } else {
            Err(ValueError::wrong_tag("PartyNumber", element))
        }
    }

    /// Writes the element.
    pub fn emit(&self, writer: &mut Writer<'_>) {
        let typed = |writer: &mut Writer<'_>, tag, kind, digits: &Digits| {
            writer.constructed(tag, |writer| {
                writer.integer(Tag::ENUMERATED, kind);
                writer.primitive(Tag::NUMERIC_STRING, digits.as_octets());
            });
        };
        match self {
            Self::Unknown(digits) => writer.primitive(UNKNOWN, digits.as_octets()),
            Self::Public { kind, digits } => typed(writer, PUBLIC, *kind, digits),
            Self::Data(digits) => writer.primitive(DATA, digits.as_octets()),
            Self::Telex(digits) => writer.primitive(TELEX, digits.as_octets()),
            Self::Private { kind, digits } => typed(writer, PRIVATE, *kind, digits),
            Self::NationalStandard(digits) => writer.primitive(NATIONAL, digits.as_octets()),
        }
    }

    /// The tree of the standard's field names.
    pub fn to_value(&self) -> Value {
        let (name, value) = match self {
            Self::Unknown(digits) => ("unknownPartyNumber", Value::text(digits)),
            Self::Public { kind, digits } => (
                "publicPartyNumber",
                Value::object([
                    ("publicTypeOfNumber", Value::enumerated(*kind, PUBLIC_TYPES)),
                    ("publicNumberDigits", Value::text(digits)),
                ]),
            ),
            Self::Data(digits) => ("dataPartyNumber", Value::text(digits)),
            Self::Telex(digits) => ("telexPartyNumber", Value::text(digits)),
            Self::Private { kind, digits } => (
                "privatePartyNumber",
                Value::object([
                    ("privateTypeOfNumber", Value::enumerated(*kind, PRIVATE_TYPES)),
                    ("privateNumberDigits", Value::text(digits)),
                ]),
            ),
            Self::NationalStandard(digits) => ("nationalStandardPartyNumber", Value::text(digits)),
        };
        object(name, value)
    }
}

/// The type is lost where the plan has none on the wire, and a plan without an alternative becomes unknown.
impl From<qsig_core::PartyNumber> for PartyNumber {
    fn from(number: qsig_core::PartyNumber) -> Self {
        let (kind, digits) = (i32::from(number.kind.value()), number.digits);
        match number.plan {
            NumberingPlan::Unknown | NumberingPlan::Other(_) => Self::Unknown(digits),
            NumberingPlan::Public => Self::Public { kind, digits },
            NumberingPlan::Data => Self::Data(digits),
            NumberingPlan::Telex => Self::Telex(digits),
            NumberingPlan::National => Self::NationalStandard(digits),
            NumberingPlan::Private => Self::Private { kind, digits },
        }
    }
}

/// A type of number outside 0 to 7 becomes unknown.
impl From<PartyNumber> for qsig_core::PartyNumber {
    fn from(number: PartyNumber) -> Self {
        let (plan, kind) = match number {
            PartyNumber::Unknown(_) => (NumberingPlan::Unknown, 0),
            PartyNumber::Public { kind, .. } => (NumberingPlan::Public, kind),
            PartyNumber::Data(_) => (NumberingPlan::Data, 0),
            PartyNumber::Telex(_) => (NumberingPlan::Telex, 0),
            PartyNumber::Private { kind, .. } => (NumberingPlan::Private, kind),
            PartyNumber::NationalStandard(_) => (NumberingPlan::National, 0),
        };
        let kind =
            u8::try_from(kind).ok().filter(|kind| *kind < 8).map_or(TypeOfNumber::UNKNOWN, TypeOfNumber::new);
        Self { plan, kind, digits: number.digits() }
    }
}

const PUBLIC_TYPES: &[(i32, &str)] = &[
    (0, "unknown"),
    (1, "internationalNumber"),
    (2, "nationalNumber"),
    (3, "networkSpecificNumber"),
    (4, "subscriberNumber"),
    (6, "abbreviatedNumber"),
];

const PRIVATE_TYPES: &[(i32, &str)] = &[
    (0, "unknown"),
    (1, "level2RegionalNumber"),
    (2, "level1RegionalNumber"),
    (3, "pISNSpecificNumber"),
    (4, "localNumber"),
    (6, "abbreviatedNumber"),
];

/// SEQUENCE { type of number ENUMERATED, digits NumericString }.
fn typed(element: &Element<'_>) -> Result<(i32, Digits), ValueError> {
    let mut fields = Fields::of(element)?;
    let kind = fields.tagged("typeOfNumber", Tag::ENUMERATED)?.integer()?;
    let number = fields.tagged("numberDigits", Tag::NUMERIC_STRING)?;
    fields.finish()?;
    Ok((kind, digits(&number)?))
}

fn digits(element: &Element<'_>) -> Result<Digits, ValueError> {
    Digits::from_octets(&element.string(Tag::NUMERIC_STRING)?)
        .ok()
        .filter(|digits| !digits.is_empty())
        .ok_or(ValueError::out_of_range("NumberDigits", element))
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use qsig_ber::Reader;

    use super::*;

    fn read(octets: &[u8]) -> Result<PartyNumber, ValueError> {
        PartyNumber::parse(&Reader::new(octets).read().unwrap())
    }

    #[test]
    fn each_plan_has_its_own_tag_and_comes_back() {
        let digits: Digits = "12".parse().unwrap();
        let plans: [(&[u8], _); 6] = [
            (&[0x80, 2, b'1', b'2'], NumberingPlan::Unknown),
            (&[0xA1, 7, 0x0A, 1, 4, 0x12, 2, b'1', b'2'], NumberingPlan::Public),
            (&[0x83, 2, b'1', b'2'], NumberingPlan::Data),
            (&[0x84, 2, b'1', b'2'], NumberingPlan::Telex),
            (&[0xA5, 7, 0x0A, 1, 4, 0x12, 2, b'1', b'2'], NumberingPlan::Private),
            (&[0x88, 2, b'1', b'2'], NumberingPlan::National),
        ];
        for (octets, plan) in plans {
            let number = read(octets).unwrap();
            let mut out = Vec::new();
            number.emit(&mut Writer::new(&mut out));
            assert_eq!(out, octets);
            let core = qsig_core::PartyNumber::from(number);
            let kind = if octets.len() > 4 { TypeOfNumber::LOCAL } else { TypeOfNumber::UNKNOWN };
            assert_eq!(core, qsig_core::PartyNumber { plan, kind, digits });
            assert_eq!(PartyNumber::from(core), number);
        }
    }

    #[test]
    fn a_type_of_number_without_a_name_is_kept_here_and_unknown_elsewhere() {
        let number = read(&[0xA1, 6, 0x0A, 1, 9, 0x12, 1, b'1']).unwrap();
        assert_eq!(number, PartyNumber::Public { kind: 9, digits: "1".parse().unwrap() });
        assert_eq!(qsig_core::PartyNumber::from(number).kind, TypeOfNumber::UNKNOWN);
        assert_eq!(
            number.to_value().member("publicPartyNumber").unwrap().member("publicTypeOfNumber"),
            Some(&Value::Integer(9))
        );
    }

    #[test]
    fn refuses_no_digits_too_many_and_letters() {
        let of_length = |length: u8| [&[0x80, length][..], &[b'5'; 21][..length.into()]].concat();
        assert!(matches!(read(&of_length(0)), Err(ValueError::OutOfRange { .. })));
        assert!(read(&of_length(20)).is_ok());
        assert!(matches!(read(&of_length(21)), Err(ValueError::OutOfRange { .. })));
        assert!(matches!(read(&[0x80, 1, b'A']), Err(ValueError::OutOfRange { .. })));
        assert!(matches!(read(&[0x86, 1, b'1']), Err(ValueError::WrongTag { .. })));
        assert!(matches!(read(&[0x00, 1, b'1']), Err(ValueError::WrongTag { .. })));
        assert!(matches!(
            read(&[0xA1, 3, 0x0A, 1, 0]),
            Err(ValueError::Missing { field: "numberDigits", offset: 0 })
        ));
    }
}
