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
    /// Puts the call on hold.
    Hold,
    /// Takes it back.
    Retrieve,
    /// Do not disturb.
    DoNotDisturb(bool),
    /// Calls go to `to`, or no longer.
    Forward {
        /// Which calls; `None`, together with no number: all forwarding ends.
        when: Option<Condition>,
        /// Where to.
        to: Option<Digits>,
    },
    /// The phone restarts.
    Reset,
}

/// Which calls are forwarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// All.
    Always,
    /// Those that find the user busy.
    Busy,
    /// Those that nobody answers.
    NoAnswer,
}

impl Condition {
    /// Each with the word that stands for it in a key.
    const ALL: [(&str, Self); 3] =
        [("all", Self::Always), ("busy", Self::Busy), ("no-answer", Self::NoAnswer)];
}

/// `all:NUMBER`, `all:off`, `off`.
fn forward(value: &str) -> Option<Key> {
    if value == "off" {
        return Some(Key::Forward { when: None, to: None });
    }
    let (word, number) = value.split_once(':')?;
    let (_, when) = Condition::ALL.into_iter().find(|(other, _)| *other == word)?;
    let to = match number {
        "off" => None,
        "" => return None,
        digits => Some(digits.parse().ok()?),
    };
    Some(Key::Forward { when: Some(when), to })
}

/// The text is no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no key `{0}`: off-hook, on-hook, dial:DIGITS, 0-9 * #, softkey:LABEL, reject, reject:CAUSE, hold, retrieve, \
     dnd:on, dnd:off, forward:all:NUMBER (or busy, no-answer), forward:off, answer-after:MS, answer-after:off or reset"
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
            ("hold", None) => Ok(Self::Hold),
            ("retrieve", None) => Ok(Self::Retrieve),
            ("dnd", Some("on")) => Ok(Self::DoNotDisturb(true)),
            ("dnd", Some("off")) => Ok(Self::DoNotDisturb(false)),
            ("forward", Some(value)) => forward(value).ok_or_else(unknown),
            ("reset", None) => Ok(Self::Reset),
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
            Self::Hold => f.write_str("hold"),
            Self::Retrieve => f.write_str("retrieve"),
            Self::DoNotDisturb(true) => f.write_str("dnd:on"),
            Self::DoNotDisturb(false) => f.write_str("dnd:off"),
            Self::Forward { when, to } => {
                f.write_str("forward:")?;
                if let Some((word, _)) = Condition::ALL.iter().find(|(_, other)| Some(*other) == *when) {
                    write!(f, "{word}:")?;
                }
                match to {
                    Some(to) => write!(f, "{to}"),
                    None => f.write_str("off"),
                }
            }
            Self::Reset => f.write_str("reset"),
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
            "hold",
            "retrieve",
            "dnd:on",
            "dnd:off",
            "forward:all:2001",
            "forward:busy:1002",
            "forward:no-answer:off",
            "forward:off",
            "reset",
        ] {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), text);
        }
        assert_eq!("reject".parse(), Ok(Key::Reject(Cause::CALL_REJECTED)));
        for text in [
            "",
            "dial",
            "dial:",
            "dial:2x",
            "12",
            "reject:0",
            "reject:128",
            "answer-after:soon",
            "on-hook:1",
            "dnd",
            "forward",
            "forward:all",
            "forward:all:",
            "forward:never:1",
        ] {
            assert_eq!(text.parse::<Key>(), Err(UnknownKey(text.into())), "{text}");
        }
    }
}
