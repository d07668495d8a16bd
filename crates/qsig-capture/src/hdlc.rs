//! HDLC as it stands on a line.

use std::collections::VecDeque;
use std::io::{BufRead, ErrorKind};

use qsig_hdlc::{BitDecoder, BitOrder, EscapeMap, OctetDecoder, Received};

use crate::error::ReadError;
use crate::limits::LONGEST_HDLC_FRAME;
use crate::record::{Content, Interface, LinkType, Record};
use crate::sides::OneWay;
use crate::tally::Tally;
use crate::trace::Importer;

/// The octet between frames.
const FLAG: u8 = 0x7E;

/// How frames are told apart on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stuffing {
    /// By octets (RFC 1662), no control characters mapped.
    Octets,
    /// By bits.
    Bits(BitOrder),
}

#[derive(Debug)]
enum Decoder {
    Octets(OctetDecoder),
    Bits(BitDecoder),
}

impl Stuffing {
    fn decoder(self) -> Decoder {
        match self {
            Self::Octets => Decoder::Octets(OctetDecoder::new(EscapeMap::empty(), LONGEST_HDLC_FRAME)),
            Self::Bits(order) => Decoder::Bits(BitDecoder::new(order, LONGEST_HDLC_FRAME)),
        }
    }

    /// How many good frames a file begins with; 0 where more are damaged, as in noise.
    pub(crate) fn likeness(self, sample: &[u8]) -> u64 {
        let (mut good, mut damaged) = (0, 0);
        self.decoder().push(sample, &mut |received| match received {
            Received::Frame(_) => good += 1,
            Received::Damaged(_) => damaged += 1,
        });
        if damaged > good { 0 } else { good }
    }
}

impl Decoder {
    fn push(&mut self, octets: &[u8], received: &mut impl FnMut(Received<'_>)) {
        match self {
            Self::Octets(decoder) => decoder.push(octets, received),
            Self::Bits(decoder) => decoder.push(octets, received),
        }
    }
}

/// Gives the frames of one direction of a line. Damaged ones are counted.
#[derive(Debug)]
pub(crate) struct Hdlc<R> {
    from: R,
    decoder: Decoder,
    frames: VecDeque<Vec<u8>>,
    /// All frames are of one side.
    sender: OneWay,
    interfaces: [Interface; 1],
    tally: Tally,
    ended: bool,
    /// The stream ended in the middle of a frame.
    cut: bool,
}

/// A frame of an unknown side, without octets.
const FRAME: Record = Record {
    time: 0,
    direction: None,
    direction_guessed: false,
    interface: 0,
    content: Content::Frame,
    octets: Vec::new(),
    missing: 0,
};

impl<R: BufRead> Hdlc<R> {
    /// Reads what one side sent.
    pub(crate) fn new(from: R, stuffing: Stuffing) -> Self {
        Self {
            from,
            decoder: stuffing.decoder(),
            frames: VecDeque::new(),
            sender: OneWay::default(),
            interfaces: [Interface { name: None, link_type: LinkType::Lapd }],
            tally: Tally::default(),
            ended: false,
            cut: false,
        }
    }

    /// Closes the last frame, to see whether it was whole. Among bits what is idle cannot be told from the beginning of
    /// a frame.
    fn end(&mut self) {
        self.ended = true;
        let Self { frames, decoder: Decoder::Octets(decoder), cut, .. } = self else { return };
        decoder.push(&[FLAG], &mut |received| match received {
            Received::Frame(frame) => frames.push_back(frame.to_vec()),
            Received::Damaged(_) => *cut = true,
        });
    }

    /// Decodes what the stream has at hand; `false` at its end.
    fn step(&mut self) -> Result<bool, ReadError> {
        let octets = match self.from.fill_buf() {
            Err(error) if error.kind() == ErrorKind::Interrupted => return Ok(true),
            other => other?,
        };
        let Self { frames, tally, .. } = self;
        self.decoder.push(octets, &mut |received| match received {
            Received::Frame(frame) => frames.push_back(frame.to_vec()),
            Received::Damaged(damage) => tally.damage(damage),
        });
        let length = octets.len();
        self.from.consume(length);
        Ok(length > 0)
    }
}

impl<R: BufRead> Importer for Hdlc<R> {
    fn next(&mut self) -> Option<Result<Record, ReadError>> {
        loop {
            if let Some(octets) = self.frames.pop_front() {
                let direction = self.sender.sender(&octets);
                let record = Record { direction, direction_guessed: direction.is_some(), octets, ..FRAME };
                return Some(Ok(record));
            }
            if self.ended {
                return std::mem::take(&mut self.cut).then_some(Err(ReadError::CutFrame));
            }
            match self.step() {
                Ok(true) => {}
                Ok(false) => self.end(),
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            }
        }
    }

    fn interfaces(&self) -> &[Interface] {
        &self.interfaces
    }

    fn tally(&self) -> &Tally {
        &self.tally
    }
}
