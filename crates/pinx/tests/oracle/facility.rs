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
const REASONS: &[(i64, &str)] = &[(0, "unknown"), (1, "cfu"), (2, "cfb"), (3, "cfnr")];
const SERVICES: &[(i64, &str)] =
    &[(0, "allServices"), (1, "speech"), (2, "unrestrictedDigitalInformation"), (3, "audio3100Hz")];
const BILLING: &[(i64, &str)] = &[
    (0, "normalCharging"),
    (2, "creditCardCharging"),
    (3, "callForwardingUnconditional"),
    (4, "callForwardingBusy"),
    (5, "callForwardingNoReply"),
    (6, "callDeflection"),
    (7, "callTransfer"),
];

const ADVICE: &[(i64, &str)] = &[
    (0, "rate"),
    (1, "rateInterim"),
    (2, "rateFinal"),
    (3, "interim"),
    (4, "final"),
    (5, "interimFinal"),
    (6, "rateInterimFinal"),
];

/// Members of other services that are one of a list, as ECMA-174, 178, 242 and 251 number them.
const ENUMERATIONS: &[(&str, &[(i64, &str)])] = &[
    ("endDesignation", &[(0, "primaryEnd"), (1, "secondaryEnd")]),
    ("callStatus", &[(0, "answered"), (1, "alerting")]),
    (
        "screeningIndicator",
        &[(0, "userProvidedNotScreened"), (1, "userProvidedVerifiedAndPassed"), (3, "networkProvided")],
    ),
    ("procedure", &[(0, "cfu"), (1, "cfb"), (2, "cfnr")]),
    ("diversionReason", REASONS),
    ("originalDiversionReason", REASONS),
    ("basicService", SERVICES),
    ("specificMessageType", SERVICES),
    ("partyCategory", &[(0, "unknown"), (1, "extension")]),
    (
        "chargedItem",
        &[
            (0, "basicCommunication"),
            (1, "callAttempt"),
            (2, "callSetup"),
            (3, "userToUserInfo"),
            (4, "operationOfSupplementaryServ"),
        ],
    ),
    (
        "multiplier",
        &[
            (0, "oneThousandth"),
            (1, "oneHundredth"),
            (2, "oneTenth"),
            (3, "one"),
            (4, "ten"),
            (5, "hundred"),
            (6, "thousand"),
        ],
    ),
    (
        "scale",
        &[
            (0, "oneHundredthSecond"),
            (1, "oneTenthSecond"),
            (2, "oneSecond"),
            (3, "tenSeconds"),
            (4, "oneMinute"),
            (5, "oneHour"),
            (6, "twentyFourHours"),
        ],
    ),
    ("vRVolumeUnit", &[(0, "octet"), (1, "segment"), (2, "message")]),
    ("dChargingType", &[(0, "continuousCharging"), (1, "stepFunction")]),
    ("interimBillingId", &[(0, "normalCharging"), (2, "creditCardCharging")]),
    ("finalBillingId", BILLING),
    ("adviceModeCombination", ADVICE),
    ("AdviceModeCombination", ADVICE),
    (
        "diversionType",
        &[
            (0, "callForwardingUnconditional"),
            (1, "callForwardingBusy"),
            (2, "callForwardingNoReply"),
            (3, "callDeflection"),
        ],
    ),
];

/// `title` is what tshark calls the information element: it has the names of the operations.
pub(crate) fn compare(comparison: &mut Comparison, frame: &Json, ie: usize, title: &str, theirs: &Json) {
    let header = &frame["facility"][ie];
    let empty = Vec::new();
    let apdus = frame["rose"].as_array().unwrap_or(&empty);
    let apdus: Vec<&Json> = apdus.iter().filter(|apdu| apdu["ie"] == ie).collect();
    for (name, value) in members(theirs) {
        match name {
            "q932.pp" => comparison.same("protocolProfile", &header["protocolProfile"], &number(value)),
            "q932.NetworkFacilityExtension_element" => {
                let extension = extension(value);
                let ours = &header["networkFacilityExtension"];
                comparison.same("networkFacilityExtension", ours, &extension);
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
                let names: Vec<&str> =
                    title.split("  ").skip(1).map(|part| part.split(' ').next_back().unwrap()).collect();
                assert_eq!(names.len(), each(value).len(), "a name for each component: {title}");
                for ((ours, theirs), name) in apdus.iter().zip(each(value)).zip(names) {
                    component(comparison, ours, name, theirs);
                }
            }
            // Compared with the list of elements; the length is that of the components.
            "q932.ie.type" | "q932.ie.len" => {}
            other => comparison.unknown(other),
        }
    }
}

