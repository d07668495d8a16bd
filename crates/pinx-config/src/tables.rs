//! `[node]`, `[[route]]` and `[[extension]]`.

use std::{net::SocketAddr, ops::Range, path::Path};

use qsig_core::Digits;
use qsig_pinx::{
    Profile,
    profile::{PROFILES, QSIG},
};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    callback::CALLBACK,
    item::{Item, meant_address, quoted},
    key::{Filling, Key, Preset, read_table},
    link::is_path,
    mistake::{Fault, Report},
    trunk::is_name,
};

/// `[node]` as far as it was read. Paths are as they were written.
#[derive(Clone, Debug)]
pub(crate) struct NodeDraft {
    pub(crate) name: String,
    pub(crate) api: ApiDraft,
    pub(crate) token_file: String,
}

/// Where the node is spoken to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ApiDraft {
    Unix(Spanned<String>),
    Tcp(Spanned<SocketAddr>),
}

impl Default for NodeDraft {
    fn default() -> Self {
        Self {
            name: String::new(),
            api: ApiDraft::Unix(Spanned::new(0..0, "pinx.sock".into())),
            token_file: "pinx.token".into(),
        }
    }
}

/// The keys of `[node]`.
pub(crate) const NODE: &[Key<NodeDraft>] = &[
    Key {
        name: "name",
        wanted: "a name of letters, digits, `-`, `_` and `.`, such as \"milan\"",
        preset: Preset::Required("\"milan\""),
        says: "What the node calls itself.",
        take: |node, item, report| node.name = item.text(report, is_name).unwrap_or_default().into(),
    },
    Key {
        name: "api",
        wanted: "\"unix:PATH\" or \"tcp:127.0.0.1:PORT\"",
        preset: Preset::Value(|node| match &node.api {
            ApiDraft::Unix(path) => quoted(&format!("unix:{}", path.get_ref())),
            ApiDraft::Tcp(address) => quoted(&format!("tcp:{}", address.get_ref())),
        }),
        says: "Where the node is watched and driven; the path is relative to this file.",
        take: take_api,
    },
    Key {
        name: "api-token-file",
        wanted: "a path",
        preset: Preset::Value(|node| quoted(&node.token_file)),
        says: "The file with the token that each request over TCP carries, made at the first start.",
        take: |node, item, report| {
            if let Some(path) = item.text(report, is_path) {
                node.token_file = path.into();
            }
        },
    },
];

fn take_api(node: &mut NodeDraft, item: &Item<'_>, report: &mut Report<'_>) {
    let Some(text) = item.text(report, |_| true) else { return };
    match text.split_once(':') {
        Some(("unix", path)) if is_path(path) => {
            node.api = ApiDraft::Unix(Spanned::new(item.span(), path.into()));
        }
        Some(("tcp", address)) => match address.parse::<SocketAddr>() {
            Ok(address) if address.ip().to_canonical().is_loopback() => {
                node.api = ApiDraft::Tcp(Spanned::new(item.span(), address));
            }
            Ok(address) => report.add(&item.span(), Fault::OpenInterface(address.to_string())),
            Err(_) => item.unfit(report, meant_address(address).map(|meant| quoted(&format!("tcp:{meant}")))),
        },
        _ if Path::new(text).extension().is_some() && !text.contains(':') => {
            item.unfit(report, Some(quoted(&format!("unix:{text}"))));
        }
        _ => item.unfit(report, meant_address(text).map(|meant| quoted(&format!("tcp:{meant}")))),
    }
}

/// Reads `[node]`.
pub(crate) fn read_node(at: &Range<usize>, table: &DeTable<'_>, report: &mut Report<'_>) -> NodeDraft {
    let mut node = NodeDraft::default();
    if let ApiDraft::Unix(preset) = node.api {
        // A clash with the default is told as one with this table.
        node.api = ApiDraft::Unix(Spanned::new(at.clone(), preset.into_inner()));
    }
    read_table("[node]", at, table, &mut [&mut Filling(&[NODE], &mut node)], report);
    node
}

/// `[[route]]` as far as it was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct RouteDraft {
    pub(crate) prefix: Option<Spanned<Digits>>,
    pub(crate) trunk: Option<Spanned<String>>,
}

const DIGITS: &str = "1 to 20 of the digits 0-9 * # in quotation marks, such as \"1001\"";

/// The keys of `[[route]]`.
pub(crate) const ROUTE: &[Key<RouteDraft>] = &[
    Key {
        name: "prefix",
        wanted: DIGITS,
        preset: Preset::Required("\"2\""),
        says: "Numbers that begin with these digits lie behind the trunk; the longest prefix counts, and an \
               extension of this node comes before any route.",
        take: |route, item, report| {
            route.prefix = item.digits(report).map(|digits| Spanned::new(item.span(), digits));
        },
    },
    Key {
        name: "trunk",
        wanted: "the name of a trunk",
        preset: Preset::Required("\"to-rome\""),
        says: "The name of the trunk.",
        take: |route, item, report| {
            let name = item.text(report, |_| true);
            route.trunk = name.map(|name| Spanned::new(item.span(), name.into()));
        },
    },
];

/// Reads one `[[route]]`.
pub(crate) fn read_route(at: &Range<usize>, table: &DeTable<'_>, report: &mut Report<'_>) -> RouteDraft {
    let mut route = RouteDraft::default();
    read_table("[[route]]", at, table, &mut [&mut Filling(&[ROUTE], &mut route)], report);
    route
}

