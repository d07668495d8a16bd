//! The schema of qsig-rose and a codec of somebody else, made from the same ASN.1 modules, read and write the same octets.
//!
//! All types of the modules are held, with values of all kinds but these: a CHOICE without a tag is never left out before
//! another field, which rasn cannot read; a default is never sent, which rasn leaves out; times are of UTC and to the
//! second, the only form that rasn writes. A SET OF is compared in any order.
#![forbid(unsafe_code)]
#![cfg(test)]

#[allow(
    warnings,
    clippy::all,
    clippy::pedantic,
    missing_docs,
    reason = "made by rasn-compiler, in its own style"
)]
mod codec {
    include!(concat!(env!("OUT_DIR"), "/codec.rs"));
}
mod stranger;
mod value;

use qsig_rose::{
    Value,
    schema::{Encoded, Type},
};

use stranger::again;
use value::{Dice, sorted};

/// How many values of each type are made.
const VALUES: usize = 200;

/// Makes values of a type, writes them with the schema, has the stranger read and write them, and reads that. Says what
/// differs.
fn compare(of: &'static Type, dice: &mut Dice) -> Result<(), String> {
    for _ in 0..VALUES {
        let tree = dice.value(of);
        let ours = Encoded::from_value(of, &tree).map_err(|error| format!("{error} in {tree:?}"))?;
        let theirs = again(of.name, ours.octets()).map_err(|error| format!("{error} for {ours:?}"))?;
        let element = qsig_ber::Reader::new(&theirs).read().map_err(|error| error.to_string())?;
        let back = Encoded::parse(of, &element).map_err(|error| format!("{error} in {theirs:02x?}"))?;
        if sorted(back.to_value()) != sorted(tree) || theirs.len() != ours.octets().len() {
            return Err(format!("{ours:?} became {theirs:02x?}"));
        }
    }
    Ok(())
}

#[test]
fn a_stranger_reads_what_the_schema_writes_and_the_schema_reads_what_the_stranger_writes() {
    let mut dice = Dice(0x5EED_0F01);
    let names: Vec<&str> = Type::all().map(|of| of.name).collect();
    for of in Type::all() {
        compare(of, &mut dice).unwrap_or_else(|what| panic!("{}: {what}", of.name));
    }
    let mut known = stranger::KNOWN.to_vec();
    known.sort_unstable();
    assert_eq!(names, known, "the list in stranger.rs is of other types than asn1/");
}

#[test]
fn a_changed_octet_is_noticed() {
    let of = Type::named("PRProposeArg").unwrap();
    let number = Value::object([("dataPartyNumber", Value::Text("4711".into()))]);
    let tree = Value::object([("callIdentity", Value::Text("12".into())), ("rerouteingNumber", number)]);
    let mut octets = Encoded::from_value(of, &tree).unwrap().octets().to_vec();
    assert_eq!(again(of.name, &octets), Ok(octets.clone()));
    // A tag that no alternative has.
    octets[6] = 0x86;
    assert!(again(of.name, &octets).is_err());
}
