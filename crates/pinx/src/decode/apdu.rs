//! The JSON objects of components.

use std::borrow::Cow;

use qsig_ber::{Element, Tag, Writer};
use qsig_rose::{
    Argument, Component, ErrorValue, Form, LinkedId, Operation, Parameter, Refused, ResultValue, Value,
};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::ber::Unknown;
use super::hex::Hex;
use crate::foreign::Foreign;
use crate::outline::Outline;

/// A value as JSON: octets are hex, names are those of the standards.
pub(crate) struct Tree(pub(crate) Value);

/// A component of a Facility information element as JSON.
pub(crate) struct Apdu<'a> {
    ie: usize,
    what: What<'a>,
}

enum What<'a> {
    Taken(Component<'a>),
    Foreign { foreign: Foreign, invoke_id: Option<i32>, octets: Cow<'a, [u8]> },
    Refused { kind: &'static str, refused: Refused<'a> },
}

impl<'a> Apdu<'a> {
    /// Of the information element `ie`.
    pub(crate) const fn taken(ie: usize, component: Component<'a>) -> Self {
        Self { ie, what: What::Taken(component) }
    }

    /// One that is not of QSIG: the operation by its own name, its value as an element of unknown type.
    pub(crate) const fn foreign(
        ie: usize,
        foreign: Foreign,
        invoke_id: Option<i32>,
        octets: Cow<'a, [u8]>,
    ) -> Self {
        Self { ie, what: What::Foreign { foreign, invoke_id, octets } }
    }

    /// The same, of a component that QSIG would take too.
    pub(crate) fn taken_foreign(ie: usize, foreign: Foreign, component: &Component<'_>) -> Self {
        let mut octets = Vec::new();
        component.emit(&mut Writer::new(&mut octets));
        Self::foreign(ie, foreign, component.invoke_id(), octets.into())
    }

    /// One that is not taken: what can be read of it, the rest as elements of unknown type or in hex. `None` for octets
    /// that are no component at all.
    pub(crate) fn refused(ie: usize, refused: Refused<'a>) -> Option<Self> {
        let kind = kind_of(refused.octets)?;
        Some(Self { ie, what: What::Refused { kind, refused } })
    }
}

impl Serialize for Apdu<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = Members(serializer.serialize_map(None)?);
        match &self.what {
            What::Taken(component) => {
                members.begin(kind(component), self.ie, component.invoke_id())?;
                members.component(component)?;
            }
            What::Foreign { foreign, invoke_id, octets } => {
                let kind = kind_of(octets).unwrap_or("invoke");
                members.begin(kind, self.ie, *invoke_id)?;
                members.foreign(kind, *foreign, octets)?;
            }
            What::Refused { kind, refused } => {
                members.begin(kind, self.ie, refused.invoke_id)?;
                members.refused(kind, refused)?;
            }
        }
        members.0.end()
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Branch(&self.0).serialize(serializer)
    }
}

struct Branch<'a>(&'a Value);

impl Serialize for Branch<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Null => serializer.serialize_unit(),
            Value::Boolean(is) => serializer.serialize_bool(*is),
            Value::Integer(number) => serializer.serialize_i64(*number),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Octets(octets) => Hex(octets).serialize(serializer),
            Value::List(items) => serializer.collect_seq(items.iter().map(Branch)),
            Value::Object { members, .. } => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, Branch(value))))
            }
        }
    }
}

/// The members of a component while they are written.
struct Members<M>(M);

impl<M: SerializeMap> Members<M> {
    fn put(&mut self, name: &'static str, value: impl Serialize) -> Result<(), M::Error> {
        self.0.serialize_entry(name, &value)
    }

    fn begin(&mut self, kind: &str, ie: usize, invoke_id: Option<i32>) -> Result<(), M::Error> {
        self.put("type", kind)?;
        self.put("ie", ie)?;
        self.put("invoke_id", invoke_id)
    }

