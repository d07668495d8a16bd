//! One callback, and what became of it.

use qsig_core::{Cause, Digits, PartyNumber, Side};
use qsig_rose::{ErrorValue, Problem};

use crate::decode::trace::{CallKey, FrameRef, LinkNumber, Setup};
use crate::limits::MOST_STEPS;

/// A callback from its request to its end.
#[derive(Clone, Debug)]
pub(crate) struct Callback {
    /// Its number in the trace, from 1, in the order of the requests.
    pub(crate) number: u64,
    /// The link it was asked for on.
    pub(crate) link: LinkNumber,
    /// The side of user A on that link.
    pub(crate) side_a: Side,
    /// User A; `None` where the trace does not tell.
    pub(crate) a: Option<PartyNumber>,
    /// User B; `None` where the trace does not tell.
    pub(crate) b: Option<PartyNumber>,
    /// CCNR (`true`) or CCBS; `None` where the request is not in the trace.
    pub(crate) no_reply: Option<bool>,
    /// Whether the request itself says who A is; `false` also where it is not in the trace.
    pub(crate) tells_a: bool,
    /// The information elements of the service.
    pub(crate) service: Vec<u8>,
    /// The call that failed before.
    pub(crate) attempt: Option<Attempt>,
    /// The invoke id of the request.
    pub(crate) request_id: Option<i32>,
    /// What A's side asked for: connection retention, release, or either.
    pub(crate) retain_asked: Option<bool>,
    /// Whether the connection is retained; `None` while it is not accepted.
    pub(crate) retained: Option<bool>,
    /// Whether it outlives another busy B.
    pub(crate) retain_service: bool,
    /// Where it is.
    pub(crate) state: State,
    /// Its signalling connection, while there is one.
    pub(crate) connection: Option<CallKey>,
    /// The call that completes it.
    pub(crate) recall: Option<CallKey>,
    /// How that call began.
    pub(crate) recall_setup: Option<Setup>,
    /// The error that came for that call.
    pub(crate) recall_error: Option<ErrorValue>,
    /// A call that user A was connected in when B was reported free: its reference.
    pub(crate) a_busy: Option<CallKey>,
    /// What happened, in order.
    pub(crate) steps: Vec<Step>,
    /// Steps that are not kept.
    pub(crate) left_out: u64,
    /// Resets of its link that are told in the steps.
    pub(crate) resets: u32,
    /// How it will end, once the signalling connection has gone.
    pub(crate) outcome: Option<End>,
    /// How it ended; `None` while it lasts.
    pub(crate) end: Option<End>,
    /// Whether the filters choose a frame of it.
    pub(crate) chosen: bool,
}

/// Where a callback is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Asked for, not answered.
    Requested,
    /// Accepted; B is not free, or A has resumed.
    Waiting,
    /// A's side was told that B is free.
    Told,
    /// A is busy.
    Suspended,
    /// The call that completes it is on its way.
    Recalling,
    /// B rings.
    Ringing,
    /// A and B talk.
    Connected,
}

/// A call that failed, or that was not answered yet, before the request.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    /// Its reference.
    pub(crate) key: CallKey,
    /// How it began.
    pub(crate) setup: Setup,
    /// Why it was cleared; `None` where it alerted.
    pub(crate) cause: Option<Cause>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// The frame.
    pub(crate) frame: FrameRef,
    /// Its time, microseconds since the Unix epoch.
    pub(crate) time: u64,
    /// The call or connection it was of; `None` of what happens to the whole link.
    pub(crate) call: Option<CallKey>,
    /// What.
    pub(crate) what: What,
}

