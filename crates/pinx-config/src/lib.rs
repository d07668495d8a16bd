//! The configuration of a node: one TOML file, every mistake of which is told at once, with its place.
//!
//! [`load`] makes of a text the plain values that the node and the links take; nothing else knows TOML. The keys stand in
//! tables, and the reading, the commented file of `pinx init` and the reference in `docs/` are all made from these.
#![forbid(unsafe_code)]

mod callback;
mod channels;
mod checks;
mod duration;
mod item;
mod key;
pub mod limits;
mod link;
mod mistake;
mod nearest;
mod reference;
mod tables;
mod trunk;

#[cfg(test)]
mod tests;

use std::{
    fs::File,
    io::{self, Read},
    net::SocketAddr,
    path::{Path, PathBuf},
};

use qsig_link::LinkConfig;
use qsig_pinx::{ExtensionConfig, NodeConfig, Profile, Route, TrunkConfig, TrunkIndex};
use toml::de::DeTable;

pub use mistake::{Fault, Mistake};
pub use reference::{comment, commented, commented_serial, commented_timers, markdown};

use limits::LONGEST_TEXT;
use mistake::Report;
use tables::{ApiDraft, ExtensionDraft, NodeDraft, RouteDraft};
use trunk::TrunkDraft;

/// A configuration without mistakes.
#[derive(Clone, Debug)]
pub struct Config {
    /// The node. Its seed is 0: whoever runs it sets one that differs from start to start.
    pub node: NodeConfig,
    /// Where it is watched and driven.
    pub api: Api,
    /// The link of each trunk, in the order of the trunks.
    pub links: Vec<LinkConfig>,
    /// What works and may surprise.
    pub remarks: Vec<Mistake>,
}

/// Where a node is watched and driven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Api {
    /// A UNIX socket, guarded by its file mode.
    Unix(PathBuf),
    /// A loopback address.
    Tcp {
        /// The address.
        address: SocketAddr,
        /// The file with the token that each request carries.
        token_file: PathBuf,
    },
}

/// A configuration as far as it was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    node: NodeDraft,
    trunks: Vec<TrunkDraft>,
    routes: Vec<RouteDraft>,
    extensions: Vec<ExtensionDraft>,
}

/// The tables of a file.
const TABLES: [&str; 5] = ["node", "trunk", "route", "extension", "callback"];

/// Tables that the design names and that this version does not honour.
const NOT_YET: [&str; 3] = ["profile", "class", "site"];

/// The text of a file for [`load`]: no more of it than tells that it is too long. Refuses what is not UTF-8.
pub fn read(path: &Path) -> io::Result<String> {
    let most = u64::try_from(LONGEST_TEXT).unwrap_or(u64::MAX);
    let mut octets = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut octets)?;
    if octets.len() > LONGEST_TEXT {
        // Perhaps cut within a letter, and refused in any case.
        return Ok(String::from_utf8_lossy(&octets).into_owned());
    }
    let unfit = |_| io::Error::new(io::ErrorKind::InvalidData, "it is no text in UTF-8");
    String::from_utf8(octets).map_err(unfit)
}

/// Reads the text of the file `path`. Paths in it are taken from the folder of the file. All mistakes come at once,
/// in the order of the text. A text of more than [`limits::LONGEST_TEXT`] octets is refused before it is looked at.
pub fn load(text: &str, path: &Path) -> Result<Config, Vec<Mistake>> {
    if text.len() > LONGEST_TEXT {
        let fault = Fault::TooLong { most: LONGEST_TEXT };
        return Err(vec![Mistake { file: path.to_path_buf(), line: 1, column: 1, fault }]);
    }
    let mut report = Report::new(text);
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let end = text.trim_end().len();
        let message = error.message();
        // What a word without quotation marks is taken for.
        let bare = ["invalid float", "invalid boolean"];
        let quote = bare.iter().any(|start| message.starts_with(start));
        let hint = if quote { "; a text stands in quotation marks" } else { "" };
        report.add(&error.span().unwrap_or(end..end), Fault::Syntax(format!("{message}{hint}")));
    }
    let draft = draft(document.get_ref(), &mut report);
    checks::check(&draft, &mut report);
    let folder = path.parent().unwrap_or(Path::new(""));
    match finish(&draft, folder) {
        Some(config) if report.is_empty() => Ok(Config { remarks: report.remarks(path), ..config }),
        _ => Err(report.mistakes(path)),
    }
}

