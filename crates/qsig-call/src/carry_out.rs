use alloc::vec::Vec;

use bytes::Bytes;
use qsig_core::Cause;
use qsig_q931::{CallReference, CallReferenceValue, MessageType, Origin};

use crate::{
    CallId, Engine, Event, Fault, Kind, Request, State, Stimulus, Timer,
    action::{Action, News, Why},
    channel, dispatch,
    occasion::Occasion,
    record::Record,
    stimulus::Direction,
};

impl Engine {
    /// Does one thing that a step table says. `next` is the state after the step.
    pub(crate) fn carry_out(&mut self, occasion: &mut Occasion<'_>, next: State, action: Action) {
        let call = occasion.call;
        match action {
            Action::Start(timer) | Action::Restart(timer) => self.start(occasion, timer),
            Action::Ensure(timer) => {
                if !self.timers.is_running((call, timer)) {
                    self.start(occasion, timer);
                }
            }
            Action::Stop(timer) => {
                self.timers.stop((call, timer));
            }
            Action::StopAll => self.stop_all(call),
            Action::Send(message, why) => self.send(occasion, message, why),
            Action::Resend(_) => {
                if let Some(record) = self.records.get_mut(&call) {
                    record.repeated = true;
                    let octets = record.repetition.clone();
                    self.transmit(octets);
                }
            }
            Action::Tell(news) => self.tell(occasion, news),
            Action::TellClearing(why) => {
                let cause = self.told_cause(occasion, why);
                let facilities = occasion.facilities();
                self.outbox.tell(Event::Clearing { call, cause, facilities });
            }
            Action::Discard => self.counters.discarded += u64::from(occasion.message.is_some()),
            Action::Log => {
                let record = self.records.get(&call);
                let received =
                    occasion.received().filter(|received| !dispatch::is_plain_answer(received, record));
                if let Some(received) = received {
                    let cause = received.cause.map(|element| element.cause);
                    let state = received.call_state.map(|element| element.value);
                    self.fault(call, Fault::Status { cause, state });
                }
            }
            // A table that does this beside other things is wrong.
            Action::Refuse(_) | Action::CannotHappen => self.internal_fault(call),
            Action::FirstTry => self.edit(call, |record| record.tries = 1),
            Action::NextTry => self.edit(call, |record| record.tries = record.tries.saturating_add(1)),
            Action::Mismatch(mismatch) => self.edit(call, |record| record.mismatch = mismatch),
            Action::NewCall => self.new_call(occasion, next),
            Action::TakeChannel | Action::AdoptChannel => self.take_channel(occasion),
            Action::GiveChannel => self.give_channel(call),
            Action::HoldFacility => {
                if let Some(Request::Facility { facilities }) = &mut occasion.request {
                    let facilities = core::mem::take(facilities);
                    self.edit(call, |record| record.held.push(facilities));
                }
            }
            Action::SendHeld => self.send_held(call),
            Action::End(why) => self.end(occasion, why),
            Action::BlockChannel => {
                self.channels.block(occasion.freed.map_or(0, channel::bit));
            }
            Action::AskRestart => {
                if let Some(slot) = occasion.freed {
                    self.restart_channel(occasion.now, slot);
                }
            }
            Action::RaiseGlare => {
                let holder = occasion.chosen.and_then(|slot| self.channels.holder(slot));
                if let Some(holder) = holder {
                    let mut glare = Occasion::of(occasion.now, holder);
                    self.run_always(&mut glare, Stimulus::Glare);
                }
            }
        }
    }

    pub(crate) fn fault(&mut self, call: CallId, fault: Fault) {
        let call = Some(call).filter(|call| *call != CallId::INTERFACE);
        self.outbox.tell(Event::Fault { call, fault });
    }

    /// The cause that call control is told.
    fn told_cause(&self, occasion: &Occasion<'_>, why: Why) -> Cause {
        let begun = || self.records.get(&occasion.call)?.clearing;
        match why {
            Why::Because(cause) => cause,
            Why::Bad => occasion.check.cause().map_or(Cause::INVALID_MESSAGE, |(cause, _)| cause),
            Why::Usual => occasion
                .message_cause()
                // STATUS 30 with state 0 answers a question and gives no reason.
                .map(|cause| match cause {
                    Cause::RESPONSE_TO_STATUS_ENQUIRY => Cause::NORMAL_UNSPECIFIED,
                    cause => cause,
                })
                .or_else(|| occasion.clearing().map(|clearing| clearing.cause))
                .or_else(begun)
                .unwrap_or(Cause::NORMAL_UNSPECIFIED),
        }
    }

    fn edit(&mut self, call: CallId, change: impl FnOnce(&mut Record)) {
        match self.records.get_mut(&call) {
            Some(record) => change(record),
            None => self.internal_fault(call),
        }
    }

    fn start(&mut self, occasion: &Occasion<'_>, timer: Timer) {
        let connection =
            self.records.get(&occasion.call).is_some_and(|record| record.kind == Kind::Connection);
        let deadline = occasion.now + self.parameters.timers.of(timer, connection);
        self.timers.restart((occasion.call, timer), deadline);
    }

    fn stop_all(&mut self, call: CallId) {
        for timer in Timer::OF_CALLS {
            self.timers.stop((call, timer));
        }
    }

