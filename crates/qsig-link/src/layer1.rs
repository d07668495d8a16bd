use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use tokio::sync::Mutex;
use tokio::sync::mpsc::Sender;

use crate::connection::{Abandoned, Shared};
use crate::counters::add;
use crate::link::{DownCause, LinkEvent};
use crate::stream::Peer;

/// Whether the line can carry frames, from one connection to the next, and what was told of it.
#[derive(Debug)]
pub(crate) struct Layer1 {
    shared: Arc<Shared>,
    pub(crate) events: Sender<LinkEvent>,
    /// Held while an event is sent, so that events come in the order of what they tell.
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// Of the connection there is.
    peer: Option<Peer>,
    lacks: Lacks,
    /// `Up` was told.
    up: bool,
    /// What was told last, while down.
    told: Option<Discriminant<DownCause>>,
}

/// What a connection still needs to carry frames.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lacks {
    /// The carrier of a serial line.
    pub(crate) carrier: bool,
    /// The idle pattern of a bit stream.
    pub(crate) signal: bool,
}

impl Layer1 {
    pub(crate) fn new(shared: Arc<Shared>, events: Sender<LinkEvent>) -> Self {
        Self { shared, events, state: Mutex::default() }
    }

    /// There is a connection. What it lacks is told later, once it is sure.
    pub(crate) async fn open(&self, peer: Peer, lacks: Lacks) -> Result<(), Abandoned> {
        add(&self.shared.counts.connections, 1);
        let mut state = self.state.lock().await;
        state.peer = Some(peer);
        state.lacks = lacks;
        self.rise(&mut state).await
    }

    /// The carrier is there, or is not.
    pub(crate) async fn carrier(&self, there: bool) -> Result<(), Abandoned> {
        let mut state = self.state.lock().await;
        state.lacks.carrier = !there;
        if there { self.rise(&mut state).await } else { self.fall(&mut state, DownCause::NoCarrier).await }
    }

    /// The idle pattern is there, or why it is not.
    pub(crate) async fn signal(&self, there: Result<(), DownCause>) -> Result<(), Abandoned> {
        let mut state = self.state.lock().await;
        state.lacks.signal = there.is_err();
        match there {
            Ok(()) => self.rise(&mut state).await,
            Err(cause) => self.fall(&mut state, cause).await,
        }
    }

    /// There is no connection.
    pub(crate) async fn close(&self, cause: DownCause) -> Result<(), Abandoned> {
        let mut state = self.state.lock().await;
        state.peer = None;
        self.fall(&mut state, cause).await
    }

    /// No more frames are taken, and nothing is told.
    pub(crate) fn lower(&self) {
        self.shared.queue.lower(&self.shared.counts);
    }

    /// Up, if nothing is lacking.
    async fn rise(&self, state: &mut State) -> Result<(), Abandoned> {
        if state.up || state.lacks.carrier || state.lacks.signal {
            return Ok(());
        }
        if let Some(peer) = state.peer.clone() {
            self.shared.queue.raise();
            // Not before it is told: who closes the connection meanwhile has nothing to take back.
            self.tell(LinkEvent::Up { peer }).await?;
            state.up = true;
        }
        Ok(())
    }

    async fn fall(&self, state: &mut State, cause: DownCause) -> Result<(), Abandoned> {
        self.lower();
        if state.up || state.told != Some(discriminant(&cause)) {
            self.tell(LinkEvent::Down { cause }).await?;
            state.up = false;
            state.told = Some(discriminant(&cause));
        }
        Ok(())
    }

    async fn tell(&self, event: LinkEvent) -> Result<(), Abandoned> {
        self.events.send(event).await.map_err(|_| Abandoned)
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use tokio::sync::mpsc::{Receiver, channel};

    use super::*;
    use crate::{Framing, LinkConfig, NotSent, Role};

    const UA: bytes::Bytes = bytes::Bytes::from_static(&[0x02, 0x01, 0x73]);

    fn layer1() -> (Layer1, Arc<Shared>, Receiver<LinkEvent>) {
        let config = LinkConfig::new(Role::ConnectUnix("a".into()), Framing::Len16);
        let shared = Arc::new(Shared::new(&config));
        let (tell, events) = channel(16);
        (Layer1::new(Arc::clone(&shared), tell), shared, events)
    }

    fn told(events: &mut Receiver<LinkEvent>) -> Vec<String> {
        let mut told = vec![];
        while let Ok(event) = events.try_recv() {
            told.push(match event {
                LinkEvent::Up { .. } => "up".to_owned(),
                LinkEvent::Down { cause } => format!("{cause:?}"),
                other => panic!("{other:?}"),
            });
        }
        told
    }

    fn peer() -> Peer {
        Peer::Serial("ttyS0".into())
    }

    #[tokio::test]
    async fn a_line_is_up_once_it_has_both_carrier_and_signal() {
        for carrier_first in [true, false] {
            let (layer1, shared, mut events) = layer1();
            layer1.open(peer(), Lacks { carrier: true, signal: true }).await.unwrap();
            for carrier in [carrier_first, !carrier_first] {
                assert_eq!(told(&mut events), [""; 0]);
                assert_eq!(shared.send(UA), Err(NotSent::Down));
                if carrier {
                    layer1.carrier(true).await.unwrap();
                } else {
                    layer1.signal(Ok(())).await.unwrap();
                }
            }
            assert_eq!(told(&mut events), ["up"]);
            assert_eq!(shared.send(UA), Ok(()));
            layer1.carrier(false).await.unwrap();
            assert_eq!(told(&mut events), ["NoCarrier"]);
            assert_eq!(shared.send(UA), Err(NotSent::Down));
            assert_eq!(shared.counters().lost, 1);
            layer1.signal(Ok(())).await.unwrap();
            assert_eq!(told(&mut events), [""; 0], "a signal without carrier is nothing");
            layer1.carrier(true).await.unwrap();
            assert_eq!(told(&mut events), ["up"]);
        }
    }

    #[tokio::test]
    async fn a_cause_is_told_once_until_there_is_another_or_the_line_was_up() {
        let (layer1, _, mut events) = layer1();
        for kind in [ErrorKind::NotFound, ErrorKind::PermissionDenied] {
            layer1.close(DownCause::Unreachable(kind)).await.unwrap();
        }
        assert_eq!(told(&mut events), ["Unreachable(NotFound)"]);
        layer1.open(peer(), Lacks { signal: true, carrier: false }).await.unwrap();
        layer1.signal(Err(DownCause::Silent)).await.unwrap();
        layer1.signal(Err(DownCause::Silent)).await.unwrap();
        layer1.signal(Err(DownCause::NoFlags)).await.unwrap();
        assert_eq!(told(&mut events), ["Silent", "NoFlags"]);
        for _ in 0..2 {
            layer1.signal(Ok(())).await.unwrap();
            layer1.signal(Err(DownCause::NoFlags)).await.unwrap();
        }
        assert_eq!(told(&mut events), ["up", "NoFlags", "up", "NoFlags"]);
    }
}
