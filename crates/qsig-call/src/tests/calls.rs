//! Basic call, octet by octet. Clause: Q.931 5.1 to 5.4 as ECMA-143 has them.

use alloc::{format, vec};

use qsig_core::Cause;

use super::bench::{Bench, SETUP, apdu, clearing, number, outgoing};
use crate::{
    Bearer, ChannelNumbering, Clearing, End, Event, Fault, Kind, Misuse, Parameters, PresentedNumber,
    Request, Setup, SetupRefused, State, Timer,
};

#[test]
fn a_call_goes_out_is_answered_and_cleared_by_the_caller() {
    let mut bench = Bench::new();
    let call = bench.setup(outgoing());
    assert_eq!(bench.sent(), [SETUP], "the very octets of the basic call example");
    bench.hear("08 02 80 01 02 18 03 A9 83 81");
    assert_eq!(bench.out(), (vec![], vec![Event::Proceeding { call }]));
    bench.hear("08 02 80 01 01 1C 02 9F AA 1E 02 81 88");
    assert_eq!(bench.told(), [Event::Alerting { call, facilities: apdu(), in_band: true }]);
    bench.hear("08 02 80 01 07 18 03 A9 83 81 4C 06 00 81 32 30 30 32");
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 00 01 0F"]);
    let [Event::Connected { connected: Some(PresentedNumber { number: connected, .. }), .. }] = told[..]
    else {
        panic!("{told:?}")
    };
    assert_eq!(connected, number("2002"));
    assert_eq!((bench.state(call), bench.engine.channels_busy()), (Some(State::Active), 1));

    bench.ask(call, Request::Disconnect(clearing(Cause::NORMAL_CALL_CLEARING))).unwrap();
    assert_eq!(bench.sent(), ["08 02 00 01 45 08 02 81 90"]);
    bench.hear("08 02 80 01 4D 08 02 81 90");
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 00 01 5A 08 02 81 90"]);
    let cause = Cause::NORMAL_CALL_CLEARING;
    assert_eq!(told, [Event::Released { call, cause, end: End::Release, facilities: vec![] }]);
    bench.assert_idle();
}

#[test]
fn a_call_comes_in_and_the_busy_user_is_told_with_an_apdu_in_disconnect() {
    let mut bench = Bench::user_side();
    bench.hear(SETUP);
    let (sent, told) = bench.out();
    assert!(sent.is_empty());
    let [Event::Setup { call, setup }] = &told[..] else { panic!("{told:?}") };
    assert_eq!(*setup, Setup { channel: Some(1), ..outgoing() });
    bench.ask(*call, Request::Proceeding).unwrap();
    assert_eq!(bench.sent(), ["08 02 80 01 02 18 03 A9 83 81"]);
    let busy = Clearing { facilities: apdu(), ..clearing(Cause::USER_BUSY) };
    bench.ask(*call, Request::Disconnect(busy)).unwrap();
    assert_eq!(bench.sent(), ["08 02 80 01 45 08 02 81 91 1C 02 9F AA"]);
    bench.hear("08 02 00 01 4D");
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 80 01 5A 08 02 81 91"]);
    assert!(matches!(told[..], [Event::Released { cause: Cause::USER_BUSY, .. }]), "{told:?}");
    bench.assert_idle();
}

#[test]
fn an_incoming_call_is_answered_and_waits_for_connect_acknowledge() {
    let mut bench = Bench::user_side();
    let call = bench.incoming(SETUP);
    bench.ask(call, Request::Alerting { facilities: vec![], in_band: true }).unwrap();
    assert_eq!(bench.sent(), ["08 02 80 01 01 18 03 A9 83 81 1E 02 81 88"], "the first response");
    let progress = Request::Progress { description: 8, cause: None, facilities: apdu() };
    bench.ask(call, progress).unwrap();
    assert_eq!(bench.sent(), ["08 02 80 01 03 1C 02 9F AA 1E 02 81 88"]);
    bench.ask(call, Request::Connect { facilities: apdu(), connected: None }).unwrap();
    assert_eq!(bench.sent(), ["08 02 80 01 07 18 03 A9 83 81 1C 02 9F AA"]);
    assert_eq!(bench.state(call), Some(State::ConnectRequest));
    bench.hear("08 02 00 01 0F");
    assert_eq!(bench.told(), [Event::Connected { call, facilities: vec![], connected: None }]);
    bench.hear("08 02 00 01 0F");
    assert_eq!(bench.out(), (vec![], vec![]), "a second one is not answered");
}

