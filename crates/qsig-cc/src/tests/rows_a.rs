//! Rows of user A's table that two well-behaved ends do not show, and the limits.

use alloc::{vec, vec::Vec};

use qsig_core::{Cause, Instant, Output};
use qsig_rose::Problem;

use crate::{
    Action, Apdu, Call, Caller, CcError, Connection, EndCause, Ended, Misuse, Operation, Originating,
    Parties, Peer, RecordId, Service,
    fixtures::{at, parties},
    originating::{Event, Input, Options, Parameters, Proposal, Refusal, Request, RequestRefused},
};

const PEER: Peer = Peer(7);
const OTHER: Peer = Peer(8);
const CIS: Connection = Connection::Opened(1);
const NEW: Connection = Connection::Offered(1);

fn drain(engine: &mut Originating) -> (Vec<Action>, Vec<Event>, Option<Instant>) {
    let (mut actions, mut events) = (Vec::new(), Vec::new());
    loop {
        match engine.poll_output() {
            Output::Transmit(action) => actions.push(action),
            Output::Event(event) => events.push(event),
            Output::Wait(until) => return (actions, events, until),
        }
    }
}

fn request(parties: Parties, proposal: Proposal) -> Request {
    let service = Service::Ccbs;
    Request { peer: PEER, service, parties, options: Options { proposal, ..Options::usual(service) } }
}

/// A request is under way; its invoke id is 1.
fn asked() -> (Originating, RecordId) {
    let mut engine = Originating::new(Parameters::default());
    let id = engine.request(at(1), request(parties("1001", "2001"), Proposal::Retain)).unwrap();
    drain(&mut engine);
    (engine, id)
}

fn result() -> Apdu {
    Apdu::Result { id: 1, service: Some(Service::Ccbs), no_path_reservation: true, retain_service: false }
}

fn invoke(operation: Operation) -> Apdu {
    Apdu::Invoke { id: 900, operation }
}

fn ended(how: Ended, cause: Cause, apdus: Vec<Apdu>) -> Input {
    Input::ConnectionEnded { connection: CIS, how, cause, apdus }
}

/// What is read of a result that is the invoke id 1 and nothing else.
fn bare_result() -> Vec<Apdu> {
    let contents = [0x9F, 0xAA, 6, 0x80, 1, 0, 0x82, 1, 0, 0x8B, 1, 0, 0xA2, 3, 2, 1, 1];
    let facility = qsig_rose::Facility::parse(&contents).unwrap();
    facility.components().filter_map(|component| crate::wire::decode(&component.unwrap())).collect()
}

/// The request is accepted and its connection retained.
fn retained() -> (Originating, RecordId) {
    let (mut engine, id) = asked();
    engine.handle_input(at(2), Input::ConnectionAccepted { connection: CIS, apdus: vec![result()] }).unwrap();
    drain(&mut engine);
    (engine, id)
}

/// User A is being called back.
fn recalled() -> (Originating, RecordId) {
    let (mut engine, id) = retained();
    let apdus = vec![invoke(Operation::ExecPossible(None))];
    engine.handle_input(at(3), Input::Facility { connection: CIS, apdus }).unwrap();
    assert_eq!(drain(&mut engine).1, [Event::Recall { record: id }]);
    (engine, id)
}

fn after(engine: &mut Originating, input: Input) -> (Vec<Action>, Vec<Event>) {
    engine.handle_input(at(10), input).unwrap();
    let (actions, events, _) = drain(engine);
    (actions, events)
}

fn says_cancel(action: &Action) -> bool {
    let (Action::Open { apdus, .. } | Action::Release { apdus, .. } | Action::Facility { apdus, .. }) =
        action
    else {
        return false;
    };
    apdus.iter().any(|apdu| matches!(apdu, Apdu::Invoke { operation: Operation::Cancel(_), .. }))
}

