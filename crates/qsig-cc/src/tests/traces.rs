//! Orders of events that once went wrong in a model of the two machines, played between two engines.

use core::time::Duration;

use super::pair::Pair;
use crate::{
    EndCause, Originating, RecordId, Service, Terminating,
    originating::{self, Event, Options, Proposal},
    terminating::{self, Terms},
};

const MS: Duration = Duration::from_millis(1);

/// User A 1001 has asked for user B 2001, who is busy; B's guard is `guard`.
fn waiting(proposal: Proposal) -> (Pair, RecordId) {
    let mut pair = fresh();
    pair.busy_b("2001", true);
    let record = pair.request("1001", "2001", Service::Ccbs, proposal).unwrap();
    pair.run_for(200 * MS);
    (pair, record)
}

fn fresh() -> Pair {
    let terms = Terms { guard_ccbs: Duration::ZERO, ..Terms::default() };
    let a = Originating::new(originating::Parameters::default());
    let b = Terminating::new(terminating::Parameters::default());
    Pair::new(a, b, &[("2001", terms)])
}

fn recalls(pair: &Pair) -> usize {
    pair.seen_a.iter().filter(|event| matches!(event, Event::Recall { .. })).count()
}

fn sent(pair: &Pair, line: &str) -> usize {
    pair.sent.iter().filter(|sent| *sent == line).count()
}

#[test]
fn a_whole_callback_goes_as_in_the_message_sequence() {
    let (mut pair, record) = waiting(Proposal::Retain);
    pair.busy_a("1001", true);
    pair.busy_b("2001", false);
    pair.run_for(200 * MS);
    pair.busy_a("1001", false);
    pair.run_for(200 * MS);
    pair.answer(record);
    pair.run_for(200 * MS);
    pair.alert(1);
    pair.run_for(200 * MS);
    pair.hang_up(1, false);
    pair.run_for(Duration::from_secs(1));
    assert_eq!(
        pair.sent,
        [
            "A SETUP ccbsRequest",
            "B CONNECT result",
            "B FACILITY ccExecPossible",
            "A FACILITY ccSuspend",
            "A FACILITY ccResume",
            "B FACILITY ccExecPossible",
            "A CALL ccRingout",
            "A RELEASE ccCancel",
        ]
    );
    assert_eq!((pair.ends_a(), pair.ends_b()), ([EndCause::Connected].into(), [EndCause::Connected].into()));
    pair.assert_over();
}

#[test]
fn a_callback_without_retained_connection_is_told_in_a_setup() {
    let (mut pair, record) = waiting(Proposal::Release);
    pair.busy_b("2001", false);
    pair.run_for(200 * MS);
    pair.answer(record);
    pair.run_for(200 * MS);
    pair.alert(1);
    pair.run_for(200 * MS);
    pair.hang_up(1, false);
    pair.run_for(Duration::from_secs(1));
    assert_eq!(
        pair.sent,
        [
            "A SETUP ccbsRequest",
            "B RELEASE result",
            "B SETUP ccExecPossible",
            "A CONNECT",
            "A CALL ccRingout",
            "A RELEASE ccCancel",
        ]
    );
    assert_eq!((pair.ends_a(), pair.ends_b()), ([EndCause::Connected].into(), [EndCause::Connected].into()));
    pair.assert_over();
}

#[test]
fn trace_1_an_acceptance_that_crosses_t1_is_undone() {
    let mut pair = fresh();
    pair.busy_b("2001", true);
    let options = Options { t1: 30 * MS, proposal: Proposal::Release, ..Options::usual(Service::Ccbs) };
    pair.request_with("1001", "2001", Service::Ccbs, options).unwrap();
    pair.run_for(200 * MS);
    assert_eq!(pair.sent, ["A SETUP ccbsRequest", "B RELEASE result", "A RELEASE ccCancel"]);
    pair.busy_b("2001", false);
    pair.run_for(Duration::from_secs(60));
    assert_eq!(sent(&pair, "B SETUP ccExecPossible"), 0);
    assert_eq!((pair.ends_a(), pair.ends_b()), ([EndCause::T1].into(), [EndCause::CancelledByA].into()));
    pair.assert_over();
}

#[test]
fn trace_4_a_call_that_crosses_a_withdrawal_is_reported_once() {
    let (mut pair, record) = waiting(Proposal::Retain);
    pair.busy_b("2001", false);
    pair.run_for(200 * MS);
    pair.answer(record);
    let at_b = pair.b.records().next().unwrap().id;
    pair.tell_b(terminating::Input::Withdraw { record: at_b });
    pair.run_for(Duration::from_secs(1));
    assert_eq!(sent(&pair, "B CLEAR failureToMatch"), 1);
    assert_eq!(sent(&pair, "A SETUP ccCancel"), 0, "user B's side has said it already");
    assert_eq!(
        (pair.ends_a(), pair.ends_b()),
        ([EndCause::FailureToMatch].into(), [EndCause::CancelledByB].into())
    );
    pair.assert_over();
}

#[test]
fn trace_5_a_call_given_up_before_alerting_lets_the_next_one_through() {
    let (mut pair, record) = waiting(Proposal::Retain);
    pair.request("1002", "2001", Service::Ccbs, Proposal::Retain).unwrap();
    pair.busy_b("2001", false);
    pair.run_for(200 * MS);
    pair.answer(record);
    pair.run_for(30 * MS);
    assert_eq!(pair.ringing(), [1]);
    pair.tell_a(originating::Input::Cancel { record });
    pair.run_for(200 * MS);
    assert_eq!(pair.ringing(), [], "user B's phone is silent");
    assert_eq!(pair.recalls().len(), 1, "the next user A is recalled");
    assert_eq!(pair.ends_b(), [EndCause::CancelledByA]);
}

