use core::fmt;

#[allow(clippy::enum_glob_use, reason = "the rows of the table are lists of actions and nothing else")]
use crate::Action::{self, *};
use crate::{
    Attempt, Exceptions, Kind, MdlError, Retries, Signal,
    Timer::{T200, T203, TRetry},
};

/// The states of a data link. States 1 to 3 do not exist on a PRI, where the TEI is fixed.
///
/// Clause: Q.921 annex B.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// 4: the link is down.
    TeiAssigned,
    /// 5: SABME was sent.
    AwaitingEstablishment,
    /// 6: DISC was sent.
    AwaitingRelease,
    /// 7: the link is up.
    MultipleFrameEstablished,
    /// 8: the link is up, and an enquiry waits for its answer.
    TimerRecovery,
}

use State::{
    AwaitingEstablishment as S5, AwaitingRelease as S6, MultipleFrameEstablished as S7, TeiAssigned as S4,
    TimerRecovery as S8,
};

impl State {
    /// All of them.
    pub const ALL: [Self; 5] = [S4, S5, S6, S7, S8];

    /// The standard's number, 4 to 8.
    pub const fn number(self) -> u8 {
        match self {
            S4 => 4,
            S5 => 5,
            S6 => 6,
            S7 => 7,
            S8 => 8,
        }
    }

    /// Whether layer 3 can send.
    pub const fn is_up(self) -> bool {
        matches!(self, S7 | S8)
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            S4 => "4 TEI assigned",
            S5 => "5 awaiting establishment",
            S6 => "6 awaiting release",
            S7 => "7 multiple frame established",
            S8 => "8 timer recovery",
        })
    }
}

const PENDING: Exceptions = Exceptions::ACKNOWLEDGE_PENDING;
const PEER_BUSY: Exceptions = Exceptions::PEER_BUSY;
const OWN_BUSY: Exceptions = Exceptions::OWN_BUSY;
const ALL: Exceptions = Exceptions::all();

/// The data link's table: what each state does about each signal. It has an answer for every pair.
///
/// Clause: Q.921 annex B. Our choices: the retry timer and all that depends on it; a release request in state
/// 5 breaks the attempt off; T200 always leads to an enquiry, never to the last I frame with P=1, because the
/// enquiry needs no special frame; UI and XID of wrong length do not bring a good link down; busy is not
/// remembered while the link is down.
pub fn step(state: State, signal: Signal) -> (State, &'static [Action]) {
    use Signal as On;
    // What is the same in more than one state comes first.
    match (state, signal) {
        (_, On::Junk) => return (state, &[Discard]),
        (_, On::Ui) => return (state, &[TellUnitData]),
        (_, On::UnnumberedTooLong) => return (state, &[Report(MdlError::TooLong)]),
        (S4 | S5 | S6, On::Undefined | On::WrongRole) => return (state, &[Report(MdlError::Undefined)]),
        (S4 | S5 | S6, On::WrongSize) => return (state, &[Report(MdlError::WrongSize)]),
        (S4 | S5 | S6, On::TooLong) => return (state, &[Report(MdlError::TooLong)]),
        (
            S4 | S5 | S6,
            On::BusySet { .. }
            | On::BusyClear { .. }
            | On::Frmr
            | On::Xid
            | On::Information
            | On::InformationGap
            | On::InformationWrongNr
            | On::Supervisory { .. }
            | On::SupervisoryWrongNr,
        ) => return (state, &[Discard]),
        _ => {}
    }
    match state {
        S4 => tei_assigned(signal),
        S5 => awaiting_establishment(signal),
        S6 => awaiting_release(signal),
        S7 | S8 => established(state, signal),
    }
}

/// Signals that the common part of [`step`] has answered.
const ANSWERED: &[Action] = &[CannotHappen];

