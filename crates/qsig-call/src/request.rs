use alloc::vec::Vec;

use bytes::Bytes;
use qsig_core::{Cause, Digits};

use crate::{CallId, PresentedNumber, State};

/// What an engine is fed with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input<'a> {
    /// The data link below came up, was reset, or went down.
    DataLink(DataLink),
    /// A layer 3 message, as DL-DATA indication carried it.
    Message(&'a [u8]),
    /// What call control wants of a call or connection.
    Request(CallId, Request),
    /// Management wants the channel (time slot 1 to 31), or with `None` the whole interface, restarted.
    Restart(Option<u8>),
    /// The moment that the last wait named has come.
    Timeout,
}

/// What the data link tells layer 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DataLink {
    /// DL-ESTABLISH indication or confirm while it was down.
    Up,
    /// DL-ESTABLISH while it was up: what was under way is lost.
    Reset,
    /// DL-RELEASE.
    Down,
}

/// What call control wants of a call or connection.
///
/// Facilities are the contents of Facility elements, one element each; a Facility element is sent for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// SETUP ACKNOWLEDGE: the number is not complete. Calls only.
    MoreInformation,
    /// INFORMATION: further digits in overlap sending. Calls only.
    Information {
        /// The digits.
        digits: Digits,
        /// The number is complete with them.
        complete: bool,
    },
    /// CALL PROCEEDING.
    Proceeding,
    /// ALERTING. Calls only.
    Alerting {
        /// APDUs.
        facilities: Vec<Bytes>,
        /// Progress indicator 8: there is in-band information.
        in_band: bool,
    },
    /// PROGRESS. Calls only.
    Progress {
        /// Progress description in the ITU coding, 0 to 127: 1 not end-to-end ISDN, 8 in-band information, ...
        description: u8,
        /// Why the call will fail, if it will.
        cause: Option<Cause>,
        /// APDUs.
        facilities: Vec<Bytes>,
    },
    /// CONNECT.
    Connect {
        /// APDUs.
        facilities: Vec<Bytes>,
        /// Who has answered.
        connected: Option<PresentedNumber>,
    },
    /// FACILITY. Held back until the first response has come (state 1) or gone (state 6).
    Facility {
        /// APDUs, at least one.
        facilities: Vec<Bytes>,
    },
    /// NOTIFY.
    Notify {
        /// Notification description, 0 to 127.
        notification: u8,
    },
    /// STATUS ENQUIRY: ask the peer whether it still has the call.
    StatusEnquiry,
    /// DISCONNECT, or refuse an incoming call that has had no response. Calls only.
    Disconnect(Clearing),
    /// RELEASE: the answer to [`crate::Event::Disconnect`]; the way to clear a connection; clearing of a call without
    /// DISCONNECT when its channel has failed; RELEASE COMPLETE where an incoming SETUP has had no response.
    Release(Clearing),
}

/// Why and with what a call is cleared.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Clearing {
    /// The cause.
    pub cause: Cause,
    /// APDUs.
    pub facilities: Vec<Bytes>,
    /// Whether the RELEASE that follows our DISCONNECT carries the APDUs again. A RELEASE repeated by T308 is the
    /// same octets in either case.
    pub repeat_facilities: bool,
}

impl Clearing {
    /// A clearing without APDUs.
    pub const fn new(cause: Cause) -> Self {
        Self { cause, facilities: Vec::new(), repeat_facilities: true }
    }
}

/// Why a call or connection could not be opened. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum SetupRefused {
    /// The data link is down.
    #[error("the data link is down")]
    LinkDown,
    /// No channel is free, or the one asked for is not, or it does not exist.
    #[error("no channel is free")]
    NoChannel,
    /// As many calls or connections exist as may.
    #[error("too many calls or connections")]
    Limit,
}

impl SetupRefused {
    /// The cause to show: 27, 34, 47.
    pub const fn cause(self) -> Cause {
        match self {
            Self::LinkDown => Cause::DESTINATION_OUT_OF_ORDER,
            Self::NoChannel => Cause::NO_CHANNEL_AVAILABLE,
            Self::Limit => Cause::RESOURCE_UNAVAILABLE,
        }
    }
}

/// A request that call control must not make now. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Misuse {
    /// There is no such call (any more).
    #[error("no call {0}")]
    NoCall(CallId),
    /// The request has no place in this state of the call.
    #[error("call {call} is in state {state}")]
    WrongState {
        /// The call.
        call: CallId,
        /// Its state.
        state: State,
    },
    /// A FACILITY without APDUs.
    #[error("no APDU for call {0}")]
    NoFacility(CallId),
    /// More than 16 FACILITY requests wait for the first response.
    #[error("too much is held for call {0}")]
    HeldFull(CallId),
    /// The channel to restart does not exist.
    #[error("no channel {0}")]
    NoChannel(u8),
}
