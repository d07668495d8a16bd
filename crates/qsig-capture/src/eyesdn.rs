//! Traces of EyeSDN, a probe for the S0 and E1 interfaces of ISDN.
//!
//! ```text
//! EyeSDN      the six letters, once
//! FF          before each record; in it FF and FE are FE and the octet less two
//!   0-2       microseconds
//!   3-7       seconds since the Unix epoch
//!   8         0 for the D-channel, 1 to 30 for a B-channel
//!   9         bit 1: 1 where the terminal (user) sends; bits 8 to 2: the protocol, 0 for ISDN
//!   10-11     octets of the frame
//!   12-       the frame, without FCS
//! ```
//!
//! Numbers are big-endian. The format is that of the program that writes it, as Wireshark reads and writes it.

use std::io::{BufRead, Read};

use qsig_core::Side;

use crate::error::ReadError;
use crate::record::{Content, Interface, LinkType, Record};
use crate::tally::Tally;
use crate::trace::Importer;

/// What a file begins with.
const MAGIC: &[u8; 6] = b"EyeSDN";
/// The octet before a record.
const FLAG: u8 = 0xFF;
/// The octet before one that is written less two.
const ESCAPE: u8 = 0xFE;
/// Octets of a record before its frame.
const HEADER: usize = 12;
/// The longest record there can be: all octets escaped, and the flag of the next one.
const LONGEST: u64 = 2 * (12 + 65_535) + 1;

/// Whether a file begins as one of EyeSDN.
pub(crate) fn begins_with(sample: &[u8]) -> bool {
    sample.starts_with(MAGIC)
}

/// The frames of a trace. What is of a B-channel or of another protocol is a record that cannot be read, so that numbers
/// of frames are those that Wireshark shows.
#[derive(Debug)]
pub(crate) struct EyeSdn<R> {
    from: R,
    /// Octets read.
    offset: u64,
    raw: Vec<u8>,
    interfaces: [Interface; 1],
    tally: Tally,
}

impl<R: BufRead> EyeSdn<R> {
    /// Reads what stands before the records. Refuses a file that begins with anything else.
    pub(crate) fn open(mut from: R) -> Result<Self, ReadError> {
        let mut first = Vec::new();
        from.by_ref().take(MAGIC.len() as u64).read_to_end(&mut first)?;
        if first != MAGIC {
            return Err(ReadError::NotATrace);
        }
        Ok(Self {
            from,
            offset: MAGIC.len() as u64,
            raw: Vec::new(),
            interfaces: [Interface { name: None, link_type: LinkType::Lapd }],
            tally: Tally::default(),
        })
    }

    /// The next record, with the offset it begins at; `None` at the end of the file.
    fn record(&mut self) -> Result<Option<Record>, ReadError> {
        loop {
            self.raw.clear();
            let offset = self.offset;
            let read = self.from.by_ref().take(LONGEST).read_until(FLAG, &mut self.raw)?;
            self.offset += read as u64;
            if read == 0 {
                return Ok(None);
            }
            let whole = self.raw.pop_if(|last| *last == FLAG).is_some();
            if !whole && read as u64 == LONGEST {
                return Err(ReadError::Damaged { offset, what: "no end of the record is found" });
            }
            // Nothing stands before the first flag, and nothing is wrong with two in a row.
            if !self.raw.is_empty() {
                return parse(&self.raw, offset, whole).map(Some);
            }
        }
    }
}

impl<R: BufRead> Importer for EyeSdn<R> {
    fn next(&mut self) -> Option<Result<Record, ReadError>> {
        self.record().transpose()
    }

    fn interfaces(&self) -> &[Interface] {
        &self.interfaces
    }

    fn tally(&self) -> &Tally {
        &self.tally
    }
}

