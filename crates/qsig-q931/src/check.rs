use qsig_core::Cause;

use crate::{CutElement, ElementId, MessageType, Received, ie::RestartIndicator};

/// What was wrong with the elements of a message: the first of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// An element with bad contents.
    pub bad: Option<ElementId>,
    /// An unknown element that demands comprehension.
    pub not_comprehended: Option<ElementId>,
    /// An unknown element that was ignored.
    pub unknown: Option<ElementId>,
    /// The element that ran past the end; it and the rest are gone.
    pub cut: Option<CutElement>,
    pub(crate) bad_known: u32,
}

impl Faults {
    /// Whether the element was there with bad contents, at least once.
    pub fn is_bad(&self, id: ElementId) -> bool {
        self.bad_known & bit(id) != 0
    }
}

/// Whether a message has what its type demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// It has.
    Good,
    /// This mandatory element is missing, or this unknown one demands comprehension. Cause 96.
    Missing(ElementId),
    /// The contents of this mandatory element are bad. Cause 100.
    BadContents(ElementId),
}

impl Check {
    /// The cause to answer with, and the element for its diagnostics; `None` for a good message.
    pub const fn cause(self) -> Option<(Cause, ElementId)> {
        match self {
            Self::Good => None,
            Self::Missing(id) => Some((Cause::MANDATORY_IE_MISSING, id)),
            Self::BadContents(id) => Some((Cause::INVALID_IE_CONTENTS, id)),
        }
    }
}

impl Received<'_> {
    /// Whether the message, taken as one of this type, has what it needs.
    ///
    /// Missing goes before bad, and both name the lowest identifier. Where the tables of ECMA-143 are
    /// stricter than a peer may be, our choice: a first response may lack Channel identification and PROGRESS
    /// its Progress indicator; a SETUP of a signalling connection needs no Channel identification. CONNECT
    /// ACKNOWLEDGE and STATUS ENQUIRY are good whatever they carry. RESTART of indicated channels needs
    /// Channel identification. What depends on more than the message is up to the caller: the Cause of a
    /// RELEASE that is not the first clearing message, the Called party number of a connectionless FACILITY,
    /// and [`Self::check_first_response`].
    pub fn check(&self, message_type: MessageType) -> Check {
        use ElementId as Id;
        let channel = (Id::CHANNEL_IDENTIFICATION, self.channel.is_some());
        let cause = (Id::CAUSE, self.cause.is_some());
        let bearer = (Id::BEARER_CAPABILITY, self.bearer.is_some());
        let called = (Id::CALLED_PARTY_NUMBER, self.called.is_some());
        let restart = (Id::RESTART_INDICATOR, self.restart.is_some());
        match message_type {
            MessageType::Setup if self.is_call_independent() => self.need(&[bearer, called]),
            MessageType::Setup => self.need(&[bearer, channel, called]),
            MessageType::Disconnect | MessageType::Release | MessageType::ReleaseComplete => {
                self.need(&[cause])
            }
            MessageType::Status => self.need(&[cause, (Id::CALL_STATE, self.call_state.is_some())]),
            MessageType::Facility => self.need(&[(Id::FACILITY, self.facility.is_some())]),
            MessageType::Notify => self.need(&[(Id::NOTIFICATION_INDICATOR, self.notification.is_some())]),
            MessageType::Restart if self.restart == Some(RestartIndicator::IndicatedChannels) => {
                self.need(&[channel, restart])
            }
            MessageType::Restart | MessageType::RestartAcknowledge => self.need(&[restart]),
            MessageType::Segment => self.need(&[(Id::SEGMENTED_MESSAGE, self.segmented.is_some())]),
            MessageType::Progress if self.faults.is_bad(Id::PROGRESS_INDICATOR) => {
                self.need(&[(Id::PROGRESS_INDICATOR, self.progress.iter().any(Option::is_some))])
            }
            MessageType::ConnectAcknowledge | MessageType::StatusEnquiry => Check::Good,
            _ => self.need(&[]),
        }
    }

    /// The same for the first response to a SETUP, in which Channel identification may be missing but not
    /// bad.
    pub fn check_first_response(&self, message_type: MessageType) -> Check {
        match self.check(message_type) {
            Check::Good
                if self.channel.is_none() && self.faults.is_bad(ElementId::CHANNEL_IDENTIFICATION) =>
            {
                Check::BadContents(ElementId::CHANNEL_IDENTIFICATION)
            }
            check => check,
        }
    }

    /// Bad or missing among these mandatory elements, each with whether a good one was seen.
    fn need(&self, mandatory: &[(ElementId, bool)]) -> Check {
        let mut wanting = mandatory.iter().filter(|(_, seen)| !seen).map(|(id, _)| *id);
        let missing = wanting.clone().find(|id| !self.faults.is_bad(*id));
        if let Some(id) = missing.into_iter().chain(self.faults.not_comprehended).min() {
            return Check::Missing(id);
        }
        wanting.next().map_or(Check::Good, Check::BadContents)
    }
}

