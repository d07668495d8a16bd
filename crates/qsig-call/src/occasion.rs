use alloc::vec::Vec;

use bytes::Bytes;
use qsig_core::{Cause, Instant};
use qsig_q931::{CallReference, Check, Message, Received};

use crate::{CallId, End, Kind, Request, Setup, State, Timer};

/// What a step is taken for: the message, the request or the expiry, and what was found out about it.
#[derive(Debug)]
pub(crate) struct Occasion<'a> {
    pub(crate) now: Instant,
    /// The call; that of the interface until `new call`.
    pub(crate) call: CallId,
    /// The kind of a new call.
    pub(crate) kind: Kind,
    /// The state before the step.
    pub(crate) state: State,
    pub(crate) message: Option<(&'a Message<'a>, &'a Received<'a>)>,
    /// What is wrong with the message.
    pub(crate) check: Check,
    pub(crate) request: Option<Request>,
    /// The SETUP to send.
    pub(crate) setup: Option<Setup>,
    /// The slot to take, or the one that a first response names.
    pub(crate) chosen: Option<u8>,
    /// The slot that `end` has freed.
    pub(crate) freed: Option<u8>,
    pub(crate) expired: Option<Timer>,
    /// What the end would be, if this is the end.
    pub(crate) end: End,
}

impl<'a> Occasion<'a> {
    /// Without a call.
    pub(crate) const fn new(now: Instant, kind: Kind) -> Self {
        Self {
            now,
            call: CallId::INTERFACE,
            kind,
            state: State::Null,
            message: None,
            check: Check::Good,
            request: None,
            setup: None,
            chosen: None,
            freed: None,
            expired: None,
            end: End::Local,
        }
    }

    /// Of a call that exists.
    pub(crate) const fn of(now: Instant, call: CallId) -> Self {
        let mut occasion = Self::new(now, Kind::Call);
        occasion.call = call;
        occasion
    }

    pub(crate) const fn received(&self) -> Option<&'a Received<'a>> {
        match self.message {
            Some((_, received)) => Some(received),
            None => None,
        }
    }

    /// The type of the message as its octet, 0 if there is none.
    pub(crate) fn message_type(&self) -> u8 {
        self.message.map_or(0, |(message, _)| message.message_type.octet())
    }

    /// The reference that an answer to the message carries.
    pub(crate) fn answer_reference(&self) -> Option<CallReference> {
        self.message.map(|(message, _)| message.call_reference.inverted())
    }

    /// The cause in the message.
    pub(crate) fn message_cause(&self) -> Option<Cause> {
        self.received()?.cause.map(|element| element.cause)
    }

    /// The APDUs in the message.
    pub(crate) fn facilities(&self) -> Vec<Bytes> {
        let facilities = self.received().into_iter().flat_map(Received::facilities);
        facilities.map(Bytes::copy_from_slice).collect()
    }

    /// What call control wants to be cleared with.
    pub(crate) fn clearing(&self) -> Option<&crate::Clearing> {
        match &self.request {
            Some(Request::Disconnect(clearing) | Request::Release(clearing)) => Some(clearing),
            _ => None,
        }
    }
}
