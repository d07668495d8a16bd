use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, sleep, timeout};

use crate::config::LinkConfig;
use crate::counters::{Counters, Counts, add};
use crate::framer::{Decoder, Encoder, Framer, FramerError, Framing, Received};
use crate::layer1::{Lacks, Layer1};
use crate::limits::{LINE_LIMIT, READ, SOCKET_LIMIT};
use crate::link::{DownCause, LinkEvent};
use crate::pace;
use crate::queue::{NotSent, Queue};
use crate::serial::Port;
use crate::signal::{Sign, SignalWatch};
use crate::stream::{From, Peer, Stream, To};
use crate::{Role, serial::Serial};

/// A bit stream without octets, or without flags, for so long is down.
const SIGNAL_LOST: Duration = Duration::from_secs(1);
/// How often the carrier is looked at.
const CARRIER_LOOK: Duration = Duration::from_millis(100);

/// What the handle and the task of a link share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) queue: Queue,
    pub(crate) counts: Counts,
    pub(crate) stale_after: Duration,
    framing: Framing,
    keep_alive: Option<Duration>,
    /// The carrier has to be on.
    carrier: bool,
    opened: Instant,
    /// Milliseconds after `opened` at which the far end was heard last.
    heard: AtomicU64,
}

/// The handle is gone: nobody takes events any more.
#[derive(Debug)]
pub(crate) struct Abandoned;

impl Shared {
    pub(crate) fn new(config: &LinkConfig) -> Self {
        let framing = config.line_framing();
        let (slow, carrier) = match &config.role {
            Role::Serial(Serial { carrier, .. }) => (true, *carrier),
            _ => (matches!(framing, Framing::HdlcBits { .. }), false),
        };
        Self {
            queue: Queue::new(if slow { LINE_LIMIT } else { SOCKET_LIMIT }),
            counts: Counts::default(),
            stale_after: config.stale_after,
            framing,
            keep_alive: config.keep_alive,
            carrier,
            opened: Instant::now(),
            heard: AtomicU64::new(0),
        }
    }

