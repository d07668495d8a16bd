use qsig_ber::{Element, Fault, Oid, Tag};

use crate::Problem;

/// Why an element is not the value of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum ValueError {
    /// The octets are not BER, or not contents of that primitive type.
    #[error(transparent)]
    Ber(#[from] qsig_ber::Error),
    /// A mandatory field is not there.
    #[error("{field} missing in the element at octet {offset}")]
    Missing {
        /// The standard's name of the field.
        field: &'static str,
        /// Where the element that lacks it begins.
        offset: usize,
    },
    /// Another element stands where this field must be.
    #[error("no {field} at octet {offset}")]
    WrongTag {
        /// The standard's name of the field or type.
        field: &'static str,
        /// The tag that was there.
        tag: Tag,
        /// Where it begins.
        offset: usize,
    },
    /// A size, range or alphabet that the type does not have.
    #[error("{field} out of range at octet {offset}")]
    OutOfRange {
        /// The standard's name of the field or type.
        field: &'static str,
        /// Where the element begins.
        offset: usize,
    },
}

impl ValueError {
    /// Where the fault is, from the start of the Facility contents.
    pub const fn offset(&self) -> usize {
        match self {
            Self::Ber(error) => error.offset,
            Self::Missing { offset, .. }
            | Self::WrongTag { offset, .. }
            | Self::OutOfRange { offset, .. } => *offset,
        }
    }

    /// Whether the octets are broken, rather than whole and of another type: what divides
    /// `badlyStructuredComponent` from `mistypedComponent`.
    pub const fn is_broken(&self) -> bool {
        match self {
            Self::Ber(error) => !matches!(error.fault, Fault::IntegerTooLong(_)),
            Self::Missing { .. } | Self::WrongTag { .. } | Self::OutOfRange { .. } => false,
        }
    }

    pub(crate) const fn wrong_tag(field: &'static str, element: &Element<'_>) -> Self {
        Self::WrongTag { field, tag: element.tag, offset: element.offset }
    }

    pub(crate) const fn out_of_range(field: &'static str, element: &Element<'_>) -> Self {
        Self::OutOfRange { field, offset: element.offset }
    }
}

/// An operation or error value as it stands on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Code<'a> {
    /// `02`.
    Local(i32),
    /// `06`.
    Global(Oid<'a>),
}

/// A component, or a whole Facility information element, that is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Refused<'a> {
    /// The problem of the reject that answers it. `None`: it is left out in silence.
    ///
    /// An unrecognized operation is answered as the interpretation component says.
    pub problem: Option<Problem>,
    /// The invoke id for that reject; `None` is sent as NULL.
    pub invoke_id: Option<i32>,
    /// The operation or error value, where it could be read and is not known.
    pub code: Option<Code<'a>>,
    /// Why.
    pub reason: Reason,
    /// Where the fault is, from the start of the Facility contents.
    pub offset: usize,
    /// What is refused, as it came.
    pub octets: &'a [u8],
}

/// Why a component or an information element is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// The value is not of its type.
    #[error(transparent)]
    Value(#[from] ValueError),
    /// The information element is empty.
    #[error("empty Facility information element")]
    Empty,
    /// The protocol profile is neither ROSE nor networking extensions.
    #[error("protocol profile {0:02x}")]
    ProtocolProfile(u8),
    /// The network protocol profile is not ROSE.
    #[error("network protocol profile {0}")]
    NetworkProtocolProfile(i32),
    /// An element that is no component.
    #[error("no component, but an element {0:?}")]
    NoComponent(Tag),
    /// Octets after the last component that are no element.
    #[error("trailing octets")]
    TrailingOctets,
    /// The operation value is not known.
    #[error("unknown operation value")]
    UnknownOperation,
    /// The error value is not known.
    #[error("unknown error value")]
    UnknownError,
}
