//! The data link, restart and glare. Clause: Q.931 5.8.8, 5.8.9, 5.5; glare: 5.7.

use qsig_core::Cause;
use qsig_q931::MessageType::{Disconnect, StatusEnquiry};

use crate::{
    State, Stimulus,
    Timer::{T305, T309, T322, TAudit},
    action::{
        Action::{
            End, FirstTry, GiveChannel, Mismatch, Restart, Send, Start, Stop, StopAll, Tell, TellClearing,
        },
        Answer, News,
        Why::{Because, Usual},
        answers::{CANNOT_HAPPEN, DISCARD},
    },
    state::short::{S0, S1, S2, S3, S4, S7, S8, S9, S10, S10L, S11, S25},
};

pub(super) fn step(state: State, stimulus: Stimulus) -> Answer {
    match (stimulus, state) {
        (Stimulus::LinkDown, S10) => (S10L, &[StopAll, Start(T309), Tell(News::LinkLost)]),
        (Stimulus::LinkDown, S10L) => (state, DISCARD),
        (Stimulus::LinkDown, _) => (S0, &[End(Because(Cause::DESTINATION_OUT_OF_ORDER))]),
        (Stimulus::LinkUp, S10L) => (
            S10,
            &[
                Stop(T309),
                Mismatch(false),
                FirstTry,
                Start(TAudit),
                Send(StatusEnquiry, Usual),
                Start(T322),
                Tell(News::LinkBack),
            ],
        ),
        (Stimulus::LinkReset, S2 | S25) => (
            S11,
            &[
                StopAll,
                Send(Disconnect, Because(Cause::TEMPORARY_FAILURE)),
                Start(T305),
                TellClearing(Because(Cause::TEMPORARY_FAILURE)),
            ],
        ),
        // The peer may have seen a failure where we saw a reset, and then has cleared all but Active calls.
        (Stimulus::LinkReset, S3 | S4 | S7 | S8 | S9 | S10) => {
            (state, &[Mismatch(false), FirstTry, Restart(T322), Send(StatusEnquiry, Usual)])
        }
        (Stimulus::LinkReset, S10L) => (state, CANNOT_HAPPEN),
        // What was under way is repeated by its own timer.
        (Stimulus::LinkReset, _) => (state, DISCARD),
        (Stimulus::Clear, _) => (S0, &[End(Because(Cause::TEMPORARY_FAILURE))]),
        (Stimulus::Glare, S1) => (state, &[GiveChannel]),
        // A call lives through a failure of the link in 10L only; glare is with an unanswered SETUP of ours.
        _ => (state, CANNOT_HAPPEN),
    }
}
