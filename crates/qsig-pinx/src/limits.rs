//! How much is taken, kept and waited for. `docs/limits.md` lists these with those of the other crates.

/// How often a call may be forwarded; phones that forward to each other would pass it round for ever.
pub(crate) const MAX_DIVERSIONS: u8 = 5;

/// How often a SETUP that was refused for its channel is sent again.
pub(crate) const CHANNEL_RETRIES: u8 = 2;
