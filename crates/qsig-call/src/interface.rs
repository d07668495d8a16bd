//! The global call reference: RESTART, sent and received. Clause: Q.931 5.5.

use alloc::{collections::VecDeque, vec::Vec};

use bytes::Bytes;
use qsig_core::{Cause, Instant};
use qsig_q931::{
    CallReference, Check, ElementId, Message, MessageType, Origin, Received,
    ie::{CallState, CauseIe, ChannelIdentification, Location, RestartIndicator},
};

use crate::{
    CallId, End, Engine, Event, Fault, Misuse, Stimulus, Timer,
    action::Why,
    channel::{self, Named},
    occasion::Occasion,
    restart::{Queue, ReceiverState, ReceiverStimulus, RestartAction, SenderState, SenderStimulus, Sending},
};

/// The two restart machines of the link.
#[derive(Clone, Debug, Default, Hash)]
pub(crate) struct Interface {
    sender: SenderState,
    /// What the RESTART under way concerns.
    current: Option<Target>,
    /// What waits, each once.
    queue: VecDeque<Target>,
    /// Sendings of the RESTART under way.
    sendings: u8,
    receiver: ReceiverState,
    /// What the peer restarts, one for each RESTART that has to be acknowledged.
    received: Vec<Acknowledgement>,
}

/// What a RESTART of ours concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Target {
    Slot(u8),
    All,
}

/// The elements that a RESTART ACKNOWLEDGE repeats.
#[derive(Clone, Debug, Hash)]
struct Acknowledgement {
    slots: u32,
    indicator: RestartIndicator,
    channel: Option<Bytes>,
}

/// What a restart machine is to do something about.
struct Matter<'a> {
    now: Instant,
    /// The message, and what is wrong with it.
    message: Option<(&'a Received<'a>, MessageType, Check)>,
    /// What shall be restarted, by our side or by the peer.
    target: Option<Target>,
    acknowledgement: Option<Acknowledgement>,
}

/// The most sendings of a RESTART: N316.
const MAX_SENDINGS: u8 = 2;

impl Interface {
    fn queue(&self) -> Queue {
        if self.queue.is_empty() { Queue::Empty } else { Queue::NotEmpty }
    }

    fn hold(&mut self, target: Target) {
        if !self.queue.contains(&target) {
            self.queue.push_back(target);
        }
    }
}

impl Engine {
    /// Management wants a restart.
    pub(crate) fn want_restart(&mut self, now: Instant, slot: Option<u8>) -> Result<(), Misuse> {
        match slot {
            Some(slot) if !self.channels.exists(slot) => return Err(Misuse::NoChannel(slot)),
            Some(slot) => self.restart_channel(now, slot),
            None => self.restart(now, Target::All),
        }
        Ok(())
    }

    /// The channel has to be restarted before it is used again.
    pub(crate) fn restart_channel(&mut self, now: Instant, slot: u8) {
        self.restart(now, Target::Slot(slot));
    }

    fn restart(&mut self, now: Instant, target: Target) {
        let stimulus = if self.link_up { SenderStimulus::Wanted } else { SenderStimulus::WantedLinkDown };
        let matter = Matter { now, message: None, target: Some(target), acknowledgement: None };
        self.run_sender(&matter, stimulus);
    }

    /// A message on the global call reference. Flag 0: to our receiver of RESTART; flag 1: to our sender.
    pub(crate) fn global(
        &mut self,
        now: Instant,
        origin: Origin,
        message: &Message<'_>,
        received: &Received<'_>,
    ) {
        let check = received.check(message.message_type);
        let mut matter = Matter {
            now,
            message: Some((received, message.message_type, check)),
            target: None,
            acknowledgement: None,
        };
        match origin {
            Origin::Receiver => {
                let stimulus = match message.message_type {
                    MessageType::RestartAcknowledge if self.acknowledges(check, received) => {
                        SenderStimulus::Acknowledge(self.interface.queue())
                    }
                    MessageType::RestartAcknowledge => SenderStimulus::OtherAcknowledge,
                    MessageType::Status => SenderStimulus::Status,
                    MessageType::ReleaseComplete => SenderStimulus::ReleaseComplete,
                    _ => SenderStimulus::OtherMessage,
                };
                self.run_sender(&matter, stimulus);
            }
            Origin::Sender => {
                let stimulus = match message.message_type {
                    MessageType::Restart => match self.peer_restart(check, received) {
                        Ok(acknowledgement) => self.compare(acknowledgement, &mut matter),
                        Err(stimulus) => stimulus,
                    },
                    MessageType::Status => ReceiverStimulus::Status,
                    MessageType::ReleaseComplete => ReceiverStimulus::ReleaseComplete,
                    _ => ReceiverStimulus::OtherMessage,
                };
                self.run_receiver(&matter, stimulus);
                if self.interface.receiver == ReceiverState::Restart {
                    // Clearing is local and done.
                    self.run_receiver(&matter, ReceiverStimulus::Idle);
                }
            }
        }
    }

