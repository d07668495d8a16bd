use std::time::{Duration, Instant};

use qsig_link::{BitOrder, DownCause, Framing, Idle, Link, LinkEvent, NotSent, Role, Serial};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixStream;
use tokio::time::{sleep, timeout};

use crate::null_modem::NullModem;
use crate::{SABME, UA, WATCHDOG, carry, config, down, frame, frames, next, open, up};

const BITS: Framing = Framing::HdlcBits { order: BitOrder::Msb, idle: Idle::Flags };

fn place() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("slot.sock");
    (folder, path)
}

/// A link that listens, and a bare socket that is the line.
async fn with_line(framing: Framing) -> (tempfile::TempDir, Link, UnixStream) {
    let (folder, path) = place();
    let link = open(Role::ListenUnix(path.clone()), framing).await;
    (folder, link, UnixStream::connect(path).await.unwrap())
}

#[tokio::test]
async fn frames_cross_a_serial_line_and_a_socket_in_all_bit_forms() {
    // Each fifth, for at 64 kbit/s all of them take seconds.
    let frames: Vec<_> = frames().into_iter().step_by(15).collect();
    for order in [BitOrder::Msb, BitOrder::Lsb] {
        for idle in [Idle::Flags, Idle::Ones] {
            let framing = Framing::HdlcBits { order, idle };
            let (_folder, path) = place();
            let modem = NullModem::new(Some);
            let [a, b] = modem.devices.clone().map(|device| Role::Serial(Serial::new(device)));
            for [a, b] in [[a, b], [Role::ListenUnix(path.clone()), Role::ConnectUnix(path)]] {
                let mut links = [open(a, framing).await, open(b, framing).await];
                for link in &mut links {
                    up(link).await;
                }
                let [a, mut b] = links;
                carry(&a, &mut b, &frames).await;
                assert_eq!((a.counters().damaged, b.counters().damaged), (0, 0), "{framing:?}");
            }
        }
    }
}

#[tokio::test]
async fn the_line_is_never_silent_and_never_faster_than_64_kbit_per_second() {
    let (_folder, mut link, mut line) = with_line(BITS).await;
    line.write_all(&[0x7E; 8]).await.unwrap();
    up(&mut link).await;
    // More than a second's worth, all at once.
    for _ in 0..40 {
        let _ = link.send(vec![0x55; 264].into());
    }
    let start = Instant::now();
    let mut octets = [0; 4_096];
    let mut got = 0;
    while start.elapsed() < Duration::from_millis(600) {
        let read = timeout(Duration::from_millis(200), line.read(&mut octets)).await;
        got += read.expect("the line is never silent").unwrap();
    }
    let seconds = start.elapsed().as_secs_f64();
    // The lower bound is what a machine that is busy may lose.
    let (least, most) = (8_000.0 * seconds * 0.7, 8_000.0 * seconds + 800.0);
    assert!((least..most).contains(&f64::from(u32::try_from(got).unwrap())), "{got} octets in {seconds} s");
}

#[tokio::test]
async fn a_frame_looks_as_it_does_in_an_e1_slot() {
    let (_folder, mut link, mut line) =
        with_line(Framing::HdlcBits { order: BitOrder::Msb, idle: Idle::Ones }).await;
    line.write_all(&[0xFF]).await.unwrap();
    up(&mut link).await;
    // Made by osmo-e1d: the frame between flags, ones to fill.
    let octets: &[u8] =
        &[0x02, 0x01, 0x01, 0x01, 0x08, 0x01, 0x01, 0x05, 0xA1, 0x04, 0x03, 0x90, 0x10, 0x90, 0xA3];
    link.send(bytes::Bytes::from_static(octets)).unwrap();
    let wanted = [
        0x7E, 0x40, 0x80, 0x80, 0x80, 0x10, 0x80, 0x80, 0xA0, 0x85, 0x20, 0xC0, 0x09, 0x08, 0x09, 0xC5, 0xE6,
        0x51, 0x7E, 0xFF,
    ];
    let mut seen = vec![];
    let found = async {
        loop {
            let mut octets = [0; 256];
            let got = line.read(&mut octets).await.unwrap();
            seen.extend_from_slice(&octets[..got]);
            if seen.windows(wanted.len()).any(|window| window == wanted) {
                return;
            }
        }
    };
    timeout(WATCHDOG, found).await.expect("the frame is in the stream");
}

