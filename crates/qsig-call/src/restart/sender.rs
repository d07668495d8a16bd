use core::fmt;

use qsig_core::Cause;

use super::RestartAction::{
    self, Again, CannotHappen, Discard, FirstSending, Hold, Log, NextSending, RaiseClear, Resend, Send,
    SendStatus, Start, Stop, TellAlarm, TellRestarted,
};
use crate::action::Why::Because;

/// The states of the sender of RESTART.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum SenderState {
    /// 0: rest.
    #[default]
    Rest,
    /// 61: RESTART sent.
    Request,
}

/// What the sender meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SenderStimulus {
    /// A restart is wanted, the link is up.
    Wanted,
    /// The same, the link is down.
    WantedLinkDown,
    /// RESTART ACKNOWLEDGE that fits.
    Acknowledge(Queue),
    /// RESTART ACKNOWLEDGE that does not.
    OtherAcknowledge,
    Status,
    ReleaseComplete,
    OtherMessage,
    T316(Sending),
    LinkUp(Queue),
    LinkReset,
    LinkDown,
}

/// Whether restarts wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Queue {
    Empty,
    NotEmpty,
}

/// Which sending T316 has watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sending {
    First,
    Last(Queue),
}

impl SenderState {
    /// The value in a Call state element.
    pub(crate) const fn value(self) -> u8 {
        match self {
            Self::Rest => 0,
            Self::Request => 61,
        }
    }

    /// The answer to `stimulus`.
    pub(crate) const fn step(self, stimulus: SenderStimulus) -> (Self, &'static [RestartAction]) {
        use SenderStimulus as On;
        match (self, stimulus) {
            (Self::Rest, On::Wanted) => (Self::Request, &[RaiseClear, FirstSending, Send, Start]),
            (Self::Rest, On::WantedLinkDown) | (Self::Request, On::Wanted | On::WantedLinkDown) => {
                (self, &[RaiseClear, Hold])
            }
            (Self::Request, On::Acknowledge(Queue::Empty)) => (Self::Rest, &[Stop, TellRestarted]),
            (Self::Request, On::Acknowledge(Queue::NotEmpty)) => {
                (self, &[Stop, TellRestarted, Again, FirstSending, Send, Start])
            }
            (_, On::OtherAcknowledge | On::Status | On::ReleaseComplete) => (self, &[Log]),
            (_, On::OtherMessage) => (self, &[SendStatus(Because(Cause::INVALID_CALL_REFERENCE))]),
            (Self::Request, On::T316(Sending::First)) => (self, &[NextSending, Resend, Start]),
            (Self::Request, On::T316(Sending::Last(Queue::Empty))) => (Self::Rest, &[TellAlarm]),
            (Self::Request, On::T316(Sending::Last(Queue::NotEmpty))) => {
                (self, &[TellAlarm, Again, FirstSending, Send, Start])
            }
            (Self::Rest, On::LinkUp(Queue::NotEmpty)) => (Self::Request, &[Again, FirstSending, Send, Start]),
            (Self::Request, On::LinkDown) => (Self::Rest, &[Stop, Hold]),
            (_, On::LinkReset) | (Self::Rest, On::LinkUp(Queue::Empty) | On::LinkDown) => (self, &[Discard]),
            // Nothing to acknowledge or to time at rest; a request does not live through a failure of the link.
            (Self::Rest, On::Acknowledge(_) | On::T316(_)) | (Self::Request, On::LinkUp(_)) => {
                (self, &[CannotHappen])
            }
        }
    }
}

impl fmt::Display for SenderState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "S{}", self.value())
    }
}

impl fmt::Display for SenderStimulus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Wanted => "c.RESTART (link up)",
            Self::WantedLinkDown => "c.RESTART (link down)",
            Self::Acknowledge(Queue::Empty) => "m.ACK.match (queue empty)",
            Self::Acknowledge(Queue::NotEmpty) => "m.ACK.match (queue not empty)",
            Self::OtherAcknowledge => "m.ACK.other",
            Self::Status => "m.STATUS",
            Self::ReleaseComplete => "m.REL-COMP",
            Self::OtherMessage => "m.other",
            Self::T316(Sending::First) => "T316 (n<N316)",
            Self::T316(Sending::Last(Queue::Empty)) => "T316 (n=N316, queue empty)",
            Self::T316(Sending::Last(Queue::NotEmpty)) => "T316 (n=N316, queue not empty)",
            Self::LinkUp(Queue::Empty) => "d.UP (queue empty)",
            Self::LinkUp(Queue::NotEmpty) => "d.UP (queue not empty)",
            Self::LinkReset => "d.RESET",
            Self::LinkDown => "d.DOWN",
        })
    }
}

#[cfg(test)]
impl SenderStimulus {
    /// Every one, each guard on its own.
    pub(crate) const ALL: [Self; 15] = [
        Self::Wanted,
        Self::WantedLinkDown,
        Self::Acknowledge(Queue::Empty),
        Self::Acknowledge(Queue::NotEmpty),
        Self::OtherAcknowledge,
        Self::Status,
        Self::ReleaseComplete,
        Self::OtherMessage,
        Self::T316(Sending::First),
        Self::T316(Sending::Last(Queue::Empty)),
        Self::T316(Sending::Last(Queue::NotEmpty)),
        Self::LinkUp(Queue::Empty),
        Self::LinkUp(Queue::NotEmpty),
        Self::LinkReset,
        Self::LinkDown,
    ];
}
