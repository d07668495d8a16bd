use crate::{EndCause, originating::Refusal};

/// The states of a callback at user A's side.
///
/// The standard: ECMA-186; CC-Wait-User-A and CC-Ringout are our names. "CC-Wait-Ack, cancelled" is CC-Wait-Ack
/// after user A has given up: the outcome is awaited and then undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// No callback.
    Idle,
    /// The request is sent, T1 runs.
    WaitAck,
    /// The same, and user A has given up.
    WaitAckCancelled,
    /// Accepted, the connection is up; waiting for ccExecPossible.
    InvokedRet,
    /// Accepted, no connection; waiting for ccExecPossible in a new one.
    InvokedRls,
    /// User B is free, user A is busy; ccSuspend is sent.
    Suspended,
    /// The recall is being offered to user A, T3 runs.
    WaitUserA,
    /// ccRingout is sent; waiting for ALERTING, CONNECT or failure.
    Ringout,
}

impl State {
    /// All states.
    pub const ALL: [Self; 8] = [
        Self::Idle,
        Self::WaitAck,
        Self::WaitAckCancelled,
        Self::InvokedRet,
        Self::InvokedRls,
        Self::Suspended,
        Self::WaitUserA,
        Self::Ringout,
    ];

    /// The name in lists: the standard's, but for CC-Wait-User-A and CC-Ringout, which are ours.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Idle => "CC-Idle",
            Self::WaitAck | Self::WaitAckCancelled => "CC-Wait-Ack",
            Self::InvokedRet => "CC-Invoked-A-RET",
            Self::InvokedRls => "CC-Invoked-A-RLS",
            Self::Suspended => "CC-Suspended-A",
            Self::WaitUserA => "CC-Wait-User-A",
            Self::Ringout => "CC-Ringout",
        }
    }
}

/// What happens to a callback, with what its guard needs. "Connection" is the one that belongs to the callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// User A asks for it.
    Request,
    /// The result came and the connection stays up.
    Retained,
    /// The result came in RELEASE.
    Released {
        /// Retention was demanded.
        demanded: bool,
    },
    /// Return error or reject of the request.
    Refused {
        /// shortTermRejection.
        short: bool,
    },
    /// The connection was refused without an APDU, or could not be opened.
    ConnectionRefused,
    /// The connection ended in any other way without ccCancel.
    ConnectionLost {
        /// User A has a number by which the far end can open a new one.
        addressable: bool,
    },
    /// ccExecPossible in FACILITY on the connection.
    ExecFacility {
        /// User A is busy.
        busy: bool,
    },
    /// ccExecPossible in the SETUP of a new connection.
    ExecSetup {
        /// User A is busy.
        busy: bool,
    },
    /// ccCancel, in whatever message.
    CancelReceived,
    /// Reject of the last ccSuspend or ccResume.
    Rejected,
    /// User A ends it.
    CancelByUser,
    /// User A becomes busy.
    UserBusy {
        /// The connection is up.
        connected: bool,
    },
    /// User A becomes free.
    UserFree,
    /// User A takes the recall.
    Answered,
    /// T1 expires.
    T1,
    /// T2 expires.
    T2,
    /// T3 expires.
    T3,
    /// ALERTING or CONNECT for the call, without an answer to ccRingout.
    CallProgress,
    /// ccRingout was answered with remoteUserBusyAgain, or the call was cleared with its cause.
    CallBusyAgain,
    /// ccRingout was answered with failureToMatch.
    CallMismatch,
    /// ccRingout was answered otherwise, or the call was cleared otherwise.
    CallFailed,
    /// The data link came back below a connection that survived.
    LinkBack {
        /// ccResume was sent after the last ccExecPossible.
        resumed: bool,
    },
}

