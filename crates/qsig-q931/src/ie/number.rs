use alloc::vec::Vec;

use qsig_core::{Digits, NumberingPlan, PartyNumber, TypeOfNumber};

use super::{FieldValue, IeError, group_end, octet};

two_bits! {
    /// Whether a number may be shown.
    Presentation
    /// 0: it may.
    Allowed "allowed"
    /// 1: it may not.
    Restricted "restricted"
    /// 2: there is no number, because of interworking.
    NotAvailable "not-available"
    /// 3: reserved.
    Reserved "reserved"
}

two_bits! {
    /// Who vouches for a number.
    Screening
    /// 0: the user gave it, nobody has looked at it.
    NotScreened "user-not-screened"
    /// 1: the user gave it, the network has verified and passed it.
    Passed "user-verified-passed"
    /// 2: the user gave it, the network has found it false.
    Failed "user-verified-failed"
    /// 3: the network gave it.
    Network "network-provided"
}

/// The number in Calling party number, Connected number and Called party number.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | e | type of no. | numb. plan  |  octet 3 (3 and 4 bits)
///  | 1 | pres. | 0   0   0 | scr.  |  octet 3a, only if e is 0; never in a Called party number
///  |         digits in IA5         |  octet 4 and so on, 0 to 20
/// ```
///
/// No digits are legal (overlap receiving begins so); more than 20, and what is no digit, are refused.
/// Clause: Q.931 4.5.8 and 4.5.10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    /// Plan, type and digits.
    pub party: PartyNumber,
    /// Octet 3a, if it was there. Without it: allowed, not screened.
    pub indicators: Option<(Presentation, Screening)>,
}

impl Number {
    /// A number without octet 3a.
    pub const fn new(party: PartyNumber) -> Self {
        Self { party, indicators: None }
    }

    /// A number with octet 3a.
    pub const fn with_indicators(
        party: PartyNumber,
        presentation: Presentation,
        screening: Screening,
    ) -> Self {
        Self { party, indicators: Some((presentation, screening)) }
    }

    /// The number as Called party number carries it: without octet 3a.
    #[must_use]
    pub const fn called(self) -> Self {
        Self::new(self.party)
    }

    /// Whether it may be shown.
    pub const fn presentation(&self) -> Presentation {
        match self.indicators {
            Some((presentation, _)) => presentation,
            None => Presentation::Allowed,
        }
    }

    /// Who vouches for it.
    pub const fn screening(&self) -> Screening {
        match self.indicators {
            Some((_, screening)) => screening,
            None => Screening::NotScreened,
        }
    }

    /// Reads the contents.
    pub fn parse(octets: &[u8]) -> Result<Self, IeError> {
        let first = octet(octets, 0)?;
        let at = group_end(octets, 0)?;
        let indicators = (first & 0x80 == 0)
            .then(|| octets.get(1).copied())
            .flatten()
            .map(|octet| (Presentation::from_bits(octet >> 5), Screening::from_bits(octet)));
        let digits = Digits::from_octets(octets.get(at..).unwrap_or_default())
            .map_err(|error| IeError::Digits { at, error })?;
        let party = PartyNumber {
            plan: NumberingPlan::from_bits(first),
            kind: TypeOfNumber::new(first >> 4),
            digits,
        };
        Ok(Self { party, indicators })
    }

    /// Appends the contents.
    pub fn emit(&self, out: &mut Vec<u8>) {
        let first = self.party.kind.value() << 4 | self.party.plan.bits();
        match self.indicators {
            Some((presentation, screening)) => {
                out.extend_from_slice(&[first, 0x80 | presentation.bits() << 5 | screening.bits()]);
            }
            None => out.push(0x80 | first),
        }
        out.extend_from_slice(self.party.digits.as_octets());
    }

    /// Calls `out` with each field.
    pub fn fields(&self, out: &mut dyn FnMut(&'static str, FieldValue<'_>)) {
        out("digits", FieldValue::Text(self.party.digits.as_str()));
        out("type_of_number", type_of_number(self.party.kind));
        out("numbering_plan", numbering_plan(self.party.plan));
        if let Some((presentation, screening)) = self.indicators {
            out("presentation", FieldValue::Text(presentation.name()));
            out("screening", FieldValue::Text(screening.name()));
        }
    }
}

