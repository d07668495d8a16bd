use alloc::vec::Vec;

use super::{FieldValue, IeError, octet};
use crate::MessageType;

/// Which piece of a long message a SEGMENT carries. The first element of SEGMENT, and only there.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | f |     segments to come      |  octet 3: f first segment
///  | 0 |       message type        |  octet 4: of the whole message
/// ```
///
/// Clause: Q.931 4.5.26.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SegmentedMessage {
    /// Whether this is the first piece.
    pub first: bool,
    /// How many pieces follow, 0 to 127.
    pub remaining: u8,
    /// What the whole message is.
    pub message_type: MessageType,
}

impl SegmentedMessage {
    /// Reads the contents.
    pub fn parse(octets: &[u8]) -> Result<Self, IeError> {
        let first = octet(octets, 0)?;
        Ok(Self {
            first: first & 0x80 != 0,
            remaining: first & 0x7F,
            message_type: MessageType::from_octet(octet(octets, 1)?),
        })
    }

    /// Appends the contents.
    pub fn emit(&self, out: &mut Vec<u8>) {
        out.push(u8::from(self.first) << 7 | self.remaining & 0x7F);
        out.push(self.message_type.octet());
    }

    /// Calls `out` with each field.
    pub fn fields(&self, out: &mut dyn FnMut(&'static str, FieldValue<'_>)) {
        out("first_segment", FieldValue::Bool(self.first));
        out("segments_remaining", FieldValue::Number(self.remaining.into()));
        out("message", FieldValue::Text(self.message_type.name()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ie::tests::stands;

    #[test]
    fn has_a_count_and_the_type_of_the_whole() {
        let first = SegmentedMessage { first: true, remaining: 2, message_type: MessageType::Setup };
        stands(first, &[0x82, 0x05], 2);
        let last = SegmentedMessage { first: false, remaining: 0, message_type: MessageType::Setup };
        stands(last, &[0x00, 0x05], 2);
    }
}
