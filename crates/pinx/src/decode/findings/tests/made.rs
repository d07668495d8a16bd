//! The captures that no recording has: what is said in each.

use qsig_core::{Cause, Digits};
use qsig_q931::MessageType;
use qsig_rose::{ErrorValue, Operation, Problem};

use super::play::{
    A, B, DATA, Play, SPEECH, as_oid, connection, empty, error, full, message, path_reserved as path_result,
    plain, reject, request, result, result_with_all, setup,
};

/// Every capture by its name.
pub(super) fn captures() -> Vec<(&'static str, Play)> {
    vec![
        ("sides-same", sides(true)),
        ("sides-different", sides(false)),
        ("request-cleared", request_cleared(Cause::FACILITY_NOT_IMPLEMENTED, false)),
        ("request-refused", request_cleared(Cause::NORMAL_CALL_CLEARING, true)),
        ("retain-released", retention(Some(true))),
        ("either-released", retention(None)),
        ("number-rewritten", numbers("96001", "6001")),
        ("number-kept", numbers("6001", "6001")),
        ("bearer-other", bearer(DATA)),
        ("bearer-same", bearer(SPEECH)),
        ("bearer-missing", bearer(&[])),
        ("number-b-missing", number_b_missing()),
        ("number-a-missing", asked_with("", None)),
        ("number-a-retained", asked_with("", Some(true))),
        ("setup-repeated", setup_repeated(true)),
        ("setup-answered", setup_repeated(false)),
        ("glare", glare(1)),
        ("no-glare", glare(2)),
        ("operation-rejected", rejected(true)),
        ("operation-taken", rejected(false)),
        ("operation-oid", form(true)),
        ("operation-local", form(false)),
        ("operation-unknown", unknown(0x7F)),
        ("operation-known", unknown(0x2F)),
        ("t2", cancelled_after(60 * 60 * 1_000)),
        ("t2-not", cancelled_after(47 * 60 * 1_000 + 13_000)),
        ("suspend-missing", busy_a(false)),
        ("suspend-sent", busy_a(true)),
        ("recall-busy-at-a", recall_fails(A, None)),
        ("recall-busy-at-b", recall_fails(B, Some(ErrorValue::REMOTE_USER_BUSY_AGAIN))),
        ("recall-busy-unsaid", recall_fails(B, None)),
        ("recall-not-matched", recall_fails(B, Some(ErrorValue::FAILURE_TO_MATCH))),
        ("exec-ignored", exec_ignored(true)),
        ("exec-obeyed", exec_ignored(false)),
        ("recall-rewritten", recall(setup(A, 3, 2, "2001", "96001"))),
        ("recall-kept", recall(setup(A, 3, 2, "2001", "6001"))),
        ("recall-bearer-other", {
            let draft = message(A, A, 3, MessageType::Setup).octets(DATA).channel(2);
            recall(draft.parties("2001", "6001"))
        }),
        ("exec-lost", exec_lost(true)),
        ("exec-kept", exec_lost(false)),
        ("over-hours", over_hours()),
        ("two-trunks", two_trunks()),
        ("path-reserved", path_reserved()),
        ("path-unanswered", path_ends(40_000, false)),
        ("path-suspended", path_ends(4_000, true)),
        ("channel-twice", channel_twice()),
        ("reference-again", reference_again()),
    ]
}

fn sides(same: bool) -> Play {
    let mut play = Play::new();
    for _ in 0..3 {
        play.sabme(A, true).sabme(B, same).wait(1_000);
    }
    play
}

fn request_cleared(cause: Cause, said: bool) -> Play {
    let mut play = Play::up();
    let release = message(B, A, 2, MessageType::ReleaseComplete).cause(cause);
    let release = if said { release.apdu(error(1, ErrorValue::LONG_TERM_REJECTION)) } else { release };
    play.busy_call(1, "6001")
        .say(&connection(A, 2, "2001", "6001").apdu(request("2001", "6001", SPEECH, None)))
        .say(&release);
    play
}

fn retention(asked: Option<bool>) -> Play {
    let mut play = Play::up();
    let cause = Cause::NORMAL_CALL_CLEARING;
    play.busy_call(1, "6001")
        .say(&connection(A, 2, "2001", "6001").apdu(request("2001", "6001", SPEECH, asked)))
        .say(&message(B, A, 2, MessageType::Release).cause(cause).apdu(result()))
        .say(&message(A, A, 2, MessageType::ReleaseComplete).cause(cause));
    play
}

