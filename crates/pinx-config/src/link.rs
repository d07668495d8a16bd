//! The link of a trunk: what carries its D-channel.

use std::{net::SocketAddr, path::Path};

use qsig_core::is_steering;
use qsig_link::{BitOrder, EscapeMap, Flow, Framing, Idle, LinkConfig, Parity, Role, Serial, StopBits};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    duration,
    item::{Item, quoted},
    key::{Filling, Key, Preset, read_table},
    mistake::{Fault, Report},
};

/// A link as far as it was read. Paths are as they were written.
#[derive(Clone, Debug)]
pub(crate) struct LinkDraft {
    /// A TCP address.
    pub(crate) listen: Option<Spanned<SocketAddr>>,
    /// A TCP address.
    pub(crate) connect: Option<Spanned<SocketAddr>>,
    /// A UNIX socket.
    pub(crate) listen_path: Option<Spanned<String>>,
    /// A UNIX socket.
    pub(crate) connect_path: Option<Spanned<String>>,
    /// A serial device.
    pub(crate) device: Option<Spanned<String>>,
    /// The settings of the serial device.
    serial: Serial,
    framing: Option<Word>,
    escape: EscapeMap,
    order: BitOrder,
    idle: Idle,
    keep_alive: Option<std::time::Duration>,
    insecure: bool,
}

/// A framing without its settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Len16,
    HdlcOctets,
    HdlcBits,
}

impl Default for LinkDraft {
    fn default() -> Self {
        Self {
            listen: None,
            connect: None,
            listen_path: None,
            connect_path: None,
            device: None,
            serial: Serial::new(""),
            framing: None,
            escape: EscapeMap::empty(),
            order: BitOrder::default(),
            idle: Idle::default(),
            keep_alive: None,
            insecure: false,
        }
    }
}

impl LinkDraft {
    /// The link, if it is whole. Paths are taken from this folder.
    pub(crate) fn finish(&self, folder: &Path) -> Option<LinkConfig> {
        let path = |path: &Spanned<String>| folder.join(path.get_ref());
        let role = match (&self.listen, &self.connect, &self.listen_path, &self.connect_path, &self.device) {
            (Some(address), None, None, None, None) => Role::Listen(*address.get_ref()),
            (None, Some(address), None, None, None) => Role::Connect(*address.get_ref()),
            (None, None, Some(socket), None, None) => Role::ListenUnix(path(socket)),
            (None, None, None, Some(socket), None) => Role::ConnectUnix(path(socket)),
            (None, None, None, None, Some(device)) => {
                Role::Serial(Serial { device: path(device), ..self.serial.clone() })
            }
            _ => return None,
        };
        let framing = match self.framing? {
            Word::Len16 => Framing::Len16,
            Word::HdlcOctets => Framing::HdlcOctets { escape: self.escape },
            Word::HdlcBits => Framing::HdlcBits { order: self.order, idle: self.idle },
        };
        let mut config = LinkConfig::new(role, framing);
        config.insecure = self.insecure;
        if let Some(every) = self.keep_alive {
            config.keep_alive = Some(every).filter(|every| !every.is_zero());
        }
        Some(config)
    }
}

const FRAMINGS: [(&str, Word); 3] =
    [("len16", Word::Len16), ("hdlc-octets", Word::HdlcOctets), ("hdlc-bits", Word::HdlcBits)];

/// The keys of any link.
pub(crate) const LINK: &[Key<LinkDraft>] = &[
    Key {
        name: "kind",
        wanted: "\"tcp\", \"unix\" or \"serial\"",
        preset: Preset::Required("\"tcp\""),
        says: "What carries the frames: a TCP connection, a UNIX socket or a serial line.",
        // The kind decides which keys there are, so it is looked at before.
        take: |_, _, _| {},
    },
    Key {
        name: "framing",
        wanted: "\"len16\", \"hdlc-octets\" or \"hdlc-bits\"",
        preset: Preset::Required("\"len16\""),
        says: "How frames are told apart, the same at both ends: `len16` puts the length before each frame, \
               `hdlc-octets` is HDLC with octet stuffing, `hdlc-bits` the bits of a 64 kbit/s time slot.",
        take: |link, item, report| link.framing = item.word(report, &FRAMINGS),
    },
    Key {
        name: "escape",
        wanted: "a list of octets from 0x00 to 0x1f, 0x91 and 0x93, such as [0x11, 0x13]",
        preset: Preset::Value(|_| "[]".into()),
        says: "Octets that the line itself uses, which `hdlc-octets` therefore escapes; the same at both ends.",
        take: take_escape,
    },
    Key {
        name: "bit-order",
        wanted: "\"msb\" or \"lsb\"",
        preset: Preset::Value(|_| quoted("msb")),
        says: "Which bit of an octet is first on the line with `hdlc-bits`: the most significant, as on an E1, or \
               the least.",
        take: |link, item, report| {
            link.order =
                item.word(report, &[("msb", BitOrder::Msb), ("lsb", BitOrder::Lsb)]).unwrap_or_default();
        },
    },
    Key {
        name: "idle",
        wanted: "\"flags\" or \"ones\"",
        preset: Preset::Value(|_| quoted("flags")),
        says: "What fills the line between frames with `hdlc-bits`; with flags the line is up only while flags \
               come.",
        take: |link, item, report| {
            link.idle =
                item.word(report, &[("flags", Idle::Flags), ("ones", Idle::Ones)]).unwrap_or_default();
        },
    },
    Key {
        name: "keep-alive",
        wanted: duration::WANTED,
        preset: Preset::None("\"1s\""),
        says: "After so long without a frame to send, the far end is told that this one is there; 0s never. Without \
               the key 1s on a serial line and never elsewhere.",
        take: |link, item, report| link.keep_alive = item.duration(report, true),
    },
];

