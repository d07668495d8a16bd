//! Error handling, STATUS and the data link. Clause: Q.931 5.8.

use alloc::{format, vec};

use qsig_core::Cause;

use super::bench::{Bench, SETUP, outgoing};
use crate::{CallId, DataLink, End, Event, Fault, Request, State};

/// A bench with an Active call of ours on reference 1.
fn active() -> (Bench, CallId) {
    let mut bench = Bench::new();
    let call = bench.setup(outgoing());
    bench.hear("08 02 80 01 07 18 03 A9 83 81");
    bench.out();
    assert_eq!(bench.state(call), Some(State::Active));
    (bench, call)
}

#[test]
fn messages_without_a_usable_header_are_ignored() {
    let (mut bench, call) = active();
    let bad = ["", "08", "08 02 80", "41 02 80 01 5A", "08 12 80 01 5A", "08 03 80 01 5A 08", "08 02 80 01"];
    for hex in bad {
        bench.hear(hex);
        assert_eq!(bench.out(), (vec![], vec![Event::Fault { call: None, fault: Fault::Header }]), "{hex}");
    }
    assert_eq!(bench.engine.counters().bad_header, 7);
    assert_eq!(bench.state(call), Some(State::Active));
}

#[test]
fn an_unknown_reference_gets_the_answer_its_message_asks_for() {
    let cases = [
        ("08 02 80 09 05 04 03 80 90 A3", None),
        ("08 02 80 09 02", Some("08 02 00 09 5A 08 02 81 D1")),
        ("08 02 00 09 45 08 02 81 90", Some("08 02 80 09 5A 08 02 81 D1")),
        ("08 02 00 09 4D 08 02 81 90", Some("08 02 80 09 5A 08 02 81 D1")),
        ("08 02 00 09 4D", Some("08 02 80 09 5A 08 02 81 D1")),
        ("08 02 00 09 5A", None),
        ("08 02 00 09 5A 08 02 81 90", None),
        ("08 02 00 09 75", Some("08 02 80 09 7D 08 02 81 9E 14 01 00")),
        ("08 02 00 09 7D 08 02 81 9E 14 01 00", None),
        ("08 02 00 09 7D 08 02 81 9E 14 01 0A", Some("08 02 80 09 5A 08 02 81 E5")),
        ("08 02 00 09 7D 08 02 81 9E", None),
        ("08 02 00 09 50", Some("08 02 80 09 5A 08 02 81 D1")),
        ("08 02 00 09 60 00 02 81 05", Some("08 02 80 09 5A 08 02 81 D1")),
        ("08 02 00 09 46 79 01 87", Some("08 02 80 09 5A 08 02 81 D1")),
    ];
    let (mut bench, call) = active();
    for (hex, answer) in cases {
        bench.hear(hex);
        assert_eq!(bench.sent(), answer.into_iter().collect::<vec::Vec<_>>(), "{hex}");
    }
    assert_eq!((bench.state(call), bench.engine.calls()), (Some(State::Active), 1));
    assert_eq!(bench.engine.counters().internal, 0);
}

#[test]
fn messages_that_do_not_fit_are_answered_with_status_and_change_nothing() {
    let cases = [
        ("08 02 80 01 02", "08 02 00 01 7D 08 03 81 E5 02 14 01 0A"),
        ("08 02 80 01 50", "08 02 00 01 7D 08 03 81 E1 50 14 01 0A"),
        ("08 02 80 01 50 03 00", "08 02 00 01 7D 08 03 81 E1 50 14 01 0A"),
        ("08 02 80 01 60 00 02 81 05", "08 02 00 01 7D 08 03 81 E1 60 14 01 0A"),
        ("08 02 80 01 00 05", "08 02 00 01 7D 08 03 81 E1 00 14 01 0A"),
        ("08 02 80 01 46 79 01 87", "08 02 00 01 7D 08 03 81 E5 46 14 01 0A"),
        ("08 02 80 01 62", "08 02 00 01 7D 08 03 81 E0 1C 14 01 0A"),
        ("08 02 80 01 6E", "08 02 00 01 7D 08 03 81 E0 27 14 01 0A"),
        ("08 02 80 01 62 1C 02 9F AA 03 00", "08 02 00 01 7D 08 03 81 E0 03 14 01 0A"),
        ("08 02 80 01 75", "08 02 00 01 7D 08 02 81 9E 14 01 0A"),
    ];
    let (mut bench, call) = active();
    for (hex, answer) in cases {
        bench.hear(hex);
        assert_eq!(bench.sent(), [answer], "{hex}");
    }
    for hex in [SETUP.replace("00 01 05", "80 01 05").as_str(), "08 02 80 01 7B", "08 02 80 01 7D 14 01 0A"] {
        bench.hear(hex);
        assert_eq!(bench.out(), (vec![], vec![]), "{hex}");
    }
    assert_eq!(bench.state(call), Some(State::Active));
}

