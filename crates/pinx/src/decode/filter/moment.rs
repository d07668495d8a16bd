//! A moment on the command line.

use std::str::FromStr;

use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{OffsetDateTime, Time};

/// Microseconds of a day.
const DAY: u64 = 86_400_000_000;

/// A moment, or a time of each day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// Microseconds since the Unix epoch.
    Once(u64),
    /// Microseconds since midnight UTC.
    EachDay(u64),
}

impl Moment {
    /// Whether it is before or at this time (microseconds since the Unix epoch).
    pub(crate) const fn is_not_after(&self, time: u64) -> bool {
        match *self {
            Self::Once(moment) => moment <= time,
            Self::EachDay(moment) => moment <= time % DAY,
        }
    }

    /// Whether it is after or at this time.
    pub(crate) const fn is_not_before(&self, time: u64) -> bool {
        match *self {
            Self::Once(moment) => moment >= time,
            Self::EachDay(moment) => moment >= time % DAY,
        }
    }
}

impl FromStr for Moment {
    type Err = String;

    /// Takes RFC 3339, also with a space for the T and without the Z, and hours, minutes and seconds.
    fn from_str(text: &str) -> Result<Self, String> {
        let refuse = || "write 2026-11-21T20:36:44Z or 20:36:44, with a fraction if needed".to_owned();
        if text.contains('-') {
            let mut whole = text.replacen(' ', "T", 1);
            let clock = whole.split_once('T').map_or("", |(_, clock)| clock);
            if !clock.contains(['Z', '+', '-']) {
                whole.push('Z');
            }
            let moment = OffsetDateTime::parse(&whole, &Rfc3339).map_err(|_| refuse())?;
            let microseconds = moment.unix_timestamp_nanos() / 1_000;
            return u64::try_from(microseconds).map(Self::Once).map_err(|_| refuse());
        }
        let format = format_description!(
            version = 2,
            "[hour]:[minute][optional [:[second][optional [.[subsecond]]]]]"
        );
        let time = Time::parse(text, &format).map_err(|_| refuse())?;
        let (hour, minute, second, microsecond) = time.as_hms_micro();
        let seconds = u64::from(hour) * 3_600 + u64::from(minute) * 60 + u64::from(second);
        Ok(Self::EachDay(seconds * 1_000_000 + u64::from(microsecond)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_date_with_a_time_or_a_time_of_each_day() {
        let once = Ok(Moment::Once(1_795_293_400_325_855));
        for text in
            ["2026-11-21T20:36:40.325855Z", "2026-11-21 20:36:40.325855", "2026-11-21T21:36:40.325855+01:00"]
        {
            assert_eq!(text.parse(), once, "{text}");
        }
        assert_eq!("20:36".parse(), Ok(Moment::EachDay(74_160_000_000)));
        assert_eq!("00:00:01.5".parse(), Ok(Moment::EachDay(1_500_000)));
        for text in ["", "20", "25:00", "2026-11-21", "yesterday"] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_time_of_day_holds_on_each_day() {
        let noon = Moment::EachDay(DAY / 2);
        assert!(noon.is_not_after(DAY * 3 + DAY / 2) && !noon.is_not_after(DAY * 3 + DAY / 2 - 1));
        assert!(noon.is_not_before(DAY * 3 + DAY / 2) && !noon.is_not_before(DAY * 3 + DAY / 2 + 1));
    }
}
