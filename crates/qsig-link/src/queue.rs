use std::collections::VecDeque;
use std::mem;
use std::sync::atomic::AtomicU64;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use tokio::sync::Notify;

use crate::counters::add;
use crate::framer::{FramerError, check_length};

/// Octets that may wait for the socket, each frame counted with two more. Far more than a window of layer 2.
pub(crate) const LIMIT: usize = 65_536;

/// Why a frame was not taken for sending. It is dropped, and layer 2 repeats what matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum NotSent {
    /// There is no connection.
    #[error("the link is down")]
    Down,
    /// 64 KiB wait already: the far end does not read.
    #[error("the queue of the link is full")]
    Full,
    /// No LAPD frame has this length.
    #[error(transparent)]
    Length(#[from] FramerError),
}

/// The frames that wait for the socket.
#[derive(Debug, Default)]
pub(crate) struct Queue {
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
}

impl Queue {
    /// Takes a frame and counts it in `accepted`, both or none as `lower` sees it.
    pub(crate) fn push(&self, frame: Bytes, accepted: &AtomicU64) -> Result<(), NotSent> {
        check_length(&frame)?;
        let mut state = self.lock();
        if !state.up || state.closing {
            return Err(NotSent::Down);
        }
        let octets = state.octets + frame.len() + 2;
        if octets > LIMIT {
            return Err(NotSent::Full);
        }
        state.octets = octets;
        state.frames.push_back(frame);
        add(accepted, 1);
        drop(state);
        self.changed.notify_one();
        Ok(())
    }

    /// Frames are taken from now on.
    pub(crate) fn raise(&self) {
        self.lock().up = true;
    }

    /// No more frames are taken, and what waits is dropped.
    pub(crate) fn lower(&self) {
        let mut state = self.lock();
        state.up = false;
        state.octets = 0;
        state.frames.clear();
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
    pub(crate) async fn take(&self) -> VecDeque<Bytes> {
        loop {
            {
                let mut state = self.lock();
                if !state.frames.is_empty() || state.closing {
                    state.octets = 0;
                    return mem::take(&mut state.frames);
                }
            }
            self.changed.notified().await;
        }
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

    fn push(queue: &Queue, frame: &Bytes) -> Result<(), NotSent> {
        queue.push(frame.clone(), &AtomicU64::new(0))
    }

    const FRAME: Bytes = Bytes::from_static(&[0x02, 0x01, 0x7F]);

    #[test]
    fn frames_are_taken_only_while_up() {
        let queue = Queue::default();
        assert_eq!(push(&queue, &FRAME), Err(NotSent::Down));
        queue.raise();
        assert_eq!(push(&queue, &FRAME), Ok(()));
        assert_eq!(queue.octets(), 5);
        queue.lower();
        assert_eq!(queue.octets(), 0);
        assert_eq!(push(&queue, &FRAME), Err(NotSent::Down));
    }

    #[test]
    fn no_more_than_the_limit_waits() {
        let queue = Queue::default();
        queue.raise();
        let frame = Bytes::from_static(&[0; 254]);
        for _ in 0..256 {
            assert_eq!(push(&queue, &frame), Ok(()));
        }
        assert_eq!(push(&queue, &FRAME), Err(NotSent::Full));
        assert_eq!(queue.octets(), LIMIT);
    }

    #[test]
    fn an_impossible_length_is_refused() {
        let queue = Queue::default();
        queue.raise();
        let long = Err(NotSent::Length(FramerError::TooLong { length: 265 }));
        assert_eq!(push(&queue, &Bytes::from_static(&[0; 265])), long);
    }
}
