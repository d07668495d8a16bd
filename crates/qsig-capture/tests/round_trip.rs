//! What is written is read again, whole, cut and damaged.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by a panic, in its own functions, too"
)]

use proptest::prelude::*;
use qsig_capture::{Format, ReadError, Reader, Record, Trunk, WriteError, Writer};
use qsig_core::Side;

fn trunk(name: &str, local: Side) -> Trunk {
    Trunk { name: name.to_owned(), local }
}

fn written(format: Format, records: &[Record]) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new(), format, &trunk("to-rome", Side::Network)).unwrap();
    for record in records {
        writer.write(record).unwrap();
    }
    writer.finish().unwrap()
}

fn records() -> Vec<Record> {
    vec![
        Record::new(1_700_000_000_000_001, Side::Network, [0x02, 0x01, 0x7F]),
        Record::new(1_700_000_000_000_742, Side::User, [0x02, 0x01, 0x73]),
        Record::new(1_700_000_001_999_999, Side::User, [0x00, 0x01, 0x01, 0x02]),
    ]
}

#[test]
fn both_formats_give_back_what_was_written() {
    for format in [Format::Pcap, Format::PcapNg] {
        let file = written(format, &records());
        let mut reader = Reader::new(&file[..]).unwrap();
        let seen: Vec<_> = reader.by_ref().map(Result::unwrap).collect();
        assert_eq!(seen, records());
        let name = (format == Format::PcapNg).then(|| "to-rome".to_owned());
        assert_eq!(reader.interfaces()[0].name, name);
    }
}

#[test]
fn each_cut_gives_the_whole_records_before_it_and_says_cut() {
    for format in [Format::Pcap, Format::PcapNg] {
        let file = written(format, &records());
        let mut ends = vec![];
        for count in 0..=records().len() {
            ends.push(written(format, &records()[..count]).len());
        }
        for length in 0..file.len() {
            let whole = ends.iter().filter(|end| **end <= length).count().saturating_sub(1);
            let items: Vec<_> = match Reader::new(&file[..length]) {
                Ok(reader) => reader.collect(),
                Err(error) => vec![Err(error)],
            };
            let (good, bad): (Vec<_>, Vec<_>) = items.into_iter().partition(Result::is_ok);
            let good: Vec<_> = good.into_iter().map(Result::unwrap).collect();
            assert_eq!(good, records()[..whole], "{format:?} cut at {length}");
            // pcapng may also end cleanly between its section and its interface.
            if ends.contains(&length) || (format == Format::PcapNg && length == 28) {
                assert!(bad.is_empty(), "{format:?} cut at {length}: {bad:?}");
            } else {
                assert!(
                    matches!(bad[..], [Err(ReadError::Cut { .. })]),
                    "{format:?} cut at {length}: {bad:?}"
                );
            }
        }
    }
}

#[test]
fn a_cut_says_where_the_record_begins_and_what_it_lacks() {
    let file = written(Format::Pcap, &records()[..1]);
    let last = Reader::new(&file[..file.len() - 2]).unwrap().last().unwrap();
    let said = last.unwrap_err().to_string();
    assert_eq!(said, "the file is cut: the record at octet 24 needs 35 octets and has 33");
}

#[test]
fn two_trunks_keep_their_sides_and_names() {
    let mut writer = Writer::new(Vec::new(), Format::PcapNg, &trunk("to-rome", Side::Network)).unwrap();
    writer.write(&records()[0]).unwrap();
    let oslo = writer.add_trunk(&trunk("to-oslo", Side::User)).unwrap();
    let far = Record { interface: oslo, ..records()[1].clone() };
    writer.write(&far).unwrap();
    let file = writer.finish().unwrap();
    let mut reader = Reader::new(&file[..]).unwrap();
    let seen: Vec<_> = reader.by_ref().map(Result::unwrap).collect();
    assert_eq!(seen, [records()[0].clone(), far]);
    let names: Vec<_> = reader.interfaces().iter().map(|interface| interface.name.as_deref()).collect();
    assert_eq!(names, [Some("to-rome"), Some("to-oslo")]);
}

#[test]
fn the_writer_refuses_what_the_file_cannot_say() {
    let mut writer = Writer::new(Vec::new(), Format::Pcap, &trunk("", Side::User)).unwrap();
    let record = Record::new(0, Side::User, [1, 2, 3]);
    let undirected = Record { direction: None, ..record.clone() };
    assert!(matches!(writer.write(&undirected), Err(WriteError::NoDirection)));
    let elsewhere = Record { interface: 1, ..record.clone() };
    assert!(matches!(writer.write(&elsewhere), Err(WriteError::Interface(1))));
    let late = Record { time: 5_000_000_000_000_000, ..record.clone() };
    assert!(matches!(writer.write(&late), Err(WriteError::Range(_))));
    let long = Record { octets: vec![0; 65_520], ..record };
    assert!(matches!(writer.write(&long), Err(WriteError::Range(_))));
    assert!(matches!(writer.add_trunk(&trunk("", Side::User)), Err(WriteError::OneTrunk)));
    assert_eq!(writer.finish().unwrap().len(), 24, "nothing of it was written");
}

