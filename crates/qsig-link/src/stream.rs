//! What carries a link at the moment: one connection, or an open port.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream, UnixListener, UnixStream};
use tokio::time::{sleep, timeout};

use crate::serial::{Port, Serial};
use crate::unix::SocketFile;

/// How long one attempt to connect may take.
const CONNECT: Duration = Duration::from_secs(10);
/// How long to wait when the system cannot accept, for instance for want of file descriptors.
const ACCEPT_AGAIN: Duration = Duration::from_millis(200);

/// Where the far end is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Peer {
    /// At this TCP address.
    Tcp(SocketAddr),
    /// Beyond the UNIX socket at this path, ours or its own.
    Unix(PathBuf),
    /// At the other end of this serial device's line.
    Serial(PathBuf),
}

impl fmt::Display for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp(address) => address.fmt(f),
            Self::Unix(path) | Self::Serial(path) => path.display().fmt(f),
        }
    }
}

/// A connection, or an open port.
#[derive(Debug)]
pub(crate) enum Stream {
    Tcp(TcpStream),
    Unix(UnixStream),
    Serial(Port),
}

/// The reading half.
pub(crate) type From = Box<dyn AsyncRead + Send + Unpin>;
/// The writing half.
pub(crate) type To = Box<dyn AsyncWrite + Send + Unpin>;

impl Stream {
    /// The halves, and the port if it is one.
    pub(crate) fn split(self) -> (From, To, Option<Port>) {
        match self {
            Self::Tcp(stream) => {
                // Without it the link is slow, but works.
                let _ = stream.set_nodelay(true);
                let (from, to) = stream.into_split();
                (Box::new(from), Box::new(to), None)
            }
            Self::Unix(stream) => {
                let (from, to) = stream.into_split();
                (Box::new(from), Box::new(to), None)
            }
            Self::Serial(port) => (Box::new(port.clone()), Box::new(port.clone()), Some(port)),
        }
    }
}

/// A socket that others connect to.
#[derive(Debug)]
pub(crate) enum Listener {
    Tcp(TcpListener),
    Unix(UnixListener, SocketFile),
}

impl Listener {
    pub(crate) async fn accept(&self) -> (Stream, Peer) {
        loop {
            let accepted = match self {
                Self::Tcp(listener) => {
                    listener.accept().await.map(|(stream, peer)| (Stream::Tcp(stream), Peer::Tcp(peer)))
                }
                Self::Unix(listener, file) => {
                    let peer = || Peer::Unix(file.path().to_owned());
                    listener.accept().await.map(|(stream, _)| (Stream::Unix(stream), peer()))
                }
            };
            match accepted {
                Ok(connection) => return connection,
                Err(_) => sleep(ACCEPT_AGAIN).await,
            }
        }
    }
}

/// What a link goes to of its own accord.
#[derive(Clone, Debug)]
pub(crate) enum Target {
    Tcp(SocketAddr),
    Unix(PathBuf),
    Serial(Serial),
}

impl Target {
    pub(crate) async fn reach(&self) -> Result<Stream, io::ErrorKind> {
        let attempt = timeout(CONNECT, self.attempt()).await;
        attempt.map_err(|_| io::ErrorKind::TimedOut)?.map_err(|error| error.kind())
    }

    async fn attempt(&self) -> io::Result<Stream> {
        match self {
            Self::Tcp(address) => {
                let stream = TcpStream::connect(address).await?;
                // Where nobody listens at a port of the range for outgoing connections, the system may by
                // chance connect the socket to itself, and then nobody could listen there any more.
                if stream.local_addr().ok() == Some(*address) {
                    return Err(io::ErrorKind::ConnectionRefused.into());
                }
                Ok(Stream::Tcp(stream))
            }
            Self::Unix(path) => UnixStream::connect(path).await.map(Stream::Unix),
            Self::Serial(serial) => Port::open(serial).map(Stream::Serial),
        }
    }

    /// Who is there.
    pub(crate) fn peer(&self) -> Peer {
        match self {
            Self::Tcp(address) => Peer::Tcp(*address),
            Self::Unix(path) => Peer::Unix(path.clone()),
            Self::Serial(serial) => Peer::Serial(serial.device.clone()),
        }
    }
}
