//! When a wanted user counts as available.

use qsig_pinx::profile::QSIG;

use crate::world::{Reach, World};

#[test]
fn s1_01_a_busy_user_becomes_available_by_hanging_up() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        world.ask_on_busy(reach);
        world.seconds(600);
        assert_eq!(world.phone("1001").state, "idle", "not while B talks");
        world.hang_up(reach.b(), reach.neighbour());
        world.callback("free");
    }
}

#[test]
fn s1_03_a_user_who_did_not_answer_becomes_available_by_using_the_phone() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        world.ask_on_no_answer(reach);
        world.seconds(3_000);
        assert_eq!(world.phone("1001").state, "idle", "an idle phone that nobody uses changes nothing");
        world.press(reach.b(), "off-hook");
        world.seconds(5);
        assert_eq!(world.phone("1001").state, "idle", "off hook is not enough");
        world.press(reach.b(), "on-hook");
        world.until("1001", "recall");
    }
}

#[test]
fn s1_03_a_call_to_somebody_who_lets_it_ring_is_no_use_of_the_phone() {
    let mut world = World::new(QSIG);
    world.ask_on_no_answer(Reach::Trunk);
    world.press("2003", "dial:2001");
    world.until("2001", "ringing");
    world.press("2003", "on-hook");
    world.seconds(600);
    assert_eq!(world.phone("1001").state, "idle");
}

#[test]
fn s1_05_nothing_happens_until_both_are_idle() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        world.ask_on_busy(reach);
        world.talk("1001", "1004");
        world.hang_up(reach.b(), reach.neighbour());
        world.seconds(120);
        assert_eq!(world.phone("1001").state, "connected");
        assert_eq!(world.phone(reach.b()).state, "idle");
        world.hang_up("1001", "1004");
        world.until("1001", "recall");
    }
}

#[test]
fn b_has_to_be_idle_for_the_guard_time() {
    let mut world = World::new(QSIG);
    world.ask_on_busy(Reach::Trunk);
    world.hang_up("2001", "2002");
    world.seconds(4);
    world.press("2001", "off-hook");
    world.seconds(60);
    assert_eq!(world.phone("1001").state, "idle", "a redial within 5 s is no end of being busy");
    world.press("2001", "on-hook");
    world.until("1001", "recall");
}
