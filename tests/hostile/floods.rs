use std::time::Duration;

use qsig_cc::{Apdu, Caller, Operation, Parties, Service, wire};
use qsig_core::{Digits, PartyNumber};
use qsig_q931::MessageType;

use crate::victim::Victim;

fn reference(value: u16) -> [u8; 3] {
    let [high, low] = value.to_be_bytes();
    [2, high, low]
}

/// A SETUP of a call to 6003 on a channel, whatever is there.
fn setup(value: u16, channel: u8) -> Vec<u8> {
    let mut octets = vec![8];
    octets.extend(reference(value));
    octets.extend([5, 4, 3, 0x80, 0x90, 0xA3, 0x18, 3, 0xA9, 0x83, 0x80 | channel]);
    octets.extend(*b"\x6C\x06\x00\x812001\x70\x05\x806003");
    octets
}

/// A SETUP of a connection with ccbsRequest.
fn request(value: u16, caller: &str, wanted: &str) -> Vec<u8> {
    let number = |digits: &str| PartyNumber::unknown(digits.parse::<Digits>().unwrap());
    let parties = Parties {
        a: Caller::Allowed(number(caller)),
        b: number(wanted),
        service: [4, 3, 0x80, 0x90, 0xA3].into(),
        subaddress_a: None,
        subaddress_b: None,
    };
    let operation = Operation::Request {
        service: Service::Ccbs,
        parties,
        can_retain_service: false,
        retain_connection: Some(true),
    };
    let facility = wire::encode(&Apdu::Invoke { id: 1, operation }).unwrap();
    let mut octets = vec![8];
    octets.extend(reference(value));
    octets.extend([5, 4, 2, 0xA8, 0x80, 0x18, 1, 0xAC, 0x1C, u8::try_from(facility.len()).unwrap()]);
    octets.extend(facility);
    octets.extend([0x70, u8::try_from(wanted.len() + 1).unwrap(), 0x80]);
    octets.extend(wanted.as_bytes());
    octets
}

#[test]
fn a_flood_of_calls_ends_at_the_channels() {
    let mut victim = Victim::new();
    for value in 1..=5_000 {
        let channel = u8::try_from(value % 31 + 1).unwrap();
        victim.message(setup(value, channel));
    }
    let trunk = victim.node.trunks().next().unwrap();
    assert!(trunk.channels_busy <= 30, "{trunk:?}");
    assert!(trunk.up);
    victim.assert_unharmed();
    victim.pass(Duration::from_secs(300));
    victim.assert_unharmed();
}

#[test]
fn a_flood_of_requests_ends_at_the_limits_and_the_first_keep_their_place() {
    let mut victim = Victim::new();
    for value in 1..=5_000u16 {
        victim.message(request(value, &format!("2{value:04}"), "6001"));
    }
    let callbacks = victim.node.callbacks();
    assert_eq!(callbacks.len(), 10, "as many as may wait for one user");
    assert_eq!(callbacks[0].a.as_str(), "20001");
    assert!(victim.node.trunks().all(|trunk| trunk.up && trunk.connections <= 1_000));
    let refused = victim.answered().iter().filter(|(kind, _)| *kind == MessageType::Connect).count();
    assert_eq!(refused, 10, "accepted ones only are connected");
    victim.assert_unharmed();
}

#[test]
fn one_caller_cannot_take_all_places() {
    let mut victim = Victim::new();
    for value in 1..=9 {
        victim.message(request(value, "2001", &format!("600{value}")));
    }
    assert_eq!(victim.node.callbacks().len(), 5, "of nine different ones");
}

#[test]
fn a_flood_of_connections_that_never_end_stops_at_the_limit() {
    let mut victim = Victim::new();
    for value in 1..=3_000u16 {
        // Retained connections of requests for users who are free: told at once, never answered.
        victim.message(request(value, &format!("2{value:04}"), if value % 2 == 0 { "6003" } else { "6004" }));
    }
    let trunk = victim.node.trunks().next().unwrap();
    assert!(trunk.connections <= 1_000, "{trunk:?}");
    victim.assert_unharmed();
}

#[test]
fn nobody_is_rung_by_an_unsolicited_notice() {
    let mut victim = Victim::new();
    // ccExecPossible with full argument for a callback that 6003 never asked for.
    let facility = "9FAA068001008201008B0101A11B02010302011DA01380043630303380043230303240050403 8090A3";
    let facility: Vec<u8> = facility
        .replace(' ', "")
        .as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect();
    let mut octets =
        vec![8, 2, 0, 9, 5, 4, 2, 0xA8, 0x80, 0x18, 1, 0xAC, 0x1C, u8::try_from(facility.len()).unwrap()];
    octets.extend(facility);
    octets.extend(*b"\x70\x05\x806003");
    victim.message(octets);
    assert!(victim.node.phones().all(|phone| phone.ring == qsig_pinx::Ring::None));
    let (kind, _) = victim.answered().pop().unwrap();
    assert!(matches!(kind, MessageType::Release | MessageType::ReleaseComplete), "{kind}");
    victim.assert_unharmed();
}
