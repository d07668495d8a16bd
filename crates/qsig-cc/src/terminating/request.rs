//! What arrives in the SETUP of a connection, requests above all.

use alloc::{vec, vec::Vec};

use qsig_core::{Cause, Instant};

use super::{
    Admission, Event, Response, Terminating,
    act::With,
    record::Record,
    state::{Happening, State},
};
use crate::{Apdu, CcError, Connection, Operation, Parties, Peer, RecordId, Service, signalling::Stage};

impl Terminating {
    /// A SETUP. Whatever was in it, it is answered.
    pub(super) fn offered(&mut self, now: Instant, connection: Connection, peer: Peer, apdus: Vec<Apdu>) {
        for apdu in apdus {
            let what = apdu.name();
            match apdu {
                Apdu::Invoke {
                    id,
                    operation: Operation::Request { service, parties, retain_connection, .. },
                } => {
                    self.request(now, peer, service, parties, retain_connection, (connection, id));
                }
                Apdu::Invoke { operation: Operation::Cancel(parties), .. } => {
                    if let Some(id) = parties.and_then(|parties| self.find(peer, &parties)) {
                        self.happen(now, id, Happening::CancelReceived, With::default());
                    }
                }
                Apdu::Invoke { operation: Operation::ExecPossible(_), .. } => {
                    // It is meant for a callback of user A's side that is no more.
                    self.signalling.release_with_cancel(&mut self.outbox, connection);
                }
                _ => self.ignore(peer, None, what),
            }
        }
        if self.signalling.row(connection).is_some_and(|row| row.stage == Stage::Offered) {
            self.signalling.release(&mut self.outbox, connection, Cause::NORMAL_CALL_CLEARING, Vec::new());
        }
    }

    fn request(
        &mut self,
        now: Instant,
        peer: Peer,
        service: Service,
        parties: Parties,
        retain: Option<bool>,
        request: (Connection, i32),
    ) {
        // A second request in the same SETUP finds the connection taken.
        if !self.signalling.row(request.0).is_some_and(|row| row.stage == Stage::Offered) {
            return self.ignore(peer, None, "request");
        }
        self.counters.requested += 1;
        let target = self.targets.get(&parties.b.digits);
        let prefers = target.is_none_or(|target| target.terms.response == Response::Retain);
        let retain = parties.a.number().is_none() || retain.unwrap_or(prefers);
        let with = With { request: Some(request), call: None };
        // Nobody can tell callers without a number apart: each connection is a caller of its own.
        let numbered = parties.a.number().is_some();
        if let Some(id) = self.find(peer, &parties).filter(|_| numbered) {
            let Some(record) = self.records.get_mut(&id) else { return };
            let connected = self.signalling.is_active(record.connection);
            if !connected {
                record.service = service;
                record.ready |= service == Service::Ccbs;
            }
            self.happen(now, id, Happening::RequestAgain { connected, retain }, with);
            return;
        }
        let error = match target {
            None => Some(CcError::LongTermRejection),
            Some(target) => match target.terms.admission {
                Admission::Closed => Some(CcError::LongTermRejection),
                Admission::ClosedForNow => Some(CcError::ShortTermRejection),
                Admission::Open => (target.is_full()
                    || self.index.count_of_peer(peer) >= self.parameters.max_per_peer
                    || (numbered
                        && self.index.count_of_caller(peer, &parties) >= self.parameters.max_per_caller))
                    .then_some(CcError::ShortTermRejection),
            },
        };
        if let Some(error) = error {
            return self.refuse(peer, request, error);
        }
        if let Some(id) = self.signalling.owed.find(peer, &parties) {
            // The far end knows no more of the older callback than we do: its end must not hit the new one.
            self.signalling.owed.withdraw(id);
        }
        self.last_record += 1;
        let id = RecordId(self.last_record);
        self.index.insert(peer, &parties, id);
        if let Some(target) = self.targets.get_mut(&parties.b.digits) {
            target.enqueue(id);
        }
        let record = Record {
            state: State::Idle,
            peer,
            service,
            parties,
            since: now,
            connection: None,
            call: None,
            ready: service == Service::Ccbs,
            said_id: None,
            quiet: false,
            repeats: 0,
        };
        self.records.insert(id, record);
        self.happen(now, id, Happening::Request { retain }, with);
    }

    fn refuse(&mut self, peer: Peer, (connection, id): (Connection, i32), error: CcError) {
        self.counters.refused += 1;
        let apdus = vec![Apdu::Error { id, error }];
        self.signalling.release(&mut self.outbox, connection, Cause::NORMAL_CALL_CLEARING, apdus);
        self.outbox.tell(Event::RefusedRequest { peer, error });
    }
}
