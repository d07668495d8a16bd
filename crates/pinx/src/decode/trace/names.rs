//! What to call links and files where there are several.

use std::collections::HashMap;
use std::path::Path;

use super::LinkNumber;
use crate::decode::seen::Seen;

/// A frame of a trace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FrameRef {
    /// The file it is of, from 0.
    pub(crate) file: usize,
    /// Its number in there, from 1.
    pub(crate) number: u64,
}

/// The names of the links and files seen so far.
#[derive(Default)]
pub(crate) struct Names {
    links: HashMap<LinkNumber, String>,
    files: Vec<String>,
}

impl Names {
    /// One of several files begins.
    pub(crate) fn begin_file(&mut self, path: &Path) {
        self.files.push(path.display().to_string());
    }

    /// Looks at a frame for the name of its link.
    pub(crate) fn look(&mut self, seen: &Seen<'_>) {
        if let Some(name) = seen.link_name.as_ref().filter(|_| !self.links.contains_key(&seen.link)) {
            self.links.insert(seen.link, name.clone());
        }
    }

    /// The name of a link, where it has to be told from others.
    pub(crate) fn link(&self, link: LinkNumber) -> Option<&str> {
        self.links.get(&link).map(String::as_str)
    }

    /// The name of the file of a frame, where there are several.
    pub(crate) fn file(&self, frame: FrameRef) -> Option<&str> {
        self.files.get(frame.file).map(String::as_str)
    }
}
