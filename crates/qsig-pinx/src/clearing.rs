//! The end of a call: who says it, who is told, and what the phones show then.

use qsig_call::{Clearing, Request};
use qsig_cc::{Apdu, terminating};
use qsig_core::{Cause, Digits, Instant};

use crate::{
    callbacks::Offer,
    calls::{By, Call, Leg},
    config::PhoneIndex,
    event::Event,
    facility,
    node::{Node, Timer},
    phone::{CallNumber, State},
};

impl Node {
    /// The call is over because one end, or the node in its place, says so. The other end is told; `apdus` go
    /// with the clearing message.
    pub(crate) fn clear(&mut self, now: Instant, number: CallNumber, by: By, cause: Cause, apdus: Vec<Apdu>) {
        let Some(call) = self.calls.remove(&number) else { return };
        self.timers.stop(Timer::NoAnswer(number));
        self.timers.stop(Timer::Forward(number));
        for (leg, end) in [(call.from, By::Caller), (call.to, By::Called)] {
            match leg {
                Leg::Phone(phone) => self.clear_phone(now, phone, (number, &call), end, by, cause),
                Leg::Trunk(trunk, id) if end != by => {
                    let clearing =
                        Clearing { cause, facilities: facility::write(&apdus), repeat_facilities: true };
                    self.request(now, trunk, id, Request::Disconnect(clearing));
                }
                Leg::Trunk(..) | Leg::Nobody => {}
            }
        }
        if let Some((placed, _)) = call.placed {
            let apdus = if by == By::Called { apdus.clone() } else { Vec::new() };
            self.end_placed(now, placed, cause, apdus);
        }
        if let Some(offered) = call.offered {
            self.offered.remove(&offered);
            let by_caller = by == By::Caller;
            let apdus = if by_caller { apdus } else { Vec::new() };
            self.tell_terminating(now, terminating::Input::CallEnded { call: offered, by_caller, apdus });
        }
        let from = call.calling.map_or(Digits::EMPTY, |number| number.digits);
        self.outbox.tell(Event::CallEnded { from, to: call.called.digits, cause });
    }

    /// What a phone shows after its call is over.
    fn clear_phone(
        &mut self,
        now: Instant,
        phone: PhoneIndex,
        (number, call): (CallNumber, &Call),
        end: By,
        by: By,
        cause: Cause,
    ) {
        self.timers.stop(Timer::AnswerAfter(phone));
        if self.phones[phone].call() != Some(number) {
            // The user has hung up: keys.rs has shown it.
            return;
        }
        let next = match (&self.phones[phone].state, end == by) {
            (State::Ringing { .. }, _) => State::Idle,
            (State::Connected { .. } | State::Held { .. }, _) => {
                State::Reorder { why: "The call has ended".into() }
            }
            (_, true) => State::Reorder { why: "The callback has ended".into() },
            (State::Calling { to, .. }, false) if cause == Cause::USER_BUSY => State::Busy { to: to.clone() },
            (_, false) => State::Reorder {
                why: cause.text().map_or_else(|| format!("Cause {}", cause.value()), Into::into),
            },
        };
        // Also after a recall that found the wanted user busy again: that callback is over, a new one may be asked for.
        let offer = matches!(next, State::Busy { .. });
        self.phones[phone].state = next;
        if offer {
            self.phones[phone].offer = Offer::after(call, self.plan.find(&call.called.digits));
            self.limit_offer(now, phone);
        } else {
            self.withdraw_offer(phone);
        }
    }
}