fn numbers(called: &str, asked: &str) -> Play {
    let mut play = Play::up();
    let asked: Digits = asked.parse().unwrap();
    play.busy_call(1, called)
        .say(&connection(A, 2, "2001", asked.as_str()).apdu(request("2001", asked.as_str(), SPEECH, None)))
        .say(&message(B, A, 2, MessageType::Connect).apdu(result()));
    play
}

fn bearer(service: &'static [u8]) -> Play {
    let mut play = Play::up();
    play.busy_call(1, "6001")
        .say(&connection(A, 2, "2001", "6001").apdu(request("2001", "6001", service, None)))
        .say(&message(B, A, 2, MessageType::Connect).apdu(result()));
    play
}

/// The argument of ccbsRequest has numberA and the service, and no numberB.
fn number_b_missing() -> Play {
    let mut play = Play::up();
    let argument = [&[0xA0, 6, 0x80, 4], &b"2001"[..], &[0x40, 5], SPEECH].concat();
    let lengths =
        [argument.len(), argument.len() + 8, argument.len() + 11].map(|it| u8::try_from(it).unwrap());
    let head = [0x1C, lengths[2], 0x9F, 0xA1, lengths[1], 0x02, 1, 1, 0x02, 1, 40, 0x30, lengths[0]];
    play.busy_call(1, "6001")
        .say(&connection(A, 2, "2001", "6001").octets(&[&head[..], &argument].concat()))
        .say(&message(B, A, 2, MessageType::ReleaseComplete).cause(Cause::NORMAL_CALL_CLEARING));
    play
}

/// The request has this numberA, and B's side takes it as it is asked to, or else with release.
fn asked_with(a: &str, retain: Option<bool>) -> Play {
    let mut play = Play::up();
    let answer = if retain == Some(true) { MessageType::Connect } else { MessageType::Release };
    play.busy_call(1, "6001")
        .say(&connection(A, 2, "2001", "6001").apdu(request(a, "6001", SPEECH, retain)))
        .say(&message(B, A, 2, answer).apdu(result()));
    play
}

fn setup_repeated(again: bool) -> Play {
    let mut play = Play::up();
    play.busy_call(1, "6001")
        .say(&connection(A, 2, "2001", "6001").apdu(request("2001", "6001", SPEECH, None)))
        .wait(4_000);
    if again {
        // As libpri does: without the operation.
        play.say(&connection(A, 2, "2001", "6001"));
    }
    play.say(&message(B, A, 2, MessageType::Connect).apdu(result()));
    play
}

fn glare(other: u8) -> Play {
    let mut play = Play::up();
    let refused = Cause::REQUESTED_CHANNEL_NOT_AVAILABLE;
    play.say(&setup(A, 1, 1, "2001", "6001")).say(&setup(B, 1, other, "6002", "2002"));
    if other == 1 {
        play.say(&message(A, B, 1, MessageType::ReleaseComplete).cause(refused));
    }
    play.say(&message(B, A, 1, MessageType::CallProceeding).channel(1));
    play
}

fn rejected(so: bool) -> Play {
    let mut play = Play::up();
    let answer = message(B, A, 2, MessageType::Release).cause(Cause::NORMAL_CALL_CLEARING);
    let answer = answer.apdu(if so { reject(Problem::UNRECOGNIZED_OPERATION) } else { result() });
    play.busy_call(1, "6001")
        .say(&connection(A, 2, "2001", "6001").apdu(request("2001", "6001", SPEECH, None)))
        .say(&answer);
    play
}

fn form(oid: bool) -> Play {
    let mut play = Play::up();
    let invoke = request("2001", "6001", SPEECH, None);
    let invoke = if oid { as_oid(invoke) } else { invoke };
    play.busy_call(1, "6001")
        .say(&connection(A, 2, "2001", "6001").apdu(invoke))
        .say(&message(B, A, 2, MessageType::Connect).apdu(result()));
    play
}

fn unknown(value: u8) -> Play {
    let mut play = Play::up();
    // A Facility with an invoke: id 5, that operation, the argument NULL.
    let facility = [0x1C, 11, 0x9F, 0xA1, 8, 0x02, 1, 5, 0x02, 1, value, 0x05, 0];
    play.say(&setup(A, 1, 1, "2001", "6001")).say(&message(A, A, 1, MessageType::Facility).octets(&facility));
    play
}

