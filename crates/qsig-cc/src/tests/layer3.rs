//! A small layer 3 for tests: connections and calls between two nodes, without octets but with every way in
//! which a connection can end.

use alloc::{collections::BTreeMap, vec::Vec};

use qsig_core::{Cause, Instant};

use super::pair::Told;
use crate::{Action, Apdu, Caller, Connection, Ended, Parties, fixtures::at, wire};

/// Who opened it, and the opener's name for it.
pub(super) type Reference = (bool, u32);

/// A Facility information element.
pub(super) type Element = Vec<u8>;

#[derive(Clone, Debug)]
pub(super) enum Message {
    Setup(Reference, Vec<Element>),
    Proceeding(Reference),
    Connect(Reference, Vec<Element>),
    Facility(Reference, Vec<Element>),
    Release(Reference, Cause, Vec<Element>),
    ReleaseComplete(Reference, Cause, Vec<Element>),
    Enquiry(Reference),
    CallSetup(u32, Parties, Vec<Element>),
    CallAlerting(u32),
    CallClear(u32, Cause, Vec<Element>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Phase {
    Opening { proceeding: bool, repeat_at: Instant, again: bool, setup: Vec<Element> },
    Offered,
    Proceeding,
    Active,
    Releasing(Cause, Vec<Element>),
}

/// Layer 3 of one end.
#[derive(Clone, Debug)]
pub(super) struct Layer3 {
    is_a: bool,
    connections: BTreeMap<Reference, (Connection, Phase)>,
    offered: u32,
    pub(super) link_up: bool,
}

pub(super) fn encode(apdus: &[Apdu]) -> Vec<Element> {
    apdus.iter().map(|apdu| wire::encode(apdu).unwrap()).collect()
}

pub(super) fn decode(elements: &[Element]) -> Vec<Apdu> {
    elements
        .iter()
        .flat_map(|element| {
            let facility = qsig_rose::Facility::parse(element).unwrap();
            let apdus: Vec<_> =
                facility.components().filter_map(|component| wire::decode(&component.unwrap())).collect();
            apdus
        })
        .collect()
}

impl Layer3 {
    pub(super) const fn new(is_a: bool) -> Self {
        Self { is_a, connections: BTreeMap::new(), offered: 0, link_up: true }
    }

    pub(super) fn connections(&self) -> usize {
        self.connections.len()
    }

    fn reference(&self, connection: Connection) -> Option<Reference> {
        let found = self.connections.iter().find(|(_, (name, _))| *name == connection);
        found.map(|(reference, _)| *reference)
    }

    /// Carries out an action on a connection. One that is over here is dropped: its end is on its way up.
    pub(super) fn act(&mut self, now: Instant, action: Action, out: &mut Vec<Message>, up: &mut Vec<Told>) {
        self.try_act(now, action, out, up);
    }

    fn try_act(
        &mut self,
        now: Instant,
        action: Action,
        out: &mut Vec<Message>,
        up: &mut Vec<Told>,
    ) -> Option<()> {
        match action {
            Action::Open { connection, from, to, apdus, supervised, .. } => {
                let Connection::Opened(name) = connection else { panic!("opened connections only") };
                assert!(!to.digits.is_empty(), "somebody is called");
                assert!(self.is_a || matches!(from, Caller::Allowed(_)), "user B is no secret");
                let exec = matches!(
                    apdus.first(),
                    Some(Apdu::Invoke { operation: crate::Operation::ExecPossible(_), .. })
                );
                assert_eq!(supervised, !exec);
                let reference = (self.is_a, name);
                let setup = encode(&apdus);
                let phase = Phase::Opening {
                    proceeding: false,
                    repeat_at: now + core::time::Duration::from_secs(4),
                    again: true,
                    setup: setup.clone(),
                };
                assert!(self.connections.insert(reference, (connection, phase)).is_none());
                if self.link_up {
                    out.push(Message::Setup(reference, setup));
                } else {
                    self.end(reference, Ended::NotSent, Cause::DESTINATION_OUT_OF_ORDER, Vec::new(), up);
                }
            }
            Action::Proceed { connection } => {
                let reference = self.reference(connection)?;
                let phase = &mut self.connections.get_mut(&reference).unwrap().1;
                assert_eq!(*phase, Phase::Offered, "an offered connection is answered once");
                *phase = Phase::Proceeding;
                out.push(Message::Proceeding(reference));
            }
            Action::Accept { connection, apdus } => {
                let reference = self.reference(connection)?;
                let phase = &mut self.connections.get_mut(&reference).unwrap().1;
                assert_eq!(*phase, Phase::Proceeding, "CALL PROCEEDING comes first");
                *phase = Phase::Active;
                out.push(Message::Connect(reference, encode(&apdus)));
            }
            Action::Facility { connection, apdus } => {
                let reference = self.reference(connection)?;
                assert!(
                    !matches!(self.connections[&reference].1, Phase::Releasing(..)),
                    "nothing after RELEASE"
                );
                out.push(Message::Facility(reference, encode(&apdus)));
            }
            Action::Release { connection, cause, apdus } => {
                let reference = self.reference(connection)?;
                let elements = encode(&apdus);
                let phase = &mut self.connections.get_mut(&reference).unwrap().1;
                assert!(!matches!(phase, Phase::Releasing(..)), "one RELEASE for one connection");
                if *phase == Phase::Offered {
                    out.push(Message::ReleaseComplete(reference, cause, elements));
                    self.end(reference, Ended::ReleaseComplete, cause, Vec::new(), up);
                } else if self.link_up {
                    *phase = Phase::Releasing(cause, elements.clone());
                    out.push(Message::Release(reference, cause, elements));
                } else {
                    self.end(reference, Ended::Lost, cause, Vec::new(), up);
                }
            }
            Action::Enquire { connection } => out.push(Message::Enquiry(self.reference(connection)?)),
            Action::PlaceCall { .. } | Action::AdmitCall { .. } | Action::ClearCall { .. } => {
                unreachable!("calls are the node's business")
            }
        }
        Some(())
    }

    /// Takes a message of a connection.
    pub(super) fn receive(&mut self, message: &Message, out: &mut Vec<Message>, up: &mut Vec<Told>) {
        let (reference, elements) = match message {
            Message::Setup(reference, elements)
            | Message::Connect(reference, elements)
            | Message::Facility(reference, elements)
            | Message::Release(reference, _, elements)
            | Message::ReleaseComplete(reference, _, elements) => (*reference, decode(elements)),
            Message::Proceeding(reference) | Message::Enquiry(reference) => (*reference, Vec::new()),
            _ => unreachable!("calls are the node's business"),
        };
        let unknown = Cause::INVALID_CALL_REFERENCE;
        let Some((connection, phase)) = self.connections.get_mut(&reference) else {
            match message {
                Message::Setup(..) => {
                    self.offered += 1;
                    let connection = Connection::Offered(self.offered);
                    self.connections.insert(reference, (connection, Phase::Offered));
                    up.push(Told::Offered(connection, elements));
                }
                Message::ReleaseComplete(..) => {}
                _ => out.push(Message::ReleaseComplete(reference, unknown, Vec::new())),
            }
            return;
        };
        let connection = *connection;
        match message {
            Message::Proceeding(_) => {
                if let Phase::Opening { proceeding, .. } = phase {
                    *proceeding = true;
                }
            }
            Message::Connect(..) if matches!(phase, Phase::Opening { .. }) => {
                *phase = Phase::Active;
                up.push(Told::Accepted(connection, elements));
            }
            Message::Facility(..) => up.push(Told::Facility(connection, elements)),
            Message::Release(_, cause, _) => {
                if !matches!(phase, Phase::Releasing(..)) {
                    out.push(Message::ReleaseComplete(reference, Cause::NORMAL_CALL_CLEARING, Vec::new()));
                }
                self.end(reference, Ended::Release, *cause, elements, up);
            }
            Message::ReleaseComplete(_, cause, _) => {
                self.end(reference, Ended::ReleaseComplete, *cause, elements, up);
            }
            // A repeated SETUP, a late CONNECT, an enquiry that finds the connection alive.
            _ => {}
        }
    }

    /// What T303 has to do; a SETUP goes out twice.
    pub(super) fn timeout(&mut self, now: Instant, out: &mut Vec<Message>, up: &mut Vec<Told>) {
        let due: Vec<_> = self.connections.keys().copied().collect();
        for reference in due {
            let (_, phase) = self.connections.get_mut(&reference).unwrap();
            let Phase::Opening { proceeding: false, repeat_at, again, setup } = phase else { continue };
            if *repeat_at > now {
                continue;
            }
            if *again && self.link_up {
                *again = false;
                *repeat_at = now + core::time::Duration::from_secs(4);
                out.push(Message::Setup(reference, setup.clone()));
            } else {
                let cause = Cause::RECOVERY_ON_TIMER_EXPIRY;
                out.push(Message::ReleaseComplete(reference, cause, Vec::new()));
                self.end(reference, Ended::Lost, cause, Vec::new(), up);
            }
        }
    }

    pub(super) fn next_deadline(&self) -> Option<Instant> {
        self.connections
            .values()
            .filter_map(|(_, phase)| match phase {
                Phase::Opening { proceeding: false, repeat_at, .. } => Some(*repeat_at),
                _ => None,
            })
            .min()
    }

    /// The data link is lost. Active connections survive if `active_survive`.
    pub(super) fn down(&mut self, active_survive: bool, up: &mut Vec<Told>) {
        self.link_up = false;
        let lost: Vec<_> = self
            .connections
            .iter()
            .filter(|(_, (_, phase))| !(active_survive && *phase == Phase::Active))
            .map(|(reference, _)| *reference)
            .collect();
        for reference in lost {
            self.end(reference, Ended::Lost, Cause::DESTINATION_OUT_OF_ORDER, Vec::new(), up);
        }
    }

    /// The data link is back, or was reset: RELEASE goes out again, and Active connections are enquired after.
    pub(super) fn up(&mut self, out: &mut Vec<Message>) {
        self.link_up = true;
        for (reference, (_, phase)) in &self.connections {
            match phase {
                Phase::Active => out.push(Message::Enquiry(*reference)),
                Phase::Releasing(cause, elements) => {
                    out.push(Message::Release(*reference, *cause, elements.clone()));
                }
                Phase::Opening { .. } | Phase::Offered | Phase::Proceeding => {}
            }
        }
    }

    fn end(&mut self, reference: Reference, how: Ended, cause: Cause, apdus: Vec<Apdu>, up: &mut Vec<Told>) {
        let (connection, _) = self.connections.remove(&reference).unwrap();
        up.push(Told::Ended(connection, how, cause, apdus));
    }
}

#[test]
fn what_a_node_sends_is_what_the_other_reads() {
    let apdus = [Apdu::Invoke { id: 7, operation: crate::Operation::Resume }];
    assert_eq!(decode(&encode(&apdus)), apdus);
    assert_eq!(at(1).as_micros(), 1_000_000);
}
