//! How much is taken, kept and waited for. `docs/limits.md` lists these with those of the other crates.

/// The longest contents of an information element, in octets: its length is one octet.
pub(crate) const FACILITY_OCTETS: usize = 255;
