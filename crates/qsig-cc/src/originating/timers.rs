use crate::RecordId;

/// The timers of a callback at user A's side, by the standard's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Timer {
    /// Wait for the answer to the request.
    T1,
    /// Life of the callback.
    T2,
    /// Wait for user A to take the recall.
    T3,
}

impl Timer {
    pub(crate) const ALL: [Self; 3] = [Self::T1, Self::T2, Self::T3];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::T1 => "T1",
            Self::T2 => "T2",
            Self::T3 => "T3",
        }
    }
}

/// A running timer belongs to a callback.
pub(crate) type Key = (RecordId, Timer);