/// Entities and their addresses.
fn extension(theirs: &Json) -> Json {
    let mut extension = Map::new();
    for (name, value) in members(theirs) {
        let bare = name.trim_start_matches("q932.");
        match bare.strip_suffix("_tree") {
            Some(address) => {
                let numbers = members(value)
                    .map(|(name, value)| (name.trim_start_matches("q932.").to_owned(), value.clone()));
                extension.insert(address.to_owned(), Json::Object(numbers.collect()));
            }
            None if bare.ends_with("Address") => {}
            None => {
                extension.insert(bare.to_owned(), named(value, ENTITIES));
            }
        }
    }
    Json::Object(extension)
}

/// `name` is that of the operation, of the error or of the problem.
fn component(comparison: &mut Comparison, ours: &Json, name: &str, theirs: &Json) {
    for (member, value) in members(theirs) {
        match member {
            "q932.ros.invoke_element"
            | "q932.ros.returnResult_element"
            | "q932.ros.returnError_element"
            | "q932.ros.reject_element" => fields(comparison, ours, name, value),
            "qsig" | "isdn_sup" => service(comparison, ours, value),
            // An operation that tshark does not know: what it says of that, and the octets again.
            "_ws.expert" if value.get("q932.ros.undecoded").is_some() => {}
            "data" if is_raw(ours) => {}
            other => comparison.unknown(other),
        }
    }
}

fn fields(comparison: &mut Comparison, ours: &Json, title: &str, theirs: &Json) {
    for (name, value) in members(theirs) {
        match name {
            "q932.ros.invokeId_tree" => {
                let present = value.get("q932.ros.present").map_or(Json::Null, number);
                comparison.same("invoke_id", &ours["invoke_id"], &present);
            }
            "q932.ros.linkedId_tree" => {
                comparison.same("linked_id", &ours["linked_id"], &number(&value["q932.ros.present"]));
            }
            "q932.ros.opcode_tree" => code(comparison, ours, "op", title, value),
            "q932.ros.errcode_tree" => code(comparison, ours, "error", title, value),
            "q932.ros.problem_tree" => {
                let problem = members(value)
                    .map(|(name, value)| (name.trim_start_matches("q932.ros.").to_owned(), number(value)))
                    .collect();
                comparison.same("problem", &ours["problem"], &Json::Object(problem));
                comparison.same("problem_name", &ours["problem_name"], &title.into());
            }
            "q932.ros.result_element" => fields(comparison, ours, title, value),
            // What our program reads is compared with its fields.
            "q932.ros.argument" | "q932.ros.result" if is_raw(ours) => {
                let member = name.trim_start_matches("q932.ros.");
                comparison.same(&format!("{member} octets"), &encoded(&ours[member]).into(), &octets(value));
            }
            "q932.ros.argument" | "q932.ros.result" => {}
            // Which alternative: the tree says it again.
            "q932.ros.invokeId" | "q932.ros.linkedId" | "q932.ros.opcode" | "q932.ros.errcode"
            | "q932.ros.problem" => {}
            other => comparison.unknown(other),
        }
    }
}

/// The code of an operation or error: a number, which has a name, or an object identifier.
fn code(comparison: &mut Comparison, ours: &Json, what: &str, title: &str, theirs: &Json) {
    if let Some(oid) = theirs.get("q932.ros.global") {
        comparison.same("oid", &ours["oid"], oid);
    } else {
        comparison.same("local", &ours["local"], &number(&theirs["q932.ros.local"]));
        comparison.same(what, &ours[what], &title.into());
    }
}

/// Whether argument or result is of a service that our program does not read: tags and octets, as they are.
fn is_raw(ours: &Json) -> bool {
    ["argument", "result"].iter().any(|member| ours[member].get("class").is_some())
}

