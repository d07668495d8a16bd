//! The schema held against the Facility vectors and against the types that are written by hand.
#![cfg(test)]

use std::{collections::BTreeSet, fs, path::Path};

use proptest::prelude::*;
use qsig_ber::{Element, Reader, Tag, Writer};
use qsig_rose::{
    Argument, Code, Component, EntityAddress, EntityType, Facility, Header, NetworkFacilityExtension,
    Operation, Value,
    cc::{CcExtension, OptionalArg, RequestArg, RequestRes},
    diversion::{DivertingLegInformation1, DivertingLegInformation2, DivertingLegInformation3},
    name::NameArg,
    schema::{Encoded, Shape, TreeFault, Type},
};
use serde_json::Value as Json;

fn vectors(file: &str) -> Vec<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../captures/vectors/facility").join(file);
    let octets = |line: &str| {
        let line: Json = serde_json::from_str(line).unwrap();
        let hex = line["hex"].as_str().unwrap();
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    };
    fs::read_to_string(path).unwrap().lines().map(octets).collect()
}

/// An argument or result, cut out of a Facility element without asking the decoder that is tested.
struct Carried<'a> {
    operation: Operation,
    of: &'static Type,
    element: Element<'a>,
}

fn carried(octets: &[u8]) -> Vec<Carried<'_>> {
    let components = Reader::new(octets.get(1..).unwrap_or_default()).flatten();
    components.filter_map(|component| cut_out(&component)).collect()
}

fn cut_out<'a>(component: &Element<'a>) -> Option<Carried<'a>> {
    let is_result = component.is(Tag::context(2));
    if !is_result && !component.is(Tag::context(1)) {
        return None;
    }
    let mut fields: Vec<_> = component.children().ok()?.flatten().skip(1).collect();
    if is_result {
        fields = fields.first()?.children().ok()?.flatten().collect();
    } else if fields.first()?.is(Tag::context(0)) || fields.first()?.is(Tag::context(1)) {
        fields.remove(0);
    }
    let [code, element, ..] = fields[..] else { return None };
    let code = if code.is(Tag::INTEGER) {
        Code::Local(code.integer().ok()?)
    } else {
        Code::Global(code.oid().ok()?)
    };
    let operation = Operation::from_code(&code)?;
    let of = if is_result { operation.result_type() } else { operation.argument_type() };
    Some(Carried { operation, of: of?, element })
}

/// The octets that the code written by hand writes, and its tree if it has one.
type ByHand = (Vec<u8>, Option<Value>);

