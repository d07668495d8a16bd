//! What the demo plays, as data.

use std::time::Duration;

/// A play: what users do, and what must come of it.
#[derive(Debug)]
pub(crate) struct Scenario {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    /// The signalling connection is to be released after the request is taken.
    pub(crate) release: bool,
    pub(crate) steps: &'static [Step],
}

/// One line of a play.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// A user does something at a phone; see [`qsig_pinx::Key`].
    Press(&'static str, &'static str),
    /// User A takes the recall as the profile wants it: by lifting the handset, or with Dial.
    TakeRecall(&'static str),
    /// Time passes until the phone is in this state.
    Until(&'static str, &'static str),
    /// Time passes until the callback of this user A has come so far; see [`qsig_pinx::CallbackStep::name`]. An
    /// end has its cause behind it.
    Callback(&'static str, &'static str),
    /// Time passes.
    Pass(Duration),
    /// Nothing is left at either node: no call, no callback, no connection.
    Quiet,
}

use Step::{Callback, Pass, Press, Quiet, TakeRecall, Until};

const TALK: Duration = Duration::from_secs(20);

pub(crate) const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "ccbs-suspend-resume",
        title: "busy; A is busy when B becomes free: Suspend, Resume, recall",
        release: false,
        steps: &[
            Press("2001", "dial:2002"),
            Press("2002", "off-hook"),
            Press("1001", "dial:2001"),
            Until("1001", "busy"),
            Press("1001", "softkey:CallBack"),
            Callback("1001", "accepted"),
            Press("1001", "on-hook"),
            Press("1001", "dial:1002"),
            Press("1002", "off-hook"),
            Until("1001", "connected"),
            Press("2001", "on-hook"),
            Press("2002", "on-hook"),
            Callback("1001", "suspended"),
            Pass(TALK),
            Press("1001", "on-hook"),
            Press("1002", "on-hook"),
            Callback("1001", "resumed"),
            Callback("1001", "free"),
            TakeRecall("1001"),
            Until("2001", "ringing"),
            Callback("1001", "recalled"),
            Pass(Duration::from_secs(3)),
            Press("2001", "off-hook"),
            Until("1001", "connected"),
            Callback("1001", "ended connected"),
            Pass(TALK),
            Press("1001", "on-hook"),
            Until("2001", "reorder"),
            Press("2001", "on-hook"),
            Quiet,
        ],
    },
    Scenario {
        name: "ccbs-release",
        title: "busy; the connection is released, B opens a new one when free",
        release: true,
        steps: &[
            Press("2001", "dial:2002"),
            Press("2002", "off-hook"),
            Press("1001", "dial:2001"),
            Until("1001", "busy"),
            Press("1001", "softkey:CallBack"),
            Callback("1001", "accepted"),
            Press("1001", "on-hook"),
            Pass(TALK),
            Press("2002", "on-hook"),
            Press("2001", "on-hook"),
            Callback("1001", "free"),
            TakeRecall("1001"),
            Until("2001", "ringing"),
            Press("2001", "off-hook"),
            Until("1001", "connected"),
            Callback("1001", "ended connected"),
            Pass(TALK),
            Press("2001", "on-hook"),
            Until("1001", "reorder"),
            Press("1001", "on-hook"),
            Quiet,
        ],
    },
    Scenario {
        name: "ccnr",
        title: "no answer; B's next use of the phone starts the recall",
        release: false,
        steps: &[
            Press("1001", "dial:2001"),
            Until("2001", "ringing"),
            Pass(TALK),
            Press("1001", "softkey:CallBack"),
            Callback("1001", "accepted"),
            Press("1001", "on-hook"),
            Until("2001", "idle"),
            Pass(Duration::from_secs(40 * 60)),
            Press("2001", "off-hook"),
            Pass(Duration::from_secs(5)),
            Press("2001", "on-hook"),
            Callback("1001", "free"),
            TakeRecall("1001"),
            Until("2001", "ringing"),
            Press("2001", "off-hook"),
            Until("1001", "connected"),
            Callback("1001", "ended connected"),
            Pass(TALK),
            Press("1001", "on-hook"),
            Press("2001", "on-hook"),
            Quiet,
        ],
    },
    Scenario {
        name: "cancel-by-a",
        title: "busy; A thinks better of it",
        release: false,
        steps: &[
            Press("2001", "off-hook"),
            Press("1001", "dial:2001"),
            Until("1001", "busy"),
            Press("1001", "softkey:CallBack"),
            Callback("1001", "accepted"),
            Press("1001", "on-hook"),
            Pass(TALK),
            Press("1001", "softkey:Cancel"),
            Callback("1001", "ended cancelled-by-a"),
            Press("2001", "on-hook"),
            Pass(TALK),
            Until("1001", "idle"),
            Quiet,
        ],
    },
    Scenario {
        name: "t3-expiry",
        title: "busy; B is free, but A does not take the recall",
        release: false,
        steps: &[
            Press("2001", "off-hook"),
            Press("1001", "dial:2001"),
            Until("1001", "busy"),
            Press("1001", "softkey:CallBack"),
            Callback("1001", "accepted"),
            Press("1001", "on-hook"),
            Press("2001", "on-hook"),
            Callback("1001", "free"),
            Callback("1001", "ended t3"),
            Until("1001", "idle"),
            Quiet,
        ],
    },
    Scenario {
        name: "local",
        title: "busy neighbour: the same service without a trunk",
        release: false,
        steps: &[
            Press("1002", "dial:1003"),
            Press("1003", "off-hook"),
            Press("1001", "dial:1002"),
            Until("1001", "busy"),
            Press("1001", "softkey:CallBack"),
            Callback("1001", "accepted"),
            Press("1001", "on-hook"),
            Pass(TALK),
            Press("1003", "on-hook"),
            Press("1002", "on-hook"),
            Callback("1001", "free"),
            TakeRecall("1001"),
            Until("1002", "ringing"),
            Press("1002", "off-hook"),
            Until("1001", "connected"),
            Callback("1001", "ended connected"),
            Pass(TALK),
            Press("1001", "on-hook"),
            Press("1002", "on-hook"),
            Quiet,
        ],
    },
];
