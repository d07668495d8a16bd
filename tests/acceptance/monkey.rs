//! Ten phones at two nodes in the hands of monkeys, on a line that is cut now and then.

use std::{collections::BTreeMap, time::Duration};

use qsig_pinx::{
    CallbackStep, Profile,
    profile::{CISCO, Connection, QSIG},
};
use qsig_testkit::Seed;

use crate::world::World;

const PHONES: [&str; 10] = ["1001", "1002", "1003", "1004", "1005", "2001", "2002", "2003", "2004", "2005"];

fn profile(seed: u64) -> Profile {
    let quick = Duration::ZERO;
    match seed % 6 {
        0 => QSIG,
        1 => CISCO,
        2 => Profile { guard: quick, ..QSIG },
        3 => Profile { guard: quick, max_per_caller: None, busy_trigger: 2, ..CISCO },
        4 => Profile { proposal: Connection::Release, t3: Duration::from_secs(5), ..QSIG },
        _ => Profile { proposal: Connection::Either, response: Connection::Release, guard: quick, ..CISCO },
    }
}

fn pick(seed: &mut Seed) -> &'static str {
    PHONES[usize::try_from(seed.below(10)).unwrap()]
}

fn key(seed: &mut Seed) -> String {
    match seed.below(26) {
        0..=2 => "off-hook".into(),
        3..=6 => "on-hook".into(),
        7..=10 => format!("dial:{}", pick(seed)),
        11..=13 => "softkey:CallBack".into(),
        14 => "softkey:Dial".into(),
        15 => "softkey:Cancel".into(),
        16 => "softkey:Exit".into(),
        17 => "reject".into(),
        18 => "answer-after:2000".into(),
        19 => "hold".into(),
        20 => "retrieve".into(),
        21 => "dnd:on".into(),
        22 => "dnd:off".into(),
        23 => {
            let when = match seed.below(3) {
                0 => "all",
                1 => "busy",
                _ => "no-answer",
            };
            format!("forward:{when}:{}", pick(seed))
        }
        24 => "forward:off".into(),
        25 if seed.chance(300) => "reset".into(),
        _ => seed.below(10).to_string(),
    }
}

/// Everybody hangs up, again and again, until nothing rings any more.
fn quiet(world: &mut World) {
    for phone in PHONES {
        for key in ["answer-after:off", "dnd:off", "forward:off"] {
            world.press(phone, key);
        }
    }
    for _ in 0..6 {
        for phone in PHONES {
            // A phone that is on hook already says so.
            let _ = world.try_press(phone, "on-hook");
            world.seconds(1);
        }
        world.seconds(200);
    }
    world.pass(Duration::from_hours(5));
    for phone in PHONES {
        let _ = world.try_press(phone, "on-hook");
    }
}

fn run(number: u64) {
    let mut seed = Seed::new(number + 1);
    let mut world = World::new(profile(number));
    let mut up = true;
    for _ in 0..300 {
        let (phone, key) = (pick(&mut seed), key(&mut seed));
        match seed.below(60) {
            0 if number % 2 == 1 => {
                up = !up;
                world.line(up);
            }
            1 => world.cancel_first(phone),
            _ => {
                let before = world.phone(phone);
                if world.try_press(phone, &key).is_err() {
                    assert_eq!(world.phone(phone), before, "a key that is refused changes nothing");
                }
            }
        }
        let longest = if seed.chance(200) { 40_000 } else { 4_000 };
        let span = seed.below(longest);
        world.pass(Duration::from_millis(span));
    }
    if !up {
        world.line(true);
    }
    quiet(&mut world);
    for phone in PHONES {
        let view = world.phone(phone);
        let lit = view.lamps.iter().filter(|(_, on)| *on).count();
        assert_eq!((view.state, lit), ("idle", 0), "{phone} in run {number}");
    }
    world.assert_quiet();
    let mut callbacks: BTreeMap<_, (usize, usize)> = BTreeMap::new();
    for (node, id, step) in &world.steps {
        let counts = callbacks.entry((*node, *id)).or_default();
        match step {
            CallbackStep::Requested => counts.0 += 1,
            CallbackStep::Refused(_) | CallbackStep::Ended(_) => counts.1 += 1,
            _ => {}
        }
    }
    assert!(
        callbacks.values().all(|counts| *counts == (1, 1)),
        "one end each in run {number}: {callbacks:?}"
    );
}

#[test]
fn whatever_users_do_each_callback_ends_once_and_nothing_is_left() {
    for number in 0..36 {
        run(number);
    }
}
