use std::time::Duration;

use pinx_tests::{Peer, Rig, Setup};
use qsig_core::Side;

const QUICK: (Duration, Duration) = (Duration::from_millis(300), Duration::from_millis(800));

fn comes_up(side: Side, peer: &str) {
    let mut rig = Rig::new(&Setup::new(side, &["2001"], "6"));
    let peer = Peer::start(peer, "wait-up\nsleep 300\n", rig.port());
    rig.until_link(true);
    rig.finish(peer);
}

#[test]
fn the_link_comes_up_with_libpri_as_network_side() {
    comes_up(Side::User, "--net");
}

#[test]
fn the_link_comes_up_with_libpri_as_user_side() {
    comes_up(Side::Network, "--cpe");
}

#[test]
fn both_ends_as_network_side_are_told_apart_from_silence() {
    let mut rig = Rig::new(&Setup::new(Side::Network, &["2001"], "6"));
    let _peer = Peer::start("--net", "sleep 5000\n", rig.port());
    rig.until_that("the same side at both ends", |rig| rig.told("SameSide"));
}

#[test]
fn a_call_survives_lost_frames() {
    for side in [Side::Network, Side::User] {
        let mut setup = Setup::new(side, &["2001"], "6");
        setup.link_timers = QUICK;
        let mut rig = Rig::new(&setup);
        let script = "wait-up\ndrop rx-i 1\nexpect RING called=6001\nexpect HANGUP_REQ cause=16\nexpect HANGUP_ACK\nsleep 100\n";
        let options = if side == Side::Network { "--cpe" } else { "--net" };
        let peer = Peer::start(options, script, rig.port());
        rig.until_ready(&peer);
        rig.press("2001", "dial:6001");
        rig.until("2001", "connected");
        rig.press("2001", "on-hook");
        rig.finish(peer);
    }
}

#[test]
fn the_link_comes_back_after_silence() {
    let mut setup = Setup::new(Side::Network, &["2001"], "6");
    setup.link_timers = QUICK;
    let mut rig = Rig::new(&setup);
    let script = "wait-up\nmute both\nsleep 4000\nmute off\nexpect RING called=6001 timeout=15000\n\
                  expect HANGUP_REQ cause=16\nexpect HANGUP_ACK\nsleep 100\n";
    let peer = Peer::start("--cpe", script, rig.port());
    rig.until_link(true);
    rig.until_link(false);
    rig.until_link(true);
    rig.pass(Duration::from_millis(1_500));
    rig.press("2001", "dial:6001");
    rig.until("2001", "connected");
    rig.press("2001", "on-hook");
    rig.finish(peer);
}
