//! A trunk: a data link and the layer 3 above it.

use std::collections::BTreeMap;

use bytes::Bytes;
use qsig_call::{CallId, Engine};
use qsig_core::{Instant, Output};
use qsig_lapd::DataLink;

use crate::{
    TrunkView,
    config::{TrunkConfig, TrunkIndex},
    connections::Role,
    event::Fault,
    phone::CallNumber,
};

/// To whom a call or connection of layer 3 belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// A leg of this call.
    Call(CallNumber),
    /// A signalling connection of call completion.
    Connection(Role, qsig_cc::Connection),
}

/// What a trunk tells the node.
#[derive(Clone, Debug)]
pub(crate) enum TrunkEvent {
    Layer3(qsig_call::Event),
    Up,
    /// Established anew without having been down: what was under way is lost.
    Reset,
    Down,
    Fault(Fault),
}

#[derive(Clone, Debug)]
pub(crate) struct Trunk {
    index: TrunkIndex,
    config: TrunkConfig,
    first_reference: u16,
    link: DataLink,
    line_up: bool,
    up: bool,
    pub(crate) layer3: Engine,
    pub(crate) owners: BTreeMap<CallId, Owner>,
}

impl Trunk {
    pub(crate) fn new(index: TrunkIndex, config: TrunkConfig, first_reference: u16) -> Self {
        let link = DataLink::with_step(config.call.side, config.link, config.step);
        let layer3 = Engine::new(config.call.clone(), first_reference);
        let owners = BTreeMap::new();
        Self { index, config, first_reference, link, line_up: false, up: false, layer3, owners }
    }

    /// Throws both engines away and begins with new ones, line down, whose first message will be a RESTART of all
    /// channels: the peer may hold calls that this end no longer knows. Says whether the line and the link were up;
    /// the owners stay, for their calls to be ended.
    pub(crate) fn begin_anew(&mut self, now: Instant) -> (bool, bool) {
        // Far enough that no call reference of the old engine is met again soon.
        let first_reference = self.first_reference.wrapping_add(0x1000) & 0x7FFF;
        let old = core::mem::replace(self, Self::new(self.index, self.config.clone(), first_reference));
        self.owners = old.owners;
        // Of all channels, so that there is none that it could refuse.
        let _ = self.tell_layer3(now, qsig_call::Input::Restart(None));
        (old.line_up, old.up)
    }

    /// The line came up or went down.
    pub(crate) fn line(&mut self, now: Instant, up: bool) -> Result<(), Fault> {
        self.line_up = up;
        self.feed(now, if up { qsig_lapd::Input::LineUp } else { qsig_lapd::Input::LineDown })
    }

    pub(crate) fn name(&self) -> &str {
        &self.config.name
    }

    /// Something for the data link: from the line, or the time.
    pub(crate) fn feed(&mut self, now: Instant, input: qsig_lapd::Input<'_>) -> Result<(), Fault> {
        self.link.handle_input(now, input).map_err(|misuse| Fault::Internal(misuse.to_string()))
    }

    /// A request to layer 3.
    pub(crate) fn request(
        &mut self,
        now: Instant,
        call: CallId,
        request: qsig_call::Request,
    ) -> Result<(), Fault> {
        self.layer3
            .handle_input(now, qsig_call::Input::Request(call, request))
            .map_err(|misuse| Fault::Internal(misuse.to_string()))
    }

    /// What both layers have brought about; the wait is the earlier of theirs.
    pub(crate) fn poll(&mut self, now: Instant) -> Output<Bytes, TrunkEvent> {
        loop {
            let link = match self.link.poll_output() {
                Output::Transmit(frame) => return Output::Transmit(frame),
                Output::Event(event) => match self.link_event(now, &event) {
                    Some(event) => return Output::Event(event),
                    None => continue,
                },
                Output::Wait(until) => until,
            };
            match self.layer3.poll_output() {
                Output::Transmit(message) => {
                    if let Err(fault) = self.feed(now, qsig_lapd::Input::Data(message)) {
                        return Output::Event(TrunkEvent::Fault(fault));
                    }
                }
                Output::Event(event) => return Output::Event(TrunkEvent::Layer3(event)),
                Output::Wait(layer3) => return Output::Wait(link.into_iter().chain(layer3).min()),
            }
        }
    }

    /// Timers of both layers.
    pub(crate) fn timeout(&mut self, now: Instant) -> Result<(), Fault> {
        self.feed(now, qsig_lapd::Input::Timeout)?;
        self.tell_layer3(now, qsig_call::Input::Timeout)
    }

    pub(crate) fn view(&self) -> TrunkView {
        TrunkView {
            name: self.config.name.clone(),
            side: self.config.call.side,
            up: self.up,
            lapd: self.link.state().number(),
            channels_busy: self.layer3.channels_busy(),
            connections: self.layer3.connections(),
        }
    }

    fn tell_layer3(&mut self, now: Instant, input: qsig_call::Input<'_>) -> Result<(), Fault> {
        self.layer3.handle_input(now, input).map_err(|misuse| Fault::Internal(misuse.to_string()))
    }

    fn link_event(&mut self, now: Instant, event: &qsig_lapd::Event) -> Option<TrunkEvent> {
        use qsig_call::{DataLink, Input};
        use qsig_lapd::Event;
        let trunk = self.index;
        let (told, input) = match *event {
            Event::EstablishIndication | Event::EstablishConfirm if self.up => {
                (Some(TrunkEvent::Reset), Input::DataLink(DataLink::Reset))
            }
            Event::EstablishIndication | Event::EstablishConfirm => {
                self.up = true;
                (Some(TrunkEvent::Up), Input::DataLink(DataLink::Up))
            }
            Event::ReleaseIndication | Event::ReleaseConfirm => {
                let told = core::mem::take(&mut self.up).then_some(TrunkEvent::Down);
                (told, Input::DataLink(DataLink::Down))
            }
            Event::Data(ref message) => (None, Input::Message(message)),
            Event::Error(error) => return Some(TrunkEvent::Fault(Fault::DataLink { trunk, error })),
            Event::SameSide => return Some(TrunkEvent::Fault(Fault::SameSide { trunk })),
            // QSIG sends nothing unacknowledged, and what was discarded is in the link's counters.
            Event::UnitData(_) | Event::Discarded(_) => return None,
        };
        match self.tell_layer3(now, input) {
            Ok(()) => told,
            Err(fault) => Some(TrunkEvent::Fault(fault)),
        }
    }
}
