//! What a user does at a phone, and what comes of it.

use std::time::Duration;

use qsig_core::{Cause, Digits, Instant};

use crate::{
    Key, Misuse,
    calls::By,
    config::PhoneIndex,
    features::DoNotDisturb,
    node::{Node, Timer},
    phone::{CallNumber, Screen, State},
    plan::Destination,
};

/// How long the node waits for a further digit before it takes the number as complete.
const DIAL_END: Duration = Duration::from_secs(4);

impl Node {
    /// A key is pressed.
    pub(crate) fn press(&mut self, now: Instant, phone: PhoneIndex, key: Key) -> Result<(), Misuse> {
        let possible = match &key {
            Key::OffHook => self.lift_checked(now, phone),
            Key::OnHook => self.hang_up(now, phone),
            Key::Dial(digits) => self.dial(now, phone, digits),
            Key::Digit(digit) => self.dial_digit(now, phone, *digit),
            Key::Softkey(label) => self.softkey(now, phone, label),
            Key::Reject(cause) => self.reject(now, phone, *cause),
            Key::AnswerAfter(after) => {
                self.answer_after(now, phone, *after);
                Ok(())
            }
            Key::Hold => self.hold(now, phone),
            Key::Retrieve => self.retrieve(now, phone),
            Key::DoNotDisturb(on) => {
                self.do_not_disturb(phone, *on);
                Ok(())
            }
            Key::Forward { when, to } => self.forward(phone, *when, *to),
            Key::Reset => {
                self.reset(now, phone);
                Ok(())
            }
        };
        possible.map_err(|hint| Misuse::NotPossible { key, state: self.phones[phone].view().state, hint })
    }

    pub(crate) fn answer_after(&mut self, now: Instant, phone: PhoneIndex, after: Option<Duration>) {
        self.phones[phone].answer_after = after;
        let rings = matches!(self.phones[phone].state, State::Ringing { .. } | State::Recall { .. });
        match after.filter(|_| rings) {
            Some(after) => self.timers.restart(Timer::AnswerAfter(phone), now + after),
            None => {
                self.timers.stop(Timer::AnswerAfter(phone));
            }
        }
    }

