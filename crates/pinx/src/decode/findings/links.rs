//! Rules about the data link: the sides, and what a reset costs.

use std::collections::{HashMap, VecDeque};

use qsig_core::Side;
use qsig_lapd::FrameType;

use super::finding::Finding;
use crate::decode::seen::Seen;
use crate::decode::trace::{FrameRef, LinkNumber};
use crate::limits::MOST_UNACKNOWLEDGED;
use crate::summary::ApduKind;

/// What the rules remember of each link.
#[derive(Default)]
pub(super) struct Rules {
    links: HashMap<LinkNumber, Memory>,
}

#[derive(Default)]
struct Memory {
    /// The frame of each side's first SABME and whether its C/R is that of the network side.
    sabme: [Option<(FrameRef, bool)>; 2],
    /// Whether the finding about the sides was told.
    told: bool,
    /// Whether messages have gone over the link since it was established.
    used: bool,
    unacknowledged: [VecDeque<Unacknowledged>; 2],
}

struct Unacknowledged {
    ns: u8,
    frame: FrameRef,
    /// The operation of call completion in it.
    operation: Option<&'static str>,
}

const fn place(side: Side) -> usize {
    match side {
        Side::Network => 0,
        Side::User => 1,
    }
}

impl Rules {
    /// Looks at a frame; `pending` callbacks wait on its link.
    pub(super) fn take(&mut self, seen: &Seen<'_>, pending: u64) -> Vec<Finding> {
        let memory = self.links.entry(seen.link).or_default();
        let Some(sender) = seen.sender.or(seen.heading.sender) else { return Vec::new() };
        let mut found = Vec::new();
        if seen.summary.frame == Some(FrameType::Sabme) {
            found.extend(memory.same_sides(seen, sender));
            if std::mem::take(&mut memory.used) {
                found.extend(memory.reset(seen, sender, pending));
            }
            memory.unacknowledged = [VecDeque::new(), VecDeque::new()];
        }
        memory.follow(seen, sender);
        found
    }
}

impl Memory {
    /// Both ends send commands as the same side: neither takes the other's SABME.
    fn same_sides(&mut self, seen: &Seen<'_>, sender: Side) -> Option<Finding> {
        // The file says who sent it; the C/R bit says which side that end believes to be.
        let own = seen.heading.sender? == Side::Network;
        let network = if seen.summary.command? { own } else { !own };
        if let Some(slot) = self.sabme.get_mut(place(sender)) {
            slot.get_or_insert((seen.frame, network));
        }
        let [Some(one), Some(other)] = self.sabme else { return None };
        if one.1 != other.1 || std::mem::replace(&mut self.told, true) {
            return None;
        }
        let (name, bit) = if one.1 { ("network", 1) } else { ("user", 0) };
        Some(Finding {
            name: "both-sides-the-same",
            side: None,
            link: seen.link,
            frames: vec![one.0.min(other.0), one.0.max(other.0)],
            time: seen.time(),
            clause: "Q.921 3.3.2",
            what: format!(
                "both ends are configured as the {name} side (C/R {bit} in the SABME of each); the link cannot come up"
            ),
            next: "Make one end network (pri_net) and the other user (pri_cpe).".to_owned(),
        })
    }

    /// A SABME on a link that was in use.
    fn reset(&self, seen: &Seen<'_>, sender: Side, pending: u64) -> Vec<Finding> {
        let mut found = Vec::new();
        if pending > 0 {
            let callbacks =
                if pending == 1 { "a callback was".into() } else { format!("{pending} callbacks were") };
            found.push(Finding {
                name: "link-reset",
                side: Some(sender),
                link: seen.link,
                frames: vec![seen.frame],
                time: seen.time(),
                clause: "Q.921 5.7",
                what: format!("establishes the data link anew while {callbacks} pending; what was on its way is lost"),
                next: "Look for what cut the line before this frame (alarms, slips, a restart); pinx decode --story \
                       shows how the callbacks went on."
                    .to_owned(),
            });
        }
        for (place, side) in [(0, Side::Network), (1, Side::User)] {
            let waiting = self.unacknowledged.get(place).into_iter().flatten();
            for (frame, operation) in waiting.filter_map(|it| Some((it.frame, it.operation?))) {
                found.push(Finding {
                    name: "operation-lost",
                    side: Some(side),
                    link: seen.link,
                    frames: vec![frame, seen.frame],
                    time: seen.time(),
                    clause: "Q.921 5.7",
                    what: format!(
                        "its {operation} was not acknowledged when the link was established anew: it is lost unless \
                         it is sent again"
                    ),
                    next: format!(
                        "Look for the same {operation} after frame {}; without it the callback hangs until T2.",
                        seen.heading.number
                    ),
                });
            }
        }
        found
    }

    fn follow(&mut self, seen: &Seen<'_>, sender: Side) {
        let summary = &seen.summary;
        self.used |= summary.frame == Some(FrameType::I);
        if let (Some(nr), Some(waiting)) = (summary.nr, self.unacknowledged.get_mut(place(sender.peer()))) {
            // N(R) acknowledges what is behind it.
            while waiting.front().is_some_and(|first| (1..64).contains(&(nr.wrapping_sub(first.ns) & 0x7F))) {
                waiting.pop_front();
            }
        }
        let (Some(ns), Some(waiting)) = (summary.ns, self.unacknowledged.get_mut(place(sender))) else {
            return;
        };
        if waiting.iter().any(|it| it.ns == ns) || waiting.len() >= MOST_UNACKNOWLEDGED {
            return;
        }
        let mut invokes = summary.apdus.iter().filter(|apdu| apdu.kind == ApduKind::Invoke);
        let operation = invokes.find_map(|apdu| apdu.name.filter(|name| name.starts_with("cc")));
        waiting.push_back(Unacknowledged { ns, frame: seen.frame, operation });
    }
}
