use alloc::collections::{BTreeMap, BTreeSet};

use crate::Instant;

/// Running timers, ordered by deadline and then by key.
///
/// A key names at most one running timer. Starting, stopping and finding the next deadline cost the logarithm
/// of the number of running timers, so nothing ever walks over all calls or callbacks. Two timers due at the
/// same moment expire in the order of their keys: a run is the same each time.
#[derive(Clone, Debug)]
pub struct TimerQueue<K> {
    deadlines: BTreeMap<K, Instant>,
    order: BTreeSet<(Instant, K)>,
}

impl<K: Ord + Copy> TimerQueue<K> {
    /// A queue with no timer running.
    pub const fn new() -> Self {
        Self { deadlines: BTreeMap::new(), order: BTreeSet::new() }
    }

    /// Starts the timer, or starts it anew if it runs.
    pub fn restart(&mut self, key: K, deadline: Instant) {
        self.stop(key);
        self.deadlines.insert(key, deadline);
        self.order.insert((deadline, key));
    }

    /// Stops the timer. `false` if it was not running.
    pub fn stop(&mut self, key: K) -> bool {
        let Some(deadline) = self.deadlines.remove(&key) else { return false };
        self.order.remove(&(deadline, key));
        true
    }

    /// When the timer expires; `None` if it is not running.
    pub fn deadline(&self, key: K) -> Option<Instant> {
        self.deadlines.get(&key).copied()
    }

    /// Whether the timer is running.
    pub fn is_running(&self, key: K) -> bool {
        self.deadlines.contains_key(&key)
    }

    /// The earliest deadline of all.
    pub fn next_deadline(&self) -> Option<Instant> {
        self.order.first().map(|(deadline, _)| *deadline)
    }

    /// Takes the timer that has been due longest, if one is due. It is no longer running.
    pub fn take_expired(&mut self, now: Instant) -> Option<K> {
        let (deadline, key) = *self.order.first()?;
        if deadline > now {
            return None;
        }
        self.stop(key);
        Some(key)
    }

    /// All running timers with their deadlines, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (K, Instant)> + '_ {
        self.deadlines.iter().map(|(key, deadline)| (*key, *deadline))
    }

    /// How many timers are running.
    pub fn len(&self) -> usize {
        self.deadlines.len()
    }

    /// Whether no timer is running.
    pub fn is_empty(&self) -> bool {
        self.deadlines.is_empty()
    }
}

impl<K: Ord + Copy> Default for TimerQueue<K> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use super::*;

    const fn at(seconds: u64) -> Instant {
        Instant::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn expires_in_order_of_deadline_then_key() {
        let mut timers = TimerQueue::new();
        timers.restart('c', at(1));
        timers.restart('b', at(2));
        timers.restart('a', at(2));
        assert_eq!(timers.next_deadline(), Some(at(1)));
        assert_eq!(timers.take_expired(at(0)), None);
        let order: alloc::vec::Vec<_> = core::iter::from_fn(|| timers.take_expired(at(9))).collect();
        assert_eq!(order, ['c', 'a', 'b']);
        assert!(timers.is_empty());
    }

    #[test]
    fn a_restart_forgets_the_old_deadline() {
        let mut timers = TimerQueue::new();
        timers.restart('a', at(1));
        timers.restart('a', at(1) + Duration::from_secs(5));
        assert_eq!(timers.take_expired(at(1)), None);
        assert_eq!(timers.len(), 1);
        assert!(timers.stop('a'));
        assert!(!timers.stop('a'));
        assert_eq!(timers.next_deadline(), None);
    }
}
