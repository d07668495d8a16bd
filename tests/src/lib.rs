//! Shared by the tests of this package: a node in real time on a TCP link, and libpri at the other end of it.
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "tests say what is wrong by failing"
)]

mod peer;
mod rig;

pub use peer::{Peer, Place, Scenario};
pub use rig::{Rig, Setup, digits};
