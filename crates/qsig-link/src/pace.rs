//! The sending side of a bit stream: always sending, never faster than the line.

use std::collections::VecDeque;
use std::time::Duration;

use qsig_hdlc::BitEncoder;
use tokio::io::AsyncWriteExt;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};

use crate::connection::Shared;
use crate::counters::add;
use crate::link::DownCause;
use crate::queue::Age;
use crate::stream::To;

/// Octets a second of a 64 kbit/s time slot.
const RATE: u64 = 8_000;
/// How often octets are written: 32 of them, which is the most that a frame waits for its turn.
const TICK: Duration = Duration::from_millis(4);
/// What the line gets at the start, so that it does not run dry when we are late: two blocks of 8 ms.
const IN_HAND: u64 = 128;
/// What is made good at once after we were late. More would only queue in front of the line.
const MOST: u64 = 800;

/// Octets that the line is due by its own clock.
#[derive(Clone, Copy, Debug)]
struct Pace {
    since: Instant,
    given: u64,
}

impl Pace {
    fn new(now: Instant) -> Self {
        Self { since: now, given: 0 }
    }

    /// Takes what is due now.
    fn take(&mut self, now: Instant) -> usize {
        let elapsed = u64::try_from((now - self.since).as_micros()).unwrap_or(u64::MAX);
        let total = elapsed.saturating_mul(RATE) / 1_000_000 + IN_HAND;
        let due = total.saturating_sub(self.given).min(MOST);
        // What is more than `MOST` is forgiven.
        self.given = total;
        usize::try_from(due).unwrap_or_default()
    }
}

/// The octets made so far and not yet written, and where frames end in them.
struct Line {
    octets: Vec<u8>,
    /// For each frame the octets, from the front, with which it is whole.
    ends: VecDeque<(usize, Age)>,
}

/// Sends frames, and the idle pattern between them, until the stream ends.
pub(crate) async fn write(mut to: To, mut encoder: BitEncoder, shared: &Shared) -> DownCause {
    let mut ticks = interval(TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut pace = Pace::new(Instant::now());
    let mut line = Line { octets: Vec::new(), ends: VecDeque::new() };
    loop {
        ticks.tick().await;
        let due = pace.take(Instant::now());
        while line.octets.len() < due
            && let Some((frame, age)) = shared.queue.take_one()
        {
            encoder.frame(&frame, &mut line.octets);
            // The last bits of its flag may wait for the octet after.
            line.ends.push_back((line.octets.len() + 1, age));
        }
        let missing = due.saturating_sub(line.octets.len());
        encoder.idle(missing, &mut line.octets);
        let now = line.octets.get(..due).unwrap_or_default();
        match timeout(shared.stale_after, to.write_all(now)).await {
            Ok(Ok(())) => add(&shared.counts.octets_written, due),
            Ok(Err(error)) => return DownCause::Broken(error.kind()),
            Err(_) => return DownCause::Stalled,
        }
        line.octets.drain(..due.min(line.octets.len()));
        while let Some(&(end, age)) = line.ends.front()
            && end <= due
        {
            line.ends.pop_front();
            shared.queue.written(age, 1, &shared.counts);
        }
        for (end, _) in &mut line.ends {
            *end = end.saturating_sub(due);
        }
        if shared.queue.closing() && line.ends.is_empty() && shared.queue.octets() == 0 {
            // Whether the far end hears of it makes no difference any more.
            let _ = timeout(shared.stale_after, to.shutdown()).await;
            return DownCause::Closed;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_gets_8000_octets_a_second_however_often_it_is_asked() {
        let start = Instant::now();
        for step in [1, 3, 4, 7, 50] {
            let mut pace = Pace::new(start);
            let steps = 10_000 / step;
            let sum: usize = (1..=steps).map(|n| pace.take(start + Duration::from_millis(n * step))).sum();
            let wanted = usize::try_from(steps * step * 8 + IN_HAND).unwrap();
            assert_eq!(sum, wanted, "every {step} ms");
        }
    }

    #[test]
    fn what_was_missed_for_long_is_forgiven() {
        let start = Instant::now();
        let mut pace = Pace::new(start);
        assert_eq!(pace.take(start), 128);
        assert_eq!(pace.take(start + Duration::from_secs(60)), 800);
        assert_eq!(pace.take(start + Duration::from_secs(60)), 0);
        assert_eq!(pace.take(start + Duration::from_millis(60_004)), 32);
    }
}
