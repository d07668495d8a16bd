//! Users, links and both sides' wishes at random, then quiet: the laws hold, and everything comes to its end.

use alloc::vec::Vec;
use core::time::Duration;
use std::panic::{AssertUnwindSafe, catch_unwind};

use qsig_testkit::Seed;

use super::pair::Pair;
use crate::{
    EndCause, Originating, Service, Terminating,
    originating::{self, Proposal},
    terminating::{self, Act, Happening, Response, State, Terms, step},
};

const USERS_A: [&str; 3] = ["1001", "1002", "1003"];
const USERS_B: [&str; 2] = ["2001", "2002"];

/// How much may go wrong in a run.
#[derive(Clone, Copy)]
struct Weather {
    resets: bool,
    losses: bool,
}

/// The machines of both ends, perhaps with a bug in one.
type Steps = (originating::Step, terminating::Step);

const GOOD: Steps = (originating::step, terminating::step);

fn pair(seed: &mut Seed, steps: Steps) -> Pair {
    let a = Originating::with_step(originating::Parameters::default(), steps.0);
    let b = Terminating::with_step(terminating::Parameters::default(), steps.1);
    let response = if seed.chance(500) { Response::Retain } else { Response::Release };
    let terms = Terms { response, max_requests: 4, ..Terms::default() };
    Pair::new(a, b, &USERS_B.map(|number| (number, terms)))
}

fn pick<'a, T>(seed: &mut Seed, from: &'a [T]) -> Option<&'a T> {
    from.get(usize::try_from(seed.below(from.len() as u64)).unwrap())
}

fn act(pair: &mut Pair, seed: &mut Seed, weather: Weather) {
    let a = *pick(seed, &USERS_A).unwrap();
    let b = *pick(seed, &USERS_B).unwrap();
    match seed.below(100) {
        0..=24 => {
            let service = if seed.chance(700) { Service::Ccbs } else { Service::Ccnr };
            let proposal = *pick(seed, &[Proposal::Retain, Proposal::Release, Proposal::Either]).unwrap();
            let _ = pair.request(a, b, service, proposal);
        }
        25..=39 => pair.busy_a(a, seed.chance(400)),
        40..=54 => pair.busy_b(b, seed.chance(500)),
        55..=62 => pair.tell_b(terminating::Input::Activity { number: b.parse().unwrap() }),
        63..=77 => {
            if let Some(record) = pick(seed, &pair.recalls()).copied() {
                pair.answer(record);
            }
        }
        78..=85 => {
            if let Some(call) = pick(seed, &pair.ringing()).copied() {
                if seed.chance(700) { pair.alert(call) } else { pair.hang_up(call, false) }
            }
        }
        86..=88 => {
            let ids: Vec<_> = pair.a.records().map(|view| view.id).collect();
            if let Some(record) = pick(seed, &ids).copied() {
                pair.tell_a(originating::Input::Cancel { record });
            }
        }
        89..=90 => {
            let ids: Vec<_> = pair.b.records().map(|view| view.id).collect();
            if let Some(record) = pick(seed, &ids).copied() {
                pair.tell_b(terminating::Input::Withdraw { record });
            }
        }
        91..=93 if weather.resets => pair.reset_link(),
        94..=96 if weather.losses => {
            let (one, two) = (seed.chance(500), seed.chance(500));
            pair.link_down(one, two);
            pair.run_for(Duration::from_secs(seed.below(120)));
            pair.link_is_up();
        }
        _ => {}
    }
}

