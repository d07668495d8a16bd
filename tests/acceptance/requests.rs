//! Asking for a callback, and what comes of it in the plain service.

use std::time::Duration;

use qsig_pinx::{CallbackRole, Tone, profile::QSIG};

use crate::world::{Reach, World, digits};

#[test]
fn s0_01_a_callback_can_be_left_for_a_busy_user() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        world.find_busy(reach);
        assert_eq!(world.phone("1001").softkeys, ["CallBack"]);
        world.press("1001", "softkey:CallBack");
        world.callback("accepted");
    }
}

#[test]
fn s0_02_it_is_listed_at_both_ends() {
    let mut world = World::new(QSIG);
    world.ask_on_busy(Reach::Trunk);
    let ends = [("1001", CallbackRole::Originating), ("2001", CallbackRole::Terminating)];
    for (phone, role) in ends {
        let listed = world.node(phone).callbacks();
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0].role, listed[0].a, listed[0].b), (role, digits("1001"), digits("2001")));
        assert_eq!(listed[0].trunk.as_deref(), Some("trunk"));
    }
    let mut world = World::new(QSIG);
    world.ask_on_busy(Reach::Local);
    let listed = world.node("1001").callbacks();
    assert_eq!(listed.len(), 1, "a callback between neighbours is one callback");
    assert_eq!((listed[0].role, listed[0].trunk.as_deref()), (CallbackRole::Local, None));
}

#[test]
fn s0_03_the_user_can_place_other_calls_meanwhile() {
    let mut world = World::new(QSIG);
    world.ask_on_busy(Reach::Trunk);
    world.talk("1001", "1003");
    world.hang_up("1001", "1003");
    world.talk("1001", "2003");
    assert_eq!(world.node("1001").callbacks().len(), 1);
}

#[test]
fn s0_04_the_user_can_answer_other_calls_meanwhile() {
    let mut world = World::new(QSIG);
    world.ask_on_busy(Reach::Trunk);
    world.talk("2003", "1001");
    assert_eq!(world.node("1001").callbacks().len(), 1);
}

#[test]
fn s0_05_to_08_first_a_rings_then_b_then_they_talk() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        world.ask_on_busy(reach);
        world.hang_up(reach.b(), reach.neighbour());
        world.until("1001", "recall");
        assert_eq!(world.phone("1001").ring.name(), "callback", "S0-05");
        world.seconds(20);
        assert_eq!(world.phone(reach.b()).state, "idle", "S0-06: B does not ring before A has answered");
        world.press("1001", "off-hook");
        world.until(reach.b(), "ringing");
        world.press(reach.b(), "off-hook");
        world.until("1001", "connected");
        assert_eq!(world.phone("1001").display, [format!("Connected to {}", reach.b())], "S0-08");
        assert_eq!(world.phone(reach.b()).display, ["Connected to 1001"]);
        assert!(world.callback_came_to("ended connected"));
        world.hang_up("1001", reach.b());
        world.assert_quiet();
    }
}

#[test]
fn s0_09_an_unanswered_callback_ring_cancels_it() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        world.ask_on_busy(reach);
        world.hang_up(reach.b(), reach.neighbour());
        world.until("1001", "recall");
        world.callback("ended t3");
        assert_eq!(world.phone("1001").state, "idle");
        if reach == Reach::Trunk {
            assert_eq!(world.sent(0, "ccCancel"), 1, "the far node is told");
        }
        world.assert_quiet();
    }
}

#[test]
fn s0_11_callbacks_are_served_as_the_wanted_users_become_free() {
    let mut world = World::new(QSIG);
    for (wanted, neighbour) in [("2001", "2002"), ("2003", "2004")] {
        world.talk(wanted, neighbour);
        world.leave_callback("1001", wanted);
    }
    world.hang_up("2003", "2004");
    world.until("1001", "recall");
    assert_eq!(world.phone("1001").display[0], "Callback: 2003 is free");
}

#[test]
fn s0_13_the_first_to_ask_is_the_first_to_be_served() {
    let mut world = World::new(QSIG);
    world.talk("2001", "2002");
    for caller in ["1001", "1002", "1003"] {
        world.leave_callback(caller, "2001");
    }
    world.hang_up("2001", "2002");
    for caller in ["1001", "1002", "1003"] {
        world.until(caller, "recall");
        let ringing = ["1001", "1002", "1003"].map(|phone| world.phone(phone).state == "recall");
        assert_eq!(ringing.iter().filter(|ringing| **ringing).count(), 1, "one at a time");
        world.press(caller, "off-hook");
        world.until("2001", "ringing");
        world.press("2001", "off-hook");
        world.until(caller, "connected");
        world.hang_up(caller, "2001");
    }
    world.assert_quiet();
}

#[test]
fn a_callback_can_be_cancelled_at_any_time_before_it_is_served() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        world.ask_on_busy(reach);
        world.press("1001", "softkey:Cancel");
        world.callback("ended cancelled-by-a");
        world.hang_up(reach.b(), reach.neighbour());
        world.pass(Duration::from_secs(60));
        assert_eq!(world.phone("1001").state, "idle");
        world.assert_quiet();
    }
}

#[test]
fn a_recall_can_be_refused() {
    let mut world = World::new(QSIG);
    world.ask_on_busy(Reach::Trunk);
    world.hang_up("2001", "2002");
    world.until("1001", "recall");
    world.press("1001", "reject");
    world.callback("ended cancelled-by-a");
    world.assert_quiet();
}

#[test]
fn a_hanging_up_before_b_rings_cancels_the_callback() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        world.ask_on_busy(reach);
        world.hang_up(reach.b(), reach.neighbour());
        world.until("1001", "recall");
        world.press("1001", "off-hook");
        let rings = reach == Reach::Local;
        assert_eq!(world.phone(reach.b()).state == "ringing", rings, "a neighbour rings at once");
        world.press("1001", "on-hook");
        world.callback(if rings { "ended connected" } else { "ended cancelled-by-a" });
        world.assert_quiet();
        assert_eq!(world.phone("1001").state, "idle");
        assert_eq!(world.phone(reach.b()).state, "idle");
    }
}

#[test]
fn a_recall_that_b_does_not_answer_can_be_followed_by_a_new_callback() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        world.ask_on_busy(reach);
        world.hang_up(reach.b(), reach.neighbour());
        world.until("1001", "recall");
        world.press("1001", "off-hook");
        world.until_that("ringback tone", |world| world.phone("1001").tone == Tone::Ringback);
        world.callback("ended connected");
        world.seconds(1);
        assert_eq!(world.phone("1001").softkeys, ["CallBack"]);
        world.press("1001", "softkey:CallBack");
        world.callback("accepted");
        world.press("1001", "on-hook");
        world.until(reach.b(), "idle");
        world.press(reach.b(), "off-hook");
        world.press(reach.b(), "on-hook");
        world.until("1001", "recall");
    }
}

#[test]
fn nobody_can_leave_a_callback_for_oneself() {
    let mut world = World::new(QSIG);
    world.press("1001", "dial:1001");
    world.until("1001", "busy");
    assert!(world.try_press("1001", "softkey:CallBack").is_err());
}
