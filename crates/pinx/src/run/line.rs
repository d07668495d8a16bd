//! The line of a trunk: a task that owns the link.

use bytes::Bytes;
use qsig_link::{Link, LinkConfig, LinkEvent};
use tokio::{sync::mpsc, task::JoinHandle};

/// How many frames may wait for a link; layer 2 mends what is dropped beyond.
const FRAMES: usize = 256;

/// A link and the task that carries between it and the runner.
#[derive(Debug)]
pub(crate) struct Line {
    frames: mpsc::Sender<Bytes>,
    task: JoinHandle<()>,
}

impl Line {
    /// Opens the link; what it tells goes to `events` with the number of the trunk.
    pub(crate) async fn open(
        trunk: usize,
        config: LinkConfig,
        events: mpsc::Sender<(usize, LinkEvent)>,
    ) -> Result<Self, String> {
        let mut link = Link::open(config).await.map_err(|error| error.to_string())?;
        let (frames, mut to_send) = mpsc::channel::<Bytes>(FRAMES);
        let task = tokio::spawn(async move {
            loop {
                tokio::select! {
                    event = link.next() => {
                        let Some(event) = event else { return };
                        if events.send((trunk, event)).await.is_err() {
                            return;
                        }
                    }
                    frame = to_send.recv() => match frame {
                        // A frame that the link does not take is lost and counted there.
                        Some(frame) => {
                            let _ = link.send(frame);
                        }
                        None => return link.close().await,
                    },
                }
            }
        });
        Ok(Self { frames, task })
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
