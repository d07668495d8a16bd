//! Callbacks put together from a trace, over hours, call references and links.
//!
//! What belongs to a callback is told by the connection it comes on, and where that is a new one by the numbers in it:
//! those of a full argument, or of the SETUP that carries ccRingout or ccPathReserve.

mod apdu;
mod attempts;
mod callback;
mod course;
mod found;
mod text;
mod view;

use std::collections::{BTreeMap, HashMap};

use qsig_lapd::FrameType;

pub(crate) use apdu::{CcApdu, Parties, Request, cc_apdus};
pub(crate) use callback::{Attempt, Callback, End, State, Step, What};
pub(crate) use text::party;
pub(crate) use view::StoryView;

use super::seen::Seen;
use super::trace::{CallKey, Did, FrameRef, LinkNumber, Stage};
use crate::limits::MOST_CALLBACKS;
use attempts::Attempts;
use course::{Message, apply, moved};
use found::Found;

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
            tells_a: request.is_some_and(|request| request.a.is_some_and(|party| !party.digits.is_empty())),
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
