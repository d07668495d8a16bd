//! What a phone shows and does when several things happen at it.

use qsig_pinx::profile::{CISCO, QSIG};

use crate::world::{Reach, World};

#[test]
fn two_recalls_at_one_phone_are_offered_one_after_the_other() {
    let mut world = World::new(QSIG);
    for (wanted, neighbour) in [("2001", "2002"), ("2003", "2004")] {
        world.talk(wanted, neighbour);
        world.leave_callback("1001", wanted);
    }
    world.hang_up("2001", "2002");
    world.seconds(2);
    world.hang_up("2003", "2004");
    world.until("1001", "recall");
    world.seconds(10);
    assert_eq!(world.phone("1001").display[0], "Callback: 2001 is free");
    world.press("1001", "reject");
    assert_eq!(world.phone("1001").display[0], "Callback: 2003 is free");
    world.press("1001", "off-hook");
    world.until("2003", "ringing");
}

#[test]
fn a_call_of_b_wins_over_the_recall_of_b() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        world.ask_on_busy(reach);
        world.hang_up(reach.b(), reach.neighbour());
        world.until("1001", "recall");
        world.press(reach.b(), "dial:1001");
        world.until("1001", "ringing");
        world.press("1001", "off-hook");
        world.until(reach.b(), "connected");
        world.hang_up("1001", reach.b());
        world.callback("resumed");
        world.until("1001", "recall");
    }
}

#[test]
fn busy_again_ends_the_callback_with_busy_tone() {
    for reach in Reach::BOTH {
        let mut world = World::new(QSIG);
        world.ask_on_busy(reach);
        world.hang_up(reach.b(), reach.neighbour());
        world.until("1001", "recall");
        world.press(reach.b(), "off-hook");
        world.press("1001", "off-hook");
        world.callback("ended busy-again");
        world.until("1001", "busy");
    }
}

#[test]
fn a_waiting_callback_does_not_hide_a_call() {
    let mut world = World::new(CISCO);
    world.ask_on_busy(Reach::Trunk);
    world.press("1003", "dial:1001");
    world.until("1001", "ringing");
    assert_eq!(world.phone("1001").display, ["Call from 1003"]);
    assert!(world.try_press("1001", "softkey:Cancel").is_err(), "a key that is not shown");
    world.press("1001", "off-hook");
    assert_eq!(world.phone("1001").display, ["Connected to 1003"]);
}

#[test]
fn asking_for_the_same_callback_again_shows_it() {
    for profile in [QSIG, CISCO] {
        let mut world = World::new(profile);
        world.ask_on_busy(Reach::Trunk);
        let screen = world.phone("1001").display;
        world.press("1001", "softkey:Exit");
        world.press("1001", "dial:2001");
        world.until("1001", "busy");
        world.press("1001", "softkey:CallBack");
        assert_eq!(world.phone("1001").display, screen);
        assert_eq!(world.node("1001").callbacks().len(), 1);
    }
}

#[test]
fn a_callback_that_is_cancelled_from_outside_leaves_the_handset_up() {
    let mut world = World::new(QSIG);
    world.ask_on_busy(Reach::Trunk);
    world.hang_up("2001", "2002");
    world.until("1001", "recall");
    world.press("1001", "off-hook");
    world.cancel_first("1001");
    world.until("1001", "reorder");
    world.press("1001", "on-hook");
    world.assert_quiet();
}

#[test]
fn b_s_side_can_withdraw_a_callback() {
    let mut world = World::new(QSIG);
    world.ask_on_busy(Reach::Trunk);
    world.cancel_first("2001");
    world.callback("ended cancelled-by-b");
    world.hang_up("2001", "2002");
    world.assert_quiet();
}

#[test]
fn answering_by_itself_can_be_changed_while_it_rings() {
    let mut world = World::new(QSIG);
    world.press("1002", "answer-after:5000");
    world.press("1001", "dial:1002");
    world.press("1002", "answer-after:off");
    world.seconds(60);
    assert_eq!(world.phone("1002").state, "ringing");
    world.press("1002", "answer-after:100");
    world.until("1002", "connected");
}

#[test]
fn digits_are_taken_one_by_one() {
    let mut world = World::new(QSIG);
    world.press("1001", "off-hook");
    for digit in ["1", "0", "0", "2"] {
        world.press("1001", digit);
    }
    assert_eq!(world.phone("1002").state, "ringing", "complete at a match of the numbering plan");
    world.press("1003", "off-hook");
    for digit in ["2", "0", "0", "1"] {
        world.press("1003", digit);
    }
    assert_eq!(world.phone("1003").state, "dialling", "behind a trunk there may be more");
    world.seconds(5);
    assert_eq!(world.phone("2001").state, "ringing");
    world.press("1004", "off-hook");
    world.press("1004", "9");
    assert_eq!(world.phone("1004").display, ["Unallocated number"]);
}
