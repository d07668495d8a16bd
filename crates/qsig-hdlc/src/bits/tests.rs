use alloc::{format, string::String, vec, vec::Vec};
use core::fmt::Write;

use proptest::prelude::*;

use super::*;
use crate::{Damage, MAX_FRAME, MIN_FRAME, Received, fcs16};

/// What a decoder found, owned.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Found {
    Frame(Vec<u8>),
    Damaged(Damage),
}

fn decode_with(decoder: &mut BitDecoder, line: &[u8]) -> Vec<Found> {
    let mut found = Vec::new();
    decoder.push(line, &mut |received| {
        found.push(match received {
            Received::Frame(octets) => Found::Frame(octets.to_vec()),
            Received::Damaged(damage) => Found::Damaged(damage),
        });
    });
    found
}

fn decode(order: BitOrder, line: &[u8]) -> Vec<Found> {
    decode_with(&mut BitDecoder::new(order, MAX_FRAME), line)
}

/// Line bits, first one first, as octets in msb order; filled up with ones.
fn octets(bits: &str) -> Vec<u8> {
    let bits: Vec<u8> = bits.bytes().filter(|bit| *bit != b' ').map(|bit| bit - b'0').collect();
    bits.chunks(8)
        .map(|chunk| (0..8).fold(0, |octet, place| octet << 1 | chunk.get(place).copied().unwrap_or(1)))
        .collect()
}

fn bits(line: &[u8]) -> String {
    line.iter().fold(String::new(), |bits, octet| bits + &format!("{octet:08b}"))
}

/// The plain bits of a frame with its FCS, without zero insertion.
fn plain_bits(frame: &[u8]) -> String {
    let mut whole = Vec::from(frame);
    whole.extend_from_slice(&fcs16(frame).to_le_bytes());
    let reversed: Vec<u8> = whole.iter().map(|octet| octet.reverse_bits()).collect();
    bits(&reversed)
}

const SABME: [u8; 3] = [0x00, 0x01, 0x7F];
const SABME_BITS: &str = "00000000100000001111101100010011000101010";
const FLAG_BITS: &str = "01111110";

#[test]
fn sabme_has_the_bits_of_the_vector() {
    assert_eq!(plain_bits(&SABME), "0000000010000000111111100010011000101010");
    let mut line = Vec::new();
    let mut encoder = BitEncoder::new(BitOrder::Msb, Idle::Ones);
    encoder.frame(&SABME, &mut line);
    encoder.idle(1, &mut line);
    let wanted = format!("{FLAG_BITS}{SABME_BITS}{FLAG_BITS}");
    assert!(bits(&line).starts_with(&wanted));
    assert!(bits(&line)[wanted.len()..].bytes().all(|bit| bit == b'1'));
}

#[test]
fn a_slot_reads_as_captured_from_a_live_span() {
    let frame = [0x02, 0x01, 0x01, 0x01, 0x08, 0x01, 0x01, 0x05, 0xA1, 0x04, 0x03, 0x90, 0x10, 0x90, 0xA3];
    let frame = &frame[..];
    let mut line = Vec::new();
    let mut encoder = BitEncoder::new(BitOrder::Msb, Idle::Ones);
    encoder.frame(frame, &mut line);
    encoder.idle(2, &mut line);
    let captured = [
        0x7E, 0x40, 0x80, 0x80, 0x80, 0x10, 0x80, 0x80, 0xA0, 0x85, 0x20, 0xC0, 0x09, 0x08, 0x09, 0xC5, 0xE6,
        0x51, 0x7E, 0xFF,
    ];
    assert_eq!(line[..20], captured);
    assert_eq!(decode(BitOrder::Msb, &line), [Found::Frame(frame.to_vec())]);
}

#[test]
fn flags_may_be_shared_and_may_share_a_zero() {
    let one = format!("{FLAG_BITS}{SABME_BITS}{FLAG_BITS}{SABME_BITS}{FLAG_BITS}");
    let sabme = Found::Frame(SABME.to_vec());
    assert_eq!(decode(BitOrder::Msb, &octets(&one)), [sabme.clone(), sabme.clone()]);
    let zero = format!("{FLAG_BITS}{SABME_BITS}011111101111110{SABME_BITS}011111101111110");
    assert_eq!(decode(BitOrder::Msb, &octets(&zero)), [sabme.clone(), sabme]);
}

