//! Every kind of file, read: the same frames come out of all of them, and a file that is cut or noise does no harm.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by a panic, in its own functions, too"
)]

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use qsig_capture::{Content, ReadError, Record, Tally, Trace, TraceFormat};
use qsig_core::Side;
use qsig_hdlc::Damage;

fn containers() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../captures/containers")
}

fn sample(name: &str) -> Vec<u8> {
    fs::read(containers().join(name)).unwrap()
}

/// What came out of a file.
struct Seen {
    format: TraceFormat,
    records: Vec<Record>,
    error: Option<ReadError>,
    tally: Tally,
}

fn read(octets: &[u8], forced: Option<TraceFormat>) -> Result<Seen, ReadError> {
    let mut trace = Trace::open(octets, forced)?;
    let (mut records, mut error) = (Vec::new(), None);
    for next in trace.by_ref() {
        assert!(error.is_none(), "a record after the end");
        match next {
            Ok(record) => records.push(record),
            Err(wrong) if wrong.goes_on() => {}
            Err(wrong) => error = Some(wrong),
        }
    }
    Ok(Seen { format: trace.format(), records, error, tally: trace.tally().clone() })
}

fn whole(name: &str) -> Seen {
    let seen = read(&sample(name), None).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(seen.error.is_none(), "{name}: {:?}", seen.error);
    seen
}

/// The conversation that all containers hold.
fn conversation() -> Vec<Record> {
    whole("qsig-ccbs-retain-nsec.pcap").records
}

/// Side and octets of each record.
fn frames(records: &[Record]) -> Vec<(Option<Side>, &[u8])> {
    records.iter().map(|record| (record.direction, record.octets.as_slice())).collect()
}

#[test]
fn every_container_is_recognised_and_holds_the_same_frames() {
    let conversation = conversation();
    assert_eq!(conversation.len(), 37);
    for (name, format, with_time) in [
        ("qsig-ccbs-retain-bigendian.pcap", TraceFormat::Capture, true),
        ("qsig-ccbs-retain.pcapng", TraceFormat::Capture, true),
        ("qsig-ccbs-retain.pcapng.gz", TraceFormat::Capture, true),
        ("qsig-ccbs-retain.eyesdn.trc", TraceFormat::EyeSdn, true),
        ("qsig-ccbs-retain.hex.txt", TraceFormat::Hex, false),
        ("qsig-ccbs-retain.hex.txt.gz", TraceFormat::Hex, false),
        ("qsig-ccbs-retain.text2pcap.txt", TraceFormat::Hex, true),
        ("qsig-ccbs-retain.hexdump.txt", TraceFormat::Hex, true),
    ] {
        let seen = whole(name);
        assert_eq!(seen.format, format, "{name}");
        let wanted = if name.contains("hexdump") { &conversation[..12] } else { &conversation };
        assert_eq!(frames(&seen.records), frames(wanted), "{name}");
        assert_eq!((seen.tally.left_out(), seen.tally.refused()), (0, &[][..]), "{name}");
        for (record, wanted) in seen.records.iter().zip(wanted) {
            assert_eq!(record.time, if with_time { wanted.time } else { 0 }, "{name}");
            assert_eq!(record.content, Content::Frame, "{name}");
        }
    }
}

/// What a capture that was written beside a log has from the log's first frame on.
fn beside(name: &str, first: &[u8]) -> Vec<Record> {
    let all = whole(name).records;
    let start = all.iter().position(|record| record.octets == first).unwrap();
    all[start..].to_vec()
}

#[test]
fn an_intense_log_of_libpri_gives_the_frames_of_the_line() {
    let seen = whole("libpri-intense.log");
    assert_eq!(seen.format, TraceFormat::Libpri);
    let wanted = beside("libpri-intense.pcap", &seen.records[0].octets);
    assert!(seen.records.len() > 35 && seen.records.len() == wanted.len());
    // The library prints a frame when it looks at it, which may be after others have come and gone.
    for side in [Side::User, Side::Network] {
        let of = |records: &[Record]| -> Vec<Record> {
            records.iter().filter(|record| record.direction == Some(side)).cloned().collect()
        };
        let (seen, wanted) = (of(&seen.records), of(&wanted));
        assert_eq!(frames(&seen), frames(&wanted));
        for (seen, wanted) in seen.iter().zip(&wanted) {
            assert!(seen.time.abs_diff(wanted.time) < 20_000, "{} {}", seen.time, wanted.time);
            assert_eq!(seen.content, Content::Frame);
        }
    }
    // Nothing of the log tells which side it is of before the first channel number does.
    assert!(seen.records[0].direction_guessed && !seen.records.last().unwrap().direction_guessed);
    assert_eq!((seen.tally.refused(), seen.tally.left_out() > 100), (&[][..], true));
}

