//! What users are promised: the rows of the callback services that this node plays (ROWS.md), each with its id.
//!
//! Every test runs whole nodes (phones, call completion, layers 3 and 2) on a virtual line, by keys and displays.
//! Where a row holds on one node and across a trunk, both are played.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what is wrong by failing"
)]

mod available;
mod cisco;
mod features;
mod monkey;
mod outage;
mod phones;
mod requests;
mod suspend;
mod world;
