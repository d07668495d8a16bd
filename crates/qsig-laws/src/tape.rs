//! The octets of a fuzzer, read as a run of commands.

use std::time::Duration;

/// What is left of the octets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tape<'a>(pub(crate) &'a [u8]);

impl<'a> Tape<'a> {
    /// The next octet.
    pub(crate) fn octet(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// So many octets, or all that are left.
    pub(crate) fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(count.min(self.0.len()));
        self.0 = rest;
        taken
    }

    /// Octets with their count before them.
    pub(crate) fn counted(&mut self) -> &'a [u8] {
        let count = self.octet().unwrap_or(0);
        self.take(count.into())
    }

    /// From an eighth of a millisecond to more than an hour, so that both fast and slow timers are met.
    pub(crate) fn span(&mut self) -> Duration {
        let exponent = self.octet().unwrap_or(0) % 26;
        Duration::from_micros(125 << exponent)
    }
}
