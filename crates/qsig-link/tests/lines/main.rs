//! Links over pseudo terminals and UNIX sockets, with real but short times.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by a panic, in its own functions, too"
)]

mod bits;
mod null_modem;
mod serial;
mod socat;
mod unix;

use std::time::Duration;

use bytes::Bytes;
use qsig_link::{DownCause, EscapeMap, Framing, Link, LinkConfig, LinkEvent, Role};
use tokio::time::{sleep, timeout};

const OCTETS: Framing = Framing::HdlcOctets { escape: EscapeMap::empty() };
const SABME: Bytes = Bytes::from_static(&[0x02, 0x01, 0x7F]);
const UA: Bytes = Bytes::from_static(&[0x02, 0x01, 0x73]);
const WATCHDOG: Duration = Duration::from_secs(10);

fn config(role: Role, framing: Framing) -> LinkConfig {
    let mut config = LinkConfig::new(role, framing);
    config.backoff.first = Duration::from_millis(20);
    config.backoff.longest = Duration::from_millis(100);
    config
}

async fn open(role: Role, framing: Framing) -> Link {
    Link::open(config(role, framing)).await.unwrap()
}

async fn next(link: &mut Link) -> LinkEvent {
    timeout(WATCHDOG, link.next()).await.expect("an event in time").expect("the link is there")
}

async fn up(link: &mut Link) {
    loop {
        if let LinkEvent::Up { .. } = next(link).await {
            return;
        }
    }
}

async fn down(link: &mut Link) -> DownCause {
    loop {
        if let LinkEvent::Down { cause } = next(link).await {
            return cause;
        }
    }
}

/// The next frame; anything but a frame is a failure.
async fn frame(link: &mut Link) -> Bytes {
    match next(link).await {
        LinkEvent::Frame(frame) => frame,
        other => panic!("a frame was wanted, {other:?} came"),
    }
}

/// Queues a frame, once there is room.
async fn send(link: &Link, frame: &Bytes) {
    let room = async {
        while link.backlog() > 4_096 {
            sleep(Duration::from_millis(1)).await;
        }
    };
    timeout(WATCHDOG, room).await.expect("the line takes frames");
    link.send(frame.clone()).unwrap();
}

/// Frames of all lengths, and of all octets.
fn frames() -> Vec<Bytes> {
    let mut value = 0_u8;
    (3..=264)
        .map(|length| {
            std::iter::repeat_with(|| {
                value = value.wrapping_add(1);
                value
            })
            .take(length)
            .collect()
        })
        .collect()
}

/// Sends frames one way, and sees all of them come, in order.
async fn carry(from: &Link, to: &mut Link, frames: &[Bytes]) {
    let sending = async {
        for frame in frames {
            send(from, frame).await;
        }
    };
    let taking = async {
        for wanted in frames {
            assert_eq!(frame(to).await, *wanted);
        }
    };
    tokio::join!(sending, taking);
}
