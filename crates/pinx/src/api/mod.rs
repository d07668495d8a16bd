//! The interface of a running node: HTTP with JSON, on a UNIX socket or on loopback TCP.
//!
//! Handlers ask the runner, which owns the node, and answer with the shapes of `shapes.rs`; nothing here knows how
//! a node works.

mod error;
mod events;
mod handlers;
mod metrics;
mod serve;
mod shapes;
mod token;

pub(crate) use error::Refusal;
pub(crate) use events::{Published, Publisher};
pub(crate) use serve::Server;
pub(crate) use shapes::Phone;