#[test]
fn only_a_first_response_names_the_channel_in_alerting() {
    let mut bench = Bench::user_side();
    let call = bench.incoming(SETUP);
    bench.ask(call, Request::Proceeding).unwrap();
    bench.out();
    bench.ask(call, Request::Alerting { facilities: apdu(), in_band: false }).unwrap();
    assert_eq!(bench.sent(), ["08 02 80 01 01 1C 02 9F AA"]);
}

#[test]
fn further_in_band_information_does_not_prolong_the_wait() {
    let mut bench = Bench::new();
    bench.setup(outgoing());
    bench.hear("08 02 80 01 03 1E 02 81 88");
    bench.now = bench.now + core::time::Duration::from_secs(100);
    bench.hear("08 02 80 01 03 1E 02 81 88");
    bench.out();
    assert_eq!(bench.expire(), 80, "T301 from the first");
}

#[test]
fn without_connect_ack_the_incoming_side_is_active_at_once() {
    let mut bench = Bench::with(Parameters { connect_ack: false, ..Parameters::default() });
    let call = bench.incoming(SETUP);
    bench.ask(call, Request::Connect { facilities: vec![], connected: None }).unwrap();
    assert!(matches!(bench.told()[..], [Event::Connected { .. }]));
    assert_eq!(bench.state(call), Some(State::Active));
}

#[test]
fn overlap_sending_and_receiving() {
    let mut bench = Bench::new();
    let call = bench.setup(Setup { sending_complete: false, ..Setup::call(Bearer::SPEECH, number("")) });
    assert_eq!(bench.sent(), ["08 02 00 01 05 04 03 80 90 A3 18 03 A9 83 81 70 01 80"]);
    bench.hear("08 02 80 01 0D 18 03 A9 83 81");
    assert_eq!(bench.told(), [Event::MoreInformation { call }]);
    let digits = "2002".parse().unwrap();
    bench.ask(call, Request::Information { digits, complete: true }).unwrap();
    assert_eq!(bench.sent(), ["08 02 00 01 7B 70 05 80 32 30 30 32 A1"]);

    let mut bench = Bench::user_side();
    let call = bench.incoming("08 02 00 01 05 04 03 80 90 A3 18 03 A9 83 81 70 01 80");
    bench.ask(call, Request::MoreInformation).unwrap();
    assert_eq!(bench.sent(), ["08 02 80 01 0D 18 03 A9 83 81"]);
    bench.hear("08 02 00 01 7B 70 05 80 32 30 30 32 A1");
    assert_eq!(bench.told(), [Event::Information { call, digits, complete: true }]);
    assert_eq!(bench.expire(), 15, "T302");
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 80 01 02 18 03 A9 83 81"]);
    assert_eq!(told, [Event::InformationComplete { call }]);

    let mut bench = Bench::user_side();
    let call = bench.incoming("08 02 00 01 05 04 03 80 90 A3 18 03 A9 83 81 70 01 80");
    bench.ask(call, Request::MoreInformation).unwrap();
    bench.out();
    bench.expire();
    assert_eq!(bench.sent(), ["08 02 80 01 45 08 02 81 9C"], "T302 without a digit");
}

