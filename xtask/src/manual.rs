//! The man pages and shell completions of pinx. The program writes them itself, from the definitions of its commands.

use std::process::Command;

pub(crate) fn write() -> Result<(), String> {
    let folder = crate::root().join("target/manual");
    let status = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package", "pinx", "--", "manual"])
        .arg(&folder)
        .current_dir(crate::root())
        .status()
        .map_err(|error| error.to_string())?;
    if !status.success() {
        return Err("pinx manual failed".into());
    }
    println!("manual: man pages and completions are in target/manual");
    Ok(())
}
