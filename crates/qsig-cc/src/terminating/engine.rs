use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec,
    vec::Vec,
};

use qsig_core::{Cause, Digits, Instant, Outbox, Output, TimerQueue};

use super::{
    Counters, Event, Input, Parameters,
    act::With,
    queue::{Target, Turn},
    record::Record,
    state::{Happening, State, Step, step},
    timers::{LINK_SETTLES, Timer},
};
use crate::{
    Action, Apdu, Call, Caller, CcError, Connection, Misuse, Operation, Parties, Peer, RecordId, RecordView,
    index::Index,
    signalling::{End, Row, Signalling, Stage},
};

/// The engine of user B's side.
#[derive(Clone, Debug)]
pub struct Terminating {
    pub(super) parameters: Parameters,
    pub(super) step: Step,
    pub(super) records: BTreeMap<RecordId, Record>,
    pub(super) index: Index,
    pub(super) targets: BTreeMap<Digits, Target>,
    /// Users B to look at before the input is done.
    pub(super) look_at: BTreeSet<Digits>,
    /// Admitted calls that are up: whom they ring, and the callback that they complete.
    pub(super) calls: BTreeMap<Call, (Digits, RecordId)>,
    pub(super) signalling: Signalling,
    pub(super) timers: TimerQueue<Timer>,
    pub(super) outbox: Outbox<Action, Event>,
    pub(super) counters: Counters,
    pub(super) last_record: u32,
}

