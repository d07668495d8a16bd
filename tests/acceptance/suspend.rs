//! User A is busy when user B becomes free.

use qsig_pinx::{Profile, profile::CISCO};

use crate::world::{Reach, World};

/// A is in a call when B hangs up.
fn busy_when_b_is_free(reach: Reach, profile: Profile) -> World {
    let mut world = World::new(profile);
    world.ask_on_busy(reach);
    world.talk("1001", "1004");
    world.hang_up(reach.b(), reach.neighbour());
    world
}

#[test]
fn s3_50_51_and_56_the_suspend_operation_crosses_the_trunk() {
    let mut world = busy_when_b_is_free(Reach::Trunk, CISCO);
    world.callback("suspended");
    assert_eq!(world.sent(0, "ccSuspend"), 1);
    assert!(world.node("1001").callbacks()[0].suspended);
    world.seconds(1);
    assert!(world.node("2001").callbacks()[0].suspended);
}

#[test]
fn s3_52_while_suspended_b_is_not_watched() {
    let mut world = busy_when_b_is_free(Reach::Trunk, CISCO);
    world.callback("suspended");
    for _ in 0..3 {
        world.press("2001", "off-hook");
        world.seconds(30);
        world.press("2001", "on-hook");
        world.seconds(30);
    }
    assert_eq!(world.sent(1, "ccExecPossible"), 1, "the one that was answered with ccSuspend");
}

#[test]
fn s3_53_54_and_62_resume_looks_at_b_again() {
    let mut world = busy_when_b_is_free(Reach::Trunk, CISCO);
    world.callback("suspended");
    world.talk("2001", "2002");
    world.hang_up("1001", "1004");
    world.callback("resumed");
    assert_eq!(world.sent(0, "ccResume"), 1, "S3-53");
    world.seconds(120);
    assert!(world.alerts.is_empty(), "B talks");
    world.hang_up("2001", "2002");
    world.callback("free");
    assert_eq!(world.alerts.len(), 1, "S3-62");
    assert_eq!(world.phone("1001").display[0], "2001 has become available");
}

#[test]
fn s3_62_resume_finds_b_still_idle() {
    let mut world = busy_when_b_is_free(Reach::Trunk, CISCO);
    world.callback("suspended");
    world.hang_up("1001", "1004");
    world.callback("free");
    assert_eq!(world.alerts.len(), 1);
}

#[test]
fn s3_55_it_works_between_neighbours() {
    let mut world = busy_when_b_is_free(Reach::Local, CISCO);
    world.callback("suspended");
    world.seconds(60);
    assert!(world.alerts.is_empty());
    world.hang_up("1001", "1004");
    world.callback("resumed");
    world.callback("free");
    assert_eq!(world.alerts.len(), 1);
}

#[test]
fn s3_59_the_busy_trigger_decides() {
    for reach in Reach::BOTH {
        let mut world = busy_when_b_is_free(reach, CISCO);
        world.callback("suspended");

        let mut world = busy_when_b_is_free(reach, Profile { busy_trigger: 2, ..CISCO });
        world.callback("free");
        assert_eq!(world.alerts.len(), 1, "with a trigger of 2 the alert comes during the call");
        assert_eq!(world.phone("1001").state, "connected");
        assert_eq!(world.phone("1001").display[0], format!("{} has become available", reach.b()));
    }
}

#[test]
fn s3_60_and_61_no_alert_and_no_notice_while_suspended() {
    for reach in Reach::BOTH {
        let mut world = busy_when_b_is_free(reach, CISCO);
        world.callback("suspended");
        world.seconds(300);
        assert!(world.alerts.is_empty(), "S3-60");
        assert_eq!(world.phone("1001").display, ["Connected to 1004"], "S3-61");
    }
}
