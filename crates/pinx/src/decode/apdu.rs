//! The JSON objects of components.

use qsig_ber::{Element, Tag, Writer};
use qsig_rose::{
    Argument, Component, ErrorValue, Form, LinkedId, Operation, Parameter, Refused, ResultValue, Value,
};
use serde_json::{Map, Value as Json, json};

use super::ber;
use super::hex::hex;
use crate::foreign::Foreign;
use crate::outline::Outline;

/// A value as JSON: octets are hex, names are those of the standards.
pub(crate) fn tree(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Boolean(is) => json!(is),
        Value::Integer(number) => json!(number),
        Value::Text(text) => json!(text),
        Value::Octets(octets) => json!(hex(octets)),
        Value::List(items) => items.iter().map(tree).collect(),
        Value::Object { members, .. } => {
            members.iter().map(|(name, value)| ((*name).to_owned(), tree(value))).collect()
        }
    }
}

/// The object of a component of the Facility information element `ie`.
pub(crate) fn object(ie: usize, component: &Component<'_>) -> Json {
    let mut apdu = Apdu::new(kind(component), ie, component.invoke_id());
    match component {
        Component::Invoke(invoke) => {
            match invoke.linked_id {
                Some(LinkedId::Present(id)) => apdu.put("linked_id", id),
                Some(LinkedId::Absent) => apdu.put("linked_id", Json::Null),
                None => {}
            }
            apdu.operation(invoke.operation, invoke.form);
            let argument = match &invoke.argument {
                Argument::Other(octets) => ber::tree_or_hex(octets),
                typed => tree(&typed.to_value()),
            };
            apdu.put("argument", argument);
        }
        Component::ReturnResult(result) => match &result.result {
            Some(result) => {
                apdu.operation(result.operation, result.form);
                let value = match &result.value {
                    ResultValue::Other(octets) => ber::tree_or_hex(octets),
                    typed => tree(&typed.to_value()),
                };
                apdu.put("result", value);
            }
            None => apdu.put("op", Json::Null),
        },
        Component::ReturnError(error) => {
            apdu.put("op", Json::Null);
            apdu.put("error", error.error.name());
            apdu.put("local", error.error.value());
            match &error.parameter {
                Some(Parameter::Extension(extension)) => apdu.put("parameter", tree(&extension.to_value())),
                Some(Parameter::Other(octets)) => apdu.put("parameter", ber::tree_or_hex(octets)),
                None => {}
            }
        }
        Component::Reject(reject) => {
            apdu.put("op", Json::Null);
            // The kind and number of the problem, in the shape that the library gives it.
            apdu.put("problem", component.to_value().member("problem").map_or(Json::Null, tree));
            apdu.put("problem_name", json!(reject.problem.name()));
        }
    }
    Json::Object(apdu.0)
}

/// The object of a component that is not one of QSIG: the operation by its own name, its value as an element of unknown
/// type.
pub(crate) fn foreign_object(ie: usize, foreign: Foreign, invoke_id: Option<i32>, octets: &[u8]) -> Json {
    let kind = kind_of(octets).unwrap_or("invoke");
    let outline = Outline::of(octets);
    let mut apdu = Apdu::new(kind, ie, invoke_id);
    apdu.linked_id(&outline);
    apdu.put("op", foreign.name);
    apdu.put("family", foreign.family.name());
    apdu.code_value(outline.code.as_ref());
    let value = outline.value.map_or(Json::Null, |value| ber::tree_or_hex(value.octets));
    apdu.put(if kind == "invoke" { "argument" } else { "result" }, value);
    Json::Object(apdu.0)
}

/// The same, of a component that QSIG would take too.
pub(crate) fn taken_foreign_object(ie: usize, foreign: Foreign, component: &Component<'_>) -> Json {
    let mut octets = Vec::new();
    component.emit(&mut Writer::new(&mut octets));
    foreign_object(ie, foreign, component.invoke_id(), &octets)
}

