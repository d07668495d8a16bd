//! The arguments and results of call completion (SS-CCBS, SS-CCNR).
//!
//! | operation | argument | result |
//! |---|---|---|
//! | ccbsRequest, ccnrRequest | [`RequestArg`] | [`RequestRes`] |
//! | ccCancel, ccExecPossible | [`OptionalArg`] | none |
//! | ccPathReserve | [`CcExtension`] | [`CcExtension`] |
//! | ccRingout, ccSuspend, ccResume | [`CcExtension`] | none |
//!
//! Which errors each has: [`Operation::errors`](crate::Operation::errors). Standard: ECMA-186,
//! SS-CC-Operations-asn1-97.

mod extension;
mod optional;
mod request;

pub use extension::CcExtension;
pub use optional::{FullArg, OptionalArg};
pub use request::{RequestArg, RequestRes};

use qsig_ber::Tag;

/// PSS1InformationElement: an OCTET STRING under its own tag.
const SERVICE: Tag = Tag::application(0);
const SUBADDR_A: Tag = Tag::context(10).constructed();
const SUBADDR_B: Tag = Tag::context(11).constructed();