    fn lift_checked(&mut self, now: Instant, phone: PhoneIndex) -> Result<(), &'static str> {
        if self.phones[phone].is_off_hook() {
            return Err("the handset is up already; put it down with on-hook");
        }
        self.lift(now, phone);
        Ok(())
    }

    /// The handset is lifted: it answers, takes the recall, or gives dial tone.
    pub(crate) fn lift(&mut self, now: Instant, phone: PhoneIndex) {
        match self.phones[phone].state {
            State::Ringing { call, .. } => self.answer(now, phone, call),
            State::Recall { record, .. } => self.take_recall(now, phone, record),
            State::Idle => {
                let shown = &mut self.phones[phone].screen;
                // A notice stays (S3-28): the user may dial by hand and come back to it.
                if !matches!(shown, Some(Screen::Available(..))) {
                    *shown = None;
                }
                self.phones[phone].state = State::Dialling(Digits::EMPTY);
            }
            _ => {}
        }
    }

    /// User A takes what was offered: the cc engine places the call.
    fn take_recall(&mut self, now: Instant, phone: PhoneIndex, record: qsig_cc::RecordId) {
        self.timers.stop(Timer::AnswerAfter(phone));
        self.tell_originating(now, qsig_cc::originating::Input::Answered { record });
    }

    pub(crate) fn hang_up(&mut self, now: Instant, phone: PhoneIndex) -> Result<(), &'static str> {
        if !self.phones[phone].is_off_hook() {
            return Err("the handset is down already; lift it with off-hook");
        }
        self.timers.stop(Timer::DialEnd(phone));
        let call = self.phones[phone].call();
        self.withdraw_offer(phone);
        self.phones[phone].state = State::Idle;
        if self.phones[phone].dnd == DoNotDisturb::OffUntilUsed {
            self.phones[phone].dnd = DoNotDisturb::Off;
        }
        if let Some(call) = call {
            if let Some(record) = self.unfinished_recall(call) {
                // The cc engine clears the call with what it has to say.
                self.cancel_record(now, record);
            } else {
                let by = self.end_of(phone, call);
                self.clear(now, call, by, Cause::NORMAL_CALL_CLEARING, Vec::new());
            }
        }
        if matches!(self.phones[phone].screen, Some(Screen::Refused(_) | Screen::Ended(_))) {
            self.phones[phone].screen = None;
        }
        Ok(())
    }

    fn dial(&mut self, now: Instant, phone: PhoneIndex, digits: &Digits) -> Result<(), &'static str> {
        match self.phones[phone].state {
            State::Idle => self.lift(now, phone),
            State::Dialling(_) => {}
            _ => return Err("put the handset down first with on-hook"),
        }
        self.add_digits(now, phone, digits)
    }

    fn dial_digit(&mut self, now: Instant, phone: PhoneIndex, digit: char) -> Result<(), &'static str> {
        match self.phones[phone].state {
            State::Dialling(_) => {}
            _ if self.phones[phone].is_off_hook() => return Err("put the handset down first with on-hook"),
            _ => return Err("lift the handset first with off-hook"),
        }
        let digits = u8::try_from(digit).ok().and_then(|octet| Digits::from_octets(&[octet]).ok());
        self.add_digits(now, phone, &digits.ok_or("the digits are 0-9, * and #")?)
    }

    fn add_digits(&mut self, now: Instant, phone: PhoneIndex, more: &Digits) -> Result<(), &'static str> {
        let State::Dialling(so_far) = self.phones[phone].state else { return Ok(()) };
        let all = [so_far.as_octets(), more.as_octets()].concat();
        let digits = Digits::from_octets(&all).map_err(|_| "a number has 20 digits at most")?;
        self.phones[phone].state = State::Dialling(digits);
        // Digits that come at once are meant as a whole number; one by one there may be more to come.
        let at_once = more.len() > 1 && self.plan.find(&digits) != Destination::Incomplete;
        if at_once || !self.plan.may_grow(&digits) {
            self.place_call(now, phone, digits);
        } else {
            self.timers.restart(Timer::DialEnd(phone), now + DIAL_END);
        }
        Ok(())
    }

    pub(crate) fn end_dialling(&mut self, now: Instant, phone: PhoneIndex) {
        if let State::Dialling(digits) = self.phones[phone].state {
            self.place_call(now, phone, digits);
        }
    }

    fn softkey(&mut self, now: Instant, phone: PhoneIndex, label: &str) -> Result<(), &'static str> {
        let shown = self.shown_record(phone);
        match (label, shown) {
            ("CallBack", _) if self.request_callback(now, phone) || self.show_notice(phone) => Ok(()),
            ("CallBack", _) => Err("a callback can be asked for on busy or ringback tone"),
            ("Dial", Some(record))
                if matches!(self.phones[phone].shown_screen(), Some(Screen::Available(..))) =>
            {
                if self.phones[phone].call().is_some() {
                    return Err("end the call first with on-hook");
                }
                self.withdraw_offer(phone);
                self.timers.stop(Timer::DialEnd(phone));
                self.take_recall(now, phone, record);
                Ok(())
            }
            // The notice was left with Exit. A real phone has no Dial key then, and CallBack shows the notice again.
            ("Dial", _) if self.phones[phone].notice().is_some() => {
                Err("the callback notice is not shown; CallBack shows it again")
            }
            ("Dial", _) => Err("no callback notice is shown"),
            ("Cancel", Some(record)) => {
                self.phones[phone].screen = None;
                self.cancel_record(now, record);
                Ok(())
            }
            ("Cancel", None) => Err("no callback is shown"),
            ("Exit", _) if self.phones[phone].shown_screen().is_some() => {
                self.phones[phone].screen = None;
                Ok(())
            }
            ("Exit", _) => Err("no screen to leave"),
            _ => Err("softkeys are CallBack, Dial, Cancel and Exit"),
        }
    }

    fn reject(&mut self, now: Instant, phone: PhoneIndex, cause: Cause) -> Result<(), &'static str> {
        match self.phones[phone].state {
            State::Ringing { call, .. } => self.clear(now, call, By::Called, cause, Vec::new()),
            State::Recall { record, .. } => self.cancel_record(now, record),
            _ => return Err("nothing rings"),
        }
        Ok(())
    }

    /// A neighbour's phone rang long enough.
    pub(crate) fn give_up(&mut self, now: Instant, call: CallNumber) {
        self.clear(now, call, By::Called, Cause::NO_ANSWER_FROM_USER, Vec::new());
    }

    /// The callback that this call completes, as long as it is not over.
    fn unfinished_recall(&self, call: CallNumber) -> Option<qsig_cc::RecordId> {
        let (_, record) = self.calls.get(&call)?.placed?;
        self.waiting.contains_key(&record).then_some(record)
    }

    fn end_of(&self, phone: PhoneIndex, call: CallNumber) -> By {
        match self.calls.get(&call) {
            Some(call) if call.from == crate::calls::Leg::Phone(phone) => By::Caller,
            _ => By::Called,
        }
    }
}
