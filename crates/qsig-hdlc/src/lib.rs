//! HDLC framing for a D-channel: FCS-16, bit stuffing and octet stuffing.
//!
//! [`BitEncoder`] and [`BitDecoder`] speak the bit stream of a 64 kbit/s time slot, [`OctetEncoder`] and
//! [`OctetDecoder`] the octet-stuffed form for asynchronous serial lines (RFC 1662). All four carry frames
//! without FCS to and from their caller: the FCS is added and checked here.
//!
//! A decoder owns one buffer of fixed size and hands out borrowed frames; it takes nothing from the heap per
//! frame, and no octets can make it fail: a frame that is thrown away is reported as [`Damage`].
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod bits;
mod fcs;
mod limits;
mod octets;
mod received;

pub use bits::{BitDecoder, BitEncoder, BitOrder, Idle};
pub use fcs::{FCS_GOOD, FCS_OCTETS, fcs_register, fcs16};
pub use limits::{MAX_FRAME, MIN_FRAME};
pub use octets::{EscapeMap, OctetDecoder, OctetEncoder};
pub use received::{Damage, Received};