#[test]
fn facility_waits_for_the_first_response_in_either_direction() {
    let mut bench = Bench::new();
    let call = bench.setup(outgoing());
    bench.out();
    bench.ask(call, Request::Facility { facilities: apdu() }).unwrap();
    assert_eq!(bench.out(), (vec![], vec![]));
    bench.hear("08 02 80 01 62 1C 02 9F AA");
    assert_eq!(bench.told(), [Event::Facility { call, facilities: apdu() }]);
    assert_eq!(bench.state(call), Some(State::CallInitiated), "FACILITY is no first response");
    bench.hear("08 02 80 01 02");
    assert_eq!(bench.sent(), ["08 02 00 01 62 1C 02 9F AA"]);

    let mut bench = Bench::user_side();
    let call = bench.incoming(SETUP);
    for _ in 0..16 {
        bench.ask(call, Request::Facility { facilities: apdu() }).unwrap();
    }
    assert_eq!(bench.ask(call, Request::Facility { facilities: apdu() }), Err(Misuse::HeldFull(call)));
    bench.ask(call, Request::Proceeding).unwrap();
    let sent = bench.sent();
    assert_eq!((&sent[0][..], sent.len()), ("08 02 80 01 02 18 03 A9 83 81", 17));
    assert_eq!(bench.ask(call, Request::Facility { facilities: vec![] }), Err(Misuse::NoFacility(call)));
}

#[test]
fn setup_is_repeated_once_and_then_given_up() {
    let mut bench = Bench::new();
    let call = bench.setup(Setup { facilities: apdu(), ..outgoing() });
    let first = bench.sent();
    assert!(first[0].contains("1C 02 9F AA"));
    assert_eq!(bench.expire(), 4, "T303");
    assert_eq!(bench.sent(), first, "with its APDUs");
    assert_eq!(bench.expire(), 4, "T303");
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 00 01 5A 08 05 81 E6 33 30 33"]);
    let cause = Cause::RECOVERY_ON_TIMER_EXPIRY;
    assert_eq!(told, [Event::Released { call, cause, end: End::Timer(Timer::T303), facilities: vec![] }]);
    bench.assert_idle();
}

#[test]
fn disconnect_is_followed_by_release_with_cause_and_apdus_and_the_channel_is_restarted_at_last() {
    for repeat_facilities in [true, false] {
        let mut bench = Bench::new();
        let call = bench.setup(outgoing());
        bench.hear("08 02 80 01 02");
        bench.out();
        let request = Clearing { facilities: apdu(), repeat_facilities, ..clearing(Cause::USER_BUSY) };
        bench.ask(call, Request::Disconnect(request)).unwrap();
        bench.out();
        assert_eq!(bench.expire(), 30, "T305");
        let release = bench.sent();
        let again = if repeat_facilities { " 1C 02 9F AA" } else { "" };
        assert_eq!(release, [format!("08 02 00 01 4D 08 02 81 91{again}")]);
        assert_eq!(bench.expire(), 4, "T308");
        assert_eq!(bench.sent(), release);
        bench.hear("08 02 80 01 02");
        assert_eq!(bench.out(), (vec![], vec![]), "what crosses the clearing gets no STATUS");
        assert_eq!(bench.expire(), 4, "T308");
        let (sent, told) = bench.out();
        assert_eq!(sent, ["08 02 00 00 46 18 03 A9 83 81 79 01 80"], "RESTART of the channel");
        let end = End::Timer(Timer::T308);
        assert_eq!(told, [Event::Released { call, cause: Cause::USER_BUSY, end, facilities: vec![] }]);
        assert_eq!((bench.engine.channels_blocked(), bench.engine.channels_busy()), (2, 0));
        bench.hear("08 02 80 00 4E 18 03 A9 83 81 79 01 80");
        assert_eq!(bench.told(), [Event::Restarted { channels: 2 }]);
        assert_eq!(bench.engine.channels_blocked(), 0);
        bench.assert_idle();
    }
}

#[test]
fn disconnects_that_cross_end_without_release_complete() {
    let mut bench = Bench::new();
    let call = bench.setup(outgoing());
    bench.hear("08 02 80 01 02");
    bench.out();
    let request = Clearing { facilities: apdu(), ..clearing(Cause::USER_BUSY) };
    bench.ask(call, Request::Disconnect(request)).unwrap();
    bench.out();
    bench.hear("08 02 80 01 45 08 02 81 90");
    assert_eq!(bench.sent(), ["08 02 00 01 4D 08 02 81 91 1C 02 9F AA"]);
    bench.hear("08 02 80 01 4D 08 02 81 90 1C 02 9F AA");
    let (sent, told) = bench.out();
    assert!(sent.is_empty());
    assert!(
        matches!(&told[..], [Event::Released { end: End::Release, facilities, .. }] if *facilities == apdu())
    );
    bench.assert_idle();
}

