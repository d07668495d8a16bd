//! A trace that nobody means well with: no view of it steers the terminal of who reads it.
#![cfg(test)]

use std::{fs, path::Path, process::Command};

use qsig_capture::{Format, Record, Trunk, Writer};
use qsig_core::{Side, is_steering};

/// Clears the screen, sets the title, and begins a line; the same as C1 controls; turns the writing direction.
const BAD: &str = "\u{1b}[2J\u{1b}]0;x\u{7}\n\u{9b}2J\u{202e}";

/// A file whose name is hostile, too.
const SECOND: &str = "two\u{1b}[2J\u{9b}.pcapng";

fn tag(tag: u8, contents: &[u8]) -> Vec<u8> {
    [&[tag, u8::try_from(contents.len()).unwrap()][..], contents].concat()
}

/// A SETUP whose numbers, display and name are hostile, as an I frame.
fn setup(reference: u8, ns: u8) -> Vec<u8> {
    let octets = &b"\x1b[2J\n\x9b1m"[..];
    let name = [&[2, 1, 12, 2, 1, 0][..], &tag(0x80, octets)].concat();
    let header = [0x9F, 0xAA, 0x06, 0x80, 0x01, 0x00, 0x82, 0x01, 0x00, 0x8B, 0x01, 0x00];
    let unknown = tag(0xA1, &[&[2, 1, 13, 2, 2, 3, 0xE7][..], &tag(0x0C, octets)].concat());
    let facility = [&header[..], &tag(0xA1, &name), &unknown].concat();
    let mut frame = vec![0, 1, ns << 1, 0, 8, 2, 0, reference, 5, 4, 3, 0x80, 0x90, 0xA3];
    frame.extend(tag(0x1C, &facility));
    frame.extend(tag(0x28, octets));
    for number in [0x6C, 0x70] {
        frame.extend(tag(number, &[&[0x80][..], octets].concat()));
    }
    frame.extend(tag(0x7E, octets));
    frame
}

fn write_all(folder: &Path) {
    for (file, name) in [("one.pcapng", BAD.to_owned()), (SECOND, format!("other {BAD}"))] {
        let trunk = Trunk { name, local: Side::Network };
        let mut writer = Writer::new(Vec::new(), Format::PcapNg, &trunk).unwrap();
        for (number, side) in (0_u8..).zip([Side::Network, Side::User, Side::Network]) {
            let time = 1_700_000_000_000_000 + u64::from(number);
            writer.write(&Record::new(time, side, setup(number + 1, number))).unwrap();
        }
        fs::write(folder.join(file), writer.finish().unwrap()).unwrap();
    }
    let log = format!(
        "PRI Span: {BAD} < [ 02 01 7f ]\nPRI Span: 1\u{1b}[2J < [ 02 01 7f ]\n< [ 02 {BAD} ]\n\
         ISDN \u{1b}[2J\u{202e}: TX -> \u{1b}[2JSETUP pd = 8 callref = 0x2E\n"
    );
    for name in ["libpri.log", "cisco.log", "hex.log"] {
        fs::write(folder.join(name), &log).unwrap();
    }
}

#[test]
fn no_view_of_a_hostile_trace_steers_a_terminal() {
    let folder = tempfile::tempdir().unwrap();
    write_all(folder.path());
    let captures = ["one.pcapng", SECOND];
    let mut shown = 0;
    for view in ["--tree", "--line", "--ladder", "--story", "--findings", "--stats"] {
        for mask in [&["--mask"][..], &[]] {
            for (input, files) in [
                ("pcap", &captures[..]),
                ("libpri", &["libpri.log"]),
                ("cisco", &["cisco.log"]),
                ("hex", &["hex.log"]),
            ] {
                let output = Command::new(env!("CARGO_BIN_EXE_pinx"))
                    .current_dir(folder.path())
                    .args(["decode", "--input", input, view])
                    .args(mask)
                    .args(files)
                    .output()
                    .unwrap();
                for text in [&output.stdout, &output.stderr] {
                    let text = str::from_utf8(text).unwrap();
                    let bad = text.chars().find(|letter| is_steering(*letter) && *letter != '\n');
                    assert_eq!(bad, None, "{view} of {files:?}:\n{text:?}");
                    shown += text.matches("\u{FFFD}[2J").count();
                }
            }
        }
    }
    assert!(shown > 0, "the hostile names were shown, and harmless");
}
