//! The APDUs of call completion in a frame, as the story needs them.

use qsig_core::PartyNumber;
use qsig_lapd::Frame;
use qsig_q931::Message;
use qsig_rose::cc::OptionalArg;
use qsig_rose::{Argument, Component, ErrorValue, Facility, Invoke, Operation, Problem, ResultValue};

use crate::summary::message_octets;

/// An APDU of call completion, or an answer, which may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CcApdu {
    /// ccbsRequest or ccnrRequest.
    Request(Request),
    /// A result of ccbsRequest, ccnrRequest or ccPathReserve, or one that does not say of what.
    Result {
        /// What it answers.
        id: i32,
        /// Whether path reservation may be used; `None` where it does not say.
        path_reservation: Option<bool>,
        /// Whether B's side keeps the request when B is busy again.
        retain_service: bool,
    },
    /// An error.
    Error(i32, ErrorValue),
    /// A reject.
    Reject(Option<i32>, Problem),
    /// ccExecPossible, with the parties in its full form.
    ExecPossible(Option<Parties>),
    /// ccCancel, with the parties in its full form.
    Cancel(Option<Parties>),
    /// ccPathReserve.
    PathReserve,
    /// ccRingout.
    Ringout,
    /// ccSuspend.
    Suspend,
    /// ccResume.
    Resume,
}

/// A request for a callback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    /// CCNR and not CCBS.
    pub(crate) no_reply: bool,
    /// Its invoke id.
    pub(crate) id: i32,
    /// User A, where the request tells it.
    pub(crate) a: Option<PartyNumber>,
    /// User B.
    pub(crate) b: PartyNumber,
    /// The information elements of the service, the Bearer capability first.
    pub(crate) service: Vec<u8>,
    /// What A's side asks for: connection retention, release, or whatever B's side likes.
    pub(crate) retain: Option<bool>,
}

/// The parties of a callback, as a full argument names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parties {
    /// User A.
    pub(crate) a: PartyNumber,
    /// User B.
    pub(crate) b: PartyNumber,
    /// The information elements of the service.
    pub(crate) service: Vec<u8>,
}

/// The APDUs in a LAPD frame that may be of call completion, in their order.
pub(crate) fn cc_apdus(octets: &[u8]) -> Vec<CcApdu> {
    let frame = Frame::parse(octets).ok();
    let message = frame.as_ref().and_then(message_octets).and_then(|octets| Message::parse(octets).ok());
    let mut apdus = Vec::new();
    for contents in message.iter().flat_map(|message| message.received().facilities().collect::<Vec<_>>()) {
        let Ok(facility) = Facility::parse(contents) else { continue };
        apdus.extend(facility.components().flatten().filter_map(|component| of(&component)));
    }
    apdus
}

fn of(component: &Component<'_>) -> Option<CcApdu> {
    Some(match component {
        Component::Invoke(invoke) => return of_invoke(invoke),
        Component::ReturnResult(result) => {
            let (path_reservation, retain_service) = match result.result.as_ref().map(|it| &it.value) {
                Some(ResultValue::CcRequest(value)) => {
                    (Some(value.no_path_reservation != Some(true)), value.retain_service == Some(true))
                }
                Some(ResultValue::Encoded(_) | ResultValue::Other(_)) => return None,
                Some(ResultValue::CcExtension(_)) | None => (None, false),
            };
            CcApdu::Result { id: result.invoke_id, path_reservation, retain_service }
        }
        Component::ReturnError(error) => CcApdu::Error(error.invoke_id, error.error),
        Component::Reject(reject) => CcApdu::Reject(reject.invoke_id, reject.problem),
    })
}

fn of_invoke(invoke: &Invoke<'_>) -> Option<CcApdu> {
    Some(match (&invoke.argument, invoke.operation) {
        (Argument::CcRequest(argument), operation) => CcApdu::Request(Request {
            no_reply: operation == Operation::CCNR_REQUEST,
            id: invoke.invoke_id,
            a: argument.number_a.number().map(Into::into),
            b: argument.number_b.into(),
            service: argument.service.to_vec(),
            retain: argument.retain_sig_connection,
        }),
        (Argument::CcOptional(argument), operation) => {
            let parties = match argument {
                OptionalArg::Full(full) => Some(Parties {
                    a: full.number_a.into(),
                    b: full.number_b.into(),
                    service: full.service.to_vec(),
                }),
                OptionalArg::Extension(_) => None,
            };
            if operation == Operation::CC_CANCEL {
                CcApdu::Cancel(parties)
            } else {
                CcApdu::ExecPossible(parties)
            }
        }
        (Argument::CcExtension(_), Operation::CC_PATH_RESERVE) => CcApdu::PathReserve,
        (Argument::CcExtension(_), Operation::CC_RINGOUT) => CcApdu::Ringout,
        (Argument::CcExtension(_), Operation::CC_SUSPEND) => CcApdu::Suspend,
        (Argument::CcExtension(_), Operation::CC_RESUME) => CcApdu::Resume,
        _ => return None,
    })
}
