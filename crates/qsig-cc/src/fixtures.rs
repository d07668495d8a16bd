//! What several tests need.

use qsig_core::{Instant, PartyNumber};

use crate::{Caller, Parties};

/// The octets of a bearer capability element: speech, A-law.
pub(crate) const SPEECH: [u8; 5] = [0x04, 0x03, 0x80, 0x90, 0xA3];

pub(crate) fn number(digits: &str) -> PartyNumber {
    PartyNumber::unknown(digits.parse().unwrap())
}

pub(crate) fn parties(a: &str, b: &str) -> Parties {
    Parties {
        a: Caller::Allowed(number(a)),
        b: number(b),
        service: SPEECH.into(),
        subaddress_a: None,
        subaddress_b: None,
    }
}

pub(crate) const fn at(seconds: u64) -> Instant {
    Instant::from_micros(seconds * 1_000_000)
}
