//! Layer 1: HDLC on bits and on octets.

use qsig_hdlc::{
    BitDecoder, BitEncoder, BitOrder, EscapeMap, Idle, MAX_FRAME, MIN_FRAME, OctetDecoder, OctetEncoder,
    Received,
};

/// What a decoder found: a frame, or damage.
type Found = Option<Vec<u8>>;

fn keep(found: &mut Vec<Found>) -> impl FnMut(Received<'_>) + '_ {
    |received| match received {
        Received::Frame(frame) => {
            assert!((MIN_FRAME..=MAX_FRAME).contains(&frame.len()), "{} octets", frame.len());
            found.push(Some(frame.to_vec()));
        }
        Received::Damaged(_) => found.push(None),
    }
}

/// The same octets in pieces of two lengths, and the frames in them sent once more.
fn check(
    octets: &[u8],
    decode: impl Fn(&mut dyn Iterator<Item = &[u8]>) -> Vec<Found>,
    send: impl Fn(&[Vec<u8>]) -> Vec<u8>,
) {
    let whole = decode(&mut core::iter::once(octets));
    assert_eq!(decode(&mut octets.chunks(3)), whole, "pieces change nothing");
    assert!(whole.len() <= octets.len(), "a frame or a damage costs an octet");
    let frames: Vec<Vec<u8>> = whole.into_iter().flatten().collect();
    let line = send(&frames);
    let sent: Vec<Found> = frames.into_iter().map(Some).collect();
    assert_eq!(decode(&mut core::iter::once(&line[..])), sent, "what was found can be sent");
}

/// A bit stream in either order of bits.
pub fn hdlc_bits(octets: &[u8]) {
    for order in [BitOrder::Msb, BitOrder::Lsb] {
        check(
            octets,
            |pieces| {
                let mut decoder = BitDecoder::new(order, MAX_FRAME);
                let mut found = Vec::new();
                pieces.for_each(|piece| decoder.push(piece, &mut keep(&mut found)));
                found
            },
            |frames| {
                let mut line = Vec::new();
                let mut encoder = BitEncoder::new(order, Idle::Flags);
                for frame in frames {
                    encoder.frame(frame, &mut line);
                }
                encoder.idle(2, &mut line);
                line
            },
        );
    }
}

/// An octet stream as on an asynchronous line, with and without an escape map.
pub fn hdlc_octets(octets: &[u8]) {
    for map in [EscapeMap::empty(), EscapeMap::all()] {
        check(
            octets,
            |pieces| {
                let mut decoder = OctetDecoder::new(map, MAX_FRAME);
                let mut found = Vec::new();
                pieces.for_each(|piece| decoder.push(piece, &mut keep(&mut found)));
                found
            },
            |frames| {
                let mut line = Vec::new();
                for frame in frames {
                    OctetEncoder::new(map).frame(frame, &mut line);
                }
                line
            },
        );
    }
}