/// What the code written by hand makes of a value. `None` for a type that is not written by hand.
fn by_hand(of: &Type, element: &Element<'_>) -> Option<Result<ByHand, ()>> {
    fn read<T>(
        read: Result<T, qsig_rose::ValueError>,
        tree: fn(&T) -> Value,
        emit: fn(&T, &mut Writer<'_>),
    ) -> Result<ByHand, ()> {
        let value = read.map_err(|_| ())?;
        let tree = tree(&value);
        Ok((octets(Ok(value), emit)?.0, Some(tree)))
    }
    fn octets<T>(
        read: Result<T, qsig_rose::ValueError>,
        emit: fn(&T, &mut Writer<'_>),
    ) -> Result<ByHand, ()> {
        let value = read.map_err(|_| ())?;
        let mut octets = Vec::new();
        emit(&value, &mut Writer::new(&mut octets));
        Ok((octets, None))
    }
    if element.verify().is_err() {
        return Some(Err(()));
    }
    Some(match of.name {
        "CcRequestArg" => read(RequestArg::parse(element), RequestArg::to_value, RequestArg::emit),
        "CcRequestRes" => read(RequestRes::parse(element), RequestRes::to_value, RequestRes::emit),
        "CcOptionalArg" => read(OptionalArg::parse(element), OptionalArg::to_value, OptionalArg::emit),
        "CcExtension" => read(CcExtension::parse(element), CcExtension::to_value, CcExtension::emit),
        "DivertingLegInformation1Arg" => {
            octets(DivertingLegInformation1::parse(element), DivertingLegInformation1::emit)
        }
        "DivertingLegInformation2Arg" => {
            octets(DivertingLegInformation2::parse(element), DivertingLegInformation2::emit)
        }
        "DivertingLegInformation3Arg" => {
            octets(DivertingLegInformation3::parse(element), DivertingLegInformation3::emit)
        }
        "NameArg" => read(NameArg::parse(element), NameArg::to_value, NameArg::emit),
        _ => return None,
    })
}

/// The tree without the elements that the type does not have.
fn without_unknown(value: Value) -> Value {
    match value {
        Value::Object { members, .. } => {
            let members = members.into_iter().map(|(name, it)| (name, without_unknown(it)));
            Value::object(members.collect::<Vec<_>>())
        }
        Value::List(items) => Value::List(items.into_iter().map(without_unknown).collect()),
        other => other,
    }
}

/// Both refuse the value, or both give the same tree and write it alike. Whether it is of a type written by hand.
fn agrees_with_hand(of: &'static Type, element: &Element<'_>) -> bool {
    let Some(hand) = by_hand(of, element) else { return false };
    let seen = Encoded::parse(of, element).map_err(|_| ());
    let seen = seen.map(|seen| {
        let tree = without_unknown(seen.to_value());
        let octets = Encoded::from_value(of, &tree).unwrap().octets().to_vec();
        (octets, matches!(hand, Ok((_, Some(_)))).then_some(tree))
    });
    assert_eq!(seen, hand, "{of:?} {:02x?}", element.octets);
    true
}

#[test]
fn a_plain_value_is_written_again_octet_for_octet() {
    let mut values = 0;
    let mut operations = BTreeSet::new();
    for octets in vectors("valid-plain.jsonl") {
        for Carried { operation, of, element } in carried(&octets) {
            let tree = Encoded::parse(of, &element).unwrap().to_value();
            let again = Encoded::from_value(of, &tree).unwrap();
            assert_eq!(again.octets(), element.octets, "{operation}");
            values += 1;
            operations.insert(operation);
        }
    }
    let typed = Operation::ALL.iter().filter(|operation| operation.argument_type().is_some()).count();
    assert_eq!((values, operations.len(), typed), (1288, 66, 111));
}

#[test]
fn unknown_elements_are_written_again_octet_for_octet() {
    let mut with_unknown = 0;
    for octets in vectors("valid-unusual.jsonl") {
        for Carried { of, element, .. } in carried(&octets) {
            let tree = Encoded::parse(of, &element).unwrap().to_value();
            let again = Encoded::from_value(of, &tree).unwrap();
            assert_eq!(again.to_value(), tree, "{of:?} {:02x?}", element.octets);
            with_unknown += usize::from(without_unknown(tree.clone()) != tree);
        }
    }
    assert_eq!(with_unknown, 53);
}

#[test]
fn types_written_by_hand_read_and_write_as_the_schema_says() {
    let mut compared = 0;
    for file in ["valid-plain.jsonl", "valid-unusual.jsonl", "lenient.jsonl", "invalid.jsonl"] {
        for octets in vectors(file) {
            compared += carried(&octets).iter().filter(|it| agrees_with_hand(it.of, &it.element)).count();
        }
    }
    assert_eq!(compared, 917);
}

#[test]
fn types_written_by_hand_refuse_what_the_schema_refuses() {
    // Each octet of each value is changed in turn, by a walk that is the same each time.
    let mut state = 0x9E37_79B9_u32;
    let mut compared = 0;
    for octets in vectors("valid-plain.jsonl") {
        for Carried { of, element, .. } in carried(&octets) {
            for at in 0..element.octets.len() {
                state = state.wrapping_mul(0x0019_660D).wrapping_add(0x3C6E_F35F);
                let mut damaged = element.octets.to_vec();
                damaged[at] ^= u8::try_from(state >> 24).unwrap() | 1;
                let Ok(element) = Reader::new(&damaged).read() else { continue };
                compared += usize::from(agrees_with_hand(of, &element));
            }
        }
    }
    assert!(compared > 10_000, "{compared}");
}

#[test]
fn the_header_is_written_as_the_schema_says() {
    let number = EntityAddress::Number(qsig_rose::party::PartyNumber::Unknown("12".parse().unwrap()));
    let extension = NetworkFacilityExtension {
        source: EntityType::EndPinx,
        source_address: Some(number),
        destination: EntityType::AnyTypeOfPinx,
        destination_address: Some(EntityAddress::Nsap([7; 20])),
    };
    let header = Header { extension: Some(extension), ..Header::end_to_end(None) };
    let mut octets = Vec::new();
    Facility::emit(&header, &[], &mut octets).unwrap();
    let element = Reader::new(&octets[1..]).read().unwrap();
    let seen = Encoded::parse(Type::named("NetworkFacilityExtension").unwrap(), &element).unwrap();
    assert_eq!(Some(&seen.to_value()), header.to_value().member("networkFacilityExtension"));
}

#[test]
fn components_are_written_as_the_schema_says() {
    let of = Type::named("Component").unwrap();
    let mut components = 0;
    for octets in vectors("valid-plain.jsonl") {
        let facility = Facility::parse(&octets).unwrap();
        for component in facility.components() {
            let mut out = Vec::new();
            component.unwrap().emit(&mut Writer::new(&mut out));
            let seen = Encoded::parse(of, &Reader::new(&out).read().unwrap()).unwrap();
            assert_eq!(Encoded::from_value(of, &seen.to_value()).unwrap().octets(), out);
            components += 1;
        }
    }
    assert_eq!(components, 1530);
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

#[test]
fn a_tree_of_another_shape_is_refused_with_the_name_of_its_part() {
    let of = Operation::PATH_REPLACE_PROPOSE.argument_type().unwrap();
    let propose = |identity: Value, number: Value| {
        Value::object([("callIdentity", identity), ("rerouteingNumber", number)])
    };
    let number = || Value::object([("unknownPartyNumber", text("1"))]);
    let fault = |tree: &Value| {
        let error = Encoded::from_value(of, tree).unwrap_err();
        (error.name, error.fault)
    };
    assert!(Encoded::from_value(of, &propose(text("1"), number())).is_ok());
    assert_eq!(fault(&Value::object([("rerouteingNumber", number())])), ("callIdentity", TreeFault::Missing));
    assert_eq!(fault(&propose(Value::Null, number())), ("callIdentity", TreeFault::Shape("texts")));
    assert_eq!(fault(&text("1")), ("PRProposeArg", TreeFault::Shape("objects")));
    let stranger = Value::object([("callIdentity", text("1")), ("rerouteing", number())]);
    assert_eq!(fault(&stranger), ("PRProposeArg", TreeFault::Shape("the fields of its type")));
    let (name, fault) = fault(&propose(text("12345"), number()));
    assert_eq!(name, "PRProposeArg");
    assert_eq!(fault.to_string(), "callIdentity out of range at octet 2");
}

#[test]
fn a_later_field_does_not_stand_in_for_a_missing_one() {
    let of = Operation::PATH_REPLACE_RETAIN.argument_type().unwrap();
    let fault =
        |octets: &[u8]| Encoded::parse(of, &Reader::new(octets).read().unwrap()).unwrap_err().to_string();
    // callIdentity is there, rerouteingNumber is not; then an extension, or an element that no later edition has.
    let extension = [0x30, 12, 0x12, 1, b'1', 0xA2, 7, 0x30, 5, 6, 1, 0x2B, 5, 0];
    assert_eq!(fault(&extension), "rerouteingNumber missing in the element at octet 0");
    assert_eq!(fault(&[0x30, 5, 0x12, 1, b'1', 5, 0]), "no rerouteingNumber at octet 5");
}

#[test]
fn the_argument_of_an_operation_without_types_is_kept_as_it_came() {
    let octets = [0x91, 0xA1, 10, 2, 1, 1, 2, 1, 72, 0x30, 2, 5, 0];
    let facility = Facility::parse(&octets).unwrap();
    let Some(Ok(Component::Invoke(invoke))) = facility.components().next() else { panic!() };
    assert_eq!(invoke.operation, Operation::AUTH_WTM_USER);
    assert_eq!(invoke.argument, Argument::Other(&octets[9..]));
    assert_eq!(invoke.operation.has_result(), None);
}

/// Whatever is taken is written canonically, and is then the same value and the same octets.
fn keeps_its_value(of: &'static Type, octets: &[u8]) {
    let Ok(element) = Reader::new(octets).read() else { return };
    let Ok(seen) = Encoded::parse(of, &element) else { return };
    let tree = seen.to_value();
    let Ok(again) = Encoded::from_value(of, &tree) else {
        panic!("{of:?} {octets:02x?} {tree:?}");
    };
    assert_eq!(again.to_value(), tree, "{of:?} {octets:02x?}");
    assert_eq!(Encoded::from_value(of, &again.to_value()).unwrap(), again);
}

#[test]
fn damaged_values_are_refused_or_keep_their_value() {
    let mut state = 0x0BAD_5EED_u32;
    for file in ["valid-plain.jsonl", "valid-unusual.jsonl"] {
        for octets in vectors(file) {
            for Carried { of, element, .. } in carried(&octets) {
                for _ in 0..16 {
                    state = state.wrapping_mul(0x0019_660D).wrapping_add(0x3C6E_F35F);
                    let mut damaged = element.octets.to_vec();
                    let at = usize::try_from(state >> 8).unwrap() % damaged.len();
                    damaged[at] ^= u8::try_from(state >> 24).unwrap() | 1;
                    keeps_its_value(of, &damaged);
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn any_octets_are_refused_or_keep_their_value(
        name in prop::sample::select(Type::all().collect::<Vec<_>>()),
        mut octets in prop::collection::vec(any::<u8>(), 2..40),
    ) {
        if let Some(tag) = name.tag.filter(|tag| tag.number < 31 && !matches!(name.shape, Shape::Open)) {
            let mut tagged = Vec::new();
            Writer::new(&mut tagged).primitive(tag, &octets);
            octets.clone_from(&tagged);
            keeps_its_value(name, &octets);
            octets[0] |= 0x20;
        }
        keeps_its_value(name, &octets);
    }
}
