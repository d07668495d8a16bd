//! The Facility information element: header, components, arguments and results.

use std::fmt::Write;

use serde_json::{Map, Value as Json};

use crate::compare::{Comparison, boolean, each, members, named, number, octets};

const ENTITIES: &[(i64, &str)] = &[(0, "endPINX"), (1, "anyTypeOfPINX")];
const INTERPRETATIONS: &[(i64, &str)] = &[
    (0, "discardAnyUnrecognisedInvokePdu"),
    (1, "clearCallIfAnyInvokePduNotRecognised"),
    (2, "rejectAnyUnrecognisedInvokePdu"),
];
const PUBLIC_TYPES: &[(i64, &str)] = &[
    (0, "unknown"),
    (1, "internationalNumber"),
    (2, "nationalNumber"),
    (3, "networkSpecificNumber"),
    (4, "subscriberNumber"),
    (6, "abbreviatedNumber"),
];
const PRIVATE_TYPES: &[(i64, &str)] = &[
    (0, "unknown"),
    (1, "level2RegionalNumber"),
    (2, "level1RegionalNumber"),
    (3, "pISNSpecificNumber"),
    (4, "localNumber"),
    (6, "abbreviatedNumber"),
];
/// The operations and errors of these captures, from the standards of their services.
const OPERATIONS: &[(i64, &str)] = &[
    (0, "callingName"),
    (27, "ccnrRequest"),
    (28, "ccCancel"),
    (29, "ccExecPossible"),
    (30, "ccPathReserve"),
    (31, "ccRingout"),
    (32, "ccSuspend"),
    (33, "ccResume"),
    (40, "ccbsRequest"),
];
const ERRORS: &[(i64, &str)] = &[
    (1010, "shortTermRejection"),
    (1011, "longTermRejection"),
    (1012, "remoteUserBusyAgain"),
    (1013, "failureToMatch"),
];

pub(crate) fn compare(comparison: &mut Comparison, frame: &Json, ie: usize, theirs: &Json) {
    let header = &frame["facility"][ie];
    let empty = Vec::new();
    let apdus = frame["rose"].as_array().unwrap_or(&empty);
    let apdus: Vec<&Json> = apdus.iter().filter(|apdu| apdu["ie"] == ie).collect();
    for (name, value) in members(theirs) {
        match name {
            "q932.pp" => comparison.same("protocolProfile", &header["protocolProfile"], &number(value)),
            "q932.NetworkFacilityExtension_element" => {
                let extension: Map<String, Json> = members(value)
                    .map(|(name, value)| {
                        (name.trim_start_matches("q932.").to_owned(), named(value, ENTITIES))
                    })
                    .collect();
                let ours = &header["networkFacilityExtension"];
                comparison.same("networkFacilityExtension", ours, &Json::Object(extension));
            }
            "q932.InterpretationComponent" => {
                comparison.same("interpretation", &header["interpretation"], &named(value, INTERPRETATIONS));
            }
            "q932.ros.ROS" => {
                let kinds = [(1, "invoke"), (2, "returnResult"), (3, "returnError"), (4, "reject")];
                let theirs = each(value).iter().map(|kind| named(kind, &kinds)).collect();
                let ours = apdus.iter().map(|apdu| apdu["type"].clone()).collect();
                comparison.same("component types", &ours, &theirs);
            }
            "q932.ros.ROS_tree" => {
                let components = each(value);
                for (ours, theirs) in apdus.iter().zip(components) {
                    component(comparison, ours, theirs);
                }
            }
            // Compared with the list of elements; the length is that of the components.
            "q932.ie.type" | "q932.ie.len" => {}
            other => comparison.unknown(other),
        }
    }
}

fn component(comparison: &mut Comparison, ours: &Json, theirs: &Json) {
    for (name, value) in members(theirs) {
        match name {
            "q932.ros.invoke_element" | "q932.ros.returnResult_element" | "q932.ros.returnError_element" => {
                fields(comparison, ours, value);
            }
            "qsig" => qsig(comparison, ours, value),
            other => comparison.unknown(other),
        }
    }
}