/// `[[extension]]` as far as it was read.
#[derive(Clone, Debug)]
pub(crate) struct ExtensionDraft {
    pub(crate) number: Option<Spanned<Digits>>,
    pub(crate) name: String,
    pub(crate) callbacks_allowed: bool,
    /// With everything that `[callback]` and the extension itself change.
    pub(crate) profile: Profile,
}

impl Default for ExtensionDraft {
    fn default() -> Self {
        Self { number: None, name: String::new(), callbacks_allowed: true, profile: QSIG }
    }
}

/// The keys of `[[extension]]`, beside those of `[callback]`.
pub(crate) const EXTENSION: &[Key<ExtensionDraft>] = &[
    Key {
        name: "number",
        wanted: DIGITS,
        preset: Preset::Required("\"1001\""),
        says: "The number of the phone.",
        take: |extension, item, report| {
            extension.number = item.digits(report).map(|digits| Spanned::new(item.span(), digits));
        },
    },
    Key {
        name: "name",
        wanted: "text of at most 50 characters of Western European languages (ISO 8859-1)",
        preset: Preset::Value(|extension| quoted(&extension.name)),
        says: "Whose phone it is, as the far end sees it; empty sends no name.",
        take: |extension, item, report| {
            extension.name = item.text(report, is_name_of_a_person).unwrap_or_default().into();
        },
    },
    Key {
        name: "profile",
        wanted: "\"qsig\" or \"cisco\"",
        preset: Preset::Value(|extension| quoted(extension.profile.name)),
        says: "Whose callback rules hold: `qsig` is the plain standard, `cisco` shows a notice instead of \
               ringing and allows one callback a caller.",
        take: |_, item, report| {
            let names = qsig_pinx::profile::PROFILES.iter().map(|profile| (profile.name, ()));
            item.word(report, &names.collect::<Vec<_>>());
        },
    },
    Key {
        name: "callbacks-allowed",
        wanted: "true or false",
        preset: Preset::Value(|extension| extension.callbacks_allowed.to_string()),
        says: "Whether the phone may ask for callbacks and be called back.",
        take: |extension, item, report| {
            extension.callbacks_allowed = item.flag(report).unwrap_or(extension.callbacks_allowed);
        },
    },
];

/// Whether QSIG can carry the name, letter by letter.
fn is_name_of_a_person(name: &str) -> bool {
    let fits = |letter: char| u32::from(letter) <= 0xFF && !letter.is_control();
    name.chars().count() <= 50 && name.chars().all(fits)
}

/// Each profile with what `[callback]` changes in it. The mistakes of that table are told when it is read for itself.
pub(crate) fn rules(callback: Option<&DeTable<'_>>) -> Vec<Profile> {
    let mut rules: Vec<Profile> = PROFILES.iter().map(|profile| **profile).collect();
    if let Some(callback) = callback {
        for profile in &mut rules {
            read_callback(&(0..0), callback, profile, &mut Report::new(""));
        }
    }
    rules
}

/// Reads one `[[extension]]`. Its own keys come before those of `[callback]`, and these before its profile.
pub(crate) fn read_extension(
    at: &Range<usize>,
    table: &DeTable<'_>,
    rules: &[Profile],
    report: &mut Report<'_>,
) -> ExtensionDraft {
    let named = table.get("profile").and_then(|name| name.get_ref().as_str()).unwrap_or(QSIG.name);
    let found = rules.iter().find(|rules| rules.name == named);
    let mut profile = found.or_else(|| rules.first()).copied().unwrap_or_default();
    let mut extension = ExtensionDraft::default();
    let own = &mut Filling(&[EXTENSION], &mut extension);
    read_table("[[extension]]", at, table, &mut [own, &mut Filling(&[CALLBACK], &mut profile)], report);
    extension.profile = profile;
    extension
}

/// Reads `[callback]` into a profile.
pub(crate) fn read_callback(
    at: &Range<usize>,
    table: &DeTable<'_>,
    profile: &mut Profile,
    report: &mut Report<'_>,
) {
    read_table("[callback]", at, table, &mut [&mut Filling(&[CALLBACK], profile)], report);
}

/// The tables of `[[name]]`, each with its place; a single `[name]` is a mistake, and is read all the same.
pub(crate) fn list_of<'v>(
    name: &'static str,
    value: &'v Spanned<DeValue<'v>>,
    report: &mut Report<'_>,
) -> Vec<(Range<usize>, &'v DeTable<'v>)> {
    let entries: &[Spanned<DeValue<'_>>] = match value.get_ref().as_array() {
        Some(entries) => entries,
        None => std::slice::from_ref(value),
    };
    let is_list = value.get_ref().is_array();
    let tables: Vec<_> =
        entries.iter().filter_map(|entry| Some((entry.span(), entry.get_ref().as_table()?))).collect();
    if !is_list || entries.len() != tables.len() {
        let fault = Fault::Unfit {
            key: name.into(),
            found: if is_list { "a list of other things" } else { "single" }.into(),
            wanted: format!("[[{name}]] with two pairs of brackets, once for each"),
            nearest: None,
        };
        report.add(&value.span(), fault);
    }
    tables
}
