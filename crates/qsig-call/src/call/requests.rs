//! Requests of call control. Clause: Q.931 5.1, 5.2, 5.3.

use qsig_q931::MessageType::{
    Alerting, CallProceeding, Connect, Disconnect, Facility, Information, Notify, Progress, Release,
    ReleaseComplete, SetupAcknowledge, StatusEnquiry,
};

use crate::{
    State,
    Timer::{T301, T302, T304, T305, T308, T313, T322, TAudit},
    action::{
        Action::{End, FirstTry, HoldFacility, Restart, Send, SendHeld, Start, Stop, StopAll, Tell},
        Answer, News,
        Why::Usual,
        answers::{DISCARD, REFUSE},
    },
    state::short::{S0, S1, S2, S6, S7, S8, S9, S10, S10L, S11, S12, S19, S25},
    stimulus::{Ack, Enquiry, Wish},
};

pub(super) fn step(state: State, wish: Wish) -> Answer {
    match (wish, state) {
        (Wish::MoreInformation, S6) => (S25, &[Send(SetupAcknowledge, Usual), Start(T302), SendHeld]),
        (Wish::Information, S2) => (state, &[Send(Information, Usual), Stop(T301), Restart(T304)]),

        (Wish::Proceeding, S6) => (S9, &[Send(CallProceeding, Usual), SendHeld, Start(TAudit)]),
        (Wish::Proceeding, S25) => (S9, &[Stop(T302), Send(CallProceeding, Usual), Start(TAudit)]),
        (Wish::Alerting, S6) => (S7, &[Send(Alerting, Usual), SendHeld, Start(TAudit)]),
        (Wish::Alerting, S25) => (S7, &[Stop(T302), Send(Alerting, Usual), Start(TAudit)]),
        (Wish::Alerting, S9) => (S7, &[Send(Alerting, Usual)]),
        (Wish::Progress, S25 | S9 | S7 | S10) => (state, &[Send(Progress, Usual)]),

        (Wish::Connect(Ack::Wanted), S6) => (S8, &[Send(Connect, Usual), SendHeld, Start(T313)]),
        (Wish::Connect(Ack::Wanted), S25) => (S8, &[Stop(T302), Send(Connect, Usual), Start(T313)]),
        (Wish::Connect(Ack::Wanted), S7 | S9) => (S8, &[Stop(TAudit), Send(Connect, Usual), Start(T313)]),
        (Wish::Connect(Ack::NotWanted), S6) => {
            (S10, &[Send(Connect, Usual), SendHeld, Start(TAudit), Tell(News::Connected)])
        }
        (Wish::Connect(Ack::NotWanted), S25) => {
            (S10, &[Stop(T302), Send(Connect, Usual), Start(TAudit), Tell(News::Connected)])
        }
        (Wish::Connect(Ack::NotWanted), S7 | S9) => (S10, &[Send(Connect, Usual), Tell(News::Connected)]),

        (Wish::Facility, S1 | S6) => (state, &[HoldFacility]),
        (Wish::Facility | Wish::Notify | Wish::StatusEnquiry(_), S1 | S6 | S10L | S11 | S12 | S19) => {
            (state, REFUSE)
        }
        (Wish::Facility, _) => (state, &[Send(Facility, Usual)]),
        (Wish::Notify, _) => (state, &[Send(Notify, Usual)]),
        (Wish::StatusEnquiry(Enquiry::Idle), _) => {
            (state, &[FirstTry, Send(StatusEnquiry, Usual), Start(T322)])
        }
        (Wish::StatusEnquiry(Enquiry::Running), _) => (state, DISCARD),

        (Wish::Disconnect | Wish::Release, S6) => (S0, &[Send(ReleaseComplete, Usual), End(Usual)]),
        (Wish::Disconnect | Wish::Release, S12) => (S19, &[Send(Release, Usual), Start(T308)]),
        (Wish::Disconnect | Wish::Release, S19) | (Wish::Disconnect, S11) => (state, DISCARD),
        // The peer learns it from the answer to its STATUS ENQUIRY, or from its own T309.
        (Wish::Disconnect | Wish::Release, S10L) => (S0, &[End(Usual)]),
        (Wish::Disconnect, _) => (S11, &[StopAll, Send(Disconnect, Usual), Start(T305)]),
        (Wish::Release, _) => (S19, &[StopAll, Send(Release, Usual), Start(T308)]),
        _ => (state, REFUSE),
    }
}
