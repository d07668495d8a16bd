//! One data link, input by input.

use alloc::{vec, vec::Vec};
use core::time::Duration;

use bytes::Bytes;
use qsig_core::{Instant, Side};

use super::{drain, millis};
use crate::{
    DataLink, Discard, Event, Exceptions, FrameError, FrameType, Input, MdlError, Misuse, Parameters,
    QUEUE_LIMIT, State, Timer,
};

const SABME: &[u8] = &[0x00, 0x01, 0x7F];
const UA: &[u8] = &[0x02, 0x01, 0x73];

/// Feeds octets as a frame.
fn frame(link: &mut DataLink, now: Instant, octets: &[u8]) -> (Vec<Bytes>, Vec<Event>) {
    link.handle_input(now, Input::Frame(octets)).unwrap();
    let (frames, events, _) = drain(link);
    (frames, events)
}

fn tell(link: &mut DataLink, now: Instant, input: Input<'_>) -> (Vec<Bytes>, Vec<Event>) {
    link.handle_input(now, input).unwrap();
    let (frames, events, _) = drain(link);
    (frames, events)
}

/// A link of the network side, established by its own SABME at 0.
fn established() -> DataLink {
    let mut link = DataLink::new(Side::Network, Parameters::default());
    tell(&mut link, Instant::ZERO, Input::LineUp);
    frame(&mut link, Instant::ZERO, UA);
    assert_eq!(link.state(), State::MultipleFrameEstablished);
    link
}

fn data(length: usize) -> Input<'static> {
    Input::Data(vec![0x08; length].into())
}

#[test]
fn it_is_silent_until_the_line_is_up_and_then_establishes() {
    let mut link = DataLink::new(Side::User, Parameters::default());
    assert_eq!(drain(&mut link), (vec![], vec![], None));
    assert_eq!(tell(&mut link, millis(5), Input::Timeout), (vec![], vec![]));
    assert_eq!(tell(&mut link, millis(7), Input::LineUp), (vec![Bytes::from_static(SABME)], vec![]));
    assert_eq!(link.state().number(), 5);
    assert_eq!(link.deadline(Timer::T200), Some(millis(1_007)));
    assert_eq!(frame(&mut link, millis(9), &[0x00, 0x01, 0x73]), (vec![], vec![Event::EstablishConfirm]));
    assert!(link.is_up());
    assert_eq!(link.deadline(Timer::T203), Some(millis(10_009)));
}

#[test]
fn sabme_is_answered_and_announced() {
    let mut link = DataLink::new(Side::Network, Parameters::default());
    tell(&mut link, millis(0), Input::ReleaseRequest);
    tell(&mut link, millis(0), Input::LineUp);
    let (frames, events) = frame(&mut link, millis(1), SABME);
    assert_eq!(frames, [&[0x00, 0x01, 0x73][..]]);
    assert_eq!(events, [Event::EstablishIndication]);
}

#[test]
fn it_tries_four_times_and_then_waits_and_tries_again_for_ever() {
    let mut link = DataLink::new(Side::User, Parameters::default());
    link.handle_input(millis(0), Input::LineUp).unwrap();
    let mut times = Vec::new();
    let mut events = Vec::new();
    let mut now = millis(0);
    for _ in 0..12 {
        let (frames, told, until) = drain(&mut link);
        times.extend(frames.iter().map(|_| now));
        events.extend(told);
        now = until.unwrap();
        link.handle_input(now, Input::Timeout).unwrap();
    }
    let seconds: Vec<u64> = times.iter().map(|at| at.as_micros() / 1_000_000).collect();
    assert_eq!(seconds, [0, 1, 2, 3, 5, 6, 7, 8, 10, 11]);
    let failed = [Event::Error(MdlError::NoAnswerToSabme), Event::ReleaseIndication];
    assert_eq!(events, [failed.clone(), failed].concat());
}

