//! Rules about what follows when a callback was accepted.

use qsig_core::Side;
use qsig_rose::ErrorValue;

use super::finding::Finding;
use crate::decode::heading::span;
use crate::decode::story::{Callback, End, Step, What, party};

/// Less than this is no T2: a user thought better of it.
const SHORTEST_T2: u64 = 5 * 60 * 1_000_000;

/// Less than this is no T3, and no answer of a user.
const SHORTEST_T3: u64 = 1_000_000;

/// Less than this is no T4.
const SHORTEST_T4: u64 = 1_000_000;

/// What a callback shows after its request.
pub(super) fn rules(callback: &Callback) -> Vec<Finding> {
    let mut found: Vec<Finding> =
        [duration, path_unanswered, recall_busy_at_b, recall_refused, number, bearer]
            .iter()
            .filter_map(|rule| rule(callback))
            .collect();
    // Of these the first says most.
    found.extend(suspend_missing(callback).or_else(|| not_taken(callback)).or_else(|| ignored(callback)));
    found
}

fn parties(callback: &Callback) -> String {
    format!("{} for {}", party(callback.a), party(callback.b))
}

fn cancel(callback: &Callback) -> Option<(&Step, Side)> {
    let step = callback.last(|what| matches!(what, What::Cancelled(_)))?;
    match step.what {
        What::Cancelled(by) => Some((step, by)),
        _ => None,
    }
}

/// The last ccExecPossible, if A's side answered nothing to it but the end. One before a reset of the link may not have
/// come to A's side.
fn unused(callback: &Callback) -> Option<&Step> {
    let counts = |what: What| {
        matches!(
            what,
            What::Suspended
                | What::Resumed
                | What::PathAsked
                | What::Recalled(_)
                | What::Free(_)
                | What::LinkReset
        )
    };
    callback.last(counts).filter(|step| matches!(step.what, What::Free(_)))
}

/// T2: cancelled a whole number of minutes after it was accepted.
fn duration(callback: &Callback) -> Option<Finding> {
    let (end, by) = cancel(callback)?;
    let accepted = callback.step(|what| matches!(what, What::Accepted(..)))?;
    let lasted = end.time.saturating_sub(accepted.time);
    let beside = lasted % 60_000_000;
    let whole = !(1_000_000..=59_000_000).contains(&beside);
    if lasted < SHORTEST_T2 || !whole || !matches!(callback.end, Some(End::CancelledByA | End::CancelledByB))
    {
        return None;
    }
    let minutes = (lasted + 30_000_000) / 60_000_000;
    let free = callback.step(|what| matches!(what, What::Free(_)));
    let told = match free {
        Some(_) => "it was told free, but no recall came to an end",
        None => "it was never told free",
    };
    let b = party(callback.b);
    Some(Finding::of_callback(
        "t2-ran-out",
        Some(by),
        callback,
        &[accepted, end],
        "ECMA-186, T2",
        (
            format!(
                "ends the callback of {} just {minutes} min after it was accepted: T2. Of {b}: {told}",
                parties(callback)
            ),
            format!(
                "If {b} was free in this time, look at the side of {b}. If it was not, T2 may be too short: compare it \
                 at both ends, the shorter one decides."
            ),
        ),
    ))
}

/// A was busy, and its side did not say ccSuspend.
fn suspend_missing(callback: &Callback) -> Option<Finding> {
    let side = Some(callback.side_a);
    let a = party(callback.a);
    let clause = "ECMA-186, ccSuspend";
    let next = format!(
        "The side of {a} has to send ccSuspend when {a} is busy, and ccResume when it is free; see whether it knows \
         that {a} is busy (a second line, another system)."
    );
    if let Some(failed) = callback.last(|what| matches!(what, What::RecallFailed(..)))
        && let What::RecallFailed(by, Some(cause), _) = failed.what
        && by == callback.side_a
        && cause == qsig_core::Cause::USER_BUSY
    {
        let free = callback.last(|what| matches!(what, What::Free(_))).unwrap_or(failed);
        let what = format!(
            "calls back while {a} is busy: it clears the recall itself with {cause}, without ccSuspend"
        );
        return Some(Finding::of_callback(
            "suspend-missing",
            side,
            callback,
            &[free, failed],
            clause,
            (what, next),
        ));
    }
    let free = unused(callback)?;
    let busy = callback.a_busy?;
    let (end, _) = cancel(callback)?;
    let after = span(end.time.saturating_sub(free.time));
    let what = format!(
        "does not send ccSuspend though {a} is busy (connected in cr {} {}) when {} is told free; {after} later the \
         callback is cancelled",
        busy.value,
        busy.origin,
        party(callback.b)
    );
    Some(Finding::of_callback("suspend-missing", side, callback, &[free, end], clause, (what, next)))
}

/// T3: A's side cancels after ccExecPossible, and has not called.
fn not_taken(callback: &Callback) -> Option<Finding> {
    let free = unused(callback)?;
    let (end, by) = cancel(callback)?;
    // Within a second nobody has said no: the two have crossed.
    if by != callback.side_a || end.time.saturating_sub(free.time) < SHORTEST_T3 {
        return None;
    }
    let after = span(end.time.saturating_sub(free.time));
    let a = party(callback.a);
    Some(Finding::of_callback(
        "recall-not-taken",
        Some(callback.side_a),
        callback,
        &[free, end],
        "ECMA-186, T3",
        (
            format!(
                "cancels {after} after {} was told free, without a call: T3, or {a} said no",
                party(callback.b)
            ),
            format!("{a} was not at the phone, or its phone did not ring: look at the recall there."),
        ),
    ))
}

