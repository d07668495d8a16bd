//! Frames of Q.921, which are printed field by field.

use qsig_core::Side;
use qsig_lapd::{Address, Control, Frame};

use super::super::{Taken, octets};

const NO_OCTETS: &str = "the octets of an INFO frame are not shown (debug isdn q931 shows its message)";

/// The octets of `SABMEp sapi=0 tei=0`, `RRf sapi = 0 tei = 64 nr = 3`, `INFOc ... ns = 0 nr = 0 i = 0x0801...`.
pub(super) fn frame(text: &str, sender: Side) -> Result<Vec<u8>, Taken> {
    let word = text.split_ascii_whitespace().next().unwrap_or_default();
    let name = word.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let letter = word.get(name.len()..).unwrap_or_default();
    let fields: String = text.split_ascii_whitespace().skip(1).collect();
    let field =
        |name: &str| number_after(&fields, name).ok_or(Taken::Refused("a field of the frame is not shown"));
    let p_f = matches!(letter, "p" | "f");
    let nr = || field("nr=");
    let (control, command) = match name {
        "INFO" => (Control::I { ns: field("ns=")?, nr: nr()?, p: p_f }, true),
        "RR" => (Control::Rr { nr: nr()?, p_f }, false),
        "RNR" => (Control::Rnr { nr: nr()?, p_f }, false),
        "REJ" => (Control::Rej { nr: nr()?, p_f }, false),
        "SABME" => (Control::Sabme { p: p_f }, true),
        "DISC" => (Control::Disc { p: p_f }, true),
        "UI" => (Control::Ui { p: p_f }, true),
        "UA" => (Control::Ua { f: p_f }, false),
        "DM" => (Control::Dm { f: p_f }, false),
        _ => return Err(Taken::Refused("a frame of this name is not put together")),
    };
    let command = match letter {
        "c" | "p" => true,
        "r" | "f" => false,
        _ => command,
    };
    let information = match (name, fields.split_once("i=0x")) {
        (_, Some((_, digits))) => octets(digits).ok_or(Taken::Broken)?,
        ("INFO" | "UI", None) => return Err(Taken::Refused(NO_OCTETS)),
        _ => Vec::new(),
    };
    let cr = command == (sender == Side::Network);
    let address = Address { sapi: field("sapi=")?, cr, tei: field("tei=")? };
    let mut out = Vec::new();
    Frame { address, control, information: &information }.emit(&mut out);
    Ok(out)
}

/// A number of at most 7 bits.
fn number_after(text: &str, name: &str) -> Option<u8> {
    let (_, rest) = text.split_once(name)?;
    let end = rest.find(|next: char| !next.is_ascii_digit()).unwrap_or(rest.len());
    rest.get(..end)?.parse().ok().filter(|number| *number < 128)
}
