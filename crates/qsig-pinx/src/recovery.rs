//! A mistake of ours in one trunk costs that trunk's calls, and nothing else.

use qsig_call::{CallId, End};
use qsig_core::{Cause, Instant};

use crate::{config::TrunkIndex, event::Fault, node::Node, trunk::TrunkEvent};

impl Node {
    /// To be called when [`Self::handle_input`] has panicked and the caller has caught it: the trunk that was at work
    /// begins anew, alone. Its calls and connections end as if the line had been cut, its callbacks wait for it as
    /// they do then, and the peer is told to RESTART. `None`: no trunk was at work, and nothing was done.
    pub fn recover(&mut self, now: Instant) -> Option<TrunkIndex> {
        let trunk = self.at_work?;
        let (line_up, link_up) = self.trunks[trunk].begin_anew(now);
        if link_up {
            self.trunk_event(now, trunk, TrunkEvent::Down);
        }
        let calls: Vec<CallId> = self.trunks[trunk].owners.keys().copied().collect();
        for call in calls {
            let (cause, end) = (Cause::TEMPORARY_FAILURE, End::LinkLost);
            let released = qsig_call::Event::Released { call, cause, end, facilities: Vec::new() };
            self.layer3_event(now, trunk, released);
        }
        self.fault(Fault::TrunkRestarted { trunk });
        if line_up {
            let fed = self.trunks[trunk].line(now, true);
            self.or_fault(fed);
        }
        self.settle(now);
        self.at_work = None;
        Some(trunk)
    }
}
