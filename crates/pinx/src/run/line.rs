//! The line of a trunk: a task that owns the link.

use std::{net::SocketAddr, time::Duration};

use crate::limits::FRAMES_WAITING;
use bytes::Bytes;
use qsig_link::{DownCause, Link, LinkConfig, LinkEvent};
use tokio::{sync::mpsc, task::JoinHandle, time::sleep};
use tracing::error;

/// Before a link that has failed by a mistake of ours is opened again.
const PAUSE: Duration = Duration::from_secs(1);

/// What a link tells, with the number of its trunk.
pub(crate) type Told = (usize, LinkEvent);

/// A link and the task that carries between it and the runner.
#[derive(Debug)]
pub(crate) struct Line {
    listens: Option<SocketAddr>,
    frames: mpsc::Sender<Bytes>,
    task: JoinHandle<()>,
}

impl Line {
    /// Opens the link; what it tells goes to `events` with the number of the trunk.
    pub(crate) async fn open(
        trunk: usize,
        config: LinkConfig,
        events: mpsc::Sender<Told>,
    ) -> Result<Self, String> {
        let link = Link::open(config.clone()).await.map_err(|error| error.to_string())?;
        let listens = link.local_addr();
        let (frames, to_send) = mpsc::channel::<Bytes>(FRAMES_WAITING);
        let task = tokio::spawn(keep(trunk, config, link, to_send, events));
        Ok(Self { listens, frames, task })
    }

    /// Where a listening TCP link really waits: the system chooses the port when the configuration says 0.
    pub(crate) const fn listens(&self) -> Option<SocketAddr> {
        self.listens
    }

    /// Queues a frame.
    pub(crate) fn send(&self, frame: Bytes) {
        // Layer 2 repeats a frame for which there is no room.
        let _ = self.frames.try_send(frame);
    }

    /// Sends what is queued and closes the link.
    pub(crate) async fn close(self) {
        drop(self.frames);
        // The task ends by itself; if it has failed there is nothing to close.
        let _ = self.task.await;
    }
}

/// Carries both ways until the runner closes the line. A link whose own task has ended, which only a panic in it
/// does, is opened again.
async fn keep(
    trunk: usize,
    config: LinkConfig,
    mut link: Link,
    mut frames: mpsc::Receiver<Bytes>,
    events: mpsc::Sender<Told>,
) {
    loop {
        tokio::select! {
            event = link.next() => {
                let ended = event.is_none();
                let event = event.unwrap_or(LinkEvent::Down { cause: DownCause::Closed });
                if events.send((trunk, event)).await.is_err() {
                    return;
                }
                if ended {
                    drop(link);
                    link = open_again(&config).await;
                }
            }
            frame = frames.recv() => match frame {
                // A frame that the link does not take is lost and counted there.
                Some(frame) => {
                    let _ = link.send(frame);
                }
                None => return link.close().await,
            },
        }
    }
}

async fn open_again(config: &LinkConfig) -> Link {
    loop {
        sleep(PAUSE).await;
        match Link::open(config.clone()).await {
            Ok(link) => return link,
            Err(error) => error!("{error}; trying again"),
        }
    }
}
