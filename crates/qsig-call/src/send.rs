use alloc::vec::Vec;

use bytes::Bytes;
use qsig_core::Cause;
use qsig_q931::{
    CallReference, InformationElement, MessageType, MessageWriter,
    ie::{
        CallState, CauseIe, ChannelIdentification, Location, Notification, NotificationIndicator, Number,
        ProgressIndicator, Subaddress, TransitCounter,
    },
};

use crate::{Engine, Fault, Kind, Request, Setup, State, action::Why, occasion::Occasion};

/// Where causes and progress descriptions of ours are made: the private network of the local user.
const HERE: Location = Location::PrivateLocal;

impl Engine {
    /// Hands a message down.
    pub(crate) fn transmit(&mut self, octets: Bytes) {
        self.counters.sent += 1;
        self.outbox.transmit(octets);
    }

    /// Writes a message and hands it down. An APDU of more than 255 octets fits into no element and is left out.
    pub(crate) fn write(
        &mut self,
        reference: CallReference,
        message: MessageType,
        elements: impl FnOnce(&mut MessageWriter<'_>),
    ) -> Bytes {
        let mut octets = Vec::with_capacity(64);
        let mut writer = MessageWriter::new(&mut octets, reference, message);
        elements(&mut writer);
        if writer.finish().is_err() {
            self.fault(crate::CallId::INTERFACE, Fault::TooLong { message_type: message.octet() });
        }
        let octets = Bytes::from(octets);
        self.transmit(octets.clone());
        octets
    }

    /// Sends a message of a call, or an answer to an unknown call reference.
    pub(crate) fn send(&mut self, occasion: &mut Occasion<'_>, message: MessageType, why: Why) {
        match message {
            MessageType::Setup => self.send_setup(occasion),
            MessageType::Disconnect | MessageType::Release | MessageType::ReleaseComplete => {
                self.send_clearing(occasion, message, why);
            }
            MessageType::Status => self.send_status(occasion, why),
            message => self.send_other(occasion, message),
        }
    }

    /// The reference of the call, or of the answer to the message.
    fn reference(&self, occasion: &Occasion<'_>) -> CallReference {
        self.records
            .get(&occasion.call)
            .map(crate::record::Record::reference)
            .or_else(|| occasion.answer_reference())
            .unwrap_or(CallReference::Dummy)
    }

    /// The Channel identification of a SETUP or of a first response.
    fn channel_element(&self, occasion: &Occasion<'_>, exclusive: bool) -> Option<ChannelIdentification> {
        let record = self.records.get(&occasion.call)?;
        match record.kind {
            Kind::Connection => Some(ChannelIdentification::D_CHANNEL),
            Kind::Call => Some(self.channels.element(record.channel?, exclusive, record.slot_map)),
        }
    }

    fn send_setup(&mut self, occasion: &mut Occasion<'_>) {
        let Some(setup) = occasion.setup.take() else { return self.internal_fault(occasion.call) };
        let Some(record) = self.records.get(&occasion.call) else { return };
        let (reference, exclusive) = (record.reference(), record.exclusive);
        let channel = self.channel_element(occasion, exclusive);
        let octets =
            self.write(reference, MessageType::Setup, |writer| setup_elements(&setup, channel, writer));
        if let Some(record) = self.records.get_mut(&occasion.call) {
            record.repetition = octets;
            record.repeated = false;
        }
    }

    fn send_clearing(&mut self, occasion: &Occasion<'_>, message: MessageType, why: Why) {
        let reference = self.reference(occasion);
        let wanted = occasion.clearing().cloned();
        let mut record = self.records.get_mut(&occasion.call);
        let begun = record.as_ref().and_then(|record| record.clearing);
        let cause = match why {
            Why::Because(cause) => cause,
            Why::Bad => occasion.check.cause().map_or(Cause::INVALID_MESSAGE, |(cause, _)| cause),
            Why::Usual => {
                wanted.as_ref().map(|wanted| wanted.cause).or(begun).unwrap_or(Cause::NORMAL_CALL_CLEARING)
            }
        };
        let facilities = match (wanted, &mut record) {
            // Clearing has begun with APDUs, and is now hurried on without new ones.
            (Some(wanted), Some(record))
                if wanted.facilities.is_empty() && occasion.state == State::DisconnectRequest =>
            {
                record.repeat.clone()
            }
            (Some(wanted), Some(record)) => {
                record.repeat = if wanted.repeat_facilities { wanted.facilities.clone() } else { Vec::new() };
                wanted.facilities
            }
            (None, Some(record)) if message != MessageType::ReleaseComplete => record.repeat.clone(),
            _ => Vec::new(),
        };
        if let Some(record) = record {
            record.clearing = Some(cause);
        }
        let mut diagnostics = Vec::new();
        diagnose(occasion, cause, &mut diagnostics);
        let octets = self.write(reference, message, |writer| {
            writer.element(CauseIe::new(HERE, cause).with_diagnostics(&diagnostics));
            for contents in &facilities {
                writer.facility(contents);
            }
        });
        if message == MessageType::ReleaseComplete && !self.records.contains_key(&occasion.call) {
            self.count_refusal(occasion, cause);
        }
        if let Some(record) = self.records.get_mut(&occasion.call) {
            record.repetition = octets;
            record.repeated = false;
        }
    }

    fn send_status(&mut self, occasion: &Occasion<'_>, why: Why) {
        let cause = match why {
            Why::Because(cause) => cause,
            Why::Usual | Why::Bad => {
                occasion.check.cause().map_or(Cause::INVALID_MESSAGE, |(cause, _)| cause)
            }
        };
        let message_type = occasion.message_type();
        let fault = match cause {
            Cause::WRONG_STATE => {
                self.counters.unexpected += 1;
                Some(Fault::Unexpected { message_type, state: occasion.state })
            }
            Cause::MESSAGE_TYPE_UNKNOWN => {
                self.counters.unknown_type += 1;
                Some(Fault::UnknownType { message_type })
            }
            Cause::RESPONSE_TO_STATUS_ENQUIRY => None,
            _ => occasion.check.cause().map(|(cause, id)| {
                self.counters.bad_element += 1;
                Fault::Element { message_type, identifier: id.identifier, cause }
            }),
        };
        let reference = self.reference(occasion);
        let mut diagnostics = Vec::new();
        diagnose(occasion, cause, &mut diagnostics);
        self.write(reference, MessageType::Status, |writer| {
            writer.element(CauseIe::new(HERE, cause).with_diagnostics(&diagnostics));
            writer.element(CallState::new(occasion.state.value()));
        });
        if let Some(fault) = fault {
            self.fault(occasion.call, fault);
        }
    }

    /// Counts a RELEASE COMPLETE without a call.
    fn count_refusal(&mut self, occasion: &Occasion<'_>, cause: Cause) {
        let message_type = occasion.message_type();
        if message_type == MessageType::Setup.octet() {
            self.counters.refused += 1;
            self.fault(occasion.call, Fault::SetupRefused { cause });
        } else {
            self.counters.unknown_reference += 1;
            self.fault(occasion.call, Fault::Reference { message_type });
        }
    }

    fn send_other(&mut self, occasion: &Occasion<'_>, message: MessageType) {
        let Some(record) = self.records.get(&occasion.call) else { return };
        let (reference, called) = (record.reference(), record.called);
        let first_response = matches!(occasion.state, State::CallPresent);
        let names_channel = match message {
            MessageType::SetupAcknowledge | MessageType::CallProceeding | MessageType::Connect => true,
            MessageType::Alerting => first_response,
            _ => false,
        };
        let channel = if names_channel { self.channel_element(occasion, true) } else { None };
        let request = occasion.request.as_ref();
        self.write(reference, message, |writer| {
            if let Some(Request::Progress { cause, .. }) = request {
                writer.optional(cause.map(|cause| CauseIe::new(HERE, cause)));
            }
            writer.optional(channel);
            request_elements(request, called, writer);
        });
    }
}

/// What the cause has to say more. Clause: Q.850, the table of diagnostics.
fn diagnose(occasion: &Occasion<'_>, cause: Cause, out: &mut Vec<u8>) {
    match cause {
        Cause::MANDATORY_IE_MISSING | Cause::INVALID_IE_CONTENTS => {
            if let Some((_, id)) = occasion.check.cause() {
                id.emit_diagnostic(out);
            }
        }
        Cause::MESSAGE_TYPE_UNKNOWN => out.push(occasion.message_type()),
        // In answer to a message; not where a state is incompatible.
        Cause::WRONG_STATE => match occasion.message {
            Some((message, _)) if message.message_type != MessageType::Status => {
                out.push(message.message_type.octet());
            }
            _ => {}
        },
        Cause::RECOVERY_ON_TIMER_EXPIRY => {
            out.extend_from_slice(occasion.expired.map_or(&[][..], crate::Timer::diagnostic));
        }
        _ => {}
    }
}

fn request_elements(
    request: Option<&Request>,
    called: qsig_core::PartyNumber,
    writer: &mut MessageWriter<'_>,
) {
    let facilities: &[Bytes] = match request {
        Some(
            Request::Alerting { facilities, .. }
            | Request::Progress { facilities, .. }
            | Request::Connect { facilities, .. }
            | Request::Facility { facilities },
        ) => facilities,
        _ => &[],
    };
    for contents in facilities {
        writer.facility(contents);
    }
    match request {
        Some(Request::Alerting { in_band: true, .. }) => {
            writer.element(ProgressIndicator::new(HERE, ProgressIndicator::IN_BAND));
        }
        Some(Request::Progress { description, .. }) => {
            writer.element(ProgressIndicator::new(HERE, *description));
        }
        Some(Request::Connect { connected: Some(connected), .. }) => {
            writer.element(InformationElement::ConnectedNumber((*connected).into()));
        }
        Some(Request::Notify { notification }) => {
            writer.element(NotificationIndicator::new(Notification::from_bits(*notification)));
        }
        Some(Request::Information { digits, complete }) => {
            let number = Number::new(qsig_core::PartyNumber { digits: *digits, ..called });
            writer.element(InformationElement::CalledPartyNumber(number));
            if *complete {
                writer.element(InformationElement::SendingComplete);
            }
        }
        _ => {}
    }
}

fn setup_elements(setup: &Setup, channel: Option<ChannelIdentification>, writer: &mut MessageWriter<'_>) {
    let (bearer, layers) = setup.bearer.split();
    writer.octets(bearer).optional(channel);
    for contents in &setup.facilities {
        writer.facility(contents);
    }
    if let Some(calling) = setup.calling {
        writer.element(InformationElement::CallingPartyNumber(calling.into()));
    }
    let calling = setup.calling_subaddress.as_deref().and_then(subaddress);
    writer.optional(calling.map(InformationElement::CallingPartySubaddress));
    writer.element(InformationElement::CalledPartyNumber(Number::new(setup.called)));
    let called = setup.called_subaddress.as_deref().and_then(subaddress);
    writer.optional(called.map(InformationElement::CalledPartySubaddress));
    writer.octets(layers);
    if setup.sending_complete {
        writer.element(InformationElement::SendingComplete);
    }
    writer.optional(setup.transit_counter.and_then(TransitCounter::new));
}

/// Contents that are no subaddress are left out: what came in was one.
fn subaddress(contents: &[u8]) -> Option<Subaddress<'_>> {
    Subaddress::parse(contents).ok()
}
