use qsig_core::PartyNumber;

use crate::{
    Element, ElementId, Elements, Faults, InformationElement, Message,
    check::bit,
    ie::{
        BearerCapability, CallState, CauseIe, ChannelIdentification, NotificationIndicator, Number,
        PartyCategory, ProgressIndicator, RestartIndicator, SegmentedMessage, Subaddress, TransitCounter,
    },
};

/// What a call engine wants to know of a message, after one pass over its elements.
///
/// Each field holds the first good instance of its element; later ones, those with bad contents and unknown
/// elements are passed over, and [`Self::check`] tells what that means for the message. An element with empty
/// contents counts as absent (Q.931 4.5.1). The order of the elements does not matter (our choice: what can
/// be read is read).
///
/// Clause: Q.931 5.8.5 to 5.8.7.
#[derive(Clone, Debug)]
pub struct Received<'a> {
    /// Segmented message, of a SEGMENT only.
    pub segmented: Option<SegmentedMessage>,
    /// Bearer capability.
    pub bearer: Option<BearerCapability>,
    /// The Bearer capability as it stands in the message, identifier and length included.
    pub bearer_octets: Option<&'a [u8]>,
    /// Cause.
    pub cause: Option<CauseIe<'a>>,
    /// Call state.
    pub call_state: Option<CallState>,
    /// Channel identification.
    pub channel: Option<ChannelIdentification>,
    /// Channel identification as it stands in the message, identifier and length included.
    pub channel_octets: Option<&'a [u8]>,
    /// The first two Progress indicators.
    pub progress: [Option<ProgressIndicator>; 2],
    /// Notification indicator.
    pub notification: Option<NotificationIndicator<'a>>,
    /// Connected number.
    pub connected: Option<Number>,
    /// Connected subaddress.
    pub connected_subaddress: Option<Subaddress<'a>>,
    /// Calling party number.
    pub calling: Option<Number>,
    /// Calling party subaddress.
    pub calling_subaddress: Option<Subaddress<'a>>,
    /// Called party number; its digits may be empty.
    pub called: Option<PartyNumber>,
    /// Called party subaddress.
    pub called_subaddress: Option<Subaddress<'a>>,
    /// Restart indicator.
    pub restart: Option<RestartIndicator>,
    /// Low layer compatibility as it stands in the message, identifier and length included.
    pub llc_octets: Option<&'a [u8]>,
    /// High layer compatibility as it stands in the message, identifier and length included.
    pub hlc_octets: Option<&'a [u8]>,
    /// Transit counter.
    pub transit_counter: Option<TransitCounter>,
    /// Party category.
    pub party_category: Option<PartyCategory>,
    /// Whether Sending complete is there.
    pub sending_complete: bool,
    /// What was wrong, whether it matters or not.
    pub faults: Faults,
    /// The contents of the first Facility, and the elements after it.
    pub(crate) facility: Option<(&'a [u8], Elements<'a>)>,
}

impl<'a> Received<'a> {
    /// Goes over the elements.
    pub fn new(message: &Message<'a>) -> Self {
        let mut received = Self::empty();
        let mut elements = message.elements();
        while let Some(element) = elements.next() {
            match element {
                Ok(element) => received.take(&element, &elements),
                Err(cut) => received.faults.cut = Some(cut),
            }
        }
        received
    }

    /// Whether a SETUP asks for a call-independent signalling connection: by its Bearer capability, or by the
    /// D-channel in its Channel identification (ECMA-165).
    pub fn is_call_independent(&self) -> bool {
        self.bearer.is_some_and(|bearer| bearer.is_call_independent())
            || self.channel.is_some_and(|channel| channel.d_channel)
    }

    /// Whether there is something to hear on the channel: one of the Progress indicators says so.
    pub fn is_in_band(&self) -> bool {
        self.progress.iter().flatten().any(ProgressIndicator::is_in_band)
    }

    /// The contents of every Facility, in their order.
    pub fn facilities(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let (first, after) = self.facility.clone().unzip();
        let others =
            after.into_iter().flatten().flatten().filter(|element| element.id() == ElementId::FACILITY);
        first.into_iter().chain(others.map(|element| element.octets)).filter(|octets| !octets.is_empty())
    }

