//! The figures of a link as a table.

use super::{Count, LinkStats, Section};
use crate::decode::heading::{Heading, span};

/// A line about the link, then a line for each figure.
pub(super) fn table(link: &LinkStats) -> String {
    let mut lines = vec![heading(link)];
    let unknown = link.counts.values().any(|Count([_, _, unknown])| *unknown > 0);
    let head = if unknown { "unknown" } else { "" };
    lines.push(format!("{:<9} {:<44} {:>9} {:>9} {head:>9}", "", "from the side of the", "network", "user"));
    let mut last: Option<Section> = None;
    for ((section, name), Count([network, user, nobody])) in &link.counts {
        let title = if last == Some(*section) { "" } else { section.name() };
        last = Some(*section);
        let nobody = if unknown { nobody.to_string() } else { String::new() };
        lines.push(format!("{title:<9} {name:<44} {network:>9} {user:>9} {nobody:>9}"));
    }
    lines.iter().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

fn heading(link: &LinkStats) -> String {
    let name = link.name.as_deref().map(|name| format!("Link {name}: ")).unwrap_or_default();
    let time = |time| Heading { time, ..Heading::default() }.time();
    match (link.first, link.last) {
        (Some(first), Some(last)) => format!(
            "{name}{} to {} ({})",
            time(Some(first)).unwrap_or_default(),
            time(Some(last)).unwrap_or_default(),
            span(last - first)
        ),
        _ => format!("{name}no times"),
    }
}
