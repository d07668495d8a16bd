use alloc::collections::VecDeque;
use core::{
    hash::{Hash, Hasher},
    time::Duration,
};

use bytes::Bytes;
use qsig_core::{Instant, Outbox, Output, Side};

use crate::limits::QUEUE_LIMIT;
use crate::{
    Action, Counters, Discard, Event, Exceptions, Frame, FrameType, Signal, State, Timer,
    sort::{View, sort},
    step,
    timers::Timers,
    variables::Sequence,
};

mod carry_out;

/// The table a data link works by: [`step`], or one put around it by a test.
pub type Step = fn(State, Signal) -> (State, &'static [Action]);

/// What can be set on a data link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// Wait for an answer. It must exceed the round trip: 1 s on an E1, 2 s are better on TCP and serial lines.
    pub t200: Duration,
    /// Idle time after which the peer is asked whether it is there.
    pub t203: Duration,
    /// Wait before a new attempt to bring the link up.
    pub t_retry: Duration,
    /// How often a frame is sent again before the peer is given up.
    pub n200: u8,
    /// Octets of information in a frame, in both directions.
    pub n201: usize,
    /// I frames that may be under way, 1 to 127; what lies outside is brought inside.
    pub k: u8,
}

impl Default for Parameters {
    /// T200 1 s, T203 10 s, retry 1 s, N200 3, N201 260 octets, k 7.
    ///
    /// Clause: Q.921 5.9.
    fn default() -> Self {
        Self {
            t200: Duration::from_secs(1),
            t203: Duration::from_secs(10),
            t_retry: Duration::from_secs(1),
            n200: 3,
            n201: 260,
            k: 7,
        }
    }
}

/// What a data link is told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Input<'a> {
    /// The line carries frames: no alarm on the E1, the connection is there.
    LineUp,
    /// It does not.
    LineDown,
    /// A frame without FCS has come over the line.
    Frame(&'a [u8]),
    /// DL-ESTABLISH request: the link shall be up. It is wanted from the start; on a link that is up this brings
    /// it up anew.
    EstablishRequest,
    /// DL-RELEASE request: the link shall be down until [`Input::EstablishRequest`]. A peer that establishes it is
    /// let in all the same; to close a trunk take the line down.
    ReleaseRequest,
    /// DL-DATA request: a message for the peer's layer 3.
    Data(Bytes),
    /// Layer 3 cannot take messages: the peer is asked to wait. Forgotten when the link goes down or is
    /// established anew.
    OwnBusy,
    /// Layer 3 can take messages again.
    OwnFree,
    /// A deadline may have come.
    Timeout,
}

/// Why a request was handed back. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Misuse {
    /// Data on a link that is not up.
    #[error("the link is in state {0}, it must be up to send")]
    NotEstablished(State),
    /// Data that does not fit into a frame.
    #[error("message of {octets} octets, at most {n201} fit into a frame")]
    TooLong {
        /// Its length.
        octets: usize,
        /// The limit.
        n201: usize,
    },
    /// [`QUEUE_LIMIT`] frames wait to be sent or acknowledged.
    #[error("the I queue is full")]
    Full,
}

/// The data-link procedure for one D-channel: SAPI 0, TEI 0, modulo 128.
///
/// It starts in state 4 with the line down and keeps the link up whenever the line is, until it is told not to.
/// It never speaks before [`Input::LineUp`].
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "they are independent variables of the procedure")]
pub struct DataLink {
    side: Side,
    parameters: Parameters,
    step: Step,
    state: State,
    line_up: bool,
    wanted: bool,
    layer3_initiated: bool,
    exceptions: Exceptions,
    sequence: Sequence,
    /// RC.
    retries: u8,
    timers: Timers,
    /// Sent and not acknowledged, then not sent.
    queue: VecDeque<Bytes>,
    /// I frames from V(S) on that have been sent before.
    repeats: u8,
    same_side_told: bool,
    outbox: Outbox<Bytes, Event>,
    counters: Counters,
}

