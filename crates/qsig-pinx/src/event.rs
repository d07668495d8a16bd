//! What a node tells.

use std::fmt;

use qsig_cc::{EndCause, Service};
use qsig_core::{Cause, Digits};

use crate::{CallbackId, CallbackRole, PhoneView, TrunkIndex};

/// What a node tells whoever runs it.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A phone looks or sounds different.
    Phone(PhoneView),
    /// A phone draws attention to a callback notice (S3-22).
    Alert {
        /// Its number.
        phone: Digits,
    },
    /// A callback moved on.
    Callback(CallbackChange),
    /// A call ended.
    CallEnded {
        /// Who called.
        from: Digits,
        /// Who was called.
        to: Digits,
        /// Why it ended.
        cause: Cause,
    },
    /// A trunk's data link came up, or went down.
    Link {
        /// The trunk.
        trunk: TrunkIndex,
        /// Whether it is up.
        up: bool,
    },
    /// Something that should not have happened.
    Fault(Fault),
}

/// A step in the life of a callback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallbackChange {
    /// Which callback.
    pub id: CallbackId,
    /// Which end of it this node is.
    pub role: CallbackRole,
    /// Busy subscriber or no reply.
    pub service: Service,
    /// Who asked.
    pub a: Digits,
    /// Who is wanted.
    pub b: Digits,
    /// What happened.
    pub step: CallbackStep,
}

/// What happened to a callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallbackStep {
    /// User A asked for it.
    Requested,
    /// B's side has taken it.
    Accepted,
    /// B's side refused it: it never began.
    Refused(EndCause),
    /// User B is free and A's side knows.
    Free,
    /// User A is busy.
    Suspended,
    /// User A is free again.
    Resumed,
    /// User B is called for user A: at B's end the call has come, at A's end B's phone rings.
    Recalled,
    /// It is over.
    Ended(EndCause),
}

impl CallbackStep {
    /// Its name in the node's interface.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Accepted => "accepted",
            Self::Refused(_) => "refused",
            Self::Free => "free",
            Self::Suspended => "suspended",
            Self::Resumed => "resumed",
            Self::Recalled => "recalled",
            Self::Ended(_) => "ended",
        }
    }
}

impl fmt::Display for CallbackStep {
    /// `accepted`, or with its cause `ended connected`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        match self {
            Self::Refused(cause) | Self::Ended(cause) => write!(f, " {cause}"),
            _ => Ok(()),
        }
    }
}

/// Something that should not have happened.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Fault {
    /// The data link met an error.
    DataLink {
        /// The trunk.
        trunk: TrunkIndex,
        /// What.
        error: qsig_lapd::MdlError,
    },
    /// Both ends of the data link are configured as the same side: change `side` at one of them.
    SameSide {
        /// The trunk.
        trunk: TrunkIndex,
    },
    /// Layer 3 met a message it could not use.
    Layer3 {
        /// The trunk.
        trunk: TrunkIndex,
        /// What.
        fault: qsig_call::Fault,
    },
    /// A channel's restart was not acknowledged; it stays out of use.
    ChannelsBlocked {
        /// The trunk.
        trunk: TrunkIndex,
        /// Bit n stands for time slot n.
        channels: u32,
    },
    /// A Facility element, or an APDU in it, could not be used.
    Facility {
        /// The trunk.
        trunk: TrunkIndex,
        /// The reject that was sent or would have been.
        problem: &'static str,
    },
    /// A panic was met at work for a trunk; that trunk began anew and its calls are lost.
    TrunkRestarted {
        /// The trunk.
        trunk: TrunkIndex,
    },
    /// An APDU of call completion had no meaning in its state.
    Ignored {
        /// What it was.
        what: &'static str,
    },
    /// A layer refused what another asked of it: our own mistake. Nothing was changed.
    Internal(String),
}
