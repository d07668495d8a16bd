//! Two nodes on a line: user A's engine at one, user B's at the other, and the laws that hold between them.

use alloc::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    string::String,
    vec::Vec,
};
use core::time::Duration;

use qsig_core::{Cause, Digits, Instant, Output};
use qsig_testkit::Line;

use super::layer3::{Layer3, Message, decode, encode};
use crate::{
    Action, Apdu, Call, Connection, Ended, Operation, Originating, Peer, RecordId, Service, Terminating,
    fixtures::parties,
    originating::{self, Options, Proposal, Request, RequestRefused},
    terminating::{self, Terms},
};

pub(super) const PEER: Peer = Peer(1);

/// What layer 3 tells an engine.
#[derive(Clone, Debug)]
pub(super) enum Told {
    Offered(Connection, Vec<Apdu>),
    Accepted(Connection, Vec<Apdu>),
    Facility(Connection, Vec<Apdu>),
    Ended(Connection, Ended, Cause, Vec<Apdu>),
}

/// A call at one end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    Placed,
    Ringing,
}

/// What the laws need to know of a callback at user B's side.
#[derive(Clone, Debug)]
pub(super) struct Watched {
    pub(super) b: Digits,
    pub(super) service: Service,
    pub(super) suspended: bool,
    pub(super) held: bool,
}

pub(super) struct Pair {
    pub(super) now: Instant,
    pub(super) a: Originating,
    pub(super) b: Terminating,
    pub(super) layer3_a: Layer3,
    pub(super) layer3_b: Layer3,
    pub(super) to_b: Line<Message>,
    pub(super) to_a: Line<Message>,
    pub(super) calls_a: BTreeMap<u32, (Progress, Instant)>,
    pub(super) calls_b: BTreeMap<u32, Progress>,
    pub(super) seen_a: Vec<originating::Event>,
    pub(super) seen_b: Vec<terminating::Event>,
    pub(super) live_a: BTreeSet<RecordId>,
    pub(super) live_b: BTreeMap<RecordId, Watched>,
    pub(super) recalling: BTreeSet<RecordId>,
    /// What happened below an engine while it was being drained: told to it afterwards.
    pub(super) pending_a: VecDeque<originating::Input>,
    pub(super) pending_b: VecDeque<terminating::Input>,
    pub(super) execs_received: usize,
    pub(super) recalls_offered: usize,
    /// No frame has been lost: first come first served can be judged.
    pub(super) lossless: bool,
    /// The APDUs that were sent, as `A ccSuspend`.
    pub(super) sent: Vec<String>,
}

impl Pair {
    pub(super) fn new(a: Originating, b: Terminating, targets: &[(&str, Terms)]) -> Self {
        let delay = Duration::from_millis(20);
        let mut pair = Self {
            now: Instant::from_micros(1),
            a,
            b,
            layer3_a: Layer3::new(true),
            layer3_b: Layer3::new(false),
            to_b: Line::new(delay, 1),
            to_a: Line::new(delay, 2),
            calls_a: BTreeMap::new(),
            calls_b: BTreeMap::new(),
            seen_a: Vec::new(),
            seen_b: Vec::new(),
            live_a: BTreeSet::new(),
            live_b: BTreeMap::new(),
            recalling: BTreeSet::new(),
            pending_a: VecDeque::new(),
            pending_b: VecDeque::new(),
            execs_received: 0,
            recalls_offered: 0,
            lossless: true,
            sent: Vec::new(),
        };
        for (number, terms) in targets {
            pair.tell_b(terminating::Input::Target { number: number.parse().unwrap(), terms: *terms });
        }
        pair
    }

    pub(super) fn request(
        &mut self,
        a: &str,
        b: &str,
        service: Service,
        proposal: Proposal,
    ) -> Result<RecordId, RequestRefused> {
        self.request_with(a, b, service, Options { proposal, ..Options::usual(service) })
    }

    pub(super) fn request_with(
        &mut self,
        a: &str,
        b: &str,
        service: Service,
        options: Options,
    ) -> Result<RecordId, RequestRefused> {
        let request = Request { peer: PEER, service, parties: parties(a, b), options };
        let id = self.a.request(self.now, request)?;
        self.live_a.insert(id);
        self.drain();
        Ok(id)
    }

    pub(super) fn tell_a(&mut self, input: originating::Input) {
        self.a.handle_input(self.now, input).unwrap();
        self.drain();
    }

    pub(super) fn tell_b(&mut self, input: terminating::Input) {
        self.b.handle_input(self.now, input).unwrap();
        self.drain();
    }