fn tei_assigned(signal: Signal) -> (State, &'static [Action]) {
    use Signal as On;
    match signal {
        On::EstablishRequest { line_up: true } => (S5, &[Wanted(true), Layer3Initiated(true), Establish]),
        On::EstablishRequest { line_up: false } => (S4, &[Wanted(true)]),
        On::ReleaseRequest => (S4, &[Wanted(false), Stop(TRetry), TellReleaseConfirm]),
        On::DataRequest { .. } => (S4, &[Refuse]),
        On::LineUp { wanted: true } | On::TRetry | On::Dm { wanted: true } => {
            (S5, &[Layer3Initiated(true), Establish])
        }
        On::LineUp { wanted: false } | On::Dm { wanted: false } | On::DmFinal => (S4, &[Discard]),
        On::LineDown => (S4, &[Stop(TRetry)]),
        // Every way into state 4 stops T200 and T203, and no I frame is taken in it.
        On::T200 { .. } | On::T203 | On::AcknowledgeDue { .. } => (S4, &[CannotHappen]),
        On::Sabme { .. } => {
            (S7, &[SendUa, Stop(TRetry), Clear(ALL), ZeroSequence, Start(T203), TellEstablishIndication])
        }
        On::Disc => (S4, &[SendDm]),
        On::UaFinal(_) => (S4, &[Report(MdlError::UnsolicitedUaFinal)]),
        On::Ua => (S4, &[Report(MdlError::UnsolicitedUa)]),
        _ => (S4, ANSWERED),
    }
}

fn awaiting_establishment(signal: Signal) -> (State, &'static [Action]) {
    use Signal as On;
    match signal {
        On::EstablishRequest { .. } => (S5, &[DropQueue, Wanted(true), Layer3Initiated(true)]),
        On::ReleaseRequest => {
            (S6, &[Wanted(false), DropQueue, Retries(Retries::Zero), SendDisc, Restart(T200)])
        }
        On::DataRequest { layer3_initiated: true } => (S5, &[Refuse]),
        On::DataRequest { layer3_initiated: false } => (S5, &[QueueData]),
        On::LineUp { .. } | On::Dm { .. } => (S5, &[Discard]),
        On::LineDown => (S4, &[DropQueue, Stop(T200), TellReleaseIndication]),
        // The establish procedure stops both and clears acknowledge pending.
        On::TRetry | On::T203 | On::AcknowledgeDue { .. } => (S5, &[CannotHappen]),
        On::T200 { last_try: false } => (S5, &[Retries(Retries::Another), SendSabme, Start(T200)]),
        On::T200 { last_try: true } => {
            (S4, &[DropQueue, Report(MdlError::NoAnswerToSabme), Retry, TellReleaseIndication])
        }
        On::Sabme { .. } => (S5, &[SendUa]),
        On::Disc => (S5, &[SendDm]),
        On::UaFinal(Attempt::Layer3Initiated) => {
            (S7, &[Stop(T200), ZeroSequence, Start(T203), TellEstablishConfirm])
        }
        On::UaFinal(Attempt::NothingOutstanding) => (S7, &[Stop(T200), ZeroSequence, Start(T203), Serve]),
        On::UaFinal(Attempt::Outstanding) => {
            (S7, &[DropQueue, Stop(T200), ZeroSequence, Start(T203), TellEstablishIndication])
        }
        On::Ua => (S5, &[Report(MdlError::UnsolicitedUa)]),
        On::DmFinal => (S4, &[DropQueue, Stop(T200), Retry, TellReleaseIndication]),
        _ => (S5, ANSWERED),
    }
}

