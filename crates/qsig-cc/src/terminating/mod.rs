//! The terminating side: callbacks that wait for a user B of this node.

mod act;
mod engine;
mod interface;
mod queue;
mod record;
mod request;
mod state;
mod timers;

pub use engine::Terminating;
pub use interface::{Admission, Counters, Event, Input, Parameters, Response, Terms};
pub use state::{Act, Happening, State, Step, step};