/// What can happen to a callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A calls B, which is busy or does not answer.
    Called(Option<Cause>),
    /// The request, and whether the connection is to be retained.
    Requested(Option<bool>),
    /// The result: whether the connection is retained, and whether paths may be reserved.
    Accepted(bool, Option<bool>),
    /// An error to the request.
    Refused(ErrorValue),
    /// A reject to the request.
    Rejected(Problem),
    /// The connection of the request was cleared by that side without an answer.
    Unanswered(Side, Option<Cause>),
    /// ccExecPossible, on a new connection or on the one that was there.
    Free(bool),
    /// ccSuspend.
    Suspended,
    /// ccResume.
    Resumed,
    /// ccPathReserve.
    PathAsked,
    /// Its result.
    PathReserved,
    /// ccRingout, on that channel.
    Recalled(Option<u8>),
    /// ALERTING of the recall.
    Rings,
    /// CONNECT of the recall.
    Connected,
    /// The recall was cleared by that side before B rang.
    RecallFailed(Side, Option<Cause>, Option<ErrorValue>),
    /// The recall was cleared by that side while B rang.
    NotAnswered(Side, Option<Cause>),
    /// ccCancel of that side.
    Cancelled(Side),
    /// ccCancel of that side when B has rung: the service is over.
    Finished(Side),
    /// The signalling connection was cleared by that side, and nothing said about the callback.
    ConnectionEnded(Side),
    /// The data link was established anew.
    LinkReset,
}

/// How a callback can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// A and B were connected.
    Connected,
    /// B rang and did not answer.
    NotAnswered,
    /// B was busy again.
    BusyAgain,
    /// The recall failed in another way.
    RecallFailed,
    /// ccCancel of A's side.
    CancelledByA,
    /// ccCancel of B's side.
    CancelledByB,
    /// shortTermRejection.
    RejectedShort,
    /// longTermRejection.
    RejectedLong,
    /// Refused in another way.
    Refused,
    /// The request was not answered.
    NoAnswer,
}

impl End {
    /// The word for programs.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Connected => "connected",
            Self::NotAnswered => "not-answered",
            Self::BusyAgain => "busy-again",
            Self::RecallFailed => "recall-failed",
            Self::CancelledByA => "cancelled-by-a",
            Self::CancelledByB => "cancelled-by-b",
            Self::RejectedShort => "rejected-short",
            Self::RejectedLong => "rejected-long",
            Self::Refused => "refused",
            Self::NoAnswer => "no-answer",
        }
    }
}

impl What {
    /// The word for it: that of the node's events where there is one.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Called(_) => "called",
            Self::Requested(_) => "requested",
            Self::Accepted(..) => "accepted",
            Self::Refused(_) | Self::Rejected(_) => "refused",
            Self::Unanswered(..) => "unanswered",
            Self::Free(_) => "free",
            Self::Suspended => "suspended",
            Self::Resumed => "resumed",
            Self::PathAsked => "path-asked",
            Self::PathReserved => "path-reserved",
            Self::Recalled(_) => "recalled",
            Self::Rings => "rings",
            Self::Connected => "connected",
            Self::RecallFailed(..) => "recall-failed",
            Self::NotAnswered(..) => "not-answered",
            Self::Cancelled(_) => "cancelled",
            Self::Finished(_) => "finished",
            Self::ConnectionEnded(_) => "disconnected",
            Self::LinkReset => "link-reset",
        }
    }
}

impl Callback {
    /// Adds a step, or counts it where there are too many.
    pub(crate) fn add(&mut self, step: Step) {
        if self.steps.len() < MOST_STEPS {
            self.steps.push(step);
        } else {
            self.left_out = self.left_out.saturating_add(1);
        }
    }

    /// The digits of user A.
    pub(crate) fn a_digits(&self) -> Option<Digits> {
        self.a.map(|party| party.digits)
    }

    /// The digits of user B.
    pub(crate) fn b_digits(&self) -> Option<Digits> {
        self.b.map(|party| party.digits)
    }

    /// The first step of a kind.
    pub(crate) fn step(&self, is: impl Fn(What) -> bool) -> Option<&Step> {
        self.steps.iter().find(|step| is(step.what))
    }

    /// The steps after the last one of a kind; none where there is no such step.
    pub(crate) fn after_last(&self, is: impl Fn(What) -> bool) -> &[Step] {
        let last = self.steps.iter().rposition(|step| is(step.what));
        last.and_then(|last| self.steps.get(last + 1..)).unwrap_or_default()
    }

    /// The last step of a kind.
    pub(crate) fn last(&self, is: impl Fn(What) -> bool) -> Option<&Step> {
        self.steps.iter().rev().find(|step| is(step.what))
    }
}
