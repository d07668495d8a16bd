//! The worked examples, read and written again.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::fmt::Write as _;

use qsig_core::{Cause, Digits, PartyNumber};
use qsig_q931::{
    CallReference, CallReferenceValue, Check, ElementId, Faults, FieldValue, InformationElement, Message,
    MessageType, MessageWriter, Origin,
    ie::{
        BearerCapability, CallState, CauseIe, ChannelIdentification, Location, Notification,
        NotificationIndicator, Number, PartyCategory, Presentation, ProgressIndicator, RestartIndicator,
        Screening, TransitCounter,
    },
};

/// A worked example.
struct Example {
    name: &'static str,
    about: &'static str,
    octets: Vec<u8>,
}

fn examples() -> Vec<Example> {
    let blocks = include_str!("examples/messages.txt").split("\n\n");
    blocks
        .map(|block| {
            let (title, hex) = block.trim().split_once('\n').expect("a title and octets");
            let (name, about) = title.split_once(' ').expect("a name");
            let octets = hex.split(' ').map(|octet| u8::from_str_radix(octet, 16).expect("hex")).collect();
            Example { name, about, octets }
        })
        .collect()
}

fn example(name: &str) -> Vec<u8> {
    examples().into_iter().find(|example| example.name == name).expect("a known name").octets
}

#[test]
fn every_example_has_its_header_elements_and_fields() {
    let mut tree = String::new();
    for Example { name, about, octets } in examples() {
        let message = Message::parse(&octets).unwrap();
        writeln!(tree, "{name} {about}").unwrap();
        writeln!(tree, "  {} {}", message.message_type, message.call_reference).unwrap();
        for element in message.elements() {
            let element = element.unwrap();
            write!(tree, "    {:3} {}:", element.offset, element.id()).unwrap();
            let value = element.value().unwrap();
            value.fields(&mut |name, value| {
                match value {
                    FieldValue::Number(number) => write!(tree, " {name}={number}"),
                    FieldValue::Text(text) => write!(tree, " {name}={text:?}"),
                    FieldValue::Octets(octets) => write!(tree, " {name}={octets:02x?}"),
                    FieldValue::Bool(yes) => write!(tree, " {name}={yes}"),
                    FieldValue::Numbers(numbers) => write!(tree, " {name}={numbers:?}"),
                }
                .unwrap();
            });
            if let InformationElement::Facility(contents) = value {
                write!(tree, " {} octets", contents.len()).unwrap();
            }
            tree.push('\n');
        }
    }
    insta::assert_snapshot!(tree);
}

#[test]
fn every_example_is_written_again_from_its_typed_values() {
    let all = examples();
    assert_eq!(all.len(), 37);
    for Example { name, octets, .. } in all {
        let message = Message::parse(&octets).unwrap();
        let mut out = Vec::new();
        let mut writer = MessageWriter::new(&mut out, message.call_reference, message.message_type);
        for element in message.elements() {
            writer.element(element.unwrap().value().unwrap());
        }
        writer.finish().unwrap();
        assert_eq!(out, octets, "{name}");
    }
}

#[test]
fn every_example_has_what_its_type_demands() {
    for Example { name, octets, .. } in examples() {
        let message = Message::parse(&octets).unwrap();
        let received = message.received();
        assert_eq!(received.check(message.message_type), Check::Good, "{name}");
        assert_eq!(received.faults, Faults::default(), "{name}");
        let facilities = octets.windows(2).filter(|pair| *pair == [0x9F, 0xAA]).count();
        assert_eq!(received.facilities().count(), facilities, "{name}");
    }
}

#[test]
fn every_cut_of_every_example_is_refused_or_read_up_to_the_cut() {
    for Example { name, octets, .. } in examples() {
        let whole = Message::parse(&octets).unwrap();
        for length in 0..octets.len() {
            let cut = &octets[..length];
            let header = octets.len() - whole.body().len();
            let Ok(message) = Message::parse(cut) else {
                assert!(length < header, "{name} cut to {length} is refused");
                continue;
            };
            assert!(length >= header, "{name} cut to {length} is taken");
            let mut seen = message.elements().with_shifts();
            let mut end = header;
            for (element, original) in seen.by_ref().zip(whole.elements().with_shifts()) {
                let original = original.unwrap();
                match element {
                    Ok(element) => {
                        assert_eq!(element, original, "{name} cut to {length}");
                        end += element.as_octets().len();
                    }
                    Err(error) => {
                        assert_eq!((error.offset, error.identifier), (original.offset, original.identifier));
                        end += error.have;
                    }
                }
            }
            assert_eq!(end, length, "{name} cut to {length}: nothing is lost");
            assert_ne!(
                message.received().check(message.message_type),
                Check::BadContents(ElementId::FACILITY)
            );
        }
    }
}

fn call(origin: Origin, value: u16) -> CallReference {
    CallReference::Call(origin, CallReferenceValue::new(value).unwrap())
}

fn number(digits: &str) -> PartyNumber {
    PartyNumber::unknown(digits.parse::<Digits>().unwrap())
}

fn calling(digits: &str) -> InformationElement<'static> {
    let calling = Number::with_indicators(number(digits), Presentation::Allowed, Screening::Passed);
    InformationElement::CallingPartyNumber(calling)
}

fn called(digits: &str) -> InformationElement<'static> {
    InformationElement::CalledPartyNumber(Number::new(number(digits)))
}

/// The message of this header and these elements.
fn written(
    reference: CallReference,
    message_type: MessageType,
    elements: &[InformationElement<'_>],
) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = MessageWriter::new(&mut out, reference, message_type);
    for element in elements {
        writer.element(*element);
    }
    writer.finish().unwrap();
    out
}

