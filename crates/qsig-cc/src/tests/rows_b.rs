//! Rows of user B's table that two well-behaved ends do not show, and the limits.

use alloc::{vec, vec::Vec};
use core::time::Duration;

use qsig_core::{Cause, Instant, NumberingPlan, Output, PartyNumber, TypeOfNumber};
use qsig_rose::Problem;

use crate::{
    Action, Apdu, Call, Caller, CcError, Connection, EndCause, Ended, Operation, Parties, Peer, RecordId,
    Service, Terminating,
    fixtures::{SPEECH, at, number, parties},
    terminating::{Admission, Event, Input, Parameters, Response, Terms},
};

const PEER: Peer = Peer(7);
const OTHER: Peer = Peer(8);
const CIS: Connection = Connection::Offered(1);
const EXEC: Connection = Connection::Opened(1);
const CALL: Call = Call::Offered(1);

fn drain(engine: &mut Terminating) -> (Vec<Action>, Vec<Event>, Option<Instant>) {
    let (mut actions, mut events) = (Vec::new(), Vec::new());
    loop {
        match engine.poll_output() {
            Output::Transmit(action) => actions.push(action),
            Output::Event(event) => events.push(event),
            Output::Wait(until) => return (actions, events, until),
        }
    }
}

fn after(engine: &mut Terminating, seconds: u64, input: Input) -> (Vec<Action>, Vec<Event>) {
    engine.handle_input(at(seconds), input).unwrap();
    let (actions, events, _) = drain(engine);
    (actions, events)
}

fn invoke(operation: Operation) -> Apdu {
    Apdu::Invoke { id: 900, operation }
}

fn engine_with(terms: Terms) -> Terminating {
    let mut engine = Terminating::new(Parameters::default());
    after(&mut engine, 1, Input::Target { number: "2001".parse().unwrap(), terms });
    engine
}

fn ask(connection: Connection, peer: Peer, parties: Parties, retain: Option<bool>) -> Input {
    let operation = Operation::Request {
        service: Service::Ccbs,
        parties,
        can_retain_service: true,
        retain_connection: retain,
    };
    Input::ConnectionOffered { connection, peer, apdus: vec![invoke(operation)] }
}

fn busy(busy: bool) -> Input {
    Input::Busy { number: "2001".parse().unwrap(), busy }
}

/// A request of 1001 for 2001, who is busy, is accepted.
fn accepted(retain: bool) -> (Terminating, RecordId) {
    let mut engine = engine_with(Terms::default());
    after(&mut engine, 1, busy(true));
    let (_, events) = after(&mut engine, 2, ask(CIS, PEER, parties("1001", "2001"), Some(retain)));
    let record = RecordId(1);
    assert_eq!(events, [Event::Accepted { record, retained: retain }]);
    if !retain {
        let (how, cause) = (Ended::ReleaseComplete, Cause::NORMAL_CALL_CLEARING);
        after(&mut engine, 2, Input::ConnectionEnded { connection: CIS, how, cause, apdus: vec![] });
    }
    (engine, record)
}

/// Its user A's side has been told; it is 15 s.
fn told(retain: bool) -> (Terminating, RecordId) {
    let (mut engine, record) = accepted(retain);
    after(&mut engine, 10, busy(false));
    let (actions, events) = after(&mut engine, 15, Input::Timeout);
    assert_eq!(events, [Event::Told { record }]);
    match actions.as_slice() {
        [Action::Facility { connection: CIS, .. }] => assert!(retain),
        [Action::Open { connection: EXEC, supervised: false, .. }] => assert!(!retain),
        _ => panic!("{actions:?}"),
    }
    (engine, record)
}

fn call(call: Call, peer: Peer, from: &str, operation: Operation) -> Input {
    Input::CallOffered {
        call,
        peer,
        from: Some(number(from)),
        to: number("2001"),
        service: SPEECH.into(),
        from_subaddress: None,
        to_subaddress: None,
        apdus: vec![invoke(operation)],
    }
}

fn lost(connection: Connection) -> Input {
    let (how, cause) = (Ended::Lost, Cause::DESTINATION_OUT_OF_ORDER);
    Input::ConnectionEnded { connection, how, cause, apdus: vec![] }
}

