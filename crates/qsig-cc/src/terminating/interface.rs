use alloc::{boxed::Box, vec::Vec};
use core::time::Duration;

use qsig_core::{Cause, Digits, PartyNumber};

use crate::{Apdu, Call, CcError, Connection, EndCause, Ended, Peer, RecordId, Service, Subaddress};

/// The limits of a terminating engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// Callbacks per peer.
    pub max_per_peer: usize,
    /// Callbacks per user A of a peer. Users without a number are not counted: they cannot be told apart.
    pub max_per_caller: usize,
    /// ccCancels that may wait for a link, over all peers. One more is given up at once, and counted.
    pub max_owed: usize,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { max_per_peer: 10_000, max_per_caller: 5, max_owed: 10_000 }
    }
}

/// What is done about the signalling connection where the request leaves it open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Response {
    /// It stays up.
    #[default]
    Retain,
    /// It is released with the result.
    Release,
}

/// Whether requests for a user B are accepted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Admission {
    /// Yes.
    #[default]
    Open,
    /// Not now: shortTermRejection.
    ClosedForNow,
    /// No: longTermRejection.
    Closed,
}

/// The rules for callbacks to one user B.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// How long a CCBS callback may live; the engine adds a tenth, at most 60 s, so that the originating side's T2
    /// comes first.
    pub t2_ccbs: Duration,
    /// The same for CCNR.
    pub t2_ccnr: Duration,
    /// TB-IDLE for CCBS: how long user B must have been free before user A is told.
    pub guard_ccbs: Duration,
    /// TB-IDLE for CCNR.
    pub guard_ccnr: Duration,
    /// TB-EXEC: how long user A's side may take after it was told that user B is free. Must exceed its T3.
    pub exec_guard: Duration,
    /// What is done about the signalling connection.
    pub response: Response,
    /// Callbacks that may wait for this user.
    pub max_requests: usize,
    /// Whether requests are accepted.
    pub admission: Admission,
}

impl Default for Terms {
    /// The usual values: T2 60 and 195 min, TB-IDLE 5 and 0 s, TB-EXEC 90 s, retain, 10 requests, open.
    fn default() -> Self {
        Self {
            t2_ccbs: Duration::from_hours(1),
            t2_ccnr: Duration::from_mins(195),
            guard_ccbs: Duration::from_secs(5),
            guard_ccnr: Duration::ZERO,
            exec_guard: Duration::from_secs(90),
            response: Response::Retain,
            max_requests: 10,
            admission: Admission::Open,
        }
    }
}

impl Terms {
    /// How long a callback of this service may live.
    pub(crate) const fn t2(&self, service: Service) -> Duration {
        match service {
            Service::Ccbs => self.t2_ccbs,
            Service::Ccnr => self.t2_ccnr,
        }
    }
}

/// What a terminating engine is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A user who can be user B is here, or has new terms. New terms count for later requests and notices.
    Target {
        /// The user's digits, as in called numbers.
        number: Digits,
        /// The rules.
        terms: Terms,
    },
    /// The user is gone; callbacks to it are withdrawn.
    TargetGone {
        /// The user's digits.
        number: Digits,
    },
    /// User B is busy or free. A user never mentioned is free. While a call admitted by the engine is up the
    /// engine holds the user busy by itself.
    Busy {
        /// The user's digits.
        number: Digits,
        /// Busy or free.
        busy: bool,
    },
    /// User B went off hook and on hook, or a call that user B took part in is over: CCNR callbacks asked for
    /// before are ready now.
    Activity {
        /// The user's digits.
        number: Digits,
    },
    /// A connection came in with ccbsRequest or ccnrRequest, or with anything else that the originating engine
    /// of this node does not hold a callback for.
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
    /// A call came in with ccRingout or ccPathReserve. The engine admits or clears it at once.
    CallOffered {
        /// The new call, of the kind [`Call::Offered`].
        call: Call,
        /// Where from.
        peer: Peer,
        /// Calling party number; `None` without one.
        from: Option<PartyNumber>,
        /// Called party number.
        to: PartyNumber,
        /// Bearer capability and compatibility elements, octet for octet as in the SETUP.
        service: Box<[u8]>,
        /// Calling party subaddress.
        from_subaddress: Option<Subaddress>,
        /// Called party subaddress.
        to_subaddress: Option<Subaddress>,
        /// What was in the SETUP.
        apdus: Vec<Apdu>,
    },
    /// ALERTING was sent for an admitted call: user B rings. The callback is complete.
    CallAlerting {
        /// The call.
        call: Call,
    },
    /// User B answered an admitted call.
    CallAnswered {
        /// The call.
        call: Call,
    },
    /// An offered call is over. Said once for each offered call, whoever cleared it.
    CallEnded {
        /// The call.
        call: Call,
        /// User A's side ended it, or the way to it broke; otherwise user B's side did.
        by_caller: bool,
        /// What was in the clearing message.
        apdus: Vec<Apdu>,
    },
    /// User B's side ends a callback.
    Withdraw {
        /// The callback.
        record: RecordId,
    },
    /// The moment that was asked for has come.
    Timeout,
}

/// What user B's side is told. Each accepted request ends with exactly one `Ended`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A request was accepted; T2 runs.
    Accepted {
        /// The callback.
        record: RecordId,
        /// Whether the signalling connection stays up.
        retained: bool,
    },
    /// A request was refused; nothing is kept of it.
    RefusedRequest {
        /// Where it came from.
        peer: Peer,
        /// What it was told.
        error: CcError,
    },
    /// User A's side was told that user B is free.
    Told {
        /// The callback.
        record: RecordId,
    },
    /// User A is busy; the callback is passed over until it is resumed.
    Suspended {
        /// The callback.
        record: RecordId,
    },
    /// User A is free again; user B is looked at again.
    Resumed {
        /// The callback.
        record: RecordId,
    },
    /// The call that completes the callback is here; user B is to be rung.
    Completing {
        /// The callback.
        record: RecordId,
    },
    /// The callback is over.
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
    /// Requests received.
    pub requested: u64,
    /// Requests accepted as new callbacks.
    pub accepted: u64,
    /// Requests refused.
    pub refused: u64,
    /// Callbacks that ended, one counter for each of [`EndCause::ALL`].
    pub ended: [u64; EndCause::ALL.len()],
    /// ccExecPossible sent, repetitions not counted.
    pub told: u64,
    /// APDUs that had no meaning in their state.
    pub ignored: u64,
    /// ccCancels given up, because the far end never took them or too many waited.
    pub cancels_given_up: u64,
}