impl Happening {
    /// All, with each value of their guards.
    pub const ALL: [Self; 29] = [
        Self::Request,
        Self::Retained,
        Self::Released { demanded: false },
        Self::Released { demanded: true },
        Self::Refused { short: false },
        Self::Refused { short: true },
        Self::ConnectionRefused,
        Self::ConnectionLost { addressable: false },
        Self::ConnectionLost { addressable: true },
        Self::ExecFacility { busy: false },
        Self::ExecFacility { busy: true },
        Self::ExecSetup { busy: false },
        Self::ExecSetup { busy: true },
        Self::CancelReceived,
        Self::Rejected,
        Self::CancelByUser,
        Self::UserBusy { connected: false },
        Self::UserBusy { connected: true },
        Self::UserFree,
        Self::Answered,
        Self::T1,
        Self::T2,
        Self::T3,
        Self::CallProgress,
        Self::CallBusyAgain,
        Self::CallMismatch,
        Self::CallFailed,
        Self::LinkBack { resumed: false },
        Self::LinkBack { resumed: true },
    ];
}

/// What is done on the way from state to state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// SETUP with ccbsRequest or ccnrRequest.
    SendRequest,
    /// Start T1.
    StartT1,
    /// Stop T1.
    StopT1,
    /// Start T2.
    StartT2,
    /// Start T3.
    StartT3,
    /// Stop T3.
    StopT3,
    /// Tell user A that the request is accepted.
    TellAccepted,
    /// Offer the recall to user A.
    OfferRecall,
    /// Tell user A that user B is free, but user A is not.
    TellSuspended,
    /// Tell user A that the suspension is over.
    TellResumed,
    /// Tell user A that user B is being rung.
    TellRecalled,
    /// FACILITY with ccSuspend.
    Suspend,
    /// FACILITY with ccResume.
    Resume,
    /// CONNECT the new connection in place of the old one, which is released without APDU.
    Adopt,
    /// The same, with ccSuspend in the CONNECT.
    AdoptSuspending,
    /// Refuse the new connection with ccCancel.
    RejectOffered,
    /// SETUP of the call with ccRingout.
    PlaceCall,
    /// Clear the call.
    ClearCall,
    /// ccCancel: in RELEASE of the connection, else in SETUP; owed until it has arrived.
    SayCancel,
    /// The purpose is reached: ccCancel in RELEASE of the connection, owed likewise; nothing without one.
    SayCompleted,
    /// ccCancel in RELEASE of the connection, if it is still up.
    CancelConnection,
    /// RELEASE of the connection without APDU, if it is still up.
    ReleaseConnection,
    /// The request came to nothing.
    Refuse(Refusal),
    /// The callback is over.
    End(EndCause),
    /// No row names this: count it.
    Ignore,
}

