use crate::{Element, Error, Fault};

impl Element<'_> {
    /// The contents as an INTEGER or ENUMERATED, whatever the tag (it may be implicit).
    ///
    /// One to four octets; needless leading octets are taken, though BER forbids them. More than four are
    /// refused: our choice, because no QSIG value needs them.
    #[inline]
    pub fn integer(&self) -> Result<i32, Error> {
        match self.primitive()? {
            [octet] => Ok(i32::from(octet.cast_signed())),
            [] => Err(Fault::EmptyInteger.at(self.offset)),
            contents if contents.len() > 4 => Err(Fault::IntegerTooLong(contents.len()).at(self.offset)),
            contents => signed(contents).ok_or(Fault::IntegerTooLong(contents.len()).at(self.offset)),
        }
    }

    /// The contents as a BOOLEAN: one octet, anything but 00 is TRUE.
    pub fn boolean(&self) -> Result<bool, Error> {
        match self.primitive()? {
            [octet] => Ok(*octet != 0),
            other => Err(Fault::BooleanLength(other.len()).at(self.offset)),
        }
    }

    /// Refuses contents that are not those of a NULL, which has none.
    #[inline]
    pub fn null(&self) -> Result<(), Error> {
        match self.primitive()? {
            [] => Ok(()),
            other => Err(Fault::NullLength(other.len()).at(self.offset)),
        }
    }
}

/// One to four octets of two's complement.
#[cfg(feature = "std")]
fn signed(contents: &[u8]) -> Option<i32> {
    asn1_rs::Integer::new(contents).as_i32().ok()
}

#[cfg(not(feature = "std"))]
fn signed(contents: &[u8]) -> Option<i32> {
    signed_by_hand(contents)
}

/// The same without asn1-rs, which needs the standard library.
#[cfg(any(test, not(feature = "std")))]
fn signed_by_hand(contents: &[u8]) -> Option<i32> {
    let sign = if contents.first()? & 0x80 == 0 { 0 } else { -1 };
    (contents.len() <= 4).then(|| contents.iter().fold(sign, |value, octet| value << 8 | i32::from(*octet)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Reader;

    fn integer(octets: &[u8]) -> Result<i32, Fault> {
        Reader::new(octets).read().unwrap().integer().map_err(|error| error.fault)
    }

    #[test]
    fn integers_of_one_to_four_octets_are_read() {
        assert_eq!(integer(&[2, 1, 0x80]), Ok(-128));
        assert_eq!(integer(&[2, 2, 0x00, 0x80]), Ok(128));
        assert_eq!(integer(&[2, 4, 0x7F, 0xFF, 0xFF, 0xFF]), Ok(i32::MAX));
        assert_eq!(integer(&[2, 4, 0x80, 0, 0, 0]), Ok(i32::MIN));
        assert_eq!(integer(&[2, 4, 0, 0, 0, 5]), Ok(5));
        assert_eq!(integer(&[0x8A, 1, 5]), Ok(5));
        assert_eq!(integer(&[2, 0]), Err(Fault::EmptyInteger));
        assert_eq!(integer(&[2, 5, 0, 0, 0, 0, 5]), Err(Fault::IntegerTooLong(5)));
        assert_eq!(integer(&[0x22, 3, 2, 1, 5]), Err(Fault::WrongForm));
    }

    #[test]
    fn booleans_have_one_octet_and_nulls_none() {
        let element = |octets| Reader::new(octets).read().unwrap();
        assert_eq!(element(&[1, 1, 0]).boolean(), Ok(false));
        assert_eq!(element(&[0x8C, 1, 1]).boolean(), Ok(true));
        assert_eq!(element(&[1, 0]).boolean(), Err(Fault::BooleanLength(0).at(0)));
        assert_eq!(element(&[1, 2, 0, 0]).boolean(), Err(Fault::BooleanLength(2).at(0)));
        assert_eq!(element(&[0xAC, 1, 1]).boolean(), Err(Fault::WrongForm.at(0)));
        assert_eq!(element(&[5, 0]).null(), Ok(()));
        assert_eq!(element(&[5, 1, 0]).null(), Err(Fault::NullLength(1).at(0)));
        assert_eq!(element(&[0x25, 0]).null(), Err(Fault::WrongForm.at(0)));
    }

    proptest! {
        #[test]
        fn both_readings_of_an_integer_agree(contents in proptest::collection::vec(any::<u8>(), 1..5)) {
            prop_assert_eq!(signed(&contents), signed_by_hand(&contents));
        }
    }
}
