//! The laws that hold between the two ends, watched as events come.

use alloc::vec::Vec;

use super::pair::{Pair, Watched};
use crate::{EndCause, Service, originating, terminating};

impl Pair {
    pub(super) fn watch_a(&mut self, event: originating::Event) {
        use originating::Event;
        match event {
            Event::Recall { record } => {
                assert!(self.live_a.contains(&record), "a callback that ended is not recalled");
                assert!(self.recalling.insert(record), "one recall at a time");
                self.recalls_offered += 1;
                assert!(self.recalls_offered <= self.execs_received, "no recall without ccExecPossible");
            }
            Event::Suspended { record } => {
                self.recalling.remove(&record);
            }
            Event::Refused { record, .. } | Event::Ended { record, .. } => {
                self.recalling.remove(&record);
                assert!(self.live_a.remove(&record), "{record} ends once");
            }
            Event::Accepted { .. }
            | Event::Resumed { .. }
            | Event::Recalled { .. }
            | Event::Ignored { .. } => {}
        }
        self.seen_a.push(event);
    }

    pub(super) fn watch_b(&mut self, event: terminating::Event) {
        use terminating::Event;
        self.seen_b.push(event);
        if !self.lossless {
            // A notice that came to nothing, and a record that starts over, are no events: look at the states.
            for (id, watched) in &mut self.live_b {
                let state = self.b.record(*id).map(|view| view.state);
                watched.held &= matches!(state, Some("CC-Exec-Notified" | "CC-Ringing-B"));
                watched.suspended &= state == Some("CC-Suspended-B");
            }
        }
        match event {
            Event::Accepted { record, .. } => {
                let view = self.b.record(record).unwrap();
                let (b, service) = (view.parties.b.digits, view.service);
                let watched = Watched { b, service, suspended: false, held: false };
                assert!(self.live_b.insert(record, watched).is_none(), "{record} is accepted once");
            }
            Event::Told { record } => {
                let told = self.live_b[&record].clone();
                assert!(!told.suspended, "a suspended callback is not told");
                assert!(!told.held || !self.lossless, "{record} is told once");
                let others = self.live_b.iter().filter(|(other, _)| **other != record);
                for (other, watched) in others.filter(|(_, watched)| watched.b == told.b) {
                    assert!(!watched.held, "{other} is told already");
                    let waits = watched.service == Service::Ccbs && !watched.suspended;
                    let passed_over = self.lossless && *other < record && waits;
                    assert!(!passed_over, "{other} came first");
                }
                self.live_b.get_mut(&record).unwrap().held = true;
            }
            Event::Completing { record } => {
                let watched = self.live_b.get_mut(&record).unwrap();
                watched.held = true;
                watched.suspended = false;
            }
            Event::Suspended { record } => {
                let watched = self.live_b.get_mut(&record).unwrap();
                watched.suspended = true;
                watched.held = false;
            }
            Event::Resumed { record } => self.live_b.get_mut(&record).unwrap().suspended = false,
            Event::Ended { record, .. } => {
                assert!(self.live_b.remove(&record).is_some(), "{record} ends once");
            }
            Event::RefusedRequest { .. } | Event::Ignored { .. } => {}
        }
    }

    /// Nothing is left at either end.
    pub(super) fn assert_over(&self) {
        assert_eq!(self.a.records().count(), 0, "callbacks at A: {:?}", self.a.records().next());
        assert_eq!(self.b.records().count(), 0, "callbacks at B: {:?}", self.b.records().next());
        assert!(self.live_a.is_empty() && self.live_b.is_empty(), "every callback has ended");
        assert_eq!((self.a.connections(), self.b.connections()), (0, 0), "connections in the engines");
        let layer3 = (self.layer3_a.connections(), self.layer3_b.connections());
        assert_eq!(layer3, (0, 0), "connections in layer 3");
        assert_eq!((self.a.cancels_owed(), self.b.cancels_owed()), (0, 0), "ccCancels owed");
    }

    /// How the callbacks at A ended.
    pub(super) fn ends_a(&self) -> Vec<EndCause> {
        let end = |event: &originating::Event| match event {
            originating::Event::Ended { cause, .. } => Some(*cause),
            originating::Event::Refused { why, .. } => Some(why.end_cause()),
            _ => None,
        };
        self.seen_a.iter().filter_map(end).collect()
    }

    /// How the callbacks at B ended.
    pub(super) fn ends_b(&self) -> Vec<EndCause> {
        let end = |event: &terminating::Event| match event {
            terminating::Event::Ended { cause, .. } => Some(*cause),
            _ => None,
        };
        self.seen_b.iter().filter_map(end).collect()
    }
}
