//! The life of a link: one connection after the other.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::Sender;
use tokio::time::{sleep, timeout};

use crate::config::Backoff;
use crate::connection::{Abandoned, Shared, run};
use crate::counters::add;
use crate::link::{DownCause, LinkEvent};

/// How long one attempt to connect may take.
const CONNECT: Duration = Duration::from_secs(10);
/// How long to wait when the system cannot accept, for instance for want of file descriptors.
const ACCEPT_AGAIN: Duration = Duration::from_millis(200);

type Peer = (TcpStream, SocketAddr);

/// Serves one connection at a time until the handle is gone or closes.
pub(crate) async fn listen(listener: TcpListener, shared: Arc<Shared>, events: Sender<LinkEvent>) {
    let mut next = None;
    loop {
        let (stream, peer) = if let Some(replacement) = next.take() {
            replacement
        } else {
            tokio::select! {
                biased;
                () = events.closed() => return,
                () = shared.queue.closed() => return,
                peer = accept(&listener) => peer,
            }
        };
        let replacement = async {
            loop {
                let peer = accept(&listener).await;
                if shared.is_stale() {
                    return peer;
                }
                add(&shared.counts.turned_away, 1);
            }
        };
        let served = tokio::select! {
            biased;
            served = serve(stream, peer, &shared, &events) => served,
            peer = replacement => {
                next = Some(peer);
                Ok(DownCause::Replaced)
            }
            () = events.closed() => Err(Abandoned),
        };
        if end(served, &shared, &events).await.is_err() {
            return;
        }
    }
}

/// Connects again and again until the handle is gone or closes.
pub(crate) async fn connect(
    address: SocketAddr,
    backoff: Backoff,
    shared: Arc<Shared>,
    events: Sender<LinkEvent>,
) {
    let mut failures = 0_u32;
    let mut told = false;
    loop {
        let attempt = tokio::select! {
            biased;
            () = events.closed() => return,
            () = shared.queue.closed() => return,
            attempt = reach(address) => attempt,
        };
        match attempt {
            Ok(stream) => {
                told = false;
                let before = shared.counters();
                let served = tokio::select! {
                    biased;
                    served = serve(stream, address, &shared, &events) => served,
                    () = events.closed() => Err(Abandoned),
                };
                let after = shared.counters();
                // A listener that turns us away accepts, too; so only who speaks is a far end.
                if (after.received, after.keep_alives) != (before.received, before.keep_alives) {
                    failures = 0;
                }
                if end(served, &shared, &events).await.is_err() {
                    return;
                }
            }
            Err(kind) => {
                add(&shared.counts.attempts_failed, 1);
                let cause = DownCause::Unreachable(kind);
                if !told && events.send(LinkEvent::Down { cause }).await.is_err() {
                    return;
                }
                told = true;
            }
        }
        let wait = backoff.wait(failures);
        failures = failures.saturating_add(1);
        tokio::select! {
            biased;
            () = events.closed() => return,
            () = shared.queue.closed() => return,
            () = sleep(wait) => {}
        }
    }
}

async fn accept(listener: &TcpListener) -> Peer {
    loop {
        match listener.accept().await {
            Ok(peer) => return peer,
            Err(_) => sleep(ACCEPT_AGAIN).await,
        }
    }
}

async fn reach(address: SocketAddr) -> Result<TcpStream, io::ErrorKind> {
    let attempt = timeout(CONNECT, TcpStream::connect(address)).await;
    let stream = attempt.map_err(|_| io::ErrorKind::TimedOut)?.map_err(|error| error.kind())?;
    // Where nobody listens at a port of the range for outgoing connections, the system may by chance connect
    // the socket to itself, and then nobody could listen there any more.
    if stream.local_addr().ok() == Some(address) {
        return Err(io::ErrorKind::ConnectionRefused);
    }
    Ok(stream)
}

async fn serve(
    stream: TcpStream,
    peer: SocketAddr,
    shared: &Shared,
    events: &Sender<LinkEvent>,
) -> Result<DownCause, Abandoned> {
    // Without it the link is slow, but works.
    let _ = stream.set_nodelay(true);
    add(&shared.counts.connections, 1);
    shared.queue.raise();
    events.send(LinkEvent::Up { peer }).await.map_err(|_| Abandoned)?;
    run(stream, shared, events).await
}

/// Drops what was queued and tells of the end; an error ends the link.
async fn end(
    served: Result<DownCause, Abandoned>,
    shared: &Shared,
    events: &Sender<LinkEvent>,
) -> Result<(), Abandoned> {
    shared.queue.lower();
    // All that was accepted and not written is lost, also what the writer had taken from the queue.
    let written = shared.counts.written.load(Ordering::Relaxed);
    let accepted = shared.counts.accepted.load(Ordering::Relaxed);
    shared.counts.lost.store(accepted.saturating_sub(written), Ordering::Relaxed);
    let cause = served?;
    events.send(LinkEvent::Down { cause }).await.map_err(|_| Abandoned)?;
    if shared.queue.closing() { Err(Abandoned) } else { Ok(()) }
}
