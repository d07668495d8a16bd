use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use qsig_core::{Cause, Digits, Instant, Outbox, Output, TimerQueue};

use super::{
    Counters, Event, Input, Parameters,
    record::Record,
    state::{Happening, State, Step, step},
    timers::{Key, Timer},
};
use crate::{
    Action, Apdu, Call, CcError, Connection, Ended, Misuse, Operation, Parties, Peer, RecordId, RecordView,
    index::{Index, a_digits},
    signalling::{End, Row, Signalling, Stage},
};

/// The engine of user A's side.
#[derive(Clone, Debug)]
pub struct Originating {
    pub(super) parameters: Parameters,
    pub(super) step: Step,
    pub(super) records: BTreeMap<RecordId, Record>,
    pub(super) index: Index,
    pub(super) callers: BTreeMap<Digits, BTreeSet<RecordId>>,
    busy: BTreeSet<Digits>,
    pub(crate) calls: BTreeMap<Call, RecordId>,
    pub(super) signalling: Signalling,
    pub(super) timers: TimerQueue<Key>,
    pub(super) outbox: Outbox<Action, Event>,
    pub(super) counters: Counters,
    pub(super) last_record: u32,
    pub(super) last_call: u32,
}

impl Originating {
    /// An engine without callbacks.
    pub fn new(parameters: Parameters) -> Self {
        Self::with_step(parameters, step)
    }

    /// The same, run by another step function: so a test can plant a bug and see it caught.
    pub fn with_step(parameters: Parameters, step: Step) -> Self {
        Self {
            parameters,
            step,
            records: BTreeMap::new(),
            index: Index::default(),
            callers: BTreeMap::new(),
            busy: BTreeSet::new(),
            calls: BTreeMap::new(),
            signalling: Signalling::new(End::A, parameters.max_owed),
            timers: TimerQueue::new(),
            outbox: Outbox::new(),
            counters: Counters::default(),
            last_record: 0,
            last_call: 0,
        }
    }

    /// One input. `Err` is the caller's mistake and has changed nothing.
    pub fn handle_input(&mut self, now: Instant, input: Input) -> Result<(), Misuse> {
        match input {
            Input::UserA { number, busy } => self.user(now, number, busy),
            Input::Answered { record } => {
                if self.state(record)? != State::WaitUserA {
                    return Err(Misuse::WrongMoment(record));
                }
                self.happen(now, record, Happening::Answered, None);
            }
            Input::Cancel { record } => {
                self.state(record)?;
                self.happen(now, record, Happening::CancelByUser, None);
            }
            Input::ConnectionOffered { connection, peer, apdus } => {
                if !self.signalling.offered(connection, peer) {
                    return Err(Misuse::ConnectionInUse(connection));
                }
                self.offered(now, connection, peer, apdus);
            }
            Input::ConnectionAccepted { connection, apdus } => {
                let row = self.signalling.row(connection).ok_or(Misuse::UnknownConnection(connection))?;
                self.signalling.connected(connection);
                if self.signalling.owed.carries(connection) {
                    // A peer that connects what brought it a ccCancel: the RELEASE says it again.
                    self.signalling.release_with_cancel(&mut self.outbox, connection);
                }
                self.apdus(now, Some(connection), row, apdus, None);
            }
            Input::Facility { connection, apdus } => {
                let row = self.signalling.row(connection).ok_or(Misuse::UnknownConnection(connection))?;
                self.apdus(now, Some(connection), row, apdus, None);
            }
            Input::ConnectionEnded { connection, how, cause, apdus } => {
                self.connection_ended(now, connection, how, cause, apdus)?;
            }
            Input::LinkUp { peer } => self.link_up(now, peer),
            Input::LinkDown { peer } => self.signalling.link_down(peer),
            Input::CallAlerting { call, apdus } | Input::CallConnected { call, apdus } => {
                let failure = self.ringout_answer(call, &apdus);
                if let Some(id) = self.calls.get(&call).copied() {
                    self.happen(now, id, failure.unwrap_or(Happening::CallProgress), None);
                }
            }
            Input::CallEnded { call, cause, apdus } => {
                let answer = self.ringout_answer(call, &apdus).filter(|it| *it != Happening::CallFailed);
                // libpri says no more than the cause.
                let unsaid =
                    if cause == Cause::USER_BUSY { Happening::CallBusyAgain } else { Happening::CallFailed };
                if let Some(id) = self.calls.remove(&call) {
                    if let Some(record) = self.records.get_mut(&id) {
                        record.call = None;
                    }
                    self.happen(now, id, answer.unwrap_or(unsaid), None);
                }
            }
            Input::Timeout => self.timeout(now),
        }
        Ok(())
    }

