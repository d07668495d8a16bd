//! Signalling connections of call completion: to a trunk, or to the other cc engine of this node.

use std::collections::BTreeMap;

use bytes::Bytes;
use qsig_call::{CallId, Clearing, End, Request, Setup};
use qsig_cc::{Action, Apdu, Caller, Connection, Ended, Operation, Peer, Subaddress};
use qsig_core::{Cause, Instant};

use crate::{config::TrunkIndex, facility, node::Node, trunk::Owner};

/// Which of the two cc engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    Originating,
    Terminating,
}

impl Role {
    const fn other(self) -> Self {
        match self {
            Self::Originating => Self::Terminating,
            Self::Terminating => Self::Originating,
        }
    }
}

/// The node itself, as the far end of a callback between two of its phones.
pub(crate) const LOCAL: Peer = Peer(0);

pub(crate) const fn peer_of(trunk: TrunkIndex) -> Peer {
    Peer(trunk.0 + 1)
}

/// The trunk to a peer; `None` for the node itself.
pub(crate) const fn trunk_of(peer: Peer) -> Option<TrunkIndex> {
    match peer.0.checked_sub(1) {
        Some(index) => Some(TrunkIndex(index)),
        None => None,
    }
}

/// Where a connection leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Trunk(TrunkIndex, CallId),
    Local(Role, Connection),
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Connections {
    lines: BTreeMap<(Role, Connection), Line>,
    offered: u32,
}

