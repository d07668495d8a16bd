use core::time::Duration;

use qsig_core::Digits;

use crate::RecordId;

/// How long a callback lives here: longer than T2 says, so that the originating side's T2 comes first and the two do
/// not race. Our choice: a minute longer, and for a short T2 only a tenth.
pub(crate) fn life(t2: Duration) -> Duration {
    t2 + (t2 / 10).min(Duration::from_mins(1))
}

/// No new connection for a callback before the link has been up for so long: libpri keeps its end of the old
/// one for its T309 (6 s) and answers a second one with ccCancel.
pub(crate) const LINK_SETTLES: Duration = Duration::from_secs(8);

/// Between two tries to tell user A's side in a SETUP. Our choice.
pub(crate) const RETRY: Duration = Duration::from_secs(10);

/// Repetitions of a notice that user A's side may not have seen. Our choice.
pub(crate) const MAX_REPEATS: u8 = 2;

/// A running timer and what it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Timer {
    /// Life of a callback.
    T2(RecordId),
    /// Wait for a reaction of user A's side.
    TbExec(RecordId),
    /// No new connection for a callback before this.
    Quiet(RecordId),
    /// User B has been free long enough.
    TbIdle(Digits),
}