#[test]
fn clearing_messages_without_cause_clear_with_96() {
    let (mut bench, call) = active();
    bench.hear("08 02 80 01 45");
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 00 01 4D 08 03 81 E0 08"]);
    assert_eq!(told, [Event::Clearing { call, cause: Cause::MANDATORY_IE_MISSING, facilities: vec![] }]);

    let (mut bench, _) = active();
    bench.hear("08 02 80 01 4D");
    assert_eq!(bench.sent(), ["08 02 00 01 5A 08 03 81 E0 08"]);
    bench.assert_idle();

    let (mut bench, call) = active();
    bench.hear("08 02 80 01 5A");
    let (sent, told) = bench.out();
    assert!(sent.is_empty());
    let cause = Cause::NORMAL_UNSPECIFIED;
    assert_eq!(told, [Event::Released { call, cause, end: End::ReleaseComplete, facilities: vec![] }]);
    bench.assert_idle();
}

#[test]
fn a_setup_with_something_missing_is_refused() {
    let cases = [
        ("08 02 00 01 05 18 03 A9 83 81 70 05 80 32 30 30 32", "60 04"),
        ("08 02 00 01 05 04 03 80 90 A3 70 05 80 32 30 30 32", "60 18"),
        ("08 02 00 01 05 04 03 80 90 A3 18 03 A9 83 81", "60 70"),
        ("08 02 00 01 05 04 03 80 90 A3 18 03 A9 83 81 70 05 80 32 30", "60 70"),
        ("08 02 00 01 05 04 01 80 18 03 A9 83 81 70 05 80 32 30 30 32", "64 04"),
        ("08 02 00 01 05 04 03 80 90 A3 18 01 A8 70 05 80 32 30 30 32", "64"),
    ];
    for (hex, what) in cases {
        let mut bench = Bench::new();
        bench.hear(hex);
        let (cause, id) = what.split_at(2);
        let cause = u8::from_str_radix(cause, 16).unwrap() | 0x80;
        let length = if id.is_empty() { 2 } else { 3 };
        assert_eq!(bench.sent(), [format!("08 02 80 01 5A 08 {length:02X} 81 {cause:02X}{id}")], "{hex}");
        bench.assert_idle();
    }
}

#[test]
fn a_repeated_setup_is_not_answered() {
    let mut bench = Bench::user_side();
    let call = bench.incoming(SETUP);
    bench.hear(SETUP);
    assert_eq!(bench.out(), (vec![], vec![]));
    assert_eq!((bench.state(call), bench.engine.calls()), (Some(State::CallPresent), 1));
}

#[test]
fn a_status_with_state_0_ends_the_call_and_an_incompatible_one_when_it_comes_twice() {
    let (mut bench, call) = active();
    bench.hear("08 02 80 01 7D 08 02 81 9E 14 01 00");
    let (sent, told) = bench.out();
    assert!(sent.is_empty());
    let cause = Cause::NORMAL_UNSPECIFIED;
    assert_eq!(told, [Event::Released { call, cause, end: End::StatusNull, facilities: vec![] }]);

    let (mut bench, call) = active();
    bench.hear("08 02 80 01 7D 08 02 81 9E 14 01 03");
    assert_eq!(bench.sent(), ["08 02 00 01 75"]);
    bench.hear("08 02 80 01 7D 08 02 81 9E 14 01 08");
    assert_eq!(bench.sent(), [""; 0], "10 against 8: CONNECT ACKNOWLEDGE is under way");
    bench.hear("08 02 80 01 7D 08 02 81 9E 14 01 03");
    assert_eq!(bench.sent(), ["08 02 00 01 75"], "the first again");
    bench.hear("08 02 80 01 7D 08 02 81 9E 14 01 03");
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 00 01 45 08 02 81 E5"]);
    assert_eq!(told, [Event::Clearing { call, cause: Cause::WRONG_STATE, facilities: vec![] }]);
}

#[test]
fn an_unanswered_status_enquiry_is_sent_three_times() {
    let (mut bench, call) = active();
    bench.ask(call, Request::StatusEnquiry).unwrap();
    bench.ask(call, Request::StatusEnquiry).unwrap();
    assert_eq!(bench.sent(), ["08 02 00 01 75"]);
    for _ in 0..2 {
        assert_eq!(bench.expire(), 4, "T322");
        assert_eq!(bench.sent(), ["08 02 00 01 75"]);
    }
    assert_eq!(bench.expire(), 4);
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 00 01 45 08 02 81 A9"]);
    assert_eq!(told, [Event::Clearing { call, cause: Cause::TEMPORARY_FAILURE, facilities: vec![] }]);
}