/// Reads a record as it stands in the file. `whole` where a flag follows it.
fn parse(raw: &[u8], offset: u64, whole: bool) -> Result<Record, ReadError> {
    let mut octets = Vec::with_capacity(raw.len());
    let mut escaped = false;
    for octet in raw {
        if !escaped && *octet == ESCAPE {
            escaped = true;
        } else {
            octets.push(if escaped { octet.wrapping_add(2) } else { *octet });
            escaped = false;
        }
    }
    // The last record has no flag behind it, so that only its length tells whether it is cut.
    let short = |need: usize| {
        if whole {
            ReadError::Packet { offset, what: "it is shorter than it says" }
        } else {
            ReadError::Cut { offset, have: octets.len() as u64, need: need as u64 }
        }
    };
    let Some((&[u1, u2, u3, s1, s2, s3, s4, s5, channel, sender, l1, l2], frame)) =
        octets.split_first_chunk::<HEADER>()
    else {
        return Err(short(HEADER));
    };
    let length = usize::from(u16::from_be_bytes([l1, l2]));
    if frame.len() < length {
        return Err(short(HEADER + length));
    }
    if frame.len() > length || escaped {
        return Err(ReadError::Packet { offset, what: "it is longer than it says" });
    }
    if channel != 0 || sender > 1 {
        return Err(ReadError::Packet {
            offset,
            what: "it is of a B-channel, or of another protocol than ISDN",
        });
    }
    let seconds = u64::from_be_bytes([0, 0, 0, s1, s2, s3, s4, s5]);
    let microseconds = u64::from(u32::from_be_bytes([0, u1, u2, u3]));
    Ok(Record {
        time: seconds * 1_000_000 + microseconds,
        direction: Some(if sender == 1 { Side::User } else { Side::Network }),
        direction_guessed: false,
        interface: 0,
        content: Content::Frame,
        octets: frame.to_vec(),
        missing: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A SABME of the user, at 2 seconds and 65,535 microseconds, which has to be escaped.
    const SABME: &[u8] = b"\x00\xFE\xFD\xFE\xFD\x00\x00\x00\x00\x02\x00\x01\x00\x03\x00\x01\x7F";

    fn read(octets: &[u8]) -> Vec<Result<Record, ReadError>> {
        let mut trace = EyeSdn::open(octets).unwrap();
        std::iter::from_fn(|| trace.next()).collect()
    }

    #[test]
    fn a_record_has_its_time_its_sender_and_its_frame() {
        let records = read(&[b"EyeSDN\xFF", SABME, b"\xFF", SABME].concat());
        let records: Vec<Record> = records.into_iter().map(Result::unwrap).collect();
        let sabme = Record::new(2_065_535, Side::User, [0x00, 0x01, 0x7F]);
        assert_eq!(records, [sabme.clone(), sabme]);
    }

    #[test]
    fn what_is_no_d_channel_is_told_and_the_next_record_read() {
        let mut bearer = SABME.to_vec();
        bearer[10] = 1;
        let mut other = SABME.to_vec();
        other[11] = 2;
        let mut short = SABME.to_vec();
        short[13] = 4;
        let file = [b"EyeSDN", &bearer[..], &other, &short, SABME].join(&FLAG);
        let records = read(&file);
        let errors: Vec<_> = records[..3].iter().map(|record| record.as_ref().unwrap_err()).collect();
        assert!(errors.iter().all(|error| error.goes_on()), "{errors:?}");
        assert!(errors[1].to_string().contains("another protocol"), "{errors:?}");
        assert!(records[3].is_ok() && records.len() == 4);
    }

    #[test]
    fn each_cut_of_the_last_record_is_seen() {
        let whole = [b"EyeSDN\xFF", SABME].concat();
        for length in 8..whole.len() {
            let [Err(ReadError::Cut { offset: 7, .. })] = &read(&whole[..length])[..] else {
                panic!("{length}: {:?}", read(&whole[..length]));
            };
        }
        assert!(EyeSdn::open(&b"EyeSD"[..]).is_err());
    }

    #[test]
    fn a_file_without_flags_takes_no_memory() {
        let mut file = b"EyeSDN\xFF".to_vec();
        file.resize(10_000_000, 0);
        let mut trace = EyeSdn::open(&file[..]).unwrap();
        assert!(matches!(trace.next(), Some(Err(ReadError::Damaged { .. }))));
        assert!(trace.raw.capacity() < 500_000, "{}", trace.raw.capacity());
    }
}