fn clear(cause: Cause, error: CcError) -> Action {
    Action::ClearCall { call: CALL, cause, apdus: vec![Apdu::Error { id: 900, error }] }
}

fn says_cancel(action: &Action) -> bool {
    let (Action::Open { apdus, .. } | Action::Release { apdus, .. }) = action else { return false };
    apdus.iter().any(|apdu| matches!(apdu, Apdu::Invoke { operation: Operation::Cancel(_), .. }))
}

#[test]
fn the_guard_must_pass_before_user_a_is_told() {
    let (mut engine, _) = accepted(true);
    engine.handle_input(at(10), busy(false)).unwrap();
    let (actions, events, wait) = drain(&mut engine);
    assert_eq!((actions, events, wait), (vec![], vec![], Some(at(15))));
    engine.handle_input(at(12), busy(true)).unwrap();
    engine.handle_input(at(13), busy(false)).unwrap();
    assert_eq!(drain(&mut engine).2, Some(at(18)), "it begins anew");
}

#[test]
fn retention_follows_the_request_then_the_terms_then_the_need() {
    let nobody = || Parties { a: Caller::NotAvailable, ..parties("1001", "2001") };
    let cases = [
        (parties("1001", "2001"), Some(true), Response::Release, true),
        (parties("1001", "2001"), Some(false), Response::Retain, false),
        (parties("1001", "2001"), None, Response::Release, false),
        (parties("1001", "2001"), None, Response::Retain, true),
        (nobody(), Some(false), Response::Release, true),
    ];
    for (parties, retain, response, retained) in cases {
        let mut engine =
            engine_with(Terms { response, guard_ccbs: Duration::from_secs(60), ..Terms::default() });
        let (actions, events) = after(&mut engine, 2, ask(CIS, PEER, parties, retain));
        assert_eq!(events, [Event::Accepted { record: RecordId(1), retained }]);
        let result = vec![Apdu::Result {
            id: 900,
            service: Some(Service::Ccbs),
            no_path_reservation: true,
            retain_service: false,
        }];
        let answer = if retained {
            Action::Accept { connection: CIS, apdus: result }
        } else {
            Action::Release { connection: CIS, cause: Cause::NORMAL_CALL_CLEARING, apdus: result }
        };
        assert_eq!(actions, [Action::Proceed { connection: CIS }, answer]);
    }
}

#[test]
fn limits_and_terms_refuse_and_keep_nothing() {
    let closed = |admission| Terms { admission, ..Terms::default() };
    let cases = [
        (closed(Admission::Closed), "2001", CcError::LongTermRejection),
        (closed(Admission::ClosedForNow), "2001", CcError::ShortTermRejection),
        (Terms { max_requests: 0, ..Terms::default() }, "2001", CcError::ShortTermRejection),
        (Terms::default(), "2999", CcError::LongTermRejection),
    ];
    for (terms, b, error) in cases {
        let mut engine = engine_with(terms);
        let (actions, events) = after(&mut engine, 2, ask(CIS, PEER, parties("1001", b), None));
        let apdus = vec![Apdu::Error { id: 900, error }];
        let cause = Cause::NORMAL_CALL_CLEARING;
        assert_eq!(actions, [Action::Release { connection: CIS, cause, apdus }]);
        assert_eq!(events, [Event::RefusedRequest { peer: PEER, error }]);
        assert_eq!(engine.records().count(), 0);
        assert_eq!(drain(&mut engine).2, None, "no timer is kept");
    }
    let mut engine = Terminating::new(Parameters { max_per_caller: 2, ..Parameters::default() });
    for (place, b) in (1..).zip(["2001", "2002", "2003"]) {
        after(&mut engine, 1, Input::Target { number: b.parse().unwrap(), terms: Terms::default() });
        after(&mut engine, 1, Input::Busy { number: b.parse().unwrap(), busy: true });
        after(&mut engine, 2, ask(Connection::Offered(place), PEER, parties("1001", b), None));
    }
    assert_eq!((engine.counters().accepted, engine.counters().refused), (2, 1));
}

