use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec,
    vec::Vec,
};
use core::time::Duration;

use qsig_core::{Cause, Instant, Outbox, TimerQueue};

use crate::{Action, Apdu, Caller, Connection, Ended, Operation, Parties, Peer, RecordId, owed::OwedCancels};

/// The highest invoke id that call completion uses. The ids above it are the node's, for names and the like: an id is
/// used once at a time on a call reference, whoever sends there.
pub const MAX_INVOKE_ID: i32 = 16_383;

/// How long a connection may stay up that no callback needs any more. Our choice: the side that ought to clear
/// it does so within seconds.
const ORPHAN: Duration = Duration::from_mins(1);

/// How far a connection has come, as its engine knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// SETUP sent, no CONNECT yet.
    Opening,
    /// SETUP received, not answered yet.
    Offered,
    /// CONNECT sent or received.
    Active,
    /// RELEASE sent; it stays tied to its callback until layer 3 says that it has ended.
    Releasing,
}

/// A connection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) peer: Peer,
    /// The callback it was made for. It may have ended.
    pub(crate) record: Option<RecordId>,
    pub(crate) stage: Stage,
}

/// The direction of a callback's own SETUPs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// From A to B.
    A,
    /// From B to A.
    B,
}

/// The connections of one engine, the ccCancels owed on them, the links below them, and the invoke ids.
#[derive(Clone, Debug)]
pub(crate) struct Signalling {
    end: End,
    rows: BTreeMap<Connection, Row>,
    ties: BTreeSet<(RecordId, Connection)>,
    minted: u32,
    invoke_id: i32,
    orphans: TimerQueue<Connection>,
    pub(crate) owed: OwedCancels,
    max_owed: usize,
    down: BTreeSet<Peer>,
}

impl Signalling {
    pub(crate) fn new(end: End, max_owed: usize) -> Self {
        Self {
            end,
            rows: BTreeMap::new(),
            ties: BTreeSet::new(),
            minted: 0,
            invoke_id: 0,
            orphans: TimerQueue::new(),
            owed: OwedCancels::default(),
            max_owed,
            down: BTreeSet::new(),
        }
    }

    /// An invoke of this engine. Ids run from 1 to [`MAX_INVOKE_ID`] and begin again.
    pub(crate) fn invoke(&mut self, operation: Operation) -> Apdu {
        self.invoke_id = if self.invoke_id >= MAX_INVOKE_ID { 1 } else { self.invoke_id + 1 };
        Apdu::Invoke { id: self.invoke_id, operation }
    }

    pub(crate) fn row(&self, connection: Connection) -> Option<Row> {
        self.rows.get(&connection).copied()
    }

    pub(crate) fn is_active(&self, connection: Option<Connection>) -> bool {
        connection.and_then(|connection| self.row(connection)).is_some_and(|row| row.stage == Stage::Active)
    }

    pub(crate) fn is_up(&self, peer: Peer) -> bool {
        !self.down.contains(&peer)
    }

    /// Notes a connection that the node offers. `false`: there is one of that name, or the name is of the wrong
    /// kind.
    pub(crate) fn offered(&mut self, connection: Connection, peer: Peer) -> bool {
        if matches!(connection, Connection::Opened(_)) || self.rows.contains_key(&connection) {
            return false;
        }
        self.rows.insert(connection, Row { peer, record: None, stage: Stage::Offered });
        true
    }

    /// Opens a connection for a callback.
    pub(crate) fn open<E>(
        &mut self,
        outbox: &mut Outbox<Action, E>,
        peer: Peer,
        parties: &Parties,
        record: Option<RecordId>,
        apdu: Apdu,
    ) -> Option<Connection> {
        let a = parties.a;
        let (from, to, from_subaddress, to_subaddress) = match self.end {
            End::A => (a, parties.b, parties.subaddress_a.clone(), parties.subaddress_b.clone()),
            End::B => (
                Caller::Allowed(parties.b),
                *a.number()?,
                parties.subaddress_b.clone(),
                parties.subaddress_a.clone(),
            ),
        };
        self.minted += 1;
        let connection = Connection::Opened(self.minted);
        let supervised = !matches!(apdu, Apdu::Invoke { operation: Operation::ExecPossible(_), .. });
        self.rows.insert(connection, Row { peer, record, stage: Stage::Opening });
        if let Some(id) = record {
            self.ties.insert((id, connection));
        }
        outbox.transmit(Action::Open {
            connection,
            peer,
            from,
            to,
            from_subaddress,
            to_subaddress,
            apdus: vec![apdu],
            supervised,
        });
        Some(connection)
    }

    /// Ties a connection to a callback.
    pub(crate) fn tie(&mut self, connection: Connection, id: RecordId) {
        if let Some(row) = self.rows.get_mut(&connection) {
            row.record = Some(id);
            self.ties.insert((id, connection));
        }
    }

    /// Cuts all connections loose from a callback: what arrives on them no longer counts for it.
    pub(crate) fn cut_ties(&mut self, id: RecordId) {
        let tied: Vec<_> = self
            .ties
            .range((id, Connection::Opened(0))..=(id, Connection::Offered(u32::MAX)))
            .copied()
            .collect();
        for tie in tied {
            self.ties.remove(&tie);
            if let Some(row) = self.rows.get_mut(&tie.1) {
                row.record = None;
            }
        }
    }

