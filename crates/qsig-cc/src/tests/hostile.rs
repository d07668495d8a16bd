//! A far end that sends any APDU in any message at any time: no panic, nothing that was not asked for, and an end.

use alloc::{collections::BTreeMap, vec, vec::Vec};
use core::time::Duration;

use qsig_core::{Cause, Instant, Output};
use qsig_rose::Problem;
use qsig_testkit::Seed;

use crate::{
    Action, Apdu, Call, Caller, CcError, Connection, Ended, Operation, Originating, Parties, Peer, Service,
    Terminating,
    fixtures::{SPEECH, number, parties},
    originating::{self, Options, Proposal, Request},
    terminating::{self, Terms},
};

const USERS: [&str; 3] = ["1001", "1002", "1003"];

fn some_parties(seed: &mut Seed) -> Parties {
    let mut pick = || USERS[usize::try_from(seed.below(3)).unwrap()];
    let mut parties = parties(pick(), pick());
    if seed.chance(100) {
        parties.a = Caller::NotAvailable;
    }
    parties
}

fn some_apdu(seed: &mut Seed) -> Apdu {
    let id = i32::try_from(seed.below(8)).unwrap();
    let parties = seed.chance(600).then(|| some_parties(seed));
    let operation = match seed.below(12) {
        0 | 1 => Operation::Request {
            service: if seed.chance(500) { Service::Ccbs } else { Service::Ccnr },
            parties: some_parties(seed),
            can_retain_service: seed.chance(500),
            retain_connection: [None, Some(true), Some(false)][usize::try_from(seed.below(3)).unwrap()],
        },
        2 => Operation::Cancel(parties),
        3 | 4 => Operation::ExecPossible(parties),
        5 => Operation::PathReserve,
        6 => Operation::Ringout,
        7 => Operation::Suspend,
        8 => Operation::Resume,
        9 => {
            let service = seed.chance(700).then_some(Service::Ccbs);
            return Apdu::Result { id, service, no_path_reservation: false, retain_service: true };
        }
        10 => return Apdu::Error { id, error: CcError::ShortTermRejection },
        _ => {
            return Apdu::Reject {
                id: seed.chance(500).then_some(id),
                problem: Problem::DUPLICATE_INVOCATION,
            };
        }
    };
    Apdu::Invoke { id, operation }
}

fn some_apdus(seed: &mut Seed) -> Vec<Apdu> {
    (0..seed.below(4)).map(|_| some_apdu(seed)).collect()
}

/// The connections of one engine, as a layer 3 that believes the far end everything would know them.
#[derive(Default)]
struct Known {
    peers: BTreeMap<Connection, (Peer, bool)>,
    calls: Vec<Call>,
    offered: u32,
}

impl Known {
    /// Notes an action; what is wrong with it is a bug of the engine.
    fn note(&mut self, action: &Action) {
        match *action {
            Action::Open { connection, peer, .. } => {
                assert!(self.peers.insert(connection, (peer, false)).is_none());
            }
            Action::Release { connection, .. } => {
                let releasing = &mut self.peers.get_mut(&connection).expect("it exists").1;
                assert!(!*releasing, "released once");
                *releasing = true;
            }
            Action::Facility { connection, .. }
            | Action::Accept { connection, .. }
            | Action::Proceed { connection }
            | Action::Enquire { connection } => assert!(!self.peers[&connection].1, "nothing after RELEASE"),
            Action::PlaceCall { call, .. } => self.calls.push(call),
            Action::AdmitCall { call, .. } => assert!(self.calls.contains(&call)),
            Action::ClearCall { call, .. } => assert!(matches!(call, Call::Offered(_) | Call::Placed(_))),
        }
    }

    fn any(&self, seed: &mut Seed) -> Option<Connection> {
        let place = usize::try_from(seed.below(self.peers.len() as u64)).unwrap();
        self.peers.keys().nth(place).copied()
    }

