//! `pinx link-test` over lines that are good, and over lines that eat octets.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by a panic, in its own functions, too"
)]

use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value as Json;
use tempfile::TempDir;

fn link_test(folder: &Path, arguments: &[&str]) -> Output {
    let arguments = arguments.iter().map(|argument| argument.replace("DIR", folder.to_str().unwrap()));
    Command::new(env!("CARGO_BIN_EXE_pinx"))
        .args(["link-test", "--load", "1"])
        .args(arguments)
        .output()
        .unwrap()
}

/// Exit status and report.
fn report(folder: &Path, arguments: &[&str]) -> (Option<i32>, Json) {
    let output = link_test(folder, &[arguments, &["--json"]].concat());
    let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        panic!("{error}: {}", String::from_utf8_lossy(&output.stderr));
    });
    (output.status.code(), report)
}

/// The beginnings of what was found, each with the ways it holds for.
fn found(report: &Json) -> Vec<(String, usize)> {
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .map(|one| (one["what"].as_str().unwrap().to_owned(), one["ways"].as_array().unwrap().len()))
        .collect()
}

/// A line from `b.sock` to `a.sock` that does something to each octet.
fn line(wire: fn(u8) -> Vec<u8>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let a = folder.path().join("a.sock");
    let listener = UnixListener::bind(folder.path().join("b.sock")).unwrap();
    thread::spawn(move || {
        for near in listener.incoming() {
            let near = near.unwrap();
            let Ok(far) = UnixStream::connect(&a) else { continue };
            for (from, to) in [(&near, &far), (&far, &near)] {
                let (from, to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
                thread::spawn(move || carry(from, to, wire));
            }
        }
    });
    folder
}

fn carry(mut from: UnixStream, mut to: UnixStream, wire: fn(u8) -> Vec<u8>) {
    let mut octets = [0; 1_024];
    while let Ok(got) = from.read(&mut octets)
        && got > 0
    {
        let passed: Vec<u8> = octets[..got].iter().flat_map(|octet| wire(*octet)).collect();
        if to.write_all(&passed).is_err() {
            break;
        }
    }
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}

const BOTH: [&str; 4] = ["--link", "unix:DIR/a.sock", "--link", "unix:DIR/b.sock"];

#[test]
fn a_good_line_passes_in_both_framings_of_octets() {
    let folder = tempfile::tempdir().unwrap();
    for framing in ["hdlc-octets", "len16"] {
        let (status, report) = report(folder.path(), &["--link", "unix:DIR/x.sock", "--framing", framing]);
        assert_eq!((status, &report["passed"]), (Some(0), &Json::Bool(true)), "{report}");
        let checks = report["checks"].as_array().unwrap();
        assert_eq!(checks.len(), 30, "12 patterns, lengths, load and after the cut, both ways");
        assert!(checks.iter().all(|check| check["passed"] == true && check["sent"] == check["received"]));
        assert_eq!(report["cut_and_return"]["passed"], true);
        assert_eq!(found(&report), []);
    }
}

#[test]
fn a_line_that_eats_xon_is_found_out_and_escaping_mends_it() {
    let folder = line(|octet| if matches!(octet, 0x11 | 0x13) { vec![] } else { vec![octet] });
    let (status, report_of_bad) = report(folder.path(), &BOTH);
    assert_eq!(status, Some(1));
    assert_eq!(found(&report_of_bad), [("XON and XOFF (11, 13) are eaten on the way".to_owned(), 2)]);
    let (status, report) = report(folder.path(), &[&BOTH[..], &["--escape", "xon"]].concat());
    assert_eq!(status, Some(0), "{report}");
}

#[test]
fn a_line_of_seven_bits_is_found_out() {
    let folder = line(|octet| vec![octet & 0x7F]);
    let (status, report) = report(folder.path(), &BOTH);
    assert_eq!(status, Some(1));
    assert_eq!(found(&report), [("bit 8 is lost: octets from 80 to FF do not pass".to_owned(), 2)]);
}

#[test]
fn telnet_on_the_way_is_found_out() {
    let folder = line(|octet| if octet == 0xFF { vec![0xFF, 0xFF] } else { vec![octet] });
    let (status, report) = report(folder.path(), &BOTH);
    assert_eq!(status, Some(1));
    assert_eq!(found(&report), [("the octet FF is doubled or eaten".to_owned(), 2)]);
}

#[test]
fn a_dead_line_is_told_at_once() {
    let folder = line(|_| vec![]);
    let start = Instant::now();
    let output = link_test(folder.path(), &BOTH);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("a to b and b to a: nothing comes, not one octet."), "{text}");
    assert!(text.ends_with("FAIL 2 of 2 checks\n"), "{text}");
    assert!(start.elapsed() < Duration::from_secs(8));
}

struct Socat(Child);

impl Socat {
    fn between(a: &str, b: &str, appears: &[PathBuf]) -> Self {
        let child = Command::new("socat")
            .args([a, b])
            .stdin(Stdio::null())
            .spawn()
            .expect("socat: run `cargo xtask test --install` once");
        let start = Instant::now();
        while !appears.iter().all(|path| path.exists()) {
            assert!(start.elapsed() < Duration::from_secs(5), "socat is ready");
            thread::sleep(Duration::from_millis(5));
        }
        Self(child)
    }
}

impl Drop for Socat {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn two_serial_devices_and_a_loop_plug_pass() {
    let folder = tempfile::tempdir().unwrap();
    let [a, b] = ["a", "b"].map(|name| folder.path().join(name));
    let pty = |path: &Path| format!("pty,rawer,link={}", path.display());
    let cable = Socat::between(&pty(&a), &pty(&b), &[a.clone(), b.clone()]);
    let (status, report_of_two) =
        report(folder.path(), &["--link", "serial:DIR/a", "--link", "serial:DIR/b,9600"]);
    assert_eq!(status, Some(0), "{report_of_two}");
    drop(cable);
    let _plug = Socat::between(&pty(&a), "exec:cat", std::slice::from_ref(&a));
    let (status, report) = report(folder.path(), &["--link", "serial:DIR/a"]);
    assert_eq!(status, Some(0), "{report}");
    assert!(report["checks"].as_array().unwrap().iter().all(|check| check["way"] == "loop"));
}

#[test]
fn wrong_use_is_2_and_a_line_that_cannot_be_opened_is_1() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, status, told) in [
        (&["--link", "com1"][..], 2, "a link is tcp:ADDRESS:PORT"),
        (&["--link", "serial:DIR/a", "--link", "serial:DIR/a,9600"], 2, "the same device twice"),
        (&["--link", "serial:DIR/a", "--framing", "len16"], 2, "Choose hdlc-octets"),
        (&["--link", "tcp:192.0.2.1:1"], 2, "--insecure"),
        (&["--link", "serial:DIR/a", "--wait", "1"], 1, "end a is not up: cannot be reached"),
        (&["--link", "unix:DIR/no/a.sock"], 1, "is its folder there"),
    ] {
        let output = link_test(folder.path(), arguments);
        let text = [output.stdout, output.stderr].concat();
        let text = String::from_utf8_lossy(&text);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {text}");
        assert!(text.contains(told), "{arguments:?}: {text}");
    }
}
