//! Legs on a trunk: what layer 3 tells of a call, and what it is asked.

use bytes::Bytes;
use qsig_call::{CallId, Clearing, End, Presentation, Request, Setup};
use qsig_cc::{Apdu, Operation};
use qsig_core::{Cause, Digits, Instant};

use crate::limits::CHANNEL_RETRIES;
use crate::{
    calls::{By, Call, Leg, Stage, presented},
    config::TrunkIndex,
    connections::peer_of,
    facility::{self, Reading},
    node::Node,
    phone::{CallNumber, Party},
    plan::Destination,
    trunk::Owner,
};

impl Node {
    /// A SETUP of a call came over a trunk.
    pub(crate) fn call_offered(&mut self, now: Instant, trunk: TrunkIndex, id: CallId, setup: Setup) {
        let reading = self.read_facilities(trunk, &setup.facilities);
        if reading.clear {
            let clearing = Clearing {
                cause: Cause::FACILITY_REJECTED,
                facilities: reading.answers,
                repeat_facilities: true,
            };
            return self.request(now, trunk, id, Request::Disconnect(clearing));
        }
        let may_be_shown = setup.calling.is_none_or(|calling| calling.presentation == Presentation::Allowed);
        let calling = setup.calling.map(|calling| calling.number).filter(|number| !number.digits.is_empty());
        let caller = Party {
            digits: calling.filter(|_| may_be_shown).map_or(Digits::EMPTY, |number| number.digits),
            name: reading.name.filter(|_| may_be_shown).unwrap_or_default(),
            forwarded: None,
        };
        let mut call = Call::new(Leg::Trunk(trunk, id), calling, caller, setup.called, setup.bearer, now);
        call.diversion = reading.legs.diversion;
        let number = self.add_call(call);
        self.trunks[trunk].owners.insert(id, Owner::Call(number));
        // A busy user is refused after CALL PROCEEDING: that is what a peer offers call completion for.
        self.request(now, trunk, id, Request::Proceeding);
        self.send_rejects(now, trunk, id, reading.answers);
        let completes = reading.apdus.iter().any(|apdu| {
            matches!(apdu, Apdu::Invoke { operation: Operation::Ringout | Operation::PathReserve, .. })
        });
        if completes {
            return self.offer_recall(now, number, peer_of(trunk), reading.apdus);
        }
        match self.plan.find(&setup.called.digits) {
            Destination::Phone(phone) => self.offer_to_phone(now, number, phone),
            Destination::Incomplete => {
                self.clear(now, number, By::Called, Cause::INVALID_NUMBER_FORMAT, Vec::new());
            }
            // What lies behind a trunk is not reached from a trunk: this node is no transit PINX.
            Destination::Trunk(_) => {
                self.clear(now, number, By::Called, Cause::NO_ROUTE_TO_DESTINATION, Vec::new());
            }
            Destination::Nobody => {
                self.clear(now, number, By::Called, Cause::UNALLOCATED_NUMBER, Vec::new());
            }
        }
    }

    /// Layer 3 told something of a leg.
    pub(crate) fn call_event(
        &mut self,
        now: Instant,
        trunk: TrunkIndex,
        number: CallNumber,
        event: qsig_call::Event,
    ) {
        use qsig_call::Event;
        match event {
            Event::Alerting { call, facilities, .. } => {
                if let Some(reading) = self.take_facilities(now, trunk, call, number, &facilities) {
                    self.alerting(now, number, &reading.apdus, reading.name);
                }
            }
            Event::Connected { call, facilities, connected } => {
                if let Some(reading) = self.take_facilities(now, trunk, call, number, &facilities) {
                    self.connected(now, number, connected, &reading.apdus, reading.name);
                }
            }
            Event::Facility { call, facilities } | Event::Progress { call, facilities, .. } => {
                self.take_facilities(now, trunk, call, number, &facilities);
            }
            Event::Disconnect { call, cause, facilities } => {
                let reading = self.read_facilities(trunk, &facilities);
                self.clear_leg(now, trunk, call, number, cause, reading.apdus);
                let clearing = Clearing { cause, facilities: reading.answers, repeat_facilities: true };
                self.request(now, trunk, call, Request::Release(clearing));
            }
            Event::Clearing { call, cause, facilities } => {
                let apdus = self.read_facilities(trunk, &facilities).apdus;
                self.clear_leg(now, trunk, call, number, cause, apdus);
            }
            Event::Released { call, cause, end, facilities } => {
                self.trunks[trunk].owners.remove(&call);
                let refused = cause == Cause::REQUESTED_CHANNEL_NOT_AVAILABLE && end == End::ReleaseComplete;
                if refused && facilities.is_empty() && self.try_another_channel(now, trunk, call, number) {
                    return;
                }
                let apdus = self.read_facilities(trunk, &facilities).apdus;
                self.clear_leg(now, trunk, call, number, cause, apdus);
            }
            // Tones and notices are not shown; overlap digits are not asked for.
            _ => {}
        }
    }

