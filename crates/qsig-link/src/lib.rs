//! Links that carry LAPD frames: a D-channel over TCP.
//!
//! [`Framer`] turns frames into octets and octets into frames, without a socket. [`Link`] owns a socket: it
//! listens or connects, for ever, and tells when the line is [up](LinkEvent::Up), when it is
//! [down](LinkEvent::Down) and which frames came. It never acknowledges, repeats or reorders: what is lost is
//! layer 2's to mend, and loss of the connection is its DL-RELEASE.
//!
//! Anybody who reaches the port of a trunk can place calls, so only loopback addresses are taken unless the
//! configuration says `insecure`.
#![forbid(unsafe_code)]

mod config;
mod connection;
mod counters;
mod framer;
mod len16;
mod link;
mod queue;
mod supervise;

pub use config::{Backoff, LinkConfig, OpenError, Role};
pub use counters::Counters;
pub use framer::{Framer, FramerError, Framing, Received};
pub use link::{DownCause, Link, LinkEvent};
pub use qsig_hdlc::{Damage, EscapeMap};
pub use queue::NotSent;
