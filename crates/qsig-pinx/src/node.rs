//! The node: what it is made of, and how an input runs through it until nothing moves any more.

use std::{collections::BTreeMap, time::Duration};

use bytes::Bytes;
use qsig_call::{CallId, Request, State};
use qsig_cc::{MAX_INVOKE_ID, Originating, RecordId, Service, Terminating, originating, terminating};
use qsig_core::{Digits, Instant, Outbox, Output, TimerQueue};

use crate::{
    CallbackId, ConfigError, Input, Misuse, NodeConfig, PhoneView, TrunkFrame, TrunkView,
    calls::Call,
    clock::Clock,
    config::{PhoneIndex, TrunkIndex},
    connections::{Connections, Role, peer_of},
    event::{Event, Fault},
    facility::{self, Reading},
    phone::{CallNumber, Phone},
    plan::Plan,
    profile::Profile,
    table::Table,
    trunk::{Owner, Trunk, TrunkEvent},
};

/// How long a neighbour's phone rings; over a trunk T301 does this.
pub(crate) const NO_ANSWER: Duration = Duration::from_mins(3);

/// Timers of the node, and the next deadline of each engine in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Timer {
    Trunk(TrunkIndex),
    Originating,
    Terminating,
    /// The phone answers by itself.
    AnswerAfter(PhoneIndex),
    /// No further digit was dialled.
    DialEnd(PhoneIndex),
    /// A callback can no longer be asked for.
    Offer(PhoneIndex),
    /// A local call was not answered.
    NoAnswer(CallNumber),
    /// A call was not answered where it is forwarded then.
    Forward(CallNumber),
}

/// What others were last told of a phone.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    view: PhoneView,
    busy: bool,
    busy_for_recall: bool,
    off_hook: bool,
}

impl Shown {
    fn of(phone: &Phone) -> Self {
        Self {
            view: phone.view(),
            busy: phone.is_busy_for_callbacks(),
            busy_for_recall: phone.is_busy_for_recall(),
            off_hook: phone.is_off_hook(),
        }
    }
}

/// A PINX.
#[derive(Clone, Debug)]
pub struct Node {
    name: String,
    pub(crate) plan: Plan,
    pub(crate) phones: Table<PhoneIndex, Phone>,
    shown: Table<PhoneIndex, Shown>,
    pub(crate) trunks: Table<TrunkIndex, Trunk>,
    pub(crate) calls: BTreeMap<CallNumber, Call>,
    pub(crate) last_call: CallNumber,
    pub(crate) placed: BTreeMap<qsig_cc::Call, CallNumber>,
    pub(crate) offered: BTreeMap<qsig_cc::Call, CallNumber>,
    pub(crate) originating: Originating,
    pub(crate) terminating: Terminating,
    pub(crate) connections: Connections,
    /// Whose callback it is.
    pub(crate) waiting: BTreeMap<RecordId, PhoneIndex>,
    pub(crate) watched: BTreeMap<RecordId, (Service, Digits, Digits)>,
    pub(crate) timers: TimerQueue<Timer>,
    pub(crate) clock: Option<Clock>,
    pub(crate) outbox: Outbox<TrunkFrame, Event>,
    /// The trunk for which something is being done just now.
    pub(crate) at_work: Option<TrunkIndex>,
    invoke_id: i32,
}