    /// Answers an offered connection: CALL PROCEEDING, then CONNECT.
    pub(crate) fn accept<E>(
        &mut self,
        outbox: &mut Outbox<Action, E>,
        connection: Connection,
        apdus: Vec<Apdu>,
    ) {
        if let Some(row) = self.rows.get_mut(&connection)
            && row.stage == Stage::Offered
        {
            row.stage = Stage::Active;
            outbox.transmit(Action::Proceed { connection });
            outbox.transmit(Action::Accept { connection, apdus });
        }
    }

    /// The far end has connected.
    pub(crate) fn connected(&mut self, connection: Connection) {
        if let Some(row) = self.rows.get_mut(&connection)
            && row.stage == Stage::Opening
        {
            row.stage = Stage::Active;
        }
    }

    /// Sends a FACILITY, where the connection still takes one. Returns the invoke id of what went out.
    pub(crate) fn facility<E>(
        &mut self,
        outbox: &mut Outbox<Action, E>,
        connection: Option<Connection>,
        operation: Operation,
    ) -> Option<i32> {
        let connection = connection?;
        self.row(connection).filter(|row| row.stage != Stage::Releasing)?;
        let apdu = self.invoke(operation);
        let id = apdu.id();
        outbox.transmit(Action::Facility { connection, apdus: vec![apdu] });
        id
    }

    /// Clears a connection, unless that has begun. `true`: the RELEASE, with its APDUs, goes out.
    pub(crate) fn release<E>(
        &mut self,
        outbox: &mut Outbox<Action, E>,
        connection: Connection,
        cause: Cause,
        apdus: Vec<Apdu>,
    ) -> bool {
        let Some(row) = self.rows.get_mut(&connection) else { return false };
        if row.stage == Stage::Releasing {
            return false;
        }
        row.stage = Stage::Releasing;
        self.orphans.stop(connection);
        outbox.transmit(Action::Release { connection, cause, apdus });
        true
    }

    /// Clears a connection with ccCancel.
    pub(crate) fn release_with_cancel<E>(
        &mut self,
        outbox: &mut Outbox<Action, E>,
        connection: Connection,
    ) -> bool {
        let apdu = self.invoke(Operation::Cancel(None));
        self.release(outbox, connection, Cause::NORMAL_CALL_CLEARING, vec![apdu])
    }

    /// Says ccCancel for a callback that ends, and owes it until the far end has taken it: on its connection,
    /// else in a SETUP with the full argument. Without a number of user A only a connection can say it.
    pub(crate) fn say_cancel<E>(
        &mut self,
        now: Instant,
        outbox: &mut Outbox<Action, E>,
        id: RecordId,
        peer: Peer,
        parties: &Parties,
        connection: Option<Connection>,
    ) {
        let carrier = connection.filter(|connection| self.release_with_cancel(outbox, *connection));
        if parties.a.number().is_some() {
            self.owed.add(now, id, peer, parties.clone(), carrier, self.max_owed);
            self.pay(now, outbox);
        }
    }

    /// Sends the owed ccCancels that are due and whose link is up.
    pub(crate) fn pay<E>(&mut self, now: Instant, outbox: &mut Outbox<Action, E>) {
        while let Some((id, owed)) = self.owed.due(now) {
            let (peer, parties) = (owed.peer, owed.parties.clone());
            if !self.is_up(peer) {
                continue;
            }
            let apdu = self.invoke(Operation::Cancel(Some(parties.clone())));
            match self.open(outbox, peer, &parties, None, apdu) {
                Some(connection) => self.owed.sent(now, id, connection),
                None => self.owed.withdraw(id),
            }
        }
    }

    /// A reject on this connection. `true`: it carries an owed ccCancel, which the far end does not understand.
    /// Its repetition would be in vain: it is owed no more, and the connection is cleared.
    pub(crate) fn cancel_rejected<E>(
        &mut self,
        outbox: &mut Outbox<Action, E>,
        connection: Connection,
    ) -> bool {
        let rejected = self.owed.rejected(connection);
        if rejected {
            self.release(outbox, connection, Cause::NORMAL_CALL_CLEARING, Vec::new());
        }
        rejected
    }

    /// The callback of this connection is complete; the far end ought to clear it.
    pub(crate) fn expect_end(&mut self, now: Instant, connection: Connection) {
        self.orphans.restart(connection, now + ORPHAN);
    }

    /// A connection has ended at layer 3: its row, which is no more.
    pub(crate) fn ended(&mut self, connection: Connection, how: Ended, cause: Cause) -> Option<Row> {
        let row = self.rows.remove(&connection)?;
        if let Some(id) = row.record {
            self.ties.remove(&(id, connection));
        }
        self.orphans.stop(connection);
        self.owed.connection_ended(connection, how, cause);
        Some(row)
    }

    pub(crate) fn link_up(&mut self, now: Instant, peer: Peer) {
        self.down.remove(&peer);
        self.owed.link_up(now, peer);
    }

    pub(crate) fn link_down(&mut self, peer: Peer) {
        self.down.insert(peer);
    }

    /// Does what is due.
    pub(crate) fn timeout<E>(&mut self, now: Instant, outbox: &mut Outbox<Action, E>) {
        while let Some(connection) = self.orphans.take_expired(now) {
            self.release(outbox, connection, Cause::NORMAL_CALL_CLEARING, Vec::new());
        }
        self.pay(now, outbox);
    }

    pub(crate) fn next_deadline(&self) -> Option<Instant> {
        [self.orphans.next_deadline(), self.owed.next_deadline()].into_iter().flatten().min()
    }

    /// How many connections exist, those being cleared included.
    pub(crate) fn connections(&self) -> usize {
        self.rows.len()
    }
}