#[test]
fn a_plain_log_of_libpri_gives_the_messages_of_the_line() {
    let seen = whole("libpri-plain.log");
    let information = |record: &Record| record.octets.get(4..).map(<[u8]>::to_vec).unwrap_or_default();
    let capture = whole("libpri-plain.pcap").records;
    let with_message = capture.iter().filter(|record| record.octets.len() > 4);
    let wanted: Vec<_> = with_message.map(|record| (record.direction, information(record))).collect();
    let seen_messages: Vec<_> =
        seen.records.iter().map(|record| (record.direction, record.octets.clone())).collect();
    assert_eq!(seen_messages, wanted);
    assert!(seen.records.iter().all(|record| record.content == Content::Message && record.missing == 0));
    assert!(seen.records.iter().all(|record| !record.direction_guessed), "the channel numbers tell the side");
}

#[test]
fn a_log_of_a_cisco_router_gives_the_frames_and_messages_of_the_line() {
    let seen = whole("cisco-q931-q921.log");
    assert_eq!(seen.format, TraceFormat::Cisco);
    // Of an I frame the log has the message only.
    let wanted: Vec<(Content, Option<Side>, Vec<u8>)> = conversation()
        .into_iter()
        .map(|record| match record.octets.get(4..).filter(|message| !message.is_empty()) {
            Some(message) => (Content::Message, record.direction, message.to_vec()),
            None => (Content::Frame, record.direction, record.octets),
        })
        .collect();
    let records = seen.records.iter();
    let got: Vec<_> =
        records.map(|record| (record.content, record.direction, record.octets.clone())).collect();
    assert_eq!(got, wanted);
    assert!(seen.records.iter().all(|record| !record.direction_guessed && record.missing == 0));
    assert_eq!(seen.tally.left_out(), 4, "the commands at the beginning");
    let refused: Vec<(u64, u64)> =
        seen.tally.refused().iter().map(|refused| (refused.first, refused.count)).collect();
    assert_eq!(refused, [(9, 18)], "each I frame is told to be shown without its octets");
}

#[test]
fn a_direction_that_the_file_does_not_tell_is_guessed_rightly_and_marked() {
    let wanted = conversation();
    assert!(wanted.iter().all(|record| !record.direction_guessed));
    let link203 = whole("qsig-ccbs-retain-link203.pcap");
    let private = read(&sample("qsig-ccbs-retain-private.pcap"), Some(TraceFormat::PrivateCapture)).unwrap();
    for records in [link203.records, private.records] {
        assert_eq!(frames(&records), frames(&wanted));
        assert!(records.iter().all(|record| record.direction_guessed));
    }
}

#[test]
fn a_private_link_type_is_refused_unless_it_is_asked_for() {
    let refused = read(&sample("qsig-ccbs-retain-private.pcap"), None).err();
    assert!(matches!(refused, Some(ReadError::NotDChannel { link_type: 147, .. })), "{refused:?}");
    let ethernet = read(&sample("qsig-ccbs-retain-iua.pcap"), Some(TraceFormat::PrivateCapture)).err();
    assert!(matches!(ethernet, Some(ReadError::NotDChannel { link_type: 1, .. })), "{ethernet:?}");
}

#[test]
fn streams_of_a_line_give_the_frames_of_their_side_and_count_the_damaged() {
    let wanted: Vec<Record> =
        conversation().into_iter().filter(|record| record.direction == Some(Side::User)).collect();
    let mut without_sixth = wanted.clone();
    without_sixth.remove(5);
    for (name, format, wanted, damage) in [
        ("qsig-ccbs-retain-user.hdlc-octets.bin", TraceFormat::HdlcOctets, &without_sixth, Damage::BadFcs),
        ("qsig-ccbs-retain-user.hdlc-bits.bin", TraceFormat::HdlcBits, &wanted, Damage::Abort),
        ("qsig-ccbs-retain-user.hdlc-bits-lsb.bin", TraceFormat::HdlcBitsLsb, &wanted, Damage::Abort),
    ] {
        let seen = whole(name);
        assert_eq!(seen.format, format, "{name}");
        assert_eq!(frames(&seen.records), frames(wanted), "{name}");
        assert!(seen.records.iter().all(|record| record.direction_guessed));
        assert_eq!(seen.tally.damaged().collect::<Vec<_>>(), [(damage, 1)], "{name}");
    }
}

