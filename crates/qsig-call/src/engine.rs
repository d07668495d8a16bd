use alloc::{collections::BTreeMap, vec::Vec};
use core::hash::{Hash, Hasher};

use bytes::Bytes;
use qsig_core::{Instant, Outbox, Output, TimerQueue};
use qsig_q931::CallReferenceValue;

use crate::limits::{MAX_HELD, MAX_TRIES};
use crate::{
    CallId, Counters, DataLink, End, Event, Fault, Input, Kind, Misuse, Parameters, Request, Setup,
    SetupRefused, State, Stimulus, Timer,
    action::{Action, Step},
    call,
    channel::ChannelTable,
    connection,
    interface::Interface,
    occasion::Occasion,
    record::{Record, ReferenceKey},
    stimulus::{Ack, Enquiry, Room, Turn, Wish},
};

/// Layer 3 of one data link.
#[derive(Clone, Debug)]
pub struct Engine {
    pub(crate) parameters: Parameters,
    pub(crate) step_call: Step,
    pub(crate) step_connection: Step,
    pub(crate) link_up: bool,
    pub(crate) records: BTreeMap<CallId, Record>,
    pub(crate) references: BTreeMap<ReferenceKey, CallId>,
    pub(crate) last_reference: CallReferenceValue,
    pub(crate) last_id: u32,
    pub(crate) calls: usize,
    pub(crate) channels: ChannelTable,
    pub(crate) timers: TimerQueue<(CallId, Timer)>,
    pub(crate) interface: Interface,
    pub(crate) outbox: Outbox<Bytes, Event>,
    pub(crate) counters: Counters,
}

impl Engine {
    /// An engine whose data link is down.
    ///
    /// Its call references count upward from `first_reference` (1 to 32767; bit 16 is cut off and 0 is taken as
    /// 1), and a value is used again only when all others were. The first should be random, so that after a new
    /// start nothing old is met at the peer.
    pub fn new(mut parameters: Parameters, first_reference: u16) -> Self {
        // So many at most that a free call reference is always found.
        parameters.max_calls = parameters.max_calls.min(16_000);
        parameters.max_connections = parameters.max_connections.min(16_000);
        let first = CallReferenceValue::new(first_reference & 0x7FFF).unwrap_or(CallReferenceValue::MIN);
        let before = CallReferenceValue::new(first.get() - 1).unwrap_or(CallReferenceValue::MAX);
        let channels = ChannelTable::new(parameters.channels, parameters.channel_numbering, parameters.side);
        Self {
            parameters,
            step_call: call::step,
            step_connection: connection::step,
            link_up: false,
            records: BTreeMap::new(),
            references: BTreeMap::new(),
            last_reference: before,
            last_id: CallId::INTERFACE.0,
            calls: 0,
            channels,
            timers: TimerQueue::new(),
            interface: Interface::default(),
            outbox: Outbox::new(),
            counters: Counters::default(),
        }
    }

    /// Opens a call or connection: sends SETUP.
    pub fn setup(&mut self, now: Instant, setup: Setup) -> Result<CallId, SetupRefused> {
        let chosen = match setup.kind {
            Kind::Connection => None,
            Kind::Call => match setup.channel {
                Some(slot) => Some(slot).filter(|slot| self.channels.is_free(*slot)),
                None => self.channels.hunt(),
            },
        };
        let room = match (self.link_up, setup.kind, chosen) {
            (false, ..) => Room::LinkDown,
            (true, Kind::Call, None) => Room::NoneFree,
            _ => Room::Free,
        };
        if self.link_up && self.is_full(setup.kind) {
            return Err(SetupRefused::Limit);
        }
        let mut occasion = Occasion::new(now, setup.kind);
        occasion.chosen = chosen;
        occasion.setup = Some(setup);
        match self.run(&mut occasion, Stimulus::Wished(Wish::Setup(room))) {
            Ok(()) => Ok(occasion.call),
            Err(_) if room == Room::LinkDown => Err(SetupRefused::LinkDown),
            Err(_) => Err(SetupRefused::NoChannel),
        }
    }

    /// Takes one input. `Err` is a request that must not be made now, and nothing has changed; octets from the
    /// line never give it.
    pub fn handle_input(&mut self, now: Instant, input: Input<'_>) -> Result<(), Misuse> {
        match input {
            Input::DataLink(link) => self.data_link(now, link),
            Input::Message(octets) => self.message(now, octets),
            Input::Request(call, request) => return self.request(now, call, request),
            Input::Restart(slot) => return self.want_restart(now, slot),
            Input::Timeout => {
                while let Some((call, timer)) = self.timers.take_expired(now) {
                    self.expired(now, call, timer);
                }
            }
        }
        Ok(())
    }

    /// What the inputs have brought about, until it says wait. What is to be transmitted is a layer 3 message for
    /// DL-DATA request.
    pub fn poll_output(&mut self) -> Output<Bytes, Event> {
        self.outbox.poll(self.timers.next_deadline())
    }

    /// The state of a call or connection; `None` when it is over.
    pub fn call_state(&self, call: CallId) -> Option<State> {
        self.records.get(&call).map(|record| record.state)
    }

    /// The time slot that a call holds.
    pub fn channel(&self, call: CallId) -> Option<u8> {
        self.records.get(&call)?.channel
    }

    /// How many channels calls hold.
    pub fn channels_busy(&self) -> usize {
        self.channels.busy()
    }

    /// The time slots out of use until a RESTART of them succeeds: bit n stands for slot n.
    pub fn channels_blocked(&self) -> u32 {
        self.channels.blocked()
    }

    /// How many calls there are.
    pub fn calls(&self) -> usize {
        self.calls
    }

