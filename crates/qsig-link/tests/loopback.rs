//! Links over real loopback sockets, with real but short times.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by a panic, in its own functions, too"
)]

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;
use qsig_link::{
    Damage, DownCause, EscapeMap, Framer, FramerError, Framing, Link, LinkConfig, LinkEvent, NotSent,
    OpenError, Peer, Role,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

const ANY_PORT: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 0);
const SABME: Bytes = Bytes::from_static(&[0x02, 0x01, 0x7F]);
const UA: Bytes = Bytes::from_static(&[0x02, 0x01, 0x73]);
const WATCHDOG: Duration = Duration::from_secs(5);

fn config(role: Role) -> LinkConfig {
    let mut config = LinkConfig::new(role, Framing::Len16);
    config.backoff.first = Duration::from_millis(20);
    config.backoff.longest = Duration::from_millis(100);
    config
}

async fn listening() -> (Link, SocketAddr) {
    let link = Link::open(config(Role::Listen(ANY_PORT))).await.unwrap();
    let address = link.local_addr().unwrap();
    (link, address)
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

/// Waits until something that no event tells has come about.
async fn eventually(what: &str, mut reached: impl FnMut() -> bool) {
    let wait = async {
        while !reached() {
            sleep(Duration::from_millis(1)).await;
        }
    };
    timeout(WATCHDOG, wait).await.expect(what);
}

/// A listening link and a bare socket connected to it.
async fn with_socket() -> (Link, TcpStream) {
    let (mut link, address) = listening().await;
    let socket = TcpStream::connect(address).await.unwrap();
    assert_eq!(next(&mut link).await, LinkEvent::Up { peer: Peer::Tcp(socket.local_addr().unwrap()) });
    (link, socket)
}

#[tokio::test]
async fn frames_go_both_ways_in_both_framings() {
    for framing in [Framing::Len16, Framing::HdlcOctets { escape: EscapeMap::XON }] {
        let mut far_config = config(Role::Listen(ANY_PORT));
        far_config.framing = framing;
        let mut far = Link::open(far_config).await.unwrap();
        let mut near_config = config(Role::Connect(far.local_addr().unwrap()));
        near_config.framing = framing;
        let mut near = Link::open(near_config).await.unwrap();
        up(&mut near).await;
        up(&mut far).await;
        let frames: Vec<_> = (3..=264).map(|length| Bytes::from(vec![0x7E; length])).collect();
        for frame in &frames {
            near.send(frame.clone()).unwrap();
            far.send(frame.slice(..3)).unwrap();
        }
        for frame in &frames {
            assert_eq!(next(&mut far).await, LinkEvent::Frame(frame.clone()));
            assert_eq!(next(&mut near).await, LinkEvent::Frame(frame.slice(..3)));
        }
        // A frame can be here a moment before it is counted there.
        eventually("all is counted", || near.pending() + far.pending() == 0 && far.received() == 262).await;
        assert_eq!((near.written(), near.received(), near.backlog()), (262, 262, 0));
        assert_eq!((far.written(), far.received(), far.backlog()), (262, 262, 0));
    }
}

#[tokio::test]
async fn len16_is_two_octets_of_length_and_the_frame() {
    let (mut link, mut socket) = with_socket().await;
    link.send(SABME).unwrap();
    let mut octets = [0; 5];
    socket.read_exact(&mut octets).await.unwrap();
    assert_eq!(octets, [0x00, 0x03, 0x02, 0x01, 0x7F]);
    socket.write_all(&[0x00, 0x03, 0x02, 0x01, 0x73]).await.unwrap();
    assert_eq!(next(&mut link).await, LinkEvent::Frame(UA));
}

#[tokio::test]
async fn keep_alives_are_counted_and_short_frames_are_damage() {
    let (mut link, mut socket) = with_socket().await;
    socket.write_all(&[0, 0, 0, 0, 0, 2, 1, 2, 0, 3, 0x02, 0x01, 0x73]).await.unwrap();
    assert_eq!(next(&mut link).await, LinkEvent::Damaged(Damage::TooShort));
    assert_eq!(next(&mut link).await, LinkEvent::Frame(UA));
    // An event can be taken a moment before it is counted.
    eventually("the frame is counted", || link.received() == 1).await;
    let counters = link.counters();
    assert_eq!((counters.keep_alives, counters.damaged), (2, 1));
}

#[tokio::test]
async fn a_length_too_long_closes_and_the_link_serves_the_next() {
    let (mut link, mut socket) = with_socket().await;
    socket.write_all(&[0, 3, 0x02, 0x01, 0x73, 1, 9]).await.unwrap();
    assert_eq!(next(&mut link).await, LinkEvent::Frame(UA));
    assert_eq!(next(&mut link).await, LinkEvent::Down { cause: DownCause::TooLong { length: 265 } });
    let end = timeout(WATCHDOG, socket.read(&mut [0; 1])).await.unwrap();
    assert!(matches!(end, Ok(0) | Err(_)), "the connection is closed: {end:?}");
    let _socket = TcpStream::connect(link.local_addr().unwrap()).await.unwrap();
    up(&mut link).await;
}

#[tokio::test]
async fn the_connecting_side_comes_back_when_the_far_end_does() {
    let (mut far, address) = listening().await;
    let mut near = Link::open(config(Role::Connect(address))).await.unwrap();
    up(&mut near).await;
    up(&mut far).await;
    drop(far);
    assert!(matches!(down(&mut near).await, DownCause::PeerClosed | DownCause::Broken(_)));
    assert_eq!(near.send(SABME), Err(NotSent::Down));
    assert_eq!(down(&mut near).await, DownCause::Unreachable(ErrorKind::ConnectionRefused));
    eventually("more attempts", || near.counters().attempts_failed > 2).await;
    assert_eq!(near.try_next(), None, "failures in a row are told once");
    let mut far = Link::open(config(Role::Listen(address))).await.unwrap();
    up(&mut near).await;
    up(&mut far).await;
    near.send(SABME).unwrap();
    assert_eq!(next(&mut far).await, LinkEvent::Frame(SABME));
    assert_eq!(near.counters().connections, 2);
}

#[tokio::test]
async fn a_link_that_nobody_answers_says_so_once_and_waits() {
    let port = TcpListener::bind(ANY_PORT).await.unwrap().local_addr().unwrap();
    let mut near = Link::open(config(Role::Connect(port))).await.unwrap();
    let cause = DownCause::Unreachable(ErrorKind::ConnectionRefused);
    assert_eq!(next(&mut near).await, LinkEvent::Down { cause });
    assert_eq!(near.send(SABME), Err(NotSent::Down));
    let _far = Link::open(config(Role::Listen(port))).await.unwrap();
    up(&mut near).await;
}

#[tokio::test]
async fn a_second_connection_is_turned_away_while_the_first_is_healthy() {
    let (mut link, mut first) = with_socket().await;
    let mut second = TcpStream::connect(link.local_addr().unwrap()).await.unwrap();
    assert_eq!(timeout(WATCHDOG, second.read(&mut [0; 1])).await.unwrap().unwrap(), 0);
    assert_eq!(link.counters().turned_away, 1);
    first.write_all(&[0, 3, 0x02, 0x01, 0x7F]).await.unwrap();
    assert_eq!(next(&mut link).await, LinkEvent::Frame(SABME));
    assert_eq!(link.counters().connections, 1);
}

#[tokio::test]
async fn a_silent_connection_makes_way_for_a_new_one() {
    let mut config = config(Role::Listen(ANY_PORT));
    config.stale_after = Duration::from_millis(50);
    let mut link = Link::open(config).await.unwrap();
    let address = link.local_addr().unwrap();
    let _silent = TcpStream::connect(address).await.unwrap();
    up(&mut link).await;
    sleep(Duration::from_millis(80)).await;
    let mut second = TcpStream::connect(address).await.unwrap();
    assert_eq!(down(&mut link).await, DownCause::Replaced);
    up(&mut link).await;
    second.write_all(&[0, 3, 0x02, 0x01, 0x7F]).await.unwrap();
    assert_eq!(next(&mut link).await, LinkEvent::Frame(SABME));
}

#[tokio::test]
async fn a_far_end_that_does_not_read_costs_frames_and_the_connection_but_no_memory() {
    let mut config = config(Role::Listen(ANY_PORT));
    config.stale_after = Duration::from_millis(200);
    let mut link = Link::open(config).await.unwrap();
    let _deaf = TcpStream::connect(link.local_addr().unwrap()).await.unwrap();
    up(&mut link).await;
    let frame = Bytes::from_static(&[0x55; 264]);
    let flood = async {
        let mut full = false;
        loop {
            match link.send(frame.clone()) {
                Ok(()) => {}
                Err(NotSent::Full) => full = true,
                Err(other) => return (full, other),
            }
            assert!(link.backlog() <= 65_536);
            tokio::task::yield_now().await;
        }
    };
    assert_eq!(timeout(WATCHDOG, flood).await.unwrap(), (true, NotSent::Down));
    assert_eq!(down(&mut link).await, DownCause::Stalled);
    let counters = link.counters();
    assert!(counters.refused > 0 && counters.lost > 0);
    assert_eq!(counters.accepted, counters.written + counters.lost);
    assert_eq!(link.pending(), 0);
}

#[tokio::test]
async fn garbage_harms_nothing_in_either_framing() {
    for framing in [Framing::Len16, Framing::HdlcOctets { escape: EscapeMap::empty() }] {
        let mut config = config(Role::Listen(ANY_PORT));
        config.framing = framing;
        let mut link = Link::open(config).await.unwrap();
        let address = link.local_addr().unwrap();
        // A fixed sequence of octets without order (xorshift).
        let mut state = 0x9E37_79B9_u32;
        for _ in 0..20 {
            let garbage = std::iter::repeat_with(|| {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                state.to_le_bytes()[0]
            });
            let garbage: Vec<u8> = garbage.take(5_000).collect();
            let mut socket = TcpStream::connect(address).await.unwrap();
            up(&mut link).await;
            // The link may have closed it already.
            let _ = socket.write_all(&garbage).await;
            drop(socket);
            down(&mut link).await;
        }
        let mut socket = TcpStream::connect(address).await.unwrap();
        up(&mut link).await;
        let mut octets = vec![];
        Framer::new(framing).encode(&SABME, &mut octets).unwrap();
        socket.write_all(&octets).await.unwrap();
        assert_eq!(next(&mut link).await, LinkEvent::Frame(SABME), "{framing:?}");
    }
}

#[tokio::test]
async fn close_sends_what_is_queued() {
    let (link, mut socket) = with_socket().await;
    for _ in 0..100 {
        link.send(UA).unwrap();
    }
    link.close().await;
    let mut octets = vec![];
    timeout(WATCHDOG, socket.read_to_end(&mut octets)).await.unwrap().unwrap();
    assert_eq!(octets.len(), 500);
}

#[tokio::test]
async fn close_ends_at_once_without_a_connection() {
    let (listening, address) = listening().await;
    timeout(Duration::from_millis(500), listening.close()).await.expect("the listener closes");
    let connecting = Link::open(config(Role::Connect(address))).await.unwrap();
    timeout(Duration::from_millis(500), connecting.close()).await.expect("the connector closes");
}

#[tokio::test]
async fn dropping_the_handle_frees_connection_and_port() {
    let (link, mut socket) = with_socket().await;
    let address = link.local_addr().unwrap();
    drop(link);
    assert_eq!(timeout(WATCHDOG, socket.read(&mut [0; 1])).await.unwrap().unwrap(), 0);
    let again = async {
        while Link::open(config(Role::Listen(address))).await.is_err() {
            sleep(Duration::from_millis(1)).await;
        }
    };
    timeout(WATCHDOG, again).await.expect("the port is free");
}

#[tokio::test]
async fn a_port_in_use_and_a_foreign_address_are_refused() {
    let (_link, address) = listening().await;
    let error = Link::open(config(Role::Listen(address))).await.unwrap_err();
    assert!(matches!(error, OpenError::PortInUse(taken) if taken == address));
    assert!(error.to_string().contains(&address.port().to_string()));
    let foreign = "192.0.2.1:7001".parse().unwrap();
    for role in [Role::Listen(foreign), Role::Connect(foreign), Role::Listen("0.0.0.0:0".parse().unwrap())] {
        assert!(matches!(Link::open(config(role)).await, Err(OpenError::Insecure(_))));
    }
    let mut open = config(Role::Listen("0.0.0.0:0".parse().unwrap()));
    open.insecure = true;
    assert!(Link::open(open).await.is_ok());
    let mut elsewhere = config(Role::Listen(foreign));
    elsewhere.insecure = true;
    assert!(matches!(Link::open(elsewhere).await, Err(OpenError::Listen { .. })));
}

#[tokio::test]
async fn an_impossible_frame_is_refused() {
    let (link, _socket) = with_socket().await;
    let long = FramerError::TooLong { length: 265 };
    assert_eq!(link.send(Bytes::from_static(&[0; 265])), Err(NotSent::Length(long)));
    assert_eq!(link.counters().refused, 1);
}
