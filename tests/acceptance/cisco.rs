//! The rows of Cisco Call Back: a notice instead of a ring.

use qsig_pinx::{
    Hook, Ring, Tone,
    profile::{CISCO, QSIG},
};

use crate::world::{Reach, World, digits};

#[test]
fn s3_01_to_06_the_softkey_works_on_busy_and_ringback_tone_here_and_across_the_trunk() {
    for reach in Reach::BOTH {
        let mut world = World::new(CISCO);
        world.find_busy(reach);
        assert_eq!(
            (world.phone("1001").tone, world.phone("1001").softkeys),
            (Tone::Busy, vec!["CallBack"]),
            "S3-05"
        );
        world.press("1001", "softkey:CallBack");
        world.callback("accepted");
        world.hang_up(reach.b(), reach.neighbour());
        world.press("1001", "on-hook");
        world.callback("free");

        let mut world = World::new(CISCO);
        world.press("1001", &format!("dial:{}", reach.b()));
        world.until_that("ringback tone", |world| world.phone("1001").tone == Tone::Ringback);
        assert_eq!(world.phone("1001").softkeys, ["CallBack"], "S3-06");
        world.press("1001", "softkey:CallBack");
        world.callback("accepted");
    }
}

#[test]
fn s3_08_one_callback_a_caller() {
    let mut world = World::new(CISCO);
    world.ask_on_busy(Reach::Trunk);
    world.press("2003", "off-hook");
    world.press("1001", "softkey:Exit");
    world.press("1001", "dial:2003");
    world.until("1001", "busy");
    world.press("1001", "softkey:CallBack");
    assert_eq!(
        world.phone("1001").display,
        ["Callback refused", "Another callback is active: cancel it first"]
    );
    assert_eq!(world.node("1001").callbacks().len(), 1);
}

#[test]
fn s3_16_the_user_sees_no_difference_between_here_and_there() {
    let seen = |reach: Reach| {
        let mut world = World::new(CISCO);
        world.ask_on_busy(reach);
        world.hang_up(reach.b(), reach.neighbour());
        world.callback("free");
        world.press("1001", "softkey:Dial");
        world.until(reach.b(), "ringing");
        world.press(reach.b(), "off-hook");
        world.until("1001", "connected");
        world.hang_up("1001", reach.b());
        let number = digits("1001");
        let mut seen: Vec<_> = world
            .views
            .iter()
            .filter(|view| view.number == number)
            .map(|view| {
                let display = view.display.join(" / ").replace(reach.b(), "B");
                (view.state, view.tone, view.ring, display, view.softkeys.clone())
            })
            .collect();
        // Across a trunk it takes a moment until the far phone is known to ring or to be busy, and until the request
        // is taken.
        seen.retain(|(state, tone, _, display, _)| {
            (*state != "calling" || *tone == Tone::Ringback) && !display.ends_with("requested")
        });
        seen
    };
    assert_eq!(seen(Reach::Local), seen(Reach::Trunk));
}

#[test]
fn s3_17_the_activation_screen() {
    let mut world = World::new(CISCO);
    world.ask_on_busy(Reach::Trunk);
    let phone = world.phone("1001");
    assert_eq!(
        phone.display,
        ["CallBack is activated on 2001", "Press Cancel to deactivate", "Press Exit to quit this screen"]
    );
    assert_eq!(phone.softkeys, ["Cancel", "Exit"]);
}

#[test]
fn s3_18_cancel_deactivates() {
    for reach in Reach::BOTH {
        let mut world = World::new(CISCO);
        world.ask_on_busy(reach);
        world.press("1001", "softkey:Cancel");
        world.callback("ended cancelled-by-a");
        if reach == Reach::Trunk {
            assert_eq!(world.sent(0, "ccCancel"), 1);
        }
        world.hang_up(reach.b(), reach.neighbour());
        world.assert_quiet();
    }
}

#[test]
fn s3_19_exit_leaves_the_screen_and_the_callback_stays() {
    let mut world = World::new(CISCO);
    world.ask_on_busy(Reach::Trunk);
    world.press("1001", "softkey:Exit");
    assert_eq!(world.phone("1001").display, ["1001"]);
    assert_eq!(world.node("1001").callbacks().len(), 1);
    assert!(world.phone("1001").lamps.contains(&("callback", true)));
}

#[test]
fn s3_20_and_21_available_is_on_hook_after_busy_or_a_cycle_from_idle() {
    for reach in Reach::BOTH {
        let mut world = World::new(CISCO);
        world.ask_on_busy(reach);
        world.hang_up(reach.b(), reach.neighbour());
        world.callback("free");

        let mut world = World::new(CISCO);
        world.ask_on_no_answer(reach);
        world.press(reach.b(), "off-hook");
        world.press(reach.b(), "on-hook");
        world.callback("free");
    }
}

#[test]
fn s3_22_to_24_the_alert_and_the_notice() {
    for reach in Reach::BOTH {
        let mut world = World::new(CISCO);
        world.ask_on_busy(reach);
        world.hang_up(reach.b(), reach.neighbour());
        world.callback("free");
        assert_eq!(world.alerts, [digits("1001")], "S3-22");
        let phone = world.phone("1001");
        assert_eq!(
            phone.display,
            [
                format!("{} has become available", reach.b()).as_str(),
                "Time 13:37 03/01/2026",
                "Press Dial to call",
                "Press Cancel to deactivate",
                "Press Exit to quit this screen"
            ],
            "S3-23, S3-24"
        );
        assert_eq!(phone.softkeys, ["Dial", "Cancel", "Exit"]);
        assert_eq!(
            (phone.state, phone.hook, phone.ring),
            ("idle", Hook::On, Ring::None),
            "a notice changes no state"
        );
    }
}

#[test]
fn s3_25_and_26_nothing_rings_b_until_dial_is_pressed() {
    for reach in Reach::BOTH {
        let mut world = World::new(CISCO);
        world.ask_on_busy(reach);
        world.hang_up(reach.b(), reach.neighbour());
        world.callback("free");
        world.seconds(25);
        assert_eq!(world.phone(reach.b()).state, "idle", "S3-25");
        assert_eq!(world.sent(0, "ccRingout"), 0);
        world.press("1001", "softkey:Dial");
        world.until(reach.b(), "ringing");
    }
}

#[test]
fn s3_27_b_can_be_dialled_by_hand_after_the_notice() {
    for reach in Reach::BOTH {
        let mut world = World::new(CISCO);
        world.ask_on_busy(reach);
        world.hang_up(reach.b(), reach.neighbour());
        world.callback("free");
        world.press("1001", "softkey:Exit");
        world.talk("1001", reach.b());
        assert_eq!(world.sent(0, "ccSuspend"), 0, "using the phone while the notice stands is no Suspend");
    }
}

#[test]
fn a_profile_without_notice_has_no_dial_key() {
    let mut world = World::new(QSIG);
    world.ask_on_busy(Reach::Trunk);
    world.hang_up("2001", "2002");
    world.until("1001", "recall");
    assert!(world.try_press("1001", "softkey:Dial").is_err());
}
