//! Call-independent signalling connections, octet by octet. Clause: ECMA-165 and the examples of ECMA-186.

use alloc::{format, vec};

use bytes::Bytes;
use qsig_core::Cause;

use super::bench::{Bench, CONNECTION, apdu, clearing, connection, number, octets};
use crate::{
    Clearing, DataLink, End, Event, Fault, Kind, Misuse, Parameters, Request, Setup, SetupRefused, State,
    Timer,
};

/// ccbsRequest of user 1001 for user 2002, as the contents of a Facility element.
const CCBS_REQUEST: &str = "9F AA 06 80 01 00 82 01 00 8B 01 01 A1 23 02 01 01 02 01 28 30 1B A0 06 80 04 \
                            31 30 30 31 80 04 32 30 30 32 40 05 04 03 80 90 A3 8C 01 FF 8D 01 FF";
/// Its result, no-path-reservation and retain-service.
const CCBS_RESULT: &str = "9F AA 06 80 01 00 82 01 00 8B 01 00 A2 10 02 01 01 30 0B 02 01 28 30 06 80 01 FF \
                           81 01 FF";
/// ccCancel.
const CC_CANCEL: &str = "9F AA 06 80 01 00 82 01 00 8B 01 01 A1 08 02 01 09 02 01 1C 05 00";

fn facility(hex: &str) -> alloc::vec::Vec<Bytes> {
    vec![Bytes::from(octets(hex))]
}

/// A bench whose next reference is 2, as in the examples.
fn bench() -> Bench {
    let mut bench = Bench::new();
    let first = bench.setup(connection());
    bench.hear("08 02 80 01 5A 08 02 81 90");
    assert_eq!(bench.state(first), None);
    bench.out();
    bench
}

#[test]
fn a_request_is_carried_and_its_connection_retained_and_released() {
    let mut bench = bench();
    let call = bench.setup(Setup { facilities: facility(CCBS_REQUEST), ..connection() });
    let setup = format!(
        "08 02 00 02 05 04 02 A8 80 18 01 AC 1C 31 {CCBS_REQUEST} 6C 06 00 81 31 30 30 31 70 05 80 32 30 30 32 A1"
    );
    assert_eq!(bench.sent(), [setup]);
    assert_eq!((bench.engine.connections(), bench.engine.channels_busy()), (1, 0));
    bench.hear("08 02 80 02 02 18 01 AC");
    assert_eq!(bench.told(), [Event::Proceeding { call }]);
    bench.hear(&format!("08 02 80 02 07 18 01 AC 1C 1E {CCBS_RESULT}"));
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 00 02 0F"]);
    assert_eq!(told, [Event::Connected { call, facilities: facility(CCBS_RESULT), connected: None }]);

    bench.ask(call, Request::Facility { facilities: facility(CC_CANCEL) }).unwrap();
    assert_eq!(bench.sent(), [format!("08 02 00 02 62 1C 16 {CC_CANCEL}")]);
    let cancel = Clearing { facilities: facility(CC_CANCEL), ..clearing(Cause::NORMAL_CALL_CLEARING) };
    bench.ask(call, Request::Release(cancel)).unwrap();
    let release = format!("08 02 00 02 4D 08 02 81 90 1C 16 {CC_CANCEL}");
    let first = bench.sent();
    assert_eq!(first, [release]);
    bench.expire();
    assert_eq!(bench.sent(), first, "T308 repeats the APDU");
    bench.hear("08 02 80 02 4D 08 02 81 90 1C 02 9F AA");
    let (sent, told) = bench.out();
    assert!(sent.is_empty(), "RELEASE from both ends");
    let cause = Cause::NORMAL_CALL_CLEARING;
    assert_eq!(told, [Event::Released { call, cause, end: End::Release, facilities: apdu() }]);
    bench.assert_idle();
}