/// The whole machine: ECMA-186 as seen from user A's side, without service retention and path reservation.
pub type Step = fn(State, Happening) -> (State, &'static [Act]);

/// The next state and what to do on the way.
pub fn step(state: State, happening: Happening) -> (State, &'static [Act]) {
    use Act::{
        Adopt, AdoptSuspending, CancelConnection, ClearCall, End, Ignore, OfferRecall, PlaceCall, Refuse,
        RejectOffered, ReleaseConnection, Resume, SayCancel, SayCompleted, SendRequest, StartT1, StartT2,
        StartT3, StopT1, StopT3, Suspend, TellAccepted, TellRecalled, TellResumed, TellSuspended,
    };
    use EndCause::{
        BusyAgain, CallFailed, CancelledByA, CancelledByB, Connected, FailureToMatch, LinkLost, PeerGone,
    };
    use Happening as H;
    use State::{Idle, InvokedRet, InvokedRls, Ringout, Suspended, WaitAck, WaitAckCancelled, WaitUserA};

    match (state, happening) {
        (Idle, H::Request) => (WaitAck, &[SendRequest, StartT1]),

        (WaitAck, H::Retained) => (InvokedRet, &[StopT1, StartT2, TellAccepted]),
        (WaitAck, H::Released { demanded: false }) => (InvokedRls, &[StopT1, StartT2, TellAccepted]),
        (WaitAck, H::Released { demanded: true }) => {
            (Idle, &[StopT1, SayCancel, Refuse(Refusal::NotRetained)])
        }
        (WaitAck, H::Refused { short: true }) => {
            (Idle, &[StopT1, ReleaseConnection, Refuse(Refusal::ShortTerm)])
        }
        (WaitAck, H::Refused { short: false }) => {
            (Idle, &[StopT1, ReleaseConnection, Refuse(Refusal::LongTerm)])
        }
        (WaitAck, H::ConnectionRefused) => (Idle, &[StopT1, Refuse(Refusal::NotAvailable)]),
        // The far end may hold the request: it has to hear that nobody waits for it.
        (WaitAck, H::ConnectionLost { .. }) => (Idle, &[StopT1, SayCancel, Refuse(Refusal::LinkLost)]),
        (WaitAck, H::T1) => (Idle, &[SayCancel, Refuse(Refusal::NoAnswer)]),
        // The result was lost in a reset of the data link; the request is accepted.
        (WaitAck, H::ExecFacility { busy: false }) => {
            (WaitUserA, &[StopT1, StartT2, TellAccepted, OfferRecall, StartT3])
        }
        (WaitAck, H::ExecFacility { busy: true }) => {
            (Suspended, &[StopT1, StartT2, TellAccepted, Suspend, TellSuspended])
        }
        // The result was lost, or the far end speaks of an older callback: the two cannot be told apart.
        (WaitAck, H::ExecSetup { .. }) => {
            (Idle, &[StopT1, RejectOffered, SayCancel, Refuse(Refusal::TryAgain)])
        }
        (WaitAck, H::CancelReceived) => (Idle, &[StopT1, CancelConnection, Refuse(Refusal::Withdrawn)]),
        (WaitAck, H::CancelByUser) => (WaitAckCancelled, &[]),

        (
            WaitAckCancelled,
            H::Retained | H::Released { .. } | H::ConnectionLost { .. } | H::ExecFacility { .. } | H::T1,
        ) => (Idle, &[StopT1, SayCancel, End(CancelledByA)]),
        (WaitAckCancelled, H::Refused { .. }) => (Idle, &[StopT1, ReleaseConnection, End(CancelledByA)]),
        (WaitAckCancelled, H::ConnectionRefused) => (Idle, &[StopT1, End(CancelledByA)]),
        (WaitAckCancelled, H::ExecSetup { .. }) => {
            (Idle, &[StopT1, RejectOffered, SayCancel, End(CancelledByA)])
        }
        (WaitAckCancelled, H::CancelReceived) => (Idle, &[StopT1, CancelConnection, End(CancelledByA)]),

        (InvokedRet, H::ExecFacility { busy: false }) => (WaitUserA, &[OfferRecall, StartT3]),
        (InvokedRet, H::ExecFacility { busy: true }) => (Suspended, &[Suspend, TellSuspended]),
        (InvokedRet | InvokedRls, H::ExecSetup { busy: false }) => {
            (WaitUserA, &[Adopt, OfferRecall, StartT3])
        }
        (InvokedRet | InvokedRls, H::ExecSetup { busy: true }) => {
            (Suspended, &[AdoptSuspending, TellSuspended])
        }
        (InvokedRet, H::ConnectionLost { addressable: true }) => (InvokedRls, &[]),
        // FACILITY has no acknowledgement: what a reset of the data link may have lost is said again.
        (InvokedRet, H::LinkBack { resumed: true }) => (InvokedRet, &[Resume]),

        (Suspended, H::UserFree) => (InvokedRet, &[Resume, TellResumed]),
        (Suspended, H::ExecFacility { .. } | H::LinkBack { .. }) => (Suspended, &[Suspend]),
        (Suspended, H::ExecSetup { .. }) => (Suspended, &[AdoptSuspending]),
        (Suspended, H::ConnectionLost { addressable: true }) => (InvokedRls, &[TellResumed]),

        (InvokedRet | Suspended, H::ConnectionLost { addressable: false }) => (Idle, &[End(LinkLost)]),
        (InvokedRet | InvokedRls | Suspended, H::CancelReceived) => {
            (Idle, &[ReleaseConnection, End(CancelledByB)])
        }
        (InvokedRet | InvokedRls | Suspended, H::CancelByUser) => (Idle, &[SayCancel, End(CancelledByA)]),
        (InvokedRet | InvokedRls | Suspended, H::T2) => (Idle, &[SayCancel, End(EndCause::T2)]),

        // The far end cannot follow us: better an end that both know of.
        (InvokedRet | InvokedRls | Suspended, H::Rejected) => (Idle, &[SayCancel, End(PeerGone)]),
        (WaitUserA, H::Rejected) => (Idle, &[StopT3, SayCancel, End(PeerGone)]),

        (WaitUserA, H::Answered) => (Ringout, &[StopT3, PlaceCall]),
        (WaitUserA, H::UserBusy { connected: true }) => (Suspended, &[StopT3, Suspend, TellSuspended]),
        // ccSuspend has no way to travel, and ccResume would have none.
        (WaitUserA, H::UserBusy { connected: false }) => (Idle, &[StopT3, SayCancel, End(LinkLost)]),
        (WaitUserA, H::T3) => (Idle, &[SayCancel, End(EndCause::T3)]),
        (WaitUserA, H::CancelByUser) => (Idle, &[StopT3, SayCancel, End(CancelledByA)]),
        (WaitUserA, H::T2) => (Idle, &[StopT3, SayCancel, End(EndCause::T2)]),
        (WaitUserA, H::CancelReceived) => (Idle, &[StopT3, ReleaseConnection, End(CancelledByB)]),

        (Ringout, H::CallProgress) => (Idle, &[TellRecalled, SayCompleted, End(Connected)]),
        (Ringout, H::CallBusyAgain) => (Idle, &[SayCancel, End(BusyAgain)]),
        (Ringout, H::CallMismatch) => (Idle, &[SayCancel, End(FailureToMatch)]),
        (Ringout, H::CallFailed) => (Idle, &[SayCancel, End(CallFailed)]),
        (Ringout, H::CancelByUser) => (Idle, &[ClearCall, SayCancel, End(CancelledByA)]),
        // It may follow ALERTING (libpri) or cross ccRingout: the call decides.
        (Ringout, H::CancelReceived) => (Ringout, &[ReleaseConnection]),
        (Ringout, H::T2) => (Ringout, &[]),

        // Said again after a loss of the link: the recall goes on, nobody's phone rings anew.
        (WaitUserA | Ringout, H::ExecFacility { .. }) => (state, &[]),
        (WaitUserA | Ringout, H::ExecSetup { .. }) => (state, &[Adopt]),
        // User B can still be called.
        (WaitUserA | Ringout, H::ConnectionLost { .. }) => (state, &[]),

        // No protocol event, and nothing to do for it.
        (_, H::UserBusy { .. } | H::UserFree | H::LinkBack { .. }) => (state, &[]),
        (WaitAckCancelled, H::CancelByUser) => (state, &[]),
        // Late, repeated or out of place.
        (
            _,
            H::Request
            | H::Retained
            | H::Released { .. }
            | H::Refused { .. }
            | H::ConnectionRefused
            | H::ConnectionLost { .. }
            | H::ExecFacility { .. }
            | H::ExecSetup { .. }
            | H::CancelReceived
            | H::Rejected
            | H::CancelByUser
            | H::Answered
            | H::T1
            | H::T2
            | H::T3
            | H::CallProgress
            | H::CallBusyAgain
            | H::CallMismatch
            | H::CallFailed,
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
        insta::assert_snapshot!("originating_table", table);
    }

    #[test]
    fn every_way_to_idle_tells_user_a_exactly_once() {
        for state in State::ALL {
            for happening in Happening::ALL {
                let (next, acts) = step(state, happening);
                let told = acts.iter().filter(|act| matches!(act, Act::End(_) | Act::Refuse(_))).count();
                let ends = state != State::Idle && next == State::Idle;
                assert_eq!(told, usize::from(ends), "{state:?} {happening:?}");
                if ends {
                    assert!(
                        matches!(acts.last(), Some(Act::End(_) | Act::Refuse(_))),
                        "{state:?} {happening:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn whoever_ends_a_callback_says_it_unless_the_far_end_did() {
        for state in State::ALL.into_iter().filter(|state| *state != State::Idle) {
            for happening in Happening::ALL {
                let (next, acts) = step(state, happening);
                let far_end_knows = matches!(
                    happening,
                    Happening::CancelReceived | Happening::Refused { .. } | Happening::ConnectionRefused
                ) || happening == Happening::ConnectionLost { addressable: false };
                if next == State::Idle && !far_end_knows {
                    let said = acts.contains(&Act::SayCancel) || acts.contains(&Act::SayCompleted);
                    assert!(said, "{state:?} {happening:?}");
                }
            }
        }
    }
}