#[test]
fn callers_without_a_number_are_not_taken_for_one_user() {
    let nobody = |b| Parties { a: Caller::NumberWithheld, ..parties("1001", b) };
    let mut engine = Terminating::new(Parameters { max_per_caller: 1, ..Parameters::default() });
    for b in ["2001", "2002"] {
        after(&mut engine, 1, Input::Target { number: b.parse().unwrap(), terms: Terms::default() });
        after(&mut engine, 1, Input::Busy { number: b.parse().unwrap(), busy: true });
    }
    for (place, b) in (1..).zip(["2001", "2002", "2001"]) {
        let (_, events) = after(&mut engine, 2, ask(Connection::Offered(place), PEER, nobody(b), None));
        assert_eq!(events, [Event::Accepted { record: RecordId(place), retained: true }], "{b}");
    }
    // The same twice in one SETUP is one request.
    let operation = Operation::Request {
        service: Service::Ccbs,
        parties: nobody("2002"),
        can_retain_service: false,
        retain_connection: None,
    };
    let apdus = vec![invoke(operation.clone()), invoke(operation)];
    let connection = Connection::Offered(9);
    after(&mut engine, 3, Input::ConnectionOffered { connection, peer: PEER, apdus });
    assert_eq!((engine.counters().accepted, engine.counters().ignored), (4, 1));
}

#[test]
fn a_call_without_a_calling_number_is_for_the_caller_who_was_told() {
    let nobody = Parties { a: Caller::NumberWithheld, ..parties("1001", "2001") };
    let mut engine = engine_with(Terms::default());
    after(&mut engine, 1, busy(true));
    for place in [1, 2] {
        after(&mut engine, 2, ask(Connection::Offered(place), PEER, nobody.clone(), None));
    }
    after(&mut engine, 10, busy(false));
    after(&mut engine, 15, Input::Timeout);
    let apdus = vec![invoke(Operation::Suspend)];
    let (_, events) = after(&mut engine, 16, Input::Facility { connection: CIS, apdus });
    assert!(events.contains(&Event::Told { record: RecordId(2) }), "{events:?}");
    let Input::CallOffered { call, peer, to, service, apdus, .. } =
        call(CALL, PEER, "1001", Operation::Ringout)
    else {
        unreachable!()
    };
    let (from, from_subaddress, to_subaddress) = (None, None, None);
    let offered = Input::CallOffered { call, peer, from, to, service, from_subaddress, to_subaddress, apdus };
    let (actions, _) = after(&mut engine, 17, offered);
    assert_eq!(actions, [Action::AdmitCall { call: CALL, record: RecordId(2) }]);
}

#[test]
fn the_same_request_again_is_refused_while_its_connection_is_up() {
    let (mut engine, record) = accepted(true);
    let second = Connection::Offered(2);
    let (actions, _) = after(&mut engine, 3, ask(second, PEER, parties("1001", "2001"), None));
    let apdus = vec![Apdu::Error { id: 900, error: CcError::ShortTermRejection }];
    let cause = Cause::NORMAL_CALL_CLEARING;
    assert_eq!(
        actions,
        [Action::Release { connection: second, cause, apdus }, Action::Enquire { connection: CIS }]
    );
    assert!(engine.record(record).is_some());
}

#[test]
fn trace_10_the_same_request_again_without_a_connection_gets_the_same_result() {
    let (mut engine, record) = accepted(false);
    let second = Connection::Offered(2);
    let (actions, events) = after(&mut engine, 100, ask(second, PEER, parties("1001", "2001"), Some(true)));
    assert!(matches!(
        actions.as_slice(),
        [Action::Proceed { .. }, Action::Accept { connection, .. }] if *connection == second
    ));
    assert_eq!(events, [], "no counter moves");
    let view = engine.record(record).unwrap();
    assert_eq!((view.state, view.timers), ("CC-Invoked-B-RET", vec![("T2", at(2 + 3_600 + 60))]));
    assert_eq!((engine.records().count(), engine.counters().accepted), (1, 1));
}

#[test]
fn a_callback_asked_for_anew_after_its_time_ran_out_in_ringing_has_a_life_again() {
    let (mut engine, record) = told(true);
    after(&mut engine, 16, call(CALL, PEER, "1001", Operation::Ringout));
    after(&mut engine, 20, lost(CIS));
    let t2 = 2 + 3_600 + 60;
    assert_eq!(after(&mut engine, t2, Input::Timeout), (vec![], vec![]), "the call decides");
    after(&mut engine, t2 + 1, ask(Connection::Offered(2), PEER, parties("1001", "2001"), Some(true)));
    assert_eq!(engine.record(record).unwrap().timers, [("T2", at(t2 + 1 + 3_600 + 60))]);
}

