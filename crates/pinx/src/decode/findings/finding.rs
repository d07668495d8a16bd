//! One thing that is wrong.

use qsig_core::{Side, printable};
use serde_json::{Value as Json, json};

use crate::decode::heading::Heading;
use crate::decode::story::{Callback, Step};
use crate::decode::trace::{FrameRef, LinkNumber, Names};

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// What kind it is: a name that stays.
    pub(crate) name: &'static str,
    /// The side to look at; `None` where it is both, or where the trace does not tell.
    pub(crate) side: Option<Side>,
    /// The link.
    pub(crate) link: LinkNumber,
    /// The frames that show it, ascending.
    pub(crate) frames: Vec<FrameRef>,
    /// The time of the last of them, microseconds since the Unix epoch.
    pub(crate) time: u64,
    /// The standard, and the clause where there is one.
    pub(crate) clause: &'static str,
    /// What is wrong.
    pub(crate) what: String,
    /// What to do about it.
    pub(crate) next: String,
}

impl Finding {
    /// A finding about a callback, shown by these steps.
    pub(crate) fn of_callback(
        name: &'static str,
        side: Option<Side>,
        callback: &Callback,
        steps: &[&Step],
        clause: &'static str,
        (what, next): (String, String),
    ) -> Self {
        let mut frames: Vec<FrameRef> = steps.iter().map(|step| step.frame).collect();
        frames.sort_unstable();
        frames.dedup();
        let time = steps.iter().map(|step| step.time).max().unwrap_or_default();
        Self { name, side, link: callback.link, frames, time, clause, what, next }
    }

    /// Three lines for people: what and who, where it stands, what to do.
    ///
    /// ```text
    /// user side: does not answer ccbsRequest of 2001 for 6001; after 30 s the network side gave up (T1)
    ///     frames 15, 21 at 2026-11-21T20:36:44.596568Z; ECMA-186, T1 [request-unanswered]
    ///     Ask whether the far PBX offers call completion on this trunk.
    /// ```
    pub(crate) fn text(&self, names: &Names) -> String {
        let place = match (self.side, names.link(self.link)) {
            (Some(side), Some(link)) => format!("{side} side on {link}: "),
            (Some(side), None) => format!("{side} side: "),
            (None, Some(link)) => format!("{link}: "),
            (None, None) => String::new(),
        };
        let frames = self.frames(names);
        let at = self.at().map(|time| format!(" at {time}")).unwrap_or_default();
        format!(
            "{place}{}\n    {frames}{at}; {} [{}]\n    {}\n",
            self.what, self.clause, self.name, self.next
        )
    }

    /// The same for programs.
    pub(crate) fn object(&self, names: &Names) -> Json {
        let files: Vec<&str> = self.frames.iter().filter_map(|frame| names.file(*frame)).collect();
        json!({
            "finding": self.name,
            "side": self.side.map(Side::name),
            "link": names.link(self.link),
            "files": if files.is_empty() { Json::Null } else { json!(files) },
            "frames": self.frames.iter().map(|frame| frame.number).collect::<Vec<_>>(),
            "time": self.at(),
            "clause": self.clause,
            "what": self.what,
            "next": self.next,
        })
    }

    /// `frames 15, 21`, or where there are several files `frames 15, 21 of monday.pcap and 3 of tuesday.pcap`.
    fn frames(&self, names: &Names) -> String {
        let of_file = |frames: &[FrameRef]| {
            let numbers: Vec<String> = frames.iter().map(|frame| frame.number.to_string()).collect();
            let file = frames.first().and_then(|frame| names.file(*frame));
            let file = file.map(|file| format!(" of {}", printable(file))).unwrap_or_default();
            format!("{}{file}", numbers.join(", "))
        };
        let files: Vec<String> =
            self.frames.chunk_by(|one, other| one.file == other.file).map(of_file).collect();
        format!("{} {}", if self.frames.len() == 1 { "frame" } else { "frames" }, files.join(" and "))
    }

    fn at(&self) -> Option<String> {
        Heading { time: Some(self.time).filter(|time| *time > 0), ..Heading::default() }.time()
    }
}