/// The keys of `kind = "tcp"`.
pub(crate) const TCP: &[Key<LinkDraft>] = &[
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
        name: "insecure",
        wanted: "true or false",
        preset: Preset::Value(|link| link.insecure.to_string()),
        says: "Allows an address other than loopback although nothing is encrypted: whoever reaches it can place \
               calls.",
        take: |link, item, report| link.insecure = item.flag(report).unwrap_or(link.insecure),
    },
];

/// The keys of `kind = "unix"`.
pub(crate) const UNIX: &[Key<LinkDraft>] = &[
    Key {
        name: "listen",
        wanted: "a path of at most 107 octets",
        preset: Preset::None("\"to-rome.sock\""),
        says: "Makes this socket and waits for the far end; give this or `connect`.",
        take: |link, item, report| link.listen_path = take_path(item, report),
    },
    Key {
        name: "connect",
        wanted: "a path of at most 107 octets",
        preset: Preset::None("\"to-rome.sock\""),
        says: "Connects to the far end at this socket, again and again; give this or `listen`.",
        take: |link, item, report| link.connect_path = take_path(item, report),
    },
];

/// The keys of `kind = "serial"`.
pub(crate) const SERIAL: &[Key<LinkDraft>] = &[
    Key {
        name: "device",
        wanted: "a path",
        preset: Preset::Required("\"/dev/ttyUSB0\""),
        says: "The serial device, taken exclusively; one that goes and comes back is opened again.",
        take: |link, item, report| link.device = take_path(item, report),
    },
    Key {
        name: "baud",
        wanted: "a number of bits per second from 1200 to 12000000",
        preset: Preset::Value(|link| link.serial.baud.to_string()),
        says: "The speed, the same at both ends; 115200 is enough for real traffic, 230400 always.",
        take: |link, item, report| {
            link.serial.baud = item.count(report, 1_200..=12_000_000).unwrap_or(link.serial.baud);
        },
    },
    Key {
        name: "flow",
        wanted: "\"none\", \"software\" or \"hardware\"",
        preset: Preset::Value(|_| quoted("none")),
        says: "Who may stop the sender: nobody, XON and XOFF in the stream (then always escaped), or the lines RTS \
               and CTS.",
        take: |link, item, report| {
            let words = [("none", Flow::None), ("software", Flow::Software), ("hardware", Flow::Hardware)];
            link.serial.flow = item.word(report, &words).unwrap_or_default();
        },
    },
    Key {
        name: "parity",
        wanted: "\"none\", \"odd\" or \"even\"",
        preset: Preset::Value(|_| quoted("none")),
        says: "The check bit of each octet.",
        take: |link, item, report| {
            let words = [("none", Parity::None), ("odd", Parity::Odd), ("even", Parity::Even)];
            link.serial.parity = item.word(report, &words).unwrap_or_default();
        },
    },
    Key {
        name: "stop-bits",
        wanted: "1 or 2",
        preset: Preset::Value(|_| "1".into()),
        says: "The stop bits after each octet.",
        take: |link, item, report| {
            link.serial.stop_bits = match item.count(report, 1..=2) {
                Some(2) => StopBits::Two,
                _ => StopBits::One,
            };
        },
    },
    Key {
        name: "carrier",
        wanted: "\"ignore\" or \"require\"",
        preset: Preset::Value(|_| quoted("ignore")),
        says: "Whether the link is up only while the carrier (DCD) is on.",
        take: |link, item, report| {
            let words = [("ignore", false), ("require", true)];
            link.serial.carrier = item.word(report, &words).unwrap_or_default();
        },
    },
];