    pub(super) fn busy_a(&mut self, number: &str, busy: bool) {
        self.tell_a(originating::Input::UserA { number: number.parse().unwrap(), busy });
    }

    pub(super) fn busy_b(&mut self, number: &str, busy: bool) {
        self.tell_b(terminating::Input::Busy { number: number.parse().unwrap(), busy });
    }

    /// The recalls that are being offered.
    pub(super) fn recalls(&self) -> Vec<RecordId> {
        self.recalling.iter().copied().collect()
    }

    pub(super) fn answer(&mut self, record: RecordId) {
        self.recalling.remove(&record);
        self.tell_a(originating::Input::Answered { record });
    }

    /// Calls that ring a user B.
    pub(super) fn ringing(&self) -> Vec<u32> {
        self.calls_b.keys().copied().collect()
    }

    /// User B's phone begins to ring.
    pub(super) fn alert(&mut self, call: u32) {
        if self.calls_b.insert(call, Progress::Ringing) == Some(Progress::Placed) {
            self.to_a.send(self.now, Message::CallAlerting(call));
            self.tell_b(terminating::Input::CallAlerting { call: Call::Offered(call) });
        }
    }

    /// Either side hangs up.
    pub(super) fn hang_up(&mut self, call: u32, by_a: bool) {
        let cause = Cause::NORMAL_CALL_CLEARING;
        if by_a {
            self.calls_a.remove(&call);
            self.to_b.send(self.now, Message::CallClear(call, cause, Vec::new()));
        } else if self.calls_b.remove(&call).is_some() {
            self.to_a.send(self.now, Message::CallClear(call, cause, Vec::new()));
            self.tell_b(terminating::Input::CallEnded {
                call: Call::Offered(call),
                by_caller: false,
                apdus: Vec::new(),
            });
        }
    }

    /// The data link is reset: what was under way is lost, nothing is cleared.
    pub(super) fn reset_link(&mut self) {
        self.lossless = false;
        self.to_a.cut();
        self.to_b.cut();
        self.link_is_up();
    }

    /// The data link is lost at both ends; Active connections survive where that is said.
    pub(super) fn link_down(&mut self, survive_a: bool, survive_b: bool) {
        self.lossless = false;
        self.to_a.cut();
        self.to_b.cut();
        self.tell_a(originating::Input::LinkDown { peer: PEER });
        self.tell_b(terminating::Input::LinkDown { peer: PEER });
        let (mut up_a, mut up_b) = (Vec::new(), Vec::new());
        self.layer3_a.down(survive_a, &mut up_a);
        self.layer3_b.down(survive_b, &mut up_b);
        self.deliver(up_a, up_b);
        self.drain();
        for call in core::mem::take(&mut self.calls_a).into_keys() {
            self.tell_a(originating::Input::CallEnded {
                call: Call::Placed(call),
                cause: Cause::DESTINATION_OUT_OF_ORDER,
                apdus: Vec::new(),
            });
        }
        for call in core::mem::take(&mut self.calls_b).into_keys() {
            self.tell_b(terminating::Input::CallEnded {
                call: Call::Offered(call),
                by_caller: true,
                apdus: Vec::new(),
            });
        }
    }

    /// The data link is established (again).
    pub(super) fn link_is_up(&mut self) {
        let (mut out_a, mut out_b) = (Vec::new(), Vec::new());
        self.layer3_a.up(&mut out_a);
        self.layer3_b.up(&mut out_b);
        self.send(out_a, out_b);
        self.tell_a(originating::Input::LinkUp { peer: PEER });
        self.tell_b(terminating::Input::LinkUp { peer: PEER });
    }

    /// Lets time pass.
    pub(super) fn run_for(&mut self, span: Duration) {
        let end = self.now + span;
        loop {
            let [wait_a, wait_b] = self.drain();
            let lines = [self.to_a.next_arrival(), self.to_b.next_arrival()];
            let layer3 = [self.layer3_a.next_deadline(), self.layer3_b.next_deadline()];
            let call = self.calls_a.values().filter(|(progress, _)| *progress == Progress::Placed);
            let call = call.map(|(_, deadline)| *deadline).min();
            let next =
                [wait_a, wait_b, call].into_iter().chain(lines).chain(layer3).flatten().min().unwrap_or(end);
            if next > end {
                break;
            }
            let stuck = next == self.now;
            self.now = self.now.max(next);
            self.step();
            if next == end && stuck {
                break;
            }
        }
        self.now = end;
    }

