//! From a ROSE component to an [`Apdu`] and from an [`Apdu`] to the contents of a Facility information element.

use alloc::{borrow::Cow, boxed::Box, vec::Vec};

use qsig_rose::{
    Argument, Component, Facility, Header, Interpretation, Invoke, Operation as Code, Reject, ResultValue,
    ReturnError, ReturnResult, TooLong,
    cc::{CcExtension, FullArg, OptionalArg, RequestArg, RequestRes},
    presented::PresentedNumberUnscreened,
    subaddress::PartySubaddress,
};

use crate::{Apdu, Caller, Operation, Parties, Service, Subaddress};

/// Why an APDU cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// It does not fit in one Facility information element.
    #[error(transparent)]
    TooLong(#[from] TooLong),
    /// The full argument of ccCancel and ccExecPossible names user A by number only.
    #[error("user A has no number")]
    NoNumber,
}

/// Takes a component as an SS-CC APDU; `None` if it is another operation's.
///
/// A return error or reject names no operation: it is taken whatever it says, and its invoke id decides whom it
/// is for. So it is with a return result that is an invoke id only: as an answer to ccbsRequest or ccnrRequest it
/// stands for the defaults (our choice, because X.880 allows the form). Extensions are dropped; none is known.
pub fn decode(component: &Component<'_>) -> Option<Apdu> {
    match component {
        Component::Invoke(invoke) => {
            let operation = operation(invoke.operation, &invoke.argument)?;
            Some(Apdu::Invoke { id: invoke.invoke_id, operation })
        }
        Component::ReturnResult(ReturnResult { invoke_id, result: Some(result) }) => {
            let ResultValue::CcRequest(value) = &result.value else { return None };
            Some(Apdu::Result {
                id: *invoke_id,
                service: Some(service(result.operation)?),
                no_path_reservation: value.no_path_reservation.unwrap_or(false),
                retain_service: value.retain_service.unwrap_or(false),
            })
        }
        Component::ReturnResult(ReturnResult { invoke_id, result: None }) => Some(Apdu::Result {
            id: *invoke_id,
            service: None,
            no_path_reservation: false,
            retain_service: false,
        }),
        Component::ReturnError(error) => Some(Apdu::Error { id: error.invoke_id, error: error.error.into() }),
        Component::Reject(reject) => Some(Apdu::Reject { id: reject.invoke_id, problem: reject.problem }),
    }
}

/// The contents of one Facility information element with this APDU: from end PINX to end PINX, with the
/// interpretation that belongs to the operation.
pub fn encode(apdu: &Apdu) -> Result<Vec<u8>, EncodeError> {
    use Interpretation::{ClearCallIfAnyInvokePduNotRecognised, DiscardAnyUnrecognisedInvokePdu};
    let interpretation = match apdu {
        Apdu::Invoke { operation, .. } => Some(match operation {
            // An unrecognized reservation must not become an ordinary call that rings.
            Operation::Request { .. }
            | Operation::Cancel(_)
            | Operation::ExecPossible(_)
            | Operation::PathReserve => ClearCallIfAnyInvokePduNotRecognised,
            Operation::Ringout | Operation::Suspend | Operation::Resume => DiscardAnyUnrecognisedInvokePdu,
        }),
        Apdu::Result { .. } | Apdu::Error { .. } => Some(DiscardAnyUnrecognisedInvokePdu),
        Apdu::Reject { .. } => None,
    };
    let component = match apdu {
        Apdu::Invoke { id, operation } => {
            let (code, argument) = argument(operation)?;
            Component::Invoke(Invoke::new(*id, code, argument))
        }
        Apdu::Result { id, service: None, .. } => {
            Component::ReturnResult(ReturnResult { invoke_id: *id, result: None })
        }
        Apdu::Result { id, service: Some(service), no_path_reservation, retain_service } => {
            let value = RequestRes {
                no_path_reservation: no_path_reservation.then_some(true),
                retain_service: retain_service.then_some(true),
                extension: None,
            };
            Component::ReturnResult(ReturnResult::new(*id, code(*service), ResultValue::CcRequest(value)))
        }
        Apdu::Error { id, error } => Component::ReturnError(ReturnError::new(*id, (*error).into())),
        Apdu::Reject { id, problem } => Component::Reject(Reject { invoke_id: *id, problem: *problem }),
    };
    let mut contents = Vec::new();
    Facility::emit(&Header::end_to_end(interpretation), &[component], &mut contents)?;
    Ok(contents)
}

