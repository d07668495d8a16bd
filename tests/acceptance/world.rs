//! One or two nodes on a virtual clock.

use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    time::Duration,
};

use bytes::Bytes;
use qsig_core::{Digits, Instant, Output, Side};
use qsig_lapd::{Control, Frame, Step};
use qsig_pinx::{
    CallbackId, CallbackRole, CallbackStep, Event, ExtensionConfig, Fault, Input, Node, NodeConfig,
    PhoneView, Profile, Route, Tone, TrunkConfig, TrunkIndex, WallClock,
};
use qsig_q931::{Message, MessageType};
use qsig_rose::{Component, Facility};
use qsig_testkit::Line;

const TRUNK: TrunkIndex = TrunkIndex(0);

/// 2026-03-01 13:37 UTC.
pub(crate) const NOON: u64 = 1_772_372_220_000_000;

pub(crate) fn digits(number: &str) -> Digits {
    number.parse().unwrap()
}

/// Where user A (1001) and user B are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// B is 1002, a neighbour.
    Local,
    /// B is 2001, across the trunk.
    Trunk,
}

impl Reach {
    pub(crate) const BOTH: [Self; 2] = [Self::Local, Self::Trunk];

    /// User B's number.
    pub(crate) const fn b(self) -> &'static str {
        match self {
            Self::Local => "1002",
            Self::Trunk => "2001",
        }
    }

    /// Somebody whom B can talk to at home.
    pub(crate) const fn neighbour(self) -> &'static str {
        match self {
            Self::Local => "1003",
            Self::Trunk => "2002",
        }
    }
}

/// Two nodes, 100x and 200x, and everything that they did.
pub(crate) struct World {
    pub(crate) now: Instant,
    nodes: [Node; 2],
    lines: [Line<Bytes>; 2],
    callbacks: VecDeque<String>,
    /// The line was cut at least once.
    cut: bool,
    /// Operations that crossed the trunk: who sent it (0 or 1), what, and in which message.
    pub(crate) operations: Vec<(usize, &'static str, String)>,
    /// How often each node has asked the other to RESTART channels.
    pub(crate) restarts: [usize; 2],
    /// What became of each callback, at A's end.
    pub(crate) steps: Vec<(usize, CallbackId, CallbackStep)>,
    /// Phones that sounded the callback alert.
    pub(crate) alerts: Vec<Digits>,
    /// What each phone looked like at each change.
    pub(crate) views: Vec<PhoneView>,
}

impl World {
    pub(crate) fn new(profile: Profile) -> Self {
        Self::with_step(profile, qsig_lapd::step)
    }

    /// Nodes whose data links work by another table.
    pub(crate) fn with_step(profile: Profile, step: Step) -> Self {
        let node = |side: Side, own: char, other: &str| {
            let trunk = TrunkConfig { step, ..TrunkConfig::new("trunk", side) };
            let number = |last: char| digits(&format!("{own}00{last}"));
            let extension = |last| ExtensionConfig { profile, ..ExtensionConfig::new(number(last), "") };
            Node::new(NodeConfig {
                name: own.into(),
                seed: 1,
                trunks: vec![trunk],
                routes: vec![Route { prefix: digits(other), trunk: TRUNK }],
                extensions: ['1', '2', '3', '4', '5'].map(extension).to_vec(),
            })
            .unwrap()
        };
        let delay = Duration::from_millis(2);
        let mut world = Self {
            now: Instant::ZERO,
            nodes: [node(Side::Network, '1', "2"), node(Side::User, '2', "1")],
            lines: [Line::new(delay, 1), Line::new(delay, 2)],
            callbacks: VecDeque::new(),
            cut: false,
            steps: Vec::new(),
            operations: Vec::new(),
            restarts: [0; 2],
            alerts: Vec::new(),
            views: Vec::new(),
        };
        for node in [0, 1] {
            world.feed(node, Input::WallClock(WallClock { unix_micros: NOON, utc_offset: 0 }));
            world.feed(node, Input::Line { trunk: TRUNK, up: true });
        }
        world.until_that("the link", |world| {
            world.nodes.iter().all(|node| node.trunks().all(|trunk| trunk.up))
        });
        world
    }

    pub(crate) fn node(&self, number: &str) -> &Node {
        &self.nodes[Self::place(number)]
    }

