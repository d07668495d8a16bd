//! What of a file became no record.

use std::collections::BTreeMap;

use qsig_hdlc::Damage;

/// Counts what of a file became no record, for the last words about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    left_out: u64,
    first_left_out: Option<u64>,
    refused: Vec<Refused>,
    damaged: BTreeMap<Damage, u64>,
}

/// Lines of a log that show a frame which could not be put together, for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Why.
    pub why: &'static str,
    /// The number of the first of them, from 1.
    pub first: u64,
    /// How many they are.
    pub count: u64,
}

impl Tally {
    /// Lines of a log that belong to no frame.
    pub const fn left_out(&self) -> u64 {
        self.left_out
    }

    /// The number of the first of them, from 1.
    pub const fn first_left_out(&self) -> Option<u64> {
        self.first_left_out
    }

    /// Lines of a log that show a frame which could not be put together, by reason.
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// Frames of a stream of bits or octets that were thrown away, and how many of each kind.
    pub fn damaged(&self) -> impl Iterator<Item = (Damage, u64)> {
        self.damaged.iter().map(|(damage, count)| (*damage, *count))
    }

    pub(crate) fn leave_out(&mut self, line: u64) {
        self.left_out += 1;
        self.first_left_out.get_or_insert(line);
    }

    pub(crate) fn refuse(&mut self, line: u64, why: &'static str) {
        match self.refused.iter_mut().find(|refused| refused.why == why) {
            Some(refused) => refused.count += 1,
            None => self.refused.push(Refused { why, first: line, count: 1 }),
        }
    }

    pub(crate) fn damage(&mut self, damage: Damage) {
        *self.damaged.entry(damage).or_default() += 1;
    }
}
