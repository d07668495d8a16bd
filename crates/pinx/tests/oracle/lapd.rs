//! Time, direction and the LAPD frame.

use serde_json::Value as Json;

use crate::compare::{Comparison, members, number};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

pub(crate) fn frame(comparison: &mut Comparison, ours: &Json, theirs: &Json) {
    comparison.same("frame", &ours["frame"], &number(&theirs["frame.number"]));
    comparison.same("time", &ours["time"], &time(&theirs["frame.time"]).into());
}

/// `Nov 21, 2026 20:36:40.325855000 UTC` as RFC 3339 with microseconds.
fn time(text: &Json) -> Option<String> {
    let mut words = text.as_str()?.split_whitespace();
    let (month, day, year, time) = (words.next()?, words.next()?, words.next()?, words.next()?);
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let day: u8 = day.trim_end_matches(',').parse().ok()?;
    Some(format!("{year}-{month:02}-{day:02}T{}Z", time.strip_suffix("000")?))
}

pub(crate) fn compare(comparison: &mut Comparison, ours: &Json, theirs: &Json) {
    let lapd = &ours["lapd"];
    for (name, value) in members(theirs) {
        match name {
            "lapd.direction" => {
                let direction = if value == "1" { "network-to-user" } else { "user-to-network" };
                comparison.same("direction", &ours["direction"], &direction.into());
            }
            "lapd.address_tree" => {
                for (name, value) in members(value) {
                    match name {
                        "lapd.sapi" => comparison.same("lapd sapi", &lapd["sapi"], &number(value)),
                        "lapd.tei" => comparison.same("lapd tei", &lapd["tei"], &number(value)),
                        "lapd.cr" => comparison.same("lapd cr", &lapd["cr"], &number(value)),
                        "lapd.ea1" | "lapd.ea2" => {}
                        other => comparison.unknown(other),
                    }
                }
            }
            "lapd.control_tree" => control(comparison, lapd, value),
            // The same again as one number.
            "lapd.address" | "lapd.control" => {}
            other => comparison.unknown(other),
        }
    }
}

/// What Q.921 5.3 puts into a UI frame to have a TEI assigned.
pub(crate) fn tei_management(comparison: &mut Comparison, ours: &Json, theirs: &Json) {
    let field = |name: &str| number(&theirs[name]).as_i64().unwrap_or_default();
    let (entity, reference) = (field("tei.entity"), field("tei.reference"));
    let (kind, action) = (field("tei.msg"), field("tei.action") << 1 | field("tei.extend"));
    let octets = format!("{entity:02x}{reference:04x}{kind:02x}{action:02x}");
    comparison.same("lapd information", &ours["lapd"]["information"], &octets.into());
}

fn control(comparison: &mut Comparison, ours: &Json, theirs: &Json) {
    // Of an I frame tshark shows P only when it is 1.
    let (mut p_f, mut ns, mut nr, mut kind) = (0.into(), Json::Null, Json::Null, "I".into());
    for (name, value) in members(theirs) {
        match name {
            "lapd.control.p" | "lapd.control.f" => p_f = number(value),
            "lapd.control.n_s" => ns = number(value),
            "lapd.control.n_r" => nr = number(value),
            "lapd.control.s_ftype" => kind = supervisory(value).into(),
            "lapd.control.u_modifier_cmd" => kind = command(value).into(),
            "lapd.control.u_modifier_resp" => kind = response(value).into(),
            "lapd.control.ftype" => {}
            other => comparison.unknown(other),
        }
    }
    comparison.same("lapd type", &ours["type"], &kind);
    comparison.same("lapd p_f", &ours["p_f"], &p_f);
    comparison.same("lapd ns", &ours["ns"], &ns);
    comparison.same("lapd nr", &ours["nr"], &nr);
}

/// Bits 4 and 3 of octet 3 where bits 2 and 1 are 01.
fn supervisory(value: &Json) -> Option<&'static str> {
    match number(value).as_i64()? {
        0 => Some("RR"),
        1 => Some("RNR"),
        2 => Some("REJ"),
        _ => None,
    }
}

/// Octet 3 without the poll bit, in units of 4.
fn command(value: &Json) -> Option<&'static str> {
    match number(value).as_i64()? << 2 {
        0x00 => Some("UI"),
        0x40 => Some("DISC"),
        0x6C => Some("SABME"),
        0xAC => Some("XID"),
        _ => None,
    }
}

fn response(value: &Json) -> Option<&'static str> {
    match number(value).as_i64()? << 2 {
        0x0C => Some("DM"),
        0x60 => Some("UA"),
        0x84 => Some("FRMR"),
        0xAC => Some("XID"),
        _ => None,
    }
}
