//! A peer that means harm, or is broken: nothing of it ends the process, another call or another callback.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what is wrong by failing"
)]

mod floods;
mod garbage;
mod victim;
