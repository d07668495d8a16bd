//! The link of a trunk: what carries its D-channel.

use std::net::SocketAddr;

use qsig_link::{EscapeMap, Framing, LinkConfig, Role};
use toml::Spanned;

use super::{
    item::Item,
    key::{Filling, Key, Preset, read_table},
    mistake::{Fault, Report},
};

/// A link as far as it was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct LinkDraft {
    listen: Option<Spanned<SocketAddr>>,
    connect: Option<Spanned<SocketAddr>>,
    framing: Option<Framing>,
    insecure: bool,
}

impl LinkDraft {
    /// The link, if it is whole.
    pub(crate) fn finish(&self) -> Option<LinkConfig> {
        let role = match (&self.listen, &self.connect) {
            (Some(address), None) => Role::Listen(*address.get_ref()),
            (None, Some(address)) => Role::Connect(*address.get_ref()),
            _ => return None,
        };
        let mut config = LinkConfig::new(role, self.framing?);
        config.insecure = self.insecure;
        Some(config)
    }

    /// Where it listens.
    pub(crate) const fn listens(&self) -> Option<&Spanned<SocketAddr>> {
        self.listen.as_ref()
    }

    /// Where it connects to.
    pub(crate) const fn connects(&self) -> Option<&Spanned<SocketAddr>> {
        self.connect.as_ref()
    }
}

/// The keys of `link = { kind = "tcp", ... }`.
pub(crate) const TCP: &[Key<LinkDraft>] = &[
    Key {
        name: "kind",
        wanted: "\"tcp\"",
        preset: Preset::Required("\"tcp\""),
        says: "What carries the frames: a TCP connection.",
        take: take_kind,
    },
    Key {
        name: "listen",
        wanted: "an IP address and a port, such as \"127.0.0.1:7001\"",
        preset: Preset::None("\"127.0.0.1:7001\""),
        says: "Waits for the far end at this address; give this or `connect`.",
        take: |link, item, report| {
            link.listen = item.address(report).map(|address| Spanned::new(item.span(), address));
        },
    },
    Key {
        name: "connect",
        wanted: "an IP address and a port, such as \"127.0.0.1:7001\"",
        preset: Preset::None("\"127.0.0.1:7001\""),
        says: "Connects to the far end at this address, again and again; give this or `listen`.",
        take: |link, item, report| {
            link.connect = item.address(report).map(|address| Spanned::new(item.span(), address));
        },
    },
    Key {
        name: "framing",
        wanted: "\"len16\" or \"hdlc-octets\"",
        preset: Preset::Required("\"len16\""),
        says: "How frames are told apart, the same at both ends: `len16` puts the length before each frame, \
               `hdlc-octets` is HDLC with octet stuffing and FCS.",
        take: |link, item, report| {
            let octets = Framing::HdlcOctets { escape: EscapeMap::empty() };
            link.framing = item.word(report, &[("len16", Framing::Len16), ("hdlc-octets", octets)]);
        },
    },
    Key {
        name: "insecure",
        wanted: "true or false",
        preset: Preset::Value(|link| link.insecure.to_string()),
        says: "Takes an address other than loopback although nothing is encrypted: whoever reaches it can place \
               calls.",
        take: |link, item, report| link.insecure = item.flag(report).unwrap_or(link.insecure),
    },
];

/// Kinds that the design names and that this version does not have.
const NOT_YET: &[&str] = &["unix", "serial", "tls", "dahdi", "osmo-e1d"];

fn take_kind(_: &mut LinkDraft, item: &Item<'_>, report: &mut Report<'_>) {
    match item.value.get_ref().as_str() {
        Some(kind) if NOT_YET.contains(&kind) => {
            let instead = "use \"tcp\", and carry it over other lines with a tool such as socat";
            report.add(&item.span(), Fault::NotYet { what: kind.into(), instead });
        }
        _ => {
            item.word(report, &[("tcp", ())]);
        }
    }
}

/// Reads the table of a link and checks that its keys go together.
pub(crate) fn take(item: &Item<'_>, report: &mut Report<'_>) -> Option<LinkDraft> {
    let table = item.table(report)?;
    let mut link = LinkDraft::default();
    read_table("link", &item.span(), table, &mut [&mut Filling(&[TCP], &mut link)], report);
    // The keys themselves count here, so that an address that is wrong is not told to be missing as well.
    let (listens, connects) = (table.contains_key("listen"), table.contains_key("connect"));
    if listens == connects {
        let fault = Fault::EitherOr { table: "link", one: "listen", other: "connect", both: listens };
        report.add(&item.span(), fault);
    }
    for address in [&link.listen, &link.connect].into_iter().flatten() {
        if !link.insecure && !address.get_ref().ip().to_canonical().is_loopback() {
            report.add(&address.span(), Fault::Insecure(address.get_ref().to_string()));
        }
    }
    Some(link)
}
