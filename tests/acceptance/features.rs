//! Hold, do not disturb, forwarding and the restart of a phone, and what they mean for callbacks.

use qsig_pinx::profile::{CISCO, QSIG};

use crate::world::{Reach, World};

#[test]
fn a_call_is_held_and_taken_back() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        assert!(world.try_press("1001", "hold").is_err());
        world.talk("1001", reach.b());
        for phone in ["1001", reach.b()] {
            world.press(phone, "hold");
            assert_eq!(world.phone(phone).state, "held");
            assert!(world.try_press(phone, "hold").is_err());
            world.seconds(1);
            world.press(phone, "retrieve");
            assert_eq!(world.phone(phone).state, "connected");
        }
        world.press("1001", "hold");
        world.press(reach.b(), "on-hook");
        world.until("1001", "reorder");
        world.press("1001", "on-hook");
        world.assert_quiet();
    }
}

#[test]
fn who_hangs_up_a_held_call_ends_it() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        world.talk("1001", reach.b());
        world.press("1001", "hold");
        world.hang_up("1001", reach.b());
        world.assert_quiet();
    }
}

/// S1-06 and S1-09: accepted, and held until the feature is off and the phone was used.
#[test]
fn a_callback_on_who_is_not_to_be_disturbed_waits_for_the_feature_and_the_hook() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        world.press(reach.b(), "dnd:on");
        assert!(world.phone(reach.b()).lamps.contains(&("dnd", true)));
        world.leave_callback("1001", reach.b());
        world.press(reach.b(), "off-hook");
        world.press(reach.b(), "on-hook");
        world.seconds(60);
        assert_eq!(world.phone("1001").state, "idle", "the feature is on");
        world.press(reach.b(), "dnd:off");
        world.seconds(60);
        assert_eq!(world.phone("1001").state, "idle", "the phone was not used");
        world.press(reach.b(), "off-hook");
        world.press(reach.b(), "on-hook");
        world.until("1001", "recall");
        world.press("1001", "off-hook");
        world.until(reach.b(), "ringing");
    }
}

#[test]
fn who_was_disturbed_before_gets_ordinary_calls_as_soon_as_the_feature_is_off() {
    let mut world = World::new(QSIG);
    world.press("1002", "dnd:on");
    world.press("1002", "dnd:off");
    world.talk("1001", "1002");
}

#[test]
fn calls_are_forwarded_always_when_busy_and_when_nobody_answers() {
    for reach in Reach::BOTH {
        let (b, c) = (reach.b(), reach.neighbour());
        let mut world = World::new(QSIG);
        world.press(b, &format!("forward:all:{c}"));
        world.press("1001", &format!("dial:{b}"));
        world.until(c, "ringing");
        assert_eq!(world.phone(b).state, "idle");
        world.press("1001", "on-hook");
        world.press(b, "forward:all:off");

        world.press(b, &format!("forward:busy:{c}"));
        world.press("1001", &format!("dial:{b}"));
        world.until(b, "ringing");
        world.press("1001", "on-hook");
        world.until(b, "idle");
        world.press(b, "off-hook");
        world.press("1001", &format!("dial:{b}"));
        world.until(c, "ringing");
        world.press("1001", "on-hook");
        world.press(b, "on-hook");

        world.press(b, "forward:off");
        world.press(b, &format!("forward:no-answer:{c}"));
        world.press("1001", &format!("dial:{b}"));
        world.until(b, "ringing");
        world.until(c, "ringing");
        assert_eq!(world.phone(b).state, "idle");
        world.press(c, "off-hook");
        world.until("1001", "connected");
        world.seconds(600);
        assert_eq!(world.phone("1001").state, "connected");
        world.hang_up("1001", c);
        world.assert_quiet();
    }
}

#[test]
fn a_neighbours_call_is_forwarded_over_the_trunk() {
    let mut world = World::new(QSIG);
    world.press("1002", "forward:all:2001");
    world.press("1001", "dial:1002");
    world.until("2001", "ringing");
    world.press("2001", "off-hook");
    world.until("1001", "connected");
    world.hang_up("1001", "2001");
    world.assert_quiet();
}

