//! The callback service: what users ask for and see, on top of the two SS-CC engines.

use qsig_cc::{
    Caller, EndCause, Parties, Peer, RecordId, Service, originating,
    originating::{Options, Proposal},
    terminating,
    terminating::{Admission, Response, Terms},
};
use qsig_core::{Digits, Instant};

use crate::{
    CallbackChange, CallbackId, CallbackRole, CallbackStep, CallbackView,
    calls::Call,
    config::PhoneIndex,
    connections::{LOCAL, trunk_of},
    event::{Event, Fault},
    node::{Node, Timer},
    phone::{CallNumber, Party, Phone, Screen, State},
    plan::Destination,
    profile::{Connection, EXEC_GUARD, Recall},
};

/// The call that a callback may be asked for now.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    service: Service,
    parties: Parties,
    peer: Peer,
}

impl Offer {
    /// What can be offered after this call met a busy user.
    pub(crate) fn after(call: &Call, destination: Destination) -> Option<Self> {
        // Whoever calls oneself finds oneself busy: there is nobody to call back.
        if call.calling.is_some_and(|calling| calling.digits == call.called.digits) {
            return None;
        }
        let peer = match destination {
            Destination::Phone(_) => LOCAL,
            Destination::Trunk(trunk) => crate::connections::peer_of(trunk),
            Destination::Incomplete | Destination::Nobody => return None,
        };
        Some(Self { service: Service::Ccbs, parties: parties(call), peer })
    }
}

/// Exactly the numbers and bearer of the call: the far end compares them octet for octet.
fn parties(call: &Call) -> Parties {
    Parties {
        a: call.calling.map_or(Caller::NotAvailable, Caller::Allowed),
        b: call.called,
        service: call.bearer.as_octets().into(),
        subaddress_a: None,
        subaddress_b: None,
    }
}

/// A callback that a user of this node waits for.
#[derive(Clone, Debug)]
pub(crate) struct Waiting {
    pub(crate) b: Digits,
    service: Service,
    role: CallbackRole,
    /// Since when B has been free, as the notice shows it; `None` while B is not, or is not offered.
    pub(crate) free_since: Option<String>,
}

impl Node {
    /// The ringing call of a phone may be asked to be completed.
    pub(crate) fn make_offer(&mut self, phone: PhoneIndex, call: CallNumber, service: Service) {
        self.phones[phone].offer = self.calls.get(&call).and_then(|call| {
            let peer = self.peer_for(&call.called.digits)?;
            Some(Offer { service, parties: parties(call), peer })
        });
    }

    pub(crate) fn limit_offer(&mut self, now: Instant, phone: PhoneIndex) {
        self.timers.restart(Timer::Offer(phone), now + self.phones[phone].profile.offer_time);
    }

    pub(crate) fn withdraw_offer(&mut self, phone: PhoneIndex) {
        self.phones[phone].offer = None;
        self.timers.stop(Timer::Offer(phone));
    }