fn fields(comparison: &mut Comparison, ours: &Json, theirs: &Json) {
    for (name, value) in members(theirs) {
        match name {
            "q932.ros.invokeId_tree" => {
                comparison.same("invoke_id", &ours["invoke_id"], &number(&value["q932.ros.present"]));
            }
            "q932.ros.opcode_tree" => {
                comparison.same("local", &ours["local"], &number(&value["q932.ros.local"]));
                comparison.same("op", &ours["op"], &named(&value["q932.ros.local"], OPERATIONS));
            }
            "q932.ros.errcode_tree" => {
                comparison.same("local", &ours["local"], &number(&value["q932.ros.local"]));
                comparison.same("error", &ours["error"], &named(&value["q932.ros.local"], ERRORS));
            }
            "q932.ros.result_element" => fields(comparison, ours, value),
            // Which alternative: the tree says it again. Argument and result are compared with their fields.
            "q932.ros.invokeId" | "q932.ros.opcode" | "q932.ros.errcode" | "q932.ros.argument"
            | "q932.ros.result" => {}
            other => comparison.unknown(other),
        }
    }
}

/// The argument or result as tshark has read it.
fn qsig(comparison: &mut Comparison, ours: &Json, theirs: &Json) {
    for (name, value) in members(theirs) {
        match name {
            "qsig.operation" | "qsig.error" => comparison.same("local", &ours["local"], &number(value)),
            // The arc of the service, which is not sent.
            "qsig.service" => {}
            "qsig.cc.CcRequestArg_element"
            | "qsig.cc.CcOptionalArg_tree"
            | "qsig.cc.CcExtension_tree"
            | "qsig.na.NameArg_tree" => tree(comparison, "argument", &ours["argument"], &shaped(value)),
            "qsig.cc.CcRequestRes_element" => tree(comparison, "result", &ours["result"], &shaped(value)),
            "qsig.cc.CcOptionalArg" | "qsig.cc.CcExtension" | "qsig.na.NameArg" => {}
            other => comparison.unknown(other),
        }
    }
}

/// Compares trees member by member, so that each leaf counts.
fn tree(comparison: &mut Comparison, path: &str, ours: &Json, theirs: &Json) {
    match (ours, theirs) {
        (Json::Object(mine), Json::Object(other)) => {
            let names = |object: &Map<String, Json>| object.keys().cloned().collect::<Vec<_>>().into();
            comparison.same(path, &names(mine), &names(other));
            for (name, value) in other {
                tree(comparison, &format!("{path}.{name}"), &ours[name], value);
            }
        }
        _ => comparison.same(path, ours, theirs),
    }
}

/// A tree of tshark in the shape of ours: `X_tree` and `X_element` are X, and the number of the alternative that
/// stands beside an `X_tree` goes.
fn shaped(theirs: &Json) -> Json {
    let mut object = Map::new();
    for (name, value) in members(theirs) {
        let bare = name.trim_start_matches("qsig.").trim_start_matches("cc.").trim_start_matches("na.");
        if theirs.get(format!("{name}_tree")).is_some() && bare != "service" || bare == "service_tree" {
            continue;
        }
        let bare = bare.trim_end_matches("_tree").trim_end_matches("_element");
        let leaf = match bare {
            "retain_sig_connection" | "can_retain_service" | "no_path_reservation" | "retain_service" => {
                boolean(value)
            }
            "service" => octets(value),
            "none"
            | "presentationRestricted"
            | "numberNotAvailableDueToInterworking"
            | "nameNotAvailable" => Json::Null,
            "publicTypeOfNumber" => named(value, PUBLIC_TYPES),
            "privateTypeOfNumber" => named(value, PRIVATE_TYPES),
            "namePresentationAllowedSimple" => hex(value.as_str().unwrap_or_default().as_bytes()).into(),
            _ if value.is_object() => shaped(value),
            _ => value.clone(),
        };
        let ours = match bare {
            "retain_sig_connection" | "can_retain_service" | "no_path_reservation" | "retain_service" => {
                bare.replace('_', "-")
            }
            _ => bare.to_owned(),
        };
        object.insert(ours, leaf);
    }
    Json::Object(object)
}

fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::new(), |mut text, octet| {
        write!(text, "{octet:02x}").unwrap();
        text
    })
}