#[test]
fn both_ends_of_the_same_side_are_told_once_for_each_attempt() {
    let mut link = DataLink::new(Side::User, Parameters::default());
    tell(&mut link, millis(0), Input::LineUp);
    let undefined = Event::Error(MdlError::Undefined);
    assert_eq!(frame(&mut link, millis(1), SABME), (vec![], vec![undefined.clone(), Event::SameSide]));
    assert_eq!(frame(&mut link, millis(2), SABME), (vec![], vec![undefined.clone()]));
    for seconds in 1..=5 {
        tell(&mut link, millis(seconds * 1_000), Input::Timeout);
    }
    assert_eq!(link.state(), State::AwaitingEstablishment, "the next attempt");
    assert_eq!(frame(&mut link, millis(5_001), SABME), (vec![], vec![undefined, Event::SameSide]));
}

#[test]
fn a_window_is_sent_and_the_rest_follows_its_acknowledgement() {
    let mut link = established();
    for _ in 0..9 {
        link.handle_input(millis(1), data(3)).unwrap();
    }
    let (frames, _, _) = drain(&mut link);
    assert_eq!(frames.len(), 7);
    assert_eq!(frames[6], [0x02, 0x01, 0x0C, 0x00, 0x08, 0x08, 0x08][..]);
    // RR response F=0 N(R)=2 from the user side.
    let (frames, _) = frame(&mut link, millis(2), &[0x02, 0x01, 0x01, 0x04]);
    assert_eq!(frames.len(), 2);
    assert_eq!((link.outstanding(), link.queued()), (7, 7));
    assert_eq!(link.deadline(Timer::T200), Some(millis(1_002)));
    frame(&mut link, millis(3), &[0x02, 0x01, 0x01, 0x12]);
    assert_eq!((link.outstanding(), link.queued()), (0, 0));
    assert_eq!(link.deadline(Timer::T203), Some(millis(10_003)));
}

#[test]
fn information_is_delivered_once_and_acknowledged_after_it() {
    let mut link = established();
    let (frames, events) = frame(&mut link, millis(1), &[0x00, 0x01, 0x00, 0x00, 0xAB]);
    assert_eq!(events, [Event::Data(Bytes::from_static(&[0xAB]))]);
    assert_eq!(frames, [&[0x00, 0x01, 0x01, 0x02][..]], "RR response, N(R)=1");
    let (frames, events) = frame(&mut link, millis(1), &[0x00, 0x01, 0x00, 0x00, 0xAB]);
    assert_eq!(events, []);
    assert_eq!(frames, [&[0x00, 0x01, 0x09, 0x02][..]], "REJ response, N(R)=1");
    let (frames, events) = frame(&mut link, millis(1), &[0x00, 0x01, 0x00, 0x00, 0xAB]);
    assert_eq!((frames, events), (vec![], vec![]), "one REJ is enough");
    // The frame it asked for ends the exception; the next gap has a REJ of its own.
    assert_eq!(frame(&mut link, millis(2), &[0x00, 0x01, 0x02, 0x00, 0xCD]).1.len(), 1);
    assert_eq!(frame(&mut link, millis(2), &[0x00, 0x01, 0x06, 0x00]).0, [&[0x00, 0x01, 0x09, 0x04][..]]);
}

#[test]
fn a_lost_frame_is_found_by_the_enquiry_and_sent_again() {
    let mut link = established();
    tell(&mut link, millis(0), data(1));
    let (frames, _) = tell(&mut link, millis(1_000), Input::Timeout);
    assert_eq!(frames, [&[0x02, 0x01, 0x01, 0x01][..]], "RR command P=1");
    assert_eq!(link.state(), State::TimerRecovery);
    let (frames, _) = frame(&mut link, millis(1_001), &[0x02, 0x01, 0x01, 0x01]);
    assert_eq!(frames, [&[0x02, 0x01, 0x00, 0x00, 0x08][..]]);
    assert_eq!(link.counters().retransmissions, 1);
    assert_eq!(link.counters().sent.of(FrameType::I), 2);
}

