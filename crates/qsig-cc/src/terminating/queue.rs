use alloc::collections::{BTreeMap, BTreeSet};

use qsig_core::{Instant, TimerQueue};

use super::{Terms, record::Record, state::State, timers::Timer};
use crate::{RecordId, Service, signalling::Signalling};

/// A user B and the callbacks that wait for it, first come first served.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) terms: Terms,
    /// Busy, as the node says.
    busy: bool,
    /// Completing calls that are up.
    calls: u32,
    /// Since when neither holds.
    idle_since: Instant,
    /// Ids rise in the order of acceptance, so they are the places in the queue.
    queue: BTreeSet<RecordId>,
    /// The one that user B is held for.
    held_for: Option<RecordId>,
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// This callback's, now.
    Now(RecordId),
    /// Somebody's, when user B has been free for long enough.
    At(Instant),
    /// Nobody's.
    Nobody,
}

impl Target {
    pub(crate) const fn new(now: Instant, terms: Terms) -> Self {
        Self { terms, busy: false, calls: 0, idle_since: now, queue: BTreeSet::new(), held_for: None }
    }

    pub(crate) const fn is_free(&self) -> bool {
        !self.busy && self.calls == 0
    }

    /// Whether a call for this callback may ring user B.
    pub(crate) fn may_ring(&self, id: RecordId) -> bool {
        self.is_free() && self.held_for.is_none_or(|held| held == id)
    }

    pub(crate) fn is_full(&self) -> bool {
        self.queue.len() >= self.terms.max_requests
    }

    pub(crate) fn set_busy(&mut self, now: Instant, busy: bool) {
        if self.busy != busy {
            self.busy = busy;
            self.idle_since = now;
        }
    }

    pub(crate) fn call_began(&mut self) {
        self.calls += 1;
    }

    pub(crate) fn call_ended(&mut self, now: Instant) {
        self.calls = self.calls.saturating_sub(1);
        self.idle_since = now;
    }

    pub(crate) fn enqueue(&mut self, id: RecordId) {
        self.queue.insert(id);
    }

    /// Notes the state that a callback of the queue is in now.
    pub(crate) fn note(&mut self, id: RecordId, state: State) {
        if state == State::Idle {
            self.queue.remove(&id);
        }
        if state.holds_user_b() {
            self.held_for = Some(id);
        } else if self.held_for == Some(id) {
            self.held_for = None;
        }
    }

    /// All callbacks of the queue, in order.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = RecordId> + '_ {
        self.queue.iter().copied()
    }

    /// The first callback that is ready, not suspended, and can be reached decides: it is told when user B has
    /// been free for as long as its service asks. Never two at once.
    pub(crate) fn turn(
        &self,
        now: Instant,
        records: &BTreeMap<RecordId, Record>,
        signalling: &Signalling,
    ) -> Turn {
        if !self.is_free() || self.held_for.is_some() {
            return Turn::Nobody;
        }
        let ready = |id: &RecordId| {
            records.get(id).filter(|record| record.ready).is_some_and(|record| match record.state {
                State::InvokedRet => signalling.is_up(record.peer),
                State::InvokedRls => !record.quiet && signalling.is_up(record.peer),
                State::Idle | State::Notified | State::Suspended | State::Ringing => false,
            })
        };
        let Some(id) = self.queue.iter().find(|id| ready(id)).copied() else { return Turn::Nobody };
        let guard = match records.get(&id).map(|record| record.service) {
            Some(Service::Ccnr) => self.terms.guard_ccnr,
            Some(Service::Ccbs) | None => self.terms.guard_ccbs,
        };
        let at = self.idle_since + guard;
        if at <= now { Turn::Now(id) } else { Turn::At(at) }
    }

    /// Stops or starts TB-IDLE.
    pub(crate) fn time(timers: &mut TimerQueue<Timer>, timer: Timer, turn: Turn) {
        match turn {
            Turn::At(at) => timers.restart(timer, at),
            Turn::Now(_) | Turn::Nobody => {
                timers.stop(timer);
            }
        }
    }
}
