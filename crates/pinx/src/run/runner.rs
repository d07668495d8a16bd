//! The runner: the one task that owns the node, its lines and its clock.

use std::{
    collections::BTreeMap,
    io::Write,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use pinx_config::Config;
use qsig_core::{Instant, Output, Side};
use qsig_link::{DownCause, LinkEvent};
use qsig_pinx::{CallbackStep, Event, Input, Key, Misuse, Node, TrunkIndex, WallClock};
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use tokio::{
    sync::mpsc,
    time::{Instant as Moment, sleep_until},
};
use tracing::{error, info, warn};

use super::{
    asker::{Asker, Question},
    fixed::Fixed,
    flaps::Flaps,
    line::{Line, Told},
    record::Recorder,
    report,
};
use crate::limits::WORK_WAITING;
use crate::{
    api::{Published, Publisher},
    ladder,
    summary::summary,
};

/// What comes to the runner from outside.
pub(crate) struct Work {
    questions: mpsc::Receiver<Question>,
    links: mpsc::Receiver<Told>,
}

/// What is to be done next.
enum Due {
    Timer,
    Question(Question),
    Link(usize, LinkEvent),
}

/// A node, its lines, and everything that is told of them.
pub(crate) struct Runner {
    node: Node,
    lines: Vec<Line>,
    names: Vec<String>,
    /// What only a start can change, as it was at this one.
    fixed: Fixed,
    sides: Vec<Side>,
    /// Frames that were thrown away, for each trunk.
    damaged: Vec<u64>,
    frames: Vec<[u64; 2]>,
    /// What was said of the lines.
    flaps: Vec<Flaps>,
    /// How often a mistake of ours made each trunk begin anew.
    restarts: Vec<u64>,
    start: Moment,
    /// Microseconds since the Unix epoch at the start.
    began: u64,
    deadline: Option<Instant>,
    publisher: Publisher,
    sequence: u64,
    ends: BTreeMap<&'static str, u64>,
    faults: u64,
    ladder: bool,
    recorder: Option<Recorder>,
}

impl Runner {
    /// Makes the node and opens its lines.
    pub(crate) async fn new(config: Config) -> Result<(Self, Asker, Work), String> {
        let Config { mut node, api, links, .. } = config;
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let began = u64::try_from(since_epoch.as_micros()).unwrap_or_default();
        // After each start call references begin elsewhere, so that nothing old is met at the peer.
        node.seed = began;
        let fixed = Fixed::of(&node, &api, &links);
        let names: Vec<String> = node.trunks.iter().map(|trunk| trunk.name.clone()).collect();
        let sides = node.trunks.iter().map(|trunk| trunk.call.side).collect();
        let node = Node::new(node).map_err(|error| error.to_string())?;
        let (ask, questions) = mpsc::channel(WORK_WAITING);
        let (tell, events) = mpsc::channel(WORK_WAITING);
        let mut lines = Vec::new();
        for (trunk, link) in links.into_iter().enumerate() {
            let opened = Line::open(trunk, link, tell.clone()).await;
            let name = names.get(trunk).map_or("", String::as_str);
            let line = opened.map_err(|error| format!("trunk {name}: {error}"))?;
            if let Some(address) = line.listens() {
                info!("trunk {name}: waits for the far end at {address}");
            }
            lines.push(line);
        }
        let mut runner = Self {
            node,
            damaged: vec![0; names.len()],
            frames: vec![[0; 2]; names.len()],
            flaps: names.iter().map(|_| Flaps::default()).collect(),
            restarts: vec![0; names.len()],
            lines,
            names,
            fixed,
            sides,
            start: Moment::now(),
            began,
            deadline: None,
            publisher: Publisher::new(),
            sequence: 0,
            ends: BTreeMap::new(),
            faults: 0,
            ladder: false,
            recorder: None,
        };
        runner.expect(Input::WallClock(WallClock { unix_micros: began, utc_offset: utc_offset() }));
        Ok((runner, Asker::new(ask), Work { questions, links: events }))
    }

    pub(crate) const fn node(&self) -> &Node {
        &self.node
    }

    pub(crate) fn publisher(&self) -> Publisher {
        self.publisher.clone()
    }

    pub(crate) const fn faults(&self) -> u64 {
        self.faults
    }

    /// Callbacks that ended here, by cause.
    pub(crate) fn ends(&self) -> impl Iterator<Item = (&'static str, u64)> + '_ {
        self.ends.iter().map(|(cause, count)| (*cause, *count))
    }

    /// What was counted at each trunk.
    pub(crate) fn trunk_counters(&self) -> Vec<BTreeMap<&'static str, u64>> {
        let counters = self.frames.iter().zip(&self.damaged).zip(&self.restarts);
        counters
            .map(|(([sent, received], damaged), restarts)| {
                BTreeMap::from([
                    ("frames_sent", *sent),
                    ("frames_received", *received),
                    ("frames_damaged", *damaged),
                    ("restarts", *restarts),
                ])
            })
            .collect()
    }

    /// The time as the node knows it.
    pub(crate) fn now(&self) -> Instant {
        Instant::from_micros(u64::try_from(self.start.elapsed().as_micros()).unwrap_or(u64::MAX))
    }

    /// A moment as RFC 3339, UTC.
    pub(crate) fn wall_time(&self, moment: Instant) -> String {
        let nanos = i128::from(self.began + moment.as_micros()) * 1_000;
        let time = OffsetDateTime::from_unix_timestamp_nanos(nanos).ok();
        time.and_then(|time| time.format(&Rfc3339).ok()).unwrap_or_default()
    }

    pub(crate) const fn show_ladder(&mut self) {
        self.ladder = true;
    }

    /// Records all trunks from now on.
    pub(crate) fn record(&mut self, path: &Path) -> Result<(), String> {
        let trunk =
            |(name, local): (&String, &Side)| qsig_capture::Trunk { name: name.clone(), local: *local };
        let trunks: Vec<_> = self.names.iter().zip(&self.sides).map(trunk).collect();
        self.recorder = Some(Recorder::create(path, &trunks)?);
        Ok(())
    }

    /// Does one thing that is due: an answer, a link event, a timer. Should a mistake of ours make that panic, it costs
    /// the trunk it was done for, or whoever asked, and not the node.
    pub(crate) async fn step(&mut self, work: &mut Work) {
        let deadlines = self.flaps.iter().filter_map(Flaps::deadline).chain(self.deadline);
        let due = deadlines.min().map(|deadline| self.start + Duration::from_micros(deadline.as_micros()));
        let wake = async {
            match due {
                Some(due) => sleep_until(due).await,
                None => std::future::pending().await,
            }
        };
        let due = tokio::select! {
            () = wake => Due::Timer,
            Some(question) = work.questions.recv() => Due::Question(question),
            Some((trunk, event)) = work.links.recv() => Due::Link(trunk, event),
        };
        if catch_unwind(AssertUnwindSafe(|| self.carry_out(due))).is_err() {
            self.recover();
        }
    }

    fn carry_out(&mut self, due: Due) {
        match due {
            Due::Timer => {
                self.tell_flaps();
                self.expect(Input::Timeout);
            }
            Due::Question(question) => question(self),
            Due::Link(trunk, event) => self.link_event(trunk, &event),
        }
    }

    /// After a panic: the trunk that was at work begins anew.
    fn recover(&mut self) {
        let now = self.now();
        if let Some(trunk) = self.node.recover(now) {
            if let Some(restarts) = self.restarts.get_mut(trunk.0 as usize) {
                *restarts += 1;
            }
        } else {
            self.faults += 1;
            error!("a mistake of ours, please report it with the lines above; what was asked is not done");
        }
        self.drain(now);
    }

    /// Gives the node an input and carries out what comes of it.
    pub(crate) fn feed(&mut self, input: Input<'_>) -> Result<(), Misuse> {
        let now = self.now();
        let done = self.node.handle_input(now, input);
        self.drain(now);
        done
    }

    /// All phones hang up.
    pub(crate) fn clear_calls(&mut self) {
        let off_hook: Vec<_> = self
            .node
            .phones()
            .filter(|phone| phone.hook == qsig_pinx::Hook::Off)
            .map(|phone| phone.number)
            .collect();
        for phone in off_hook {
            self.expect(Input::Key { phone, key: Key::OnHook });
        }
    }

    pub(crate) fn has_no_calls(&self) -> bool {
        self.node.trunks().all(|trunk| trunk.channels_busy == 0)
    }

    /// Takes over from a new configuration what can change while calls are up. What cannot is said.
    pub(crate) fn reconfigure(&mut self, config: Config) -> Vec<String> {
        let now = self.now();
        let mut later = self.fixed.changes(&Fixed::of(&config.node, &config.api, &config.links));
        later.extend(self.node.reconfigure(now, config.node));
        self.drain(now);
        later
    }

    pub(crate) async fn close(self) {
        for line in self.lines {
            line.close().await;
        }
    }

    /// An input that the node cannot refuse.
    fn expect(&mut self, input: Input<'_>) {
        if let Err(misuse) = self.feed(input) {
            error!("a mistake of ours, please report it: {misuse}");
        }
    }

    fn link_event(&mut self, number: usize, event: &LinkEvent) {
        let Ok(index) = u32::try_from(number) else { return };
        let trunk = TrunkIndex(index);
        let name = self.name(trunk);
        match event {
            LinkEvent::Up { peer } => {
                if let Some(what) = self.flaps(number, true, format!("line to {peer} is up")) {
                    info!("trunk {name}: {what}");
                }
                self.expect(Input::Line { trunk, up: true });
            }
            LinkEvent::Down { cause } => {
                let again = if matches!(cause, DownCause::Unreachable(_)) { "; trying on" } else { "" };
                if let Some(what) = self.flaps(number, false, format!("line is down: {cause}{again}")) {
                    warn!("trunk {name}: {what}");
                }
                self.expect(Input::Line { trunk, up: false });
            }
            LinkEvent::Frame(octets) => {
                let side = self.sides.get(number).map_or(Side::Network, |side| side.peer());
                self.frame(trunk, side, octets);
                if let Some([_, received]) = self.frames.get_mut(number) {
                    *received += 1;
                }
                self.expect(Input::Frame { trunk, octets });
            }
            // A frame that was thrown away.
            _ => {
                if let Some(damaged) = self.damaged.get_mut(number) {
                    *damaged += 1;
                }
            }
        }
    }

    /// What there is to say of a line that came up or went down.
    fn flaps(&mut self, number: usize, up: bool, what: String) -> Option<String> {
        let now = self.now();
        self.flaps.get_mut(number)?.take(now, up, what)
    }

    /// Says what was not said of the lines for a time.
    fn tell_flaps(&mut self) {
        let now = self.now();
        for (flaps, name) in self.flaps.iter_mut().zip(&self.names) {
            if let Some(what) = flaps.expire(now) {
                warn!("trunk {name}: {what}");
            }
        }
    }

    fn drain(&mut self, now: Instant) {
        loop {
            match self.node.poll_output() {
                Output::Transmit(frame) => {
                    let number = frame.trunk.0 as usize;
                    let side = self.sides.get(number).copied().unwrap_or(Side::Network);
                    self.frame(frame.trunk, side, &frame.octets);
                    if let Some([sent, _]) = self.frames.get_mut(number) {
                        *sent += 1;
                    }
                    if let Some(line) = self.lines.get(number) {
                        line.send(frame.octets);
                    }
                }
                Output::Event(event) => self.event(now, &event),
                Output::Wait(until) => {
                    self.deadline = until;
                    return;
                }
            }
        }
    }

    fn event(&mut self, now: Instant, event: &Event) {
        let name = |trunk: TrunkIndex| self.name(trunk);
        report::log(event, name);
        if self.publisher.has_readers() {
            let (kind, data) = report::publish(event, name);
            self.publish(now, kind, data);
        }
        match event {
            Event::Callback(change) => {
                if let CallbackStep::Ended(cause) = change.step {
                    *self.ends.entry(cause.name()).or_default() += 1;
                }
            }
            Event::Fault(_) => self.faults += 1,
            _ => {}
        }
    }

    fn publish(&mut self, now: Instant, kind: &'static str, mut data: Value) {
        self.sequence += 1;
        if let Some(data) = data.as_object_mut() {
            data.insert("seq".into(), self.sequence.into());
            data.insert("time".into(), self.wall_time(now).into());
        }
        self.publisher.publish(Published { kind, data });
    }

    /// A frame goes over a trunk: onto the ladder, into the capture, to the readers.
    fn frame(&mut self, trunk: TrunkIndex, sender: Side, octets: &[u8]) {
        let now = self.now();
        if self.ladder {
            let summary = summary(octets, Some(sender));
            if !ladder::is_supervisory(&summary) {
                let ours = self.sides.get(trunk.0 as usize) == Some(&sender);
                let line = ladder::arrow(&ladder::text(&summary), ours);
                // One trunk needs no name, and the line fits a terminal of 80 columns then.
                let name = if self.names.len() > 1 { self.name(trunk) } else { String::new() };
                let text = format!("{:>10}  {line} {name}", now.to_string());
                // A ladder that nobody can read any more ends no calls.
                let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
            }
        }
        let time = self.began + now.as_micros();
        if let Some(recorder) = &mut self.recorder
            && let Err(error) = recorder.frame(trunk.0, time, sender, octets)
        {
            error!("{}: {error}; recording ends here, calls go on", recorder.path().display());
            self.recorder = None;
        }
        if self.publisher.has_readers() {
            let hex = octets.iter().fold(String::new(), |hex, octet| hex + &format!("{octet:02x}"));
            let text = ladder::text(&summary(octets, Some(sender)));
            let data =
                json!({ "trunk": self.name(trunk), "sender": sender.name(), "octets": hex, "text": text });
            self.publish(now, "frame", data);
        }
    }

    fn name(&self, trunk: TrunkIndex) -> String {
        self.names.get(trunk.0 as usize).cloned().unwrap_or_default()
    }
}

/// Seconds that local time is ahead of UTC.
fn utc_offset() -> i32 {
    time::UtcOffset::current_local_offset().map_or(0, time::UtcOffset::whole_seconds)
}

#[cfg(test)]
mod tests;
