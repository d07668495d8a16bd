//! The calls and signalling connections of a trace, by their call references.

use std::collections::BTreeMap;

use qsig_core::{Cause, Digits, PartyNumber, Side};
use qsig_q931::{CallReference, MessageType, Origin};

use super::{FrameRef, LinkNumber};
use crate::limits::{MOST_CALLS, MOST_PENDING};
use crate::summary::{ApduKind, Summary};

/// A SETUP is sent again after T303, which is 4 s and may be set longer; microseconds.
const REPETITION: u64 = 30_000_000;

/// What names a call while it lasts: the link, who chose the call reference, and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct CallKey {
    /// The link.
    pub(crate) link: LinkNumber,
    /// The side that sent the SETUP.
    pub(crate) origin: Side,
    /// The call reference value.
    pub(crate) value: u16,
}

/// How far a call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// SETUP.
    Asked,
    /// CALL PROCEEDING or SETUP ACKNOWLEDGE.
    Proceeding,
    /// ALERTING.
    Alerting,
    /// CONNECT.
    Connected,
    /// DISCONNECT or RELEASE.
    Clearing,
    /// RELEASE COMPLETE.
    Ended,
}

/// What the latest message did to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Did {
    /// It was the SETUP.
    Began,
    /// It was the SETUP once more, before any answer.
    Repeated,
    /// It brought the call to another stage.
    Moved,
    /// None of these.
    Nothing,
}

/// The SETUP of a call.
#[derive(Clone, Debug)]
pub(crate) struct Setup {
    /// Its frame.
    pub(crate) frame: FrameRef,
    /// Its time, microseconds since the Unix epoch.
    pub(crate) time: u64,
    /// The Calling party number.
    pub(crate) calling: Option<PartyNumber>,
    /// The Called party number.
    pub(crate) called: Option<PartyNumber>,
    /// The Bearer capability, the whole information element.
    pub(crate) bearer: Vec<u8>,
}

/// The first message that cleared a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clearing {
    /// Who sent it.
    pub(crate) by: Side,
    /// Its cause.
    pub(crate) cause: Option<Cause>,
    /// Its frame.
    pub(crate) frame: FrameRef,
}

/// A call or a call-independent signalling connection.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// What names it.
    pub(crate) key: CallKey,
    /// How it began; `None` where the trace begins later.
    pub(crate) setup: Option<Setup>,
    /// Whether it is a signalling connection.
    pub(crate) independent: bool,
    /// How far it is.
    pub(crate) stage: Stage,
    /// What the latest message did.
    pub(crate) did: Did,
    /// Its channel, as the latest message that names one says.
    pub(crate) channel: Option<u8>,
    /// How it was cleared.
    pub(crate) clearing: Option<Clearing>,
    pending: Vec<(Side, i32, &'static str)>,
}

/// The calls that have not ended yet.
#[derive(Default)]
pub(crate) struct Calls {
    live: BTreeMap<CallKey, Call>,
    /// The call that each number is connected in.
    talking: BTreeMap<Digits, CallKey>,
    ended: Option<CallKey>,
    /// Calls that were not followed because there were too many.
    pub(crate) left_out: u64,
}

impl Call {
    /// Whether a SETUP at this time is its own once more: one that comes while it lasts, and soon. Later the reference
    /// was used again, and the end of the call is not in the trace.
    fn takes_again(&self, time: u64) -> bool {
        let began = self.setup.as_ref().map_or(0, |setup| setup.time);
        self.stage < Stage::Connected && time.saturating_sub(began) <= REPETITION
    }

    /// Whether the number is its calling or called party.
    pub(crate) fn has_party(&self, digits: &Digits) -> bool {
        let parties = self.setup.iter().flat_map(|setup| [&setup.calling, &setup.called]);
        parties.flatten().any(|party| party.digits == *digits)
    }
}

