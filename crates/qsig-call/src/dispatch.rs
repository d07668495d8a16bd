use alloc::vec::Vec;

use bytes::Bytes;
use qsig_core::{Cause, Instant};
use qsig_q931::{
    CallReference, Check, ElementId, Message, MessageType, Origin, Received,
    ie::{ChannelForm, CodingStandard, Selection, Subaddress},
};

use crate::{
    Bearer, End, Engine, Event, Fault, Kind, Setup, State, Stimulus,
    channel::{self, Named},
    occasion::Occasion,
    record::Record,
    stimulus::{Direction, Heard, InBand, Offer, Turn, Watch},
};

impl Engine {
    /// Takes a message: finds out whose it is and what it means there. Clause: Q.931 5.8.
    pub(crate) fn message(&mut self, now: Instant, octets: &[u8]) {
        self.counters.received += 1;
        if !self.link_up {
            // A stray of the layer below: no answer could be sent.
            self.counters.discarded += 1;
            return;
        }
        let Ok(message) = Message::parse(octets) else {
            self.counters.bad_header += 1;
            return self.outbox.tell(Event::Fault { call: None, fault: Fault::Header });
        };
        let received = message.received();
        match message.call_reference {
            CallReference::Dummy => self.connectionless(&message, &received),
            CallReference::Global(origin) => self.global(now, origin, &message, &received),
            CallReference::Call(origin, value) => {
                let direction = match origin {
                    Origin::Sender => Direction::Incoming,
                    Origin::Receiver => Direction::Outgoing,
                };
                match self.references.get(&(direction, value)).copied() {
                    Some(call) => {
                        let occasion = Occasion::of(now, call);
                        self.message_of_call(occasion, &message, &received);
                    }
                    None => self.message_of_nobody(now, direction, &message, &received),
                }
            }
        }
    }

    /// FACILITY on the dummy call reference; anything else there has no meaning.
    fn connectionless(&mut self, message: &Message<'_>, received: &Received<'_>) {
        let facility = message.message_type == MessageType::Facility;
        if facility && received.check(MessageType::Facility) == Check::Good {
            let facilities = received.facilities().map(Bytes::copy_from_slice).collect();
            let (called, calling) = (received.called, received.calling.map(Into::into));
            return self.outbox.tell(Event::Connectionless { called, calling, facilities });
        }
        self.counters.discarded += 1;
        let fault = Fault::Reference { message_type: message.message_type.octet() };
        self.outbox.tell(Event::Fault { call: None, fault });
    }

