//! What is wrong with a configuration, and where.

use std::{
    collections::BTreeSet,
    fmt,
    ops::Range,
    path::{Path, PathBuf},
};

use qsig_core::printable;

use crate::limits::{MOST_MISTAKES, MOST_SHOWN};

/// One mistake. It is written as `FILE:LINE:COLUMN: what is wrong`, in one line, with no character that steers a terminal
/// and of bounded length, whatever stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The file, as it was named.
    pub file: PathBuf,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub fault: Fault,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = format!("{}:{}:{}", self.file.display(), self.line, self.column);
        let fault = self.fault.to_string();
        let shown = fault.char_indices().nth(MOST_SHOWN).and_then(|(end, _)| fault.get(..end));
        let dots = if shown.is_some() { " ..." } else { "" };
        write!(f, "{}: {}{dots}", printable(&place), printable(shown.unwrap_or(&fault)))
    }
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is not TOML.
    #[error("{0}")]
    Syntax(String),
    /// The text is longer than any configuration.
    #[error("the file has more than {most} octets, which no configuration has; is it the right file?")]
    TooLong {
        /// How many it may have.
        most: usize,
    },
    /// More mistakes than are told.
    #[error("and {count} more mistakes from here on; mend the others first")]
    More {
        /// How many.
        count: usize,
    },
    /// No such key.
    #[error("{table} has no key `{key}`{}{}", did_you_mean(.nearest.as_deref()), belongs(*.home))]
    UnknownKey {
        /// Whose key, as it is written: `[[trunk]]`.
        table: &'static str,
        /// The key.
        key: String,
        /// What was probably meant.
        nearest: Option<String>,
        /// The table that has such a key.
        home: Option<&'static str>,
    },
    /// A key that this version does not honour, so it does not pretend to.
    #[error("`{what}` is not yet there: {instead}")]
    NotYet {
        /// The key or word.
        what: String,
        /// What to do.
        instead: &'static str,
    },
    /// A key that must be there.
    #[error("{table} needs `{key}`, such as: {example}")]
    Missing {
        /// Whose key.
        table: &'static str,
        /// The key.
        key: &'static str,
        /// How it could look.
        example: String,
    },
    /// A value that does not fit its key.
    #[error("`{key}` is {found}, but it wants {wanted}{}", did_you_mean(.nearest.as_deref()))]
    Unfit {
        /// The key.
        key: String,
        /// What was there.
        found: String,
        /// What is taken.
        wanted: String,
        /// What was probably meant, as TOML.
        nearest: Option<String>,
    },
    /// Two of what there may be only one of.
    #[error("{what} is there already, in line {first}")]
    Twice {
        /// What it is.
        what: String,
        /// The line of the first.
        first: usize,
    },
    /// A route leads nowhere.
    #[error("there is no trunk `{trunk}`{}", did_you_mean(.nearest.as_deref()))]
    NoTrunk {
        /// The name in the route.
        trunk: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// An extension that is the beginning of other numbers. No mistake, only a remark.
    #[error(
        "extension {number} is reached after a pause only, because {longer} (line {line}) begins like it"
    )]
    Pause {
        /// The extension.
        number: String,
        /// What begins like it: `extension 1001`, `the route for 10011`.
        longer: String,
        /// Its line.
        line: usize,
    },
    /// An extension among the numbers behind a trunk. No mistake, only a remark.
    #[error(
        "extension {number} comes before the route for {prefix} (line {line}): who has this number behind the trunk \
         cannot be called from here"
    )]
    Shadow {
        /// The extension.
        number: String,
        /// The prefix of the route.
        prefix: String,
        /// The line of the route.
        line: usize,
    },
    /// A link that others can reach, unencrypted.
    #[error(
        "{0} is not a loopback address, and the link is not encrypted: whoever reaches it can place calls. Link \
         the nodes through a tunnel (WireGuard, IPsec, ssh) that ends at a loopback address, or add \
         `insecure = true` on a network that you trust"
    )]
    Insecure(String),
    /// The interface would be reachable from outside.
    #[error(
        "{0} is not a loopback address: whoever reaches the interface can place calls. Use 127.0.0.1, or \
         `unix:PATH`"
    )]
    OpenInterface(String),
    /// Neither or both of two keys.
    #[error("{table} needs either `{one}` or `{other}`{}", if *.both { ", not both" } else { "" })]
    EitherOr {
        /// Whose keys.
        table: &'static str,
        /// The one.
        one: &'static str,
        /// The other.
        other: &'static str,
        /// Whether both were there.
        both: bool,
    },
    /// A key that does not go with the others.
    #[error("`{key}`: {because}")]
    Conflict {
        /// The key.
        key: &'static str,
        /// Why, and what to do.
        because: &'static str,
    },
    /// A time that must be shorter than another.
    #[error("{key} ({found}) must be {relation} {other}: {because}")]
    Order {
        /// The key.
        key: &'static str,
        /// Its value.
        found: String,
        /// `less than` or `more than`.
        relation: &'static str,
        /// What it is compared with, with its value.
        other: String,
        /// Why.
        because: &'static str,
    },
}