#[test]
fn a_release_that_hurries_a_disconnect_on_carries_its_apdus() {
    let mut bench = Bench::new();
    let call = bench.setup(outgoing());
    bench.hear("08 02 80 01 02");
    let request = Clearing { facilities: apdu(), ..clearing(Cause::USER_BUSY) };
    bench.ask(call, Request::Disconnect(request)).unwrap();
    bench.out();
    bench.ask(call, Request::Release(clearing(Cause::USER_BUSY))).unwrap();
    assert_eq!(bench.sent(), ["08 02 00 01 4D 08 02 81 91 1C 02 9F AA"]);
}

#[test]
fn a_disconnect_waits_for_call_control_and_is_answered_with_release() {
    let mut bench = Bench::new();
    let call = bench.setup(outgoing());
    bench.hear("08 02 80 01 02");
    bench.out();
    bench.hear("08 02 80 01 45 08 02 81 91 1C 02 9F AA");
    let (sent, told) = bench.out();
    assert!(sent.is_empty());
    assert_eq!(told, [Event::Disconnect { call, cause: Cause::USER_BUSY, facilities: apdu() }]);
    assert_eq!(
        bench.ask(call, Request::Facility { facilities: apdu() }),
        Err(Misuse::WrongState { call, state: State::DisconnectIndication })
    );
    bench.ask(call, Request::Release(clearing(Cause::NORMAL_CALL_CLEARING))).unwrap();
    assert_eq!(bench.sent(), ["08 02 00 01 4D 08 02 81 90"]);
    bench.hear("08 02 80 01 5A");
    assert!(matches!(bench.told()[..], [Event::Released { end: End::ReleaseComplete, .. }]));
    bench.assert_idle();
}

#[test]
fn a_call_without_response_is_refused_with_release_complete() {
    let mut bench = Bench::user_side();
    let call = bench.incoming(SETUP);
    bench.ask(call, Request::Disconnect(clearing(Cause::UNALLOCATED_NUMBER))).unwrap();
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 80 01 5A 08 02 81 81"]);
    let cause = Cause::UNALLOCATED_NUMBER;
    assert_eq!(told, [Event::Released { call, cause, end: End::Local, facilities: vec![] }]);
    bench.assert_idle();
    assert_eq!(bench.ask(call, Request::Proceeding), Err(Misuse::NoCall(call)));
}

#[test]
fn each_wait_of_the_caller_ends() {
    let t301 = ("08 02 80 01 01", 180, "08 02 00 01 45 08 02 81 93");
    let t310 = ("08 02 80 01 02", 110, "08 02 00 01 45 08 05 81 E6 33 31 30");
    let t304 = ("08 02 80 01 0D", 20, "08 02 00 01 45 08 05 81 E6 33 30 34");
    for (heard, seconds, said) in [t301, t310, t304] {
        let mut bench = Bench::new();
        let call = bench.setup(outgoing());
        bench.hear(heard);
        bench.out();
        assert_eq!(bench.expire(), seconds);
        let (sent, told) = bench.out();
        assert_eq!(sent, [said]);
        assert!(matches!(told[..], [Event::Clearing { .. }]), "{told:?}");
        assert_eq!(bench.state(call), Some(State::DisconnectRequest));
    }
}

