//! The JSON object of a Q.931 message.

use qsig_q931::{
    self as q931, CutElement, ElementId, FieldValue, HeaderError, IeError, InformationElement, MessageType,
    Origin,
};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::frame::{Fault, Layer};
use super::hex::Hex;

/// What could be read of a message, in the order of the members.
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "they are the names of the members")]
pub(crate) struct Message<'a> {
    message: Option<&'static str>,
    call_ref: Option<u16>,
    call_ref_flag: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_type: Option<u8>,
    ies: Vec<Element<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    octets: Option<Hex<'a>>,
}

/// An information element: `name, id, codeset, octets` and the fields that it has.
pub(crate) struct Element<'a> {
    element: q931::Element<'a>,
    value: Option<InformationElement<'a>>,
}

impl<'a> Message<'a> {
    /// Reads a message. Of one whose header cannot be read all octets are kept in hex, and no more is known.
    pub(crate) fn read(octets: &'a [u8], faults: &mut Vec<Fault>) -> Self {
        let message = match q931::Message::parse(octets) {
            Ok(message) => message,
            Err(error) => {
                faults.push(Fault::new(Layer::Q931, offset_of(error), &error));
                return Self {
                    message: None,
                    call_ref: None,
                    call_ref_flag: None,
                    message_type: None,
                    ies: Vec::new(),
                    octets: Some(Hex(octets)),
                };
            }
        };
        let mut ies = Vec::new();
        for element in message.elements() {
            match element {
                Ok(element) => ies.push(Element::read(element, faults)),
                Err(cut) => faults.push(Fault::new(Layer::Q931, cut.offset, &cut_text(cut))),
            }
        }
        Self {
            message: Some(message.message_type.name()),
            call_ref: message.call_reference.value(),
            call_ref_flag: message.call_reference.origin().map(Origin::flag),
            message_type: match message.message_type {
                MessageType::Unknown(octet) => Some(octet),
                _ => None,
            },
            ies,
            octets: unlisted(&message, faults).map(Hex),
        }
    }

    /// The contents of its Facility information elements.
    pub(crate) fn facilities(&self) -> Vec<&'a [u8]> {
        let facilities = self.ies.iter().filter(|ie| ie.element.id() == ElementId::FACILITY);
        facilities.map(|ie| ie.element.octets).collect()
    }
}

impl<'a> Element<'a> {
    /// Reads the fields.
    pub(crate) fn read(element: q931::Element<'a>, faults: &mut Vec<Fault>) -> Self {
        let value = element.value();
        // An element without contents counts as absent (Q.931 4.5.1).
        if let (Err(error), false) = (&value, element.octets.is_empty()) {
            let what = format!("{}: {error}", element.name());
            faults.push(Fault::new(Layer::Q931, element.offset + 2 + position_of(*error), &what));
        }
        Self { element, value: value.ok() }
    }
}

impl Serialize for Element<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("name", self.element.name())?;
        members.serialize_entry("id", &self.element.identifier)?;
        members.serialize_entry("codeset", &self.element.codeset)?;
        members.serialize_entry("octets", &Hex(self.element.octets))?;
        let mut written = Ok(());
        if let Some(value) = &self.value {
            value.fields(&mut |name, field| {
                if written.is_ok() {
                    written = write_field(&mut members, name, &field);
                }
            });
        }
        written?;
        members.end()
    }
}

fn write_field<M: SerializeMap>(
    members: &mut M,
    name: &'static str,
    field: &FieldValue<'_>,
) -> Result<(), M::Error> {
    match field {
        FieldValue::Text(text) => members.serialize_entry(name, text),
        FieldValue::Number(number) => members.serialize_entry(name, number),
        FieldValue::Numbers(numbers) => members.serialize_entry(name, numbers),
        FieldValue::Bool(is) => members.serialize_entry(name, is),
        FieldValue::Octets(octets) => members.serialize_entry(name, &Hex(octets)),
    }
}

/// The octets that are no elements: the piece in a SEGMENT, and all that follows the escape to a national type. In
/// a SEGMENT that does not say which piece it is, these are all octets after the message type.
fn unlisted<'a>(message: &q931::Message<'a>, faults: &mut Vec<Fault>) -> Option<&'a [u8]> {
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
