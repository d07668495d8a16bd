//! The JSON object of a frame, printed for people.

use qsig_q931::Message;
use serde_json::{Map, Value as Json};

use crate::decode::hex::Octets;
use crate::decode::message;

/// The layers of a frame below its heading, indented, one line for each thing that was read. The object is one of
/// [`crate::decode::frame::Object`].
pub(crate) fn text(object: &Json) -> String {
    let mut tree = Tree { text: String::new() };
    if let Some(lapd) = object.get("lapd").and_then(Json::as_object) {
        tree.line(1, format!("LAPD {}", lapd_line(lapd)).trim_end());
        if let Some(information) = lapd.get("information").and_then(Json::as_str) {
            tree.line(2, &format!("information: {}", spaced(information)));
        }
        tree.unread(lapd);
    }
    let facilities = Facilities::of(object);
    match object.get("q931").and_then(Json::as_object) {
        Some(message) => tree.message(message, &facilities),
        None => {
            for ie in 0..facilities.headers.len() {
                tree.line(1, "Facility");
                tree.facility(2, ie, &facilities);
            }
        }
    }
    for error in object.get("errors").and_then(Json::as_array).into_iter().flatten() {
        let member = |name| error.get(name).map(plain).unwrap_or_default();
        tree.line(1, &format!("error: {}, octet {}: {}", member("layer"), member("offset"), member("what")));
    }
    tree.text
}

/// The headers of all Facility information elements and the components in them.
struct Facilities<'a> {
    headers: &'a [Json],
    components: &'a [Json],
}

impl<'a> Facilities<'a> {
    fn of(object: &'a Json) -> Self {
        let list = |name| object.get(name).and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
        Self { headers: list("facility"), components: list("rose") }
    }

    fn components(&self, ie: usize) -> impl Iterator<Item = &'a Map<String, Json>> {
        let of_this =
            move |apdu: &&Map<String, Json>| apdu.get("ie").and_then(Json::as_u64) == u64::try_from(ie).ok();
        self.components.iter().filter_map(Json::as_object).filter(of_this)
    }
}

struct Tree {
    text: String,
}

