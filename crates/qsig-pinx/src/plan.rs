//! The numbering plan: what a number, or the beginning of one, stands for.

use std::{collections::BTreeMap, ops::Bound};

use qsig_core::Digits;

use crate::config::{PhoneIndex, TrunkIndex};

/// What digits stand for, taken as a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// An extension of this node.
    Phone(PhoneIndex),
    /// Somebody behind a trunk.
    Trunk(TrunkIndex),
    /// Nobody, but more digits would make a number.
    Incomplete,
    /// Nobody.
    Nobody,
}

/// Extensions and routes. An extension's number is matched whole, a route by its longest prefix.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    phones: BTreeMap<Digits, PhoneIndex>,
    routes: BTreeMap<Digits, TrunkIndex>,
}

impl Plan {
    pub(crate) fn add_phone(&mut self, number: Digits, phone: PhoneIndex) {
        self.phones.insert(number, phone);
    }

    /// `false`: the prefix has a route already.
    pub(crate) fn add_route(&mut self, prefix: Digits, trunk: TrunkIndex) -> bool {
        self.routes.insert(prefix, trunk).is_none()
    }

    pub(crate) fn phone(&self, number: &Digits) -> Option<PhoneIndex> {
        self.phones.get(number).copied()
    }

    /// Looks a whole number up.
    pub(crate) fn find(&self, digits: &Digits) -> Destination {
        let octets = digits.as_octets();
        let mut prefixes =
            (0..=octets.len()).rev().filter_map(|length| Digits::from_octets(octets.get(..length)?).ok());
        match (self.phones.get(digits), prefixes.find_map(|prefix| self.routes.get(&prefix))) {
            (Some(&phone), _) => Destination::Phone(phone),
            (None, Some(&trunk)) => Destination::Trunk(trunk),
            (None, None) if self.may_grow(digits) => Destination::Incomplete,
            (None, None) => Destination::Nobody,
        }
    }

    /// Whether these digits are the beginning of a longer number.
    pub(crate) fn may_grow(&self, digits: &Digits) -> bool {
        fn longer<T>(numbers: &BTreeMap<Digits, T>, digits: &Digits) -> bool {
            let mut after = numbers.range((Bound::Excluded(digits), Bound::Unbounded));
            after.next().is_some_and(|(number, _)| number.as_octets().starts_with(digits.as_octets()))
        }
        longer(&self.phones, digits)
            || longer(&self.routes, digits)
            || (0..=digits.len()).any(|length| {
                let prefix =
                    digits.as_octets().get(..length).and_then(|octets| Digits::from_octets(octets).ok());
                prefix.is_some_and(|prefix| self.routes.contains_key(&prefix))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_extensions_routes_and_beginnings() {
        let mut plan = Plan::default();
        let digits = |text: &str| text.parse::<Digits>().unwrap();
        plan.add_phone(digits("1001"), PhoneIndex(0));
        plan.add_phone(digits("10"), PhoneIndex(1));
        plan.add_route(digits("2"), TrunkIndex(0));
        plan.add_route(digits("25"), TrunkIndex(1));
        assert_eq!(plan.find(&digits("1001")), Destination::Phone(PhoneIndex(0)));
        assert_eq!(plan.find(&digits("10")), Destination::Phone(PhoneIndex(1)));
        assert_eq!(plan.find(&digits("100")), Destination::Incomplete);
        assert_eq!(plan.find(&digits("")), Destination::Incomplete);
        assert_eq!(plan.find(&digits("2001")), Destination::Trunk(TrunkIndex(0)));
        assert_eq!(plan.find(&digits("2501")), Destination::Trunk(TrunkIndex(1)));
        assert_eq!(plan.find(&digits("3")), Destination::Nobody);
        assert!(plan.may_grow(&digits("10")), "a longer extension");
        assert!(plan.may_grow(&digits("2001")), "what is behind a trunk has any length");
        assert!(!plan.may_grow(&digits("1001")));
        plan.add_phone(digits("2001"), PhoneIndex(2));
        assert_eq!(
            plan.find(&digits("200")),
            Destination::Trunk(TrunkIndex(0)),
            "whole numbers are not waited for"
        );
        assert!(!plan.add_route(digits("2"), TrunkIndex(1)), "one route a prefix");
    }
}
