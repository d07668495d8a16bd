use core::fmt;

use qsig_ber::{Element, Tag, Writer};

use crate::{Value, ValueError, value::object};

/// Why a component is rejected: what kind of component, and the number within that kind.
///
/// Standard: X.880, the problems of Reject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Problem {
    /// `80`: any component.
    General(i32),
    /// `81`.
    Invoke(i32),
    /// `82`.
    ReturnResult(i32),
    /// `83`.
    ReturnError(i32),
}

macro_rules! problems {
    ($($kind:ident $value:literal $constant:ident $name:literal)*) => {
        impl Problem {
            $(
                #[doc = concat!(stringify!($kind), " problem ", stringify!($value), ", ", $name, ".")]
                pub const $constant: Self = Self::$kind($value);
            )*

            /// The standard's name; `None` for a number that has none.
            pub const fn name(self) -> Option<&'static str> {
                match self {
                    $(Self::$kind($value) => Some($name),)*
                    _ => None,
                }
            }
        }
    };
}

problems! {
    General 0 UNRECOGNIZED_COMPONENT "unrecognizedComponent"
    General 1 MISTYPED_COMPONENT "mistypedComponent"
    General 2 BADLY_STRUCTURED_COMPONENT "badlyStructuredComponent"
    Invoke 0 DUPLICATE_INVOCATION "duplicateInvocation"
    Invoke 1 UNRECOGNIZED_OPERATION "unrecognizedOperation"
    Invoke 2 MISTYPED_ARGUMENT "mistypedArgument"
    Invoke 3 RESOURCE_LIMITATION "resourceLimitation"
    Invoke 4 RELEASE_IN_PROGRESS "releaseInProgress"
    Invoke 5 UNRECOGNIZED_LINKED_ID "unrecognizedLinkedId"
    Invoke 6 LINKED_RESPONSE_UNEXPECTED "linkedResponseUnexpected"
    Invoke 7 UNEXPECTED_LINKED_OPERATION "unexpectedLinkedOperation"
    ReturnResult 0 RESULT_UNRECOGNIZED_INVOCATION "unrecognizedInvocation"
    ReturnResult 1 RESULT_RESPONSE_UNEXPECTED "resultResponseUnexpected"
    ReturnResult 2 MISTYPED_RESULT "mistypedResult"
    ReturnError 0 ERROR_UNRECOGNIZED_INVOCATION "unrecognizedInvocation"
    ReturnError 1 ERROR_RESPONSE_UNEXPECTED "errorResponseUnexpected"
    ReturnError 2 UNRECOGNIZED_ERROR "unrecognizedError"
    ReturnError 3 UNEXPECTED_ERROR "unexpectedError"
    ReturnError 4 MISTYPED_PARAMETER "mistypedParameter"
}

impl Problem {
    /// The number within its kind.
    pub const fn value(self) -> i32 {
        match self {
            Self::General(value)
            | Self::Invoke(value)
            | Self::ReturnResult(value)
            | Self::ReturnError(value) => value,
        }
    }

    pub(crate) fn parse(element: &Element<'_>) -> Result<Self, ValueError> {
        let kinds = [Self::General, Self::Invoke, Self::ReturnResult, Self::ReturnError];
        let kind = (0..).zip(kinds).find(|(number, _)| element.is(Tag::context(*number)));
        let (_, kind) = kind.ok_or(ValueError::wrong_tag("problem", element))?;
        Ok(kind(element.integer()?))
    }

    pub(crate) fn emit(self, writer: &mut Writer<'_>) {
        let number = match self {
            Self::General(_) => 0,
            Self::Invoke(_) => 1,
            Self::ReturnResult(_) => 2,
            Self::ReturnError(_) => 3,
        };
        writer.integer(Tag::context(number), self.value());
    }

    pub(crate) fn to_value(self) -> Value {
        let kind = match self {
            Self::General(_) => "general",
            Self::Invoke(_) => "invoke",
            Self::ReturnResult(_) => "returnResult",
            Self::ReturnError(_) => "returnError",
        };
        object(kind, Value::Integer(self.value().into()))
    }
}

impl fmt::Display for Problem {
    /// `mistypedArgument`, or the kind and the number where there is no name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.pad(name),
            None => write!(f, "{self:?}"),
        }
    }
}
