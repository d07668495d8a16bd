use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use qsig_core::Digits;

use crate::{Parties, Peer, RecordId};

/// Finds callbacks by peer and parties without walking over all of them: by the digits of both users first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    same_digits: BTreeMap<(Peer, Digits, Digits), Vec<RecordId>>,
    peers: BTreeMap<Peer, BTreeSet<RecordId>>,
    callers: BTreeMap<(Peer, Digits), usize>,
}

fn key(peer: Peer, parties: &Parties) -> (Peer, Digits, Digits) {
    (peer, a_digits(parties), parties.b.digits)
}

/// The digits of user A; none where A has no number.
pub(crate) fn a_digits(parties: &Parties) -> Digits {
    parties.a.number().map_or(Digits::EMPTY, |number| number.digits)
}

impl Index {
    pub(crate) fn insert(&mut self, peer: Peer, parties: &Parties, id: RecordId) {
        self.same_digits.entry(key(peer, parties)).or_default().push(id);
        self.peers.entry(peer).or_default().insert(id);
        *self.callers.entry((peer, a_digits(parties))).or_default() += 1;
    }

    pub(crate) fn remove(&mut self, peer: Peer, parties: &Parties, id: RecordId) {
        let key = key(peer, parties);
        let Some(ids) = self.same_digits.get_mut(&key) else { return };
        let Some(position) = ids.iter().position(|other| *other == id) else { return };
        ids.remove(position);
        if ids.is_empty() {
            self.same_digits.remove(&key);
        }
        if let Some(ids) = self.peers.get_mut(&peer) {
            ids.remove(&id);
            if ids.is_empty() {
                self.peers.remove(&peer);
            }
        }
        let caller = (peer, a_digits(parties));
        if let Some(count) = self.callers.get_mut(&caller) {
            *count -= 1;
            if *count == 0 {
                self.callers.remove(&caller);
            }
        }
    }

    /// Those with the same digits, oldest first. [`Parties::matches`] has the last word.
    pub(crate) fn candidates(&self, peer: Peer, parties: &Parties) -> &[RecordId] {
        self.same_digits.get(&key(peer, parties)).map_or(&[], Vec::as_slice)
    }

    /// All of a peer, oldest first.
    pub(crate) fn of_peer(&self, peer: Peer) -> impl Iterator<Item = RecordId> + '_ {
        self.peers.get(&peer).into_iter().flatten().copied()
    }

    /// How many a peer has.
    pub(crate) fn count_of_peer(&self, peer: Peer) -> usize {
        self.peers.get(&peer).map_or(0, BTreeSet::len)
    }

    /// How many the user A of these parties has.
    pub(crate) fn count_of_caller(&self, peer: Peer, parties: &Parties) -> usize {
        self.callers.get(&(peer, a_digits(parties))).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::parties;

    #[test]
    fn nothing_is_left_of_what_is_removed() {
        let (one, two) = (parties("1001", "2002"), parties("1001", "2003"));
        let mut index = Index::default();
        index.insert(Peer(1), &one, RecordId(1));
        index.insert(Peer(1), &two, RecordId(2));
        index.insert(Peer(2), &one, RecordId(3));
        assert_eq!(index.candidates(Peer(1), &one), [RecordId(1)]);
        assert_eq!(index.count_of_caller(Peer(1), &one), 2);
        assert_eq!(index.of_peer(Peer(1)).collect::<Vec<_>>(), [RecordId(1), RecordId(2)]);
        for (peer, parties, id) in [(1, &one, 1), (1, &two, 2), (2, &one, 3)] {
            index.remove(Peer(peer), parties, RecordId(id));
            index.remove(Peer(peer), parties, RecordId(id));
        }
        assert!(index.same_digits.is_empty() && index.peers.is_empty() && index.callers.is_empty());
    }
}
