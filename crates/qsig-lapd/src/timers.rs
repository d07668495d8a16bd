use core::fmt;

use qsig_core::Instant;

/// The timers of a data link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timer {
    /// Waits for an acknowledgement or answer. Clause: Q.921 5.9.1.
    T200,
    /// Supervises an idle link. Clause: Q.921 5.9.8.
    T203,
    /// Waits before the next attempt to bring the link up: our choice, because a PRI's link shall always be up
    /// and the standard leaves it to layer 3.
    TRetry,
}

impl Timer {
    /// All of them; two that are due at the same moment expire in this order.
    pub const ALL: [Self; 3] = [Self::T200, Self::T203, Self::TRetry];
}

impl fmt::Display for Timer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::T200 => "T200",
            Self::T203 => "T203",
            Self::TRetry => "TRETRY",
        })
    }
}

/// A deadline for each timer that runs.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Timers([Option<Instant>; 3]);

impl Timers {
    /// Sets the deadline, whether the timer runs or not. Returns whether it ran.
    pub(crate) fn restart(&mut self, timer: Timer, deadline: Instant) -> bool {
        self.replace(timer, Some(deadline))
    }

    /// Returns whether the timer ran.
    pub(crate) fn stop(&mut self, timer: Timer) -> bool {
        self.replace(timer, None)
    }

    pub(crate) fn deadline(&self, timer: Timer) -> Option<Instant> {
        self.0.get(timer as usize).copied().flatten()
    }

    pub(crate) fn is_running(&self, timer: Timer) -> bool {
        self.deadline(timer).is_some()
    }

    pub(crate) fn next_deadline(&self) -> Option<Instant> {
        self.0.iter().flatten().min().copied()
    }

    /// Takes the timer that has been due longest. It no longer runs.
    pub(crate) fn take_expired(&mut self, now: Instant) -> Option<Timer> {
        let (deadline, timer) =
            Timer::ALL.into_iter().filter_map(|timer| Some((self.deadline(timer)?, timer))).min()?;
        (deadline <= now && self.stop(timer)).then_some(timer)
    }

    fn replace(&mut self, timer: Timer, deadline: Option<Instant>) -> bool {
        self.0.get_mut(timer as usize).is_some_and(|slot| core::mem::replace(slot, deadline).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_due_expires_first_and_once() {
        let mut timers = Timers::default();
        timers.restart(Timer::T200, Instant::from_micros(9));
        timers.restart(Timer::TRetry, Instant::from_micros(5));
        assert!(!timers.restart(Timer::T203, Instant::from_micros(5)));
        assert!(timers.restart(Timer::T200, Instant::from_micros(7)));
        assert_eq!(timers.next_deadline(), Some(Instant::from_micros(5)));
        assert_eq!(timers.take_expired(Instant::from_micros(4)), None);
        let order = [(); 4].map(|()| timers.take_expired(Instant::from_micros(7)));
        assert_eq!(order, [Some(Timer::T203), Some(Timer::TRetry), Some(Timer::T200), None]);
    }
}