/// One run. Panics where a law is broken.
fn run(seed: u64, weather: Weather, steps: Steps) -> Pair {
    let mut seed = Seed::new(seed);
    let mut pair = pair(&mut seed, steps);
    for _ in 0..100 {
        act(&mut pair, &mut seed, weather);
        let span = if seed.chance(300) { 30 } else { 8_000 };
        pair.run_for(Duration::from_millis(seed.below(span)));
    }
    // Quiet: everybody is free and does what is asked of them. T2 (an hour) must not be needed.
    for _ in 0..40 {
        for number in USERS_A {
            pair.busy_a(number, false);
        }
        for number in USERS_B {
            pair.busy_b(number, false);
            pair.tell_b(terminating::Input::Activity { number: number.parse().unwrap() });
        }
        for record in pair.recalls() {
            if pair.recalls().contains(&record) {
                pair.answer(record);
            }
        }
        pair.run_for(Duration::from_secs(1));
        for call in pair.ringing() {
            pair.alert(call);
        }
        pair.run_for(Duration::from_secs(2));
        for call in pair.ringing() {
            pair.hang_up(call, false);
        }
        pair.run_for(Duration::from_secs(17));
    }
    pair.assert_over();
    for ends in [pair.ends_a(), pair.ends_b()] {
        assert!(!ends.contains(&EndCause::T2), "only T2 helped");
    }
    assert_eq!(pair.b.counters().accepted, pair.b.counters().ended.iter().sum::<u64>());
    pair
}

fn runs(seeds: core::ops::Range<u64>, weather: Weather, steps: Steps) -> Result<[u64; 15], u64> {
    let mut ends = [0; 15];
    for seed in seeds {
        let run = catch_unwind(AssertUnwindSafe(|| run(seed, weather, steps)));
        let pair = run.map_err(|_| seed)?;
        for (sum, count) in ends.iter_mut().zip(pair.a.counters().ended) {
            *sum += count;
        }
    }
    Ok(ends)
}

#[test]
fn on_a_good_line_everything_ends_well_and_in_order() {
    let weather = Weather { resets: false, losses: false };
    let ends = runs(1..100, weather, GOOD).expect("the seed of the broken run");
    assert!(ends[EndCause::Connected as usize] > 300, "{ends:?}");
}

#[test]
fn when_the_data_link_is_reset_everything_still_ends() {
    let weather = Weather { resets: true, losses: false };
    let ends = runs(1_000..1_100, weather, GOOD).expect("the seed of the broken run");
    assert!(ends[EndCause::Connected as usize] > 200, "{ends:?}");
}

#[test]
fn when_the_link_is_lost_everything_still_ends() {
    let weather = Weather { resets: true, losses: true };
    let ends = runs(2_000..2_100, weather, GOOD).expect("the seed of the broken run");
    assert!(ends[EndCause::Connected as usize] > 150, "{ends:?}");
}

/// The bug: ccResume does not look at user B again.
fn forgets_to_resume(state: State, happening: Happening) -> (State, &'static [Act]) {
    match (state, happening) {
        (State::Suspended, Happening::Resume) => (state, &[]),
        (state, happening) => step(state, happening),
    }
}

/// The bug: user B is not taken from a callback whose user A is busy.
fn tells_the_suspended(state: State, happening: Happening) -> (State, &'static [Act]) {
    match (state, happening) {
        (State::Notified, Happening::Suspend) => (State::InvokedRet, &[Act::StopTbExec, Act::TellSuspended]),
        (state, happening) => step(state, happening),
    }
}

/// The bug: a callback ends at user B's side and nobody says so.
fn ends_in_silence(state: State, happening: Happening) -> (State, &'static [Act]) {
    match (state, happening) {
        (State::InvokedRet | State::InvokedRls, Happening::Withdraw) => {
            (State::Idle, &[Act::ReleaseConnection, Act::End(EndCause::CancelledByB)])
        }
        (state, happening) => step(state, happening),
    }
}

/// The bug: nobody tells user B's side that user A is free again.
fn keeps_quiet_when_free(
    state: originating::State,
    happening: originating::Happening,
) -> (originating::State, &'static [originating::Act]) {
    match (state, happening) {
        (originating::State::Suspended, originating::Happening::UserFree) => {
            (originating::State::InvokedRet, &[originating::Act::TellResumed])
        }
        (state, happening) => originating::step(state, happening),
    }
}

#[test]
fn planted_bugs_are_caught() {
    let good = Weather { resets: false, losses: false };
    let bugs: [(&str, Steps); 4] = [
        ("resume is forgotten", (originating::step, forgets_to_resume)),
        ("a suspended callback is told", (originating::step, tells_the_suspended)),
        ("an end is not said", (originating::step, ends_in_silence)),
        ("resume is not sent", (keeps_quiet_when_free, step)),
    ];
    for (name, steps) in bugs {
        assert!(runs(1..100, good, steps).is_err(), "{name}");
    }
}
