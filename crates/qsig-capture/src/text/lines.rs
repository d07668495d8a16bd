//! Lines of bounded length, and the importer that all logs share.

use std::borrow::Cow;
use std::io::BufRead;

use super::{Out, Taken, TextFormat};
use crate::error::ReadError;
use crate::limits::LONGEST_LINE;
use crate::record::{Interface, Record};
use crate::tally::Tally;
use crate::trace::Importer;

/// Gives the frames of a log. Memory does not depend on the length of the file or of its lines.
#[derive(Debug)]
pub(crate) struct Lines<F, R> {
    from: R,
    format: F,
    out: Out,
    line: Vec<u8>,
    /// The number of the line last read.
    number: u64,
    ended: bool,
    /// What is told after the last record.
    last_word: Option<ReadError>,
    tally: Tally,
}

/// What was read into the buffer.
enum Piece {
    /// A whole line.
    Whole,
    /// The last line, without an end.
    Last,
    /// A line too long to be looked at, or nothing.
    TooLong,
    End,
}

impl<F: TextFormat, R: BufRead> Lines<F, R> {
    /// Reads lines of a format.
    pub(crate) fn new(from: R) -> Self {
        Self {
            from,
            format: F::default(),
            out: Out::default(),
            line: Vec::new(),
            number: 0,
            ended: false,
            last_word: None,
            tally: Tally::default(),
        }
    }

    /// Reads one line and lets the format take it.
    fn step(&mut self) -> Result<(), ReadError> {
        let piece = self.read()?;
        let last = matches!(piece, Piece::Last);
        match piece {
            Piece::End => self.end(false),
            Piece::TooLong => self.tally.leave_out(self.number),
            Piece::Whole | Piece::Last => {
                let line = clean(&self.line);
                if !line.trim().is_empty() {
                    match self.format.line(&line, &mut self.out) {
                        Taken::Yes => {}
                        Taken::No => self.tally.leave_out(self.number),
                        Taken::Refused(why) => self.tally.refuse(self.number, why),
                        Taken::Broken if last => self.end(true),
                        Taken::Broken => {
                            self.tally.refuse(self.number, "its octets end in the middle of one");
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, cut: bool) {
        self.ended = true;
        if self.format.end(&mut self.out) || cut {
            self.last_word = Some(ReadError::CutLine { line: self.number });
        }
    }

    fn read(&mut self) -> Result<Piece, ReadError> {
        self.line.clear();
        let mut length = 0_usize;
        loop {
            let buffer = match self.from.fill_buf() {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            let end = buffer.iter().position(|octet| *octet == b'\n');
            let piece = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
            let room = LONGEST_LINE - self.line.len();
            self.line.extend_from_slice(piece.get(..room).unwrap_or(piece));
            length = length.saturating_add(piece.len());
            let (empty, taken) = (buffer.is_empty(), piece.len() + usize::from(end.is_some()));
            self.from.consume(taken);
            if empty && length == 0 {
                return Ok(Piece::End);
            }
            if empty || end.is_some() {
                self.number += 1;
                return Ok(match (length > LONGEST_LINE, empty) {
                    (true, _) => Piece::TooLong,
                    (false, true) => Piece::Last,
                    (false, false) => Piece::Whole,
                });
            }
        }
    }
}

impl<F: TextFormat, R: BufRead> Importer for Lines<F, R> {
    fn next(&mut self) -> Option<Result<Record, ReadError>> {
        loop {
            if let Some(record) = self.out.records.pop_front() {
                return Some(Ok(record));
            }
            if self.ended {
                return self.last_word.take().map(Err);
            }
            if let Err(error) = self.step() {
                // What came before a packed file broke off is given first.
                self.end(false);
                self.last_word = Some(error);
            }
        }
    }

    fn interfaces(&self) -> &[Interface] {
        &self.out.interfaces
    }

    fn tally(&self) -> &Tally {
        &self.tally
    }
}

/// How many frames a format finds in the beginning of a file.
pub(crate) fn likeness<F: TextFormat>(sample: &[u8]) -> u64 {
    let mut lines = Lines::<F, _>::new(sample);
    while lines.next().is_some() {}
    lines.out.count
}

/// The text of a line without byte order mark, colours, and white space at the end.
fn clean(line: &[u8]) -> Cow<'_, str> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line).trim_ascii_end();
    let text = String::from_utf8_lossy(line);
    if text.contains('\x1B') { Cow::Owned(without_colours(&text)) } else { text }
}

/// Leaves out the sequences that colour a terminal: ESC, `[`, parameters, a letter.
fn without_colours(text: &str) -> String {
    let mut pieces = text.split('\x1B');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let rest = piece.strip_prefix('[').and_then(|sequence| {
            let end = sequence.find(|next: char| !next.is_ascii_digit() && next != ';')?;
            sequence.get(end + 1..)
        });
        plain.push_str(rest.unwrap_or(piece));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;
    use qsig_core::Side;

    /// A frame for every line of one word; `cut` is cut.
    #[derive(Default)]
    struct Words;

    impl TextFormat for Words {
        fn line(&mut self, line: &str, out: &mut Out) -> Taken {
            match line {
                "cut" => return Taken::Broken,
                "strange" => return Taken::Refused("strange"),
                line if line.contains(' ') => return Taken::No,
                line => out.put(Record::new(0, Side::User, line.as_bytes())),
            }
            Taken::Yes
        }

        fn end(&mut self, _: &mut Out) -> bool {
            false
        }
    }

    fn read(text: &[u8]) -> (Vec<String>, Lines<Words, &[u8]>) {
        let mut lines = Lines::<Words, _>::new(text);
        let mut seen = Vec::new();
        while let Some(record) = lines.next() {
            seen.push(match record {
                Ok(record) => String::from_utf8(record.octets).unwrap(),
                Err(error) => error.to_string(),
            });
        }
        (seen, lines)
    }

    #[test]
    fn a_line_too_long_is_left_out_and_not_kept() {
        let text = [&b"one\n"[..], &vec![b'x'; 3 * LONGEST_LINE], b"\ntwo"].concat();
        let (seen, lines) = read(&text);
        assert_eq!(seen, ["one", "two"]);
        assert_eq!(lines.tally().first_left_out(), Some(2));
        assert!(lines.line.capacity() <= 2 * LONGEST_LINE, "{}", lines.line.capacity());
    }

    #[test]
    fn line_ends_marks_and_colours_are_not_part_of_a_line() {
        let (seen, _) = read(b"\xEF\xBB\xBFone\r\n\n\x1B[1;32mtwo\x1B[0m \n  \nthree");
        assert_eq!(seen, ["one", "two", "three"]);
    }

    #[test]
    fn octets_that_end_in_the_middle_are_a_cut_only_at_the_end_of_the_file() {
        let (seen, lines) = read(b"one\ncut\nfour words of text\nstrange\ncut");
        assert_eq!(seen, ["one", "the file is cut in line 5"]);
        assert_eq!((lines.tally().left_out(), lines.tally().refused().len()), (1, 2));
        let (seen, _) = read(b"cut\n");
        assert!(seen.is_empty());
    }
}