#[test]
fn the_request_asks_as_it_was_told_to() {
    for (proposal, retain) in
        [(Proposal::Retain, Some(true)), (Proposal::Release, Some(false)), (Proposal::Either, None)]
    {
        let mut engine = Originating::new(Parameters::default());
        engine.request(at(1), request(parties("1001", "2001"), proposal)).unwrap();
        let (actions, _, wait) = drain(&mut engine);
        let operation = Operation::Request {
            service: Service::Ccbs,
            parties: parties("1001", "2001"),
            can_retain_service: false,
            retain_connection: retain,
        };
        assert_eq!(
            actions,
            [Action::Open {
                connection: CIS,
                peer: PEER,
                from: parties("1001", "2001").a,
                to: parties("1001", "2001").b,
                from_subaddress: None,
                to_subaddress: None,
                apdus: vec![Apdu::Invoke { id: 1, operation }],
                supervised: true,
            }]
        );
        assert_eq!(wait, Some(at(31)), "T1");
    }
}

#[test]
fn without_a_number_of_user_a_the_connection_is_demanded() {
    let mut engine = Originating::new(Parameters::default());
    let nobody = Parties { a: Caller::NumberWithheld, ..parties("1001", "2001") };
    let id = engine.request(at(1), request(nobody, Proposal::Release)).unwrap();
    let (actions, ..) = drain(&mut engine);
    let [Action::Open { apdus, .. }] = actions.as_slice() else { panic!("{actions:?}") };
    let demanded = |apdu: &Apdu| {
        matches!(
            apdu,
            Apdu::Invoke { operation: Operation::Request { retain_connection: Some(true), .. }, .. }
        )
    };
    assert!(apdus.iter().all(demanded));
    engine.handle_input(at(2), Input::ConnectionAccepted { connection: CIS, apdus: vec![result()] }).unwrap();
    drain(&mut engine);
    let (actions, events) = after(&mut engine, ended(Ended::Lost, Cause::NORMAL_UNSPECIFIED, vec![]));
    assert_eq!((actions, events), (vec![], vec![Event::Ended { record: id, cause: EndCause::LinkLost }]));
}

#[test]
fn each_refusal_is_told_by_its_name() {
    let error = |error| vec![Apdu::Error { id: 1, error }];
    let reject = vec![Apdu::Reject { id: Some(1), problem: Problem::UNRECOGNIZED_OPERATION }];
    let normal = Cause::NORMAL_CALL_CLEARING;
    let cases = [
        (ended(Ended::Release, normal, error(CcError::ShortTermRejection)), Refusal::ShortTerm, false),
        (ended(Ended::ReleaseComplete, normal, error(CcError::LongTermRejection)), Refusal::LongTerm, false),
        (ended(Ended::ReleaseComplete, normal, reject), Refusal::LongTerm, false),
        (Input::Facility { connection: CIS, apdus: error(CcError::Unspecified) }, Refusal::LongTerm, false),
        (
            ended(Ended::ReleaseComplete, Cause::FACILITY_NOT_IMPLEMENTED, vec![]),
            Refusal::NotAvailable,
            false,
        ),
        (ended(Ended::NotSent, Cause::NO_ROUTE_TO_DESTINATION, vec![]), Refusal::NotAvailable, false),
        (ended(Ended::ReleaseComplete, Cause::INVALID_CALL_REFERENCE, vec![]), Refusal::LinkLost, true),
        (ended(Ended::Lost, Cause::RECOVERY_ON_TIMER_EXPIRY, vec![]), Refusal::LinkLost, true),
        (ended(Ended::Release, normal, vec![result()]), Refusal::NotRetained, true),
        (ended(Ended::Release, normal, vec![invoke(Operation::Cancel(None))]), Refusal::Withdrawn, false),
    ];
    for (input, why, cancels) in cases {
        let (mut engine, record) = asked();
        let (actions, events) = after(&mut engine, input.clone());
        assert_eq!(events, [Event::Refused { record, why }], "{input:?}");
        assert_eq!(actions.iter().any(says_cancel), cancels, "{input:?} {actions:?}");
        assert_eq!(engine.records().count(), 0);
        assert_eq!(engine.counters().refused, 1);
    }
}