fn awaiting_release(signal: Signal) -> (State, &'static [Action]) {
    use Signal as On;
    match signal {
        On::EstablishRequest { .. } => (S6, &[Wanted(true)]),
        On::ReleaseRequest => (S6, &[Wanted(false)]),
        On::DataRequest { .. } => (S6, &[Refuse]),
        On::LineUp { .. } | On::Dm { .. } => (S6, &[Discard]),
        On::LineDown => (S4, &[Stop(T200), TellReleaseConfirm]),
        // Stopped and cleared on the way into 5, 7 or 8, the only states that lead to 6.
        On::TRetry | On::T203 | On::AcknowledgeDue { .. } => (S6, &[CannotHappen]),
        On::T200 { last_try: false } => (S6, &[Retries(Retries::Another), SendDisc, Start(T200)]),
        On::T200 { last_try: true } => (S4, &[Report(MdlError::NoAnswerToDisc), Retry, TellReleaseConfirm]),
        On::Sabme { .. } => (S6, &[SendDm]),
        On::Disc => (S6, &[SendUa]),
        On::UaFinal(_) | On::DmFinal => (S4, &[Stop(T200), Retry, TellReleaseConfirm]),
        On::Ua => (S6, &[Report(MdlError::UnsolicitedUa)]),
        _ => (S6, ANSWERED),
    }
}

/// States 7 and 8.
fn established(state: State, signal: Signal) -> (State, &'static [Action]) {
    use Signal as On;
    let up = state == S7;
    match signal {
        On::EstablishRequest { .. } => (S5, &[DropQueue, Wanted(true), Layer3Initiated(true), Establish]),
        On::ReleaseRequest => {
            (S6, &[Wanted(false), DropQueue, Retries(Retries::Zero), Stop(T203), SendDisc, Restart(T200)])
        }
        On::DataRequest { .. } if up => (S7, &[QueueData, Serve]),
        On::DataRequest { .. } => (S8, &[QueueData]),
        On::BusySet { own_busy: false } => (state, &[Raise(OWN_BUSY), SendRnr, Clear(PENDING)]),
        On::BusyClear { own_busy: true } => (state, &[Clear(OWN_BUSY), SendRr, Clear(PENDING)]),
        On::BusySet { .. } | On::BusyClear { .. } | On::LineUp { .. } | On::Xid => (state, &[Discard]),
        On::LineDown => (S4, &[DropQueue, Stop(T200), Stop(T203), TellReleaseIndication]),
        // Stopped when state 4 is left.
        On::TRetry => (state, &[CannotHappen]),
        On::AcknowledgeDue { own_busy: false } => (state, &[SendRr, Clear(PENDING)]),
        On::AcknowledgeDue { own_busy: true } => (state, &[SendRnr, Clear(PENDING)]),
        On::T203 if up => (S8, &[Retries(Retries::Zero), Enquiry]),
        // State 7 is left by its expiry, or while T200 ran instead.
        On::T203 => (S8, &[CannotHappen]),
        On::T200 { .. } if up => (S8, &[Retries(Retries::One), Enquiry]),
        On::T200 { last_try: false } => (S8, &[Retries(Retries::Another), Enquiry]),
        On::T200 { last_try: true } => {
            (S5, &[Report(MdlError::NoAnswerToEnquiry), Layer3Initiated(false), Establish])
        }
        On::Sabme { outstanding: false } => (
            S7,
            &[
                SendUa,
                Clear(ALL),
                Report(MdlError::Reestablished),
                Stop(T200),
                Restart(T203),
                ZeroSequence,
                Serve,
            ],
        ),
        On::Sabme { outstanding: true } => (
            S7,
            &[
                SendUa,
                Clear(ALL),
                Report(MdlError::Reestablished),
                DropQueue,
                Stop(T200),
                Restart(T203),
                ZeroSequence,
                TellEstablishIndication,
            ],
        ),
        On::Disc => (S4, &[DropQueue, SendUa, Stop(T200), Stop(T203), Retry, TellReleaseIndication]),
        On::UaFinal(_) => (state, &[Report(MdlError::UnsolicitedUaFinal)]),
        On::Ua => (state, &[Report(MdlError::UnsolicitedUa)]),
        On::DmFinal if up => (S7, &[Report(MdlError::UnsolicitedDmFinal)]),
        On::DmFinal => (S5, &[Report(MdlError::UnsolicitedDmFinal), Layer3Initiated(false), Establish]),
        On::Dm { .. } => (S5, &[Report(MdlError::UnsolicitedDm), Layer3Initiated(false), Establish]),
        On::Frmr => (S5, &[Report(MdlError::FrameRejected), Layer3Initiated(false), Establish]),
        On::Information | On::InformationGap if up => (S7, &[Take, AcknowledgeByInformation, Serve]),
        On::Information | On::InformationGap => (S8, &[Take, AcknowledgeToNr]),
        On::InformationWrongNr => (S5, &[Take, Report(MdlError::WrongNr), Layer3Initiated(false), Establish]),
        On::Supervisory { kind, command, p_f } if up => (S7, supervisory(kind, command, p_f)),
        On::Supervisory { kind, command, p_f } => supervisory_in_recovery(kind, command, p_f),
        On::SupervisoryWrongNr => (S5, &[Report(MdlError::WrongNr), Layer3Initiated(false), Establish]),
        On::Undefined | On::WrongRole => {
            (S5, &[Report(MdlError::Undefined), Layer3Initiated(false), Establish])
        }
        On::WrongSize => (S5, &[Report(MdlError::WrongSize), Layer3Initiated(false), Establish]),
        On::TooLong => (S5, &[Report(MdlError::TooLong), Layer3Initiated(false), Establish]),
        On::Ui | On::UnnumberedTooLong | On::Junk => (state, ANSWERED),
    }
}