/// A's side does nothing after ccExecPossible, until B's side has enough.
fn ignored(callback: &Callback) -> Option<Finding> {
    let free = unused(callback)?;
    let (end, by) = cancel(callback)?;
    if by == callback.side_a {
        return None;
    }
    let after = span(end.time.saturating_sub(free.time));
    Some(Finding::of_callback(
        "exec-possible-ignored",
        Some(callback.side_a),
        callback,
        &[free, end],
        "ECMA-186, ccExecPossible",
        (
            format!(
                "answers ccExecPossible neither with a call nor with ccSuspend; the other side cancels after {after}"
            ),
            "See whether the side of A has lost the callback (a restart), or finds no free channel for the recall."
                .to_owned(),
        ),
    ))
}

/// T4: A's side clears the call of ccPathReserve, and no answer has come.
fn path_unanswered(callback: &Callback) -> Option<Finding> {
    let asked = callback.last(|what| what == What::PathAsked)?;
    // ccCancel of A's side comes before or after the clearing of the call. Whatever else comes between has stopped T4.
    let by_a = What::Cancelled(callback.side_a);
    let rest = callback.after_last(|what| what == What::PathAsked);
    let end = rest.iter().find(|step| step.what != by_a)?;
    let What::RecallFailed(by, _, None) = end.what else { return None };
    let after = end.time.saturating_sub(asked.time);
    if by != callback.side_a || after < SHORTEST_T4 {
        return None;
    }
    Some(Finding::of_callback(
        "path-unanswered",
        Some(by.peer()),
        callback,
        &[asked, end],
        "ECMA-186, T4",
        (
            format!(
                "does not answer ccPathReserve of {}; after {} the {by} side gave up (T4, or user A)",
                parties(callback),
                span(after)
            ),
            "B's side has said that paths may be reserved: it has to answer with a result or an error. Let it say \
             no-path-reservation if it cannot, or ask whether a PBX on the way loses the operation."
                .to_owned(),
        ),
    ))
}

/// B is busy again, and its side does not say so.
fn recall_busy_at_b(callback: &Callback) -> Option<Finding> {
    let failed = callback.last(|what| matches!(what, What::RecallFailed(..)))?;
    let What::RecallFailed(by, Some(cause), None) = failed.what else { return None };
    if by == callback.side_a || cause != qsig_core::Cause::USER_BUSY {
        return None;
    }
    let recalled = callback.last(|what| matches!(what, What::Recalled(_) | What::PathAsked))?;
    Some(Finding::of_callback(
        "busy-again-unsaid",
        Some(by),
        callback,
        &[recalled, failed],
        "ECMA-186, errors of ccRingout",
        (
            format!("clears the recall of {} with {cause} and without the error remoteUserBusyAgain", parties(callback)),
            "A's side cannot tell a busy B from a lost request, and will end the callback. Let B's side hold B for the \
             recall (guard time)."
                .to_owned(),
        ),
    ))
}

/// B's side knows nothing of the callback that the recall is for.
fn recall_refused(callback: &Callback) -> Option<Finding> {
    let failed = callback.last(|what| matches!(what, What::RecallFailed(..)))?;
    let What::RecallFailed(by, _, Some(ErrorValue::FAILURE_TO_MATCH)) = failed.what else { return None };
    let recalled = callback.last(|what| matches!(what, What::Recalled(_) | What::PathAsked))?;
    Some(Finding::of_callback(
        "recall-not-matched",
        Some(by),
        callback,
        &[recalled, failed],
        "ECMA-186, failureToMatch",
        (
            format!("refuses the recall of {} with failureToMatch: it has no such request", parties(callback)),
            "Compare numbers and Bearer capability of request and recall; else B's side has lost the request (T2, a \
             restart)."
                .to_owned(),
        ),
    ))
}

/// The recall has other digits than the request.
fn number(callback: &Callback) -> Option<Finding> {
    let setup = callback.recall_setup.as_ref()?;
    let recalled = callback.last(|what| matches!(what, What::Recalled(_) | What::PathAsked))?;
    let told = callback.step(|what| matches!(what, What::Requested(_) | What::Free(_)))?;
    let pairs = [(setup.calling, callback.a), (setup.called, callback.b)];
    let (recall, request) = pairs.into_iter().find_map(|(recall, request)| {
        let (recall, request) = (recall?, request?);
        (recall.digits != request.digits).then_some((recall, request))
    })?;
    Some(Finding::of_callback(
        "number-changed-in-recall",
        Some(callback.side_a),
        callback,
        &[told, recalled],
        "ECMA-186, ccRingout",
        (
            format!("calls back with {}, but the request was made with {}", recall.digits, request.digits),
            "Something rewrites numbers in one of the two, the recall or the operation; B's side finds no such request."
                .to_owned(),
        ),
    ))
}

/// The recall has another Bearer capability than the request.
fn bearer(callback: &Callback) -> Option<Finding> {
    let setup = callback.recall_setup.as_ref()?;
    if setup.bearer.is_empty() || callback.service.is_empty() || callback.service.starts_with(&setup.bearer) {
        return None;
    }
    let recalled = callback.last(|what| matches!(what, What::Recalled(_) | What::PathAsked))?;
    let told = callback.step(|what| matches!(what, What::Requested(_) | What::Free(_)))?;
    Some(Finding::of_callback(
        "bearer-changed-in-recall",
        Some(callback.side_a),
        callback,
        &[told, recalled],
        "ECMA-186, ccRingout",
        (
            format!(
                "calls back with another Bearer capability than the request had: {} and not {}",
                crate::decode::hex::hex(&setup.bearer),
                crate::decode::hex::hex(&callback.service)
            ),
            "The Bearer capability has to be repeated octet for octet.".to_owned(),
        ),
    ))
}
