//! Both nodes in lock-step over a real TCP connection.
//!
//! Drain both, carry what they send over the connection, read until nothing is under way, then set the time to the
//! next deadline or step. No clock is faked: the nodes are told the time, and the sockets know none.

use std::{collections::VecDeque, fmt, io, net::SocketAddr, time::Duration};

use qsig_core::{Instant, Output};
use qsig_link::{Framing, Link, LinkConfig, LinkEvent, Role};
use qsig_pinx::{CallbackRole, Event, Fault, Input, Key, Node, Profile, WallClock, profile::Recall};
use tokio::time::{sleep, timeout};

use super::{
    nodes::{self, TRUNK, digits, node_of},
    scenario::{Scenario, Step},
    stage::Stage,
};

/// How long a frame is under way: it only makes the times on the ladder readable.
const LINE: Duration = Duration::from_millis(2);

/// How long anything may really take that crosses the connection.
const WATCHDOG: Duration = Duration::from_secs(5);

/// How long a step may take in the nodes' time before it has failed.
const PATIENCE: Duration = Duration::from_secs(300);

/// 2026-01-05 09:00 UTC: when the play takes place, so that its transcript is the same each time.
const CURTAIN: u64 = 1_767_603_600_000_000;

/// Why a play did not come to its end.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A step did not come out.
    Step { number: usize, wanted: String, saw: String },
    /// Something outside the nodes failed.
    World(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Step { number, wanted, saw } => write!(f, "FAIL step {number}: wanted {wanted}, saw {saw}"),
            Self::World(what) => write!(f, "FAIL step 0: wanted to play, saw {what}"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::World(error.to_string())
    }
}

pub(crate) struct Lockstep<'a> {
    now: Instant,
    nodes: [Node; 2],
    links: [Link; 2],
    stage: Stage<'a>,
    profile: Profile,
    /// What became of callbacks at A's node and was not waited for yet.
    callbacks: VecDeque<(String, String)>,
    /// Whether time passes as in life.
    real_time: bool,
}

impl<'a> Lockstep<'a> {
    /// Two nodes, linked and their lines up.
    pub(crate) async fn open(
        scenario: &Scenario,
        profile: &Profile,
        stage: Stage<'a>,
        real_time: bool,
    ) -> Result<Self, Failure> {
        let world = |error: &dyn fmt::Display| Failure::World(error.to_string());
        let nodes = nodes::build(scenario, profile).map_err(|error| world(&error))?;
        let anywhere = SocketAddr::from(([127, 0, 0, 1], 0));
        let listening = Link::open(LinkConfig::new(Role::Listen(anywhere), Framing::Len16))
            .await
            .map_err(|error| world(&error))?;
        let address =
            listening.local_addr().ok_or_else(|| Failure::World("a listener without address".into()))?;
        let connecting = Link::open(LinkConfig::new(Role::Connect(address), Framing::Len16))
            .await
            .map_err(|error| world(&error))?;
        let mut links = [listening, connecting];
        for link in &mut links {
            match timeout(WATCHDOG, link.next()).await {
                Ok(Some(LinkEvent::Up { .. })) => {}
                other => return Err(Failure::World(format!("no connection on {address}: {other:?}"))),
            }
        }
        let callbacks = VecDeque::new();
        let mut play =
            Self { now: Instant::ZERO, nodes, links, stage, profile: *profile, callbacks, real_time };
        play.stage.linked(address)?;
        for node in [0, 1] {
            let wall = WallClock { unix_micros: play.stage.curtain(CURTAIN, real_time), utc_offset: 0 };
            play.feed(node, Input::WallClock(wall))?;
            play.feed(node, Input::Line { trunk: TRUNK, up: true })?;
        }
        play.settle().await?;
        Ok(play)
    }

    /// Plays all steps.
    pub(crate) async fn run(&mut self, scenario: &Scenario) -> Result<(), Failure> {
        for (number, step) in (1..).zip(scenario.steps) {
            let fail = |(wanted, saw)| Failure::Step { number, wanted, saw };
            match *step {
                Step::Press(phone, key) => self.press(phone, key).await?.map_err(fail)?,
                Step::TakeRecall(phone) => {
                    let key = match self.profile.recall {
                        Recall::Ring => "off-hook",
                        Recall::Notify => "softkey:Dial",
                    };
                    self.press(phone, key).await?.map_err(fail)?;
                }
                Step::Until(phone, state) => {
                    self.until(|play| play.phone_is(phone, state)).await?.map_err(fail)?;
                }
                Step::Callback(phone, step) => {
                    self.until(|play| play.callback_did(phone, step)).await?.map_err(fail)?;
                }
                Step::Pass(span) => self.pass(span).await?,
                Step::Quiet => self.until(Self::quiet).await?.map_err(fail)?,
            }
        }
        self.stage.finish()?;
        Ok(())
    }

    async fn press(&mut self, phone: &str, key: &str) -> Result<Result<(), (String, String)>, Failure> {
        let parsed: Key = key.parse().map_err(|error| Failure::World(format!("{error}")))?;
        self.stage.key(self.now, phone, &parsed)?;
        let input = Input::Key { phone: digits(phone), key: parsed };
        let (now, node) = (self.now, node_of(phone));
        if let Err(misuse) = self.node(node)?.handle_input(now, input) {
            return Ok(Err((format!("{phone} to press {key}"), misuse.to_string())));
        }
        self.settle().await?;
        Ok(Ok(()))
    }

