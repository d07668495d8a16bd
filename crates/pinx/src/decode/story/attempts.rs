//! The calls that failed lately, for the request that may follow.

use qsig_core::{Digits, PartyNumber, Side};

use super::Attempt;
use crate::decode::seen::Seen;
use crate::decode::trace::{Call, Did, LinkNumber, Recent, Stage};
use crate::limits::MOST_REMEMBERED;

/// A request is held against a call of the last hour: users think before they ask.
const HOUR: u64 = 3_600_000_000;

/// The latest call of each number that alerted or was cleared by the far side.
pub(super) struct Attempts {
    by_calling: Recent<(LinkNumber, Side, Digits), Attempt>,
    by_called: Recent<(LinkNumber, Side, Digits), Attempt>,
}

impl Default for Attempts {
    fn default() -> Self {
        Self { by_calling: Recent::new(MOST_REMEMBERED), by_called: Recent::new(MOST_REMEMBERED) }
    }
}

impl Attempts {
    /// Looks at a call that is of no callback.
    pub(super) fn take(&mut self, call: &Call, seen: &Seen<'_>) {
        if call.independent || call.did != Did::Moved {
            return;
        }
        let cause = match (call.stage, call.clearing) {
            (Stage::Alerting, _) => None,
            (Stage::Clearing | Stage::Ended, Some(clearing)) if clearing.frame == seen.frame => {
                // A call that its own side clears had alerted, or is of no interest.
                if clearing.by == call.key.origin {
                    return;
                }
                clearing.cause
            }
            _ => return,
        };
        let Some(setup) = &call.setup else { return };
        let place = |party: Option<PartyNumber>| Some((call.key.link, call.key.origin, party?.digits));
        let attempt = Attempt { key: call.key, setup: setup.clone(), cause };
        if let Some(key) = place(setup.calling) {
            self.by_calling.insert(key, attempt.clone());
        }
        if let Some(key) = place(setup.called) {
            self.by_called.insert(key, attempt);
        }
    }

    /// The call that a request on this connection is about: the latest of A, if it was to B or nearly; else the latest
    /// to B from a number that is nearly A.
    pub(super) fn before(
        &self,
        connection: &Call,
        a: Option<PartyNumber>,
        b: Option<PartyNumber>,
        now: u64,
    ) -> Option<Attempt> {
        let key = |digits| (connection.key.link, connection.key.origin, digits);
        let (a, b) = (a?.digits, b?.digits);
        let recent = |attempt: &&Attempt| now.saturating_sub(attempt.setup.time) <= HOUR;
        let of_a = self.by_calling.get(&key(a)).filter(recent);
        let to_b = self.by_called.get(&key(b)).filter(recent);
        let called = |attempt: &&Attempt| attempt.setup.called.is_some_and(|it| nearly(&it.digits, &b));
        let calling = |attempt: &&Attempt| attempt.setup.calling.is_some_and(|it| nearly(&it.digits, &a));
        of_a.filter(called).or(to_b.filter(calling)).cloned()
    }
}

/// Whether one number is the other with digits before it, as rewriting in a gateway makes it.
pub(crate) fn nearly(one: &Digits, other: &Digits) -> bool {
    let (one, other) = (one.as_str(), other.as_str());
    !one.is_empty() && !other.is_empty() && (one.ends_with(other) || other.ends_with(one))
}
