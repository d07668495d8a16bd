//! Facility elements: which APDU goes where, and what is answered to one that is not understood.

use std::borrow::Cow;

use bytes::Bytes;
use qsig_cc::{Apdu, wire};
use qsig_core::is_steering;
use qsig_rose::{
    Argument, Component, Facility, Header, Interpretation, Invoke, Operation, Problem, Refused, Reject,
    name::{Name, NameArg},
};

use crate::diversion::DivertingLegs;

/// What the Facility elements of a message say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// APDUs of call completion, in order.
    pub(crate) apdus: Vec<Apdu>,
    /// The name that may be shown.
    pub(crate) name: Option<String>,
    /// What they tell of a diversion.
    pub(crate) legs: DivertingLegs,
    /// Facility contents with the rejects that are due.
    pub(crate) answers: Vec<Bytes>,
    /// Something was not understood whose sender wants the call or connection cleared then.
    pub(crate) clear: bool,
    /// What was wrong, for the log.
    pub(crate) problems: Vec<&'static str>,
}

/// Reads the contents of all Facility elements of a message. One that is broken does not spoil the others.
pub(crate) fn read(facilities: &[Bytes]) -> Reading {
    let mut reading = Reading::default();
    for contents in facilities {
        match Facility::parse(contents) {
            Ok(facility) => {
                for component in facility.components() {
                    reading.take(&facility.header, component);
                }
            }
            Err(refused) => reading.refuse(None, &refused),
        }
    }
    reading
}

impl Reading {
    fn take(&mut self, header: &Header, component: Result<Component<'_>, Refused<'_>>) {
        let component = match component {
            Ok(component) => component,
            Err(refused) => return self.refuse(header.interpretation, &refused),
        };
        if let Some(apdu) = wire::decode(&component) {
            return self.apdus.push(apdu);
        }
        match &component {
            Component::Invoke(Invoke { argument: Argument::Name(argument), .. }) => {
                self.name =
                    argument.name().allowed().map(|(octets, character_set)| text(octets, character_set));
            }
            Component::Invoke(Invoke { operation, argument: Argument::Encoded(argument), .. })
                if self.legs.take(*operation, argument) => {}
            Component::Invoke(invoke) => {
                self.unrecognized(header.interpretation, invoke.invoke_id);
            }
            // Answers to nothing that was asked are passed over.
            Component::ReturnResult(_) | Component::ReturnError(_) | Component::Reject(_) => {}
        }
    }

    fn refuse(&mut self, interpretation: Option<Interpretation>, refused: &Refused<'_>) {
        let Some(problem) = refused.problem else { return };
        match refused.invoke_id {
            Some(id) if problem == Problem::UNRECOGNIZED_OPERATION => self.unrecognized(interpretation, id),
            id => {
                self.problems.push(problem_name(problem));
                self.answer(id, problem);
            }
        }
    }

    /// An operation that this node does not know: the sender has said what is to be done. Clause: ECMA-165.
    fn unrecognized(&mut self, interpretation: Option<Interpretation>, invoke_id: i32) {
        let problem = Problem::UNRECOGNIZED_OPERATION;
        match interpretation {
            None | Some(Interpretation::RejectAnyUnrecognisedInvokePdu) => {
                self.answer(Some(invoke_id), problem);
            }
            Some(Interpretation::ClearCallIfAnyInvokePduNotRecognised) => {
                self.clear = true;
                self.answer(Some(invoke_id), problem);
            }
            Some(Interpretation::DiscardAnyUnrecognisedInvokePdu | Interpretation::Other(_)) => return,
        }
        self.problems.push(problem_name(problem));
    }

    fn answer(&mut self, invoke_id: Option<i32>, problem: Problem) {
        let mut contents = Vec::new();
        let reject = Component::Reject(Reject { invoke_id, problem });
        // A reject is a few octets: it always fits.
        if Facility::emit(&Header::end_to_end(None), &[reject], &mut contents).is_ok() {
            self.answers.push(contents.into());
        }
    }
}

/// The Facility contents for APDUs of call completion, one element each.
pub(crate) fn write(apdus: &[Apdu]) -> Vec<Bytes> {
    apdus.iter().filter_map(|apdu| wire::encode(apdu).ok()).map(Bytes::from).collect()
}

/// callingName; `None` for nobody's phone.
pub(crate) fn calling_name(invoke_id: i32, name: &str) -> Option<Bytes> {
    name_apdu(invoke_id, Operation::CALLING_NAME, name)
}

