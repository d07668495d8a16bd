//! Rules about what one side does not understand of the other.

use std::collections::HashSet;

use qsig_core::{Cause, Side};
use qsig_lapd::Frame;
use qsig_q931::{Message, MessageType};
use qsig_rose::{Component, Facility, Form, Operation, Problem};

use super::finding::Finding;
use crate::decode::seen::Seen;
use crate::decode::trace::LinkNumber;
use crate::foreign;
use crate::limits::MOST_TOLD;
use crate::outline::Outline;
use crate::summary::{Apdu, ApduKind, message_octets};

/// What the rules remember: what was told once, and need not be told for each call.
#[derive(Default)]
pub(super) struct Rules {
    told: HashSet<(LinkNumber, Side, String)>,
}

impl Rules {
    /// Looks at a frame.
    pub(super) fn take(&mut self, seen: &Seen<'_>) -> Vec<Finding> {
        let (Some(message), Some(sender)) = (seen.summary.message, seen.sender) else { return Vec::new() };
        let mut found: Vec<Finding> =
            seen.summary.apdus.iter().filter_map(|apdu| rejected(seen, sender, apdu)).collect();
        if message == MessageType::Status {
            found.extend(status(seen, sender));
        }
        if seen.summary.apdus.iter().any(|apdu| matches!(apdu.kind, ApduKind::Invoke | ApduKind::Unread)) {
            found.extend(self.forms(seen, sender));
        }
        found
    }

    /// Operations in another form than QSIG's of today, or with a wrong argument, once each.
    fn forms(&mut self, seen: &Seen<'_>, sender: Side) -> Vec<Finding> {
        let mut found = Vec::new();
        for (name, code, what, next) in forms(seen.octets()) {
            if self.told.len() < MOST_TOLD && self.told.insert((seen.link, sender, code)) {
                found.push(Finding {
                    name,
                    side: Some(sender),
                    link: seen.link,
                    frames: vec![seen.frame],
                    time: seen.time(),
                    clause: "ECMA-165; X.880",
                    what,
                    next,
                });
            }
        }
        found
    }
}

type Form4 = (&'static str, String, String, String);

/// The operations of a frame that are unknown, written as object identifiers, or with an argument that cannot be read: the name of the finding, what tells
/// it from others, what, and what to do.
fn forms(octets: &[u8]) -> Vec<Form4> {
    let frame = Frame::parse(octets).ok();
    let message = frame.as_ref().and_then(message_octets).and_then(|octets| Message::parse(octets).ok());
    let mut found = Vec::new();
    for contents in message.iter().flat_map(|message| message.received().facilities().collect::<Vec<_>>()) {
        let Ok(facility) = Facility::parse(contents) else { continue };
        found.extend(facility.components().filter_map(|component| match component {
            Ok(Component::Invoke(invoke)) if invoke.form == Form::Global => Some((
                "operation-as-oid",
                format!("oid {}", invoke.operation.value()),
                format!(
                    "sends {} as object identifier 1.3.12.9.{}, as editions before 1997 did; a peer that knows only \
                     local values does not take it",
                    invoke.operation,
                    invoke.operation.value()
                ),
                "Choose the ISO (or ECMA version 2) variant of QSIG at this end.".to_owned(),
            )),
            Err(refused) if refused.problem == Some(Problem::MISTYPED_ARGUMENT) => {
                if foreign::of_refused(&facility.header, &refused).is_some() {
                    return None;
                }
                let code = Outline::of(refused.octets).code?;
                let operation = Operation::new(code.integer().ok()?)?;
                Some((
                    "argument-unreadable",
                    format!("argument of {operation}"),
                    format!("sends {operation} with an argument that is not of its type: {}", refused.reason),
                    format!(
                        "The peer rejects it or ignores it. Look at the octets with pinx decode --operation {operation}, \
                         and show them to the maker of this end."
                    ),
                ))
            }
            Err(refused) => {
                let code = match refused.code? {
                    qsig_rose::Code::Local(value) => format!("local value {value}"),
                    qsig_rose::Code::Global(oid) => format!("object identifier {oid}"),
                };
                let etsi = code.contains(" 0.4.0.");
                let whose = if etsi { "of the public ISDN (ETSI), not of QSIG" } else { "that QSIG does not have" };
                Some((
                    "operation-unknown",
                    code.clone(),
                    format!("sends an operation {whose}: {code}"),
                    "Compare the variants that the two ends are set to (ISO, ECMA, ETSI, maker's own).".to_owned(),
                ))
            }
            Ok(_) => None,
        }));
    }
    found
}

/// A reject: the peer could not take a component.
fn rejected(seen: &Seen<'_>, sender: Side, apdu: &Apdu) -> Option<Finding> {
    if apdu.kind != ApduKind::Reject {
        return None;
    }
    let problem = apdu.name.unwrap_or("an unknown problem");
    let asked = apdu.asked.unwrap_or("a component");
    let unknown = apdu.name == Some("unrecognizedOperation");
    Some(Finding {
        name: "operation-rejected",
        side: Some(sender),
        link: seen.link,
        frames: vec![seen.frame],
        time: seen.time(),
        clause: "ECMA-165; X.880",
        what: if unknown {
            format!("does not know {asked}: it rejects it with unrecognizedOperation")
        } else {
            format!("does not take {asked}: it rejects it with {problem}")
        },
        next: if unknown {
            "Ask whether this end offers the service, and compare the variants (local value or object identifier)."
                .to_owned()
        } else {
            format!("Compare the {asked} before with the standard: pinx decode --operation {asked}.")
        },
    })
}

/// STATUS that complains of a message, and is no answer to STATUS ENQUIRY.
fn status(seen: &Seen<'_>, sender: Side) -> Option<Finding> {
    let cause = seen.summary.cause?;
    if !matches!(cause.value(), 81 | 95..=101 | 111) {
        return None;
    }
    let state = state(seen.octets()).map(|state| format!(", call state {state}")).unwrap_or_default();
    let reference = seen.call.map(|call| format!(" of cr {}", call.key.value)).unwrap_or_default();
    let other = sender.peer();
    Some(Finding {
        name: "status-complains",
        side: None,
        link: seen.link,
        frames: vec![seen.frame],
        time: seen.time(),
        clause: "Q.931 5.8",
        what: format!(
            "the {sender} side complains of a message{reference} of the {other} side: {cause}{state}"
        ),
        next: if cause == Cause::WRONG_STATE {
            format!(
                "Look at the last message of the {other} side before; if it fits the state that it should have, the \
                 {sender} side has lost count."
            )
        } else {
            format!("Look at the last message of the {other} side before.")
        },
    })
}

fn state(octets: &[u8]) -> Option<u8> {
    let frame = Frame::parse(octets).ok()?;
    let message = Message::parse(message_octets(&frame)?).ok()?;
    message.received().call_state.map(|state| state.value)
}
