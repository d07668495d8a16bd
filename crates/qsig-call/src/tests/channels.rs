//! Channel selection, glare and RESTART. Clause: Q.931 5.1.2, 5.2.3, 5.5, 5.7.

use alloc::{format, vec};

use qsig_core::Cause;

use super::bench::{Bench, CONNECTION, SETUP, outgoing};
use crate::{DataLink, End, Event, Input, Misuse, Parameters, Request, State};

/// The SETUP of reference 9 of the peer with this Channel identification.
fn setup(channel: &str) -> alloc::string::String {
    SETUP.replace("00 01 05", "00 09 05").replace("18 03 A9 83 81", channel)
}

#[test]
fn an_incoming_call_takes_the_channel_it_names_or_another_or_none() {
    let cases = [
        ("18 03 A9 83 85", Ok(5)),
        ("18 03 A1 83 85", Ok(5)),
        ("18 01 A3", Ok(2)),
        ("18 03 A1 83 88", Ok(2)),
        ("18 03 A9 83 88", Err("AC")),
        ("18 03 A9 83 90", Err("D2")),
        ("18 03 A9 83 A0", Err("D2")),
    ];
    for (channel, wanted) in cases {
        let mut bench = Bench::new();
        // 1 by our hunt, 8 by the peer.
        bench.setup(outgoing());
        bench.incoming(&SETUP.replace("A9 83 81", "A9 83 88"));
        bench.hear(&setup(channel));
        let (sent, told) = bench.out();
        match wanted {
            Ok(slot) => {
                assert!(sent.is_empty());
                let [Event::Setup { call, setup }] = &told[..] else { panic!("{channel}: {told:?}") };
                assert_eq!(setup.channel, Some(slot), "{channel}");
                bench.ask(*call, Request::Proceeding).unwrap();
                assert_eq!(bench.sent(), [format!("08 02 80 09 02 18 03 A9 83 {:02X}", slot | 0x80)]);
            }
            Err(cause) => assert_eq!(sent, [format!("08 02 80 09 5A 08 02 81 {cause}")], "{channel}"),
        }
    }
}

#[test]
fn when_all_channels_are_held_34_is_the_answer() {
    let mut bench =
        Bench::with(Parameters { channels: crate::Channels::from_bits(2), ..Parameters::default() });
    bench.incoming(SETUP);
    bench.hear(&setup("18 03 A1 83 81"));
    assert_eq!(bench.sent(), ["08 02 80 09 5A 08 02 81 A2"]);
    bench.hear(&setup("18 01 A3"));
    assert_eq!(bench.sent(), ["08 02 80 09 5A 08 02 81 A2"]);
}

#[test]
fn the_network_side_keeps_its_channel_in_glare() {
    let mut bench = Bench::new();
    let ours = bench.setup(outgoing());
    bench.out();
    bench.hear(&setup("18 03 A9 83 81"));
    assert_eq!(bench.sent(), ["08 02 80 09 5A 08 02 81 AC"]);
    bench.hear(&setup("18 03 A1 83 81"));
    let told = bench.told();
    assert!(matches!(&told[..], [Event::Setup { setup, .. }] if setup.channel == Some(2)), "{told:?}");
    assert_eq!(bench.engine.channel(ours), Some(1));
}

#[test]
fn the_user_side_yields_its_channel_in_glare() {
    let mut bench = Bench::user_side();
    let ours = bench.setup(outgoing());
    bench.out();
    let theirs = bench.incoming(&setup("18 03 A9 83 9F"));
    assert_eq!((bench.engine.channel(ours), bench.engine.channel(theirs)), (None, Some(31)));
    assert_eq!(bench.engine.channels_busy(), 1);
    let mut both_yield = bench.clone();
    bench.hear("08 02 80 01 5A 08 02 81 AC");
    let cause = Cause::REQUESTED_CHANNEL_NOT_AVAILABLE;
    let end = End::ReleaseComplete;
    assert_eq!(bench.told(), [Event::Released { call: ours, cause, end, facilities: vec![] }]);
    assert_eq!((bench.engine.channel(theirs), bench.engine.channels_busy()), (Some(31), 1));

    both_yield.hear("08 02 80 01 02 18 03 A9 83 9F");
    let (sent, told) = both_yield.out();
    assert_eq!(sent, ["08 02 00 01 4D 08 02 81 86"], "that channel is given away");
    assert!(matches!(told[..], [Event::Clearing { cause: Cause::CHANNEL_UNACCEPTABLE, .. }]));
}

#[test]
fn a_first_response_may_name_another_channel_only_if_ours_was_preferred() {
    let preferred = Parameters { exclusive_channels: false, ..Parameters::default() };
    let mut bench = Bench::with(preferred);
    let call = bench.setup(outgoing());
    assert!(bench.sent()[0].contains("18 03 A1 83 81"));
    bench.hear("08 02 80 01 02 18 03 A9 83 87");
    assert_eq!(bench.told(), [Event::Proceeding { call }]);
    assert_eq!((bench.engine.channel(call), bench.engine.channels_busy()), (Some(7), 1));

    for channel in ["87", "90"] {
        let mut bench = Bench::new();
        let call = bench.setup(outgoing());
        bench.out();
        bench.hear(&format!("08 02 80 01 02 18 03 A9 83 {channel}"));
        assert_eq!(bench.sent(), ["08 02 00 01 4D 08 02 81 86"]);
        assert_eq!(bench.state(call), Some(State::ReleaseRequest));
    }
}

