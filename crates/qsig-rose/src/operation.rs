use core::fmt;

use crate::{Code, ErrorValue};

/// An operation of QSIG, by its value.
///
/// A value that exists is one of the table below. On the wire an operation has a local value, or in older editions
/// an object identifier, 1.3.12.9 and the same value.
///
/// Sources: the standards of each supplementary service; ECMA-186 for call completion, ECMA-164 for names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Operation(u8);

/// What is known of an operation beyond its name.
struct Answers {
    has_result: bool,
    errors: &'static [u16],
}

macro_rules! answers {
    () => {
        None
    };
    (none $errors:expr) => {
        Some(Answers { has_result: false, errors: &$errors })
    };
    (result $errors:expr) => {
        Some(Answers { has_result: true, errors: &$errors })
    };
}

macro_rules! operations {
    ($($value:literal $constant:ident $name:literal $(($alias:literal))? $($kind:ident $errors:expr)?;)*) => {
        impl Operation {
            $(
                #[doc = concat!($name, " (", stringify!($value), ").")]
                pub const $constant: Self = Self($value);
            )*

            /// All of them, in ascending order.
            pub const ALL: &[Self] = &[$(Self($value)),*];

            /// The standard's name. 80 to 82 have those of ECMA-242.
            pub const fn name(self) -> &'static str {
                match self.0 {
                    $($value => $name,)*
                    _ => "",
                }
            }

            /// The name that a later standard gives to the same value (80 to 82 in ECMA-347).
            pub const fn alias(self) -> Option<&'static str> {
                match self.0 {
                    $($($value => Some($alias),)?)*
                    _ => None,
                }
            }

            const fn answers(self) -> Option<Answers> {
                match self.0 {
                    $($value => answers!($($kind $errors)?),)*
                    _ => None,
                }
            }
        }
    };
}

