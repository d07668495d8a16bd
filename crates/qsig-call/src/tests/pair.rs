//! Two engines, one data link between them that loses frames only when it is reset or lost, and then says so;
//! random requests, random faults. The same seed gives the same run.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    format,
    string::String,
    vec::Vec,
};
use core::time::Duration;

use bytes::Bytes;
use qsig_core::{Cause, Instant, Output, Side};
use qsig_testkit::{Line, Seed};

use super::bench::{apdu, clearing, connection, outgoing};
use crate::{
    CallId, Clearing, DataLink, Engine, Event, Input, Kind, Parameters, Request, State, Stimulus,
    action::{Action, Answer},
    call, connection as connection_table,
    stimulus::{Direction, Heard},
};

const QUIET: Duration = Duration::from_mins(40);

struct End {
    engine: Engine,
    /// Calls opened and not yet over, as call control knows them.
    live: BTreeSet<CallId>,
    over: usize,
}

struct Pair {
    now: Instant,
    ends: [End; 2],
    /// By the end that sends.
    lines: [Line<Bytes>; 2],
    /// The medium carries frames.
    connected: bool,
    plan: BTreeMap<(Instant, u64), (usize, DataLink)>,
    seed: Seed,
    /// Call control answers at once.
    quick: bool,
    /// Times that channels came back into use.
    restarted: usize,
    fault: Option<String>,
}

impl Pair {
    fn new(seed: u64) -> Self {
        let end = |side, exclusive_channels| End {
            engine: Engine::new(
                Parameters {
                    side,
                    exclusive_channels,
                    channels: crate::Channels::from_bits(0b1_1110),
                    max_calls: 6,
                    max_connections: 6,
                    ..Parameters::default()
                },
                32_700,
            ),
            live: BTreeSet::new(),
            over: 0,
        };
        // A slow line, on which much crosses, every other time.
        let delay = Duration::from_millis(if seed % 4 < 2 { 10 } else { 600 });
        Self {
            now: Instant::ZERO,
            ends: [end(Side::Network, seed.is_multiple_of(2)), end(Side::User, seed.is_multiple_of(3))],
            lines: [Line::new(delay, seed), Line::new(delay, seed)],
            connected: false,
            plan: BTreeMap::new(),
            seed: Seed::new(seed.wrapping_mul(0x9E37_79B9)),
            quick: false,
            restarted: 0,
            fault: None,
        }
    }

    fn blame(&mut self, what: impl FnOnce() -> String) {
        self.fault.get_or_insert_with(what);
    }

    fn feed(&mut self, at: usize, input: Input<'_>) {
        let _ = self.ends[at].engine.handle_input(self.now, input);
        self.drain(at);
    }

    fn link(&mut self, at: usize, link: DataLink) {
        self.feed(at, Input::DataLink(link));
    }

    fn drain(&mut self, at: usize) {
        loop {
            match self.ends[at].engine.poll_output() {
                Output::Transmit(octets) => {
                    if !self.ends[at].engine.is_link_up() {
                        self.blame(|| format!("sent while the link is down: {octets:02x?}"));
                    }
                    if self.connected {
                        self.lines[at].send(self.now, octets);
                    }
                }
                Output::Event(event) => self.control(at, &event),
                Output::Wait(_) => break,
            }
        }
        self.check(at);
    }

    /// Call control.
    fn control(&mut self, at: usize, event: &Event) {
        let end = &mut self.ends[at];
        let known = match event {
            Event::Setup { call, .. } => end.live.insert(*call),
            Event::Released { call, .. } => {
                end.over += 1;
                end.live.remove(call)
            }
            Event::Connected { call, .. }
            | Event::Proceeding { call }
            | Event::Alerting { call, .. }
            | Event::Facility { call, .. }
            | Event::Disconnect { call, .. }
            | Event::Clearing { call, .. }
            | Event::LinkLost { call }
            | Event::LinkBack { call } => end.live.contains(call),
            _ => true,
        };
        if !known {
            self.blame(|| format!("{event:?} for a call that is over, or twice"));
        }
        self.restarted += usize::from(matches!(event, Event::Restarted { .. }));
        match event {
            Event::Setup { call, .. } | Event::Disconnect { call, .. } if self.quick => {
                self.settle(at, *call);
            }
            Event::MoreInformation { call } if self.quick => self.settle(at, *call),
            _ => {}
        }
    }

    /// Gives a call what it waits for.
    fn settle(&mut self, at: usize, call: CallId) {
        let request = match self.ends[at].engine.call_state(call) {
            Some(State::CallPresent) => Request::Proceeding,
            Some(State::DisconnectIndication) => Request::Release(clearing(Cause::NORMAL_CALL_CLEARING)),
            _ => return,
        };
        self.feed(at, Input::Request(call, request));
    }