#[test]
fn a_call_that_completes_nothing_is_cleared_with_failure_to_match() {
    let (mut engine, _) = told(true);
    for (peer, from) in [(PEER, "1002"), (OTHER, "1001")] {
        let (actions, events) = after(&mut engine, 16, call(CALL, peer, from, Operation::Ringout));
        assert_eq!(actions, [clear(Cause::NORMAL_UNSPECIFIED, CcError::FailureToMatch)]);
        assert_eq!(events, []);
    }
}

#[test]
fn a_call_whose_numbers_have_other_types_is_found_when_no_callback_fits_better() {
    let typed = |kind| PartyNumber { plan: NumberingPlan::Private, kind, ..number("1001") };
    let told_typed = || {
        let mut engine = engine_with(Terms::default());
        let a = Caller::Allowed(typed(TypeOfNumber::NATIONAL));
        after(&mut engine, 2, ask(CIS, PEER, Parties { a, ..parties("1001", "2001") }, None));
        engine
    };
    let offer = |from| {
        let mut input = call(CALL, PEER, "1001", Operation::Ringout);
        if let Input::CallOffered { from: calling, .. } = &mut input {
            *calling = Some(from);
        }
        input
    };
    let abbreviated = offer(typed(TypeOfNumber::ABBREVIATED));
    let admitted = |record| [Action::AdmitCall { call: CALL, record: RecordId(record) }];
    let (actions, _) = after(&mut told_typed(), 20, abbreviated.clone());
    assert_eq!(actions, admitted(1));
    let public = PartyNumber { plan: NumberingPlan::Public, ..typed(TypeOfNumber::NATIONAL) };
    let (actions, _) = after(&mut told_typed(), 20, offer(public));
    assert_eq!(actions, [clear(Cause::NORMAL_UNSPECIFIED, CcError::FailureToMatch)], "plans must agree");
    // The one that fits exactly wins over the one that came first.
    let mut engine = engine_with(Terms::default());
    after(&mut engine, 1, busy(true));
    for (place, kind) in [(1, TypeOfNumber::NATIONAL), (2, TypeOfNumber::ABBREVIATED)] {
        let parties = Parties { a: Caller::Allowed(typed(kind)), ..parties("1001", "2001") };
        after(&mut engine, 2, ask(Connection::Offered(place), PEER, parties, None));
    }
    engine.handle_input(at(3), busy(false)).unwrap();
    drain(&mut engine);
    let (actions, _) = after(&mut engine, 4, abbreviated);
    assert_eq!(actions, admitted(2));
}

#[test]
fn a_path_reservation_is_declined_and_the_callback_goes_on() {
    let (mut engine, record) = told(true);
    let (actions, events) = after(&mut engine, 16, call(CALL, PEER, "1001", Operation::PathReserve));
    assert_eq!(actions, [clear(Cause::INTERWORKING, CcError::FailedDueToInterworking)]);
    assert_eq!(events, []);
    let second = Call::Offered(2);
    let (actions, _) = after(&mut engine, 17, call(second, PEER, "1001", Operation::Ringout));
    assert_eq!(actions, [Action::AdmitCall { call: second, record }]);
}

#[test]
fn a_second_call_for_one_callback_is_refused() {
    let (mut engine, record) = told(true);
    after(&mut engine, 16, call(Call::Offered(5), PEER, "1001", Operation::Ringout));
    let (actions, _) = after(&mut engine, 17, call(CALL, PEER, "1001", Operation::Ringout));
    assert_eq!(actions, [clear(Cause::NORMAL_UNSPECIFIED, CcError::FailureToMatch)]);
    assert_eq!(engine.record(record).unwrap().state, "CC-Ringing-B");
}

