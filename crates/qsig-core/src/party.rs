use crate::Digits;

/// Numbering plan identification, bits 4-1 of a number's octet 3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberingPlan {
    /// 0: not known, by convention of the two ends.
    #[default]
    Unknown,
    /// 1: ISDN, E.164 (public).
    Public,
    /// 3: data, X.121.
    Data,
    /// 4: telex, F.69.
    Telex,
    /// 8: national standard.
    National,
    /// 9: private.
    Private,
    /// Any other value, kept.
    Other(u8),
}

impl NumberingPlan {
    /// From the four bits of octet 3.
    pub const fn from_bits(bits: u8) -> Self {
        match bits & 0x0F {
            0 => Self::Unknown,
            1 => Self::Public,
            3 => Self::Data,
            4 => Self::Telex,
            8 => Self::National,
            9 => Self::Private,
            other => Self::Other(other),
        }
    }

    /// The four bits of octet 3.
    pub const fn bits(self) -> u8 {
        match self {
            Self::Unknown => 0,
            Self::Public => 1,
            Self::Data => 3,
            Self::Telex => 4,
            Self::National => 8,
            Self::Private => 9,
            Self::Other(other) => other & 0x0F,
        }
    }
}

/// Type of number, bits 7-5 of a number's octet 3. Its meaning depends on the plan: 1 is "international" in a
/// public number and "level 2 regional" in a private one; the values are those of the ASN.1 enumerations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeOfNumber(u8);

impl TypeOfNumber {
    /// 0: unknown.
    pub const UNKNOWN: Self = Self(0);
    /// 1: international (public), level 2 regional (private).
    pub const INTERNATIONAL: Self = Self(1);
    /// 2: national (public), level 1 regional (private).
    pub const NATIONAL: Self = Self(2);
    /// 3: network specific (public), PISN specific (private).
    pub const SPECIFIC: Self = Self(3);
    /// 4: subscriber (public), local (private).
    pub const LOCAL: Self = Self(4);
    /// 6: abbreviated.
    pub const ABBREVIATED: Self = Self(6);

    /// From a value of 0 to 7; higher bits are cut off.
    pub const fn new(value: u8) -> Self {
        Self(value & 7)
    }

    /// 0 to 7.
    pub const fn value(self) -> u8 {
        self.0
    }
}

/// Who somebody is to the network: digits with their numbering plan and type.
///
/// This is the `PartyNumber` of the operations and the number in a Calling or Called party number element
/// alike; the two codings name the same thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyNumber {
    /// The numbering plan.
    pub plan: NumberingPlan,
    /// The type of number within the plan.
    pub kind: TypeOfNumber,
    /// The digits.
    pub digits: Digits,
}

impl PartyNumber {
    /// A number of unknown plan and type, as most private networks send it.
    pub const fn unknown(digits: Digits) -> Self {
        Self { plan: NumberingPlan::Unknown, kind: TypeOfNumber::UNKNOWN, digits }
    }

    /// Whether two numbers name the same party, as call completion compares them: equal digits, and plan and
    /// type equal where both ends know them (libpri loses the type of a number in its operations).
    pub fn names_same_party(&self, other: &Self) -> bool {
        let typed =
            |number: &Self| number.plan != NumberingPlan::Unknown && number.kind != TypeOfNumber::UNKNOWN;
        self.same_digits_and_plan(other) && (self.kind == other.kind || !typed(self) || !typed(other))
    }

    /// The same without the types: equal digits, and equal plans where both ends know them.
    pub fn same_digits_and_plan(&self, other: &Self) -> bool {
        let known = |number: &Self| number.plan != NumberingPlan::Unknown;
        self.digits == other.digits && (self.plan == other.plan || !known(self) || !known(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_plan_or_type_matches_any() {
        let digits = "1001".parse().unwrap();
        let plain = PartyNumber::unknown(digits);
        let local = PartyNumber { plan: NumberingPlan::Private, kind: TypeOfNumber::LOCAL, digits };
        let untyped = PartyNumber { kind: TypeOfNumber::UNKNOWN, ..local };
        let public = PartyNumber { plan: NumberingPlan::Public, ..local };
        assert!(plain.names_same_party(&local));
        assert!(untyped.names_same_party(&local));
        assert!(!public.names_same_party(&local));
        let national = PartyNumber { kind: TypeOfNumber::NATIONAL, ..local };
        assert!(!national.names_same_party(&local));
        assert!(national.same_digits_and_plan(&local));
        assert!(!public.same_digits_and_plan(&local));
        assert!(!plain.names_same_party(&PartyNumber::unknown("1002".parse().unwrap())));
    }
}
