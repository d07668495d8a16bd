use qsig_hdlc::{
    BitDecoder, BitEncoder, BitOrder, Damage, EscapeMap, Idle, MAX_FRAME, MIN_FRAME, OctetDecoder,
    OctetEncoder,
};

use crate::len16;

/// How frames are told apart in a stream of octets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Framing {
    /// A 2-octet big-endian length, then the frame without FCS.
    Len16,
    /// HDLC with octet stuffing and FCS-16, as on serial lines (RFC 1662).
    HdlcOctets {
        /// The octets, beside flag and escape, that are sent escaped.
        escape: EscapeMap,
    },
    /// HDLC with bit stuffing and FCS-16: the octets are a 64 kbit/s time slot as it is on the line, 8000 a second,
    /// with the idle pattern between frames. The link paces what it sends by its own clock.
    HdlcBits {
        /// Which bit of an octet is first on the line.
        order: BitOrder,
        /// What fills the line between frames. Both patterns are understood; but where `Flags` is set, the line
        /// is up only while flags come.
        idle: Idle,
    },
}

/// What was found in the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Received<'a> {
    /// A LAPD frame, address to information, 3 to 264 octets.
    Frame(&'a [u8]),
    /// A frame that was thrown away.
    Damaged(Damage),
    /// The far end says that it is there (len16 only; the flags of HDLC are not told).
    KeepAlive,
}

/// Why a frame cannot be sent, or a stream is given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum FramerError {
    /// More than 264 octets.
    #[error("a frame of {length} octets; 264 is the most")]
    TooLong {
        /// Octets of the frame, as given or announced.
        length: usize,
    },
    /// Fewer than the 3 octets of the shortest frame.
    #[error("a frame of {length} octets; 3 is the least")]
    TooShort {
        /// Octets of the frame.
        length: usize,
    },
}

/// Turns frames into the octets of a stream, and back, for one connection.
///
/// Memory is one longest frame; the octets may come in pieces of any size.
#[derive(Clone, Debug)]
pub struct Framer {
    encoder: Encoder,
    decoder: Decoder,
}

/// The sending half.
#[derive(Clone, Debug)]
pub(crate) enum Encoder {
    Len16,
    HdlcOctets(OctetEncoder),
    HdlcBits(BitEncoder),
}

/// The receiving half.
#[derive(Clone, Debug)]
pub(crate) enum Decoder {
    Len16(len16::Decoder),
    HdlcOctets(OctetDecoder),
    HdlcBits(BitDecoder),
}

impl Framer {
    /// A framer at the beginning of a connection.
    pub fn new(framing: Framing) -> Self {
        let (encoder, decoder) = match framing {
            Framing::Len16 => (Encoder::Len16, Decoder::Len16(len16::Decoder::new())),
            Framing::HdlcOctets { escape } => (
                Encoder::HdlcOctets(OctetEncoder::new(escape)),
                Decoder::HdlcOctets(OctetDecoder::new(escape, MAX_FRAME)),
            ),
            Framing::HdlcBits { order, idle } => (
                Encoder::HdlcBits(BitEncoder::new(order, idle)),
                Decoder::HdlcBits(BitDecoder::new(order, MAX_FRAME)),
            ),
        };
        Self { encoder, decoder }
    }

    /// Appends the octets of a frame, given without FCS. Refused are frames that no LAPD can have sent; then
    /// nothing is appended. Of a bit stream up to seven bits stay inside until more is appended.
    pub fn encode(&mut self, frame: &[u8], out: &mut Vec<u8>) -> Result<(), FramerError> {
        self.encoder.frame(frame, out)
    }

    /// Appends what tells a silent line from a dead one: in a bit stream one octet of the idle pattern.
    pub fn keep_alive(&mut self, out: &mut Vec<u8>) {
        self.encoder.keep_alive(out);
    }

