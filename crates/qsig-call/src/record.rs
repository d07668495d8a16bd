use alloc::vec::Vec;
use core::fmt;

use bytes::Bytes;
use qsig_core::{Cause, PartyNumber};
use qsig_q931::{CallReference, CallReferenceValue, Origin};

use crate::{Kind, State, stimulus::Direction};

/// The handle of a call or connection. It is not used a second time while the engine lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallId(pub(crate) u32);

impl CallId {
    /// Stands for the interface in the timer queue; names no call.
    pub(crate) const INTERFACE: Self = Self(0);

    /// Its number, for logs.
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for CallId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// What a call reference of the link names: the value, and whose it is.
pub(crate) type ReferenceKey = (Direction, CallReferenceValue);

/// One call or connection.
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are independent of each other; the state is one value"
)]
#[derive(Clone, Debug, Hash)]
pub(crate) struct Record {
    pub(crate) kind: Kind,
    pub(crate) direction: Direction,
    pub(crate) value: CallReferenceValue,
    pub(crate) state: State,
    /// The time slot held.
    pub(crate) channel: Option<u8>,
    /// Our SETUP demanded it.
    pub(crate) exclusive: bool,
    /// The peer writes channels as a slot map, and is answered in kind.
    pub(crate) slot_map: bool,
    /// The number called. In overlap receiving, the one of the SETUP.
    pub(crate) called: PartyNumber,
    /// Digits have come: the number may be complete.
    pub(crate) has_digits: bool,
    /// T310 is wanted on a connection.
    pub(crate) supervised: bool,
    /// What T303 or T308 sends again.
    pub(crate) repetition: Bytes,
    /// T303 or T308 has sent it.
    pub(crate) repeated: bool,
    /// FACILITY requests before the first response, a message each.
    pub(crate) held: Vec<Vec<Bytes>>,
    /// STATUS ENQUIRY messages of the present try.
    pub(crate) tries: u8,
    /// The last STATUS was incompatible.
    pub(crate) mismatch: bool,
    /// The cause of a clearing that has begun.
    pub(crate) clearing: Option<Cause>,
    /// APDUs that a further clearing message of ours carries.
    pub(crate) repeat: Vec<Bytes>,
}

impl Record {
    /// The reference as our messages carry it.
    pub(crate) const fn reference(&self) -> CallReference {
        let origin = match self.direction {
            Direction::Outgoing => Origin::Sender,
            Direction::Incoming => Origin::Receiver,
        };
        CallReference::Call(origin, self.value)
    }

    pub(crate) const fn key(&self) -> ReferenceKey {
        (self.direction, self.value)
    }
}
