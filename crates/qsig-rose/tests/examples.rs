//! Worked examples of call completion, read and written, and the legal but unusual forms of one of them.
#![cfg(test)]

use std::{borrow::Cow, fmt::Write};

use qsig_ber::Oid;
use qsig_core::{Digits, NumberingPlan, TypeOfNumber};
use qsig_rose::{
    Argument, Component, EntityAddress, EntityType, ErrorValue, Facility, Form, Header, Interpretation,
    Invoke, LinkedId, Operation, Parameter, Problem, Reason, Reject, ResultValue, ReturnError, ReturnResult,
    Value,
    cc::{CcExtension, FullArg, OptionalArg, RequestArg, RequestRes},
    extension::Extension,
    name::{Name, NameArg},
    party::PartyNumber,
    presented::PresentedNumberUnscreened,
    subaddress::PartySubaddress,
};

/// Contents of Facility elements. All were decoded by tshark 4.0.17 without remark.
const EXAMPLES: [(&str, &str); 24] = [
    (
        "ccbsRequest that asks to keep service and connection",
        "9f aa 06 80 01 00 82 01 00 8b 01 01 a1 23 02 01 01 02 01 28 30 1b a0 06 80 04 31 30 30 31 80 04 32 30 30 32 40 05 04 03 80 90 a3 8c 01 ff 8d 01 ff",
    ),
    (
        "its result, no path reservation, service kept",
        "9f aa 06 80 01 00 82 01 00 8b 01 00 a2 10 02 01 01 30 0b 02 01 28 30 06 80 01 ff 81 01 ff",
    ),
    ("result with all defaults", "9f aa 06 80 01 00 82 01 00 8b 01 00 a2 0a 02 01 01 30 05 02 01 28 30 00"),
    ("shortTermRejection", "9f aa 06 80 01 00 82 01 00 8b 01 00 a3 07 02 01 01 02 02 03 f2"),
    (
        "ccnrRequest with typed numbers and a subaddress",
        "9f aa 06 80 01 00 82 01 00 8b 01 01 a1 39 02 01 02 02 01 1b 30 31 a0 0b a5 09 0a 01 04 12 04 31 30 30 31 a1 11 0a 01 01 12 0c 33 39 30 36 31 32 33 34 35 36 37 38 40 05 04 03 80 90 a3 aa 05 04 03 50 37 37 8d 01 00",
    ),
    (
        "ccExecPossible on the retained connection",
        "9f aa 06 80 01 00 82 01 00 8b 01 01 a1 08 02 01 01 02 01 1d 05 00",
    ),
    (
        "ccExecPossible on a connection of its own",
        "9f aa 06 80 01 00 82 01 00 8b 01 01 a1 1b 02 01 03 02 01 1d a0 13 80 04 31 30 30 31 80 04 32 30 30 32 40 05 04 03 80 90 a3",
    ),
    ("ccSuspend", "9f aa 06 80 01 00 82 01 00 8b 01 00 a1 08 02 01 04 02 01 20 05 00"),
    ("ccResume", "9f aa 06 80 01 00 82 01 00 8b 01 00 a1 08 02 01 05 02 01 21 05 00"),
    ("ccRingout", "9f aa 06 80 01 00 82 01 00 8b 01 00 a1 08 02 01 06 02 01 1f 05 00"),
    ("ccPathReserve", "9f aa 06 80 01 00 82 01 00 8b 01 01 a1 08 02 01 07 02 01 1e 05 00"),
    ("ccRingout on the reserved path", "9f aa 06 80 01 00 82 01 00 8b 01 00 a1 08 02 01 08 02 01 1f 05 00"),
    ("result of ccPathReserve", "9f aa 06 80 01 00 82 01 00 8b 01 00 a2 0a 02 01 07 30 05 02 01 1e 05 00"),
    ("ccCancel on the connection", "9f aa 06 80 01 00 82 01 00 8b 01 01 a1 08 02 01 09 02 01 1c 05 00"),
    (
        "ccCancel on a connection of its own",
        "9f aa 06 80 01 00 82 01 00 8b 01 01 a1 1b 02 01 0a 02 01 1c a0 13 80 04 31 30 30 31 80 04 32 30 30 32 40 05 04 03 80 90 a3",
    ),
    ("remoteUserBusyAgain", "9f aa 06 80 01 00 82 01 00 8b 01 00 a3 07 02 01 06 02 02 03 f4"),
    ("failureToMatch", "9f aa 06 80 01 00 82 01 00 8b 01 00 a3 07 02 01 06 02 02 03 f5"),
    ("reject of an operation", "9f aa 06 80 01 00 82 01 00 a4 06 02 01 01 81 01 01"),
    ("failedDueToInterworking", "9f aa 06 80 01 00 82 01 00 8b 01 00 a3 07 02 01 07 02 02 03 f6"),
    (
        "ccResume and a name in one element",
        "9f aa 06 80 01 00 82 01 00 8b 01 00 a1 08 02 01 0b 02 01 21 05 00 a1 0d 02 01 0c 02 01 00 80 05 41 6c 69 63 65",
    ),
    (
        "ccSuspend by object identifier",
        "9f aa 06 80 01 00 82 01 00 8b 01 00 a1 0b 02 01 0d 06 04 2b 0c 09 20 05 00",
    ),
    (
        "unspecified with an extension",
        "9f aa 06 80 01 00 82 01 00 8b 01 00 a3 13 02 01 0e 02 02 03 f0 30 0a 06 06 2b 0c 02 83 5a 01 05 00",
    ),
    (
        "ccSuspend with an extension",
        "9f aa 06 80 01 00 82 01 00 8b 01 00 a1 12 02 01 0f 02 01 20 ae 0a 06 06 2b 0c 02 83 5a 01 05 00",
    ),
    (
        "ccCancel without a connection",
        "9f aa 06 80 01 00 82 01 00 8b 01 00 a1 1b 02 01 10 02 01 1c a0 13 80 04 31 30 30 31 80 04 32 30 30 32 40 05 04 03 80 90 a3",
    ),
];

