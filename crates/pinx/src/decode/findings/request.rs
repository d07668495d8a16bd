//! Rules about the request of a callback and its answer.

use qsig_core::{NumberingPlan, PartyNumber};
use qsig_rose::ErrorValue;

use super::finding::Finding;
use crate::decode::heading::span;
use crate::decode::story::{Callback, End, Step, What, party};

/// What a callback shows of its request.
pub(super) fn rules(callback: &Callback) -> Vec<Finding> {
    let rules =
        [refused, unanswered, retention, number_missing, number, bearer_missing, bearer, kind_of_number];
    rules.iter().filter_map(|rule| rule(callback)).collect()
}

fn request(callback: &Callback) -> Option<&Step> {
    callback.step(|what| matches!(what, What::Requested(_)))
}

fn parties(callback: &Callback) -> String {
    format!("{} for {}", party(callback.a), party(callback.b))
}

fn operation(callback: &Callback) -> &'static str {
    if callback.no_reply == Some(true) { "ccnrRequest" } else { "ccbsRequest" }
}

fn refused(callback: &Callback) -> Option<Finding> {
    let request = request(callback)?;
    let refused = callback.step(|what| matches!(what, What::Refused(_)))?;
    let What::Refused(error) = refused.what else { return None };
    let (meaning, next) = match error {
        ErrorValue::SHORT_TERM_REJECTION => (
            "it cannot take it now",
            "Try again later. If it happens each time: B's queue is full, an older request of the same two is still \
             there, or the far end has not kept the failed call (numbers and bearer must be those of the call).",
        ),
        ErrorValue::LONG_TERM_REJECTION => (
            "it will not take it",
            "Ask whether call completion is switched on at the far end, and for this number.",
        ),
        ErrorValue::SUPPLEMENTARY_SERVICE_INTERACTION_NOT_ALLOWED => {
            ("another service of B forbids it", "Look at B's services: forwarding, do not disturb.")
        }
        _ => ("it does not say more", "Ask the maker of the far end what this error means there."),
    };
    Some(Finding::of_callback(
        "request-refused",
        Some(callback.side_a.peer()),
        callback,
        &[request, refused],
        "ECMA-186, errors",
        (
            format!("refuses the callback of {} with {}: {meaning}", parties(callback), error.name()),
            next.to_owned(),
        ),
    ))
}

/// The connection of the request went without an answer: T1 at A's side, or cleared by B's side.
fn unanswered(callback: &Callback) -> Option<Finding> {
    let request = request(callback)?;
    let end = callback.step(|what| matches!(what, What::Unanswered(..)))?;
    let What::Unanswered(_, cause) = end.what else { return None };
    let side = Some(callback.side_a.peer());
    let waited = span(end.time.saturating_sub(request.time));
    let (what, next) = (operation(callback), parties(callback));
    if callback.end == Some(End::NoAnswer) {
        let what = format!(
            "does not answer {what} of {next}; after {waited} the {} side gave up (T1, or user A)",
            callback.side_a
        );
        let next = "The far end took the connection and not the operation: it may not offer call completion on this \
                    trunk, or know the operation in another variant.";
        return Some(Finding::of_callback(
            "request-unanswered",
            side,
            callback,
            &[request, end],
            "ECMA-186, T1",
            (what, next.to_owned()),
        ));
    }
    let cause = cause.map_or_else(|| "no cause".to_owned(), |cause| format!("cause {cause}"));
    Some(Finding::of_callback(
        "request-cleared",
        side,
        callback,
        &[request, end],
        "ECMA-186; ECMA-165",
        (
            format!("clears the connection of {what} of {next} without a result or an error: {cause}"),
            "The far end, or a PBX on the way, may not know call completion or call-independent connections."
                .to_owned(),
        ),
    ))
}

/// A's side says how the connection is to be kept, and B's side does something else.
fn retention(callback: &Callback) -> Option<Finding> {
    let request = request(callback)?;
    let accepted = callback.step(|what| matches!(what, What::Accepted(..)))?;
    let (asked, retained) = (callback.retain_asked?, callback.retained?);
    if asked == retained {
        return None;
    }
    let word = |retained| if retained { "retained" } else { "released" };
    Some(Finding::of_callback(
        "retention-not-obeyed",
        Some(callback.side_a.peer()),
        callback,
        &[request, accepted],
        "ECMA-186 6.5.2.2.1",
        (
            format!(
                "accepts the callback of {} with the connection {}, though it was asked to be {}",
                parties(callback),
                word(retained),
                word(asked)
            ),
            "Set the connection option of A's side to \"either\", or that of B's side to what A asks."
                .to_owned(),
        ),
    ))
}

