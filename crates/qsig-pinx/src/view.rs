//! What others are shown of the node.

use std::{fmt, str::FromStr};

use qsig_cc::Service;
use qsig_core::{Digits, Instant, Side};

/// Whether the handset lies on the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hook {
    /// It does.
    On,
    /// It does not.
    Off,
}

/// What the user hears in the handset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing, or speech.
    None,
    /// Dial tone.
    Dial,
    /// The far phone rings.
    Ringback,
    /// The called user is busy.
    Busy,
    /// The call failed.
    Reorder,
}

/// How the phone asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ring {
    /// It does not.
    None,
    /// It rings for a call.
    Normal,
    /// It rings for a callback.
    Callback,
}

macro_rules! names {
    ($($kind:ident: $($variant:ident $name:literal),*;)*) => {$(
        impl $kind {
            /// Its name in the node's interface.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }

        impl fmt::Display for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }
    )*};
}

names! {
    Hook: On "on", Off "off";
    Tone: None "none", Dial "dial", Ringback "ringback", Busy "busy", Reorder "reorder";
    Ring: None "none", Normal "normal", Callback "callback";
}

/// A phone as its user sees and hears it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneView {
    /// Its number.
    pub number: Digits,
    /// Whose it is.
    pub name: String,
    /// The handset.
    pub hook: Hook,
    /// `idle`, `dialling`, `calling`, `busy`, `reorder`, `ringing`, `recall`, `connected` or `held`.
    pub state: &'static str,
    /// What is heard.
    pub tone: Tone,
    /// How it rings.
    pub ring: Ring,
    /// The lines of the display.
    pub display: Vec<String>,
    /// The labels of the softkeys, in order.
    pub softkeys: Vec<&'static str>,
    /// The lamps, by name.
    pub lamps: Vec<(&'static str, bool)>,
}

/// Which end of a callback a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallbackRole {
    /// User A is here.
    Originating,
    /// User B is here.
    Terminating,
    /// Both are here.
    Local,
}

names! {
    CallbackRole: Originating "originating", Terminating "terminating", Local "local";
}

/// A callback's name at this node: `a7` where user A is here, `b7` where only user B is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallbackId {
    /// Whether user A is here.
    pub originating: bool,
    /// Its number, from 1 upward, never used again.
    pub number: u32,
}

impl fmt::Display for CallbackId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.originating { 'a' } else { 'b' }, self.number)
    }
}

impl FromStr for CallbackId {
    type Err = UnknownCallbackId;

    fn from_str(text: &str) -> Result<Self, UnknownCallbackId> {
        let unknown = || UnknownCallbackId(text.into());
        let (originating, number) = match text.split_at_checked(1) {
            Some(("a", number)) => (true, number),
            Some(("b", number)) => (false, number),
            _ => return Err(unknown()),
        };
        Ok(Self { originating, number: number.parse().map_err(|_| unknown())? })
    }
}

/// The text names no callback.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no callback is called `{0}`: names are like a7 or b7")]
pub struct UnknownCallbackId(pub String);

/// A live callback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallbackView {
    /// Its name.
    pub id: CallbackId,
    /// Which end of it this node is.
    pub role: CallbackRole,
    /// Busy subscriber or no reply.
    pub service: Service,
    /// Who asked.
    pub a: Digits,
    /// Who is wanted.
    pub b: Digits,
    /// The trunk it runs over; `None` for a local one.
    pub trunk: Option<String>,
    /// The state by its name in lists. Some of these names are the standard's, others ours.
    pub state: &'static str,
    /// Whether a signalling connection is up for it.
    pub retained: bool,
    /// Whether user A has suspended it.
    pub suspended: bool,
    /// When it was asked for or accepted.
    pub since: Instant,
    /// The running timers with their deadlines.
    pub timers: Vec<(&'static str, Instant)>,
}

/// A call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallView {
    /// Its number, from 1 upward.
    pub id: u32,
    /// Who calls; no digits where they may not be shown.
    pub from: Digits,
    /// Who is called.
    pub to: Digits,
    /// `calling`, `ringing` or `connected`.
    pub stage: &'static str,
    /// When it began.
    pub since: Instant,
}

/// A trunk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrunkView {
    /// Its name.
    pub name: String,
    /// The role of this end.
    pub side: Side,
    /// Whether the data link is up.
    pub up: bool,
    /// The state of the data link: 4 to 8.
    pub lapd: u8,
    /// How many channels calls hold.
    pub channels_busy: usize,
    /// How many call-independent signalling connections there are.
    pub connections: usize,
}