    pub(crate) fn interface_link(&mut self, now: Instant, stimulus: Stimulus) {
        let (sender, receiver) = match stimulus {
            Stimulus::LinkUp => (SenderStimulus::LinkUp(self.interface.queue()), ReceiverStimulus::LinkUp),
            Stimulus::LinkReset => (SenderStimulus::LinkReset, ReceiverStimulus::LinkReset),
            _ => (SenderStimulus::LinkDown, ReceiverStimulus::LinkDown),
        };
        let matter = Matter { now, message: None, target: None, acknowledgement: None };
        self.run_sender(&matter, sender);
        self.run_receiver(&matter, receiver);
    }

    pub(crate) fn interface_expired(&mut self, now: Instant, timer: Timer) {
        let matter = Matter { now, message: None, target: None, acknowledgement: None };
        if timer == Timer::T317 {
            return self.run_receiver(&matter, ReceiverStimulus::T317);
        }
        let sending = if self.interface.sendings < MAX_SENDINGS {
            Sending::First
        } else {
            Sending::Last(self.interface.queue())
        };
        self.run_sender(&matter, SenderStimulus::T316(sending));
    }

    /// Whether the RESTART ACKNOWLEDGE fits the RESTART under way.
    fn acknowledges(&self, check: Check, received: &Received<'_>) -> bool {
        let named = received.channel.map(|element| self.channels.named(&element));
        check == Check::Good
            && match self.interface.current {
                Some(Target::Slot(slot)) => {
                    received.restart == Some(RestartIndicator::IndicatedChannels)
                        && named == Some(Named::Slots(channel::bit(slot)))
                }
                Some(Target::All) => received.restart == Some(RestartIndicator::SingleInterface),
                None => false,
            }
    }

    /// What the peer's RESTART concerns.
    fn peer_restart(
        &self,
        check: Check,
        received: &Received<'_>,
    ) -> Result<Acknowledgement, ReceiverStimulus> {
        let indicator = received.restart.filter(|_| check == Check::Good).ok_or(ReceiverStimulus::Bad)?;
        let named = received.channel.map(|element| self.channels.named(&element));
        let slots = match (indicator, named) {
            (RestartIndicator::IndicatedChannels, Some(Named::Slots(slots))) => slots,
            (RestartIndicator::IndicatedChannels, Some(Named::Absent)) => {
                return Err(ReceiverStimulus::Absent);
            }
            (RestartIndicator::IndicatedChannels, _) => return Err(ReceiverStimulus::Bad),
            (RestartIndicator::SingleInterface | RestartIndicator::AllInterfaces, _) => self.channels.all(),
        };
        let channel = received.channel_octets.map(Bytes::copy_from_slice);
        Ok(Acknowledgement { slots, indicator, channel })
    }

    fn compare(&self, acknowledgement: Acknowledgement, matter: &mut Matter<'_>) -> ReceiverStimulus {
        let same = self.interface.received.iter().any(|other| other.slots == acknowledgement.slots);
        matter.acknowledgement = Some(acknowledgement);
        if same { ReceiverStimulus::SameRestart } else { ReceiverStimulus::OtherRestart }
    }

    fn run_sender(&mut self, matter: &Matter<'_>, stimulus: SenderStimulus) {
        let state = self.interface.sender;
        let (next, actions) = state.step(stimulus);
        self.interface.sender = next;
        for action in actions {
            match action {
                RestartAction::RaiseClear => {
                    if let Some(target) = matter.target {
                        let slots = self.slots_of(target);
                        self.channels.block(slots);
                        self.clear(matter.now, slots, target == Target::All);
                    }
                }
                RestartAction::FirstSending => {
                    self.interface.sendings = 1;
                    self.interface.current = matter.target.or(self.interface.current);
                }
                RestartAction::NextSending => self.interface.sendings += 1,
                RestartAction::Again => self.interface.current = self.interface.queue.pop_front(),
                // The one that was wanted, or the one under way when the link failed.
                RestartAction::Hold => match (matter.target, self.interface.current.take()) {
                    (Some(target), current) => {
                        self.interface.hold(target);
                        self.interface.current = current;
                    }
                    (None, Some(current)) => self.interface.hold(current),
                    (None, None) => {}
                },
                RestartAction::Send | RestartAction::Resend => self.send_restart(),
                RestartAction::Start => self.start_restart(matter.now, Timer::T316),
                RestartAction::Stop => {
                    self.timers.stop((CallId::INTERFACE, Timer::T316));
                }
                RestartAction::TellRestarted | RestartAction::TellAlarm => {
                    let Some(target) = self.interface.current.take() else { continue };
                    let channels = self.slots_of(target);
                    if *action == RestartAction::TellAlarm {
                        self.outbox.tell(Event::Alarm { channels });
                    } else {
                        self.restarted(channels);
                    }
                }
                other => self.answer(*other, matter, Origin::Sender, state.value()),
            }
        }
    }