const fn code(service: Service) -> Code {
    match service {
        Service::Ccbs => Code::CCBS_REQUEST,
        Service::Ccnr => Code::CCNR_REQUEST,
    }
}

const fn service(code: Code) -> Option<Service> {
    match code {
        Code::CCBS_REQUEST => Some(Service::Ccbs),
        Code::CCNR_REQUEST => Some(Service::Ccnr),
        _ => None,
    }
}

fn operation(code: Code, argument: &Argument<'_>) -> Option<Operation> {
    match (code, argument) {
        (_, Argument::CcRequest(argument)) => Some(Operation::Request {
            service: service(code)?,
            parties: Parties {
                a: match argument.number_a {
                    PresentedNumberUnscreened::Allowed(number) => Caller::Allowed(number.into()),
                    PresentedNumberUnscreened::RestrictedAddress(number) => Caller::Restricted(number.into()),
                    PresentedNumberUnscreened::Restricted => Caller::NumberWithheld,
                    PresentedNumberUnscreened::NotAvailable => Caller::NotAvailable,
                },
                b: argument.number_b.into(),
                service: argument.service.as_ref().into(),
                subaddress_a: argument.subaddr_a.as_ref().map(own_subaddress),
                subaddress_b: argument.subaddr_b.as_ref().map(own_subaddress),
            },
            can_retain_service: argument.can_retain_service.unwrap_or(false),
            retain_connection: argument.retain_sig_connection,
        }),
        (Code::CC_CANCEL, Argument::CcOptional(argument)) => Some(Operation::Cancel(own_parties(argument))),
        (Code::CC_EXEC_POSSIBLE, Argument::CcOptional(argument)) => {
            Some(Operation::ExecPossible(own_parties(argument)))
        }
        (Code::CC_PATH_RESERVE, Argument::CcExtension(_)) => Some(Operation::PathReserve),
        (Code::CC_RINGOUT, Argument::CcExtension(_)) => Some(Operation::Ringout),
        (Code::CC_SUSPEND, Argument::CcExtension(_)) => Some(Operation::Suspend),
        (Code::CC_RESUME, Argument::CcExtension(_)) => Some(Operation::Resume),
        _ => None,
    }
}

fn own_parties(argument: &OptionalArg<'_>) -> Option<Parties> {
    match argument {
        OptionalArg::Full(full) => Some(Parties {
            // Presentation does not travel here, and is not compared.
            a: Caller::Allowed(full.number_a.into()),
            b: full.number_b.into(),
            service: full.service.as_ref().into(),
            subaddress_a: full.subaddr_a.as_ref().map(own_subaddress),
            subaddress_b: full.subaddr_b.as_ref().map(own_subaddress),
        }),
        OptionalArg::Extension(_) => None,
    }
}

fn own_subaddress(subaddress: &PartySubaddress<'_>) -> Subaddress {
    match subaddress {
        PartySubaddress::UserSpecified { information, odd_count } => {
            Subaddress::User { information: Box::from(information.as_ref()), odd: *odd_count }
        }
        PartySubaddress::Nsap(octets) => Subaddress::Nsap(Box::from(octets.as_ref())),
    }
}

fn argument(operation: &Operation) -> Result<(Code, Argument<'_>), EncodeError> {
    let extension = Argument::CcExtension(CcExtension::None);
    Ok(match operation {
        Operation::Request { service, parties, can_retain_service, retain_connection } => {
            let argument = RequestArg {
                number_a: match parties.a {
                    Caller::Allowed(number) => PresentedNumberUnscreened::Allowed(number.into()),
                    Caller::Restricted(number) => PresentedNumberUnscreened::RestrictedAddress(number.into()),
                    Caller::NumberWithheld => PresentedNumberUnscreened::Restricted,
                    Caller::NotAvailable => PresentedNumberUnscreened::NotAvailable,
                },
                number_b: parties.b.into(),
                service: Cow::Borrowed(&parties.service),
                subaddr_a: parties.subaddress_a.as_ref().map(subaddress),
                subaddr_b: parties.subaddress_b.as_ref().map(subaddress),
                can_retain_service: can_retain_service.then_some(true),
                retain_sig_connection: *retain_connection,
                extension: None,
            };
            (code(*service), Argument::CcRequest(argument))
        }
        Operation::Cancel(parties) => (Code::CC_CANCEL, optional(parties.as_ref())?),
        Operation::ExecPossible(parties) => (Code::CC_EXEC_POSSIBLE, optional(parties.as_ref())?),
        Operation::PathReserve => (Code::CC_PATH_RESERVE, extension),
        Operation::Ringout => (Code::CC_RINGOUT, extension),
        Operation::Suspend => (Code::CC_SUSPEND, extension),
        Operation::Resume => (Code::CC_RESUME, extension),
    })
}