// value, name, then whether there is a result, and the errors. Where the last two are left out they are not
// known here.
#[rustfmt::skip]
operations! {
    0 CALLING_NAME "callingName" none [];
    1 CALLED_NAME "calledName" none [];
    2 CONNECTED_NAME "connectedName" none [];
    3 BUSY_NAME "busyName" none [];
    4 PATH_REPLACE_PROPOSE "pathReplacePropose" none [3, 1000, 10, 1002, 1003, 1004, 1005, 1006, 1001, 1008];
    5 PATH_REPLACE_SETUP "pathReplaceSetup" result [1002, 1003, 1004, 1005, 1000, 1008];
    6 PATH_REPLACE_RETAIN "pathReplaceRetain" result [3, 1000, 10, 1002, 1003, 1004, 1005, 1006, 1008];
    7 CALL_TRANSFER_IDENTIFY "callTransferIdentify" result [3, 7, 1008, 10];
    8 CALL_TRANSFER_ABANDON "callTransferAbandon" none [];
    9 CALL_TRANSFER_INITIATE "callTransferInitiate" result [3, 7, 1004, 1005, 1006, 1008, 10];
    10 CALL_TRANSFER_SETUP "callTransferSetup" result [3, 7, 1004, 1005, 1008, 10];
    11 CALL_TRANSFER_ACTIVE "callTransferActive" none [];
    12 CALL_TRANSFER_COMPLETE "callTransferComplete" none [];
    13 CALL_TRANSFER_UPDATE "callTransferUpdate" none [];
    14 SUBADDRESS_TRANSFER "subaddressTransfer" none [];
    15 ACTIVATE_DIVERSION_Q "activateDiversionQ" result [0, 3, 6, 8, 11, 12, 14, 15, 1000, 1007, 1008];
    16 DEACTIVATE_DIVERSION_Q "deactivateDiversionQ" result [0, 3, 6, 1000, 1007, 1008];
    17 INTERROGATE_DIVERSION_Q "interrogateDiversionQ" result [0, 3, 6, 1000, 1007, 1008];
    18 CHECK_RESTRICTION "checkRestriction" result [3, 6, 12, 14, 1008];
    19 CALL_REROUTEING "callRerouteing" result [0, 3, 11, 12, 14, 15, 24, 10, 1008];
    20 DIVERTING_LEG_INFORMATION1 "divertingLegInformation1" none [];
    21 DIVERTING_LEG_INFORMATION2 "divertingLegInformation2" none [];
    22 DIVERTING_LEG_INFORMATION3 "divertingLegInformation3" none [];
    23 CFNR_DIVERTED_LEG_FAILED "cfnrDivertedLegFailed" none [];
    27 CCNR_REQUEST "ccnrRequest" result [1010, 1011, 1008, 10];
    28 CC_CANCEL "ccCancel" none [];
    29 CC_EXEC_POSSIBLE "ccExecPossible" none [];
    30 CC_PATH_RESERVE "ccPathReserve" result [1012, 1013, 1014, 1008];
    31 CC_RINGOUT "ccRingout" none [1012, 1013, 1008];
    32 CC_SUSPEND "ccSuspend" none [];
    33 CC_RESUME "ccResume" none [];
    34 CALL_OFFER_REQUEST "callOfferRequest" result [3, 1009, 1000, 10, 1008];
    35 DO_NOT_DISTURB_ACTIVATE_Q "doNotDisturbActivateQ" result [0, 3, 6, 8, 1000, 10, 1008];
    36 DO_NOT_DISTURB_DEACTIVATE_Q "doNotDisturbDeactivateQ" result [0, 3, 6, 43, 1000, 10, 1008];
    37 DO_NOT_DISTURB_INTERROGATE_Q "doNotDisturbInterrogateQ" result [0, 3, 6, 1000, 10, 1008];
    38 DO_NOT_DISTURB_OVERRIDE_Q "doNotDisturbOverrideQ" none [];
    39 DO_NOT_DISTURB_OVR_EXECUTE_Q "doNotDisturbOvrExecuteQ" result [3, 1000, 10, 1008];
    40 CCBS_REQUEST "ccbsRequest" result [1010, 1011, 1008, 10];
    41 PATH_RETAIN "pathRetain" none [];
    42 SERVICE_AVAILABLE "serviceAvailable" none [];
    43 CALL_INTRUSION_REQUEST "callIntrusionRequest" result [3, 1009, 1000, 1007, 1008, 10];
    44 CALL_INTRUSION_GET_CIPL "callIntrusionGetCIPL" result [];
    45 CALL_INTRUSION_ISOLATE "callIntrusionIsolate" result [3, 1008, 10];
    46 CALL_INTRUSION_FORCED_RELEASE "callIntrusionForcedRelease" result [3, 1008, 10];
    47 CALL_INTRUSION_WOB_REQUEST "callIntrusionWOBRequest" result [3, 1008, 10];
    48 CALL_INTRUSION_COMPLETED "callIntrusionCompleted" none [];
    49 CFB_OVERRIDE "cfbOverride" none [];
    50 LOC_UPDATE "locUpdate";
    51 LOC_DELETE "locDelete";
    52 LOC_DE_REG "locDeReg";
    53 PISN_ENQUIRY "pisnEnquiry";
    54 WTMI_ENQUIRY "wtmiEnquiry";
    55 WTMI_DIVERT "wtmiDivert";
    56 WTMI_INFORM "wtmiInform";
    57 RECALL_ALERTING "recallAlerting" none [];
    58 RECALL_ANSWERED "recallAnswered" none [];
    59 CHARGE_REQUEST "chargeRequest";
    60 GET_FINAL_CHARGE "getFinalCharge";
    61 AOC_FINAL "aocFinal";
    62 AOC_INTERIM "aocInterim";
    63 AOC_RATE "aocRate";
    64 AOC_COMPLETE "aocComplete";
    65 AOC_DIV_CHARGE_REQ "aocDivChargeReq";
    66 CINT_LEG_INFORMATION1 "cintLegInformation1" none [];
    67 CINT_LEG_INFORMATION2 "cintLegInformation2" none [];
    68 CINT_CONDITION "cintCondition" none [];
    69 CINT_DISABLE "cintDisable" none [];
    70 CINT_ENABLE "cintEnable" none [];
    71 WTMO_CALL "wtmoCall";
    72 AUTH_WTM_USER "authWtmUser";
    73 GET_WTAT_PARAM "getWtatParam";
    74 WTAT_PARAM_ENQ "wtatParamEnq";
    75 GET_WTAN_PARAM "getWtanParam";
    76 WTAN_PARAM_ENQ "wtanParamEnq";
    77 TRANSFER_AUTH_PARAM "transferAuthParam";
    78 SYNCHRONIZATION_REQUEST "synchronizationRequest";
    79 SYNCHRONIZATION_INFO "synchronizationInfo";
    80 MWI_ACTIVATE "mWIActivate" ("mCMNewMsg") result [0, 6, 8, 1008];
    81 MWI_DEACTIVATE "mWIDeactivate" ("mCMNoNewMsg") result [0, 6, 8, 1008];
    82 MWI_INTERROGATE "mWIInterrogate" ("mCMUpdateReq") result [0, 6, 8, 1008];
    84 CMN_REQUEST "cmnRequest" result [];
    85 CMN_INFORM "cmnInform" none [];
    86 PATH_REPLACE_INVITE "pathReplaceInvite" none [3, 1000, 10, 1002, 1003, 1004, 1005, 1006, 1001, 1008];
    87 CALL_INTERRUPTION_REQUEST "callInterruptionRequest" none [];
    88 CALL_PROTECTION_REQUEST "callProtectionRequest" none [];
    89 PUM_REGISTR "pumRegistr";
    90 PUM_DEL_REG "pumDelReg";
    91 PUM_DE_REG "pumDe-reg";
    92 PUM_INTERROG "pumInterrog";
    93 PUMI_ENQUIRY "pumiEnquiry";
    94 PUMI_DIVERT "pumiDivert";
    95 PUMI_INFORM "pumiInform";
    96 PUMO_CALL "pumoCall";
    97 GET_RRC_INF "getRRCInf";
    98 LOC_INFO_CHECK "locInfoCheck";
    99 SSCT_INITIATE "ssctInitiate" result [3, 7, 1004, 1006, 1008, 10];
    100 SSCT_SETUP "ssctSetup" none [];
    101 SSCT_POST_DIAL "ssctPostDial" none [];
    102 SSCT_DIGIT_INFO "ssctDigitInfo" none [];
    103 DISPLAY "display";
    104 KEYPAD "keypad";
    105 CALL_IDENTIFICATION_ASSIGN "callIdentificationAssign";
    106 CALL_IDENTIFICATION_UPDATE "callIdentificationUpdate";
    107 SMS_SUBMIT "smsSubmit";
    108 SMS_DELIVER "smsDeliver";
    109 SMS_STATUS_REPORT "smsStatusReport";
    110 SMS_COMMAND "smsCommand";
    111 SC_ALERT "scAlert";
    112 MC_REQUEST "mCRequest";
    113 MC_INFORM "mCInform";
    114 MC_ALERTING "mCAlerting";
    115 MCM_UPDATE "mCMUpdate";
    116 MCM_SERVICE "mCMService";
    117 MCM_INTERROGATE "mCMInterrogate";
    118 MCMAILBOX_FULL "mCMailboxFull";
    119 MID_MAILBOX_AUTH "mIDMailboxAuth";
    120 MID_MAILBOX_ID "mIDMailboxID";
}

