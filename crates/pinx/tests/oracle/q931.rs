//! The message and its information elements.

use serde_json::{Value as Json, json};

use crate::compare::{Comparison, boolean, each, last, members, named, number, octets};
use crate::facility;

/// Q.931 4.4, as far as QSIG has the message, and REGISTER of Q.932.
const MESSAGES: &[(i64, &str)] = &[
    (0x01, "ALERTING"),
    (0x02, "CALL PROCEEDING"),
    (0x03, "PROGRESS"),
    (0x05, "SETUP"),
    (0x07, "CONNECT"),
    (0x0D, "SETUP ACKNOWLEDGE"),
    (0x0F, "CONNECT ACKNOWLEDGE"),
    (0x45, "DISCONNECT"),
    (0x46, "RESTART"),
    (0x4D, "RELEASE"),
    (0x4E, "RESTART ACKNOWLEDGE"),
    (0x5A, "RELEASE COMPLETE"),
    (0x60, "SEGMENT"),
    (0x62, "FACILITY"),
    (0x6E, "NOTIFY"),
    (0x64, "REGISTER"),
    (0x75, "STATUS ENQUIRY"),
    (0x7B, "INFORMATION"),
    (0x7D, "STATUS"),
];

const CODING: &[(i64, &str)] = &[(0, "itu"), (1, "iso"), (2, "national"), (3, "network")];
const CAPABILITIES: &[(i64, &str)] = &[(0, "speech"), (8, "unrestricted-digital"), (16, "3.1-khz-audio")];
const PLANS: &[(i64, &str)] = &[(0, "unknown"), (1, "public"), (9, "private")];
const TYPES: &[(i64, &str)] =
    &[(0, "unknown"), (1, "international"), (2, "national"), (3, "network-specific"), (4, "subscriber")];
const PRESENTATION: &[(i64, &str)] = &[(0, "allowed"), (1, "restricted"), (2, "not-available")];
const SCREENING: &[(i64, &str)] = &[
    (0, "user-not-screened"),
    (1, "user-verified-passed"),
    (2, "user-verified-failed"),
    (3, "network-provided"),
];
const LOCATIONS: &[(i64, &str)] =
    &[(0, "user"), (1, "private-local"), (2, "public-local"), (4, "public-remote"), (5, "private-remote")];

const SENDING_COMPLETE: i64 = 0xA1;

pub(crate) fn compare(comparison: &mut Comparison, ours: &Json, theirs: &Json) {
    let message = &ours["q931"];
    let mut elements = Vec::new();
    for (name, value) in members(theirs) {
        match name {
            "q931.message_type" => comparison.same("message", &message["message"], &named(value, MESSAGES)),
            "q931.call_ref" => {
                let reference = octets(value).as_str().and_then(|hex| i64::from_str_radix(hex, 16).ok());
                comparison.same("call_ref", &message["call_ref"], &reference.into());
            }
            "q931.call_ref_flag" => {
                comparison.same("call_ref_flag", &message["call_ref_flag"], &number(value));
            }
            // Without the one nothing is read, and the other shows in the value.
            "q931.disc" | "q931.call_ref_len" => {}
            // The name of the protocol, once for each Facility information element.
            "q932" => {
                let count = ours["facility"].as_array().map(Vec::len);
                comparison.same(
                    "number of Facility information elements",
                    &count.into(),
                    &each(value).len().into(),
                );
            }
            // A single octet: there is nothing in it.
            "q931.sending_complete" => elements.push((SENDING_COMPLETE.into(), name, value)),
            _ => {
                for element in each(value) {
                    if id(element).is_null() {
                        comparison.unknown(name);
                    } else {
                        elements.push((id(element), name, element));
                    }
                }
            }
        }
    }
    let ids = elements.iter().map(|(id, _, _)| id.clone()).collect();
    let nothing = Vec::new();
    let listed = message["ies"].as_array().unwrap_or(&nothing);
    let our_ids = listed.iter().map(|element| element["id"].clone()).collect();
    comparison.same("information elements", &our_ids, &ids);
    let mut facilities = 0;
    for (ours_is, (_, title, theirs_is)) in listed.iter().zip(elements) {
        // tshark shows a shift as an element of its own, and there is none.
        comparison.same("codeset", &ours_is["codeset"], &0.into());
        if theirs_is.get("q932.ie.type").is_some() {
            facility::compare(comparison, ours, facilities, title, theirs_is);
            facilities += 1;
        } else {
            element(comparison, ours_is, theirs_is);
        }
    }
}