fn belongs(home: Option<&'static str>) -> String {
    home.map(|home| format!("; it belongs into {home}")).unwrap_or_default()
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map(|word| format!("; did you mean `{word}`?")).unwrap_or_default()
}

/// Collects mistakes while a text is read.
#[derive(Debug)]
pub(crate) struct Report<'t> {
    text: &'t str,
    /// Where each line begins, in order.
    starts: Vec<usize>,
    found: Vec<(usize, Fault)>,
    remarks: Vec<(usize, Fault)>,
}

impl<'t> Report<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        Self { text, starts, found: Vec::new(), remarks: Vec::new() }
    }

    /// A mistake at these octets of the text.
    pub(crate) fn add(&mut self, span: &Range<usize>, fault: Fault) {
        self.found.push((span.start, fault));
    }

    /// Something that works and may surprise.
    pub(crate) fn remark(&mut self, span: &Range<usize>, fault: Fault) {
        self.remarks.push((span.start, fault));
    }

    /// Whether there are no mistakes.
    pub(crate) const fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// What stands in the text, if it is short and in one line.
    pub(crate) fn source(&self, span: &Range<usize>) -> Option<&'t str> {
        let text = self.text.get(span.clone())?;
        (!text.is_empty() && text.len() <= 60 && !text.contains(char::is_control)).then_some(text)
    }

    /// The line of an octet, from 1.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset.min(self.text.len()))
    }

    /// The mistakes in the order of the text. Where the text is not TOML, what else seems wrong with the same line
    /// is only a consequence, and so is a key that seems to be missing. The last one counts those that are not told.
    pub(crate) fn mistakes(&self, file: &Path) -> Vec<Mistake> {
        let garbled = |fault: &Fault| matches!(fault, Fault::Syntax(_));
        let lines: BTreeSet<usize> =
            self.found.iter().filter(|(_, fault)| garbled(fault)).map(|(at, _)| self.line(*at)).collect();
        let mut mistakes = self.placed(&self.found, file);
        mistakes.retain(|mistake| match mistake.fault {
            Fault::Syntax(_) => true,
            Fault::Missing { .. } | Fault::EitherOr { both: false, .. } => lines.is_empty(),
            _ => !lines.contains(&mistake.line),
        });
        bounded(mistakes)
    }

    /// The remarks in the order of the text.
    pub(crate) fn remarks(&self, file: &Path) -> Vec<Mistake> {
        bounded(self.placed(&self.remarks, file))
    }

    fn placed(&self, found: &[(usize, Fault)], file: &Path) -> Vec<Mistake> {
        let mut found: Vec<_> = found.iter().collect();
        found.sort_by_key(|(offset, _)| *offset);
        let place = |(offset, fault): &(usize, Fault)| {
            let line = self.line(*offset);
            let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
            let before = self.text.get(start..*offset).unwrap_or_default();
            let column = before.chars().count() + 1;
            Mistake { file: file.to_path_buf(), line, column, fault: fault.clone() }
        };
        found.into_iter().map(place).collect()
    }
}

/// The first of them, and how many there are beside.
fn bounded(mut mistakes: Vec<Mistake>) -> Vec<Mistake> {
    let count = mistakes.len().saturating_sub(MOST_MISTAKES);
    mistakes.truncate(MOST_MISTAKES + 1);
    if let Some(last) = mistakes.get_mut(MOST_MISTAKES) {
        last.fault = Fault::More { count };
    }
    mistakes
}