    fn new_one(&mut self, peer: Peer) -> Connection {
        self.offered += 1;
        let connection = Connection::Offered(self.offered);
        self.peers.insert(connection, (peer, false));
        connection
    }
}

fn some_end(seed: &mut Seed) -> (Ended, Cause) {
    let how = [Ended::Release, Ended::ReleaseComplete, Ended::Lost, Ended::NotSent];
    let cause = [Cause::NORMAL_CALL_CLEARING, Cause::INVALID_CALL_REFERENCE];
    let pick = |seed: &mut Seed, length: u64| usize::try_from(seed.below(length)).unwrap();
    (how[pick(seed, 4)], cause[pick(seed, 2)])
}

fn originating_run(seed: u64) {
    use originating::{Event, Input};
    let mut seed = Seed::new(seed);
    let mut engine = Originating::new(originating::Parameters::default());
    let (mut known, mut now, mut asked, mut over) = (Known::default(), Instant::ZERO, 0, 0);
    for round in 0.. {
        let wait = loop {
            match engine.poll_output() {
                Output::Transmit(action) => known.note(&action),
                Output::Event(Event::Refused { .. } | Event::Ended { .. }) => over += 1,
                Output::Event(Event::Recall { .. }) => assert!(asked > over, "nobody asked for that"),
                Output::Event(_) => {}
                Output::Wait(until) => break until,
            }
        };
        let peer = Peer(u32::try_from(seed.below(2)).unwrap());
        let apdus = some_apdus(&mut seed);
        let quiet = round > 200;
        let input = match (seed.below(12), known.any(&mut seed)) {
            (_, Some(connection)) if quiet => {
                let (how, cause) = (Ended::Release, Cause::NORMAL_CALL_CLEARING);
                known.peers.remove(&connection);
                Input::ConnectionEnded { connection, how, cause, apdus: vec![] }
            }
            _ if quiet => {
                let Some(until) = wait else { break };
                now = until;
                Input::Timeout
            }
            (0, _) => {
                let service = Service::Ccbs;
                let options = Options { proposal: Proposal::Either, ..Options::usual(service) };
                let request = Request { peer, service, parties: some_parties(&mut seed), options };
                asked += u64::from(engine.request(now, request).is_ok());
                continue;
            }
            (1, _) => {
                let number = USERS[usize::try_from(seed.below(3)).unwrap()].parse().unwrap();
                Input::UserA { number, busy: seed.chance(500) }
            }
            (2, _) => {
                let waiting =
                    engine.records().find(|view| view.state == "CC-Wait-User-A").map(|view| view.id);
                let Some(record) = waiting else { continue };
                Input::Answered { record }
            }
            (3, _) => {
                let Some(call) = known.calls.pop() else { continue };
                Input::CallEnded { call, cause: Cause::USER_BUSY, apdus }
            }
            (4 | 5, _) => Input::ConnectionOffered { connection: known.new_one(peer), peer, apdus },
            (6, Some(connection)) => Input::ConnectionAccepted { connection, apdus },
            (7 | 8, Some(connection)) => Input::Facility { connection, apdus },
            (9, Some(connection)) => {
                let (how, cause) = some_end(&mut seed);
                known.peers.remove(&connection);
                Input::ConnectionEnded { connection, how, cause, apdus }
            }
            (10, _) => {
                if seed.chance(700) {
                    Input::LinkUp { peer }
                } else {
                    Input::LinkDown { peer }
                }
            }
            _ => {
                now = wait.filter(|_| seed.chance(200)).unwrap_or(now + Duration::from_secs(1));
                Input::Timeout
            }
        };
        engine.handle_input(now, input).unwrap();
    }
    let ringing = engine.records().filter(|view| view.state == "CC-Ringout").count();
    assert_eq!(engine.records().count(), ringing, "only a call that nobody ends can stay");
    assert_eq!(asked, over + u64::try_from(ringing).unwrap(), "each request ends once");
}

