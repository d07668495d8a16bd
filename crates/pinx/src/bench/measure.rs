//! How often a second, and at what cost of processor time.

use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

/// How long and how often.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) seconds: f64,
    pub(crate) reps: u32,
}

/// What came out, a value for each repetition, sorted.
#[derive(Clone, Debug)]
pub(crate) struct Figures {
    rates: Vec<f64>,
    cpu_us: Vec<f64>,
}

impl Figures {
    /// Frames a second, the median.
    pub(crate) fn rate(&self) -> f64 {
        median(&self.rates)
    }

    pub(crate) fn slowest(&self) -> f64 {
        self.rates.first().copied().unwrap_or_default()
    }

    pub(crate) fn fastest(&self) -> f64 {
        self.rates.last().copied().unwrap_or_default()
    }

    /// Microseconds of processor time for a frame, the median.
    pub(crate) fn cpu_us(&self) -> f64 {
        median(&self.cpu_us)
    }
}

fn median(sorted: &[f64]) -> f64 {
    let at = |place: usize| sorted.get(place).copied().unwrap_or_default();
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 { at(middle) } else { f64::midpoint(at(middle.saturating_sub(1)), at(middle)) }
}

/// Runs `work`, which does `count` frames each time, again and again.
pub(crate) fn measure(plan: Plan, count: usize, mut work: impl FnMut()) -> Figures {
    let span = Duration::from_secs_f64(plan.seconds);
    // Looking at the clock costs as much as some frames.
    let batch = (1_000 / count.max(1)).max(1);
    let mut figures = Figures { rates: Vec::new(), cpu_us: Vec::new() };
    for _ in 0..plan.reps {
        let (start, cpu) = (Instant::now(), cpu_time());
        let mut frames = 0_u64;
        while start.elapsed() < span {
            for _ in 0..batch {
                work();
            }
            frames += u64::try_from(batch * count).unwrap_or(u64::MAX);
        }
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
        let frames = frames as f64;
        figures.rates.push(frames / start.elapsed().as_secs_f64());
        figures.cpu_us.push((cpu_time().saturating_sub(cpu)).as_secs_f64() * 1e6 / frames);
    }
    figures.rates.sort_by(f64::total_cmp);
    figures.cpu_us.sort_by(f64::total_cmp);
    figures
}

/// Processor time of this process so far, of user and system.
fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let (seconds, nanos) = (u64::try_from(time.tv_sec), u32::try_from(time.tv_nsec));
    Duration::new(seconds.unwrap_or_default(), nanos.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_between_the_two_in_it() {
        assert_eq!(median(&[1.0, 5.0, 100.0]).total_cmp(&5.0), std::cmp::Ordering::Equal);
        assert_eq!(median(&[1.0, 5.0, 7.0, 100.0]).total_cmp(&6.0), std::cmp::Ordering::Equal);
    }

    #[test]
    fn every_repetition_is_measured() {
        let mut done = 0;
        let figures = measure(Plan { seconds: 0.001, reps: 3 }, 10, || done += 1);
        assert_eq!((figures.rates.len(), figures.cpu_us.len()), (3, 3));
        assert!(figures.slowest() <= figures.rate() && figures.rate() <= figures.fastest());
        assert!(done >= 300);
    }
}
