use alloc::{borrow::Cow, vec::Vec};

use crate::{Element, Error, Fault, Tag};

impl<'a> Element<'a> {
    /// The contents as a string of octets, the segments of a constructed string joined.
    ///
    /// Segments carry the tag OCTET STRING or `own`, the string type's universal tag (some systems write that
    /// one); they may be empty or constructed themselves. Borrows unless there is something to join.
    ///
    /// Standard: X.690, encoding of an octetstring value and of restricted character strings.
    pub fn string(&self, own: Tag) -> Result<Cow<'a, [u8]>, Error> {
        if !self.tag.constructed {
            return Ok(Cow::Borrowed(self.contents));
        }
        let mut joined = Vec::new();
        self.each_segment(own, &mut |segment| joined.extend_from_slice(segment))?;
        Ok(Cow::Owned(joined))
    }

    /// Shows the contents of a string piece by piece, as [`string`](Self::string) would join them, without
    /// allocating. What was shown before an error counts for nothing.
    pub fn each_segment(&self, own: Tag, show: &mut dyn FnMut(&'a [u8])) -> Result<(), Error> {
        if !self.tag.constructed {
            show(self.contents);
            return Ok(());
        }
        for segment in self.children()? {
            let segment = segment?;
            if !segment.is(Tag::OCTET_STRING) && !segment.is(own) {
                return Err(Fault::ForeignSegment.at(segment.offset));
            }
            segment.each_segment(own, show)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Reader;

    fn digits(octets: &[u8]) -> Result<Cow<'_, [u8]>, Fault> {
        Reader::new(octets).read().unwrap().string(Tag::NUMERIC_STRING).map_err(|error| error.fault)
    }

    #[test]
    fn segments_are_joined_in_order() {
        assert!(matches!(digits(&[0x80, 2, b'1', b'2']), Ok(Cow::Borrowed(b"12"))));
        assert_eq!(digits(&[0xA0, 6, 0x04, 1, b'1', 0x04, 1, b'2']).unwrap(), &b"12"[..]);
        assert_eq!(digits(&[0xA0, 6, 0x12, 1, b'1', 0x04, 1, b'2']).unwrap(), &b"12"[..]);
        let nested = [0xA0, 0x80, 0x24, 0x80, 4, 1, b'1', 4, 0, 0, 0, 0x32, 3, 4, 1, b'2', 0, 0];
        assert_eq!(digits(&nested).unwrap(), &b"12"[..]);
        assert_eq!(digits(&[0xA0, 0]).unwrap(), &b""[..]);
    }

    #[test]
    fn a_segment_of_another_type_is_refused() {
        assert_eq!(digits(&[0xA0, 3, 0x83, 1, b'1']), Err(Fault::ForeignSegment));
        assert_eq!(digits(&[0xA0, 3, 0x02, 1, b'1']), Err(Fault::ForeignSegment));
        assert_eq!(digits(&[0xA0, 3, 0x04, 2, b'1']), Err(Fault::Cut));
    }
}
