//! A whole node, its line, its users and the time.

use std::time::Duration;

use qsig_core::{Digits, Instant, Output, Side};
use qsig_lapd::{DataLink, Parameters};
use qsig_pinx::{
    Event, ExtensionConfig, Fault, Input, Key, Node, NodeConfig, Route, TrunkConfig, TrunkIndex,
};

use crate::tape::Tape;

const TRUNK: TrunkIndex = TrunkIndex(0);
const PHONES: [&str; 3] = ["1001", "1002", "1003"];

/// What users do.
const KEYS: [&str; 16] = [
    "off-hook",
    "on-hook",
    "dial:1001",
    "dial:1002",
    "dial:2001",
    "softkey:CallBack",
    "softkey:Cancel",
    "reject",
    "hold",
    "retrieve",
    "dnd:on",
    "dnd:off",
    "forward:all:1003",
    "forward:busy:2002",
    "forward:off",
    "reset",
];

/// A node, and a peer that has a proper layer 2 and says anything above it.
struct World {
    now: Instant,
    node: Node,
    peer: DataLink,
}

fn digits(number: &str) -> Digits {
    number.parse().expect("a number")
}

impl World {
    fn new() -> Self {
        let config = NodeConfig {
            name: "node".into(),
            seed: 1,
            trunks: vec![TrunkConfig::new("trunk", Side::Network)],
            routes: vec![Route { prefix: digits("2"), trunk: TRUNK }],
            extensions: PHONES.map(|number| ExtensionConfig::new(digits(number), "")).to_vec(),
        };
        let node = Node::new(config).expect("a node");
        let peer = DataLink::new(Side::User, Parameters::default());
        let mut world = Self { now: Instant::ZERO, node, peer };
        world.line(true);
        world
    }

    fn line(&mut self, up: bool) {
        self.peer(if up { qsig_lapd::Input::LineUp } else { qsig_lapd::Input::LineDown });
        self.node(Input::Line { trunk: TRUNK, up });
    }

    /// Frames cannot be misuse; a key that cannot be pressed now is refused, and nothing else happens.
    fn node(&mut self, input: Input<'_>) {
        let is_key = matches!(input, Input::Key { .. });
        let done = self.node.handle_input(self.now, input);
        assert!(done.is_ok() || is_key, "{done:?}");
        self.exchange();
    }

    fn peer(&mut self, input: qsig_lapd::Input<'_>) {
        // Layer 2 takes nothing for a link that is down, and that is all the same here.
        let _ = self.peer.handle_input(self.now, input);
        self.exchange();
    }

    fn pass(&mut self, span: Duration) {
        let end = self.now + span;
        let mut at_once = 0;
        while self.now < end {
            let due = [self.next_of_node(), self.next_of_peer()].into_iter().flatten().min();
            let next = due.unwrap_or(end).clamp(self.now, end);
            at_once = if next > self.now { 0 } else { at_once + 1 };
            assert!(at_once < 10, "a timer that is due never expires");
            self.now = next;
            self.peer(qsig_lapd::Input::Timeout);
            self.node(Input::Timeout);
        }
    }

    fn next_of_node(&mut self) -> Option<Instant> {
        match self.node.poll_output() {
            Output::Wait(until) => until,
            other => panic!("not drained: {other:?}"),
        }
    }

    fn next_of_peer(&mut self) -> Option<Instant> {
        match self.peer.poll_output() {
            Output::Wait(until) => until,
            other => panic!("not drained: {other:?}"),
        }
    }

    fn exchange(&mut self) {
        for round in 0.. {
            assert!(round < 1_000, "the two never stop talking");
            let mut to_peer = Vec::new();
            loop {
                match self.node.poll_output() {
                    Output::Transmit(frame) => to_peer.push(frame.octets),
                    Output::Event(Event::Fault(Fault::Internal(what))) => panic!("{what}"),
                    Output::Event(_) => {}
                    Output::Wait(_) => break,
                }
            }
            for frame in &to_peer {
                let _ = self.peer.handle_input(self.now, qsig_lapd::Input::Frame(frame));
            }
            let mut to_node = Vec::new();
            loop {
                match self.peer.poll_output() {
                    Output::Transmit(frame) => to_node.push(frame),
                    Output::Event(_) => {}
                    Output::Wait(_) => break,
                }
            }
            if to_peer.is_empty() && to_node.is_empty() {
                return;
            }
            for octets in &to_node {
                let done = self.node.handle_input(self.now, Input::Frame { trunk: TRUNK, octets });
                assert_eq!(done, Ok(()));
            }
        }
    }
}

/// Whatever the peer says, the users press and the time does: no mistake of ours is reported, and when all users have
/// hung up, the line was cut for good and hours have passed, nothing is left.
pub fn node(octets: &[u8]) {
    let mut world = World::new();
    let mut tape = Tape(octets);
    while let Some(command) = tape.octet() {
        match command % 8 {
            0 => world.pass(tape.span().min(Duration::from_mins(5))),
            1 => {
                let (phone, key) = (tape.octet().unwrap_or(0), tape.octet().unwrap_or(0));
                let phone = digits(PHONES[usize::from(phone) % PHONES.len()]);
                let key: Key = KEYS[usize::from(key) % KEYS.len()].parse().expect("a key");
                world.node(Input::Key { phone, key });
            }
            2 => world.node(Input::Frame { trunk: TRUNK, octets: tape.counted() }),
            3 if command > 240 => world.line(command & 0x10 == 0),
            _ => world.peer(qsig_lapd::Input::Data(tape.counted().to_vec().into())),
        }
    }
    world.line(false);
    for _ in 0..3 {
        for phone in PHONES.map(digits) {
            world.node(Input::Key { phone, key: Key::Reset });
        }
        world.pass(Duration::from_hours(4));
    }
    assert!(
        world.node.is_quiet(),
        "{:?} {:?}",
        world.node.callbacks(),
        world.node.trunks().collect::<Vec<_>>()
    );
}
