//! The JSON that the interface speaks. The OpenAPI document is made from these types.

use std::{collections::BTreeMap, time::Duration};

use qsig_core::Instant;
use qsig_pinx::{
    CallView, CallbackView, PhoneView, Profile, TrunkView,
    profile::{Connection, Recall},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A phone as its user sees and hears it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Phone {
    number: String,
    name: String,
    /// `on` or `off`.
    hook: &'static str,
    /// `idle`, `dialling`, `calling`, `busy`, `reorder`, `ringing`, `recall` or `connected`.
    state: &'static str,
    /// `none`, `dial`, `ringback`, `busy` or `reorder`.
    tone: &'static str,
    /// `none`, `normal` or `callback`.
    ring: &'static str,
    display: Vec<String>,
    softkeys: Vec<&'static str>,
    lamps: BTreeMap<&'static str, bool>,
}

impl From<PhoneView> for Phone {
    fn from(view: PhoneView) -> Self {
        Self {
            number: view.number.to_string(),
            name: view.name,
            hook: view.hook.name(),
            state: view.state,
            tone: view.tone.name(),
            ring: view.ring.name(),
            display: view.display,
            softkeys: view.softkeys,
            lamps: view.lamps.into_iter().collect(),
        }
    }
}

/// All phones.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Phones {
    pub(crate) phones: Vec<Phone>,
}

/// Keys to press, in order.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Keys {
    /// `off-hook`, `on-hook`, `dial:DIGITS`, `0` to `9`, `*`, `#`, `softkey:LABEL`, `reject`, `reject:CAUSE`,
    /// `hold`, `retrieve`, `dnd:on`, `dnd:off`, `forward:all:NUMBER` (or `busy`, `no-answer`), `forward:all:off`,
    /// `forward:off`, `answer-after:MS`, `answer-after:off` or `reset`.
    pub(crate) keys: Vec<String>,
}

/// A live callback.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Callback {
    id: String,
    /// `originating`, `terminating` or `local`.
    role: &'static str,
    /// `ccbs` or `ccnr`.
    service: &'static str,
    a: String,
    b: String,
    /// The trunk it runs over; null between two phones of the node.
    trunk: Option<String>,
    /// The state, by its name in the standard.
    state: &'static str,
    /// Whether a signalling connection is up for it.
    retained: bool,
    suspended: bool,
    /// RFC 3339.
    since: String,
    /// The running timers, in seconds left.
    timers: BTreeMap<&'static str, f64>,
}

impl Callback {
    pub(crate) fn new(view: CallbackView, now: Instant, since: String) -> Self {
        let left = |deadline: Instant| deadline.since(now).as_secs_f64();
        Self {
            id: view.id.to_string(),
            role: view.role.name(),
            service: view.service.name(),
            a: view.a.to_string(),
            b: view.b.to_string(),
            trunk: view.trunk,
            state: view.state,
            retained: view.retained,
            suspended: view.suspended,
            since,
            timers: view.timers.into_iter().map(|(name, deadline)| (name, left(deadline))).collect(),
        }
    }
}

/// All live callbacks.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Callbacks {
    pub(crate) callbacks: Vec<Callback>,
}

/// A call.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Call {
    id: u32,
    /// Empty where the number may not be shown.
    from: String,
    to: String,
    /// `calling`, `ringing` or `connected`.
    stage: &'static str,
    /// RFC 3339.
    since: String,
}

impl Call {
    pub(crate) fn new(view: &CallView, since: String) -> Self {
        Self { id: view.id, from: view.from.to_string(), to: view.to.to_string(), stage: view.stage, since }
    }
}

/// All calls.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Calls {
    pub(crate) calls: Vec<Call>,
}

/// One rule of an extension.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Rule {
    value: String,
    /// `profile NAME` where it is the profile's own, `default` of a rule that no profile has, `configuration` where the
    /// file says otherwise.
    from: String,
}

