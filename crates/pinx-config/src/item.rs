//! A value beside its key, and the ways to take it. What does not fit is reported, and nothing is taken.

use std::{net::SocketAddr, ops::Range, time::Duration};

use qsig_core::Digits;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    duration,
    mistake::{Fault, Report},
    nearest::nearest,
};

/// A value beside its key.
pub(crate) struct Item<'v> {
    /// The key.
    pub(crate) name: &'static str,
    /// What the key takes.
    pub(crate) wanted: &'static str,
    /// The value.
    pub(crate) value: &'v Spanned<DeValue<'v>>,
}

impl<'v> Item<'v> {
    /// Where the value stands.
    pub(crate) fn span(&self) -> Range<usize> {
        self.value.span()
    }

    /// The value does not fit; `nearest` is what was probably meant, as TOML.
    pub(crate) fn unfit(&self, report: &mut Report<'_>, nearest: Option<String>) {
        self.unfit_for(report, self.wanted, nearest);
    }

    fn unfit_for(&self, report: &mut Report<'_>, wanted: &str, nearest: Option<String>) {
        let found = match (report.source(&self.span()), self.value.get_ref()) {
            (Some(source), _) => source.into(),
            (None, DeValue::Array(_)) => "a list".into(),
            (None, DeValue::Table(_)) => "a table".into(),
            (None, other) => format!("a long {}", other.type_str()),
        };
        let fault = Fault::Unfit { key: self.name.into(), found, wanted: wanted.into(), nearest };
        report.add(&self.span(), fault);
    }

    /// Text that passes the test.
    pub(crate) fn text(&self, report: &mut Report<'_>, fits: fn(&str) -> bool) -> Option<&'v str> {
        let text = self.value.get_ref().as_str().filter(|text| fits(text));
        if text.is_none() {
            self.unfit(report, None);
        }
        text
    }

    /// `true` or `false`.
    pub(crate) fn flag(&self, report: &mut Report<'_>) -> Option<bool> {
        let flag = self.value.get_ref().as_bool();
        if flag.is_none() {
            let spelled = self.value.get_ref().as_str().map(str::to_ascii_lowercase);
            self.unfit(report, spelled.filter(|text| text.parse::<bool>().is_ok()));
        }
        flag
    }

    /// A whole number in this range.
    pub(crate) fn count(&self, report: &mut Report<'_>, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
        let integer = self.value.get_ref().as_integer();
        let number = integer.and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok());
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let quoted = self.value.get_ref().as_str().filter(|text| text.parse::<u32>().is_ok());
            self.unfit(report, quoted.map(Into::into));
        }
        number
    }

    /// One of these words, each with what it stands for.
    pub(crate) fn word<T: Copy>(&self, report: &mut Report<'_>, words: &[(&str, T)]) -> Option<T> {
        let given = self.value.get_ref().as_str();
        let found = words.iter().find(|(word, _)| Some(*word) == given);
        if found.is_none() {
            let near = given.and_then(|given| nearest(given, words.iter().map(|(word, _)| *word)));
            self.unfit(report, near.map(quoted));
        }
        found.map(|(_, value)| *value)
    }

    /// A duration; `zero` tells whether it may be none.
    pub(crate) fn duration(&self, report: &mut Report<'_>, zero: bool) -> Option<Duration> {
        let duration = self.value.get_ref().as_str().and_then(duration::parse);
        match duration {
            Some(Duration::ZERO) if !zero => self.unfit_for(report, "a duration of more than 0", None),
            Some(duration) => return Some(duration),
            None => {
                let meant = match self.value.get_ref() {
                    DeValue::Integer(number) => duration::meant(&number.to_string()),
                    DeValue::String(text) => duration::meant(text),
                    _ => None,
                };
                self.unfit(report, meant.as_deref().map(quoted));
            }
        }
        None
    }

    /// 1 to 20 digits.
    pub(crate) fn digits(&self, report: &mut Report<'_>) -> Option<Digits> {
        let text = self.value.get_ref().as_str();
        let digits = text.filter(|text| !text.contains(' ')).and_then(|text| text.parse::<Digits>().ok());
        let digits = digits.filter(|digits| !digits.is_empty());
        if digits.is_none() {
            // Quotation marks are easily forgotten, and a number that begins with 0 needs them.
            let bare = self.value.get_ref().as_integer().map(|number| format!("\"{number}\""));
            let only: String = text.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
            let only =
                (text.is_some_and(|text| text != only) && (1..=20).contains(&only.len())).then_some(only);
            self.unfit(report, bare.or(only.as_deref().map(quoted)));
        }
        digits
    }

    /// An IP address and a port.
    pub(crate) fn address(&self, report: &mut Report<'_>) -> Option<SocketAddr> {
        let text = self.value.get_ref().as_str();
        let address = text.and_then(|text| text.parse().ok());
        if address.is_none() {
            self.unfit(report, text.and_then(meant_address).as_deref().map(quoted));
        }
        address
    }

    /// A table within.
    pub(crate) fn table(&self, report: &mut Report<'_>) -> Option<&'v DeTable<'v>> {
        let table = self.value.get_ref().as_table();
        if table.is_none() {
            self.unfit(report, None);
        }
        table
    }
}

/// As a TOML string; none of ours needs an escape.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// The address that was probably meant: `localhost` or no host at all before the port.
pub(crate) fn meant_address(text: &str) -> Option<String> {
    let (host, port) = text.rsplit_once(':').unwrap_or(("", text));
    let port: u16 = port.parse().ok()?;
    matches!(host, "" | "localhost" | "*").then(|| format!("127.0.0.1:{port}"))
}
