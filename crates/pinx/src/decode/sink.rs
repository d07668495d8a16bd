//! Where the frames of all files go: followed, filtered, shown.

use std::io::{self, Write};
use std::path::Path;

use qsig_capture::Record;
use qsig_core::Side;
use qsig_lapd::{Control, Frame};

use super::Start;
use super::export::Export;
use super::filter::Filter;
use super::frame::Fault;
use super::heading::Heading;
use super::mask::Mask;
use super::seen::{Content, Seen};
use super::trace::{Calls, FrameRef, LinkNumber, Links};
use super::view::View;
use crate::summary::{Summary, facility_summary, message_summary, summary};

/// Takes each frame once, in the order of the trace.
pub(crate) struct Sink {
    view: Box<dyn View>,
    filter: Filter,
    export: Option<Export>,
    mask: Option<Mask>,
    files: usize,
    links: Links,
    calls: Calls,
    /// The calls with their real numbers, where the views see a mask: filters go by these.
    masked_from: Calls,
    chosen: u64,
}

impl Sink {
    /// Nothing taken yet.
    pub(crate) fn new(view: Box<dyn View>, filter: Filter) -> Self {
        Self {
            view,
            filter,
            export: None,
            mask: None,
            files: 0,
            links: Links::default(),
            calls: Calls::default(),
            masked_from: Calls::default(),
            chosen: 0,
        }
    }

    /// Also writes the frames to a file.
    pub(crate) fn with_export(mut self, export: Option<Export>) -> Self {
        self.export = export;
        self
    }

    /// Hides numbers and names from the views and the file.
    pub(crate) fn with_mask(mut self, mask: Option<Mask>) -> Self {
        self.mask = mask;
        self
    }

    /// The frames that follow are of this file, which is `one_of_several` or the only one.
    pub(crate) fn file(&mut self, path: &Path, one_of_several: bool, out: &mut dyn Write) -> io::Result<()> {
        self.files += 1;
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
        let start = match record.content {
            qsig_capture::Content::Frame => Start::Lapd,
            qsig_capture::Content::Message => Start::Q931,
        };
        let content = Content::Octets { start, octets: &record.octets, missing: record.missing };
        self.take(heading, content, link, out)
    }

    /// Octets that came without a file.
    pub(crate) fn pasted(
        &mut self,
        heading: Heading<'_>,
        start: Start,
        octets: &[u8],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        self.take(heading, Content::Octets { start, octets, missing: 0 }, LinkNumber::default(), out)
    }

    /// A record of a file that cannot be read.
    pub(crate) fn unread(
        &mut self,
        heading: Heading<'_>,
        fault: &Fault,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        self.take(heading, Content::Unread(fault), LinkNumber::default(), out)
    }

    /// The end of all files. Returns what has to be told about them.
    pub(crate) fn end(&mut self, out: &mut dyn Write) -> io::Result<Vec<String>> {
        let mut told = self.view.end(out)?;
        if let Some(export) = &mut self.export {
            told.extend(export.end()?);
        }
        told.extend(self.mask.as_ref().and_then(Mask::end));
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
        link: LinkNumber,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let frame = FrameRef { file: self.files.saturating_sub(1), number: heading.number };
        let link_name = self.links.name(link);
        let (mut masked, mut by_real_numbers) = (Vec::new(), None);
        if let (Some(mask), Content::Octets { start, octets, .. }) = (&mut self.mask, content) {
            let seen = followed(&mut self.masked_from, frame, heading, content, link, None);
            by_real_numbers = Some(self.filter.chooses(&seen));
            masked = mask.octets(start, octets);
        }
        let content = match content {
            Content::Octets { start, missing, .. } if by_real_numbers.is_some() => {
                Content::Octets { start, octets: &masked, missing }
            }
            other => other,
        };
        let mut seen = followed(&mut self.calls, frame, heading, content, link, link_name);
        let chosen = by_real_numbers.unwrap_or_else(|| self.filter.chooses(&seen));
        seen.chosen = chosen;
        self.chosen += u64::from(chosen);
        if let Some(export) = &mut self.export {
            export.frame(&seen)?;
        }
        self.view.frame(&seen, out)
    }
}

/// A frame with the call that it is of, which is brought up to date.
fn followed<'a>(
    calls: &'a mut Calls,
    frame: FrameRef,
    heading: Heading<'a>,
    content: Content<'a>,
    link: LinkNumber,
    link_name: Option<String>,
) -> Seen<'a> {
    let (start, octets) = match content {
        Content::Octets { start, octets, .. } => (start, octets),
        Content::Unread(_) => (Start::Lapd, &[][..]),
    };
    let mut summary: Summary = match start {
        Start::Facility => facility_summary(octets),
        Start::Q931 => message_summary(octets),
        Start::Lapd => summary(octets, heading.sender),
    };
    let sender = heading.sender.or_else(|| matches!(start, Start::Lapd).then(|| sender_of(octets)).flatten());
    let time = heading.time.unwrap_or_default();
    let key = sender.and_then(|sender| calls.take(link, frame, time, sender, &mut summary));
    let calls: &Calls = calls;
    let call = key.and_then(|key| calls.get(key));
    Seen { frame, heading, sender, content, summary, link, link_name, call, calls, chosen: true }
}

/// Who sent a frame, as its C/R bit tells where the file does not: I and UI frames are commands (Q.921 3.3.2).
fn sender_of(octets: &[u8]) -> Option<Side> {
    let frame = Frame::parse(octets).ok()?;
    let command = matches!(frame.control, Control::I { .. } | Control::Ui { .. });
    command.then_some(if frame.address.cr { Side::Network } else { Side::User })
}
