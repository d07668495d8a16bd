use std::io::ErrorKind;
use std::time::Duration;

use qsig_link::{
    Damage, DownCause, EscapeMap, Flow, Framing, Link, LinkEvent, NotSent, OpenError, Peer, Role, Serial,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{sleep, timeout};

use crate::null_modem::{Device, NullModem};
use crate::{OCTETS, SABME, UA, WATCHDOG, carry, config, down, frame, frames, next, open, up};

fn eats_xon(octet: u8) -> Option<u8> {
    (!matches!(octet, 0x11 | 0x13)).then_some(octet)
}

async fn both(modem: &NullModem, serial: impl Fn(Serial) -> Serial, framing: Framing) -> [Link; 2] {
    let [a, b] = modem.devices.clone().map(|device| Role::Serial(serial(Serial::new(device))));
    let mut links = [open(a, framing).await, open(b, framing).await];
    for link in &mut links {
        up(link).await;
    }
    links
}

#[tokio::test]
async fn all_lengths_and_octets_cross_a_serial_line_both_ways() {
    let modem = NullModem::new(Some);
    let [mut a, mut b] = both(&modem, |serial| serial, OCTETS).await;
    carry(&a, &mut b, &frames()).await;
    carry(&b, &mut a, &frames()).await;
    assert_eq!((a.counters().damaged, b.counters().damaged), (0, 0));
}

#[tokio::test]
async fn the_device_is_the_peer() {
    let device = Device::new();
    let _plugged = device.plug();
    let mut link = open(Role::Serial(Serial::new(device.path())), OCTETS).await;
    assert_eq!(next(&mut link).await, LinkEvent::Up { peer: Peer::Serial(device.path()) });
}

#[tokio::test]
async fn a_line_that_eats_xon_damages_frames_unless_it_is_escaped() {
    let modem = NullModem::new(eats_xon);
    let [a, mut b] = both(&modem, |serial| serial, OCTETS).await;
    a.send((&[0x02, 0x01, 0x11, 0x20][..]).into()).unwrap();
    assert_eq!(next(&mut b).await, LinkEvent::Damaged(Damage::BadFcs));
    a.close().await;
    b.close().await;
    let escape = EscapeMap::XON | EscapeMap::XOFF;
    let [a, mut b] = both(&modem, |serial| serial, Framing::HdlcOctets { escape }).await;
    carry(&a, &mut b, &frames()).await;
}

#[tokio::test]
async fn software_flow_control_escapes_xon_and_xoff_by_itself() {
    let modem = NullModem::new(eats_xon);
    let [a, mut b] = both(&modem, |serial| Serial { flow: Flow::Software, ..serial }, OCTETS).await;
    carry(&a, &mut b, &frames()).await;
    assert!(!modem.seen().iter().any(|octet| matches!(octet, 0x11 | 0x13)));
}

#[tokio::test]
async fn a_silent_line_says_that_it_is_there() {
    let device = Device::new();
    let mut plugged = device.plug();
    let mut config = config(Role::Serial(Serial::new(device.path())), OCTETS);
    config.keep_alive = Some(Duration::from_millis(30));
    let mut link = Link::open(config).await.unwrap();
    up(&mut link).await;
    let mut flags = [0; 3];
    timeout(WATCHDOG, plugged.far.read_exact(&mut flags)).await.unwrap().unwrap();
    assert_eq!(flags, [0x7E; 3]);
    link.send(SABME).unwrap();
    let mut octets = [0; 7];
    timeout(WATCHDOG, plugged.far.read_exact(&mut octets)).await.unwrap().unwrap();
    assert_eq!(octets, [0x7E, 0x02, 0x01, 0x7F, 0xDC, 0xE1, 0x7E]);
}

#[tokio::test]
async fn a_device_that_goes_is_opened_again_when_it_is_back() {
    let device = Device::new();
    let plugged = device.plug();
    let mut link = open(Role::Serial(Serial::new(device.path())), OCTETS).await;
    up(&mut link).await;
    drop(plugged);
    assert_eq!(down(&mut link).await, DownCause::DeviceGone);
    assert_eq!(link.send(SABME), Err(NotSent::Down));
    std::fs::remove_file(device.path()).unwrap();
    assert_eq!(down(&mut link).await, DownCause::Unreachable(ErrorKind::NotFound));
    sleep(Duration::from_millis(150)).await;
    assert_eq!(link.try_next(), None, "that it is still away is told once");
    let mut plugged = device.plug();
    up(&mut link).await;
    plugged.far.write_all(&[0x7E, 0x02, 0x01, 0x73, 0xB0, 0x2B, 0x7E]).await.unwrap();
    assert_eq!(frame(&mut link).await, UA);
}

#[tokio::test]
async fn a_device_that_is_not_there_yet_is_waited_for() {
    let device = Device::new();
    let mut link = open(Role::Serial(Serial::new(device.path())), OCTETS).await;
    assert_eq!(down(&mut link).await, DownCause::Unreachable(ErrorKind::NotFound));
    let _plugged = device.plug();
    up(&mut link).await;
}

#[tokio::test]
async fn a_device_in_use_and_what_is_no_device_are_refused() {
    let device = Device::new();
    let _plugged = device.plug();
    let role = Role::Serial(Serial::new(device.path()));
    let mut link = open(role.clone(), OCTETS).await;
    up(&mut link).await;
    let error = Link::open(config(role.clone(), OCTETS)).await.unwrap_err();
    assert!(matches!(&error, OpenError::DeviceInUse(path) if *path == device.path()), "{error}");
    link.close().await;
    assert!(Link::open(config(role, OCTETS)).await.is_ok(), "a closed link leaves the device");
    let file = tempfile::NamedTempFile::new().unwrap();
    let error = Link::open(config(Role::Serial(Serial::new(file.path())), OCTETS)).await.unwrap_err();
    assert!(matches!(error, OpenError::Device { .. }), "{error}");
}

#[tokio::test]
async fn a_port_without_modem_lines_counts_as_one_with_carrier() {
    let device = Device::new();
    let _plugged = device.plug();
    let serial = Serial { carrier: true, ..Serial::new(device.path()) };
    let mut link = open(Role::Serial(serial), OCTETS).await;
    up(&mut link).await;
}

#[tokio::test]
async fn close_sends_what_is_queued() {
    let modem = NullModem::new(Some);
    let [a, mut b] = both(&modem, |serial| serial, OCTETS).await;
    for _ in 0..100 {
        a.send(UA).unwrap();
    }
    a.close().await;
    for _ in 0..100 {
        assert_eq!(frame(&mut b).await, UA);
    }
}
