//! Events for readers: server-sent, with a bounded buffer each.
//!
//! The node never waits for a reader. One that falls further behind than the buffer is told so and loses its
//! connection.

use std::convert::Infallible;

use crate::limits::EVENTS_BEHIND;
use axum::response::sse::{Event, KeepAlive, Sse};
use serde_json::{Value, json};
use tokio::sync::broadcast;
use tokio_stream::{Stream, StreamExt, wrappers::BroadcastStream};

/// An event as it is published: its kind, and its data as JSON with `seq` and `time`.
#[derive(Clone, Debug)]
pub(crate) struct Published {
    /// `phone`, `call`, `callback`, `trunk`, `frame` or `fault`.
    pub(crate) kind: &'static str,
    pub(crate) data: Value,
}

/// Where events are published.
#[derive(Clone, Debug)]
pub(crate) struct Publisher {
    sender: broadcast::Sender<Published>,
}

impl Publisher {
    pub(crate) fn new() -> Self {
        Self { sender: broadcast::channel(EVENTS_BEHIND).0 }
    }

    /// Whether anybody reads: building the data is not worth it otherwise.
    pub(crate) fn has_readers(&self) -> bool {
        self.sender.receiver_count() > 0
    }

    pub(crate) fn publish(&self, event: Published) {
        // Nobody reading is no error.
        let _ = self.sender.send(event);
    }

    /// The events from now on. After a `lagged` event the stream ends.
    pub(crate) fn stream(&self, frames: bool) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
        let mut behind = false;
        let events = BroadcastStream::new(self.sender.subscribe())
            .take_while(move |event| !std::mem::replace(&mut behind, event.is_err()))
            .filter(move |event| frames || event.as_ref().map_or(true, |event| event.kind != "frame"))
            .map(|event| {
                let (kind, data) = match event {
                    Ok(event) => (event.kind, event.data),
                    Err(lagged) => {
                        ("lagged", json!({ "error": lagged.to_string(), "hint": "connect again" }))
                    }
                };
                Ok(Event::default().event(kind).data(data.to_string()))
            });
        Sse::new(events).keep_alive(KeepAlive::default())
    }
}
