//! `pinx init` and `pinx check` as they are called.
#![allow(clippy::unwrap_used, reason = "tests say what is wrong by failing")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

fn pinx(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_pinx")).current_dir(folder).args(arguments).output().unwrap()
}

fn status(output: &Output) -> Option<i32> {
    output.status.code()
}

#[test]
fn a_pair_that_was_written_passes_the_check() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(status(&pinx(folder.path(), &["init", "--pair"])), Some(0));
    for name in ["milan", "rome"] {
        let output = pinx(folder.path(), &["check", "-c", &format!("{name}.toml")]);
        let said = String::from_utf8(output.stdout.clone()).unwrap();
        assert_eq!(status(&output), Some(0), "{said}");
        assert!(said.contains(&format!("node {name}, driven at unix:{name}.sock")), "{said}");
        assert!(said.contains("1 trunk, 1 route, 3 extensions"), "{said}");
    }
    let again = pinx(folder.path(), &["init", "--pair"]);
    assert_eq!(status(&again), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("--force"));
    assert_eq!(status(&pinx(folder.path(), &["init", "--pair", "--force"])), Some(0));
}

#[test]
fn standard_output_and_a_file_are_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let shown = pinx(folder.path(), &["init", "--peer", "libpri"]);
    assert_eq!(status(&pinx(folder.path(), &["init", "--peer", "libpri", "-o", "node.toml"])), Some(0));
    assert_eq!(fs::read(folder.path().join("node.toml")).unwrap(), shown.stdout);
    assert_eq!(status(&pinx(folder.path(), &["check", "-c", "node.toml"])), Some(0));
}

#[test]
fn mistakes_come_with_their_lines_and_status_1() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("bad.toml"), "[node]\nname = \"milan\"\nguard = \"5s\"\n[trnk]\n").unwrap();
    let output = pinx(folder.path(), &["check", "-c", "bad.toml"]);
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(status(&output), Some(1), "{said}");
    assert!(said.starts_with("bad.toml:3:1: ") && said.contains("\nbad.toml:4:2: "), "{said}");
    assert!(said.ends_with("bad.toml: 2 mistakes\n"), "{said}");

    let absent = pinx(folder.path(), &["check", "-c", "absent.toml"]);
    assert_eq!(status(&absent), Some(1));
    assert!(String::from_utf8_lossy(&absent.stderr).contains("pinx init"));
    // Without -c both take the same file.
    for command in ["check", "run"] {
        let output = pinx(folder.path(), &[command]);
        assert!(String::from_utf8_lossy(&output.stderr).contains("pinx.toml: "), "{command}: {output:?}");
        assert_eq!(status(&output), Some(1));
    }
    assert_eq!(status(&pinx(folder.path(), &["check", "milan.toml"])), Some(2), "wrong use");
}
