//! How much is taken, kept and waited for. `docs/limits.md` lists these with those of the other crates.

/// The deepest level of an element; those that a new [`Reader`](crate::Reader) yields are on level 1.
///
/// Our choice, because the deepest legal QSIG component has 10 levels and hostile octets must not exhaust a stack.
pub const MAX_DEPTH: u8 = 16;

/// The most octets of a length: 4 GiB, far more than any frame.
pub(crate) const LENGTH_OCTETS: u8 = 4;

/// The highest tag number: four octets of seven bits each.
pub(crate) const HIGHEST_TAG: u32 = 268_435_455;
