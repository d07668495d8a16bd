//! Two data links on a bad line: what arrives is what was sent, and what is lost is announced.

use alloc::{format, string::String, vec, vec::Vec};
use core::time::Duration;

use bytes::Bytes;
use qsig_core::{Instant, Output, Side};
use qsig_testkit::{Faults, Line, Seed};

use super::{laws, millis};
use crate::{
    Action, DataLink, Event, Exceptions, Frame, Input, Kind, MdlError, Parameters, Signal, State, Step,
    Timer, step,
};

const DELAY: Duration = Duration::from_millis(5);

/// Frames overtake each other by at most this; the longest frame takes 33 ms at 64 kbit/s.
const JITTER: Duration = Duration::from_millis(8);

struct Pair {
    now: Instant,
    seed: Seed,
    links: [DataLink; 2],
    /// From each end to the other.
    lines: [Line<Bytes>; 2],
    /// Before this no frame of that end may leave, so that it cannot overtake an unnumbered frame.
    barrier: [Instant; 2],
    faults: Faults,
    /// Numbers handed down at each end. A new list begins where that end was told that frames may be lost.
    sent: [Vec<Vec<u32>>; 2],
    /// Numbers that came up at each end.
    came: [Vec<u32>; 2],
    numbers: u32,
    /// Since when each link is in its state.
    since: [(State, Instant); 2],
    /// The first law that did not hold.
    broken: Option<String>,
}

impl Pair {
    fn new(seed: u64, step: Step) -> Self {
        let link = |side| DataLink::with_step(side, Parameters::default(), step);
        Self {
            now: Instant::ZERO,
            seed: Seed::new(seed),
            links: [link(Side::User), link(Side::Network)],
            lines: [Line::new(DELAY, seed * 2 + 1), Line::new(DELAY, seed * 2 + 2)],
            barrier: [Instant::ZERO; 2],
            faults: Faults::default(),
            sent: [vec![Vec::new()], vec![Vec::new()]],
            came: [Vec::new(), Vec::new()],
            numbers: 0,
            since: [(State::TeiAssigned, Instant::ZERO); 2],
            broken: None,
        }
    }

    /// One input and all that follows from it at once.
    fn input(&mut self, end: usize, input: Input<'_>) -> bool {
        let taken = self.links[end].handle_input(self.now, input).is_ok();
        loop {
            match self.links[end].poll_output() {
                Output::Transmit(frame) => self.send(end, frame),
                Output::Event(Event::Data(data)) => {
                    self.came[end].push(u32::from_be_bytes(data[..].try_into().unwrap()));
                }
                Output::Event(
                    Event::EstablishIndication
                    | Event::EstablishConfirm
                    | Event::ReleaseIndication
                    | Event::ReleaseConfirm,
                ) => self.sent[end].push(Vec::new()),
                Output::Event(_) => {}
                Output::Wait(_) => break,
            }
        }
        let held = laws(&self.links[end], Parameters::default().k).and_then(|()| self.leaves_in_time(end));
        if let Err(law) = held {
            self.broken.get_or_insert(law);
        }
        taken
    }

    /// No link stays longer than (N200+1) times T200 in a state that waits for an answer.
    fn leaves_in_time(&mut self, end: usize) -> Result<(), String> {
        let state = self.links[end].state();
        if self.since[end].0 != state {
            self.since[end] = (state, self.now);
        }
        let stayed = self.now - self.since[end].1;
        let may_stay = matches!(state, State::TeiAssigned | State::MultipleFrameEstablished);
        if may_stay || stayed <= Duration::from_secs(4) {
            return Ok(());
        }
        Err(format!("{stayed:?} in state {state}"))
    }

    /// Numbered frames are lost, doubled and overtake each other; unnumbered ones are only lost. Q.921 builds on a
    /// line that keeps the order and doubles nothing: an I frame that comes on the other side of a SABME or UA
    /// belongs to the wrong establishment, and a SABME that comes twice with I frames between is a new one to the
    /// peer and none to its sender. No table can tell.
    fn send(&mut self, end: usize, frame: Bytes) {
        let numbered = Frame::parse(&frame).unwrap().nr().is_some();
        let start = self.now.max(self.barrier[end]);
        if numbered {
            self.lines[end].set_faults(self.faults);
            self.lines[end].send(start, frame);
        } else {
            self.barrier[end] = start + self.faults.jitter;
            self.lines[end].set_faults(Faults { loss: self.faults.loss, ..Faults::default() });
            self.lines[end].send(self.barrier[end], frame);
        }
    }

    /// Runs to `end`, doing nothing but what the links and lines do.
    fn run_until(&mut self, end: Instant) {
        loop {
            let deadline = |link: &mut DataLink| match link.poll_output() {
                Output::Wait(until) => until,
                other => panic!("{other:?} was left over"),
            };
            let deadlines = self.links.each_mut().map(deadline);
            let arrivals = self.lines.each_ref().map(Line::next_arrival);
            let next = deadlines.into_iter().chain(arrivals).flatten().min().filter(|next| *next <= end);
            let Some(next) = next else { break };
            self.now = self.now.max(next);
            for from in 0..2 {
                while let Some(frame) = self.lines[from].receive(self.now) {
                    self.input(1 - from, Input::Frame(&frame));
                }
            }
            for end in 0..2 {
                if deadline(&mut self.links[end]).is_some_and(|at| at <= self.now) {
                    self.input(end, Input::Timeout);
                }
            }
        }
        self.now = end;
    }

