//! Rules about SETUP: repeated, or meeting another on the same channel.

use std::collections::HashMap;

use qsig_core::Side;

use super::finding::Finding;
use crate::decode::heading::span;
use crate::decode::seen::Seen;
use crate::decode::trace::{Call, CallKey, Did, LinkNumber, Stage};

/// What the rules remember: the SETUP that asks for each channel of a link, while it is not answered, and what the
/// SETUP of a call carried.
#[derive(Default)]
pub(super) struct Rules {
    asked: HashMap<(LinkNumber, u8), CallKey>,
    carried: HashMap<CallKey, &'static str>,
}

impl Rules {
    /// Looks at a frame.
    pub(super) fn take(&mut self, seen: &Seen<'_>) -> Vec<Finding> {
        let Some(call) = seen.call else { return Vec::new() };
        let mut found = Vec::new();
        match call.did {
            Did::Repeated => found.extend(self.repeated(seen, call)),
            Did::Began => {
                found.extend(self.met(seen, call));
                if let Some(name) = seen.summary.apdus.iter().find_map(|apdu| apdu.name) {
                    self.carried.insert(call.key, name);
                }
            }
            Did::Moved | Did::Nothing => {
                self.carried.remove(&call.key);
                if let Some(channel) = call.channel
                    && self.asked.get(&(seen.link, channel)) == Some(&call.key)
                {
                    self.asked.remove(&(seen.link, channel));
                }
            }
        }
        found
    }

    fn repeated(&self, seen: &Seen<'_>, call: &Call) -> Option<Finding> {
        let setup = call.setup.as_ref()?;
        let origin = call.key.origin;
        let after = span(seen.time().saturating_sub(setup.time));
        let carried = self.carried.get(&call.key).filter(|_| seen.summary.apdus.is_empty());
        let left_out = carried.map(|name| {
            format!("; the copy has no {name} any more, so it is an ordinary call to who takes the copy")
        });
        Some(Finding {
            name: "setup-repeated",
            side: Some(origin.peer()),
            link: seen.link,
            frames: vec![setup.frame, seen.frame],
            time: seen.time(),
            clause: "Q.931 9, T303",
            what: format!(
                "does not answer SETUP (cr {}); the {origin} side sends it again after {after}{}",
                call.key.value,
                left_out.unwrap_or_default()
            ),
            next: "See whether the frame was acknowledged: if so the far end is slow or has no such number; if not, \
                   the line loses frames."
                .to_owned(),
        })
    }

    fn met(&mut self, seen: &Seen<'_>, call: &Call) -> Option<Finding> {
        let place = (seen.link, call.channel?);
        let other = self.asked.insert(place, call.key).and_then(|key| seen.calls.get(key))?;
        if other.stage != Stage::Asked || other.key.origin == call.key.origin {
            return None;
        }
        let first = other.setup.as_ref()?;
        let (network, user) = match call.key.origin {
            Side::Network => (call, other),
            Side::User => (other, call),
        };
        Some(Finding {
            name: "channel-glare",
            side: None,
            link: seen.link,
            frames: vec![first.frame, seen.frame],
            time: seen.time(),
            clause: "Q.931 5.7",
            what: format!(
                "both took channel {} at once: the call of the network side (cr {}) keeps it, that of the user side \
                 (cr {}) has to find another",
                place.1, network.key.value, user.key.value
            ),
            next: "Let one side look for channels from the lowest up and the other from the highest down."
                .to_owned(),
        })
    }
}
