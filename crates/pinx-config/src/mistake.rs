//! What is wrong with a configuration, and where.

use std::{
    fmt,
    ops::Range,
    path::{Path, PathBuf},
};

/// One mistake. It is written as `FILE:LINE:COLUMN: what is wrong`.
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
        write!(f, "{}:{}:{}: {}", self.file.display(), self.line, self.column, self.fault)
    }
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is not TOML.
    #[error("{0}")]
    Syntax(String),
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
    found: Vec<(usize, Fault)>,
    remarks: Vec<(usize, Fault)>,
}

impl<'t> Report<'t> {
    pub(crate) const fn new(text: &'t str) -> Self {
        Self { text, found: Vec::new(), remarks: Vec::new() }
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
        self.before(offset).matches('\n').count() + 1
    }

    /// The mistakes in the order of the text. Where the text is not TOML, what else seems wrong with the same line
    /// is only a consequence, and so is a key that seems to be missing.
    pub(crate) fn mistakes(&self, file: &Path) -> Vec<Mistake> {
        let garbled = |fault: &Fault| matches!(fault, Fault::Syntax(_));
        let lines: Vec<usize> =
            self.found.iter().filter(|(_, fault)| garbled(fault)).map(|(at, _)| self.line(*at)).collect();
        let mut mistakes = self.placed(&self.found, file);
        mistakes.retain(|mistake| match mistake.fault {
            Fault::Syntax(_) => true,
            Fault::Missing { .. } | Fault::EitherOr { both: false, .. } => lines.is_empty(),
            _ => !lines.contains(&mistake.line),
        });
        mistakes
    }

    /// The remarks in the order of the text.
    pub(crate) fn remarks(&self, file: &Path) -> Vec<Mistake> {
        self.placed(&self.remarks, file)
    }

    fn placed(&self, found: &[(usize, Fault)], file: &Path) -> Vec<Mistake> {
        let mut found: Vec<_> = found.iter().collect();
        found.sort_by_key(|(offset, _)| *offset);
        let place = |(offset, fault): &(usize, Fault)| {
            let before = self.before(*offset);
            let line_start = before.rfind('\n').map_or(0, |end| end + 1);
            let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
            Mistake { file: file.to_path_buf(), line: self.line(*offset), column, fault: fault.clone() }
        };
        found.into_iter().map(place).collect()
    }

    fn before(&self, offset: usize) -> &'t str {
        self.text.get(..offset).unwrap_or(self.text)
    }
}