const BEARER: &[u8] = &[0x04, 0x03, 0x80, 0x90, 0xA3];
const CLEAR: Option<Interpretation> = Some(Interpretation::ClearCallIfAnyInvokePduNotRecognised);
const DISCARD: Option<Interpretation> = Some(Interpretation::DiscardAnyUnrecognisedInvokePdu);

fn octets(hex: &str) -> Vec<u8> {
    hex.split_whitespace().map(|octet| u8::from_str_radix(octet, 16).unwrap()).collect()
}

fn example(name: &str) -> Vec<u8> {
    octets(EXAMPLES.iter().find(|(example, _)| *example == name).unwrap().1)
}

fn written(interpretation: Option<Interpretation>, components: &[Component<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    Facility::emit(&Header::end_to_end(interpretation), components, &mut out).unwrap();
    out
}

/// One line a component: `name: value` pairs, nested in braces.
fn line(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Boolean(it) => write!(out, "{it}").unwrap(),
        Value::Integer(it) => write!(out, "{it}").unwrap(),
        Value::Text(it) => write!(out, "{it:?}").unwrap(),
        Value::Octets(it) => {
            for octet in it {
                write!(out, "{octet:02x}").unwrap();
            }
        }
        Value::List(items) => {
            out.push('[');
            for item in items {
                line(item, out);
            }
            out.push(']');
        }
        Value::Object { members, .. } => {
            out.push('{');
            for (position, (name, member)) in members.iter().enumerate() {
                let comma = if position == 0 { "" } else { ", " };
                write!(out, "{comma}{name}: ").unwrap();
                line(member, out);
            }
            out.push('}');
        }
    }
}

