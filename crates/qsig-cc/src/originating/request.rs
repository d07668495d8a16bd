use qsig_core::{Instant, PartyNumber};

use super::{
    Originating, Request, RequestRefused,
    record::Record,
    state::{Happening, State},
};
use crate::{RecordId, index::a_digits};

impl Originating {
    /// Asks for a callback: its request is sent, T1 runs. What is refused leaves no trace.
    pub fn request(&mut self, now: Instant, request: Request) -> Result<RecordId, RequestRefused> {
        let Request { peer, service, parties, options } = request;
        let without_digits = |number: &PartyNumber| number.digits.is_empty();
        if without_digits(&parties.b) || parties.a.number().is_some_and(without_digits) {
            return Err(RequestRefused::NoNumber);
        }
        if let Some(id) = self.find(peer, &parties) {
            return Err(RequestRefused::Duplicate(id));
        }
        if self.signalling.owed.find(peer, &parties).is_some() {
            return Err(RequestRefused::CancelOwed);
        }
        if self.index.count_of_peer(peer) >= self.parameters.max_per_peer {
            return Err(RequestRefused::TooMany);
        }
        if !self.signalling.is_up(peer) {
            return Err(RequestRefused::LinkDown);
        }
        self.last_record += 1;
        let id = RecordId(self.last_record);
        self.index.insert(peer, &parties, id);
        self.callers.entry(a_digits(&parties)).or_default().insert(id);
        let record = Record {
            state: State::Idle,
            peer,
            service,
            parties,
            options,
            since: now,
            connection: None,
            call: None,
            request_id: None,
            ringout_id: None,
            said_id: None,
            resumed: false,
            cancel_received: false,
        };
        self.records.insert(id, record);
        self.counters.requested += 1;
        self.happen(now, id, Happening::Request, None);
        Ok(id)
    }
}
