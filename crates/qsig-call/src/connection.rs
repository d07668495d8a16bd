//! The step table of a call-independent signalling connection: ECMA-165. It has no channel, no DISCONNECT of its
//! own and no ALERTING; an incompatible STATUS never clears it, because libpri reports state 6 on a good one.

use qsig_core::Cause;
use qsig_q931::MessageType::{
    CallProceeding, Connect, ConnectAcknowledge, Facility, Notify, Release, ReleaseComplete, Setup, Status,
    StatusEnquiry,
};

use crate::{
    State, Stimulus, Timer,
    Timer::{T303, T308, T309, T310, T313, T322, TAudit},
    action::{
        Action::{
            self, End, FirstTry, HoldFacility, Log, NewCall, NextTry, Refuse, Resend, Restart, Send,
            SendHeld, Start, Stop, StopAll, Tell, TellClearing,
        },
        Answer, News,
        Why::{Bad, Because, Usual},
        answers::{CANNOT_HAPPEN, DISCARD, LOG, REFUSE, STATUS, UNEXPECTED, UNKNOWN_TYPE},
    },
    state::short::{S0, S1, S3, S6, S8, S9, S10, S10L, S19},
    stimulus::{Ack, Direction, Enquiry, Heard, Offer, Room, Turn, Watch, Wish},
};

/// The answer of a connection in `state` to `stimulus`.
pub(crate) fn step(state: State, stimulus: Stimulus) -> Answer {
    match (state, stimulus) {
        // A state of calls.
        (
            State::OverlapSending
            | State::CallDelivered
            | State::CallReceived
            | State::DisconnectRequest
            | State::DisconnectIndication
            | State::OverlapReceiving,
            _,
        ) => (state, CANNOT_HAPPEN),
        (S0, stimulus) => null(stimulus),
        // The data link is down, and d.UP comes before any message.
        (S10L, Stimulus::Heard(_)) => (S10L, CANNOT_HAPPEN),
        (_, Stimulus::Heard(heard)) => message(state, heard),
        (_, Stimulus::Wished(wish)) => request(state, wish),
        (_, Stimulus::Expired(timer, turn)) => expiry(state, timer, turn),
        (_, stimulus) => link(state, stimulus),
    }
}

fn null(stimulus: Stimulus) -> Answer {
    match stimulus {
        Stimulus::Heard(Heard::Setup(offer)) => match offer {
            Offer::Flag1 => (S0, DISCARD),
            Offer::Usable => (S6, &[NewCall, Tell(News::Setup)]),
            Offer::Missing => (S0, &[Send(ReleaseComplete, Because(Cause::MANDATORY_IE_MISSING))]),
            Offer::BadContents => (S0, &[Send(ReleaseComplete, Because(Cause::INVALID_IE_CONTENTS))]),
            Offer::LimitReached => (S0, &[Send(ReleaseComplete, Because(Cause::RESOURCE_UNAVAILABLE))]),
            // No channel is looked at.
            _ => (S0, CANNOT_HAPPEN),
        },
        Stimulus::Wished(Wish::Setup(Room::LinkDown)) => {
            (S0, &[Refuse(Because(Cause::DESTINATION_OUT_OF_ORDER))])
        }
        Stimulus::Wished(Wish::Setup(_)) => (S1, &[NewCall, Send(Setup, Usual), Start(T303)]),
        Stimulus::Wished(_) => (S0, REFUSE),
        Stimulus::LinkUp | Stimulus::LinkReset | Stimulus::LinkDown => (S0, DISCARD),
        // An unknown reference has no kind: the table of calls answers.
        _ => (S0, CANNOT_HAPPEN),
    }
}