    pub(crate) fn send(&self, frame: Bytes) -> Result<(), NotSent> {
        let taken = self.queue.push(frame, &self.counts);
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
    stream: Stream,
    peer: Peer,
    shared: &Shared,
    layer1: &Layer1,
) -> Result<DownCause, Abandoned> {
    shared.hear();
    let signal = match shared.framing {
        Framing::HdlcBits { order, idle } => Some(SignalWatch::new(order, idle)),
        Framing::Len16 | Framing::HdlcOctets { .. } => None,
    };
    let (encoder, decoder) = Framer::new(shared.framing).split();
    let (from, to, port) = stream.split();
    let watched = port.clone().filter(|_| shared.carrier);
    layer1.open(peer, Lacks { carrier: watched.is_some(), signal: signal.is_some() }).await?;
    // Each direction goes on while the other one waits.
    let end = tokio::select! {
        end = read(from, decoder, signal, shared, layer1) => end,
        cause = write(to, encoder, shared) => Ok(cause),
        end = watch_carrier(watched, layer1) => end,
    };
    let Some(port) = port else { return end };
    match end {
        Ok(DownCause::Closed) => {
            port.drain().await;
            Ok(DownCause::Closed)
        }
        // A port that is unplugged looks like a connection that ends or breaks.
        Ok(DownCause::PeerClosed | DownCause::Broken(_)) => Ok(DownCause::DeviceGone),
        end => end,
    }
}

async fn read(
    mut from: From,
    mut decoder: Decoder,
    mut signal: Option<SignalWatch>,
    shared: &Shared,
    layer1: &Layer1,
) -> Result<DownCause, Abandoned> {
    let mut octets = vec![0; READ];
    let mut found = Vec::new();
    let mut signalled = Instant::now();
    loop {
        let reading = from.read(&mut octets);
        let read = if signal.is_some() {
            let Ok(read) = timeout(SIGNAL_LOST, reading).await else {
                layer1.signal(Err(DownCause::Silent)).await?;
                continue;
            };
            read
        } else {
            reading.await
        };
        let got = match read {
            Ok(0) => return Ok(DownCause::PeerClosed),
            Ok(got) => got,
            Err(error) => return Ok(DownCause::Broken(error.kind())),
        };
        shared.hear();
        add(&shared.counts.octets_read, got);
        let octets = octets.get(..got).unwrap_or_default();
        if let Some(watch) = &mut signal {
            let up = shared.queue.is_up();
            match watch.push(octets) {
                Sign::Idle => {
                    signalled = Instant::now();
                    layer1.signal(Ok(())).await?;
                }
                Sign::Flag if up => signalled = Instant::now(),
                Sign::Flag | Sign::None if signalled.elapsed() > SIGNAL_LOST => {
                    layer1.signal(Err(DownCause::NoFlags)).await?;
                }
                Sign::Flag | Sign::None => {}
            }
        }
        let pushed = decoder.push(octets, &mut |received| match received {
            Received::Frame(frame) => found.push(LinkEvent::Frame(Bytes::copy_from_slice(frame))),
            Received::Damaged(damage) => {
                add(&shared.counts.damaged, 1);
                found.push(LinkEvent::Damaged(damage));
            }
            Received::KeepAlive => add(&shared.counts.keep_alives, 1),
        });
        // What a line carries that counts as down is noise.
        if !shared.queue.is_up() {
            found.clear();
        }
        for event in found.drain(..) {
            let is_frame = matches!(event, LinkEvent::Frame(_));
            layer1.events.send(event).await.map_err(|_| Abandoned)?;
            if is_frame {
                add(&shared.counts.received, 1);
            }
        }
        if let Err(FramerError::TooLong { length } | FramerError::TooShort { length }) = pushed {
            return Ok(DownCause::TooLong { length });
        }
    }
}

async fn write(to: To, encoder: Encoder, shared: &Shared) -> DownCause {
    match encoder {
        Encoder::HdlcBits(encoder) => pace::write(to, encoder, shared).await,
        encoder => write_frames(to, encoder, shared).await,
    }
}

async fn write_frames(mut to: To, mut encoder: Encoder, shared: &Shared) -> DownCause {
    let mut octets = Vec::new();
    loop {
        octets.clear();
        let taken = match shared.keep_alive {
            Some(silence) => timeout(silence, shared.queue.take()).await.ok(),
            None => Some(shared.queue.take().await),
        };
        match &taken {
            Some(taken) if taken.frames.is_empty() => {
                // Whether the far end hears of it makes no difference any more.
                let _ = timeout(shared.stale_after, to.shutdown()).await;
                return DownCause::Closed;
            }
            Some(taken) => {
                for frame in &taken.frames {
                    // The length was looked at when the frame was queued.
                    let _ = encoder.frame(frame, &mut octets);
                }
            }
            None => encoder.keep_alive(&mut octets),
        }
        match timeout(shared.stale_after, to.write_all(&octets)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => return DownCause::Broken(error.kind()),
            Err(_) => return DownCause::Stalled,
        }
        add(&shared.counts.octets_written, octets.len());
        if let Some(taken) = taken {
            shared.queue.written(taken.age, taken.frames.len(), &shared.counts);
        }
    }
}

/// Tells of the carrier as it comes and goes; never ends by itself, and does nothing without a port.
async fn watch_carrier(port: Option<Port>, layer1: &Layer1) -> Result<DownCause, Abandoned> {
    let Some(port) = port else { return std::future::pending().await };
    let mut before = None;
    loop {
        let there = port.carrier();
        if before != Some(there) {
            before = Some(there);
            layer1.carrier(there).await?;
        }
        sleep(CARRIER_LOOK).await;
    }
}