#[test]
fn user_b_who_rings_is_busy_for_the_next_one_until_the_call_is_over() {
    let (mut engine, record) = told(true);
    after(&mut engine, 16, ask(Connection::Offered(2), PEER, parties("1002", "2001"), Some(true)));
    after(&mut engine, 16, call(CALL, PEER, "1001", Operation::Ringout));
    let (actions, events) = after(&mut engine, 17, Input::CallAlerting { call: CALL });
    assert_eq!(events, [Event::Ended { record, cause: EndCause::Connected }]);
    assert_eq!(actions, [], "the far end clears the connection");
    engine.handle_input(at(30), Input::CallEnded { call: CALL, by_caller: true, apdus: vec![] }).unwrap();
    let (actions, _, wait) = drain(&mut engine);
    assert_eq!((actions, wait), (vec![], Some(at(35))), "the guard of the next one");
    let (_, events) = after(&mut engine, 35, Input::Timeout);
    assert_eq!(events, [Event::Told { record: RecordId(2) }]);
}

#[test]
fn whoever_ends_the_call_before_it_rings_gives_the_callback_its_cause() {
    for (by_caller, cause) in [(true, EndCause::CancelledByA), (false, EndCause::CallFailed)] {
        let (mut engine, record) = told(true);
        after(&mut engine, 16, call(CALL, PEER, "1001", Operation::Ringout));
        let over = Input::CallEnded { call: CALL, by_caller, apdus: vec![] };
        let (actions, events) = after(&mut engine, 17, over);
        assert!(matches!(actions.as_slice(), [release @ Action::Release { .. }] if says_cancel(release)));
        assert_eq!(events, [Event::Ended { record, cause }]);
    }
}

#[test]
fn a_connection_left_over_after_the_end_is_released_after_a_minute() {
    let (mut engine, _) = told(true);
    after(&mut engine, 16, call(CALL, PEER, "1001", Operation::Ringout));
    after(&mut engine, 17, Input::CallAlerting { call: CALL });
    let (_, _, wait) = drain(&mut engine);
    assert_eq!(wait, Some(at(77)));
    let (actions, _) = after(&mut engine, 77, Input::Timeout);
    let cause = Cause::NORMAL_CALL_CLEARING;
    assert_eq!(actions, [Action::Release { connection: CIS, cause, apdus: vec![] }]);
}

#[test]
fn whoever_believes_in_a_callback_that_is_over_is_told() {
    for (operation, cancels) in
        [(Operation::Suspend, true), (Operation::Resume, true), (Operation::Cancel(None), false)]
    {
        let (mut engine, _) = told(true);
        after(&mut engine, 16, call(CALL, PEER, "1001", Operation::Ringout));
        after(&mut engine, 17, Input::CallAlerting { call: CALL });
        let apdus = vec![invoke(operation)];
        let (actions, _) = after(&mut engine, 18, Input::Facility { connection: CIS, apdus });
        let [release @ Action::Release { connection: CIS, .. }] = actions.as_slice() else {
            panic!("{actions:?}")
        };
        assert_eq!(says_cancel(release), cancels);
    }
}

#[test]
fn trace_13_an_unanswered_notice_is_released_when_the_call_is_there_already() {
    let (mut engine, record) = told(false);
    after(&mut engine, 16, call(CALL, PEER, "1001", Operation::Ringout));
    let (actions, events) = after(&mut engine, 17, Input::CallAlerting { call: CALL });
    let cause = Cause::NORMAL_CALL_CLEARING;
    assert_eq!(actions, [Action::Release { connection: EXEC, cause, apdus: vec![] }]);
    assert_eq!(events, [Event::Ended { record, cause: EndCause::Connected }]);
}

#[test]
fn a_notice_that_cannot_be_delivered_is_tried_three_times() {
    let (mut engine, record) = told(false);
    for attempt in 1..=3 {
        let (actions, events) =
            after(&mut engine, 10 + attempt * 10, lost(Connection::Opened(u32::try_from(attempt).unwrap())));
        if attempt < 3 {
            assert_eq!((actions, events), (vec![], vec![]));
            let (_, events) = after(&mut engine, 20 + attempt * 10, Input::Timeout);
            assert_eq!(events, [Event::Told { record }]);
        } else {
            assert!(matches!(actions.as_slice(), [open @ Action::Open { .. }] if says_cancel(open)));
            assert_eq!(events, [Event::Ended { record, cause: EndCause::PeerGone }]);
        }
    }
}