impl Tree {
    fn line(&mut self, depth: usize, line: &str) {
        for _ in 0..depth {
            self.text.push_str("  ");
        }
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Prints the octets of a layer that were kept because nothing else could be made of them.
    fn unread(&mut self, layer: &Map<String, Json>) {
        if let Some(octets) = layer.get("octets").and_then(Json::as_str) {
            self.line(2, format!("not read: {}", spaced(octets)).trim_end());
        }
    }

    fn message(&mut self, message: &Map<String, Json>, facilities: &Facilities<'_>) {
        if message.get("message").is_some_and(Json::is_null) {
            self.line(1, "Q.931 without a readable header");
            return self.unread(message);
        }
        let member = |name| message.get(name).map(plain).unwrap_or_default();
        let reference = match message.get("call_ref") {
            Some(Json::Number(value)) => format!("call reference {value} flag {}", member("call_ref_flag")),
            _ => "dummy call reference".to_owned(),
        };
        let unknown = message.get("message_type").and_then(Json::as_u64);
        let octet = unknown.map(|octet| format!(" ({octet:#04x})")).unwrap_or_default();
        self.line(1, &format!("Q.931 {}{octet}, {reference}", member("message")));
        let mut next_facility = 0;
        for element in message.get("ies").and_then(Json::as_array).into_iter().flatten() {
            if self.element(2, element) {
                self.facility(3, next_facility, facilities);
                next_facility += 1;
            }
        }
        self.unread(message);
    }

    /// Prints an information element; whether it is a Facility.
    fn element(&mut self, depth: usize, element: &Json) -> bool {
        let Some(members) = element.as_object() else { return false };
        let number = |name| members.get(name).and_then(Json::as_u64).unwrap_or_default();
        let text = |name| members.get(name).and_then(Json::as_str).unwrap_or_default();
        let codeset = match number("codeset") {
            0 => String::new(),
            codeset => format!(" in codeset {codeset}"),
        };
        let heading = format!("{:02x} {}{codeset}: {}", number("id"), text("name"), spaced(text("octets")));
        self.line(depth, heading.trim_end_matches([' ', ':']));
        for (name, value) in members {
            if !matches!(name.as_str(), "name" | "id" | "codeset" | "octets") {
                self.branch(depth + 1, &name.replace('_', " "), value);
            }
        }
        (number("id"), number("codeset")) == (0x1C, 0)
    }

    fn facility(&mut self, depth: usize, ie: usize, facilities: &Facilities<'_>) {
        for (name, value) in facilities.headers.get(ie).and_then(Json::as_object).into_iter().flatten() {
            self.branch(depth, name, value);
        }
        for apdu in facilities.components(ie) {
            self.apdu(depth, apdu);
        }
    }

    fn apdu(&mut self, depth: usize, apdu: &Map<String, Json>) {
        let member = |name| apdu.get(name).filter(|value| !value.is_null()).map(plain);
        let name = member("op").or_else(|| member("error")).or_else(|| member("problem_name"));
        let code = member("local").or_else(|| member("oid"));
        let mut heading = member("type").unwrap_or_default();
        if let Some(family) = member("family") {
            heading.push(' ');
            heading.push_str(&family);
        }
        if let Some(name) = name.or_else(|| code.is_some().then(|| "unknown".to_owned())) {
            heading.push(' ');
            heading.push_str(&name);
        }
        if let Some(code) = code {
            heading.push_str(&[" (", &code, ")"].concat());
        }
        let id = member("invoke_id").unwrap_or_else(|| "none".to_owned());
        self.line(depth, &format!("{heading}, invoke id {id}"));
        for name in ["linked_id", "op_alias", "argument", "result", "parameter", "problem", "octets"] {
            if let Some(value) = apdu.get(name).filter(|value| name != "problem" || !value.is_null()) {
                self.branch(depth + 1, &name.replace('_', " "), value);
            }
        }
    }

    /// Prints a value under its name. What has one member only stays on one line with it.
    fn branch(&mut self, depth: usize, name: &str, value: &Json) {
        match value {
            Json::Object(members) if members.keys().eq(["class", "tag", "contents"]) => {
                self.element_of_unknown_type(depth, &format!("{name}: "), members);
            }
            Json::Object(members) => match members.iter().next() {
                Some((only, value)) if members.len() == 1 => {
                    self.branch(depth, &format!("{name}: {only}"), value);
                }
                _ => {
                    self.line(depth, name);
                    for (name, value) in members {
                        self.branch(depth + 1, name, value);
                    }
                }
            },
            Json::Array(items) if items.iter().any(|item| item.is_object() || item.is_array()) => {
                self.line(depth, name);
                for (position, item) in (1..).zip(items) {
                    self.branch(depth + 1, &format!("{position}"), item);
                }
            }
            Json::Null => self.line(depth, name),
            scalar => {
                self.line(depth, &format!("{name}: {}", plain(scalar)));
                if name == "service" || name.ends_with(": service") {
                    self.service(depth + 1, scalar);
                }
            }
        }
    }

    /// Prints an element of which only the tag is known, and those within.
    fn element_of_unknown_type(&mut self, depth: usize, name: &str, element: &Map<String, Json>) {
        let member = |name| element.get(name).map(plain).unwrap_or_default();
        let heading = format!("{name}{} {}", member("class"), member("tag"));
        match element.get("contents") {
            Some(Json::Array(children)) => {
                self.line(depth, &heading);
                for child in children.iter().filter_map(Json::as_object) {
                    self.element_of_unknown_type(depth + 1, "", child);
                }
            }
            contents => {
                let contents = contents.and_then(Json::as_str).unwrap_or_default();
                self.line(depth, format!("{heading}: {}", spaced(contents)).trim_end_matches([' ', ':']));
            }
        }
    }

    /// The information elements in a PSS1InformationElement.
    fn service(&mut self, depth: usize, service: &Json) {
        let Some(Ok(Octets(octets))) = service.as_str().map(str::parse) else { return };
        // A message whose elements these are: FACILITY with the dummy call reference.
        let message = [&[Message::DISCRIMINATOR, 0, 0x62], octets.as_slice()].concat();
        let Ok(message) = Message::parse(&message) else { return };
        for element in message.elements() {
            match element {
                Ok(element) => {
                    let mut faults = Vec::new();
                    let element = message::Element::read(element, &mut faults);
                    self.element(depth, &serde_json::to_value(element).unwrap_or_default());
                    for fault in faults {
                        self.line(depth + 1, &format!("error: {}", fault.what));
                    }
                }
                Err(cut) => self.line(depth, &format!("error: element {:02x} is cut", cut.identifier)),
            }
        }
    }
}

fn lapd_line(lapd: &Map<String, Json>) -> String {
    let labels = [
        ("type", ""),
        ("sapi", "SAPI "),
        ("tei", "TEI "),
        ("cr", "C/R "),
        ("p_f", "P/F "),
        ("ns", "N(S) "),
        ("nr", "N(R) "),
    ];
    let member = |name| lapd.get(name).filter(|value| !value.is_null());
    let words =
        labels.into_iter().filter_map(|(name, label)| Some(format!("{label}{}", plain(member(name)?))));
    words.collect::<Vec<_>>().join(", ")
}

/// A value that is no object, without quotes. What is not printable ASCII is escaped.
fn plain(value: &Json) -> String {
    match value {
        Json::String(text) => text.escape_default().to_string().replace("\\'", "'").replace("\\\"", "\""),
        Json::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// Hex digits in pairs.
fn spaced(hex: &str) -> String {
    let digits: Vec<char> = hex.chars().collect();
    digits.chunks(2).map(|pair| pair.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
