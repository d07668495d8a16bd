//! What a node's JSON holds, as far as it is printed. What a newer node adds is left out.

use serde::Deserialize;
use serde_json::{Map, Value as Json};

/// A phone as its user sees and hears it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Phone {
    pub(crate) number: String,
    pub(crate) name: String,
    /// `on` or `off`.
    pub(crate) hook: String,
    pub(crate) state: String,
    /// `none` or what is heard.
    pub(crate) tone: String,
    /// `none`, `normal` or `callback`.
    pub(crate) ring: String,
    pub(crate) display: Vec<String>,
    pub(crate) softkeys: Vec<String>,
    /// The lamps, by name, in the node's order.
    pub(crate) lamps: Map<String, Json>,
}

/// What an event of kind `phone` is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum PhoneEvent<'a> {
    /// The phone with this number draws attention to a callback notice.
    Alert(&'a str),
    /// The phone looks or sounds different: this is the whole of it.
    Change(&'a Json),
}

impl<'a> PhoneEvent<'a> {
    /// Reads the data of the event; `None` where it is neither.
    pub(crate) fn of(data: &'a Map<String, Json>) -> Option<Self> {
        match (data.get("phone"), data.get("alert")) {
            (Some(phone @ Json::Object(_)), _) => Some(Self::Change(phone)),
            (_, Some(Json::String(number))) => Some(Self::Alert(number)),
            _ => None,
        }
    }
}

/// `GET /v1/phones`.
#[derive(Debug, Deserialize)]
pub(crate) struct Phones {
    pub(crate) phones: Vec<Phone>,
}

/// A live callback.
#[derive(Debug, Deserialize)]
pub(crate) struct Callback {
    pub(crate) id: String,
    pub(crate) role: String,
    /// `ccbs` or `ccnr`.
    pub(crate) service: String,
    pub(crate) a: String,
    pub(crate) b: String,
    /// None between two phones of the node.
    pub(crate) trunk: Option<String>,
    pub(crate) state: String,
    /// Whether a signalling connection is up for it.
    pub(crate) retained: bool,
    pub(crate) suspended: bool,
    /// RFC 3339.
    pub(crate) since: String,
    /// The running timers, in seconds left.
    pub(crate) timers: Map<String, Json>,
}

impl Callback {
    /// The running timers with the seconds left, soonest first.
    pub(crate) fn timers(&self) -> Vec<(&str, f64)> {
        let mut timers: Vec<_> =
            self.timers.iter().filter_map(|(name, left)| Some((name.as_str(), left.as_f64()?))).collect();
        timers.sort_by(|(_, one), (_, two)| one.total_cmp(two));
        timers
    }
}

/// `GET /v1/callbacks`.
#[derive(Debug, Deserialize)]
pub(crate) struct Callbacks {
    pub(crate) callbacks: Vec<Callback>,
}

/// A trunk.
#[derive(Debug, Deserialize)]
pub(crate) struct Trunk {
    pub(crate) name: String,
    /// `network` or `user`.
    pub(crate) side: String,
    /// `up` or `down`.
    pub(crate) link: String,
    /// The state of the data link: 4 to 8.
    pub(crate) lapd: u8,
    pub(crate) channels_busy: u64,
    pub(crate) connections: u64,
}

/// `GET /v1/trunks`.
#[derive(Debug, Deserialize)]
pub(crate) struct Trunks {
    pub(crate) trunks: Vec<Trunk>,
}

/// A call.
#[derive(Debug, Deserialize)]
pub(crate) struct Call {
    /// A number or a name.
    pub(crate) id: Json,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) stage: String,
    /// RFC 3339.
    pub(crate) since: String,
}

/// `GET /v1/calls`.
#[derive(Debug, Deserialize)]
pub(crate) struct Calls {
    pub(crate) calls: Vec<Call>,
}

/// A JSON value as people write it: a string without its quotes.
pub(crate) fn plain(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Bool(yes) => if *yes { "yes" } else { "no" }.into(),
        Json::Null => String::new(),
        Json::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
