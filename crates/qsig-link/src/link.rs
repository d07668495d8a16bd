use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use qsig_hdlc::Damage;
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::config::{LinkConfig, Role};
use crate::connection::Shared;
use crate::counters::Counters;
use crate::layer1::Layer1;
use crate::limits::EVENTS;
use crate::open_error::OpenError;
use crate::queue::NotSent;
use crate::serial::Port;
use crate::stream::{Listener, Peer, Stream, Target};
use crate::{supervise, unix};

/// How long [`Link::close`] waits for a far end that does not read.
const CLOSING: Duration = Duration::from_secs(1);

/// What a link tells.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinkEvent {
    /// Layer 1 is up; frames can be sent. A socket is up when it is connected, a serial line when the port is open
    /// (and the carrier on, where that is asked for), a bit stream when idle flags come.
    Up {
        /// Where the far end is.
        peer: Peer,
    },
    /// Layer 1 is down. Also told, without `Up` before it, when the far end cannot be reached or the line is dead;
    /// once for each cause in a row.
    Down {
        /// Why.
        cause: DownCause,
    },
    /// A LAPD frame, address to information, 3 to 264 octets.
    Frame(Bytes),
    /// A frame was thrown away.
    Damaged(Damage),
}

/// Why layer 1 is down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum DownCause {
    /// The far end closed the connection.
    #[error("closed by the far end")]
    PeerClosed,
    /// The connection broke.
    #[error("connection broken: {0}")]
    Broken(io::ErrorKind),
    /// The far end announced a frame of more than 264 octets: it does not speak our framing.
    #[error("a frame of {length} octets was announced; is the framing the same at both ends?")]
    TooLong {
        /// Octets announced.
        length: usize,
    },
    /// The far end does not read what we send.
    #[error("the far end does not read")]
    Stalled,
    /// The far end was silent for long and a new connection has come.
    #[error("silent, and replaced by a new connection")]
    Replaced,
    /// No connection can be made, or the device not be opened. Attempts go on.
    #[error("cannot be reached: {}", reason(*.0))]
    Unreachable(io::ErrorKind),
    /// The serial device has gone: unplugged, or the driver gave up.
    #[error("the device has gone")]
    DeviceGone,
    /// The carrier of the serial line is off.
    #[error("no carrier")]
    NoCarrier,
    /// The bit stream has stood still for a second.
    #[error("no octets come")]
    Silent,
    /// The bit stream has carried no flag for a second: all ones from an E1 in alarm, another bit order, or a far
    /// end that idles on ones.
    #[error(
        "octets come, but no flags; is the line in alarm, or are bit order and idle pattern not the same at both ends?"
    )]
    NoFlags,
    /// This end closed the link.
    #[error("closed")]
    Closed,
}

/// An error of the system in words that say what is not there.
fn reason(kind: io::ErrorKind) -> String {
    match kind {
        io::ErrorKind::NotFound => "there is no such file or device".into(),
        other => other.to_string(),
    }
}

/// A D-channel over a socket or a serial line, from now until the handle is dropped.
///
/// A task owns the socket or the port. The listening end serves one connection: another one is closed at once while
/// the first is healthy. The connecting end connects again for ever, and a serial device that has gone is opened
/// again when it is back. On TCP, `TCP_NODELAY` is on.
///
/// To know that nothing is on the way between two links of one process: frames that [`send`](Self::send) took
/// here come out of [`next`](Self::next) there, in order and all of them as long as both stay up; so await
/// as many `Frame`s there as `send` took here. [`pending`](Self::pending), [`written`](Self::written) and
/// [`received`](Self::received) tell the same without waiting.
#[derive(Debug)]
pub struct Link {
    shared: Arc<Shared>,
    /// The task ends when this is gone.
    events: mpsc::Receiver<LinkEvent>,
    local: Option<SocketAddr>,
}

