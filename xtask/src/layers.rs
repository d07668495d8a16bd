//! One way through: a crate uses only the crates below it. ARCHITECTURE.md shows the picture.

use cargo_metadata::{DependencyKind, MetadataCommand};

const CODECS: &[&str] = &["qsig-core", "qsig-hdlc", "qsig-lapd", "qsig-q931", "qsig-ber", "qsig-rose"];

/// Each library and what it may use. What is not listed here may use anything.
const ALLOWED: &[(&str, &[&str])] = &[
    ("qsig-core", &[]),
    ("qsig-hdlc", &["qsig-core"]),
    ("qsig-lapd", &["qsig-core"]),
    ("qsig-q931", &["qsig-core"]),
    ("qsig-ber", &["qsig-core"]),
    ("qsig-rose", &["qsig-ber", "qsig-core"]),
    ("qsig-call", &["qsig-q931", "qsig-core"]),
    ("qsig-cc", &["qsig-rose", "qsig-core"]),
    (
        "qsig-pinx",
        &[
            "qsig-core",
            "qsig-hdlc",
            "qsig-lapd",
            "qsig-q931",
            "qsig-ber",
            "qsig-rose",
            "qsig-call",
            "qsig-cc",
        ],
    ),
    ("qsig-capture", CODECS),
    ("qsig-link", &["qsig-core", "qsig-hdlc", "qsig-lapd"]),
    ("pinx-config", &["qsig-core", "qsig-call", "qsig-link", "qsig-pinx"]),
];

/// Programs and tests: free to use every library.
const FREE: &[&str] = &["pinx", "qsig-laws", "qsig-testkit", "pinx-tests", "pinx-asn1-tests", "xtask"];

pub(crate) fn check() -> Result<(), String> {
    let metadata = MetadataCommand::new()
        .manifest_path(crate::root().join("Cargo.toml"))
        .no_deps()
        .exec()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    let ours: Vec<&str> = metadata.packages.iter().map(|package| package.name.as_str()).collect();
    let mut wrong = Vec::new();
    for package in &metadata.packages {
        let name = package.name.as_str();
        let used = package
            .dependencies
            .iter()
            .filter(|dependency| dependency.kind != DependencyKind::Development)
            .map(|dependency| dependency.name.as_str())
            .filter(|dependency| ours.contains(dependency));
        match ALLOWED.iter().find(|(of, _)| *of == name) {
            Some((_, allowed)) => wrong.extend(
                used.filter(|dependency| !allowed.contains(dependency))
                    .map(|dependency| format!("{name} may not use {dependency}")),
            ),
            None if FREE.contains(&name) => {}
            None => wrong
                .push(format!("{name} has no place yet: add it to xtask/src/layers.rs and ARCHITECTURE.md")),
        }
    }
    if wrong.is_empty() {
        println!("layers: {} crates, every arrow points down", ours.len());
        return Ok(());
    }
    Err(wrong.join("\nxtask: "))
}
