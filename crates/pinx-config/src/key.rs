//! A key of the configuration: its name, what it takes, its default and what it does. These tables are the only
//! place where keys stand; the reading, `pinx init` and the reference are made from them.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    item::Item,
    mistake::{Fault, Report},
    nearest::nearest,
    reference::home_of,
};

/// A key that fills in something of a `T`.
pub(crate) struct Key<T: 'static> {
    /// As it is written.
    pub(crate) name: &'static str,
    /// What it takes, with the unit: "a duration ...".
    pub(crate) wanted: &'static str,
    /// What holds if it is not there.
    pub(crate) preset: Preset<T>,
    /// What it does, in one sentence.
    pub(crate) says: &'static str,
    /// Takes its value, or tells what is wrong with it.
    pub(crate) take: fn(&mut T, &Item<'_>, &mut Report<'_>),
}

/// What holds if a key is not there.
pub(crate) enum Preset<T: 'static> {
    /// It must be there, such as this.
    Required(&'static str),
    /// Nothing in particular; this is how it could look.
    None(&'static str),
    /// What a default `T` has, as TOML.
    Value(fn(&T) -> String),
}

/// A key without what it belongs to, for the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) wanted: &'static str,
    /// `None`: required, or nothing in particular.
    pub(crate) default: Option<String>,
    pub(crate) required: bool,
    /// How it could look, as TOML.
    pub(crate) example: String,
    pub(crate) says: &'static str,
}

/// The keys without what they belong to.
pub(crate) fn rows<T: Default>(keys: &[Key<T>]) -> Vec<Row> {
    let preset = T::default();
    keys.iter()
        .map(|key| {
            let (default, required, example) = match key.preset {
                Preset::Required(example) => (None, true, example.into()),
                Preset::None(example) => (None, false, example.into()),
                Preset::Value(show) => (Some(show(&preset)), false, show(&preset)),
            };
            Row { name: key.name, wanted: key.wanted, default, required, example, says: key.says }
        })
        .collect()
}

/// Keys and what they fill in. A table of the file may be read by several parts.
pub(crate) trait Part {
    /// Takes the item if the key is one of its own.
    fn take(&mut self, name: &str, value: &Spanned<DeValue<'_>>, report: &mut Report<'_>) -> bool;
    /// All names.
    fn names(&self) -> Vec<&'static str>;
    /// The required keys that are not in the table, with an example.
    fn missing(&self, table: &DeTable<'_>) -> Vec<(&'static str, &'static str)>;
}

/// The part with these lists of keys that fills in this.
pub(crate) struct Filling<'a, T: 'static>(pub(crate) &'a [&'static [Key<T>]], pub(crate) &'a mut T);

impl<T> Filling<'_, T> {
    fn keys(&self) -> impl Iterator<Item = &'static Key<T>> + use<'_, T> {
        self.0.iter().copied().flatten()
    }
}

impl<T> Part for Filling<'_, T> {
    fn take(&mut self, name: &str, value: &Spanned<DeValue<'_>>, report: &mut Report<'_>) -> bool {
        let Some(key) = self.keys().find(|key| key.name == name) else { return false };
        let item = Item { name: key.name, wanted: key.wanted, value };
        (key.take)(self.1, &item, report);
        true
    }

    fn names(&self) -> Vec<&'static str> {
        self.keys().map(|key| key.name).collect()
    }

    fn missing(&self, table: &DeTable<'_>) -> Vec<(&'static str, &'static str)> {
        self.keys()
            .filter(|key| !table.contains_key(key.name))
            .filter_map(|key| match key.preset {
                Preset::Required(example) => Some((key.name, example)),
                Preset::None(_) | Preset::Value(_) => None,
            })
            .collect()
    }
}

/// Keys that the design promises and that this version does not honour, with what to do instead.
const NOT_YET: &[(&str, &str)] = &[
    ("T4", "path reservation is not offered, so T4 never runs; leave it out"),
    ("path-reservation", "the callback call is placed without a reserved path; leave it out"),
    ("services", "CCBS and CCNR are both offered; leave it out"),
    ("class", "name a profile, and set single keys in [callback] or with the extension"),
    ("dnd", "phones have no do-not-disturb; leave it out"),
];

/// Reads a table of the file. `head` is how it is written, `at` where it begins.
pub(crate) fn read_table(
    head: &'static str,
    at: &Range<usize>,
    table: &DeTable<'_>,
    parts: &mut [&mut dyn Part],
    report: &mut Report<'_>,
) {
    for (key, value) in table {
        let (span, name) = (key.span(), key.get_ref().as_ref());
        if parts.iter_mut().any(|part| part.take(name, value, report)) {
            continue;
        }
        if let Some((_, instead)) = NOT_YET.iter().find(|(key, _)| *key == name) {
            report.add(&span, Fault::NotYet { what: name.into(), instead });
            continue;
        }
        let home = home_of(name);
        let known = parts.iter().flat_map(|part| part.names());
        let nearest = nearest(name, known).filter(|_| home.is_none()).map(Into::into);
        report.add(&span, Fault::UnknownKey { table: head, key: name.into(), nearest, home });
    }
    for (key, example) in parts.iter().flat_map(|part| part.missing(table)) {
        let example = format!("{key} = {example}");
        report.add(at, Fault::Missing { table: head, key, example });
    }
}
