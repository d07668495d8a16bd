//! Small texts for people: what others have sent made safe for a terminal, spans of time, styles.

use anstyle::{AnsiColor, Style};

/// Names cross the trunk: what a far user is called must not drive our terminal.
pub(crate) use qsig_core::printable as clean;

/// The head of a table, the name of a phone.
pub(crate) const HEAD: Style = Style::new().bold();
/// Something is well.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
/// Something wants attention.
pub(crate) const CALLS: Style = AnsiColor::Yellow.on_default().bold();
/// Something failed.
pub(crate) const BAD: Style = AnsiColor::Red.on_default();
/// Less important than the rest.
pub(crate) const FAINT: Style = Style::new().dimmed();

/// Seconds left, as `3h14m59s`; the last moment counts as a second.
pub(crate) fn left(seconds: f64) -> String {
    // A float becomes the nearest u64 there is: a negative or strange one 0.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = seconds.ceil() as u64;
    let (hours, minutes, seconds) = (whole / 3_600, whole / 60 % 60, whole % 60);
    match (hours, minutes) {
        (0, 0) => format!("{seconds}s"),
        (0, _) => format!("{minutes}m{seconds:02}s"),
        _ => format!("{hours}h{minutes:02}m{seconds:02}s"),
    }
}

/// How many digits of a second an event has.
pub(crate) const MILLISECONDS: usize = 3;

/// A moment with so many digits of a second, so that moments stand in columns. What is not RFC 3339 in UTC stays as
/// it is.
pub(crate) fn moment(rfc3339: &str, digits: usize) -> String {
    let Some(moment) = rfc3339.strip_suffix('Z') else { return rfc3339.into() };
    let (seconds, fraction) = moment.split_once('.').unwrap_or((moment, ""));
    if digits == 0 {
        return format!("{seconds}Z");
    }
    let fraction: String = fraction.chars().chain(std::iter::repeat('0')).take(digits).collect();
    format!("{seconds}.{fraction}Z")
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    #[test]
    fn a_name_cannot_drive_the_terminal() {
        assert_eq!(clean("Bob\u{1b}[2J\n"), "Bob\u{FFFD}[2J\u{FFFD}");
        assert!(matches!(clean("Zoë"), Cow::Borrowed("Zoë")));
    }

    #[test]
    fn time_left_is_short_and_rounded_up() {
        let spans = [0.0, 0.2, 59.0, 59.5, 3_599.0, 11_699.0, -4.0, f64::NAN].map(left);
        assert_eq!(spans, ["0s", "1s", "59s", "1m00s", "59m59s", "3h14m59s", "0s", "0s"]);
    }

    #[test]
    fn moments_have_one_width() {
        let moments = ["2026-03-01T09:30:07.50854Z", "2026-03-01T09:30:07Z", "2026-03-01T09:30:07.5Z"];
        assert!(moments.iter().all(|text| moment(text, 0) == "2026-03-01T09:30:07Z"));
        assert_eq!(
            moments.map(|text| moment(text, 3)),
            ["2026-03-01T09:30:07.508Z", "2026-03-01T09:30:07.000Z", "2026-03-01T09:30:07.500Z"]
        );
        assert_eq!(moment("2026-03-01T10:30:07+01:00", 3), "2026-03-01T10:30:07+01:00");
    }
}