    fn component(&mut self, component: &Component<'_>) -> Result<(), M::Error> {
        match component {
            Component::Invoke(invoke) => {
                match invoke.linked_id {
                    Some(LinkedId::Present(id)) => self.put("linked_id", id)?,
                    Some(LinkedId::Absent) => self.put("linked_id", ())?,
                    None => {}
                }
                self.operation(invoke.operation, invoke.form)?;
                match &invoke.argument {
                    Argument::Other(octets) => self.put("argument", Unknown::read(octets)),
                    typed => self.put("argument", Tree(typed.to_value())),
                }
            }
            Component::ReturnResult(result) => match &result.result {
                Some(result) => {
                    self.operation(result.operation, result.form)?;
                    match &result.value {
                        ResultValue::Other(octets) => self.put("result", Unknown::read(octets)),
                        typed => self.put("result", Tree(typed.to_value())),
                    }
                }
                None => self.put("op", ()),
            },
            Component::ReturnError(error) => {
                self.put("op", ())?;
                self.put("error", error.error.name())?;
                self.put("local", error.error.value())?;
                match &error.parameter {
                    Some(Parameter::Extension(extension)) => {
                        self.put("parameter", Tree(extension.to_value()))
                    }
                    Some(Parameter::Other(octets)) => self.put("parameter", Unknown::read(octets)),
                    None => Ok(()),
                }
            }
            Component::Reject(reject) => {
                self.put("op", ())?;
                // The kind and number of the problem, in the shape that the library gives it.
                self.put("problem", component.to_value().member("problem").map(Branch))?;
                self.put("problem_name", reject.problem.name())
            }
        }
    }

    fn foreign(&mut self, kind: &str, foreign: Foreign, octets: &[u8]) -> Result<(), M::Error> {
        let outline = Outline::of(octets);
        self.linked_id(&outline)?;
        self.put("op", foreign.name)?;
        self.put("family", foreign.family.name())?;
        self.code_value(outline.code.as_ref())?;
        let value = outline.value.map(|value| Unknown::read(value.octets));
        self.put(if kind == "invoke" { "argument" } else { "result" }, value)
    }

    fn refused(&mut self, kind: &str, refused: &Refused<'_>) -> Result<(), M::Error> {
        let outline = refused.invoke_id.map(|_| Outline::of(refused.octets)).unwrap_or_default();
        match (kind, &outline.code) {
            ("invoke" | "returnResult", Some(code)) => {
                let known = local(code).and_then(Operation::new);
                self.put("op", known.map(Operation::name))?;
                self.code_value(Some(code))?;
                if let Some(value) = outline.value {
                    // Of a known operation the value is not of its type, and a tree would look as if it were.
                    let shown = match known {
                        Some(_) => Unknown::Octets(Hex(value.octets)),
                        None => Unknown::read(value.octets),
                    };
                    self.put(if kind == "invoke" { "argument" } else { "result" }, shown)?;
                }
            }
            ("returnError", code) => {
                self.put("op", ())?;
                let known = code.as_ref().and_then(local).and_then(ErrorValue::new);
                self.put("error", known.map(ErrorValue::name))?;
                self.code_value(code.as_ref())?;
                if let Some(parameter) = outline.value {
                    self.put("parameter", Unknown::read(parameter.octets))?;
                }
            }
            _ => self.put("op", ())?,
        }
        if kind == "reject" {
            self.put("problem", ())?;
            self.put("problem_name", ())?;
        }
        self.put("octets", Hex(refused.octets))
    }

    fn operation(&mut self, operation: Operation, form: Form) -> Result<(), M::Error> {
        self.put("op", operation.name())?;
        if let Some(alias) = operation.alias() {
            self.put("op_alias", alias)?;
        }
        match form {
            Form::Local => self.put("local", operation.value()),
            Form::Global => self.put("oid", format!("1.3.12.9.{}", operation.value())),
        }
    }

    /// An operation or error value, where it can be read.
    fn code_value(&mut self, code: Option<&Element<'_>>) -> Result<(), M::Error> {
        let Some(code) = code else { return Ok(()) };
        if let Some(value) = local(code) {
            return self.put("local", value);
        }
        match code.oid() {
            Ok(oid) if code.is(Tag::OBJECT_IDENTIFIER) => self.put("oid", oid.to_string()),
            _ => Ok(()),
        }
    }

    fn linked_id(&mut self, outline: &Outline<'_>) -> Result<(), M::Error> {
        let Some(linked) = &outline.linked_id else { return Ok(()) };
        self.put("linked_id", linked.integer().ok().filter(|_| linked.is(Tag::context(0))))
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
