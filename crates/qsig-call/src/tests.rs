//! What needs more than one module.

mod bench;
mod calls;
mod channels;
mod checker;
mod connections;
mod errors;
mod examples;
mod octets;
mod pair;
mod tables;
