//! Every command block of the README and of `docs/` does what it says.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what is wrong by failing"
)]

use std::{
    fs,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The blocks of a page that are commands: those marked `sh`, and in the README also unmarked ones that begin with
/// `cargo run`.
fn blocks(page: &Path) -> Vec<String> {
    let text = fs::read_to_string(page).unwrap();
    let mut blocks = Vec::new();
    let mut parts = text.split("```");
    while let (Some(_), Some(block)) = (parts.next(), parts.next()) {
        let (mark, commands) = block.split_once('\n').unwrap();
        if mark == "sh" || (mark.is_empty() && commands.starts_with("cargo run")) {
            blocks.push(commands.replace("cargo run --release --", "pinx"));
        }
    }
    blocks
}

/// A folder where the captures are at hand.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let captures = root().join("captures").canonicalize().unwrap();
    std::os::unix::fs::symlink(captures, folder.path().join("captures")).unwrap();
    folder
}

/// Runs a block as a reader does, who has run those before it in the same folder.
fn run(page: &Path, block: &str, folder: &Path) {
    let programs = Path::new(env!("CARGO_BIN_EXE_pinx")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    // Nodes that a block leaves running end with its shell.
    let script = format!("set -e\ntrap 'kill $(jobs -p) 2>/dev/null || true; wait || true' EXIT\n{block}");
    let output = Command::new("bash")
        .args(["-c", &script])
        .current_dir(folder)
        .env("PATH", path)
        .stdin(Stdio::null())
        .process_group(0)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}:\n{block}\n{}{}",
        page.display(),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn every_command_block_runs() {
    let mut pages: Vec<PathBuf> = fs::read_dir(root().join("docs"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    pages.push(root().join("README.md"));
    pages.sort();
    let mut count = 0;
    for page in &pages {
        let folder = folder();
        for block in blocks(page) {
            run(page, &block, folder.path());
            count += 1;
        }
    }
    assert!(count >= 6, "only {count} blocks were found");
}

#[test]
fn every_link_between_pages_leads_somewhere() {
    let summary = fs::read_to_string(root().join("docs/SUMMARY.md")).unwrap();
    let links: Vec<_> = summary.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(links.len() >= 6);
    for link in links {
        assert!(root().join("docs").join(link).exists(), "docs/SUMMARY.md: {link}");
    }
}
