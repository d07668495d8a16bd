use core::fmt;

use bytes::Bytes;

use crate::{FrameError, FrameType};

/// What the data link tells the layer above.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// DL-ESTABLISH indication: the peer brought the link up, or it was brought up anew and frames handed down
    /// before are lost.
    EstablishIndication,
    /// DL-ESTABLISH confirm: the link is up because this side wanted it. Nothing handed down before is under way.
    EstablishConfirm,
    /// DL-RELEASE indication: the link went down, and frames handed down before are lost.
    ReleaseIndication,
    /// DL-RELEASE confirm: the link is down because this side wanted it.
    ReleaseConfirm,
    /// DL-DATA indication: the information field of an I frame, in order and once.
    Data(Bytes),
    /// DL-UNIT-DATA indication: the information field of a UI frame.
    UnitData(Bytes),
    /// MDL-ERROR indication: for the log; it never changes a state by itself.
    Error(MdlError),
    /// The peer's SABME bears the command bit of our own side: both ends are configured alike, or the line is
    /// looped. Told once for each attempt to establish the link, which goes on trying.
    SameSide,
    /// A frame that is not for this link, or is none, was thrown away.
    Discarded(Discard),
}

/// Why octets were thrown away before they could mean anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Discard {
    /// They are no frame.
    #[error(transparent)]
    Malformed(#[from] FrameError),
    /// The frame has an address other than SAPI 0 and TEI 0.
    #[error("{frame} frame for SAPI {sapi}, TEI {tei}")]
    Address {
        /// The frame's name.
        frame: FrameType,
        /// 0 to 63.
        sapi: u8,
        /// 0 to 127.
        tei: u8,
    },
    /// The line is down: nothing can have come over it.
    #[error("frame from a line that is down")]
    LineDown,
}

macro_rules! errors {
    ($($name:ident $letter:literal $text:literal)*) => {
        /// What an MDL-ERROR indication reports. The letter M of older texts is N here.
        ///
        /// Clause: Q.921 appendix II.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum MdlError {
            $(
                #[doc = concat!($letter, ": ", $text, ".")]
                $name,
            )*
        }

        impl MdlError {
            /// All of them, by letter.
            pub const ALL: [Self; Self::COUNT] = [$(Self::$name,)*];

            /// The standard's letter.
            pub const fn letter(self) -> char {
                match self {
                    $(Self::$name => $letter,)*
                }
            }

            /// What it means.
            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

errors! {
    UnsolicitedFinal 'A' "unsolicited supervisory response with F=1"
    UnsolicitedDmFinal 'B' "unsolicited DM with F=1"
    UnsolicitedUaFinal 'C' "unsolicited UA with F=1"
    UnsolicitedUa 'D' "unsolicited UA with F=0"
    UnsolicitedDm 'E' "unsolicited DM with F=0"
    Reestablished 'F' "the peer established the link anew"
    NoAnswerToSabme 'G' "no answer to SABME"
    NoAnswerToDisc 'H' "no answer to DISC"
    NoAnswerToEnquiry 'I' "no answer to the status enquiry"
    WrongNr 'J' "N(R) acknowledges what was never sent"
    FrameRejected 'K' "FRMR received"
    Undefined 'L' "undefined control field, or a command sent as response or the other way round"
    WrongSize 'N' "information field or length not permitted"
    TooLong 'O' "information field longer than N201"
}

impl MdlError {
    /// How many there are.
    pub const COUNT: usize = 14;

    /// Whether the link failed or is about to: the others are for the log.
    pub const fn is_alarm(self) -> bool {
        matches!(self, Self::NoAnswerToSabme | Self::NoAnswerToEnquiry | Self::WrongNr)
    }
}

impl fmt::Display for MdlError {
    /// `G no answer to SABME`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.letter(), self.text())
    }
}
