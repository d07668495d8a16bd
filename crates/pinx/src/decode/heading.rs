//! What is known of a frame beside its octets.

use std::path::Path;

use qsig_core::{Side, printable};
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
    /// Whether `sender` was concluded, and not told by the file.
    pub(crate) guessed: bool,
}

impl Heading<'_> {
    /// `2026-11-21T20:36:40.325855Z`: RFC 3339, UTC, always six digits. `None` also after the year 9999.
    pub(crate) fn time(&self) -> Option<String> {
        let time = moment(self.time?)?;
        let mut text = String::with_capacity("2026-11-21T20:36:40.325855Z".len());
        push_date(&mut text, time);
        text.push('T');
        push_clock(&mut text, time);
        text.push('Z');
        Some(text)
    }

    /// `2026-11-21`.
    pub(crate) fn date(&self) -> Option<String> {
        let mut text = String::new();
        push_date(&mut text, moment(self.time?)?);
        Some(text)
    }

    /// The date for people. Of a log without a year or a date, which is put into 1970, it says so.
    pub(crate) fn day(&self) -> Option<String> {
        let date = self.date()?;
        Some(match date.strip_prefix("1970-") {
            Some("01-01") => "no date in this trace".to_owned(),
            Some(day) => format!("{day}, no year in this trace"),
            None => date,
        })
    }

    /// `20:36:40.325855`.
    pub(crate) fn clock(&self) -> Option<String> {
        let mut text = String::new();
        push_clock(&mut text, moment(self.time?)?);
        Some(text)
    }

    /// `user-to-network` or `network-to-user`.
    pub(crate) fn direction(&self) -> Option<&'static str> {
        self.sender.map(|sender| match sender {
            Side::User => "user-to-network",
            Side::Network => "network-to-user",
        })
    }
}

/// A path for people. A file may bear any name, and nobody who reads all files of a folder chose it.
pub(crate) fn shown(path: &Path) -> String {
    printable(&path.display().to_string()).into_owned()
}

/// A span of microseconds in words that are easy to take in: `63 ms`, `1.5 s`, `59 s`, `3 min 20 s`, `3 h 15 min`.
pub(crate) fn span(microseconds: u64) -> String {
    let seconds = microseconds / 1_000_000;
    match seconds {
        0 if microseconds < 1_000 => "less than 1 ms".to_owned(),
        0 => format!("{} ms", microseconds / 1_000),
        1..10 => format!("{}.{} s", seconds, microseconds / 100_000 % 10),
        10..60 => format!("{seconds} s"),
        60..3_600 if seconds.is_multiple_of(60) => format!("{} min", seconds / 60),
        60..3_600 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{} h {} min", seconds / 3_600, seconds / 60 % 60),
    }
}

fn moment(microseconds: u64) -> Option<OffsetDateTime> {
    let whole = i64::try_from(microseconds / 1_000_000).ok()?;
    let part = u32::try_from(microseconds % 1_000_000).ok()?;
    OffsetDateTime::from_unix_timestamp(whole).ok()?.replace_microsecond(part).ok()
}

fn push_date(text: &mut String, time: OffsetDateTime) {
    let (year, month, day) = time.to_calendar_date();
    push_digits(text, 4, year.unsigned_abs());
    text.push('-');
    push_digits(text, 2, u8::from(month).into());
    text.push('-');
    push_digits(text, 2, day.into());
}

fn push_clock(text: &mut String, time: OffsetDateTime) {
    let (hour, minute, second, microsecond) = time.to_hms_micro();
    push_digits(text, 2, hour.into());
    text.push(':');
    push_digits(text, 2, minute.into());
    text.push(':');
    push_digits(text, 2, second.into());
    text.push('.');
    push_digits(text, 6, microsecond);
}

/// Appends a number with zeros before it. Each frame has a time, and `format!` takes four times as many instructions.
fn push_digits(text: &mut String, digits: u32, number: u32) {
    let places = (0..digits).rev().map(|place| number / 10_u32.pow(place) % 10);
    text.extend(places.filter_map(|digit| char::from_digit(digit, 10)));
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

    #[test]
    fn a_day_of_1970_is_told_as_what_it_is() {
        let day = |microseconds| Heading { time: Some(microseconds), ..Heading::default() }.day().unwrap();
        assert_eq!(day(1_795_293_400_325_855), "2026-11-21");
        assert_eq!(day(43_200_000_000), "no date in this trace");
        assert_eq!(day(28_000_000_000_000), "11-21, no year in this trace");
    }

    #[test]
    fn a_span_is_told_in_the_units_that_fit_it() {
        let spans = [999, 200_000, 9_990_000, 59_000_000, 200_000_000, 3_600_000_000, 11_700_000_000];
        assert_eq!(
            spans.map(span),
            ["less than 1 ms", "200 ms", "9.9 s", "59 s", "3 min 20 s", "1 h 0 min", "3 h 15 min"]
        );
    }
}