#[test]
fn requests_without_link_channel_or_room_are_refused_and_change_nothing() {
    let mut bench = Bench::new();
    let limits = Parameters { max_calls: 1, ..Parameters::default() };
    let mut full = Bench::with(limits);
    full.setup(outgoing());
    full.out();
    assert_eq!(full.engine.setup(full.now, outgoing()), Err(SetupRefused::Limit));
    full.hear("08 02 00 07 05 04 03 80 90 A3 18 03 A9 83 82 70 05 80 32 30 30 32 A1");
    assert_eq!(full.sent(), ["08 02 80 07 5A 08 02 81 AF"]);

    bench.setup(Setup { channel: Some(4), ..outgoing() });
    bench.out();
    let again = Setup { channel: Some(4), ..outgoing() };
    assert_eq!(bench.engine.setup(bench.now, again), Err(SetupRefused::NoChannel));
    bench.link(crate::DataLink::Down);
    bench.out();
    assert_eq!(bench.engine.setup(bench.now, outgoing()), Err(SetupRefused::LinkDown));
    assert_eq!(SetupRefused::LinkDown.cause().value(), 27);
    assert_eq!((bench.engine.counters().opened, bench.engine.counters().ended), (1, 1));
}

#[test]
fn the_messages_of_one_call_do_not_touch_another() {
    let mut bench = Bench::new();
    let first = bench.setup(outgoing());
    let second = bench.setup(outgoing());
    let third = bench.incoming(&SETUP.replace("18 03 A9 83 81", "18 03 A9 83 89"));
    bench.hear("08 02 80 02 5A 08 02 81 91");
    assert_eq!(bench.state(second), None);
    assert_eq!(bench.state(first), Some(State::CallInitiated), "reference 1 of ours");
    assert_eq!(bench.state(third), Some(State::CallPresent), "reference 1 of the peer");
    bench.hear("08 01 01 5A 08 02 81 91");
    assert_eq!(bench.state(third), None, "a reference of one octet is the same value");
    assert_eq!(bench.state(first), Some(State::CallInitiated));
}

#[test]
fn logical_numbers_and_slot_maps_are_answered_in_kind() {
    let logical = Parameters { channel_numbering: ChannelNumbering::Logical, ..Parameters::default() };
    let mut bench = Bench::with(Parameters { side: qsig_core::Side::User, ..logical });
    bench.setup(outgoing());
    assert!(bench.sent()[0].contains("18 03 A9 83 9E"), "slot 31 is number 30");
    let call = bench.incoming(&SETUP.replace("18 03 A9 83 81", "18 06 A9 93 00 02 00 00"));
    assert_eq!(bench.engine.channel(call), Some(17));
    bench.ask(call, Request::Proceeding).unwrap();
    assert_eq!(bench.sent(), ["08 02 80 01 02 18 06 A9 93 00 02 00 00"]);
}

#[test]
fn what_came_in_is_kept_octet_for_octet() {
    let mut bench = Bench::user_side();
    bench.hear(
        "08 02 00 01 05 04 03 80 90 A3 18 03 A9 83 81 70 05 80 32 30 30 32 71 04 80 50 01 02 7C 02 88 90 \
         7D 02 91 81 9C 31 01 85",
    );
    let told = bench.told();
    let [Event::Setup { setup, .. }] = &told[..] else { panic!("{told:?}") };
    let bearer = super::bench::octets("04 03 80 90 A3 7C 02 88 90 7D 02 91 81");
    assert_eq!(setup.bearer.as_octets(), bearer);
    assert_eq!((setup.transit_counter, setup.sending_complete, setup.kind), (Some(5), false, Kind::Call));
    let mut far = Bench::new();
    far.setup(Setup { channel: Some(1), ..setup.clone() });
    assert_eq!(
        far.sent(),
        ["08 02 00 01 05 04 03 80 90 A3 18 03 A9 83 81 70 05 80 32 30 30 32 71 04 80 50 01 02 7C 02 88 90 \
          7D 02 91 81 9C 31 01 85"]
    );
}

#[test]
fn an_apdu_that_fits_into_no_element_is_left_out_and_told() {
    let mut bench = Bench::new();
    bench.setup(Setup { facilities: vec![bytes::Bytes::from(vec![0; 256])], ..outgoing() });
    let (sent, told) = bench.out();
    assert_eq!(sent, [SETUP]);
    assert_eq!(told, [Event::Fault { call: None, fault: Fault::TooLong { message_type: 0x05 } }]);
}
