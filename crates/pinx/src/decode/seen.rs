//! A frame of a trace on its way to a view.

use qsig_core::Side;

use super::Start;
use super::frame::{Fault, Object};
use super::heading::Heading;
use super::trace::{Call, Calls, FrameRef, LinkNumber};
use crate::summary::Summary;

/// A frame, and what is known of it from the frames before.
pub(crate) struct Seen<'a> {
    /// Which frame of the trace it is.
    pub(crate) frame: FrameRef,
    /// Number, time and sender.
    pub(crate) heading: Heading<'a>,
    /// Who sent it, as the file or its C/R bit tells.
    pub(crate) sender: Option<Side>,
    /// What was read of the file for it.
    pub(crate) content: Content<'a>,
    /// The gist of it.
    pub(crate) summary: Summary,
    /// The link that it is of.
    pub(crate) link: LinkNumber,
    /// What to call the link, where it has to be told from others.
    pub(crate) link_name: Option<String>,
    /// The call that it is of.
    pub(crate) call: Option<&'a Call>,
    /// All calls of the moment.
    pub(crate) calls: &'a Calls,
    /// Whether the filters choose it.
    pub(crate) chosen: bool,
}

/// What a file has for a frame.
#[derive(Clone, Copy)]
pub(crate) enum Content<'a> {
    /// The octets of a frame, or of the part of one that was pasted.
    Octets {
        /// What they are.
        start: Start,
        /// The octets.
        octets: &'a [u8],
        /// How many more there were on the line.
        missing: u32,
    },
    /// Only why it cannot be read.
    Unread(&'a Fault),
}

impl Seen<'_> {
    /// Its JSON object.
    pub(crate) fn object(&self) -> Object<'_> {
        match &self.content {
            Content::Octets { start, octets, missing } => {
                let mut object = Object::read(&self.heading, *start, octets);
                if *missing > 0 {
                    object.note_missing(octets.len(), *missing);
                }
                object
            }
            Content::Unread(fault) => Object::unread(&self.heading, fault),
        }
    }

    /// The octets; none of a frame that cannot be read.
    pub(crate) const fn octets(&self) -> &[u8] {
        match self.content {
            Content::Octets { octets, .. } => octets,
            Content::Unread(_) => &[],
        }
    }

    /// Its time, microseconds since the Unix epoch; 0 where it is not known.
    pub(crate) fn time(&self) -> u64 {
        self.heading.time.unwrap_or_default()
    }
}