fn message(state: State, heard: Heard) -> Answer {
    match (heard, state) {
        (Heard::Setup(_) | Heard::StatusBad, _) => (state, DISCARD),
        (Heard::Facility, _) => (state, &[Tell(News::Facility)]),
        (Heard::Unknown, _) => (state, UNKNOWN_TYPE),
        (Heard::Restart, _) => (state, UNEXPECTED),
        (Heard::ChannelBad, _) => (state, CANNOT_HAPPEN),

        (Heard::Release | Heard::BadRelease, S19) => (S0, &[End(Usual)]),
        (Heard::Release, _) => (S0, &[Send(ReleaseComplete, Usual), End(Usual)]),
        (Heard::BadRelease, _) => (S0, &[Send(ReleaseComplete, Bad), End(Usual)]),
        (Heard::ReleaseComplete | Heard::StatusNull, _) => (S0, &[End(Usual)]),
        (Heard::BadReleaseComplete, _) => (S0, &[End(Because(Cause::NORMAL_UNSPECIFIED))]),

        (Heard::StatusEnquiry, _) => (state, STATUS),
        (Heard::StatusIncompatible(_), S19) => (state, CANNOT_HAPPEN),
        (Heard::StatusCompatible | Heard::StatusIncompatible(_), S1 | S6 | S19) => (state, LOG),
        (Heard::StatusCompatible | Heard::StatusIncompatible(_), _) => (state, &[Stop(T322), Log]),

        // Messages that cross our RELEASE.
        (_, S19) => (state, DISCARD),
        (Heard::Disconnect, _) => (S19, &[StopAll, Send(Release, Usual), Start(T308), TellClearing(Usual)]),
        (Heard::BadDisconnect, _) => (S19, &[StopAll, Send(Release, Bad), Start(T308), TellClearing(Bad)]),
        (Heard::BadOther, _) => (state, &[Send(Status, Bad)]),
        (Heard::Notify, _) => (state, &[Tell(News::Notify)]),

        (Heard::CallProceeding(Watch::T310), S1) => {
            (S3, &[Stop(T303), Start(T310), SendHeld, Tell(News::Proceeding)])
        }
        (Heard::CallProceeding(Watch::TAudit), S1) => {
            (S3, &[Stop(T303), Start(TAudit), SendHeld, Tell(News::Proceeding)])
        }
        (Heard::Connect(_), S1) => (
            S10,
            &[Stop(T303), Start(TAudit), Send(ConnectAcknowledge, Usual), SendHeld, Tell(News::Connected)],
        ),
        (Heard::Connect(_), S3) => {
            (S10, &[Stop(T310), Restart(TAudit), Send(ConnectAcknowledge, Usual), Tell(News::Connected)])
        }
        (Heard::Connect(Direction::Outgoing), S10) => (state, &[Send(ConnectAcknowledge, Usual)]),
        (Heard::ConnectAcknowledge, S8) => (S10, &[Stop(T313), Start(TAudit), Tell(News::Connected)]),
        (Heard::ConnectAcknowledge, S10) => (state, DISCARD),
        (_, _) => (state, UNEXPECTED),
    }
}

fn request(state: State, wish: Wish) -> Answer {
    match (wish, state) {
        (Wish::Proceeding, S6) => (S9, &[Send(CallProceeding, Usual), SendHeld, Start(TAudit)]),
        (Wish::Connect(Ack::Wanted), S6) => (S8, &[Send(Connect, Usual), SendHeld, Start(T313)]),
        (Wish::Connect(Ack::Wanted), S9) => (S8, &[Stop(TAudit), Send(Connect, Usual), Start(T313)]),
        (Wish::Connect(Ack::NotWanted), S6) => {
            (S10, &[Send(Connect, Usual), SendHeld, Start(TAudit), Tell(News::Connected)])
        }
        (Wish::Connect(Ack::NotWanted), S9) => (S10, &[Send(Connect, Usual), Tell(News::Connected)]),

        (Wish::Facility, S1 | S6) => (state, &[HoldFacility]),
        (Wish::Facility | Wish::Notify | Wish::StatusEnquiry(_), S1 | S6 | S10L | S19) => (state, REFUSE),
        (Wish::Facility, _) => (state, &[Send(Facility, Usual)]),
        (Wish::Notify, _) => (state, &[Send(Notify, Usual)]),
        (Wish::StatusEnquiry(Enquiry::Idle), _) => {
            (state, &[FirstTry, Send(StatusEnquiry, Usual), Start(T322)])
        }
        (Wish::StatusEnquiry(Enquiry::Running), _) => (state, DISCARD),

        (Wish::Release, S6) => (S0, &[Send(ReleaseComplete, Usual), End(Usual)]),
        (Wish::Release, S10L) => (S0, &[End(Usual)]),
        (Wish::Release, S19) => (state, DISCARD),
        // RELEASE in 1 too: a peer that never saw SETUP answers RELEASE COMPLETE 81.
        (Wish::Release, _) => (S19, &[StopAll, Send(Release, Usual), Start(T308)]),
        _ => (state, REFUSE),
    }
}

