//! Callbacks put together from a trace, over hours, call references and links.
//!
//! What belongs to a callback is told by the connection it comes on, and where that is a new one by the numbers in it:
//! those of a full argument, or of the SETUP that carries ccRingout or ccPathReserve.

mod apdu;
mod attempts;
mod callback;
mod found;
mod text;
mod view;

use std::collections::{BTreeMap, HashMap};

use qsig_core::Side;
use qsig_lapd::FrameType;
use qsig_q931::MessageType;

pub(crate) use apdu::{CcApdu, Parties, Request, cc_apdus};
pub(crate) use callback::{Attempt, Callback, End, State, Step, What};
pub(crate) use text::party;
pub(crate) use view::StoryView;

use super::seen::Seen;
use super::trace::{Call, CallKey, Did, FrameRef, LinkNumber, Stage};
use attempts::Attempts;
use found::Found;

/// Callbacks followed at once. Those that are too many are counted.
const MOST_CALLBACKS: usize = 10_000;

/// All callbacks that have not ended.
#[derive(Default)]
pub(crate) struct Story {
    live: BTreeMap<u64, Callback>,
    by_call: HashMap<CallKey, u64>,
    found: Found,
    attempts: Attempts,
    resets: HashMap<LinkNumber, Resets>,
    pending: HashMap<LinkNumber, u64>,
    latest: u64,
    /// Callbacks that were not followed because there were too many.
    pub(crate) left_out: u64,
}

/// How often a link was established anew.
#[derive(Clone, Copy, Default)]
struct Resets {
    /// Whether messages have gone over it since.
    used: bool,
    count: u32,
    frame: FrameRef,
    time: u64,
}

/// A message of a call, with what the steps need of its frame.
struct Message<'a> {
    seen: &'a Seen<'a>,
    call: &'a Call,
    sender: Side,
    kind: MessageType,
}

impl Message<'_> {
    fn step(&self, what: What) -> Step {
        let (frame, time) = (self.seen.frame, self.seen.time());
        Step { frame, time, call: Some(self.call.key), what }
    }

    /// Whether this message is the first to clear its call.
    fn clears(&self) -> bool {
        self.call.did == Did::Moved
            && self.call.clearing.is_some_and(|clearing| clearing.frame == self.seen.frame)
    }
}

impl Story {
    /// Takes a frame, and gives the callbacks that ended with it.
    pub(crate) fn take(&mut self, seen: &Seen<'_>) -> Vec<Callback> {
        self.link(seen);
        let (Some(call), Some(sender), Some(kind)) = (seen.call, seen.sender, seen.summary.message) else {
            return Vec::new();
        };
        let message = Message { seen, call, sender, kind };
        let key = call.key;
        if call.did == Did::Began
            && let Some(number) = self.by_call.remove(&key)
            && let Some(callback) = self.live.get_mut(&number)
        {
            // The reference is used again, and how its call ended is not in the trace.
            callback.connection = callback.connection.filter(|own| *own != key);
            callback.recall = callback.recall.filter(|own| *own != key);
        }
        let mut touched: Vec<u64> = self.by_call.get(&key).copied().into_iter().collect();
        let mut answered = false;
        if !seen.summary.apdus.is_empty() && call.did != Did::Repeated {
            for apdu in cc_apdus(seen.octets()) {
                answered |= matches!(apdu, CcApdu::Result { .. } | CcApdu::Error(..) | CcApdu::Reject(..));
                touched.extend(self.apdu(&message, apdu));
            }
        }
        if let Some(callback) = self.by_call.get(&key).and_then(|number| self.live.get_mut(number)) {
            moved(callback, &message, answered);
        }
        self.attempts.take(call, seen);
        if call.stage == Stage::Ended {
            self.by_call.remove(&key);
        }
        touched.dedup();
        for number in &touched {
            if let Some(callback) = self.live.get_mut(number) {
                callback.chosen |= seen.chosen;
            }
        }
        touched.into_iter().filter_map(|number| self.ended(number)).collect()
    }

    /// Those of which the trace does not show the end, in the order of their requests. Of one that has come to its
    /// aim only the connection is left.
    pub(crate) fn rest(&mut self) -> Vec<Callback> {
        let mut rest: Vec<Callback> = std::mem::take(&mut self.live).into_values().collect();
        for callback in &mut rest {
            let connected = (callback.state == State::Connected).then_some(End::Connected);
            callback.end = callback.outcome.or(connected);
        }
        rest
    }

    /// How many callbacks that were asked for on this link have not ended.
    pub(crate) fn pending_on(&self, link: LinkNumber) -> u64 {
        self.pending.get(&link).copied().unwrap_or_default()
    }

    fn ended(&mut self, number: u64) -> Option<Callback> {
        self.live.get(&number)?.end?;
        let callback = self.live.remove(&number)?;
        self.found.remove(&callback);
        if let Some(pending) = self.pending.get_mut(&callback.link) {
            *pending = pending.saturating_sub(1);
        }
        for key in [callback.connection, callback.recall].into_iter().flatten() {
            self.by_call.remove(&key);
        }
        Some(callback)
    }

    fn link(&mut self, seen: &Seen<'_>) {
        let resets = self.resets.entry(seen.link).or_default();
        match seen.summary.frame {
            Some(FrameType::I) => resets.used = true,
            Some(FrameType::Sabme) if resets.used => {
                let count = resets.count.saturating_add(1);
                *resets = Resets { used: false, count, frame: seen.frame, time: seen.time() };
            }
            _ => {}
        }
    }

