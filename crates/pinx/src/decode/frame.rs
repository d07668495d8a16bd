//! The JSON object of a frame.

use qsig_lapd::{Control, Frame, FrameError};
use qsig_rose::Facility;
use serde_json::{Map, Value as Json, json};

use super::Start;
use super::apdu;
use super::heading::Heading;
use super::hex::hex;
use super::message::{self, Read};
use crate::foreign;
use crate::summary::message_octets;

/// A layer of a frame, each with offsets of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layer {
    /// The capture file; offsets count from its first octet.
    File,
    /// The frame, from the address field.
    Lapd,
    /// The message, from the protocol discriminator.
    Q931,
    /// The contents of a Facility information element, from the protocol profile.
    Facility,
    /// The components in there; offsets count from the protocol profile too.
    Rose,
}

/// Something that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Where offsets count from.
    pub(crate) layer: Layer,
    /// Which Facility information element of the message, from 0.
    pub(crate) facility: Option<usize>,
    /// Where it begins.
    pub(crate) offset: u64,
    /// What is wrong.
    pub(crate) what: String,
}

impl Layer {
    const fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Lapd => "lapd",
            Self::Q931 => "q931",
            Self::Facility => "facility",
            Self::Rose => "rose",
        }
    }
}

impl Fault {
    /// A fault at an offset of a layer.
    pub(crate) fn new(layer: Layer, offset: usize, what: &dyn ToString) -> Self {
        let offset = u64::try_from(offset).unwrap_or(u64::MAX);
        Self { layer, facility: None, offset, what: what.to_string() }
    }

    fn object(&self) -> Json {
        let mut object = json!({"layer": self.layer.name(), "offset": self.offset, "what": self.what});
        if let (Some(ie), Json::Object(members)) = (self.facility, &mut object) {
            members.insert("ie".to_owned(), json!(ie));
        }
        object
    }
}

/// The object of a frame, or of a part of one: all that could be read of it, and what could not.
pub(crate) fn object(heading: &Heading<'_>, start: Start, octets: &[u8]) -> Json {
    let mut faults = Vec::new();
    let mut lapd = Json::Null;
    let mut message = Json::Null;
    let mut facilities = Vec::new();
    match start {
        Start::Lapd => match Frame::parse(octets) {
            Ok(frame) => {
                let read = message_octets(&frame).map(|octets| message::read(octets, &mut faults));
                lapd = lapd_object(&frame, read.is_some(), &mut faults);
                if let Some(read) = read {
                    Read { object: message, facilities } = read;
                }
            }
            Err(error) => {
                faults.push(Fault::new(Layer::Lapd, offset_of(error), &error));
                lapd = unread_lapd_object(octets);
            }
        },
        Start::Q931 => {
            Read { object: message, facilities } = message::read(octets, &mut faults);
        }
        Start::Facility => facilities.push(octets),
    }
    let (headers, components) = read_facilities(&facilities, &mut faults);
    assemble(heading, [lapd, message, Json::Array(headers), Json::Array(components)], &faults)
}

/// The object of a frame of which only this fault is known.
pub(crate) fn unread(heading: &Heading<'_>, fault: &Fault) -> Json {
    let none = || Json::Array(Vec::new());
    assemble(heading, [Json::Null, Json::Null, none(), none()], std::slice::from_ref(fault))
}

/// Adds to an object that the file has not all octets of the frame.
pub(crate) fn note_missing(object: &mut Json, have: usize, missing: u32) {
    let what = format!("{missing} octets of the frame are not in the file");
    if let Some(errors) = object.get_mut("errors").and_then(Json::as_array_mut) {
        errors.push(Fault::new(Layer::Lapd, have, &what).object());
    }
}

