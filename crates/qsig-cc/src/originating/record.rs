use alloc::vec::Vec;

use qsig_core::{Instant, TimerQueue};

use super::{
    interface::Options,
    state::State,
    timers::{Key, Timer},
};
use crate::{Call, Connection, Parties, Peer, RecordId, RecordView, Service};

/// A callback of user A.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) state: State,
    pub(crate) peer: Peer,
    pub(crate) service: Service,
    pub(crate) parties: Parties,
    pub(crate) options: Options,
    pub(crate) since: Instant,
    /// Its connection, while that is up or being set up.
    pub(crate) connection: Option<Connection>,
    /// The call to user B.
    pub(crate) call: Option<Call>,
    /// The invoke id of the request.
    pub(crate) request_id: Option<i32>,
    /// The invoke id of ccRingout.
    pub(crate) ringout_id: Option<i32>,
    /// The invoke id of the last ccSuspend or ccResume.
    pub(crate) said_id: Option<i32>,
    /// ccResume was sent after the last ccExecPossible.
    pub(crate) resumed: bool,
    /// The far end has said ccCancel; nothing more is said of this callback.
    pub(crate) cancel_received: bool,
}

impl Record {
    /// Whether the request demands that the connection stays: always where user A has no number by which the
    /// far end could open another one.
    pub(crate) fn demands_retention(&self) -> bool {
        self.retain_connection() == Some(true)
    }

    /// The request's retain-sig-connection.
    pub(crate) fn retain_connection(&self) -> Option<bool> {
        use super::interface::Proposal::{Either, Release, Retain};
        match self.options.proposal {
            _ if !self.is_addressable() => Some(true),
            Retain => Some(true),
            Release => Some(false),
            Either => None,
        }
    }

    /// Whether the far end can open a connection to user A.
    pub(crate) fn is_addressable(&self) -> bool {
        self.parties.a.number().is_some()
    }

    pub(crate) fn view(&self, id: RecordId, retained: bool, timers: &TimerQueue<Key>) -> RecordView<'_> {
        let running = |timer: Timer| Some((timer.name(), timers.deadline((id, timer))?));
        RecordView {
            id,
            state: self.state.name(),
            service: self.service,
            parties: &self.parties,
            peer: self.peer,
            retained,
            suspended: self.state == State::Suspended,
            since: self.since,
            timers: Timer::ALL.into_iter().filter_map(running).collect::<Vec<_>>(),
        }
    }
}
