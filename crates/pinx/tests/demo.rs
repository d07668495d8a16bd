//! `pinx demo` as a user runs it, and its captures as tshark sees them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what is wrong by failing"
)]

use std::{
    collections::BTreeSet,
    path::Path,
    process::{Command, Output},
};

const SCENARIOS: [(&str, &[&str]); 6] = [
    (
        "ccbs-suspend-resume",
        &["ccbsRequest", "ccExecPossible", "ccSuspend", "ccResume", "ccRingout", "ccCancel"],
    ),
    ("ccbs-release", &["ccbsRequest", "ccExecPossible", "ccRingout", "ccCancel"]),
    ("ccnr", &["ccnrRequest", "ccExecPossible", "ccRingout", "ccCancel"]),
    ("cancel-by-a", &["ccbsRequest", "ccCancel"]),
    ("t3-expiry", &["ccbsRequest", "ccExecPossible", "ccCancel"]),
    ("local", &[]),
];

fn demo(arguments: &[&str], capture: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_pinx"))
        .arg("demo")
        .args(arguments)
        .arg("--pcap")
        .arg(capture)
        .output()
        .unwrap()
}

fn tshark(arguments: &[&str], capture: &Path) -> String {
    let output = Command::new("tshark")
        .arg("-r")
        .arg(capture)
        .args(arguments)
        .output()
        .expect("tshark is needed: run `cargo xtask test --install`");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_scenario_passes_in_every_profile_the_same_each_time() {
    let folder = tempfile::tempdir().unwrap();
    for (scenario, operations) in SCENARIOS {
        for profile in ["qsig", "cisco"] {
            let capture = folder.path().join("demo.pcapng");
            let arguments = ["--scenario", scenario, "--profile", profile];
            let first = demo(&arguments, &capture);
            let transcript = String::from_utf8(first.stdout).unwrap();
            assert!(first.status.success(), "{transcript}");
            assert_eq!(transcript.lines().last().unwrap(), format!("PASS {}", capture.display()));
            let octets = std::fs::read(&capture).unwrap();
            let second = demo(&arguments, &capture);
            assert_eq!(
                String::from_utf8(second.stdout).unwrap(),
                transcript,
                "{scenario} {profile}: another transcript"
            );
            assert_eq!(std::fs::read(&capture).unwrap(), octets, "{scenario} {profile}: another capture");
            for operation in operations {
                assert!(transcript.contains(operation), "{scenario} {profile}: no {operation} on the ladder");
            }
        }
    }
}

#[test]
fn tshark_finds_nothing_malformed_or_unknown_in_any_capture() {
    let folder = tempfile::tempdir().unwrap();
    for (scenario, operations) in SCENARIOS {
        for profile in ["qsig", "cisco"] {
            let capture = folder.path().join(format!("{scenario}-{profile}.pcapng"));
            assert!(demo(&["--scenario", scenario, "--profile", profile], &capture).status.success());
            let faults = tshark(
                &["-Y", "_ws.malformed || _ws.expert", "-T", "fields", "-e", "frame.number"],
                &capture,
            );
            assert_eq!(faults, "", "{scenario} {profile}: frames that tshark does not like");
            let tree = tshark(&["-V"], &capture);
            let unknown: Vec<_> = tree
                .lines()
                .filter(|line| line.to_lowercase().contains("unknown"))
                // The numbers of a private network are of unknown plan and type: that is their value.
                .filter(|line| !line.contains(": Unknown (0x0") && !line.contains("unknownPartyNumber"))
                .collect();
            assert!(unknown.is_empty(), "{scenario} {profile}: {unknown:?}");
            let named: BTreeSet<_> =
                tree.lines().filter_map(|line| line.trim().strip_prefix("Facility  INV: ")).collect();
            for operation in operations {
                assert!(
                    named.contains(operation),
                    "{scenario} {profile}: tshark names {named:?}, not {operation}"
                );
            }
        }
    }
}

#[test]
fn what_cannot_be_is_said_with_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("no/such/folder/demo.pcapng");
    let failed = demo(&[], &nowhere);
    assert_eq!(failed.status.code(), Some(1));
    let said = String::from_utf8(failed.stdout).unwrap();
    assert!(said.contains("FAIL") && said.contains("--pcap FILE"), "{said}");
    let wrong = demo(&["--scenario", "ccbs"], &nowhere);
    assert_eq!(wrong.status.code(), Some(2));
    let said = String::from_utf8(wrong.stderr).unwrap();
    assert!(said.contains("ccbs-suspend-resume") && said.contains("t3-expiry"), "{said}");
}

#[test]
fn an_invoke_id_is_used_once_on_a_call_reference() {
    let folder = tempfile::tempdir().unwrap();
    let capture = folder.path().join("demo.pcapng");
    assert!(demo(&["--scenario", "ccbs-release"], &capture).status.success());
    let decoded =
        Command::new(env!("CARGO_BIN_EXE_pinx")).args(["decode", "--json"]).arg(&capture).output().unwrap();
    let mut invokes = BTreeSet::new();
    for line in String::from_utf8(decoded.stdout).unwrap().lines() {
        let frame: serde_json::Value = serde_json::from_str(line).unwrap();
        for component in frame["rose"].as_array().unwrap() {
            if component["type"] == "invoke" {
                let call = &frame["q931"]["call_ref"];
                let invoke = format!("{} {call} {}", frame["direction"], component["invoke_id"]);
                assert!(invokes.insert(invoke), "twice: {line}");
            }
        }
    }
    assert!(invokes.len() >= 8, "{invokes:?}");
}
