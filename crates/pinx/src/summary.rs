//! What a frame says, in a few words: the names and numbers that fit on one line of a ladder.

use std::fmt;

use qsig_core::{Cause, PartyNumber, Side};
use qsig_lapd::{Control, Frame, FrameType};
use qsig_q931::{CallReference, Message, MessageType, Received};
use qsig_rose::{Component, Facility, Refused};

use crate::foreign::{self, Foreign};

/// The gist of a LAPD frame. What the frame has not, or what cannot be read, is `None` or empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Summary {
    /// The side that sent it.
    pub(crate) sender: Option<Side>,
    /// The frame's own name; `None` where the octets are no frame.
    pub(crate) frame: Option<FrameType>,
    /// Whether it is a command, and not a response; `None` where the sender is not known.
    pub(crate) command: Option<bool>,
    /// N(S), of an I frame.
    pub(crate) ns: Option<u8>,
    /// N(R), of an I or supervisory frame.
    pub(crate) nr: Option<u8>,
    /// The poll or final bit.
    pub(crate) p_f: Option<bool>,
    /// The Q.931 message in an I or UI frame of SAPI 0.
    pub(crate) message: Option<MessageType>,
    /// Its call reference, as the sender wrote it.
    pub(crate) call_reference: Option<CallReference>,
    /// Whether it is a SETUP that asks for a call-independent signalling connection.
    pub(crate) call_independent: bool,
    /// The Calling party number.
    pub(crate) calling: Option<PartyNumber>,
    /// The Called party number; its digits may be empty.
    pub(crate) called: Option<PartyNumber>,
    /// The Bearer capability, the whole information element; empty where there is none.
    pub(crate) bearer: Vec<u8>,
    /// The channel, if exactly one is named.
    pub(crate) channel: Option<u8>,
    /// The cause.
    pub(crate) cause: Option<Cause>,
    /// The APDUs of all Facility information elements, in their order.
    pub(crate) apdus: Vec<Apdu>,
    /// Something in the frame could not be read.
    pub(crate) damaged: bool,
}

/// One APDU of a Facility information element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Apdu {
    /// What it is.
    pub(crate) kind: ApduKind,
    /// The name of the operation, of the error of an error, or of the problem of a reject. `None` where it has
    /// none, or was not sent (a result may be an invoke id only).
    pub(crate) name: Option<&'static str>,
    /// The invoke id; `None` where it is NULL or could not be read.
    pub(crate) invoke_id: Option<i32>,
    /// The operation that it answers, where the trace shows the invoke and the answer does not say it.
    pub(crate) asked: Option<&'static str>,
}

/// What an APDU is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ApduKind {
    /// Asks for an operation.
    Invoke,
    /// Answers with success.
    Result,
    /// Answers with failure.
    Error,
    /// Says that a component could not be taken.
    Reject,
    /// A component that cannot be taken here.
    Unread,
}

impl fmt::Display for Apdu {
    /// `ccbsRequest`, `ccbsRequest result`, `error shortTermRejection`, `reject unrecognizedOperation`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.kind, self.name) {
            (ApduKind::Invoke, name) => f.write_str(name.unwrap_or("invoke")),
            (ApduKind::Result, Some(name)) => write!(f, "{name} result"),
            (ApduKind::Result, None) => f.write_str("result"),
            (ApduKind::Error, name) => write!(f, "error {}", name.unwrap_or("unknown")),
            (ApduKind::Reject, name) => write!(f, "reject {}", name.unwrap_or("unknown")),
            (ApduKind::Unread, _) => f.write_str("unread APDU"),
        }
    }
}

