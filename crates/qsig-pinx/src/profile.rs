//! Callback profiles: the users' rules of real systems, as data. Nothing else in the node asks which system
//! it plays.

use std::time::Duration;

/// TB-EXEC: how long B's side waits for the caller's call after it has told that B is free. It must outlast the
/// longest T3 of any peer.
pub const EXEC_GUARD: Duration = Duration::from_secs(90);

/// What happens at user A when B has become free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recall {
    /// A's phone rings; lifting the handset calls B.
    Ring,
    /// A's phone shows a notice; B is called when A presses Dial.
    Notify,
}

/// What is asked or answered about the signalling connection of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    /// It stays up until the service ends.
    Retain,
    /// It is released after the answer.
    Release,
    /// The far end may choose; an answer then retains.
    Either,
}

/// The screens of the callback service. `{b}` stands for the wanted number, `{time}` for the moment at which
/// it became free, as HH:MM MM/DD/YYYY.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screens {
    /// The request is on its way.
    pub requested: &'static [&'static str],
    /// The callback is set.
    pub activated: &'static [&'static str],
    /// B is free.
    pub available: &'static [&'static str],
}

/// A named set of rules for callbacks. `//` rows name the acceptance rule a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Its name in configurations.
    pub name: &'static str,
    /// How A learns that B is free.
    pub recall: Recall,
    /// From how many own calls on A counts as busy when B becomes free.
    pub busy_trigger: u8,
    /// How many callbacks A may hold at a time; `None`: no limit.
    pub max_per_caller: Option<usize>,
    /// How many callbacks may wait for B at a time.
    pub max_per_target: usize,
    /// Whether A's callbacks end when A's phone restarts.
    pub cancel_on_reset: bool,
    /// How long a callback may be asked for after busy tone.
    pub offer_time: Duration,
    /// How long B's node has to answer a request.
    pub t1: Duration,
    /// How long a callback on a busy user lives.
    pub t2_ccbs: Duration,
    /// How long a callback on a user who did not answer lives.
    pub t2_ccnr: Duration,
    /// How long A has to answer the recall; less than [`EXEC_GUARD`].
    pub t3: Duration,
    /// How long B has to be idle before A is told that B is free.
    pub guard: Duration,
    /// What A's side proposes for the signalling connection.
    pub proposal: Connection,
    /// What B's side answers when the proposal leaves it the choice.
    pub response: Connection,
    /// What the phone shows.
    pub screens: Screens,
}

/// Plain ECMA-186, with the timer values libpri ships.
pub const QSIG: Profile = Profile {
    name: "qsig",
    recall: Recall::Ring,
    busy_trigger: 1,
    max_per_caller: None,
    max_per_target: 10,
    cancel_on_reset: false,
    // libpri forgets the failed call after 30 s.
    offer_time: Duration::from_secs(25),
    t1: Duration::from_secs(30),
    t2_ccbs: Duration::from_mins(60),
    t2_ccnr: Duration::from_mins(195),
    t3: Duration::from_secs(30),
    guard: Duration::from_secs(5),
    proposal: Connection::Retain,
    response: Connection::Retain,
    screens: Screens {
        requested: &["Callback to {b} requested"],
        activated: &["Callback to {b} is set", "Press Cancel to remove it"],
        available: &["Callback: {b} is free", "Lift the handset to call"],
    },
};

/// Cisco Unified CallManager 5: a notice instead of a ring, one callback a caller.
pub const CISCO: Profile = Profile {
    name: "cisco",
    recall: Recall::Notify,  // S3-22 to S3-26
    busy_trigger: 1,         // S3-59
    max_per_caller: Some(1), // S3-08
    cancel_on_reset: true,   // S3-12
    screens: Screens {
        requested: &["CallBack to {b} requested"],
        activated: &[
            "CallBack is activated on {b}", // S3-17
            "Press Cancel to deactivate",
            "Press Exit to quit this screen",
        ],
        available: &[
            "{b} has become available", // S3-23
            "Time {time}",              // S3-24
            "Press Dial to call",
            "Press Cancel to deactivate",
            "Press Exit to quit this screen",
        ],
    },
    ..QSIG
};

/// All built-in profiles.
pub const PROFILES: &[&Profile] = &[&QSIG, &CISCO];

impl Default for Profile {
    /// The plain standard.
    fn default() -> Self {
        QSIG
    }
}

impl Profile {
    /// The built-in profile of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        PROFILES.iter().copied().find(|profile| profile.name == name)
    }
}