/// The rules that hold for an extension, by their names in a configuration.
#[derive(Debug, Serialize, ToSchema)]
#[serde(transparent)]
pub(crate) struct Rules(BTreeMap<&'static str, Rule>);

impl Rules {
    /// Those of a profile, with what the configuration has changed in it, and whether others may have callbacks to the
    /// extension and it to others.
    pub(crate) fn new(profile: &Profile, callbacks_allowed: bool) -> Self {
        let built_in = Profile::named(profile.name).map(values);
        let rule = |(key, value): (&'static str, String)| {
            let own = built_in.as_ref().is_some_and(|values| values.get(key) == Some(&value));
            let from = if own { format!("profile {}", profile.name) } else { "configuration".into() };
            (key, Rule { value, from })
        };
        let from = if callbacks_allowed { "default" } else { "configuration" };
        let allowed = Rule { value: callbacks_allowed.to_string(), from: from.into() };
        let rules = values(profile).into_iter().map(rule);
        Self(rules.chain([("callbacks-allowed", allowed)]).collect())
    }
}

fn values(profile: &Profile) -> BTreeMap<&'static str, String> {
    let seconds = |span: Duration| format!("{}s", span.as_secs_f64());
    let connection = |connection| match connection {
        Connection::Retain => "retain",
        Connection::Release => "release",
        Connection::Either => "either",
    };
    let recall = match profile.recall {
        Recall::Ring => "ring",
        Recall::Notify => "notify",
    };
    BTreeMap::from([
        ("recall", recall.into()),
        ("busy-trigger", profile.busy_trigger.to_string()),
        ("max-per-caller", profile.max_per_caller.map_or_else(|| "none".into(), |most| most.to_string())),
        ("max-per-target", profile.max_per_target.to_string()),
        ("on-caller-reset", if profile.cancel_on_reset { "cancel" } else { "keep" }.into()),
        ("offer-time", seconds(profile.offer_time)),
        ("T1", seconds(profile.t1)),
        ("T2-ccbs", seconds(profile.t2_ccbs)),
        ("T2-ccnr", seconds(profile.t2_ccnr)),
        ("T3", seconds(profile.t3)),
        ("guard", seconds(profile.guard)),
        ("connection-proposal", connection(profile.proposal).into()),
        ("connection-response", connection(profile.response).into()),
    ])
}

/// What keeps one peer or one reader from filling the memory. Counts, each with what it bounds.
#[derive(Debug, Serialize, ToSchema)]
#[serde(transparent)]
pub(crate) struct Limits(BTreeMap<&'static str, usize>);

impl Limits {
    pub(crate) fn new() -> Self {
        let calls = qsig_call::Parameters::default();
        let callbacks = qsig_cc::terminating::Parameters::default();
        Self(BTreeMap::from([
            ("calls-per-trunk", calls.max_calls),
            ("connections-per-trunk", calls.max_connections),
            ("callbacks-per-peer", callbacks.max_per_peer),
            ("callbacks-per-caller-of-a-peer", callbacks.max_per_caller),
            ("cancels-owed", callbacks.max_owed),
            ("frames-queued-per-trunk", qsig_lapd::QUEUE_LIMIT),
            ("events-behind-per-reader", crate::limits::EVENTS_BEHIND),
        ]))
    }
}

/// A trunk.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Trunk {
    name: String,
    /// `network` or `user`.
    side: &'static str,
    /// `up` or `down`: the data link.
    link: &'static str,
    /// The state of the data link: 4 to 8.
    lapd: u8,
    channels_busy: usize,
    /// Call-independent signalling connections.
    connections: usize,
    counters: BTreeMap<&'static str, u64>,
}

impl Trunk {
    pub(crate) fn new(view: TrunkView, counters: BTreeMap<&'static str, u64>) -> Self {
        Self {
            name: view.name,
            side: view.side.name(),
            link: if view.up { "up" } else { "down" },
            lapd: view.lapd,
            channels_busy: view.channels_busy,
            connections: view.connections,
            counters,
        }
    }
}

/// All trunks.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Trunks {
    pub(crate) trunks: Vec<Trunk>,
}

/// Why a request was not carried out.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// A word that programs can compare: `no-such-phone`, `unknown-key`, `not-possible`, ...
    pub(crate) error: &'static str,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do next.
    pub(crate) hint: String,
    /// Which of the keys; those before it stay pressed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) index: Option<usize>,
}
