//! The schema of the operations, from the ASN.1 modules in `asn1/` to static data in qsig-rose.
#![allow(clippy::format_push_string, reason = "the text is made once, and reads better so than with write!")]

mod read;
mod types;
mod write;

use std::fs;

/// Writes the tables anew, or only says whether they are what the modules make.
pub(crate) fn run(check: bool) -> Result<(), String> {
    let root = crate::root();
    let file = root.join("crates/qsig-rose/src/schema/tables.rs");
    let definitions = read::folder(&root.join("asn1"))?;
    let text = write::tables(&definitions)?;
    let old = fs::read_to_string(&file).unwrap_or_default();
    if old == text {
        println!("schema: {} definitions, the tables are what asn1/ makes", definitions.len());
        return Ok(());
    }
    if check {
        return Err(format!("{} is not what asn1/ makes: run `cargo xtask schema`", file.display()));
    }
    fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
    println!("schema: {} definitions, tables written to {}", definitions.len(), file.display());
    Ok(())
}