fn assemble(heading: &Heading<'_>, layers: [Json; 4], faults: &[Fault]) -> Json {
    let mut object = Map::new();
    let mut put = |name: &str, value: Json| object.insert(name.to_owned(), value);
    if let Some(file) = heading.file {
        put("file", json!(file.to_string_lossy()));
    }
    put("frame", json!(heading.number));
    put("time", json!(heading.time()));
    put("direction", json!(heading.direction()));
    if heading.guessed {
        put("direction_guessed", json!(true));
    }
    for (name, value) in ["lapd", "q931", "facility", "rose"].into_iter().zip(layers) {
        put(name, value);
    }
    put("errors", faults.iter().map(Fault::object).collect());
    Json::Object(object)
}

/// The members of the frame itself. Information that is no message is kept in hex.
fn lapd_object(frame: &Frame<'_>, has_message: bool, faults: &mut Vec<Fault>) -> Json {
    let mut object = json!({
        "type": frame.frame_type().name(),
        "sapi": frame.address.sapi,
        "tei": frame.address.tei,
        "cr": u8::from(frame.address.cr),
    });
    if let Json::Object(members) = &mut object {
        let mut put = |name: &str, value: Option<Json>| value.map(|it| members.insert(name.to_owned(), it));
        put("p_f", frame.p_f().map(|bit| json!(u8::from(bit))));
        put("ns", frame.ns().map(|number| json!(number)));
        put("nr", frame.nr().map(|number| json!(number)));
        let kept = !has_message && !frame.information.is_empty();
        put("information", kept.then(|| json!(hex(frame.information))));
    }
    if let Control::Unknown(octet) = frame.control {
        faults.push(Fault::new(Layer::Lapd, 2, &format!("unknown control field {octet:02x}")));
    }
    object
}

/// The object of octets that are no frame: of the address what can be read, and all octets.
fn unread_lapd_object(octets: &[u8]) -> Json {
    // The extension bit says whether an address octet is the one that belongs there.
    let first = octets.first().filter(|octet| *octet & 1 == 0);
    let second = octets.get(1).filter(|octet| *octet & 1 == 1);
    json!({
        "type": null,
        "sapi": first.map(|octet| octet >> 2),
        "tei": second.map(|octet| octet >> 1),
        "cr": first.map(|octet| octet >> 1 & 1),
        "octets": hex(octets),
    })
}

const fn offset_of(error: FrameError) -> usize {
    match error {
        FrameError::Cut { have } => have,
        FrameError::Extension { offset, .. } => offset,
        _ => 0,
    }
}

/// The headers, one for each information element (null where it cannot be read), and the components of all.
fn read_facilities(facilities: &[&[u8]], faults: &mut Vec<Fault>) -> (Vec<Json>, Vec<Json>) {
    let mut headers = Vec::new();
    let mut components = Vec::new();
    for (ie, contents) in facilities.iter().enumerate() {
        let mut fault = |layer, offset, what: &dyn ToString| {
            faults.push(Fault { facility: Some(ie), ..Fault::new(layer, offset, what) });
        };
        match Facility::parse(contents) {
            Ok(facility) => {
                headers.push(apdu::tree(&facility.header.to_value()));
                for component in facility.components() {
                    match component {
                        Ok(component) => {
                            components.push(match foreign::of_taken(&facility.header, &component) {
                                Some(foreign) => apdu::taken_foreign_object(ie, foreign, &component),
                                None => apdu::object(ie, &component),
                            });
                        }
                        Err(refused) => {
                            if let Some(foreign) = foreign::of_refused(&facility.header, &refused) {
                                let id = refused.invoke_id;
                                components.push(apdu::foreign_object(ie, foreign, id, refused.octets));
                            } else {
                                fault(Layer::Rose, refused.offset, &refused.reason);
                                components.extend(apdu::refused_object(ie, &refused));
                            }
                        }
                    }
                }
            }
            // An element without contents counts as absent (Q.931 4.5.1).
            Err(_) if contents.is_empty() => headers.push(Json::Null),
            Err(refused) => {
                fault(Layer::Facility, refused.offset, &refused.reason);
                headers.push(Json::Null);
            }
        }
    }
    (headers, components)
}
