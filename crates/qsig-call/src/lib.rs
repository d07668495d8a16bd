//! QSIG basic call and call-independent signalling connections: layer 3 of one data link, as an engine.
//!
//! Feed an [`Engine`] with [`Input`]s and the time, then poll it until it waits. It hands down whole layer 3
//! messages for the data link and tells call control [`Event`]s. Facility elements are opaque octets here.
//!
//! Standards: Q.931 clause 5 as ECMA-143 and ECMA-165 profile it.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(test)]
extern crate std;

mod action;
mod call;
mod carry_out;
mod channel;
mod connection;
mod counters;
mod dispatch;
mod engine;
mod event;
mod interface;
mod limits;
mod occasion;
mod parameters;
mod record;
mod request;
mod restart;
mod send;
mod setup;
mod state;
mod stimulus;
mod timers;

#[cfg(test)]
mod tests;

pub use channel::Channels;
pub use counters::Counters;
pub use engine::Engine;
pub use event::{End, Event, Fault};
pub use parameters::{ChannelNumbering, Parameters, Timers};
pub use qsig_q931::ie::{Presentation, Screening};
pub use record::CallId;
pub use request::{Clearing, DataLink, Input, Misuse, Request, SetupRefused};
pub use setup::{Bearer, BearerError, Kind, PresentedNumber, Setup};
pub use state::State;
pub use timers::Timer;

use stimulus::Stimulus;
