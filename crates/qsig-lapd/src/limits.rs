//! How much is taken, kept and waited for. `docs/limits.md` lists these with those of the other crates.

/// Frames that the I queue takes, sent and unsent together. Our choice: far above what a D-channel carries in
/// a second, so that whoever fills it has lost touch with the line.
pub const QUEUE_LIMIT: usize = 1_000;