#[test]
fn trace_6_a_notice_lost_in_a_reset_is_repeated_and_rings_once() {
    let (mut pair, _) = waiting(Proposal::Retain);
    pair.busy_b("2001", false);
    pair.run_for(5 * MS);
    pair.reset_link();
    pair.run_for(200 * MS);
    assert_eq!((sent(&pair, "B FACILITY ccExecPossible"), recalls(&pair)), (2, 1));
    // Once more, and nothing is lost: both copies arrive.
    pair.link_is_up();
    pair.run_for(200 * MS);
    assert_eq!((sent(&pair, "B FACILITY ccExecPossible"), recalls(&pair)), (3, 1));
}

#[test]
fn trace_7_a_resume_lost_in_a_reset_is_repeated() {
    let (mut pair, _) = waiting(Proposal::Retain);
    pair.busy_a("1001", true);
    pair.busy_b("2001", false);
    pair.run_for(200 * MS);
    pair.busy_a("1001", false);
    pair.run_for(5 * MS);
    pair.reset_link();
    pair.run_for(200 * MS);
    assert_eq!((sent(&pair, "A FACILITY ccResume"), recalls(&pair)), (2, 1));
}

#[test]
fn trace_8_a_notice_in_place_of_a_lost_result_accepts_the_request() {
    let mut pair = fresh();
    pair.busy_b("2001", true);
    let record = pair.request("1001", "2001", Service::Ccbs, Proposal::Retain).unwrap();
    pair.run_for(25 * MS);
    pair.reset_link();
    pair.run_for(Duration::from_secs(1));
    pair.busy_b("2001", false);
    pair.run_for(200 * MS);
    assert_eq!(
        pair.seen_a,
        [Event::Accepted { record, retained: true }, Event::Recall { record }],
        "accepted, then recalled"
    );
}

#[test]
fn trace_9_a_withdrawal_lost_with_the_link_is_told_when_it_is_back() {
    let (mut pair, record) = waiting(Proposal::Retain);
    let at_b = pair.b.records().next().unwrap().id;
    pair.tell_b(terminating::Input::Withdraw { record: at_b });
    pair.link_down(false, false);
    pair.run_for(Duration::from_secs(100));
    assert_eq!(pair.a.record(record).unwrap().state, "CC-Invoked-A-RLS");
    pair.link_is_up();
    pair.run_for(Duration::from_secs(1));
    assert_eq!(sent(&pair, "B SETUP ccCancel"), 1);
    assert_eq!(pair.ends_a(), [EndCause::CancelledByB]);
    pair.assert_over();
}

#[test]
fn trace_12_one_that_resumes_waits_for_the_one_that_is_told_and_keeps_its_place() {
    let (mut pair, one) = waiting(Proposal::Retain);
    let two = pair.request("1002", "2001", Service::Ccbs, Proposal::Retain).unwrap();
    let three = pair.request("1003", "2001", Service::Ccbs, Proposal::Retain).unwrap();
    pair.run_for(200 * MS);
    pair.busy_a("1001", true);
    pair.busy_b("2001", false);
    pair.run_for(200 * MS);
    assert_eq!(pair.recalls(), [two], "the first suspended, the second told");
    pair.busy_a("1001", false);
    pair.run_for(200 * MS);
    assert_eq!(pair.recalls(), [two], "nothing to the first while the second is told");
    pair.busy_a("1002", true);
    pair.run_for(200 * MS);
    assert_eq!(pair.recalls(), [one], "then the first before the third");
    pair.tell_a(originating::Input::Cancel { record: one });
    pair.run_for(200 * MS);
    assert_eq!(pair.recalls(), [three]);
}

#[test]
fn a_ccnr_callback_waits_for_a_sign_of_life_of_user_b() {
    let mut pair = fresh();
    pair.request("1001", "2001", Service::Ccnr, Proposal::Retain).unwrap();
    pair.run_for(Duration::from_secs(60));
    assert_eq!(recalls(&pair), 0, "user B is free but has not been seen");
    pair.busy_b("2001", true);
    pair.tell_b(terminating::Input::Activity { number: "2001".parse().unwrap() });
    pair.run_for(Duration::from_secs(60));
    assert_eq!(recalls(&pair), 0, "user B is busy");
    pair.busy_b("2001", false);
    pair.run_for(200 * MS);
    assert_eq!(recalls(&pair), 1);
}

#[test]
fn t2_at_user_as_side_comes_first_and_ends_both() {
    let (mut pair, _) = waiting(Proposal::Release);
    pair.run_for(Duration::from_secs(3_601));
    assert_eq!((pair.ends_a(), pair.ends_b()), ([EndCause::T2].into(), [EndCause::CancelledByA].into()));
    pair.assert_over();
}

#[test]
fn a_recall_nobody_answers_ends_with_t3() {
    let (mut pair, _) = waiting(Proposal::Retain);
    pair.busy_b("2001", false);
    pair.run_for(Duration::from_secs(31));
    assert_eq!((pair.ends_a(), pair.ends_b()), ([EndCause::T3].into(), [EndCause::CancelledByA].into()));
    pair.assert_over();
}

#[test]
fn user_b_busy_again_ends_the_callback_at_both_sides() {
    let (mut pair, record) = waiting(Proposal::Retain);
    pair.busy_b("2001", false);
    pair.run_for(200 * MS);
    pair.busy_b("2001", true);
    pair.answer(record);
    pair.run_for(Duration::from_secs(1));
    assert_eq!(sent(&pair, "B CLEAR remoteUserBusyAgain"), 1);
    assert_eq!((pair.ends_a(), pair.ends_b()), ([EndCause::BusyAgain].into(), [EndCause::BusyAgain].into()));
    pair.assert_over();
}
