//! The wall clock, which the node is told and only shows.

use qsig_core::Instant;
use time::{OffsetDateTime, UtcOffset, macros::format_description};

/// What time it is where the users are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WallClock {
    /// Microseconds since the Unix epoch.
    pub unix_micros: u64,
    /// Seconds that local time is ahead of UTC.
    pub utc_offset: i32,
}

/// The wall clock as it was told, and when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    told: Instant,
    wall: WallClock,
}

impl Clock {
    pub(crate) const fn new(told: Instant, wall: WallClock) -> Self {
        Self { told, wall }
    }

    /// HH:MM MM/DD/YYYY, 24 hours (S3-24).
    pub(crate) fn text(&self, now: Instant) -> String {
        let elapsed = now.since(self.told).as_micros();
        let nanos = (u128::from(self.wall.unix_micros) + elapsed).saturating_mul(1_000);
        let offset = UtcOffset::from_whole_seconds(self.wall.utc_offset).unwrap_or(UtcOffset::UTC);
        i128::try_from(nanos)
            .ok()
            .and_then(|nanos| OffsetDateTime::from_unix_timestamp_nanos(nanos).ok())
            .and_then(|moment| {
                let format = format_description!("[hour]:[minute] [month]/[day]/[year]");
                moment.to_offset(offset).format(format).ok()
            })
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_local_time_as_the_screen_wants_it() {
        let wall = WallClock { unix_micros: 1_772_323_140_000_000, utc_offset: 3_600 };
        let clock = Clock::new(Instant::ZERO, wall);
        assert_eq!(clock.text(Instant::ZERO), "00:59 03/01/2026");
        assert_eq!(clock.text(Instant::from_micros(90_000_000)), "01:00 03/01/2026");
    }
}