#[test]
fn a_status_that_says_nothing_is_no_answer_to_an_enquiry() {
    // No such state, the code of another standard, no state, no cause.
    let nothing = ["08 02 81 9E 14 01 05", "08 02 81 9E 14 01 4A", "08 02 81 9E", "14 01 0A"];
    for elements in nothing {
        let (mut bench, call) = active();
        bench.ask(call, Request::StatusEnquiry).unwrap();
        bench.out();
        bench.hear(&format!("08 02 80 01 7D {elements}"));
        assert_eq!(bench.out(), (vec![], vec![]), "{elements}");
        assert_eq!(bench.expire(), 4, "T322 still runs");
    }
    let (mut bench, call) = active();
    bench.ask(call, Request::StatusEnquiry).unwrap();
    bench.hear("08 02 80 01 7D 08 02 81 9E 14 01 0A");
    bench.out();
    assert_eq!(bench.expire(), 600, "TAUDIT");
}

#[test]
fn a_link_reset_asks_for_calls_and_clears_those_in_overlap() {
    let (mut bench, call) = active();
    let overlap = bench.setup(outgoing());
    bench.hear("08 02 80 02 0D");
    let fresh = bench.setup(outgoing());
    bench.out();
    bench.link(DataLink::Reset);
    let (sent, _) = bench.out();
    assert_eq!(sent, ["08 02 00 01 75", "08 02 00 02 45 08 02 81 A9"]);
    assert_eq!(bench.state(call), Some(State::Active));
    assert_eq!(bench.state(overlap), Some(State::DisconnectRequest));
    assert_eq!(bench.state(fresh), Some(State::CallInitiated), "T303 repeats its SETUP");
}

#[test]
fn in_state_10l_a_call_can_be_cleared_without_a_message() {
    let (mut bench, call) = active();
    bench.link(DataLink::Down);
    assert_eq!(bench.told(), [Event::LinkLost { call }]);
    assert_eq!(bench.state(call), Some(State::ActiveLinkLost));
    bench.ask(call, Request::Disconnect(crate::Clearing::new(Cause::NORMAL_CALL_CLEARING))).unwrap();
    let (sent, told) = bench.out();
    assert!(sent.is_empty());
    assert!(matches!(told[..], [Event::Released { end: End::Local, .. }]), "{told:?}");
    bench.link(DataLink::Down);
    bench.assert_idle();
}

#[test]
fn a_late_call_takes_due_timers_in_their_own_order() {
    let (mut bench, _) = active();
    bench.setup(outgoing());
    bench.out();
    bench.now = bench.now + core::time::Duration::from_secs(700);
    bench.engine.handle_input(bench.now, crate::Input::Timeout).unwrap();
    let (sent, _) = bench.out();
    assert!(sent[0].starts_with("08 02 00 02 05"), "T303 before TAUDIT: {sent:?}");
    assert_eq!(sent[1], "08 02 00 01 75");
    assert_eq!(bench.expire(), 4);
}

#[test]
fn a_message_while_the_link_is_down_is_discarded() {
    let (mut bench, call) = active();
    bench.link(DataLink::Down);
    bench.out();
    bench.hear("08 02 80 01 5A 08 02 81 90");
    bench.hear(SETUP);
    assert_eq!(bench.out(), (vec![], vec![]));
    let counters = bench.engine.counters();
    assert_eq!((counters.discarded, counters.internal), (2, 0));
    assert_eq!(bench.state(call), Some(State::ActiveLinkLost));
}

#[test]
fn a_fingerprint_sees_states_and_deadlines_but_not_counters_or_the_clock() {
    let print = |bench: &Bench| {
        let mut hasher = std::hash::DefaultHasher::new();
        bench.engine.fingerprint(bench.now, &mut hasher);
        std::hash::Hasher::finish(&hasher)
    };
    let (bench, call) = active();
    let mut other = bench.clone();
    other.hear("08 02 80 01 0F");
    assert_eq!(print(&bench), print(&other), "it was discarded and counted");
    other.now = other.now + core::time::Duration::from_secs(1);
    assert_ne!(print(&bench), print(&other), "TAUDIT is nearer");
    let mut other = bench.clone();
    other.ask(call, Request::Disconnect(crate::Clearing::new(Cause::USER_BUSY))).unwrap();
    assert_ne!(print(&bench), print(&other));
}