    /// What the engine wants done or known; `Wait` when there is no more.
    pub fn poll_output(&mut self) -> Output<Action, Event> {
        let deadlines = [self.timers.next_deadline(), self.signalling.next_deadline()];
        self.outbox.poll(deadlines.into_iter().flatten().min())
    }

    /// A live callback.
    pub fn record(&self, id: RecordId) -> Option<RecordView<'_>> {
        self.records.get(&id).map(|record| self.view(id, record))
    }

    /// All live callbacks, oldest first.
    pub fn records(&self) -> impl Iterator<Item = RecordView<'_>> {
        self.records.iter().map(|(id, record)| self.view(*id, record))
    }

    /// Whether a callback of these parties towards this peer is live.
    pub fn holds(&self, peer: Peer, parties: &Parties) -> bool {
        self.find(peer, parties).is_some()
    }

    /// What has happened since the start.
    pub fn counters(&self) -> Counters {
        Counters { cancels_given_up: self.signalling.owed.given_up(), ..self.counters }
    }

    /// Connections that exist, those being cleared included.
    pub fn connections(&self) -> usize {
        self.signalling.connections()
    }

    /// ccCancels that the far end has not taken yet.
    pub fn cancels_owed(&self) -> usize {
        self.signalling.owed.len()
    }

    fn view<'a>(&'a self, id: RecordId, record: &'a Record) -> RecordView<'a> {
        record.view(id, self.signalling.is_active(record.connection), &self.timers)
    }

    fn state(&self, id: RecordId) -> Result<State, Misuse> {
        self.records.get(&id).map(|record| record.state).ok_or(Misuse::UnknownRecord(id))
    }

    pub(super) fn find(&self, peer: Peer, parties: &Parties) -> Option<RecordId> {
        let fits =
            |id: &&RecordId| self.records.get(id).is_some_and(|record| record.parties.matches(parties));
        self.index.candidates(peer, parties).iter().find(fits).copied()
    }

    fn user(&mut self, now: Instant, number: Digits, busy: bool) {
        let changed = if busy { self.busy.insert(number) } else { self.busy.remove(&number) };
        if !changed {
            return;
        }
        let ids: Vec<_> = self.callers.get(&number).into_iter().flatten().copied().collect();
        for id in ids {
            let Some(record) = self.records.get(&id) else { continue };
            let connected = self.signalling.is_active(record.connection);
            let happening = if busy { Happening::UserBusy { connected } } else { Happening::UserFree };
            self.happen(now, id, happening, None);
        }
    }

    /// A SETUP. Whatever was in it, it is answered.
    fn offered(&mut self, now: Instant, connection: Connection, peer: Peer, apdus: Vec<Apdu>) {
        let row = Row { peer, record: None, stage: Stage::Offered };
        self.apdus(now, None, row, apdus, Some(connection));
        // Nobody took it: it told the end of a callback, or something that has no meaning in a SETUP.
        if self.signalling.row(connection).is_some_and(|row| row.stage == Stage::Offered) {
            self.signalling.release(&mut self.outbox, connection, Cause::NORMAL_CALL_CLEARING, Vec::new());
        }
    }

    fn connection_ended(
        &mut self,
        now: Instant,
        connection: Connection,
        how: Ended,
        cause: Cause,
        apdus: Vec<Apdu>,
    ) -> Result<(), Misuse> {
        let row =
            self.signalling.ended(connection, how, cause).ok_or(Misuse::UnknownConnection(connection))?;
        let owner = row
            .record
            .filter(|id| self.records.get(id).is_some_and(|record| record.connection == Some(connection)));
        if let Some(record) = owner.and_then(|id| self.records.get_mut(&id)) {
            record.connection = None;
        }
        let was = owner.and_then(|id| self.state(id).ok());
        self.apdus(now, None, row, apdus, None);
        // The message may have told the outcome of the request; then its end is no event of its own.
        let waiting = |state| matches!(state, State::WaitAck | State::WaitAckCancelled);
        if let Some(id) = owner
            && let Ok(state) = self.state(id)
            && (!was.is_some_and(waiting) || waiting(state))
        {
            let refused = row.stage == Stage::Opening
                && match how {
                    Ended::ReleaseComplete => cause != Cause::INVALID_CALL_REFERENCE,
                    Ended::NotSent => true,
                    Ended::Release | Ended::Lost => false,
                };
            let addressable = self.records.get(&id).is_some_and(Record::is_addressable);
            let happening = if refused {
                Happening::ConnectionRefused
            } else {
                Happening::ConnectionLost { addressable }
            };
            self.happen(now, id, happening, None);
        }
        self.signalling.pay(now, &mut self.outbox);
        Ok(())
    }

    /// APDUs of one message. `on` is the connection they came on while it is still up, `row` what is known of
    /// it, `offered` the connection if the message was its SETUP.
    fn apdus(
        &mut self,
        now: Instant,
        on: Option<Connection>,
        row: Row,
        apdus: Vec<Apdu>,
        offered: Option<Connection>,
    ) {
        for apdu in apdus {
            let what = apdu.name();
            let tied = row.record.filter(|id| self.records.contains_key(id));
            let taken = match (apdu, tied) {
                (Apdu::Invoke { operation: Operation::Cancel(parties), .. }, _) => {
                    let id = tied.or_else(|| offered.and(self.find(row.peer, parties.as_ref()?)));
                    if let Some(id) = id {
                        if let Some(record) = self.records.get_mut(&id) {
                            record.cancel_received = true;
                        }
                        self.happen(now, id, Happening::CancelReceived, None);
                    } else if let Some(connection) = on {
                        self.signalling.release(
                            &mut self.outbox,
                            connection,
                            Cause::NORMAL_CALL_CLEARING,
                            Vec::new(),
                        );
                    }
                    true
                }
                (Apdu::Invoke { operation: Operation::ExecPossible(parties), .. }, _)
                    if offered.is_some() =>
                {
                    // A second one in the same SETUP finds the connection answered.
                    let open = offered.filter(|connection| {
                        self.signalling.row(*connection).is_some_and(|row| row.stage == Stage::Offered)
                    });
                    let id = parties.and_then(|parties| self.find(row.peer, &parties));
                    match (id, open) {
                        (Some(id), Some(_)) => self.exec_possible(now, id, open),
                        (None, Some(connection)) => {
                            self.signalling.release_with_cancel(&mut self.outbox, connection)
                        }
                        (_, None) => false,
                    }
                }
                (Apdu::Invoke { operation: Operation::ExecPossible(_), .. }, Some(id)) => {
                    // On a connection that is being cleared RELEASE wins.
                    let current = self.records.get(&id).is_some_and(|record| record.connection == on);
                    match on.filter(|_| current) {
                        Some(connection) => {
                            // If CONNECT has not come it was lost.
                            self.signalling.connected(connection);
                            self.exec_possible(now, id, None)
                        }
                        None => false,
                    }
                }
                (Apdu::Invoke { .. }, None) => {
                    // The far end believes in a callback that is no more.
                    on.is_some_and(|connection| {
                        self.signalling.release_with_cancel(&mut self.outbox, connection)
                    })
                }
                (Apdu::Result { id: invoke, .. }, Some(id)) => self.result(now, id, invoke, on),
                (Apdu::Error { id: invoke, error }, Some(id)) => {
                    let short = error == CcError::ShortTermRejection;
                    self.refusal(now, id, Some(invoke), short)
                }
                (Apdu::Reject { id: invoke, .. }, Some(id)) => {
                    self.refusal(now, id, invoke, false) || self.rejected(now, id, invoke, on)
                }
                (Apdu::Reject { .. }, None) => {
                    on.is_some_and(|connection| self.signalling.cancel_rejected(&mut self.outbox, connection))
                }
                _ => false,
            };
            if !taken {
                self.ignore(row.peer, tied, what);
            }
        }
    }

    fn exec_possible(&mut self, now: Instant, id: RecordId, offered: Option<Connection>) -> bool {
        let Some(record) = self.records.get_mut(&id) else { return false };
        record.resumed = false;
        let busy = self.busy.contains(&a_digits(&record.parties));
        let happening =
            if offered.is_some() { Happening::ExecSetup { busy } } else { Happening::ExecFacility { busy } };
        self.happen(now, id, happening, offered)
    }

    /// The result of the request; `on` is its connection unless the message has ended it.
    fn result(&mut self, now: Instant, id: RecordId, invoke: i32, on: Option<Connection>) -> bool {
        let Some(record) = self.records.get(&id).filter(|record| record.request_id == Some(invoke)) else {
            return false;
        };
        let happening = match on {
            Some(connection) => {
                // A result before CONNECT: from here on the connection counts as retained.
                self.signalling.connected(connection);
                Happening::Retained
            }
            None => Happening::Released { demanded: record.demands_retention() },
        };
        self.happen(now, id, happening, None)
    }

    /// Return error or reject of the request.
    fn refusal(&mut self, now: Instant, id: RecordId, invoke: Option<i32>, short: bool) -> bool {
        let fits = |record: &Record| invoke.is_none() || record.request_id == invoke;
        if !self.records.get(&id).is_some_and(fits) {
            return false;
        }
        self.happen(now, id, Happening::Refused { short }, None)
    }

    /// Reject of the last ccSuspend or ccResume: by its invoke id, or without one on the callback's connection.
    fn rejected(&mut self, now: Instant, id: RecordId, invoke: Option<i32>, on: Option<Connection>) -> bool {
        let own = |record: &Record| on.is_none() || record.connection == on;
        let fits = |record: &Record| {
            record.said_id.is_some() && (invoke == record.said_id || invoke.is_none() && own(record))
        };
        self.records.get(&id).is_some_and(fits) && self.happen(now, id, Happening::Rejected, None)
    }

    /// What the APDUs of a call say of its ccRingout: only what carries its invoke id does, or a reject without
    /// one. Anything else has no meaning there.
    fn ringout_answer(&mut self, call: Call, apdus: &[Apdu]) -> Option<Happening> {
        let id = self.calls.get(&call).copied()?;
        let record = self.records.get(&id)?;
        let (peer, ringout) = (record.peer, record.ringout_id);
        let mut answer = None;
        for apdu in apdus {
            match apdu {
                Apdu::Error { id, error } if Some(*id) == ringout => {
                    answer = answer.or(Some(match error {
                        CcError::RemoteUserBusyAgain => Happening::CallBusyAgain,
                        CcError::FailureToMatch => Happening::CallMismatch,
                        _ => Happening::CallFailed,
                    }));
                }
                Apdu::Reject { id, .. } if id.is_none() || *id == ringout => {
                    answer = answer.or(Some(Happening::CallFailed));
                }
                other => self.ignore(peer, Some(id), other.name()),
            }
        }
        answer
    }

    fn link_up(&mut self, now: Instant, peer: Peer) {
        self.signalling.link_up(now, peer);
        let ids: Vec<_> = self.index.of_peer(peer).collect();
        for id in ids {
            let Some(record) = self.records.get(&id) else { continue };
            if self.signalling.is_active(record.connection) {
                let resumed = record.resumed;
                self.happen(now, id, Happening::LinkBack { resumed }, None);
            }
        }
        self.signalling.pay(now, &mut self.outbox);
    }

    fn timeout(&mut self, now: Instant) {
        while let Some((id, timer)) = self.timers.take_expired(now) {
            let happening = match timer {
                Timer::T1 => Happening::T1,
                Timer::T2 => Happening::T2,
                Timer::T3 => Happening::T3,
            };
            self.happen(now, id, happening, None);
        }
        self.signalling.timeout(now, &mut self.outbox);
    }

    fn ignore(&mut self, peer: Peer, record: Option<RecordId>, what: &'static str) {
        self.counters.ignored += 1;
        self.outbox.tell(Event::Ignored { peer, record, what });
    }
}