#[test]
fn a_silent_peer_is_given_up_after_its_polls() {
    let mut link = established();
    let mut now = millis(0);
    let mut polls = 0;
    loop {
        let (frames, _, until) = drain(&mut link);
        polls += frames.iter().filter(|frame| frame[2] == 0x01).count();
        if link.state() == State::AwaitingEstablishment {
            break;
        }
        now = until.unwrap();
        link.handle_input(now, Input::Timeout).unwrap();
    }
    assert_eq!((now, polls), (millis(14_000), 4));
    assert_eq!(link.counters().errors(MdlError::NoAnswerToEnquiry), 1);
}

#[test]
fn a_busy_peer_is_asked_and_not_sent_to() {
    let mut link = established();
    frame(&mut link, millis(0), &[0x02, 0x01, 0x05, 0x00]);
    assert!(link.exceptions().contains(Exceptions::PEER_BUSY));
    assert_eq!(tell(&mut link, millis(1), data(1)).0, Vec::<Bytes>::new());
    assert_eq!(tell(&mut link, millis(1_000), Input::Timeout).0, [&[0x02, 0x01, 0x01, 0x01][..]]);
    // Still busy, twice; then free.
    frame(&mut link, millis(1_001), &[0x02, 0x01, 0x05, 0x01]);
    assert_eq!(tell(&mut link, millis(2_001), Input::Timeout).0.len(), 1);
    let (frames, _) = frame(&mut link, millis(2_002), &[0x02, 0x01, 0x01, 0x01]);
    assert_eq!(frames, [&[0x02, 0x01, 0x00, 0x00, 0x08][..]]);
    assert_eq!(link.counters().retransmissions, 0);
}

#[test]
fn own_busy_is_said_and_information_is_not_taken() {
    let mut link = established();
    assert_eq!(tell(&mut link, millis(0), Input::OwnBusy).0, [&[0x00, 0x01, 0x05, 0x00][..]]);
    assert_eq!(frame(&mut link, millis(1), &[0x00, 0x01, 0x00, 0x00, 0xAB]), (vec![], vec![]));
    assert_eq!(tell(&mut link, millis(2), Input::OwnFree).0, [&[0x00, 0x01, 0x01, 0x00][..]]);
    assert_eq!(frame(&mut link, millis(3), &[0x00, 0x01, 0x00, 0x00, 0xAB]).1.len(), 1);
}

#[test]
fn release_is_confirmed_and_the_link_stays_down() {
    let mut link = established();
    assert_eq!(tell(&mut link, millis(0), Input::ReleaseRequest).0, [&[0x02, 0x01, 0x53][..]]);
    assert_eq!(frame(&mut link, millis(1), UA).1, [Event::ReleaseConfirm]);
    assert_eq!(drain(&mut link).2, None, "no timer: not wanted");
    let (frames, _) = tell(&mut link, millis(2), Input::EstablishRequest);
    assert_eq!(frames, [&[0x02, 0x01, 0x7F][..]]);
}

#[test]
fn misuse_is_handed_back_and_changes_nothing() {
    let print = |link: &DataLink| {
        let mut hasher = std::hash::DefaultHasher::new();
        link.fingerprint(millis(1), &mut hasher);
        (std::hash::Hasher::finish(&hasher), *link.counters())
    };
    let mut link = DataLink::new(Side::User, Parameters::default());
    let before = print(&link);
    let refused = Err(Misuse::NotEstablished(State::TeiAssigned));
    assert_eq!(link.handle_input(millis(1), data(1)), refused);
    assert_eq!(print(&link), before);

    let mut link = established();
    frame(&mut link, millis(0), &[0x02, 0x01, 0x05, 0x00]);
    assert_eq!(link.handle_input(millis(1), data(261)), Err(Misuse::TooLong { octets: 261, n201: 260 }));
    for _ in 0..QUEUE_LIMIT {
        link.handle_input(millis(1), data(260)).unwrap();
    }
    let before = print(&link);
    // T200 is long due: a refused request does not make it expire.
    assert_eq!(link.handle_input(millis(9_000), data(1)), Err(Misuse::Full));
    assert_eq!(print(&link), before);
}

