use crate::EndCause;

/// The states of a callback at user B's side.
///
/// The standard: ECMA-186; the names of the states are ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// No callback.
    Idle,
    /// Accepted, the connection is up; waiting for user B and for its turn.
    InvokedRet,
    /// Accepted, no connection; waiting for user B and for its turn.
    InvokedRls,
    /// User A's side was told that user B is free; user B is held for this callback.
    Notified,
    /// User A is busy; this callback is passed over.
    Suspended,
    /// The call is here, user B is being rung.
    Ringing,
}

impl State {
    /// All states.
    pub const ALL: [Self; 6] =
        [Self::Idle, Self::InvokedRet, Self::InvokedRls, Self::Notified, Self::Suspended, Self::Ringing];

    /// The name in lists.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Idle => "CC-Idle",
            Self::InvokedRet => "CC-Invoked-B-RET",
            Self::InvokedRls => "CC-Invoked-B-RLS",
            Self::Notified => "CC-Exec-Notified",
            Self::Suspended => "CC-Suspended-B",
            Self::Ringing => "CC-Ringing-B",
        }
    }

    /// Whether user B is held for a callback in this state: no other one of the queue may be told.
    pub const fn holds_user_b(self) -> bool {
        matches!(self, Self::Notified | Self::Ringing)
    }
}

/// What happens to a callback, with what its guard needs. "Connection" is the one that belongs to the callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// An acceptable request came.
    Request {
        /// The connection is to stay.
        retain: bool,
    },
    /// The same request came again.
    RequestAgain {
        /// The callback's own connection is up (layer 3 Active).
        connected: bool,
        /// The new connection is to stay.
        retain: bool,
    },
    /// User B is free, and it is this callback's turn.
    Turn,
    /// The connection that carried ccExecPossible in its SETUP ended before CONNECT, without ccCancel.
    ConnectionFailed {
        /// The notice may be repeated.
        again: bool,
    },
    /// The connection ended in any other way without ccCancel.
    ConnectionLost {
        /// User A has a number to which a new one can be opened.
        addressable: bool,
        /// The notice may be repeated.
        again: bool,
    },
    /// ccSuspend.
    Suspend,
    /// ccResume.
    Resume,
    /// A call with ccRingout.
    Ringout {
        /// User B is free, and no other callback of the queue holds it.
        free: bool,
    },
    /// A call with ccPathReserve.
    PathReserve,
    /// ALERTING was sent, or user B answered at once.
    Alerted,
    /// The call is over before that.
    CallEnded {
        /// User A's side ended it, not user B's.
        by_caller: bool,
    },
    /// ccCancel, in whatever message.
    CancelReceived,
    /// Reject of the last ccExecPossible.
    Rejected,
    /// User B's side ends it.
    Withdraw,
    /// T2 expires.
    T2,
    /// TB-EXEC expires.
    TbExec,
    /// The data link came back below a connection that survived.
    LinkBack,
}

impl Happening {
    /// All, with each value of their guards.
    pub const ALL: [Self; 27] = [
        Self::Request { retain: false },
        Self::Request { retain: true },
        Self::RequestAgain { connected: false, retain: false },
        Self::RequestAgain { connected: false, retain: true },
        Self::RequestAgain { connected: true, retain: false },
        Self::RequestAgain { connected: true, retain: true },
        Self::Turn,
        Self::ConnectionFailed { again: false },
        Self::ConnectionFailed { again: true },
        Self::ConnectionLost { addressable: false, again: false },
        Self::ConnectionLost { addressable: false, again: true },
        Self::ConnectionLost { addressable: true, again: false },
        Self::ConnectionLost { addressable: true, again: true },
        Self::Suspend,
        Self::Resume,
        Self::Ringout { free: false },
        Self::Ringout { free: true },
        Self::PathReserve,
        Self::Alerted,
        Self::CallEnded { by_caller: false },
        Self::CallEnded { by_caller: true },
        Self::CancelReceived,
        Self::Rejected,
        Self::Withdraw,
        Self::T2,
        Self::TbExec,
        Self::LinkBack,
    ];
}

