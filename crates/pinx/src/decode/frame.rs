//! The JSON object of a frame.

use std::borrow::Cow;

use qsig_lapd::{Control, Frame, FrameError};
use qsig_rose::{Component, Facility, Header, Refused};
use serde::Serialize;

use super::Start;
use super::apdu::{Apdu, Tree};
use super::heading::Heading;
use super::hex::Hex;
use super::message::Message;
use crate::foreign;
use crate::summary::message_octets;

/// A layer of a frame, each with offsets of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Fault {
    /// Where offsets count from.
    pub(crate) layer: Layer,
    /// Where it begins.
    pub(crate) offset: u64,
    /// What is wrong.
    pub(crate) what: String,
    /// Which Facility information element of the message, from 0.
    #[serde(rename = "ie", skip_serializing_if = "Option::is_none")]
    pub(crate) facility: Option<usize>,
}

/// What could be read of a frame, or of a part of one, and what could not, in the order of the members.
#[derive(Serialize)]
pub(crate) struct Object<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<Cow<'a, str>>,
    frame: u64,
    time: Option<String>,
    direction: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction_guessed: Option<bool>,
    lapd: Option<Lapd<'a>>,
    q931: Option<Message<'a>>,
    /// One for each information element; null where its header cannot be read.
    facility: Vec<Option<Tree>>,
    /// The components of all of them.
    rose: Vec<Apdu<'a>>,
    errors: Vec<Fault>,
}

/// The frame itself.
#[derive(Default, Serialize)]
struct Lapd<'a> {
    #[serde(rename = "type")]
    frame_type: Option<&'static str>,
    sapi: Option<u8>,
    tei: Option<u8>,
    cr: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    p_f: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ns: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nr: Option<u8>,
    /// Information that is no message.
    #[serde(skip_serializing_if = "Option::is_none")]
    information: Option<Hex<'a>>,
    /// All octets, where they are no frame.
    #[serde(skip_serializing_if = "Option::is_none")]
    octets: Option<Hex<'a>>,
}

impl Fault {
    /// A fault at an offset of a layer.
    pub(crate) fn new(layer: Layer, offset: usize, what: &dyn ToString) -> Self {
        let offset = u64::try_from(offset).unwrap_or(u64::MAX);
        Self { layer, facility: None, offset, what: what.to_string() }
    }
}

impl<'a> Object<'a> {
    /// Reads octets.
    pub(crate) fn read(heading: &Heading<'a>, start: Start, octets: &'a [u8]) -> Self {
        let mut object = Self::empty(heading);
        match start {
            Start::Lapd => object.take_frame(octets),
            Start::Q931 => object.take_message(octets),
            Start::Facility => object.take_facility(0, octets),
        }
        object
    }

    /// Of a frame of which only this fault is known.
    pub(crate) fn unread(heading: &Heading<'a>, fault: &Fault) -> Self {
        Self { errors: vec![fault.clone()], ..Self::empty(heading) }
    }

    /// Adds that the file has not all octets of the frame.
    pub(crate) fn note_missing(&mut self, have: usize, missing: u32) {
        let what = format!("{missing} octets of the frame are not in the file");
        self.errors.push(Fault::new(Layer::Lapd, have, &what));
    }

    fn empty(heading: &Heading<'a>) -> Self {
        Self {
            file: heading.file.map(|file| file.to_string_lossy()),
            frame: heading.number,
            time: heading.time(),
            direction: heading.direction(),
            direction_guessed: heading.guessed.then_some(true),
            lapd: None,
            q931: None,
            facility: Vec::new(),
            rose: Vec::new(),
            errors: Vec::new(),
        }
    }

    fn take_frame(&mut self, octets: &'a [u8]) {
        match Frame::parse(octets) {
            Ok(frame) => {
                let message = message_octets(&frame);
                self.lapd = Some(Lapd::of(&frame, message.is_some()));
                if let Some(message) = message {
                    self.take_message(message);
                }
                if let Control::Unknown(octet) = frame.control {
                    let what = format!("unknown control field {octet:02x}");
                    self.errors.push(Fault::new(Layer::Lapd, 2, &what));
                }
            }
            Err(error) => {
                self.errors.push(Fault::new(Layer::Lapd, offset_of(error), &error));
                self.lapd = Some(Lapd::unread(octets));
            }
        }
    }

    fn take_message(&mut self, octets: &'a [u8]) {
        let message = Message::read(octets, &mut self.errors);
        for (ie, contents) in message.facilities().into_iter().enumerate() {
            self.take_facility(ie, contents);
        }
        self.q931 = Some(message);
    }

    fn take_facility(&mut self, ie: usize, contents: &'a [u8]) {
        let header = match Facility::parse(contents) {
            Ok(facility) => {
                for component in facility.components() {
                    match component {
                        Ok(component) => self.rose.push(taken(ie, &facility.header, component)),
                        Err(refused) => self.take_refused(ie, &facility.header, refused),
                    }
                }
                Some(Tree(facility.header.to_value()))
            }
            // An element without contents counts as absent (Q.931 4.5.1).
            Err(_) if contents.is_empty() => None,
            Err(refused) => {
                self.fault(Layer::Facility, ie, &refused);
                None
            }
        };
        self.facility.push(header);
    }

    fn take_refused(&mut self, ie: usize, header: &Header, refused: Refused<'a>) {
        if let Some(foreign) = foreign::of_refused(header, &refused) {
            self.rose.push(Apdu::foreign(ie, foreign, refused.invoke_id, refused.octets.into()));
        } else {
            self.fault(Layer::Rose, ie, &refused);
            self.rose.extend(Apdu::refused(ie, refused));
        }
    }

    fn fault(&mut self, layer: Layer, ie: usize, refused: &Refused<'_>) {
        let fault = Fault::new(layer, refused.offset, &refused.reason);
        self.errors.push(Fault { facility: Some(ie), ..fault });
    }
}

impl<'a> Lapd<'a> {
    fn of(frame: &Frame<'a>, has_message: bool) -> Self {
        let kept = !has_message && !frame.information.is_empty();
        Self {
            frame_type: Some(frame.frame_type().name()),
            sapi: Some(frame.address.sapi),
            tei: Some(frame.address.tei),
            cr: Some(frame.address.cr.into()),
            p_f: frame.p_f().map(u8::from),
            ns: frame.ns(),
            nr: frame.nr(),
            information: kept.then_some(Hex(frame.information)),
            octets: None,
        }
    }

    /// Of octets that are no frame: of the address what can be read, and all octets.
    fn unread(octets: &'a [u8]) -> Self {
        // The extension bit says whether an address octet is the one that belongs there.
        let first = octets.first().filter(|octet| *octet & 1 == 0);
        let second = octets.get(1).filter(|octet| *octet & 1 == 1);
        Self {
            sapi: first.map(|octet| octet >> 2),
            tei: second.map(|octet| octet >> 1),
            cr: first.map(|octet| octet >> 1 & 1),
            octets: Some(Hex(octets)),
            ..Self::default()
        }
    }
}

/// A component that QSIG takes, though it may be one of a public network.
fn taken<'a>(ie: usize, header: &Header, component: Component<'a>) -> Apdu<'a> {
    match foreign::of_taken(header, &component) {
        Some(foreign) => Apdu::taken_foreign(ie, foreign, &component),
        None => Apdu::taken(ie, component),
    }
}

const fn offset_of(error: FrameError) -> usize {
    match error {
        FrameError::Cut { have } => have,
        FrameError::Extension { offset, .. } => offset,
        _ => 0,
    }
}
