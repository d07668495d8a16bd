use qsig_ber::{Element, Tag, Writer};

use crate::{
    Value, ValueError,
    extension::{Extension, Extensions},
    value::object,
};

/// What the "empty" operations of call completion carry: nothing, or extensions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CcExtension<'a> {
    /// `05 00`.
    None,
    /// `AE`.
    Single(Extension<'a>),
    /// `AF`.
    Multiple(Extensions<'a>),
}

const SINGLE: Tag = Tag::context(14).constructed();
const MULTIPLE: Tag = Tag::context(15).constructed();

impl<'a> CcExtension<'a> {
    /// Whether the element is one of the alternatives.
    pub(super) fn fits(element: &Element<'_>) -> bool {
        [Tag::NULL, SINGLE, MULTIPLE].iter().any(|tag| element.is(*tag))
    }

    /// Reads one alternative. Refuses any other tag.
    pub fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        if element.is(Tag::NULL) {
            element.null()?;
            Ok(Self::None)
        } else if element.is(SINGLE) {
            Extension::parse(element).map(Self::Single)
        } else if element.is(MULTIPLE) {
            Extensions::parse(element).map(Self::Multiple)
        } else {
            Err(ValueError::wrong_tag("CcExtension", element))
        }
    }

    /// Writes the element.
    pub fn emit(&self, writer: &mut Writer<'_>) {
        match self {
            Self::None => writer.null(Tag::NULL),
            Self::Single(extension) => extension.emit(SINGLE, writer),
            Self::Multiple(extensions) => extensions.emit(MULTIPLE, writer),
        }
    }

    /// The same, tied to nothing.
    pub fn into_owned(self) -> CcExtension<'static> {
        match self {
            Self::None => CcExtension::None,
            Self::Single(extension) => CcExtension::Single(extension.into_owned()),
            Self::Multiple(extensions) => CcExtension::Multiple(extensions.into_owned()),
        }
    }

    /// The tree of the standard's field names.
    pub fn to_value(&self) -> Value {
        match self {
            Self::None => object("none", Value::Null),
            Self::Single(extension) => object("single", extension.to_value()),
            Self::Multiple(extensions) => object("multiple", extensions.to_value()),
        }
    }
}