    const fn empty() -> Self {
        Self {
            segmented: None,
            bearer: None,
            bearer_octets: None,
            cause: None,
            call_state: None,
            channel: None,
            channel_octets: None,
            progress: [None; 2],
            notification: None,
            connected: None,
            connected_subaddress: None,
            calling: None,
            calling_subaddress: None,
            called: None,
            called_subaddress: None,
            restart: None,
            llc_octets: None,
            hlc_octets: None,
            transit_counter: None,
            party_category: None,
            sending_complete: false,
            faults: Faults { cut: None, bad: None, bad_known: 0, not_comprehended: None, unknown: None },
            facility: None,
        }
    }

    #[cold]
    fn pass_over(&mut self, unknown: ElementId) {
        let seen = if unknown.demands_comprehension() {
            &mut self.faults.not_comprehended
        } else {
            &mut self.faults.unknown
        };
        seen.get_or_insert(unknown);
    }

    fn take(&mut self, element: &Element<'a>, after: &Elements<'a>) {
        use InformationElement as Ie;
        let value = match element.value() {
            Ok(Ie::Unknown { id, .. }) => return self.pass_over(id),
            _ if element.octets.is_empty() && !element.is_single_octet() => return,
            Ok(value) => value,
            Err(_) => {
                let id = element.id();
                self.faults.bad.get_or_insert(id);
                self.faults.bad_known |= bit(id);
                return;
            }
        };
        let whole = element.as_octets();
        match value {
            Ie::SegmentedMessage(value) => keep(&mut self.segmented, value),
            Ie::BearerCapability(value) => {
                keep(&mut self.bearer, value);
                keep(&mut self.bearer_octets, whole);
            }
            Ie::Cause(value) => keep(&mut self.cause, value),
            Ie::CallState(value) => keep(&mut self.call_state, value),
            Ie::ChannelIdentification(value) => {
                keep(&mut self.channel, value);
                keep(&mut self.channel_octets, whole);
            }
            Ie::Facility(contents) => {
                self.facility.get_or_insert_with(|| (contents, after.clone()));
            }
            Ie::ProgressIndicator(value) => {
                if let Some(free) = self.progress.iter_mut().find(|slot| slot.is_none()) {
                    *free = Some(value);
                }
            }
            Ie::NotificationIndicator(value) => keep(&mut self.notification, value),
            Ie::ConnectedNumber(value) => keep(&mut self.connected, value),
            Ie::ConnectedSubaddress(value) => keep(&mut self.connected_subaddress, value),
            Ie::CallingPartyNumber(value) => keep(&mut self.calling, value),
            Ie::CallingPartySubaddress(value) => keep(&mut self.calling_subaddress, value),
            Ie::CalledPartyNumber(value) => keep(&mut self.called, value.party),
            Ie::CalledPartySubaddress(value) => keep(&mut self.called_subaddress, value),
            Ie::RestartIndicator(value) => keep(&mut self.restart, value),
            Ie::LowLayerCompatibility(_) => keep(&mut self.llc_octets, whole),
            Ie::HighLayerCompatibility(_) => keep(&mut self.hlc_octets, whole),
            Ie::SendingComplete => self.sending_complete = true,
            Ie::TransitCounter(value) => keep(&mut self.transit_counter, value),
            Ie::PartyCategory(value) => keep(&mut self.party_category, value),
            // Not of QSIG, or not for a call engine.
            Ie::Display(_) | Ie::KeypadFacility(_) | Ie::UserUser(_) | Ie::Unknown { .. } => {}
        }
    }
}

/// The first of several counts.
fn keep<T>(slot: &mut Option<T>, value: T) {
    slot.get_or_insert(value);
}

#[cfg(test)]
pub(crate) mod tests {
    use alloc::{vec, vec::Vec};

    use super::*;
    use crate::{
        Check, MessageType,
        ie::{ChannelForm, Selection},
    };

    pub(crate) const BEARER: &[u8] = &[4, 3, 0x80, 0x90, 0xA3];
    pub(crate) const CHANNEL: &[u8] = &[0x18, 3, 0xA9, 0x83, 0x81];
    pub(crate) const CALLED: &[u8] = &[0x70, 2, 0x80, 0x32];
    pub(crate) const CAUSE: &[u8] = &[8, 2, 0x81, 0x90];

