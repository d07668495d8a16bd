//! Expiries. Clause: Q.931 9; TAUDIT is our choice.

use qsig_core::Cause;
use qsig_q931::MessageType::{CallProceeding, Disconnect, Release, ReleaseComplete, Setup, StatusEnquiry};

use crate::{
    State, Timer,
    Timer::{T301, T302, T303, T304, T305, T308, T309, T310, T313, T322, TAudit},
    action::{
        Action::{
            self, AskRestart, BlockChannel, End, FirstTry, Mismatch, NextTry, Resend, Restart, Send, Start,
            StopAll, Tell, TellClearing,
        },
        Answer, News,
        Why::{Because, Usual},
        answers::CANNOT_HAPPEN,
    },
    state::short::{S0, S1, S2, S3, S4, S7, S8, S9, S10, S10L, S11, S19, S25},
    stimulus::Turn,
};

/// DISCONNECT with a cause.
const fn clear(cause: Cause) -> [Action; 4] {
    [StopAll, Send(Disconnect, Because(cause)), Start(T305), TellClearing(Because(cause))]
}

const CLEAR_RECOVERY: &[Action] = &clear(Cause::RECOVERY_ON_TIMER_EXPIRY);
const CLEAR_NO_ANSWER: &[Action] = &clear(Cause::NO_ANSWER_FROM_USER);
const CLEAR_INCOMPLETE: &[Action] = &clear(Cause::INVALID_NUMBER_FORMAT);
const CLEAR_NO_STATUS: &[Action] = &clear(Cause::TEMPORARY_FAILURE);

pub(super) fn step(state: State, timer: Timer, turn: Turn) -> Answer {
    match (timer, turn, state) {
        (T301, _, S4) => (S11, CLEAR_NO_ANSWER),
        (T301, _, S2 | S3) | (T304, _, S2) | (T310, _, S3) | (T313, _, S8) => (S11, CLEAR_RECOVERY),
        (T302, Turn::First, S25) => {
            (S9, &[Send(CallProceeding, Usual), Start(TAudit), Tell(News::InformationComplete)])
        }
        (T302, Turn::Last, S25) => (S11, CLEAR_INCOMPLETE),
        (T303, Turn::First, S1) => (state, &[Resend(Setup), Start(T303)]),
        (T303, Turn::Last, S1) => (
            S0,
            &[
                Send(ReleaseComplete, Because(Cause::RECOVERY_ON_TIMER_EXPIRY)),
                End(Because(Cause::RECOVERY_ON_TIMER_EXPIRY)),
            ],
        ),
        (T305, _, S11) => (S19, &[Send(Release, Usual), Start(T308)]),
        (T308, Turn::First, S19) => (state, &[Resend(Release), Start(T308)]),
        (T308, Turn::Last, S19) => (S0, &[End(Usual), BlockChannel, AskRestart]),
        (T309, _, S10L) => (S0, &[End(Because(Cause::DESTINATION_OUT_OF_ORDER))]),
        (T322, Turn::First, S2 | S3 | S4 | S7 | S8 | S9 | S10 | S25) => {
            (state, &[NextTry, Send(StatusEnquiry, Usual), Start(T322)])
        }
        (T322, Turn::Last, S2 | S3 | S4 | S7 | S8 | S9 | S10 | S25) => (S11, CLEAR_NO_STATUS),
        // 7, 9 and 10 have no timer in the standard. Two ends were seen to stay apart for ever, one in 7 or 9
        // and the other in 0, when the one RELEASE COMPLETE that could tell was lost in a link reset.
        (TAudit, _, S7 | S9 | S10) => {
            (state, &[Start(TAudit), Mismatch(false), FirstTry, Restart(T322), Send(StatusEnquiry, Usual)])
        }
        // It does not run in this state.
        _ => (state, CANNOT_HAPPEN),
    }
}
