use alloc::vec::Vec;

use crate::{CallReference, ElementId, InformationElement, Message, MessageType};

/// Writes a message into a buffer, element after element in the order of the caller, who keeps them ascending
/// within a codeset. An element of another codeset than 0 gets a non-locking shift before it.
///
/// ```
/// use qsig_core::Cause;
/// use qsig_q931::{CallReference, CallReferenceValue, MessageType, MessageWriter, Origin};
/// use qsig_q931::ie::{CauseIe, Location};
///
/// let mut octets = Vec::new();
/// let reference = CallReference::Call(Origin::Receiver, CallReferenceValue::MIN);
/// let mut writer = MessageWriter::new(&mut octets, reference, MessageType::Disconnect);
/// writer.element(CauseIe::new(Location::PrivateLocal, Cause::USER_BUSY));
/// writer.finish()?;
/// assert_eq!(octets, [0x08, 0x02, 0x80, 0x01, 0x45, 0x08, 0x02, 0x81, 0x91]);
/// # Ok::<(), qsig_q931::TooLong>(())
/// ```
#[derive(Debug)]
#[must_use = "`finish` tells whether everything was written"]
pub struct MessageWriter<'o> {
    out: &'o mut Vec<u8>,
    refused: Option<TooLong>,
}

/// The contents of an element have more octets than its length octet can say. The element was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{length} octets of contents, at most 255 are possible: {id}")]
pub struct TooLong {
    /// Which element.
    pub id: ElementId,
    /// How many octets its contents have.
    pub length: usize,
}

impl<'o> MessageWriter<'o> {
    /// Appends the header.
    pub fn new(out: &'o mut Vec<u8>, call_reference: CallReference, message_type: MessageType) -> Self {
        out.push(Message::DISCRIMINATOR);
        call_reference.emit(out);
        out.push(message_type.octet());
        Self { out, refused: None }
    }

    /// Appends an element.
    pub fn element<'v>(&mut self, element: impl Into<InformationElement<'v>>) -> &mut Self {
        let element = element.into();
        let id = element.id();
        let start = self.out.len();
        self.out.extend(id.shift());
        self.out.push(id.identifier);
        if id.is_single_octet() {
            return self;
        }
        let length_at = self.out.len();
        self.out.push(0);
        element.emit(self.out);
        let length = self.out.len() - length_at - 1;
        if let (Ok(length), Some(octet)) = (u8::try_from(length), self.out.get_mut(length_at)) {
            *octet = length;
        } else {
            self.out.truncate(start);
            self.refused.get_or_insert(TooLong { id, length });
        }
        self
    }

    /// Appends an element if there is one.
    pub fn optional<'v>(&mut self, element: Option<impl Into<InformationElement<'v>>>) -> &mut Self {
        if let Some(element) = element {
            self.element(element);
        }
        self
    }

    /// Appends a Facility with these contents.
    pub fn facility(&mut self, contents: &[u8]) -> &mut Self {
        self.element(InformationElement::Facility(contents))
    }

    /// Appends octets as they are: elements of codeset 0 with identifier and length, as they were received;
    /// or, after the Segmented message element, a piece of a message.
    pub fn octets(&mut self, octets: &[u8]) -> &mut Self {
        self.out.extend_from_slice(octets);
        self
    }

    /// Ends the message. An error names the first element that was left out; the octets are a message none
    /// the less.
    pub fn finish(&self) -> Result<(), TooLong> {
        self.refused.map_or(Ok(()), Err)
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;
    use crate::ie::{PartyCategory, TransitCounter};

    const HEADER: [u8; 3] = [8, 0, 0x62];

    #[test]
    fn other_codesets_get_a_non_locking_shift() {
        let mut out = vec![];
        MessageWriter::new(&mut out, CallReference::Dummy, MessageType::Facility)
            .element(TransitCounter::new(5).unwrap())
            .element(InformationElement::SendingComplete)
            .optional(Some(PartyCategory::Extension))
            .optional(None::<PartyCategory>)
            .finish()
            .unwrap();
        assert_eq!(out.split_at(3), (&HEADER[..], &[0x9C, 0x31, 1, 0x85, 0xA1, 0x9D, 0x32, 1, 0x81][..]));
    }

    #[test]
    fn contents_of_256_octets_are_left_out_and_told() {
        let mut out = vec![];
        let mut writer = MessageWriter::new(&mut out, CallReference::Dummy, MessageType::Facility);
        writer.facility(&[7; 256]).facility(&[7; 255]);
        assert_eq!(writer.finish(), Err(TooLong { id: ElementId::FACILITY, length: 256 }));
        assert_eq!(out.len(), HEADER.len() + 2 + 255);
        assert!(out.starts_with(&[8, 0, 0x62, 0x1C, 255, 7]));
    }
}
