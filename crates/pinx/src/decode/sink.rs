//! Where the frames of all files go: followed, filtered, shown.

use std::io::{self, Write};
use std::path::Path;

use qsig_capture::Record;
use qsig_core::Side;
use qsig_lapd::{Control, Frame};

use super::Start;
use super::filter::Filter;
use super::frame::Fault;
use super::heading::Heading;
use super::seen::{Content, Seen};
use super::trace::{Calls, LinkNumber, Links};
use super::view::View;
use crate::summary::{Summary, summary};

/// Takes each frame once, in the order of the trace.
pub(crate) struct Sink {
    view: Box<dyn View>,
    filter: Filter,
    links: Links,
    calls: Calls,
    chosen: u64,
}

impl Sink {
    /// Nothing taken yet.
    pub(crate) fn new(view: Box<dyn View>, filter: Filter) -> Self {
        Self { view, filter, links: Links::default(), calls: Calls::default(), chosen: 0 }
    }

    /// The frames that follow are of this file, which is `one_of_several` or the only one.
    pub(crate) fn file(&mut self, path: &Path, one_of_several: bool, out: &mut dyn Write) -> io::Result<()> {
        self.links.begin_file();
        if one_of_several { self.view.file(path, out) } else { Ok(()) }
    }

    /// A frame of a file, seen at an interface of that name.
    pub(crate) fn record(
        &mut self,
        heading: Heading<'_>,
        record: &Record,
        interface: Option<&str>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let link = self.links.of(record.interface, interface, record.time);
        let content = Content::Octets { start: Start::Lapd, octets: &record.octets, missing: record.missing };
        let summary = summary(&record.octets, record.direction);
        self.take(heading, content, summary, link, out)
    }

    /// Octets that came without a file.
    pub(crate) fn pasted(
        &mut self,
        heading: Heading<'_>,
        start: Start,
        octets: &[u8],
        summary: Summary,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let content = Content::Octets { start, octets, missing: 0 };
        self.take(heading, content, summary, LinkNumber::default(), out)
    }

    /// A record of a file that cannot be read.
    pub(crate) fn unread(
        &mut self,
        heading: Heading<'_>,
        fault: &Fault,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let link = LinkNumber::default();
        self.take(heading, Content::Unread(fault), summary(&[], None), link, out)
    }

    /// The end of all files. Returns what has to be told about them.
    pub(crate) fn end(&mut self, out: &mut dyn Write) -> io::Result<Vec<String>> {
        let mut told = self.view.end(out)?;
        if self.chosen == 0 && !self.filter.is_open() {
            told.push("no frame fits the filters; leave one out, or look at all with --line".to_owned());
        }
        if self.calls.left_out > 0 {
            told.push(format!(
                "{} calls were not followed, because too many were open at once; cut the trace with --from and --to",
                self.calls.left_out
            ));
        }
        Ok(told)
    }

    fn take(
        &mut self,
        heading: Heading<'_>,
        content: Content<'_>,
        mut summary: Summary,
        link: LinkNumber,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let octets = match &content {
            Content::Octets { start: Start::Lapd, octets, .. } => octets,
            _ => &[][..],
        };
        let sender = heading.sender.or_else(|| sender_of(octets));
        let time = heading.time.unwrap_or_default();
        let key = sender.and_then(|sender| self.calls.take(link, heading.number, time, sender, &mut summary));
        let mut seen = Seen {
            heading,
            sender,
            content,
            summary,
            link,
            link_name: self.links.name(link),
            call: key.and_then(|key| self.calls.get(key)),
            calls: &self.calls,
            chosen: true,
        };
        seen.chosen = self.filter.chooses(&seen);
        self.chosen += u64::from(seen.chosen);
        self.view.frame(&seen, out)
    }
}

/// Who sent a frame, as its C/R bit tells where the file does not: I and UI frames are commands (Q.921 3.3.2).
fn sender_of(octets: &[u8]) -> Option<Side> {
    let frame = Frame::parse(octets).ok()?;
    let command = matches!(frame.control, Control::I { .. } | Control::Ui { .. });
    command.then_some(if frame.address.cr { Side::Network } else { Side::User })
}
