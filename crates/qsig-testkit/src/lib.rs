//! Development only: a virtual line that can be made bad, the same way each time.
#![forbid(unsafe_code)]

mod line;
mod seed;

pub use line::{Faults, Line};
pub use seed::Seed;