fn terminating_run(seed: u64) {
    use terminating::{Event, Input};
    let mut seed = Seed::new(seed);
    let mut engine = Terminating::new(terminating::Parameters::default());
    let (mut known, mut now, mut accepted, mut over) = (Known::default(), Instant::ZERO, 0, 0);
    for user in USERS {
        let input = Input::Target { number: user.parse().unwrap(), terms: Terms::default() };
        engine.handle_input(now, input).unwrap();
    }
    for round in 0_u32.. {
        let wait = loop {
            match engine.poll_output() {
                Output::Transmit(action) => known.note(&action),
                Output::Event(Event::Accepted { .. }) => accepted += 1,
                Output::Event(Event::Ended { .. }) => over += 1,
                Output::Event(_) => {}
                Output::Wait(until) => break until,
            }
        };
        for user in USERS {
            let held = |view: &crate::RecordView<'_>| {
                view.parties.b == number(user) && matches!(view.state, "CC-Exec-Notified" | "CC-Ringing-B")
            };
            assert!(engine.records().filter(held).count() <= 1, "one at a time");
        }
        let peer = Peer(u32::try_from(seed.below(2)).unwrap());
        let user = USERS[usize::try_from(seed.below(3)).unwrap()].parse().unwrap();
        let apdus = some_apdus(&mut seed);
        let quiet = round > 300;
        let input = match (seed.below(12), known.any(&mut seed)) {
            (_, Some(connection)) if quiet => {
                let (how, cause) = (Ended::Release, Cause::NORMAL_CALL_CLEARING);
                known.peers.remove(&connection);
                Input::ConnectionEnded { connection, how, cause, apdus: vec![] }
            }
            _ if quiet => {
                if let Some(call) = known.calls.pop() {
                    Input::CallEnded { call, by_caller: true, apdus: vec![] }
                } else {
                    let Some(until) = wait else { break };
                    now = until;
                    Input::Timeout
                }
            }
            (0, _) => Input::Busy { number: user, busy: seed.chance(500) },
            (1, _) => Input::Activity { number: user },
            (2, _) => {
                let Some(call) = known.calls.pop() else { continue };
                if seed.chance(500) {
                    Input::CallAnswered { call }
                } else {
                    Input::CallEnded { call, by_caller: seed.chance(500), apdus }
                }
            }
            (3, _) => {
                let call = Call::Offered(round);
                known.calls.push(call);
                let parties = some_parties(&mut seed);
                Input::CallOffered {
                    call,
                    peer,
                    from: parties.a.number().copied(),
                    to: parties.b,
                    service: SPEECH.into(),
                    from_subaddress: None,
                    to_subaddress: None,
                    apdus: vec![Apdu::Invoke { id: 1, operation: Operation::Ringout }],
                }
            }
            (4..=6, _) => Input::ConnectionOffered { connection: known.new_one(peer), peer, apdus },
            (7, Some(connection)) => Input::ConnectionAccepted { connection, apdus },
            (8, Some(connection)) => Input::Facility { connection, apdus },
            (9, Some(connection)) => {
                let (how, cause) = some_end(&mut seed);
                known.peers.remove(&connection);
                Input::ConnectionEnded { connection, how, cause, apdus }
            }
            (10, _) => {
                if seed.chance(700) {
                    Input::LinkUp { peer }
                } else {
                    Input::LinkDown { peer }
                }
            }
            _ => {
                now = wait.filter(|_| seed.chance(200)).unwrap_or(now + Duration::from_secs(1));
                Input::Timeout
            }
        };
        engine.handle_input(now, input).unwrap();
    }
    assert_eq!(engine.records().next(), None);
    assert_eq!(accepted, over, "each accepted request ends once");
    assert_eq!(engine.connections(), 0);
}

#[test]
fn no_far_end_can_upset_user_as_side() {
    (1..200).for_each(originating_run);
}

#[test]
fn no_far_end_can_upset_user_bs_side() {
    (1..80).for_each(terminating_run);
}
