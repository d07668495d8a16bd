//! The trunk fails while callbacks wait.

use qsig_lapd::{Action, Signal, State};
use qsig_pinx::profile::QSIG;

use crate::world::{Reach, World};

/// Short: the signalling connection outlives it. Long: T309 (90 s) ends the connection, the callback lives on.
const OUTAGES: [u64; 2] = [20, 120];

#[test]
fn a_callback_outlives_an_outage() {
    for seconds in OUTAGES {
        let mut world = World::new(QSIG);
        world.ask_on_busy(Reach::Trunk);
        world.line(false);
        world.seconds(seconds);
        world.line(true);
        world.seconds(30);
        assert_eq!(world.node("1001").callbacks().len(), 1, "after {seconds} s");
        assert_eq!(world.node("2001").callbacks().len(), 1, "after {seconds} s");
        world.hang_up("2001", "2002");
        world.complete_callback("2001");
        world.hang_up("1001", "2001");
        world.assert_quiet();
    }
}

#[test]
fn b_becoming_free_in_an_outage_is_told_when_it_is_over() {
    for seconds in OUTAGES {
        let mut world = World::new(QSIG);
        world.ask_on_busy(Reach::Trunk);
        world.line(false);
        world.hang_up("2001", "2002");
        world.seconds(seconds);
        assert_eq!(world.phone("1001").state, "idle");
        world.line(true);
        world.until("1001", "recall");
    }
}

#[test]
fn a_cancel_in_an_outage_reaches_the_far_end_when_it_is_over() {
    for seconds in OUTAGES {
        let mut world = World::new(QSIG);
        world.ask_on_busy(Reach::Trunk);
        world.line(false);
        world.seconds(5);
        world.press("1001", "softkey:Cancel");
        world.callback("ended cancelled-by-a");
        world.seconds(seconds);
        world.line(true);
        world.seconds(60);
        assert_eq!(world.node("2001").callbacks(), [], "after {seconds} s");
        world.hang_up("2001", "2002");
        world.assert_quiet();
        assert_eq!(world.phone("1001").state, "idle");
    }
}

#[test]
fn a_call_that_talks_outlives_a_short_outage_only() {
    for seconds in OUTAGES {
        let mut world = World::new(QSIG);
        world.talk("1001", "2001");
        world.seconds(1);
        world.line(false);
        world.seconds(seconds);
        world.line(true);
        world.seconds(30);
        let talks = world.phone("1001").state == "connected" && world.phone("2001").state == "connected";
        assert_eq!(talks, seconds < 90, "after {seconds} s");
    }
}

/// The data link with a mistake planted in it.
fn panics_at_xid(state: State, signal: Signal) -> (State, &'static [Action]) {
    assert!(signal != Signal::Xid, "planted");
    qsig_lapd::step(state, signal)
}

#[test]
fn a_panic_at_a_trunk_costs_its_calls_and_nothing_else() {
    const XID: [u8; 3] = [0x00, 0x01, 0xAF];
    let mut world = World::with_step(QSIG, panics_at_xid);
    world.ask_on_busy(Reach::Trunk);
    world.talk("1002", "1003");
    world.talk("1004", "2004");
    world.poison("1001", &XID);
    world.until("1004", "reorder");
    assert_eq!(world.phone("1002").state, "connected");
    // The trunk is back by itself, and the far end has given up what this one has lost.
    world.until("2004", "reorder");
    assert_eq!(world.restarts, [1, 0]);
    assert!(world.node("1001").trunks().all(|trunk| trunk.up && trunk.channels_busy == 0));
    assert_eq!(world.node("2001").trunks().map(|trunk| trunk.channels_busy).sum::<usize>(), 0);
    world.hang_up("1002", "1003");
    world.press("1004", "on-hook");
    world.press("2004", "on-hook");
    // The callback goes its way.
    world.hang_up("2001", "2002");
    world.complete_callback("2001");
    world.hang_up("1001", "2001");
    world.assert_quiet();
}