fn draft(document: &DeTable<'_>, report: &mut Report<'_>) -> Draft {
    let mut draft = Draft::default();
    let rules = tables::rules(document.get("callback").and_then(|table| table.get_ref().as_table()));
    if !document.contains_key("node") {
        let example = "[node] and below it name = \"milan\"".into();
        report.add(&(0..0), Fault::Missing { table: "the file", key: "[node]", example });
    }
    for (key, value) in document {
        let (name, at) = (key.get_ref().as_ref(), value.span());
        match (name, value.get_ref().as_table()) {
            ("node", Some(table)) => draft.node = tables::read_node(&at, table, report),
            ("callback", Some(table)) => {
                tables::read_callback(&at, table, &mut Profile::default(), report);
            }
            ("node" | "callback", None) => {
                let fault = Fault::Unfit {
                    key: name.into(),
                    found: if value.get_ref().is_array() { "a list" } else { "a value" }.into(),
                    wanted: format!("a table, written as [{name}]"),
                    nearest: None,
                };
                report.add(&at, fault);
            }
            ("trunk", _) => {
                let all = tables::list_of("trunk", value, report);
                draft.trunks = all.iter().map(|(at, table)| trunk::read(at, table, report)).collect();
            }
            ("route", _) => {
                let all = tables::list_of("route", value, report);
                draft.routes = all.iter().map(|(at, table)| tables::read_route(at, table, report)).collect();
            }
            ("extension", _) => {
                draft.extensions = tables::list_of("extension", value, report)
                    .iter()
                    .map(|(at, table)| tables::read_extension(at, table, &rules, report))
                    .collect();
            }
            _ if NOT_YET.contains(&name) => {
                let instead = "name a profile with the extension, and set single keys there or in [callback]";
                report.add(&key.span(), Fault::NotYet { what: name.into(), instead });
            }
            _ => {
                let home = reference::home_of(name);
                let nearest = nearest::nearest(name, TABLES).filter(|_| home.is_none()).map(Into::into);
                report.add(
                    &key.span(),
                    Fault::UnknownKey { table: "the file", key: name.into(), nearest, home },
                );
            }
        }
    }
    draft
}

/// The configuration of a draft that has everything it needs.
fn finish(draft: &Draft, folder: &Path) -> Option<Config> {
    let mut trunks: Vec<TrunkConfig> = Vec::new();
    let mut links = Vec::new();
    for trunk in &draft.trunks {
        let config = TrunkConfig { name: trunk.name.as_ref()?.get_ref().clone(), ..trunk.config.clone() };
        let mut link = trunk.link.as_ref()?.finish(folder)?;
        // A healthy far end is heard of at least once in T203; twice that long may pass without doubt of it.
        link.stale_after = link.stale_after.max(config.link.t203 * 2);
        links.push(link);
        trunks.push(config);
    }
    let place = |name: &String| trunks.iter().position(|trunk| trunk.name == *name);
    let routes: Option<Vec<Route>> = draft
        .routes
        .iter()
        .map(|route| {
            let trunk = place(route.trunk.as_ref()?.get_ref())?;
            let trunk = TrunkIndex(u32::try_from(trunk).ok()?);
            Some(Route { prefix: *route.prefix.as_ref()?.get_ref(), trunk })
        })
        .collect();
    let extensions: Option<Vec<ExtensionConfig>> = draft
        .extensions
        .iter()
        .map(|extension| {
            Some(ExtensionConfig {
                profile: extension.profile,
                callbacks_allowed: extension.callbacks_allowed,
                ..ExtensionConfig::new(*extension.number.as_ref()?.get_ref(), extension.name.clone())
            })
        })
        .collect();
    let api = match &draft.node.api {
        ApiDraft::Unix(path) => Api::Unix(folder.join(path.get_ref())),
        ApiDraft::Tcp(address) => {
            Api::Tcp { address: *address.get_ref(), token_file: folder.join(&draft.node.token_file) }
        }
    };
    let node = NodeConfig {
        name: draft.node.name.clone(),
        seed: 0,
        trunks,
        routes: routes?,
        extensions: extensions?,
    };
    Some(Config { node, api, links, remarks: Vec::new() })
}
