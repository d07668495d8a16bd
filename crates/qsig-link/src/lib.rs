//! Links that carry LAPD frames: a D-channel over TCP, a UNIX socket or a serial line.
//!
//! [`Framer`] turns frames into octets and octets into frames, without a socket. [`Link`] owns a socket or a port:
//! it listens, connects or opens the device, for ever, and tells when the line is [up](LinkEvent::Up), when it is
//! [down](LinkEvent::Down) and which frames came. It never acknowledges, repeats or reorders: what is lost is
//! layer 2's to mend, and loss of the connection is its DL-RELEASE.
//!
//! Anybody who reaches the port of a trunk can place calls, so only loopback addresses are taken unless the
//! configuration says `insecure`; a UNIX socket is guarded by the mode of its file. This crate needs UNIX.
#![forbid(unsafe_code)]

mod config;
mod connection;
mod counters;
mod framer;
mod layer1;
mod len16;
mod limits;
mod link;
mod open_error;
mod pace;
mod queue;
mod serial;
mod signal;
mod stream;
mod supervise;
mod unix;

pub use config::{Backoff, LinkConfig, Role};
pub use counters::Counters;
pub use framer::{Framer, FramerError, Framing, Received};
pub use link::{DownCause, Link, LinkEvent};
pub use open_error::OpenError;
pub use qsig_hdlc::{BitOrder, Damage, EscapeMap, Idle};
pub use queue::NotSent;
pub use serial::{Flow, Parity, Serial, StopBits};
pub use stream::Peer;