#[test]
fn a_result_that_is_an_invoke_id_only_accepts_the_request() {
    let (mut engine, record) = asked();
    let connect = Input::ConnectionAccepted { connection: CIS, apdus: bare_result() };
    assert_eq!(after(&mut engine, connect), (vec![], vec![Event::Accepted { record, retained: true }]));

    let mut engine = Originating::new(Parameters::default());
    let record = engine.request(at(1), request(parties("1001", "2001"), Proposal::Release)).unwrap();
    drain(&mut engine);
    let release = ended(Ended::Release, Cause::NORMAL_CALL_CLEARING, bare_result());
    assert_eq!(after(&mut engine, release), (vec![], vec![Event::Accepted { record, retained: false }]));
    assert_eq!(engine.record(record).unwrap().state, "CC-Invoked-A-RLS");
}

#[test]
fn a_result_of_another_invoke_id_accepts_nothing() {
    let (mut engine, record) = asked();
    let other = Apdu::Result { id: 2, service: None, no_path_reservation: false, retain_service: false };
    let connect = Input::ConnectionAccepted { connection: CIS, apdus: vec![other] };
    let ignored = Event::Ignored { peer: PEER, record: Some(record), what: "result" };
    assert_eq!(after(&mut engine, connect), (vec![], vec![ignored]));
}

#[test]
fn t1_releases_with_cancel_and_a_late_result_changes_nothing() {
    let (mut engine, record) = asked();
    let (_, _, wait) = drain(&mut engine);
    engine.handle_input(wait.unwrap(), Input::Timeout).unwrap();
    let (actions, events, _) = drain(&mut engine);
    assert_eq!(events, [Event::Refused { record, why: Refusal::NoAnswer }]);
    assert!(matches!(actions.as_slice(), [release @ Action::Release { .. }] if says_cancel(release)));
    let normal = Cause::NORMAL_CALL_CLEARING;
    let (actions, events) = after(&mut engine, ended(Ended::Release, normal, vec![result()]));
    assert_eq!(actions, []);
    assert_eq!(events, [Event::Ignored { peer: PEER, record: None, what: "result" }]);
    assert_eq!((engine.connections(), engine.cancels_owed()), (0, 0));
}

#[test]
fn a_request_given_up_is_undone_when_its_outcome_is_known() {
    let (mut engine, record) = asked();
    assert_eq!(after(&mut engine, Input::Cancel { record }), (vec![], vec![]));
    let accepted = Input::ConnectionAccepted { connection: CIS, apdus: vec![result()] };
    let (actions, events) = after(&mut engine, accepted);
    assert!(matches!(actions.as_slice(), [release @ Action::Release { .. }] if says_cancel(release)));
    assert_eq!(events, [Event::Ended { record, cause: EndCause::CancelledByA }]);
}

#[test]
fn a_notice_nobody_asked_for_rings_nobody() {
    let mut engine = Originating::new(Parameters::default());
    let apdus = vec![invoke(Operation::ExecPossible(Some(parties("1001", "2001"))))];
    let offered = Input::ConnectionOffered { connection: NEW, peer: PEER, apdus };
    let (actions, events) = after(&mut engine, offered);
    assert!(matches!(actions.as_slice(), [release @ Action::Release { .. }] if says_cancel(release)));
    assert_eq!(events, []);
}

#[test]
fn another_peer_can_neither_notify_nor_cancel() {
    let (mut engine, record) = retained();
    let full = || Some(parties("1001", "2001"));
    for (name, operation) in
        [(1, Operation::ExecPossible(full())), (2, Operation::Cancel(full())), (3, Operation::Cancel(None))]
    {
        let connection = Connection::Offered(name);
        let apdus = vec![invoke(operation)];
        let (_, events) = after(&mut engine, Input::ConnectionOffered { connection, peer: OTHER, apdus });
        assert_eq!(events, []);
    }
    assert_eq!(engine.record(record).unwrap().state, "CC-Invoked-A-RET");
}

