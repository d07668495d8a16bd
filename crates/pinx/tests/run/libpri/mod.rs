//! libpri at the other end of a `pinx run` process: Pinx in either place of libpri's scenarios, as either side of the
//! data link.
//!
//! A [`Row`] is a scenario with Pinx in one place: what its users do, and the course that its callbacks take. libpri's
//! script judges what libpri saw. Every row is played twice, with Pinx as network side and as user side.

mod place_a;
mod place_b;
mod play;
mod row;

use std::collections::BTreeSet;

use pinx_tests::{Place, Scenario};

use play::{Line, play_all};
use row::Row;

/// A test for each group of rows, and the list of all groups.
macro_rules! groups {
    ($($test:ident: $rows:expr, $line:expr;)*) => {
        $(
            #[test]
            fn $test() {
                play_all($rows, $line);
            }
        )*

        const GROUPS: &[&[Row]] = &[$($rows),*];
    };
}

groups! {
    calls_of_a_user_here: place_a::CALLS, Line::Tcp;
    callbacks_of_a_user_here: place_a::CALLBACKS, Line::Tcp;
    suspensions_by_a_user_here: place_a::SUSPENSIONS, Line::Tcp;
    ends_and_refusals_told_to_a_user_here: place_a::ENDS, Line::Tcp;
    timers_of_a_callback_of_a_user_here: place_a::TIMERS, Line::Tcp;
    outages_under_a_callback_of_a_user_here: place_a::OUTAGES, Line::Faulty;
    calls_to_a_user_here: place_b::CALLS, Line::Tcp;
    callbacks_to_a_user_here: place_b::CALLBACKS, Line::Tcp;
    suspensions_of_a_callback_to_a_user_here: place_b::SUSPENSIONS, Line::Tcp;
    ends_and_refusals_of_a_callback_to_a_user_here: place_b::ENDS, Line::Tcp;
    timers_of_a_callback_to_a_user_here: place_b::TIMERS, Line::Tcp;
    outages_under_a_callback_to_a_user_here: place_b::OUTAGES, Line::Tcp;
}

/// What cannot be played, and why.
const NOT_PLAYED: &[(&str, Place, &str)] = &[
    (
        "18-timer-t1",
        Place::B,
        "T1 of libpri runs out only if its request is never answered, and the node answers every request",
    ),
    ("27-number-types", Place::A, "numbers of the node have no plan, and its users ask for speech only"),
    ("28-public-numbers", Place::A, "numbers of the node have no plan"),
    ("29-no-calling-number", Place::A, "every phone of the node has a number"),
    ("32-local-number-bug", Place::A, "numbers of the node have no plan"),
    ("33-restricted-caller", Place::A, "phones of the node do not hide their numbers"),
];

#[test]
fn every_scenario_is_played_in_both_places_or_has_a_reason() {
    let played = GROUPS.iter().copied().flatten().map(|row| (row.scenario, row.place));
    let mut seen = BTreeSet::new();
    for (scenario, place) in played.chain(NOT_PLAYED.iter().map(|(scenario, place, _)| (*scenario, *place))) {
        assert!(seen.insert((scenario.to_owned(), place == Place::B)), "{scenario} twice in {place:?}");
    }
    let wanted = Scenario::names().into_iter().flat_map(|name| [(name.clone(), false), (name, true)]);
    assert_eq!(seen, wanted.collect());
}

#[test]
fn callbacks_cross_a_serial_line_to_libpri() {
    let both = place_a::CALLBACKS.iter().chain(place_b::CALLBACKS);
    let rows: Vec<_> =
        both.filter(|row| ["03-ccbs-retained", "05-ccnr-retained"].contains(&row.scenario)).collect();
    assert_eq!(rows.len(), 4);
    play_all(rows, Line::Serial);
}