    /// Laws that hold at every moment.
    fn check(&mut self, at: usize) {
        let engine = &self.ends[at].engine;
        let mut held = BTreeSet::new();
        let own_channel = engine.records.iter().all(|(call, record)| {
            record.channel.is_none_or(|slot| held.insert(slot) && engine.channels.holder(slot) == Some(*call))
        });
        if !own_channel || held.len() != engine.channels_busy() {
            self.blame(|| String::from("a channel of two calls, or of none"));
        }
        let engine = &self.ends[at].engine;
        let own_reference =
            engine.records.iter().all(|(call, record)| engine.references.get(&record.key()) == Some(call));
        if !own_reference || engine.references.len() != engine.records.len() {
            self.blame(|| String::from("a call reference of two calls, or of none"));
        }
        let end = &self.ends[at];
        if !end.live.iter().eq(end.engine.records.keys()) {
            self.blame(|| String::from("call control and layer 3 know different calls"));
        }
        if self.ends[at].engine.counters().internal > 0 {
            self.blame(|| String::from("an event met a state in which it cannot happen"));
        }
    }

    fn open(&mut self, at: usize) {
        let mut setup = if self.seed.chance(500) { outgoing() } else { connection() };
        setup.supervised = self.seed.chance(500);
        setup.sending_complete = self.seed.chance(800);
        let end = &mut self.ends[at];
        if let Ok(call) = end.engine.setup(self.now, setup) {
            end.live.insert(call);
        }
        self.drain(at);
    }

    /// Any request of any call, whether it may be made or not.
    fn request(&mut self, at: usize) {
        let live: Vec<CallId> = self.ends[at].live.iter().copied().collect();
        let which = self.seed.below(live.len().try_into().unwrap());
        let Some(call) = live.get(usize::try_from(which).unwrap()).copied() else { return };
        let clear = Clearing { facilities: apdu(), ..clearing(Cause::USER_BUSY) };
        let request = match self.seed.below(14) {
            0 => Request::MoreInformation,
            1 => Request::Information { digits: "2002".parse().unwrap(), complete: true },
            2 | 3 => Request::Proceeding,
            4 => Request::Alerting { facilities: apdu(), in_band: false },
            5 => Request::Progress { description: 8, cause: None, facilities: apdu() },
            6..=8 => Request::Connect { facilities: apdu(), connected: None },
            9 => Request::Facility { facilities: apdu() },
            10 => Request::StatusEnquiry,
            11 => Request::Notify { notification: 0 },
            12 => Request::Disconnect(clear),
            _ => Request::Release(clear),
        };
        self.feed(at, Input::Request(call, request));
    }

    /// Loses what is under way, and says so.
    fn break_link(&mut self) {
        self.lines.iter_mut().for_each(Line::cut);
        let at = usize::from(self.seed.chance(500));
        match self.seed.below(3) {
            0 => {
                self.link(at, DataLink::Reset);
                self.link(1 - at, DataLink::Reset);
            }
            1 => {
                self.link(at, DataLink::Reset);
                self.link(1 - at, DataLink::Down);
                self.link(1 - at, DataLink::Up);
            }
            _ => {
                self.connected = false;
                self.link(at, DataLink::Down);
                let down = self.now + Duration::from_millis(self.seed.below(3_000));
                let up = down + Duration::from_millis(self.seed.below(120_000));
                self.plan.insert((down, self.seed.bits()), (1 - at, DataLink::Down));
                self.plan.insert((up, 0), (at, DataLink::Up));
                self.plan.insert((up, 1), (1 - at, DataLink::Up));
            }
        }
    }

    /// Lets everything happen up to this moment.
    fn run_until(&mut self, until: Instant) {
        while self.fault.is_none() {
            let deadline = |end: &mut End| match end.engine.poll_output() {
                Output::Wait(deadline) => deadline,
                _ => None,
            };
            let moments = [
                deadline(&mut self.ends[0]),
                deadline(&mut self.ends[1]),
                self.lines[0].next_arrival(),
                self.lines[1].next_arrival(),
                self.plan.first_key_value().map(|((at, _), _)| *at),
            ];
            let next = moments.into_iter().flatten().min();
            let Some(next) = next.filter(|next| *next <= until) else { break };
            self.now = next.max(self.now);
            while let Some(entry) = self.plan.first_entry().filter(|entry| entry.key().0 <= self.now) {
                let (at, link) = entry.remove();
                self.connected = link == DataLink::Up;
                self.link(at, link);
            }
            for at in [0, 1] {
                while let Some(octets) = self.lines[at].receive(self.now) {
                    self.feed(1 - at, Input::Message(&octets));
                }
            }
            for at in [0, 1] {
                self.feed(at, Input::Timeout);
            }
        }
        self.now = until;
    }

