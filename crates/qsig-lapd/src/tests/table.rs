//! The step table: printed, and held against its invariants.

use alloc::{
    collections::{BTreeSet, VecDeque},
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};
use core::fmt::Write;

use crate::{Action, Kind, Signal, State, Timer, step};

fn in_words(state: State, signal: Signal) -> (String, State) {
    let (next, actions) = step(state, signal);
    let actions: Vec<_> = actions.iter().map(ToString::to_string).collect();
    (actions.join("; "), next)
}

/// One row for each state and signal; one for each case where cases differ.
fn table() -> String {
    let mut names: Vec<String> = Vec::new();
    for signal in Signal::all() {
        if !names.contains(&signal.name()) {
            names.push(signal.name());
        }
    }
    let mut table = String::new();
    for state in State::ALL {
        for name in &names {
            let cases: Vec<Signal> = Signal::all().filter(|signal| signal.name() == *name).collect();
            let first = in_words(state, cases[0]);
            let same = cases.iter().all(|case| in_words(state, *case) == first);
            for case in cases.iter().take(if same { 1 } else { cases.len() }) {
                let (actions, next) = in_words(state, *case);
                let words = if same { "" } else { case.case() };
                let next = if next == state { "=".into() } else { next.number().to_string() };
                writeln!(table, "{} | {name} | {words} | {actions} | {next}", state.number()).unwrap();
            }
        }
    }
    table
}

#[test]
fn the_table_is_as_reviewed() {
    insta::assert_snapshot!(table());
}

/// Which timers run, in the order of [`Timer::ALL`].
type Running = BTreeSet<Timer>;

/// What running timers an action can leave; `Err` if it starts one that runs.
fn after(action: Action, running: &Running) -> Result<Vec<Running>, Timer> {
    let with = |timer, without: &[Timer]| {
        let mut all = running.clone();
        all.retain(|one| !without.contains(one));
        all.insert(timer);
        all
    };
    let without = |timer| {
        let mut all = running.clone();
        all.remove(&timer);
        all
    };
    Ok(match action {
        Action::Start(timer) if running.contains(&timer) => return Err(timer),
        Action::Start(timer) | Action::Restart(timer) => vec![with(timer, &[])],
        Action::Stop(timer) => vec![without(timer)],
        Action::Establish => vec![with(Timer::T200, &[Timer::T203, Timer::TRetry])],
        Action::Enquiry if running.contains(&Timer::T200) => return Err(Timer::T200),
        Action::Enquiry => vec![with(Timer::T200, &[])],
        // All acknowledged; or not, and then T200 runs on.
        Action::Acknowledge | Action::AcknowledgeByInformation => {
            let mut all = vec![with(Timer::T203, &[Timer::T200])];
            all.extend(running.contains(&Timer::T200).then(|| running.clone()));
            all
        }
        Action::Serve if running.contains(&Timer::T200) => vec![running.clone()],
        Action::Serve => vec![running.clone(), with(Timer::T200, &[Timer::T203])],
        Action::Retry => vec![running.clone(), with(Timer::TRetry, &[])],
        _ => vec![running.clone()],
    })
}

/// A signal that can come in that state while those timers run.
fn can_come(state: State, signal: Signal, running: &Running) -> bool {
    match signal {
        Signal::T200 { .. } => running.contains(&Timer::T200),
        Signal::T203 => running.contains(&Timer::T203),
        Signal::TRetry => running.contains(&Timer::TRetry),
        // Set by an I frame that was taken, which needs an established link.
        Signal::AcknowledgeDue { .. } => state.is_up(),
        _ => true,
    }
}

/// All that can be reached from the start, or the first breach of a law.
fn explore(step: crate::Step) -> Result<BTreeSet<(State, Running)>, String> {
    let mut seen = BTreeSet::new();
    let mut open = VecDeque::from([(State::TeiAssigned, Running::new())]);
    while let Some((state, running)) = open.pop_front() {
        if !seen.insert((state, running.clone())) {
            continue;
        }
        let legal = match state {
            State::TeiAssigned => running.iter().all(|timer| *timer == Timer::TRetry),
            State::MultipleFrameEstablished => {
                running.len() == 1 && (running.contains(&Timer::T200) || running.contains(&Timer::T203))
            }
            _ => running == Running::from([Timer::T200]),
        };
        if !legal {
            return Err(format!("state {state} with {running:?}"));
        }
        for signal in Signal::all().filter(|signal| can_come(state, *signal, &running)) {
            let mut before = running.clone();
            match signal {
                Signal::T200 { .. } => before.remove(&Timer::T200),
                Signal::T203 => before.remove(&Timer::T203),
                Signal::TRetry => before.remove(&Timer::TRetry),
                _ => false,
            };
            let (next, actions) = step(state, signal);
            let mut ends = vec![before];
            for action in actions {
                if *action == Action::CannotHappen {
                    return Err(format!("{} in state {state} happens", signal.name()));
                }
                let mut all = Vec::new();
                for end in &ends {
                    all.extend(after(*action, end).map_err(|timer| {
                        format!("{} in state {state} starts {timer}, which runs", signal.name())
                    })?);
                }
                ends = all;
            }
            open.extend(ends.into_iter().map(|end| (next, end)));
        }
    }
    Ok(seen)
}

#[test]
fn every_state_is_reached_with_its_own_timers_and_nothing_impossible_happens() {
    let reached = explore(step).unwrap();
    let states: BTreeSet<_> = reached.iter().map(|(state, _)| *state).collect();
    assert_eq!(states, BTreeSet::from(State::ALL));
    // 4 with and without the retry timer, 7 with T200 or T203, the others with T200.
    assert_eq!(reached.len(), 7);
}

#[test]
fn a_table_that_forgets_a_timer_is_caught() {
    let forgetful: crate::Step = |state, signal| match (state, signal) {
        (State::TimerRecovery, Signal::Supervisory { kind: Kind::Rnr, command: false, p_f: true }) => {
            (State::MultipleFrameEstablished, &[Action::Stop(Timer::T200)])
        }
        _ => step(state, signal),
    };
    assert!(explore(forgetful).unwrap_err().contains("7 multiple frame established with {}"));
    let twice: crate::Step = |state, signal| match (state, signal) {
        (State::MultipleFrameEstablished, Signal::Sabme { .. }) => (state, &[Action::Start(Timer::T203)]),
        _ => step(state, signal),
    };
    assert!(explore(twice).unwrap_err().contains("starts T203, which runs"));
}

#[test]
fn sabme_and_disc_are_never_sent_without_t200() {
    for (state, signal) in
        State::ALL.into_iter().flat_map(|state| Signal::all().map(move |signal| (state, signal)))
    {
        let (_, actions) = step(state, signal);
        let sends = actions.iter().any(|action| matches!(action, Action::SendSabme | Action::SendDisc));
        let waits = actions
            .iter()
            .any(|action| matches!(action, Action::Start(Timer::T200) | Action::Restart(Timer::T200)));
        assert!(!sends || waits, "{} in state {state}", signal.name());
    }
}