    /// Lets time run from deadline to deadline until the test says `Ok`; its `Err` is what was wanted and what is
    /// there instead.
    async fn until(
        &mut self,
        mut test: impl FnMut(&mut Self) -> Result<(), (String, String)>,
    ) -> Result<Result<(), (String, String)>, Failure> {
        let limit = self.now + PATIENCE;
        loop {
            let Err(not_yet) = test(self) else { return Ok(Ok(())) };
            match self.next_deadline()? {
                Some(next) if next <= limit => self.go_to(next).await?,
                _ => return Ok(Err(not_yet)),
            }
        }
    }

    async fn pass(&mut self, span: Duration) -> Result<(), Failure> {
        let end = self.now + span;
        self.stage.pass(self.now, span)?;
        while let Some(next) = self.next_deadline()?.filter(|next| *next < end) {
            self.go_to(next).await?;
        }
        self.go_to(end).await
    }

    async fn go_to(&mut self, when: Instant) -> Result<(), Failure> {
        if self.real_time {
            sleep(when.since(self.now)).await;
        }
        self.now = self.now.max(when);
        for node in [0, 1] {
            self.feed(node, Input::Timeout)?;
        }
        self.settle().await
    }

    /// Carries frames until nothing is under way.
    async fn settle(&mut self) -> Result<(), Failure> {
        loop {
            let mut sent = [0, 0];
            for (node, sent) in sent.iter_mut().enumerate() {
                *sent = self.drain(node)?;
            }
            if sent == [0, 0] {
                return Ok(());
            }
            self.now = self.now + LINE;
            let mut arrived = Vec::new();
            for (node, count) in [(1, sent[0]), (0, sent[1])] {
                for _ in 0..count {
                    arrived.push((node, self.receive(node).await?));
                }
            }
            for (node, frame) in arrived {
                self.feed(node, Input::Frame { trunk: TRUNK, octets: &frame })?;
            }
        }
    }

    /// Takes all that a node has to say; the frames go to the connection. Returns how many.
    fn drain(&mut self, node: usize) -> Result<usize, Failure> {
        let mut sent = 0;
        loop {
            match self.node(node)?.poll_output() {
                Output::Transmit(frame) => {
                    self.stage.frame(self.now, node, &frame.octets)?;
                    let link = self.links.get(node).ok_or_else(no_node)?;
                    link.send(frame.octets).map_err(|error| Failure::World(error.to_string()))?;
                    sent += 1;
                }
                Output::Event(event) => {
                    if let Event::Callback(change) = &event
                        && change.role != CallbackRole::Terminating
                    {
                        self.callbacks.push_back((change.a.to_string(), change.step.to_string()));
                    }
                    self.stage.event(self.now, node, &event)?;
                    if let Event::Fault(fault @ Fault::Internal(_)) = event {
                        return Err(Failure::World(format!("{fault:?}")));
                    }
                }
                Output::Wait(_) => return Ok(sent),
            }
        }
    }

    async fn receive(&mut self, node: usize) -> Result<bytes::Bytes, Failure> {
        let link = self.links.get_mut(node).ok_or_else(no_node)?;
        match timeout(WATCHDOG, link.next()).await {
            Ok(Some(LinkEvent::Frame(frame))) => Ok(frame),
            Ok(other) => Err(Failure::World(format!("{other:?} on the connection instead of a frame"))),
            Err(_) => Err(Failure::World("a frame that did not arrive within 5 s".into())),
        }
    }

    fn feed(&mut self, node: usize, input: Input<'_>) -> Result<(), Failure> {
        let now = self.now;
        self.node(node)?.handle_input(now, input).map_err(|misuse| Failure::World(misuse.to_string()))
    }

    fn node(&mut self, node: usize) -> Result<&mut Node, Failure> {
        self.nodes.get_mut(node).ok_or_else(no_node)
    }

    /// When one of the nodes wants to be called again. Both are drained, so each only says how long it waits.
    fn next_deadline(&mut self) -> Result<Option<Instant>, Failure> {
        let mut next: Option<Instant> = None;
        for node in &mut self.nodes {
            match node.poll_output() {
                Output::Wait(until) => next = next.into_iter().chain(until).min(),
                other => return Err(Failure::World(format!("a node that is not drained: {other:?}"))),
            }
        }
        Ok(next)
    }

    fn phone_is(&self, phone: &str, wanted: &str) -> Result<(), (String, String)> {
        let view = self.nodes.get(node_of(phone)).and_then(|node| node.phone(&digits(phone)));
        let state = view.map_or("no such phone", |view| view.state);
        if state == wanted { Ok(()) } else { Err((format!("{phone} {wanted}"), format!("{phone} {state}"))) }
    }

    fn callback_did(&mut self, phone: &str, wanted: &str) -> Result<(), (String, String)> {
        let mut saw = Vec::new();
        while let Some((a, step)) = self.callbacks.pop_front() {
            if a == phone && step == wanted {
                return Ok(());
            }
            saw.push(step);
        }
        let saw = if saw.is_empty() { "nothing of the kind".into() } else { saw.join(", ") };
        Err((format!("the callback of {phone} {wanted}"), saw))
    }

    fn quiet(&mut self) -> Result<(), (String, String)> {
        match self.nodes.iter().find(|node| !node.is_quiet()) {
            None => Ok(()),
            Some(node) => Err((
                "nothing left at either node".into(),
                format!(
                    "at {}: {} callbacks, {:?}",
                    node.name(),
                    node.callbacks().len(),
                    node.trunks().collect::<Vec<_>>()
                ),
            )),
        }
    }
}

fn no_node() -> Failure {
    Failure::World("a third node".into())
}