impl Operation {
    /// The operation of that local value; `None` if no standard assigns it.
    pub fn new(value: i32) -> Option<Self> {
        u8::try_from(value).ok().map(Self).filter(|operation| !operation.name().is_empty())
    }

    /// The operation of that value, local or 1.3.12.9.n.
    pub fn from_code(code: &Code<'_>) -> Option<Self> {
        match code {
            Code::Local(value) => Self::new(*value),
            Code::Global(oid) => match oid.as_contents() {
                [0x2B, 0x0C, 0x09, value @ 0x00..=0x7F] => Self::new(i32::from(*value)),
                _ => None,
            },
        }
    }

    /// The local value, 0 to 120.
    pub const fn value(self) -> u8 {
        self.0
    }

    /// Whether it has a result; `None` where that is not known here.
    pub fn has_result(self) -> Option<bool> {
        self.answers().map(|answers| answers.has_result)
    }

    /// Its errors; `None` where they are not known here.
    pub fn errors(self) -> Option<impl Iterator<Item = ErrorValue>> {
        let errors = self.answers()?.errors;
        Some(errors.iter().filter_map(|value| ErrorValue::new(i32::from(*value))))
    }
}

impl fmt::Display for Operation {
    /// `ccbsRequest`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, self.name())
    }
}

#[cfg(test)]
mod tests {
    use qsig_ber::Oid;

    use super::*;

    #[test]
    fn values_and_object_identifiers_name_the_same_operation() {
        let global = |contents: &'static [u8]| {
            Operation::from_code(&Code::Global(Oid::from_contents(contents).unwrap()))
        };
        assert_eq!(Operation::new(40), Some(Operation::CCBS_REQUEST));
        assert_eq!(global(&[0x2B, 0x0C, 0x09, 40]), Some(Operation::CCBS_REQUEST));
        assert_eq!(global(&[0x2B, 0x0C, 0x08, 40]), None);
        assert_eq!(global(&[0x2B, 0x0C, 0x09]), None);
        assert_eq!(global(&[0x2B, 0x0C, 0x09, 0x81, 40]), None);
        assert_eq!(global(&[0x2B, 0x0C, 0x09, 40, 0]), None);
    }

    #[test]
    fn values_that_no_standard_assigns_are_no_operations() {
        let unassigned: alloc::vec::Vec<_> =
            (-1..=122).filter(|value| Operation::new(*value).is_none()).collect();
        assert_eq!(unassigned, [-1, 24, 25, 26, 83, 121, 122]);
        assert_eq!(Operation::new(40 + 256), None);
    }

    #[test]
    fn every_error_in_the_table_is_an_error() {
        let answers = |operation: &Operation| operation.answers();
        let values = Operation::ALL.iter().filter_map(answers).flat_map(|answers| answers.errors);
        for value in values {
            assert!(ErrorValue::new((*value).into()).is_some(), "{value}");
        }
        let errors: alloc::vec::Vec<_> =
            Operation::CC_PATH_RESERVE.errors().unwrap().map(ErrorValue::name).collect();
        assert_eq!(
            errors,
            ["remoteUserBusyAgain", "failureToMatch", "failedDueToInterworking", "unspecified"]
        );
    }
}
