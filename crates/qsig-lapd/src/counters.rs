use crate::{FrameType, MdlError};

/// Frames by type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FrameCounts([u64; FrameType::COUNT]);

impl FrameCounts {
    /// How many of that type.
    pub fn of(&self, frame: FrameType) -> u64 {
        self.0.get(frame as usize).copied().unwrap_or_default()
    }

    /// How many of all types.
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }

    pub(crate) fn count(&mut self, frame: FrameType) {
        if let Some(count) = self.0.get_mut(frame as usize) {
            *count += 1;
        }
    }
}

/// What a data link has done since it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Frames handed to the line.
    pub sent: FrameCounts,
    /// Frames for this link that came over the line, whether they were of use or not.
    pub received: FrameCounts,
    /// I frames sent again; `sent` counts them, too.
    pub retransmissions: u64,
    /// Octets that are no frame of this link, see [`crate::Discard`].
    pub discarded: u64,
    /// Frames, information fields and requests that meant nothing in their state.
    pub ignored: u64,
    /// Pairs of state and signal that cannot happen, and timers started twice: a fault of this crate.
    pub internal_faults: u64,
    errors: [u64; MdlError::COUNT],
}

impl Counters {
    /// How often that MDL-ERROR was reported.
    pub fn errors(&self, error: MdlError) -> u64 {
        self.errors.get(error as usize).copied().unwrap_or_default()
    }

    pub(crate) fn count_error(&mut self, error: MdlError) {
        if let Some(count) = self.errors.get_mut(error as usize) {
            *count += 1;
        }
    }
}