    fn message_of_call<'a>(
        &mut self,
        mut occasion: Occasion<'a>,
        message: &'a Message<'a>,
        received: &'a Received<'a>,
    ) {
        let Some(record) = self.records.get(&occasion.call) else {
            return self.internal_fault(occasion.call);
        };
        let first = record.state == State::CallInitiated && is_first_response(message.message_type);
        let check = match record.kind {
            Kind::Call if first => received.check_first_response(message.message_type),
            _ => forgive(received.check(message.message_type), message.message_type, record.state),
        };
        let mut heard = heard(message.message_type, received, check, Some(record));
        if first && check == Check::Good && record.kind == Kind::Call {
            match self.adopt(record, received) {
                Ok(chosen) => occasion.chosen = chosen,
                Err(()) => heard = Heard::ChannelBad,
            }
        }
        occasion.kind = record.kind;
        occasion.message = Some((message, received));
        occasion.check = check;
        occasion.end = end_of(heard);
        self.run_always(&mut occasion, Stimulus::Heard(heard));
    }

    /// A message whose call reference names no call: a new one, or a mistake.
    fn message_of_nobody<'a>(
        &mut self,
        now: Instant,
        direction: Direction,
        message: &'a Message<'a>,
        received: &'a Received<'a>,
    ) {
        let mut kind = Kind::Call;
        let mut chosen = None;
        let check = received.check(message.message_type);
        let heard = if message.message_type == MessageType::Setup {
            if direction == Direction::Incoming && received.is_call_independent() {
                kind = Kind::Connection;
            }
            let (offer, slot) = self.offer(direction, kind, check, received);
            chosen = slot;
            Heard::Setup(offer)
        } else {
            heard(message.message_type, received, check, None)
        };
        let mut occasion = Occasion::new(now, kind);
        occasion.message = Some((message, received));
        occasion.check = check;
        occasion.chosen = chosen;
        self.run_always(&mut occasion, Stimulus::Heard(heard));
    }

    /// Whether the SETUP can be had, and the slot for it.
    fn offer(
        &self,
        direction: Direction,
        kind: Kind,
        check: Check,
        received: &Received<'_>,
    ) -> (Offer, Option<u8>) {
        match check {
            _ if direction == Direction::Outgoing => return (Offer::Flag1, None),
            Check::Missing(_) => return (Offer::Missing, None),
            Check::BadContents(_) => return (Offer::BadContents, None),
            Check::Good if self.is_full(kind) => return (Offer::LimitReached, None),
            Check::Good if kind == Kind::Connection => return (Offer::Usable, None),
            Check::Good => {}
        }
        let Some(element) = &received.channel else { return (Offer::Missing, None) };
        let slot = match self.channels.named(element) {
            Named::None => return (Offer::BadContents, None),
            Named::Absent => return (Offer::NoSuchChannel, None),
            Named::Any => None,
            Named::Slots(slots) => channel::first(slots),
        };
        if let Some(slot) = slot.filter(|slot| self.channels.is_free(*slot)) {
            return (Offer::Usable, Some(slot));
        }
        let other = self.channels.hunt();
        let crossed = slot
            .and_then(|slot| self.channels.holder(slot))
            .and_then(|holder| self.records.get(&holder))
            .is_some_and(|holder| holder.state == State::CallInitiated);
        match (crossed, slot, other) {
            (true, Some(slot), _) if !self.channels.keeps_in_glare() => (Offer::GlareWeYield, Some(slot)),
            (true, Some(_), _) if element.exclusive => (Offer::GlareWeKeep, None),
            (true, Some(_), None) => (Offer::GlareWeKeep, None),
            (false, Some(_), _) if element.exclusive => (Offer::Held, None),
            (_, Some(_), Some(other)) => (Offer::OtherFree, Some(other)),
            (_, None, Some(other)) => (Offer::Usable, Some(other)),
            (_, _, None) => (Offer::NoneFree, None),
        }
    }

    /// The slot to change over to after a first response, `None` to keep the one held. `Err`: the response names
    /// a channel that cannot be.
    fn adopt(&self, record: &Record, received: &Received<'_>) -> Result<Option<u8>, ()> {
        let named = received.channel.map_or(Named::None, |element| self.channels.named(&element));
        match (named, record.channel) {
            // It names none: that of the SETUP stays, unless glare has taken it.
            (Named::None | Named::Any, Some(_)) => Ok(None),
            (Named::Slots(slots), Some(held)) if slots == channel::bit(held) => Ok(None),
            (Named::Slots(slots), _) if !record.exclusive => {
                channel::first(slots).filter(|slot| self.channels.is_free(*slot)).map(Some).ok_or(())
            }
            _ => Err(()),
        }
    }
}

/// What the message is to a call, or without one to nobody.
fn heard(message_type: MessageType, received: &Received<'_>, check: Check, record: Option<&Record>) -> Heard {
    use MessageType as Type;
    let good = check == Check::Good;
    match message_type {
        // Segmentation is not served.
        Type::Segment => Heard::Unknown,
        other if !other.in_qsig() => Heard::Unknown,
        Type::Restart | Type::RestartAcknowledge => Heard::Restart,
        // In a call that exists, a repetition.
        Type::Setup => Heard::Setup(Offer::Usable),
        Type::Disconnect if !good => Heard::BadDisconnect,
        Type::Release if !good => Heard::BadRelease,
        Type::ReleaseComplete if !good => Heard::BadReleaseComplete,
        Type::Status if good => status(received, record),
        Type::Status => Heard::StatusBad,
        Type::StatusEnquiry => Heard::StatusEnquiry,
        Type::ConnectAcknowledge => Heard::ConnectAcknowledge,
        _ if !good => Heard::BadOther,
        Type::SetupAcknowledge => Heard::SetupAcknowledge,
        Type::CallProceeding if record.is_some_and(|record| !record.supervised) => {
            Heard::CallProceeding(Watch::TAudit)
        }
        Type::CallProceeding => Heard::CallProceeding(Watch::T310),
        Type::Alerting => Heard::Alerting,
        Type::Progress if received.is_in_band() => Heard::Progress(InBand::Yes),
        Type::Progress => Heard::Progress(InBand::No),
        Type::Connect => Heard::Connect(record.map_or(Direction::Incoming, |record| record.direction)),
        Type::Disconnect => Heard::Disconnect,
        Type::Release => Heard::Release,
        Type::ReleaseComplete => Heard::ReleaseComplete,
        Type::Information => Heard::Information,
        Type::Facility => Heard::Facility,
        Type::Notify => Heard::Notify,
        _ => Heard::Unknown,
    }
}