impl Connections {
    /// A name for something that is offered to a cc engine.
    pub(crate) fn next_offered(&mut self) -> u32 {
        self.offered = self.offered.wrapping_add(1);
        self.offered
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

/// What a connection tells a cc engine.
#[derive(Clone, Copy, Debug)]
pub(crate) enum News {
    Offered(Peer),
    Accepted,
    Facility,
    Ended(Ended, Cause),
}

impl Node {
    /// Tells a cc engine what its connection brought.
    pub(crate) fn tell_connection(
        &mut self,
        now: Instant,
        role: Role,
        connection: Connection,
        news: News,
        apdus: Vec<Apdu>,
    ) {
        // The two engines have inputs of the same names, but each its own type.
        macro_rules! input {
            ($engine:ident) => {{
                use qsig_cc::$engine::Input;
                match news {
                    News::Offered(peer) => Input::ConnectionOffered { connection, peer, apdus },
                    News::Accepted => Input::ConnectionAccepted { connection, apdus },
                    News::Facility => Input::Facility { connection, apdus },
                    News::Ended(how, cause) => Input::ConnectionEnded { connection, how, cause, apdus },
                }
            }};
        }
        match role {
            Role::Originating => self.tell_originating(now, input!(originating)),
            Role::Terminating => self.tell_terminating(now, input!(terminating)),
        }
    }

    /// Carries out what a cc engine wants of its connections and calls.
    pub(crate) fn perform(&mut self, now: Instant, role: Role, action: Action) {
        match action {
            Action::Open {
                connection,
                peer,
                from,
                to,
                from_subaddress,
                to_subaddress,
                apdus,
                supervised,
            } => {
                let Some(trunk) = trunk_of(peer) else {
                    return self.open_local(now, role, connection, apdus);
                };
                let mut setup = Setup::connection(to);
                setup.calling = calling(&from);
                setup.calling_subaddress = from_subaddress.as_ref().map(subaddress);
                setup.called_subaddress = to_subaddress.as_ref().map(subaddress);
                setup.facilities = facility::write(&apdus);
                setup.supervised = supervised;
                setup.repeat_facilities = is_cancel(&apdus);
                match self.trunks[trunk].layer3.setup(now, setup) {
                    Ok(call) => {
                        self.trunks[trunk].owners.insert(call, Owner::Connection(role, connection));
                        self.connections.lines.insert((role, connection), Line::Trunk(trunk, call));
                    }
                    Err(refused) => {
                        let news = News::Ended(Ended::NotSent, refused.cause());
                        self.tell_connection(now, role, connection, news, Vec::new());
                    }
                }
            }
            Action::Proceed { connection } => {
                self.on_line(now, role, connection, None, |_| Request::Proceeding);
            }
            Action::Accept { connection, apdus } => {
                self.on_line(now, role, connection, Some((News::Accepted, apdus)), |facilities| {
                    Request::Connect { facilities, connected: None }
                });
            }
            Action::Facility { connection, apdus } => {
                self.on_line(now, role, connection, Some((News::Facility, apdus)), |facilities| {
                    Request::Facility { facilities }
                });
            }
            Action::Enquire { connection } => {
                self.on_line(now, role, connection, None, |_| Request::StatusEnquiry);
            }
            Action::Release { connection, cause, apdus } => self.release(now, role, connection, cause, apdus),
            Action::PlaceCall { call, record, peer, parties, apdus } => {
                self.place_recall(now, call, record, peer, &parties, apdus);
            }
            Action::AdmitCall { call, .. } => self.admit_recall(now, call),
            Action::ClearCall { call, cause, apdus } => self.clear_recall(now, call, cause, apdus),
        }
    }

    /// A SETUP of a connection came over a trunk.
    pub(crate) fn connection_offered(
        &mut self,
        now: Instant,
        trunk: TrunkIndex,
        call: CallId,
        setup: &Setup,
    ) {
        let reading = self.read_facilities(trunk, &setup.facilities);
        let refusing = (reading.clear || reading.apdus.is_empty()).then_some(Cause::FACILITY_NOT_IMPLEMENTED);
        if let Some(cause) = refusing {
            let clearing = Clearing { cause, facilities: reading.answers, repeat_facilities: true };
            return self.request(now, trunk, call, Request::Release(clearing));
        }
        let peer = peer_of(trunk);
        let role = match reading.apdus.first() {
            Some(Apdu::Invoke { operation: Operation::ExecPossible(_), .. }) => Role::Originating,
            Some(Apdu::Invoke { operation: Operation::Cancel(Some(parties)), .. })
                if self.originating.holds(peer, parties) =>
            {
                Role::Originating
            }
            _ => Role::Terminating,
        };
        let connection = Connection::Offered(self.connections.next_offered());
        self.trunks[trunk].owners.insert(call, Owner::Connection(role, connection));
        self.connections.lines.insert((role, connection), Line::Trunk(trunk, call));
        self.tell_connection(now, role, connection, News::Offered(peer), reading.apdus);
    }

    /// Layer 3 told something of a connection.
    pub(crate) fn connection_event(
        &mut self,
        now: Instant,
        trunk: TrunkIndex,
        (role, connection): (Role, Connection),
        event: qsig_call::Event,
    ) {
        use qsig_call::Event;
        match event {
            Event::Connected { call, facilities, .. } => {
                let apdus = self.connection_apdus(now, trunk, call, &facilities);
                // Active is told on the incoming side too, when CONNECT ACKNOWLEDGE has come.
                if matches!(connection, Connection::Opened(_)) {
                    self.tell_connection(now, role, connection, News::Accepted, apdus);
                }
            }
            Event::Facility { call, facilities }
            | Event::Disconnect { call, facilities, .. }
            | Event::Clearing { call, facilities, .. }
            | Event::Progress { call, facilities, .. }
            | Event::Alerting { call, facilities, .. } => {
                let apdus = self.connection_apdus(now, trunk, call, &facilities);
                if !apdus.is_empty() {
                    self.tell_connection(now, role, connection, News::Facility, apdus);
                }
            }
            Event::Released { call, cause, end, facilities } => {
                self.trunks[trunk].owners.remove(&call);
                self.connections.lines.remove(&(role, connection));
                let apdus = self.read_facilities(trunk, &facilities).apdus;
                let how = match end {
                    End::Release => Ended::Release,
                    End::ReleaseComplete => Ended::ReleaseComplete,
                    End::StatusNull | End::Timer(_) | End::LinkLost | End::Restart | End::Local => {
                        Ended::Lost
                    }
                };
                self.tell_connection(now, role, connection, News::Ended(how, cause), apdus);
            }
            // Nothing in them matters to call completion.
            _ => {}
        }
    }

    /// The APDUs of a message on a connection; what was not understood is answered.
    fn connection_apdus(
        &mut self,
        now: Instant,
        trunk: TrunkIndex,
        call: CallId,
        facilities: &[Bytes],
    ) -> Vec<Apdu> {
        let reading = self.read_facilities(trunk, facilities);
        if reading.clear {
            let clearing = Clearing {
                cause: Cause::FACILITY_NOT_IMPLEMENTED,
                facilities: reading.answers,
                repeat_facilities: true,
            };
            self.request(now, trunk, call, Request::Release(clearing));
        } else {
            self.send_rejects(now, trunk, call, reading.answers);
        }
        reading.apdus
    }

    fn open_local(&mut self, now: Instant, role: Role, connection: Connection, apdus: Vec<Apdu>) {
        let other = role.other();
        let end = Connection::Offered(self.connections.next_offered());
        self.connections.lines.insert((role, connection), Line::Local(other, end));
        self.connections.lines.insert((other, end), Line::Local(role, connection));
        self.tell_connection(now, other, end, News::Offered(LOCAL), apdus);
    }

    /// Something for the far end of a connection: a request to layer 3 with the APDUs, or the news itself to the
    /// other engine of this node. What is said on a connection that is over already, or being cleared, is dropped:
    /// its end is on the way to the engine.
    fn on_line(
        &mut self,
        now: Instant,
        role: Role,
        connection: Connection,
        news: Option<(News, Vec<Apdu>)>,
        request: impl FnOnce(Vec<Bytes>) -> Request,
    ) {
        match self.connections.lines.get(&(role, connection)) {
            Some(&Line::Trunk(trunk, call)) if !self.is_ending(trunk, call) => {
                let facilities = news.map(|(_, apdus)| facility::write(&apdus)).unwrap_or_default();
                self.request(now, trunk, call, request(facilities));
            }
            Some(&Line::Local(other, end)) => {
                if let Some((news, apdus)) = news {
                    self.tell_connection(now, other, end, news, apdus);
                }
            }
            Some(Line::Trunk(..)) | None => {}
        }
    }

    fn release(&mut self, now: Instant, role: Role, connection: Connection, cause: Cause, apdus: Vec<Apdu>) {
        match self.connections.lines.get(&(role, connection)) {
            Some(&Line::Trunk(trunk, call)) => {
                let clearing =
                    Clearing { cause, facilities: facility::write(&apdus), repeat_facilities: true };
                self.request(now, trunk, call, Request::Release(clearing));
            }
            Some(&Line::Local(other, end)) => {
                self.connections.lines.remove(&(role, connection));
                self.connections.lines.remove(&(other, end));
                self.tell_connection(now, other, end, News::Ended(Ended::Release, cause), apdus);
                let done = News::Ended(Ended::ReleaseComplete, Cause::NORMAL_CALL_CLEARING);
                self.tell_connection(now, role, connection, done, Vec::new());
            }
            None => {}
        }
    }
}

fn is_cancel(apdus: &[Apdu]) -> bool {
    apdus.iter().any(|apdu| matches!(apdu, Apdu::Invoke { operation: Operation::Cancel(_), .. }))
}

/// User A as a Calling party number.
pub(crate) fn calling(caller: &Caller) -> Option<qsig_call::PresentedNumber> {
    use qsig_call::{Presentation, PresentedNumber, Screening};
    let (number, presentation) = match caller {
        Caller::Allowed(number) => (*number, Presentation::Allowed),
        Caller::Restricted(number) => (*number, Presentation::Restricted),
        Caller::NumberWithheld | Caller::NotAvailable => return None,
    };
    Some(PresentedNumber { number, presentation, screening: Screening::Passed })
}

/// A subaddress as the contents of its information element. Clause: Q.931 4.5.9.
fn subaddress(subaddress: &Subaddress) -> Bytes {
    let (octet_3, information) = match subaddress {
        Subaddress::Nsap(information) => (0x80, information),
        Subaddress::User { information, odd } => (if *odd == Some(true) { 0xA8 } else { 0xA0 }, information),
    };
    core::iter::once(octet_3).chain(information.iter().copied()).collect()
}
