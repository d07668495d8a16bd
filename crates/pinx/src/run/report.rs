//! What the node tells: as log lines, and as events for readers.

use qsig_pinx::{CallbackStep, Event, Fault, TrunkIndex};
use serde_json::{Value, json};
use tracing::{debug, info, warn};

use crate::api::Phone;

/// A log line for an event. Nothing that a peer or a user sent goes into it unescaped.
pub(crate) fn log(event: &Event, trunk_name: impl Fn(TrunkIndex) -> String) {
    match event {
        Event::Phone(view) => debug!("phone {} is {}", view.number, view.state),
        Event::Alert { phone } => info!("phone {phone} sounds the callback alert"),
        Event::Callback(change) => {
            info!("callback {} {} to {} {}", change.id, change.a, change.b, change.step);
        }
        Event::CallEnded { from, to, cause } => info!("call {from} to {to} ended: {cause}"),
        Event::Link { trunk, up } => {
            info!("trunk {}: data link {}", trunk_name(*trunk), if *up { "up" } else { "down" });
        }
        Event::Fault(fault) => warn!("{}", describe(fault, trunk_name)),
    }
}

/// An event for readers: its kind and its data, without `seq` and `time`.
pub(crate) fn publish(event: &Event, trunk_name: impl Fn(TrunkIndex) -> String) -> (&'static str, Value) {
    match event {
        Event::Phone(view) => ("phone", json!({ "phone": Phone::from(view.clone()) })),
        Event::Alert { phone } => ("phone", json!({ "alert": phone.to_string() })),
        Event::Callback(change) => {
            let cause = match change.step {
                CallbackStep::Refused(cause) | CallbackStep::Ended(cause) => Some(cause.name()),
                _ => None,
            };
            let data = json!({
                "id": change.id.to_string(),
                "role": change.role.name(),
                "service": change.service.name(),
                "a": change.a.to_string(),
                "b": change.b.to_string(),
                "what": change.step.name(),
                "cause": cause,
            });
            ("callback", data)
        }
        Event::CallEnded { from, to, cause } => {
            let text = cause.text();
            (
                "call",
                json!({ "what": "ended", "from": from.to_string(), "to": to.to_string(),
                "cause": cause.value(), "text": text }),
            )
        }
        Event::Link { trunk, up } => {
            ("trunk", json!({ "name": trunk_name(*trunk), "link": if *up { "up" } else { "down" } }))
        }
        Event::Fault(fault) => ("fault", json!({ "message": describe(fault, trunk_name) })),
    }
}

/// What went wrong, and where there is one the next step.
fn describe(fault: &Fault, trunk_name: impl Fn(TrunkIndex) -> String) -> String {
    match fault {
        Fault::DataLink { trunk, error } => format!("trunk {}: {error}", trunk_name(*trunk)),
        Fault::SameSide { trunk } => format!(
            "trunk {}: both ends are configured as the same side; change `side` at one of them",
            trunk_name(*trunk)
        ),
        Fault::Layer3 { trunk, fault } => {
            format!("trunk {}: {}", trunk_name(*trunk), super::fault::words(*fault))
        }
        Fault::ChannelsBlocked { trunk, channels } => format!(
            "trunk {}: the peer did not acknowledge a RESTART; time slots {} stay out of use",
            trunk_name(*trunk),
            slots(*channels)
        ),
        Fault::Facility { trunk, problem } => {
            format!("trunk {}: an APDU could not be used: {problem}", trunk_name(*trunk))
        }
        Fault::TrunkRestarted { trunk } => format!(
            "trunk {}: a mistake of ours, please report it with the lines above; the trunk was restarted, its calls \
             are lost, its callbacks go on",
            trunk_name(*trunk)
        ),
        Fault::Ignored { what } => format!("{what} has no meaning in the state of its callback"),
        Fault::Internal(what) => format!("a mistake of ours, please report it: {what}"),
        other => format!("{other:?}"),
    }
}

fn slots(channels: u32) -> String {
    let slots: Vec<String> =
        (1..32).filter(|slot| channels >> slot & 1 == 1).map(|slot| slot.to_string()).collect();
    slots.join(", ")
}
