//! A fixed row of things, each named by a place that only the configuration gives out. It remembers which of
//! them were touched, so that nobody has to look at all of them.

use std::{
    collections::BTreeSet,
    ops::{Index, IndexMut},
};

use crate::config::{PhoneIndex, TrunkIndex};

/// A place in a [`Table`].
pub(crate) trait Place: Copy + Ord {
    fn new(index: u32) -> Self;
    fn index(self) -> usize;
}

macro_rules! place {
    ($($name:ident)*) => {$(
        impl Place for $name {
            fn new(index: u32) -> Self {
                Self(index)
            }

            fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

place! { PhoneIndex TrunkIndex }

#[derive(Clone, Debug)]
pub(crate) struct Table<P, T> {
    things: Vec<T>,
    touched: BTreeSet<P>,
}

impl<P: Place, T> Table<P, T> {
    pub(crate) fn places(&self) -> impl Iterator<Item = P> + use<P, T> {
        (0..).take(self.things.len()).map(P::new)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.things.iter()
    }

    /// Adds one at the end.
    pub(crate) fn push(&mut self, thing: T) -> P {
        let place = P::new(u32::try_from(self.things.len()).unwrap_or(u32::MAX));
        self.things.push(thing);
        place
    }

    /// Takes one that was touched, off the list of those that were.
    pub(crate) fn take_touched(&mut self) -> Option<P> {
        self.touched.pop_first()
    }

    /// Takes this one off the list.
    pub(crate) fn settle(&mut self, place: P) {
        self.touched.remove(&place);
    }

    /// Whether the place exists: to be asked of every place that comes from outside.
    pub(crate) fn contains(&self, place: P) -> bool {
        place.index() < self.things.len()
    }
}

impl<P: Ord, T> FromIterator<T> for Table<P, T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        Self { things: things.into_iter().collect(), touched: BTreeSet::new() }
    }
}

#[expect(clippy::indexing_slicing, reason = "places come from `places` or have passed `contains`")]
impl<P: Place, T> Index<P> for Table<P, T> {
    type Output = T;

    fn index(&self, place: P) -> &T {
        &self.things[place.index()]
    }
}

#[expect(clippy::indexing_slicing, reason = "places come from `places` or have passed `contains`")]
impl<P: Place, T> IndexMut<P> for Table<P, T> {
    fn index_mut(&mut self, place: P) -> &mut T {
        self.touched.insert(place);
        &mut self.things[place.index()]
    }
}