impl Calls {
    /// Takes a message that `sender` sent, and names the operations that its answers answer. The call is then to be
    /// had from [`Self::get`] until the next message.
    pub(crate) fn take(
        &mut self,
        link: LinkNumber,
        frame: FrameRef,
        time: u64,
        sender: Side,
        summary: &mut Summary,
    ) -> Option<CallKey> {
        if let Some(ended) = self.ended.take() {
            self.forget(ended);
        }
        let message = summary.message?;
        let Some(CallReference::Call(origin, value)) = summary.call_reference else { return None };
        let origin = match origin {
            Origin::Sender => sender,
            Origin::Receiver => sender.peer(),
        };
        let key = CallKey { link, origin, value: value.get() };
        let fresh = |setup| Call {
            key,
            setup,
            independent: summary.call_independent,
            stage: Stage::Asked,
            did: Did::Began,
            channel: None,
            clearing: None,
            pending: Vec::new(),
        };
        if message == MessageType::Setup && origin == sender {
            if let Some(call) = self.live.get_mut(&key).filter(|call| call.takes_again(time)) {
                call.did = Did::Repeated;
            } else {
                self.forget(key);
                let setup = Setup {
                    frame,
                    time,
                    calling: summary.calling,
                    called: summary.called,
                    bearer: summary.bearer.clone(),
                };
                self.add(fresh(Some(setup)));
            }
        } else {
            if !self.live.contains_key(&key) {
                self.add(Call { did: Did::Nothing, ..fresh(None) });
            }
            self.moved(key, frame, sender, message, summary.cause);
        }
        let call = self.live.get_mut(&key)?;
        call.channel = summary.channel.or(call.channel);
        call.answers(sender, summary);
        Some(key)
    }

    /// The call that the latest message was of.
    pub(crate) fn get(&self, key: CallKey) -> Option<&Call> {
        self.live.get(&key)
    }

    /// The call that a number is connected in at this moment.
    pub(crate) fn talking(&self, digits: &Digits) -> Option<&Call> {
        self.live.get(self.talking.get(digits)?)
    }

    fn moved(
        &mut self,
        key: CallKey,
        frame: FrameRef,
        sender: Side,
        message: MessageType,
        cause: Option<Cause>,
    ) {
        let Some(call) = self.live.get_mut(&key) else { return };
        let stage = match message {
            MessageType::SetupAcknowledge | MessageType::CallProceeding => Stage::Proceeding,
            MessageType::Alerting => Stage::Alerting,
            MessageType::Connect => Stage::Connected,
            MessageType::Disconnect | MessageType::Release => Stage::Clearing,
            MessageType::ReleaseComplete => Stage::Ended,
            _ => call.stage,
        };
        call.did = if stage > call.stage { Did::Moved } else { Did::Nothing };
        call.stage = call.stage.max(stage);
        if stage >= Stage::Clearing && call.clearing.is_none() {
            call.clearing = Some(Clearing { by: sender, cause, frame });
        }
        if call.did == Did::Moved && !call.independent {
            let parties: Vec<Digits> = call.parties().collect();
            let connected = call.stage == Stage::Connected;
            for digits in parties {
                if connected {
                    self.talking.insert(digits, key);
                } else if self.talking.get(&digits) == Some(&key) {
                    self.talking.remove(&digits);
                }
            }
        }
        if stage == Stage::Ended {
            self.ended = Some(key);
        }
    }

    fn add(&mut self, call: Call) {
        if self.live.len() >= MOST_CALLS {
            self.left_out = self.left_out.saturating_add(1);
        } else {
            self.live.insert(call.key, call);
        }
    }

    fn forget(&mut self, key: CallKey) {
        let Some(call) = self.live.remove(&key) else { return };
        for digits in call.parties() {
            if self.talking.get(&digits) == Some(&key) {
                self.talking.remove(&digits);
            }
        }
    }
}

impl Call {
    fn parties(&self) -> impl Iterator<Item = Digits> + use<> {
        let parties = self.setup.as_ref().map(|setup| [setup.calling, setup.called]).unwrap_or_default();
        parties.into_iter().flatten().map(|party| party.digits).filter(|digits| !digits.is_empty())
    }

