//! Counting what is the same and saying what is not.

use serde_json::Value as Json;

/// What came of comparing the frames of a capture.
#[derive(Default)]
pub(crate) struct Comparison {
    /// The field of each value that was held against another.
    pub(crate) compared: Vec<String>,
    /// Those that differ.
    pub(crate) differences: Vec<Difference>,
    frame: usize,
}

/// A value that differs.
#[derive(Debug)]
pub(crate) struct Difference {
    /// The number of the frame, from 1; 0 where it is about the whole capture.
    pub(crate) frame: usize,
    pub(crate) field: String,
    /// What both say.
    pub(crate) words: String,
}

impl Comparison {
    /// Says in which frame the values after this are.
    pub(crate) fn at(&mut self, frame: usize) {
        self.frame = frame;
    }

    /// Holds two values against each other.
    pub(crate) fn same(&mut self, field: &str, ours: &Json, theirs: &Json) {
        self.compared.push(field.to_owned());
        if ours != theirs {
            self.differ(field, format!("ours {ours}, theirs {theirs}"));
        }
    }

    /// Notes that tshark shows something that is not compared here: a value that does not agree.
    pub(crate) fn unknown(&mut self, name: &str) {
        self.compared.push(name.to_owned());
        self.differ(name, "is not compared".into());
    }

    fn differ(&mut self, field: &str, words: String) {
        self.differences.push(Difference { frame: self.frame, field: field.to_owned(), words });
    }
}

/// The members of an object; none of anything else.
pub(crate) fn members(object: &Json) -> impl Iterator<Item = (&str, &Json)> {
    object.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

/// A value, or the values of a list: tshark makes a list of members with the same name.
pub(crate) fn each(value: &Json) -> Vec<&Json> {
    value.as_array().map_or(vec![value], |items| items.iter().collect())
}

/// The last of the values with the same name.
pub(crate) fn last(value: &Json) -> &Json {
    each(value).last().copied().unwrap_or(&Json::Null)
}

/// A number that tshark writes as text: `7`, `0x07`.
pub(crate) fn number(value: &Json) -> Json {
    let text = value.as_str().unwrap_or_default();
    let parsed = match text.strip_prefix("0x") {
        Some(hex) => i64::from_str_radix(hex, 16),
        None => text.parse(),
    };
    parsed.map_or(Json::Null, Json::from)
}

/// A bit that tshark writes as text.
pub(crate) fn boolean(value: &Json) -> Json {
    match value.as_str() {
        Some("0") => false.into(),
        Some("1") => true.into(),
        _ => Json::Null,
    }
}

/// Octets that tshark writes as `9f:aa:06`.
pub(crate) fn octets(value: &Json) -> Json {
    value.as_str().map_or(Json::Null, |text| text.replace(':', "").into())
}

/// The name of a number in a table.
pub(crate) fn named(value: &Json, names: &[(i64, &str)]) -> Json {
    let wanted = number(value).as_i64();
    names.iter().find(|(number, _)| Some(*number) == wanted).map_or(Json::Null, |(_, name)| (*name).into())
}
