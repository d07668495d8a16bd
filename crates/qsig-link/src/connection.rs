use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout};

use crate::counters::{Counters, Counts, add};
use crate::framer::{Decoder, Encoder, Framer, FramerError, Framing, Received};
use crate::link::{DownCause, LinkEvent};
use crate::queue::{NotSent, Queue};

/// Octets read at once.
const READ: usize = 4_096;

/// What the handle and the task of a link share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) queue: Queue,
    pub(crate) counts: Counts,
    pub(crate) stale_after: Duration,
    framing: Framing,
    opened: Instant,
    /// Milliseconds after `opened` at which the far end was heard last.
    heard: AtomicU64,
}

/// The handle is gone: nobody takes events any more.
#[derive(Debug)]
pub(crate) struct Abandoned;

impl Shared {
    pub(crate) fn new(framing: Framing, stale_after: Duration) -> Self {
        Self {
            queue: Queue::default(),
            counts: Counts::default(),
            stale_after,
            framing,
            opened: Instant::now(),
            heard: AtomicU64::new(0),
        }
    }

    pub(crate) fn send(&self, frame: Bytes) -> Result<(), NotSent> {
        let taken = self.queue.push(frame, &self.counts.accepted);
        if taken.is_err() {
            add(&self.counts.refused, 1);
        }
        taken
    }

    pub(crate) fn counters(&self) -> Counters {
        self.counts.read()
    }

    /// Whether the far end has said nothing for long.
    pub(crate) fn is_stale(&self) -> bool {
        let heard = Duration::from_millis(self.heard.load(Ordering::Relaxed));
        self.opened.elapsed().saturating_sub(heard) > self.stale_after
    }

    fn hear(&self) {
        let now = u64::try_from(self.opened.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.heard.store(now, Ordering::Relaxed);
    }
}

/// Carries frames both ways until the connection ends.
pub(crate) async fn run(
    stream: TcpStream,
    shared: &Shared,
    events: &mpsc::Sender<LinkEvent>,
) -> Result<DownCause, Abandoned> {
    shared.hear();
    let (encoder, decoder) = Framer::new(shared.framing).split();
    let (from, to) = stream.into_split();
    // Each direction goes on while the other one waits.
    tokio::select! {
        end = read(from, decoder, shared, events) => end,
        cause = write(to, encoder, shared) => Ok(cause),
    }
}

async fn read(
    mut from: OwnedReadHalf,
    mut decoder: Decoder,
    shared: &Shared,
    events: &mpsc::Sender<LinkEvent>,
) -> Result<DownCause, Abandoned> {
    let mut octets = vec![0; READ];
    let mut found = Vec::new();
    loop {
        let got = match from.read(&mut octets).await {
            Ok(0) => return Ok(DownCause::PeerClosed),
            Ok(got) => got,
            Err(error) => return Ok(DownCause::Broken(error.kind())),
        };
        shared.hear();
        let pushed = decoder.push(octets.get(..got).unwrap_or_default(), &mut |received| match received {
            Received::Frame(frame) => found.push(LinkEvent::Frame(Bytes::copy_from_slice(frame))),
            Received::Damaged(damage) => {
                add(&shared.counts.damaged, 1);
                found.push(LinkEvent::Damaged(damage));
            }
            Received::KeepAlive => add(&shared.counts.keep_alives, 1),
        });
        for event in found.drain(..) {
            let is_frame = matches!(event, LinkEvent::Frame(_));
            events.send(event).await.map_err(|_| Abandoned)?;
            if is_frame {
                add(&shared.counts.received, 1);
            }
        }
        if let Err(FramerError::TooLong { length } | FramerError::TooShort { length }) = pushed {
            return Ok(DownCause::TooLong { length });
        }
    }
}

async fn write(mut to: OwnedWriteHalf, encoder: Encoder, shared: &Shared) -> DownCause {
    let mut octets = Vec::new();
    loop {
        let frames = shared.queue.take().await;
        if frames.is_empty() {
            // Whether the far end hears of it makes no difference any more.
            let _ = timeout(shared.stale_after, to.shutdown()).await;
            return DownCause::Closed;
        }
        octets.clear();
        for frame in &frames {
            // The length was looked at when the frame was queued.
            let _ = encoder.frame(frame, &mut octets);
        }
        match timeout(shared.stale_after, to.write_all(&octets)).await {
            Ok(Ok(())) => add(&shared.counts.written, frames.len()),
            Ok(Err(error)) => return DownCause::Broken(error.kind()),
            Err(_) => return DownCause::Stalled,
        }
    }
}