/// What came with a signal, for the actions that need it.
#[derive(Clone, Debug, Default)]
struct Carried<'a> {
    now: Instant,
    p_f: bool,
    ns: u8,
    nr: u8,
    information: &'a [u8],
    data: Bytes,
}

impl DataLink {
    /// A data link in state 4, line down, link wanted.
    pub fn new(side: Side, parameters: Parameters) -> Self {
        Self::with_step(side, parameters, step)
    }

    /// The same, working by another table.
    pub fn with_step(side: Side, parameters: Parameters, step: Step) -> Self {
        Self {
            side,
            parameters: Parameters { k: parameters.k.clamp(1, 127), ..parameters },
            step,
            state: State::TeiAssigned,
            line_up: false,
            wanted: true,
            layer3_initiated: false,
            exceptions: Exceptions::empty(),
            sequence: Sequence::default(),
            retries: 0,
            timers: Timers::default(),
            queue: VecDeque::new(),
            repeats: 0,
            same_side_told: false,
            outbox: Outbox::new(),
            counters: Counters::default(),
        }
    }

    /// Takes one input. `Err` is the caller's misuse, only for [`Input::Data`], and nothing has changed.
    ///
    /// Only [`Input::Timeout`] makes timers expire, all that are due, the longest due first: so a frame that
    /// waited while the program was late can still stop a timer, and a request that is refused changes nothing.
    /// An expired timer that is started again counts from `now`.
    pub fn handle_input(&mut self, now: Instant, input: Input<'_>) -> Result<(), Misuse> {
        let plain = Carried { now, ..Carried::default() };
        let own_busy = self.exceptions.contains(Exceptions::OWN_BUSY);
        match input {
            Input::LineUp => {
                self.line_up = true;
                self.signal(Signal::LineUp { wanted: self.wanted }, &plain);
            }
            Input::LineDown => {
                self.line_up = false;
                self.signal(Signal::LineDown, &plain);
            }
            Input::Frame(octets) => self.frame(now, octets),
            Input::EstablishRequest => {
                self.signal(Signal::EstablishRequest { line_up: self.line_up }, &plain);
            }
            Input::ReleaseRequest => self.signal(Signal::ReleaseRequest, &plain),
            Input::Data(data) => return self.data(now, data),
            Input::OwnBusy => self.signal(Signal::BusySet { own_busy }, &plain),
            Input::OwnFree => self.signal(Signal::BusyClear { own_busy }, &plain),
            Input::Timeout => self.timeout(now),
        }
        Ok(())
    }

    /// The next thing done, or until when nothing is to do. [`Output::Transmit`] holds a frame without FCS.
    pub fn poll_output(&mut self) -> Output<Bytes, Event> {
        self.outbox.poll(self.timers.next_deadline())
    }

    /// The state.
    pub const fn state(&self) -> State {
        self.state
    }

    /// Whether layer 3 can send.
    pub const fn is_up(&self) -> bool {
        self.state.is_up()
    }

    /// The role of this end.
    pub const fn side(&self) -> Side {
        self.side
    }

    /// The exception conditions.
    pub const fn exceptions(&self) -> Exceptions {
        self.exceptions
    }

    /// What has been done so far.
    pub const fn counters(&self) -> &Counters {
        &self.counters
    }

    /// V(S) - V(A): I frames under way, at most k.
    pub const fn outstanding(&self) -> u8 {
        self.sequence.outstanding()
    }

    /// Frames in the I queue, sent and unsent.
    pub fn queued(&self) -> usize {
        self.queue.len()
    }

    /// When the timer expires; `None` if it does not run.
    pub fn deadline(&self, timer: Timer) -> Option<Instant> {
        self.timers.deadline(timer)
    }

