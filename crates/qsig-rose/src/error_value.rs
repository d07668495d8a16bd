use core::fmt;

use crate::schema::{ERRORS, ErrorRow};

/// An error of QSIG, by its local value.
///
/// A value that exists is one of the table that is made from the ASN.1 modules. Errors have no object identifier form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ErrorValue(pub(crate) u16);

impl ErrorValue {
    /// The error of that local value; `None` if it has no name here.
    pub fn new(value: i32) -> Option<Self> {
        let error = Self(u16::try_from(value).ok()?);
        error.row().map(|_| error)
    }

    /// The standard's name. 43 is notActivated where it answers doNotDisturbDeactivateQ.
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// The local value, 0 to 1040.
    pub const fn value(self) -> u16 {
        self.0
    }

    fn row(self) -> Option<&'static ErrorRow> {
        ERRORS.get(ERRORS.binary_search_by_key(&self.0, |row| row.value).ok()?)
    }
}

impl fmt::Display for ErrorValue {
    /// `shortTermRejection`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for ErrorValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, self.name())
    }
}
