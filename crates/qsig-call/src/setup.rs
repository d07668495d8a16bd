use alloc::vec::Vec;

use bytes::Bytes;
use qsig_core::PartyNumber;
use qsig_q931::{
    Received,
    ie::{Number, Presentation, Screening},
};

/// What a SETUP opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A call with a B-channel.
    Call,
    /// A call-independent signalling connection: no channel, only APDUs.
    Connection,
}

/// The SETUP of a call or connection: what a request to open one holds, and what an incoming one tells.
///
/// The two are one type, so that what came in can be handed out again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Setup {
    /// Call or connection.
    pub kind: Kind,
    /// Bearer capability, and low and high layer compatibility if there are any.
    pub bearer: Bearer,
    /// The time slot (1 to 31). Outgoing: the one that must be taken, `None` takes the next free one. Incoming:
    /// the one that was taken; `None` for a connection.
    pub channel: Option<u8>,
    /// Who calls.
    pub calling: Option<PresentedNumber>,
    /// Contents of the Calling party subaddress element.
    pub calling_subaddress: Option<Bytes>,
    /// Who is called. No digits: overlap receiving begins.
    pub called: PartyNumber,
    /// Contents of the Called party subaddress element.
    pub called_subaddress: Option<Bytes>,
    /// Contents of the Facility elements, in their order. A repeated SETUP carries them again.
    pub facilities: Vec<Bytes>,
    /// The number is complete.
    pub sending_complete: bool,
    /// How many transit PINXs the call has passed; `None` if the element is missing.
    pub transit_counter: Option<u8>,
    /// Whether an outgoing connection is bounded by T310 after CALL PROCEEDING. `false` for one that was opened
    /// for ccExecPossible, whose peer may connect only when user A is busy: TAUDIT watches it. No meaning on a
    /// call or an incoming SETUP.
    pub supervised: bool,
    /// Whether a clearing message that layer 3 sends by itself (T310, T322, ...) carries `facilities` again: wanted
    /// for a ccCancel. No meaning on an incoming SETUP.
    pub repeat_facilities: bool,
}

impl Setup {
    /// A call without calling number or APDUs, the number complete.
    pub const fn call(bearer: Bearer, called: PartyNumber) -> Self {
        Self {
            kind: Kind::Call,
            bearer,
            channel: None,
            calling: None,
            calling_subaddress: None,
            called,
            called_subaddress: None,
            facilities: Vec::new(),
            sending_complete: true,
            transit_counter: None,
            supervised: true,
            repeat_facilities: false,
        }
    }

    /// A call-independent signalling connection without calling number or APDUs.
    pub fn connection(called: PartyNumber) -> Self {
        Self { kind: Kind::Connection, ..Self::call(Bearer::CALL_INDEPENDENT, called) }
    }
}

/// A number with what the receiver may show of it and who has checked it: calling and connected number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PresentedNumber {
    /// The number; no digits where none is available.
    pub number: PartyNumber,
    /// Whether it may be shown.
    pub presentation: Presentation,
    /// Who has checked it.
    pub screening: Screening,
}

impl PresentedNumber {
    /// A number that may be shown and that nobody has checked.
    pub const fn new(number: PartyNumber) -> Self {
        Self { number, presentation: Presentation::Allowed, screening: Screening::NotScreened }
    }
}

impl From<PresentedNumber> for Number {
    fn from(from: PresentedNumber) -> Self {
        Self::with_indicators(from.number, from.presentation, from.screening)
    }
}

impl From<Number> for PresentedNumber {
    fn from(from: Number) -> Self {
        Self { number: from.party, presentation: from.presentation(), screening: from.screening() }
    }
}

/// The elements that say what a call is for, octet for octet as they stand in a SETUP: Bearer capability (0x04),
/// then Low layer compatibility (0x7C) and High layer compatibility (0x7D) if there are any, each with identifier
/// and length.
///
/// Call completion repeats them exactly, and compares them exactly, so they are kept as octets.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bearer(Bytes);

/// Why octets are not a [`Bearer`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BearerError {
    /// An element ends after the octets do.
    #[error("element at offset {offset} is cut")]
    Cut {
        /// Where the element begins.
        offset: usize,
    },
    /// An element of another kind, a second one, or one out of order.
    #[error("element {identifier:02x} at offset {offset} has no place here")]
    Misplaced {
        /// Its identifier.
        identifier: u8,
        /// Where it begins.
        offset: usize,
    },
    /// There is no Bearer capability.
    #[error("no Bearer capability")]
    Missing,
}