    fn hand_down(&mut self, end: usize) {
        let number = self.numbers;
        if self.input(end, Input::Data(Bytes::copy_from_slice(&number.to_be_bytes()))) {
            // The list that was open when it was handed down; nothing is announced in the same breath.
            self.sent[end].last_mut().unwrap().push(number);
            self.numbers += 1;
        }
    }

    fn cut_the_line(&mut self) {
        for end in 0..2 {
            self.input(end, Input::LineDown);
            self.lines[end].cut();
        }
        self.run_until(self.now + Duration::from_millis(500));
        for end in 0..2 {
            self.lines[end].cut();
            self.input(end, Input::LineUp);
        }
    }

    /// A minute of faults and traffic, then a good line.
    fn play(&mut self, faults: Faults) {
        self.input(0, Input::LineUp);
        self.input(1, Input::LineUp);
        self.run_until(millis(100));
        self.faults = faults;
        while self.now < millis(60_000) {
            let end = usize::from(self.seed.chance(500));
            match self.seed.below(400) {
                0 => self.cut_the_line(),
                1 => drop(self.input(end, Input::EstablishRequest)),
                2..8 => drop(self.input(end, Input::OwnBusy)),
                8..20 => drop(self.input(end, Input::OwnFree)),
                _ => (0..=self.seed.below(10)).for_each(|_| self.hand_down(end)),
            }
            let pause = Duration::from_millis(self.seed.below(200));
            self.run_until(self.now + pause);
        }
        self.faults = Faults::default();
        for end in 0..2 {
            self.input(end, Input::OwnFree);
        }
        self.run_until(millis(100_000));
        for end in 0..2 {
            self.hand_down(end);
        }
        self.run_until(millis(120_000));
    }

    /// Whether the laws held, and all that came up is what went down: of each list a beginning, in order, nothing twice; of the last
    /// list all.
    fn judge(&self) -> Result<(), String> {
        if let Some(law) = &self.broken {
            return Err(law.clone());
        }
        for end in 0..2 {
            let mut came = self.came[1 - end].iter().peekable();
            let mut missing = 0;
            for list in &self.sent[end] {
                missing = list.len();
                for number in list {
                    if came.next_if_eq(&number).is_none() {
                        break;
                    }
                    missing -= 1;
                }
            }
            if let Some(number) = came.next() {
                return Err(format!(
                    "from end {end}: {number} came twice, late, or after an unannounced loss"
                ));
            }
            if missing > 0 {
                return Err(format!("from end {end}: {missing} never came"));
            }
            if !self.links[end].is_up() {
                return Err(format!("end {end} is in state {}", self.links[end].state()));
            }
        }
        Ok(())
    }
}

fn played(seed: u64, step: Step, faults: Faults) -> Pair {
    let mut pair = Pair::new(seed, step);
    pair.play(faults);
    pair
}

const BAD: Faults = Faults { loss: 60, doubling: 20, jitter: JITTER };

#[test]
fn what_comes_is_what_was_sent_and_loss_is_announced() {
    for seed in 1..=12 {
        for faults in [
            Faults::default(),
            Faults { loss: 20, ..Faults::default() },
            Faults { loss: 300, ..Faults::default() },
            Faults { jitter: JITTER, ..Faults::default() },
            Faults { doubling: 100, ..Faults::default() },
            BAD,
        ] {
            let pair = played(seed, step, faults);
            assert_eq!(pair.judge(), Ok(()), "seed {seed}, {faults:?}");
        }
    }
}

#[test]
fn the_faults_are_felt() {
    let pair = played(1, step, BAD);
    for (link, sent) in pair.links.iter().zip(&pair.sent) {
        assert!(link.counters().retransmissions > 20);
        assert!(sent.len() > 5, "the link was brought up anew and frames were lost");
        assert!(sent.iter().map(Vec::len).sum::<usize>() > 100);
    }
    let good = played(1, step, Faults::default());
    assert!(good.links.iter().all(|link| link.counters().errors(MdlError::WrongNr) == 0));
}

/// Whether the judge finds this table at fault in one of a few runs.
fn is_caught(step: Step) -> bool {
    (1..=8).any(|seed| played(seed, step, BAD).judge().is_err())
}

#[test]
fn a_table_that_sends_again_what_a_new_establishment_has_lost_is_caught() {
    assert!(is_caught(|state, signal| match signal {
        Signal::Sabme { .. } => step(state, Signal::Sabme { outstanding: false }),
        _ => step(state, signal),
    }));
}

#[test]
fn a_table_that_loses_frames_and_does_not_say_so_is_caught() {
    assert!(is_caught(|state, signal| match (state, signal) {
        (State::MultipleFrameEstablished, Signal::Sabme { outstanding: true }) => (
            state,
            &[
                Action::SendUa,
                Action::Clear(Exceptions::PEER_BUSY),
                Action::DropQueue,
                Action::Stop(Timer::T200),
                Action::Restart(Timer::T203),
                Action::ZeroSequence,
            ],
        ),
        _ => step(state, signal),
    }));
}

#[test]
fn a_table_that_does_not_go_back_to_what_was_lost_is_caught() {
    assert!(is_caught(|state, signal| match (state, signal) {
        (State::TimerRecovery, Signal::Supervisory { kind: Kind::Rr, command: false, p_f: true }) => (
            State::MultipleFrameEstablished,
            &[Action::AcknowledgeToNr, Action::Stop(Timer::T200), Action::Start(Timer::T203), Action::Serve],
        ),
        _ => step(state, signal),
    }));
}
