use alloc::vec::Vec;

use super::{CodingStandard, FieldValue, IeError, octet};

/// The state a call is in, or the global reference, at the side that sends it.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | coding|         state         |  octet 3
/// ```
///
/// Clause: Q.931 4.5.7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CallState {
    /// Whose code it is.
    pub coding: CodingStandard,
    /// 0 to 63: 10 is Active; on the global reference 0, 61 and 62.
    pub value: u8,
}

impl CallState {
    /// A state of Q.931; higher bits are cut off.
    pub const fn new(value: u8) -> Self {
        Self { coding: CodingStandard::Itu, value: value & 0x3F }
    }

    /// What the state is called at a call; `None` for one that Q.931 does not have.
    pub const fn name(self) -> Option<&'static str> {
        Some(match self.value {
            0 => "Null",
            1 => "Call initiated",
            2 => "Overlap sending",
            3 => "Outgoing call proceeding",
            4 => "Call delivered",
            6 => "Call present",
            7 => "Call received",
            8 => "Connect request",
            9 => "Incoming call proceeding",
            10 => "Active",
            11 => "Disconnect request",
            12 => "Disconnect indication",
            15 => "Suspend request",
            17 => "Resume request",
            19 => "Release request",
            22 => "Call abort",
            25 => "Overlap receiving",
            61 => "Restart request",
            62 => "Restart",
            _ => return None,
        })
    }

    /// Reads the contents.
    pub fn parse(octets: &[u8]) -> Result<Self, IeError> {
        let first = octet(octets, 0)?;
        Ok(Self { coding: CodingStandard::from_bits(first >> 6), value: first & 0x3F })
    }

    /// Appends the contents.
    pub fn emit(&self, out: &mut Vec<u8>) {
        out.push(self.coding.bits() << 6 | self.value & 0x3F);
    }

    /// Calls `out` with each field.
    pub fn fields(&self, out: &mut dyn FnMut(&'static str, FieldValue<'_>)) {
        out("coding_standard", FieldValue::Text(self.coding.name()));
        out("call_state", FieldValue::Number(self.value.into()));
        if let (CodingStandard::Itu, Some(name)) = (self.coding, self.name()) {
            out("call_state_name", FieldValue::Text(name));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ie::tests::stands;

    #[test]
    fn has_coding_and_value() {
        stands(CallState::new(10), &[0x0A], 1);
        stands(CallState { coding: CodingStandard::Network, value: 62 }, &[0xFE], 1);
        assert_eq!(CallState::new(10).name(), Some("Active"));
        assert_eq!(CallState::new(5).name(), None);
    }
}