/// Kinds that the design names and that this version does not have.
const NOT_YET: &[&str] = &["tls", "dahdi", "osmo-e1d", "tdmoe", "hdlc-netdev", "n-hdlc", "misdn", "iua"];

type Keys = &'static [Key<LinkDraft>];

const KINDS: [(&str, Keys); 3] = [("tcp", TCP), ("unix", UNIX), ("serial", SERIAL)];

/// The keys that the kind has of its own; `None` if there is no such kind, which is reported.
fn keys_of(item: &Item<'_>, table: &DeTable<'_>, report: &mut Report<'_>) -> Option<Keys> {
    let Some(value) = table.get("kind") else {
        let example = "kind = \"tcp\"".into();
        report.add(&item.span(), Fault::Missing { table: "link", key: "kind", example });
        return None;
    };
    let wanted = LINK.first().map_or("", |kind| kind.wanted);
    match value.get_ref().as_str() {
        Some(kind) if NOT_YET.contains(&kind) => {
            let instead =
                "use \"tcp\", \"unix\" or \"serial\", and carry it further with a tool such as socat";
            report.add(&value.span(), Fault::NotYet { what: kind.into(), instead });
            None
        }
        _ => Item { name: "kind", wanted, value }.word(report, &KINDS),
    }
}

/// Reads the table of a link and checks that its keys go together.
pub(crate) fn take(item: &Item<'_>, report: &mut Report<'_>) -> Option<LinkDraft> {
    let table = item.table(report)?;
    let keys = keys_of(item, table, report)?;
    let mut link = LinkDraft::default();
    let lists: &[Keys] = &[LINK, keys];
    read_table("link", &item.span(), table, &mut [&mut Filling(lists, &mut link)], report);
    // The keys themselves count here, so that an address that is wrong is not told to be missing as well.
    let (listens, connects) = (table.contains_key("listen"), table.contains_key("connect"));
    if listens == connects && keys.iter().any(|key| key.name == "listen") {
        let fault = Fault::EitherOr { table: "link", one: "listen", other: "connect", both: listens };
        report.add(&item.span(), fault);
    }
    for address in [&link.listen, &link.connect].into_iter().flatten() {
        if !link.insecure && !address.get_ref().ip().to_canonical().is_loopback() {
            report.add(&address.span(), Fault::Insecure(address.get_ref().to_string()));
        }
    }
    check_framing(&link, table, report);
    Some(link)
}

/// What the line cannot carry, and settings of another framing.
fn check_framing(link: &LinkDraft, table: &DeTable<'_>, report: &mut Report<'_>) {
    let Some(framing) = link.framing else { return };
    let mut refuse = |key: &'static str, because| {
        if let Some((place, _)) = table.get_key_value(key) {
            report.add(&place.span(), Fault::Conflict { key, because });
        }
    };
    if table.contains_key("device") && framing == Word::Len16 {
        refuse("framing", "on a serial line no frame is found again after a lost octet; use \"hdlc-octets\"");
    }
    if framing == Word::HdlcBits && link.serial.flow == Flow::Software {
        refuse("flow", "software flow control eats octets of a bit stream; use \"none\" or \"hardware\"");
    }
    if framing != Word::HdlcOctets {
        refuse("escape", "only the framing \"hdlc-octets\" escapes octets; leave it out");
    }
    if framing != Word::HdlcBits {
        for key in ["bit-order", "idle"] {
            refuse(key, "only the framing \"hdlc-bits\" sends single bits; leave it out");
        }
    }
}

fn take_path(item: &Item<'_>, report: &mut Report<'_>) -> Option<Spanned<String>> {
    let path = item.text(report, is_path)?;
    Some(Spanned::new(item.span(), path.into()))
}

/// Whether a text is a path that can be opened, and shown. 107 octets are what a socket address holds.
pub(crate) fn is_path(text: &str) -> bool {
    (1..=107).contains(&text.len()) && !text.contains(is_steering)
}

fn take_escape(link: &mut LinkDraft, item: &Item<'_>, report: &mut Report<'_>) {
    let octet = |value: &Spanned<DeValue<'_>>| {
        let number = value.get_ref().as_integer()?;
        EscapeMap::of(u8::from_str_radix(number.as_str(), number.radix()).ok()?)
    };
    let octets = item.value.get_ref().as_array();
    match octets.and_then(|octets| octets.iter().map(octet).collect::<Option<EscapeMap>>()) {
        Some(map) => link.escape = map,
        None => item.unfit(report, None),
    }
}