    /// A user presses CallBack on busy or ringback tone. `false`: there is nothing to ask for.
    pub(crate) fn request_callback(&mut self, now: Instant, index: PhoneIndex) -> bool {
        let phone = &self.phones[index];
        let Some(offer) = phone.offer.clone() else { return false };
        let b = offer.parties.b.digits;
        if let Some((&record, waiting)) = phone.callbacks.iter().find(|(_, waiting)| waiting.b == b) {
            // Asking again shows what there is.
            let screen = match waiting.free_since.clone() {
                Some(time) => Screen::Available(record, b, time),
                None => Screen::Activated(record, b),
            };
            self.phones[index].screen = Some(screen);
            return true;
        }
        let refusal = if !phone.callbacks_allowed {
            Some("Callbacks are not allowed on this phone")
        } else if phone.profile.max_per_caller.is_some_and(|most| phone.callbacks.len() >= most) {
            Some("Another callback is active: cancel it first")
        } else {
            None
        };
        if let Some(why) = refusal {
            self.phones[index].screen = Some(Screen::Refused(why.into()));
            return true;
        }
        let profile = &self.phones[index].profile;
        let t2 = match offer.service {
            Service::Ccbs => profile.t2_ccbs,
            Service::Ccnr => profile.t2_ccnr,
        };
        let proposal = match profile.proposal {
            Connection::Retain => Proposal::Retain,
            Connection::Release => Proposal::Release,
            Connection::Either => Proposal::Either,
        };
        let options = Options { t1: profile.t1, t2, t3: profile.t3, proposal };
        let request = originating::Request {
            peer: offer.peer,
            service: offer.service,
            parties: offer.parties,
            options,
        };
        match self.originating.request(now, request) {
            Ok(record) => {
                let role = if offer.peer == LOCAL { CallbackRole::Local } else { CallbackRole::Originating };
                let waiting = Waiting { b, service: offer.service, role, free_since: None };
                self.waiting.insert(record, index);
                let phone = &mut self.phones[index];
                phone.callbacks.insert(record, waiting);
                phone.screen = Some(Screen::Requested(record, b));
                self.tell_step(record, CallbackStep::Requested);
            }
            Err(refused) => self.phones[index].screen = Some(Screen::Refused(request_text(refused).into())),
        }
        true
    }

    /// A user wants to see the notice again that was left with Exit.
    pub(crate) fn show_notice(&mut self, index: PhoneIndex) -> bool {
        let notice = self.phones[index].notice().map(|(record, waiting)| {
            Screen::Available(record, waiting.b, waiting.free_since.clone().unwrap_or_default())
        });
        let found = notice.is_some();
        if found {
            self.phones[index].screen = notice;
        }
        found
    }

    /// The callback that a key on this phone is about.
    pub(crate) fn shown_record(&self, index: PhoneIndex) -> Option<RecordId> {
        let phone = &self.phones[index];
        match (&phone.state, phone.shown_screen()) {
            (State::Recall { record, .. }, _) => Some(*record),
            (
                _,
                Some(
                    Screen::Requested(record, _)
                    | Screen::Activated(record, _)
                    | Screen::Available(record, ..),
                ),
            ) => Some(*record),
            _ => None,
        }
    }

    pub(crate) fn cancel_record(&mut self, now: Instant, record: RecordId) {
        self.tell_originating(now, originating::Input::Cancel { record });
    }

    pub(crate) fn originating_event(&mut self, now: Instant, event: originating::Event) {
        use originating::Event;
        match event {
            Event::Accepted { record, .. } => {
                if let Some(&index) = self.waiting.get(&record)
                    && let Some(Screen::Requested(shown, b)) = self.phones[index].screen
                    && shown == record
                {
                    self.phones[index].screen = Some(Screen::Activated(record, b));
                }
                self.tell_step(record, CallbackStep::Accepted);
            }
            Event::Refused { record, why } => {
                self.tell_step(record, CallbackStep::Refused(why.end_cause()));
                self.forget(now, record, Some(Screen::Refused(refusal_text(why).into())));
            }
            Event::Recall { record } => {
                self.offer_to_user(now, record);
                self.tell_step(record, CallbackStep::Free);
            }
            Event::Suspended { record } => {
                self.withdraw_recall(now, record);
                self.tell_step(record, CallbackStep::Suspended);
            }
            Event::Resumed { record } => self.tell_step(record, CallbackStep::Resumed),
            Event::Recalled { record } => self.tell_step(record, CallbackStep::Recalled),
            Event::Ended { record, cause } => {
                self.tell_step(record, CallbackStep::Ended(cause));
                self.forget(now, record, end_text(cause).map(|text| Screen::Ended(text.into())));
            }
            Event::Ignored { what, .. } => self.fault(Fault::Ignored { what }),
        }
    }

