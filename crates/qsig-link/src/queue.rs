use std::collections::VecDeque;
use std::mem;
use std::sync::atomic::Ordering;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use tokio::sync::Notify;

use crate::counters::{Counts, add};
use crate::framer::{FramerError, check_length};

/// Why a frame was not taken for sending. It is dropped, and layer 2 repeats what matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum NotSent {
    /// There is no connection.
    #[error("the link is down")]
    Down,
    /// 64 KiB wait already (8 KiB on a serial line or bit stream): the far end does not read, or more is sent than
    /// the line can carry.
    #[error("the queue of the link is full")]
    Full,
    /// No LAPD frame has this length.
    #[error(transparent)]
    Length(#[from] FramerError),
}

/// The frames that wait for the line.
#[derive(Debug)]
pub(crate) struct Queue {
    limit: usize,
    state: Mutex<State>,
    /// Told when there is a frame or the end.
    changed: Notify,
}

#[derive(Debug, Default)]
struct State {
    up: bool,
    closing: bool,
    octets: usize,
    frames: VecDeque<Bytes>,
    /// How often the link went down: frames taken before are lost, whatever becomes of them.
    age: Age,
}

/// Frames taken from the queue to be written.
#[derive(Debug)]
pub(crate) struct Taken {
    /// None: the queue is closed.
    pub(crate) frames: VecDeque<Bytes>,
    /// For [`Queue::written`].
    pub(crate) age: Age,
}

/// How often the link had been down when frames were taken, for [`Queue::written`].
pub(crate) type Age = u64;

impl Queue {
    /// A queue of a link that is down.
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit, state: Mutex::default(), changed: Notify::new() }
    }

    /// Takes a frame and counts it as accepted, both or none as `lower` sees it.
    pub(crate) fn push(&self, frame: Bytes, counts: &Counts) -> Result<(), NotSent> {
        check_length(&frame)?;
        let mut state = self.lock();
        if !state.up || state.closing {
            return Err(NotSent::Down);
        }
        let octets = state.octets + frame.len() + 2;
        if octets > self.limit {
            return Err(NotSent::Full);
        }
        state.octets = octets;
        state.frames.push_back(frame);
        add(&counts.accepted, 1);
        drop(state);
        self.changed.notify_one();
        Ok(())
    }

    /// Frames are taken from now on.
    pub(crate) fn raise(&self) {
        self.lock().up = true;
    }

    /// No more frames are taken. What waits is dropped; it is lost, and so is what was taken and is not written.
    pub(crate) fn lower(&self, counts: &Counts) {
        let mut state = self.lock();
        state.up = false;
        state.octets = 0;
        state.frames.clear();
        state.age += 1;
        let written = counts.written.load(Ordering::Relaxed);
        let accepted = counts.accepted.load(Ordering::Relaxed);
        counts.lost.store(accepted.saturating_sub(written), Ordering::Relaxed);
    }

    /// Counts frames as written, unless they count as lost already.
    pub(crate) fn written(&self, age: Age, frames: usize, counts: &Counts) {
        let state = self.lock();
        if state.age == age {
            add(&counts.written, frames);
        }
    }

    /// Whether frames are taken.
    pub(crate) fn is_up(&self) -> bool {
        self.lock().up
    }

    /// No more frames are taken, ever; what waits is still sent.
    pub(crate) fn close(&self) {
        self.lock().closing = true;
        self.changed.notify_one();
    }

    /// Whether `close` was called.
    pub(crate) fn closing(&self) -> bool {
        self.lock().closing
    }

    /// Octets that wait.
    pub(crate) fn octets(&self) -> usize {
        self.lock().octets
    }

    /// Takes all that waits, once something does; nothing means the end.
    pub(crate) async fn take(&self) -> Taken {
        loop {
            {
                let mut state = self.lock();
                if !state.frames.is_empty() || state.closing {
                    state.octets = 0;
                    return Taken { frames: mem::take(&mut state.frames), age: state.age };
                }
            }
            self.changed.notified().await;
        }
    }

    /// Takes the first frame that waits, if one does.
    pub(crate) fn take_one(&self) -> Option<(Bytes, Age)> {
        let mut state = self.lock();
        let frame = state.frames.pop_front()?;
        state.octets = state.octets.saturating_sub(frame.len() + 2);
        Some((frame, state.age))
    }

    /// Waits for `close`.
    pub(crate) async fn closed(&self) {
        while !self.closing() {
            self.changed.notified().await;
        }
    }

    /// What panicked while it held the lock left nothing half done: each use is one assignment or two.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::{LINE_LIMIT, SOCKET_LIMIT};

    fn push(queue: &Queue, frame: &Bytes) -> Result<(), NotSent> {
        queue.push(frame.clone(), &Counts::default())
    }

    const FRAME: Bytes = Bytes::from_static(&[0x02, 0x01, 0x7F]);

    #[test]
    fn frames_are_taken_only_while_up() {
        let queue = Queue::new(SOCKET_LIMIT);
        assert_eq!(push(&queue, &FRAME), Err(NotSent::Down));
        queue.raise();
        assert_eq!(push(&queue, &FRAME), Ok(()));
        assert_eq!(queue.octets(), 5);
        queue.lower(&Counts::default());
        assert_eq!(queue.octets(), 0);
        assert_eq!(push(&queue, &FRAME), Err(NotSent::Down));
    }

    #[test]
    fn no_more_than_the_limit_waits() {
        let queue = Queue::new(SOCKET_LIMIT);
        queue.raise();
        let frame = Bytes::from_static(&[0; 254]);
        for _ in 0..256 {
            assert_eq!(push(&queue, &frame), Ok(()));
        }
        assert_eq!(push(&queue, &FRAME), Err(NotSent::Full));
        assert_eq!(queue.octets(), SOCKET_LIMIT);
    }

    #[test]
    fn an_impossible_length_is_refused() {
        let queue = Queue::new(SOCKET_LIMIT);
        queue.raise();
        let long = Err(NotSent::Length(FramerError::TooLong { length: 265 }));
        assert_eq!(push(&queue, &Bytes::from_static(&[0; 265])), long);
    }

    #[test]
    fn a_frame_that_was_taken_before_the_link_went_down_is_lost_even_if_it_is_written() {
        let queue = Queue::new(LINE_LIMIT);
        let counts = Counts::default();
        queue.raise();
        for _ in 0..3 {
            queue.push(FRAME, &counts).unwrap();
        }
        let (_, before) = queue.take_one().unwrap();
        queue.written(before, 1, &counts);
        let (_, age) = queue.take_one().unwrap();
        assert_eq!(queue.octets(), 5);
        queue.lower(&counts);
        queue.raise();
        queue.written(age, 1, &counts);
        let counters = counts.read();
        assert_eq!((counters.accepted, counters.written, counters.lost), (3, 1, 2));
        assert_eq!(queue.take_one(), None);
    }
}
