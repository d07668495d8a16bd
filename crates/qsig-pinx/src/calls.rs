//! One call model for local and trunk calls: two legs, and what one tells the other.

use qsig_call::{Bearer, CallId, Presentation, PresentedNumber, Request, Screening, Setup};
use qsig_cc::Apdu;
use qsig_core::{Cause, Digits, Instant, PartyNumber};

use crate::{
    CallView,
    config::{PhoneIndex, TrunkIndex},
    connections::{LOCAL, peer_of},
    diversion::Diversion,
    facility,
    node::{NO_ANSWER, Node, Timer},
    phone::{CallNumber, Party, State},
    plan::Destination,
};

/// One end of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leg {
    Phone(PhoneIndex),
    Trunk(TrunkIndex, CallId),
    /// There is none (yet, or any more).
    Nobody,
}

/// Which of the two ends clears, or is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    Caller,
    Called,
}

/// How far a call has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    Proceeding,
    Alerting,
    Connected,
}

/// A call, from the moment the number is complete until one end clears.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) from: Leg,
    pub(crate) to: Leg,
    pub(crate) stage: Stage,
    pub(crate) calling: Option<PartyNumber>,
    /// The caller as the called user may see it.
    pub(crate) caller: Party,
    pub(crate) called: PartyNumber,
    pub(crate) bearer: Bearer,
    /// The completion of this callback, by its name at the originating engine.
    pub(crate) placed: Option<(qsig_cc::Call, qsig_cc::RecordId)>,
    /// The completion of a callback, by its name at the terminating engine.
    pub(crate) offered: Option<qsig_cc::Call>,
    /// The SETUP that left over a trunk.
    pub(crate) setup: Option<Setup>,
    /// How often it was sent again on another channel.
    pub(crate) retries: u8,
    /// That it was diverted; `called` stays whom the caller wanted, and whom a callback is for.
    pub(crate) diversion: Option<Diversion>,
    /// Where the far node has diverted it to.
    pub(crate) nominated: Option<Digits>,
    /// Whether the user there may be shown.
    pub(crate) may_be_shown: bool,
    /// When it began.
    since: Instant,
}

impl Call {
    /// A call that has not left this node yet.
    pub(crate) const fn new(
        from: Leg,
        calling: Option<PartyNumber>,
        caller: Party,
        called: PartyNumber,
        bearer: Bearer,
        since: Instant,
    ) -> Self {
        Self {
            from,
            to: Leg::Nobody,
            stage: Stage::Proceeding,
            calling,
            caller,
            called,
            bearer,
            placed: None,
            offered: None,
            setup: None,
            retries: 0,
            diversion: None,
            nominated: None,
            may_be_shown: false,
            since,
        }
    }
}

impl Node {
    /// All calls of the moment.
    pub fn calls(&self) -> impl Iterator<Item = CallView> {
        self.calls.iter().map(|(number, call)| CallView {
            id: number.0,
            from: call.caller.digits,
            to: call.called.digits,
            stage: match call.stage {
                Stage::Proceeding => "calling",
                Stage::Alerting => "ringing",
                Stage::Connected => "connected",
            },
            since: call.since,
        })
    }

    /// A phone calls a number.
    pub(crate) fn place_call(&mut self, now: Instant, phone: PhoneIndex, digits: Digits) {
        let caller = &self.phones[phone];
        let calling = Some(PartyNumber::unknown(caller.number));
        let called = PartyNumber::unknown(digits);
        let call = Call::new(Leg::Phone(phone), calling, caller.party(), called, Bearer::SPEECH, now);
        self.timers.stop(Timer::DialEnd(phone));
        self.phones[phone].screen = None;
        let number = self.add_call(call);
        self.show_calling(phone, number, digits);
        match self.plan.find(&digits) {
            Destination::Phone(wanted) => self.offer_to_phone(now, number, wanted),
            Destination::Trunk(trunk) => self.offer_to_trunk(now, number, trunk, &[]),
            Destination::Incomplete => {
                self.clear(now, number, By::Called, Cause::INVALID_NUMBER_FORMAT, Vec::new());
            }
            Destination::Nobody => {
                self.clear(now, number, By::Called, Cause::UNALLOCATED_NUMBER, Vec::new());
            }
        }
    }

    /// User B's phone is asked to ring.
    pub(crate) fn offer_to_phone(&mut self, now: Instant, number: CallNumber, phone: PhoneIndex) {
        if self.forwarded(now, number, phone) {
            return;
        }
        if self.phones[phone].is_busy() {
            return self.clear(now, number, By::Called, Cause::USER_BUSY, Vec::new());
        }
        let Some(call) = self.calls.get_mut(&number) else { return };
        call.to = Leg::Phone(phone);
        let from = call.caller_shown();
        let local = matches!(call.from, Leg::Phone(_));
        self.phones[phone].state = State::Ringing { call: number, from };
        match self.phones[phone].answer_after {
            Some(after) => self.timers.restart(Timer::AnswerAfter(phone), now + after),
            None => {
                self.timers.stop(Timer::AnswerAfter(phone));
            }
        }
        if local {
            // Over a trunk the caller's T301 bounds the ringing.
            self.timers.restart(Timer::NoAnswer(number), now + NO_ANSWER);
        }
        self.limit_ringing(now, number, phone);
        let name = Some(self.phones[phone].name.clone()).filter(|name| !name.is_empty());
        self.alerting(now, number, &[], name);
    }

