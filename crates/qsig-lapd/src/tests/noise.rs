//! Whatever comes, in whatever order: no panic, no impossible pair, the laws hold, the state is bounded.

use alloc::{vec, vec::Vec};

use proptest::prelude::*;
use qsig_core::{Instant, Side};

use super::{drain, laws};
use crate::{DataLink, Input, Misuse, Parameters, QUEUE_LIMIT};

#[derive(Clone, Debug)]
enum Deed {
    Frame(Vec<u8>),
    Data(usize),
    Plain(u8),
    /// Goes to the deadline and times out.
    Expire,
}

/// Frames that are mostly right, so that all states are reached.
fn any_frame() -> impl Strategy<Value = Vec<u8>> {
    let address = prop_oneof![8 => Just(vec![0x00, 0x01]), 8 => Just(vec![0x02, 0x01]), 1 => any::<[u8; 2]>().prop_map(|two| two.to_vec())];
    let number = prop_oneof![4 => 0_u8..8, 1 => any::<u8>()];
    let unnumbered =
        prop::sample::select(&[0x6F_u8, 0x7F, 0x0F, 0x1F, 0x03, 0x43, 0x53, 0x63, 0x73, 0x87, 0xAF, 0x2F]);
    let control = prop_oneof![
        4 => (number.clone(), number.clone()).prop_map(|(ns, nr)| vec![ns << 1, nr]),
        4 => (prop::sample::select(&[0x01_u8, 0x05, 0x09]), number).prop_map(|(kind, nr)| vec![kind, nr]),
        4 => unnumbered.prop_map(|octet| vec![octet]),
        1 => any::<u8>().prop_map(|octet| vec![octet]),
    ];
    let information = prop_oneof![6 => Just(0_usize), 3 => 1_usize..9, 1 => 259_usize..270];
    (address, control, information).prop_map(|(mut octets, control, information)| {
        octets.extend(control);
        octets.resize(octets.len() + information, 0x08);
        octets
    })
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        12 => any_frame().prop_map(Deed::Frame),
        4 => (0_usize..262).prop_map(Deed::Data),
        2 => (0_u8..12).prop_map(Deed::Plain),
        4 => Just(Deed::Expire),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_laws_hold_whatever_comes(
        network in any::<bool>(),
        k in 0_u8..=255,
        deeds in prop::collection::vec(any_deed(), 0..120),
    ) {
        let side = if network { Side::Network } else { Side::User };
        let mut link = DataLink::new(side, Parameters { k, ..Parameters::default() });
        let mut now = Instant::ZERO;
        link.handle_input(now, Input::LineUp).unwrap();
        for deed in deeds {
            let (frames, _, until) = drain(&mut link);
            prop_assert!(frames.iter().all(|frame| crate::Frame::parse(frame).is_ok()));
            let taken = match deed {
                Deed::Frame(octets) => link.handle_input(now, Input::Frame(&octets)),
                Deed::Data(length) => match link.handle_input(now, Input::Data(vec![0x08; length].into())) {
                    Err(Misuse::NotEstablished(state)) => {
                        prop_assert!(!state.is_up());
                        Ok(())
                    }
                    Err(Misuse::TooLong { octets: 261, n201: 260 }) => Ok(()),
                    other => other,
                },
                Deed::Plain(which) => link.handle_input(now, match which {
                    0 => Input::LineDown,
                    1..=4 => Input::LineUp,
                    5 => Input::EstablishRequest,
                    6 => Input::ReleaseRequest,
                    7 => Input::OwnBusy,
                    8 => Input::OwnFree,
                    _ => Input::Timeout,
                }),
                Deed::Expire => {
                    now = until.unwrap_or(now);
                    link.handle_input(now, Input::Timeout)
                }
            };
            prop_assert_eq!(taken, Ok(()));
            prop_assert_eq!(laws(&link, k.clamp(1, 127)), Ok(()));
            prop_assert!(link.queued() <= QUEUE_LIMIT);
        }
    }
}