#[test]
fn a_basic_call_is_written_as_in_the_examples() {
    let setup = [
        BearerCapability::SPEECH_A_LAW.into(),
        ChannelIdentification::channel(1, true).into(),
        calling("1001"),
        called("2002"),
        InformationElement::SendingComplete,
    ];
    assert_eq!(written(call(Origin::Sender, 1), MessageType::Setup, &setup), example("E01"));
    let busy = CauseIe::new(Location::PrivateLocal, Cause::USER_BUSY).into();
    assert_eq!(written(call(Origin::Receiver, 1), MessageType::Disconnect, &[busy]), example("E02"));
    let counted = [
        BearerCapability::SPEECH_A_LAW.into(),
        ChannelIdentification::channel(4, true).into(),
        calling("1001"),
        called("2002"),
        InformationElement::SendingComplete,
        TransitCounter::new(5).unwrap().into(),
        PartyCategory::Extension.into(),
    ];
    assert_eq!(written(call(Origin::Sender, 9), MessageType::Setup, &counted), example("E29"));
    let suspended = NotificationIndicator::new(Notification::UserSuspended).into();
    assert_eq!(written(call(Origin::Sender, 1), MessageType::Notify, &[suspended]), example("E35"));
}

#[test]
fn a_signalling_connection_is_written_as_in_the_examples() {
    let octets = example("E03");
    let facility = Message::parse(&octets).unwrap().received().facilities().next().unwrap();
    let setup = [
        BearerCapability::CALL_INDEPENDENT.into(),
        ChannelIdentification::D_CHANNEL.into(),
        InformationElement::Facility(facility),
        calling("1001"),
        called("2002"),
        InformationElement::SendingComplete,
    ];
    assert_eq!(written(call(Origin::Sender, 2), MessageType::Setup, &setup), octets);
    let proceeding = [ChannelIdentification::D_CHANNEL.into()];
    let answer = call(Origin::Sender, 2).inverted();
    assert_eq!(written(answer, MessageType::CallProceeding, &proceeding), example("E04"));
    let acknowledge = written(call(Origin::Sender, 2), MessageType::ConnectAcknowledge, &[]);
    assert_eq!(acknowledge, example("E06"));
    let octets = example("E17");
    let facility = Message::parse(&octets).unwrap().received().facilities().next().unwrap();
    let in_band = ProgressIndicator::new(Location::PrivateLocal, ProgressIndicator::IN_BAND);
    let progress = [InformationElement::Facility(facility), in_band.into()];
    assert_eq!(written(call(Origin::Receiver, 7), MessageType::Progress, &progress), octets);
    let octets = example("E34");
    let facility = Message::parse(&octets).unwrap().received().facilities().next().unwrap();
    let connectionless = [InformationElement::Facility(facility), calling("1001"), called("2002")];
    assert_eq!(written(CallReference::Dummy, MessageType::Facility, &connectionless), octets);
}

#[test]
fn restart_and_status_are_written_as_in_the_examples() {
    let restart =
        [ChannelIdentification::channel(1, true).into(), RestartIndicator::IndicatedChannels.into()];
    let global = CallReference::Global(Origin::Sender);
    assert_eq!(written(global, MessageType::Restart, &restart), example("E30"));
    assert_eq!(written(global.inverted(), MessageType::RestartAcknowledge, &restart), example("E31"));
    let enquiry = call(Origin::Sender, 1);
    assert_eq!(written(enquiry, MessageType::StatusEnquiry, &[]), example("E32"));
    let answer = CauseIe::new(Location::PrivateLocal, Cause::RESPONSE_TO_STATUS_ENQUIRY);
    let status = [answer.into(), CallState::new(10).into()];
    assert_eq!(written(enquiry.inverted(), MessageType::Status, &status), example("E33"));
    let unknown = CauseIe::new(Location::PrivateLocal, Cause::MESSAGE_TYPE_UNKNOWN);
    let status = [unknown.with_diagnostics(&[0x50]).into(), CallState::new(10).into()];
    assert_eq!(written(enquiry.inverted(), MessageType::Status, &status), example("E36"));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(256))]

    #[test]
    fn an_example_with_some_octets_changed_is_read_without_loss(
        which in 0..37usize,
        changes in proptest::collection::vec((proptest::prelude::any::<u8>(), proptest::prelude::any::<u8>()), 1..5),
    ) {
        let mut octets = examples().swap_remove(which).octets;
        for (at, octet) in changes {
            let at = usize::from(at) % octets.len();
            octets[at] = octet;
        }
        let Ok(message) = Message::parse(&octets) else { return Ok(()) };
        let received = message.received();
        let check = received.check(message.message_type);
        // Nothing that was seen is called missing.
        if let Check::Missing(id) = check {
            let is_unknown = received.faults.not_comprehended == Some(id);
            let is_seen = message.elements().flatten().any(|element| {
                element.id() == id && !element.octets.is_empty() && element.value().is_ok()
            });
            proptest::prop_assert!(is_unknown || !is_seen, "{id} is called missing");
        }
        if !matches!(message.message_type, MessageType::Segment | MessageType::Escape) {
            let mut out = Vec::new();
            for element in message.elements().with_shifts() {
                match element {
                    Ok(element) => element.emit(&mut out),
                    Err(cut) => out.extend_from_slice(&octets[cut.offset..]),
                }
            }
            proptest::prop_assert_eq!(out.as_slice(), message.body());
        }
    }
}
