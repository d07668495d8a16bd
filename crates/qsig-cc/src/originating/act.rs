//! Carries out what the table says.

use alloc::{vec, vec::Vec};

use qsig_core::{Cause, Instant};

use super::{
    Event, Originating,
    state::{Act, Happening, State},
    timers::Timer,
};
use crate::{Action, Call, Connection, Operation, RecordId, index::a_digits};

impl Originating {
    /// One step of one callback. `offered` is the new connection that the happening came with. `false`: it has
    /// no meaning in this state, and nothing was done.
    pub(super) fn happen(
        &mut self,
        now: Instant,
        id: RecordId,
        happening: Happening,
        offered: Option<Connection>,
    ) -> bool {
        let Some(record) = self.records.get_mut(&id) else { return false };
        let (next, acts) = (self.step)(record.state, happening);
        record.state = next;
        for act in acts {
            self.act(now, id, *act, offered);
        }
        if next == State::Idle {
            self.forget(id);
        }
        !acts.contains(&Act::Ignore)
    }

    fn act(&mut self, now: Instant, id: RecordId, act: Act, offered: Option<Connection>) {
        let Self { records, calls, last_call, signalling, timers, outbox, counters, .. } = self;
        let Some(record) = records.get_mut(&id) else { return };
        match act {
            Act::SendRequest => {
                let retain_connection = record.retain_connection();
                let apdu = signalling.invoke(Operation::Request {
                    service: record.service,
                    parties: record.parties.clone(),
                    can_retain_service: false,
                    retain_connection,
                });
                record.request_id = apdu.id();
                record.connection = signalling.open(outbox, record.peer, &record.parties, Some(id), apdu);
            }
            Act::StartT1 => timers.restart((id, Timer::T1), now + record.options.t1),
            Act::StopT1 => drop(timers.stop((id, Timer::T1))),
            Act::StartT2 => timers.restart((id, Timer::T2), now + record.options.t2),
            Act::StartT3 => timers.restart((id, Timer::T3), now + record.options.t3),
            Act::StopT3 => drop(timers.stop((id, Timer::T3))),
            Act::TellAccepted => {
                counters.accepted += 1;
                let retained = signalling.is_active(record.connection);
                outbox.tell(Event::Accepted { record: id, retained });
            }
            Act::OfferRecall => {
                counters.recalls += 1;
                outbox.tell(Event::Recall { record: id });
            }
            Act::TellSuspended => outbox.tell(Event::Suspended { record: id }),
            Act::TellResumed => outbox.tell(Event::Resumed { record: id }),
            Act::TellRecalled => outbox.tell(Event::Recalled { record: id }),
            Act::Suspend => {
                let said = signalling.facility(outbox, record.connection, Operation::Suspend);
                record.said_id = said.or(record.said_id);
            }
            Act::Resume => {
                record.resumed = true;
                let said = signalling.facility(outbox, record.connection, Operation::Resume);
                record.said_id = said.or(record.said_id);
            }
            Act::Adopt | Act::AdoptSuspending => {
                let Some(new) = offered else { return };
                let apdus = match act {
                    Act::AdoptSuspending => {
                        let apdu = signalling.invoke(Operation::Suspend);
                        record.said_id = apdu.id();
                        vec![apdu]
                    }
                    _ => Vec::new(),
                };
                signalling.accept(outbox, new, apdus);
                signalling.tie(new, id);
                if let Some(old) = record.connection.replace(new) {
                    signalling.release(outbox, old, Cause::NORMAL_CALL_CLEARING, Vec::new());
                }
            }
            Act::RejectOffered => {
                if let Some(connection) = offered {
                    signalling.release_with_cancel(outbox, connection);
                }
            }
            Act::PlaceCall => {
                *last_call += 1;
                let call = Call::Placed(*last_call);
                record.call = Some(call);
                calls.insert(call, id);
                let ringout = signalling.invoke(Operation::Ringout);
                record.ringout_id = ringout.id();
                let apdus = vec![ringout];
                let (peer, parties) = (record.peer, record.parties.clone());
                outbox.transmit(Action::PlaceCall { call, record: id, peer, parties, apdus });
            }
            Act::ClearCall => {
                if let Some(call) = record.call.take() {
                    calls.remove(&call);
                    let cause = Cause::NORMAL_CALL_CLEARING;
                    outbox.transmit(Action::ClearCall { call, cause, apdus: Vec::new() });
                }
            }
            Act::SayCancel => {
                let connection = record.connection.take();
                if !record.cancel_received {
                    signalling.say_cancel(now, outbox, id, record.peer, &record.parties, connection);
                }
            }
            Act::SayCompleted => {
                if let Some(connection) = record.connection.take() {
                    let connection = Some(connection);
                    signalling.say_cancel(now, outbox, id, record.peer, &record.parties, connection);
                }
            }
            Act::CancelConnection => {
                if let Some(connection) = record.connection.take() {
                    signalling.release_with_cancel(outbox, connection);
                }
            }
            Act::ReleaseConnection => {
                if let Some(connection) = record.connection.take() {
                    signalling.release(outbox, connection, Cause::NORMAL_CALL_CLEARING, Vec::new());
                }
            }
            Act::Refuse(why) => {
                counters.refused += 1;
                outbox.tell(Event::Refused { record: id, why });
            }
            Act::End(cause) => {
                if let Some(count) = counters.ended.get_mut(cause as usize) {
                    *count += 1;
                }
                outbox.tell(Event::Ended { record: id, cause });
            }
            // The caller of `happen` counts it, with its name.
            Act::Ignore => {}
        }
    }

    fn forget(&mut self, id: RecordId) {
        let Some(record) = self.records.remove(&id) else { return };
        self.index.remove(record.peer, &record.parties, id);
        let caller = a_digits(&record.parties);
        if let Some(ids) = self.callers.get_mut(&caller) {
            ids.remove(&id);
            if ids.is_empty() {
                self.callers.remove(&caller);
            }
        }
        if let Some(call) = record.call {
            self.calls.remove(&call);
        }
        for timer in Timer::ALL {
            self.timers.stop((id, timer));
        }
    }
}
