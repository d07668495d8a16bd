//! Class-checked BER: a bounded reader and a canonical writer.
//!
//! [`Reader`] cuts octets into borrowed [`Element`]s (tag, contents, whole octets, offset) and refuses what could
//! hurt: tag numbers above 28 bits, lengths of more than four octets, more than [`MAX_DEPTH`] levels, primitives
//! of indefinite length. It takes what is legal but unusual: long and indefinite lengths, strings in segments.
//! [`Writer`] writes the one canonical form: definite minimal lengths, minimal integers, TRUE as FF.
//!
//! A [`Tag`] is class, form and number. Whoever looks for an element compares class and number together, so an
//! element of another class never passes for the one that was wanted.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod bits;
mod error;
mod limits;
mod oid;
mod primitive;
mod reader;
mod string;
mod tag;
mod writer;

pub use error::{Error, Fault};
pub use limits::MAX_DEPTH;
pub use oid::{BadOid, Oid};
pub use reader::{Element, Reader};
pub use tag::{Class, Tag};
pub use writer::Writer;