impl Link {
    /// Opens a link; a listening one has its port when this returns. A serial device is opened at once, and waited
    /// for if it is not there. Has to be called within a tokio runtime that has its IO and its time.
    pub async fn open(config: LinkConfig) -> Result<Self, OpenError> {
        config.check()?;
        let (tell, events) = mpsc::channel(EVENTS);
        let shared = Arc::new(Shared::new(&config));
        let layer1 = Layer1::new(Arc::clone(&shared), tell);
        let backoff = config.backoff;
        let (target, opened) = match config.role {
            Role::Listen(address) => {
                let listener = TcpListener::bind(address).await.map_err(|error| match error.kind() {
                    io::ErrorKind::AddrInUse => OpenError::PortInUse(address),
                    _ => OpenError::Listen { address, error },
                })?;
                let local = listener.local_addr().ok();
                tokio::spawn(supervise::listen(Listener::Tcp(listener), Arc::clone(&shared), layer1));
                return Ok(Self { shared, events, local });
            }
            Role::ListenUnix(path) => {
                let (listener, file) = unix::listen(&path).await?;
                tokio::spawn(supervise::listen(Listener::Unix(listener, file), Arc::clone(&shared), layer1));
                return Ok(Self { shared, events, local: None });
            }
            Role::Connect(address) => (Target::Tcp(address), None),
            Role::ConnectUnix(path) => (Target::Unix(path), None),
            Role::Serial(serial) => match Port::open(&serial) {
                Ok(port) => (Target::Serial(serial), Some(Stream::Serial(port))),
                Err(error) if error.kind() == io::ErrorKind::NotFound => (Target::Serial(serial), None),
                Err(error) if error.kind() == io::ErrorKind::ResourceBusy => {
                    return Err(OpenError::DeviceInUse(serial.device));
                }
                Err(error) => return Err(OpenError::Device { device: serial.device, error }),
            },
        };
        tokio::spawn(supervise::connect(target, opened, backoff, Arc::clone(&shared), layer1));
        Ok(Self { shared, events, local: None })
    }

    /// The address that a listening TCP link really has; `None` for any other one.
    pub const fn local_addr(&self) -> Option<SocketAddr> {
        self.local
    }

    /// The next event, once there is one. `None` only if the link's task has ended, which it does not by
    /// itself. May be dropped and called again without losing an event.
    pub async fn next(&mut self) -> Option<LinkEvent> {
        self.events.recv().await
    }

    /// The next event if there is one now.
    pub fn try_next(&mut self) -> Option<LinkEvent> {
        self.events.try_recv().ok()
    }

    /// Queues a frame, given without FCS. One that is not taken is dropped and counted: layer 2 repeats what
    /// matters. What is queued when the connection ends is dropped as well.
    pub fn send(&self, frame: Bytes) -> Result<(), NotSent> {
        self.shared.send(frame)
    }

    /// What the link has done so far.
    pub fn counters(&self) -> Counters {
        self.shared.counters()
    }

    /// Frames handed to the kernel so far.
    pub fn written(&self) -> u64 {
        self.counters().written
    }

    /// Good frames so far that [`next`](Self::next) has given or can give at once.
    pub fn received(&self) -> u64 {
        self.counters().received
    }

    /// Frames that [`send`](Self::send) took and that are neither written nor lost.
    pub fn pending(&self) -> u64 {
        let counters = self.counters();
        counters.accepted.saturating_sub(counters.written).saturating_sub(counters.lost)
    }

    /// Octets that wait for the line, for layer 2 to allow for in T200.
    pub fn backlog(&self) -> usize {
        self.shared.queue.octets()
    }

    /// Sends what is queued, closes the connection and ends the link; for at most a second. Frames that come
    /// meanwhile are dropped. (Dropping the handle ends the link without sending what is queued.)
    pub async fn close(mut self) {
        self.shared.queue.close();
        let events = &mut self.events;
        // The task must not wait for somebody to take its events.
        let drain = async { while events.recv().await.is_some() {} };
        // Time over: the task ends when the handle is dropped, a moment from now.
        let _ = timeout(CLOSING, drain).await;
    }
}
