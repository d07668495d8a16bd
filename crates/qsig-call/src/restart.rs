//! The step tables of RESTART: the sender owns what has flag 0 in its own messages on the global call reference, the
//! receiver what has flag 0 in the peer's. They do not know each other. Clause: Q.931 5.5.

mod receiver;
mod sender;

pub(crate) use receiver::{ReceiverState, ReceiverStimulus};
pub(crate) use sender::{Queue, SenderState, SenderStimulus, Sending};

use crate::action::Why;

/// One thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RestartAction {
    /// Clears what the restart concerns, without messages.
    RaiseClear,
    FirstSending,
    NextSending,
    Send,
    Resend,
    SendAcknowledge,
    SendStatus(Why),
    /// T316 at the sender, T317 at the receiver.
    Start,
    Stop,
    /// Puts the restart into the queue.
    Hold,
    /// Takes the next restart from the queue.
    Again,
    TellRestarted,
    TellAlarm,
    Log,
    Discard,
    CannotHappen,
}

/// Actions in the words of the step tables.
#[cfg(test)]
pub(crate) fn words(actions: &[RestartAction], timer: &str) -> alloc::string::String {
    use RestartAction as Do;
    use alloc::{format, string::ToString, vec::Vec};

    let word = |action: &Do| match action {
        Do::SendStatus(why) => format!("send STATUS{why}"),
        Do::Start => format!("start {timer}"),
        Do::Stop => format!("stop {timer}"),
        Do::RaiseClear => "raise g.CLEAR".to_string(),
        Do::FirstSending => "set n=1".to_string(),
        Do::NextSending => "set n=n+1".to_string(),
        Do::Send => "send RESTART".to_string(),
        Do::Resend => "resend RESTART".to_string(),
        Do::SendAcknowledge => "send RESTART ACKNOWLEDGE".to_string(),
        Do::Hold => "hold restart".to_string(),
        Do::Again => "again".to_string(),
        Do::TellRestarted => "tell restarted".to_string(),
        Do::TellAlarm => "tell alarm".to_string(),
        Do::Log => "log".to_string(),
        Do::Discard => "discard".to_string(),
        Do::CannotHappen => "cannot happen".to_string(),
    };
    actions.iter().map(word).collect::<Vec<_>>().join("; ")
}