/// What is done on the way from state to state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// CALL PROCEEDING, CONNECT with the result.
    AnswerRetained,
    /// CALL PROCEEDING, RELEASE with the result.
    AnswerReleased,
    /// RELEASE with shortTermRejection on the new connection.
    RefuseAgain,
    /// STATUS ENQUIRY on the callback's own connection, so that a dead one is found.
    Enquire,
    /// The far end has lost its record: clear the call and every other connection without APDU.
    StartOver,
    /// Start T2.
    StartT2,
    /// Start TB-EXEC.
    StartTbExec,
    /// Stop TB-EXEC.
    StopTbExec,
    /// Open no connection for the callback for a while (10 s), then look at user B again.
    RetryLater,
    /// Open no connection for the callback before the link has been up for a while (8 s).
    WaitForLink,
    /// One notice is spent.
    CountNotice,
    /// Tell user B's side that the request is accepted.
    TellAccepted,
    /// Tell user B's side that user A's was told.
    TellTold,
    /// Tell user B's side of the suspension.
    TellSuspended,
    /// Tell user B's side that it is over.
    TellResumed,
    /// Tell user B's side that the call is here.
    TellCompleting,
    /// FACILITY with ccExecPossible.
    NotifyOnConnection,
    /// SETUP with ccExecPossible.
    NotifyInSetup,
    /// Let the call ring user B.
    AdmitCall,
    /// Clear the new call, cause 17, with remoteUserBusyAgain.
    RefuseBusyAgain,
    /// Clear the new call, cause 31, with failureToMatch.
    RefuseMismatch,
    /// Clear the new call, cause 127, with failedDueToInterworking.
    RefusePathReserve,
    /// Clear the callback's call.
    ClearCall,
    /// ccCancel: in RELEASE of the connection, else in SETUP; owed until it has arrived.
    SayCancel,
    /// RELEASE of the connection without APDU, if it is still up.
    ReleaseConnection,
    /// Expect the far end to clear the connection; release it if it carries an unanswered ccExecPossible.
    ExpectEnd,
    /// The callback is over.
    End(EndCause),
    /// No row names this: count it.
    Ignore,
}

