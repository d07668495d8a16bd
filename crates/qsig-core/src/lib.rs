//! Words that all layers of the QSIG stack share.
//!
//! [`Instant`] is the only clock an engine knows, [`TimerQueue`] its only timer; [`Output`] is what an engine
//! hands out when it is polled. [`Side`], [`Cause`], [`Digits`] and [`PartyNumber`] are the nouns that more
//! than one layer speaks of.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod cause;
mod digits;
mod output;
mod party;
mod side;
mod text;
mod time;
mod timer_queue;

pub use cause::Cause;
pub use digits::{Digits, DigitsError};
pub use output::{Effect, Outbox, Output};
pub use party::{NumberingPlan, PartyNumber, TypeOfNumber};
pub use side::Side;
pub use text::{is_steering, printable};
pub use time::Instant;
pub use timer_queue::TimerQueue;
