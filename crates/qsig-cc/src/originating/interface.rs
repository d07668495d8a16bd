use alloc::vec::Vec;
use core::time::Duration;

use qsig_core::{Cause, Digits};

use crate::{Apdu, Call, Connection, EndCause, Ended, Parties, Peer, RecordId, Service};

/// The limits of an originating engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// Callbacks per peer.
    pub max_per_peer: usize,
    /// ccCancels that may wait for a link, over all peers. One more is given up at once, and counted.
    pub max_owed: usize,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { max_per_peer: 10_000, max_owed: 10_000 }
    }
}

/// What the request says about the signalling connection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Proposal {
    /// It must stay up until the callback ends.
    #[default]
    Retain,
    /// It must be released once the request is accepted.
    Release,
    /// The terminating side may choose.
    Either,
}

/// How one callback is to be run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// T1: how long the answer to the request may take.
    pub t1: Duration,
    /// T2: how long the callback may live.
    pub t2: Duration,
    /// T3: how long user A is offered the recall.
    pub t3: Duration,
    /// What is asked for the signalling connection. Without a number of user A it is always retained.
    pub proposal: Proposal,
}

impl Options {
    /// The usual values: T1 30 s, T2 60 min (CCBS) or 195 min (CCNR), T3 30 s, connection retained.
    pub const fn usual(service: Service) -> Self {
        let minutes = match service {
            Service::Ccbs => 60,
            Service::Ccnr => 195,
        };
        Self {
            t1: Duration::from_secs(30),
            t2: Duration::from_mins(minutes),
            t3: Duration::from_secs(30),
            proposal: Proposal::Retain,
        }
    }
}

/// A callback that user A asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Where user B is.
    pub peer: Peer,
    /// CCBS or CCNR.
    pub service: Service,
    /// Who and what for, as in the original call.
    pub parties: Parties,
    /// Times and options.
    pub options: Options,
}

/// Why a request was not even sent. Nothing is kept of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RequestRefused {
    /// The same callback is active already.
    #[error("callback {0} is active already")]
    Duplicate(RecordId),
    /// The peer has as many callbacks as it may have.
    #[error("too many callbacks towards this peer")]
    TooMany,
    /// A ccCancel for an earlier callback of the same parties has not arrived yet; its repetition would end the
    /// new one.
    #[error("the end of an earlier callback is still being told")]
    CancelOwed,
    /// User B has no number.
    #[error("user B has no number")]
    NoNumber,
    /// The link to the peer is down.
    #[error("the link is down")]
    LinkDown,
}

/// What an originating engine is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// User A is busy or free. One input serves all callbacks of that user; a user never mentioned is free. A
    /// phone that only rings for a recall is not busy; when user A takes the recall, say `Answered` first.
    UserA {
        /// User A's digits, as in the requests.
        number: Digits,
        /// Busy or free.
        busy: bool,
    },
    /// User A takes the recall: the call is placed now.
    Answered {
        /// The callback.
        record: RecordId,
    },
    /// User A ends the callback, in whatever state: cancels it, refuses the recall, or hangs up while user B is
    /// being called.
    Cancel {
        /// The callback.
        record: RecordId,
    },
    /// A connection came in with ccExecPossible, or with a ccCancel that [`Originating::holds`] a callback for.
    ///
    /// [`Originating::holds`]: super::Originating::holds
    ConnectionOffered {
        /// The new connection, of the kind [`Connection::Offered`].
        connection: Connection,
        /// Where from.
        peer: Peer,
        /// What was in the SETUP.
        apdus: Vec<Apdu>,
    },
    /// CONNECT.
    ConnectionAccepted {
        /// The connection.
        connection: Connection,
        /// What was in it.
        apdus: Vec<Apdu>,
    },
    /// FACILITY, or any other message of a connection that carried APDUs without ending it.
    Facility {
        /// The connection.
        connection: Connection,
        /// What was in it.
        apdus: Vec<Apdu>,
    },
    /// A connection is over at layer 3.
    ConnectionEnded {
        /// The connection.
        connection: Connection,
        /// How it ended.
        how: Ended,
        /// The cause of the clearing message.
        cause: Cause,
        /// What was in the clearing message.
        apdus: Vec<Apdu>,
    },
    /// The data link to the peer is established, for the first time, again, or anew without having been lost
    /// (what was under way may be lost with it). Connections that did not survive have been reported as ended. A
    /// peer never mentioned is taken as up.
    LinkUp {
        /// The peer.
        peer: Peer,
    },
    /// The data link to the peer is lost. Best said before the ends of the connections that go with it: then
    /// nothing is tried in vain.
    LinkDown {
        /// The peer.
        peer: Peer,
    },
    /// ALERTING for a placed call.
    CallAlerting {
        /// The call.
        call: Call,
        /// What was in it.
        apdus: Vec<Apdu>,
    },
    /// CONNECT for a placed call.
    CallConnected {
        /// The call.
        call: Call,
        /// What was in it.
        apdus: Vec<Apdu>,
    },
    /// A placed call is over, or clearing has begun at the far end. After ALERTING the engine has no more
    /// interest in a call and ignores what it is told of it.
    CallEnded {
        /// The call.
        call: Call,
        /// Why.
        cause: Cause,
        /// What was in the clearing message.
        apdus: Vec<Apdu>,
    },
    /// The moment that was asked for has come.
    Timeout,
}

