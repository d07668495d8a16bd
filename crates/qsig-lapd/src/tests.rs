//! Tests of the whole data link.

use alloc::{format, string::String, vec::Vec};

use bytes::Bytes;
use qsig_core::{Instant, Output};

use crate::{DataLink, Event, Exceptions, State, Timer};

mod link;
mod noise;
mod pair;
mod table;

const fn millis(count: u64) -> Instant {
    Instant::from_micros(count * 1_000)
}

/// What a link does until it waits: frames and events, and the deadline.
fn drain(link: &mut DataLink) -> (Vec<Bytes>, Vec<Event>, Option<Instant>) {
    let (mut frames, mut events) = (Vec::new(), Vec::new());
    loop {
        match link.poll_output() {
            Output::Transmit(frame) => frames.push(frame),
            Output::Event(event) => events.push(event),
            Output::Wait(until) => return (frames, events, until),
        }
    }
}

/// What holds between any two inputs.
fn laws(link: &DataLink, k: u8) -> Result<(), String> {
    let faults = link.counters().internal_faults;
    if faults > 0 {
        return Err(format!("{faults} internal faults"));
    }
    if link.outstanding() > k && link.is_up() {
        return Err(format!("{} frames under way", link.outstanding()));
    }
    if link.exceptions().contains(Exceptions::ACKNOWLEDGE_PENDING) {
        return Err("an I frame taken and not acknowledged".into());
    }
    let runs = Timer::ALL.map(|timer| link.deadline(timer).is_some());
    let awaits = link.outstanding() > 0 || link.exceptions().contains(Exceptions::PEER_BUSY);
    let legal = match link.state() {
        State::TeiAssigned => !runs[0] && !runs[1],
        State::AwaitingEstablishment | State::AwaitingRelease | State::TimerRecovery => {
            runs == [true, false, false]
        }
        State::MultipleFrameEstablished => runs == [awaits, !awaits, false],
    };
    if legal {
        return Ok(());
    }
    Err(format!("state {} with T200, T203, TRETRY {runs:?}, awaiting {awaits}", link.state()))
}
