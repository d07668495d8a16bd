//! The JSON objects of components.

use qsig_ber::{Element, Reader, Tag};
use qsig_rose::{Component, ErrorValue, Form, LinkedId, Operation, Parameter, Refused, Value};
use serde_json::{Map, Value as Json, json};

use super::hex::hex;

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
            apdu.put("argument", tree(&invoke.argument.to_value()));
        }
        Component::ReturnResult(result) => match &result.result {
            Some(result) => {
                apdu.operation(result.operation, result.form);
                apdu.put("result", tree(&result.value.to_value()));
            }
            None => apdu.put("op", Json::Null),
        },
        Component::ReturnError(error) => {
            apdu.put("op", Json::Null);
            apdu.put("error", error.error.name());
            apdu.put("local", error.error.value());
            match &error.parameter {
                Some(Parameter::Extension(extension)) => apdu.put("parameter", tree(&extension.to_value())),
                Some(Parameter::Other(octets)) => apdu.put("parameter", hex(octets)),
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

/// The object of a component that is not taken: what can be read of it, the rest in hex. `None` for octets that are
/// no component at all.
pub(crate) fn refused_object(ie: usize, refused: &Refused<'_>) -> Option<Json> {
    let kind = match refused.octets.first()? {
        0xA1 => "invoke",
        0xA2 => "returnResult",
        0xA3 => "returnError",
        0xA4 => "reject",
        _ => return None,
    };
    let mut apdu = Apdu::new(kind, ie, refused.invoke_id);
    let fields = refused.invoke_id.and_then(|_| fields_after_id(refused.octets)).unwrap_or_default();
    let fields: Vec<Element<'_>> = match (kind, fields.as_slice()) {
        ("invoke", [linked, rest @ ..]) if is_linked_id(linked) => rest.to_vec(),
        ("returnResult", [sequence, ..]) => {
            sequence.children().map(|children| children.flatten().collect()).unwrap_or_default()
        }
        _ => fields,
    };
    match (kind, fields.as_slice()) {
        ("invoke" | "returnResult", [code, rest @ ..]) => {
            apdu.code("op", code, |value| Operation::new(value).map(Operation::name));
            if let [value, ..] = rest {
                apdu.put(if kind == "invoke" { "argument" } else { "result" }, hex(value.octets));
            }
        }
        ("returnError", [code, rest @ ..]) => {
            apdu.put("op", Json::Null);
            apdu.code("error", code, |value| ErrorValue::new(value).map(ErrorValue::name));
            if let [parameter, ..] = rest {
                apdu.put("parameter", hex(parameter.octets));
            }
        }
        _ => apdu.put("op", Json::Null),
    }
    // Members that belong to the kind are there even if nothing could be read of them.
    match (kind, fields.is_empty()) {
        ("returnError", true) => apdu.put("error", Json::Null),
        ("reject", _) => {
            apdu.put("problem", Json::Null);
            apdu.put("problem_name", Json::Null);
        }
        _ => {}
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

    /// A code that may be unknown: its name or null, and its value where it can be read.
    fn code(&mut self, name: &str, code: &Element<'_>, known: fn(i32) -> Option<&'static str>) {
        if let (true, Ok(value)) = (code.is(Tag::INTEGER), code.integer()) {
            self.put(name, json!(known(value)));
            self.put("local", value);
        } else if let (true, Ok(oid)) = (code.is(Tag::OBJECT_IDENTIFIER), code.oid()) {
            self.put(name, Json::Null);
            self.put("oid", oid.to_string());
        } else {
            self.put(name, Json::Null);
        }
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

/// The elements of a component behind its invoke id, as far as they can be cut out.
fn fields_after_id(octets: &[u8]) -> Option<Vec<Element<'_>>> {
    let component = Reader::new(octets).read().ok()?;
    let mut fields = component.children().ok()?.flatten();
    fields.next()?;
    Some(fields.collect())
}

fn is_linked_id(element: &Element<'_>) -> bool {
    element.is(Tag::context(0)) || element.is(Tag::context(1))
}