/// Why a request came to nothing before it was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Refusal {
    /// Try again later.
    ShortTerm,
    /// Not possible.
    LongTerm,
    /// The far end refused the connection, or there was no way to it.
    NotAvailable,
    /// No answer in time (T1).
    NoAnswer,
    /// The connection broke before the answer.
    LinkLost,
    /// The far end released the connection although retention was demanded.
    NotRetained,
    /// The far end ended the callback instead of answering.
    Withdrawn,
    /// The far end held an older callback of the same parties; both are ended, a new request may succeed.
    TryAgain,
}

impl Refusal {
    /// The same as the cause of an end.
    pub const fn end_cause(self) -> EndCause {
        match self {
            Self::ShortTerm => EndCause::RejectedShort,
            Self::LongTerm | Self::NotRetained => EndCause::RejectedLong,
            Self::NotAvailable => EndCause::PeerGone,
            Self::NoAnswer => EndCause::T1,
            Self::LinkLost => EndCause::LinkLost,
            Self::Withdrawn => EndCause::CancelledByB,
            Self::TryAgain => EndCause::Superseded,
        }
    }
}

/// What user A's side is told. Each request ends with exactly one `Refused` or `Ended`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The request is accepted; T2 runs.
    Accepted {
        /// The callback.
        record: RecordId,
        /// Whether the signalling connection stays up.
        retained: bool,
    },
    /// The request came to nothing.
    Refused {
        /// The callback, which is over.
        record: RecordId,
        /// Why.
        why: Refusal,
    },
    /// User B is free: offer the recall to user A. T3 runs.
    Recall {
        /// The callback.
        record: RecordId,
    },
    /// User B is free but user A is busy; a recall that was being offered is withdrawn. Tells also that user B
    /// is free.
    Suspended {
        /// The callback.
        record: RecordId,
    },
    /// User A is free again; the far end looks at user B again.
    Resumed {
        /// The callback.
        record: RecordId,
    },
    /// User B is being rung (or has answered). `Ended` follows.
    Recalled {
        /// The callback.
        record: RecordId,
    },
    /// The callback is over. A recall that is being offered is withdrawn with it.
    Ended {
        /// The callback.
        record: RecordId,
        /// Why.
        cause: EndCause,
    },
    /// Something arrived that has no meaning in this state; nothing has changed.
    Ignored {
        /// From where.
        peer: Peer,
        /// The callback it spoke of, if one is known.
        record: Option<RecordId>,
        /// What it was: an operation's name, `result`, `error` or `reject`.
        what: &'static str,
    },
}

/// What has happened since the start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Requests sent.
    pub requested: u64,
    /// Requests accepted by the far end.
    pub accepted: u64,
    /// Requests that came to nothing before they were accepted.
    pub refused: u64,
    /// Accepted callbacks that ended, one counter for each of [`EndCause::ALL`].
    pub ended: [u64; EndCause::ALL.len()],
    /// Recalls offered.
    pub recalls: u64,
    /// APDUs that had no meaning in their state.
    pub ignored: u64,
    /// ccCancels given up, because the far end never took them or too many waited.
    pub cancels_given_up: u64,
}
