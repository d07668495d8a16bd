//! A node with a trunk whose far end is played by hand, above a data link of its own.

use std::time::Duration;

use bytes::Bytes;
use qsig_core::{Digits, Instant, Output, Side};
use qsig_lapd::{DataLink, Parameters};
use qsig_pinx::{Event, ExtensionConfig, Fault, Input, Node, NodeConfig, Route, TrunkConfig, TrunkIndex};
use qsig_q931::{Message, MessageType};

pub(crate) const TRUNK: TrunkIndex = TrunkIndex(0);

pub(crate) struct Victim {
    pub(crate) now: Instant,
    pub(crate) node: Node,
    peer: DataLink,
    /// Messages of layer 3 that the node has sent.
    pub(crate) answers: Vec<Bytes>,
    pub(crate) faults: Vec<Fault>,
}

fn digits(number: &str) -> Digits {
    number.parse().unwrap()
}

impl Victim {
    /// A node with 6001 to 6009 whose link is up; 6001 talks to 6002.
    pub(crate) fn new() -> Self {
        let node = Node::new(NodeConfig {
            name: "victim".into(),
            seed: 3,
            trunks: vec![TrunkConfig::new("trunk", Side::Network)],
            routes: vec![Route { prefix: digits("2"), trunk: TRUNK }],
            extensions: (6001..=6009)
                .map(|number| ExtensionConfig::new(digits(&number.to_string()), ""))
                .collect(),
        })
        .unwrap();
        let mut peer = DataLink::new(Side::User, Parameters::default());
        peer.handle_input(Instant::ZERO, qsig_lapd::Input::LineUp).unwrap();
        let mut victim = Self { now: Instant::ZERO, node, peer, answers: Vec::new(), faults: Vec::new() };
        victim.feed(Input::Line { trunk: TRUNK, up: true });
        victim.press("6001", "dial:6002");
        victim.press("6002", "off-hook");
        victim.assert_unharmed();
        victim
    }

    pub(crate) fn press(&mut self, phone: &str, key: &str) {
        self.feed(Input::Key { phone: digits(phone), key: key.parse().unwrap() });
    }

    /// The peer sends a message of layer 3.
    pub(crate) fn message(&mut self, octets: impl Into<Bytes>) {
        self.peer.handle_input(self.now, qsig_lapd::Input::Data(octets.into())).unwrap();
        self.exchange();
    }

    /// Raw octets come over the line.
    pub(crate) fn frame(&mut self, octets: &[u8]) {
        self.feed(Input::Frame { trunk: TRUNK, octets });
    }

    pub(crate) fn pass(&mut self, span: Duration) {
        let end = self.now + span;
        while self.now < end {
            self.now = self.now + Duration::from_millis(200).min(end.since(self.now));
            self.peer.handle_input(self.now, qsig_lapd::Input::Timeout).unwrap();
            self.feed(Input::Timeout);
        }
    }

    /// The call between the neighbours stands.
    pub(crate) fn assert_unharmed(&self) {
        for phone in ["6001", "6002"] {
            assert_eq!(self.node.phone(&digits(phone)).unwrap().state, "connected");
        }
    }

    /// The types of the node's messages, and the cause in each that has one.
    pub(crate) fn answered(&self) -> Vec<(MessageType, Option<u8>)> {
        let read = |octets: &Bytes| {
            let message = Message::parse(octets).unwrap();
            (message.message_type, message.received().cause.map(|cause| cause.cause.value()))
        };
        self.answers.iter().map(read).collect()
    }

    fn feed(&mut self, input: Input<'_>) {
        self.node.handle_input(self.now, input).unwrap();
        self.exchange();
    }

    /// Lets node and peer talk until both are silent.
    fn exchange(&mut self) {
        loop {
            let mut moved = false;
            loop {
                match self.node.poll_output() {
                    Output::Transmit(frame) => {
                        moved = true;
                        self.peer.handle_input(self.now, qsig_lapd::Input::Frame(&frame.octets)).unwrap();
                    }
                    Output::Event(Event::Fault(fault)) => self.faults.push(fault),
                    Output::Event(_) => {}
                    Output::Wait(_) => break,
                }
            }
            loop {
                match self.peer.poll_output() {
                    Output::Transmit(frame) => {
                        moved = true;
                        self.node
                            .handle_input(self.now, Input::Frame { trunk: TRUNK, octets: &frame })
                            .unwrap();
                    }
                    Output::Event(qsig_lapd::Event::Data(message)) => self.answers.push(message),
                    Output::Event(_) => {}
                    Output::Wait(_) => break,
                }
            }
            if !moved {
                return;
            }
        }
    }
}