    /// Takes an APDU, and gives the callback that it is of.
    fn apdu(&mut self, message: &Message<'_>, apdu: CcApdu) -> Option<u64> {
        let (key, call) = (message.call.key, message.call);
        let of_call = self.by_call.get(&key).copied();
        let of_parties = |found: &Found, live: &BTreeMap<u64, Callback>, parties: &Parties| {
            found.of(live, key.link, parties.a.digits, parties.b.digits)
        };
        let number = match &apdu {
            CcApdu::Request(request) => match of_call {
                Some(number) => Some(number),
                None => self.begin(message, Some(request), None),
            },
            CcApdu::ExecPossible(parties) => {
                let known = parties.as_ref().and_then(|it| of_parties(&self.found, &self.live, it));
                of_call.or(known).or_else(|| self.begin(message, None, parties.as_ref()))
            }
            CcApdu::Cancel(parties) => {
                of_call.or_else(|| parties.as_ref().and_then(|it| of_parties(&self.found, &self.live, it)))
            }
            CcApdu::PathReserve | CcApdu::Ringout => of_call.or_else(|| {
                let setup = call.setup.as_ref()?;
                let (calling, called) = (setup.calling.map(|it| it.digits), setup.called.map(|it| it.digits));
                self.found.of_recall(&self.live, key.link, calling, called)
            }),
            _ => of_call,
        }?;
        let resets = self.resets.get(&key.link).copied().unwrap_or_default();
        let callback = self.live.get_mut(&number)?;
        if callback.resets != resets.count && callback.link == key.link {
            callback.resets = resets.count;
            let (frame, time) = (resets.frame, resets.time);
            callback.add(Step { frame, time, call: None, what: What::LinkReset });
        }
        if apply(callback, message, apdu) {
            self.by_call.insert(key, number);
        }
        Some(number)
    }

    /// A callback that was not known: its request, or a ccExecPossible whose request is not in the trace.
    fn begin(
        &mut self,
        message: &Message<'_>,
        request: Option<&Request>,
        parties: Option<&Parties>,
    ) -> Option<u64> {
        if self.live.len() >= MOST_CALLBACKS {
            self.left_out = self.left_out.saturating_add(1);
            return None;
        }
        let (key, setup) = (message.call.key, message.call.setup.as_ref());
        let side_a = if request.is_some() { message.sender } else { message.sender.peer() };
        let calling = setup.and_then(|setup| setup.calling);
        let called = setup.and_then(|setup| setup.called);
        let (a, b, service) = match (request, parties) {
            (Some(request), _) => (request.a.or(calling), Some(request.b), request.service.clone()),
            (None, Some(parties)) => (Some(parties.a), Some(parties.b), parties.service.clone()),
            (None, None) if key.origin == side_a => (calling, called, Vec::new()),
            (None, None) => (called, calling, Vec::new()),
        };
        self.latest += 1;
        let mut callback = Callback {
            number: self.latest,
            link: key.link,
            side_a,
            a,
            b,
            no_reply: request.map(|request| request.no_reply),
            service,
            attempt: request.and_then(|_| self.attempts.before(message.call, a, b, message.seen.time())),
            request_id: request.map(|request| request.id),
            retain_asked: request.and_then(|request| request.retain),
            retained: None,
            retain_service: false,
            state: if request.is_some() { State::Requested } else { State::Waiting },
            connection: Some(key),
            recall: None,
            recall_setup: None,
            recall_error: None,
            a_busy: None,
            steps: Vec::new(),
            left_out: 0,
            resets: self.resets.get(&key.link).map_or(0, |resets| resets.count),
            outcome: None,
            end: None,
            chosen: false,
        };
        if let Some(attempt) = &callback.attempt {
            let (frame, time) = (attempt.setup.frame, attempt.setup.time);
            let what = What::Called(attempt.cause);
            callback.steps.push(Step { frame, time, call: Some(attempt.key), what });
        }
        self.found.insert(&callback);
        *self.pending.entry(key.link).or_default() += 1;
        self.live.insert(self.latest, callback);
        Some(self.latest)
    }
}

/// What an APDU does to its callback. Whether the call or connection it came on is now one of the callback.
fn apply(callback: &mut Callback, message: &Message<'_>, apdu: CcApdu) -> bool {
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
                qsig_rose::ErrorValue::SHORT_TERM_REJECTION => End::RejectedShort,
                qsig_rose::ErrorValue::LONG_TERM_REJECTION => End::RejectedLong,
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
fn moved(callback: &mut Callback, message: &Message<'_>, answered: bool) {
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
        let (what, outcome) = match (ringing, cause.map(qsig_core::Cause::value)) {
            (true, _) => (What::NotAnswered(sender, cause), End::NotAnswered),
            (false, Some(17)) if by_b => (What::RecallFailed(sender, cause, error), End::BusyAgain),
            (false, _) => (What::RecallFailed(sender, cause, error), End::RecallFailed),
        };
        if callback.state == State::Connected {
            callback.end = alone.then_some(End::Connected);
            return;
        }
        callback.add(message.step(what));
        if !ringing && cause == Some(qsig_core::Cause::REQUESTED_CHANNEL_NOT_AVAILABLE) {
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