#[test]
fn both_users_see_that_a_call_was_forwarded_at_home_and_across_the_trunk() {
    // Who forwards, and where to: all at home, at the far node, from here to the far node.
    for (b, c) in [("1002", "1003"), ("2001", "2002"), ("1002", "2001")] {
        let mut world = World::new(QSIG);
        world.press(b, &format!("forward:all:{c}"));
        world.press("1001", &format!("dial:{b}"));
        world.until(c, "ringing");
        assert_eq!(world.phone(c).display[1], format!("Forwarded by {b}"), "{b} to {c}");
        let told = format!("Forwarded to {c}");
        world.until_that(&told, |world| world.phone("1001").display.get(1) == Some(&told));
        world.press(c, "off-hook");
        world.until("1001", "connected");
        world.hang_up("1001", c);
        world.assert_quiet();
    }
}

#[test]
fn the_display_says_where_calls_go() {
    let mut world = World::new(QSIG);
    for key in ["forward:all:2001", "forward:busy:1003"] {
        world.press("1002", key);
    }
    let display = ["1002", "All calls go to 2001", "When busy, calls go to 1003"];
    assert_eq!(world.phone("1002").display, display);
    world.press("1002", "forward:all:off");
    world.press("1002", "forward:no-answer:1001");
    let display = ["1002", "When busy, calls go to 1003", "Without answer, calls go to 1001"];
    assert_eq!(world.phone("1002").display, display);
    world.press("1002", "forward:off");
    assert_eq!(world.phone("1002").display, ["1002"]);
}

#[test]
fn phones_that_forward_to_each_other_pass_no_call_round_for_ever() {
    let mut world = World::new(QSIG);
    world.press("1002", "forward:all:1003");
    world.press("1003", "forward:all:1002");
    world.press("1001", "dial:1002");
    world.until("1001", "reorder");
    assert!(world.try_press("1001", "forward:all:1001").is_err());
}

#[test]
fn five_diversions_of_a_call_are_made_and_a_sixth_is_not_though_two_nodes_make_them() {
    let mut world = World::new(QSIG);
    for pair in ["1002", "1003", "1004", "1005", "2001", "2002"].windows(2) {
        world.press(pair[0], &format!("forward:all:{}", pair[1]));
    }
    world.press("1001", "dial:1002");
    world.until("2002", "ringing");
    world.press("1001", "on-hook");
    world.until("2002", "idle");
    world.press("2002", "forward:all:2003");
    world.press("1001", "dial:1002");
    world.until("1001", "reorder");
    assert_eq!(world.phone("2003").state, "idle");
}

/// S1-19: the callback is set on the device dialled, and the call that completes it is not forwarded.
#[test]
fn a_callback_is_set_on_the_device_dialled() {
    for reach in Reach::BOTH {
        let (b, c) = (reach.b(), reach.neighbour());
        let mut world = World::new(QSIG);
        world.press(b, &format!("forward:all:{c}"));
        world.press(c, "off-hook");
        world.leave_callback("1001", b);
        world.complete_callback(b);
    }
}

/// S3-12 to S3-14: the restart of the caller's phone ends its callbacks where the profile has it so; that of the wanted
/// user's phone never does.
#[test]
fn the_restart_of_a_phone_ends_callbacks_as_the_profile_has_it() {
    for (profile, left) in [(QSIG, 1), (CISCO, 0)] {
        for reach in Reach::BOTH {
            let mut world = World::new(profile);
            world.ask_on_busy(reach);
            world.press(reach.b(), "reset");
            world.until(reach.neighbour(), "reorder");
            world.press(reach.b(), "off-hook");
            world.seconds(1);
            assert_eq!(world.node("1001").callbacks().len(), 1);
            world.press("1001", "reset");
            world.seconds(1);
            assert_eq!(world.node("1001").callbacks().len(), left, "{}", profile.name);
            assert_eq!(world.node(reach.b()).callbacks().len(), left, "{}", profile.name);
        }
    }
}

#[test]
fn a_restart_switches_everything_off() {
    let mut world = World::new(QSIG);
    for key in ["dnd:on", "forward:all:1003", "answer-after:1"] {
        world.press("1002", key);
    }
    world.press("1002", "reset");
    world.press("1001", "dial:1002");
    world.until("1002", "ringing");
    world.seconds(1);
    assert_eq!(world.phone("1002").state, "ringing");
    world.press("1002", "reset");
    assert_eq!(world.phone("1002").state, "idle");
    world.until("1001", "reorder");
}
