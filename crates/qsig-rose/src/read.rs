use alloc::borrow::Cow;

use qsig_ber::{Element, Reader, Tag};

use crate::ValueError;

/// The fields of a SEQUENCE, taken in order.
pub(crate) struct Fields<'a> {
    reader: Reader<'a>,
    /// Where the SEQUENCE begins, for fields that are missing.
    offset: usize,
}

impl<'a> Fields<'a> {
    /// The fields of a constructed element, whatever its tag.
    #[inline]
    pub(crate) fn of(element: &Element<'a>) -> Result<Self, ValueError> {
        Ok(Self { reader: element.children()?, offset: element.offset })
    }

    /// The next field, if there is one.
    #[inline]
    pub(crate) fn next_field(&mut self) -> Result<Option<Element<'a>>, ValueError> {
        if self.reader.rest().is_empty() { Ok(None) } else { Ok(Some(self.reader.read()?)) }
    }

    /// The next field, which must be there.
    #[inline]
    pub(crate) fn any(&mut self, field: &'static str) -> Result<Element<'a>, ValueError> {
        if self.reader.rest().is_empty() {
            return Err(ValueError::Missing { field, offset: self.offset });
        }
        Ok(self.reader.read()?)
    }

    /// The next field, which must be there with this class and number.
    #[inline]
    pub(crate) fn tagged(&mut self, field: &'static str, tag: Tag) -> Result<Element<'a>, ValueError> {
        let element = self.any(field)?;
        if element.is(tag) { Ok(element) } else { Err(ValueError::wrong_tag(field, &element)) }
    }

    /// Steps over what a later edition has added.
    #[inline]
    pub(crate) fn finish(self) -> Result<(), ValueError> {
        for element in self.reader {
            element?;
        }
        Ok(())
    }
}

/// The one element within an explicit tag; what follows it is stepped over.
pub(crate) fn explicit<'a>(field: &'static str, element: &Element<'a>) -> Result<Element<'a>, ValueError> {
    let mut fields = Fields::of(element)?;
    let inner = fields.any(field)?;
    fields.finish()?;
    Ok(inner)
}

/// An OCTET STRING of 1 to `most` octets.
pub(crate) fn octets_of_size<'a>(
    field: &'static str,
    element: &Element<'a>,
    most: usize,
) -> Result<Cow<'a, [u8]>, ValueError> {
    let octets = element.string(Tag::OCTET_STRING)?;
    if (1..=most).contains(&octets.len()) {
        Ok(octets)
    } else {
        Err(ValueError::out_of_range(field, element))
    }
}
