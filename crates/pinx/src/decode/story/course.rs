//! The course of one callback: what a message does to it.

use qsig_core::{Cause, Side};
use qsig_q931::MessageType;
use qsig_rose::ErrorValue;

use super::apdu::CcApdu;
use super::callback::{Callback, End, State, Step, What};
use crate::decode::seen::Seen;
use crate::decode::trace::{Call, Did, Stage};

/// A message of a call, with what the steps need of its frame.
pub(super) struct Message<'a> {
    /// Its frame.
    pub(super) seen: &'a Seen<'a>,
    /// The call, brought up to date.
    pub(super) call: &'a Call,
    /// Who sent it.
    pub(super) sender: Side,
    /// What it is.
    pub(super) kind: MessageType,
}

impl Message<'_> {
    /// A step that it makes.
    pub(super) fn step(&self, what: What) -> Step {
        let (frame, time) = (self.seen.frame, self.seen.time());
        Step { frame, time, call: Some(self.call.key), what }
    }

    /// Whether this message is the first to clear its call.
    fn clears(&self) -> bool {
        self.call.did == Did::Moved
            && self.call.clearing.is_some_and(|clearing| clearing.frame == self.seen.frame)
    }
}

/// What an APDU does to its callback. Whether the call or connection it came on is now one of the callback.
pub(super) fn apply(callback: &mut Callback, message: &Message<'_>, apdu: CcApdu) -> bool {
    let key = message.call.key;
    let of_recall = callback.recall == Some(key);
    match apdu {
        CcApdu::Request(request) => {
            callback.add(message.step(What::Requested(request.retain)));
            return true;
        }
        CcApdu::Result { .. } if of_recall => callback.add(message.step(What::PathReserved)),
        CcApdu::Result { id, path_reservation, retain_service } => {
            if callback.state != State::Requested || callback.request_id != Some(id) {
                return false;
            }
            let retained = !matches!(message.kind, MessageType::Release | MessageType::ReleaseComplete);
            callback.state = State::Waiting;
            (callback.retained, callback.retain_service) = (Some(retained), retain_service);
            callback.add(message.step(What::Accepted(retained, path_reservation)));
            if !retained {
                callback.connection = None;
            }
        }
        CcApdu::Error(_, error) if of_recall => callback.recall_error = Some(error),
        CcApdu::Error(_, error) if callback.state == State::Requested => {
            callback.add(message.step(What::Refused(error)));
            callback.end = Some(match error {
                ErrorValue::SHORT_TERM_REJECTION => End::RejectedShort,
                ErrorValue::LONG_TERM_REJECTION => End::RejectedLong,
                _ => End::Refused,
            });
        }
        CcApdu::Reject(_, problem) if callback.state == State::Requested => {
            callback.add(message.step(What::Rejected(problem)));
            callback.end = Some(End::Refused);
        }
        CcApdu::Error(..) | CcApdu::Reject(..) => {}
        CcApdu::ExecPossible(_) => {
            let anew = message.kind == MessageType::Setup;
            callback.add(message.step(What::Free(anew)));
            callback.connection = Some(key);
            callback.state = State::Told;
            let talking = callback.a_digits().and_then(|digits| message.seen.calls.talking(&digits));
            callback.a_busy = talking.map(|call| call.key);
            return true;
        }
        CcApdu::Suspend => {
            callback.add(message.step(What::Suspended));
            callback.state = State::Suspended;
        }
        CcApdu::Resume => {
            callback.add(message.step(What::Resumed));
            callback.state = State::Waiting;
        }
        CcApdu::PathReserve | CcApdu::Ringout => {
            let ringout = apdu == CcApdu::Ringout;
            let what = if ringout { What::Recalled(message.call.channel) } else { What::PathAsked };
            callback.add(message.step(what));
            callback.state = State::Recalling;
            callback.recall = Some(key);
            callback.recall_setup.clone_from(&message.call.setup);
            callback.recall_error = None;
            return true;
        }
        CcApdu::Cancel(_) => cancelled(callback, message),
    }
    false
}

fn cancelled(callback: &mut Callback, message: &Message<'_>) {
    let rung = matches!(callback.state, State::Ringing | State::Connected);
    let what = if rung { What::Finished } else { What::Cancelled };
    callback.add(message.step(what(message.sender)));
    let by_a = message.sender == callback.side_a;
    let cancelled = if by_a { End::CancelledByA } else { End::CancelledByB };
    callback.connection = None;
    match (callback.state, callback.outcome) {
        (_, Some(outcome)) => callback.end = Some(outcome),
        (State::Connected, None) => callback.end = Some(End::Connected),
        // The call decides: ccCancel comes as soon as B rings, or crosses the recall.
        (State::Ringing, None) => {}
        (State::Recalling, None) => callback.outcome = Some(cancelled),
        _ => callback.end = Some(cancelled),
    }
}

/// What the progress of a call does to the callback that it is of; `answered` where this message has an answer in it.
pub(super) fn moved(callback: &mut Callback, message: &Message<'_>, answered: bool) {
    let call = message.call;
    if callback.end.is_some() {
        return;
    }
    if callback.recall == Some(call.key) {
        recall_moved(callback, message);
    } else if callback.connection == Some(call.key) && message.clears() && !answered {
        connection_ended(callback, message);
    }
}

fn connection_ended(callback: &mut Callback, message: &Message<'_>) {
    let cause = message.seen.summary.cause;
    callback.connection = None;
    if callback.state == State::Requested {
        callback.add(message.step(What::Unanswered(message.sender, cause)));
        let given_up = message.sender == callback.side_a;
        callback.end = Some(if given_up { End::NoAnswer } else { End::Refused });
        return;
    }
    callback.add(message.step(What::ConnectionEnded(message.sender)));
    match callback.state {
        State::Suspended => callback.state = State::Waiting,
        State::Connected => callback.end = Some(End::Connected),
        _ => callback.end = callback.outcome,
    }
}

fn recall_moved(callback: &mut Callback, message: &Message<'_>) {
    let (call, sender, cause) = (message.call, message.sender, message.seen.summary.cause);
    let alone = callback.connection.is_none();
    if message.clears() {
        callback.recall = None;
        let ringing = callback.state == State::Ringing;
        let error = callback.recall_error;
        let by_b = sender != callback.side_a;
        let (what, outcome) = match (ringing, cause.map(Cause::value)) {
            (true, _) => (What::NotAnswered(sender, cause), End::NotAnswered),
            (false, Some(17)) if by_b => (What::RecallFailed(sender, cause, error), End::BusyAgain),
            (false, _) => (What::RecallFailed(sender, cause, error), End::RecallFailed),
        };
        if callback.state == State::Connected {
            callback.end = alone.then_some(End::Connected);
            return;
        }
        callback.add(message.step(what));
        if !ringing && cause == Some(Cause::REQUESTED_CHANNEL_NOT_AVAILABLE) {
            callback.state = State::Told;
        } else if outcome == End::BusyAgain && callback.retain_service {
            callback.state = State::Waiting;
        } else {
            callback.outcome = callback.outcome.or(Some(outcome));
            callback.state = State::Waiting;
            if alone {
                callback.end = callback.outcome;
            }
        }
    } else if call.did == Did::Moved && call.stage == Stage::Alerting {
        callback.state = State::Ringing;
        callback.add(message.step(What::Rings));
    } else if call.did == Did::Moved && call.stage == Stage::Connected {
        callback.state = State::Connected;
        callback.add(message.step(What::Connected));
        if alone {
            callback.end = Some(End::Connected);
        }
    }
}