/// RR, RNR and REJ in state 7.
fn supervisory(kind: Kind, command: bool, p_f: bool) -> &'static [Action] {
    const UNSOLICITED: Action = Report(MdlError::UnsolicitedFinal);
    match (kind, command, p_f) {
        (Kind::Rr, _, false) => &[Clear(PEER_BUSY), Acknowledge, Serve],
        (Kind::Rr, true, true) => &[Clear(PEER_BUSY), Answer, Acknowledge, Serve],
        (Kind::Rr, false, true) => &[Clear(PEER_BUSY), UNSOLICITED, Acknowledge, Serve],
        (Kind::Rej, _, false) => {
            &[Clear(PEER_BUSY), AcknowledgeToNr, Stop(T200), Restart(T203), RewindToNr, Serve]
        }
        (Kind::Rej, true, true) => {
            &[Clear(PEER_BUSY), Answer, AcknowledgeToNr, Stop(T200), Restart(T203), RewindToNr, Serve]
        }
        (Kind::Rej, false, true) => {
            &[Clear(PEER_BUSY), UNSOLICITED, AcknowledgeToNr, Stop(T200), Restart(T203), RewindToNr, Serve]
        }
        (Kind::Rnr, _, false) => &[Raise(PEER_BUSY), AcknowledgeToNr, Stop(T203), Restart(T200)],
        (Kind::Rnr, true, true) => &[Raise(PEER_BUSY), Answer, AcknowledgeToNr, Stop(T203), Restart(T200)],
        (Kind::Rnr, false, true) => {
            &[Raise(PEER_BUSY), UNSOLICITED, AcknowledgeToNr, Stop(T203), Restart(T200)]
        }
    }
}

/// RR, RNR and REJ in state 8: a response with F=1 is the answer waited for.
fn supervisory_in_recovery(kind: Kind, command: bool, p_f: bool) -> (State, &'static [Action]) {
    match (kind, command, p_f) {
        (Kind::Rr | Kind::Rej, _, false) => (S8, &[Clear(PEER_BUSY), AcknowledgeToNr]),
        (Kind::Rr | Kind::Rej, true, true) => (S8, &[Clear(PEER_BUSY), Answer, AcknowledgeToNr]),
        (Kind::Rr | Kind::Rej, false, true) => {
            (S7, &[Clear(PEER_BUSY), AcknowledgeToNr, Stop(T200), Start(T203), RewindToNr, Serve])
        }
        (Kind::Rnr, _, false) => (S8, &[Raise(PEER_BUSY), AcknowledgeToNr]),
        (Kind::Rnr, true, true) => (S8, &[Raise(PEER_BUSY), Answer, AcknowledgeToNr]),
        (Kind::Rnr, false, true) => (S7, &[Raise(PEER_BUSY), AcknowledgeToNr, RewindToNr, Restart(T200)]),
    }
}
