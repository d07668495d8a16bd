//! Each limit at its edge: what is just as long as it may be is taken, and one more is not. `docs/limits.md` has them all.
#![cfg(test)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by a panic, in its own functions, too"
)]

use std::fmt::Write;

use qsig_capture::{ReadError, Reader, Record, Trace, TraceFormat};
use qsig_hdlc::{Damage, EscapeMap, OctetEncoder};

fn number(value: usize) -> [u8; 4] {
    u32::try_from(value).unwrap().to_le_bytes()
}

fn pcap(packet: usize) -> Vec<u8> {
    let header = [[0xD4, 0xC3, 0xB2, 0xA1], [2, 0, 4, 0], [0; 4], [0; 4], number(1 << 20), number(203)];
    let record = [[0; 4], [0; 4], number(packet), number(packet)];
    [header.concat(), record.concat(), vec![0; packet]].concat()
}

fn block(kind: usize, body: &[u8]) -> Vec<u8> {
    let length = number(body.len() + 12);
    [&number(kind)[..], &length, body, &length].concat()
}

fn section() -> Vec<u8> {
    let body = [&[0x4D, 0x3C, 0x2B, 0x1A, 1, 0, 0, 0][..], &[0xFF; 8]].concat();
    block(0x0A0D_0D0A, &body)
}

fn interface(name: &str) -> Vec<u8> {
    let mut body = [[203, 0, 0, 0], number(1 << 20)].concat();
    if !name.is_empty() {
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        body.extend([&[2, 0][..], &length, name.as_bytes(), &[0; 4][..(4 - name.len() % 4) % 4]].concat());
        body.extend([0; 4]);
    }
    block(1, &body)
}

/// An enhanced packet block of so many octets in all.
fn packet(octets: &[u8], whole: usize) -> Vec<u8> {
    let mut body = [[0; 4], [0; 4], [0; 4], number(octets.len()), number(octets.len())].concat();
    body.extend(octets);
    body.resize(body.len().next_multiple_of(4), 0);
    if whole > 0 {
        // A comment of many pieces, for one has 65,535 octets at most.
        while body.len() + 12 + 8 < whole {
            let length = (whole - body.len() - 12 - 8).min(60_000);
            body.extend(
                [&[1, 0][..], &u16::try_from(length).unwrap().to_le_bytes(), &vec![b'x'; length]].concat(),
            );
        }
        body.extend([0; 4]);
        body.resize(whole - 12, 0);
    }
    block(6, &body)
}

fn all(file: &[u8]) -> Vec<Result<Record, ReadError>> {
    Reader::new(file).unwrap().collect()
}

fn of_text(text: &str, format: TraceFormat) -> (Vec<Record>, Trace<'_>) {
    let mut trace = Trace::open(text.as_bytes(), Some(format)).unwrap();
    let records = trace.by_ref().filter_map(Result::ok).collect();
    (records, trace)
}

#[test]
fn a_packet_of_262_144_octets_is_taken_and_a_longer_one_ends_the_file() {
    assert_eq!(all(&pcap(262_144))[0].as_ref().unwrap().octets.len(), 262_144);
    let [Err(ReadError::Damaged { .. })] = all(&pcap(262_145))[..] else { panic!("it was taken") };
}

#[test]
fn a_block_of_327_680_octets_is_looked_into_and_a_longer_one_is_left_out() {
    let file = |whole: usize| {
        [section(), interface(""), packet(&[0, 1, 0x7F], whole), packet(&[0, 1, 0x73], 0)].concat()
    };
    let most = all(&file(327_680));
    assert_eq!(most.iter().filter(|record| record.is_ok()).count(), 2, "{most:?}");
    let more = all(&file(327_684));
    let [Err(ReadError::Packet { .. }), Ok(next)] = &more[..] else { panic!("{more:?}") };
    assert_eq!(next.octets, [0, 1, 0x73]);
}

#[test]
fn a_file_of_4096_interfaces_is_read_and_one_of_more_is_taken_for_broken() {
    let file = |count: usize| [section(), interface("").repeat(count), packet(&[0, 1, 0x7F], 0)].concat();
    assert!(matches!(all(&file(4_096))[..], [Ok(_)]));
    assert!(matches!(all(&file(4_097))[..], [Err(ReadError::Damaged { .. })]));
}

#[test]
fn a_name_of_an_interface_is_kept_up_to_255_octets_and_whole_letters() {
    let name = |name: &str| {
        let file = [section(), interface(name), packet(&[0, 1, 0x7F], 0)].concat();
        let mut reader = Reader::new(&file[..]).unwrap();
        assert!(reader.by_ref().all(|record| record.is_ok()));
        reader.interfaces()[0].name.clone().unwrap()
    };
    assert_eq!(name(&"x".repeat(255)).len(), 255);
    assert_eq!(name(&"x".repeat(256)).len(), 255);
    assert_eq!(name(&("x".repeat(254) + "é")), "x".repeat(254));
}

#[test]
fn a_line_of_16_384_octets_is_looked_at_and_a_longer_one_is_left_out() {
    let line = format!("U {}", "00".repeat(8_191));
    let (records, trace) = of_text(&line, TraceFormat::Hex);
    assert_eq!((records[0].octets.len(), trace.tally().left_out()), (8_191, 0));
    let long = line.clone() + " ";
    let (records, trace) = of_text(&long, TraceFormat::Hex);
    assert_eq!((records.len(), trace.tally().left_out()), (0, 1));
}

#[test]
fn a_frame_of_65_535_octets_is_put_together_of_lines_and_a_longer_one_is_not() {
    let dump = |octets: usize| {
        let mut text = String::new();
        for place in (0..octets).step_by(16) {
            let _ = writeln!(text, "{place:06x} {}", "00 ".repeat(16.min(octets - place)));
        }
        text + "U 00017f\n"
    };
    let lengths = |text: &str| -> Vec<usize> {
        of_text(text, TraceFormat::Hex).0.iter().map(|record| record.octets.len()).collect()
    };
    assert_eq!(lengths(&dump(65_535)), [65_535, 3]);
    assert_eq!(lengths(&dump(65_536)), [3]);
}

#[test]
fn the_interfaces_of_a_log_are_256_and_more_are_counted_to_the_last() {
    let log: String = (1..=258).fold(String::new(), |mut log, span| {
        let _ = writeln!(log, "PRI Span: {span} < [ 02 01 7f ]");
        log
    });
    let (records, trace) = of_text(&log, TraceFormat::Libpri);
    assert_eq!((records.len(), trace.interfaces().len()), (258, 256));
    let last: Vec<u32> = records.iter().skip(254).map(|record| record.interface).collect();
    assert_eq!(last, [254, 255, 255, 255]);
}

#[test]
fn a_frame_of_4096_octets_is_taken_from_a_line_and_a_longer_one_is_damage() {
    let stream = |octets: usize| {
        let mut line = Vec::new();
        OctetEncoder::new(EscapeMap::empty()).frame(&vec![0; octets], &mut line);
        line
    };
    let read = |line: &[u8]| {
        let mut trace = Trace::open(line, Some(TraceFormat::HdlcOctets)).unwrap();
        let lengths: Vec<_> = trace.by_ref().map(|record| record.unwrap().octets.len()).collect();
        let damaged: Vec<_> = trace.tally().damaged().collect();
        (lengths, damaged)
    };
    assert_eq!(read(&stream(4_096)), (vec![4_096], vec![]));
    assert_eq!(read(&stream(4_097)), (vec![], vec![(Damage::TooLong, 1)]));
}
