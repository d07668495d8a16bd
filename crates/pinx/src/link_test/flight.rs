//! Frames on their way from one end to the other.

use std::collections::VecDeque;
use std::time::Duration;

use bytes::Bytes;
use qsig_link::{DownCause, Link, LinkEvent};
use tokio::time::Instant;

/// Octets that are queued at most, so that the time of a frame is the line's and not the queue's.
const ROOM: usize = 1_024;
/// Frames that are on the way at most.
const WINDOW: usize = 32;

/// What became of frames that were sent one way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) sent: usize,
    pub(crate) received: usize,
    /// Frames that came damaged and were thrown away.
    pub(crate) damaged: usize,
    /// Frames that came and that nobody had sent, or in another order.
    pub(crate) strange: usize,
    /// Octets that came, whatever they were.
    pub(crate) octets: u64,
    /// Octets of the frames that came.
    pub(crate) carried: usize,
    /// The lengths of the frames that did not come.
    pub(crate) lost: Vec<usize>,
    /// The longest frame that came.
    pub(crate) longest: usize,
    /// The line went down meanwhile.
    pub(crate) down: Option<DownCause>,
    /// From the first frame sent to the last one received.
    pub(crate) took: Duration,
}

impl Outcome {
    /// Something was sent, everything came, and nothing else.
    pub(crate) fn is_good(&self) -> bool {
        self.sent > 0 && self.received == self.sent && self.damaged + self.strange == 0 && self.down.is_none()
    }

    /// Octets of frames that came, a second.
    pub(crate) fn rate(&self) -> u64 {
        let micros = self.took.as_micros().max(1);
        u64::try_from(self.carried as u128 * 1_000_000 / micros).unwrap_or(u64::MAX)
    }
}

/// Frames one way: those still to send, and those on the way.
pub(crate) struct Flight<'a> {
    rest: Box<dyn Iterator<Item = Bytes> + 'a>,
    held: Option<Bytes>,
    expected: VecDeque<Bytes>,
    outcome: Outcome,
    start: Instant,
    last: Instant,
}

impl<'a> Flight<'a> {
    pub(crate) fn new(frames: impl Iterator<Item = Bytes> + 'a) -> Self {
        let now = Instant::now();
        Self {
            rest: Box::new(frames),
            held: None,
            expected: VecDeque::new(),
            outcome: Outcome::default(),
            start: now,
            last: now,
        }
    }

    /// Sends what there is room for; `false` if all was sent.
    pub(crate) fn send(&mut self, from: &Link) -> bool {
        loop {
            let Some(frame) = self.held.take().or_else(|| self.rest.next()) else { return false };
            let room = self.expected.len() < WINDOW && from.backlog() < ROOM;
            if !room || from.send(frame.clone()).is_err() {
                self.held = Some(frame);
                return true;
            }
            self.outcome.sent += 1;
            self.expected.push_back(frame);
        }
    }

    /// Nothing is on the way.
    pub(crate) fn is_empty(&self) -> bool {
        self.expected.is_empty()
    }

    /// So many came damaged that nothing on the way is missed.
    pub(crate) fn is_explained(&self) -> bool {
        self.expected.len() + self.outcome.lost.len() <= self.outcome.damaged
    }

    /// The line has gone down.
    pub(crate) fn is_down(&self) -> bool {
        self.outcome.down.is_some()
    }

    /// Something happened at the receiving end.
    pub(crate) fn take(&mut self, event: LinkEvent) {
        match event {
            LinkEvent::Frame(frame) => {
                self.last = Instant::now();
                let Some(place) = self.expected.iter().position(|expected| *expected == frame) else {
                    self.outcome.strange += 1;
                    return;
                };
                self.outcome.lost.extend(self.expected.drain(..place).map(|lost| lost.len()));
                self.expected.pop_front();
                self.outcome.received += 1;
                self.outcome.carried += frame.len();
                self.outcome.longest = self.outcome.longest.max(frame.len());
            }
            LinkEvent::Damaged(_) => self.outcome.damaged += 1,
            LinkEvent::Down { cause } => self.outcome.down = Some(cause),
            _ => {}
        }
    }

    /// What became of them; what is still on the way is lost. `octets` came in the meantime.
    pub(crate) fn end(mut self, octets: u64) -> Outcome {
        self.outcome.lost.extend(self.expected.iter().map(Bytes::len));
        self.outcome.took = self.last - self.start;
        self.outcome.octets = octets;
        self.outcome
    }
}
