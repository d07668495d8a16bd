use alloc::{collections::BTreeMap, vec::Vec};
use core::time::Duration;

use qsig_core::{Cause, Instant, TimerQueue};

use crate::{Connection, Ended, Parties, Peer, RecordId, index::Index};

/// ECMA-186 says nothing of a ccCancel that is lost with its link. Our choice: it is said again in a SETUP with
/// the full argument, at most three times, ten seconds apart, because the other side would wait until T2.
const TRIES: u8 = 3;
const APART: Duration = Duration::from_secs(10);

/// A ccCancel that the far end may not have taken yet.
#[derive(Clone, Debug)]
pub(crate) struct Owed {
    pub(crate) peer: Peer,
    pub(crate) parties: Parties,
    /// The connection that carries it now.
    connection: Option<Connection>,
    /// SETUPs already spent on it.
    tries: u8,
    /// The next SETUP goes out no earlier.
    not_before: Instant,
}

/// The ccCancels that are owed: each until the peer has ended the connection that carried it by RELEASE, or by
/// RELEASE COMPLETE with a cause other than 81 (invalid call reference).
#[derive(Clone, Debug, Default)]
pub(crate) struct OwedCancels {
    entries: BTreeMap<RecordId, Owed>,
    index: Index,
    carriers: BTreeMap<Connection, RecordId>,
    timers: TimerQueue<RecordId>,
    given_up: u64,
}

impl OwedCancels {
    /// Notes that the callback's ccCancel is owed: `carrier` carries it now, or it waits for a SETUP.
    /// Nothing is noted beyond `max`.
    pub(crate) fn add(
        &mut self,
        now: Instant,
        id: RecordId,
        peer: Peer,
        parties: Parties,
        carrier: Option<Connection>,
        max: usize,
    ) {
        if self.entries.len() >= max {
            self.given_up += 1;
            return;
        }
        self.index.insert(peer, &parties, id);
        self.entries.insert(id, Owed { peer, parties, connection: carrier, tries: 0, not_before: now });
        match carrier {
            Some(connection) => drop(self.carriers.insert(connection, id)),
            None => self.timers.restart(id, now),
        }
    }

    /// The next one whose SETUP is due. It stays due until [`Self::sent`] or [`Self::wait_for_link`].
    pub(crate) fn due(&mut self, now: Instant) -> Option<(RecordId, &Owed)> {
        let id = self.timers.take_expired(now)?;
        self.entries.get(&id).map(|owed| (id, owed))
    }

    /// It went out in this SETUP.
    pub(crate) fn sent(&mut self, now: Instant, id: RecordId, connection: Connection) {
        let Some(owed) = self.entries.get_mut(&id) else { return };
        owed.connection = Some(connection);
        owed.tries += 1;
        owed.not_before = now + APART;
        self.carriers.insert(connection, id);
    }

    /// The link is up: what waited for it becomes due.
    pub(crate) fn link_up(&mut self, now: Instant, peer: Peer) {
        let ids: Vec<_> = self.index.of_peer(peer).collect();
        for id in ids {
            let Some(owed) = self.entries.get(&id) else { continue };
            if owed.connection.is_none() {
                self.timers.restart(id, owed.not_before.max(now));
            }
        }
    }

    /// Whether this connection carries a ccCancel.
    pub(crate) fn carries(&self, connection: Connection) -> bool {
        self.carriers.contains_key(&connection)
    }

    /// A connection has ended. What it carried is settled, or due again.
    pub(crate) fn connection_ended(&mut self, connection: Connection, how: Ended, cause: Cause) {
        let Some(id) = self.carriers.remove(&connection) else { return };
        let settled = match how {
            Ended::Release => true,
            Ended::ReleaseComplete => cause != Cause::INVALID_CALL_REFERENCE,
            Ended::Lost | Ended::NotSent => false,
        };
        let Some(owed) = self.entries.get_mut(&id) else { return };
        owed.connection = None;
        if settled {
            self.withdraw(id);
        } else if owed.tries >= TRIES {
            self.given_up += 1;
            self.withdraw(id);
        } else {
            let again = owed.not_before;
            self.timers.restart(id, again);
        }
    }

    /// The far end has rejected what this connection carries. `false`: it carries no ccCancel.
    pub(crate) fn rejected(&mut self, connection: Connection) -> bool {
        let carried = self.carriers.get(&connection).copied();
        if let Some(id) = carried {
            self.withdraw(id);
        }
        carried.is_some()
    }

    /// The one owed to these parties.
    pub(crate) fn find(&self, peer: Peer, parties: &Parties) -> Option<RecordId> {
        let fits = |id: &&RecordId| self.entries.get(id).is_some_and(|owed| owed.parties.matches(parties));
        self.index.candidates(peer, parties).iter().find(fits).copied()
    }

    /// It is owed no more.
    pub(crate) fn withdraw(&mut self, id: RecordId) {
        let Some(owed) = self.entries.remove(&id) else { return };
        self.index.remove(owed.peer, &owed.parties, id);
        self.timers.stop(id);
        if let Some(connection) = owed.connection {
            self.carriers.remove(&connection);
        }
    }

    pub(crate) fn next_deadline(&self) -> Option<Instant> {
        self.timers.next_deadline()
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) const fn given_up(&self) -> u64 {
        self.given_up
    }
}
