//! The Facility vectors: octets with the value that four independent codecs agree on, or with the class of the error.
#![cfg(test)]

use std::{collections::BTreeMap, fs, path::Path};

use qsig_rose::{Component, Facility, Operation, Problem, Refused, Value};
use serde_json::{Value as Json, json};

fn lines(file: &str) -> Vec<Json> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../captures/vectors/facility").join(file);
    fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn octets(line: &Json) -> Vec<u8> {
    let hex = line["hex"].as_str().unwrap();
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

fn json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Boolean(it) => json!(it),
        Value::Integer(it) => json!(it),
        Value::Text(it) => json!(it),
        Value::Octets(it) => {
            json!(it.iter().map(|octet| format!("{octet:02x}")).collect::<Vec<_>>().concat())
        }
        Value::List(items) => items.iter().map(json).collect(),
        Value::Object { members, .. } => {
            members.iter().map(|(name, it)| ((*name).to_owned(), json(it))).collect()
        }
    }
}

/// Components without the remarks about octets that are passed over in silence.
fn answered<'a>(facility: &Facility<'a>) -> Vec<Result<Component<'a>, Refused<'a>>> {
    let silent = |refused: &Refused<'_>| refused.problem.is_none();
    facility.components().filter(|component| !component.as_ref().is_err_and(silent)).collect()
}

/// Reads all lines of a file, holds them against the values there, and counts lines and APDUs.
fn decode_all(file: &str) -> [usize; 2] {
    let mut counts = [0; 2];
    for line in lines(file) {
        let (id, octets) = (&line["id"], octets(&line));
        let facility = Facility::parse(&octets).unwrap_or_else(|refused| panic!("{id}: {refused:?}"));
        assert_eq!(json(&facility.header.to_value()), line["header"], "{id}");
        let components = answered(&facility);
        let wanted = line["apdus"].as_array().unwrap();
        assert_eq!(components.len(), wanted.len(), "{id}: {components:?}");
        for (component, wanted) in components.into_iter().zip(wanted) {
            let component = component.unwrap_or_else(|refused| panic!("{id}: {refused:?}"));
            assert_eq!(json(&component.to_value()), *wanted, "{id}");
            counts[1] += 1;
        }
        counts[0] += 1;
    }
    counts
}

#[test]
fn plain_lines_decode_to_their_value() {
    assert_eq!(decode_all("valid-plain.jsonl"), [1279, 1530]);
}

#[test]
fn unusual_lines_decode_to_their_value() {
    assert_eq!(decode_all("valid-unusual.jsonl"), [433, 494]);
}

#[test]
fn lenient_lines_decode_to_their_value() {
    assert_eq!(decode_all("lenient.jsonl"), [123, 134]);
}

#[test]
fn plain_lines_are_written_again_octet_for_octet() {
    let mut written = 0;
    for line in lines("valid-plain.jsonl") {
        let octets = octets(&line);
        let facility = Facility::parse(&octets).unwrap();
        let components: Vec<_> = facility.components().map(Result::unwrap).collect();
        let mut out = Vec::new();
        Facility::emit(&facility.header, &components, &mut out).unwrap();
        assert_eq!(out, octets, "{}", line["id"]);
        written += 1;
    }
    assert_eq!(written, 1279);
}