#[test]
fn six_ones_at_the_very_start_are_no_flag() {
    assert_eq!(decode(BitOrder::Msb, &octets(&format!("1111110{SABME_BITS}{FLAG_BITS}"))), []);
}

#[test]
fn frames_in_a_row_are_sent_with_one_flag_between() {
    let mut line = Vec::new();
    let mut encoder = BitEncoder::new(BitOrder::Msb, Idle::Flags);
    encoder.frame(&SABME, &mut line);
    encoder.frame(&SABME, &mut line);
    encoder.idle(1, &mut line);
    let wanted = format!("{FLAG_BITS}{SABME_BITS}{FLAG_BITS}{SABME_BITS}{FLAG_BITS}");
    assert!(bits(&line).starts_with(&wanted));
}

#[test]
fn idle_has_the_length_asked_for_and_drifts_with_the_frames() {
    let mut line = Vec::new();
    let mut encoder = BitEncoder::new(BitOrder::Msb, Idle::Flags);
    encoder.idle(3, &mut line);
    assert_eq!(line, [0x7E; 3]);
    encoder.frame(&SABME, &mut line);
    let at = line.len();
    encoder.idle(9, &mut line);
    assert_eq!(line.len(), at + 9);
    // One inserted zero: all that follows is one bit late.
    assert_eq!(line[at + 2..], [FLAG.rotate_right(1); 7]);
}

/// Each kind of line that holds no good frame, and what is reported.
#[test]
fn damage_is_told_apart() {
    let long = format!("{FLAG_BITS}{}{FLAG_BITS}", "00100100".repeat(MAX_FRAME + 3));
    let limit = format!("{FLAG_BITS}{}{FLAG_BITS}", "00100100".repeat(MAX_FRAME + 2));
    let cases: &[(&str, String)] = &[
        ("flags", FLAG_BITS.repeat(9)),
        ("ones", "1".repeat(80)),
        ("zeros", "0".repeat(800)),
        ("flag, ones, flag", format!("{FLAG_BITS}{}{FLAG_BITS}", "1".repeat(30))),
        ("frame without its opening flag", format!("{SABME_BITS}{FLAG_BITS}")),
        ("three bits between flags", format!("{FLAG_BITS}010{FLAG_BITS}")),
        ("frame, one bit short", format!("{FLAG_BITS}{}{FLAG_BITS}", &SABME_BITS[..40])),
        ("frame, one octet short", format!("{FLAG_BITS}{}{FLAG_BITS}", &SABME_BITS[..33])),
        ("wrong bit", format!("{FLAG_BITS}1{}{FLAG_BITS}", &SABME_BITS[1..])),
        ("frame, aborted", format!("{FLAG_BITS}{SABME_BITS}01111111{FLAG_BITS}")),
        ("frame, then ones", format!("{FLAG_BITS}{SABME_BITS}1111111111111111")),
        ("as long as the limit", limit),
        ("longer than the limit", long),
    ];
    let mut table = String::new();
    for (name, line) in cases {
        writeln!(table, "{name}: {:?}", decode(BitOrder::Msb, &octets(line))).unwrap();
    }
    insta::assert_snapshot!(table);
}

#[test]
fn a_frame_after_each_damage_is_found() {
    for before in ["1111111", "010", "00000000 01111111", &"0".repeat(MAX_FRAME * 8 + 99)] {
        let line = format!("{FLAG_BITS}{before}{FLAG_BITS}{SABME_BITS}{FLAG_BITS}");
        assert_eq!(
            decode(BitOrder::Msb, &octets(&line)).last(),
            Some(&Found::Frame(SABME.to_vec())),
            "{before}"
        );
    }
}

