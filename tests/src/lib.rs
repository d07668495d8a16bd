//! Shared by the tests of this package: a node in real time on a TCP link, libpri at the other end of it, and
//! lines to libpri: a serial one, and one with faults.
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "tests say what is wrong by failing"
)]

mod bridge;
mod peer;
mod rig;
mod wire;

pub use bridge::SerialBridge;
pub use peer::{Peer, Place, Scenario, words};
pub use rig::{Rig, Setup, digits};
pub use wire::{Towards, Wire};
