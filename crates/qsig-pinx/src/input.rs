//! What goes into a node, and the frames that come out.

use bytes::Bytes;
use qsig_core::Digits;

use crate::{CallbackId, Key, TrunkIndex, WallClock};

/// What a node is fed with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input<'a> {
    /// The line of a trunk carries frames from now on, or no longer.
    Line {
        /// The trunk.
        trunk: TrunkIndex,
        /// Whether it carries frames.
        up: bool,
    },
    /// A frame came from the line, without FCS.
    Frame {
        /// The trunk.
        trunk: TrunkIndex,
        /// From the address field to the end of the information field.
        octets: &'a [u8],
    },
    /// A user did something at a phone.
    Key {
        /// The phone's number.
        phone: Digits,
        /// What was done.
        key: Key,
    },
    /// A callback is cancelled: by A's side where it was asked for here, else by B's side.
    CancelCallback(CallbackId),
    /// What time it is. Told at the start and when it changes.
    WallClock(WallClock),
    /// The moment that the last wait named has come.
    Timeout,
}

/// A frame for the line of a trunk, without FCS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrunkFrame {
    /// The trunk.
    pub trunk: TrunkIndex,
    /// From the address field to the end of the information field.
    pub octets: Bytes,
}

/// An input that makes no sense now. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Misuse {
    /// There is no such trunk.
    #[error("there is no trunk {}", .0.0)]
    NoTrunk(TrunkIndex),
    /// There is no such phone.
    #[error("there is no phone {0}")]
    NoPhone(Digits),
    /// There is no such callback, or it has ended.
    #[error("there is no callback {0}")]
    NoCallback(CallbackId),
    /// The phone cannot do that now.
    #[error("`{key}` is not possible while the phone is {state}: {hint}")]
    NotPossible {
        /// The key.
        key: Key,
        /// What the phone is doing.
        state: &'static str,
        /// What would be possible.
        hint: &'static str,
    },
}