/// calledName.
pub(crate) fn called_name(invoke_id: i32, name: &str) -> Option<Bytes> {
    name_apdu(invoke_id, Operation::CALLED_NAME, name)
}

/// connectedName.
pub(crate) fn connected_name(invoke_id: i32, name: &str) -> Option<Bytes> {
    name_apdu(invoke_id, Operation::CONNECTED_NAME, name)
}

fn name_apdu(invoke_id: i32, operation: Operation, name: &str) -> Option<Bytes> {
    let octets = latin_1(name);
    if octets.is_empty() {
        return None;
    }
    let argument = Argument::Name(NameArg::Name(Name::Allowed(Cow::Owned(octets))));
    let invoke = Component::Invoke(Invoke::new(invoke_id, operation, argument));
    let header = Header::end_to_end(Some(Interpretation::DiscardAnyUnrecognisedInvokePdu));
    let mut contents = Vec::new();
    Facility::emit(&header, &[invoke], &mut contents).ok()?;
    Some(contents.into())
}

/// A name in ISO 8859-1, at most 50 octets; a character that it lacks becomes a question mark.
pub(crate) fn latin_1(name: &str) -> Vec<u8> {
    name.chars().take(50).map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect()
}

fn problem_name(problem: Problem) -> &'static str {
    problem.name().unwrap_or("unknown problem")
}

/// A name as text. What steers a terminal is left out.
pub(crate) fn text(octets: &[u8], character_set: Option<u8>) -> String {
    const BMP: u8 = 8;
    const UTF_8: u8 = 9;
    let letters: String = match character_set {
        Some(UTF_8) => String::from_utf8_lossy(octets).into_owned(),
        Some(BMP) => octets
            .chunks_exact(2)
            .map(|pair| {
                char::from_u32(pair.iter().fold(0, |code, octet| code << 8 | u32::from(*octet)))
                    .unwrap_or('?')
            })
            .collect(),
        // The other parts of ISO 8859 agree with part 1 in their lower half.
        _ => octets.iter().map(|octet| char::from(*octet)).collect(),
    };
    letters.chars().filter(|letter| !is_steering(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(hex: &str) -> Bytes {
        hex.split_whitespace().map(|octet| u8::from_str_radix(octet, 16).unwrap()).collect()
    }

    #[test]
    fn names_go_out_and_come_in() {
        let contents = calling_name(12, "Alice").unwrap();
        assert_eq!(
            contents,
            bytes("9F AA 06 80 01 00 82 01 00 8B 01 00 A1 0D 02 01 0C 02 01 00 80 05 41 6C 69 63 65")
        );
        assert_eq!(read(&[contents]).name.as_deref(), Some("Alice"));
        assert_eq!(calling_name(1, ""), None);
        assert_eq!(text(b"a\x1b[2Jb\n", None), "a[2Jb");
        assert_eq!(text(&[0x9B], None) + &text("\u{202e}1001".as_bytes(), Some(9)), "1001");
        assert_eq!(text(&[0x20, 0xAC, 0, 0x61], Some(8)), "\u{20ac}a");
    }

    #[test]
    fn an_unknown_operation_is_answered_as_its_sender_wants() {
        let with = |interpretation: &str| {
            read(&[bytes(&format!(
                "9F AA 06 80 01 00 82 01 00 {interpretation} A1 09 02 01 07 02 02 03 E7 05 00"
            ))])
        };
        let reject = bytes("9F AA 06 80 01 00 82 01 00 A4 06 02 01 07 81 01 01");
        let silent = with("8B 01 00");
        assert!(silent.answers.is_empty() && !silent.clear);
        let clearing = with("8B 01 01");
        assert!(clearing.clear);
        assert_eq!(clearing.answers, std::slice::from_ref(&reject));
        for interpretation in ["", "8B 01 02"] {
            let rejecting = with(interpretation);
            assert!(!rejecting.clear);
            assert_eq!(rejecting.answers, std::slice::from_ref(&reject));
        }
    }

    #[test]
    fn a_broken_apdu_does_not_spoil_its_neighbour() {
        let good = "A1 08 02 01 05 02 01 21 05 00";
        let reading =
            read(&[bytes(&format!("9F AA 06 80 01 00 82 01 00 8B 01 00 A1 06 02 01 04 02 01 20 {good}"))]);
        assert_eq!(reading.apdus.len(), 1);
        assert_eq!(reading.answers, [bytes("9F AA 06 80 01 00 82 01 00 A4 06 02 01 04 81 01 02")]);
    }
}
