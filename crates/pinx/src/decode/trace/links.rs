//! The data links of a trace.

use std::collections::{BTreeMap, HashMap};

use qsig_core::printable;

/// Which link a frame is of: counted from 0 in the order of their first frames.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct LinkNumber(pub(super) usize);

/// Tells the links of one or several files apart.
///
/// Within a file each interface is a link. A file that begins after the one before it has ended goes on with its
/// links, by the names of the interfaces or, where they have none, by their numbers: so a recording that was cut into
/// files is one trace. A file that begins earlier was recorded elsewhere at the same time, and has links of its own.
#[derive(Default)]
pub(crate) struct Links {
    names: Vec<Option<String>>,
    known: HashMap<(u32, Identity), LinkNumber>,
    /// The interfaces of the file that is read now.
    here: BTreeMap<u32, LinkNumber>,
    /// How many times a file began before the one before it had ended.
    place: u32,
    latest: u64,
    begins: bool,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Identity {
    Name(String),
    Number(u32),
}

impl Links {
    /// A new file begins.
    pub(crate) fn begin_file(&mut self) {
        self.here.clear();
        self.begins = true;
    }

    /// The link of a frame seen at an interface of this file; `time` in microseconds since the Unix epoch.
    pub(crate) fn of(&mut self, interface: u32, name: Option<&str>, time: u64) -> LinkNumber {
        if std::mem::take(&mut self.begins) && time < self.latest {
            self.place = self.place.saturating_add(1);
            self.latest = 0;
        }
        self.latest = self.latest.max(time);
        if let Some(link) = self.here.get(&interface) {
            return *link;
        }
        let name = name.filter(|name| !name.is_empty());
        let identity = name.map_or(Identity::Number(interface), |name| Identity::Name(name.to_owned()));
        let next = LinkNumber(self.names.len());
        let link = *self.known.entry((self.place, identity)).or_insert(next);
        if link == next {
            // A file may say any name; what is shown must not steer a terminal.
            self.names.push(name.map(|name| printable(name).into_owned()));
        }
        self.here.insert(interface, link);
        link
    }

    /// What to call a link where it has to be told from others: its name, else `link 2`. `None` for the first link
    /// while it is the only one and has no name.
    pub(crate) fn name(&self, link: LinkNumber) -> Option<String> {
        let LinkNumber(index) = link;
        match self.names.get(index)? {
            Some(name) => Some(name.clone()),
            None if self.names.len() > 1 => Some(format!("link {}", index + 1)),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_begins_later_goes_on_with_the_links_of_the_one_before() {
        let mut links = Links::default();
        links.begin_file();
        let rome = links.of(0, Some("to-rome"), 100);
        let oslo = links.of(1, Some("to-oslo"), 200);
        assert_ne!(rome, oslo);
        links.begin_file();
        assert_eq!(links.of(0, Some("to-oslo"), 200), oslo);
        assert_eq!(links.of(1, Some("to-rome"), 150), rome);
        assert_eq!(links.name(oslo).as_deref(), Some("to-oslo"));
    }

    #[test]
    fn a_file_that_begins_earlier_has_links_of_its_own() {
        let mut links = Links::default();
        links.begin_file();
        let first = links.of(0, None, 100);
        assert_eq!(links.name(first), None);
        links.begin_file();
        let second = links.of(0, None, 99);
        assert_ne!(first, second);
        assert_eq!(links.name(second).as_deref(), Some("link 2"));
    }
}
