//! Any trace: what kind of file it is, and its frames.

use std::io::{BufRead, BufReader, Cursor, ErrorKind, Read};

use flate2::bufread::MultiGzDecoder;

use crate::error::ReadError;
use crate::format::TraceFormat;
use crate::limits::{BUFFER, SAMPLE};
use crate::record::{Content, Interface, Record};
use crate::sides::Guess;
use crate::tally::Tally;

/// Where an importer reads from.
pub(crate) type Stream<'a> = BufReader<Box<dyn Read + 'a>>;

/// What gives the records of one kind of file.
pub(crate) trait Importer {
    /// The next record; nothing more after `None` or an error that ends the file.
    fn next(&mut self) -> Option<Result<Record, ReadError>>;

    /// The interfaces described so far.
    fn interfaces(&self) -> &[Interface];

    /// What became no record so far.
    fn tally(&self) -> &Tally;
}

/// Reads the frames of any file that [`TraceFormat`] knows, packed with gzip or not, record by record.
///
/// What kind of file it is shows its beginning (the first 262,144 octets at most), not its name. Memory does not
/// depend on the length of the file. Where a file does not tell who sent a frame it is concluded from the C/R bit, and
/// [`Record::direction_guessed`] says so. A record that cannot be read is an `Err` and the next one follows where
/// [`ReadError::goes_on`]; a file that is cut gives all whole records, then an `Err`, then nothing.
pub struct Trace<'a> {
    importer: Box<dyn Importer + 'a>,
    format: TraceFormat,
    guess: Guess,
    packed: bool,
    ended: bool,
}

impl std::fmt::Debug for Trace<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Trace")
            .field("format", &self.format)
            .field("packed", &self.packed)
            .finish_non_exhaustive()
    }
}

impl<'a> Trace<'a> {
    /// Recognises a file, or takes it for `forced`, and reads its header. Refused are files of no known kind and
    /// captures of other links.
    pub fn open(from: impl Read + 'a, forced: Option<TraceFormat>) -> Result<Self, ReadError> {
        let (mut from, mut recognised) = recognise(Box::new(from), forced)?;
        let packed = recognised == Recognised::Packed;
        if packed {
            (from, recognised) =
                recognise(Box::new(MultiGzDecoder::new(from)), forced).map_err(cut_if_packed)?;
        }
        let format = match recognised {
            Recognised::Format(format) => format,
            // Packed twice is nobody's log.
            Recognised::Packed => return Err(ReadError::NotATrace),
        };
        let importer =
            format.open(from).map_err(|error| if packed { cut_if_packed(error) } else { error })?;
        Ok(Self { importer, format, guess: Guess::default(), packed, ended: false })
    }

    /// What kind of file it is.
    pub const fn format(&self) -> TraceFormat {
        self.format
    }

    /// The interfaces described or named so far; [`Record::interface`] counts in them.
    pub fn interfaces(&self) -> &[Interface] {
        self.importer.interfaces()
    }

    /// What of the file became no record so far.
    pub fn tally(&self) -> &Tally {
        self.importer.tally()
    }
}

impl Iterator for Trace<'_> {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let mut next = self.importer.next();
        match &mut next {
            None => self.ended = true,
            Some(Ok(record)) => {
                if record.direction.is_none() && record.content == Content::Frame {
                    record.direction = self.guess.sender(record.interface, &record.octets);
                    record.direction_guessed = record.direction.is_some();
                }
            }
            Some(Err(error)) => self.ended = !error.goes_on(),
        }
        if self.packed { next.map(|next| next.map_err(cut_if_packed)) } else { next }
    }
}

impl std::iter::FusedIterator for Trace<'_> {}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Recognised {
    Format(TraceFormat),
    Packed,
}

/// Looks at the beginning of a file, and gives it back whole.
fn recognise<'a>(
    mut from: Box<dyn Read + 'a>,
    forced: Option<TraceFormat>,
) -> Result<(Stream<'a>, Recognised), ReadError> {
    let mut sample = Vec::new();
    let mut looked_at = 0;
    let recognised = loop {
        let before = sample.len();
        let limit = u64::try_from(BUFFER.min(SAMPLE - before)).unwrap_or_default();
        let read = read_some(&mut from, limit, &mut sample);
        let ended = sample.len() == before || sample.len() >= SAMPLE || read.is_err();
        // Not after every octet that a slow line brings: the whole work stays a small multiple of the sample.
        if ended || sample.len() >= 2 * looked_at {
            looked_at = sample.len();
            if sample.starts_with(&[0x1F, 0x8B]) {
                break Recognised::Packed;
            }
            if let Some(format) = forced.or_else(|| TraceFormat::of(&sample, ended)) {
                break Recognised::Format(format);
            }
        }
        if ended {
            read?;
            return Err(if sample.is_empty() { ReadError::Empty } else { ReadError::NotATrace });
        }
    };
    let whole: Box<dyn Read + 'a> = Box::new(Cursor::new(sample).chain(from));
    Ok((BufReader::with_capacity(BUFFER, whole), recognised))
}

/// Appends what one read gives, at most `limit` octets.
fn read_some(from: &mut dyn Read, limit: u64, sample: &mut Vec<u8>) -> std::io::Result<()> {
    let mut buffer = BufReader::with_capacity(BUFFER, from.take(limit));
    loop {
        match buffer.fill_buf() {
            Ok(octets) => {
                sample.extend_from_slice(octets);
                return Ok(());
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// An unexpected end inside gzip is a cut file.
fn cut_if_packed(error: ReadError) -> ReadError {
    match error {
        ReadError::Io(error) if error.kind() == ErrorKind::UnexpectedEof => ReadError::CutPacked,
        other => other,
    }
}
