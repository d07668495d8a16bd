//! What must hold of the step tables: explored over every reachable pair of state and set of running timers.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    format,
    string::String,
    vec,
    vec::Vec,
};

use qsig_q931::MessageType as M;

use super::tables::OF_CONNECTIONS;
use crate::{
    State, Stimulus, Timer,
    Timer::{T301, T302, T303, T304, T305, T308, T309, T310, T313, T322, TAudit},
    action::{Action, News, Step},
    call, connection,
    state::short::{S0, S1, S2, S3, S4, S6, S7, S8, S9, S10, S10L, S11, S12, S19, S25},
    stimulus::{Enquiry, Heard, Turn, Wish},
};

type Running = BTreeSet<Timer>;

/// In this state exactly one of these runs, and beside it at most T322 where that is said.
type Always = &'static [(State, &'static [Timer], bool)];

const CALL: Always = &[
    (S0, &[], false),
    (S1, &[T303], false),
    (S2, &[T304, T301], true),
    (S3, &[T310, T301], true),
    (S4, &[T301], true),
    (S6, &[], false),
    (S7, &[TAudit], true),
    (S8, &[T313], true),
    (S9, &[TAudit], true),
    (S10, &[TAudit], true),
    (S10L, &[T309], false),
    (S11, &[T305], false),
    (S12, &[], false),
    (S19, &[T308], false),
    (S25, &[T302], true),
];

const CONNECTION: Always = &[
    (S0, &[], false),
    (S1, &[T303], false),
    (S3, &[T310, TAudit], true),
    (S6, &[], false),
    (S8, &[T313], true),
    (S9, &[TAudit], true),
    (S10, &[TAudit], true),
    (S10L, &[T309], false),
    (S19, &[T308], false),
];

/// What a table is found guilty of.
fn faults(step: Step, always: Always) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen: BTreeSet<(State, Running)> = BTreeSet::new();
    let mut open = vec![(S0, Running::new())];
    while let Some((state, running)) = open.pop() {
        if !seen.insert((state, running.clone())) {
            continue;
        }
        let Some((_, one_of, enquiry)) = always.iter().find(|row| row.0 == state) else {
            faults.push(format!("state {state} is none of this table"));
            continue;
        };
        let waits = running.iter().filter(|timer| one_of.contains(timer)).count();
        let others = running.iter().filter(|timer| !one_of.contains(timer));
        let stray = others.clone().any(|timer| !(*enquiry && *timer == T322));
        if waits != usize::from(!one_of.is_empty()) || stray {
            faults.push(format!("state {state} with {running:?}"));
        }
        for stimulus in Stimulus::all().into_iter().filter(|stimulus| may_happen(*stimulus, &running)) {
            let (next, actions) = step(state, stimulus);
            if actions == [Action::CannotHappen] {
                if matches!(stimulus, Stimulus::Expired(..)) {
                    faults.push(format!("{stimulus} runs in state {state}"));
                }
                continue;
            }
            match after(running.clone(), stimulus, actions) {
                Ok(running) => open.push((next, running)),
                Err(timer) => faults.push(format!("{stimulus} in {state}: {timer} runs already")),
            }
        }
    }
    let reached: BTreeSet<State> = seen.iter().map(|(state, _)| *state).collect();
    let wanted: BTreeSet<State> = always.iter().map(|row| row.0).collect();
    if reached != wanted {
        faults.push(format!("reached {reached:?}"));
    }
    faults
}

fn may_happen(stimulus: Stimulus, running: &Running) -> bool {
    match stimulus {
        Stimulus::Expired(timer, _) => running.contains(&timer),
        Stimulus::Wished(Wish::StatusEnquiry(enquiry)) => {
            running.contains(&T322) == (enquiry == Enquiry::Running)
        }
        _ => true,
    }
}

fn after(mut running: Running, stimulus: Stimulus, actions: &[Action]) -> Result<Running, Timer> {
    if let Stimulus::Expired(timer, _) = stimulus {
        running.remove(&timer);
    }
    for action in actions {
        match action {
            Action::Start(timer) if !running.insert(*timer) => return Err(*timer),
            Action::Restart(timer) | Action::Ensure(timer) => {
                running.insert(*timer);
            }
            Action::Stop(timer) => {
                running.remove(timer);
            }
            Action::StopAll | Action::End(_) => running.clear(),
            _ => {}
        }
    }
    Ok(running)
}

