//! Operations of public networks that come in the same information element as those of QSIG.

use qsig_ber::{Element, Tag};
use qsig_rose::{
    Argument, Component, Header, Problem, Profile, Refused, ResultValue,
    cc::{CcExtension, OptionalArg},
};

use crate::outline::Outline;

/// An operation that is not one of QSIG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Foreign {
    /// Whose it is.
    pub(crate) family: Family,
    /// Its name there.
    pub(crate) name: &'static str,
}

/// Whose an operation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// European public networks.
    Etsi,
    /// National ISDN 2 of North America.
    Ni2,
}

impl Family {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Etsi => "ETSI",
            Self::Ni2 => "NI2",
        }
    }
}

/// The operation of a component that is not taken as one of QSIG.
///
/// An object identifier says whose it is. A local value of ETSI may be one of QSIG, too: it is ETSI's where the header is
/// that of public networks, and the value is not of QSIG's type.
pub(crate) fn of_refused(header: &Header, refused: &Refused<'_>) -> Option<Foreign> {
    let of_a_type = [
        Problem::UNRECOGNIZED_OPERATION,
        Problem::RESULT_UNRECOGNIZED_INVOCATION,
        Problem::MISTYPED_ARGUMENT,
        Problem::MISTYPED_RESULT,
    ];
    if !refused.problem.is_some_and(|problem| of_a_type.contains(&problem)) {
        return None;
    }
    let code = Outline::of(refused.octets).code?;
    by_identifier(&code).or_else(|| by_value(header, &code))
}

/// The operation of a component that QSIG would take, and that is one of ETSI nevertheless: a NULL fits many types, so that
/// only the header tells a charge that is not available from ccResume.
pub(crate) fn of_taken(header: &Header, component: &Component<'_>) -> Option<Foreign> {
    let (operation, is_null) = match component {
        Component::Invoke(invoke) => (invoke.operation, is_null_argument(&invoke.argument)),
        Component::ReturnResult(result) => {
            let result = result.result.as_ref()?;
            (result.operation, is_null_result(&result.value))
        }
        Component::ReturnError(_) | Component::Reject(_) => return None,
    };
    if is_null && is_public(header) { etsi_value(operation.value().into()) } else { None }
}

fn is_null_argument(argument: &Argument<'_>) -> bool {
    match argument {
        Argument::CcExtension(CcExtension::None)
        | Argument::CcOptional(OptionalArg::Extension(CcExtension::None)) => true,
        Argument::Encoded(argument) => argument.octets() == NULL,
        _ => false,
    }
}

fn is_null_result(result: &ResultValue<'_>) -> bool {
    match result {
        ResultValue::CcExtension(CcExtension::None) => true,
        ResultValue::Encoded(result) => result.octets() == NULL,
        _ => false,
    }
}

const NULL: [u8; 2] = [5, 0];

/// Whether it is the header that public networks send: the ROSE profile and nothing else. QSIG sends networking
/// extensions, though it takes this one.
fn is_public(header: &Header) -> bool {
    header.profile == Profile::Rose
        && header.extension.is_none()
        && header.network_protocol_profile.is_none()
        && header.interpretation.is_none()
}

fn by_value(header: &Header, code: &Element<'_>) -> Option<Foreign> {
    let local = code.is(Tag::INTEGER) && is_public(header);
    local.then(|| code.integer().ok()).flatten().and_then(etsi_value)
}

fn by_identifier(code: &Element<'_>) -> Option<Foreign> {
    if !code.is(Tag::OBJECT_IDENTIFIER) {
        return None;
    }
    let oid = code.oid().ok()?;
    let arcs: Vec<u64> = oid.arcs().collect();
    let (value, prefix) = arcs.split_last()?;
    let (family, _, names) = IDENTIFIERS.iter().find(|(_, arcs, _)| *arcs == prefix)?;
    let (_, name) = names.iter().find(|(number, _)| number == value)?;
    Some(Foreign { family: *family, name })
}

fn etsi_value(value: i32) -> Option<Foreign> {
    let (_, name) = ETSI_VALUES.iter().find(|(number, _)| *number == value)?;
    Some(Foreign { family: Family::Etsi, name })
}

/// Local values. EN 300 130 (malicious calls), 300 369 (explicit transfer), 300 207 (diversion), 300 182 (advice of charge).
const ETSI_VALUES: &[(i32, &str)] = &[
    (3, "mCIDRequest"),
    (6, "ectExecute"),
    (7, "activationDiversion"),
    (8, "deactivationDiversion"),
    (9, "activationStatusNotificationDiv"),
    (10, "deactivationStatusNotificationDiv"),
    (11, "interrogationDiversion"),
    (12, "diversionInformation"),
    (13, "callDeflection"),
    (14, "callRerouteing"),
    (15, "divertingLegInformation2"),
    (17, "interrogateServedUserNumbers"),
    (18, "divertingLegInformation1"),
    (19, "divertingLegInformation3"),
    (30, "chargingRequest"),
    (31, "aOCSCurrency"),
    (32, "aOCSSpecialArr"),
    (33, "aOCDCurrency"),
    (34, "aOCDChargingUnit"),
    (35, "aOCECurrency"),
    (36, "aOCEChargingUnit"),
];

type Identifiers = (Family, &'static [u64], &'static [(u64, &'static str)]);

/// Object identifiers without their last arc, and what that one says.
const IDENTIFIERS: &[Identifiers] = &[
    // EN 300 196, status request.
    (Family::Etsi, &[0, 4, 0, 196, 9], &[(1, "statusRequest")]),
    // EN 300 369, explicit call transfer.
    (
        Family::Etsi,
        &[0, 4, 0, 369, 1],
        &[
            (1, "explicitEctExecute"),
            (2, "requestSubaddress"),
            (3, "subaddressTransfer"),
            (4, "ectLinkIdRequest"),
            (5, "ectInform"),
            (6, "ectLoopTest"),
        ],
    ),
    // EN 300 359, completion of calls to busy subscriber.
    (
        Family::Etsi,
        &[0, 4, 0, 359, 1],
        &[
            (1, "callInfoRetain"),
            (2, "cCBSRequest"),
            (3, "cCBSDeactivate"),
            (4, "cCBSInterrogate"),
            (5, "cCBSErase"),
            (6, "cCBSRemoteUserFree"),
            (7, "cCBSCall"),
            (8, "cCBSStatusRequest"),
            (9, "cCBSBFree"),
            (10, "eraseCallLinkageID"),
            (11, "cCBSStopAlerting"),
        ],
    ),
    // The same between a public and a private network.
    (
        Family::Etsi,
        &[0, 4, 0, 359, 2],
        &[
            (1, "cCBS-T-Request"),
            (2, "cCBS-T-Call"),
            (3, "cCBS-T-Suspend"),
            (4, "cCBS-T-Resume"),
            (5, "cCBS-T-RemoteUserFree"),
            (6, "cCBS-T-Available"),
        ],
    ),
    // EN 301 065, completion of calls on no reply.
    (Family::Etsi, &[0, 4, 0, 1065, 1], &[(1, "cCNRRequest"), (2, "cCNRInterrogate")]),
    (Family::Etsi, &[0, 4, 0, 1065, 2], &[(1, "cCNR-T-Request")]),
    // EN 300 745, message waiting.
    (Family::Etsi, &[0, 4, 0, 745, 1], &[(1, "mWIActivate"), (2, "mWIDeactivate"), (3, "mWIIndicate")]),
    (Family::Ni2, &[1, 2, 840, 10005, 0], &[(4, "informationFollowing"), (8, "initiateTransfer")]),
];
