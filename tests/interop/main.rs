//! libpri, a stranger, at the other end of the trunk: Pinx in either place of its scenarios.
//!
//! The peer is a separate program (`tests/interop/libpri-peer`) that links Debian's libpri; `cargo xtask test`
//! builds it. Each test plays one file of `tests/interop/scenarios` with Pinx instead of A or instead of B; the
//! script of the other place says what libpri must have seen.

mod basic;
mod callback;
mod link;
