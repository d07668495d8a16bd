//! SS-CC, call completion on busy subscriber (CCBS) and on no reply (CCNR): the engines of both ends.
//!
//! [`Originating`] serves user A, who asks to be called back; [`Terminating`] watches user B and tells A's side
//! when B is free. Both are values: fed one input with the time, then drained with `poll_output` until they wait.
//! They speak of connections and calls that the node makes for them ([`Action`]) and never of call references,
//! trunks or octets; [`wire`] turns their [`Apdu`]s into Facility contents and back. A [`Peer`] may be the node
//! itself: a callback between two phones of one node runs through both engines.
//!
//! Standard: ECMA-186 (ISO/IEC 13870, ETS 300 366). Not spoken yet: service retention and path reservation
//! (both are declined in the protocol's own words).
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(test)]
extern crate std;

mod apdu;
#[cfg(test)]
mod fixtures;
mod index;
mod interface;
pub mod originating;
mod owed;
mod signalling;
pub mod terminating;
#[cfg(test)]
mod tests;
pub mod wire;

pub use apdu::{Apdu, CcError, Operation};
pub use interface::{
    Action, Call, Caller, Connection, EndCause, Ended, Misuse, Parties, Peer, RecordId, RecordView, Service,
    Subaddress,
};
pub use originating::Originating;
pub use signalling::MAX_INVOKE_ID;
pub use terminating::Terminating;