    /// How many connections there are.
    pub fn connections(&self) -> usize {
        self.records.len() - self.calls
    }

    /// Whether the data link is up.
    pub fn is_link_up(&self) -> bool {
        self.link_up
    }

    /// What was counted so far.
    pub fn counters(&self) -> Counters {
        self.counters
    }

    /// Feeds all that decides what happens next to `hasher`, deadlines relative to `now`, counters and the next
    /// handle left out: two engines that agree here behave alike.
    pub fn fingerprint(&self, now: Instant, hasher: &mut impl Hasher) {
        (self.link_up, &self.records, self.last_reference).hash(hasher);
        (&self.channels, &self.interface).hash(hasher);
        for (timer, deadline) in self.timers.iter() {
            (timer, deadline.since(now)).hash(hasher);
        }
    }

    pub(crate) fn is_full(&self, kind: Kind) -> bool {
        match kind {
            Kind::Call => self.calls() >= self.parameters.max_calls,
            Kind::Connection => self.connections() >= self.parameters.max_connections,
        }
    }

    /// Asks the step table and does what it says. `Err`: it refuses, and nothing has changed.
    pub(crate) fn run(&mut self, occasion: &mut Occasion<'_>, stimulus: Stimulus) -> Result<(), Misuse> {
        let record = self.records.get_mut(&occasion.call);
        let state = record.as_ref().map_or(State::Null, |record| record.state);
        let step = match record.as_ref().map_or(occasion.kind, |record| record.kind) {
            Kind::Call => self.step_call,
            Kind::Connection => self.step_connection,
        };
        let (next, actions) = step(state, stimulus);
        if matches!(actions, [Action::Refuse(_), ..]) {
            return Err(Misuse::WrongState { call: occasion.call, state });
        }
        occasion.state = state;
        if let Some(record) = record {
            record.state = next;
        }
        for action in actions {
            self.carry_out(occasion, next, *action);
        }
        Ok(())
    }

    /// The same for what cannot be refused.
    pub(crate) fn run_always(&mut self, occasion: &mut Occasion<'_>, stimulus: Stimulus) {
        if self.run(occasion, stimulus).is_err() {
            self.internal_fault(occasion.call);
        }
    }

    pub(crate) fn internal_fault(&mut self, call: CallId) {
        self.counters.internal += 1;
        let call = self.records.contains_key(&call).then_some(call);
        self.outbox.tell(Event::Fault { call, fault: Fault::Internal });
    }

    /// Restart and link events concern every call: the one place that walks over them.
    pub(crate) fn run_all(&mut self, now: Instant, stimulus: Stimulus, end: End) {
        let calls: Vec<CallId> = self.records.keys().copied().collect();
        for call in calls {
            let mut occasion = Occasion::of(now, call);
            occasion.end = end;
            self.run_always(&mut occasion, stimulus);
        }
    }

    fn data_link(&mut self, now: Instant, link: DataLink) {
        let stimulus = match (link, self.link_up) {
            (DataLink::Up | DataLink::Reset, false) => Stimulus::LinkUp,
            (DataLink::Up | DataLink::Reset, true) => Stimulus::LinkReset,
            (DataLink::Down, true) => Stimulus::LinkDown,
            (DataLink::Down, false) => return,
        };
        self.link_up = link != DataLink::Down;
        self.run_all(now, stimulus, End::LinkLost);
        self.interface_link(now, stimulus);
    }

    fn request(&mut self, now: Instant, call: CallId, request: Request) -> Result<(), Misuse> {
        let record = self.records.get(&call).ok_or(Misuse::NoCall(call))?;
        let wish = match &request {
            Request::MoreInformation => Wish::MoreInformation,
            Request::Information { .. } => Wish::Information,
            Request::Proceeding => Wish::Proceeding,
            Request::Alerting { .. } => Wish::Alerting,
            Request::Progress { .. } => Wish::Progress,
            Request::Connect { .. } if self.parameters.connect_ack => Wish::Connect(Ack::Wanted),
            Request::Connect { .. } => Wish::Connect(Ack::NotWanted),
            Request::Facility { facilities } if facilities.is_empty() => {
                return Err(Misuse::NoFacility(call));
            }
            Request::Facility { .. } if record.held.len() >= MAX_HELD => {
                return Err(Misuse::HeldFull(call));
            }
            Request::Facility { .. } => Wish::Facility,
            Request::Notify { .. } => Wish::Notify,
            Request::StatusEnquiry if self.timers.is_running((call, Timer::T322)) => {
                Wish::StatusEnquiry(Enquiry::Running)
            }
            Request::StatusEnquiry => Wish::StatusEnquiry(Enquiry::Idle),
            Request::Disconnect(_) => Wish::Disconnect,
            Request::Release(_) => Wish::Release,
        };
        let mut occasion = Occasion::of(now, call);
        occasion.request = Some(request);
        self.run(&mut occasion, Stimulus::Wished(wish))
    }

    fn expired(&mut self, now: Instant, call: CallId, timer: Timer) {
        if call == CallId::INTERFACE {
            return self.interface_expired(now, timer);
        }
        let Some(record) = self.records.get(&call) else { return self.internal_fault(call) };
        let last = match timer {
            Timer::T302 => !record.has_digits,
            Timer::T303 | Timer::T308 => record.repeated,
            Timer::T322 => record.tries >= MAX_TRIES,
            _ => false,
        };
        let turn = if last { Turn::Last } else { Turn::First };
        let mut occasion = Occasion::of(now, call);
        occasion.expired = Some(timer);
        occasion.end = End::Timer(timer);
        self.run_always(&mut occasion, Stimulus::Expired(timer, turn));
    }
}