#[test]
fn a_cancel_of_the_right_peer_is_found_by_its_parties() {
    let (mut engine, record) = retained();
    let apdus = vec![invoke(Operation::Cancel(Some(parties("1001", "2001"))))];
    let (actions, events) =
        after(&mut engine, Input::ConnectionOffered { connection: NEW, peer: PEER, apdus });
    assert_eq!(events, [Event::Ended { record, cause: EndCause::CancelledByB }]);
    let cause = Cause::NORMAL_CALL_CLEARING;
    let release = |connection| Action::Release { connection, cause, apdus: vec![] };
    assert_eq!(actions, [release(CIS), release(NEW)]);
}

#[test]
fn a_notice_in_a_second_connection_replaces_the_first() {
    let (mut engine, record) = recalled();
    let apdus = vec![invoke(Operation::ExecPossible(Some(parties("1001", "2001"))))];
    let (actions, events) =
        after(&mut engine, Input::ConnectionOffered { connection: NEW, peer: PEER, apdus });
    let cause = Cause::NORMAL_CALL_CLEARING;
    assert_eq!(
        actions,
        [
            Action::Proceed { connection: NEW },
            Action::Accept { connection: NEW, apdus: vec![] },
            Action::Release { connection: CIS, cause, apdus: vec![] },
        ]
    );
    assert_eq!(events, [], "user A's phone does not ring anew");
    assert_eq!(engine.record(record).unwrap().state, "CC-Wait-User-A");
}

#[test]
fn a_busy_user_a_answers_a_notice_in_setup_with_suspend_in_connect() {
    let (mut engine, record) = asked();
    let options = Input::UserA { number: "1001".parse().unwrap(), busy: true };
    after(&mut engine, options);
    after(&mut engine, Input::ConnectionAccepted { connection: CIS, apdus: vec![result()] });
    after(&mut engine, ended(Ended::Lost, Cause::NORMAL_UNSPECIFIED, vec![]));
    let apdus = vec![invoke(Operation::ExecPossible(Some(parties("1001", "2001"))))];
    let (actions, events) =
        after(&mut engine, Input::ConnectionOffered { connection: NEW, peer: PEER, apdus });
    let suspend = vec![Apdu::Invoke { id: 2, operation: Operation::Suspend }];
    assert_eq!(
        actions,
        [Action::Proceed { connection: NEW }, Action::Accept { connection: NEW, apdus: suspend }]
    );
    assert_eq!(events, [Event::Suspended { record }]);
}

#[test]
fn a_user_who_goes_busy_while_the_connection_is_down_ends_the_callback() {
    let (mut engine, record) = recalled();
    after(&mut engine, ended(Ended::Lost, Cause::NORMAL_UNSPECIFIED, vec![]));
    let busy = Input::UserA { number: "1001".parse().unwrap(), busy: true };
    let (actions, events) = after(&mut engine, busy);
    assert!(matches!(actions.as_slice(), [open @ Action::Open { .. }] if says_cancel(open)));
    assert_eq!(events, [Event::Ended { record, cause: EndCause::LinkLost }]);
}

fn reject(id: Option<i32>) -> Apdu {
    Apdu::Reject { id, problem: Problem::UNRECOGNIZED_OPERATION }
}

/// User A went busy during the recall; the invoke id of ccSuspend is 2.
fn suspended() -> (Originating, RecordId) {
    let (mut engine, record) = recalled();
    let (actions, _) = after(&mut engine, Input::UserA { number: "1001".parse().unwrap(), busy: true });
    let suspend = vec![Apdu::Invoke { id: 2, operation: Operation::Suspend }];
    assert_eq!(actions, [Action::Facility { connection: CIS, apdus: suspend }]);
    (engine, record)
}

