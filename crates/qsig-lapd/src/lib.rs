//! Q.921 on a PRI: the frames of a D-channel and the data-link engine.
//!
//! [`Frame`] parses and emits a frame without FCS and serves any decoder; [`DataLink`] is the procedure for one
//! D-channel, SAPI 0 and TEI 0, modulo 128. The engine is a value: it is fed an [`Input`] with the time, then
//! polled until it waits. What it does is decided by [`step`], one pure table of states and signals.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(test)]
extern crate std;

mod action;
mod counters;
mod engine;
mod event;
mod frame;
mod frame_type;
mod limits;
mod signal;
mod sort;
mod state;
mod timers;
mod variables;

#[cfg(test)]
mod tests;

pub use action::{Action, Retries};
pub use counters::{Counters, FrameCounts};
pub use engine::{DataLink, Input, Misuse, Parameters, Step};
pub use event::{Discard, Event, MdlError};
pub use frame::{Address, Control, Frame, FrameError};
pub use frame_type::FrameType;
pub use limits::QUEUE_LIMIT;
pub use signal::{Attempt, Kind, Signal};
pub use state::{State, step};
pub use timers::Timer;
pub use variables::Exceptions;
