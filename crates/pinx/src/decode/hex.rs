//! Octets as hex digits.

use std::str::FromStr;

use serde::{Serialize, Serializer};

/// Octets from the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Octets(pub(crate) Vec<u8>);

/// Why text is not octets in hex.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum HexError {
    /// No digit.
    #[error("no octets; write them like 9f aa 06")]
    Empty,
    /// A character that is neither a digit nor a separator; positions count characters from 1.
    #[error("{character:?} at position {position} is no hex digit; write octets like 9f aa 06")]
    NotADigit { position: usize, character: char },
    /// The last octet has one digit only.
    #[error("an octet needs two hex digits, and the last one has one")]
    Odd,
}

impl FromStr for Octets {
    type Err = HexError;

    /// Takes digits in pairs, with white space, `:`, `-` and `,` anywhere.
    fn from_str(text: &str) -> Result<Self, HexError> {
        let mut octets = Vec::new();
        let mut high = None;
        for (position, character) in (1..).zip(text.chars()) {
            if character.is_whitespace() || matches!(character, ':' | '-' | ',') {
                continue;
            }
            let digit = character.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            let digit = digit.ok_or(HexError::NotADigit { position, character })?;
            match high.take() {
                None => high = Some(digit),
                Some(high) => octets.push(high << 4 | digit),
            }
        }
        match (high, octets.is_empty()) {
            (Some(_), _) => Err(HexError::Odd),
            (None, true) => Err(HexError::Empty),
            (None, false) => Ok(Self(octets)),
        }
    }
}

/// `9faa06`.
pub(crate) fn hex(octets: &[u8]) -> String {
    let mut text = String::with_capacity(octets.len() * 2);
    let digits = octets.iter().flat_map(|octet| [octet >> 4, octet & 0x0F]);
    text.extend(digits.filter_map(|digit| char::from_digit(digit.into(), 16)));
    text
}

/// Octets that are hex digits in JSON.
pub(crate) struct Hex<'a>(pub(crate) &'a [u8]);

impl Serialize for Hex<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&hex(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn octets_are_taken_with_any_separator() {
        let wanted = Ok(Octets(vec![0x9F, 0xAA, 0x06]));
        for text in ["9faa06", "9F AA 06", "9f:aa:06", " 9f-aa,06\n"] {
            assert_eq!(text.parse(), wanted, "{text}");
        }
        assert_eq!(hex(&[0x9F, 0xAA, 0x06]), "9faa06");
    }

    #[test]
    fn other_text_is_refused() {
        assert_eq!(" ".parse::<Octets>(), Err(HexError::Empty));
        assert_eq!("9f a".parse::<Octets>(), Err(HexError::Odd));
        assert_eq!("9f xa".parse::<Octets>(), Err(HexError::NotADigit { position: 4, character: 'x' }));
    }
}
