//! What is known of a frame beside its octets.

use std::path::Path;

use qsig_core::Side;
use time::OffsetDateTime;

/// Number, time and sender of a frame.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Heading<'a> {
    /// The file it is from, where several are read.
    pub(crate) file: Option<&'a Path>,
    /// Its number in the file, from 1.
    pub(crate) number: u64,
    /// Microseconds since the Unix epoch.
    pub(crate) time: Option<u64>,
    /// The side that sent it.
    pub(crate) sender: Option<Side>,
}

impl Heading<'_> {
    /// `2026-11-21T20:36:40.325855Z`: RFC 3339, UTC, always six digits. `None` also after the year 9999.
    pub(crate) fn time(&self) -> Option<String> {
        let nanoseconds = i128::from(self.time?) * 1_000;
        let time = OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).ok()?;
        Some(format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z",
            time.year(),
            u8::from(time.month()),
            time.day(),
            time.hour(),
            time.minute(),
            time.second(),
            time.microsecond()
        ))
    }

    /// `user-to-network` or `network-to-user`.
    pub(crate) fn direction(&self) -> Option<&'static str> {
        self.sender.map(|sender| match sender {
            Side::User => "user-to-network",
            Side::Network => "network-to-user",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(microseconds: u64) -> Option<String> {
        Heading { time: Some(microseconds), ..Heading::default() }.time()
    }

    #[test]
    fn a_time_has_always_six_digits_and_z() {
        assert_eq!(time(0).unwrap(), "1970-01-01T00:00:00.000000Z");
        assert_eq!(time(1_795_293_400_325_855).unwrap(), "2026-11-21T20:36:40.325855Z");
        assert_eq!(time(1_795_293_400_300_000).unwrap(), "2026-11-21T20:36:40.300000Z");
        assert_eq!(time(u64::MAX), None, "beyond the year 9999");
        assert_eq!(Heading::default().time(), None);
    }
}