    pub(crate) fn phone(&self, number: &str) -> PhoneView {
        self.node(number).phone(&digits(number)).unwrap()
    }

    pub(crate) fn press(&mut self, phone: &str, key: &str) {
        self.try_press(phone, key).unwrap();
    }

    pub(crate) fn try_press(&mut self, phone: &str, key: &str) -> Result<(), qsig_pinx::Misuse> {
        let now = self.now;
        let input = Input::Key { phone: digits(phone), key: key.parse().unwrap() };
        let done = self.nodes[Self::place(phone)].handle_input(now, input);
        self.drain(Self::place(phone));
        done
    }

    /// Time passes until the phone is in this state, at most an hour.
    pub(crate) fn until(&mut self, phone: &str, state: &str) {
        self.until_that(&format!("{phone} {state}"), |world| world.phone(phone).state == state);
    }

    /// Time passes until the callback has come so far at A's end.
    pub(crate) fn callback(&mut self, wanted: &str) {
        self.until_that(&format!("callback {wanted}"), |world| {
            while let Some(step) = world.callbacks.pop_front() {
                if step == wanted {
                    return true;
                }
            }
            false
        });
    }

    /// The line is cut at both ends, or mended.
    pub(crate) fn line(&mut self, up: bool) {
        self.lines.iter_mut().for_each(Line::cut);
        self.cut = true;
        for node in [0, 1] {
            self.feed(node, Input::Line { trunk: TRUNK, up });
        }
    }

    /// A frame reaches the node of this number and makes it panic; whoever runs the node catches that.
    pub(crate) fn poison(&mut self, number: &str, frame: &[u8]) {
        let (now, node) = (self.now, &mut self.nodes[Self::place(number)]);
        let input = Input::Frame { trunk: TRUNK, octets: frame };
        let fed = catch_unwind(AssertUnwindSafe(|| node.handle_input(now, input)));
        assert!(fed.is_err(), "the frame did no harm");
        assert_eq!(node.recover(now), Some(TRUNK));
        self.cut = true;
        self.drain(Self::place(number));
    }

    /// Cancels the first callback that the node of this number lists, if there is one.
    pub(crate) fn cancel_first(&mut self, number: &str) {
        let first = self.node(number).callbacks().first().map(|callback| callback.id);
        if let Some(id) = first {
            self.feed(Self::place(number), Input::CancelCallback(id));
        }
    }

    /// Whether a callback has come so far since the last look; all steps up to it are taken off.
    pub(crate) fn callback_came_to(&mut self, wanted: &str) -> bool {
        while let Some(step) = self.callbacks.pop_front() {
            if step == wanted {
                return true;
            }
        }
        false
    }

    pub(crate) fn pass(&mut self, span: Duration) {
        let end = self.now + span;
        while let Some(next) = self.next().filter(|next| *next <= end) {
            self.go_to(next);
        }
        self.go_to(end);
    }

    pub(crate) fn seconds(&mut self, seconds: u64) {
        self.pass(Duration::from_secs(seconds));
    }

    pub(crate) fn until_that(&mut self, what: &str, mut test: impl FnMut(&mut Self) -> bool) {
        let limit = self.now + Duration::from_secs(3_600);
        while !test(self) {
            match self.next().filter(|next| *next <= limit) {
                Some(next) => self.go_to(next),
                None => panic!("waited in vain for: {what}; operations so far: {:?}", self.operations),
            }
        }
    }

    /// How often an operation has crossed the trunk from this node.
    pub(crate) fn sent(&self, from: usize, operation: &str) -> usize {
        self.operations.iter().filter(|(node, name, _)| *node == from && *name == operation).count()
    }

    pub(crate) fn assert_quiet(&mut self) {
        self.seconds(10);
        for node in &self.nodes {
            assert!(
                node.is_quiet(),
                "{}: {:?} {:?}",
                node.name(),
                node.callbacks(),
                node.trunks().collect::<Vec<_>>()
            );
        }
    }

    /// B talks to a neighbour, A calls B and hears busy.
    pub(crate) fn find_busy(&mut self, reach: Reach) {
        self.talk(reach.b(), reach.neighbour());
        self.press("1001", &format!("dial:{}", reach.b()));
        self.until("1001", "busy");
    }

