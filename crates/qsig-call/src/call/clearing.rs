//! Clearing messages, STATUS and STATUS ENQUIRY. Clause: Q.931 5.3, 5.8.10, 5.8.11.

use qsig_core::Cause;
use qsig_q931::MessageType::{Disconnect, Release, ReleaseComplete, StatusEnquiry};

use crate::{
    State,
    Timer::{T305, T308, T322},
    action::{
        Action::{End, FirstTry, Mismatch, Restart, Send, Start, Stop, StopAll, Tell, TellClearing},
        Answer, News,
        Why::{Bad, Because, Usual},
        answers::{CANNOT_HAPPEN, DISCARD, LOG, STATUS},
    },
    state::short::{S0, S1, S6, S11, S12, S19},
    stimulus::{Heard, Turn},
};

pub(super) fn step(state: State, heard: Heard) -> Answer {
    match (heard, state) {
        (Heard::Disconnect | Heard::BadDisconnect, S12 | S19) => (state, DISCARD),
        (Heard::Disconnect, S11) => (S19, &[StopAll, Send(Release, Usual), Start(T308)]),
        (Heard::Disconnect, _) => (S12, &[StopAll, Tell(News::Disconnect)]),
        (Heard::BadDisconnect, S11) => (S19, &[StopAll, Send(Release, Bad), Start(T308)]),
        (Heard::BadDisconnect, _) => (S19, &[StopAll, Send(Release, Bad), Start(T308), TellClearing(Bad)]),

        (Heard::Release | Heard::BadRelease, S19) => (S0, &[End(Usual)]),
        // In 11 and 12 RELEASE is not the first clearing message and needs no cause.
        (Heard::Release, _) | (Heard::BadRelease, S11 | S12) => {
            (S0, &[Send(ReleaseComplete, Usual), End(Usual)])
        }
        (Heard::BadRelease, _) => (S0, &[Send(ReleaseComplete, Bad), End(Usual)]),
        (Heard::ReleaseComplete | Heard::StatusNull, _) => (S0, &[End(Usual)]),
        (Heard::BadReleaseComplete, _) => (S0, &[End(Because(Cause::NORMAL_UNSPECIFIED))]),

        (Heard::StatusEnquiry, _) => (state, STATUS),
        (Heard::StatusCompatible, S1 | S6 | S11 | S12 | S19) => (state, LOG),
        (Heard::StatusCompatible, _) => (state, &[Stop(T322), Mismatch(false)]),
        (Heard::StatusIncompatible(_), S1 | S6) => (state, LOG),
        // Every state goes with clearing.
        (Heard::StatusIncompatible(_), S11 | S12 | S19) => (state, CANNOT_HAPPEN),
        (Heard::StatusIncompatible(Turn::First), _) => {
            (state, &[Mismatch(true), FirstTry, Restart(T322), Send(StatusEnquiry, Usual)])
        }
        (Heard::StatusIncompatible(Turn::Last), _) => (
            S11,
            &[
                StopAll,
                Send(Disconnect, Because(Cause::WRONG_STATE)),
                Start(T305),
                TellClearing(Because(Cause::WRONG_STATE)),
            ],
        ),
        // A STATUS is never answered by a STATUS.
        (Heard::StatusBad, _) => (state, DISCARD),
        _ => (state, CANNOT_HAPPEN),
    }
}