/// The whole machine: ECMA-186 as seen from user B's side, without service retention and path reservation.
pub type Step = fn(State, Happening) -> (State, &'static [Act]);

/// The next state and what to do on the way.
pub fn step(state: State, happening: Happening) -> (State, &'static [Act]) {
    use Act::{
        AdmitCall, AnswerReleased, AnswerRetained, ClearCall, CountNotice, End, Enquire, ExpectEnd, Ignore,
        NotifyInSetup, NotifyOnConnection, RefuseAgain, RefuseBusyAgain, RefuseMismatch, RefusePathReserve,
        ReleaseConnection, RetryLater, SayCancel, StartOver, StartT2, StartTbExec, StopTbExec, TellAccepted,
        TellCompleting, TellResumed, TellSuspended, TellTold, WaitForLink,
    };
    use EndCause::{BusyAgain, CallFailed, CancelledByA, CancelledByB, Connected, LinkLost, PeerGone};
    use Happening as H;
    use State::{Idle, InvokedRet, InvokedRls, Notified, Ringing, Suspended};

    match (state, happening) {
        (Idle, H::Request { retain: true }) => (InvokedRet, &[AnswerRetained, StartT2, TellAccepted]),
        (Idle, H::Request { retain: false }) => (InvokedRls, &[AnswerReleased, StartT2, TellAccepted]),
        (Idle, _) => (Idle, &[Ignore]),

        (_, H::RequestAgain { connected: true, .. }) => (state, &[RefuseAgain, Enquire]),
        (_, H::RequestAgain { connected: false, retain: true }) => {
            (InvokedRet, &[StopTbExec, StartOver, AnswerRetained])
        }
        (_, H::RequestAgain { connected: false, retain: false }) => {
            (InvokedRls, &[StopTbExec, StartOver, AnswerReleased])
        }

        (InvokedRet, H::Turn) => (Notified, &[NotifyOnConnection, StartTbExec, TellTold]),
        (InvokedRls, H::Turn) => (Notified, &[NotifyInSetup, StartTbExec, TellTold]),

        (InvokedRet, H::ConnectionLost { addressable: true, .. }) => (InvokedRls, &[WaitForLink]),
        // The suspension goes with it: user A, if still busy, answers the next notice with ccSuspend.
        (Suspended, H::ConnectionLost { addressable: true, .. }) => (InvokedRls, &[WaitForLink, TellResumed]),
        (InvokedRet | Suspended, H::ConnectionLost { addressable: false, .. }) => (Idle, &[End(LinkLost)]),
        (Notified, H::ConnectionFailed { again: true }) => {
            (InvokedRls, &[StopTbExec, CountNotice, RetryLater])
        }
        (Notified, H::ConnectionFailed { again: false }) => (Idle, &[StopTbExec, SayCancel, End(PeerGone)]),
        // User A may never have seen the notice.
        (Notified, H::ConnectionLost { addressable: true, again: true }) => {
            (InvokedRls, &[StopTbExec, CountNotice, WaitForLink])
        }
        (Notified, H::ConnectionLost { .. }) => (Notified, &[]),
        // The call decides.
        (Ringing, H::ConnectionLost { .. } | H::ConnectionFailed { .. }) => (Ringing, &[]),

        (Notified, H::Suspend) => (Suspended, &[StopTbExec, TellSuspended]),
        // It crossed our change of mind: user A believes the callback suspended.
        (InvokedRet, H::Suspend) => (Suspended, &[TellSuspended]),
        (Suspended | Ringing, H::Suspend) => (state, &[]),
        (Suspended, H::Resume) => (InvokedRet, &[TellResumed]),
        (InvokedRet | Notified | Ringing, H::Resume) => (state, &[]),

        (InvokedRet | InvokedRls | Notified | Suspended, H::Ringout { free: true }) => {
            (Ringing, &[StopTbExec, AdmitCall, TellCompleting])
        }
        (InvokedRet | InvokedRls | Notified | Suspended, H::Ringout { free: false }) => {
            (Idle, &[StopTbExec, RefuseBusyAgain, SayCancel, End(BusyAgain)])
        }
        (InvokedRet | InvokedRls | Notified | Suspended, H::PathReserve) => (state, &[RefusePathReserve]),
        // One call for one callback.
        (Ringing, H::Ringout { .. } | H::PathReserve) => (Ringing, &[RefuseMismatch]),

        (Ringing, H::Alerted) => (Idle, &[ExpectEnd, End(Connected)]),
        (Ringing, H::CallEnded { by_caller: true }) => (Idle, &[SayCancel, End(CancelledByA)]),
        (Ringing, H::CallEnded { by_caller: false }) => (Idle, &[SayCancel, End(CallFailed)]),
        (Ringing, H::CancelReceived) => (Idle, &[ClearCall, ReleaseConnection, End(CancelledByA)]),
        (Ringing, H::Withdraw) => (Idle, &[ClearCall, SayCancel, End(CancelledByB)]),
        (Ringing, H::T2) => (Ringing, &[]),

        (InvokedRet | InvokedRls | Notified | Suspended, H::CancelReceived) => {
            (Idle, &[ReleaseConnection, End(CancelledByA)])
        }
        (InvokedRet | InvokedRls | Notified | Suspended, H::Withdraw) => {
            (Idle, &[SayCancel, End(CancelledByB)])
        }
        (InvokedRet | InvokedRls | Notified | Suspended, H::T2) => (Idle, &[SayCancel, End(EndCause::T2)]),
        // User A's side cannot be told: better an end that both know of.
        (Notified, H::Rejected) => (Idle, &[StopTbExec, SayCancel, End(PeerGone)]),
        (InvokedRet | InvokedRls | Suspended, H::Rejected) => (Idle, &[SayCancel, End(PeerGone)]),
        (Notified, H::TbExec) => (Idle, &[SayCancel, End(EndCause::TbExec)]),

        // FACILITY has no acknowledgement: what a reset of the data link may have lost is said again.
        (Notified, H::LinkBack) => (Notified, &[NotifyOnConnection]),
        (InvokedRet | InvokedRls | Suspended | Ringing, H::LinkBack) => (state, &[]),

        // Late, repeated or out of place.
        (
            _,
            H::Request { .. }
            | H::Turn
            | H::ConnectionFailed { .. }
            | H::ConnectionLost { .. }
            | H::Suspend
            | H::Resume
            | H::Rejected
            | H::Alerted
            | H::CallEnded { .. }
            | H::TbExec,
        ) => (state, &[Ignore]),
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use core::fmt::Write;

    use super::*;

    #[test]
    fn the_table_is_the_reviewed_one() {
        let mut table = String::from("| state | happening | next | done |\n|---|---|---|---|\n");
        for state in State::ALL {
            for happening in Happening::ALL {
                let (next, acts) = step(state, happening);
                writeln!(table, "| {state:?} | {happening:?} | {next:?} | {acts:?} |").unwrap();
            }
        }
        insta::assert_snapshot!("terminating_table", table);
    }

    #[test]
    fn every_way_to_idle_ends_the_callback_exactly_once() {
        for state in State::ALL {
            for happening in Happening::ALL {
                let (next, acts) = step(state, happening);
                let told = acts.iter().filter(|act| matches!(act, Act::End(_))).count();
                let ends = state != State::Idle && next == State::Idle;
                assert_eq!(told, usize::from(ends), "{state:?} {happening:?}");
                if ends {
                    assert!(matches!(acts.last(), Some(Act::End(_))), "{state:?} {happening:?}");
                }
            }
        }
    }

    #[test]
    fn tb_exec_runs_only_while_user_a_is_expected() {
        for state in State::ALL {
            for happening in Happening::ALL {
                let (next, acts) = step(state, happening);
                let starts = acts.contains(&Act::StartTbExec);
                let stops = acts.contains(&Act::StopTbExec);
                if next == State::Notified && state != State::Notified {
                    assert!(starts, "{state:?} {happening:?}");
                }
                let leaves = state == State::Notified && !matches!(next, State::Notified | State::Idle);
                assert!(!leaves || stops, "{state:?} {happening:?}");
            }
        }
    }
}
