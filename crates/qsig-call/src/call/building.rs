//! Messages that build a call, and those that may come at any time. Clause: Q.931 5.1, 5.2, 5.8.4.

use qsig_core::Cause;
use qsig_q931::MessageType::{ConnectAcknowledge, Release, Status};

use crate::{
    State,
    Timer::{T301, T302, T303, T304, T308, T310, T313, TAudit},
    action::{
        Action::{AdoptChannel, Ensure, Restart, Send, SendHeld, Start, Stop, StopAll, Tell, TellClearing},
        Answer, News,
        Why::{Bad, Because, Usual},
        answers::{CANNOT_HAPPEN, DISCARD, UNEXPECTED, UNKNOWN_TYPE},
    },
    state::short::{S1, S2, S3, S4, S7, S8, S9, S10, S11, S12, S19, S25},
    stimulus::{Direction, Heard, InBand},
};

pub(super) fn step(state: State, heard: Heard) -> Answer {
    match (heard, state) {
        // The peer's repetition: it has our answer, or will get it.
        (Heard::Setup(_), _) => (state, DISCARD),
        (Heard::Unknown, _) => (state, UNKNOWN_TYPE),
        (Heard::Restart, _) => (state, UNEXPECTED),
        // APDUs that have crossed our clearing message still count.
        (Heard::Facility, S12) => (state, UNEXPECTED),
        (Heard::Facility, _) => (state, &[Tell(News::Facility)]),
        (Heard::ChannelBad, S1) => (
            S19,
            &[
                StopAll,
                Send(Release, Because(Cause::CHANNEL_UNACCEPTABLE)),
                Start(T308),
                TellClearing(Because(Cause::CHANNEL_UNACCEPTABLE)),
            ],
        ),
        // Channel identification is looked at in the first response only.
        (Heard::ChannelBad, _) => (state, CANNOT_HAPPEN),
        // Messages that cross our clearing regularly.
        (_, S11 | S19) => (state, DISCARD),
        (Heard::BadOther, _) => (state, &[Send(Status, Bad)]),
        (Heard::Notify, S12) => (state, UNEXPECTED),
        (Heard::Notify, _) => (state, &[Tell(News::Notify)]),

        (Heard::SetupAcknowledge, S1) => {
            (S2, &[Stop(T303), AdoptChannel, Start(T304), SendHeld, Tell(News::MoreInformation)])
        }
        (Heard::CallProceeding(_), S1) => {
            (S3, &[Stop(T303), AdoptChannel, Start(T310), SendHeld, Tell(News::Proceeding)])
        }
        (Heard::CallProceeding(_), S2) => {
            (S3, &[Stop(T304), Stop(T301), Start(T310), Tell(News::Proceeding)])
        }
        (Heard::Alerting, S1) => {
            (S4, &[Stop(T303), AdoptChannel, Start(T301), SendHeld, Tell(News::Alerting)])
        }
        (Heard::Alerting, S2) => (S4, &[Stop(T304), Restart(T301), Tell(News::Alerting)]),
        (Heard::Alerting, S3) => (S4, &[Stop(T310), Restart(T301), Tell(News::Alerting)]),
        (Heard::Alerting, S4) => (state, &[Tell(News::Facility)]),

        // T301 bounds the wait after in-band information: the peer may never send ALERTING.
        (Heard::Progress(InBand::Yes), S1) => {
            (S3, &[Stop(T303), AdoptChannel, Start(T301), SendHeld, Tell(News::Progress)])
        }
        (Heard::Progress(InBand::No), S1) => {
            (S3, &[Stop(T303), AdoptChannel, Start(T310), SendHeld, Tell(News::Progress)])
        }
        (Heard::Progress(InBand::Yes), S2) => (state, &[Stop(T304), Ensure(T301), Tell(News::Progress)]),
        (Heard::Progress(InBand::Yes), S3) => (state, &[Stop(T310), Ensure(T301), Tell(News::Progress)]),
        (Heard::Progress(_), S2 | S3 | S4 | S10) => (state, &[Tell(News::Progress)]),

        (Heard::Connect(_), S1) => (
            S10,
            &[
                Stop(T303),
                AdoptChannel,
                Start(TAudit),
                Send(ConnectAcknowledge, Usual),
                SendHeld,
                Tell(News::Connected),
            ],
        ),
        (Heard::Connect(_), S2) => (
            S10,
            &[Stop(T304), Stop(T301), Start(TAudit), Send(ConnectAcknowledge, Usual), Tell(News::Connected)],
        ),
        (Heard::Connect(_), S3) => (
            S10,
            &[Stop(T310), Stop(T301), Start(TAudit), Send(ConnectAcknowledge, Usual), Tell(News::Connected)],
        ),
        (Heard::Connect(_), S4) => {
            (S10, &[Stop(T301), Start(TAudit), Send(ConnectAcknowledge, Usual), Tell(News::Connected)])
        }
        (Heard::Connect(Direction::Outgoing), S10) => (state, &[Send(ConnectAcknowledge, Usual)]),
        (Heard::ConnectAcknowledge, S8) => (S10, &[Stop(T313), Start(TAudit), Tell(News::Connected)]),
        (Heard::ConnectAcknowledge, S10) => (state, DISCARD),

        (Heard::Information, S25) => (state, &[Restart(T302), Tell(News::Information)]),
        // A last digit that crossed our CALL PROCEEDING.
        (Heard::Information, S7 | S8 | S9 | S10) => (state, DISCARD),
        (_, _) => (state, UNEXPECTED),
    }
}
