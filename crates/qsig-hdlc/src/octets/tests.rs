use alloc::vec;

use proptest::prelude::*;

use super::*;
use crate::{MAX_FRAME, MIN_FRAME};

/// What a decoder found, owned.
type Found = Result<Vec<u8>, Damage>;

fn decode(decoder: &mut OctetDecoder, line: &[u8]) -> Vec<Found> {
    let mut found = Vec::new();
    decoder.push(line, &mut |received| {
        found.push(match received {
            Received::Frame(octets) => Ok(octets.to_vec()),
            Received::Damaged(damage) => Err(damage),
        });
    });
    found
}

fn encode(map: EscapeMap, frame: &[u8]) -> Vec<u8> {
    let mut line = Vec::new();
    OctetEncoder::new(map).frame(frame, &mut line);
    line
}

const SABME: [u8; 3] = [0x00, 0x01, 0x7F];
const SABME_LINE: [u8; 7] = [0x7E, 0x00, 0x01, 0x7F, 0x64, 0x54, 0x7E];
const FLOW: EscapeMap = EscapeMap::XON.union(EscapeMap::XOFF);

#[test]
fn vectors_are_sent_and_found() {
    assert_eq!(encode(EscapeMap::empty(), &SABME), SABME_LINE);
    let escaped = [0x7E, 0x00, 0x01, 0x7D, 0x5E, 0x7D, 0x5D, 0x7D, 0x31, 0xBB, 0x02, 0x7E];
    let frame = [0x00, 0x01, 0x7E, 0x7D, 0x11];
    assert_eq!(encode(FLOW, &frame), escaped);
    let mut decoder = OctetDecoder::new(FLOW, MAX_FRAME);
    assert_eq!(decode(&mut decoder, &SABME_LINE), [Ok(SABME.to_vec())]);
    assert_eq!(decode(&mut decoder, &escaped), [Ok(frame.to_vec())]);
}

#[test]
fn octets_put_in_by_the_line_are_dropped_and_only_with_a_map() {
    let line = [0x7E, 0x00, 0x11, 0x01, 0x7F, 0x13, 0x64, 0x54, 0x7E];
    assert_eq!(decode(&mut OctetDecoder::new(FLOW, 9), &line), [Ok(SABME.to_vec())]);
    assert_eq!(decode(&mut OctetDecoder::new(EscapeMap::empty(), 9), &line), [Err(Damage::BadFcs)]);
    // Behind an escape, which still counts for the octet after it.
    let mut line = encode(FLOW, &[0x00, 0x01, 0x7E]);
    assert_eq!(line[3], ESCAPE);
    line.insert(4, 0x11);
    assert_eq!(decode(&mut OctetDecoder::new(FLOW, 9), &line), [Ok(vec![0x00, 0x01, 0x7E])]);
}

#[test]
fn flags_are_nothing_and_an_escaped_flag_is_an_abort() {
    let mut decoder = OctetDecoder::new(EscapeMap::empty(), MAX_FRAME);
    assert_eq!(decode(&mut decoder, &[0x7E; 5]), []);
    assert_eq!(decode(&mut decoder, &[0x00, 0x01, 0x7D, 0x7E]), [Err(Damage::Abort)]);
    assert_eq!(decode(&mut decoder, &SABME_LINE[1..]), [Ok(SABME.to_vec())], "the same flag opens the next");
}

#[test]
fn what_comes_before_the_first_flag_is_no_frame() {
    let mut decoder = OctetDecoder::new(EscapeMap::empty(), MAX_FRAME);
    assert_eq!(decode(&mut decoder, &SABME_LINE[1..]), []);
    assert_eq!(decode(&mut decoder, &SABME_LINE[1..]), [Ok(SABME.to_vec())]);
}

#[test]
fn a_frame_too_long_or_too_short_is_damage_once() {
    let mut decoder = OctetDecoder::new(EscapeMap::empty(), 9);
    assert_eq!(decode(&mut decoder, &encode(EscapeMap::empty(), &[0; 9])), [Ok(vec![0; 9])]);
    assert_eq!(decode(&mut decoder, &encode(EscapeMap::empty(), &[0; 99])), [Err(Damage::TooLong)]);
    assert_eq!(decode(&mut decoder, &encode(EscapeMap::empty(), &[0; 2])), [Err(Damage::TooShort)]);
    assert_eq!(decode(&mut decoder, &SABME_LINE), [Ok(SABME.to_vec())]);
}

#[test]
fn a_map_is_of_control_octets_and_flow_control_with_bit_8() {
    let mapped: Vec<u8> = (0..=0xFF).filter(|octet| EscapeMap::of(*octet).is_some()).collect();
    let controls: Vec<u8> = (0..0x20).chain([0x91, 0x93]).collect();
    assert_eq!(mapped, controls);
    assert_eq!(EscapeMap::of(0x13), Some(EscapeMap::XOFF));
    assert!((0..0x20).all(|octet| EscapeMap::CONTROLS.contains(EscapeMap::of(octet).unwrap())));
}

fn any_frame() -> impl Strategy<Value = Vec<u8>> {
    let octet = prop_oneof![Just(FLAG), Just(ESCAPE), Just(0x11), Just(0x93), any::<u8>()];
    prop::collection::vec(octet, MIN_FRAME..80)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_sent_is_found_with_any_map_and_in_any_pieces(
        frames in prop::collection::vec(any_frame(), 1..5),
        map in any::<u64>().prop_map(EscapeMap::from_bits_truncate),
        piece in 1_usize..30,
    ) {
        let line: Vec<u8> = frames.iter().flat_map(|frame| encode(map, frame)).collect();
        let mut decoder = OctetDecoder::new(map, MAX_FRAME);
        let found: Vec<_> = line.chunks(piece).flat_map(|piece| decode(&mut decoder, piece)).collect();
        prop_assert_eq!(found, frames.into_iter().map(Ok).collect::<Vec<_>>());
        let mapped = |octet: &u8| map.maps(*octet);
        prop_assert!(!line.iter().any(mapped), "a mapped octet never goes out as itself");
    }

    #[test]
    fn noise_is_bounded_and_the_next_frame_is_found(
        noise in prop::collection::vec(prop_oneof![Just(FLAG), Just(ESCAPE), any::<u8>()], 0..1_000),
        frame in any_frame(),
    ) {
        let mut decoder = OctetDecoder::new(FLOW, 80);
        for octets in decode(&mut decoder, &noise).into_iter().flatten() {
            prop_assert!((MIN_FRAME..=80).contains(&octets.len()));
        }
        let found = decode(&mut decoder, &encode(FLOW, &frame));
        prop_assert_eq!(found.last(), Some(&Ok(frame)));
    }
}
