use core::fmt;

use crate::{
    Code, ErrorValue,
    schema::{OPERATIONS, OperationRow, Type},
};

/// An operation of QSIG, by its value.
///
/// A value that exists is one of the table that is made from the ASN.1 modules. On the wire an operation has a local value, or in older editions
/// an object identifier, 1.3.12.9 and the same value.
///
/// Sources: the standards of each supplementary service; ECMA-186 for call completion, ECMA-164 for names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Operation(pub(crate) u8);

impl Operation {
    /// The operation of that local value; `None` if no standard assigns it.
    pub fn new(value: i32) -> Option<Self> {
        let operation = Self(u8::try_from(value).ok()?);
        operation.row().map(|_| operation)
    }

    /// The operation of that value, local or 1.3.12.9.n.
    pub fn from_code(code: &Code<'_>) -> Option<Self> {
        match code {
            Code::Local(value) => Self::new(*value),
            Code::Global(oid) => match oid.as_contents() {
                [0x2B, 0x0C, 0x09, value @ 0x00..=0x7F] => Self::new(i32::from(*value)),
                _ => None,
            },
        }
    }

    /// The local value, 0 to 120.
    pub const fn value(self) -> u8 {
        self.0
    }

    /// The standard's name. 80 to 82 have those of ECMA-242.
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// The name that a later standard gives to the same value (80 to 82 in ECMA-347).
    pub fn alias(self) -> Option<&'static str> {
        self.row()?.alias
    }

    /// The type of its argument; `None` where its types are not known here.
    pub fn argument_type(self) -> Option<&'static Type> {
        self.row()?.argument
    }

    /// The type of its result; `None` where it has none, or its types are not known here.
    pub fn result_type(self) -> Option<&'static Type> {
        self.row()?.result
    }

    /// Whether it has a result; `None` where that is not known here.
    pub fn has_result(self) -> Option<bool> {
        self.argument_type().map(|_| self.result_type().is_some())
    }

    /// Its errors; `None` where they are not known here.
    pub fn errors(self) -> Option<impl Iterator<Item = ErrorValue>> {
        let row = self.row().filter(|row| row.argument.is_some())?;
        Some(row.errors.iter().filter_map(|value| ErrorValue::new(i32::from(*value))))
    }

    fn row(self) -> Option<&'static OperationRow> {
        OPERATIONS.get(OPERATIONS.binary_search_by_key(&self.0, |row| row.value).ok()?)
    }
}

impl fmt::Display for Operation {
    /// `ccbsRequest`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, self.name())
    }
}

#[cfg(test)]
mod tests {
    use qsig_ber::Oid;

    use super::*;

    #[test]
    fn values_and_object_identifiers_name_the_same_operation() {
        let global = |contents: &'static [u8]| {
            Operation::from_code(&Code::Global(Oid::from_contents(contents).unwrap()))
        };
        assert_eq!(Operation::new(40), Some(Operation::CCBS_REQUEST));
        assert_eq!(global(&[0x2B, 0x0C, 0x09, 40]), Some(Operation::CCBS_REQUEST));
        assert_eq!(global(&[0x2B, 0x0C, 0x08, 40]), None);
        assert_eq!(global(&[0x2B, 0x0C, 0x09]), None);
        assert_eq!(global(&[0x2B, 0x0C, 0x09, 0x81, 40]), None);
        assert_eq!(global(&[0x2B, 0x0C, 0x09, 40, 0]), None);
    }

    #[test]
    fn values_that_no_standard_assigns_are_no_operations() {
        let unassigned: alloc::vec::Vec<_> =
            (-1..=122).filter(|value| Operation::new(*value).is_none()).collect();
        assert_eq!(unassigned, [-1, 24, 25, 26, 83, 121, 122]);
        assert_eq!(Operation::new(40 + 256), None);
    }

    #[test]
    fn every_error_in_the_table_is_an_error() {
        for value in OPERATIONS.iter().flat_map(|row| row.errors) {
            assert!(ErrorValue::new((*value).into()).is_some(), "{value}");
        }
        let errors: alloc::vec::Vec<_> =
            Operation::CC_PATH_RESERVE.errors().unwrap().map(ErrorValue::name).collect();
        assert_eq!(
            errors,
            ["remoteUserBusyAgain", "failureToMatch", "failedDueToInterworking", "unspecified"]
        );
    }
}