    /// After the faults both ends must know the same calls.
    fn compare(&mut self) {
        for at in [0, 1] {
            let other = &self.ends[1 - at].engine;
            let odd = self.ends[at].engine.records.values().find(|record| {
                let mirrored = match record.direction {
                    Direction::Outgoing => Direction::Incoming,
                    Direction::Incoming => Direction::Outgoing,
                };
                let twin = other.references.get(&(mirrored, record.value));
                let twin = twin.and_then(|call| other.records.get(call));
                twin.is_none_or(|twin| twin.kind != record.kind || twin.channel != record.channel)
            });
            if let Some(odd) = odd {
                let what = format!("only one end has {odd:?}");
                return self.blame(|| what);
            }
        }
    }
}

/// One run; what went wrong, if something did.
fn run(seed: u64, change: impl Fn(&mut Engine)) -> Result<[usize; 3], String> {
    let mut pair = Pair::new(seed);
    pair.ends.iter_mut().for_each(|end| change(&mut end.engine));
    pair.connected = true;
    pair.link(0, DataLink::Up);
    pair.link(1, DataLink::Up);
    for _ in 0..250 {
        let at = usize::from(pair.seed.chance(500));
        match pair.seed.below(100) {
            0..=24 => pair.open(at),
            25..=84 => pair.request(at),
            85..=87 if pair.plan.is_empty() => pair.break_link(),
            88 => {
                let slot = u8::try_from(pair.seed.below(5)).unwrap();
                pair.feed(at, Input::Restart(Some(slot).filter(|slot| *slot > 0)));
            }
            _ => {}
        }
        let pause = if pair.seed.chance(50) { 40_000 } else { 300 };
        let pause = Duration::from_millis(pair.seed.below(pause));
        pair.run_until(pair.now + pause);
    }

    // The faults stop, and call control answers at once.
    pair.quick = true;
    for at in [0, 1] {
        for call in pair.ends[at].live.clone() {
            pair.settle(at, call);
        }
    }
    pair.run_until(pair.now + QUIET);
    pair.compare();
    // What an alarm has left blocked, management tries again.
    for at in [0, 1] {
        let blocked = pair.ends[at].engine.channels_blocked();
        for slot in (1..5).filter(|slot| blocked & crate::channel::bit(*slot) != 0) {
            pair.feed(at, Input::Restart(Some(slot)));
        }
    }
    let lasting = pair.ends[0].engine.records.len();
    let restarted = pair.restarted;

    // Everything is cleared, and nothing may be left of it.
    for at in [0, 1] {
        for (call, record) in pair.ends[at].engine.records.clone() {
            let clear = clearing(Cause::NORMAL_CALL_CLEARING);
            let request = match record.kind {
                Kind::Call => Request::Disconnect(clear),
                Kind::Connection => Request::Release(clear),
            };
            pair.feed(at, Input::Request(call, request));
        }
    }
    pair.run_until(pair.now + QUIET);
    for end in &mut pair.ends {
        let engine = &end.engine;
        let left = (engine.calls(), engine.connections(), engine.channels_busy(), engine.channels_blocked());
        if left != (0, 0, 0, 0) || !engine.timers.is_empty() {
            pair.fault.get_or_insert_with(|| format!("left over: {left:?}"));
        }
        let counters = engine.counters();
        if counters.opened != counters.ended || counters.ended != end.over as u64 {
            pair.fault.get_or_insert_with(|| format!("not each call has one end: {counters:?}"));
        }
    }
    let opened = pair.ends.iter().map(|end| end.over).sum();
    pair.fault.map_or(Ok([opened, lasting, restarted]), |fault| Err(format!("seed {seed}: {fault}")))
}

#[test]
fn two_ends_agree_after_any_faults_and_nothing_is_left_over() {
    let mut sums = [0; 3];
    for seed in 1..=100 {
        let more = run(seed, |_| {}).unwrap_or_else(|fault| panic!("{fault}"));
        sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
    }
    let [opened, lasting, restarted] = sums;
    assert!(opened > 4_000, "only {opened} calls");
    assert!(lasting > 50, "only {lasting} calls outlived the faults");
    assert!(restarted > 200, "only {restarted} restarts");
}

#[test]
fn the_pair_finds_planted_faults() {
    /// A peer that has no such call is not believed.
    fn deaf_call(state: State, stimulus: Stimulus) -> Answer {
        match (state, stimulus) {
            (State::Active, Stimulus::Heard(Heard::StatusNull | Heard::ReleaseComplete)) => {
                (state, &[Action::Stop(crate::Timer::T322)])
            }
            _ => call::step(state, stimulus),
        }
    }
    /// A link failure is slept through.
    fn careless_connection(state: State, stimulus: Stimulus) -> Answer {
        match (state, stimulus) {
            (State::ReleaseRequest, Stimulus::LinkDown) => (state, &[Action::StopAll]),
            _ => connection_table::step(state, stimulus),
        }
    }
    let found = |change: fn(&mut Engine)| (1..=100).any(|seed| run(seed, change).is_err());
    assert!(found(|engine| engine.step_call = deaf_call), "a deaf call");
    assert!(found(|engine| engine.step_connection = careless_connection), "a careless connection");
}
