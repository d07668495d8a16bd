//! Layer 2: frames, and the data link under any run of inputs.

use qsig_core::{Instant, Output, Side};
use qsig_lapd::{DataLink, Frame, Input, Misuse, Parameters, QUEUE_LIMIT};

use crate::tape::Tape;

/// A frame is written as it was read.
pub fn lapd_frame(octets: &[u8]) {
    let Ok(frame) = Frame::parse(octets) else { return };
    let mut out = Vec::new();
    frame.emit(&mut out);
    assert_eq!(out, octets);
}

/// A data link and whatever its line, its layer 3 and the time do to it: it refuses only what is its user's mistake, its
/// queues are bounded, it sends frames only, and what it says of itself is in order.
pub fn data_link(octets: &[u8]) {
    let mut tape = Tape(octets);
    let first = tape.octet().unwrap_or(0);
    let side = if first & 1 == 0 { Side::Network } else { Side::User };
    let window = first >> 1;
    let mut link = DataLink::new(side, Parameters { k: window, ..Parameters::default() });
    let mut now = Instant::ZERO;
    while let Some(command) = tape.octet() {
        let input = match command % 12 {
            0 => Input::LineUp,
            1 => Input::LineDown,
            2 => Input::EstablishRequest,
            3 => Input::ReleaseRequest,
            4 => Input::OwnBusy,
            5 => Input::OwnFree,
            6 => {
                now = now + tape.span();
                Input::Timeout
            }
            7 | 8 => Input::Data(tape.counted().to_vec().into()),
            _ => Input::Frame(tape.counted()),
        };
        if let Err(misuse) = link.handle_input(now, input) {
            assert!(
                matches!(misuse, Misuse::NotEstablished(_) | Misuse::TooLong { .. } | Misuse::Full),
                "{misuse}"
            );
        }
        let mut sent = 0;
        loop {
            match link.poll_output() {
                Output::Transmit(frame) => {
                    sent += 1;
                    assert!(Frame::parse(&frame).is_ok(), "{frame:02x?}");
                }
                Output::Event(_) => {}
                Output::Wait(_) => break,
            }
        }
        assert!(sent <= 2 * QUEUE_LIMIT, "{sent} frames after one input");
        assert!(link.queued() <= QUEUE_LIMIT);
        assert!(link.outstanding() <= window.clamp(1, 127));
    }
}
