//! The information elements: each a typed value with `parse` over its contents (what follows the length
//! octet),
//! `emit` of its contents, and `fields` for printing.
//!
//! Octets behind the last one that an element defines are not looked at, and spare bits are not either, so
//! that a later edition of the standard can be read. `emit` gives the one form that QSIG uses.

use alloc::vec::Vec;

use qsig_core::DigitsError;

use crate::ElementId;

#[macro_use]
mod coded;
mod bearer_capability;
mod call_state;
mod cause;
mod channel_identification;
mod channels;
mod notification_indicator;
mod number;
mod party_category;
mod progress_indicator;
mod restart_indicator;
mod segmented_message;
mod subaddress;
mod transit_counter;

pub use bearer_capability::{BearerCapability, Layer1Protocol, TransferCapability, TransferMode};
pub use call_state::CallState;
pub use cause::CauseIe;
pub use channel_identification::{ChannelForm, ChannelIdentification, Interface, Selection};
pub use channels::Channels;
pub use coded::{CodingStandard, FieldValue, Location};
pub use notification_indicator::{Notification, NotificationIndicator};
pub use number::{Number, Presentation, Screening};
pub use party_category::PartyCategory;
pub use progress_indicator::ProgressIndicator;
pub use restart_indicator::RestartIndicator;
pub use segmented_message::SegmentedMessage;
pub use subaddress::{Subaddress, SubaddressType};
pub use transit_counter::TransitCounter;

/// Why the contents of an information element are no value of it. Positions count from the first octet of the
/// contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IeError {
    /// The contents end before the octet at this position, which the element must have.
    #[error("contents end at {at}")]
    Cut {
        /// Where the missing octet should be.
        at: usize,
    },
    /// An octet has a value that is reserved, or that QSIG does not use.
    #[error("octet {octet:02x} at {at}")]
    Value {
        /// Its position.
        at: usize,
        /// The octet.
        octet: u8,
    },
    /// The part that begins at this position has a length that is not allowed.
    #[error("{length} octets at {at}")]
    Length {
        /// Its position.
        at: usize,
        /// Its length in octets.
        length: usize,
    },
    /// The digits that begin at this position are none.
    #[error("at {at}: {error}")]
    Digits {
        /// Their position.
        at: usize,
        /// What is wrong with them; it counts positions from `at`.
        error: DigitsError,
    },
}

