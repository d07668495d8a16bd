//! `[callback]`: the rules of the callback service. The same keys stand in an `[[extension]]`.

use qsig_pinx::{
    Profile,
    profile::{Connection, EXEC_GUARD, Recall},
};

use super::{
    duration,
    item::{Item, quoted},
    key::{Key, Preset},
    mistake::{Fault, Report},
};

const RECALLS: [(&str, Recall); 2] = [("ring", Recall::Ring), ("notify", Recall::Notify)];

const PROPOSALS: [(&str, Connection); 3] =
    [("retain", Connection::Retain), ("release", Connection::Release), ("either", Connection::Either)];

const RESPONSES: [(&str, Connection); 2] = [("retain", Connection::Retain), ("release", Connection::Release)];

const ON_RESET: [(&str, bool); 2] = [("cancel", true), ("keep", false)];

macro_rules! duration {
    ($name:literal, $field:ident, $zero:literal, $says:literal) => {
        Key {
            name: $name,
            wanted: duration::WANTED,
            preset: Preset::Value(|profile| quoted(&duration::show(profile.$field))),
            says: $says,
            take: |profile, item, report| {
                if let Some(duration) = item.duration(report, $zero) {
                    profile.$field = duration;
                }
            },
        }
    };
}

/// The keys of `[callback]`.
pub(crate) const CALLBACK: &[Key<Profile>] = &[
    Key {
        name: "recall",
        wanted: "\"ring\" or \"notify\"",
        preset: Preset::Value(|profile| quoted(word_of(&RECALLS, profile.recall))),
        says: "What happens when the wanted user is free: the caller's phone rings, or it shows a notice.",
        take: |profile, item, report| {
            profile.recall = item.word(report, &RECALLS).unwrap_or(profile.recall);
        },
    },
    Key {
        name: "busy-trigger",
        wanted: "a number of calls from 1 to 255",
        preset: Preset::Value(|profile| profile.busy_trigger.to_string()),
        says: "From so many own calls on the caller is busy for a notice; a recall that rings is held from one \
               call on.",
        take: |profile, item, report| {
            let calls = item.count(report, 1..=255).and_then(|calls| u8::try_from(calls).ok());
            profile.busy_trigger = calls.unwrap_or(profile.busy_trigger);
        },
    },
    Key {
        name: "max-per-caller",
        wanted: "a number up to 10000; 0 is no limit",
        preset: Preset::Value(|profile| profile.max_per_caller.unwrap_or(0).to_string()),
        says: "The most callbacks a caller may hold at a time.",
        take: |profile, item, report| {
            if let Some(most) = item.count(report, 0..=10_000) {
                profile.max_per_caller = usize::try_from(most).ok().filter(|most| *most > 0);
            }
        },
    },
    Key {
        name: "max-per-target",
        wanted: "a number from 1 to 10000",
        preset: Preset::Value(|profile| profile.max_per_target.to_string()),
        says: "The most callbacks that may wait for a wanted user at a time.",
        take: |profile, item, report| {
            if let Some(most) = item.count(report, 1..=10_000) {
                profile.max_per_target = usize::try_from(most).unwrap_or(usize::MAX);
            }
        },
    },
    Key {
        name: "on-caller-reset",
        wanted: "\"cancel\" or \"keep\"",
        preset: Preset::Value(|profile| quoted(word_of(&ON_RESET, profile.cancel_on_reset))),
        says: "What becomes of a caller's callbacks when the caller's phone restarts.",
        take: |profile, item, report| {
            profile.cancel_on_reset = item.word(report, &ON_RESET).unwrap_or(profile.cancel_on_reset);
        },
    },
    duration!(
        "offer-time",
        offer_time,
        false,
        "After busy tone a callback may be asked for so long; libpri forgets the call after 30 s."
    ),
    duration!("T1", t1, false, "The wanted user's node answers a request within this time."),
    duration!("T2-ccbs", t2_ccbs, false, "A callback on a busy user lives so long."),
    duration!("T2-ccnr", t2_ccnr, false, "A callback on a user who did not answer lives so long."),
    Key {
        name: "T3",
        wanted: duration::WANTED,
        preset: Preset::Value(|profile| quoted(&duration::show(profile.t3))),
        says: "The caller answers the recall within this time; less than the 90 s that the wanted user's node \
               waits.",
        take: take_t3,
    },
    duration!(
        "guard",
        guard,
        true,
        "A wanted user who was busy stays free so long before the caller is told; 0s tells at once."
    ),
    Key {
        name: "connection-proposal",
        wanted: "\"retain\", \"release\" or \"either\"",
        preset: Preset::Value(|profile| quoted(word_of(&PROPOSALS, profile.proposal))),
        says: "What the caller's node proposes for the signalling connection of a callback: keep it, release it \
               after the answer, or as the far end likes.",
        take: |profile, item, report| {
            profile.proposal = item.word(report, &PROPOSALS).unwrap_or(profile.proposal);
        },
    },
    Key {
        name: "connection-response",
        wanted: "\"retain\" or \"release\"",
        preset: Preset::Value(|profile| quoted(word_of(&RESPONSES, profile.response))),
        says: "What the wanted user's node answers when the proposal leaves it the choice.",
        take: |profile, item, report| {
            profile.response = item.word(report, &RESPONSES).unwrap_or(profile.response);
        },
    },
];

fn take_t3(profile: &mut Profile, item: &Item<'_>, report: &mut Report<'_>) {
    let Some(t3) = item.duration(report, false) else { return };
    profile.t3 = t3;
    if t3 >= EXEC_GUARD {
        let fault = Fault::Order {
            key: "T3",
            found: duration::show(t3),
            relation: "less than",
            other: format!(
                "the {} that the wanted user's node waits for the call",
                duration::show(EXEC_GUARD)
            ),
            because: "it would give the callback up while the caller's phone still rings",
        };
        report.add(&item.span(), fault);
    }
}

/// The word that stands for a value.
fn word_of<T: Copy + PartialEq>(words: &[(&'static str, T)], value: T) -> &'static str {
    words.iter().find(|(_, other)| *other == value).map_or("", |(word, _)| word)
}