/// What a STATUS with Cause and Call state means. Clause: Q.931 5.8.11; which states go together is our choice.
fn status(received: &Received<'_>, record: Option<&Record>) -> Heard {
    let Some(reported) = received.call_state.filter(|state| state.coding == CodingStandard::Itu) else {
        return Heard::StatusBad;
    };
    let one_of_active = |value| matches!(value, 1..=4 | 6 | 7 | 9 | 25);
    match (record, reported.value) {
        (_, 0) => Heard::StatusNull,
        (_, value) if !matches!(value, 1..=4 | 6..=12 | 15 | 17 | 19 | 22 | 25) => Heard::StatusBad,
        (None, _) => Heard::StatusIncompatible(Turn::First),
        (Some(record), value) => {
            let own = record.state.value();
            if (own == 10 && one_of_active(value)) || (value == 10 && one_of_active(own)) {
                Heard::StatusIncompatible(if record.mismatch { Turn::Last } else { Turn::First })
            } else {
                Heard::StatusCompatible
            }
        }
    }
}

/// Whether a STATUS only says that all is well: the answer to STATUS ENQUIRY, with a state that goes with ours.
pub(crate) fn is_plain_answer(received: &Received<'_>, record: Option<&Record>) -> bool {
    let answer = received.cause.is_some_and(|element| element.cause == Cause::RESPONSE_TO_STATUS_ENQUIRY);
    answer && status(received, record) == Heard::StatusCompatible
}

/// RELEASE and RELEASE COMPLETE that are not the first clearing message need no Cause.
fn forgive(check: Check, message_type: MessageType, state: State) -> Check {
    let answer = matches!(message_type, MessageType::Release | MessageType::ReleaseComplete);
    let clearing =
        matches!(state, State::DisconnectRequest | State::DisconnectIndication | State::ReleaseRequest);
    match check {
        Check::Missing(ElementId::CAUSE) | Check::BadContents(ElementId::CAUSE) if answer && clearing => {
            Check::Good
        }
        check => check,
    }
}

const fn is_first_response(message_type: MessageType) -> bool {
    matches!(
        message_type,
        MessageType::SetupAcknowledge
            | MessageType::CallProceeding
            | MessageType::Alerting
            | MessageType::Progress
            | MessageType::Connect
    )
}

/// What ends the call, if this message does.
const fn end_of(heard: Heard) -> End {
    match heard {
        Heard::Release | Heard::BadRelease => End::Release,
        Heard::StatusNull => End::StatusNull,
        _ => End::ReleaseComplete,
    }
}

/// Whether channels are written as a slot map of E1.
pub(crate) fn has_slot_map(received: &Received<'_>) -> bool {
    received
        .channel
        .is_some_and(|element| matches!(element.selection, Selection::Channels(ChannelForm::SlotMap32, _)))
}

/// What a SETUP tells call control.
pub(crate) fn setup(kind: Kind, received: &Received<'_>, channel: Option<u8>) -> Setup {
    let contents = |subaddress: Option<Subaddress<'_>>| {
        subaddress.map(|subaddress| {
            let mut octets = Vec::new();
            subaddress.emit(&mut octets);
            Bytes::from(octets)
        })
    };
    Setup {
        kind,
        bearer: Bearer::from_received(received),
        channel,
        calling: received.calling.map(Into::into),
        calling_subaddress: contents(received.calling_subaddress),
        called: received.called.unwrap_or_default(),
        called_subaddress: contents(received.called_subaddress),
        facilities: received.facilities().map(Bytes::copy_from_slice).collect(),
        sending_complete: received.sending_complete,
        transit_counter: received.transit_counter.map(qsig_q931::ie::TransitCounter::count),
        supervised: true,
        repeat_facilities: false,
    }
}
