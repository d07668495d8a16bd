//! A phone: what its user sees and hears. What it does to calls is decided elsewhere.

use std::{collections::BTreeMap, time::Duration};

use qsig_cc::RecordId;
use qsig_core::Digits;

use crate::{
    callbacks::{Offer, Waiting},
    config::ExtensionConfig,
    features::{DoNotDisturb, Forwarding},
    profile::{Profile, Recall},
    view::{Hook, PhoneView, Ring, Tone},
};

/// A call of the node. Phones and trunks name it by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct CallNumber(pub(crate) u32);

/// Somebody on a display: the number and, where known, the name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Party {
    pub(crate) digits: Digits,
    pub(crate) name: String,
    /// Of a caller: who forwarded the call to here. Of a called user: where the call was forwarded to.
    pub(crate) forwarded: Option<Digits>,
}

impl Party {
    /// The line, and one about the forwarding where there was one.
    fn lines(&self, line: String, forwarded: &str) -> Vec<String> {
        let second = self.forwarded.map(|digits| format!("{forwarded} {digits}"));
        [line].into_iter().chain(second).collect()
    }

    fn label(&self) -> String {
        match (self.digits.is_empty(), self.name.is_empty()) {
            (true, true) => "unknown".into(),
            (true, false) => self.name.clone(),
            (false, true) => self.digits.to_string(),
            (false, false) => format!("{} {}", self.digits, self.name),
        }
    }
}

/// What a phone is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// On hook.
    Idle,
    /// Off hook, digits are missing.
    Dialling(Digits),
    /// The number is complete; `alerting` once the far phone rings.
    Calling { call: CallNumber, to: Party, alerting: bool },
    /// The called user is busy.
    Busy { to: Party },
    /// The call failed, or the far end cleared while this one is off hook.
    Reorder { why: String },
    /// A call comes in.
    Ringing { call: CallNumber, from: Party },
    /// The node offers a callback that has matured.
    Recall { record: RecordId, to: Party },
    /// Talking.
    Connected { call: CallNumber, with: Party },
    /// The far end hears nothing until this user takes the call back.
    Held { call: CallNumber, with: Party },
}

/// What covers the display for the callback service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    /// The request is on its way.
    Requested(RecordId, Digits),
    /// It was refused; why.
    Refused(String),
    /// It is set.
    Activated(RecordId, Digits),
    /// The wanted user is free, since that time.
    Available(RecordId, Digits, String),
    /// It has ended; why.
    Ended(String),
}

#[derive(Clone, Debug)]
pub(crate) struct Phone {
    pub(crate) number: Digits,
    pub(crate) name: String,
    pub(crate) profile: Profile,
    pub(crate) callbacks_allowed: bool,
    pub(crate) state: State,
    pub(crate) screen: Option<Screen>,
    /// How long it rings before it answers by itself.
    pub(crate) answer_after: Option<Duration>,
    pub(crate) dnd: DoNotDisturb,
    pub(crate) forwarding: Forwarding,
    /// The call that a callback may be asked for now.
    pub(crate) offer: Option<Offer>,
    /// The callbacks that this user waits for.
    pub(crate) callbacks: BTreeMap<RecordId, Waiting>,
}

impl Phone {
    pub(crate) fn new(config: ExtensionConfig) -> Self {
        Self {
            number: config.number,
            name: config.name,
            profile: config.profile,
            callbacks_allowed: config.callbacks_allowed,
            state: State::Idle,
            screen: None,
            answer_after: None,
            dnd: DoNotDisturb::Off,
            forwarding: Forwarding::default(),
            offer: None,
            callbacks: BTreeMap::new(),
        }
    }

    /// Its user, as others see them.
    pub(crate) fn party(&self) -> Party {
        Party { digits: self.number, name: self.name.clone(), forwarded: None }
    }

    pub(crate) fn is_off_hook(&self) -> bool {
        !matches!(self.state, State::Idle | State::Ringing { .. } | State::Recall { .. })
    }

    /// Whether a new call finds the user busy. A call wins over a callback that only rings: the cc engine is told then,
    /// and suspends it.
    pub(crate) fn is_busy(&self) -> bool {
        self.dnd == DoNotDisturb::On || !matches!(self.state, State::Idle | State::Recall { .. })
    }

    /// Whether the user counts as busy for others' callbacks.
    pub(crate) fn is_busy_for_callbacks(&self) -> bool {
        self.dnd != DoNotDisturb::Off || self.state != State::Idle
    }

    /// Whether the user counts as busy when a wanted user becomes free: in as many calls as the profile's busy
    /// trigger says. A recall that this phone shows already does not count, and while a notice stands the user may
    /// use the phone without being passed over for it (S3-28).
    pub(crate) fn is_busy_for_recall(&self) -> bool {
        if self.profile.recall == Recall::Notify && self.notice().is_some() {
            return false;
        }
        let calls = match self.state {
            State::Idle | State::Recall { .. } => 0,
            _ => 1,
        };
        let trigger = match self.profile.recall {
            // A phone can ring for the callback only while nothing else goes on.
            Recall::Ring => 1,
            Recall::Notify => self.profile.busy_trigger.max(1),
        };
        calls >= trigger
    }