#[test]
fn unusual_and_lenient_lines_keep_their_value_when_they_are_written_plainly() {
    for line in lines("valid-unusual.jsonl").into_iter().chain(lines("lenient.jsonl")) {
        let octets = octets(&line);
        let facility = Facility::parse(&octets).unwrap();
        let components: Vec<_> = answered(&facility).into_iter().map(Result::unwrap).collect();
        let mut out = Vec::new();
        Facility::emit(&facility.header, &components, &mut out).unwrap();
        let again = Facility::parse(&out).unwrap();
        assert_eq!(again.header, facility.header, "{}", line["id"]);
        let trees =
            |components: &[Component<'_>]| components.iter().map(Component::to_value).collect::<Vec<_>>();
        let again: Vec<_> = again.components().map(Result::unwrap).collect();
        assert_eq!(trees(&again), trees(&components), "{}", line["id"]);
    }
}

/// What came of an invalid line: a problem with its id, `ignore`, or `accept`.
fn outcome(line: &Json, octets: &[u8]) -> (&'static str, Option<i32>) {
    let told =
        |refused: &Refused<'_>| refused.problem.map(|problem| (problem.name().unwrap(), refused.invoke_id));
    let facility = match Facility::parse(octets) {
        Ok(facility) => facility,
        Err(refused) => return told(&refused).unwrap_or(("ignore", None)),
    };
    let mut seen = ("ignore", None);
    for component in facility.components() {
        match component {
            Err(refused) => {
                if let Some(problem) = told(&refused) {
                    return problem;
                }
            }
            Ok(component) => match held_against_pending(line, &component) {
                Ok(()) => seen = ("accept", component.invoke_id()),
                Err(problem) => return (problem.name().unwrap(), component.invoke_id()),
            },
        }
    }
    seen
}

fn held_against_pending(line: &Json, component: &Component<'_>) -> Result<(), Problem> {
    let Some(pending) = line["context"]["pending"].as_array() else { return Ok(()) };
    let id = component.invoke_id().map(i64::from);
    let pending = pending
        .iter()
        .find(|pending| pending["invoke_id"].as_i64() == id)
        .map(|pending| Operation::new(pending["op"]["local"].as_i64().unwrap().try_into().unwrap()).unwrap());
    match component {
        Component::ReturnResult(result) => result.check(pending),
        Component::ReturnError(error) => error.check(pending),
        Component::Invoke(_) | Component::Reject(_) => Ok(()),
    }
}

#[test]
fn invalid_lines_are_refused_with_their_class_and_id() {
    let mut counts = BTreeMap::new();
    let mut wrong = Vec::new();
    for line in lines("invalid.jsonl") {
        let octets = octets(&line);
        if line["kind"] == "mixed" {
            continue;
        }
        let (class, id) = outcome(&line, &octets);
        let expected = line["expect"].as_str().unwrap();
        let also = line["also_ok"].as_array().unwrap();
        let verdict = if class == expected {
            "as expected"
        } else if also.iter().any(|other| other == class) {
            "as allowed"
        } else {
            wrong.push((line["id"].clone(), class, expected.to_owned(), line["hex"].clone()));
            "wrong"
        };
        let general =
            ["unrecognizedComponent", "mistypedComponent", "badlyStructuredComponent"].contains(&class);
        let id_is_right = id.map(i64::from) == line["invoke_id"].as_i64() || general && id.is_none();
        if !id_is_right && verdict == "as expected" {
            wrong.push((
                line["id"].clone(),
                class,
                format!("id {id:?}, not {}", line["invoke_id"]),
                line["hex"].clone(),
            ));
        }
        *counts.entry(verdict).or_insert(0) += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let wanted = [("as allowed", 3), ("as expected", 699)];
    assert_eq!(counts, BTreeMap::from(wanted));
}

#[test]
fn one_bad_component_does_not_spoil_its_neighbours() {
    let mut mixed = 0;
    for line in lines("invalid.jsonl").iter().filter(|line| line["kind"] == "mixed") {
        let octets = octets(line);
        let facility = Facility::parse(&octets).unwrap();
        let seen: Vec<_> = facility
            .components()
            .map(|component| match component {
                Ok(component) => json(&component.to_value()),
                Err(refused) => {
                    json!({"error": refused.problem.unwrap().name(), "invoke_id": refused.invoke_id})
                }
            })
            .collect();
        assert_eq!(&seen, line["apdus"].as_array().unwrap(), "{}", line["id"]);
        mixed += 1;
    }
    assert_eq!(mixed, 20);
}
