//! Q.931 as QSIG uses it: messages and information elements, a codec without state.
//!
//! [`Message::parse`] reads the header and borrows the rest; [`Message::elements`] walks the information
//! elements with their codesets resolved, and [`Element::value`] gives one of them as a typed
//! [`InformationElement`]. [`Received`] is what a call engine wants to know of a message after one pass: the
//! first good instance of every element, and whether a mandatory one is missing or bad. [`MessageWriter`]
//! writes messages.
//!
//! A Facility is opaque octets here; its inside belongs to the layer above. Nothing allocates but the buffer
//! that is written to, and no octets make anything here fail otherwise than by an error value.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod call_reference;
mod check;
mod element;
mod element_id;
pub mod ie;
mod message;
mod message_type;
mod received;
mod writer;

pub use call_reference::{CallReference, CallReferenceError, CallReferenceValue, Origin};
pub use check::{Check, Faults};
pub use element::{CutElement, Element, Elements};
pub use element_id::ElementId;
pub use ie::{FieldValue, IeError, InformationElement};
pub use message::{HeaderError, Message};
pub use message_type::MessageType;
pub use received::Received;
pub use writer::{MessageWriter, TooLong};
