//! How much is taken, kept and waited for. `docs/limits.md` lists these with those of the other crates.

/// The longest frame without FCS that a PRI sends: 4 octets of address and control, 260 of information.
///
/// Source: Q.921, N201.
pub const MAX_FRAME: usize = 264;

/// The shortest frame without FCS: 2 octets of address, 1 of control.
pub const MIN_FRAME: usize = 3;
