use crate::{Element, Error, Fault, Tag};

impl<'a> Element<'a> {
    /// Shows the contents of a BIT STRING piece by piece: octets, and how many bits of the last of them are unused,
    /// which is not 0 in the last piece only. The segments of a constructed one are BIT STRINGs.
    ///
    /// Refuses contents without the octet that counts unused bits, more than seven of these, and unused bits of no
    /// octet. What was shown before an error counts for nothing.
    ///
    /// Standard: X.690, encoding of a bitstring value.
    pub fn each_bits(&self, show: &mut dyn FnMut(&'a [u8], u8)) -> Result<(), Error> {
        self.bits_after(&mut 0, show)
    }

    /// `unused`: how many bits were unused in the piece before, which thereby was the last.
    fn bits_after(&self, unused: &mut u8, show: &mut dyn FnMut(&'a [u8], u8)) -> Result<(), Error> {
        if *unused != 0 {
            return Err(Fault::UnusedBits.at(self.offset));
        }
        if !self.tag.constructed {
            let (&count, octets) = self.contents.split_first().ok_or(Fault::UnusedBits.at(self.offset))?;
            if count > 7 || count > 0 && octets.is_empty() {
                return Err(Fault::UnusedBits.at(self.offset));
            }
            *unused = count;
            show(octets, count);
            return Ok(());
        }
        for segment in self.children()? {
            let segment = segment?;
            if !segment.is(Tag::BIT_STRING) {
                return Err(Fault::ForeignSegment.at(segment.offset));
            }
            segment.bits_after(unused, show)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::Reader;

    fn bits(octets: &[u8]) -> Result<Vec<(&[u8], u8)>, Fault> {
        let mut seen = Vec::new();
        let element = Reader::new(octets).read().unwrap();
        element.each_bits(&mut |octets, unused| seen.push((octets, unused))).map_err(|error| error.fault)?;
        Ok(seen)
    }

    #[test]
    fn only_the_last_piece_has_unused_bits() {
        assert_eq!(bits(&[3, 2, 6, 0x80]), Ok([(&[0x80][..], 6)].into()));
        assert_eq!(bits(&[0x82, 1, 0]), Ok([(&[][..], 0)].into()));
        let pieces = [0xA2, 0x80, 0x23, 0x80, 3, 2, 0, 0xFF, 0, 0, 3, 2, 1, 0xFE, 0, 0];
        assert_eq!(bits(&pieces), Ok([(&[0xFF][..], 0), (&[0xFE][..], 1)].into()));
        assert_eq!(bits(&[0x23, 8, 3, 2, 1, 0xFE, 3, 2, 0, 0xFF]), Err(Fault::UnusedBits));
    }

    #[test]
    fn unused_bits_need_an_octet_that_has_them() {
        assert_eq!(bits(&[3, 0]), Err(Fault::UnusedBits));
        assert_eq!(bits(&[3, 1, 1]), Err(Fault::UnusedBits));
        assert_eq!(bits(&[3, 2, 8, 0]), Err(Fault::UnusedBits));
        assert_eq!(bits(&[0x23, 4, 4, 2, 0, 1]), Err(Fault::ForeignSegment));
    }
}
