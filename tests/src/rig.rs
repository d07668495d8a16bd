use std::{
    collections::VecDeque,
    net::SocketAddr,
    time::{Duration, Instant as Moment},
};

use qsig_core::{Digits, Instant, Output, Side};
use qsig_link::{Framing, Link, LinkConfig, LinkEvent, Role};
use qsig_pinx::{
    Event, ExtensionConfig, Fault, Input, Node, NodeConfig, PhoneView, Profile, Route, TrunkConfig,
    TrunkIndex, profile::QSIG,
};
use tokio::runtime::Runtime;

use crate::Peer;

const TRUNK: TrunkIndex = TrunkIndex(0);

/// Digits of a number.
pub fn digits(number: &str) -> Digits {
    number.parse().unwrap()
}

/// What the node of a [`Rig`] is like.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Its side of the data link.
    pub side: Side,
    /// Its phones.
    pub phones: Vec<&'static str>,
    /// The numbers behind the trunk begin with this.
    pub route: &'static str,
    /// The rules of all phones.
    pub profile: Profile,
    /// T200 and T203 of the data link.
    pub link_timers: (Duration, Duration),
}

impl Setup {
    /// A node with these phones; what begins with `route` is behind the trunk. B is told free without a guard time.
    pub fn new(side: Side, phones: &[&'static str], route: &'static str) -> Self {
        Self {
            side,
            phones: phones.to_vec(),
            route,
            profile: Profile { guard: Duration::ZERO, ..QSIG },
            link_timers: (Duration::from_secs(1), Duration::from_secs(10)),
        }
    }
}

/// A node that runs by the clock, on a TCP link that waits for its peer.
pub struct Rig {
    runtime: Runtime,
    node: Node,
    link: Link,
    start: Moment,
    deadline: Option<Instant>,
    callbacks: VecDeque<String>,
    /// Everything that happened, for the message of a failing test.
    story: Vec<String>,
}

impl Rig {
    /// A node whose link listens.
    pub fn new(setup: &Setup) -> Self {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let anywhere = SocketAddr::from(([127, 0, 0, 1], 0));
        let link =
            runtime.block_on(Link::open(LinkConfig::new(Role::Listen(anywhere), Framing::Len16))).unwrap();
        let mut trunk = TrunkConfig::new("libpri", setup.side);
        (trunk.link.t200, trunk.link.t203) = setup.link_timers;
        let profile = setup.profile;
        let extension =
            |number: &&str| ExtensionConfig { profile, ..ExtensionConfig::new(digits(number), "") };
        let node = Node::new(NodeConfig {
            name: "pinx".into(),
            seed: 7,
            trunks: vec![trunk],
            routes: vec![Route { prefix: digits(setup.route), trunk: TRUNK }],
            extensions: setup.phones.iter().map(extension).collect(),
        })
        .unwrap();
        let (start, callbacks, story) = (Moment::now(), VecDeque::new(), Vec::new());
        Self { runtime, node, link, start, deadline: None, callbacks, story }
    }

    /// Where its link listens.
    pub fn port(&self) -> u16 {
        self.link.local_addr().unwrap().port()
    }

    /// The node.
    pub fn node(&self) -> &Node {
        &self.node
    }

    /// A phone.
    pub fn phone(&self, number: &str) -> PhoneView {
        self.node.phone(&digits(number)).unwrap()
    }

    /// Whether something whose description contains this has happened.
    pub fn told(&self, what: &str) -> bool {
        self.story.iter().any(|line| line.contains(what))
    }

    /// Presses a key.
    pub fn press(&mut self, phone: &str, key: &str) {
        self.story.push(format!("{phone} {key}"));
        let input = Input::Key { phone: digits(phone), key: key.parse().unwrap() };
        if let Err(misuse) = self.node.handle_input(self.now(), input) {
            self.fail(&misuse.to_string());
        }
        self.drain();
    }

    /// Runs for this long.
    pub fn pass(&mut self, span: Duration) {
        let end = Moment::now() + span;
        while Moment::now() < end {
            self.step(end);
        }
    }

    /// Runs until the phone is in this state, for at most ten seconds.
    pub fn until(&mut self, phone: &str, state: &str) {
        self.until_that(&format!("{phone} {state}"), |rig| rig.phone(phone).state == state);
    }

