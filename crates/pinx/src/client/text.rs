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

/// The state of a data link, as Q.921 numbers it, in words and with its number.
pub(crate) fn data_link(state: u8) -> String {
    let words = match state {
        4 => "down",
        5 => "being established",
        6 => "being released",
        7 => "established",
        8 => "waiting for the far end",
        _ => "unknown",
    };
    format!("{words} ({state})")
}

/// The state of a callback in words, with its name. One that is not known stays as it is.
pub(crate) fn state_of_callback(name: &str, suspended: bool) -> String {
    let words = match name {
        "CC-Wait-Ack" => "request not answered yet",
        "CC-Invoked-A-RET" | "CC-Invoked-A-RLS" | "CC-Invoked-B-RET" | "CC-Invoked-B-RLS" => {
            "waiting for B to be free"
        }
        "CC-Suspended-A" | "CC-Suspended-B" => "suspended: waiting for A to be free",
        "CC-Wait-User-A" => "B is free, A is being told",
        "CC-Exec-Notified" => "B is free, waiting for A's call",
        "CC-Ringout" => "A calls B",
        "CC-Ringing-B" => "B rings",
        _ => return if suspended { format!("{name}, suspended") } else { name.to_owned() },
    };
    let suspended = if suspended && !words.starts_with("suspended") { ", suspended" } else { "" };
    format!("{words}{suspended} ({name})")
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
    fn every_state_of_a_callback_has_words() {
        let names = qsig_cc::originating::State::ALL.map(qsig_cc::originating::State::name).into_iter();
        let names = names.chain(qsig_cc::terminating::State::ALL.map(qsig_cc::terminating::State::name));
        // A callback that is idle is none, and in no list.
        for name in names.filter(|name| *name != "CC-Idle") {
            assert!(state_of_callback(name, false).ends_with(&format!(" ({name})")), "{name}");
        }
        assert_eq!(
            state_of_callback("CC-Invoked-A-RET", false),
            "waiting for B to be free (CC-Invoked-A-RET)"
        );
        assert_eq!(
            state_of_callback("CC-Suspended-A", true),
            "suspended: waiting for A to be free (CC-Suspended-A)"
        );
        assert_eq!(state_of_callback("of a newer node", true), "of a newer node, suspended");
    }

    #[test]
    fn every_state_of_a_data_link_has_words() {
        for state in qsig_lapd::State::ALL {
            assert!(!data_link(state.number()).starts_with("unknown"), "{state:?}");
        }
        assert_eq!(data_link(7), "established (7)");
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