#[test]
fn examples_read() {
    let mut text = String::new();
    for (name, hex) in EXAMPLES {
        let octets = octets(hex);
        let facility = Facility::parse(&octets).unwrap();
        writeln!(text, "{name}").unwrap();
        for component in facility.components() {
            text.push_str("    ");
            line(&component.unwrap().to_value(), &mut text);
            text.push('\n');
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn examples_are_written_again_octet_for_octet() {
    for (name, hex) in EXAMPLES {
        let octets = octets(hex);
        let facility = Facility::parse(&octets).unwrap();
        let components: Vec<_> = facility.components().map(Result::unwrap).collect();
        let mut out = Vec::new();
        Facility::emit(&facility.header, &components, &mut out).unwrap();
        assert_eq!(out, octets, "{name}");
    }
}

fn unknown(digits: &str) -> PartyNumber {
    PartyNumber::Unknown(digits.parse().unwrap())
}

fn number(plan: NumberingPlan, kind: TypeOfNumber, digits: &str) -> PartyNumber {
    let digits: Digits = digits.parse().unwrap();
    qsig_core::PartyNumber { plan, kind, digits }.into()
}

fn full() -> FullArg<'static> {
    FullArg {
        number_a: unknown("1001"),
        number_b: unknown("2002"),
        service: Cow::Borrowed(BEARER),
        subaddr_a: None,
        subaddr_b: None,
        extension: None,
    }
}

fn extension() -> Extension<'static> {
    let id = Oid::from_contents(&[0x2B, 0x0C, 0x02, 0x83, 0x5A, 0x01][..]).unwrap();
    Extension { id, argument: Cow::Borrowed(&[5, 0]) }
}

fn invoke(id: i32, operation: Operation, argument: Argument<'static>) -> Component<'static> {
    Component::Invoke(Invoke::new(id, operation, argument))
}

const NONE: Argument<'_> = Argument::CcExtension(CcExtension::None);
const EXT_NONE: Argument<'_> = Argument::CcOptional(OptionalArg::Extension(CcExtension::None));

#[test]
fn requests_are_written_as_in_the_examples() {
    let request = RequestArg {
        number_a: PresentedNumberUnscreened::Allowed(unknown("1001")),
        number_b: unknown("2002"),
        service: Cow::Borrowed(BEARER),
        subaddr_a: None,
        subaddr_b: None,
        can_retain_service: Some(true),
        retain_sig_connection: Some(true),
        extension: None,
    };
    let ccnr = RequestArg {
        number_a: PresentedNumberUnscreened::Allowed(number(
            NumberingPlan::Private,
            TypeOfNumber::LOCAL,
            "1001",
        )),
        number_b: number(NumberingPlan::Public, TypeOfNumber::INTERNATIONAL, "390612345678"),
        subaddr_a: Some(PartySubaddress::Nsap(Cow::Borrowed(&[0x50, 0x37, 0x37]))),
        can_retain_service: None,
        retain_sig_connection: Some(false),
        ..request.clone()
    };
    let ccbs = invoke(1, Operation::CCBS_REQUEST, Argument::CcRequest(request));
    assert_eq!(written(CLEAR, &[ccbs]), example("ccbsRequest that asks to keep service and connection"));
    let ccnr = invoke(2, Operation::CCNR_REQUEST, Argument::CcRequest(ccnr));
    assert_eq!(written(CLEAR, &[ccnr]), example("ccnrRequest with typed numbers and a subaddress"));
}

#[test]
fn other_invokes_are_written_as_in_the_examples() {
    let full = || Argument::CcOptional(OptionalArg::Full(full()));
    let cases = [
        (
            "ccExecPossible on the retained connection",
            CLEAR,
            invoke(1, Operation::CC_EXEC_POSSIBLE, EXT_NONE),
        ),
        ("ccExecPossible on a connection of its own", CLEAR, invoke(3, Operation::CC_EXEC_POSSIBLE, full())),
        ("ccSuspend", DISCARD, invoke(4, Operation::CC_SUSPEND, NONE)),
        ("ccResume", DISCARD, invoke(5, Operation::CC_RESUME, NONE)),
        ("ccRingout", DISCARD, invoke(6, Operation::CC_RINGOUT, NONE)),
        ("ccRingout on the reserved path", DISCARD, invoke(8, Operation::CC_RINGOUT, NONE)),
        ("ccPathReserve", CLEAR, invoke(7, Operation::CC_PATH_RESERVE, NONE)),
        ("ccCancel on the connection", CLEAR, invoke(9, Operation::CC_CANCEL, EXT_NONE)),
        ("ccCancel on a connection of its own", CLEAR, invoke(10, Operation::CC_CANCEL, full())),
        ("ccCancel without a connection", DISCARD, invoke(16, Operation::CC_CANCEL, full())),
    ];
    for (name, interpretation, component) in cases {
        assert_eq!(written(interpretation, &[component]), example(name), "{name}");
    }
    let by_oid = Invoke { form: Form::Global, ..Invoke::new(13, Operation::CC_SUSPEND, NONE) };
    assert_eq!(written(DISCARD, &[Component::Invoke(by_oid)]), example("ccSuspend by object identifier"));
    let single = Argument::CcExtension(CcExtension::Single(extension()));
    let extended = invoke(15, Operation::CC_SUSPEND, single);
    assert_eq!(written(DISCARD, &[extended]), example("ccSuspend with an extension"));
    let name = Argument::Name(NameArg::Name(Name::Allowed(Cow::Borrowed(b"Alice"))));
    let two = [invoke(11, Operation::CC_RESUME, NONE), invoke(12, Operation::CALLING_NAME, name)];
    assert_eq!(written(DISCARD, &two), example("ccResume and a name in one element"));
}

#[test]
fn answers_are_written_as_in_the_examples() {
    let granted = RequestRes { no_path_reservation: Some(true), retain_service: Some(true), extension: None };
    let result = |id, operation, value| Component::ReturnResult(ReturnResult::new(id, operation, value));
    let error = |id, error| Component::ReturnError(ReturnError::new(id, error));
    let cases = [
        (
            "its result, no path reservation, service kept",
            result(1, Operation::CCBS_REQUEST, ResultValue::CcRequest(granted)),
        ),
        (
            "result with all defaults",
            result(1, Operation::CCBS_REQUEST, ResultValue::CcRequest(RequestRes::default())),
        ),
        (
            "result of ccPathReserve",
            result(7, Operation::CC_PATH_RESERVE, ResultValue::CcExtension(CcExtension::None)),
        ),
        ("shortTermRejection", error(1, ErrorValue::SHORT_TERM_REJECTION)),
        ("remoteUserBusyAgain", error(6, ErrorValue::REMOTE_USER_BUSY_AGAIN)),
        ("failureToMatch", error(6, ErrorValue::FAILURE_TO_MATCH)),
        ("failedDueToInterworking", error(7, ErrorValue::FAILED_DUE_TO_INTERWORKING)),
    ];
    for (name, component) in cases {
        assert_eq!(written(DISCARD, &[component]), example(name), "{name}");
    }
    let unspecified = ReturnError {
        parameter: Some(Parameter::Extension(extension())),
        ..ReturnError::new(14, ErrorValue::UNSPECIFIED)
    };
    let unspecified = Component::ReturnError(unspecified);
    assert_eq!(written(DISCARD, &[unspecified]), example("unspecified with an extension"));
    let reject = Reject { invoke_id: Some(1), problem: Problem::UNRECOGNIZED_OPERATION };
    assert_eq!(written(None, &[Component::Reject(reject)]), example("reject of an operation"));
}

/// The only component of contents, as it is on the wire.
fn only(octets: &[u8]) -> Result<Component<'_>, (Option<Problem>, Option<i32>, Reason)> {
    let facility = Facility::parse(octets).unwrap();
    let mut components = facility.components();
    let component = components.next().unwrap();
    assert_eq!(components.next(), None);
    component.map_err(|refused| (refused.problem, refused.invoke_id, refused.reason))
}

#[test]
fn suspend_is_read_in_every_legal_dress() {
    let plain = [
        "9F AA 06 80 01 00 82 01 00 8B 01 00 A1 80 02 01 04 02 01 20 05 00 00 00",
        "9F AA 06 80 01 00 82 01 00 8B 01 00 A1 81 08 02 01 04 02 01 20 05 00",
        "9F 8B 01 00 AA 06 80 01 00 82 01 00 A1 08 02 01 04 02 01 20 05 00",
        "91 A1 08 02 01 04 02 01 20 05 00",
        "9F AA 16 80 01 01 A1 06 80 04 31 30 30 31 82 01 01 A3 06 80 04 32 30 30 32 8B 01 02 A1 08 02 01 04 02 01 20 05 00",
        "9F AA 06 80 01 00 82 01 00 92 01 11 8B 01 00 A1 08 02 01 04 02 01 20 05 00",
        "9F AA 06 80 01 00 82 01 00 A1 08 02 01 04 02 01 20 05 00",
    ];
    for hex in plain {
        let octets = octets(hex);
        assert_eq!(only(&octets), Ok(invoke(4, Operation::CC_SUSPEND, NONE)), "{hex}");
    }
    let addressed = octets(plain[4]);
    let header = Facility::parse(&addressed).unwrap().header;
    let address = |digits| Some(EntityAddress::Number(unknown(digits)));
    let extension = header.extension.unwrap();
    assert_eq!((extension.source, extension.source_address), (EntityType::AnyTypeOfPinx, address("1001")));
    assert_eq!(
        (extension.destination, extension.destination_address),
        (EntityType::AnyTypeOfPinx, address("2002"))
    );
    let linked = octets("9F AA 06 80 01 00 82 01 00 8B 01 00 A1 0B 02 01 05 80 01 04 02 01 20 05 00");
    let wanted =
        Invoke { linked_id: Some(LinkedId::Present(4)), ..Invoke::new(5, Operation::CC_SUSPEND, NONE) };
    assert_eq!(only(&linked), Ok(Component::Invoke(wanted)));
}

#[test]
fn a_missing_argument_is_a_mistyped_argument() {
    let octets = octets("9F AA 06 80 01 00 82 01 00 8B 01 00 A1 06 02 01 05 02 01 20");
    let (problem, invoke_id, _) = only(&octets).unwrap_err();
    assert_eq!((problem, invoke_id), (Some(Problem::MISTYPED_ARGUMENT), Some(5)));
}

#[test]
fn a_result_of_an_id_alone_and_a_reject_without_id_are_read() {
    let bare = octets("9F AA 06 80 01 00 82 01 00 8B 01 00 A2 03 02 01 05");
    assert_eq!(only(&bare), Ok(Component::ReturnResult(ReturnResult { invoke_id: 5, result: None })));
    let reject = octets("9F AA 06 80 01 00 82 01 00 8B 01 00 A4 05 05 00 80 01 02");
    let wanted = Reject { invoke_id: None, problem: Problem::BADLY_STRUCTURED_COMPONENT };
    assert_eq!(only(&reject), Ok(Component::Reject(wanted)));
}

#[test]
fn an_unknown_operation_is_told_with_its_value() {
    let octets = octets("9F 8B 01 02 A1 08 02 01 07 02 01 7E 05 00");
    let facility = Facility::parse(&octets).unwrap();
    let refused = facility.components().next().unwrap().unwrap_err();
    assert_eq!(refused.problem, Some(Problem::UNRECOGNIZED_OPERATION));
    assert_eq!(refused.invoke_id, Some(7));
    assert_eq!(refused.code, Some(qsig_rose::Code::Local(126)));
    assert_eq!(refused.octets, &octets[4..]);
    assert_eq!(facility.header.interpretation, Some(Interpretation::RejectAnyUnrecognisedInvokePdu));
}

#[test]
fn what_follows_the_last_component_is_passed_over_in_silence() {
    for rest in ["00 00", "1C", "30 05", "A4 03"] {
        let octets = octets(&format!("91 A1 08 02 01 04 02 01 20 05 00 {rest}"));
        let facility = Facility::parse(&octets).unwrap();
        let [Ok(_), Err(refused)] = &facility.components().collect::<Vec<_>>()[..] else { panic!("{rest}") };
        assert_eq!((refused.problem, refused.reason, refused.offset), (None, Reason::TrailingOctets, 11));
    }
    let cut = octets("91 A1 08 02 01 04 02 01 20 05 00 A1 03");
    let refused = Facility::parse(&cut).unwrap().components().nth(1).unwrap().unwrap_err();
    assert_eq!(refused.problem, Some(Problem::BADLY_STRUCTURED_COMPONENT));
}

#[test]
fn an_element_of_another_profile_is_ignored_whole() {
    for hex in ["", "92 A1 00", "1F A1 00", "9F 92 01 20 A1 08 02 01 04 02 01 20 05 00"] {
        let octets = octets(hex);
        assert_eq!(Facility::parse(&octets).unwrap_err().problem, None, "{hex}");
    }
}