#[test]
fn a_restart_of_the_peer_clears_its_channels_and_is_acknowledged() {
    let mut bench = Bench::user_side();
    let call = bench.incoming(SETUP);
    let other = bench.incoming(&setup("18 03 A9 83 82"));
    bench.hear("08 02 00 00 46 18 03 A9 83 81 79 01 80");
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 80 00 4E 18 03 A9 83 81 79 01 80"]);
    let cause = Cause::TEMPORARY_FAILURE;
    let released = Event::Released { call, cause, end: End::Restart, facilities: vec![] };
    assert_eq!(told, [released, Event::Restarted { channels: 2 }]);
    assert_eq!(bench.state(other), Some(State::CallPresent));

    let connection = bench.incoming(CONNECTION);
    bench.hear("08 02 00 00 46 79 01 87");
    assert_eq!(bench.sent(), ["08 02 80 00 4E 79 01 87"]);
    assert_eq!((bench.state(other), bench.state(connection)), (None, None));
    bench.assert_idle();
}

#[test]
fn a_bad_restart_is_answered_with_status() {
    let cases = [
        ("08 02 00 00 46", "08 02 80 00 7D 08 03 81 E0 79 14 01 00"),
        ("08 02 00 00 46 79 01 80", "08 02 80 00 7D 08 03 81 E0 18 14 01 00"),
        ("08 02 00 00 46 18 01 A3 79 01 80", "08 02 80 00 7D 08 03 81 E4 18 14 01 00"),
        ("08 02 00 00 46 18 03 A9 83 90 79 01 80", "08 02 80 00 7D 08 05 81 D2 A9 83 90 14 01 00"),
        ("08 02 00 00 75", "08 02 80 00 7D 08 02 81 D1 14 01 00"),
        ("08 02 80 00 75", "08 02 00 00 7D 08 02 81 D1 14 01 00"),
    ];
    let mut bench = Bench::user_side();
    let call = bench.incoming(SETUP);
    for (hex, answer) in cases {
        bench.hear(hex);
        assert_eq!(bench.sent(), [answer], "{hex}");
    }
    for hex in
        ["08 02 00 00 7D 08 02 81 9E 14 01 00", "08 02 80 00 5A 08 02 81 D1", "08 02 80 00 4E 79 01 87"]
    {
        bench.hear(hex);
        assert_eq!(bench.sent(), [""; 0], "{hex}");
    }
    assert_eq!(bench.state(call), Some(State::CallPresent));
    assert_eq!(bench.engine.counters().internal, 0);
}

#[test]
fn restarts_of_ours_follow_each_other_and_an_alarm_leaves_the_channel_blocked() {
    let mut bench = Bench::new();
    let want = |bench: &mut Bench, slot| bench.engine.handle_input(bench.now, Input::Restart(slot));
    let call = bench.setup(outgoing());
    bench.out();
    want(&mut bench, Some(1)).unwrap();
    let (sent, told) = bench.out();
    assert_eq!(sent, ["08 02 00 00 46 18 03 A9 83 81 79 01 80"]);
    assert!(matches!(told[..], [Event::Released { call: ended, end: End::Restart, .. }] if ended == call));
    want(&mut bench, None).unwrap();
    want(&mut bench, None).unwrap();
    assert_eq!(bench.out(), (vec![], vec![]), "it waits");
    bench.hear("08 02 80 00 4E 18 03 A9 83 82 79 01 80");
    bench.hear("08 02 80 00 4E 79 01 86");
    assert_eq!(bench.sent(), [""; 0], "these do not fit");
    assert_eq!(bench.expire(), 120, "T316");
    assert_eq!(bench.sent(), ["08 02 00 00 46 18 03 A9 83 81 79 01 80"]);
    bench.expire();
    let (sent, told) = bench.out();
    assert_eq!(told, [Event::Alarm { channels: 2 }]);
    assert_eq!(sent, ["08 02 00 00 46 79 01 86"], "the next, once");
    assert_eq!(bench.engine.setup(bench.now, outgoing()), Err(crate::SetupRefused::NoChannel));
    bench.link(DataLink::Down);
    bench.link(DataLink::Up);
    assert_eq!(bench.sent(), ["08 02 00 00 46 79 01 86"], "again after a link failure");
    bench.hear("08 02 80 00 4E 79 01 86");
    assert_eq!(bench.told(), [Event::Restarted { channels: crate::Channels::E1.bits() }]);
    assert_eq!(want(&mut bench, Some(16)), Err(Misuse::NoChannel(16)));
    bench.assert_idle();
    bench.setup(outgoing());
}