#[tokio::test]
async fn a_stream_without_flags_or_octets_is_down_and_says_why() {
    let (_folder, mut link, mut line) = with_line(BITS).await;
    assert_eq!(next(&mut link).await, LinkEvent::Down { cause: DownCause::Silent });
    assert_eq!(link.send(SABME), Err(NotSent::Down));
    line.write_all(&[0x7E; 8]).await.unwrap();
    up(&mut link).await;
    let start = Instant::now();
    // An E1 in alarm is all ones.
    let alarm = async {
        loop {
            line.write_all(&[0xFF; 80]).await.unwrap();
            sleep(Duration::from_millis(10)).await;
        }
    };
    let cause = tokio::select! {
        cause = down(&mut link) => cause,
        () = alarm => unreachable!(),
    };
    assert_eq!(cause, DownCause::NoFlags);
    assert!(start.elapsed() > Duration::from_millis(900));
    line.write_all(&[0x7E, 0x7E, 0x7E, 0x7E, 0x7E, 0x40, 0x80, 0xCE, 0x0D, 0xD4, 0x7E]).await.unwrap();
    up(&mut link).await;
    assert_eq!(frame(&mut link).await, UA);
    assert_eq!(down(&mut link).await, DownCause::Silent);
    drop(line);
    // Whether reading or writing finds it first is chance.
    assert!(matches!(down(&mut link).await, DownCause::PeerClosed | DownCause::Broken(_)));
}

#[tokio::test]
async fn a_line_that_is_busy_with_frames_stays_up_without_idle_flags() {
    let (_folder, mut link, mut line) = with_line(BITS).await;
    line.write_all(&[0x7E; 8]).await.unwrap();
    up(&mut link).await;
    let start = Instant::now();
    // Each flag ends one frame and begins the next.
    while start.elapsed() < Duration::from_millis(1_300) {
        line.write_all(&[0x7E, 0x40, 0x80, 0xCE, 0x0D, 0xD4].repeat(8)).await.unwrap();
        sleep(Duration::from_millis(5)).await;
        while let Some(event) = link.try_next() {
            assert_eq!(event, LinkEvent::Frame(UA));
        }
    }
    assert!(link.received() > 100);
}

#[tokio::test]
async fn close_sends_what_is_queued() {
    let (_folder, path) = place();
    let mut far = open(Role::ListenUnix(path.clone()), BITS).await;
    let mut near = open(Role::ConnectUnix(path), BITS).await;
    up(&mut near).await;
    up(&mut far).await;
    for _ in 0..20 {
        near.send(UA).unwrap();
    }
    near.close().await;
    for _ in 0..20 {
        assert_eq!(frame(&mut far).await, UA);
    }
}

#[tokio::test]
async fn frames_that_were_on_the_way_when_the_line_died_are_counted_as_lost() {
    let mut settings = config(Role::ListenUnix(std::path::PathBuf::new()), BITS);
    let (_folder, path) = place();
    settings.role = Role::ListenUnix(path.clone());
    let mut link = Link::open(settings).await.unwrap();
    let mut line = UnixStream::connect(&path).await.unwrap();
    line.write_all(&[0x7E; 8]).await.unwrap();
    up(&mut link).await;
    for _ in 0..25 {
        link.send(vec![0x55; 264].into()).unwrap();
    }
    drop(line);
    down(&mut link).await;
    let counters = link.counters();
    assert!(counters.lost > 0);
    assert_eq!((counters.accepted, link.pending()), (counters.written + counters.lost, 0));
}
