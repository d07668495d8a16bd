use core::fmt;

/// An error of QSIG, by its local value.
///
/// A value that exists is one of the table below. Errors have no object identifier form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ErrorValue(u16);

macro_rules! errors {
    ($($value:literal $constant:ident $name:literal)*) => {
        impl ErrorValue {
            $(
                #[doc = concat!($name, " (", stringify!($value), ").")]
                pub const $constant: Self = Self($value);
            )*

            /// All of them, in ascending order.
            pub const ALL: &[Self] = &[$(Self($value)),*];

            /// The standard's name. 43 is notActivated where it answers doNotDisturbDeactivateQ.
            pub const fn name(self) -> &'static str {
                match self.0 {
                    $($value => $name,)*
                    _ => "",
                }
            }
        }
    };
}

errors! {
    0 USER_NOT_SUBSCRIBED "userNotSubscribed"
    1 REJECTED_BY_NETWORK "rejectedByNetwork"
    2 REJECTED_BY_USER "rejectedByUser"
    3 NOT_AVAILABLE "notAvailable"
    5 INSUFFICIENT_INFORMATION "insufficientInformation"
    6 INVALID_SERVED_USER_NR "invalidServedUserNr"
    7 INVALID_CALL_STATE "invalidCallState"
    8 BASIC_SERVICE_NOT_PROVIDED "basicServiceNotProvided"
    9 NOT_INCOMING_CALL "notIncomingCall"
    10 SUPPLEMENTARY_SERVICE_INTERACTION_NOT_ALLOWED "supplementaryServiceInteractionNotAllowed"
    11 RESOURCE_UNAVAILABLE "resourceUnavailable"
    12 INVALID_DIVERTED_TO_NR "invalidDivertedToNr"
    14 SPECIAL_SERVICE_NR "specialServiceNr"
    15 DIVERSION_TO_SERVED_USER_NR "diversionToServedUserNr"
    24 NUMBER_OF_DIVERSIONS_EXCEEDED "numberOfDiversionsExceeded"
    25 CALL_FAILURE "callFailure"
    43 PROCEDURAL_ERROR "proceduralError"
    1000 TEMPORARILY_UNAVAILABLE "temporarilyUnavailable"
    1001 COLLISION "collision"
    1002 CRITERIA_PERMANENTLY_UNACHIEVABLE "criteriaPermanentlyUnachievable"
    1003 CRITERIA_TEMPORARILY_UNACHIEVABLE "criteriaTemporarilyUnachievable"
    1004 INVALID_REROUTEING_NUMBER "invalidRerouteingNumber"
    1005 UNRECOGNIZED_CALL_IDENTITY "unrecognizedCallIdentity"
    1006 ESTABLISHMENT_FAILURE "establishmentFailure"
    1007 NOT_AUTHORIZED "notAuthorized"
    1008 UNSPECIFIED "unspecified"
    1009 NOT_BUSY "notBusy"
    1010 SHORT_TERM_REJECTION "shortTermRejection"
    1011 LONG_TERM_REJECTION "longTermRejection"
    1012 REMOTE_USER_BUSY_AGAIN "remoteUserBusyAgain"
    1013 FAILURE_TO_MATCH "failureToMatch"
    1014 FAILED_DUE_TO_INTERWORKING "failedDueToInterworking"
    1015 LOCATION_NOT_KNOWN "locationNotKnown"
    1016 FREE_OF_CHARGE "freeOfCharge"
    1017 PARAM_NOT_AVAILABLE "paramNotAvailable"
    1018 INVALID_MSG_CENTRE_ID "invalidMsgCentreId"
    1037 MCM_MODE_NOT_PROVIDED "mCMModeNotProvided"
    1039 INVALID_MAILBOX "invalidMailbox"
    1040 AUTHORIZATION_FAILED "authorizationFailed"
}

impl ErrorValue {
    /// The error of that local value; `None` if it has no name here.
    pub fn new(value: i32) -> Option<Self> {
        u16::try_from(value).ok().map(Self).filter(|error| !error.name().is_empty())
    }

    /// The local value, 0 to 1040.
    pub const fn value(self) -> u16 {
        self.0
    }
}

impl fmt::Display for ErrorValue {
    /// `shortTermRejection`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for ErrorValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, self.name())
    }
}
