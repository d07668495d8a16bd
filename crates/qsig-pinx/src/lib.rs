//! The PINX: phones, numbering plan, routes, trunks and the callback service, as one engine.
//!
//! A [`Node`] is fed frames, key presses and the time, and polled until it waits. It composes the layers below:
//! each trunk is a data link and the layer 3 above it; local and trunk calls go through one call model; and one
//! callback service runs through the two SS-CC engines, whether the wanted user is a neighbour or behind a trunk.
#![forbid(unsafe_code)]

mod callbacks;
mod calls;
mod clearing;
mod clock;
mod config;
mod connections;
mod diversion;
mod event;
mod facility;
mod features;
mod input;
mod keys;
mod limits;
mod node;
mod phone;
mod plan;
mod recalls;
mod reconfigure;
mod recovery;
mod table;
mod trunk;
mod trunk_calls;
mod view;

pub mod key;
pub mod profile;

pub use clock::WallClock;
pub use config::{ConfigError, ExtensionConfig, NodeConfig, Route, TrunkConfig, TrunkIndex};
pub use event::{CallbackChange, CallbackStep, Event, Fault};
pub use input::{Input, Misuse, TrunkFrame};
pub use key::Key;
pub use node::Node;
pub use profile::Profile;
pub use view::{CallView, CallbackId, CallbackRole, CallbackView, Hook, PhoneView, Ring, Tone, TrunkView};
