use alloc::vec::Vec;

use qsig_core::{Digits, Instant, TimerQueue};
use qsig_rose::Problem;

use super::{
    state::State,
    timers::{MAX_REPEATS, Timer},
};
use crate::{Call, Connection, Parties, Peer, RecordId, RecordView, Service};

/// A callback that waits for a user B.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) state: State,
    pub(crate) peer: Peer,
    pub(crate) service: Service,
    pub(crate) parties: Parties,
    pub(crate) since: Instant,
    /// Its connection, while that is up or being set up.
    pub(crate) connection: Option<Connection>,
    /// The call that completes it.
    pub(crate) call: Option<Call>,
    /// CCNR: user B has been active since the request. CCBS needs no more than a free user.
    pub(crate) ready: bool,
    /// The invoke id of the last ccExecPossible.
    pub(crate) said_id: Option<i32>,
    /// No connection may be opened for it now.
    pub(crate) quiet: bool,
    /// Notices spent in vain since the last sign that user A's side has seen one.
    pub(crate) repeats: u8,
}

impl Record {
    /// Whether a connection to user A can be opened.
    pub(crate) fn is_addressable(&self) -> bool {
        self.parties.a.number().is_some()
    }

    /// Whether a notice that may have been lost may be repeated.
    pub(crate) const fn may_repeat(&self) -> bool {
        self.repeats < MAX_REPEATS
    }

    /// Whether a reject is one of the last ccExecPossible: by its invoke id, or without one on the callback's
    /// connection (`on`, unless the message has ended it). The problems of a result speak of the answer to the
    /// request, whose invoke id the far end has chosen.
    pub(crate) fn is_rejected(&self, invoke: Option<i32>, problem: Problem, on: Option<Connection>) -> bool {
        let own = on.is_none() || self.connection == on;
        matches!(problem, Problem::General(_) | Problem::Invoke(_))
            && self.said_id.is_some()
            && (invoke == self.said_id || invoke.is_none() && own)
    }

    /// The user it waits for.
    pub(crate) const fn target(&self) -> Digits {
        self.parties.b.digits
    }

    pub(crate) fn view(&self, id: RecordId, retained: bool, timers: &TimerQueue<Timer>) -> RecordView<'_> {
        let named = [
            ("T2", Timer::T2(id)),
            ("TB-EXEC", Timer::TbExec(id)),
            ("TB-IDLE", Timer::TbIdle(self.target())),
        ];
        let running = |(name, timer)| Some((name, timers.deadline(timer)?));
        RecordView {
            id,
            state: self.state.name(),
            service: self.service,
            parties: &self.parties,
            peer: self.peer,
            retained,
            suspended: self.state == State::Suspended,
            since: self.since,
            timers: named.into_iter().filter_map(running).collect::<Vec<_>>(),
        }
    }
}
