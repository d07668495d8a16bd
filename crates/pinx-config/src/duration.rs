//! Durations as a configuration writes them: a whole number and its unit.

use std::time::Duration;

/// What is taken, for messages and the reference.
pub(crate) const WANTED: &str = "a duration: a whole number with its unit ms, s, min or h, such as \"30s\"";

/// `500ms`, `30s`, `60min`, `3h`. At most a year, so that no sum of times overflows.
pub(crate) fn parse(text: &str) -> Option<Duration> {
    let unit = text.find(|letter: char| !letter.is_ascii_digit())?;
    let (number, unit) = text.split_at(unit);
    let number: u64 = number.parse().ok()?;
    let millis = match unit {
        "ms" => 1,
        "s" => 1_000,
        "min" => 60_000,
        "h" => 3_600_000,
        _ => return None,
    };
    let duration = Duration::from_millis(number.checked_mul(millis)?);
    (duration <= Duration::from_hours(366 * 24)).then_some(duration)
}

/// What was probably meant by a text that is no duration.
pub(crate) fn meant(text: &str) -> Option<String> {
    let spelled = text.replace(' ', "").to_ascii_lowercase();
    let digits = spelled.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(spelled.len());
    let (number, unit) = spelled.split_at(digits);
    let unit = match unit {
        "" | "s" | "sec" | "secs" | "second" | "seconds" => "s",
        "m" | "min" | "mins" | "minute" | "minutes" => "min",
        "ms" | "msec" | "milliseconds" => "ms",
        "h" | "hr" | "hour" | "hours" => "h",
        _ => return None,
    };
    let meant = format!("{number}{unit}");
    parse(&meant).map(|_| meant)
}

/// Written back, in minutes from ten minutes on.
pub(crate) fn show(duration: Duration) -> String {
    let millis = duration.as_millis();
    match duration.as_secs() {
        _ if !millis.is_multiple_of(1_000) => format!("{millis}ms"),
        minutes @ 600.. if minutes.is_multiple_of(60) => format!("{}min", minutes / 60),
        seconds => format!("{seconds}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_read_as_it_is_written() {
        for (text, millis) in
            [("0s", 0), ("1500ms", 1_500), ("30s", 30_000), ("90s", 90_000), ("195min", 11_700_000)]
        {
            assert_eq!(parse(text), Some(Duration::from_millis(millis)), "{text}");
            assert_eq!(show(Duration::from_millis(millis)), text);
        }
        assert_eq!(parse("3h"), parse("180min"));
    }

    #[test]
    fn a_duration_without_a_known_unit_is_refused() {
        for text in ["", "1", "s", "1.5s", "-1s", "1 s", "1m", "1d", "9000h", "99999999999999999999s", "1é"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(meant("5 sec").as_deref(), Some("5s"));
        assert_eq!(meant("60m").as_deref(), Some("60min"));
        assert_eq!(meant("30").as_deref(), Some("30s"));
        assert_eq!(meant("soon"), None);
    }
}
