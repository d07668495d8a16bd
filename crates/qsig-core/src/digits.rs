use core::{fmt, str::FromStr};

/// The digits of a number: up to 20 of `0`-`9`, `*`, `#`, held in place.
///
/// A space, which a NumericString may hold, is taken and kept. Empty digits are legal here (overlap receiving
/// starts with none); whoever needs one says so.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digits {
    octets: [u8; Self::MAX],
    length: u8,
}

/// Why octets are not the digits of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DigitsError {
    /// More than [`Digits::MAX`].
    #[error("{0} digits, at most 20 are possible")]
    TooMany(usize),
    /// A character that is no digit.
    #[error("octet {octet:02x} at position {position} is no digit")]
    NotADigit {
        /// Position, from 0.
        position: usize,
        /// The octet that was there.
        octet: u8,
    },
}

impl Digits {
    /// The longest number QSIG can carry.
    pub const MAX: usize = 20;

    /// No digits.
    pub const EMPTY: Self = Self { octets: [0; Self::MAX], length: 0 };

    /// Takes IA5 digits.
    pub fn from_octets(octets: &[u8]) -> Result<Self, DigitsError> {
        let mut digits = Self::EMPTY;
        let room = digits.octets.get_mut(..octets.len()).ok_or(DigitsError::TooMany(octets.len()))?;
        for (position, (to, &octet)) in room.iter_mut().zip(octets).enumerate() {
            if !matches!(octet, b'0'..=b'9' | b'*' | b'#' | b' ') {
                return Err(DigitsError::NotADigit { position, octet });
            }
            *to = octet;
        }
        digits.length = u8::try_from(octets.len()).unwrap_or(u8::MAX);
        Ok(digits)
    }

    /// The digits as IA5 octets.
    pub fn as_octets(&self) -> &[u8] {
        self.octets.get(..usize::from(self.length)).unwrap_or_default()
    }

    /// The digits as text.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(self.as_octets()).unwrap_or_default()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.length as usize
    }
}

impl Default for Digits {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl FromStr for Digits {
    type Err = DigitsError;

    fn from_str(text: &str) -> Result<Self, DigitsError> {
        Self::from_octets(text.as_bytes())
    }
}

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_a_number_may_hold_and_nothing_else() {
        assert_eq!(Digits::from_octets(b"10*#").unwrap().as_str(), "10*#");
        assert_eq!(Digits::from_octets(b""), Ok(Digits::EMPTY));
        assert_eq!(Digits::from_octets(&[b'1'; 20]).unwrap().len(), 20);
        assert_eq!(Digits::from_octets(&[b'1'; 21]), Err(DigitsError::TooMany(21)));
        assert_eq!(Digits::from_octets(b"1a"), Err(DigitsError::NotADigit { position: 1, octet: b'a' }));
    }
}
