//! `[[trunk]]`: a D-channel, its B-channels and its timers.

use qsig_call::ChannelNumbering;
use qsig_core::Side;
use qsig_pinx::TrunkConfig;
use toml::{Spanned, de::DeTable};

use super::{
    channels, duration,
    item::{Item, quoted},
    key::{Filling, Key, Preset, read_table},
    link::{self, LinkDraft},
    mistake::{Fault, Report},
};

/// A trunk as far as it was read.
#[derive(Clone, Debug)]
pub(crate) struct TrunkDraft {
    pub(crate) name: Option<Spanned<String>>,
    pub(crate) link: Option<LinkDraft>,
    /// Everything else.
    pub(crate) config: TrunkConfig,
}

impl Default for TrunkDraft {
    fn default() -> Self {
        Self { name: None, link: None, config: TrunkConfig::new("", Side::Network) }
    }
}

const NAME: &str = "a name of letters, digits, `-`, `_` and `.`, such as \"to-rome\"";

/// Whether a name can stand in an address, a file name and a metric.
pub(crate) fn is_name(text: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    (1..=64).contains(&text.len()) && text.chars().all(fits)
}

/// The keys of `[[trunk]]`.
pub(crate) const TRUNK: &[Key<TrunkDraft>] = &[
    Key {
        name: "name",
        wanted: NAME,
        preset: Preset::Required("\"to-rome\""),
        says: "What routes, events and displays call the trunk.",
        take: |trunk, item, report| {
            let name = item.text(report, is_name);
            trunk.name = name.map(|name| Spanned::new(item.span(), name.into()));
        },
    },
    Key {
        name: "link",
        wanted: "a table, such as { kind = \"tcp\", listen = \"127.0.0.1:7001\", framing = \"len16\" }",
        preset: Preset::Required("{ kind = \"tcp\", listen = \"127.0.0.1:7001\", framing = \"len16\" }"),
        says: "What carries the D-channel, with keys of its own.",
        take: |trunk, item, report| trunk.link = link::take(item, report),
    },
    Key {
        name: "side",
        wanted: "\"network\" or \"user\"",
        preset: Preset::Required("\"network\""),
        says: "The role of this end on the data link; the far end needs the other one.",
        take: |trunk, item, report| {
            let sides = [("network", Side::Network), ("user", Side::User)];
            trunk.config.call.side = item.word(report, &sides).unwrap_or(trunk.config.call.side);
        },
    },
    Key {
        name: "channels",
        wanted: channels::WANTED,
        preset: Preset::Value(|trunk| quoted(&channels::show(trunk.config.call.channels))),
        says: "The time slots that carry calls, whatever their numbers on the wire; the same at both ends.",
        take: |trunk, item, report| match item.value.get_ref().as_str().and_then(channels::parse) {
            Some(channels) => trunk.config.call.channels = channels,
            None => item.unfit(report, None),
        },
    },
    Key {
        name: "channel-numbering",
        wanted: "\"physical\" or \"logical\"",
        preset: Preset::Value(|trunk| {
            quoted(match trunk.config.call.channel_numbering {
                ChannelNumbering::Physical => "physical",
                ChannelNumbering::Logical => "logical",
            })
        }),
        says: "What a channel number on the wire means: the time slot (1 to 15, 17 to 31), or 1 to 30 counted \
               through.",
        take: |trunk, item, report| {
            let words = [("physical", ChannelNumbering::Physical), ("logical", ChannelNumbering::Logical)];
            let numbering = &mut trunk.config.call.channel_numbering;
            *numbering = item.word(report, &words).unwrap_or(*numbering);
        },
    },
    Key {
        name: "exclusive-channels",
        wanted: "true or false",
        preset: Preset::Value(|trunk| trunk.config.call.exclusive_channels.to_string()),
        says: "Whether a call out demands its channel; with `false` the far end may take another one.",
        take: |trunk, item, report| {
            let exclusive = &mut trunk.config.call.exclusive_channels;
            *exclusive = item.flag(report).unwrap_or(*exclusive);
        },
    },
    Key {
        name: "connect-ack",
        wanted: "true or false",
        preset: Preset::Value(|trunk| trunk.config.call.connect_ack.to_string()),
        says: "Whether a call in waits for CONNECT ACKNOWLEDGE; with `false` it is active at once.",
        take: |trunk, item, report| {
            let wait = &mut trunk.config.call.connect_ack;
            *wait = item.flag(report).unwrap_or(*wait);
        },
    },
    Key {
        name: "max-calls",
        wanted: "a number from 1 to 16000",
        preset: Preset::Value(|trunk| trunk.config.call.max_calls.to_string()),
        says: "The most calls at a time, those being cleared included.",
        take: |trunk, item, report| {
            if let Some(most) = item.count(report, 1..=16_000) {
                trunk.config.call.max_calls = usize::try_from(most).unwrap_or(usize::MAX);
            }
        },
    },
    Key {
        name: "max-connections",
        wanted: "a number from 1 to 16000",
        preset: Preset::Value(|trunk| trunk.config.call.max_connections.to_string()),
        says: "The most call-independent connections at a time: one for each callback that retains its own.",
        take: |trunk, item, report| {
            if let Some(most) = item.count(report, 1..=16_000) {
                trunk.config.call.max_connections = usize::try_from(most).unwrap_or(usize::MAX);
            }
        },
    },
    Key {
        name: "timers",
        wanted: "a table, written as [trunk.timers]",
        preset: Preset::None("{}"),
        says: "Timers and counters of layers 2 and 3, with keys of their own.",
        take: take_timers,
    },
];