#[test]
fn a_frame_that_waited_still_stops_a_timer_that_is_due() {
    let mut link = established();
    tell(&mut link, millis(0), data(1));
    frame(&mut link, millis(5_000), &[0x02, 0x01, 0x01, 0x02]);
    assert_eq!(tell(&mut link, millis(5_000), Input::Timeout), (vec![], vec![]));
    assert_eq!(link.state(), State::MultipleFrameEstablished);
}

#[test]
fn timers_of_no_length_do_not_hold_up_the_caller() {
    let zero = Duration::ZERO;
    let parameters = Parameters { t200: zero, t203: zero, t_retry: zero, ..Parameters::default() };
    let mut link = DataLink::new(Side::User, parameters);
    link.handle_input(millis(0), Input::LineUp).unwrap();
    link.handle_input(millis(0), Input::Timeout).unwrap();
    assert!(drain(&mut link).0.len() < 9);
}

#[test]
fn what_is_not_for_this_link_is_told_and_counted() {
    let mut link = established();
    let discarded = |discard| (vec![], vec![Event::Discarded(discard)]);
    let cut = Discard::Malformed(FrameError::Cut { have: 2 });
    assert_eq!(frame(&mut link, millis(0), &[0x00, 0x01]), discarded(cut));
    let management = Discard::Address { frame: FrameType::Ui, sapi: 63, tei: 127 };
    assert_eq!(frame(&mut link, millis(0), &[0xFC, 0xFF, 0x03, 0x0F]), discarded(management));
    assert_eq!(link.counters().discarded, 2);
    tell(&mut link, millis(0), Input::LineDown);
    assert_eq!(frame(&mut link, millis(0), SABME), discarded(Discard::LineDown));
}

#[test]
fn a_fault_in_a_frame_has_its_letter() {
    let long = [&[0x00, 0x01, 0x00, 0x00][..], &[0; 261]].concat();
    let long_ui = [&[0x00, 0x01, 0x03][..], &[0; 261]].concat();
    let cases: &[(&[u8], char, u8)] = &[
        (&[0x00, 0x01, 0x2F], 'L', 5),             // SABM, modulo 8
        (&[0x02, 0x01, 0x00, 0x00], 'L', 5),       // I as response
        (&[0x00, 0x01, 0x73], 'L', 5),             // UA as command
        (&[0x02, 0x01, 0x7F, 0x00], 'L', 5),       // SABME as response, and too long
        (&[0x00, 0x01, 0x53, 0x00], 'N', 5),       // DISC with one octet too many, as old libpri sends it
        (&[0x02, 0x01, 0x01, 0x00, 0x00], 'N', 5), // RR of 5 octets
        (&long, 'O', 5),
        (&long_ui, 'O', 7),
        (&[0x02, 0x01, 0x01, 0x02], 'J', 5),
        (&[0x00, 0x01, 0x00, 0x02], 'J', 5),
        (&[0x02, 0x01, 0x97, 0x00, 0x00, 0x00, 0x00, 0x00], 'K', 5),
        (&[0x02, 0x01, 0x1F], 'B', 7),
        (&[0x02, 0x01, 0x0F], 'E', 5),
        (&[0x02, 0x01, 0x73], 'C', 7),
        (&[0x02, 0x01, 0x63], 'D', 7),
        (&[0x02, 0x01, 0x01, 0x01], 'A', 7),
        (SABME, 'F', 7),
    ];
    for (octets, letter, state) in cases {
        let mut link = established();
        let (_, events) = frame(&mut link, millis(1), octets);
        let letters: Vec<char> = events
            .iter()
            .filter_map(|event| match event {
                Event::Error(error) => Some(error.letter()),
                _ => None,
            })
            .collect();
        assert_eq!((letters, link.state().number()), (vec![*letter], *state), "{octets:02x?}");
    }
}
