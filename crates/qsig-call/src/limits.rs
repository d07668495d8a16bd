//! How much is taken, kept and waited for. `docs/limits.md` lists these with those of the other crates.

/// The most FACILITY requests of one call that are held until it can carry them.
pub(crate) const MAX_HELD: usize = 16;

/// The most sendings of STATUS ENQUIRY: N322, our choice.
pub(crate) const MAX_TRIES: u8 = 3;
