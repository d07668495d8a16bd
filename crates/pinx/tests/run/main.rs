//! `pinx run` as its users see it: separate processes, driven over the interface, with each other and with libpri.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what is wrong by failing"
)]

mod libpri;
mod pair;
mod product;
mod world;