#[test]
fn every_wait_has_its_timer_and_no_timer_runs_where_it_has_no_meaning() {
    assert_eq!(faults(call::step, CALL), [""; 0]);
    assert_eq!(faults(connection::step, CONNECTION), [""; 0]);
}

#[test]
fn the_checker_finds_planted_faults() {
    fn forgets_t310(state: State, stimulus: Stimulus) -> crate::action::Answer {
        match (state, stimulus) {
            (S1, Stimulus::Heard(Heard::CallProceeding(_))) => (S3, &[Action::Stop(T303)]),
            _ => call::step(state, stimulus),
        }
    }
    fn leaves_t303_running(state: State, stimulus: Stimulus) -> crate::action::Answer {
        match (state, stimulus) {
            (S1, Stimulus::Heard(Heard::CallProceeding(_))) => (S3, &[Action::Start(T310)]),
            _ => connection::step(state, stimulus),
        }
    }
    fn starts_t322_twice(state: State, stimulus: Stimulus) -> crate::action::Answer {
        match (state, stimulus) {
            (S10, Stimulus::LinkReset) => (S10, &[Action::Start(T322)]),
            _ => call::step(state, stimulus),
        }
    }
    assert!(!faults(forgets_t310, CALL).is_empty());
    assert!(!faults(leaves_t303_running, CONNECTION).is_empty());
    assert!(!faults(starts_t322_twice, CALL).is_empty());
}

/// All rows of a table.
fn rows(
    step: Step,
    states: &'static [State],
) -> impl Iterator<Item = (State, Stimulus, State, &'static [Action])> {
    states.iter().flat_map(move |state| {
        Stimulus::all().into_iter().map(move |stimulus| {
            let (next, actions) = step(*state, stimulus);
            (*state, stimulus, next, actions)
        })
    })
}

#[test]
fn what_needs_an_answer_starts_its_timer_in_the_same_row() {
    let goes: BTreeMap<M, Timer> = [
        (M::Setup, T303),
        (M::Disconnect, T305),
        (M::Release, T308),
        (M::SetupAcknowledge, T302),
        (M::Information, T304),
        (M::StatusEnquiry, T322),
    ]
    .into();
    for (state, stimulus, _, actions) in
        rows(call::step, &State::ALL).chain(rows(connection::step, &OF_CONNECTIONS))
    {
        for action in actions {
            let timer = match action {
                Action::Send(message, _) | Action::Resend(message) => goes.get(message),
                Action::Tell(News::Information) => Some(&T302),
                _ => None,
            };
            if let Some(timer) = timer {
                let started = [Action::Start(*timer), Action::Restart(*timer)];
                assert!(actions.iter().any(|action| started.contains(action)), "{state} {stimulus}");
            }
        }
    }
}

#[test]
fn a_row_ends_the_call_if_and_only_if_it_leads_from_a_live_state_to_0() {
    for (state, stimulus, next, actions) in
        rows(call::step, &State::ALL).chain(rows(connection::step, &OF_CONNECTIONS))
    {
        let ends = actions.iter().any(|action| matches!(action, Action::End(_)));
        assert_eq!(ends, state != S0 && next == S0, "{state} {stimulus}");
    }
}

#[test]
fn an_answer_to_an_enquiry_stops_t322() {
    for state in [S2, S3, S4, S7, S8, S9, S10, S25] {
        let (_, actions) = call::step(state, Stimulus::Heard(Heard::StatusCompatible));
        assert!(actions.contains(&Action::Stop(T322)));
    }
    for state in [S3, S8, S9, S10] {
        for heard in [Heard::StatusCompatible, Heard::StatusIncompatible(Turn::First)] {
            let (_, actions) = connection::step(state, Stimulus::Heard(heard));
            assert!(actions.contains(&Action::Stop(T322)));
        }
    }
}