    pub(crate) fn terminating_event(&mut self, event: terminating::Event) {
        use terminating::Event;
        let (record, step) = match event {
            Event::Accepted { record, .. } => (record, CallbackStep::Accepted),
            Event::Told { record } => (record, CallbackStep::Free),
            Event::Suspended { record } => (record, CallbackStep::Suspended),
            Event::Resumed { record } => (record, CallbackStep::Resumed),
            Event::Completing { record } => (record, CallbackStep::Recalled),
            Event::Ended { record, cause } => (record, CallbackStep::Ended(cause)),
            Event::RefusedRequest { .. } => return,
            Event::Ignored { what, .. } => return self.fault(Fault::Ignored { what }),
        };
        // A callback between two phones of this node is one callback: its originating end tells of it.
        if matches!(event, Event::Accepted { .. }) {
            let Some(view) = self.terminating.record(record).filter(|view| view.peer != LOCAL) else {
                return;
            };
            let a = view.parties.a.number().map_or(Digits::EMPTY, |number| number.digits);
            self.watched.insert(record, (view.service, a, view.parties.b.digits));
        }
        let Some(&(service, a, b)) = self.watched.get(&record) else { return };
        if matches!(event, Event::Ended { .. }) {
            self.watched.remove(&record);
        }
        let id = CallbackId { originating: false, number: record.value() };
        let role = CallbackRole::Terminating;
        self.outbox.tell(crate::Event::Callback(CallbackChange { id, role, service, a, b, step }));
    }

    /// All live callbacks, one between neighbours once.
    pub fn callbacks(&self) -> Vec<CallbackView> {
        let local = |view: &qsig_cc::RecordView<'_>| view.peer == LOCAL;
        let here = self.originating.records().map(|view| {
            let role = if local(&view) { CallbackRole::Local } else { CallbackRole::Originating };
            self.callback_view(&view, role)
        });
        let there = self.terminating.records().filter(|view| !local(view));
        here.chain(there.map(|view| self.callback_view(&view, CallbackRole::Terminating))).collect()
    }

    fn callback_view(&self, view: &qsig_cc::RecordView<'_>, role: CallbackRole) -> CallbackView {
        CallbackView {
            id: CallbackId { originating: role != CallbackRole::Terminating, number: view.id.value() },
            role,
            service: view.service,
            a: view.parties.a.number().map_or(Digits::EMPTY, |number| number.digits),
            b: view.parties.b.digits,
            trunk: trunk_of(view.peer).map(|trunk| self.trunks[trunk].name().into()),
            state: view.state,
            retained: view.retained,
            suspended: view.suspended,
            since: view.since,
            timers: view.timers.clone(),
        }
    }

    /// User B is free: A's phone rings, or shows the notice.
    fn offer_to_user(&mut self, now: Instant, record: RecordId) {
        let time = self.clock.map_or_else(String::new, |clock| clock.text(now));
        let Some(&index) = self.waiting.get(&record) else { return };
        let phone = &mut self.phones[index];
        let Some(waiting) = phone.callbacks.get_mut(&record) else { return };
        let b = waiting.b;
        waiting.free_since = Some(time.clone());
        match phone.profile.recall {
            Recall::Ring => self.ring_for_recall(now, index),
            Recall::Notify => {
                phone.screen = Some(Screen::Available(record, b, time));
                let phone = phone.number;
                self.outbox.tell(Event::Alert { phone });
            }
        }
    }

    /// Rings for the first callback that can be offered. While one is being offered the next waits for its turn.
    fn ring_for_recall(&mut self, now: Instant, index: PhoneIndex) {
        let phone = &mut self.phones[index];
        if phone.state != State::Idle {
            return;
        }
        let Some((record, waiting)) = phone.notice() else { return };
        let to = Party { digits: waiting.b, ..Party::default() };
        phone.screen = None;
        phone.state = State::Recall { record, to };
        if let Some(after) = phone.answer_after {
            self.timers.restart(Timer::AnswerAfter(index), now + after);
        }
    }

