use alloc::{boxed::Box, vec::Vec};
use core::fmt;

use qsig_core::{Cause, Instant, PartyNumber};

use crate::Apdu;

/// Where the far end of a callback is: a trunk, or the node itself. The node gives out the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Peer(pub u32);

/// A call-independent signalling connection, named by the side that began it. Values are per engine; each
/// connection ends with exactly one `ConnectionEnded` input, whoever cleared it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Connection {
    /// Opened by the engine with [`Action::Open`], which also chose the value.
    Opened(u32),
    /// Offered by the node, which also chose the value: it must not be in use.
    Offered(u32),
}

/// A call from A to B that completes a callback, named by the side that began it. Values are per engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Call {
    /// Placed by the originating engine, which also chose the value.
    Placed(u32),
    /// Offered to the terminating engine by the node, which also chose the value.
    Offered(u32),
}

/// A callback, from the request to its one end. Shown to people; never used again within an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(pub(crate) u32);

impl RecordId {
    /// The callback of that value; it may not exist.
    pub const fn new(value: u32) -> Self {
        Self(value)
    }

    /// The value, from 1 upward in the order of requests.
    pub const fn value(self) -> u32 {
        self.0
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What is to be completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    /// Completion of calls to busy subscriber.
    Ccbs,
    /// Completion of calls on no reply.
    Ccnr,
}

impl Service {
    /// `ccbs` or `ccnr`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ccbs => "ccbs",
            Self::Ccnr => "ccnr",
        }
    }
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// User A as the request names them: a number, with or without leave to show it, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caller {
    /// The number may be shown to user B.
    Allowed(PartyNumber),
    /// The number travels, but may not be shown.
    Restricted(PartyNumber),
    /// No number, because it may not be shown. Such a request lives only as long as its connection.
    NumberWithheld,
    /// No number, because of interworking. Such a request lives only as long as its connection.
    NotAvailable,
}

impl Caller {
    /// The number, if there is one.
    pub const fn number(&self) -> Option<&PartyNumber> {
        match self {
            Self::Allowed(number) | Self::Restricted(number) => Some(number),
            Self::NumberWithheld | Self::NotAvailable => None,
        }
    }
}

/// A party's subaddress. At most 20 octets on the wire.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subaddress {
    /// User specified.
    User {
        /// The subaddress information.
        information: Box<[u8]>,
        /// Whether the last octet holds one digit only, where that was said.
        odd: Option<bool>,
    },
    /// An NSAP address (X.213), octet for octet.
    Nsap(Box<[u8]>),
}

/// Who wants to reach whom for what: together with the [`Peer`] the identity of a callback.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Parties {
    /// User A, as signalled in the original call.
    pub a: Caller,
    /// User B, as called in the original call.
    pub b: PartyNumber,
    /// Bearer capability, then low and high layer compatibility where the call had them: complete information
    /// elements of codeset 0, octet for octet as in the original SETUP.
    pub service: Box<[u8]>,
    /// User A's subaddress.
    pub subaddress_a: Option<Subaddress>,
    /// User B's subaddress.
    pub subaddress_b: Option<Subaddress>,
}

impl Parties {
    /// Whether both name the same callback: digits, subaddresses and service are equal, plan and type of a
    /// number where both ends know them; presentation is never compared. Somebody without a number matches only
    /// somebody without a number.
    pub fn matches(&self, other: &Self) -> bool {
        self.matches_by(other, PartyNumber::names_same_party)
    }

    /// The same, whatever the types of the numbers are.
    pub(crate) fn matches_but_for_types(&self, other: &Self) -> bool {
        self.matches_by(other, PartyNumber::same_digits_and_plan)
    }

    fn matches_by(&self, other: &Self, same: fn(&PartyNumber, &PartyNumber) -> bool) -> bool {
        let same_a = match (self.a.number(), other.a.number()) {
            (Some(one), Some(two)) => same(one, two),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        same_a
            && same(&self.b, &other.b)
            && self.service == other.service
            && self.subaddress_a == other.subaddress_a
            && self.subaddress_b == other.subaddress_b
    }
}

/// What an engine wants done below it. APDUs travel in the message that the action stands for.
///
/// Where a connection or call has ended below and the engine has not been told yet, an action for it is dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// SETUP of a call-independent connection. Where it cannot even be sent, the node answers with
    /// `ConnectionEnded` and [`Ended::NotSent`].
    Open {
        /// The new connection, of the kind [`Connection::Opened`].
        connection: Connection,
        /// Where to.
        peer: Peer,
        /// Calling party number.
        from: Caller,
        /// Called party number.
        to: PartyNumber,
        /// Calling party subaddress.
        from_subaddress: Option<Subaddress>,
        /// Called party subaddress.
        to_subaddress: Option<Subaddress>,
        /// For the SETUP.
        apdus: Vec<Apdu>,
        /// Whether layer 3 supervises the wait for CONNECT (T310). False for ccExecPossible: libpri answers it
        /// with CALL PROCEEDING only, and the engine supervises it itself.
        supervised: bool,
    },
    /// CALL PROCEEDING on an offered connection.
    Proceed {
        /// The connection.
        connection: Connection,
    },
    /// CONNECT on an offered connection.
    Accept {
        /// The connection.
        connection: Connection,
        /// For the CONNECT.
        apdus: Vec<Apdu>,
    },
    /// FACILITY.
    Facility {
        /// The connection.
        connection: Connection,
        /// For the FACILITY.
        apdus: Vec<Apdu>,
    },
    /// RELEASE, or RELEASE COMPLETE where it is the first answer to a SETUP.
    Release {
        /// The connection.
        connection: Connection,
        /// Why.
        cause: Cause,
        /// For the clearing message and each repetition of it.
        apdus: Vec<Apdu>,
    },
    /// STATUS ENQUIRY: is the far end still there?
    Enquire {
        /// The connection.
        connection: Connection,
    },
    /// SETUP of the call that completes a callback, from user A's phone to user B.
    PlaceCall {
        /// The new call, of the kind [`Call::Placed`].
        call: Call,
        /// The callback.
        record: RecordId,
        /// Where to.
        peer: Peer,
        /// Calling and called party, and the service: exactly as in the original call.
        parties: Parties,
        /// ccRingout, for the SETUP.
        apdus: Vec<Apdu>,
    },
    /// The offered call is the completion of a callback: ring user B, past forwarding.
    AdmitCall {
        /// The call.
        call: Call,
        /// The callback.
        record: RecordId,
    },
    /// DISCONNECT (or what else clears the call in its state). It ends with `CallEnded`.
    ClearCall {
        /// The call.
        call: Call,
        /// Why.
        cause: Cause,
        /// For the clearing message.
        apdus: Vec<Apdu>,
    },
}

