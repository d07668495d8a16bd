//! The moments that a log tells.

use time::{Date, Month};

const MICROSECONDS: u64 = 1_000_000;
const DAY: u64 = 86_400 * MICROSECONDS;
/// Julian day of 1970-01-01.
const EPOCH: i32 = 2_440_588;

/// Reads the moments in the lines of a log, which often tell no year, or no date.
///
/// What is not told is taken from the lines before, and from 1970 at the beginning; where a time falls back by half a
/// day or more a day has passed, where a date without year does so by half a year, a year. Times are taken as they
/// stand, time zones are not looked at.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clock {
    /// The year of the last line, less 1970.
    years: u16,
    /// The day of the last line, since 1970-01-01.
    day: u64,
    /// The time of day of the last line.
    time: u64,
}

impl Clock {
    /// The first time of day in `text` with the date before it, in microseconds since the Unix epoch.
    /// `2026-11-22 02:01:36.653`, `2026/11/22T02:01:36Z`, `Nov 22 2026 02:01:36`, `*Nov 22 02:01:36.653:`, `[02:01:36]`.
    pub(crate) fn read(&mut self, text: &str) -> Option<u64> {
        let (before, time) = time_of_day(text)?;
        match date(before) {
            Some((Some(year), month, day)) => {
                self.day = days(year, month, day)?;
                self.years = u16::try_from(year - 1970).ok()?;
            }
            Some((None, month, day)) => {
                let of = |years: u16| days(1970 + i32::from(years), month, day);
                let mut today = of(self.years)?;
                if today + 180 < self.day {
                    self.years = self.years.saturating_add(1);
                    today = of(self.years)?;
                }
                self.day = today;
            }
            None if time + DAY / 2 < self.time => self.day += 1,
            None => {}
        }
        self.time = time;
        Some(self.day * DAY + time)
    }
}

/// Seconds with a fraction, `1795312896.653564` or `0.0001`, in microseconds.
pub(crate) fn seconds(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || whole.len() > 12 {
        return None;
    }
    Some(whole.parse::<u64>().ok()? * MICROSECONDS + microseconds(fraction))
}

/// The first `h:mm:ss` in a text, and what is before it.
fn time_of_day(text: &str) -> Option<(&str, u64)> {
    let mut free = true;
    for (start, octet) in text.bytes().enumerate() {
        if free
            && octet.is_ascii_digit()
            && let Some(time) = text.get(start..).and_then(parse_time)
        {
            return Some((text.get(..start)?, time));
        }
        free = !octet.is_ascii_digit() && octet != b':';
    }
    None
}

fn parse_time(text: &str) -> Option<u64> {
    let mut parts = text.splitn(3, ':');
    let hours = parts.next().filter(|hours| matches!(hours.len(), 1 | 2))?;
    let minutes = parts.next().filter(|minutes| minutes.len() == 2)?;
    let rest = parts.next()?;
    let (seconds, rest) = rest.split_at_checked(2)?;
    let number = |text: &str, limit: u64| text.parse::<u64>().ok().filter(|number| *number < limit);
    let whole = number(hours, 24)? * 3_600 + number(minutes, 60)? * 60 + number(seconds, 61)?;
    let after = rest.strip_prefix(':').unwrap_or(rest);
    if after.starts_with(|next: char| next.is_ascii_digit()) {
        return None;
    }
    let fraction = rest.strip_prefix(['.', ',']).unwrap_or_default();
    let end = fraction.find(|next: char| !next.is_ascii_digit()).unwrap_or(fraction.len());
    Some(whole * MICROSECONDS + microseconds(fraction.get(..end).unwrap_or_default()))
}

/// The digits behind a decimal point.
fn microseconds(fraction: &str) -> u64 {
    let digits = fraction.bytes().chain(std::iter::repeat(b'0')).take(6);
    digits.fold(0, |sum, digit| sum * 10 + u64::from(digit.wrapping_sub(b'0')))
}

/// Year, month and day at the end of a text.
fn date(text: &str) -> Option<(Option<i32>, u8, u8)> {
    let text = text.trim_end_matches([' ', 'T', '\t']);
    let mut words = text.rsplit([' ', '[', '*', '.', '\t']).filter(|word| !word.is_empty());
    let last = words.next()?;
    let mut numbers = last.split(['-', '/']);
    if let (Some(year), Some(month), Some(day), None) =
        (numbers.next(), numbers.next(), numbers.next(), numbers.next())
    {
        let year = year.parse().ok().filter(|year| (1970..10_000).contains(year))?;
        return Some((Some(year), month.parse().ok()?, day.parse().ok()?));
    }
    let (year, day) = match last.parse::<u16>().ok()? {
        day @ 1..32 => (None, day),
        year @ 1970..10_000 => (Some(i32::from(year)), words.next()?.trim_end_matches(',').parse().ok()?),
        _ => return None,
    };
    Some((year, month(words.next()?)?, u8::try_from(day).ok()?))
}

fn month(word: &str) -> Option<u8> {
    const NAMES: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    let word = word.get(..3)?.to_ascii_lowercase();
    let place = NAMES.find(&word).filter(|place| place.is_multiple_of(3))?;
    u8::try_from(place / 3 + 1).ok()
}

fn days(year: i32, month: u8, day: u8) -> Option<u64> {
    let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
    u64::try_from(date.to_julian_day() - EPOCH).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATED: u64 = 1_795_312_896_653_000;

    #[test]
    fn every_way_to_write_a_moment_is_read() {
        for text in [
            "2026-11-22 02:01:36.653 rest",
            "[2026-11-22 02:01:36.653] VERBOSE[99] chan_dahdi.c:",
            "2026/11/22T02:01:36.653Z",
            "*Nov 22 2026 02:01:36.653: ISDN Se0/0/0:15 Q931:",
            "Nov 22, 2026 2:01:36,653000999",
        ] {
            assert_eq!(Clock::default().read(text), Some(DATED), "{text}");
        }
        let without_date = 7_296_653_000;
        assert_eq!(Clock::default().read("02:01:36: ISDN BR0: TX ->"), Some(7_296_000_000));
        assert_eq!(Clock::default().read("02:01:36.653 >"), Some(without_date));
        let november = days(1970, 11, 22).unwrap() * DAY + without_date;
        assert_eq!(Clock::default().read("[Nov 22 02:01:36.653]"), Some(november));
        assert_eq!(seconds("1795312896.653"), Some(DATED));
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in
            ["", "02:01", "ISDN Se0/0/0:15 Q931: TX", "02:01:7f:08:02", "25:00:00", "fe80::12:34:56:78"]
        {
            assert_eq!(Clock::default().read(text), None, "{text}");
        }
        for text in ["", ".", "12", "1.2.3", "1.x", "99999999999999.0"] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }

    #[test]
    fn midnight_and_new_year_go_on() {
        let mut clock = Clock::default();
        assert_eq!(clock.read("23:59:59"), Some(DAY - MICROSECONDS));
        assert_eq!(clock.read("00:00:01"), Some(DAY + MICROSECONDS));
        assert_eq!(clock.read("00:00:00"), Some(DAY), "a step back is no day");
        let mut clock = Clock::default();
        let old = clock.read("Dec 31 23:59:59").unwrap();
        assert_eq!(clock.read("Jan  1 00:00:00"), Some(old + MICROSECONDS));
        assert_eq!(clock.read("Feb 30 00:00:00"), None);
    }
}
