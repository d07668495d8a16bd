//! The trunk fails while callbacks wait.

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
        world.until("1001", "recall");
        world.press("1001", "off-hook");
        world.until("2001", "ringing");
        world.press("2001", "off-hook");
        world.until("1001", "connected");
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