    /// Feeds all that decides what happens next to `hasher`, deadlines relative to `now`, counters left out: two
    /// links that agree here behave alike.
    pub fn fingerprint(&self, now: Instant, hasher: &mut impl Hasher) {
        (self.side, self.state, self.line_up, self.wanted, self.layer3_initiated).hash(hasher);
        (self.exceptions, self.sequence, self.retries, self.same_side_told).hash(hasher);
        self.queue.hash(hasher);
        for timer in Timer::ALL {
            self.timers.deadline(timer).map(|deadline| deadline.since(now)).hash(hasher);
        }
    }

    fn frame(&mut self, now: Instant, octets: &[u8]) {
        let discard = match Frame::parse(octets) {
            _ if !self.line_up => Discard::LineDown,
            Err(error) => Discard::Malformed(error),
            Ok(frame) if (frame.address.sapi, frame.address.tei) != (0, 0) => {
                let (sapi, tei) = (frame.address.sapi, frame.address.tei);
                Discard::Address { frame: frame.frame_type(), sapi, tei }
            }
            Ok(frame) => return self.own_frame(now, &frame),
        };
        self.counters.discarded += 1;
        self.outbox.tell(Event::Discarded(discard));
        self.signal(Signal::Junk, &Carried { now, ..Carried::default() });
    }

    fn own_frame(&mut self, now: Instant, frame: &Frame<'_>) {
        self.counters.received.count(frame.frame_type());
        let view = View {
            sequence: self.sequence,
            wanted: self.wanted,
            layer3_initiated: self.layer3_initiated,
            n201: self.parameters.n201,
        };
        let signal = sort(frame, frame.is_command(self.side.peer()), view);
        let carried = Carried {
            now,
            p_f: frame.p_f().unwrap_or_default(),
            ns: frame.ns().unwrap_or_default(),
            nr: frame.nr().unwrap_or_default(),
            information: frame.information,
            data: Bytes::new(),
        };
        self.signal(signal, &carried);
        let same = signal == Signal::WrongRole && frame.frame_type() == FrameType::Sabme;
        if same
            && !self.same_side_told
            && matches!(self.state, State::TeiAssigned | State::AwaitingEstablishment)
        {
            self.same_side_told = true;
            self.outbox.tell(Event::SameSide);
        }
    }

    fn data(&mut self, now: Instant, data: Bytes) -> Result<(), Misuse> {
        let n201 = self.parameters.n201;
        if data.len() > n201 {
            return Err(Misuse::TooLong { octets: data.len(), n201 });
        }
        let request = Signal::DataRequest { layer3_initiated: self.layer3_initiated };
        if (self.step)(self.state, request).1.contains(&Action::Refuse) {
            return Err(Misuse::NotEstablished(self.state));
        }
        if self.queue.len() >= QUEUE_LIMIT {
            return Err(Misuse::Full);
        }
        self.signal(request, &Carried { now, data, ..Carried::default() });
        Ok(())
    }

    fn timeout(&mut self, now: Instant) {
        // Each timer at most once, whatever the parameters: one of no length at all cannot hold up the caller.
        for _ in Timer::ALL {
            let Some(timer) = self.timers.take_expired(now) else { return };
            let signal = match timer {
                Timer::T200 => Signal::T200 { last_try: self.retries >= self.parameters.n200 },
                Timer::T203 => Signal::T203,
                Timer::TRetry => Signal::TRetry,
            };
            self.signal(signal, &Carried { now, ..Carried::default() });
        }
    }

    /// Steps, does what the table says, and acknowledges what nothing else has acknowledged.
    fn signal(&mut self, signal: Signal, carried: &Carried<'_>) {
        self.one_step(signal, carried);
        if self.exceptions.contains(Exceptions::ACKNOWLEDGE_PENDING) {
            let own_busy = self.exceptions.contains(Exceptions::OWN_BUSY);
            self.one_step(Signal::AcknowledgeDue { own_busy }, carried);
        }
    }

    fn one_step(&mut self, signal: Signal, carried: &Carried<'_>) {
        let (next, actions) = (self.step)(self.state, signal);
        self.state = next;
        for &action in actions {
            self.carry_out(action, carried);
        }
    }
}
