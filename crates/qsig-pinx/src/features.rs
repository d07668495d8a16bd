//! What a user switches at a phone beside calls: hold, do not disturb, forwarding, and the phone's own restart.

use std::time::Duration;

use qsig_call::Request;
use qsig_core::{Cause, Digits, Instant};
use qsig_rose::diversion::DiversionReason;

use crate::{
    calls::{By, Leg},
    config::PhoneIndex,
    key::Condition,
    node::{Node, Timer},
    phone::{CallNumber, State},
};

/// How long a phone rings before forwarding on no answer: four rings of five seconds, about what users expect.
const NO_ANSWER_FORWARD: Duration = Duration::from_secs(20);

/// Notification descriptions of Notification indicator. Clause: Q.931 4.5.22, values of Q.953.
const REMOTE_HOLD: u8 = 0x79;
const REMOTE_RETRIEVAL: u8 = 0x7A;

/// Whether calls may disturb the user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum DoNotDisturb {
    #[default]
    Off,
    On,
    /// Calls may again; callbacks wait until the handset was lifted and put down once (S1-06).
    OffUntilUsed,
}

/// Where calls go instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Forwarding {
    all: Option<Digits>,
    busy: Option<Digits>,
    no_answer: Option<Digits>,
}

impl Forwarding {
    pub(crate) const fn is_on(&self) -> bool {
        self.all.is_some() || self.busy.is_some() || self.no_answer.is_some()
    }

    /// What the display says of it: which calls, and where they go.
    pub(crate) fn lines(&self) -> impl Iterator<Item = String> {
        let conditions = [
            (self.all, "All calls go to"),
            (self.busy, "When busy, calls go to"),
            (self.no_answer, "Without answer, calls go to"),
        ];
        conditions.into_iter().filter_map(|(to, when)| Some(format!("{when} {}", to?)))
    }

    /// Where a call goes that finds the phone idle, or busy, and why.
    fn target(&self, busy: bool) -> Option<(Digits, DiversionReason)> {
        let when_busy = if busy { self.busy } else { None };
        let all = self.all.map(|to| (to, DiversionReason::Unconditional));
        all.or(when_busy.map(|to| (to, DiversionReason::Busy)))
    }
}

impl Node {
    pub(crate) fn hold(&mut self, now: Instant, phone: PhoneIndex) -> Result<(), &'static str> {
        let State::Connected { call, with } = self.phones[phone].state.clone() else {
            let held = matches!(self.phones[phone].state, State::Held { .. });
            return Err(if held {
                "the call is held already; retrieve takes it back"
            } else {
                "no call is answered"
            });
        };
        self.phones[phone].state = State::Held { call, with };
        self.notify_far_end(now, phone, call, REMOTE_HOLD);
        Ok(())
    }

    pub(crate) fn retrieve(&mut self, now: Instant, phone: PhoneIndex) -> Result<(), &'static str> {
        let State::Held { call, with } = self.phones[phone].state.clone() else {
            return Err("no call is held");
        };
        self.phones[phone].state = State::Connected { call, with };
        self.notify_far_end(now, phone, call, REMOTE_RETRIEVAL);
        Ok(())
    }

    fn notify_far_end(&mut self, now: Instant, phone: PhoneIndex, number: CallNumber, notification: u8) {
        let Some(call) = self.calls.get(&number) else { return };
        let far = if call.from == Leg::Phone(phone) { call.to } else { call.from };
        if let Leg::Trunk(trunk, id) = far
            && !self.is_ending(trunk, id)
        {
            self.request(now, trunk, id, Request::Notify { notification });
        }
    }

    pub(crate) fn do_not_disturb(&mut self, phone: PhoneIndex, on: bool) {
        let dnd = &mut self.phones[phone].dnd;
        *dnd = match (on, *dnd) {
            (true, _) => DoNotDisturb::On,
            (false, DoNotDisturb::On) => DoNotDisturb::OffUntilUsed,
            (false, off) => off,
        };
    }

    pub(crate) fn forward(
        &mut self,
        phone: PhoneIndex,
        when: Option<Condition>,
        to: Option<Digits>,
    ) -> Result<(), &'static str> {
        if to == Some(self.phones[phone].number) {
            return Err("a phone cannot forward to itself");
        }
        let forwarding = &mut self.phones[phone].forwarding;
        match when {
            Some(Condition::Always) => forwarding.all = to,
            Some(Condition::Busy) => forwarding.busy = to,
            Some(Condition::NoAnswer) => forwarding.no_answer = to,
            None => *forwarding = Forwarding::default(),
        }
        Ok(())
    }

    /// A call arrives at a phone. `true`: it goes elsewhere. The call that completes a callback does not: the callback
    /// was set on this device (S1-19).
    pub(crate) fn forwarded(&mut self, now: Instant, number: CallNumber, phone: PhoneIndex) -> bool {
        if self.calls.get(&number).is_none_or(|call| call.offered.is_some()) {
            return false;
        }
        let target = self.phones[phone].forwarding.target(self.phones[phone].is_busy());
        if let Some((to, reason)) = target {
            self.divert(now, number, self.phones[phone].party(), reason, to);
        }
        target.is_some()
    }

    /// The phone rings for a call: the time until it is forwarded begins.
    pub(crate) fn limit_ringing(&mut self, now: Instant, number: CallNumber, phone: PhoneIndex) {
        let completes = self.calls.get(&number).is_some_and(|call| call.offered.is_some());
        if self.phones[phone].forwarding.no_answer.is_some() && !completes {
            self.timers.restart(Timer::Forward(number), now + NO_ANSWER_FORWARD);
        }
    }

    /// A phone rang long enough for its forwarding on no answer.
    pub(crate) fn forward_unanswered(&mut self, now: Instant, number: CallNumber) {
        let Some(&Leg::Phone(phone)) = self.calls.get(&number).map(|call| &call.to) else { return };
        let Some(to) = self.phones[phone].forwarding.no_answer else { return };
        self.phones[phone].state = State::Idle;
        self.timers.stop(Timer::AnswerAfter(phone));
        self.timers.stop(Timer::NoAnswer(number));
        self.divert(now, number, self.phones[phone].party(), DiversionReason::NoReply, to);
    }

    /// The phone restarts: its call is cleared, what was switched on is off, screens are gone. Its callbacks stay or go
    /// as the profile has it.
    pub(crate) fn reset(&mut self, now: Instant, index: PhoneIndex) {
        if let State::Ringing { call, .. } = self.phones[index].state {
            self.clear(now, call, By::Called, Cause::DESTINATION_OUT_OF_ORDER, Vec::new());
        } else if self.phones[index].is_off_hook() {
            // It is off hook, so this cannot be refused.
            let _ = self.hang_up(now, index);
        }
        self.answer_after(now, index, None);
        let phone = &mut self.phones[index];
        phone.screen = None;
        phone.dnd = DoNotDisturb::Off;
        phone.forwarding = Forwarding::default();
        if phone.profile.cancel_on_reset {
            let records: Vec<_> = phone.callbacks.keys().copied().collect();
            for record in records {
                self.cancel_record(now, record);
            }
        }
    }
}