    /// Runs until a callback has come so far: a step's name, an end with its cause behind it.
    pub fn until_callback(&mut self, wanted: &str) {
        self.until_that(&format!("callback {wanted}"), |rig| {
            while let Some(step) = rig.callbacks.pop_front() {
                if step == wanted {
                    return true;
                }
            }
            false
        });
    }

    /// Runs until the data link is up, or down.
    pub fn until_link(&mut self, up: bool) {
        self.until_that(if up { "link up" } else { "link down" }, |rig| {
            rig.node.trunks().all(|trunk| trunk.up == up)
        });
    }

    /// Runs until the data link is up and the peer's script expects something of ours.
    pub fn until_ready(&mut self, peer: &Peer) {
        self.until_link(true);
        self.until_that("libpri to be ready", |_| peer.expects());
    }

    /// Runs until nothing is left at the node and the peer's script has come to its end.
    pub fn finish(mut self, mut peer: Peer) {
        self.until_that("nothing left", |rig| rig.node.is_quiet());
        let start = Moment::now();
        while peer.finished().is_none() && start.elapsed() < Duration::from_secs(20) {
            self.pass(Duration::from_millis(20));
        }
        if peer.finished() != Some(true) {
            self.fail(&format!("libpri did not see what it expected:\n{}", peer.logged()));
        }
        assert!(self.node.is_quiet(), "something came back to life");
    }

    /// Runs until the test is true, for at most ten seconds.
    pub fn until_that(&mut self, what: &str, mut test: impl FnMut(&mut Self) -> bool) {
        let end = Moment::now() + Duration::from_secs(10);
        while !test(self) {
            if Moment::now() >= end {
                self.fail(&format!("waited in vain for: {what}"));
            }
            self.step(end.min(Moment::now() + Duration::from_millis(20)));
        }
    }

    fn fail(&self, what: &str) -> ! {
        let phones: Vec<_> =
            self.node.phones().map(|phone| (phone.number, phone.state, phone.display)).collect();
        panic!(
            "{what}\nthe story so far:\n  {}\nphones: {phones:?}\ncallbacks: {:?}\ntrunks: {:?}",
            self.story.join("\n  "),
            self.node.callbacks(),
            self.node.trunks().collect::<Vec<_>>(),
        );
    }

    fn now(&self) -> Instant {
        Instant::from_micros(u64::try_from(self.start.elapsed().as_micros()).unwrap())
    }

    /// Waits for one thing to happen, at most until `end`.
    fn step(&mut self, end: Moment) {
        let due = self.deadline.map(|deadline| self.start + Duration::from_micros(deadline.as_micros()));
        let until = due.map_or(end, |due| due.min(end));
        let link = &mut self.link;
        let event = self
            .runtime
            .block_on(async { tokio::time::timeout_at(until.into(), link.next()).await })
            .ok()
            .flatten();
        let now = self.now();
        let input = match &event {
            Some(LinkEvent::Up { .. }) => Input::Line { trunk: TRUNK, up: true },
            Some(LinkEvent::Down { .. }) => Input::Line { trunk: TRUNK, up: false },
            Some(LinkEvent::Frame(octets)) => {
                self.story.push(format!("{now} < {octets:02x?}"));
                Input::Frame { trunk: TRUNK, octets }
            }
            Some(_) | None => Input::Timeout,
        };
        self.node.handle_input(now, input).unwrap();
        self.drain();
    }

    fn drain(&mut self) {
        let now = self.now();
        loop {
            match self.node.poll_output() {
                Output::Transmit(frame) => {
                    self.story.push(format!("{now} > {:02x?}", frame.octets));
                    // A frame that the link does not take is lost: layer 2 mends that.
                    let _ = self.link.send(frame.octets);
                }
                Output::Event(event) => {
                    if let Event::Callback(change) = &event {
                        self.callbacks.push_back(change.step.to_string());
                    }
                    if let Event::Fault(Fault::Internal(what)) = &event {
                        self.fail(what);
                    }
                    if !matches!(event, Event::Phone(_)) {
                        self.story.push(format!("{now} {event:?}"));
                    }
                }
                Output::Wait(until) => {
                    self.deadline = until;
                    return;
                }
            }
        }
    }
}