/// All samples that are traces.
fn samples() -> Vec<String> {
    let names = fs::read_dir(containers()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names
        .map(|name| name.into_string().unwrap())
        .filter(|name| !["json", "md"].iter().any(|other| name.ends_with(other)))
        .filter(|name| ["iua", "sip"].iter().all(|other| !name.contains(other)))
        .collect();
    names.sort();
    assert!(names.len() >= 18, "{names:?}");
    names
}

#[test]
fn a_file_that_is_cut_anywhere_gives_the_frames_before_the_cut() {
    for name in samples() {
        let mut octets = sample(&name);
        // Each cut reads all that is before it, so of long samples only the beginning is cut.
        octets.truncate(1_500);
        let forced = name.contains("private").then_some(TraceFormat::PrivateCapture);
        let all = read(&octets, forced).unwrap();
        for end in 0..octets.len() {
            let Ok(seen) = read(&octets[..end], forced.or(Some(all.format))) else { continue };
            // The last one may be shorter where text does not show how long it was.
            let sure = seen.records.len().saturating_sub(1);
            let kept = seen.records.iter().zip(&all.records).take(sure).all(|(seen, wanted)| seen == wanted);
            assert!(kept && seen.records.len() <= all.records.len(), "{name} cut at {end}");
            // Of a number that is cut nobody can see it.
            let last = seen.records.last().zip(all.records.get(sure)).filter(|_| !name.contains("cisco"));
            assert!(
                last.is_none_or(|(seen, wanted)| wanted.octets.starts_with(&seen.octets)),
                "{name} cut at {end}"
            );
        }
        let near_the_end = read(&octets[..octets.len() - 1], forced.or(Some(all.format))).unwrap();
        assert!(near_the_end.records.len() + 1 >= all.records.len(), "{name}");
    }
}

#[test]
fn a_cut_is_said_where_it_can_be_seen() {
    for (name, cut) in [
        ("qsig-ccbs-retain.pcapng", 5),
        ("qsig-ccbs-retain.pcapng.gz", 20),
        ("qsig-ccbs-retain.eyesdn.trc", 1),
        ("qsig-ccbs-retain.hex.txt", 2),
        ("qsig-ccbs-retain.text2pcap.txt", 3),
        ("qsig-ccbs-retain-user.hdlc-octets.bin", 3),
    ] {
        let octets = sample(name);
        let seen = read(&octets[..octets.len() - cut], None).unwrap();
        let said = seen.error.map(|error| error.to_string()).unwrap_or_default();
        assert!(said.contains("cut"), "{name}: {said:?}");
    }
}

#[test]
fn what_is_no_trace_is_refused() {
    assert!(matches!(read(b"", None), Err(ReadError::Empty)));
    for octets in
        [&b"\x00\x01"[..], b"this is no capture\n", b"be added to 12 34\n", &[0; 5_000], &[0x7E; 5_000]]
    {
        assert!(matches!(read(octets, None), Err(ReadError::NotATrace)), "{octets:?}");
    }
    let packed_twice = gzip(&gzip(b"U 00017f\n"));
    assert!(matches!(read(&packed_twice, None), Err(ReadError::NotATrace)));
}

fn gzip(octets: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    flate2::read::GzEncoder::new(octets, flate2::Compression::fast()).read_to_end(&mut packed).unwrap();
    packed
}

/// Gives the same octets again and again, a few at a time as a slow pipe does, and counts them.
struct Endless<'a> {
    octets: &'a [u8],
    times: u64,
    place: usize,
}

impl Read for Endless<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.place == self.octets.len() {
            self.place = 0;
            self.times -= 1;
        }
        if self.times == 0 {
            return Ok(0);
        }
        let length = out.len().min(self.octets.len() - self.place).min(1_000);
        out[..length].copy_from_slice(&self.octets[self.place..self.place + length]);
        self.place += length;
        Ok(length)
    }
}

#[test]
fn two_hundred_thousand_frames_are_read_from_a_pipe() {
    let octets = sample("qsig-ccbs-retain.hex.txt");
    let times = 200_000 / 37 + 1;
    let trace = Trace::open(Endless { octets: &octets, times, place: 0 }, None).unwrap();
    assert_eq!(trace.map(Result::unwrap).count() as u64, 37 * times);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn noise_is_read_to_its_end_by_every_kind(octets in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        for format in TraceFormat::all().map(Some).chain([None]) {
            let _ = read(&octets, format);
            let _ = read(&gzip(&octets), format);
        }
    }

    #[test]
    fn noise_in_a_sample_is_read_to_its_end(
        which in any::<prop::sample::Index>(),
        places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let samples = samples();
        let mut octets = sample(&samples[which.index(samples.len())]);
        octets.truncate(6_000);
        for (place, octet) in places {
            let place = place.index(octets.len());
            octets[place] = octet;
        }
        for format in TraceFormat::all().map(Some).chain([None]) {
            if let Ok(seen) = read(&octets, format) {
                prop_assert!(seen.records.len() <= 200);
            }
        }
    }
}
