//! Carries out what the table says.

use alloc::{vec, vec::Vec};

use qsig_core::{Cause, Instant, Outbox};

use super::{
    Event, Terminating,
    record::Record,
    state::{Act, Happening, State},
    timers::{LINK_SETTLES, RETRY, Timer, life},
};
use crate::{Action, Apdu, Call, CcError, Connection, Operation, RecordId};

/// What came with a happening.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct With {
    /// The new connection, and the invoke id of the request in its SETUP.
    pub(super) request: Option<(Connection, i32)>,
    /// The new call, and the invoke id of the operation in its SETUP.
    pub(super) call: Option<(Call, i32)>,
}

impl Terminating {
    /// One step of one callback. `false`: it has no meaning in this state, and nothing was done.
    pub(super) fn happen(&mut self, now: Instant, id: RecordId, happening: Happening, with: With) -> bool {
        let Some(record) = self.records.get_mut(&id) else { return false };
        let (next, acts) = (self.step)(record.state, happening);
        record.state = next;
        let number = record.target();
        for act in acts {
            self.act(now, id, *act, with);
        }
        if let Some(target) = self.targets.get_mut(&number) {
            target.note(id, next);
        }
        self.look_at.insert(number);
        if next == State::Idle {
            self.forget(id);
        }
        !acts.contains(&Act::Ignore)
    }

    fn act(&mut self, now: Instant, id: RecordId, act: Act, with: With) {
        let Self { records, targets, calls, signalling, timers, outbox, counters, .. } = self;
        let Some(record) = records.get_mut(&id) else { return };
        let terms = targets.get(&record.target()).map(|target| target.terms).unwrap_or_default();
        match act {
            Act::AnswerRetained | Act::AnswerReleased => {
                let Some((connection, invoke)) = with.request else { return };
                let result = vec![Apdu::Result {
                    id: invoke,
                    service: Some(record.service),
                    no_path_reservation: true,
                    retain_service: false,
                }];
                signalling.tie(connection, id);
                if act == Act::AnswerRetained {
                    signalling.accept(outbox, connection, result);
                    record.connection = Some(connection);
                } else {
                    outbox.transmit(Action::Proceed { connection });
                    signalling.release(outbox, connection, Cause::NORMAL_CALL_CLEARING, result);
                }
            }
            Act::RefuseAgain => {
                let Some((connection, invoke)) = with.request else { return };
                let error = CcError::ShortTermRejection;
                counters.refused += 1;
                let apdus = vec![Apdu::Error { id: invoke, error }];
                signalling.release(outbox, connection, Cause::NORMAL_CALL_CLEARING, apdus);
                outbox.tell(Event::RefusedRequest { peer: record.peer, error });
            }
            Act::Enquire => {
                if let Some(connection) = record.connection {
                    outbox.transmit(Action::Enquire { connection });
                }
            }
            Act::StartOver => {
                if let Some(connection) = record.connection.take() {
                    signalling.release(outbox, connection, Cause::NORMAL_CALL_CLEARING, Vec::new());
                }
                signalling.cut_ties(id);
                clear_call(record, outbox);
                record.said_id = None;
                record.quiet = false;
                record.repeats = 0;
                timers.stop(Timer::Quiet(id));
                // It may have expired, without effect, while user B was being rung.
                if timers.deadline(Timer::T2(id)).is_none() {
                    timers.restart(Timer::T2(id), now + life(terms.t2(record.service)));
                }
            }
            Act::StartT2 => timers.restart(Timer::T2(id), now + life(terms.t2(record.service))),
            Act::StartTbExec => timers.restart(Timer::TbExec(id), now + terms.exec_guard),
            Act::StopTbExec => {
                timers.stop(Timer::TbExec(id));
            }
            Act::RetryLater => {
                record.quiet = true;
                timers.restart(Timer::Quiet(id), now + RETRY);
            }
            Act::WaitForLink => {
                record.quiet = true;
                timers.restart(Timer::Quiet(id), now + LINK_SETTLES);
            }
            Act::CountNotice => record.repeats += 1,
            Act::TellAccepted => {
                counters.accepted += 1;
                outbox.tell(Event::Accepted { record: id, retained: record.connection.is_some() });
            }
            Act::TellTold => {
                counters.told += 1;
                outbox.tell(Event::Told { record: id });
            }
            Act::TellSuspended => {
                record.repeats = 0;
                outbox.tell(Event::Suspended { record: id });
            }
            Act::TellResumed => outbox.tell(Event::Resumed { record: id }),
            Act::TellCompleting => outbox.tell(Event::Completing { record: id }),
            Act::NotifyOnConnection => {
                let said = signalling.facility(outbox, record.connection, Operation::ExecPossible(None));
                record.said_id = said.or(record.said_id);
            }
            Act::NotifyInSetup => {
                let operation = Operation::ExecPossible(Some(record.parties.clone()));
                let apdu = signalling.invoke(operation);
                record.said_id = apdu.id();
                record.connection = signalling.open(outbox, record.peer, &record.parties, Some(id), apdu);
            }
            Act::AdmitCall => {
                let Some((call, _)) = with.call else { return };
                record.call = Some(call);
                calls.insert(call, (record.target(), id));
                if let Some(target) = targets.get_mut(&record.target()) {
                    target.call_began();
                }
                outbox.transmit(Action::AdmitCall { call, record: id });
            }
            Act::RefuseBusyAgain => {
                refuse_call(with, Cause::USER_BUSY, CcError::RemoteUserBusyAgain, outbox);
            }
            Act::RefuseMismatch => {
                refuse_call(with, Cause::NORMAL_UNSPECIFIED, CcError::FailureToMatch, outbox);
            }
            Act::RefusePathReserve => {
                refuse_call(with, Cause::INTERWORKING, CcError::FailedDueToInterworking, outbox);
            }
            Act::ClearCall => clear_call(record, outbox),
            Act::SayCancel => {
                let connection = record.connection.take();
                signalling.say_cancel(now, outbox, id, record.peer, &record.parties, connection);
            }
            Act::ReleaseConnection => {
                if let Some(connection) = record.connection.take() {
                    signalling.release(outbox, connection, Cause::NORMAL_CALL_CLEARING, Vec::new());
                }
            }
            Act::ExpectEnd => {
                if let Some(connection) = record.connection.take() {
                    if signalling.is_active(Some(connection)) {
                        signalling.expect_end(now, connection);
                    } else {
                        // Its repetition by T303 would come after the end.
                        signalling.release(outbox, connection, Cause::NORMAL_CALL_CLEARING, Vec::new());
                    }
                }
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
        for timer in [Timer::T2(id), Timer::TbExec(id), Timer::Quiet(id)] {
            self.timers.stop(timer);
        }
    }
}

/// Clears the call of a callback. User B stays held busy until the node says that the call is over.
fn clear_call(record: &mut Record, outbox: &mut Outbox<Action, Event>) {
    if let Some(call) = record.call.take() {
        outbox.transmit(Action::ClearCall { call, cause: Cause::NORMAL_CALL_CLEARING, apdus: Vec::new() });
    }
}

fn refuse_call(with: With, cause: Cause, error: CcError, outbox: &mut Outbox<Action, Event>) {
    if let Some((call, id)) = with.call {
        outbox.transmit(Action::ClearCall { call, cause, apdus: vec![Apdu::Error { id, error }] });
    }
}
