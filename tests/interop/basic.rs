use std::time::Duration;

use pinx_tests::{Peer, Place, Rig, Scenario, Setup};
use qsig_core::Side;

/// Pinx calls from 2001, libpri is B.
fn as_a(name: &str) -> (Rig, Peer) {
    let rig = Rig::new(&Setup::new(Side::Network, &["2001"], "6"));
    let scenario = Scenario::read(name);
    let (options, script) = scenario.part(Place::B);
    let peer = Peer::start(options, script, rig.port());
    (rig, peer)
}

/// libpri calls from 2001, Pinx is B; the key is pressed at 6001 before.
fn as_b(name: &str, phones: &[&'static str], key: &str) -> (Rig, Peer) {
    let mut rig = Rig::new(&Setup::new(Side::User, phones, "2"));
    // libpri calls as soon as the link is up.
    rig.press("6001", key);
    let scenario = Scenario::read(name);
    let (options, script) = scenario.part(Place::A);
    let peer = Peer::start(options, script, rig.port());
    (rig, peer)
}

#[test]
fn s01_a_calls_are_answered_and_cleared_from_both_ends() {
    let (mut rig, peer) = as_a("01-basic-answer");
    rig.until_ready(&peer);
    rig.press("2001", "dial:6001");
    rig.until("2001", "connected");
    rig.pass(Duration::from_millis(100));
    rig.press("2001", "on-hook");
    rig.until_that("the channel free", |rig| rig.node().is_quiet());
    rig.press("2001", "dial:6001");
    rig.until("2001", "connected");
    rig.until("2001", "reorder");
    rig.press("2001", "on-hook");
    rig.finish(peer);
}

#[test]
fn s01_b_calls_are_answered_and_cleared_from_both_ends() {
    let (mut rig, peer) = as_b("01-basic-answer", &["6001"], "answer-after:20");
    rig.until("6001", "connected");
    rig.until("6001", "reorder");
    rig.press("6001", "on-hook");
    rig.until("6001", "connected");
    assert_eq!(rig.phone("6001").display, ["Connected to 2001 Alice"]);
    rig.pass(Duration::from_millis(50));
    rig.press("6001", "on-hook");
    rig.finish(peer);
}

#[test]
fn s02_a_hears_why_a_call_failed() {
    let (mut rig, peer) = as_a("02-basic-unsuccessful");
    rig.until_ready(&peer);
    rig.press("2001", "dial:6001");
    rig.until("2001", "busy");
    assert_eq!(rig.phone("2001").softkeys, ["CallBack"]);
    rig.press("2001", "on-hook");
    rig.press("2001", "dial:6002");
    rig.until_that("ringback tone", |rig| rig.phone("2001").tone == qsig_pinx::Tone::Ringback);
    rig.pass(Duration::from_millis(150));
    rig.press("2001", "on-hook");
    for (number, why) in [
        ("6003", "Call rejected"),
        ("6004", "No circuit or channel available"),
        ("6005", "Unallocated number"),
    ] {
        rig.press("2001", &format!("dial:{number}"));
        rig.until("2001", "reorder");
        assert_eq!(rig.phone("2001").display, [why]);
        rig.press("2001", "on-hook");
    }
    rig.finish(peer);
}

#[test]
fn s02_b_tells_why_a_call_failed() {
    let (mut rig, peer) = as_b("02-basic-unsuccessful", &["6001", "6002", "6003", "6004"], "off-hook");
    rig.until("6002", "ringing");
    rig.until("6002", "idle");
    for (number, key) in [("6003", "reject:21"), ("6004", "reject:34")] {
        rig.until(number, "ringing");
        rig.press(number, key);
    }
    rig.finish(peer);
}
