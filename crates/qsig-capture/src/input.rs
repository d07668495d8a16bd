use std::io::{self, Read};

use crate::error::ReadError;

/// The octets of a file with their place in it, read by exact lengths.
#[derive(Debug)]
pub(crate) struct Input<R> {
    from: R,
    /// Where the next octet stands in the file.
    position: u64,
    /// Where the record that is being read begins.
    record: u64,
}

impl<R: Read> Input<R> {
    pub(crate) fn new(from: R) -> Self {
        Self { from, position: 0, record: 0 }
    }

    /// Says that a record begins here and returns where that is.
    pub(crate) fn begin(&mut self) -> u64 {
        self.record = self.position;
        self.record
    }

    /// Where the record that is being read begins.
    pub(crate) const fn record(&self) -> u64 {
        self.record
    }

    /// Appends `count` octets to `out`, or fewer at the end of the file. Memory grows with what is there, not
    /// with what was asked for.
    fn read_some(&mut self, count: u64, out: &mut Vec<u8>) -> Result<u64, io::Error> {
        let got = self.from.by_ref().take(count).read_to_end(out)?;
        let got = u64::try_from(got).unwrap_or(u64::MAX);
        self.position = self.position.saturating_add(got);
        Ok(got)
    }

    /// Appends `count` octets; `false` at the end of the file, if a record could begin here.
    pub(crate) fn read_first(&mut self, count: u64, out: &mut Vec<u8>) -> Result<bool, ReadError> {
        let got = self.read_some(count, out)?;
        if got == 0 && self.position == self.record {
            return Ok(false);
        }
        self.whole(got, count)?;
        Ok(true)
    }

    /// Appends `count` octets of the record.
    pub(crate) fn read(&mut self, count: u64, out: &mut Vec<u8>) -> Result<(), ReadError> {
        let got = self.read_some(count, out)?;
        self.whole(got, count)
    }

    /// Leaves out `count` octets of the record.
    pub(crate) fn skip(&mut self, count: u64) -> Result<(), ReadError> {
        let got = io::copy(&mut self.from.by_ref().take(count), &mut io::sink())?;
        self.position = self.position.saturating_add(got);
        self.whole(got, count)
    }

    fn whole(&self, got: u64, count: u64) -> Result<(), ReadError> {
        if got == count {
            return Ok(());
        }
        let have = self.position - self.record;
        Err(ReadError::Cut { offset: self.record, have, need: have.saturating_add(count - got) })
    }
}