    fn new_call(&mut self, occasion: &mut Occasion<'_>, next: State) {
        let reference = occasion.message.map(|(message, _)| message.call_reference);
        let (direction, value) = match reference {
            Some(CallReference::Call(Origin::Sender, value)) => (Direction::Incoming, value),
            _ => (Direction::Outgoing, self.next_reference()),
        };
        let called = match (&occasion.setup, occasion.received()) {
            (Some(setup), _) => setup.called,
            (None, Some(received)) => received.called.unwrap_or_default(),
            (None, None) => qsig_core::PartyNumber::default(),
        };
        let setup = occasion.setup.as_ref();
        let record = Record {
            kind: occasion.kind,
            direction,
            value,
            state: next,
            channel: None,
            exclusive: self.parameters.exclusive_channels
                || setup.is_some_and(|setup| setup.channel.is_some()),
            slot_map: occasion.received().is_some_and(dispatch::has_slot_map),
            called,
            has_digits: !called.digits.is_empty(),
            supervised: setup.is_none_or(|setup| setup.supervised),
            repetition: Bytes::new(),
            repeated: false,
            held: Vec::new(),
            tries: 0,
            mismatch: false,
            clearing: None,
            repeat: setup
                .filter(|setup| setup.repeat_facilities)
                .map_or_else(Vec::new, |setup| setup.facilities.clone()),
        };
        occasion.call = self.next_id();
        self.references.insert(record.key(), occasion.call);
        self.calls += usize::from(record.kind == Kind::Call);
        self.counters.opened += 1;
        self.records.insert(occasion.call, record);
    }

    fn next_id(&mut self) -> CallId {
        loop {
            self.last_id = self.last_id.wrapping_add(1);
            let id = CallId(self.last_id);
            if id != CallId::INTERFACE && !self.records.contains_key(&id) {
                return id;
            }
        }
    }

    /// The next value that no call of ours has. There is one, for the limits are below the number of values.
    fn next_reference(&mut self) -> CallReferenceValue {
        for _ in 0..=self.references.len() {
            self.last_reference = self.last_reference.next();
            if !self.references.contains_key(&(Direction::Outgoing, self.last_reference)) {
                break;
            }
        }
        self.last_reference
    }

    /// Seizes the slot that was chosen, in place of one already held.
    fn take_channel(&mut self, occasion: &Occasion<'_>) {
        let Some(slot) = occasion.chosen else { return };
        let Some(record) = self.records.get_mut(&occasion.call) else { return };
        if let Some(old) = record.channel.replace(slot) {
            self.channels.release(old);
        }
        self.channels.seize(slot, occasion.call);
    }

    fn give_channel(&mut self, call: CallId) {
        let slot = self.records.get_mut(&call).and_then(|record| record.channel.take());
        if let Some(slot) = slot {
            self.channels.release(slot);
        }
    }

    fn send_held(&mut self, call: CallId) {
        let Some(record) = self.records.get_mut(&call) else { return };
        let (held, reference) = (core::mem::take(&mut record.held), record.reference());
        for facilities in held {
            self.write(reference, MessageType::Facility, |writer| {
                for contents in &facilities {
                    writer.facility(contents);
                }
            });
        }
    }

    fn end(&mut self, occasion: &mut Occasion<'_>, why: Why) {
        let call = occasion.call;
        let cause = self.told_cause(occasion, why);
        self.stop_all(call);
        let Some(record) = self.records.remove(&call) else { return self.internal_fault(call) };
        self.references.remove(&record.key());
        self.calls -= usize::from(record.kind == Kind::Call);
        occasion.freed = record.channel;
        if let Some(slot) = record.channel {
            self.channels.release(slot);
        }
        self.counters.ended += 1;
        let facilities = occasion.facilities();
        self.outbox.tell(Event::Released { call, cause, end: occasion.end, facilities });
    }

    fn tell(&mut self, occasion: &Occasion<'_>, news: News) {
        let call = occasion.call;
        let received = occasion.received();
        let in_band = received.is_some_and(qsig_q931::Received::is_in_band);
        let facilities = occasion.facilities();
        let event = match news {
            News::Setup => {
                let Some(received) = received else { return };
                let channel = self.channel(call);
                Event::Setup { call, setup: dispatch::setup(occasion.kind, received, channel) }
            }
            News::MoreInformation => Event::MoreInformation { call },
            News::Proceeding => Event::Proceeding { call },
            News::Alerting => Event::Alerting { call, facilities, in_band },
            News::Progress => Event::Progress { call, facilities, in_band, cause: occasion.message_cause() },
            News::Connected => {
                let connected = received.and_then(|received| received.connected).map(Into::into);
                Event::Connected { call, facilities, connected }
            }
            News::Information => {
                let called = received.and_then(|received| received.called).unwrap_or_default();
                let complete = received.is_some_and(|received| received.sending_complete);
                self.edit(call, |record| record.has_digits |= !called.digits.is_empty());
                Event::Information { call, digits: called.digits, complete }
            }
            News::InformationComplete => Event::InformationComplete { call },
            // A repeated ALERTING is of interest only for its APDUs.
            News::Facility if facilities.is_empty() => return,
            News::Facility => Event::Facility { call, facilities },
            News::Notify => {
                let notification = received
                    .and_then(|received| received.notification)
                    .map_or(0, |element| element.notification.bits());
                Event::Notify { call, notification }
            }
            News::Disconnect => {
                let cause = self.told_cause(occasion, Why::Usual);
                self.edit(call, |record| record.clearing = Some(cause));
                Event::Disconnect { call, cause, facilities }
            }
            News::LinkLost => Event::LinkLost { call },
            News::LinkBack => Event::LinkBack { call },
        };
        self.outbox.tell(event);
    }
}