    /// As [`World::find_busy`], and A asks for a callback and hangs up.
    pub(crate) fn ask_on_busy(&mut self, reach: Reach) {
        self.talk(reach.b(), reach.neighbour());
        self.leave_callback("1001", reach.b());
    }

    /// Somebody calls a busy user, asks for a callback and hangs up.
    pub(crate) fn leave_callback(&mut self, caller: &str, wanted: &str) {
        self.press(caller, &format!("dial:{wanted}"));
        self.until(caller, "busy");
        self.press(caller, "softkey:CallBack");
        self.callback("accepted");
        self.press(caller, "on-hook");
    }

    /// 1001 is told that the wanted user is free and takes the recall; the two talk.
    pub(crate) fn complete_callback(&mut self, wanted: &str) {
        self.until("1001", "recall");
        self.press("1001", "off-hook");
        self.until(wanted, "ringing");
        self.press(wanted, "off-hook");
        self.until("1001", "connected");
    }

    /// A calls B, who does not answer; A asks for a callback and hangs up.
    pub(crate) fn ask_on_no_answer(&mut self, reach: Reach) {
        self.press("1001", &format!("dial:{}", reach.b()));
        self.until_that("ringback tone", |world| world.phone("1001").tone == Tone::Ringback);
        self.press("1001", "softkey:CallBack");
        self.callback("accepted");
        self.press("1001", "on-hook");
        self.until(reach.b(), "idle");
    }

    pub(crate) fn talk(&mut self, caller: &str, called: &str) {
        self.press(caller, &format!("dial:{called}"));
        self.until(called, "ringing");
        self.press(called, "off-hook");
        self.until(caller, "connected");
    }

    /// Both hang up.
    pub(crate) fn hang_up(&mut self, one: &str, two: &str) {
        self.press(one, "on-hook");
        self.until(two, "reorder");
        self.press(two, "on-hook");
    }

    fn place(number: &str) -> usize {
        usize::from(!number.starts_with('1'))
    }

    fn next(&mut self) -> Option<Instant> {
        let waits = self.nodes.iter_mut().filter_map(|node| match node.poll_output() {
            Output::Wait(until) => until,
            other => panic!("not drained: {other:?}"),
        });
        waits.chain(self.lines.iter().filter_map(Line::next_arrival)).min()
    }

    fn go_to(&mut self, when: Instant) {
        self.now = self.now.max(when);
        for node in [0, 1] {
            self.feed(node, Input::Timeout);
        }
        for to in [0, 1] {
            while let Some(frame) = self.lines[1 - to].receive(self.now) {
                self.feed(to, Input::Frame { trunk: TRUNK, octets: &frame });
            }
        }
    }

    fn feed(&mut self, node: usize, input: Input<'_>) {
        let now = self.now;
        self.nodes[node].handle_input(now, input).unwrap();
        self.drain(node);
    }

    fn drain(&mut self, node: usize) {
        loop {
            match self.nodes[node].poll_output() {
                Output::Transmit(frame) => {
                    self.note_operations(node, &frame.octets);
                    self.lines[node].send(self.now, frame.octets);
                }
                Output::Event(Event::Callback(change)) if change.role != CallbackRole::Terminating => {
                    self.callbacks.push_back(change.step.to_string());
                    self.steps.push((node, change.id, change.step));
                }
                Output::Event(Event::Alert { phone }) => self.alerts.push(phone),
                Output::Event(Event::Phone(view)) => self.views.push(view),
                // On a line that is cut layer 2 has things to report; our own mistakes are never to be seen.
                Output::Event(Event::Fault(fault)) => {
                    assert!(self.cut && !matches!(fault, Fault::Internal(_)), "{fault:?}");
                }
                Output::Event(_) => {}
                Output::Wait(_) => return,
            }
        }
    }

    fn note_operations(&mut self, node: usize, octets: &[u8]) {
        let frame = Frame::parse(octets).unwrap();
        if !matches!(frame.control, Control::I { .. }) {
            return;
        }
        let message = Message::parse(frame.information).unwrap();
        self.restarts[node] += usize::from(message.message_type == MessageType::Restart);
        for contents in message.received().facilities() {
            for component in Facility::parse(contents).unwrap().components() {
                if let Component::Invoke(invoke) = component.unwrap() {
                    self.operations.push((node, invoke.operation.name(), message.message_type.to_string()));
                }
            }
        }
    }
}