    /// The call leaves over a trunk.
    pub(crate) fn offer_to_trunk(
        &mut self,
        now: Instant,
        number: CallNumber,
        trunk: TrunkIndex,
        apdus: &[Apdu],
    ) {
        let invoke_id = self.next_invoke_id();
        let diverted = self.setup_of_diverted(number);
        let Some(call) = self.calls.get(&number) else { return };
        let mut setup = Setup::call(call.bearer.clone(), call.destination());
        setup.calling = call.calling.map(presented);
        setup.facilities = facility::write(apdus);
        setup.facilities.extend(facility::calling_name(invoke_id, &call.caller.name));
        setup.facilities.extend(diverted);
        self.set_up(now, number, trunk, setup);
    }

    fn set_up(&mut self, now: Instant, number: CallNumber, trunk: TrunkIndex, setup: Setup) {
        match self.trunks[trunk].layer3.setup(now, setup.clone()) {
            Ok(id) => {
                self.trunks[trunk].owners.insert(id, Owner::Call(number));
                if let Some(call) = self.calls.get_mut(&number) {
                    call.to = Leg::Trunk(trunk, id);
                    call.setup = Some(setup);
                }
            }
            Err(refused) => self.clear(now, number, By::Called, refused.cause(), Vec::new()),
        }
    }

    /// The far end wants the channel itself, or holds it for taken: the same SETUP, invoke ids and all, on another
    /// channel. Nobody else hears of it.
    fn try_another_channel(
        &mut self,
        now: Instant,
        trunk: TrunkIndex,
        id: CallId,
        number: CallNumber,
    ) -> bool {
        let Some(call) = self.calls.get_mut(&number) else { return false };
        if call.to != Leg::Trunk(trunk, id)
            || call.stage > Stage::Proceeding
            || call.retries == CHANNEL_RETRIES
        {
            return false;
        }
        let Some(setup) = call.setup.take() else { return false };
        call.retries += 1;
        call.to = Leg::Nobody;
        self.set_up(now, number, trunk, setup);
        true
    }

    /// Reads the Facility elements of a message of a call. What was not understood is rejected; `None`: its sender wants
    /// the call cleared then, and it is.
    fn take_facilities(
        &mut self,
        now: Instant,
        trunk: TrunkIndex,
        id: CallId,
        number: CallNumber,
        facilities: &[Bytes],
    ) -> Option<Reading> {
        let reading = self.read_facilities(trunk, facilities);
        if !reading.clear {
            if let Some(call) = self.calls.get_mut(&number) {
                call.heard(&reading.legs);
            }
            self.send_rejects(now, trunk, id, reading.answers.clone());
            return Some(reading);
        }
        let cause = Cause::FACILITY_REJECTED;
        self.clear_leg(now, trunk, id, number, cause, Vec::new());
        if !self.is_ending(trunk, id) {
            let clearing = Clearing { cause, facilities: reading.answers, repeat_facilities: true };
            self.request(now, trunk, id, Request::Disconnect(clearing));
        }
        None
    }

    /// Clearing that began at a leg on a trunk.
    fn clear_leg(
        &mut self,
        now: Instant,
        trunk: TrunkIndex,
        id: CallId,
        number: CallNumber,
        cause: Cause,
        apdus: Vec<Apdu>,
    ) {
        let Some(call) = self.calls.get(&number) else { return };
        let by = if call.from == Leg::Trunk(trunk, id) { By::Caller } else { By::Called };
        self.clear(now, number, by, cause, apdus);
    }
}
