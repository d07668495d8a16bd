//! The step tables as snapshots: every pair of state and event. States with the same answer share a line.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt::Write as _;

use crate::{
    State, Stimulus,
    action::{Action, Step},
    call, connection,
    restart::{self, ReceiverState, ReceiverStimulus, RestartAction, SenderState, SenderStimulus},
};

fn words(actions: &[Action]) -> String {
    let words: Vec<_> = actions.iter().map(ToString::to_string).collect();
    words.join("; ")
}

/// `states | event | actions | next state`, grouped by answer; `=` where the state stays.
fn lines(table: &mut String, stimulus: &impl ToString, answers: impl IntoIterator<Item = [String; 3]>) {
    let mut rows: Vec<(Vec<String>, String, String)> = Vec::new();
    for [state, actions, next] in answers {
        let next = if next == state { "=".to_string() } else { next };
        match rows.iter_mut().find(|row| (&row.1, &row.2) == (&actions, &next)) {
            Some(row) => row.0.push(state),
            None => rows.push((alloc::vec![state], actions, next)),
        }
    }
    for (states, actions, next) in rows {
        writeln!(table, "{} | {} | {actions} | {next}", states.join(", "), stimulus.to_string()).unwrap();
    }
}

fn print(step: Step, states: &[State]) -> String {
    let mut table = String::new();
    for stimulus in Stimulus::all() {
        let answers = states.iter().map(|state| {
            let (next, actions) = step(*state, stimulus);
            [state.to_string(), words(actions), next.to_string()]
        });
        lines(&mut table, &stimulus, answers);
    }
    table
}

fn print_restart<S: ToString + Copy, E: ToString + Copy>(
    step: fn(S, E) -> (S, &'static [RestartAction]),
    states: &[S],
    stimuli: &[E],
    timer: &str,
) -> String {
    let mut table = String::new();
    for stimulus in stimuli {
        let answers = states.iter().map(|state| {
            let (next, actions) = step(*state, *stimulus);
            [state.to_string(), restart::words(actions, timer), next.to_string()]
        });
        lines(&mut table, stimulus, answers);
    }
    table
}

/// The states of a connection.
pub(super) const OF_CONNECTIONS: [State; 9] = [
    State::Null,
    State::CallInitiated,
    State::OutgoingProceeding,
    State::CallPresent,
    State::ConnectRequest,
    State::IncomingProceeding,
    State::Active,
    State::ActiveLinkLost,
    State::ReleaseRequest,
];

#[test]
fn the_table_of_calls_is_as_reviewed() {
    insta::assert_snapshot!("call", print(call::step, &State::ALL));
}

#[test]
fn the_table_of_connections_is_as_reviewed() {
    insta::assert_snapshot!("connection", print(connection::step, &OF_CONNECTIONS));
}

#[test]
fn the_tables_of_restart_are_as_reviewed() {
    let sender = print_restart(
        SenderState::step,
        &[SenderState::Rest, SenderState::Request],
        &SenderStimulus::ALL,
        "T316",
    );
    let receiver = print_restart(
        ReceiverState::step,
        &[ReceiverState::Rest, ReceiverState::Restart],
        &ReceiverStimulus::ALL,
        "T317",
    );
    insta::assert_snapshot!("restart", format!("{sender}\n{receiver}"));
}
