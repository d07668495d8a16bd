//! What a user can do at a phone.

use std::{fmt, str::FromStr, time::Duration};

use qsig_core::{Cause, Digits};

/// One thing that a user does at a phone, as it is written: `off-hook`, `dial:2001`, `softkey:CallBack`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// Lifts the handset: answers, takes a recall, or starts a call.
    OffHook,
    /// Puts the handset down.
    OnHook,
    /// Dials, lifting the handset first if it is down.
    Dial(Digits),
    /// One digit.
    Digit(char),
    /// The softkey with this label.
    Softkey(String),
    /// Refuses what rings, with a cause.
    Reject(Cause),
    /// Answers each call by itself after this long; `None`: never.
    AnswerAfter(Option<Duration>),
}

/// The text is no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no key `{0}`: off-hook, on-hook, dial:DIGITS, 0-9 * #, softkey:LABEL, reject, reject:CAUSE, \
     answer-after:MS or answer-after:off"
)]
pub struct UnknownKey(pub String);

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let unknown = || UnknownKey(text.into());
        let (name, value) = text.split_once(':').map_or((text, None), |(name, value)| (name, Some(value)));
        match (name, value) {
            ("off-hook", None) => Ok(Self::OffHook),
            ("on-hook", None) => Ok(Self::OnHook),
            ("dial", Some(digits)) if !digits.is_empty() => {
                digits.parse().map(Self::Dial).map_err(|_| unknown())
            }
            ("softkey", Some(label)) => Ok(Self::Softkey(label.into())),
            ("reject", None) => Ok(Self::Reject(Cause::CALL_REJECTED)),
            ("reject", Some(cause)) => match cause.parse::<u8>() {
                Ok(value @ 1..=127) => Ok(Self::Reject(Cause::new(value))),
                _ => Err(unknown()),
            },
            ("answer-after", Some("off")) => Ok(Self::AnswerAfter(None)),
            ("answer-after", Some(millis)) => millis
                .parse()
                .map(|ms| Self::AnswerAfter(Some(Duration::from_millis(ms))))
                .map_err(|_| unknown()),
            (digit, None) => match digit.chars().next() {
                Some(only @ ('0'..='9' | '*' | '#')) if digit.len() == 1 => Ok(Self::Digit(only)),
                _ => Err(unknown()),
            },
            _ => Err(unknown()),
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OffHook => f.write_str("off-hook"),
            Self::OnHook => f.write_str("on-hook"),
            Self::Dial(digits) => write!(f, "dial:{digits}"),
            Self::Digit(digit) => write!(f, "{digit}"),
            Self::Softkey(label) => write!(f, "softkey:{label}"),
            Self::Reject(cause) => write!(f, "reject:{}", cause.value()),
            Self::AnswerAfter(None) => f.write_str("answer-after:off"),
            Self::AnswerAfter(Some(after)) => write!(f, "answer-after:{}", after.as_millis()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_they_are_written() {
        for text in [
            "off-hook",
            "on-hook",
            "dial:2001",
            "7",
            "*",
            "#",
            "softkey:CallBack",
            "reject:17",
            "answer-after:250",
            "answer-after:off",
        ] {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), text);
        }
        assert_eq!("reject".parse(), Ok(Key::Reject(Cause::CALL_REJECTED)));
        for text in
            ["", "dial", "dial:", "dial:2x", "12", "reject:0", "reject:128", "answer-after:soon", "on-hook:1"]
        {
            assert_eq!(text.parse::<Key>(), Err(UnknownKey(text.into())), "{text}");
        }
    }
}