#[test]
fn a_reject_of_the_suspension_ends_the_callback_with_cancel() {
    for id in [Some(2), None] {
        let (mut engine, record) = suspended();
        let (actions, events) =
            after(&mut engine, Input::Facility { connection: CIS, apdus: vec![reject(id)] });
        assert!(matches!(actions.as_slice(), [release @ Action::Release { .. }] if says_cancel(release)));
        assert_eq!(events, [Event::Ended { record, cause: EndCause::PeerGone }], "{id:?}");
    }
}

#[test]
fn a_reject_of_the_resumption_in_release_is_answered_with_cancel_in_setup() {
    let (mut engine, record) = suspended();
    after(&mut engine, Input::UserA { number: "1001".parse().unwrap(), busy: false });
    let release = ended(Ended::Release, Cause::NORMAL_CALL_CLEARING, vec![reject(Some(3))]);
    let (actions, events) = after(&mut engine, release);
    assert!(matches!(actions.as_slice(), [open @ Action::Open { .. }] if says_cancel(open)));
    assert_eq!(events, [Event::Ended { record, cause: EndCause::PeerGone }]);
}

#[test]
fn a_reject_of_anything_else_ends_nothing() {
    let ignored = |record| vec![Event::Ignored { peer: PEER, record: Some(record), what: "reject" }];
    let facility = |id| Input::Facility { connection: CIS, apdus: vec![reject(id)] };
    let (mut engine, record) = suspended();
    assert_eq!(after(&mut engine, facility(Some(9))), (vec![], ignored(record)));
    let (mut engine, record) = retained();
    assert_eq!(after(&mut engine, facility(None)), (vec![], ignored(record)), "nothing was said yet");
    let (mut engine, record) = suspended();
    let number = "1001".parse().unwrap();
    after(&mut engine, Input::UserA { number, busy: false });
    let notice = vec![invoke(Operation::ExecPossible(None))];
    after(&mut engine, Input::Facility { connection: CIS, apdus: notice });
    after(&mut engine, Input::Answered { record });
    assert_eq!(after(&mut engine, facility(None)), (vec![], ignored(record)), "the call decides");
}

#[test]
fn a_cancel_that_is_rejected_is_not_repeated() {
    let (mut engine, record) = retained();
    after(&mut engine, ended(Ended::Lost, Cause::NORMAL_UNSPECIFIED, vec![]));
    let (actions, _) = after(&mut engine, Input::Cancel { record });
    let [Action::Open { connection, .. }] = actions.as_slice() else { panic!("{actions:?}") };
    let connection = *connection;
    let (actions, _) = after(&mut engine, Input::Facility { connection, apdus: vec![reject(Some(2))] });
    let cause = Cause::NORMAL_CALL_CLEARING;
    assert_eq!(actions, [Action::Release { connection, cause, apdus: vec![] }]);
    assert_eq!((engine.cancels_owed(), engine.counters().cancels_given_up), (0, 0));
}

#[test]
fn trace_4_a_cancel_right_after_alerting_leaves_the_callback_recalled() {
    let (mut engine, record) = recalled();
    after(&mut engine, Input::Answered { record });
    let apdus = vec![invoke(Operation::Cancel(None))];
    let normal = Cause::NORMAL_CALL_CLEARING;
    assert_eq!(after(&mut engine, ended(Ended::Release, normal, apdus)), (vec![], vec![]));
    let (actions, events) = after(&mut engine, Input::CallAlerting { call: Call::Placed(1), apdus: vec![] });
    assert_eq!(actions, []);
    assert_eq!(events, [Event::Recalled { record }, Event::Ended { record, cause: EndCause::Connected }]);
    let ended = Input::CallEnded { call: Call::Placed(1), cause: normal, apdus: vec![] };
    assert_eq!(after(&mut engine, ended), (vec![], vec![]), "the call is the node's own now");
}

