/// The class of a tag, bits 8 and 7 of its first octet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// 00: the types of X.680.
    Universal,
    /// 01.
    Application,
    /// 10.
    Context,
    /// 11.
    Private,
}

/// The identifier of an element: class, form and number.
///
/// Standard: X.690, identifier octets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag {
    /// The class.
    pub class: Class,
    /// Whether the contents are elements themselves.
    pub constructed: bool,
    /// 0 to 2^28 - 1.
    pub number: u32,
}

impl Tag {
    /// BOOLEAN, `01`.
    pub const BOOLEAN: Self = Self::universal(1);
    /// INTEGER, `02`.
    pub const INTEGER: Self = Self::universal(2);
    /// BIT STRING, `03`.
    pub const BIT_STRING: Self = Self::universal(3);
    /// OCTET STRING, `04`.
    pub const OCTET_STRING: Self = Self::universal(4);
    /// NULL, `05`.
    pub const NULL: Self = Self::universal(5);
    /// OBJECT IDENTIFIER, `06`.
    pub const OBJECT_IDENTIFIER: Self = Self::universal(6);
    /// ENUMERATED, `0A`.
    pub const ENUMERATED: Self = Self::universal(10);
    /// SEQUENCE and SEQUENCE OF, `30`.
    pub const SEQUENCE: Self = Self::universal(16).constructed();
    /// NumericString, `12`.
    pub const NUMERIC_STRING: Self = Self::universal(18);
    /// IA5String, `16`.
    pub const IA5_STRING: Self = Self::universal(22);
    /// GeneralizedTime, `18`.
    pub const GENERALIZED_TIME: Self = Self::universal(24);

    /// The largest number that is read.
    pub const MAX_NUMBER: u32 = crate::limits::HIGHEST_TAG;

    /// A primitive tag of the universal class.
    pub const fn universal(number: u32) -> Self {
        Self { class: Class::Universal, constructed: false, number }
    }

    /// A primitive tag of the application class.
    pub const fn application(number: u32) -> Self {
        Self { class: Class::Application, constructed: false, number }
    }

    /// A primitive tag of the context-specific class.
    pub const fn context(number: u32) -> Self {
        Self { class: Class::Context, constructed: false, number }
    }

    /// The same tag in constructed form.
    #[must_use]
    pub const fn constructed(self) -> Self {
        Self { constructed: true, ..self }
    }

    /// Whether class and number are equal, whatever the form.
    ///
    /// For types that have both forms (strings), and where a wrong form is to be told from a missing element.
    pub fn names_same_type(self, other: Self) -> bool {
        self.class == other.class && self.number == other.number
    }
}