fn type_of_number(kind: TypeOfNumber) -> FieldValue<'static> {
    FieldValue::Text(match kind {
        TypeOfNumber::UNKNOWN => "unknown",
        TypeOfNumber::INTERNATIONAL => "international",
        TypeOfNumber::NATIONAL => "national",
        TypeOfNumber::SPECIFIC => "network-specific",
        TypeOfNumber::LOCAL => "subscriber",
        TypeOfNumber::ABBREVIATED => "abbreviated",
        other => return FieldValue::Number(other.value().into()),
    })
}

fn numbering_plan(plan: NumberingPlan) -> FieldValue<'static> {
    FieldValue::Text(match plan {
        NumberingPlan::Unknown => "unknown",
        NumberingPlan::Public => "public",
        NumberingPlan::Data => "data",
        NumberingPlan::Telex => "telex",
        NumberingPlan::National => "national",
        NumberingPlan::Private => "private",
        NumberingPlan::Other(other) => return FieldValue::Number(other.into()),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use qsig_core::DigitsError;

    use super::*;
    use crate::{
        ElementId, InformationElement,
        ie::tests::{refuses, stands},
    };

    fn unknown(digits: &str) -> PartyNumber {
        PartyNumber::unknown(digits.parse().unwrap())
    }

    #[test]
    fn has_type_plan_indicators_and_digits() {
        let calling = Number::with_indicators(unknown("1001"), Presentation::Allowed, Screening::Passed);
        stands(InformationElement::CallingPartyNumber(calling), &[0x00, 0x81, 0x31, 0x30, 0x30, 0x31], 2);
        let called = Number::new(unknown("2002"));
        stands(InformationElement::CalledPartyNumber(called), &[0x80, 0x32, 0x30, 0x30, 0x32], 1);
        let public = PartyNumber {
            plan: NumberingPlan::Public,
            kind: TypeOfNumber::INTERNATIONAL,
            digits: "39".parse().unwrap(),
        };
        let hidden = Number::with_indicators(public, Presentation::Restricted, Screening::Network);
        stands(InformationElement::ConnectedNumber(hidden), &[0x11, 0xA3, 0x33, 0x39], 2);
    }

    #[test]
    fn a_called_number_never_has_octet_3a() {
        let number = Number::with_indicators(unknown("7"), Presentation::Restricted, Screening::Passed);
        let mut out = Vec::new();
        InformationElement::CalledPartyNumber(number).emit(&mut out);
        assert_eq!(out, [0x80, b'7']);
        let parsed = InformationElement::parse(ElementId::CALLED_PARTY_NUMBER, &[0x00, 0x81, b'7']);
        assert_eq!(parsed, Ok(InformationElement::CalledPartyNumber(Number::new(unknown("7")))));
    }

    #[test]
    fn what_is_no_digit_and_too_many_digits_are_refused() {
        let id = ElementId::CALLED_PARTY_NUMBER;
        let error = DigitsError::NotADigit { position: 1, octet: 0xB1 };
        refuses(id, &[0x80, 0x31, 0xB1], IeError::Digits { at: 1, error });
        let mut octets = [b'1'; 22];
        octets[0] = 0x80;
        refuses(id, &octets, IeError::Digits { at: 1, error: DigitsError::TooMany(21) });
        assert!(InformationElement::parse(id, &octets[..21]).is_ok());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn every_number_comes_back(
            digits in "[0-9*#]{0,20}",
            bits: u8,
            indicators in proptest::option::of((0..4u8, 0..4u8)),
        ) {
            let party = PartyNumber {
                plan: NumberingPlan::from_bits(bits),
                kind: TypeOfNumber::new(bits >> 4),
                digits: digits.parse().unwrap(),
            };
            let indicators =
                indicators.map(|(p, s)| (Presentation::from_bits(p), Screening::from_bits(s)));
            let number = Number { party, indicators };
            let mut out = Vec::new();
            number.emit(&mut out);
            prop_assert_eq!(Number::parse(&out), Ok(number));
        }
    }
}