fn optional(parties: Option<&Parties>) -> Result<Argument<'_>, EncodeError> {
    let Some(parties) = parties else {
        return Ok(Argument::CcOptional(OptionalArg::Extension(CcExtension::None)));
    };
    let number_a = *parties.a.number().ok_or(EncodeError::NoNumber)?;
    Ok(Argument::CcOptional(OptionalArg::Full(FullArg {
        number_a: number_a.into(),
        number_b: parties.b.into(),
        service: Cow::Borrowed(&parties.service),
        subaddr_a: parties.subaddress_a.as_ref().map(subaddress),
        subaddr_b: parties.subaddress_b.as_ref().map(subaddress),
        extension: None,
    })))
}

fn subaddress(subaddress: &Subaddress) -> PartySubaddress<'_> {
    match subaddress {
        Subaddress::User { information, odd } => {
            PartySubaddress::UserSpecified { information: Cow::Borrowed(information), odd_count: *odd }
        }
        Subaddress::Nsap(octets) => PartySubaddress::Nsap(Cow::Borrowed(octets)),
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use proptest::prelude::*;
    use qsig_core::{NumberingPlan, PartyNumber, TypeOfNumber};
    use qsig_rose::{ErrorValue, Problem};

    use super::*;
    use crate::{
        CcError,
        fixtures::{SPEECH, number, parties},
    };

    fn octets(hex: &str) -> Vec<u8> {
        hex.split_whitespace().map(|octet| u8::from_str_radix(octet, 16).unwrap()).collect()
    }

    fn decode_all(contents: &[u8]) -> Vec<Apdu> {
        let facility = Facility::parse(contents).unwrap();
        facility.components().filter_map(|component| decode(&component.unwrap())).collect()
    }

    const HEADER: &str = "9F AA 06 80 01 00 82 01 00 ";

    fn typed(plan: NumberingPlan, kind: TypeOfNumber, digits: &str) -> PartyNumber {
        PartyNumber { plan, kind, digits: digits.parse().unwrap() }
    }

    fn invoke(id: i32, operation: Operation) -> Apdu {
        Apdu::Invoke { id, operation }
    }

    fn request(service: Service, parties: Parties, can: bool, retain: Option<bool>) -> Operation {
        Operation::Request { service, parties, can_retain_service: can, retain_connection: retain }
    }

    /// The worked examples of the reference, all decoded by tshark and most by libpri.
    fn examples() -> Vec<(&'static str, &'static str, Apdu)> {
        let ab = || parties("1001", "2002");
        let subaddressed = Parties {
            a: Caller::Allowed(typed(NumberingPlan::Private, TypeOfNumber::LOCAL, "1001")),
            b: typed(NumberingPlan::Public, TypeOfNumber::INTERNATIONAL, "390612345678"),
            subaddress_a: Some(Subaddress::Nsap([0x50, 0x37, 0x37].into())),
            ..ab()
        };
        let result = |id, both| Apdu::Result {
            id,
            service: Some(Service::Ccbs),
            no_path_reservation: both,
            retain_service: both,
        };
        let full = "A0 13 80 04 31 30 30 31 80 04 32 30 30 32 40 05 04 03 80 90 A3";
        vec![
            (
                "E03",
                "8B 01 01 A1 23 02 01 01 02 01 28 30 1B A0 06 80 04 31 30 30 31 80 04 32 30 30 32 40 05 04 03 80 \
                 90 A3 8C 01 FF 8D 01 FF",
                invoke(1, request(Service::Ccbs, ab(), true, Some(true))),
            ),
            (
                "E05",
                "8B 01 00 A2 10 02 01 01 30 0B 02 01 28 30 06 80 01 FF 81 01 FF",
                result(1, true),
            ),
            ("E07", "8B 01 00 A2 0A 02 01 01 30 05 02 01 28 30 00", result(1, false)),
            (
                "E08",
                "8B 01 00 A3 07 02 01 01 02 02 03 F2",
                Apdu::Error { id: 1, error: CcError::ShortTermRejection },
            ),
            (
                "E09",
                "8B 01 01 A1 39 02 01 02 02 01 1B 30 31 A0 0B A5 09 0A 01 04 12 04 31 30 30 31 A1 11 0A 01 01 12 \
                 0C 33 39 30 36 31 32 33 34 35 36 37 38 40 05 04 03 80 90 A3 AA 05 04 03 50 37 37 8D 01 00",
                invoke(2, request(Service::Ccnr, subaddressed, false, Some(false))),
            ),
            ("E10", "8B 01 01 A1 08 02 01 01 02 01 1D 05 00", invoke(1, Operation::ExecPossible(None))),
            (
                "E11",
                "8B 01 01 A1 1B 02 01 03 02 01 1D ",
                invoke(3, Operation::ExecPossible(Some(ab()))),
            ),
            ("E12", "8B 01 00 A1 08 02 01 04 02 01 20 05 00", invoke(4, Operation::Suspend)),
            ("E14", "8B 01 00 A1 08 02 01 05 02 01 21 05 00", invoke(5, Operation::Resume)),
            ("E15", "8B 01 00 A1 08 02 01 06 02 01 1F 05 00", invoke(6, Operation::Ringout)),
            ("E16", "8B 01 01 A1 08 02 01 07 02 01 1E 05 00", invoke(7, Operation::PathReserve)),
            ("E19", "8B 01 01 A1 08 02 01 09 02 01 1C 05 00", invoke(9, Operation::Cancel(None))),
            ("E20", "8B 01 01 A1 1B 02 01 0A 02 01 1C ", invoke(10, Operation::Cancel(Some(ab())))),
            (
                "E21",
                "8B 01 00 A3 07 02 01 06 02 02 03 F4",
                Apdu::Error { id: 6, error: CcError::RemoteUserBusyAgain },
            ),
            (
                "E22",
                "8B 01 00 A3 07 02 01 06 02 02 03 F5",
                Apdu::Error { id: 6, error: CcError::FailureToMatch },
            ),
            (
                "E23",
                "A4 06 02 01 01 81 01 01",
                Apdu::Reject { id: Some(1), problem: Problem::UNRECOGNIZED_OPERATION },
            ),
            (
                "E24",
                "8B 01 00 A3 07 02 01 07 02 02 03 F6",
                Apdu::Error { id: 7, error: CcError::FailedDueToInterworking },
            ),
        ]
        .into_iter()
        .map(|(name, hex, apdu)| match name {
            "E11" => (name, alloc::format!("{hex}{full}").leak() as &str, apdu),
            "E20" => (name, alloc::format!("{hex}{full}").leak() as &str, apdu),
            _ => (name, hex, apdu),
        })
        .collect()
    }

    #[test]
    fn the_worked_examples_are_read_and_written_octet_for_octet() {
        for (name, hex, apdu) in examples() {
            let contents = octets(&alloc::format!("{HEADER}{hex}"));
            assert_eq!(decode_all(&contents), vec![apdu.clone()], "{name}");
            assert_eq!(encode(&apdu).unwrap(), contents, "{name}");
        }
    }

    #[test]
    fn a_cut_example_is_never_taken_for_an_apdu() {
        for (name, hex, _) in examples() {
            let contents = octets(&alloc::format!("{HEADER}{hex}"));
            for end in 0..contents.len() {
                let Ok(facility) = Facility::parse(&contents[..end]) else { continue };
                let taken =
                    facility.components().filter_map(Result::ok).find_map(|component| decode(&component));
                assert_eq!(taken, None, "{name} cut at {end}");
            }
        }
    }

    #[test]
    fn other_forms_of_the_same_are_read() {
        let two = "8B 01 00 A1 08 02 01 0B 02 01 21 05 00 A1 0D 02 01 0C 02 01 00 80 05 41 6C 69 63 65";
        let cases = [
            ("E25, a name beside it", two, invoke(11, Operation::Resume)),
            (
                "E26, object identifier",
                "8B 01 00 A1 0B 02 01 0D 06 04 2B 0C 09 20 05 00",
                invoke(13, Operation::Suspend),
            ),
            (
                "a result that is an invoke id only",
                "8B 01 00 A2 03 02 01 07",
                Apdu::Result { id: 7, service: None, no_path_reservation: false, retain_service: false },
            ),
            (
                "E27, extension of an error",
                "8B 01 00 A3 13 02 01 0E 02 02 03 F0 30 0A 06 06 2B 0C 02 83 5A 01 05 00",
                Apdu::Error { id: 14, error: CcError::Unspecified },
            ),
            (
                "E28, extension of an operation",
                "8B 01 00 A1 12 02 01 0F 02 01 20 AE 0A 06 06 2B 0C 02 83 5A 01 05 00",
                invoke(15, Operation::Suspend),
            ),
        ];
        for (name, hex, apdu) in cases {
            assert_eq!(decode_all(&octets(&alloc::format!("{HEADER}{hex}"))), [apdu], "{name}");
        }
    }

    #[test]
    fn a_name_and_the_result_of_a_path_reservation_are_not_ours() {
        for hex in ["A1 0D 02 01 0C 02 01 00 80 05 41 6C 69 63 65", "A2 0A 02 01 07 30 05 02 01 1E 05 00"] {
            assert_eq!(decode_all(&octets(&alloc::format!("{HEADER}{hex}"))), [], "{hex}");
        }
    }

    #[test]
    fn what_does_not_fit_or_has_no_number_is_not_sent() {
        let long = Parties { service: vec![0; 250].into(), ..parties("1001", "2002") };
        assert!(matches!(encode(&invoke(1, Operation::Cancel(Some(long)))), Err(EncodeError::TooLong(_))));
        let nobody = Parties { a: Caller::NotAvailable, ..parties("1001", "2002") };
        assert_eq!(encode(&invoke(1, Operation::Cancel(Some(nobody)))), Err(EncodeError::NoNumber));
    }

    fn any_number() -> impl Strategy<Value = PartyNumber> {
        ("[0-9]{1,20}", 0_u8..3).prop_map(|(digits, plan)| match plan {
            0 => number(&digits),
            1 => typed(NumberingPlan::Public, TypeOfNumber::NATIONAL, &digits),
            _ => typed(NumberingPlan::Private, TypeOfNumber::LOCAL, &digits),
        })
    }

    fn any_subaddress() -> impl Strategy<Value = Option<Subaddress>> {
        let octets = proptest::collection::vec(any::<u8>(), 1..20);
        proptest::option::of((octets, any::<Option<bool>>(), any::<bool>()).prop_map(
            |(octets, odd, nsap)| {
                let information = octets.into_boxed_slice();
                if nsap { Subaddress::Nsap(information) } else { Subaddress::User { information, odd } }
            },
        ))
    }

    fn any_parties() -> impl Strategy<Value = Parties> {
        (any_number(), any_number(), any_subaddress(), any_subaddress()).prop_map(|(a, b, from, to)| {
            Parties { a: Caller::Allowed(a), b, service: SPEECH.into(), subaddress_a: from, subaddress_b: to }
        })
    }

    fn any_apdu() -> impl Strategy<Value = Apdu> {
        let operation = (any_parties(), any::<bool>(), any::<Option<bool>>(), 0_u8..12, 0_u8..4).prop_map(
            |(mut parties, can, retain, which, caller)| match which {
                0 | 1 => {
                    parties.a = match (caller, parties.a) {
                        (0, Caller::Allowed(number)) => Caller::Restricted(number),
                        (1, _) => Caller::NumberWithheld,
                        (2, _) => Caller::NotAvailable,
                        (_, same) => same,
                    };
                    let service = if which == 0 { Service::Ccbs } else { Service::Ccnr };
                    request(service, parties, can, retain)
                }
                2 => Operation::Cancel(Some(parties)),
                3 => Operation::Cancel(None),
                4 => Operation::ExecPossible(Some(parties)),
                5 => Operation::ExecPossible(None),
                6 => Operation::PathReserve,
                7 => Operation::Ringout,
                8 => Operation::Suspend,
                _ => Operation::Resume,
            },
        );
        let id = 1_i32..=32_767;
        prop_oneof![
            4 => (id.clone(), operation).prop_map(|(id, operation)| Apdu::Invoke { id, operation }),
            1 => (id.clone(), any::<bool>(), any::<bool>()).prop_map(|(id, path, retain)| Apdu::Result {
                id,
                service: Some(Service::Ccnr),
                no_path_reservation: path,
                retain_service: retain,
            }),
            1 => id.clone().prop_map(|id| Apdu::Result {
                id,
                service: None,
                no_path_reservation: false,
                retain_service: false,
            }),
            1 => (id, 0..ErrorValue::ALL.len()).prop_map(|(id, error)| Apdu::Error {
                id,
                error: ErrorValue::ALL[error].into(),
            }),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn what_is_written_is_read_again(apdu in any_apdu()) {
            prop_assert_eq!(decode_all(&encode(&apdu).unwrap()), [apdu]);
        }
    }
}