    pub(crate) fn call(&self) -> Option<CallNumber> {
        match self.state {
            State::Calling { call, .. }
            | State::Ringing { call, .. }
            | State::Connected { call, .. }
            | State::Held { call, .. } => Some(call),
            State::Idle
            | State::Dialling(_)
            | State::Busy { .. }
            | State::Reorder { .. }
            | State::Recall { .. } => None,
        }
    }

    pub(crate) fn view(&self) -> PhoneView {
        let (state, tone, ring) = match &self.state {
            State::Idle => ("idle", Tone::None, Ring::None),
            State::Dialling(digits) if digits.is_empty() => ("dialling", Tone::Dial, Ring::None),
            State::Dialling(_) => ("dialling", Tone::None, Ring::None),
            State::Calling { alerting: false, .. } => ("calling", Tone::None, Ring::None),
            State::Calling { alerting: true, .. } => ("calling", Tone::Ringback, Ring::None),
            State::Busy { .. } => ("busy", Tone::Busy, Ring::None),
            State::Reorder { .. } => ("reorder", Tone::Reorder, Ring::None),
            State::Ringing { .. } => ("ringing", Tone::None, Ring::Normal),
            State::Recall { .. } => ("recall", Tone::None, Ring::Callback),
            State::Connected { .. } => ("connected", Tone::None, Ring::None),
            State::Held { .. } => ("held", Tone::None, Ring::None),
        };
        PhoneView {
            number: self.number,
            name: self.name.clone(),
            hook: if self.is_off_hook() { Hook::Off } else { Hook::On },
            state,
            tone,
            ring,
            display: self.display(),
            softkeys: self.softkeys(),
            lamps: vec![
                ("callback", !self.callbacks.is_empty()),
                ("dnd", self.dnd == DoNotDisturb::On),
                ("forward", self.forwarding.is_on()),
            ],
        }
    }

    /// The first callback whose wanted user is free: what is to be offered to this user.
    pub(crate) fn notice(&self) -> Option<(RecordId, &Waiting)> {
        let mut free = self.callbacks.iter().filter(|(_, waiting)| waiting.free_since.is_some());
        free.next().map(|(record, waiting)| (*record, waiting))
    }

    /// The screen of the callback service that is to be seen: none while the phone rings, and in a call only the
    /// notice that somebody is free.
    pub(crate) const fn shown_screen(&self) -> Option<&Screen> {
        match (&self.state, &self.screen) {
            (State::Ringing { .. } | State::Recall { .. }, _) => None,
            (State::Connected { .. } | State::Held { .. }, Some(Screen::Available(..))) => {
                self.screen.as_ref()
            }
            (State::Connected { .. } | State::Held { .. }, _) => None,
            _ => self.screen.as_ref(),
        }
    }

    fn display(&self) -> Vec<String> {
        let screens = &self.profile.screens;
        let fill = |lines: &[&str], b: &Digits, time: &str| -> Vec<String> {
            lines.iter().map(|line| line.replace("{b}", b.as_str()).replace("{time}", time)).collect()
        };
        match self.shown_screen() {
            Some(Screen::Requested(_, b)) => return fill(screens.requested, b, ""),
            Some(Screen::Activated(_, b)) => return fill(screens.activated, b, ""),
            Some(Screen::Available(_, b, time)) => return fill(screens.available, b, time),
            Some(Screen::Refused(why)) => return vec!["Callback refused".into(), why.clone()],
            Some(Screen::Ended(why)) => return vec![why.clone()],
            None => {}
        }
        match &self.state {
            State::Idle => std::iter::once(self.number.to_string()).chain(self.forwarding.lines()).collect(),
            State::Dialling(digits) if digits.is_empty() => vec!["Dial a number".into()],
            State::Dialling(digits) => vec![digits.to_string()],
            State::Calling { to, alerting: false, .. } => vec![format!("Calling {}", to.label())],
            State::Calling { to, alerting: true, .. } => {
                to.lines(format!("Ringing {}", to.label()), "Forwarded to")
            }
            State::Busy { to } => vec![format!("{} is busy", to.label())],
            State::Reorder { why } => vec![why.clone()],
            State::Ringing { from, .. } => from.lines(format!("Call from {}", from.label()), "Forwarded by"),
            State::Recall { to, .. } => fill(screens.available, &to.digits, ""),
            State::Connected { with, .. } => vec![format!("Connected to {}", with.label())],
            State::Held { with, .. } => vec![format!("On hold: {}", with.label())],
        }
    }

    fn softkeys(&self) -> Vec<&'static str> {
        match (self.shown_screen(), &self.state) {
            (Some(Screen::Available(..)), _) => vec!["Dial", "Cancel", "Exit"],
            (Some(Screen::Activated(..)), _) => vec!["Cancel", "Exit"],
            (Some(_), _) => vec!["Exit"],
            (None, State::Recall { .. }) => vec!["Cancel"],
            (None, State::Busy { .. } | State::Calling { .. })
                if self.callbacks_allowed && self.offer.is_some() =>
            {
                vec!["CallBack"]
            }
            (None, _) => Vec::new(),
        }
    }
}