    fn step(&mut self) {
        while let Some(message) = self.to_b.receive(self.now) {
            self.arrive_at_b(message);
        }
        while let Some(message) = self.to_a.receive(self.now) {
            self.arrive_at_a(message);
        }
        let [mut out_a, mut out_b] = [Vec::new(), Vec::new()];
        let [mut up_a, mut up_b] = [Vec::new(), Vec::new()];
        self.layer3_a.timeout(self.now, &mut out_a, &mut up_a);
        self.layer3_b.timeout(self.now, &mut out_b, &mut up_b);
        self.send(out_a, out_b);
        self.deliver(up_a, up_b);
        self.drain();
        let now = self.now;
        let late = |(call, (progress, deadline)): (&u32, &(Progress, Instant))| {
            (*progress == Progress::Placed && *deadline <= now).then_some(*call)
        };
        let late: Vec<_> = self.calls_a.iter().filter_map(late).collect();
        for call in late {
            let cause = Cause::RECOVERY_ON_TIMER_EXPIRY;
            self.hang_up(call, true);
            let call = Call::Placed(call);
            self.tell_a(originating::Input::CallEnded { call, cause, apdus: Vec::new() });
        }
        self.tell_a(originating::Input::Timeout);
        self.tell_b(terminating::Input::Timeout);
    }

    fn arrive_at_a(&mut self, message: Message) {
        match message {
            Message::CallAlerting(call) => {
                if let Some(entry) = self.calls_a.get_mut(&call) {
                    entry.0 = Progress::Ringing;
                    let call = Call::Placed(call);
                    self.tell_a(originating::Input::CallAlerting { call, apdus: Vec::new() });
                }
            }
            Message::CallClear(call, cause, elements) => {
                if self.calls_a.remove(&call).is_some() {
                    let (call, apdus) = (Call::Placed(call), decode(&elements));
                    self.tell_a(originating::Input::CallEnded { call, cause, apdus });
                }
            }
            message => {
                let (mut out, mut up) = (Vec::new(), Vec::new());
                self.layer3_a.receive(&message, &mut out, &mut up);
                self.send(out, Vec::new());
                self.deliver(up, Vec::new());
                self.drain();
            }
        }
    }

    fn arrive_at_b(&mut self, message: Message) {
        match message {
            Message::CallSetup(call, parties, elements) => {
                self.calls_b.insert(call, Progress::Placed);
                self.tell_b(terminating::Input::CallOffered {
                    call: Call::Offered(call),
                    peer: PEER,
                    from: parties.a.number().copied(),
                    to: parties.b,
                    service: parties.service,
                    from_subaddress: parties.subaddress_a,
                    to_subaddress: parties.subaddress_b,
                    apdus: decode(&elements),
                });
            }
            Message::CallClear(call, _, elements) => {
                if self.calls_b.remove(&call).is_some() {
                    let (call, apdus) = (Call::Offered(call), decode(&elements));
                    self.tell_b(terminating::Input::CallEnded { call, by_caller: true, apdus });
                }
            }
            message => {
                let (mut out, mut up) = (Vec::new(), Vec::new());
                self.layer3_b.receive(&message, &mut out, &mut up);
                self.send(Vec::new(), out);
                self.deliver(Vec::new(), up);
                self.drain();
            }
        }
    }

    fn send(&mut self, from_a: Vec<Message>, from_b: Vec<Message>) {
        for message in from_a {
            if self.layer3_a.link_up {
                self.to_b.send(self.now, message);
            }
        }
        for message in from_b {
            if self.layer3_b.link_up {
                self.to_a.send(self.now, message);
            }
        }
    }

    fn deliver(&mut self, at_a: Vec<Told>, at_b: Vec<Told>) {
        for told in at_a {
            use originating::Input;
            if let Told::Offered(_, apdus) | Told::Facility(_, apdus) = &told {
                let exec =
                    |apdu: &&Apdu| matches!(apdu, Apdu::Invoke { operation: Operation::ExecPossible(_), .. });
                self.execs_received += apdus.iter().filter(exec).count();
            }
            self.pending_a.push_back(match told {
                Told::Offered(connection, apdus) => {
                    Input::ConnectionOffered { connection, peer: PEER, apdus }
                }
                Told::Accepted(connection, apdus) => Input::ConnectionAccepted { connection, apdus },
                Told::Facility(connection, apdus) => Input::Facility { connection, apdus },
                Told::Ended(connection, how, cause, apdus) => {
                    Input::ConnectionEnded { connection, how, cause, apdus }
                }
            });
        }
        for told in at_b {
            use terminating::Input;
            self.pending_b.push_back(match told {
                Told::Offered(connection, apdus) => {
                    Input::ConnectionOffered { connection, peer: PEER, apdus }
                }
                Told::Accepted(connection, apdus) => Input::ConnectionAccepted { connection, apdus },
                Told::Facility(connection, apdus) => Input::Facility { connection, apdus },
                Told::Ended(connection, how, cause, apdus) => {
                    Input::ConnectionEnded { connection, how, cause, apdus }
                }
            });
        }
    }