/// How a connection ended at layer 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ended {
    /// By a RELEASE of the far end, also one that crossed ours.
    Release,
    /// By a RELEASE COMPLETE of the far end; also by our own, where it was the first answer to a SETUP.
    ReleaseComplete,
    /// In any other way: link failure, timer of layer 3, STATUS with call state Null, own restart. What the far
    /// end has seen is not known.
    Lost,
    /// It never began: the SETUP could not be sent (no route, link down, limit). Nothing reached the far end.
    NotSent,
}

/// Why a callback ended. The same words are used at both ends and in everything that people see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EndCause {
    /// User B was rung for user A: the purpose is reached.
    Connected,
    /// User A gave up, refused the recall, or hung up while user B was being called.
    CancelledByA,
    /// User B's side withdrew the callback.
    CancelledByB,
    /// No answer to the request.
    T1,
    /// The callback's time is over.
    T2,
    /// User A did not answer the recall.
    T3,
    /// User A's side did not react to being told that user B is free.
    TbExec,
    /// The connection was lost when nothing else could carry the callback on.
    LinkLost,
    /// Refused for now (shortTermRejection).
    RejectedShort,
    /// Refused for good (longTermRejection, unspecified, service interaction, reject).
    RejectedLong,
    /// The far end could not be reached, has no such callback, or rejected what it was told of it.
    PeerGone,
    /// An older callback of the same parties stood in the way; both were ended.
    Superseded,
    /// User B was busy again when user A answered.
    BusyAgain,
    /// The far end holds no callback that fits the call (failureToMatch).
    FailureToMatch,
    /// The call to user B failed in another way.
    CallFailed,
}

impl EndCause {
    /// All causes, in the order of their declaration.
    pub const ALL: [Self; 15] = [
        Self::Connected,
        Self::CancelledByA,
        Self::CancelledByB,
        Self::T1,
        Self::T2,
        Self::T3,
        Self::TbExec,
        Self::LinkLost,
        Self::RejectedShort,
        Self::RejectedLong,
        Self::PeerGone,
        Self::Superseded,
        Self::BusyAgain,
        Self::FailureToMatch,
        Self::CallFailed,
    ];

    /// The name that people see: `cancelled-by-a`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Connected => "connected",
            Self::CancelledByA => "cancelled-by-a",
            Self::CancelledByB => "cancelled-by-b",
            Self::T1 => "t1",
            Self::T2 => "t2",
            Self::T3 => "t3",
            Self::TbExec => "tb-exec",
            Self::LinkLost => "link-lost",
            Self::RejectedShort => "rejected-short",
            Self::RejectedLong => "rejected-long",
            Self::PeerGone => "peer-gone",
            Self::Superseded => "superseded",
            Self::BusyAgain => "busy-again",
            Self::FailureToMatch => "failure-to-match",
            Self::CallFailed => "call-failed",
        }
    }
}

impl fmt::Display for EndCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The caller's own mistake. Nothing has changed in the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Misuse {
    /// There is no such callback, or it has ended.
    #[error("callback {0} does not exist")]
    UnknownRecord(RecordId),
    /// The connection has ended or never was.
    #[error("connection {0:?} does not exist")]
    UnknownConnection(Connection),
    /// The connection that is offered exists already, or is not of the kind that the node may name.
    #[error("connection {0:?} cannot be offered")]
    ConnectionInUse(Connection),
    /// The call that is offered exists already, or is not of the kind that the node may name.
    #[error("call {0:?} cannot be offered")]
    CallInUse(Call),
    /// The call that is offered carries neither ccRingout nor ccPathReserve.
    #[error("call {0:?} completes no callback")]
    NotACompletion(Call),
    /// User A cannot answer: no recall is being offered.
    #[error("callback {0} is in another state")]
    WrongMoment(RecordId),
}

/// A live callback as people see it in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordView<'a> {
    /// Its identity.
    pub id: RecordId,
    /// The state by its name in lists: `CC-Invoked-A-RET`. Some of these names are the standard's, others ours.
    pub state: &'static str,
    /// CCBS or CCNR.
    pub service: Service,
    /// Who and what for.
    pub parties: &'a Parties,
    /// Where the other end is.
    pub peer: Peer,
    /// Whether a signalling connection is up for it.
    pub retained: bool,
    /// Whether user A has suspended it.
    pub suspended: bool,
    /// When it was requested (originating) or accepted (terminating).
    pub since: Instant,
    /// The running timers by name (`T2`) with their deadlines.
    pub timers: Vec<(&'static str, Instant)>,
}