#[test]
fn the_incoming_side_answers_as_the_examples_do() {
    let mut bench = Bench::user_side();
    bench.hear(CONNECTION);
    let told = bench.told();
    let [Event::Setup { call, setup }] = &told[..] else { panic!("{told:?}") };
    assert_eq!(*setup, connection());
    assert_eq!(bench.ask(*call, Request::Disconnect(clearing(Cause::USER_BUSY))), {
        Err(Misuse::WrongState { call: *call, state: State::CallPresent })
    });
    bench.ask(*call, Request::Proceeding).unwrap();
    assert_eq!(bench.sent(), ["08 02 80 02 02 18 01 AC"]);
    bench.ask(*call, Request::Connect { facilities: facility(CCBS_RESULT), connected: None }).unwrap();
    assert_eq!(bench.sent(), [format!("08 02 80 02 07 18 01 AC 1C 1E {CCBS_RESULT}")]);
    bench.hear("08 02 00 02 0F");
    assert!(matches!(bench.told()[..], [Event::Connected { .. }]));
    bench.hear("08 02 00 02 4D 08 02 81 90");
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 80 02 5A 08 02 81 90"]);
    assert!(matches!(told[..], [Event::Released { end: End::Release, .. }]));
    bench.assert_idle();
}

#[test]
fn a_connection_is_known_by_bearer_or_by_d_channel_and_seizes_none() {
    for hex in [CONNECTION.replace("A8 80", "88 90"), CONNECTION.replace("18 01 AC", "18 03 A9 83 81")] {
        let mut bench = Bench::user_side();
        bench.hear(&hex);
        let told = bench.told();
        let [Event::Setup { setup, .. }] = &told[..] else { panic!("{told:?}") };
        assert_eq!((setup.kind, setup.channel), (Kind::Connection, None));
        assert_eq!((bench.engine.connections(), bench.engine.channels_busy()), (1, 0));
    }
}

#[test]
fn an_unanswered_setup_refusal_ends_at_once() {
    let mut bench = Bench::user_side();
    let call = bench.incoming(CONNECTION);
    let refusal = Clearing { facilities: apdu(), ..clearing(Cause::FACILITY_NOT_IMPLEMENTED) };
    bench.ask(call, Request::Release(refusal)).unwrap();
    assert_eq!(bench.sent(), ["08 02 80 02 5A 08 02 81 C5 1C 02 9F AA"]);
    bench.assert_idle();
}

#[test]
fn t310_bounds_a_supervised_connection_and_taudit_watches_another() {
    let mut bench = Bench::new();
    let call = bench.setup(Setup { repeat_facilities: true, ..connection() });
    bench.hear("08 02 80 01 02 18 01 AC");
    bench.out();
    assert_eq!(bench.expire(), 120, "T310");
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 00 01 4D 08 05 81 E6 33 31 30 1C 02 9F AA"], "with the ccCancel of the SETUP");
    let cause = Cause::RECOVERY_ON_TIMER_EXPIRY;
    assert_eq!(told, [Event::Clearing { call, cause, facilities: vec![] }]);

    let mut bench = Bench::new();
    let call = bench.setup(Setup { supervised: false, ..connection() });
    bench.hear("08 02 80 01 02 18 01 AC");
    bench.out();
    assert_eq!(bench.expire(), 600, "TAUDIT");
    assert_eq!(bench.sent(), ["08 02 00 01 75"]);
    bench.hear("08 02 80 01 7D 08 02 81 9E 14 01 09");
    bench.out();
    assert_eq!(bench.expire(), 600, "TAUDIT again");
    bench.hear("08 02 80 01 5A 08 02 81 D1");
    let (_, told) = bench.out();
    let cause = Cause::INVALID_CALL_REFERENCE;
    assert_eq!(told, [Event::Released { call, cause, end: End::ReleaseComplete, facilities: vec![] }]);
    bench.assert_idle();
}

