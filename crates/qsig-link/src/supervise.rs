//! The life of a link: one connection after the other.

use std::sync::Arc;

use tokio::time::sleep;

use crate::config::Backoff;
use crate::connection::{Abandoned, Shared, run};
use crate::counters::add;
use crate::layer1::Layer1;
use crate::link::DownCause;
use crate::stream::{Listener, Stream, Target};

/// Serves one connection at a time until the handle is gone or closes.
pub(crate) async fn listen(listener: Listener, shared: Arc<Shared>, layer1: Layer1) {
    let mut next = None;
    loop {
        let (stream, peer) = if let Some(replacement) = next.take() {
            replacement
        } else {
            tokio::select! {
                biased;
                () = layer1.events.closed() => return,
                () = shared.queue.closed() => return,
                peer = listener.accept() => peer,
            }
        };
        let replacement = async {
            loop {
                let peer = listener.accept().await;
                if shared.is_stale() {
                    return peer;
                }
                add(&shared.counts.turned_away, 1);
            }
        };
        let served = tokio::select! {
            biased;
            served = run(stream, peer, &shared, &layer1) => served,
            peer = replacement => {
                next = Some(peer);
                Ok(DownCause::Replaced)
            }
            () = layer1.events.closed() => Err(Abandoned),
        };
        if end(served, &shared, &layer1).await.is_err() {
            return;
        }
    }
}

/// Connects, or opens the device, again and again until the handle is gone or closes. `opened` is the first
/// connection, if there is one already.
pub(crate) async fn connect(
    target: Target,
    opened: Option<Stream>,
    backoff: Backoff,
    shared: Arc<Shared>,
    layer1: Layer1,
) {
    let mut failures = 0_u32;
    let mut opened = opened;
    loop {
        let attempt = if let Some(stream) = opened.take() {
            Ok(stream)
        } else {
            tokio::select! {
                biased;
                () = layer1.events.closed() => return,
                () = shared.queue.closed() => return,
                attempt = target.reach() => attempt,
            }
        };
        match attempt {
            Ok(stream) => {
                let before = shared.counters().octets_read;
                let served = tokio::select! {
                    biased;
                    served = run(stream, target.peer(), &shared, &layer1) => served,
                    () = layer1.events.closed() => Err(Abandoned),
                };
                // A listener that turns us away accepts, too, and a device may open and be dead; so only who
                // speaks is a far end.
                if shared.counters().octets_read != before {
                    failures = 0;
                }
                if end(served, &shared, &layer1).await.is_err() {
                    return;
                }
            }
            Err(kind) => {
                add(&shared.counts.attempts_failed, 1);
                if layer1.close(DownCause::Unreachable(kind)).await.is_err() {
                    return;
                }
            }
        }
        let wait = backoff.wait(failures);
        failures = failures.saturating_add(1);
        tokio::select! {
            biased;
            () = layer1.events.closed() => return,
            () = shared.queue.closed() => return,
            () = sleep(wait) => {}
        }
    }
}

/// Drops what was queued and tells of the end; an error ends the link.
async fn end(
    served: Result<DownCause, Abandoned>,
    shared: &Shared,
    layer1: &Layer1,
) -> Result<(), Abandoned> {
    layer1.lower();
    layer1.close(served?).await?;
    if shared.queue.closing() { Err(Abandoned) } else { Ok(()) }
}