    /// Looks at a message of these elements.
    pub(crate) fn with<T>(
        message_type: MessageType,
        elements: &[&[u8]],
        look: impl Fn(Received<'_>) -> T,
    ) -> T {
        let mut octets = vec![8, 2, 0, 1, message_type.octet()];
        octets.extend(elements.concat());
        look(Message::parse(&octets).unwrap().received())
    }

    #[test]
    fn optional_elements_with_bad_contents_are_passed_over() {
        let bad_calling: &[u8] = &[0x6C, 1, 0];
        let elements = [BEARER, CHANNEL, bad_calling, CALLED];
        with(MessageType::Setup, &elements, |received| {
            assert_eq!(received.check(MessageType::Setup), Check::Good);
            assert_eq!(received.calling, None);
            assert_eq!(received.faults.bad, Some(ElementId::CALLING_PARTY_NUMBER));
            assert!(received.faults.is_bad(ElementId::CALLING_PARTY_NUMBER));
            assert!(!received.faults.is_bad(ElementId::CALLED_PARTY_NUMBER));
        });
    }

    #[test]
    fn the_first_of_repeated_elements_counts_but_two_progress_indicators_and_all_facilities() {
        let elements: [&[u8]; 9] = [
            CHANNEL,
            &[0x18, 3, 0xA9, 0x83, 0x82],
            &[0x1C, 2, 0x9F, 1],
            &[0x1E, 2, 0x81, 0x83],
            &[0x1E, 2, 0x81, 0x88],
            &[0x1E, 2, 0x81, 0x82],
            &[0x1C, 0],
            &[0x1C, 2, 0x9F, 2],
            &[0x9C, 0x1C, 1, 3],
        ];
        with(MessageType::Alerting, &elements, |received| {
            assert_eq!(received.channel, Some(ChannelIdentification::channel(1, true)));
            assert_eq!(received.channel_octets, Some(CHANNEL));
            let descriptions: Vec<_> =
                received.progress.iter().flatten().map(|progress| progress.description).collect();
            assert_eq!(descriptions, [3, 8]);
            assert!(received.is_in_band());
            assert!(received.facilities().eq([&[0x9F, 1][..], &[0x9F, 2]]));
        });
    }

    #[test]
    fn what_lies_behind_a_cut_element_is_missing() {
        let cut: &[u8] = &[0x6C, 9, 0];
        with(MessageType::Setup, &[BEARER, CHANNEL, cut], |received| {
            assert_eq!(received.check(MessageType::Setup), Check::Missing(ElementId::CALLED_PARTY_NUMBER));
            let offset = 5 + BEARER.len() + CHANNEL.len();
            assert_eq!(received.faults.cut.map(|cut| (cut.offset, cut.identifier)), Some((offset, 0x6C)));
        });
    }

    #[test]
    fn elements_for_call_completion_are_kept_octet_for_octet() {
        let bearer: &[u8] = &[4, 5, 0x80, 0x90, 0x23, 0xC0, 0xFF];
        let (llc, hlc): (&[u8], &[u8]) = (&[0x7C, 3, 0x88, 0x90, 0xA3], &[0x7D, 2, 0x91, 0x81]);
        with(MessageType::Setup, &[bearer, hlc, llc, &[0x7D, 2, 0x91, 0x84], &[0xA1]], |received| {
            assert_eq!(received.bearer_octets, Some(bearer));
            assert_eq!((received.llc_octets, received.hlc_octets), (Some(llc), Some(hlc)));
            assert!(received.sending_complete);
        });
    }

    #[test]
    fn a_slot_map_names_its_channels() {
        with(MessageType::Restart, &[&[0x18, 6, 0xA9, 0x93, 0, 0, 0, 6]], |received| {
            let channels = [1, 2].into_iter().collect();
            let selection = received.channel.map(|channel| channel.selection);
            assert_eq!(selection, Some(Selection::Channels(ChannelForm::SlotMap32, channels)));
        });
    }
}