#[test]
fn a_suspension_gives_the_notices_their_tries_back() {
    let (mut engine, record) = told(false);
    // The first two notices are lost; the third one is answered with ccSuspend.
    for attempt in [1, 2] {
        after(&mut engine, 10 + u64::from(attempt) * 10, lost(Connection::Opened(attempt)));
        let (_, events) = after(&mut engine, 20 + u64::from(attempt) * 10, Input::Timeout);
        assert_eq!(events, [Event::Told { record }]);
    }
    let third = Connection::Opened(3);
    let apdus = vec![invoke(Operation::Suspend)];
    after(&mut engine, 41, Input::ConnectionAccepted { connection: third, apdus });
    after(&mut engine, 42, Input::Facility { connection: third, apdus: vec![invoke(Operation::Resume)] });
    // Told again on it, and that is lost as well: there are tries left.
    let (_, events) = after(&mut engine, 43, lost(third));
    assert_eq!(events, [], "the callback goes on");
    assert_eq!(engine.record(record).unwrap().state, "CC-Invoked-B-RLS");
    let (_, events) = after(&mut engine, 51, Input::Timeout);
    assert_eq!(events, [Event::Told { record }]);
}

#[test]
fn an_owed_cancel_is_withdrawn_by_a_new_request_of_the_same_parties() {
    for (b, owed) in [("2001", 0), ("2002", 1)] {
        let (mut engine, record) = accepted(false);
        after(&mut engine, 2, Input::Target { number: "2002".parse().unwrap(), terms: Terms::default() });
        after(&mut engine, 3, Input::LinkDown { peer: PEER });
        after(&mut engine, 3, Input::Withdraw { record });
        assert_eq!(engine.cancels_owed(), 1);
        let (_, events) = after(&mut engine, 4, ask(Connection::Offered(2), PEER, parties("1001", b), None));
        assert_eq!(events, [Event::Accepted { record: RecordId(2), retained: true }]);
        assert_eq!(engine.cancels_owed(), owed, "{b}");
        let (actions, _) = after(&mut engine, 5, Input::LinkUp { peer: PEER });
        assert_eq!(actions.iter().filter(|action| says_cancel(action)).count(), owed, "{b}");
    }
}

#[test]
fn a_peer_that_connects_a_cancel_gets_it_again_in_release() {
    let (mut engine, record) = accepted(false);
    let (actions, _) = after(&mut engine, 3, Input::Withdraw { record });
    let [Action::Open { connection, .. }] = actions.as_slice() else { panic!("{actions:?}") };
    let accepted = Input::ConnectionAccepted { connection: *connection, apdus: vec![] };
    let (actions, _) = after(&mut engine, 4, accepted);
    assert!(matches!(actions.as_slice(), [release @ Action::Release { .. }] if says_cancel(release)));
}

#[test]
fn after_a_loss_no_new_connection_is_opened_for_eight_seconds_of_link() {
    let (mut engine, record) = told(true);
    after(&mut engine, 20, lost(CIS));
    after(&mut engine, 20, Input::LinkDown { peer: PEER });
    assert_eq!(after(&mut engine, 28, Input::Timeout), (vec![], vec![]), "the link is down");
    engine.handle_input(at(50), Input::LinkUp { peer: PEER }).unwrap();
    assert_eq!(drain(&mut engine).2, Some(at(58)));
    let (_, events) = after(&mut engine, 58, Input::Timeout);
    assert_eq!(events, [Event::Told { record }]);
}

#[test]
fn a_side_that_does_not_react_is_cancelled_after_tb_exec() {
    for retain in [true, false] {
        let (mut engine, record) = told(retain);
        assert_eq!(drain(&mut engine).2, Some(at(15 + 90)));
        let (actions, events) = after(&mut engine, 105, Input::Timeout);
        assert!(matches!(actions.as_slice(), [action] if says_cancel(action)), "{actions:?}");
        assert_eq!(events, [Event::Ended { record, cause: EndCause::TbExec }]);
    }
}

fn reject(id: Option<i32>) -> Apdu {
    Apdu::Reject { id, problem: Problem::UNRECOGNIZED_OPERATION }
}