/// The bit of an element in the set of bad ones; only for those whose contents this crate reads.
pub(crate) const fn bit(id: ElementId) -> u32 {
    match id {
        ElementId::SEGMENTED_MESSAGE => 1,
        ElementId::BEARER_CAPABILITY => 1 << 1,
        ElementId::CAUSE => 1 << 2,
        ElementId::CALL_STATE => 1 << 3,
        ElementId::CHANNEL_IDENTIFICATION => 1 << 4,
        ElementId::PROGRESS_INDICATOR => 1 << 5,
        ElementId::NOTIFICATION_INDICATOR => 1 << 6,
        ElementId::CONNECTED_NUMBER => 1 << 7,
        ElementId::CONNECTED_SUBADDRESS => 1 << 8,
        ElementId::CALLING_PARTY_NUMBER => 1 << 9,
        ElementId::CALLING_PARTY_SUBADDRESS => 1 << 10,
        ElementId::CALLED_PARTY_NUMBER => 1 << 11,
        ElementId::CALLED_PARTY_SUBADDRESS => 1 << 12,
        ElementId::RESTART_INDICATOR => 1 << 13,
        ElementId::TRANSIT_COUNTER => 1 << 14,
        ElementId::PARTY_CATEGORY => 1 << 15,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::received::tests::{BEARER, CALLED, CAUSE, CHANNEL, with};

    fn check(message_type: MessageType, elements: &[&[u8]]) -> Check {
        with(message_type, elements, |received| received.check(message_type))
    }

    #[test]
    fn each_message_misses_each_of_its_mandatory_elements() {
        let state: &[u8] = &[0x14, 1, 10];
        let channels: &[u8] = &[0x79, 1, 0x80];
        let samples: [(MessageType, &[&[u8]]); 9] = [
            (MessageType::Setup, &[BEARER, CHANNEL, CALLED]),
            (MessageType::Disconnect, &[CAUSE]),
            (MessageType::Release, &[CAUSE]),
            (MessageType::ReleaseComplete, &[CAUSE]),
            (MessageType::Status, &[CAUSE, state]),
            (MessageType::Facility, &[&[0x1C, 1, 0x9F]]),
            (MessageType::Notify, &[&[0x27, 1, 0x80]]),
            (MessageType::Restart, &[CHANNEL, channels]),
            (MessageType::RestartAcknowledge, &[channels]),
        ];
        for (message_type, elements) in samples {
            assert_eq!(check(message_type, elements), Check::Good, "{message_type}");
            for missing in 0..elements.len() {
                let mut rest = elements.to_vec();
                let id = ElementId { codeset: 0, identifier: rest.remove(missing)[0] };
                assert_eq!(check(message_type, &rest), Check::Missing(id), "{message_type} without {id}");
                // Empty counts as absent.
                let empty = [id.identifier, 0];
                rest.push(&empty);
                assert_eq!(check(message_type, &rest), Check::Missing(id), "{message_type}, {id} empty");
            }
        }
        let none = [
            MessageType::SetupAcknowledge,
            MessageType::CallProceeding,
            MessageType::Alerting,
            MessageType::Progress,
            MessageType::Connect,
            MessageType::ConnectAcknowledge,
            MessageType::Information,
            MessageType::StatusEnquiry,
        ];
        for message_type in none {
            assert_eq!(check(message_type, &[]), Check::Good, "{message_type}");
        }
    }

    #[test]
    fn bad_contents_are_told_after_what_is_missing() {
        let bad_called: &[u8] = &[0x70, 2, 0x80, 0x41];
        let bad_channel: &[u8] = &[0x18, 1, 0xA9];
        let setup = MessageType::Setup;
        assert_eq!(
            check(setup, &[BEARER, bad_channel, bad_called]),
            Check::BadContents(ElementId::CHANNEL_IDENTIFICATION)
        );
        assert_eq!(check(setup, &[bad_channel, bad_called]), Check::Missing(ElementId::BEARER_CAPABILITY));
        assert_eq!(
            check(setup, &[BEARER, CHANNEL, bad_called]).cause(),
            Some((Cause::INVALID_IE_CONTENTS, ElementId::CALLED_PARTY_NUMBER))
        );
        assert_eq!(check(setup, &[BEARER, CHANNEL, bad_called, CALLED]), Check::Good, "a good one follows");
    }

    #[test]
    fn an_unknown_element_of_the_lowest_16_is_like_a_missing_one() {
        let unknown: &[u8] = &[0x0C, 1, 0];
        let id = ElementId { codeset: 0, identifier: 0x0C };
        assert_eq!(check(MessageType::Connect, &[unknown]), Check::Missing(id));
        assert_eq!(check(MessageType::Disconnect, &[unknown]), Check::Missing(ElementId::CAUSE));
        assert_eq!(check(MessageType::Connect, &[&[0x9C], unknown]), Check::Good, "in codeset 4");
        assert_eq!(check(MessageType::Connect, &[&[0x55, 1, 0, 0xD1]]), Check::Good, "identifier above 0F");
        assert_eq!(check(MessageType::ConnectAcknowledge, &[unknown]), Check::Good);
        assert_eq!(check(MessageType::StatusEnquiry, &[unknown]), Check::Good);
        let faults = with(MessageType::Connect, &[&[0x55, 1, 0], unknown], |received| received.faults);
        assert_eq!(faults.unknown, Some(ElementId { codeset: 0, identifier: 0x55 }));
        assert_eq!(faults.not_comprehended, Some(id));
    }

    #[test]
    fn a_first_response_may_lack_its_channel_but_not_garble_it() {
        let first = |elements: &[&[u8]]| {
            with(MessageType::CallProceeding, elements, |received| {
                received.check_first_response(MessageType::CallProceeding)
            })
        };
        let bad: &[u8] = &[0x18, 1, 0xA9];
        assert_eq!(first(&[]), Check::Good);
        assert_eq!(first(&[CHANNEL]), Check::Good);
        assert_eq!(first(&[bad]), Check::BadContents(ElementId::CHANNEL_IDENTIFICATION));
        assert_eq!(check(MessageType::CallProceeding, &[bad]), Check::Good);
    }

    #[test]
    fn a_progress_may_lack_its_indicator_but_not_garble_it() {
        let bad: &[u8] = &[0x1E, 1, 0x81];
        assert_eq!(check(MessageType::Progress, &[bad]), Check::BadContents(ElementId::PROGRESS_INDICATOR));
        assert_eq!(check(MessageType::Progress, &[bad, &[0x1E, 2, 0x81, 0x88]]), Check::Good);
        assert_eq!(check(MessageType::Alerting, &[bad]), Check::Good);
    }

    #[test]
    fn a_signalling_connection_needs_no_channel_and_any_of_two_elements_asks_for_it() {
        let independent: &[u8] = &[4, 2, 0xA8, 0x80];
        let bad_channel: &[u8] = &[0x18, 1, 0xA9];
        let d_channel: &[u8] = &[0x18, 1, 0xAC];
        assert_eq!(check(MessageType::Setup, &[independent, CALLED]), Check::Good);
        assert_eq!(check(MessageType::Setup, &[independent, bad_channel, CALLED]), Check::Good);
        assert_eq!(
            check(MessageType::Setup, &[d_channel, CALLED]),
            Check::Missing(ElementId::BEARER_CAPABILITY)
        );
        let asks = |elements: &[&[u8]]| with(MessageType::Setup, elements, |r| r.is_call_independent());
        assert!(asks(&[independent]) && asks(&[d_channel]) && !asks(&[BEARER, CHANNEL]));
    }

    #[test]
    fn a_restart_of_all_needs_no_channel() {
        assert_eq!(check(MessageType::Restart, &[&[0x79, 1, 0x87]]), Check::Good);
        let reserved: &[u8] = &[0x79, 1, 0x83];
        assert_eq!(
            check(MessageType::Restart, &[reserved]),
            Check::BadContents(ElementId::RESTART_INDICATOR)
        );
    }
}