    /// Remembers invokes, and tells answers what was asked.
    fn answers(&mut self, sender: Side, summary: &mut Summary) {
        for apdu in &mut summary.apdus {
            let Some(id) = apdu.invoke_id else { continue };
            match (apdu.kind, apdu.name) {
                (ApduKind::Invoke, Some(name)) if self.pending.len() < MOST_PENDING => {
                    self.pending.push((sender, id, name));
                }
                (ApduKind::Result | ApduKind::Error | ApduKind::Reject, _) => {
                    let asked = |entry: &(Side, i32, _)| (entry.0, entry.1) == (sender.peer(), id);
                    let found = self.pending.iter().position(asked);
                    apdu.asked = found.map(|at| self.pending.swap_remove(at).2);
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::hex::Octets;
    use crate::summary::message_summary;

    const A: Side = Side::Network;

    fn take(calls: &mut Calls, sender: Side, hex: &str) -> Option<(Stage, Did)> {
        let mut summary = message_summary(&hex.parse::<Octets>().unwrap().0);
        let key = calls.take(LinkNumber::default(), FrameRef::default(), 0, sender, &mut summary)?;
        calls.get(key).map(|call| (call.stage, call.did))
    }

    fn setup(calls: &mut Calls) -> Option<(Stage, Did)> {
        take(calls, A, "08 02 00 01 05 04 03 80 90 a3 18 03 a9 83 81 6c 02 80 31 70 02 80 32")
    }

    #[test]
    fn a_call_goes_from_setup_to_its_end_and_is_forgotten() {
        let mut calls = Calls::default();
        assert_eq!(setup(&mut calls), Some((Stage::Asked, Did::Began)));
        assert_eq!(setup(&mut calls), Some((Stage::Asked, Did::Repeated)));
        let b = A.peer();
        assert_eq!(take(&mut calls, b, "08 02 80 01 02"), Some((Stage::Proceeding, Did::Moved)));
        assert_eq!(take(&mut calls, b, "08 02 80 01 07"), Some((Stage::Connected, Did::Moved)));
        assert!(
            calls.talking(&"1".parse().unwrap()).is_some() && calls.talking(&"2".parse().unwrap()).is_some()
        );
        assert_eq!(take(&mut calls, A, "08 02 00 01 45"), Some((Stage::Clearing, Did::Moved)));
        assert!(calls.talking(&"1".parse().unwrap()).is_none());
        assert_eq!(take(&mut calls, b, "08 02 80 01 5a"), Some((Stage::Ended, Did::Moved)));
        take(&mut calls, A, "08 02 00 02 05");
        assert_eq!(calls.live.len(), 1);
    }

    #[test]
    fn a_setup_long_after_the_first_is_another_call() {
        let mut calls = Calls::default();
        let mut again = |time: u64| {
            let mut summary = message_summary(&[8, 2, 0, 1, 5]);
            let key = calls.take(LinkNumber::default(), FrameRef::default(), time, A, &mut summary).unwrap();
            calls.get(key).unwrap().did
        };
        let seen = [0, 4_000_000, 30_000_000, 31_000_000].map(&mut again);
        assert_eq!(seen, [Did::Began, Did::Repeated, Did::Repeated, Did::Began]);
    }

    #[test]
    fn the_same_value_from_the_other_side_is_another_call() {
        let mut calls = Calls::default();
        setup(&mut calls);
        take(&mut calls, A.peer(), "08 02 00 01 05");
        assert_eq!(calls.live.len(), 2);
    }

    #[test]
    fn an_answer_knows_what_was_asked() {
        let mut calls = Calls::default();
        take(&mut calls, A, "08 02 00 01 05 1c 0b 9f a1 08 02 01 07 02 01 20 05 00");
        let error = "08 02 80 01 4d 1c 0a 9f a3 07 02 01 07 02 02 03 f2";
        let mut summary = message_summary(&error.parse::<Octets>().unwrap().0);
        calls.take(LinkNumber::default(), FrameRef::default(), 0, A.peer(), &mut summary);
        assert_eq!(
            (summary.apdus[0].name, summary.apdus[0].asked),
            (Some("shortTermRejection"), Some("ccSuspend"))
        );
    }

    #[test]
    fn eight_invokes_of_a_call_wait_for_their_answers_and_a_ninth_does_not() {
        let mut calls = Calls::default();
        let invokes: Vec<_> = (1..=9).map(|id| format!("a1 08 02 01 {id:02x} 02 01 20 05 00")).collect();
        take(&mut calls, A, &format!("08 02 00 01 05 1c 5b 9f {}", invokes.join(" ")));
        let asked = |calls: &mut Calls, id: u8| {
            let mut summary = message_summary(&[8, 2, 0x80, 1, 0x62, 0x1C, 6, 0x9F, 0xA2, 3, 2, 1, id]);
            calls.take(LinkNumber::default(), FrameRef::default(), 0, A.peer(), &mut summary);
            summary.apdus[0].asked
        };
        assert_eq!(asked(&mut calls, 9), None);
        assert_eq!(asked(&mut calls, 8), Some("ccSuspend"));
    }

    #[test]
    fn too_many_calls_are_counted_and_not_kept() {
        let mut calls = Calls::default();
        for link in 0..4 {
            for value in 1..0x7FFF_u16 {
                let [high, low] = value.to_be_bytes();
                let mut summary = message_summary(&[8, 2, high, low, 5]);
                calls.take(LinkNumber(link), FrameRef::default(), 0, A, &mut summary);
            }
        }
        assert_eq!(calls.live.len(), MOST_CALLS);
        assert_eq!(calls.left_out, 4 * 0x7FFE - 100_000);
    }
}