/// Sums up a LAPD frame, address to information, without FCS.
pub(crate) fn summary(octets: &[u8], sender: Option<Side>) -> Summary {
    let mut summary = Summary::empty(sender);
    let Ok(frame) = Frame::parse(octets) else {
        summary.damaged = true;
        return summary;
    };
    summary.frame = Some(frame.frame_type());
    summary.command = sender.map(|sender| frame.is_command(sender));
    summary.ns = frame.ns();
    summary.nr = frame.nr();
    summary.p_f = frame.p_f();
    summary.damaged = frame.frame_type() == FrameType::Unknown;
    if let Some(message) = message_octets(&frame) {
        summary.take_message(message);
    }
    summary
}

/// Sums up a Q.931 message without a frame around it.
pub(crate) fn message_summary(octets: &[u8]) -> Summary {
    let mut summary = Summary::empty(None);
    summary.take_message(octets);
    summary
}

/// Sums up the contents of a Facility information element (what follows `1C` and the length octet).
pub(crate) fn facility_summary(contents: &[u8]) -> Summary {
    let mut summary = Summary::empty(None);
    summary.take_facility(contents);
    summary
}

/// The Q.931 message in a frame: what an I or UI frame of SAPI 0 carries.
pub(crate) fn message_octets<'a>(frame: &Frame<'a>) -> Option<&'a [u8]> {
    let carries = matches!(frame.control, Control::I { .. } | Control::Ui { .. });
    (carries && frame.address.sapi == 0 && !frame.information.is_empty()).then_some(frame.information)
}

impl Summary {
    const fn empty(sender: Option<Side>) -> Self {
        Self {
            sender,
            frame: None,
            command: None,
            ns: None,
            nr: None,
            p_f: None,
            message: None,
            call_reference: None,
            call_independent: false,
            calling: None,
            called: None,
            bearer: Vec::new(),
            channel: None,
            cause: None,
            apdus: Vec::new(),
            damaged: false,
        }
    }

    fn take_message(&mut self, octets: &[u8]) {
        let Ok(message) = Message::parse(octets) else {
            self.damaged = true;
            return;
        };
        let received: Received<'_> = message.received();
        self.message = Some(message.message_type);
        self.call_reference = Some(message.call_reference);
        self.call_independent = message.message_type == MessageType::Setup && received.is_call_independent();
        self.calling = received.calling.map(|number| number.party);
        self.called = received.called;
        self.bearer = received.bearer_octets.unwrap_or_default().to_vec();
        self.channel = received.channel.and_then(|channel| channel.number());
        self.cause = received.cause.map(|cause| cause.cause);
        self.damaged |= received.faults.bad.is_some() || received.faults.cut.is_some();
        for contents in received.facilities() {
            self.take_facility(contents);
        }
    }

    fn take_facility(&mut self, contents: &[u8]) {
        let Ok(facility) = Facility::parse(contents) else {
            self.damaged = true;
            return;
        };
        for component in facility.components() {
            match component {
                Ok(component) => {
                    let mut apdu = Apdu::of(&component);
                    let foreign = foreign::of_taken(&facility.header, &component);
                    apdu.name = foreign.map(|foreign| foreign.name).or(apdu.name);
                    self.apdus.push(apdu);
                }
                // Trailing octets are no APDU.
                Err(refused) if refused.problem.is_none() => self.damaged = true,
                Err(refused) => {
                    if let Some(foreign) = foreign::of_refused(&facility.header, &refused) {
                        self.apdus.push(Apdu::foreign(foreign, &refused));
                    } else {
                        self.damaged = true;
                        self.apdus.push(Apdu::refused(&refused));
                    }
                }
            }
        }
    }
}

impl Apdu {
    fn of(component: &Component<'_>) -> Self {
        let (kind, name) = match component {
            Component::Invoke(invoke) => (ApduKind::Invoke, Some(invoke.operation.name())),
            Component::ReturnResult(result) => {
                (ApduKind::Result, result.result.as_ref().map(|result| result.operation.name()))
            }
            Component::ReturnError(error) => (ApduKind::Error, Some(error.error.name())),
            Component::Reject(reject) => (ApduKind::Reject, reject.problem.name()),
        };
        Self { kind, name, invoke_id: component.invoke_id(), asked: None }
    }

