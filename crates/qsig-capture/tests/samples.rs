//! The capture files of the project, read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by a panic, in its own functions, too"
)]

use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use qsig_capture::{LinkType, ReadError, Reader, Record};
use qsig_core::Side;

fn captures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../captures").join(folder)
}

fn read(path: &Path) -> Vec<Record> {
    let reader = Reader::new(BufReader::new(File::open(path).unwrap())).unwrap();
    reader.collect::<Result<_, _>>().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The sides of the frames as the list beside a libpri capture gives them. A is `network` where its first
/// SABME has C/R 1.
fn listed(path: &Path, a: Side) -> Vec<Side> {
    let lines = fs::read_to_string(path).unwrap();
    let side = |line: &str| if line.contains("A>B") { a } else { a.peer() };
    lines.lines().filter(|line| line.contains("A>B") || line.contains("B>A")).map(side).collect()
}

#[test]
fn every_libpri_capture_has_the_frames_and_directions_of_its_list() {
    let mut files = 0;
    for entry in fs::read_dir(captures("libpri")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "pcap") {
            continue;
        }
        files += 1;
        let records = read(&path);
        let sabme = records.iter().find(|record| record.octets.len() == 3 && record.octets[2] == 0x7F);
        let sabme = sabme.unwrap();
        let by_cr = if sabme.octets[0] & 2 == 2 { Side::Network } else { Side::User };
        assert_eq!(sabme.direction, Some(by_cr), "{}", path.display());
        let first = records[0].direction.unwrap();
        let list = path.with_extension("lines.txt");
        let first_is_a = fs::read_to_string(&list).unwrap().lines().next().unwrap().contains("A>B");
        let a = if first_is_a { first } else { first.peer() };
        let directions: Vec<_> = records.iter().filter_map(|record| record.direction).collect();
        assert_eq!(directions, listed(&list, a), "{}", path.display());
        assert!(records.iter().all(|record| record.missing == 0));
    }
    assert_eq!(files, 39);
}

#[test]
fn all_containers_hold_the_same_frames() {
    let folder = captures("containers");
    let reference = read(&folder.join("qsig-ccbs-retain-nsec.pcap"));
    assert_eq!(reference.len(), 37);
    assert_eq!(reference[0].octets, [0x00, 0x01, 0x7F]);
    assert_eq!(reference[0].direction, Some(Side::User));
    assert_eq!(reference[1].direction, Some(Side::Network));
    for name in ["qsig-ccbs-retain-bigendian.pcap", "qsig-ccbs-retain.pcapng"] {
        assert_eq!(read(&folder.join(name)), reference, "{name}");
    }
    let without_direction = read(&folder.join("qsig-ccbs-retain-link203.pcap"));
    assert!(without_direction.iter().all(|record| record.direction.is_none()));
    let octets = |records: &[Record]| records.iter().map(|record| record.octets.clone()).collect::<Vec<_>>();
    assert_eq!(octets(&without_direction), octets(&reference));
}

#[test]
fn a_pcapng_sample_describes_its_interface_when_its_first_record_is_read() {
    let file = File::open(captures("containers").join("qsig-ccbs-retain.pcapng")).unwrap();
    let mut reader = Reader::new(file).unwrap();
    assert!(reader.interfaces().is_empty());
    reader.next().unwrap().unwrap();
    assert_eq!(reader.interfaces()[0].link_type, LinkType::LinuxLapd);
}

#[test]
fn ethernet_and_text_are_refused() {
    let ethernet = File::open(captures("containers").join("qsig-ccbs-retain-iua.pcap")).unwrap();
    assert!(matches!(Reader::new(ethernet), Err(ReadError::NotDChannel { link_type: 1, .. })));
    let text = File::open(captures("containers").join("qsig-ccbs-retain.hex.txt")).unwrap();
    assert!(matches!(Reader::new(text), Err(ReadError::NotACapture { .. })));
}
