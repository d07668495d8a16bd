/// A field of an information element, for printing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldValue<'a> {
    /// A number; also a code that has no name.
    Number(u64),
    /// A text; also the name of a code, in kebab case.
    Text(&'a str),
    /// Octets.
    Octets(&'a [u8]),
    /// Yes or no.
    Bool(bool),
    /// Several small numbers.
    Numbers(&'a [u8]),
}

/// Makes an enum of the values of a few bits, all of which have a meaning or are kept as `Other`.
macro_rules! coded {
    (
        $(#[$about:meta])*
        $name:ident mask $mask:literal
        $($(#[$doc:meta])* $variant:ident $value:literal $text:literal)*
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(
                $(#[$doc])*
                $variant,
            )*
            /// Any other value, kept.
            Other(u8),
        }

        impl $name {
            /// From the bits of the octet; higher bits are cut off.
            pub const fn from_bits(bits: u8) -> Self {
                match bits & $mask {
                    $($value => Self::$variant,)*
                    other => Self::Other(other),
                }
            }

            /// The bits of the octet.
            pub const fn bits(self) -> u8 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Other(other) => other & $mask,
                }
            }

            /// The name in kebab case; `None` for a value that has none.
            pub const fn name(self) -> Option<&'static str> {
                match self {
                    $(Self::$variant => Some($text),)*
                    Self::Other(_) => None,
                }
            }

            /// The name, or the number where there is none.
            pub(crate) fn field(self) -> $crate::ie::FieldValue<'static> {
                match self.name() {
                    Some(name) => $crate::ie::FieldValue::Text(name),
                    None => $crate::ie::FieldValue::Number(self.bits().into()),
                }
            }
        }
    };
}

/// Makes an enum of the four values of two bits.
macro_rules! two_bits {
    (
        $(#[$about:meta])*
        $name:ident
        $(#[$doc_0:meta])* $zero:ident $text_0:literal
        $(#[$doc_1:meta])* $one:ident $text_1:literal
        $(#[$doc_2:meta])* $two:ident $text_2:literal
        $(#[$doc_3:meta])* $three:ident $text_3:literal
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[$doc_0])*
            $zero,
            $(#[$doc_1])*
            $one,
            $(#[$doc_2])*
            $two,
            $(#[$doc_3])*
            $three,
        }

        impl $name {
            /// From the two bits; higher bits are cut off.
            pub const fn from_bits(bits: u8) -> Self {
                match bits & 3 {
                    0 => Self::$zero,
                    1 => Self::$one,
                    2 => Self::$two,
                    _ => Self::$three,
                }
            }

            /// The two bits.
            pub const fn bits(self) -> u8 {
                self as u8
            }

            /// The name in kebab case.
            pub const fn name(self) -> &'static str {
                match self {
                    Self::$zero => $text_0,
                    Self::$one => $text_1,
                    Self::$two => $text_2,
                    Self::$three => $text_3,
                }
            }
        }
    };
}

two_bits! {
    /// Whose code the rest of an element is. Bits 7 and 6 of its first octet.
    CodingStandard
    /// 0: ITU-T (Q.931).
    Itu "itu"
    /// 1: ISO/IEC (ECMA-143).
    Iso "iso"
    /// 2: national.
    National "national"
    /// 3: that of the network.
    Network "network"
}

coded! {
    /// Where a cause or a progress description was made. Clause: Q.850 2.2.3.
    Location mask 0x0F
    /// 0: the user.
    User 0 "user"
    /// 1: the private network of the local user; what a PINX says of itself.
    PrivateLocal 1 "private-local"
    /// 2: the public network of the local user.
    PublicLocal 2 "public-local"
    /// 3: a transit network.
    Transit 3 "transit"
    /// 4: the public network of the remote user.
    PublicRemote 4 "public-remote"
    /// 5: the private network of the remote user.
    PrivateRemote 5 "private-remote"
    /// 7: an international network.
    International 7 "international"
    /// 10: a network beyond an interworking point.
    BeyondInterworking 10 "beyond-interworking"
}
