//! What must hold for any octets, as functions that panic where it does not.
//!
//! The fuzzers in `fuzz/` call them with what they make up, `cargo test` with the corpus that is kept there. Each law
//! states more than "no panic": that what is read is written so that it reads the same, that every octet is accounted
//! for, that nothing grows with what a peer sends.
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    clippy::indexing_slicing,
    reason = "a law says what is wrong by failing"
)]

mod captures;
mod configuration;
mod data_link;
mod facility;
mod framing;
mod message;
mod node;
mod tape;

pub use captures::{container, trace};
pub use configuration::configuration;
pub use data_link::{data_link, lapd_frame};
pub use facility::{ber, cc_argument, encoded, facility};
pub use framing::{hdlc_bits, hdlc_octets};
pub use message::{information_element, q931_message};
pub use node::node;

/// A law by its name, which is also that of its corpus in `fuzz/corpus`.
pub type Law = (&'static str, fn(&[u8]));

/// All laws.
pub const LAWS: &[Law] = &[
    ("hdlc_bits", hdlc_bits),
    ("hdlc_octets", hdlc_octets),
    ("lapd_frame", lapd_frame),
    ("data_link", data_link),
    ("q931_message", q931_message),
    ("information_element", information_element),
    ("ber", ber),
    ("facility", facility),
    ("cc_argument", cc_argument),
    ("encoded", encoded),
    ("container", container),
    ("trace", trace),
    ("node", node),
    ("configuration", configuration),
];
