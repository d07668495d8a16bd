use qsig_rose::{ErrorValue, Problem};

use crate::{Parties, Service};

/// An SS-CC APDU, decoded and owned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Apdu {
    /// An invoke.
    Invoke {
        /// The invoke id.
        id: i32,
        /// What is asked or told.
        operation: Operation,
    },
    /// The result of ccbsRequest or ccnrRequest.
    Result {
        /// The invoke id of the request.
        id: i32,
        /// Which of the two operations. `None` where only the invoke id was sent: it is the result of whatever
        /// was asked under that id, with the defaults.
        service: Option<Service>,
        /// The terminating side takes no part in path reservation.
        no_path_reservation: bool,
        /// The request survives "user B busy again".
        retain_service: bool,
    },
    /// A return error.
    Error {
        /// The invoke id of the operation that failed.
        id: i32,
        /// Why.
        error: CcError,
    },
    /// A reject of an APDU that was sent.
    Reject {
        /// The invoke id, where the far end could read it.
        id: Option<i32>,
        /// Why.
        problem: Problem,
    },
}

/// An SS-CC operation with its argument. Extensions are not kept: none is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operation {
    /// ccbsRequest (40) or ccnrRequest (27).
    Request {
        /// Which of the two.
        service: Service,
        /// Who and what for.
        parties: Parties,
        /// Whether the originating side could keep the request when user B is busy again.
        can_retain_service: bool,
        /// Whether the connection is to stay; `None` leaves it to the terminating side.
        retain_connection: Option<bool>,
    },
    /// ccCancel (28); with parties where no connection names the callback.
    Cancel(Option<Parties>),
    /// ccExecPossible (29); with parties where no connection names the callback.
    ExecPossible(Option<Parties>),
    /// ccPathReserve (30).
    PathReserve,
    /// ccRingout (31).
    Ringout,
    /// ccSuspend (32).
    Suspend,
    /// ccResume (33).
    Resume,
}

impl Operation {
    /// The operation's name in the standard.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Request { service: Service::Ccbs, .. } => "ccbsRequest",
            Self::Request { service: Service::Ccnr, .. } => "ccnrRequest",
            Self::Cancel(_) => "ccCancel",
            Self::ExecPossible(_) => "ccExecPossible",
            Self::PathReserve => "ccPathReserve",
            Self::Ringout => "ccRingout",
            Self::Suspend => "ccSuspend",
            Self::Resume => "ccResume",
        }
    }
}

impl Apdu {
    /// The invoke id; `None` for a reject of something whose invoke id the far end could not read.
    pub const fn id(&self) -> Option<i32> {
        match self {
            Self::Invoke { id, .. } | Self::Result { id, .. } | Self::Error { id, .. } => Some(*id),
            Self::Reject { id, .. } => *id,
        }
    }

    /// What it is, for counters and displays: the operation's name, `result`, `error` or `reject`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Invoke { operation, .. } => operation.name(),
            Self::Result { .. } => "result",
            Self::Error { .. } => "error",
            Self::Reject { .. } => "reject",
        }
    }
}

/// The error of a return error, in the order of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CcError {
    /// 10: another service forbids it.
    SupplementaryServiceInteractionNotAllowed,
    /// 1008: no more is said than in its extension.
    Unspecified,
    /// 1010: not now, perhaps later.
    ShortTermRejection,
    /// 1011: not as things are.
    LongTermRejection,
    /// 1012: user B is busy again.
    RemoteUserBusyAgain,
    /// 1013: no callback fits.
    FailureToMatch,
    /// 1014: path reservation cannot be done.
    FailedDueToInterworking,
    /// Any other error, kept. No operation of call completion has it.
    Other(ErrorValue),
}

impl From<ErrorValue> for CcError {
    fn from(value: ErrorValue) -> Self {
        match value {
            ErrorValue::SUPPLEMENTARY_SERVICE_INTERACTION_NOT_ALLOWED => {
                Self::SupplementaryServiceInteractionNotAllowed
            }
            ErrorValue::UNSPECIFIED => Self::Unspecified,
            ErrorValue::SHORT_TERM_REJECTION => Self::ShortTermRejection,
            ErrorValue::LONG_TERM_REJECTION => Self::LongTermRejection,
            ErrorValue::REMOTE_USER_BUSY_AGAIN => Self::RemoteUserBusyAgain,
            ErrorValue::FAILURE_TO_MATCH => Self::FailureToMatch,
            ErrorValue::FAILED_DUE_TO_INTERWORKING => Self::FailedDueToInterworking,
            other => Self::Other(other),
        }
    }
}

impl From<CcError> for ErrorValue {
    fn from(error: CcError) -> Self {
        match error {
            CcError::SupplementaryServiceInteractionNotAllowed => {
                Self::SUPPLEMENTARY_SERVICE_INTERACTION_NOT_ALLOWED
            }
            CcError::Unspecified => Self::UNSPECIFIED,
            CcError::ShortTermRejection => Self::SHORT_TERM_REJECTION,
            CcError::LongTermRejection => Self::LONG_TERM_REJECTION,
            CcError::RemoteUserBusyAgain => Self::REMOTE_USER_BUSY_AGAIN,
            CcError::FailureToMatch => Self::FAILURE_TO_MATCH,
            CcError::FailedDueToInterworking => Self::FAILED_DUE_TO_INTERWORKING,
            CcError::Other(other) => other,
        }
    }
}