#[test]
fn the_longest_and_the_shortest_frame_pass_and_their_neighbours_do_not() {
    let of = |length: usize| {
        let mut line = Vec::new();
        let mut encoder = BitEncoder::new(BitOrder::Lsb, Idle::Flags);
        encoder.frame(&vec![0xFF; length], &mut line);
        encoder.idle(1, &mut line);
        decode(BitOrder::Lsb, &line)
    };
    assert_eq!(of(MAX_FRAME), [Found::Frame(vec![0xFF; MAX_FRAME])]);
    assert_eq!(of(MAX_FRAME + 1), [Found::Damaged(Damage::TooLong)]);
    assert_eq!(of(MIN_FRAME), [Found::Frame(vec![0xFF; MIN_FRAME])]);
    assert_eq!(of(MIN_FRAME - 1), [Found::Damaged(Damage::TooShort)]);
}

fn any_frame() -> impl Strategy<Value = Vec<u8>> {
    // Ones are frequent, so that zeros are inserted at all places.
    let octet =
        prop_oneof![3 => Just(0xFF), 1 => Just(0x7E), 1 => Just(0x1F), 1 => Just(0xF8), 6 => any::<u8>()];
    prop::collection::vec(octet, MIN_FRAME..80)
}

fn any_order() -> impl Strategy<Value = BitOrder> {
    prop_oneof![Just(BitOrder::Msb), Just(BitOrder::Lsb)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_is_sent_is_found_at_every_offset_order_and_idle(
        frames in prop::collection::vec((any_frame(), 0_usize..4), 1..6),
        order in any_order(),
        idle in prop_oneof![Just(Idle::Flags), Just(Idle::Ones)],
        offset in 0_usize..8,
        piece in 1_usize..40,
    ) {
        let mut line = Vec::new();
        let mut encoder = BitEncoder::new(order, idle);
        for (frame, gap) in &frames {
            encoder.frame(frame, &mut line);
            encoder.idle(*gap, &mut line);
        }
        encoder.idle(2, &mut line);
        // The same bits, `offset` later.
        let turn = |line: &[u8]| -> Vec<u8> { line.iter().map(|octet| BitOrder::Msb.turn(order.turn(*octet))).collect() };
        let late = turn(&octets(&format!("{}{}", &"11111111"[..offset], bits(&turn(&line)))));
        let mut decoder = BitDecoder::new(order, MAX_FRAME);
        let mut found = Vec::new();
        for piece in late.chunks(piece) {
            found.extend(decode_with(&mut decoder, piece));
        }
        let sent: Vec<_> = frames.into_iter().map(|(frame, _)| Found::Frame(frame)).collect();
        prop_assert_eq!(found, sent);
    }

    #[test]
    fn noise_is_bounded_and_the_next_frame_is_found(
        noise in prop::collection::vec(any::<u8>(), 0..2_000),
        frame in any_frame(),
        order in any_order(),
    ) {
        let mut decoder = BitDecoder::new(order, 40);
        for found in decode_with(&mut decoder, &noise) {
            let bounded = match found {
                Found::Frame(octets) => (MIN_FRAME..=40).contains(&octets.len()),
                Found::Damaged(_) => true,
            };
            prop_assert!(bounded);
        }
        let mut line = Vec::new();
        let mut encoder = BitEncoder::new(order, Idle::Flags);
        encoder.idle(3, &mut line);
        encoder.frame(&frame, &mut line);
        encoder.idle(1, &mut line);
        let found = decode_with(&mut decoder, &line);
        let wanted = if frame.len() > 40 { Found::Damaged(Damage::TooLong) } else { Found::Frame(frame) };
        prop_assert_eq!(found.last(), Some(&wanted));
    }

    #[test]
    fn skipping_idle_changes_nothing(line in prop::collection::vec(any::<(u8, u8)>(), 0..60)) {
        let mut whole = Vec::new();
        for (octet, times) in line {
            whole.extend(core::iter::repeat_n(octet, usize::from(times % 5) + 1));
        }
        let mut plain = BitDecoder::new(BitOrder::Msb, MAX_FRAME);
        let mut slow = Vec::new();
        for octet in &whole {
            plain.quiet = None;
            slow.extend(decode_with(&mut plain, core::slice::from_ref(octet)));
        }
        prop_assert_eq!(decode(BitOrder::Msb, &whole), slow);
    }
}
