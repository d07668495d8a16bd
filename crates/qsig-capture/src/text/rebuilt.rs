//! A message put together of the lines of a log that shows it element by element.

use super::Out;
use crate::limits::LONGEST_TEXT_FRAME;
use crate::record::{Content, Record};
use crate::sides::Local;

/// A message of which lines are still to come.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rebuilt {
    /// Whether the system that wrote the log sent it.
    pub(crate) sent: bool,
    /// As [`Record::time`].
    pub(crate) time: u64,
    /// As [`Record::interface`].
    pub(crate) interface: u32,
    /// Its octets so far, from the protocol discriminator.
    pub(crate) octets: Vec<u8>,
    /// How long the log says it is.
    pub(crate) length: Option<usize>,
    /// Octets that the log has not in a form that can be read.
    pub(crate) missing: usize,
}

/// The shortest message: protocol discriminator, dummy call reference, message type.
const SHORTEST: usize = 3;

impl Rebuilt {
    /// Appends an element; `false` where the message would become too long.
    pub(crate) fn push(&mut self, octets: &[u8]) -> bool {
        let fits = self.octets.len() + octets.len() <= LONGEST_TEXT_FRAME;
        if fits {
            self.octets.extend_from_slice(octets);
        }
        fits
    }

    /// Octets of the message that the log does not show.
    pub(crate) fn missing(&self) -> usize {
        self.length.map_or(0, |length| length.saturating_sub(self.octets.len())).max(self.missing)
    }

    fn into_record(self, local: Local) -> Record {
        let (direction, direction_guessed) = local.sender_of_message(self.sent);
        Record {
            time: self.time,
            direction,
            direction_guessed,
            interface: self.interface,
            content: Content::Message,
            missing: u32::try_from(self.missing()).unwrap_or(u32::MAX),
            octets: self.octets,
        }
    }
}

/// The messages of one D-channel, which a log may show twice: in the octets of a frame, and element by element.
#[derive(Clone, Debug, Default)]
pub(crate) struct Messages {
    open: Option<Rebuilt>,
    /// The information of the last I frame sent, if it has not been shown element by element yet.
    framed_sent: Vec<u8>,
    /// The same of the last one received.
    framed_received: Vec<u8>,
}

impl Messages {
    /// The message under way.
    pub(crate) fn open(&mut self) -> Option<&mut Rebuilt> {
        self.open.as_mut()
    }

    /// Begins a message, and closes the one before.
    pub(crate) fn begin(&mut self, message: Rebuilt, local: Local, out: &mut Out) {
        self.close(local, out);
        self.open = Some(message);
    }

    /// Gives the message under way, unless it is that of a frame which was given.
    pub(crate) fn close(&mut self, local: Local, out: &mut Out) {
        // Without its message type it tells nothing.
        let Some(message) = self.open.take().filter(|message| message.octets.len() >= SHORTEST) else {
            return;
        };
        let framed = if message.sent { &mut self.framed_sent } else { &mut self.framed_received };
        if is_of_frame(&message, framed) {
            framed.clear();
        } else {
            out.put(message.into_record(local));
        }
    }

    /// A frame with this information is given: the message under way is not given again if it is the same.
    pub(crate) fn framed(&mut self, sent: bool, information: &[u8], local: Local, out: &mut Out) {
        if self.open.as_ref().is_some_and(|open| open.sent == sent && is_of_frame(open, information)) {
            self.open = None;
            return;
        }
        self.close(local, out);
        information.clone_into(if sent { &mut self.framed_sent } else { &mut self.framed_received });
    }
}

/// Whether a message is the information of a frame, as far as it is shown.
fn is_of_frame(message: &Rebuilt, information: &[u8]) -> bool {
    let length = message.octets.len() + message.missing();
    information.len() == length
        && (message.missing() > 0 || message.octets == information)
        && information.get(..5) == message.octets.get(..5)
}
