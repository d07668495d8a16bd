use std::sync::atomic::{AtomicU64, Ordering};

/// What a link has done since it was opened, over all its connections.
///
/// `accepted = written + lost + what is still queued`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Counters {
    /// Frames that [`Link::send`](crate::Link::send) took.
    pub accepted: u64,
    /// Frames handed to the kernel.
    pub written: u64,
    /// Octets handed to the kernel, flags and all.
    pub octets_written: u64,
    /// Frames taken by `send` that were dropped because the connection ended.
    pub lost: u64,
    /// Frames that `send` refused because the queue was full or the link down.
    pub refused: u64,
    /// Good frames read from the socket; [`Link::next`](crate::Link::next) gives them all, in order.
    pub received: u64,
    /// Octets read, whatever they were.
    pub octets_read: u64,
    /// Frames thrown away on arrival.
    pub damaged: u64,
    /// Keep-alives received.
    pub keep_alives: u64,
    /// Connections that carried the link, or times that a serial device was opened.
    pub connections: u64,
    /// Attempts to connect that failed.
    pub attempts_failed: u64,
    /// Connections closed at once because the link had a healthy one.
    pub turned_away: u64,
}

/// The counters where the tasks count.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub(crate) accepted: AtomicU64,
    pub(crate) written: AtomicU64,
    pub(crate) octets_written: AtomicU64,
    pub(crate) lost: AtomicU64,
    pub(crate) refused: AtomicU64,
    pub(crate) received: AtomicU64,
    pub(crate) octets_read: AtomicU64,
    pub(crate) damaged: AtomicU64,
    pub(crate) keep_alives: AtomicU64,
    pub(crate) connections: AtomicU64,
    pub(crate) attempts_failed: AtomicU64,
    pub(crate) turned_away: AtomicU64,
}

/// Adds to a counter.
pub(crate) fn add(count: &AtomicU64, more: usize) {
    count.fetch_add(u64::try_from(more).unwrap_or(u64::MAX), Ordering::Relaxed);
}

impl Counts {
    pub(crate) fn read(&self) -> Counters {
        let read = |count: &AtomicU64| count.load(Ordering::Relaxed);
        Counters {
            accepted: read(&self.accepted),
            written: read(&self.written),
            octets_written: read(&self.octets_written),
            lost: read(&self.lost),
            refused: read(&self.refused),
            received: read(&self.received),
            octets_read: read(&self.octets_read),
            damaged: read(&self.damaged),
            keep_alives: read(&self.keep_alives),
            connections: read(&self.connections),
            attempts_failed: read(&self.attempts_failed),
            turned_away: read(&self.turned_away),
        }
    }
}