fn id(element: &Json) -> Json {
    element.get("q931.information_element").or_else(|| element.get("q932.ie.type")).map_or(Json::Null, number)
}

fn element(comparison: &mut Comparison, ours: &Json, theirs: &Json) {
    let is_cause = ours["id"] == 8;
    for (name, value) in members(theirs) {
        let value = last(value);
        let (field, value) = match name {
            "q931.information_element_len" => {
                let length = ours["octets"].as_str().map(|hex| hex.len() / 2);
                comparison.same("length", &length.into(), &number(value));
                continue;
            }
            "q931.coding_standard" if ours["coding_standard"].is_null() => {
                // Of Channel identification only the code of ITU-T is taken.
                ("coding_standard", if named(value, CODING) == "itu" { Json::Null } else { json!("not itu") })
            }
            "q931.coding_standard" => ("coding_standard", named(value, CODING)),
            "q931.bearer_capability.data" => ("octets", octets(value)),
            "q931.information_transfer_capability" => ("transfer_capability", named(value, CAPABILITIES)),
            "q931.transfer_mode" => ("transfer_mode", named(value, &[(0, "circuit"), (2, "packet")])),
            "q931.information_transfer_rate" => ("transfer_rate", number(value)),
            "q931.uil1" => ("layer_1", named(value, &[(2, "mu-law"), (3, "a-law")])),
            "q931.channel.interface_type" => ("interface", named(value, &[(0, "basic"), (1, "primary")])),
            "q931.channel.exclusive" => ("exclusive", boolean(value)),
            "q931.channel.dchan" => ("d_channel", boolean(value)),
            "q931.channel.selection" => {
                ("selection", named(value, &[(0, "none"), (1, "indicated"), (3, "any")]))
            }
            "q931.channel.map" => ("slot_map", boolean(value)),
            "q931.channel.number" => ("channel", number(value)),
            "q931.numbering_plan" => ("numbering_plan", named(value, PLANS)),
            "q931.number_type" => ("type_of_number", named(value, TYPES)),
            "q931.presentation_ind" => ("presentation", named(value, PRESENTATION)),
            "q931.screening_ind" => ("screening", named(value, SCREENING)),
            "q931.calling_party_number.digits"
            | "q931.called_party_number.digits"
            | "e164.calling_party_number.digits"
            | "e164.called_party_number.digits"
            | "e164.msisdn"
            | "q931.connected_number.digits" => ("digits", value.clone()),
            "q931.cause_location" if is_cause => ("location", named(value, LOCATIONS)),
            "q931.progress_indicator.location" => ("location", named(value, LOCATIONS)),
            "q931.progress_indicator.description" => ("description", number(value)),
            "q931.display_information" => ("text", value.clone()),
            "q931.data" | "q931.date_time" => ("octets", octets(value)),
            "q931.cause_value" => ("cause", number(value)),
            "q931.call_state" => ("call_state", number(value)),
            "q931.channel.interface_id_present" => {
                comparison.same("interface_id", &ours["interface_id"].is_number().into(), &boolean(value));
                continue;
            }
            // Octets that have only one legal value, and the identifier, which is compared with the list.
            "q931.information_element"
            | "q931.extension_ind"
            | "q931.layer_ident"
            | "q931.channel.element_type" => continue,
            other => {
                comparison.unknown(other);
                continue;
            }
        };
        comparison.same(field, &ours[field], &value);
    }
}