    /// Takes octets of the stream and hands out what they complete, in order. An error means that the
    /// connection has to be closed; all later octets give it again.
    pub fn push(
        &mut self,
        octets: &[u8],
        received: &mut impl FnMut(Received<'_>),
    ) -> Result<(), FramerError> {
        self.decoder.push(octets, received)
    }

    /// The two halves, for two tasks.
    pub(crate) fn split(self) -> (Encoder, Decoder) {
        (self.encoder, self.decoder)
    }
}

impl Encoder {
    pub(crate) fn frame(&mut self, frame: &[u8], out: &mut Vec<u8>) -> Result<(), FramerError> {
        let length = check_length(frame)?;
        match self {
            Self::Len16 => {
                out.extend_from_slice(&length.to_be_bytes());
                out.extend_from_slice(frame);
            }
            Self::HdlcOctets(encoder) => encoder.frame(frame, out),
            Self::HdlcBits(encoder) => encoder.frame(frame, out),
        }
        Ok(())
    }

    pub(crate) fn keep_alive(&mut self, out: &mut Vec<u8>) {
        match self {
            Self::Len16 => out.extend_from_slice(&[0, 0]),
            Self::HdlcOctets(encoder) => encoder.keep_alive(out),
            Self::HdlcBits(encoder) => encoder.idle(1, out),
        }
    }
}

impl Decoder {
    pub(crate) fn push(
        &mut self,
        octets: &[u8],
        received: &mut impl FnMut(Received<'_>),
    ) -> Result<(), FramerError> {
        let found = &mut |found: qsig_hdlc::Received<'_>| {
            received(match found {
                qsig_hdlc::Received::Frame(frame) => Received::Frame(frame),
                qsig_hdlc::Received::Damaged(damage) => Received::Damaged(damage),
            });
        };
        match self {
            Self::Len16(decoder) => return decoder.push(octets, received),
            Self::HdlcOctets(decoder) => decoder.push(octets, found),
            Self::HdlcBits(decoder) => decoder.push(octets, found),
        }
        Ok(())
    }
}

/// The length of a frame that LAPD can have sent.
pub(crate) fn check_length(frame: &[u8]) -> Result<u16, FramerError> {
    let length = frame.len();
    if length < MIN_FRAME {
        return Err(FramerError::TooShort { length });
    }
    let short = u16::try_from(length).ok().filter(|_| length <= MAX_FRAME);
    short.ok_or(FramerError::TooLong { length })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Framing; 4] = [
        Framing::Len16,
        Framing::HdlcOctets { escape: EscapeMap::XON },
        Framing::HdlcBits { order: BitOrder::Msb, idle: Idle::Flags },
        Framing::HdlcBits { order: BitOrder::Lsb, idle: Idle::Ones },
    ];

    fn found(framer: &mut Framer, octets: &[u8]) -> Vec<Vec<u8>> {
        let mut frames = vec![];
        let end = framer.push(octets, &mut |received| {
            if let Received::Frame(frame) = received {
                frames.push(frame.to_vec());
            }
        });
        assert_eq!(end, Ok(()));
        frames
    }

    #[test]
    fn len16_puts_the_length_in_front() {
        let mut out = vec![];
        Framer::new(Framing::Len16).encode(&[0x02, 0x01, 0x7F], &mut out).unwrap();
        assert_eq!(out, [0x00, 0x03, 0x02, 0x01, 0x7F]);
    }

    #[test]
    fn frames_survive_in_all_framings_whatever_the_pieces() {
        let frames = [vec![0x02, 0x01, 0x7F], vec![0x7E, 0x7D, 0x11, 0x7E], vec![0xA5; 264]];
        for framing in ALL {
            let mut sender = Framer::new(framing);
            let mut stream = vec![];
            for frame in &frames {
                sender.keep_alive(&mut stream);
                sender.encode(frame, &mut stream).unwrap();
            }
            sender.keep_alive(&mut stream);
            for piece in 1..=stream.len() {
                let mut receiver = Framer::new(framing);
                let seen: Vec<_> =
                    stream.chunks(piece).flat_map(|octets| found(&mut receiver, octets)).collect();
                assert_eq!(seen, frames, "{framing:?} in pieces of {piece}");
            }
        }
    }

    #[test]
    fn a_frame_that_no_lapd_sends_is_refused_and_leaves_nothing() {
        for framing in ALL {
            let mut framer = Framer::new(framing);
            let mut out = vec![];
            assert_eq!(framer.encode(&[1, 2], &mut out), Err(FramerError::TooShort { length: 2 }));
            assert_eq!(framer.encode(&[0; 265], &mut out), Err(FramerError::TooLong { length: 265 }));
            assert!(out.is_empty());
        }
    }
}