    /// Drains both engines, then tells them what that has caused, until nothing happens any more.
    pub(super) fn drain(&mut self) -> [Option<Instant>; 2] {
        loop {
            let waits = [self.drain_a(), self.drain_b()];
            if let Some(input) = self.pending_a.pop_front() {
                self.a.handle_input(self.now, input).unwrap();
            } else if let Some(input) = self.pending_b.pop_front() {
                self.b.handle_input(self.now, input).unwrap();
            } else {
                return waits;
            }
        }
    }

    fn note_sent(&mut self, who: char, action: &Action) {
        let (verb, apdus) = match action {
            Action::Open { apdus, .. } => ("SETUP", apdus),
            Action::Accept { apdus, .. } => ("CONNECT", apdus),
            Action::Facility { apdus, .. } => ("FACILITY", apdus),
            Action::Release { apdus, .. } => ("RELEASE", apdus),
            Action::PlaceCall { apdus, .. } => ("CALL", apdus),
            Action::ClearCall { apdus, .. } => ("CLEAR", apdus),
            Action::Proceed { .. } | Action::Enquire { .. } | Action::AdmitCall { .. } => return,
        };
        let mut line = alloc::format!("{who} {verb}");
        for apdu in apdus {
            line += " ";
            line += match apdu {
                Apdu::Error { error: crate::CcError::FailureToMatch, .. } => "failureToMatch",
                Apdu::Error { error: crate::CcError::RemoteUserBusyAgain, .. } => "remoteUserBusyAgain",
                apdu => apdu.name(),
            };
        }
        self.sent.push(line);
    }

    fn drain_a(&mut self) -> Option<Instant> {
        loop {
            match self.a.poll_output() {
                Output::Wait(until) => return until,
                Output::Event(event) => self.watch_a(event),
                Output::Transmit(action) => {
                    self.note_sent('A', &action);
                    self.act_a(action);
                }
            }
        }
    }

    fn act_a(&mut self, action: Action) {
        match action {
            Action::PlaceCall { call: Call::Placed(call), parties, apdus, .. } => {
                let deadline = self.now + Duration::from_secs(20);
                self.calls_a.insert(call, (Progress::Placed, deadline));
                if self.layer3_a.link_up {
                    self.to_b.send(self.now, Message::CallSetup(call, parties, encode(&apdus)));
                }
            }
            Action::ClearCall { call: Call::Placed(call), cause, apdus } => {
                self.calls_a.remove(&call);
                if self.layer3_a.link_up {
                    self.to_b.send(self.now, Message::CallClear(call, cause, encode(&apdus)));
                }
            }
            action => {
                let (mut out, mut up) = (Vec::new(), Vec::new());
                self.layer3_a.act(self.now, action, &mut out, &mut up);
                self.send(out, Vec::new());
                self.deliver(up, Vec::new());
            }
        }
    }

    fn drain_b(&mut self) -> Option<Instant> {
        loop {
            match self.b.poll_output() {
                Output::Wait(until) => return until,
                Output::Event(event) => self.watch_b(event),
                Output::Transmit(action) => {
                    self.note_sent('B', &action);
                    self.act_b(action);
                }
            }
        }
    }

    fn act_b(&mut self, action: Action) {
        match action {
            Action::AdmitCall { call: Call::Offered(call), .. } => assert!(self.calls_b.contains_key(&call)),
            Action::ClearCall { call: Call::Offered(call), cause, apdus } => {
                if self.calls_b.remove(&call).is_some() {
                    if self.layer3_b.link_up {
                        self.to_a.send(self.now, Message::CallClear(call, cause, encode(&apdus)));
                    }
                    let call = Call::Offered(call);
                    self.pending_b.push_back(terminating::Input::CallEnded {
                        call,
                        by_caller: false,
                        apdus: Vec::new(),
                    });
                }
            }
            action => {
                let (mut out, mut up) = (Vec::new(), Vec::new());
                self.layer3_b.act(self.now, action, &mut out, &mut up);
                self.send(Vec::new(), out);
                self.deliver(Vec::new(), up);
            }
        }
    }
}