#[test]
fn two_sections_of_different_byte_order_are_one_file() {
    let little = written(Format::PcapNg, &records()[..1]);
    let mut big = vec![];
    for word in [0x0A0D_0D0A_u32, 28, 0x1A2B_3C4D, 0x0001_0000, u32::MAX, u32::MAX, 28] {
        big.extend(word.to_be_bytes());
    }
    // An interface of nanoseconds whose options have no end, and a packet of link type 203.
    for word in [1_u32, 28, 203 << 16, 0, 9 << 16 | 1, 9 << 24, 28] {
        big.extend(word.to_be_bytes());
    }
    for word in [6_u32, 36, 0, 0, 5_000, 3, 4, 0x0201_7F00, 36] {
        big.extend(word.to_be_bytes());
    }
    let file = [big, little].concat();
    let seen: Vec<_> = Reader::new(&file[..]).unwrap().map(Result::unwrap).collect();
    let octets = vec![0x02, 0x01, 0x7F];
    let first = Record { time: 5, direction: None, octets, missing: 1, ..records()[0].clone() };
    assert_eq!(seen, [first, Record { interface: 1, ..records()[0].clone() }]);
}

#[test]
fn simple_and_obsolete_packet_blocks_are_read() {
    let mut file = vec![];
    for word in [0x0A0D_0D0A_u32, 28, 0x1A2B_3C4D, 0x0000_0001, u32::MAX, u32::MAX, 28, 1, 20, 203, 0, 20] {
        file.extend(word.to_le_bytes());
    }
    for word in [3_u32, 20, 3, 0x007F_0102, 20, 2, 36, 0, 1, 2, 3, 3, 0x0073_0102, 36] {
        file.extend(word.to_le_bytes());
    }
    let mut reader = Reader::new(&file[..]).unwrap();
    let simple = reader.next().unwrap().unwrap();
    assert_eq!((simple.time, &simple.octets[..]), (0, &[0x02, 0x01, 0x7F][..]));
    let obsolete = reader.next().unwrap().unwrap();
    assert_eq!((obsolete.time, &obsolete.octets[..]), ((1 << 32) + 2, &[0x02, 0x01, 0x73][..]));
}

#[test]
fn a_wrong_record_is_told_and_the_next_one_read() {
    let mut file = written(Format::PcapNg, &records());
    let first = written(Format::PcapNg, &[]).len();
    // The interface of the first packet block.
    file[first + 8] = 7;
    let items: Vec<_> = Reader::new(&file[..]).unwrap().collect();
    assert!(matches!(items[0], Err(ReadError::Interface { interface: 7, .. })));
    assert_eq!(items.len(), 3);
    assert_eq!(items[2].as_ref().unwrap(), &records()[2]);
}

#[test]
fn a_name_block_that_would_panic_the_library_is_left_out() {
    let mut file = written(Format::PcapNg, &[]);
    for word in [4_u32, 16, 0x0001_0063, 16] {
        file.extend(word.to_le_bytes());
    }
    let head = written(Format::PcapNg, &[]).len();
    file.extend(&written(Format::PcapNg, &records()[..1])[head..]);
    let seen: Vec<_> = Reader::new(&file[..]).unwrap().map(Result::unwrap).collect();
    assert_eq!(seen, records()[..1]);
}

#[test]
fn announced_lengths_take_no_memory() {
    let mut file = written(Format::Pcap, &[]);
    file.extend([0; 8]);
    file.extend([0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0]);
    let last = Reader::new(&file[..]).unwrap().last().unwrap();
    assert!(matches!(last, Err(ReadError::Damaged { offset: 24, .. })));
}

fn a_record() -> impl Strategy<Value = Record> {
    let seconds = 0..4_000_000_000_000_000_u64;
    let octets = proptest::collection::vec(any::<u8>(), 0..300);
    (seconds, any::<bool>(), octets, 0..3_u32).prop_map(|(time, user, octets, missing)| {
        let direction = Some(if user { Side::User } else { Side::Network });
        Record { missing, direction, ..Record::new(time, Side::User, octets) }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_records_survive(records in proptest::collection::vec(a_record(), 0..8)) {
        for format in [Format::Pcap, Format::PcapNg] {
            let file = written(format, &records);
            let seen: Vec<_> = Reader::new(&file[..]).unwrap().map(Result::unwrap).collect();
            prop_assert_eq!(&seen, &records);
        }
    }

    #[test]
    fn no_damage_panics_or_hangs(
        damage in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6),
        pcapng in any::<bool>(),
    ) {
        let format = if pcapng { Format::PcapNg } else { Format::Pcap };
        let mut file = written(format, &records());
        for (place, octet) in damage {
            let place = place.index(file.len());
            file[place] = octet;
        }
        if let Ok(reader) = Reader::new(&file[..]) {
            prop_assert!(reader.count() < file.len());
        }
    }

    #[test]
    fn no_garbage_panics_or_hangs(
        magic in 0..4_usize,
        garbage in proptest::collection::vec(any::<u8>(), 0..200),
    ) {
        let begin: [&[u8]; 4] = [
            &[], &[0xD4, 0xC3, 0xB2, 0xA1], &[0xA1, 0xB2, 0x3C, 0x4D], &[0x0A, 0x0D, 0x0D, 0x0A],
        ];
        let file = [begin[magic], &garbage].concat();
        if let Ok(reader) = Reader::new(&file[..]) {
            prop_assert!(reader.count() <= file.len());
        }
    }
}
