/// Octets that are not what was asked for, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{fault} at octet {offset}")]
pub struct Error {
    /// Offset of the element (or of the missing octet) from the start of the octets that the outermost reader
    /// was given.
    pub offset: usize,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong with an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// The octets end within a tag, a length or the contents.
    #[error("element cut")]
    Cut,
    /// A tag number above 28 bits.
    #[error("tag number above 28 bits")]
    TagTooLarge,
    /// A tag number in the long form that fits in the short form or begins with an empty octet.
    #[error("tag number in needlessly long form")]
    TagNotMinimal,
    /// The first length octet is FF, which is reserved.
    #[error("reserved length octet ff")]
    ReservedLength,
    /// More than four length octets follow the first.
    #[error("length of {0} octets")]
    LengthTooLong(u8),
    /// Indefinite length on a primitive element.
    #[error("primitive element of indefinite length")]
    IndefinitePrimitive,
    /// An indefinite length without its end-of-contents octets.
    #[error("no end of contents")]
    NotClosed,
    /// End-of-contents octets where no indefinite length is open.
    #[error("end of contents out of place")]
    UnexpectedEnd,
    /// More levels than [`MAX_DEPTH`](crate::MAX_DEPTH).
    #[error("nested too deep")]
    TooDeep,
    /// Another form than the type has: constructed where only primitive is possible, or the other way round.
    #[error("wrong form")]
    WrongForm,
    /// An INTEGER or ENUMERATED without contents.
    #[error("empty integer")]
    EmptyInteger,
    /// An INTEGER or ENUMERATED of more than four octets.
    #[error("integer of {0} octets")]
    IntegerTooLong(usize),
    /// A BOOLEAN whose contents are not one octet.
    #[error("boolean of {0} octets")]
    BooleanLength(usize),
    /// A NULL with contents.
    #[error("null of {0} octets")]
    NullLength(usize),
    /// An OBJECT IDENTIFIER that is empty, ends within an arc, pads an arc or has one above 64 bits.
    #[error("bad object identifier")]
    BadOid,
    /// A BIT STRING that does not say how many bits are unused, or has unused bits before its end.
    #[error("bad count of unused bits")]
    UnusedBits,
    /// A segment of a constructed string that is not itself such a string.
    #[error("segment with a foreign tag")]
    ForeignSegment,
}

impl Fault {
    pub(crate) const fn at(self, offset: usize) -> Error {
        Error { offset, fault: self }
    }
}
