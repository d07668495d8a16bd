//! `pinx decode --json` held against tshark: every capture is read by both, and what they say is compared value by
//! value. Nothing that tshark shows of a frame is passed over, except what only repeats another value. Where tshark is not
//! to be followed the difference stands in `differences.txt`. `cargo xtask oracle` prints the counts field by field.
#![cfg(test)]

mod compare;
mod differences;
mod facility;
mod lapd;
mod q931;
mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use compare::Comparison;
use differences::Known;
use serde_json::Value as Json;
use table::Table;

fn captures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../captures")
}

/// Every capture that has the words of tshark beside it and is of a D-channel, in the order of the names.
fn held() -> Vec<PathBuf> {
    let mut folders = vec![captures()];
    let mut paths = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("containers") {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "pcap")
                && path.with_extension("tshark.json").exists()
            {
                paths.push(path);
            }
        }
    }
    paths.sort();
    paths
}

/// Where a capture is below `captures`, without its ending.
fn name(capture: &Path) -> String {
    let below = capture.strip_prefix(captures()).unwrap().with_extension("");
    below.to_string_lossy().into_owned()
}

/// The frames as our program reads them.
fn decoded(capture: &Path) -> Vec<Json> {
    let output =
        Command::new(env!("CARGO_BIN_EXE_pinx")).args(["decode", "--json"]).arg(capture).output().unwrap();
    assert!(output.status.success(), "{}: {}", capture.display(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The frames as tshark has read them.
fn oracle(capture: &Path) -> Vec<Json> {
    let text = fs::read_to_string(capture.with_extension("tshark.json")).unwrap();
    let Json::Array(frames) = serde_json::from_str(&text).unwrap() else { panic!("no list of frames") };
    frames
}

fn compare(ours: &[Json], theirs: &[Json]) -> Comparison {
    let mut comparison = Comparison::default();
    comparison.same("number of frames", &ours.len().into(), &theirs.len().into());
    for (number, (ours, theirs)) in (1..).zip(ours.iter().zip(theirs)) {
        comparison.at(number);
        frame(&mut comparison, ours, &theirs["_source"]["layers"]);
    }
    comparison
}

fn frame(comparison: &mut Comparison, ours: &Json, theirs: &Json) {
    comparison.same("errors", &ours["errors"], &Json::Array(Vec::new()));
    for (layer, theirs) in compare::members(theirs) {
        match layer {
            "frame" => lapd::frame(comparison, ours, theirs),
            "lapd" => lapd::compare(comparison, ours, theirs),
            "tei_management" => lapd::tei_management(comparison, ours, theirs),
            "q931" => q931::compare(comparison, ours, theirs),
            other => comparison.unknown(other),
        }
    }
    comparison.same("has q931", &ours["q931"].is_object().into(), &theirs["q931"].is_object().into());
}

#[test]
fn every_capture_reads_as_tshark_reads_it() {
    let paths = held();
    assert!(paths.len() >= 63, "only {} captures", paths.len());
    let known = Known::read();
    let mut table = Table::default();
    let mut differences = Vec::new();
    for path in &paths {
        let name = name(path);
        let result = compare(&decoded(path), &oracle(path));
        assert!(result.compared.len() > 15, "{name}: only {} values", result.compared.len());
        for field in &result.compared {
            let row = table.row(field);
            row.compared += 1;
            row.agreeing += 1;
        }
        for difference in &result.differences {
            let row = table.row(&difference.field);
            row.agreeing -= 1;
            if known.has(&name, difference) {
                row.listed += 1;
            } else {
                let compare::Difference { frame, field, words } = difference;
                differences.push(format!("{name}, frame {frame}: {field}: {words}"));
            }
        }
    }
    println!("{table}\n{} captures", paths.len());
    assert!(table.sum().compared > 40_000, "only {} values", table.sum().compared);
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
    let idle = known.idle();
    assert!(idle.is_empty(), "not needed any more, take them out of differences.txt:\n{}", idle.join("\n"));
}

#[test]
fn a_changed_octet_is_seen() {
    let original = captures().join("libpri/03-ccbs-retained.pcap");
    let theirs = oracle(&original);
    let octets = fs::read(&original).unwrap();
    // What stands in the file, what is put there instead, and what must be said to differ.
    let changes: [(&[u8], &[u8], &str); 9] = [
        (&[0x02, 0x01, 0x7F], &[0x02, 0x01, 0x6F], "lapd p_f"),
        (&[8, 2, 0, 1, 5], &[8, 2, 0, 9, 5], "call_ref"),
        (&[8, 2, 0x80, 1, 0x45], &[8, 2, 0x80, 1, 0x5A], "message"),
        (&[8, 2, 0x81, 0x91], &[8, 2, 0x81, 0x90], "cause"),
        (&[0x18, 3, 0xA9, 0x83, 0x81], &[0x18, 3, 0xA9, 0x83, 0x82], "channel"),
        (&[2, 1, 1, 2, 1, 40], &[2, 1, 1, 2, 1, 27], "local"),
        (&[2, 1, 1, 2, 1, 40], &[2, 1, 7, 2, 1, 40], "invoke_id"),
        (&[0x80, 4, 0x36, 0x30, 0x30, 0x31], &[0x80, 4, 0x36, 0x30, 0x30, 0x32], "numberB"),
        (&[0x8D, 1, 1], &[0x8D, 1, 0], "retain-sig-connection"),
    ];
    let folder = tempfile::tempdir().unwrap();
    for (position, (from, to, word)) in changes.iter().enumerate() {
        let at = octets.windows(from.len()).position(|window| window == *from).unwrap();
        let mut changed = octets.clone();
        changed[at..at + to.len()].copy_from_slice(to);
        let copy = folder.path().join(format!("{position}.pcap"));
        fs::write(&copy, changed).unwrap();
        let result = compare(&decoded(&copy), &theirs);
        assert!(
            result.differences.iter().any(|difference| difference.field.contains(word)),
            "{word}: {:?}",
            result.differences
        );
    }
}

#[test]
fn a_missing_frame_is_seen() {
    let path = captures().join("libpri/03-ccbs-retained.pcap");
    let (mut ours, theirs) = (decoded(&path), oracle(&path));
    ours.pop();
    let differences = compare(&ours, &theirs).differences;
    assert!(differences.iter().any(|difference| difference.field == "number of frames"), "{differences:?}");
}
