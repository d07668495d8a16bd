//! What each table cannot see for itself: whether they go together.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    ops::{Bound, Range},
};

use qsig_core::Digits;
use toml::Spanned;

use super::{
    Draft,
    mistake::{Fault, Report},
    nearest::nearest,
    tables::ApiDraft,
};

/// All checks across tables.
pub(crate) fn check(draft: &Draft, report: &mut Report<'_>) {
    trunk_names(draft, report);
    addresses(draft, report);
    numbers(draft, report);
    routes(draft, report);
}

/// Reports the second of two that are the same in the eyes of `same`.
fn twice<T>(
    all: &[&Spanned<T>],
    same: impl Fn(&T, &T) -> bool,
    what: impl Fn(&T) -> String,
    report: &mut Report<'_>,
) {
    for (place, one) in all.iter().enumerate() {
        let mut before = all.iter().take(place);
        if let Some(first) = before.find(|other| same(other.get_ref(), one.get_ref())) {
            let first = report.line(first.span().start);
            report.add(&one.span(), Fault::Twice { what: what(one.get_ref()), first });
        }
    }
}

fn trunk_names(draft: &Draft, report: &mut Report<'_>) {
    let names: Vec<_> = draft.trunks.iter().filter_map(|trunk| trunk.name.as_ref()).collect();
    twice(&names, PartialEq::eq, |name| format!("a trunk `{name}`"), report);
}

/// No two may listen at one place, and a listener or device takes one connection only. A trunk may well connect to
/// another trunk of the same node.
fn addresses(draft: &Draft, report: &mut Report<'_>) {
    let links: Vec<_> = draft.trunks.iter().filter_map(|trunk| trunk.link.as_ref()).collect();
    let mut listeners: Vec<&Spanned<SocketAddr>> =
        links.iter().filter_map(|link| link.listen.as_ref()).collect();
    let mut sockets: Vec<&Spanned<String>> =
        links.iter().filter_map(|link| link.listen_path.as_ref()).collect();
    match &draft.node.api {
        ApiDraft::Tcp(api) => listeners.insert(0, api),
        ApiDraft::Unix(api) => sockets.insert(0, api),
    }
    let shared = |one: &SocketAddr, other: &SocketAddr| {
        let everywhere = one.ip().is_unspecified() || other.ip().is_unspecified();
        one.port() == other.port() && one.port() != 0 && (one.ip() == other.ip() || everywhere)
    };
    twice(&listeners, shared, |address| format!("something that listens at port {}", address.port()), report);
    twice(&sockets, PartialEq::eq, |path| format!("something that listens at {path}"), report);
    let far_ends: Vec<_> = links.iter().filter_map(|link| link.connect.as_ref()).collect();
    twice(&far_ends, PartialEq::eq, |address| format!("a trunk to {address}"), report);
    let far_sockets: Vec<_> = links.iter().filter_map(|link| link.connect_path.as_ref()).collect();
    twice(&far_sockets, PartialEq::eq, |path| format!("a trunk to {path}"), report);
    let devices: Vec<_> = links.iter().filter_map(|link| link.device.as_ref()).collect();
    twice(&devices, PartialEq::eq, |device| format!("a trunk on {device}"), report);
}

/// Each number and each prefix stands once. An extension that others begin with, or that lies behind a trunk as
/// well, works all the same: that is only remarked.
fn numbers(draft: &Draft, report: &mut Report<'_>) {
    let numbers = draft.extensions.iter().filter_map(|extension| extension.number.as_ref());
    let extensions = once(numbers, "extension", report);
    let prefixes = draft.routes.iter().filter_map(|route| route.prefix.as_ref());
    let routes = once(prefixes, "a route for", report);
    for (number, span) in &extensions {
        if let Some((prefix, route)) = shorter(&routes, number) {
            let (number, prefix, line) = (number.to_string(), prefix.to_string(), report.line(route.start));
            report.remark(span, Fault::Shadow { number, prefix, line });
        }
        let longer = next(&extensions, number)
            .map(|(longer, at)| (format!("extension {longer}"), at))
            .or_else(|| next(&routes, number).map(|(longer, at)| (format!("the route for {longer}"), at)));
        if let Some((longer, at)) = longer {
            let (number, line) = (number.to_string(), report.line(at.start));
            report.remark(span, Fault::Pause { number, longer, line });
        }
    }
}

/// All digits with their places; those that come again are reported.
fn once<'a>(
    all: impl Iterator<Item = &'a Spanned<Digits>>,
    what: &str,
    report: &mut Report<'_>,
) -> BTreeMap<Digits, Range<usize>> {
    let mut seen: BTreeMap<Digits, Range<usize>> = BTreeMap::new();
    for digits in all {
        match seen.get(digits.get_ref()) {
            Some(first) => {
                let first = report.line(first.start);
                report.add(
                    &digits.span(),
                    Fault::Twice { what: format!("{what} {}", digits.get_ref()), first },
                );
            }
            None => _ = seen.insert(*digits.get_ref(), digits.span()),
        }
    }
    seen
}

/// The longest of all that the digits begin with.
fn shorter<'a, T>(all: &'a BTreeMap<Digits, T>, digits: &Digits) -> Option<(&'a Digits, &'a T)> {
    let octets = digits.as_octets();
    let mut beginnings =
        (1..=octets.len()).rev().filter_map(|length| Digits::from_octets(octets.get(..length)?).ok());
    beginnings.find_map(|beginning| all.get_key_value(&beginning))
}

/// One of all that begins with the digits and is longer.
fn next<'a, T>(all: &'a BTreeMap<Digits, T>, digits: &Digits) -> Option<(&'a Digits, &'a T)> {
    let after = all.range((Bound::Excluded(digits), Bound::Unbounded)).next();
    after.filter(|(longer, _)| longer.as_octets().starts_with(digits.as_octets()))
}

fn routes(draft: &Draft, report: &mut Report<'_>) {
    let names: Vec<&str> = draft
        .trunks
        .iter()
        .filter_map(|trunk| trunk.name.as_ref())
        .map(|name| name.get_ref().as_str())
        .collect();
    for trunk in draft.routes.iter().filter_map(|route| route.trunk.as_ref()) {
        if !names.contains(&trunk.get_ref().as_str()) {
            let nearest = nearest(trunk.get_ref(), names.iter().copied()).map(Into::into);
            report.add(&trunk.span(), Fault::NoTrunk { trunk: trunk.get_ref().clone(), nearest });
        }
    }
}