#[test]
fn each_failure_of_the_call_is_told_by_its_name() {
    let error = |error| vec![Apdu::Error { id: 2, error }];
    let cases = [
        (Cause::USER_BUSY, error(CcError::RemoteUserBusyAgain), EndCause::BusyAgain),
        (Cause::USER_BUSY, vec![], EndCause::BusyAgain),
        (Cause::NORMAL_UNSPECIFIED, error(CcError::FailureToMatch), EndCause::FailureToMatch),
        (Cause::NORMAL_UNSPECIFIED, error(CcError::Unspecified), EndCause::CallFailed),
        (Cause::NO_USER_RESPONDING, vec![], EndCause::CallFailed),
    ];
    for (value, apdus, cause) in cases {
        let (mut engine, record) = recalled();
        after(&mut engine, Input::Answered { record });
        let ended = Input::CallEnded { call: Call::Placed(1), cause: value, apdus };
        let (actions, events) = after(&mut engine, ended);
        assert!(matches!(actions.as_slice(), [release @ Action::Release { .. }] if says_cancel(release)));
        assert_eq!(events, [Event::Ended { record, cause }]);
        assert!(engine.calls.is_empty(), "nothing is kept of the call");
    }
}

#[test]
fn a_phone_that_rings_although_ccringout_failed_completes_nothing() {
    let error = |error| Apdu::Error { id: 2, error };
    let cases = [
        (error(CcError::FailureToMatch), EndCause::FailureToMatch),
        (error(CcError::RemoteUserBusyAgain), EndCause::BusyAgain),
        (error(CcError::Unspecified), EndCause::CallFailed),
        (reject(Some(2)), EndCause::CallFailed),
        (reject(None), EndCause::CallFailed),
    ];
    for (apdu, cause) in cases {
        let (call, apdus) = (Call::Placed(1), vec![apdu]);
        for input in [
            Input::CallAlerting { call, apdus: apdus.clone() },
            Input::CallConnected { call, apdus: apdus.clone() },
        ] {
            let (mut engine, record) = recalled();
            after(&mut engine, Input::Answered { record });
            let (actions, events) = after(&mut engine, input);
            assert!(matches!(actions.as_slice(), [release @ Action::Release { .. }] if says_cancel(release)));
            assert_eq!(events, [Event::Ended { record, cause }], "{apdus:?}");
        }
    }
}

#[test]
fn an_error_of_something_else_says_nothing_of_the_call() {
    let call = Call::Placed(1);
    let other = || vec![Apdu::Error { id: 999, error: CcError::RemoteUserBusyAgain }, reject(Some(999))];
    let cause = Cause::NORMAL_UNSPECIFIED;
    let cases = [
        (Input::CallEnded { call, cause, apdus: other() }, EndCause::CallFailed),
        (Input::CallAlerting { call, apdus: other() }, EndCause::Connected),
        (Input::CallConnected { call, apdus: other() }, EndCause::Connected),
    ];
    for (input, cause) in cases {
        let (mut engine, record) = recalled();
        after(&mut engine, Input::Answered { record });
        let (_, events) = after(&mut engine, input);
        assert_eq!(events.last(), Some(&Event::Ended { record, cause }));
        assert_eq!(engine.counters().ignored, 2);
    }
}

#[test]
fn an_owed_cancel_bars_the_same_request_and_is_given_up_after_three_tries() {
    let (mut engine, record) = retained();
    after(&mut engine, ended(Ended::Lost, Cause::NORMAL_UNSPECIFIED, vec![]));
    let (mut actions, _) = after(&mut engine, Input::Cancel { record });
    let mut now = at(10);
    for attempt in 1..=3 {
        let [Action::Open { connection, .. }] = actions.as_slice() else { panic!("{attempt} {actions:?}") };
        let again = engine.request(now, request(parties("1001", "2001"), Proposal::Retain));
        assert_eq!(again, Err(RequestRefused::CancelOwed));
        let (connection, how, cause) = (*connection, Ended::Lost, Cause::RECOVERY_ON_TIMER_EXPIRY);
        engine.handle_input(now, Input::ConnectionEnded { connection, how, cause, apdus: vec![] }).unwrap();
        let (_, _, wait) = drain(&mut engine);
        if attempt < 3 {
            assert_eq!(wait, Some(at(10 + 10 * attempt)), "ten seconds apart");
            now = wait.unwrap();
            engine.handle_input(now, Input::Timeout).unwrap();
            actions = drain(&mut engine).0;
        } else {
            assert_eq!(wait, None);
        }
    }
    assert_eq!((engine.cancels_owed(), engine.counters().cancels_given_up), (0, 1));
    assert!(engine.request(now, request(parties("1001", "2001"), Proposal::Retain)).is_ok());
}