/// RELEASE with a cause.
const fn clear(cause: Cause) -> [Action; 4] {
    [StopAll, Send(Release, Because(cause)), Start(T308), TellClearing(Because(cause))]
}

const CLEAR_RECOVERY: &[Action] = &clear(Cause::RECOVERY_ON_TIMER_EXPIRY);
const CLEAR_NO_STATUS: &[Action] = &clear(Cause::TEMPORARY_FAILURE);

fn expiry(state: State, timer: Timer, turn: Turn) -> Answer {
    match (timer, turn, state) {
        (T303, Turn::First, S1) => (state, &[Resend(Setup), Start(T303)]),
        (T303, Turn::Last, S1) => (
            S0,
            &[
                Send(ReleaseComplete, Because(Cause::RECOVERY_ON_TIMER_EXPIRY)),
                End(Because(Cause::RECOVERY_ON_TIMER_EXPIRY)),
            ],
        ),
        (T308, Turn::First, S19) => (state, &[Resend(Release), Start(T308)]),
        (T308, Turn::Last, S19) => (S0, &[End(Usual)]),
        (T309, _, S10L) => (S0, &[End(Because(Cause::DESTINATION_OUT_OF_ORDER))]),
        (T310, _, S3) | (T313, _, S8) => (S19, CLEAR_RECOVERY),
        (T322, Turn::First, S3 | S8 | S9 | S10) => {
            (state, &[NextTry, Send(StatusEnquiry, Usual), Start(T322)])
        }
        (T322, Turn::Last, S3 | S8 | S9 | S10) => (S19, CLEAR_NO_STATUS),
        (TAudit, _, S3 | S9 | S10) => {
            (state, &[Start(TAudit), FirstTry, Restart(T322), Send(StatusEnquiry, Usual)])
        }
        // It does not run in this state.
        _ => (state, CANNOT_HAPPEN),
    }
}

fn link(state: State, stimulus: Stimulus) -> Answer {
    match (stimulus, state) {
        (Stimulus::LinkDown, S10) => (S10L, &[StopAll, Start(T309), Tell(News::LinkLost)]),
        (Stimulus::LinkDown, S10L) => (state, DISCARD),
        (Stimulus::LinkDown, _) => (S0, &[End(Because(Cause::DESTINATION_OUT_OF_ORDER))]),
        (Stimulus::LinkUp, S10L) => (
            S10,
            &[
                Stop(T309),
                FirstTry,
                Start(TAudit),
                Send(StatusEnquiry, Usual),
                Start(T322),
                Tell(News::LinkBack),
            ],
        ),
        (Stimulus::LinkReset, S3 | S8 | S9 | S10) => {
            (state, &[FirstTry, Restart(T322), Send(StatusEnquiry, Usual)])
        }
        (Stimulus::LinkReset, S10L) => (state, CANNOT_HAPPEN),
        (Stimulus::LinkReset, _) => (state, DISCARD),
        (Stimulus::Clear, _) => (S0, &[End(Because(Cause::TEMPORARY_FAILURE))]),
        // A connection lives through a failure of the link in 10L only, and it has no channel.
        _ => (state, CANNOT_HAPPEN),
    }
}
