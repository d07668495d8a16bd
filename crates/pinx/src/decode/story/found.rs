//! Callbacks by the numbers of their parties.

use std::collections::{BTreeMap, HashMap};

use qsig_core::Digits;

use super::attempts::nearly;
use super::callback::{Callback, State};
use crate::decode::trace::LinkNumber;
use crate::limits::MOST_OF_ONE;

/// The live callbacks of each number, as A or as B.
#[derive(Default)]
pub(super) struct Found {
    by_number: HashMap<Digits, Vec<u64>>,
}

impl Found {
    /// Adds a callback.
    pub(super) fn insert(&mut self, callback: &Callback) {
        for digits in [callback.a_digits(), callback.b_digits()].into_iter().flatten() {
            let numbers = self.by_number.entry(digits).or_default();
            if numbers.len() >= MOST_OF_ONE {
                numbers.remove(0);
            }
            numbers.push(callback.number);
        }
    }

    /// Takes a callback out.
    pub(super) fn remove(&mut self, callback: &Callback) {
        for digits in [callback.a_digits(), callback.b_digits()].into_iter().flatten() {
            if let Some(numbers) = self.by_number.get_mut(&digits) {
                numbers.retain(|number| *number != callback.number);
                if numbers.is_empty() {
                    self.by_number.remove(&digits);
                }
            }
        }
    }

    /// The latest callback of A for B, on this link if there is one there.
    pub(super) fn of(
        &self,
        live: &BTreeMap<u64, Callback>,
        link: LinkNumber,
        a: Digits,
        b: Digits,
    ) -> Option<u64> {
        let all = self.latest(live, a).filter(|it| it.a_digits() == Some(a) && it.b_digits() == Some(b));
        let all: Vec<&Callback> = all.collect();
        all.iter().find(|it| it.link == link).or(all.first()).map(|it| it.number)
    }

    /// The callback that a call with ccRingout or ccPathReserve completes: that of the calling for the called number.
    /// Else one that waits for such a call, with one number the same and the other nearly.
    pub(super) fn of_recall(
        &self,
        live: &BTreeMap<u64, Callback>,
        link: LinkNumber,
        calling: Option<Digits>,
        called: Option<Digits>,
    ) -> Option<u64> {
        let (calling, called) = (calling?, called?);
        if let Some(number) = self.of(live, link, calling, called) {
            return Some(number);
        }
        let near = |it: &&Callback| {
            let fits = |own: Option<Digits>, other| own.is_some_and(|own| nearly(&own, &other));
            it.state == State::Told && fits(it.a_digits(), calling) && fits(it.b_digits(), called)
        };
        let found = self.latest(live, calling).find(near);
        found.or_else(|| self.latest(live, called).find(near)).map(|it| it.number)
    }

    fn latest<'a>(
        &'a self,
        live: &'a BTreeMap<u64, Callback>,
        digits: Digits,
    ) -> impl Iterator<Item = &'a Callback> {
        let numbers = self.by_number.get(&digits).map(Vec::as_slice).unwrap_or_default();
        numbers.iter().rev().filter_map(|number| live.get(number))
    }
}
