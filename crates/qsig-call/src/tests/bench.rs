//! One engine on a bench: octets and requests in, octets and events out.

use alloc::{format, string::String, vec::Vec};

use bytes::Bytes;
use qsig_core::{Cause, Instant, Output, PartyNumber, Side};

use crate::{
    Bearer, CallId, Clearing, DataLink, Engine, Event, Input, Misuse, Parameters, PresentedNumber, Request,
    Screening, Setup, State,
};

/// SETUP 1001 to 2002, speech, channel 1 exclusive, reference 1 of the sender. Example of ECMA-143's basic call.
pub(super) const SETUP: &str = "08 02 00 01 05 04 03 80 90 A3 18 03 A9 83 81 6C 06 00 81 31 30 30 31 \
                                70 05 80 32 30 30 32 A1";

/// SETUP of a connection, reference 2 of the sender, with an APDU.
pub(super) const CONNECTION: &str = "08 02 00 02 05 04 02 A8 80 18 01 AC 1C 02 9F AA \
                                     6C 06 00 81 31 30 30 31 70 05 80 32 30 30 32 A1";

pub(super) fn octets(hex: &str) -> Vec<u8> {
    hex.split_whitespace().map(|octet| u8::from_str_radix(octet, 16).unwrap()).collect()
}

pub(super) fn number(digits: &str) -> PartyNumber {
    PartyNumber::unknown(digits.parse().unwrap())
}

pub(super) fn apdu() -> Vec<Bytes> {
    alloc::vec![Bytes::from_static(&[0x9F, 0xAA])]
}

pub(super) fn clearing(cause: Cause) -> Clearing {
    Clearing::new(cause)
}

pub(super) fn outgoing() -> Setup {
    let calling = PresentedNumber { screening: Screening::Passed, ..PresentedNumber::new(number("1001")) };
    Setup { calling: Some(calling), ..Setup::call(Bearer::SPEECH, number("2002")) }
}

pub(super) fn connection() -> Setup {
    let calling = PresentedNumber { screening: Screening::Passed, ..PresentedNumber::new(number("1001")) };
    Setup { calling: Some(calling), facilities: apdu(), ..Setup::connection(number("2002")) }
}

#[derive(Clone, Debug)]
pub(super) struct Bench {
    pub(super) engine: Engine,
    pub(super) now: Instant,
}

impl Bench {
    /// The network side, its link up, its first reference 1.
    pub(super) fn new() -> Self {
        Self::with(Parameters::default())
    }

    pub(super) fn user_side() -> Self {
        Self::with(Parameters { side: Side::User, ..Parameters::default() })
    }

    pub(super) fn with(parameters: Parameters) -> Self {
        let mut bench = Self { engine: Engine::new(parameters, 1), now: Instant::ZERO };
        bench.link(DataLink::Up);
        assert_eq!(bench.out(), (Vec::new(), Vec::new()));
        bench
    }

    pub(super) fn link(&mut self, link: DataLink) {
        self.engine.handle_input(self.now, Input::DataLink(link)).unwrap();
    }

    pub(super) fn hear(&mut self, hex: &str) {
        self.engine.handle_input(self.now, Input::Message(&octets(hex))).unwrap();
    }

    pub(super) fn ask(&mut self, call: CallId, request: Request) -> Result<(), Misuse> {
        self.engine.handle_input(self.now, Input::Request(call, request))
    }

    pub(super) fn setup(&mut self, setup: Setup) -> CallId {
        self.engine.setup(self.now, setup).unwrap()
    }

    /// What was sent, as hex, and what was told.
    pub(super) fn out(&mut self) -> (Vec<String>, Vec<Event>) {
        let (mut sent, mut told) = (Vec::new(), Vec::new());
        loop {
            match self.engine.poll_output() {
                Output::Transmit(octets) => {
                    let hex: Vec<_> = octets.iter().map(|octet| format!("{octet:02X}")).collect();
                    sent.push(hex.join(" "));
                }
                Output::Event(event) => told.push(event),
                Output::Wait(_) => return (sent, told),
            }
        }
    }

    /// What was sent; events are dropped.
    pub(super) fn sent(&mut self) -> Vec<String> {
        self.out().0
    }

    /// What was told; messages are dropped.
    pub(super) fn told(&mut self) -> Vec<Event> {
        self.out().1
    }

    /// Steps the clock to the next deadline. Seconds since the last input.
    pub(super) fn expire(&mut self) -> u64 {
        let Output::Wait(Some(deadline)) = self.engine.poll_output() else {
            panic!("no timer, or not drained")
        };
        let waited = deadline.since(self.now).as_secs();
        self.now = deadline;
        self.engine.handle_input(self.now, Input::Timeout).unwrap();
        waited
    }

    pub(super) fn state(&self, call: CallId) -> Option<State> {
        self.engine.call_state(call)
    }

    /// The call that a SETUP just heard has made.
    pub(super) fn incoming(&mut self, hex: &str) -> CallId {
        self.hear(hex);
        match &self.told()[..] {
            [Event::Setup { call, .. }] => *call,
            other => panic!("{other:?}"),
        }
    }

    /// No call, no channel, no timer is left.
    pub(super) fn assert_idle(&mut self) {
        assert_eq!((self.engine.calls(), self.engine.connections(), self.engine.channels_busy()), (0, 0, 0));
        assert_eq!(self.engine.poll_output(), Output::Wait(None));
        assert_eq!(self.engine.counters().internal, 0);
    }
}
