//! Tests of both engines together.

mod hostile;
mod laws;
mod layer3;
mod pair;
mod random;
mod rows_a;
mod rows_b;
mod traces;