fn cancelled_after(milliseconds: u64) -> Play {
    let mut play = Play::up();
    play.accepted().wait(milliseconds).cancel(A);
    play
}

fn busy_a(suspend: bool) -> Play {
    let mut play = Play::up();
    play.accepted()
        .wait(20_000)
        .say(&setup(A, 7, 5, "2001", "6009"))
        .say(&message(B, A, 7, MessageType::Connect).channel(5))
        .say(&message(A, A, 7, MessageType::ConnectAcknowledge))
        .wait(60_000)
        .free();
    if suspend {
        play.facility(A, empty(3, Operation::CC_SUSPEND));
    }
    play.wait(30_000).cancel(A);
    play
}

fn recall_fails(by: qsig_core::Side, error: Option<ErrorValue>) -> Play {
    let mut play = Play::up();
    let cause = if error == Some(ErrorValue::FAILURE_TO_MATCH) {
        Cause::NORMAL_UNSPECIFIED
    } else {
        Cause::USER_BUSY
    };
    play.accepted().wait(60_000).free().wait(5_000).recall_fails(by, cause, error);
    play
}

fn exec_ignored(so: bool) -> Play {
    let mut play = Play::up();
    play.accepted().wait(60_000).free();
    if so {
        play.wait(90_000).cancel(B);
    } else {
        play.facility(A, empty(3, Operation::CC_SUSPEND)).wait(90_000).cancel(B);
    }
    play
}

fn recall(setup: super::play::Draft) -> Play {
    let mut play = Play::up();
    play.accepted().wait(60_000).free().wait(5_000).recalled(setup);
    play
}

fn exec_lost(lost: bool) -> Play {
    let mut play = Play::up();
    play.accepted().wait(60_000);
    let exec = message(B, A, 2, MessageType::Facility).apdu(plain(1, Operation::CC_EXEC_POSSIBLE));
    if lost {
        play.say_in_vain(&exec)
    } else {
        play.say(&exec)
    };
    play.wait(3_000).sabme(A, true);
    play
}

/// Accepted with release, over midnight, on call references of both sides, suspended twice.
fn over_hours() -> Play {
    let mut play = Play::up();
    let cause = Cause::NORMAL_CALL_CLEARING;
    play.wait(13 * 3_600_000)
        .busy_call(1, "6001")
        .say(&connection(A, 2, "2001", "6001").apdu(request("2001", "6001", SPEECH, Some(false))))
        .say(&message(B, A, 2, MessageType::Release).cause(cause).apdu(result()))
        .say(&message(A, A, 2, MessageType::ReleaseComplete).cause(cause))
        .wait(2 * 3_600_000)
        .say(&connection(B, 2, "6001", "2001").apdu(full(1, Operation::CC_EXEC_POSSIBLE, "2001", "6001")))
        .say(&message(A, B, 2, MessageType::CallProceeding))
        .say(&message(A, B, 2, MessageType::Connect).apdu(empty(3, Operation::CC_SUSPEND)))
        .say(&message(B, B, 2, MessageType::ConnectAcknowledge))
        .wait(600_000)
        .say(&message(A, B, 2, MessageType::Facility).apdu(empty(4, Operation::CC_RESUME)))
        .wait(45_000)
        .say(&message(B, B, 2, MessageType::Facility).apdu(plain(2, Operation::CC_EXEC_POSSIBLE)))
        .wait(6_000)
        .say(&setup(A, 9, 3, "2001", "6001").apdu(empty(5, Operation::CC_RINGOUT)))
        .say(&message(B, A, 9, MessageType::CallProceeding).channel(3))
        .say(&message(B, A, 9, MessageType::Alerting))
        .say(&message(A, B, 2, MessageType::Release).cause(cause).apdu(plain(6, Operation::CC_CANCEL)))
        .say(&message(B, B, 2, MessageType::ReleaseComplete).cause(cause))
        .wait(4_000)
        .say(&message(B, A, 9, MessageType::Connect))
        .say(&message(A, A, 9, MessageType::ConnectAcknowledge));
    play
}

