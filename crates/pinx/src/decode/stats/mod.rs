//! How much of what is in a trace, for each link and side.

mod sequence;
mod text;

use std::collections::BTreeMap;
use std::io::{self, Write};

use qsig_core::Side;
use serde_json::{Map, Value as Json, json};

use super::heading::Heading;
use super::seen::Seen;
use super::trace::{Did, LinkNumber};
use super::view::View;
use sequence::Sequence;

/// Counts, and tells them at the end.
pub(crate) struct Stats {
    json: bool,
    links: BTreeMap<LinkNumber, LinkStats>,
}

/// The figures of one link.
#[derive(Default)]
struct LinkStats {
    name: Option<String>,
    first: Option<u64>,
    last: Option<u64>,
    counts: BTreeMap<(Section, String), Count>,
    sequence: Sequence,
}

/// What a figure is about, in the order of the table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Section {
    Frames,
    Lapd,
    Q931,
    Qsig,
    Cause,
    Trouble,
}

/// A figure: of the network side, of the user side, and where the sender is not known.
#[derive(Clone, Copy, Default)]
struct Count([u64; 3]);

impl Section {
    const fn name(self) -> &'static str {
        match self {
            Self::Frames => "Frames",
            Self::Lapd => "LAPD",
            Self::Q931 => "Q.931",
            Self::Qsig => "QSIG",
            Self::Cause => "Cause",
            Self::Trouble => "Trouble",
        }
    }

    const fn member(self) -> &'static str {
        match self {
            Self::Frames => "frames",
            Self::Lapd => "lapd",
            Self::Q931 => "q931",
            Self::Qsig => "operations",
            Self::Cause => "causes",
            Self::Trouble => "trouble",
        }
    }
}

impl Stats {
    /// For people, or a JSON object a link.
    pub(crate) const fn new(json: bool) -> Self {
        Self { json, links: BTreeMap::new() }
    }
}

impl View for Stats {
    fn frame(&mut self, seen: &Seen<'_>, _out: &mut dyn Write) -> io::Result<()> {
        let link = self.links.entry(seen.link).or_default();
        if link.name.is_none() {
            link.name.clone_from(&seen.link_name);
        }
        let repeated = link.sequence.repeats(seen.heading.sender, &seen.summary);
        if seen.chosen {
            link.count(seen, repeated);
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<Vec<String>> {
        let mut gap = "";
        for link in self.links.values().filter(|link| !link.counts.is_empty()) {
            if self.json {
                writeln!(out, "{}", link.object())?;
            } else {
                write!(out, "{gap}{}", text::table(link))?;
                gap = "\n";
            }
        }
        Ok(Vec::new())
    }
}

impl LinkStats {
    fn count(&mut self, seen: &Seen<'_>, repeated: bool) {
        let summary = &seen.summary;
        if let Some(time) = seen.heading.time {
            self.first = Some(self.first.map_or(time, |first| first.min(time)));
            self.last = Some(self.last.map_or(time, |last| last.max(time)));
        }
        let column = match seen.heading.sender {
            Some(Side::Network) => 0,
            Some(Side::User) => 1,
            None => 2,
        };
        let mut add = |section, name: String| {
            let Count(count) = self.counts.entry((section, name)).or_default();
            if let Some(figure) = count.get_mut(column) {
                *figure = figure.saturating_add(1);
            }
        };
        add(Section::Frames, "all".to_owned());
        if let Some(frame) = summary.frame {
            add(Section::Lapd, frame.name().to_owned());
        }
        if let Some(message) = summary.message {
            add(Section::Q931, message.to_string());
        }
        for apdu in &summary.apdus {
            let asked = apdu.asked.filter(|asked| apdu.name != Some(*asked));
            let asked = asked.map(|asked| format!(" to {asked}")).unwrap_or_default();
            add(Section::Qsig, format!("{apdu}{asked}"));
        }
        if let Some(cause) = summary.cause {
            add(Section::Cause, format!("{:>3}{}", cause.value(), name_of(cause)));
        }
        if repeated {
            add(Section::Trouble, "I frame repeated".to_owned());
        }
        if seen.call.is_some_and(|call| call.did == Did::Repeated) {
            add(Section::Trouble, "SETUP repeated".to_owned());
        }
        if summary.damaged {
            add(Section::Trouble, "damaged".to_owned());
        }
    }

    fn object(&self) -> Json {
        let time = |time| Heading { time, ..Heading::default() }.time();
        let mut object = Map::new();
        object.insert("link".to_owned(), json!(self.name));
        object.insert("first".to_owned(), json!(time(self.first)));
        object.insert("last".to_owned(), json!(time(self.last)));
        for ((section, name), Count([network, user, unknown])) in &self.counts {
            let count = json!({"network": network, "user": user, "unknown": unknown});
            if *section == Section::Frames {
                object.insert(section.member().to_owned(), count);
                continue;
            }
            let members = object.entry(section.member()).or_insert_with(|| Json::Object(Map::new()));
            if let Some(members) = members.as_object_mut() {
                members.insert(name.trim_start().to_owned(), count);
            }
        }
        Json::Object(object)
    }
}

fn name_of(cause: qsig_core::Cause) -> String {
    cause.text().map(|text| format!(" {text}")).unwrap_or_default()
}