    fn foreign(foreign: Foreign, refused: &Refused<'_>) -> Self {
        let kind = if refused.octets.starts_with(&[0xA1]) { ApduKind::Invoke } else { ApduKind::Result };
        Self { kind, name: Some(foreign.name), invoke_id: refused.invoke_id, asked: None }
    }

    const fn refused(refused: &Refused<'_>) -> Self {
        Self { kind: ApduKind::Unread, name: None, invoke_id: refused.invoke_id, asked: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An I frame with a SETUP of a signalling connection that carries ccbsRequest.
    const CCBS_REQUEST: &str = "02010406 0802000205 0402a880 1801ac \
        1c2e9faa068001008201008b0100a12002010002012830 18a0068004323030318004363030314005040380 90a3 8d0101 \
        6c0600 8132303031 700580 36303031";

    fn octets(hex: &str) -> Vec<u8> {
        let digits: Vec<char> = hex.chars().filter(|c| !c.is_whitespace()).collect();
        digits
            .chunks(2)
            .map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).unwrap())
            .collect()
    }

    #[test]
    fn a_setup_with_a_request_is_summed_up() {
        let summary = summary(&octets(CCBS_REQUEST), Some(Side::Network));
        assert_eq!(summary.frame, Some(FrameType::I));
        assert_eq!((summary.command, summary.ns, summary.nr), (Some(true), Some(2), Some(3)));
        assert_eq!(summary.message, Some(MessageType::Setup));
        assert!(summary.call_independent && !summary.damaged);
        assert_eq!(summary.calling.map(|party| party.digits.to_string()), Some("2001".to_owned()));
        assert_eq!(summary.called.map(|party| party.digits.to_string()), Some("6001".to_owned()));
        let names: Vec<String> = summary.apdus.iter().map(ToString::to_string).collect();
        assert_eq!(names, ["ccbsRequest"]);
    }

    #[test]
    fn each_kind_of_apdu_has_its_words() {
        let contents = octets(
            "9f a108 020101 02011c 0500 a108 020101 02017f 0500 a203 020101 \
             a20d 020101 3008 020128 3003 800101 a307 020101 020203f2 a406 020101 810101",
        );
        let words: Vec<String> = facility_summary(&contents).apdus.iter().map(ToString::to_string).collect();
        assert_eq!(
            words,
            [
                "ccCancel",
                "unread APDU",
                "result",
                "ccbsRequest result",
                "error shortTermRejection",
                "reject unrecognizedOperation"
            ]
        );
    }

    #[test]
    fn every_cut_of_a_frame_is_damaged_or_says_less() {
        let whole = octets(CCBS_REQUEST);
        for length in 0..whole.len() {
            let cut = summary(&whole[..length], None);
            let full = cut.frame == Some(FrameType::I) && cut.called.is_some();
            assert!(!full, "the called number is last, cut at {length}");
        }
    }

    #[test]
    fn every_cut_of_a_frame_is_damaged_unless_it_falls_between_two_elements() {
        let whole = octets(CCBS_REQUEST);
        // After the message type, and after each element.
        let mut between = vec![9];
        while let Some(length) = between.last().and_then(|start| whole.get(start + 1)) {
            between.push(between[between.len() - 1] + 2 + usize::from(*length));
        }
        assert_eq!(between.last(), Some(&whole.len()));
        // An I frame without information is whole, too.
        between.push(4);
        for length in 0..=whole.len() {
            let damaged = summary(&whole[..length], None).damaged;
            assert_eq!(damaged, !between.contains(&length), "cut at {length}");
        }
    }

    #[test]
    fn a_supervisory_frame_has_no_message() {
        let summary = summary(&octets("00010107"), Some(Side::Network));
        assert_eq!((summary.frame, summary.command), (Some(FrameType::Rr), Some(false)));
        assert_eq!((summary.nr, summary.p_f, summary.message), (Some(3), Some(true), None));
    }
}
