//! The examples of call completion over basic call and connections, made again from what they tell: octet for octet.

use alloc::{format, string::String, vec::Vec};

use bytes::Bytes;
use qsig_q931::{Message, MessageType, Origin};

use super::bench::{Bench, CONNECTION, SETUP, connection, octets, outgoing};
use crate::{Clearing, Engine, Event, Input, Kind, Parameters, Request, Setup};

const EXAMPLES: [(&str, Kind, &str); 24] = [
    (
        "SETUP, speech, channel 1",
        Kind::Call,
        "08 02 00 01 05 04 03 80 90 A3 18 03 A9 83 81 6C 06 00 81 31 30 30 31 70 05 80 32 30 30 32 A1",
    ),
    ("DISCONNECT, user busy", Kind::Call, "08 02 80 01 45 08 02 81 91"),
    (
        "SETUP with ccbsRequest",
        Kind::Connection,
        "08 02 00 02 05 04 02 A8 80 18 01 AC 1C 31 9F AA 06 80 01 00 82 01 00 8B 01 01 A1 23 02 01 01 02 \
         01 28 30 1B A0 06 80 04 31 30 30 31 80 04 32 30 30 32 40 05 04 03 80 90 A3 8C 01 FF 8D 01 FF 6C \
         06 00 81 31 30 30 31 70 05 80 32 30 30 32 A1",
    ),
    ("CALL PROCEEDING", Kind::Connection, "08 02 80 02 02 18 01 AC"),
    (
        "CONNECT with the result",
        Kind::Connection,
        "08 02 80 02 07 18 01 AC 1C 1E 9F AA 06 80 01 00 82 01 00 8B 01 00 A2 10 02 01 01 30 0B 02 01 28 \
         30 06 80 01 FF 81 01 FF",
    ),
    ("CONNECT ACKNOWLEDGE", Kind::Connection, "08 02 00 02 0F"),
    (
        "RELEASE with the result",
        Kind::Connection,
        "08 02 80 02 4D 08 02 81 90 1C 18 9F AA 06 80 01 00 82 01 00 8B 01 00 A2 0A 02 01 01 30 05 02 01 28 30 00",
    ),
    (
        "RELEASE with shortTermRejection",
        Kind::Connection,
        "08 02 80 02 4D 08 02 81 90 1C 15 9F AA 06 80 01 00 82 01 00 8B 01 00 A3 07 02 01 01 02 02 03 F2",
    ),
    (
        "SETUP with ccnrRequest",
        Kind::Connection,
        "08 02 00 03 05 04 02 A8 80 18 01 AC 1C 47 9F AA 06 80 01 00 82 01 00 8B 01 01 A1 39 02 01 02 02 \
         01 1B 30 31 A0 0B A5 09 0A 01 04 12 04 31 30 30 31 A1 11 0A 01 01 12 0C 33 39 30 36 31 32 33 34 \
         35 36 37 38 40 05 04 03 80 90 A3 AA 05 04 03 50 37 37 8D 01 00 6C 06 00 81 31 30 30 31 70 05 80 \
         32 30 30 32 A1",
    ),
    (
        "FACILITY with ccExecPossible",
        Kind::Connection,
        "08 02 80 02 62 1C 16 9F AA 06 80 01 00 82 01 00 8B 01 01 A1 08 02 01 01 02 01 1D 05 00",
    ),
    (
        "SETUP with ccExecPossible",
        Kind::Connection,
        "08 02 00 05 05 04 02 A8 80 18 01 AC 1C 29 9F AA 06 80 01 00 82 01 00 8B 01 01 A1 1B 02 01 03 02 \
         01 1D A0 13 80 04 31 30 30 31 80 04 32 30 30 32 40 05 04 03 80 90 A3 6C 06 00 81 32 30 30 32 70 \
         05 80 31 30 30 31 A1",
    ),
    (
        "FACILITY with ccSuspend",
        Kind::Connection,
        "08 02 00 02 62 1C 16 9F AA 06 80 01 00 82 01 00 8B 01 00 A1 08 02 01 04 02 01 20 05 00",
    ),
    (
        "CONNECT with ccSuspend",
        Kind::Connection,
        "08 02 80 05 07 18 01 AC 1C 16 9F AA 06 80 01 00 82 01 00 8B 01 00 A1 08 02 01 04 02 01 20 05 00",
    ),
    (
        "FACILITY with ccResume",
        Kind::Connection,
        "08 02 00 02 62 1C 16 9F AA 06 80 01 00 82 01 00 8B 01 00 A1 08 02 01 05 02 01 21 05 00",
    ),
    (
        "SETUP with ccRingout",
        Kind::Call,
        "08 02 00 06 05 04 03 80 90 A3 18 03 A9 83 82 1C 16 9F AA 06 80 01 00 82 01 00 8B 01 00 A1 08 02 \
         01 06 02 01 1F 05 00 6C 06 00 81 31 30 30 31 70 05 80 32 30 30 32 A1",
    ),
    (
        "SETUP with ccPathReserve",
        Kind::Call,
        "08 02 00 07 05 04 03 80 90 A3 18 03 A9 83 83 1C 16 9F AA 06 80 01 00 82 01 00 8B 01 01 A1 08 02 \
         01 07 02 01 1E 05 00 6C 06 00 81 31 30 30 31 70 05 80 32 30 30 32 A1",
    ),
    (
        "PROGRESS with the result of ccPathReserve",
        Kind::Call,
        "08 02 80 07 03 1C 18 9F AA 06 80 01 00 82 01 00 8B 01 00 A2 0A 02 01 07 30 05 02 01 1E 05 00 1E 02 81 88",
    ),
    (
        "FACILITY with ccRingout",
        Kind::Call,
        "08 02 00 07 62 1C 16 9F AA 06 80 01 00 82 01 00 8B 01 00 A1 08 02 01 08 02 01 1F 05 00",
    ),
    (
        "RELEASE with ccCancel",
        Kind::Connection,
        "08 02 00 02 4D 08 02 81 90 1C 16 9F AA 06 80 01 00 82 01 00 8B 01 01 A1 08 02 01 09 02 01 1C 05 00",
    ),
    (
        "SETUP with ccCancel",
        Kind::Connection,
        "08 02 00 08 05 04 02 A8 80 18 01 AC 1C 29 9F AA 06 80 01 00 82 01 00 8B 01 01 A1 1B 02 01 0A 02 \
         01 1C A0 13 80 04 31 30 30 31 80 04 32 30 30 32 40 05 04 03 80 90 A3 6C 06 00 81 31 30 30 31 70 \
         05 80 32 30 30 32 A1",
    ),
    (
        "DISCONNECT with remoteUserBusyAgain",
        Kind::Call,
        "08 02 80 06 45 08 02 81 91 1C 15 9F AA 06 80 01 00 82 01 00 8B 01 00 A3 07 02 01 06 02 02 03 F4",
    ),
    (
        "DISCONNECT with failureToMatch",
        Kind::Call,
        "08 02 80 06 45 08 02 81 9F 1C 15 9F AA 06 80 01 00 82 01 00 8B 01 00 A3 07 02 01 06 02 02 03 F5",
    ),
    (
        "RELEASE with reject",
        Kind::Connection,
        "08 02 80 02 4D 08 02 81 90 1C 11 9F AA 06 80 01 00 82 01 00 A4 06 02 01 01 81 01 01",
    ),
    (
        "DISCONNECT with failedDueToInterworking",
        Kind::Call,
        "08 02 80 07 45 08 02 81 FF 1C 15 9F AA 06 80 01 00 82 01 00 8B 01 00 A3 07 02 01 07 02 02 03 F6",
    ),
];

