//! Any octets into an engine with live calls.

use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use proptest::prelude::*;
use qsig_core::Side;
use qsig_q931::{CallReference, Message, MessageType, Origin};

use super::bench::{Bench, CONNECTION, SETUP, connection, octets, outgoing};
use crate::{CallId, DataLink, Event, Input, Parameters, Request, stimulus::Direction};

/// Calls and connections in many states, at either end of a reference.
fn busy_bench(side: Side) -> Bench {
    let mut bench =
        Bench::with(Parameters { side, max_calls: 12, max_connections: 8, ..Parameters::default() });
    for reference in 1..=6 {
        bench.setup(outgoing());
        bench.setup(connection());
        let ours = format!("80 {:02X}", 2 * reference - 1);
        let cis = format!("80 {:02X}", 2 * reference);
        match reference {
            2 => bench.hear(&format!("08 02 {ours} 0D")),
            3 => bench.hear(&format!("08 02 {ours} 02")),
            4 => bench.hear(&format!("08 02 {ours} 01")),
            5 => bench.hear(&format!("08 02 {ours} 07")),
            6 => bench.hear(&format!("08 02 {ours} 45 08 02 81 90")),
            _ => {}
        }
        match reference {
            3 => bench.hear(&format!("08 02 {cis} 02")),
            5 => bench.hear(&format!("08 02 {cis} 07")),
            _ => {}
        }
    }
    let incoming = [
        SETUP.replace("A9 83 81", "A9 83 8A"),
        SETUP.replace("00 01 05", "00 05 05").replace("A9 83 81", "A9 83 8B"),
        CONNECTION.to_string(),
    ];
    for setup in incoming {
        let call = {
            bench.out();
            bench.incoming(&setup)
        };
        bench.ask(call, Request::Proceeding).unwrap();
    }
    bench.out();
    bench
}

/// Whom the message names: a call of ours by our own look at its reference, or the interface.
enum Names {
    Call(Option<CallId>),
    Interface,
}

fn names(bench: &Bench, octets: &[u8]) -> Names {
    match Message::parse(octets) {
        Ok(Message { call_reference: CallReference::Call(origin, value), .. }) => {
            let direction = if origin == Origin::Sender { Direction::Incoming } else { Direction::Outgoing };
            Names::Call(bench.engine.references.get(&(direction, value)).copied())
        }
        Ok(Message {
            call_reference: CallReference::Global(Origin::Sender),
            message_type: MessageType::Restart,
            ..
        }) => Names::Interface,
        _ => Names::Call(None),
    }
}

/// Feeds it and holds the laws.
fn hear(bench: &mut Bench, octets: &[u8]) -> Result<(), TestCaseError> {
    let before: BTreeMap<CallId, _> =
        bench.engine.records.iter().map(|(call, record)| (*call, record.state)).collect();
    let named = names(bench, octets);
    bench.engine.handle_input(bench.now, Input::Message(octets)).unwrap();
    for event in bench.told() {
        let Event::Released { call, .. } = event else { continue };
        let allowed = match named {
            Names::Interface => true,
            Names::Call(named) => named == Some(call),
        };
        prop_assert!(allowed, "{call} was not named by {octets:02x?}");
    }
    for (call, state) in before {
        if let (Names::Call(named), Some(now)) = (&named, bench.state(call)) {
            prop_assert!(now == state || *named == Some(call), "{call} went from {state} to {now}");
        }
    }
    prop_assert!(bench.engine.calls() <= 12 && bench.engine.connections() <= 8);
    prop_assert_eq!(bench.engine.counters().internal, 0, "{:02x?}", octets);
    Ok(())
}

/// A message to a reference that is likely to exist, of a likely type, with elements good and bad.
fn likely() -> impl Strategy<Value = Vec<u8>> {
    let elements: Vec<Vec<u8>> = [
        "04 03 80 90 A3",
        "04 02 A8 80",
        "18 03 A9 83 81",
        "18 03 A1 83 82",
        "18 03 A9 83 8A",
        "18 01 AC",
        "18 01 A3",
        "18 06 A9 93 00 02 00 00",
        "08 02 81 90",
        "08 02 81 9E",
        "08 01",
        "14 01 00",
        "14 01 03",
        "14 01 0A",
        "14 01 3F",
        "1C 02 9F AA",
        "1E 02 81 88",
        "27 01 80",
        "70 05 80 32 30 30 32",
        "70 01 80",
        "79 01 80",
        "79 01 87",
        "03 00",
        "9C 31 01 85",
        "A1",
        "FF",
    ]
    .iter()
    .map(|hex| octets(hex))
    .collect();
    let types: Vec<u8> = vec![
        0x00, 0x01, 0x02, 0x03, 0x05, 0x07, 0x0D, 0x0F, 0x45, 0x46, 0x4D, 0x4E, 0x50, 0x5A, 0x60, 0x62, 0x6E,
        0x75, 0x7B, 0x7D,
    ];
    let reference = (prop_oneof![Just(0x00), Just(0x80)], 0..14_u8);
    let body = proptest::collection::vec(proptest::sample::select(elements), 0..5);
    (reference, proptest::sample::select(types), body).prop_map(|((flag, value), kind, body)| {
        let mut message = vec![8, 2, flag, value, kind];
        message.extend(body.concat());
        message
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn any_octets_never_panic_nor_end_a_call_they_do_not_name(
        messages in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..24), 1..12),
        prefix in any::<bool>(),
    ) {
        let mut bench = busy_bench(Side::User);
        for mut message in messages {
            if prefix {
                message.splice(0..0, [8, 2, 0x80]);
            }
            hear(&mut bench, &message)?;
        }
    }

    #[test]
    fn likely_messages_never_panic_nor_end_a_call_they_do_not_name(
        messages in proptest::collection::vec((likely(), 0..40_usize), 1..40),
        network in any::<bool>(),
    ) {
        let mut bench = busy_bench(if network { Side::Network } else { Side::User });
        for (message, cut) in messages {
            hear(&mut bench, message.get(..message.len() - cut % 4).unwrap_or_default())?;
            // Now and then time passes or the link is reset; these may end any call.
            match cut {
                37 => bench.link(DataLink::Reset),
                38 | 39 => {
                    let wait = core::time::Duration::from_secs(cut as u64);
                    bench.now = bench.now + wait;
                    bench.engine.handle_input(bench.now, Input::Timeout).unwrap();
                }
                _ => {}
            }
            bench.out();
            prop_assert_eq!(bench.engine.counters().internal, 0);
        }
        // Whatever came, everything can be cleared and nothing is left.
        bench.link(DataLink::Down);
        for _ in 0..40 {
            bench.out();
            bench.now = bench.now + core::time::Duration::from_secs(90);
            bench.engine.handle_input(bench.now, Input::Timeout).unwrap();
        }
        bench.out();
        bench.assert_idle();
    }
}

#[test]
fn each_cut_of_a_setup_is_refused_or_taken_and_never_doubled() {
    for setup in [SETUP, CONNECTION] {
        let whole = octets(setup);
        for length in 0..whole.len() {
            let mut bench = Bench::user_side();
            bench.engine.handle_input(bench.now, Input::Message(&whole[..length])).unwrap();
            let (sent, told) = bench.out();
            // Sending complete is the last octet, and the only one that may be missing.
            let taken = length == whole.len() - 1;
            assert_eq!(bench.engine.records.len(), usize::from(taken), "{length}: {told:?}");
            let refused: Vec<String> = sent;
            assert_eq!(refused.len(), usize::from(length >= 5 && !taken), "{length}: {refused:?}");
        }
    }
}