impl Bearer {
    /// Speech, 64 kbit/s, A-law.
    pub const SPEECH: Self = Self(Bytes::from_static(&[0x04, 0x03, 0x80, 0x90, 0xA3]));
    /// 3.1 kHz audio, 64 kbit/s, A-law.
    pub const AUDIO: Self = Self(Bytes::from_static(&[0x04, 0x03, 0x90, 0x90, 0xA3]));
    /// Unrestricted digital information, 64 kbit/s.
    pub const DATA: Self = Self(Bytes::from_static(&[0x04, 0x02, 0x88, 0x90]));
    /// A call-independent signalling connection.
    pub const CALL_INDEPENDENT: Self = Self(Bytes::from_static(&[0x04, 0x02, 0xA8, 0x80]));

    /// Takes the elements. Refused: anything but 0x04, 0x7C, 0x7D in this order, the first being there.
    pub fn from_elements(octets: Bytes) -> Result<Self, BearerError> {
        let (mut rest, mut last) = (&*octets, 0);
        while !rest.is_empty() {
            let offset = octets.len() - rest.len();
            let [identifier, length, contents @ ..] = rest else { return Err(BearerError::Cut { offset }) };
            if !matches!((last, identifier), (0, 0x04) | (0x04, 0x7C) | (0x04 | 0x7C, 0x7D)) {
                return Err(BearerError::Misplaced { identifier: *identifier, offset });
            }
            rest = contents.get(usize::from(*length)..).ok_or(BearerError::Cut { offset })?;
            last = *identifier;
        }
        if last == 0 { Err(BearerError::Missing) } else { Ok(Self(octets)) }
    }

    /// All elements, each with identifier and length.
    pub fn as_octets(&self) -> &[u8] {
        &self.0
    }

    /// All elements, shared.
    pub fn octets(&self) -> Bytes {
        self.0.clone()
    }

    /// The elements of a SETUP.
    pub(crate) fn from_received(received: &Received<'_>) -> Self {
        let elements = [received.bearer_octets, received.llc_octets, received.hlc_octets];
        Self(elements.into_iter().flatten().flatten().copied().collect())
    }

    /// The Bearer capability alone, and the other elements, each with identifier and length.
    pub(crate) fn split(&self) -> (&[u8], &[u8]) {
        let length = self.0.get(1).map_or(0, |length| usize::from(*length) + 2);
        self.0.split_at_checked(length).unwrap_or((&self.0, &[]))
    }
}

impl core::fmt::Debug for Bearer {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Bearer(")?;
        self.0.iter().try_for_each(|octet| write!(f, "{octet:02x}"))?;
        f.write_str(")")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [u8; 13] = [0x04, 3, 0x80, 0x90, 0xA3, 0x7C, 2, 0x88, 0x90, 0x7D, 2, 0x91, 0x81];

    #[test]
    fn a_bearer_takes_its_three_elements_and_no_cut_one() {
        let bearer = Bearer::from_elements(Bytes::from_static(&ALL)).unwrap();
        assert_eq!(bearer.split(), ALL.split_at(5));
        assert_eq!(Bearer::SPEECH.split(), (&ALL[..5], &[][..]));
        for cut in 0..ALL.len() {
            let whole = [5, 9].contains(&cut);
            assert_eq!(Bearer::from_elements(Bytes::from_static(&ALL[..cut])).is_ok(), whole, "{cut}");
        }
    }

    #[test]
    fn a_bearer_refuses_what_stands_in_the_wrong_place() {
        let refused = |octets: &'static [u8]| Bearer::from_elements(Bytes::from_static(octets)).unwrap_err();
        assert_eq!(refused(&[0x7C, 0]), BearerError::Misplaced { identifier: 0x7C, offset: 0 });
        assert_eq!(refused(&[4, 0, 4, 0]), BearerError::Misplaced { identifier: 4, offset: 2 });
        assert_eq!(
            refused(&[4, 0, 0x7D, 0, 0x7C, 0]),
            BearerError::Misplaced { identifier: 0x7C, offset: 4 }
        );
    }
}
