//! The JSON object of a Q.931 message.

use qsig_q931::{
    CutElement, Element, ElementId, FieldValue, HeaderError, IeError, Message, MessageType, Origin,
};
use serde_json::{Map, Value as Json, json};

use super::frame::{Fault, Layer};
use super::hex::hex;

/// A message that was read.
pub(crate) struct Read<'a> {
    /// Its object.
    pub(crate) object: Json,
    /// The contents of its Facility information elements.
    pub(crate) facilities: Vec<&'a [u8]>,
}

/// Reads a message. Of one whose header cannot be read all octets are kept in hex, and no more is known.
pub(crate) fn read<'a>(octets: &'a [u8], faults: &mut Vec<Fault>) -> Read<'a> {
    let message = match Message::parse(octets) {
        Ok(message) => message,
        Err(error) => {
            faults.push(Fault::new(Layer::Q931, offset_of(error), &error));
            let unknown = json!({
                "message": null,
                "call_ref": null,
                "call_ref_flag": null,
                "ies": [],
                "octets": hex(octets),
            });
            return Read { object: unknown, facilities: Vec::new() };
        }
    };
    let reference = message.call_reference;
    let mut object = json!({
        "message": message.message_type.name(),
        "call_ref": reference.value(),
        "call_ref_flag": reference.origin().map(Origin::flag),
    });
    let (mut elements, mut facilities) = (Vec::new(), Vec::new());
    for element in message.elements() {
        match element {
            Ok(element) => {
                elements.push(element_object(&element, faults));
                if element.id() == ElementId::FACILITY {
                    facilities.push(element.octets);
                }
            }
            Err(cut) => faults.push(Fault::new(Layer::Q931, cut.offset, &cut_text(cut))),
        }
    }
    if let Json::Object(members) = &mut object {
        if let MessageType::Unknown(octet) = message.message_type {
            members.insert("message_type".to_owned(), json!(octet));
        }
        members.insert("ies".to_owned(), Json::Array(elements));
        if let Some(rest) = unlisted(&message, faults) {
            members.insert("octets".to_owned(), json!(hex(rest)));
        }
    }
    Read { object, facilities }
}

/// `name, id, codeset, octets` and the fields that the element has.
pub(crate) fn element_object(element: &Element<'_>, faults: &mut Vec<Fault>) -> Json {
    let mut members = Map::new();
    members.insert("name".to_owned(), json!(element.name()));
    members.insert("id".to_owned(), json!(element.identifier));
    members.insert("codeset".to_owned(), json!(element.codeset));
    members.insert("octets".to_owned(), json!(hex(element.octets)));
    match element.value() {
        Ok(value) => value.fields(&mut |name, field| {
            members.insert(name.to_owned(), field_value(&field));
        }),
        // An element without contents counts as absent (Q.931 4.5.1).
        Err(_) if element.octets.is_empty() => {}
        Err(error) => {
            let what = format!("{}: {error}", element.name());
            faults.push(Fault::new(Layer::Q931, element.offset + 2 + position_of(error), &what));
        }
    }
    Json::Object(members)
}

fn field_value(field: &FieldValue<'_>) -> Json {
    match field {
        FieldValue::Text(text) => json!(text),
        FieldValue::Number(number) => json!(number),
        FieldValue::Numbers(numbers) => json!(numbers),
        FieldValue::Bool(is) => json!(is),
        FieldValue::Octets(octets) => json!(hex(octets)),
    }
}

/// The octets that are no elements: the piece in a SEGMENT, and all that follows the escape to a national type. In
/// a SEGMENT that does not say which piece it is, these are all octets after the message type.
fn unlisted<'a>(message: &Message<'a>, faults: &mut Vec<Fault>) -> Option<&'a [u8]> {
    match message.message_type {
        MessageType::Segment => Some(message.segment().map_or_else(
            || {
                let offset = message.as_octets().len() - message.body().len();
                let what = "the first element is no good Segmented message; the piece is not read";
                faults.push(Fault::new(Layer::Q931, offset, &what));
                message.body()
            },
            |(_, piece)| piece,
        )),
        MessageType::Escape => Some(message.body()),
        _ => None,
    }
}

fn cut_text(cut: CutElement) -> String {
    let id = ElementId { codeset: cut.codeset, identifier: cut.identifier };
    format!("{}: cut after {} octets; it and the rest are not read", id.name(), cut.have)
}

const fn offset_of(error: HeaderError) -> usize {
    match error {
        HeaderError::TooShort { have } => have,
        HeaderError::NoMessageType { offset } => offset,
        HeaderError::CallReference(_) => 1,
        _ => 0,
    }
}

/// Where in the contents the fault is.
const fn position_of(error: IeError) -> usize {
    match error {
        IeError::Cut { at }
        | IeError::Value { at, .. }
        | IeError::Length { at, .. }
        | IeError::Digits { at, .. } => at,
        _ => 0,
    }
}
