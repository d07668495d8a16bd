//! The step table of a call: Q.931 5.1 to 5.8 as QSIG profiles it.

mod building;
mod clearing;
mod link;
mod null;
mod requests;
mod timers;

use crate::{
    State, Stimulus,
    action::{Answer, answers::CANNOT_HAPPEN},
    state::short::{S0, S10L},
    stimulus::Heard,
};

/// The answer of a call in `state` to `stimulus`.
pub(crate) fn step(state: State, stimulus: Stimulus) -> Answer {
    match (state, stimulus) {
        (S0, stimulus) => null::step(stimulus),
        // The data link is down, and d.UP comes before any message.
        (S10L, Stimulus::Heard(_)) => (S10L, CANNOT_HAPPEN),
        (state, Stimulus::Heard(heard)) => match heard {
            Heard::Disconnect
            | Heard::BadDisconnect
            | Heard::Release
            | Heard::BadRelease
            | Heard::ReleaseComplete
            | Heard::BadReleaseComplete
            | Heard::StatusEnquiry
            | Heard::StatusNull
            | Heard::StatusCompatible
            | Heard::StatusIncompatible(_)
            | Heard::StatusBad => clearing::step(state, heard),
            heard => building::step(state, heard),
        },
        (state, Stimulus::Wished(wish)) => requests::step(state, wish),
        (state, Stimulus::Expired(timer, turn)) => timers::step(state, timer, turn),
        (state, stimulus) => link::step(state, stimulus),
    }
}