impl Node {
    /// A node with all lines down and all phones on hook.
    pub fn new(config: NodeConfig) -> Result<Self, ConfigError> {
        let mut plan = Plan::default();
        let phones: Table<PhoneIndex, Phone> = config.extensions.into_iter().map(Phone::new).collect();
        let mut terminating = Terminating::new(terminating::Parameters::default());
        for place in phones.places() {
            let phone = &phones[place];
            if phone.number.is_empty() {
                return Err(ConfigError::NoNumber);
            }
            if plan.phone(&phone.number).is_some() {
                return Err(ConfigError::DuplicateNumber(phone.number));
            }
            plan.add_phone(phone.number, place);
            let target = terminating::Input::Target { number: phone.number, terms: Self::terms(phone) };
            // A target that is told to a new engine cannot be misuse.
            let _ = terminating.handle_input(Instant::ZERO, target);
        }
        let trunks: Table<TrunkIndex, Trunk> = (0..)
            .zip(config.trunks)
            .map(|(index, trunk)| {
                let random = config.seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(index).to_le_bytes();
                let first_reference = u16::from_le_bytes([random[3], random[5] & 0x7F]).max(1);
                Trunk::new(TrunkIndex(index), trunk, first_reference)
            })
            .collect();
        for route in config.routes {
            if !trunks.contains(route.trunk) {
                return Err(ConfigError::NoTrunk { prefix: route.prefix, trunk: route.trunk });
            }
            if !plan.add_route(route.prefix, route.trunk) {
                return Err(ConfigError::DuplicateRoute(route.prefix));
            }
        }
        let mut originating = Originating::new(originating::Parameters::default());
        for peer in trunks.places().map(peer_of) {
            // All lines are down at first. Telling an engine so cannot be misuse.
            let _ = originating.handle_input(Instant::ZERO, originating::Input::LinkDown { peer });
            let _ = terminating.handle_input(Instant::ZERO, terminating::Input::LinkDown { peer });
        }
        Ok(Self {
            name: config.name,
            plan,
            shown: phones.iter().map(Shown::of).collect(),
            phones,
            trunks,
            calls: BTreeMap::new(),
            last_call: CallNumber(0),
            placed: BTreeMap::new(),
            offered: BTreeMap::new(),
            originating,
            terminating,
            connections: Connections::default(),
            waiting: BTreeMap::new(),
            watched: BTreeMap::new(),
            timers: TimerQueue::new(),
            clock: None,
            outbox: Outbox::new(),
            at_work: None,
            invoke_id: MAX_INVOKE_ID,
        })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A phone as its user sees and hears it.
    pub fn phone(&self, number: &Digits) -> Option<PhoneView> {
        self.plan.phone(number).map(|place| self.phones[place].view())
    }

    /// All phones.
    pub fn phones(&self) -> impl Iterator<Item = PhoneView> {
        self.phones.iter().map(Phone::view)
    }

    /// The rules that hold for an extension.
    pub fn profile(&self, number: &Digits) -> Option<&Profile> {
        self.plan.phone(number).map(|place| &self.phones[place].profile)
    }

    /// Whether an extension may ask for callbacks and be asked for; `None` if there is no such extension.
    pub fn callbacks_allowed(&self, number: &Digits) -> Option<bool> {
        self.plan.phone(number).map(|place| self.phones[place].callbacks_allowed)
    }

    /// All trunks.
    pub fn trunks(&self) -> impl Iterator<Item = TrunkView> {
        self.trunks.iter().map(Trunk::view)
    }

    /// Whether nothing is left of any call or callback: no call, no callback, no signalling connection, no channel
    /// in use.
    pub fn is_quiet(&self) -> bool {
        self.calls.is_empty()
            && self.callbacks().is_empty()
            && self.connections.is_empty()
            && self.trunks().all(|trunk| trunk.channels_busy == 0 && trunk.connections == 0)
    }

    /// Takes one input. `Err` is the caller's misuse, and nothing has changed; frames never give it.
    pub fn handle_input(&mut self, now: Instant, input: Input<'_>) -> Result<(), Misuse> {
        match input {
            Input::Line { trunk, up } => {
                self.check(trunk)?;
                self.at_work = Some(trunk);
                let fed = self.trunks[trunk].line(now, up);
                self.or_fault(fed);
            }
            Input::Frame { trunk, octets } => {
                self.check(trunk)?;
                self.at_work = Some(trunk);
                let fed = self.trunks[trunk].feed(now, qsig_lapd::Input::Frame(octets));
                self.or_fault(fed);
            }
            Input::Key { phone, key } => {
                let place = self.plan.phone(&phone).ok_or(Misuse::NoPhone(phone))?;
                self.press(now, place, key)?;
            }
            Input::CancelCallback(id) => self.cancel_callback(now, id)?,
            Input::WallClock(wall) => self.clock = Some(Clock::new(now, wall)),
            Input::Timeout => {}
        }
        while let Some(timer) = self.timers.take_expired(now) {
            self.expire(now, timer);
            self.settle(now);
        }
        self.settle(now);
        self.at_work = None;
        Ok(())
    }

    /// What the inputs have brought about, until it says wait.
    pub fn poll_output(&mut self) -> Output<TrunkFrame, Event> {
        self.outbox.poll(self.timers.next_deadline())
    }

    fn check(&self, trunk: TrunkIndex) -> Result<(), Misuse> {
        if self.trunks.contains(trunk) { Ok(()) } else { Err(Misuse::NoTrunk(trunk)) }
    }

    pub(crate) fn or_fault(&mut self, done: Result<(), Fault>) {
        if let Err(fault) = done {
            self.fault(fault);
        }
    }

    fn cancel_callback(&mut self, now: Instant, id: CallbackId) -> Result<(), Misuse> {
        let record = RecordId::new(id.number);
        if id.originating {
            self.originating.record(record).ok_or(Misuse::NoCallback(id))?;
            self.tell_originating(now, originating::Input::Cancel { record });
        } else {
            self.terminating.record(record).ok_or(Misuse::NoCallback(id))?;
            self.tell_terminating(now, terminating::Input::Withdraw { record });
        }
        Ok(())
    }

    fn expire(&mut self, now: Instant, timer: Timer) {
        match timer {
            Timer::Trunk(trunk) => {
                self.at_work = Some(trunk);
                let done = self.trunks[trunk].timeout(now);
                self.or_fault(done);
            }
            Timer::Originating => self.tell_originating(now, originating::Input::Timeout),
            Timer::Terminating => self.tell_terminating(now, terminating::Input::Timeout),
            Timer::AnswerAfter(phone) => self.lift(now, phone),
            Timer::DialEnd(phone) => self.end_dialling(now, phone),
            Timer::Offer(phone) => {
                self.phones[phone].offer = None;
            }
            Timer::NoAnswer(call) => self.give_up(now, call),
            Timer::Forward(call) => self.forward_unanswered(now, call),
        }
    }

    /// Lets everything run that the last input has set in motion.
    pub(crate) fn settle(&mut self, now: Instant) {
        loop {
            if let Some(trunk) = self.trunks.take_touched() {
                self.drain_trunk(now, trunk);
            } else if self.drain_originating(now) || self.drain_terminating(now) || self.show_phones(now) {
                // Once more: each of them may have moved another.
            } else {
                return;
            }
        }
    }

    fn drain_trunk(&mut self, now: Instant, trunk: TrunkIndex) {
        self.at_work = Some(trunk);
        loop {
            match self.trunks[trunk].poll(now) {
                Output::Transmit(octets) => self.outbox.transmit(TrunkFrame { trunk, octets }),
                Output::Event(event) => self.trunk_event(now, trunk, event),
                Output::Wait(until) => {
                    self.set_deadline(Timer::Trunk(trunk), until);
                    self.trunks.settle(trunk);
                    return;
                }
            }
        }
    }

    fn drain_originating(&mut self, now: Instant) -> bool {
        match self.originating.poll_output() {
            Output::Transmit(action) => self.perform(now, Role::Originating, action),
            Output::Event(event) => self.originating_event(now, event),
            Output::Wait(until) => {
                self.set_deadline(Timer::Originating, until);
                return false;
            }
        }
        true
    }

    fn drain_terminating(&mut self, now: Instant) -> bool {
        match self.terminating.poll_output() {
            Output::Transmit(action) => self.perform(now, Role::Terminating, action),
            Output::Event(event) => self.terminating_event(event),
            Output::Wait(until) => {
                self.set_deadline(Timer::Terminating, until);
                return false;
            }
        }
        true
    }

    /// Tells the cc engines and whoever watches what has changed at one phone. `false`: nothing was left to look at.
    fn show_phones(&mut self, now: Instant) -> bool {
        let Some(place) = self.phones.take_touched() else { return false };
        let (shown, before) = (Shown::of(&self.phones[place]), self.shown[place].clone());
        if shown == before {
            return true;
        }
        let number = self.phones[place].number;
        if shown.busy_for_recall != before.busy_for_recall {
            self.tell_originating(now, originating::Input::UserA { number, busy: shown.busy_for_recall });
        }
        if before.off_hook && !shown.off_hook {
            self.tell_terminating(now, terminating::Input::Activity { number });
        }
        if shown.busy != before.busy {
            self.tell_terminating(now, terminating::Input::Busy { number, busy: shown.busy });
        }
        if shown.view != before.view {
            self.outbox.tell(Event::Phone(shown.view.clone()));
        }
        self.shown[place] = shown;
        true
    }

    pub(crate) fn trunk_event(&mut self, now: Instant, trunk: TrunkIndex, event: TrunkEvent) {
        match event {
            TrunkEvent::Layer3(event) => self.layer3_event(now, trunk, event),
            TrunkEvent::Fault(fault) => self.fault(fault),
            TrunkEvent::Up | TrunkEvent::Reset => {
                if matches!(event, TrunkEvent::Up) {
                    self.outbox.tell(Event::Link { trunk, up: true });
                }
                self.tell_originating(now, originating::Input::LinkUp { peer: peer_of(trunk) });
                self.tell_terminating(now, terminating::Input::LinkUp { peer: peer_of(trunk) });
            }
            TrunkEvent::Down => {
                self.outbox.tell(Event::Link { trunk, up: false });
                self.tell_originating(now, originating::Input::LinkDown { peer: peer_of(trunk) });
                self.tell_terminating(now, terminating::Input::LinkDown { peer: peer_of(trunk) });
            }
        }
    }

    pub(crate) fn layer3_event(&mut self, now: Instant, trunk: TrunkIndex, event: qsig_call::Event) {
        use qsig_call::{Event as Layer3, Kind};
        let call = match event {
            Layer3::Setup { call, setup } if setup.kind == Kind::Connection => {
                return self.connection_offered(now, trunk, call, &setup);
            }
            Layer3::Setup { call, setup } => return self.call_offered(now, trunk, call, setup),
            Layer3::Alarm { channels } => return self.fault(Fault::ChannelsBlocked { trunk, channels }),
            Layer3::Fault { fault, .. } => return self.fault(Fault::Layer3 { trunk, fault }),
            Layer3::Restarted { .. } | Layer3::Connectionless { .. } => return,
            Layer3::MoreInformation { call }
            | Layer3::Information { call, .. }
            | Layer3::InformationComplete { call }
            | Layer3::Proceeding { call }
            | Layer3::Alerting { call, .. }
            | Layer3::Progress { call, .. }
            | Layer3::Connected { call, .. }
            | Layer3::Facility { call, .. }
            | Layer3::Notify { call, .. }
            | Layer3::Disconnect { call, .. }
            | Layer3::Clearing { call, .. }
            | Layer3::Released { call, .. }
            | Layer3::LinkLost { call }
            | Layer3::LinkBack { call } => call,
        };
        match self.trunks[trunk].owners.get(&call) {
            Some(&Owner::Call(number)) => self.call_event(now, trunk, number, event),
            Some(&Owner::Connection(role, connection)) => {
                self.connection_event(now, trunk, (role, connection), event);
            }
            // A leg that was refused at once ends without ever having belonged to a call.
            None => {}
        }
    }

    /// A request to layer 3 of a trunk.
    pub(crate) fn request(&mut self, now: Instant, trunk: TrunkIndex, call: CallId, request: Request) {
        let done = self.trunks[trunk].request(now, call, request);
        self.or_fault(done);
    }

    /// Rejects for APDUs that were not understood, in FACILITY. On a call that is being cleared they have no way to
    /// travel any more, and nobody waits for them.
    pub(crate) fn send_rejects(
        &mut self,
        now: Instant,
        trunk: TrunkIndex,
        call: CallId,
        rejects: Vec<Bytes>,
    ) {
        if !rejects.is_empty() && !self.is_ending(trunk, call) {
            self.request(now, trunk, call, Request::Facility { facilities: rejects });
        }
    }

    /// Whether a call or connection is over, being cleared, or cut off: nothing can be sent on it any more.
    pub(crate) fn is_ending(&self, trunk: TrunkIndex, call: CallId) -> bool {
        match self.trunks[trunk].layer3.call_state(call) {
            None => true,
            Some(state) => matches!(
                state,
                State::ActiveLinkLost
                    | State::DisconnectRequest
                    | State::DisconnectIndication
                    | State::ReleaseRequest
            ),
        }
    }

    pub(crate) fn tell_originating(&mut self, now: Instant, input: originating::Input) {
        if let Err(misuse) = self.originating.handle_input(now, input) {
            self.fault(Fault::Internal(misuse.to_string()));
        }
    }

    pub(crate) fn tell_terminating(&mut self, now: Instant, input: terminating::Input) {
        if let Err(misuse) = self.terminating.handle_input(now, input) {
            self.fault(Fault::Internal(misuse.to_string()));
        }
    }

    /// Reads Facility elements that came over a trunk, and reports what was wrong in them.
    pub(crate) fn read_facilities(&mut self, trunk: TrunkIndex, facilities: &[Bytes]) -> Reading {
        let reading = facility::read(facilities);
        for &problem in &reading.problems {
            self.fault(Fault::Facility { trunk, problem });
        }
        reading
    }

    /// A phone more.
    pub(crate) fn add_phone(&mut self, phone: Phone) -> PhoneIndex {
        self.shown.push(Shown::of(&phone));
        self.phones.push(phone)
    }

    /// An invoke id for an operation of the node itself: above those of call completion, up to 32767.
    pub(crate) const fn next_invoke_id(&mut self) -> i32 {
        self.invoke_id = if self.invoke_id >= 32_767 { MAX_INVOKE_ID + 1 } else { self.invoke_id + 1 };
        self.invoke_id
    }

    pub(crate) fn fault(&mut self, fault: Fault) {
        self.outbox.tell(Event::Fault(fault));
    }

    fn set_deadline(&mut self, timer: Timer, until: Option<Instant>) {
        match until {
            Some(deadline) => self.timers.restart(timer, deadline),
            None => {
                self.timers.stop(timer);
            }
        }
    }
}
