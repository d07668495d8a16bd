use crate::{
    CallReference, CallReferenceError, Element, Elements, InformationElement, MessageType, Received,
    ie::SegmentedMessage,
};

/// A message: its header read, its information elements borrowed and not looked at yet.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | 0   0   0   0   1   0   0   0 |  octet 1: protocol discriminator
///  |        call reference         |  octet 2, and 3, 4 unless it is the dummy one
///  | 0 |       message type        |  then
///  |     information elements      |  the rest
/// ```
///
/// Clause: Q.931 4.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message<'a> {
    /// The call it belongs to, as the sender of the message wrote it.
    pub call_reference: CallReference,
    /// What it is.
    pub message_type: MessageType,
    octets: &'a [u8],
    body: &'a [u8],
}

/// Why octets are no message. Each of them is ignored and answered by nothing (Q.931 5.8.1 to 5.8.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HeaderError {
    /// Another protocol.
    #[error("protocol discriminator {0:02x}")]
    Discriminator(u8),
    /// Fewer octets than the shortest message has: 4, with the dummy reference 3.
    #[error("message of {have} octets")]
    TooShort {
        /// Octets that were there.
        have: usize,
    },
    /// The octets end after the call reference.
    #[error("no message type at offset {offset}")]
    NoMessageType {
        /// Where it should have been.
        offset: usize,
    },
    /// The call reference, at offset 1, is none.
    #[error("at offset 1: {0}")]
    CallReference(#[from] CallReferenceError),
}

impl<'a> Message<'a> {
    /// The protocol discriminator of Q.931.
    pub const DISCRIMINATOR: u8 = 0x08;

    /// Reads the header.
    pub fn parse(octets: &'a [u8]) -> Result<Self, HeaderError> {
        match octets {
            [first, ..] if *first != Self::DISCRIMINATOR => return Err(HeaderError::Discriminator(*first)),
            [_, 0, _, ..] | [_, _, _, _, ..] => {}
            _ => return Err(HeaderError::TooShort { have: octets.len() }),
        }
        let (call_reference, rest) = CallReference::parse(octets.get(1..).unwrap_or_default())?;
        let (&message_type, body) =
            rest.split_first().ok_or(HeaderError::NoMessageType { offset: octets.len() })?;
        Ok(Self { call_reference, message_type: MessageType::from_octet(message_type), octets, body })
    }

    /// The information elements, from the first octet to the last.
    ///
    /// Of SEGMENT this is the Segmented message element only, for what follows it may begin in the middle of
    /// an element ([`Self::segment`]). Of the escape to a national type it is nothing, for nobody knows where
    /// its elements begin.
    pub fn elements(&self) -> Elements<'a> {
        let start = self.octets.len() - self.body.len();
        match self.message_type {
            MessageType::Segment => Elements::new(self.body, start).first_only(),
            MessageType::Escape => Elements::new(&[], start),
            _ => Elements::new(self.body, start),
        }
    }

    /// Of a SEGMENT, the Segmented message element and the octets after it, which are a piece of the
    /// information elements of the whole message. `None` for any other message and when the element is not
    /// there or bad.
    pub fn segment(&self) -> Option<(SegmentedMessage, &'a [u8])> {
        if self.message_type != MessageType::Segment {
            return None;
        }
        let first: Element<'a> = self.elements().next()?.ok()?;
        match first.value() {
            Ok(InformationElement::SegmentedMessage(segmented)) => {
                Some((segmented, self.body.get(first.as_octets().len()..)?))
            }
            _ => None,
        }
    }

    /// What a call engine wants to know of the elements, in one pass.
    pub fn received(&self) -> Received<'a> {
        Received::new(self)
    }

    /// The octets after the message type.
    pub const fn body(&self) -> &'a [u8] {
        self.body
    }

    /// The whole message.
    pub const fn as_octets(&self) -> &'a [u8] {
        self.octets
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CallReferenceValue, Origin};

    #[test]
    fn reads_the_header() {
        let message = Message::parse(&[8, 2, 0x80, 1, 0x45, 8, 2, 0x81, 0x91]).unwrap();
        assert_eq!(
            message.call_reference,
            CallReference::Call(Origin::Receiver, CallReferenceValue::new(1).unwrap())
        );
        assert_eq!(message.message_type, MessageType::Disconnect);
        assert_eq!(message.body(), [8, 2, 0x81, 0x91]);
    }

    #[test]
    fn each_rule_about_the_header_has_its_own_error() {
        let samples: [(&[u8], HeaderError); 9] = [
            (&[], HeaderError::TooShort { have: 0 }),
            (&[0x41], HeaderError::Discriminator(0x41)),
            (&[8], HeaderError::TooShort { have: 1 }),
            (&[8, 0], HeaderError::TooShort { have: 2 }),
            (&[8, 2, 0], HeaderError::TooShort { have: 3 }),
            (&[8, 2, 0, 1], HeaderError::NoMessageType { offset: 4 }),
            (&[8, 2, 0, 0], HeaderError::NoMessageType { offset: 4 }),
            (&[8, 3, 0, 1, 5], HeaderError::CallReference(CallReferenceError::Length(3))),
            (&[8, 0x22, 0, 1, 5], HeaderError::CallReference(CallReferenceError::SpareBits(0x22))),
        ];
        for (octets, error) in samples {
            assert_eq!(Message::parse(octets), Err(error), "{octets:02x?}");
        }
        assert!(Message::parse(&[8, 0, 0x62]).is_ok(), "three octets are enough for the dummy reference");
        assert!(Message::parse(&[8, 1, 5, 0x75]).is_ok(), "a reference of one octet is taken");
    }

    #[test]
    fn of_a_segment_only_its_own_element_is_read() {
        let octets = [8, 2, 0, 1, 0x60, 0, 2, 0x81, 5, 0x80, 0x90, 0xA3];
        let message = Message::parse(&octets).unwrap();
        assert_eq!(message.elements().count(), 1);
        let (segmented, fragment) = message.segment().unwrap();
        assert_eq!(
            segmented,
            SegmentedMessage { first: true, remaining: 1, message_type: MessageType::Setup }
        );
        assert_eq!(fragment, [0x80, 0x90, 0xA3]);
        let other = Message::parse(&[8, 2, 0, 1, 5, 0, 2, 0x81, 5]).unwrap();
        assert_eq!(other.segment(), None);
    }

    #[test]
    fn an_escape_has_no_elements() {
        let message = Message::parse(&[8, 2, 0, 1, 0, 5, 8, 2, 0x81]).unwrap();
        assert_eq!(message.elements().count(), 0);
        assert_eq!(message.body(), [5, 8, 2, 0x81]);
    }
}
