use core::fmt;

use qsig_core::Cause;

use super::RestartAction::{
    self, CannotHappen, Discard, Hold, Log, RaiseClear, SendAcknowledge, SendStatus, Start, Stop, TellAlarm,
    TellRestarted,
};
use crate::action::Why::{Bad, Because};

/// The states of the receiver of RESTART.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum ReceiverState {
    /// 0: rest.
    #[default]
    Rest,
    /// 62: calls are being cleared. Clearing is local, so this lasts no time.
    Restart,
}

/// What the receiver meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReceiverStimulus {
    /// RESTART, good, of the channels already being restarted.
    SameRestart,
    /// RESTART, good, of other channels or at rest.
    OtherRestart,
    /// It names a channel that does not exist.
    Absent,
    Bad,
    Status,
    ReleaseComplete,
    OtherMessage,
    /// All channels concerned are idle.
    Idle,
    T317,
    LinkUp,
    LinkReset,
    LinkDown,
}

impl ReceiverState {
    /// The value in a Call state element.
    pub(crate) const fn value(self) -> u8 {
        match self {
            Self::Rest => 0,
            Self::Restart => 62,
        }
    }

    /// The answer to `stimulus`.
    pub(crate) const fn step(self, stimulus: ReceiverStimulus) -> (Self, &'static [RestartAction]) {
        use ReceiverStimulus as On;
        match (self, stimulus) {
            (Self::Rest, On::SameRestart | On::OtherRestart) => (Self::Restart, &[Start, RaiseClear]),
            (Self::Restart, On::SameRestart) => (self, &[Discard]),
            (Self::Restart, On::OtherRestart) => (self, &[RaiseClear, Hold]),
            (_, On::Absent) => (self, &[SendStatus(Because(Cause::CHANNEL_DOES_NOT_EXIST))]),
            (_, On::Bad) => (self, &[SendStatus(Bad)]),
            (_, On::Status | On::ReleaseComplete) => (self, &[Log]),
            (_, On::OtherMessage) => (self, &[SendStatus(Because(Cause::INVALID_CALL_REFERENCE))]),
            (Self::Restart, On::Idle) => (Self::Rest, &[Stop, SendAcknowledge, TellRestarted]),
            (Self::Restart, On::T317) => (Self::Rest, &[TellAlarm]),
            (Self::Restart, On::LinkDown) => (Self::Rest, &[Stop, TellRestarted]),
            (Self::Rest, On::Idle | On::LinkUp | On::LinkReset | On::LinkDown)
            | (Self::Restart, On::LinkReset) => (self, &[Discard]),
            // No timer at rest; a restart does not live through a failure of the link.
            (Self::Rest, On::T317) | (Self::Restart, On::LinkUp) => (self, &[CannotHappen]),
        }
    }
}

impl fmt::Display for ReceiverState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "R{}", self.value())
    }
}

impl fmt::Display for ReceiverStimulus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SameRestart => "m.RESTART (same channels)",
            Self::OtherRestart => "m.RESTART (other channels)",
            Self::Absent => "m.RESTART.absent",
            Self::Bad => "m.RESTART.bad",
            Self::Status => "m.STATUS",
            Self::ReleaseComplete => "m.REL-COMP",
            Self::OtherMessage => "m.other",
            Self::Idle => "g.IDLE",
            Self::T317 => "T317",
            Self::LinkUp => "d.UP",
            Self::LinkReset => "d.RESET",
            Self::LinkDown => "d.DOWN",
        })
    }
}

#[cfg(test)]
impl ReceiverStimulus {
    /// Every one, each guard on its own.
    pub(crate) const ALL: [Self; 12] = [
        Self::SameRestart,
        Self::OtherRestart,
        Self::Absent,
        Self::Bad,
        Self::Status,
        Self::ReleaseComplete,
        Self::OtherMessage,
        Self::Idle,
        Self::T317,
        Self::LinkUp,
        Self::LinkReset,
        Self::LinkDown,
    ];
}