/// The octets of such a value, as hex, with lengths in the short form or the shortest of the long one.
fn encoded(value: &Json) -> String {
    let class =
        ["universal", "application", "context", "private"].iter().position(|it| value["class"] == *it);
    let (constructed, contents) = match &value["contents"] {
        Json::Array(items) => (0x20, items.iter().map(encoded).collect()),
        octets => (0, octets.as_str().unwrap().to_owned()),
    };
    let number = usize::try_from(value["tag"].as_u64().unwrap()).unwrap();
    let tag = (class.unwrap() << 6) | constructed | number;
    match contents.len() / 2 {
        length @ ..0x80 => format!("{tag:02x}{length:02x}{contents}"),
        length => format!("{tag:02x}81{length:02x}{contents}"),
    }
}

/// The argument or result as tshark has read it.
fn service(comparison: &mut Comparison, ours: &Json, theirs: &Json) {
    for (name, value) in members(theirs) {
        match name {
            "qsig.operation" | "qsig.error" | "isdn_sup.operation" | "isdn_sup.error" => {
                comparison.same("local", &ours["local"], &number(value));
            }
            // The arc of the service, which is not sent.
            "qsig.service" => {}
            // tshark reads further what is compared as octets.
            _ if is_raw(ours) => {}
            // The number of the alternative; the tree says it again.
            _ if theirs.get(format!("{name}_tree")).is_some() => {}
            "qsig.cf.IntResultList_tree" | "qsig.mcm.MCMUpdateReqRes_tree" => {
                let items = members(value).flat_map(|(_, items)| each(items)).map(shaped).collect();
                comparison.same("result", &ours["result"], &items);
            }
            _ if name.starts_with("qsig.") && (name.ends_with("_element") || name.ends_with("_tree")) => {
                let member = if ours["type"] == "returnResult" { "result" } else { "argument" };
                tree(comparison, member, &ours[member], &shaped(value));
            }
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
        let bare = name.rsplit('.').next().unwrap_or(name);
        if let Some((_, names)) = ENUMERATIONS.iter().find(|(member, _)| *member == bare) {
            object.insert(bare.to_owned(), named(value, names));
            continue;
        }
        if bare == "featureIdentifier" {
            object.insert(bare.to_owned(), bits(value, &theirs["ber.bitstring.padding"]).into());
            continue;
        }
        if theirs.get(format!("{name}_tree")).is_some() && bare != "service"
            || matches!(bare, "service_tree" | "featureIdentifier_tree" | "padding")
        {
            continue;
        }
        let bare = bare.trim_end_matches("_tree").trim_end_matches("_element");
        let leaf = match bare {
            "retain_sig_connection"
            | "can_retain_service"
            | "no_path_reservation"
            | "retain_service"
            | "presentationAllowedIndicator"
            | "remoteEnabled" => boolean(value),
            "service" | "basicCallInfoElements" => octets(value),
            "none"
            | "null"
            | "presentationRestricted"
            | "numberNotAvailableDueToInterworking"
            | "nameNotAvailable"
            | "chargeNotAvailable"
            | "freeOfCharge" => Json::Null,
            "publicTypeOfNumber" => named(value, PUBLIC_TYPES),
            "privateTypeOfNumber" => named(value, PRIVATE_TYPES),
            "namePresentationAllowedSimple" => hex(value.as_str().unwrap_or_default().as_bytes()).into(),
            "nameData" => hex(value.as_str().unwrap_or_default().as_bytes()).into(),
            "characterSet"
            | "diversionCounter"
            | "integer"
            | "currencyAmount"
            | "chargeIdentifier"
            | "specialChargingCode"
            | "lengthOfTimeUnit" => number(value),
            // Lists, whose items have the name of their type there.
            "aocSCurrencyInfoList" | "adviceModeCombinations" if value.is_object() => {
                let items = shaped(value);
                items.as_object().unwrap().values().flat_map(each).cloned().collect()
            }
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

/// A bit string, as a 0 or 1 for each bit.
fn bits(value: &Json, padding: &Json) -> String {
    let mut text = String::new();
    for octet in value.as_str().unwrap_or_default().split(':') {
        write!(text, "{:08b}", u8::from_str_radix(octet, 16).unwrap()).unwrap();
    }
    let padding = number(padding).as_u64().unwrap_or_default();
    text.truncate(text.len() - usize::try_from(padding).unwrap());
    text
}

fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::new(), |mut text, octet| {
        write!(text, "{octet:02x}").unwrap();
        text
    })
}
