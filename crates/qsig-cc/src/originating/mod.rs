//! The originating side: user A's callbacks.

mod act;
mod engine;
mod interface;
mod record;
mod request;
mod state;
mod timers;

pub use engine::Originating;
pub use interface::{
    Counters, Event, Input, Options, Parameters, Proposal, Refusal, Request, RequestRefused,
};
pub use state::{Act, Happening, State, Step, step};