#[test]
fn a_reject_of_the_notice_ends_the_callback_with_cancel() {
    for id in [Some(1), None] {
        let (mut engine, record) = told(true);
        let rejected = Input::Facility { connection: CIS, apdus: vec![reject(id)] };
        let (actions, events) = after(&mut engine, 16, rejected);
        assert!(matches!(actions.as_slice(), [release @ Action::Release { .. }] if says_cancel(release)));
        assert_eq!(events, [Event::Ended { record, cause: EndCause::PeerGone }], "{id:?}");
    }
    let (mut engine, record) = told(false);
    let (how, cause) = (Ended::ReleaseComplete, Cause::FACILITY_NOT_IMPLEMENTED);
    let apdus = vec![reject(Some(1))];
    let rejected = Input::ConnectionEnded { connection: EXEC, how, cause, apdus };
    let (actions, events) = after(&mut engine, 16, rejected);
    assert!(matches!(actions.as_slice(), [open @ Action::Open { .. }] if says_cancel(open)));
    assert_eq!(events, [Event::Ended { record, cause: EndCause::PeerGone }], "and it is not tried again");
}

#[test]
fn a_reject_of_anything_but_the_notice_ends_nothing() {
    let of_result = Apdu::Reject { id: Some(1), problem: Problem::MISTYPED_RESULT };
    for apdu in [reject(Some(9)), of_result] {
        let (mut engine, record) = told(true);
        let (actions, events) =
            after(&mut engine, 16, Input::Facility { connection: CIS, apdus: vec![apdu] });
        let ignored = Event::Ignored { peer: PEER, record: Some(record), what: "reject" };
        assert_eq!((actions, events), (vec![], vec![ignored]));
    }
    let (mut engine, record) = told(true);
    after(&mut engine, 16, call(CALL, PEER, "1001", Operation::Ringout));
    after(&mut engine, 17, Input::Facility { connection: CIS, apdus: vec![reject(None)] });
    assert_eq!(engine.record(record).unwrap().state, "CC-Ringing-B", "the call decides");
}

#[test]
fn a_short_t2_is_not_stretched_by_a_minute() {
    let t2_ccbs = Duration::from_secs(20);
    let mut engine = engine_with(Terms { t2_ccbs, ..Terms::default() });
    after(&mut engine, 1, busy(true));
    after(&mut engine, 2, ask(CIS, PEER, parties("1001", "2001"), Some(true)));
    assert_eq!(engine.record(RecordId(1)).unwrap().timers, [("T2", at(2 + 20 + 2))]);
}

#[test]
fn t2_lets_the_originating_side_come_first() {
    let (mut engine, record) = accepted(true);
    assert_eq!(drain(&mut engine).2, Some(at(2 + 3_600 + 60)));
    let (actions, events) = after(&mut engine, 3_662, Input::Timeout);
    assert!(matches!(actions.as_slice(), [release @ Action::Release { .. }] if says_cancel(release)));
    assert_eq!(events, [Event::Ended { record, cause: EndCause::T2 }]);
}

#[test]
fn another_peer_cannot_cancel() {
    let (mut engine, record) = accepted(false);
    let apdus = vec![invoke(Operation::Cancel(Some(parties("1001", "2001"))))];
    let offered = |peer, name| Input::ConnectionOffered {
        connection: Connection::Offered(name),
        peer,
        apdus: apdus.clone(),
    };
    assert_eq!(after(&mut engine, 3, offered(OTHER, 2)).1, []);
    assert!(engine.record(record).is_some());
    let (_, events) = after(&mut engine, 3, offered(PEER, 3));
    assert_eq!(events, [Event::Ended { record, cause: EndCause::CancelledByA }]);
}

#[test]
fn a_user_who_leaves_takes_the_callbacks_along() {
    let (mut engine, record) = accepted(true);
    let (actions, events) = after(&mut engine, 5, Input::TargetGone { number: "2001".parse().unwrap() });
    assert!(matches!(actions.as_slice(), [release @ Action::Release { .. }] if says_cancel(release)));
    assert_eq!(events, [Event::Ended { record, cause: EndCause::CancelledByB }]);
    assert_eq!(engine.records().count(), 0);
}

#[test]
fn a_withdrawal_stops_the_ringing() {
    let (mut engine, record) = told(true);
    after(&mut engine, 16, call(CALL, PEER, "1001", Operation::Ringout));
    let (actions, events) = after(&mut engine, 17, Input::Withdraw { record });
    let cause = Cause::NORMAL_CALL_CLEARING;
    assert_eq!(actions[0], Action::ClearCall { call: CALL, cause, apdus: vec![] });
    assert!(says_cancel(&actions[1]));
    assert_eq!(events, [Event::Ended { record, cause: EndCause::CancelledByB }]);
}