    /// What was offered to user A is withdrawn.
    fn withdraw_recall(&mut self, now: Instant, record: RecordId) {
        let Some(&index) = self.waiting.get(&record) else { return };
        let phone = &mut self.phones[index];
        if let Some(waiting) = phone.callbacks.get_mut(&record) {
            waiting.free_since = None;
        }
        if matches!(phone.screen, Some(Screen::Available(shown, ..)) if shown == record) {
            phone.screen = None;
        }
        if matches!(phone.state, State::Recall { record: shown, .. } if shown == record) {
            phone.state = State::Idle;
            self.timers.stop(Timer::AnswerAfter(index));
            self.ring_for_recall(now, index);
        }
    }

    /// The callback is over for its user; `last` is shown if the phone was showing the callback.
    fn forget(&mut self, now: Instant, record: RecordId, last: Option<Screen>) {
        let Some(&index) = self.waiting.get(&record) else { return };
        let shown = self.shown_record(index) == Some(record);
        self.withdraw_recall(now, record);
        self.waiting.remove(&record);
        let phone = &mut self.phones[index];
        phone.callbacks.remove(&record);
        if shown {
            phone.screen = last;
        }
    }

    fn tell_step(&mut self, record: RecordId, step: CallbackStep) {
        let Some(&index) = self.waiting.get(&record) else { return };
        let phone = &self.phones[index];
        let Some(waiting) = phone.callbacks.get(&record) else { return };
        let change = CallbackChange {
            id: CallbackId { originating: true, number: record.value() },
            role: waiting.role,
            service: waiting.service,
            a: phone.number,
            b: waiting.b,
            step,
        };
        self.outbox.tell(Event::Callback(change));
    }

    /// The rules for callbacks to a phone of this node.
    pub(crate) fn terms(phone: &Phone) -> Terms {
        let profile = &phone.profile;
        Terms {
            t2_ccbs: profile.t2_ccbs,
            t2_ccnr: profile.t2_ccnr,
            guard_ccbs: profile.guard,
            exec_guard: EXEC_GUARD,
            max_requests: profile.max_per_target,
            response: match profile.response {
                Connection::Release => Response::Release,
                Connection::Retain | Connection::Either => Response::Retain,
            },
            admission: if phone.callbacks_allowed { Admission::Open } else { Admission::Closed },
            ..Terms::default()
        }
    }
}

/// What user A reads when a request is refused.
const fn refusal_text(why: originating::Refusal) -> &'static str {
    use originating::Refusal;
    match why {
        Refusal::ShortTerm | Refusal::TryAgain => "Try again later",
        Refusal::LongTerm | Refusal::NotRetained | Refusal::NotAvailable => "Not possible for this number",
        Refusal::NoAnswer => "The far exchange does not answer",
        Refusal::LinkLost => "The line to the far exchange failed",
        Refusal::Withdrawn => "The far exchange withdrew it",
        _ => "Not possible now",
    }
}

/// What user A reads when a request cannot even be sent.
const fn request_text(refused: originating::RequestRefused) -> &'static str {
    use originating::RequestRefused;
    match refused {
        RequestRefused::Duplicate(_) => "It is active already",
        RequestRefused::TooMany => "Too many callbacks: try again later",
        RequestRefused::CancelOwed => "An earlier callback is still ending: try again later",
        RequestRefused::LinkDown => "The line to the far exchange is down",
        _ => "Not possible for this number",
    }
}

/// What user A reads when a callback ends while it is shown; `None` where the user knows already.
const fn end_text(cause: EndCause) -> Option<&'static str> {
    match cause {
        EndCause::Connected | EndCause::CancelledByA => None,
        EndCause::T3 => Some("The callback was not answered"),
        EndCause::T2 => Some("The callback has expired"),
        EndCause::CancelledByB => Some("The callback was withdrawn"),
        EndCause::BusyAgain => Some("Busy again: ask for a new callback"),
        _ => Some("The callback has ended"),
    }
}