    fn run_receiver(&mut self, matter: &Matter<'_>, stimulus: ReceiverStimulus) {
        let state = self.interface.receiver;
        let (next, actions) = state.step(stimulus);
        self.interface.receiver = next;
        for action in actions {
            match action {
                RestartAction::RaiseClear => {
                    if let Some(restart) = &matter.acknowledgement {
                        self.interface.received.push(restart.clone());
                        let all = restart.indicator != RestartIndicator::IndicatedChannels;
                        self.clear(matter.now, restart.slots, all);
                    }
                }
                RestartAction::Start => self.start_restart(matter.now, Timer::T317),
                RestartAction::Stop => {
                    self.timers.stop((CallId::INTERFACE, Timer::T317));
                }
                RestartAction::SendAcknowledge => self.acknowledge(),
                RestartAction::TellRestarted => {
                    let received = core::mem::take(&mut self.interface.received);
                    self.restarted(received.iter().fold(0, |slots, restart| slots | restart.slots));
                }
                RestartAction::TellAlarm => {
                    let received = core::mem::take(&mut self.interface.received);
                    let channels = received.iter().fold(0, |slots, restart| slots | restart.slots);
                    self.outbox.tell(Event::Alarm { channels });
                }
                // It was put among those to acknowledge when it was carried out.
                RestartAction::Hold => {}
                other => self.answer(*other, matter, Origin::Receiver, state.value()),
            }
        }
    }

    /// What both machines do alike. `origin`: whose the reference is, seen from us.
    fn answer(&mut self, action: RestartAction, matter: &Matter<'_>, origin: Origin, state: u8) {
        match (action, matter.message) {
            (RestartAction::SendStatus(why), Some((received, message_type, check))) => {
                self.send_global_status(why, origin, state, received, message_type, check);
            }
            (RestartAction::Log, Some((_, message_type, _))) => {
                let fault = Fault::Global { message_type: message_type.octet() };
                self.fault(CallId::INTERFACE, fault);
            }
            (RestartAction::Discard, Some(_)) => self.counters.discarded += 1,
            (RestartAction::Discard, None) => {}
            _ => self.internal_fault(CallId::INTERFACE),
        }
    }

    fn slots_of(&self, target: Target) -> u32 {
        match target {
            Target::Slot(slot) => channel::bit(slot),
            Target::All => self.channels.all(),
        }
    }

    /// Clears calls without messages: those on the slots, or every call and connection.
    fn clear(&mut self, now: Instant, slots: u32, all: bool) {
        if all {
            return self.run_all(now, Stimulus::Clear, End::Restart);
        }
        for slot in (0..32).filter(|slot| slots & channel::bit(*slot) != 0) {
            if let Some(call) = self.channels.holder(slot) {
                let mut occasion = Occasion::of(now, call);
                occasion.end = End::Restart;
                self.run_always(&mut occasion, Stimulus::Clear);
            }
        }
    }

    fn restarted(&mut self, channels: u32) {
        self.channels.unblock(channels);
        self.outbox.tell(Event::Restarted { channels });
    }

    fn start_restart(&mut self, now: Instant, timer: Timer) {
        let span = self.parameters.timers.of(timer, false);
        self.timers.restart((CallId::INTERFACE, timer), now + span);
    }

    fn send_restart(&mut self) {
        let Some(target) = self.interface.current else {
            return self.internal_fault(CallId::INTERFACE);
        };
        let (channel, indicator): (Option<ChannelIdentification>, _) = match target {
            Target::Slot(slot) => {
                (Some(self.channels.element(slot, true, false)), RestartIndicator::IndicatedChannels)
            }
            Target::All => (None, RestartIndicator::SingleInterface),
        };
        self.write(CallReference::Global(Origin::Sender), MessageType::Restart, |writer| {
            writer.optional(channel).element(indicator);
        });
    }

    fn acknowledge(&mut self) {
        for restart in self.interface.received.clone() {
            let reference = CallReference::Global(Origin::Receiver);
            self.write(reference, MessageType::RestartAcknowledge, |writer| {
                writer.octets(restart.channel.as_deref().unwrap_or_default()).element(restart.indicator);
            });
        }
    }

    fn send_global_status(
        &mut self,
        why: Why,
        origin: Origin,
        state: u8,
        received: &Received<'_>,
        message_type: MessageType,
        check: Check,
    ) {
        let (cause, element) = match (why, check.cause()) {
            (Why::Because(cause), _) => (cause, None),
            (_, Some((cause, id))) => (cause, Some(id)),
            // Of indicated channels none is named.
            (_, None) => (Cause::INVALID_IE_CONTENTS, Some(ElementId::CHANNEL_IDENTIFICATION)),
        };
        let mut diagnostics = Vec::new();
        if cause == Cause::CHANNEL_DOES_NOT_EXIST {
            let contents = received.channel_octets.and_then(|octets| octets.get(2..));
            diagnostics.extend_from_slice(contents.unwrap_or_default());
        }
        if let Some(id) = element {
            id.emit_diagnostic(&mut diagnostics);
        }
        self.write(CallReference::Global(origin), MessageType::Status, |writer| {
            let cause = CauseIe::new(Location::PrivateLocal, cause);
            writer.element(cause.with_diagnostics(&diagnostics)).element(CallState::new(state));
        });
        self.counters.unexpected += 1;
        self.fault(CallId::INTERFACE, Fault::Global { message_type: message_type.octet() });
    }
}