/// The request does not say who A is, and there may be no connection to report on.
fn number_missing(callback: &Callback) -> Option<Finding> {
    let request = request(callback)?;
    if callback.tells_a || callback.retained == Some(true) || callback.retain_asked == Some(true) {
        return None;
    }
    Some(Finding::of_callback(
        "number-missing",
        Some(callback.side_a),
        callback,
        &[request],
        "ECMA-186, CcRequestArg",
        (
            format!(
                "asks for a callback for {} without the number of A, and does not ask for the connection to be retained",
                party(callback.b)
            ),
            "Without a number B's side cannot reach A to say that B is free. Send numberA (it may be marked \
             restricted), or set the connection option of A's side to \"retain\"."
                .to_owned(),
        ),
    ))
}

/// The request names other digits than the call.
fn number(callback: &Callback) -> Option<Finding> {
    let (request, attempt) = (request(callback)?, callback.attempt.as_ref()?);
    let pairs = [(attempt.setup.calling, callback.a), (attempt.setup.called, callback.b)];
    let (call, request_number) = pairs.into_iter().find_map(|(call, request)| {
        let (call, request) = (call?, request?);
        (call.digits != request.digits).then_some((call, request))
    })?;
    let called = callback.step(|what| matches!(what, What::Called(_)))?;
    Some(Finding::of_callback(
        "number-changed",
        Some(callback.side_a),
        callback,
        &[called, request],
        "ECMA-186, CcRequestArg",
        (
            format!(
                "asks for a callback with {}, but the call was made with {}",
                request_number.digits, call.digits
            ),
            "Something rewrites numbers in one of the two, the call or the operation; B's side finds no such call. Do \
             both or neither."
                .to_owned(),
        ),
    ))
}

/// The request has another type of number or plan than the call, and was refused.
fn kind_of_number(callback: &Callback) -> Option<Finding> {
    let (request, attempt) = (request(callback)?, callback.attempt.as_ref()?);
    let refused = callback.step(|what| matches!(what, What::Refused(_)))?;
    let pairs = [("A", attempt.setup.calling, callback.a), ("B", attempt.setup.called, callback.b)];
    let (whose, call, asked) = pairs.into_iter().find_map(|(whose, call, asked)| {
        let (call, asked) = (call?, asked?);
        let differ = call.digits == asked.digits && (call.plan, call.kind) != (asked.plan, asked.kind);
        differ.then_some((whose, call, asked))
    })?;
    Some(Finding::of_callback(
        "kind-of-number-changed",
        Some(callback.side_a),
        callback,
        &[request, refused],
        "ECMA-186, CcRequestArg; ECMA-165, PartyNumber",
        (
            format!(
                "writes number{whose} {} as {} in {}, but as {} in the call",
                asked.digits,
                kind(asked),
                operation(callback),
                kind(call)
            ),
            "B's side may compare types of number. Use unknown type and plan on this trunk at both ends."
                .to_owned(),
        ),
    ))
}

fn kind(number: PartyNumber) -> String {
    let plan = match number.plan {
        NumberingPlan::Unknown => "unknown plan",
        NumberingPlan::Public => "public plan",
        NumberingPlan::Private => "private plan",
        _ => "another plan",
    };
    format!("type {} of the {plan}", number.kind.value())
}

/// The identifier of the Bearer capability.
const BEARER_CAPABILITY: u8 = 0x04;

/// The service of the request has no Bearer capability.
fn bearer_missing(callback: &Callback) -> Option<Finding> {
    let request = request(callback)?;
    if callback.service.first() == Some(&BEARER_CAPABILITY) {
        return None;
    }
    let service = match callback.service.as_slice() {
        [] => "nothing".to_owned(),
        octets => crate::decode::hex::hex(octets),
    };
    Some(Finding::of_callback(
        "bearer-missing",
        Some(callback.side_a),
        callback,
        &[request],
        "ECMA-186, CcRequestArg",
        (
            format!(
                "asks for a callback of {} without a Bearer capability: its service is {service}",
                parties(callback)
            ),
            "The service has to begin with the Bearer capability of the call, octet for octet; B's side finds no such \
             call."
                .to_owned(),
        ),
    ))
}

/// The service of the request is not that of the call.
fn bearer(callback: &Callback) -> Option<Finding> {
    let (request, attempt) = (request(callback)?, callback.attempt.as_ref()?);
    let bearer = &attempt.setup.bearer;
    let missing = callback.service.first() != Some(&BEARER_CAPABILITY);
    if bearer.is_empty() || missing || callback.service.starts_with(bearer) {
        return None;
    }
    let called = callback.step(|what| matches!(what, What::Called(_)))?;
    Some(Finding::of_callback(
        "bearer-changed",
        Some(callback.side_a),
        callback,
        &[called, request],
        "ECMA-186, CcRequestArg",
        (
            format!(
                "asks for a callback with another service than the call had: {} and not {}",
                crate::decode::hex::hex(&callback.service),
                crate::decode::hex::hex(bearer)
            ),
            "The Bearer capability has to be repeated octet for octet; B's side may find no such call."
                .to_owned(),
        ),
    ))
}
