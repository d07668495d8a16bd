//! Calls that complete a callback: what the cc engines place, admit and clear.

use qsig_call::Bearer;
use qsig_cc::{Apdu, Parties, Peer, RecordId, originating, terminating};
use qsig_core::{Cause, Instant};

use crate::{
    calls::{By, Call, Leg},
    connections::trunk_of,
    node::Node,
    phone::CallNumber,
};

impl Node {
    /// The call that completes a callback of user A here.
    pub(crate) fn place_recall(
        &mut self,
        now: Instant,
        placed: qsig_cc::Call,
        record: RecordId,
        peer: Peer,
        parties: &Parties,
        apdus: Vec<Apdu>,
    ) {
        let Some(phone) = self.waiting.get(&record).copied() else {
            return self.end_placed(now, placed, Cause::TEMPORARY_FAILURE, Vec::new());
        };
        let bearer = Bearer::from_elements(parties.service.to_vec().into()).unwrap_or(Bearer::SPEECH);
        let (calling, caller) = (parties.a.number().copied(), self.phones[phone].party());
        let mut call = Call::new(Leg::Phone(phone), calling, caller, parties.b, bearer, now);
        call.placed = Some((placed, record));
        let number = self.add_call(call);
        self.placed.insert(placed, number);
        self.phones[phone].screen = None;
        self.show_calling(phone, number, parties.b.digits);
        match trunk_of(peer) {
            Some(trunk) => self.offer_to_trunk(now, number, trunk, &apdus),
            None => self.offer_recall(now, number, peer, apdus),
        }
    }

    /// A call with a completion APDU arrives at this node, from a trunk or from a neighbour: the terminating
    /// engine decides.
    pub(crate) fn offer_recall(&mut self, now: Instant, number: CallNumber, peer: Peer, apdus: Vec<Apdu>) {
        let offered = qsig_cc::Call::Offered(self.connections.next_offered());
        let Some(call) = self.calls.get_mut(&number) else { return };
        call.offered = Some(offered);
        let input = terminating::Input::CallOffered {
            call: offered,
            peer,
            from: call.calling,
            to: call.called,
            service: call.bearer.as_octets().into(),
            from_subaddress: None,
            to_subaddress: None,
            apdus,
        };
        self.offered.insert(offered, number);
        self.tell_terminating(now, input);
    }

    /// The terminating engine takes the call as the completion of a callback.
    pub(crate) fn admit_recall(&mut self, now: Instant, offered: qsig_cc::Call) {
        let Some(&number) = self.offered.get(&offered) else { return };
        let wanted = self.calls.get(&number).and_then(|call| self.plan.phone(&call.called.digits));
        match wanted {
            Some(phone) => self.offer_to_phone(now, number, phone),
            None => self.clear(now, number, By::Called, Cause::UNALLOCATED_NUMBER, Vec::new()),
        }
    }

    /// A cc engine clears a call: the originating one its own, the terminating one what it was offered.
    pub(crate) fn clear_recall(&mut self, now: Instant, call: qsig_cc::Call, cause: Cause, apdus: Vec<Apdu>) {
        let (number, end) = match call {
            qsig_cc::Call::Placed(_) => (self.placed.get(&call), By::Caller),
            qsig_cc::Call::Offered(_) => (self.offered.get(&call), By::Called),
        };
        if let Some(&number) = number {
            self.clear(now, number, end, cause, apdus);
        }
    }

    pub(crate) fn end_placed(&mut self, now: Instant, call: qsig_cc::Call, cause: Cause, apdus: Vec<Apdu>) {
        self.placed.remove(&call);
        self.tell_originating(now, originating::Input::CallEnded { call, cause, apdus });
    }
}
