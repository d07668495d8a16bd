//! Captures as one of the kinds of files.

use std::io::Read;

use crate::error::ReadError;
use crate::reader::Reader;
use crate::record::{Interface, Record};
use crate::tally::Tally;
use crate::trace::Importer;

/// A pcap or pcapng file. Nothing of it is ever left out in silence, so its tally stays empty.
#[derive(Debug)]
pub(crate) struct Packets<R> {
    reader: Reader<R>,
    tally: Tally,
}

impl<R: Read> Packets<R> {
    /// Reads the header of a file. `private`: link types for private use are LAPD frames.
    pub(crate) fn open(from: R, private: bool) -> Result<Self, ReadError> {
        let reader = if private { Reader::with_private_types(from) } else { Reader::new(from) };
        Ok(Self { reader: reader?, tally: Tally::default() })
    }
}

impl<R: Read> Importer for Packets<R> {
    fn next(&mut self) -> Option<Result<Record, ReadError>> {
        self.reader.next()
    }

    fn interfaces(&self) -> &[Interface] {
        self.reader.interfaces()
    }

    fn tally(&self) -> &Tally {
        &self.tally
    }
}
