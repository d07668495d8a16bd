use std::{collections::BTreeMap, time::Duration};

use qsig_core::Instant;

use crate::Seed;

/// How bad a line is. Chances are per thousand frames.
#[derive(Clone, Copy, Debug, Default)]
pub struct Faults {
    /// A frame is lost.
    pub loss: u16,
    /// A frame arrives twice.
    pub doubling: u16,
    /// Each frame takes up to this much longer than the line's delay, so that frames can overtake each other.
    pub jitter: Duration,
}

/// One direction of a virtual line: what is sent comes out after a delay, or not, or twice.
///
/// It knows no clock: the test asks [`Line::next_arrival`] when to look again.
#[derive(Clone, Debug)]
pub struct Line<T> {
    delay: Duration,
    faults: Faults,
    seed: Seed,
    under_way: BTreeMap<(Instant, u64), T>,
    sent: u64,
}

impl<T: Clone> Line<T> {
    /// A good line with this delay.
    pub const fn new(delay: Duration, seed: u64) -> Self {
        let faults = Faults { loss: 0, doubling: 0, jitter: Duration::ZERO };
        Self { delay, faults, seed: Seed::new(seed), under_way: BTreeMap::new(), sent: 0 }
    }

    /// Makes the line bad, or good again with [`Faults::default`].
    pub const fn set_faults(&mut self, faults: Faults) {
        self.faults = faults;
    }

    /// Sends.
    pub fn send(&mut self, now: Instant, what: T) {
        if self.seed.chance(self.faults.loss) {
            return;
        }
        if self.seed.chance(self.faults.doubling) {
            self.put(now, what.clone());
        }
        self.put(now, what);
    }

    /// When the next thing arrives.
    pub fn next_arrival(&self) -> Option<Instant> {
        self.under_way.first_key_value().map(|((at, _), _)| *at)
    }

    /// Takes what has arrived by `now`, in the order of arrival.
    pub fn receive(&mut self, now: Instant) -> Option<T> {
        let first = self.under_way.first_entry().filter(|entry| entry.key().0 <= now)?;
        Some(first.remove())
    }

    /// Loses everything that is under way.
    pub fn cut(&mut self) {
        self.under_way.clear();
    }

    fn put(&mut self, now: Instant, what: T) {
        let jitter = u64::try_from(self.faults.jitter.as_micros()).unwrap_or(u64::MAX);
        let late = Duration::from_micros(self.seed.below(jitter.saturating_add(1)));
        self.sent += 1;
        self.under_way.insert((now + self.delay + late, self.sent), what);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(faults: Faults) -> Vec<u32> {
        let mut line = Line::new(Duration::from_millis(5), 42);
        line.set_faults(faults);
        for number in 0..1_000 {
            line.send(Instant::from_micros(u64::from(number) * 1_000), number);
        }
        std::iter::from_fn(|| line.receive(Instant::from_micros(u64::MAX))).collect()
    }

    #[test]
    fn a_good_line_loses_and_reorders_nothing() {
        assert_eq!(run(Faults::default()), (0..1_000).collect::<Vec<_>>());
    }

    #[test]
    fn a_bad_line_does_what_it_is_told_and_the_same_each_time() {
        assert!(run(Faults { loss: 100, ..Faults::default() }).len() < 950);
        assert!(run(Faults { doubling: 100, ..Faults::default() }).len() > 1_050);
        let jitter = Faults { jitter: Duration::from_millis(9), ..Faults::default() };
        assert!(!run(jitter).is_sorted());
        assert_eq!(run(jitter), run(jitter));
    }

    #[test]
    fn nothing_arrives_before_its_time() {
        let mut line = Line::new(Duration::from_millis(5), 1);
        line.send(Instant::ZERO, 'a');
        let at = line.next_arrival().unwrap();
        assert_eq!(line.receive(Instant::ZERO), None);
        assert_eq!(line.receive(at), Some('a'));
    }
}
