//! A map that forgets what has not been put in lately.

use std::collections::HashMap;
use std::hash::Hash;

/// A map of at most twice `half` entries. When the younger half is full, the older one is forgotten as a whole; so
/// nothing is ever searched for the oldest entry.
pub(crate) struct Recent<K, V> {
    young: HashMap<K, V>,
    old: HashMap<K, V>,
    half: usize,
}

impl<K: Eq + Hash, V> Recent<K, V> {
    /// An empty map; `half` is at least 1.
    pub(crate) fn new(half: usize) -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), half: half.max(1) }
    }

    /// Puts an entry in, in place of an older one of the same key.
    pub(crate) fn insert(&mut self, key: K, value: V) {
        self.old.remove(&key);
        if self.young.len() >= self.half && !self.young.contains_key(&key) {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(key, value);
    }

    /// The entry, if it is still known.
    pub(crate) fn get(&self, key: &K) -> Option<&V> {
        self.young.get(key).or_else(|| self.old.get(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_most_twice_the_half_is_kept_and_the_latest_half_always() {
        let mut map = Recent::new(10);
        for number in 0..1_000 {
            map.insert(number, number);
            let kept = (0..=number).filter(|key| map.get(key).is_some()).count();
            assert!(kept <= 20, "{kept} at {number}");
            for latest in (0..=number).rev().take(10) {
                assert_eq!(map.get(&latest), Some(&latest));
            }
        }
    }
}
