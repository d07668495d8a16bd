//! What is said of a line that comes and goes.
//!
//! A far end with another framing is connected and thrown out five times a second. The first two times are told at once,
//! for a device that was missing may come and be pulled out; what follows is counted and told every ten seconds.

use std::time::Duration;

use qsig_core::Instant;

/// How often a line that goes down is told at once.
const AT_ONCE: u8 = 2;

/// How long it is counted and not told then.
const PAUSE: Duration = Duration::from_secs(10);

/// The comings and goings of one line.
#[derive(Debug, Default)]
pub(crate) struct Flaps {
    /// When the line was told down for the first time, and [`PAUSE`] more.
    quiet_until: Option<Instant>,
    /// How often it was told down since.
    told_downs: u8,
    /// Whether it was told up since it was told down.
    told_up: bool,
    /// How often it went down and nothing was said.
    downs: u64,
    /// The last thing that was not said.
    latest: Option<String>,
}

impl Flaps {
    /// The line came up or went down; what there is to say of it now.
    pub(crate) fn take(&mut self, now: Instant, up: bool, what: String) -> Option<String> {
        let pause = self.quiet_until.is_some_and(|until| now < until);
        if pause && self.told_downs >= AT_ONCE && (!up || self.told_up) {
            self.downs += u64::from(!up);
            self.latest = Some(what);
            return None;
        }
        self.told_up = up;
        if !up {
            if !pause {
                (self.quiet_until, self.told_downs) = (Some(now + PAUSE), 0);
            }
            self.told_downs += 1;
        }
        Some(what)
    }

    /// When [`expire`](Self::expire) has something to do.
    pub(crate) const fn deadline(&self) -> Option<Instant> {
        self.quiet_until
    }

    /// The pause may be over; what there is to say of it.
    pub(crate) fn expire(&mut self, now: Instant) -> Option<String> {
        if self.quiet_until.is_none_or(|until| now < until) {
            return None;
        }
        let Some(latest) = self.latest.take() else {
            self.quiet_until = None;
            return None;
        };
        self.quiet_until = Some(now + PAUSE);
        self.told_up = true;
        let downs = std::mem::take(&mut self.downs);
        let times = if downs == 1 { "once".to_owned() } else { format!("{downs} times") };
        Some(format!("{latest} (down {times} more in {} s)", PAUSE.as_secs()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of these moments, in milliseconds: the line up, down, or nothing but time.
    fn said(moments: &[(u64, Option<bool>)]) -> Vec<(u64, String)> {
        let mut flaps = Flaps::default();
        let mut said = Vec::new();
        for (at, up) in moments {
            let now = Instant::from_micros(at * 1_000);
            said.extend(flaps.expire(now).map(|text| (*at, text)));
            if let Some(up) = up {
                let text = if *up { "up" } else { "down" };
                said.extend(flaps.take(now, *up, text.into()).map(|text| (*at, text)));
            }
        }
        said
    }

    fn told(said: &[(u64, String)]) -> Vec<(u64, &str)> {
        said.iter().map(|(at, text)| (*at, text.as_str())).collect()
    }

    #[test]
    fn a_line_that_is_thrown_out_again_and_again_is_told_twice_and_each_ten_seconds() {
        let changes = (0..125).flat_map(|turn| [(turn * 200, Some(true)), (turn * 200 + 1, Some(false))]);
        let changes: Vec<_> = changes.collect();
        let said = said(&changes);
        let wanted = [
            (0, "up"),
            (1, "down"),
            (200, "up"),
            (201, "down"),
            (400, "up"),
            (10_001, "up (down 48 times more in 10 s)"),
            (20_001, "up (down 50 times more in 10 s)"),
        ];
        assert_eq!(told(&said), wanted);
    }

    #[test]
    fn a_line_that_comes_back_is_told_at_once_and_then_no_more() {
        let said = said(&[
            (0, Some(true)),
            (60_000, Some(false)),
            (61_000, Some(true)),
            (70_000, None),
            (90_000, None),
            (95_000, Some(false)),
        ]);
        assert_eq!(told(&said), [(0, "up"), (60_000, "down"), (61_000, "up"), (95_000, "down")]);
    }

    #[test]
    fn the_last_word_is_what_the_line_is_then() {
        let said = said(&[
            (0, Some(false)),
            (100, Some(true)),
            (200, Some(false)),
            (300, Some(true)),
            (400, Some(false)),
            (500, Some(true)),
            (10_000, None),
            (20_000, None),
            (30_000, Some(false)),
        ]);
        let at_once = [(0, "down"), (100, "up"), (200, "down"), (300, "up")];
        let later = [(10_000, "up (down once more in 10 s)"), (30_000, "down")];
        assert_eq!(told(&said), [&at_once[..], &later].concat());
    }
}
