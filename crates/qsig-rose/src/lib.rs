//! The Facility information element: ROSE components and the QSIG operations in them.
//!
//! [`Facility`] reads the contents of the element: its [`Header`] and, one by one, its [`Component`]s. A component
//! that is wrong is a [`Refused`] value with the reject to answer, and does not spoil its neighbours. Arguments and
//! results of call completion ([`cc`]) and of name identification ([`name`]) are typed; all others are checked against
//! the [`schema`] and kept as octets, which [`diversion`] has types for where somebody acts on them. Every value can be written again, and shown as a tree ([`Value`]) with the field
//! names of the standards.
//!
//! ```
//! use qsig_rose::{Argument, Component, Facility, Header, Invoke, Operation, cc::CcExtension};
//!
//! let suspend = Invoke::new(4, Operation::CC_SUSPEND, Argument::CcExtension(CcExtension::None));
//! let mut contents = Vec::new();
//! Facility::emit(&Header::end_to_end(None), &[Component::Invoke(suspend.clone())], &mut contents)?;
//! assert_eq!(contents, b"\x9F\xAA\x06\x80\x01\x00\x82\x01\x00\xA1\x08\x02\x01\x04\x02\x01\x20\x05\x00");
//!
//! let facility = Facility::parse(&contents).unwrap();
//! assert_eq!(facility.components().next(), Some(Ok(Component::Invoke(suspend))));
//! # Ok::<(), qsig_rose::TooLong>(())
//! ```
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod cc;
mod component;
pub mod diversion;
mod error;
mod error_value;
pub mod extension;
mod facility;
mod header;
mod limits;
pub mod name;
mod operation;
mod parse;
pub mod party;
pub mod presented;
mod problem;
mod read;
pub mod schema;
pub mod subaddress;
mod tree;
mod value;

pub use component::{
    Argument, Component, Form, Invoke, LinkedId, OperationResult, Parameter, Reject, ResultValue,
    ReturnError, ReturnResult,
};
pub use error::{Code, Reason, Refused, ValueError};
pub use error_value::ErrorValue;
pub use facility::{Components, Facility, TooLong};
pub use header::{EntityAddress, EntityType, Header, Interpretation, NetworkFacilityExtension, Profile};
pub use operation::Operation;
pub use problem::Problem;
pub use value::Value;
