//! The parts of a component, whatever it is of: cut out without asking what they mean.

use qsig_ber::{Element, Reader, Tag};

/// What can be seen of a component from outside.
#[derive(Default)]
pub(crate) struct Outline<'a> {
    /// The linked id of an invoke.
    pub(crate) linked_id: Option<Element<'a>>,
    /// The operation or error value.
    pub(crate) code: Option<Element<'a>>,
    /// The argument, result or parameter.
    pub(crate) value: Option<Element<'a>>,
}

impl<'a> Outline<'a> {
    /// Cuts a component up as far as it can be read.
    pub(crate) fn of(octets: &'a [u8]) -> Self {
        Self::read(octets).unwrap_or_default()
    }

    fn read(octets: &'a [u8]) -> Option<Self> {
        let component = Reader::new(octets).read().ok()?;
        // The invoke id comes first.
        let mut fields: Vec<Element<'a>> = component.children().ok()?.flatten().skip(1).collect();
        let first = *fields.first()?;
        let mut linked_id = None;
        if component.is(Tag::context(2)) {
            fields = first.children().ok()?.flatten().collect();
        } else if component.is(Tag::context(1)) && (first.is(Tag::context(0)) || first.is(Tag::context(1))) {
            linked_id = Some(fields.remove(0));
        }
        Some(Self { linked_id, code: fields.first().copied(), value: fields.get(1).copied() })
    }
}