/// A callback ended without a connection: its ccCancel is under way in the SETUP of a new one.
fn cancelled_in_setup() -> (Originating, Connection) {
    let (mut engine, record) = retained();
    after(&mut engine, ended(Ended::Lost, Cause::NORMAL_UNSPECIFIED, vec![]));
    let (actions, _) = after(&mut engine, Input::Cancel { record });
    let [Action::Open { connection, .. }] = actions.as_slice() else { panic!("{actions:?}") };
    (engine, *connection)
}

#[test]
fn a_cancel_is_owed_until_a_release_or_a_release_complete_other_than_81() {
    let normal = Cause::NORMAL_CALL_CLEARING;
    for (how, cause, owed) in [
        (Ended::Release, normal, 0),
        (Ended::Release, Cause::INVALID_CALL_REFERENCE, 0),
        (Ended::ReleaseComplete, normal, 0),
        (Ended::ReleaseComplete, Cause::INVALID_CALL_REFERENCE, 1),
        (Ended::Lost, normal, 1),
        (Ended::NotSent, normal, 1),
    ] {
        let (mut engine, connection) = cancelled_in_setup();
        after(&mut engine, Input::ConnectionEnded { connection, how, cause, apdus: vec![] });
        assert_eq!(engine.cancels_owed(), owed, "{how:?} {cause:?}");
    }
}

#[test]
fn a_peer_that_connects_a_cancel_gets_it_again_in_release() {
    let (mut engine, connection) = cancelled_in_setup();
    let (actions, _) = after(&mut engine, Input::ConnectionAccepted { connection, apdus: vec![] });
    let [release @ Action::Release { connection: released, .. }] = actions.as_slice() else {
        panic!("{actions:?}")
    };
    assert_eq!(*released, connection);
    assert!(says_cancel(release));
    assert_eq!(engine.cancels_owed(), 1, "until the far end has answered");
}

#[test]
fn a_resumption_is_said_again_after_a_link_loss_until_the_next_notice() {
    let said = |actions: &[Action]| match actions {
        [] => None,
        [Action::Facility { connection: CIS, apdus }] => Some(apdus[0].name()),
        _ => panic!("{actions:?}"),
    };
    let (mut engine, _) = suspended();
    let free = |busy| Input::UserA { number: "1001".parse().unwrap(), busy };
    assert_eq!(said(&after(&mut engine, free(false)).0), Some("ccResume"));
    let back = || Input::LinkUp { peer: PEER };
    assert_eq!(said(&after(&mut engine, back()).0), Some("ccResume"));
    let notice = Input::Facility { connection: CIS, apdus: vec![invoke(Operation::ExecPossible(None))] };
    after(&mut engine, notice);
    assert_eq!(said(&after(&mut engine, back()).0), None, "the recall is being offered");
    // Suspended anew: from here on ccSuspend is what may have been lost.
    assert_eq!(said(&after(&mut engine, free(true)).0), Some("ccSuspend"));
    assert_eq!(said(&after(&mut engine, back()).0), Some("ccSuspend"));
}

#[test]
fn a_callback_that_never_resumed_says_nothing_when_the_link_is_back() {
    let (mut engine, _) = retained();
    assert_eq!(after(&mut engine, Input::LinkUp { peer: PEER }), (vec![], vec![]));
}