/// The object of a component that is not taken: what can be read of it, the rest as elements of unknown type or in hex.
/// `None` for octets that are no component at all.
pub(crate) fn refused_object(ie: usize, refused: &Refused<'_>) -> Option<Json> {
    let kind = kind_of(refused.octets)?;
    let mut apdu = Apdu::new(kind, ie, refused.invoke_id);
    let outline = refused.invoke_id.map(|_| Outline::of(refused.octets)).unwrap_or_default();
    match (kind, &outline.code) {
        ("invoke" | "returnResult", Some(code)) => {
            let known = local(code).and_then(Operation::new);
            apdu.put("op", json!(known.map(Operation::name)));
            apdu.code_value(Some(code));
            if let Some(value) = outline.value {
                // Of a known operation the value is not of its type, and a tree would look as if it were.
                let shown =
                    if known.is_some() { json!(hex(value.octets)) } else { ber::tree_or_hex(value.octets) };
                apdu.put(if kind == "invoke" { "argument" } else { "result" }, shown);
            }
        }
        ("returnError", code) => {
            apdu.put("op", Json::Null);
            let known = code.as_ref().and_then(local).and_then(ErrorValue::new);
            apdu.put("error", json!(known.map(ErrorValue::name)));
            apdu.code_value(code.as_ref());
            if let Some(parameter) = outline.value {
                apdu.put("parameter", ber::tree_or_hex(parameter.octets));
            }
        }
        _ => apdu.put("op", Json::Null),
    }
    if kind == "reject" {
        apdu.put("problem", Json::Null);
        apdu.put("problem_name", Json::Null);
    }
    apdu.put("octets", hex(refused.octets));
    Some(Json::Object(apdu.0))
}

struct Apdu(Map<String, Json>);

impl Apdu {
    fn new(kind: &str, ie: usize, invoke_id: Option<i32>) -> Self {
        let mut apdu = Self(Map::new());
        apdu.put("type", kind);
        apdu.put("ie", ie);
        apdu.put("invoke_id", json!(invoke_id));
        apdu
    }

    fn put(&mut self, name: &str, value: impl Into<Json>) {
        self.0.insert(name.to_owned(), value.into());
    }

    fn operation(&mut self, operation: Operation, form: Form) {
        self.put("op", operation.name());
        if let Some(alias) = operation.alias() {
            self.put("op_alias", alias);
        }
        match form {
            Form::Local => self.put("local", operation.value()),
            Form::Global => self.put("oid", format!("1.3.12.9.{}", operation.value())),
        }
    }

    /// An operation or error value, where it can be read.
    fn code_value(&mut self, code: Option<&Element<'_>>) {
        let Some(code) = code else { return };
        if let Some(value) = local(code) {
            self.put("local", value);
        } else if let (true, Ok(oid)) = (code.is(Tag::OBJECT_IDENTIFIER), code.oid()) {
            self.put("oid", oid.to_string());
        }
    }

    fn linked_id(&mut self, outline: &Outline<'_>) {
        if let Some(linked) = &outline.linked_id {
            self.put("linked_id", json!(linked.integer().ok().filter(|_| linked.is(Tag::context(0)))));
        }
    }
}

fn local(code: &Element<'_>) -> Option<i32> {
    code.is(Tag::INTEGER).then(|| code.integer().ok()).flatten()
}

fn kind_of(octets: &[u8]) -> Option<&'static str> {
    match octets.first()? {
        0xA1 => Some("invoke"),
        0xA2 => Some("returnResult"),
        0xA3 => Some("returnError"),
        0xA4 => Some("reject"),
        _ => None,
    }
}

const fn kind(component: &Component<'_>) -> &'static str {
    match component {
        Component::Invoke(_) => "invoke",
        Component::ReturnResult(_) => "returnResult",
        Component::ReturnError(_) => "returnError",
        Component::Reject(_) => "reject",
    }
}