/// The value of one information element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InformationElement<'a> {
    /// Segmented message.
    SegmentedMessage(SegmentedMessage),
    /// Bearer capability.
    BearerCapability(BearerCapability),
    /// Cause.
    Cause(CauseIe<'a>),
    /// Call state.
    CallState(CallState),
    /// Channel identification.
    ChannelIdentification(ChannelIdentification),
    /// Facility: its contents, the protocol profile octet first.
    Facility(&'a [u8]),
    /// Progress indicator.
    ProgressIndicator(ProgressIndicator),
    /// Notification indicator.
    NotificationIndicator(NotificationIndicator<'a>),
    /// Display, mostly IA5 text.
    Display(&'a [u8]),
    /// Keypad facility, IA5 characters.
    KeypadFacility(&'a [u8]),
    /// Connected number.
    ConnectedNumber(Number),
    /// Connected subaddress.
    ConnectedSubaddress(Subaddress<'a>),
    /// Calling party number.
    CallingPartyNumber(Number),
    /// Calling party subaddress.
    CallingPartySubaddress(Subaddress<'a>),
    /// Called party number. Its indicators are not sent.
    CalledPartyNumber(Number),
    /// Called party subaddress.
    CalledPartySubaddress(Subaddress<'a>),
    /// Restart indicator.
    RestartIndicator(RestartIndicator),
    /// Low layer compatibility, carried from end to end as it is.
    LowLayerCompatibility(&'a [u8]),
    /// High layer compatibility, carried from end to end as it is.
    HighLayerCompatibility(&'a [u8]),
    /// User-user, carried from end to end as it is.
    UserUser(&'a [u8]),
    /// Sending complete: the called number is whole.
    SendingComplete,
    /// Transit counter.
    TransitCounter(TransitCounter),
    /// Party category.
    PartyCategory(PartyCategory),
    /// Any other element, kept.
    Unknown {
        /// Which element.
        id: ElementId,
        /// Its contents; empty for a single octet.
        octets: &'a [u8],
    },
}

impl<'a> InformationElement<'a> {
    /// Reads the contents of the element `id`.
    #[inline]
    pub fn parse(id: ElementId, octets: &'a [u8]) -> Result<Self, IeError> {
        Ok(match id {
            ElementId::SEGMENTED_MESSAGE => Self::SegmentedMessage(SegmentedMessage::parse(octets)?),
            ElementId::BEARER_CAPABILITY => Self::BearerCapability(BearerCapability::parse(octets)?),
            ElementId::CAUSE => Self::Cause(CauseIe::parse(octets)?),
            ElementId::CALL_STATE => Self::CallState(CallState::parse(octets)?),
            ElementId::CHANNEL_IDENTIFICATION => {
                Self::ChannelIdentification(ChannelIdentification::parse(octets)?)
            }
            ElementId::FACILITY => Self::Facility(octets),
            ElementId::PROGRESS_INDICATOR => Self::ProgressIndicator(ProgressIndicator::parse(octets)?),
            ElementId::NOTIFICATION_INDICATOR => {
                Self::NotificationIndicator(NotificationIndicator::parse(octets)?)
            }
            ElementId::DISPLAY => Self::Display(octets),
            ElementId::KEYPAD_FACILITY => Self::KeypadFacility(octets),
            ElementId::CONNECTED_NUMBER => Self::ConnectedNumber(Number::parse(octets)?),
            ElementId::CONNECTED_SUBADDRESS => Self::ConnectedSubaddress(Subaddress::parse(octets)?),
            ElementId::CALLING_PARTY_NUMBER => Self::CallingPartyNumber(Number::parse(octets)?),
            ElementId::CALLING_PARTY_SUBADDRESS => Self::CallingPartySubaddress(Subaddress::parse(octets)?),
            ElementId::CALLED_PARTY_NUMBER => Self::CalledPartyNumber(Number::parse(octets)?.called()),
            ElementId::CALLED_PARTY_SUBADDRESS => Self::CalledPartySubaddress(Subaddress::parse(octets)?),
            ElementId::RESTART_INDICATOR => Self::RestartIndicator(RestartIndicator::parse(octets)?),
            ElementId::LOW_LAYER_COMPATIBILITY => Self::LowLayerCompatibility(octets),
            ElementId::HIGH_LAYER_COMPATIBILITY => Self::HighLayerCompatibility(octets),
            ElementId::USER_USER => Self::UserUser(octets),
            ElementId::SENDING_COMPLETE => Self::SendingComplete,
            ElementId::TRANSIT_COUNTER => Self::TransitCounter(TransitCounter::parse(octets)?),
            ElementId::PARTY_CATEGORY => Self::PartyCategory(PartyCategory::parse(octets)?),
            id => Self::Unknown { id, octets },
        })
    }

    /// Appends the contents: what stands after the length octet.
    pub fn emit(&self, out: &mut Vec<u8>) {
        match self {
            Self::SegmentedMessage(value) => value.emit(out),
            Self::BearerCapability(value) => value.emit(out),
            Self::Cause(value) => value.emit(out),
            Self::CallState(value) => value.emit(out),
            Self::ChannelIdentification(value) => value.emit(out),
            Self::ProgressIndicator(value) => value.emit(out),
            Self::NotificationIndicator(value) => value.emit(out),
            Self::ConnectedNumber(value) | Self::CallingPartyNumber(value) => value.emit(out),
            Self::CalledPartyNumber(value) => value.called().emit(out),
            Self::ConnectedSubaddress(value)
            | Self::CallingPartySubaddress(value)
            | Self::CalledPartySubaddress(value) => value.emit(out),
            Self::RestartIndicator(value) => value.emit(out),
            Self::Facility(octets)
            | Self::Display(octets)
            | Self::KeypadFacility(octets)
            | Self::LowLayerCompatibility(octets)
            | Self::HighLayerCompatibility(octets)
            | Self::UserUser(octets)
            | Self::Unknown { octets, .. } => out.extend_from_slice(octets),
            Self::SendingComplete => {}
            Self::TransitCounter(value) => value.emit(out),
            Self::PartyCategory(value) => value.emit(out),
        }
    }

    /// Which element it is.
    pub const fn id(&self) -> ElementId {
        match self {
            Self::SegmentedMessage(_) => ElementId::SEGMENTED_MESSAGE,
            Self::BearerCapability(_) => ElementId::BEARER_CAPABILITY,
            Self::Cause(_) => ElementId::CAUSE,
            Self::CallState(_) => ElementId::CALL_STATE,
            Self::ChannelIdentification(_) => ElementId::CHANNEL_IDENTIFICATION,
            Self::Facility(_) => ElementId::FACILITY,
            Self::ProgressIndicator(_) => ElementId::PROGRESS_INDICATOR,
            Self::NotificationIndicator(_) => ElementId::NOTIFICATION_INDICATOR,
            Self::Display(_) => ElementId::DISPLAY,
            Self::KeypadFacility(_) => ElementId::KEYPAD_FACILITY,
            Self::ConnectedNumber(_) => ElementId::CONNECTED_NUMBER,
            Self::ConnectedSubaddress(_) => ElementId::CONNECTED_SUBADDRESS,
            Self::CallingPartyNumber(_) => ElementId::CALLING_PARTY_NUMBER,
            Self::CallingPartySubaddress(_) => ElementId::CALLING_PARTY_SUBADDRESS,
            Self::CalledPartyNumber(_) => ElementId::CALLED_PARTY_NUMBER,
            Self::CalledPartySubaddress(_) => ElementId::CALLED_PARTY_SUBADDRESS,
            Self::RestartIndicator(_) => ElementId::RESTART_INDICATOR,
            Self::LowLayerCompatibility(_) => ElementId::LOW_LAYER_COMPATIBILITY,
            Self::HighLayerCompatibility(_) => ElementId::HIGH_LAYER_COMPATIBILITY,
            Self::UserUser(_) => ElementId::USER_USER,
            Self::SendingComplete => ElementId::SENDING_COMPLETE,
            Self::TransitCounter(_) => ElementId::TRANSIT_COUNTER,
            Self::PartyCategory(_) => ElementId::PARTY_CATEGORY,
            Self::Unknown { id, .. } => *id,
        }
    }

    /// Calls `out` with each field of the value, its name in snake case. Elements that are octets here have
    /// none.
    pub fn fields(&self, out: &mut dyn FnMut(&'static str, FieldValue<'_>)) {
        match self {
            Self::SegmentedMessage(value) => value.fields(out),
            Self::BearerCapability(value) => value.fields(out),
            Self::Cause(value) => value.fields(out),
            Self::CallState(value) => value.fields(out),
            Self::ChannelIdentification(value) => value.fields(out),
            Self::ProgressIndicator(value) => value.fields(out),
            Self::NotificationIndicator(value) => value.fields(out),
            Self::ConnectedNumber(value)
            | Self::CallingPartyNumber(value)
            | Self::CalledPartyNumber(value) => value.fields(out),
            Self::ConnectedSubaddress(value)
            | Self::CallingPartySubaddress(value)
            | Self::CalledPartySubaddress(value) => value.fields(out),
            Self::RestartIndicator(value) => value.fields(out),
            Self::TransitCounter(value) => value.fields(out),
            Self::PartyCategory(value) => value.fields(out),
            Self::Display(octets) | Self::KeypadFacility(octets) => {
                if let Ok(text) = core::str::from_utf8(octets) {
                    out("text", FieldValue::Text(text));
                }
            }
            Self::Facility(_)
            | Self::LowLayerCompatibility(_)
            | Self::HighLayerCompatibility(_)
            | Self::UserUser(_)
            | Self::SendingComplete
            | Self::Unknown { .. } => {}
        }
    }
}

macro_rules! into_information_element {
    ($($value:ty => $variant:ident)*) => {
        $(
            impl<'a> From<$value> for InformationElement<'a> {
                fn from(value: $value) -> Self {
                    Self::$variant(value)
                }
            }
        )*
    };
}

into_information_element! {
    SegmentedMessage => SegmentedMessage
    BearerCapability => BearerCapability
    CauseIe<'a> => Cause
    CallState => CallState
    ChannelIdentification => ChannelIdentification
    ProgressIndicator => ProgressIndicator
    NotificationIndicator<'a> => NotificationIndicator
    RestartIndicator => RestartIndicator
    TransitCounter => TransitCounter
    PartyCategory => PartyCategory
}

/// The octet at this position of the contents.
fn octet(octets: &[u8], at: usize) -> Result<u8, IeError> {
    octets.get(at).copied().ok_or(IeError::Cut { at })
}

/// The position after the octet group that begins at `at`: the group goes on while bit 8 is 0.
fn group_end(octets: &[u8], at: usize) -> Result<usize, IeError> {
    octets
        .iter()
        .skip(at)
        .position(|octet| octet & 0x80 != 0)
        .map(|length| at + length + 1)
        .ok_or(IeError::Cut { at: octets.len() })
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use proptest::prelude::*;

    use super::*;

    /// The element has these contents and no others, and its value needs the first `shortest` octets.
    pub(super) fn stands<'a>(element: impl Into<InformationElement<'a>>, octets: &'a [u8], shortest: usize) {
        let element = element.into();
        assert_eq!(InformationElement::parse(element.id(), octets), Ok(element), "{octets:02x?}");
        let mut out = Vec::new();
        element.emit(&mut out);
        assert_eq!(out, octets, "{element:?}");
        for length in 0..octets.len() {
            let parsed = InformationElement::parse(element.id(), &octets[..length]);
            assert_eq!(parsed.is_ok(), length >= shortest, "{octets:02x?} cut to {length}: {parsed:?}");
        }
    }

    /// The contents are refused for this reason.
    pub(super) fn refuses(id: ElementId, octets: &[u8], error: IeError) {
        assert_eq!(InformationElement::parse(id, octets), Err(error), "{octets:02x?}");
    }

    fn known() -> impl Strategy<Value = ElementId> {
        let ids: Vec<_> = (0..8)
            .flat_map(|codeset| (0..=u8::MAX).map(move |identifier| ElementId { codeset, identifier }))
            .filter(|id| id.is_known())
            .collect();
        assert_eq!(ids.len(), 23);
        proptest::sample::select(ids)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn what_is_parsed_is_emitted_so_that_it_parses_to_the_same(
            id in known(),
            octets in proptest::collection::vec(any::<u8>(), 0..12),
        ) {
            if let Ok(element) = InformationElement::parse(id, &octets) {
                prop_assert_eq!(element.id(), id);
                let mut out = Vec::new();
                element.emit(&mut out);
                prop_assert_eq!(InformationElement::parse(id, &out), Ok(element));
                element.fields(&mut |name, _| assert!(!name.is_empty()));
            }
        }
    }

    #[test]
    fn every_contents_of_two_octets_is_parsed_emitted_and_parsed_to_the_same() {
        let ids = (0..8)
            .flat_map(|codeset| (0..=u8::MAX).map(move |identifier| ElementId { codeset, identifier }))
            .filter(|id| id.is_known());
        let mut out = Vec::new();
        for id in ids {
            for octets in (0..=u16::MAX).map(u16::to_be_bytes) {
                let Ok(element) = InformationElement::parse(id, &octets) else { continue };
                out.clear();
                element.emit(&mut out);
                assert_eq!(InformationElement::parse(id, &out), Ok(element), "{id} {octets:02x?}");
            }
        }
    }

    #[test]
    fn unknown_elements_keep_their_octets() {
        let id = ElementId { codeset: 6, identifier: 0x04 };
        let element = InformationElement::parse(id, &[1, 2, 3]).unwrap();
        assert_eq!(element, InformationElement::Unknown { id, octets: &[1, 2, 3] });
        assert_eq!(element.id(), id);
    }
}
