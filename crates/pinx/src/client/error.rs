//! Why a command to a node failed, with the next step in the text.

use std::{io, path::PathBuf};

use serde::Deserialize;

use super::{address::Address, text::clean};
use crate::limits::MOST_NAMES;

/// Why a command to a node failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ClientError {
    /// There is no socket at the path.
    #[error(
        "no node at {0}: there is no such socket. Start one with `pinx run -c FILE`, or name the `api` of a \
         running one with --api or PINX_API"
    )]
    NoSocket(Address),
    /// Nobody listens at the address.
    #[error(
        "no node at {0}: the connection was refused. Start it with `pinx run -c FILE`, or name the `api` of a \
         running one with --api or PINX_API"
    )]
    NobodyListens(Address),
    /// The socket's file mode keeps us out.
    #[error("{0} may not be opened by this user. Use the user or the group that the node runs as")]
    NotAllowed(Address),
    /// The connection could not be made or broke, for another reason.
    #[error("{address}: {what}. Look at the log of the node")]
    Broken {
        /// Where.
        address: Address,
        /// What the system or the HTTP library says.
        what: String,
    },
    /// The node took the connection and then said nothing.
    #[error("{0} does not answer. Look at the log of the node")]
    Silent(Address),
    /// TCP needs a token, and its file cannot be read.
    #[error(
        "{address} wants a token, and {file} cannot be read: {error}. Name the `api-token-file` of the node's \
         configuration with --token-file or PINX_TOKEN_FILE",
        file = file.display()
    )]
    NoToken {
        /// Where.
        address: Address,
        /// The file that was tried.
        file: PathBuf,
        /// Why it cannot be read.
        error: io::Error,
    },
    /// The token file does not hold a token.
    #[error("{} holds no token: it should have one line of letters and digits", .0.display())]
    EmptyToken(PathBuf),
    /// The node does not take the token.
    #[error(
        "{0} does not take the token. Name the `api-token-file` of this node's configuration with --token-file or \
         PINX_TOKEN_FILE"
    )]
    WrongToken(Address),
    /// What answers is not a node, or one that speaks otherwise.
    #[error("{address} does not answer like a Pinx node ({what}). Is it the `api` of one, of this version?")]
    Strange {
        /// Where.
        address: Address,
        /// What was strange.
        what: String,
    },
    /// The node does not know the path.
    #[error(
        "the node at {address} does not offer {path}. It may be of another version: see `pinx --version`"
    )]
    NotOffered {
        /// Where.
        address: Address,
        /// What was asked for.
        path: String,
    },
    /// The node refused, and said why.
    #[error("{}", reason(.0))]
    Refused(Problem),
    /// There is no such phone; these are.
    #[error("there is no phone {}. {}", clean(number), phones(known))]
    NoPhone {
        /// The number that was asked for.
        number: String,
        /// The phones of the node.
        known: Vec<String>,
    },
    /// There is no such callback; these are.
    #[error("there is no callback {}. {}", clean(id), callbacks(known))]
    NoCallback {
        /// The name that was asked for.
        id: String,
        /// The live callbacks of the node.
        known: Vec<String>,
    },
    /// A key could not be pressed.
    #[error("{}.{}", reason(problem), before(*index))]
    Key {
        /// What the node says.
        problem: Problem,
        /// How many keys before it were pressed.
        index: usize,
    },
    /// There is no such key.
    #[error("{}. See `pinx phone --help`.{}", bare(message), before(*index))]
    UnknownKey {
        /// What the node says.
        message: String,
        /// How many keys before it were pressed.
        index: usize,
    },
    /// The words after the number make no sense together.
    #[error("{0}. See `pinx phone --help`")]
    Words(&'static str),
    /// We read too slowly, and the node let us go.
    #[error(
        "events came faster than they were read, and the node gave up. Start again, or read them from a file"
    )]
    Behind,
    /// The node ended the stream of events.
    #[error("the node at {0} has ended. Start it again with `pinx run -c FILE`")]
    Ended(Address),
    /// What was found cannot be written.
    #[error("cannot write: {0}. Is the disk full?")]
    Output(#[from] io::Error),
}

/// What a node says about a request that it did not carry out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Problem {
    /// A word that programs can compare.
    pub(crate) error: String,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do next.
    pub(crate) hint: String,
    /// Which of the keys, counted from 0; those before it stay pressed.
    pub(crate) index: Option<usize>,
}

impl ClientError {
    /// The exit status: 2 for wrong use, 1 for what failed.
    pub(crate) fn status(&self) -> u8 {
        match self {
            Self::Words(_) | Self::UnknownKey { .. } => 2,
            _ => 1,
        }
    }
}

/// What is wrong, and the next step if the node names one.
fn reason(problem: &Problem) -> String {
    let (message, hint) = (bare(&problem.message), bare(&problem.hint));
    match (message.is_empty(), hint.is_empty()) {
        (true, true) => "the node refused and did not say why".into(),
        (false, false) => format!("{message}; {hint}"),
        _ => message + &hint,
    }
}

/// The text without its full stop.
fn bare(text: &str) -> String {
    clean(text).trim().trim_end_matches('.').into()
}

fn before(index: usize) -> String {
    match index {
        0 => String::new(),
        1 => " The key before it is pressed.".into(),
        count => format!(" The {count} keys before it are pressed."),
    }
}

fn names(known: &[String]) -> String {
    let shown: Vec<_> = known.iter().take(MOST_NAMES).map(|name| clean(name)).collect();
    let more = known.len().saturating_sub(MOST_NAMES);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("{}{more}", shown.join(", "))
}

fn phones(known: &[String]) -> String {
    if known.is_empty() {
        return "This node has no phones: add an [[extension]] to its configuration".into();
    }
    format!("This node has {}", names(known))
}

fn callbacks(known: &[String]) -> String {
    if known.is_empty() {
        return "No callback is live at this node".into();
    }
    format!("Live at this node: {}", names(known))
}
