//! Every dependency has a licence that deny.toml allows.
//!
//! `cargo deny` reads the same file and checks more; this needs nothing installed.

use std::fs;

use cargo_metadata::MetadataCommand;

pub(crate) fn check() -> Result<(), String> {
    let file = crate::root().join("deny.toml");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let allowed = allowed(&text);
    if allowed.is_empty() {
        return Err("deny.toml allows no licence at all: look for `allow = [` in it".into());
    }
    let metadata = MetadataCommand::new()
        .manifest_path(crate::root().join("Cargo.toml"))
        .exec()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    let wrong: Vec<String> = metadata
        .packages
        .iter()
        .filter_map(|package| {
            let licence = package.license.as_deref().unwrap_or("no licence");
            let excepted = excepted(&text, package.name.as_str());
            let good = permits(licence, &allowed) || permits(licence, &excepted);
            (!good).then(|| format!("{} {}: {licence}", package.name, package.version))
        })
        .collect();
    if wrong.is_empty() {
        println!("licences: {} packages, all allowed by deny.toml", metadata.packages.len());
        return Ok(());
    }
    Err(format!("licences that deny.toml does not allow:\n  {}", wrong.join("\n  ")))
}

/// What `exceptions = [{ allow = [ ... ], crate = "..." }]` allows this package, each exception on one line.
fn excepted<'a>(deny: &'a str, package: &str) -> Vec<&'a str> {
    let of_package = format!("crate = \"{package}\"");
    let exceptions = deny.split_once("exceptions = [").map_or("", |(_, rest)| rest);
    exceptions.split('{').skip(1).find(|one| one.contains(&of_package)).map(allowed).unwrap_or_default()
}

/// The strings of `allow = [ ... ]`.
fn allowed(deny: &str) -> Vec<&str> {
    let list =
        deny.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    list.split('"').skip(1).step_by(2).collect()
}

/// Whether an SPDX expression can be met with the allowed licences: any side of an OR, all sides of an AND.
fn permits(expression: &str, allowed: &[&str]) -> bool {
    let flat = expression.replace(['(', ')'], " ").replace('/', " OR ");
    flat.split(" OR ").any(|side| side.split(" AND ").all(|licence| allowed.contains(&licence.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_met_by_one_side_of_or_and_all_sides_of_and() {
        let allowed = ["MIT", "Apache-2.0"];
        assert!(permits("GPL-2.0 OR MIT", &allowed));
        assert!(permits("MIT/Apache-2.0", &allowed));
        assert!(permits("MIT AND Apache-2.0", &allowed));
        assert!(!permits("MIT AND GPL-2.0", &allowed));
        assert!(!permits("no licence", &allowed));
    }

    #[test]
    fn an_exception_is_for_one_package_only() {
        let deny =
            "allow = [\"MIT\"]\nexceptions = [{ allow = [\"MPL-2.0\"], crate = \"serialport\" }]\n[bans]";
        assert_eq!(allowed(deny), ["MIT"]);
        assert_eq!(excepted(deny, "serialport"), ["MPL-2.0"]);
        assert!(excepted(deny, "other").is_empty());
    }
}