macro_rules! timer {
    ($name:literal, $($field:ident).+, $says:literal) => {
        Key {
            name: $name,
            wanted: duration::WANTED,
            preset: Preset::Value(|trunk| quoted(&duration::show(trunk.config.$($field).+))),
            says: $says,
            take: |trunk, item, report| {
                if let Some(duration) = item.duration(report, false) {
                    trunk.config.$($field).+ = duration;
                }
            },
        }
    };
}

/// The timers of `[trunk.timers]`.
pub(crate) const TIMERS: &[Key<TrunkDraft>] = &[
    timer!(
        "T200",
        link.t200,
        "Layer 2 waits so long for an answer before it sends again; more than the round trip."
    ),
    timer!("T203", link.t203, "Layer 2 asks whether the far end is there after so long a silence."),
    timer!("TRETRY", link.t_retry, "Layer 2 waits so long before it tries anew to bring the link up."),
    timer!("T301", call.timers.t301, "The far phone may ring so long."),
    timer!("T302", call.timers.t302, "Further digits of an incoming number are awaited so long."),
    timer!("T303", call.timers.t303, "SETUP is answered within this time, or sent once more."),
    timer!("T304", call.timers.t304, "The far end asks for or goes on with digits within this time."),
    timer!("T305", call.timers.t305, "DISCONNECT is answered within this time, or RELEASE is sent."),
    timer!("T308", call.timers.t308, "RELEASE is answered within this time, or sent once more."),
    timer!("T309", call.timers.t309, "Active calls outlive a broken data link for so long."),
    timer!("T310", call.timers.t310, "After CALL PROCEEDING a call goes on within this time."),
    timer!("T310-connection", call.timers.t310_connection, "The same for a call-independent connection."),
    timer!("T313", call.timers.t313, "CONNECT is acknowledged within this time."),
    timer!("T316", call.timers.t316, "RESTART is acknowledged within this time."),
    timer!("T317", call.timers.t317, "A restart that the far end asks for is done within this time."),
    timer!("T322", call.timers.t322, "STATUS ENQUIRY is answered within this time, or sent again."),
    timer!(
        "TAUDIT",
        call.timers.taudit,
        "The far end is asked so often whether it still has a call (our choice)."
    ),
];

/// The counters of `[trunk.timers]`, taken in `[[trunk]]` as well.
pub(crate) const COUNTERS: &[Key<TrunkDraft>] = &[
    Key {
        name: "N200",
        wanted: "a number from 1 to 255",
        preset: Preset::Value(|trunk| trunk.config.link.n200.to_string()),
        says: "So often layer 2 sends a frame again before it gives the far end up.",
        take: |trunk, item, report| {
            let most = item.count(report, 1..=255).and_then(|count| u8::try_from(count).ok());
            trunk.config.link.n200 = most.unwrap_or(trunk.config.link.n200);
        },
    },
    Key {
        name: "N201",
        wanted: "a number of octets from 128 to 260",
        preset: Preset::Value(|trunk| trunk.config.link.n201.to_string()),
        says: "The most octets of a message; none is cut in pieces.",
        take: |trunk, item, report| {
            let most = item.count(report, 128..=260).and_then(|count| usize::try_from(count).ok());
            trunk.config.link.n201 = most.unwrap_or(trunk.config.link.n201);
        },
    },
    Key {
        name: "k",
        wanted: "a number from 1 to 127",
        preset: Preset::Value(|trunk| trunk.config.link.k.to_string()),
        says: "The most frames under way without acknowledgement.",
        take: |trunk, item, report| {
            let most = item.count(report, 1..=127).and_then(|count| u8::try_from(count).ok());
            trunk.config.link.k = most.unwrap_or(trunk.config.link.k);
        },
    },
];

/// Reads one `[[trunk]]`.
pub(crate) fn read(at: &std::ops::Range<usize>, table: &DeTable<'_>, report: &mut Report<'_>) -> TrunkDraft {
    let mut trunk = TrunkDraft::default();
    read_table("[[trunk]]", at, table, &mut [&mut Filling(&[TRUNK, COUNTERS], &mut trunk)], report);
    let timers = table.get("timers").and_then(|timers| timers.get_ref().as_table());
    for counter in COUNTERS {
        let within = timers.and_then(|timers| timers.get_key_value(counter.name));
        if let (Some((first, _)), Some((second, _))) = (table.get_key_value(counter.name), within) {
            let first = report.line(first.span().start);
            report.add(
                &second.span(),
                Fault::Twice { what: format!("`{}` of this trunk", counter.name), first },
            );
        }
    }
    let link = &trunk.config.link;
    if link.t203 <= link.t200 {
        let place = timers.and_then(|timers| timers.get_key_value("T203").or(timers.get_key_value("T200")));
        let fault = Fault::Order {
            key: "T203",
            found: duration::show(link.t203),
            relation: "more than",
            other: format!("T200 ({})", duration::show(link.t200)),
            because: "an answer on its way is no silence",
        };
        report.add(&place.map_or_else(|| at.clone(), |(key, _)| key.span()), fault);
    }
    trunk
}

fn take_timers(trunk: &mut TrunkDraft, item: &Item<'_>, report: &mut Report<'_>) {
    if let Some(table) = item.table(report) {
        let mut filling = Filling(&[TIMERS, COUNTERS], trunk);
        read_table("[trunk.timers]", &item.span(), table, &mut [&mut filling], report);
    }
}
