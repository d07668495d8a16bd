//! State 0: no call, or a call reference that names none.

use qsig_core::Cause;
use qsig_q931::MessageType::{ReleaseComplete, Setup};

use crate::{
    Stimulus,
    Timer::T303,
    action::{
        Action::{self, NewCall, RaiseGlare, Refuse, Send, Start, TakeChannel, Tell},
        Answer, News,
        Why::{Because, Usual},
        answers::{CANNOT_HAPPEN, DISCARD, REFUSE, STATUS},
    },
    state::short::{S0, S1, S6},
    stimulus::{Heard, Offer, Room, Wish},
};

const UNKNOWN_REFERENCE: &[Action] = &[Send(ReleaseComplete, Because(Cause::INVALID_CALL_REFERENCE))];

pub(super) fn step(stimulus: Stimulus) -> Answer {
    match stimulus {
        Stimulus::Heard(Heard::Setup(offer)) => setup(offer),
        Stimulus::Heard(heard) => (S0, message(heard)),
        Stimulus::Wished(Wish::Setup(room)) => match room {
            Room::Free => (S1, &[NewCall, TakeChannel, Send(Setup, Usual), Start(T303)]),
            Room::NoneFree => (S0, &[Refuse(Because(Cause::NO_CHANNEL_AVAILABLE))]),
            Room::LinkDown => (S0, &[Refuse(Because(Cause::DESTINATION_OUT_OF_ORDER))]),
        },
        Stimulus::Wished(_) => (S0, REFUSE),
        Stimulus::LinkUp | Stimulus::LinkReset | Stimulus::LinkDown => (S0, DISCARD),
        // No call, no timer; the others are raised for a call that exists.
        Stimulus::Expired(..) | Stimulus::Clear | Stimulus::Glare => (S0, CANNOT_HAPPEN),
    }
}

fn setup(offer: Offer) -> Answer {
    match offer {
        Offer::Flag1 => (S0, DISCARD),
        Offer::Usable | Offer::OtherFree => (S6, &[NewCall, TakeChannel, Tell(News::Setup)]),
        Offer::GlareWeYield => (S6, &[RaiseGlare, NewCall, TakeChannel, Tell(News::Setup)]),
        Offer::NoneFree => (S0, &[Send(ReleaseComplete, Because(Cause::NO_CHANNEL_AVAILABLE))]),
        Offer::Held | Offer::GlareWeKeep => {
            (S0, &[Send(ReleaseComplete, Because(Cause::REQUESTED_CHANNEL_NOT_AVAILABLE))])
        }
        Offer::NoSuchChannel => (S0, &[Send(ReleaseComplete, Because(Cause::CHANNEL_DOES_NOT_EXIST))]),
        Offer::Missing => (S0, &[Send(ReleaseComplete, Because(Cause::MANDATORY_IE_MISSING))]),
        Offer::BadContents => (S0, &[Send(ReleaseComplete, Because(Cause::INVALID_IE_CONTENTS))]),
        Offer::LimitReached => (S0, &[Send(ReleaseComplete, Because(Cause::RESOURCE_UNAVAILABLE))]),
    }
}

const fn message(heard: Heard) -> &'static [Action] {
    match heard {
        Heard::ReleaseComplete | Heard::BadReleaseComplete | Heard::StatusNull | Heard::StatusBad => DISCARD,
        Heard::StatusEnquiry => STATUS,
        Heard::StatusIncompatible(_) => &[Send(ReleaseComplete, Because(Cause::WRONG_STATE))],
        // Without a call any state but 0 is incompatible, and no SETUP of ours names a channel.
        Heard::StatusCompatible | Heard::ChannelBad => CANNOT_HAPPEN,
        _ => UNKNOWN_REFERENCE,
    }
}