#[test]
fn an_incompatible_status_never_clears_a_connection() {
    let mut bench = Bench::new();
    let call = bench.setup(connection());
    bench.hear("08 02 80 01 07 18 01 AC");
    bench.out();
    for _ in 0..3 {
        bench.hear("08 02 80 01 7D 08 02 81 E5 14 01 06");
        let (sent, told) = bench.out();
        assert!(sent.is_empty());
        let fault = Fault::Status { cause: Some(Cause::WRONG_STATE), state: Some(6) };
        assert_eq!(told, [Event::Fault { call: Some(call), fault }]);
    }
    assert_eq!(bench.state(call), Some(State::Active));
}

#[test]
fn a_disconnect_on_a_connection_is_answered_with_release() {
    let mut bench = Bench::new();
    let call = bench.setup(connection());
    bench.hear("08 02 80 01 07 18 01 AC");
    bench.out();
    bench.hear("08 02 80 01 45 08 02 81 91 1C 02 9F AA");
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 00 01 4D 08 02 81 90"]);
    assert_eq!(told, [Event::Clearing { call, cause: Cause::USER_BUSY, facilities: apdu() }]);
}

#[test]
fn an_active_connection_outlives_a_link_failure_by_t309_and_is_asked_for_on_return() {
    let mut bench = Bench::new();
    let active = bench.setup(connection());
    bench.hear("08 02 80 01 07 18 01 AC");
    let waiting = bench.setup(connection());
    bench.out();
    bench.link(DataLink::Down);
    let told = bench.told();
    assert!(told.contains(&Event::LinkLost { call: active }));
    let cause = Cause::DESTINATION_OUT_OF_ORDER;
    let lost = Event::Released { call: waiting, cause, end: End::LinkLost, facilities: vec![] };
    assert!(told.contains(&lost), "{told:?}");
    assert_eq!(bench.engine.setup(bench.now, connection()), Err(SetupRefused::LinkDown));
    bench.link(DataLink::Up);
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 00 01 75"]);
    assert_eq!(told, [Event::LinkBack { call: active }]);
    bench.link(DataLink::Down);
    bench.out();
    assert_eq!(bench.expire(), 90, "T309");
    let (_, told) = bench.out();
    let end = End::Timer(Timer::T309);
    assert_eq!(told, [Event::Released { call: active, cause, end, facilities: vec![] }]);
    bench.link(DataLink::Up);
    bench.assert_idle();
}

#[test]
fn too_many_connections_are_refused_and_cost_nothing() {
    let mut bench = Bench::with(Parameters { max_connections: 2, ..Parameters::default() });
    for reference in 1..=50 {
        bench.hear(&CONNECTION.replace("00 02 05", &format!("00 {reference:02X} 05")));
    }
    let sent = bench.sent();
    assert_eq!(sent.len(), 48);
    assert_eq!(sent[0], "08 02 80 03 5A 08 02 81 AF");
    let counters = bench.engine.counters();
    assert_eq!((bench.engine.connections(), counters.refused, counters.opened), (2, 48, 2));
}

#[test]
fn facility_on_the_dummy_reference_belongs_to_nobody() {
    let mut bench = Bench::new();
    let calling = connection().calling;
    let told = Event::Connectionless { called: Some(number("2002")), calling, facilities: apdu() };
    bench.hear("08 00 62 1C 02 9F AA 6C 06 00 81 31 30 30 31 70 05 80 32 30 30 32");
    assert_eq!(bench.out(), (vec![], vec![told]));
    bench.hear("08 00 62");
    bench.hear("08 00 05 04 02 A8 80");
    let (sent, told) = bench.out();
    assert!(sent.is_empty());
    assert_eq!(told.len(), 2, "{told:?}");
}

#[test]
fn a_connection_is_counted_apart_from_calls() {
    let mut bench = Bench::new();
    bench.setup(connection());
    bench.setup(super::bench::outgoing());
    assert_eq!((bench.engine.connections(), bench.engine.calls()), (1, 1));
}
