//! The numbering plan: what a number, or the beginning of one, stands for.

use std::collections::BTreeMap;

use qsig_core::Digits;

use crate::config::{PhoneIndex, TrunkIndex};

/// What digits stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// An extension of this node.
    Phone(PhoneIndex),
    /// Somebody behind a trunk.
    Trunk(TrunkIndex),
    /// Nobody yet: more digits may make a number.
    Incomplete,
    /// Nobody.
    Nobody,
}

/// Extensions and routes. An extension's number is matched whole, a route by its longest prefix.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    phones: BTreeMap<Digits, PhoneIndex>,
    routes: Vec<(Digits, TrunkIndex)>,
}

impl Plan {
    pub(crate) fn add_phone(&mut self, number: Digits, phone: PhoneIndex) {
        self.phones.insert(number, phone);
    }

    pub(crate) fn add_route(&mut self, prefix: Digits, trunk: TrunkIndex) {
        self.routes.push((prefix, trunk));
        self.routes.sort_by_key(|(prefix, _)| core::cmp::Reverse(prefix.len()));
    }

    pub(crate) fn phone(&self, number: &Digits) -> Option<PhoneIndex> {
        self.phones.get(number).copied()
    }

    /// Looks a number up.
    pub(crate) fn find(&self, digits: &Digits) -> Destination {
        if let Some(&phone) = self.phones.get(digits) {
            return Destination::Phone(phone);
        }
        let begins = |longer: &Digits, shorter: &Digits| longer.as_octets().starts_with(shorter.as_octets());
        let longer = self.phones.range(digits..).next();
        if longer.is_some_and(|(number, _)| begins(number, digits)) {
            return Destination::Incomplete;
        }
        match self.routes.iter().find(|(prefix, _)| begins(digits, prefix)) {
            Some(&(_, trunk)) => Destination::Trunk(trunk),
            None if self.routes.iter().any(|(prefix, _)| begins(prefix, digits)) => Destination::Incomplete,
            None => Destination::Nobody,
        }
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
    }
}