/// The request goes over one trunk, and B's side, which finds A over the other, reports over that one.
fn two_trunks() -> Play {
    let mut play = Play::up();
    let cause = Cause::NORMAL_CALL_CLEARING;
    play.over(1)
        .sabme(A, true)
        .over(0)
        .busy_call(1, "6001")
        .say(&connection(A, 2, "2001", "6001").apdu(request("2001", "6001", SPEECH, None)))
        .say(&message(B, A, 2, MessageType::Release).cause(cause).apdu(result()))
        .say(&message(A, A, 2, MessageType::ReleaseComplete).cause(cause))
        .wait(25 * 60_000)
        .over(1)
        .say(&connection(B, 2, "6001", "2001").apdu(full(1, Operation::CC_EXEC_POSSIBLE, "2001", "6001")))
        .say(&message(A, B, 2, MessageType::Connect))
        .over(0)
        .say(&setup(A, 2, 3, "2001", "6001").apdu(empty(5, Operation::CC_RINGOUT)))
        .say(&message(B, A, 2, MessageType::Alerting))
        .over(1)
        .say(&message(A, B, 2, MessageType::Release).cause(cause).apdu(plain(6, Operation::CC_CANCEL)))
        .say(&message(B, B, 2, MessageType::ReleaseComplete).cause(cause))
        .over(0)
        .say(&message(B, A, 2, MessageType::Connect));
    play
}

/// The path is reserved twice: B is busy again the first time, and the request is retained.
fn path_reserved() -> Play {
    let mut play = Play::up();
    let busy = Cause::USER_BUSY;
    let reserve = |id| empty(id, Operation::CC_PATH_RESERVE);
    play.busy_call(1, "6001")
        .say(&connection(A, 2, "2001", "6001").apdu(request("2001", "6001", SPEECH, None)))
        .say(&message(B, A, 2, MessageType::Connect).apdu(result_with_all()))
        .wait(60_000)
        .free()
        .say(&setup(A, 3, 2, "2001", "6001").apdu(reserve(2)))
        .say(&message(B, A, 3, MessageType::CallProceeding).channel(2))
        .say(
            &message(B, A, 3, MessageType::Disconnect)
                .cause(busy)
                .apdu(error(2, ErrorValue::REMOTE_USER_BUSY_AGAIN)),
        )
        .released(A, 3, busy)
        .wait(120_000)
        .free()
        .say(&setup(A, 4, 2, "2001", "6001").apdu(reserve(3)))
        .say(&message(B, A, 4, MessageType::CallProceeding).channel(2))
        .say(&message(B, A, 4, MessageType::Facility).apdu(path_result(3)))
        .wait(4_000)
        .say(&message(A, A, 4, MessageType::Facility).apdu(empty(4, Operation::CC_RINGOUT)))
        .say(&message(B, A, 4, MessageType::Alerting))
        .cancel(A)
        .say(&message(B, A, 4, MessageType::Connect));
    play
}

/// A path is asked for and not reserved, until A's side clears it: T4, or because A is busy.
fn path_ends(milliseconds: u64, suspend: bool) -> Play {
    let mut play = Play::up();
    let asked = setup(A, 3, 2, "2001", "6001").apdu(empty(2, Operation::CC_PATH_RESERVE));
    play.busy_call(1, "6001")
        .say(&connection(A, 2, "2001", "6001").apdu(request("2001", "6001", SPEECH, None)))
        .say(&message(B, A, 2, MessageType::Connect).apdu(result_with_all()))
        .wait(60_000)
        .free()
        .say(&asked)
        .say(&message(B, A, 3, MessageType::CallProceeding).channel(2))
        .wait(milliseconds);
    if suspend {
        play.facility(A, empty(3, Operation::CC_SUSPEND)).cleared(A, 3, Cause::NORMAL_CALL_CLEARING);
    } else {
        play.cleared(A, 3, Cause::RECOVERY_ON_TIMER_EXPIRY).cancel(A);
    }
    play
}

/// One side asks for a channel twice: its own mistake, and no glare.
fn channel_twice() -> Play {
    let mut play = Play::up();
    play.say(&setup(A, 1, 1, "2001", "6001")).say(&setup(A, 2, 1, "2002", "6002"));
    play
}

/// The end of the retained connection is not in the trace, and a call uses its reference.
fn reference_again() -> Play {
    let mut play = Play::up();
    play.accepted().wait(3_600_000).busy_call(2, "6009");
    play
}