impl Terminating {
    /// An engine without callbacks and without users.
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
            targets: BTreeMap::new(),
            look_at: BTreeSet::new(),
            calls: BTreeMap::new(),
            signalling: Signalling::new(End::B, parameters.max_owed),
            timers: TimerQueue::new(),
            outbox: Outbox::new(),
            counters: Counters::default(),
            last_record: 0,
        }
    }

    /// One input. `Err` is the caller's mistake and has changed nothing.
    pub fn handle_input(&mut self, now: Instant, input: Input) -> Result<(), Misuse> {
        match input {
            Input::Target { number, terms } => {
                self.targets.entry(number).or_insert_with(|| Target::new(now, terms)).terms = terms;
                self.look_at.insert(number);
            }
            Input::TargetGone { number } => {
                let waiting: Vec<_> =
                    self.targets.get(&number).into_iter().flat_map(Target::waiting).collect();
                for id in waiting {
                    self.happen(now, id, Happening::Withdraw, With::default());
                }
                self.targets.remove(&number);
                self.timers.stop(Timer::TbIdle(number));
            }
            Input::Busy { number, busy } => {
                if let Some(target) = self.targets.get_mut(&number) {
                    target.set_busy(now, busy);
                    self.look_at.insert(number);
                }
            }
            Input::Activity { number } => {
                let Self { targets, records, .. } = self;
                for id in targets.get(&number).into_iter().flat_map(Target::waiting) {
                    if let Some(record) = records.get_mut(&id) {
                        record.ready = true;
                    }
                }
                self.look_at.insert(number);
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
                self.apdus(now, Some(connection), row, apdus);
            }
            Input::Facility { connection, apdus } => {
                let row = self.signalling.row(connection).ok_or(Misuse::UnknownConnection(connection))?;
                self.apdus(now, Some(connection), row, apdus);
            }
            Input::ConnectionEnded { connection, how, cause, apdus } => {
                let row = self
                    .signalling
                    .ended(connection, how, cause)
                    .ok_or(Misuse::UnknownConnection(connection))?;
                self.connection_ended(now, connection, row, apdus);
            }
            Input::LinkUp { peer } => self.link_up(now, peer),
            Input::LinkDown { peer } => self.signalling.link_down(peer),
            Input::CallOffered { call, peer, from, to, service, from_subaddress, to_subaddress, apdus } => {
                if matches!(call, Call::Placed(_)) || self.calls.contains_key(&call) {
                    return Err(Misuse::CallInUse(call));
                }
                let completion = apdus.into_iter().find_map(|apdu| match apdu {
                    Apdu::Invoke { id, operation: Operation::Ringout } => Some((id, false)),
                    Apdu::Invoke { id, operation: Operation::PathReserve } => Some((id, true)),
                    _ => None,
                });
                let (invoke, reserve) = completion.ok_or(Misuse::NotACompletion(call))?;
                let parties = Parties {
                    a: from.map_or(Caller::NotAvailable, Caller::Allowed),
                    b: to,
                    service,
                    subaddress_a: from_subaddress,
                    subaddress_b: to_subaddress,
                };
                self.call_offered(now, peer, &parties, (call, invoke), reserve);
            }
            Input::CallAlerting { call } | Input::CallAnswered { call } => {
                let id = self.calls.get(&call).map(|(_, id)| *id);
                let current =
                    |id: &RecordId| self.records.get(id).is_some_and(|record| record.call == Some(call));
                if let Some(id) = id.filter(current) {
                    self.happen(now, id, Happening::Alerted, With::default());
                }
            }
            Input::CallEnded { call, by_caller, apdus } => self.call_ended(now, call, by_caller, &apdus),
            Input::Withdraw { record } => {
                if !self.records.contains_key(&record) {
                    return Err(Misuse::UnknownRecord(record));
                }
                self.happen(now, record, Happening::Withdraw, With::default());
            }
            Input::Timeout => self.timeout(now),
        }
        self.look(now);
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

    /// Whether a callback of these parties from this peer is live.
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

    pub(super) fn find(&self, peer: Peer, parties: &Parties) -> Option<RecordId> {
        let fits =
            |id: &&RecordId| self.records.get(id).is_some_and(|record| record.parties.matches(parties));
        self.index.candidates(peer, parties).iter().find(fits).copied()
    }

    /// The callback that a call completes. Several can fit where user A has no number: the one that user B is
    /// held for goes first, then the oldest. Where none fits, the types of numbers are passed over: libpri loses
    /// types 4 (subscriber) and 6 (abbreviated).
    fn find_for_call(&self, peer: Peer, parties: &Parties) -> Option<RecordId> {
        let candidates = self.index.candidates(peer, parties);
        let best = |fits: fn(&Parties, &Parties) -> bool| {
            let records = candidates.iter().filter_map(|id| Some((*id, self.records.get(id)?)));
            records
                .filter(|(_, record)| fits(&record.parties, parties))
                .min_by_key(|(id, record)| (!record.state.holds_user_b(), *id))
                .map(|(id, _)| id)
        };
        best(Parties::matches).or_else(|| best(Parties::matches_but_for_types))
    }

    fn connection_ended(&mut self, now: Instant, connection: Connection, row: Row, apdus: Vec<Apdu>) {
        let owner = row
            .record
            .filter(|id| self.records.get(id).is_some_and(|record| record.connection == Some(connection)));
        if let Some(record) = owner.and_then(|id| self.records.get_mut(&id)) {
            record.connection = None;
        }
        self.apdus(now, None, row, apdus);
        if let Some((id, record)) = owner.and_then(|id| Some((id, self.records.get(&id)?))) {
            let again = record.may_repeat();
            // Once user A's side has spoken, a CONNECT that is missing was lost, not withheld.
            let happening = if row.stage == Stage::Opening && record.state == State::Notified {
                Happening::ConnectionFailed { again }
            } else {
                Happening::ConnectionLost { addressable: record.is_addressable(), again }
            };
            self.happen(now, id, happening, With::default());
        }
        self.signalling.pay(now, &mut self.outbox);
    }

    /// APDUs of one message of a connection, `on` which they came unless the message has ended it.
    fn apdus(&mut self, now: Instant, on: Option<Connection>, row: Row, apdus: Vec<Apdu>) {
        for apdu in apdus {
            let what = apdu.name();
            let invoke = matches!(apdu, Apdu::Invoke { .. });
            let reject = matches!(apdu, Apdu::Reject { .. });
            let tied = row.record.filter(|id| self.records.contains_key(id));
            let happening = match apdu {
                Apdu::Invoke { operation: Operation::Cancel(_), .. } => Some(Happening::CancelReceived),
                // On a connection tied to the callback and still up, also one that the callback has let go of. In
                // the message that ends one they come too late.
                Apdu::Invoke { operation: Operation::Suspend, .. } if on.is_some() => {
                    Some(Happening::Suspend)
                }
                Apdu::Invoke { operation: Operation::Resume, .. } if on.is_some() => Some(Happening::Resume),
                Apdu::Reject { id: invoke, problem }
                    if tied.is_some_and(|id| {
                        self.records.get(&id).is_some_and(|record| record.is_rejected(invoke, problem, on))
                    }) =>
                {
                    Some(Happening::Rejected)
                }
                _ => None,
            };
            let taken = match (tied, happening, on) {
                (Some(id), Some(happening), _) => self.happen(now, id, happening, With::default()),
                // The normal end of a callback that is complete, or the end of one that is no more.
                (None, Some(Happening::CancelReceived), Some(connection)) => {
                    let cause = Cause::NORMAL_CALL_CLEARING;
                    self.signalling.release(&mut self.outbox, connection, cause, Vec::new());
                    true
                }
                (None, Some(Happening::CancelReceived), None) => true,
                // The far end believes in a callback that is no more.
                (None, _, Some(connection)) if reject => {
                    self.signalling.cancel_rejected(&mut self.outbox, connection)
                }
                (None, _, Some(connection)) if invoke => {
                    self.signalling.release_with_cancel(&mut self.outbox, connection)
                }
                _ => false,
            };
            if !taken {
                self.ignore(row.peer, tied, what);
            }
        }
    }

    fn call_offered(
        &mut self,
        now: Instant,
        peer: Peer,
        parties: &Parties,
        (call, invoke): (Call, i32),
        reserve: bool,
    ) {
        let Some(id) = self.find_for_call(peer, parties) else {
            let apdus = vec![Apdu::Error { id: invoke, error: CcError::FailureToMatch }];
            self.outbox.transmit(Action::ClearCall { call, cause: Cause::NORMAL_UNSPECIFIED, apdus });
            return;
        };
        let free = self.targets.get(&parties.b.digits).is_some_and(|target| target.may_ring(id));
        let happening = if reserve { Happening::PathReserve } else { Happening::Ringout { free } };
        let with = With { request: None, call: Some((call, invoke)) };
        self.happen(now, id, happening, with);
    }

    fn call_ended(&mut self, now: Instant, call: Call, by_caller: bool, apdus: &[Apdu]) {
        let Some((number, id)) = self.calls.remove(&call) else { return };
        if let Some(target) = self.targets.get_mut(&number) {
            target.call_ended(now);
            self.look_at.insert(number);
        }
        let Some(record) = self.records.get_mut(&id).filter(|record| record.call == Some(call)) else {
            return;
        };
        record.call = None;
        let cancelled = |apdu: &Apdu| matches!(apdu, Apdu::Invoke { operation: Operation::Cancel(_), .. });
        let happening = if apdus.iter().any(cancelled) {
            Happening::CancelReceived
        } else {
            Happening::CallEnded { by_caller }
        };
        self.happen(now, id, happening, With::default());
    }

    fn link_up(&mut self, now: Instant, peer: Peer) {
        self.signalling.link_up(now, peer);
        let ids: Vec<_> = self.index.of_peer(peer).collect();
        for id in ids {
            let Some(record) = self.records.get(&id) else { continue };
            self.look_at.insert(record.target());
            if record.quiet {
                self.timers.restart(Timer::Quiet(id), now + LINK_SETTLES);
            }
            if self.signalling.is_active(record.connection) {
                self.happen(now, id, Happening::LinkBack, With::default());
            }
        }
        self.signalling.pay(now, &mut self.outbox);
    }

    fn timeout(&mut self, now: Instant) {
        while let Some(timer) = self.timers.take_expired(now) {
            match timer {
                Timer::T2(id) => drop(self.happen(now, id, Happening::T2, With::default())),
                Timer::TbExec(id) => drop(self.happen(now, id, Happening::TbExec, With::default())),
                Timer::Quiet(id) => {
                    let Some(record) = self.records.get_mut(&id) else { continue };
                    // With the link down it stays quiet: the time begins anew when the link is up.
                    if self.signalling.is_up(record.peer) {
                        record.quiet = false;
                        self.look_at.insert(record.target());
                    }
                }
                Timer::TbIdle(number) => drop(self.look_at.insert(number)),
            }
            // Between two timers that are due, the user freed by the first one is looked at.
            self.look(now);
        }
        self.signalling.timeout(now, &mut self.outbox);
    }

    /// Looks at the users B for whom something has changed: whose turn is it?
    fn look(&mut self, now: Instant) {
        while let Some(number) = self.look_at.pop_first() {
            let Some(target) = self.targets.get(&number) else { continue };
            let turn = target.turn(now, &self.records, &self.signalling);
            Target::time(&mut self.timers, Timer::TbIdle(number), turn);
            if let Turn::Now(id) = turn {
                self.happen(now, id, Happening::Turn, With::default());
            }
        }
    }

    pub(super) fn ignore(&mut self, peer: Peer, record: Option<RecordId>, what: &'static str) {
        self.counters.ignored += 1;
        self.outbox.tell(Event::Ignored { peer, record, what });
    }
}