    /// The called end rings.
    pub(crate) fn alerting(
        &mut self,
        now: Instant,
        number: CallNumber,
        apdus: &[Apdu],
        name: Option<String>,
    ) {
        let Some(call) = self.calls.get_mut(&number).filter(|call| call.stage < Stage::Alerting) else {
            return;
        };
        call.stage = Stage::Alerting;
        let (from, called, placed, offered) = (call.from, call.called, call.placed, call.offered);
        let forwarded = call.forwarded_to();
        match from {
            Leg::Phone(phone) => {
                let to = Party { digits: called.digits, name: name.unwrap_or_default(), forwarded };
                self.phones[phone].state = State::Calling { call: number, to, alerting: true };
                // Also when the call completes a callback: that one is over, and B may not answer again.
                self.make_offer(phone, number, qsig_cc::Service::Ccnr);
            }
            Leg::Trunk(trunk, id) => {
                let invoke_id = self.next_invoke_id();
                let name = name.and_then(|name| facility::called_name(invoke_id, &name));
                let facilities = name.into_iter().chain(self.arrival_of_diverted(number)).collect();
                self.request(now, trunk, id, Request::Alerting { facilities, in_band: false });
            }
            Leg::Nobody => {}
        }
        if let Some(call) = offered {
            self.tell_terminating(now, qsig_cc::terminating::Input::CallAlerting { call });
        }
        if let Some((call, _)) = placed {
            let apdus = apdus.to_vec();
            self.tell_originating(now, qsig_cc::originating::Input::CallAlerting { call, apdus });
        }
    }

    /// The called phone is picked up.
    pub(crate) fn answer(&mut self, now: Instant, phone: PhoneIndex, number: CallNumber) {
        let answering = &self.phones[phone];
        let connected = presented(PartyNumber::unknown(answering.number));
        let name = Some(answering.name.clone()).filter(|name| !name.is_empty());
        self.connected(now, number, Some(connected), &[], name);
    }

    /// The called end has answered.
    pub(crate) fn connected(
        &mut self,
        now: Instant,
        number: CallNumber,
        who: Option<PresentedNumber>,
        apdus: &[Apdu],
        name: Option<String>,
    ) {
        let Some(call) = self.calls.get_mut(&number) else { return };
        if call.stage == Stage::Connected {
            // The incoming side of layer 3 says so again when CONNECT ACKNOWLEDGE has come.
            return;
        }
        call.stage = Stage::Connected;
        let call = call.clone();
        self.timers.stop(Timer::NoAnswer(number));
        self.timers.stop(Timer::Forward(number));
        if let Leg::Phone(phone) = call.to {
            self.timers.stop(Timer::AnswerAfter(phone));
            self.phones[phone].state = State::Connected { call: number, with: call.caller.clone() };
        }
        let withheld = who.is_some_and(|who| who.presentation != Presentation::Allowed);
        let digits = match who {
            Some(who) if !withheld && !who.number.digits.is_empty() => who.number.digits,
            _ => call.called.digits,
        };
        match call.from {
            Leg::Phone(phone) => {
                let name = name.filter(|_| !withheld).unwrap_or_default();
                let with = Party { digits, name, forwarded: None };
                self.withdraw_offer(phone);
                self.phones[phone].state = State::Connected { call: number, with };
            }
            Leg::Trunk(trunk, id) => {
                let invoke_id = self.next_invoke_id();
                let facilities =
                    name.and_then(|name| facility::connected_name(invoke_id, &name)).into_iter().collect();
                self.request(now, trunk, id, Request::Connect { facilities, connected: who });
            }
            Leg::Nobody => {}
        }
        if let Some(call) = call.offered {
            self.tell_terminating(now, qsig_cc::terminating::Input::CallAnswered { call });
        }
        if let Some((call, _)) = call.placed {
            let apdus = apdus.to_vec();
            self.tell_originating(now, qsig_cc::originating::Input::CallConnected { call, apdus });
        }
    }

    pub(crate) fn show_calling(&mut self, phone: PhoneIndex, call: CallNumber, to: Digits) {
        let to = Party { digits: to, ..Party::default() };
        self.phones[phone].state = State::Calling { call, to, alerting: false };
    }

    pub(crate) fn add_call(&mut self, call: Call) -> CallNumber {
        self.last_call = CallNumber(self.last_call.0.wrapping_add(1));
        self.calls.insert(self.last_call, call);
        self.last_call
    }

    /// The peer of a number, for call completion.
    pub(crate) fn peer_for(&self, digits: &Digits) -> Option<qsig_cc::Peer> {
        match self.plan.find(digits) {
            Destination::Phone(_) => Some(LOCAL),
            Destination::Trunk(trunk) => Some(peer_of(trunk)),
            Destination::Incomplete | Destination::Nobody => None,
        }
    }
}

/// A number that may be shown and that this PINX vouches for.
pub(crate) const fn presented(number: PartyNumber) -> PresentedNumber {
    PresentedNumber { number, presentation: Presentation::Allowed, screening: Screening::Passed }
}
