use alloc::vec::Vec;

use crate::{FCS_GOOD, FCS_OCTETS, MIN_FRAME, fcs_register};

/// What a decoder found on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Received<'a> {
    /// A frame whose FCS was right, without the FCS.
    Frame(&'a [u8]),
    /// A frame that was thrown away.
    Damaged(Damage),
}

/// Why a frame was thrown away.
///
/// Less than one octet before an abort is a broken idle pattern and not reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Damage {
    /// The frame check sequence does not match.
    #[error("wrong frame check sequence")]
    BadFcs,
    /// Seven ones (bit stream) or `7d 7e` (octet stream) broke the frame off.
    #[error("aborted by the sender")]
    Abort,
    /// More octets than the decoder's limit came without a flag. Reported at once, not when the flag comes.
    #[error("longer than the limit")]
    TooLong,
    /// The number of bits between the flags is no multiple of 8.
    #[error("not a whole number of octets")]
    NotOctets,
    /// Fewer than [`MIN_FRAME`] octets and an FCS.
    #[error("shorter than address, control and FCS")]
    TooShort,
}

/// The octets of one frame as they come, FCS included. Never longer than the limit.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    octets: Vec<u8>,
    limit: usize,
}

impl Frame {
    /// `max_frame` counts octets without FCS.
    pub(crate) fn new(max_frame: usize) -> Self {
        let limit = max_frame.saturating_add(FCS_OCTETS);
        Self { octets: Vec::with_capacity(limit), limit }
    }

    /// `false`, and nothing is kept, if the frame is full.
    pub(crate) fn push(&mut self, octet: u8) -> bool {
        let fits = self.octets.len() < self.limit;
        if fits {
            self.octets.push(octet);
        }
        fits
    }

    pub(crate) fn len(&self) -> usize {
        self.octets.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.octets.is_empty()
    }

    pub(crate) fn clear(&mut self) {
        self.octets.clear();
    }

    /// Judges the frame at its closing flag.
    pub(crate) fn close(&self) -> Received<'_> {
        match self.octets.len().checked_sub(FCS_OCTETS) {
            Some(length) if length >= MIN_FRAME => {
                if fcs_register(&self.octets) == FCS_GOOD {
                    Received::Frame(self.octets.get(..length).unwrap_or_default())
                } else {
                    Received::Damaged(Damage::BadFcs)
                }
            }
            _ => Received::Damaged(Damage::TooShort),
        }
    }
}
