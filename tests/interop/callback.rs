use std::time::Duration;

use pinx_tests::{Peer, Place, Rig, Scenario, Setup};
use qsig_core::Side;
use qsig_pinx::profile::Connection;

/// Pinx asks for the callback from 2001, libpri is B.
fn as_a(name: &str, side: Side, proposal: Connection) -> (Rig, Peer) {
    let mut setup = Setup::new(side, &["2001"], "6");
    setup.profile.proposal = proposal;
    let mut rig = Rig::new(&setup);
    let scenario = Scenario::read(name);
    let (options, script) = scenario.part(Place::B);
    let peer = Peer::start(options, script, rig.port());
    rig.until_ready(&peer);
    (rig, peer)
}

/// What 6001 is doing when libpri calls.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phone {
    Busy,
    Idle,
}

/// libpri asks for the callback, Pinx has 6001.
fn as_b(name: &str, side: Side, phone: Phone) -> (Rig, Peer) {
    let mut rig = Rig::new(&Setup::new(side, &["6001"], "2"));
    if phone == Phone::Busy {
        rig.press("6001", "off-hook");
    }
    let scenario = Scenario::read(name);
    let (options, script) = scenario.part(Place::A);
    let peer = Peer::start(options, script, rig.port());
    rig.until_link(true);
    (rig, peer)
}

/// 2001 meets a busy 6001 and asks for a callback.
fn ask_on_busy(rig: &mut Rig) {
    rig.press("2001", "dial:6001");
    rig.until("2001", "busy");
    rig.press("2001", "softkey:CallBack");
    rig.until_callback("accepted");
    rig.press("2001", "on-hook");
}

/// 6001 is free: 2001 is recalled, takes it, talks, hangs up.
fn recall(mut rig: Rig, peer: Peer) {
    rig.until_callback("free");
    rig.until("2001", "recall");
    rig.press("2001", "off-hook");
    rig.until_callback("ended connected");
    rig.until("2001", "connected");
    rig.pass(Duration::from_millis(100));
    rig.press("2001", "on-hook");
    rig.finish(peer);
}

/// 6001 is told of the recall by its ring, answers, and hangs up after 2001 did.
fn be_recalled(mut rig: Rig, peer: Peer) {
    rig.until("6001", "ringing");
    rig.press("6001", "off-hook");
    rig.until_callback("ended connected");
    rig.until("6001", "reorder");
    rig.press("6001", "on-hook");
    rig.finish(peer);
}

#[test]
fn s03_a_ccbs_with_a_retained_connection() {
    let (mut rig, peer) = as_a("03-ccbs-retained", Side::Network, Connection::Retain);
    ask_on_busy(&mut rig);
    recall(rig, peer);
}

#[test]
fn s04_a_ccbs_with_a_released_connection() {
    let (mut rig, peer) = as_a("04-ccbs-not-retained", Side::Network, Connection::Release);
    ask_on_busy(&mut rig);
    recall(rig, peer);
}

#[test]
fn s05_a_ccnr_with_the_connection_left_to_libpri() {
    let (mut rig, peer) = as_a("05-ccnr-retained", Side::User, Connection::Either);
    rig.press("2001", "dial:6001");
    rig.until_that("ringback tone", |rig| rig.phone("2001").tone == qsig_pinx::Tone::Ringback);
    rig.press("2001", "softkey:CallBack");
    rig.until_callback("accepted");
    rig.press("2001", "on-hook");
    recall(rig, peer);
}

#[test]
fn s06_a_suspends_while_busy_and_resumes() {
    let (mut rig, peer) = as_a("06-suspend-resume-retained", Side::Network, Connection::Retain);
    ask_on_busy(&mut rig);
    rig.press("2001", "off-hook");
    rig.until_callback("suspended");
    rig.pass(Duration::from_millis(300));
    rig.press("2001", "on-hook");
    rig.until_callback("resumed");
    recall(rig, peer);
}

#[test]
fn s03_b_ccbs_with_a_retained_connection() {
    let (mut rig, peer) = as_b("03-ccbs-retained", Side::User, Phone::Busy);
    rig.until_callback("accepted");
    rig.pass(Duration::from_millis(200));
    rig.press("6001", "on-hook");
    rig.until_callback("free");
    be_recalled(rig, peer);
}

#[test]
fn s04_b_ccbs_with_a_released_connection() {
    let (mut rig, peer) = as_b("04-ccbs-not-retained", Side::User, Phone::Busy);
    rig.until_callback("accepted");
    rig.pass(Duration::from_millis(200));
    rig.press("6001", "on-hook");
    rig.until_callback("free");
    be_recalled(rig, peer);
}

#[test]
fn s05_b_ccnr_matures_when_the_phone_is_used() {
    let (mut rig, peer) = as_b("05-ccnr-retained", Side::Network, Phone::Idle);
    rig.until("6001", "ringing");
    rig.until("6001", "idle");
    rig.until_callback("accepted");
    rig.press("6001", "off-hook");
    rig.pass(Duration::from_millis(100));
    rig.press("6001", "on-hook");
    rig.until_callback("free");
    be_recalled(rig, peer);
}

#[test]
fn s06_b_is_suspended_and_resumed() {
    let (mut rig, peer) = as_b("06-suspend-resume-retained", Side::User, Phone::Busy);
    rig.until_callback("accepted");
    rig.pass(Duration::from_millis(200));
    rig.press("6001", "on-hook");
    rig.until_callback("free");
    rig.until_callback("suspended");
    rig.until_callback("resumed");
    rig.until_callback("free");
    be_recalled(rig, peer);
}