/// What the SETUP tells one end, another end sends again.
fn relay(hex: &str) -> Setup {
    let mut far = Bench::user_side();
    far.hear(hex);
    match far.told().pop() {
        Some(Event::Setup { setup, .. }) => setup,
        other => panic!("{other:?}"),
    }
}

/// The request that sends the message.
fn request(message: &Message<'_>) -> Request {
    let received = message.received();
    let facilities: Vec<_> = received.facilities().map(Bytes::copy_from_slice).collect();
    let clearing =
        || Clearing { facilities: facilities.clone(), ..Clearing::new(received.cause.unwrap().cause) };
    match message.message_type {
        MessageType::CallProceeding => Request::Proceeding,
        MessageType::Progress => {
            Request::Progress { description: 8, cause: None, facilities: facilities.clone() }
        }
        MessageType::Connect => Request::Connect { facilities: facilities.clone(), connected: None },
        MessageType::Facility => Request::Facility { facilities: facilities.clone() },
        MessageType::Disconnect => Request::Disconnect(clearing()),
        MessageType::Release => Request::Release(clearing()),
        other => panic!("{other}"),
    }
}

fn sends_again(kind: Kind, hex: &str) -> Vec<String> {
    let whole = octets(hex);
    let message = Message::parse(&whole).unwrap();
    let value = message.call_reference.value().unwrap();
    let mut bench = Bench::new();
    bench.engine = Engine::new(Parameters::default(), value);
    bench.link(crate::DataLink::Up);
    let call = match message.call_reference.origin() {
        Some(Origin::Sender) if message.message_type == MessageType::Setup => {
            bench.setup(relay(hex));
            return bench.sent();
        }
        Some(Origin::Sender) => {
            let setup = if kind == Kind::Call { outgoing() } else { connection() };
            let call = bench.setup(setup);
            bench.out();
            bench.hear(&format!("08 02 80 {value:02X} 07"));
            call
        }
        _ => {
            let setup = if kind == Kind::Call { SETUP } else { CONNECTION };
            let setup = setup.replace(" 00 01 05 ", " 00 02 05 ");
            let call = bench.incoming(&setup.replace(" 00 02 05 ", &format!(" 00 {value:02X} 05 ")));
            if message.message_type != MessageType::CallProceeding {
                bench.ask(call, Request::Proceeding).unwrap();
                bench.out();
            }
            call
        }
    };
    if message.message_type != MessageType::ConnectAcknowledge {
        bench.out();
        bench.engine.handle_input(bench.now, Input::Request(call, request(&message))).unwrap();
    }
    bench.sent()
}

#[test]
fn each_example_is_sent_again_octet_for_octet() {
    for (name, kind, hex) in EXAMPLES {
        assert_eq!(sends_again(kind, hex), [hex], "{name}");
    }
}