#[test]
fn limits_refuse_without_a_trace() {
    let mut engine = Originating::new(Parameters { max_per_peer: 1, ..Parameters::default() });
    let ask =
        |engine: &mut Originating, b| engine.request(at(1), request(parties("1001", b), Proposal::Retain));
    let id = ask(&mut engine, "2001").unwrap();
    drain(&mut engine);
    assert_eq!(ask(&mut engine, "2001"), Err(RequestRefused::Duplicate(id)));
    assert_eq!(ask(&mut engine, "2002"), Err(RequestRefused::TooMany));
    assert_eq!(ask(&mut engine, ""), Err(RequestRefused::NoNumber));
    engine.handle_input(at(1), Input::LinkDown { peer: OTHER }).unwrap();
    let request = Request { peer: OTHER, ..request(parties("1001", "2001"), Proposal::Retain) };
    assert_eq!(engine.request(at(1), request), Err(RequestRefused::LinkDown));
    let (actions, events, _) = drain(&mut engine);
    assert_eq!((actions, events, engine.records().count()), (vec![], vec![], 1));
}

#[test]
fn misuse_changes_nothing() {
    let (mut engine, record) = retained();
    let unknown = Connection::Offered(9);
    let cases = [
        (Input::Answered { record }, Misuse::WrongMoment(record)),
        (Input::Cancel { record: RecordId(99) }, Misuse::UnknownRecord(RecordId(99))),
        (Input::Facility { connection: unknown, apdus: vec![] }, Misuse::UnknownConnection(unknown)),
        (
            Input::ConnectionOffered { connection: CIS, peer: PEER, apdus: vec![] },
            Misuse::ConnectionInUse(CIS),
        ),
    ];
    for (input, misuse) in cases {
        assert_eq!(engine.handle_input(at(5), input), Err(misuse));
        let (actions, events, _) = drain(&mut engine);
        assert_eq!((actions, events), (vec![], vec![]));
    }
    assert_eq!(engine.record(record).unwrap().state, "CC-Invoked-A-RET");
}

#[test]
fn whatever_has_no_meaning_is_counted_and_changes_nothing() {
    let (mut engine, record) = retained();
    let late = vec![
        result(),
        Apdu::Error { id: 1, error: CcError::LongTermRejection },
        invoke(Operation::Suspend),
        invoke(Operation::Ringout),
    ];
    let (actions, events) = after(&mut engine, Input::Facility { connection: CIS, apdus: late });
    let ignored = |what| Event::Ignored { peer: PEER, record: Some(record), what };
    assert_eq!(actions, []);
    assert_eq!(events, ["result", "error", "ccSuspend", "ccRingout"].map(ignored));
    assert_eq!(engine.counters().ignored, 4);
    assert_eq!(engine.record(record).unwrap().state, "CC-Invoked-A-RET");
}

#[test]
fn invoke_ids_run_to_16383_and_begin_again() {
    let mut engine = Originating::new(Parameters::default());
    for round in 0..32_768_u32 {
        let id = engine.request(at(1), request(parties("1001", "2001"), Proposal::Retain)).unwrap();
        let (actions, ..) = drain(&mut engine);
        let [Action::Open { connection, apdus, .. }] = actions.as_slice() else { panic!("{actions:?}") };
        let [Apdu::Invoke { id: invoke, .. }] = apdus.as_slice() else { panic!("{apdus:?}") };
        assert_eq!(*invoke, i32::try_from(round % 16_383 + 1).unwrap());
        assert_eq!(id.value(), round + 1, "records are never named twice");
        let (how, cause) = (Ended::NotSent, Cause::NO_ROUTE_TO_DESTINATION);
        let ended = Input::ConnectionEnded { connection: *connection, how, cause, apdus: vec![] };
        engine.handle_input(at(1), ended).unwrap();
        drain(&mut engine);
    }
}
