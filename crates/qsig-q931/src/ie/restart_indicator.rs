use alloc::vec::Vec;

use super::{FieldValue, IeError, octet};

/// What is restarted.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | 1 | 0   0   0   0 |   class   |  octet 3
/// ```
///
/// The reserved classes are refused. Clause: Q.931 4.5.25.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RestartIndicator {
    /// 0: the channels that Channel identification names.
    IndicatedChannels,
    /// 6: this interface.
    SingleInterface,
    /// 7: all interfaces of this D-channel.
    AllInterfaces,
}

impl RestartIndicator {
    /// Reads the contents.
    pub fn parse(octets: &[u8]) -> Result<Self, IeError> {
        let first = octet(octets, 0)?;
        match first & 7 {
            0 => Ok(Self::IndicatedChannels),
            6 => Ok(Self::SingleInterface),
            7 => Ok(Self::AllInterfaces),
            _ => Err(IeError::Value { at: 0, octet: first }),
        }
    }

    /// Appends the contents.
    pub fn emit(&self, out: &mut Vec<u8>) {
        out.push(match self {
            Self::IndicatedChannels => 0x80,
            Self::SingleInterface => 0x86,
            Self::AllInterfaces => 0x87,
        });
    }

    /// Calls `out` with each field.
    pub fn fields(&self, out: &mut dyn FnMut(&'static str, FieldValue<'_>)) {
        let class = match self {
            Self::IndicatedChannels => "indicated-channels",
            Self::SingleInterface => "single-interface",
            Self::AllInterfaces => "all-interfaces",
        };
        out("restart", FieldValue::Text(class));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ElementId,
        ie::tests::{refuses, stands},
    };

    #[test]
    fn has_three_classes_and_no_other() {
        stands(RestartIndicator::IndicatedChannels, &[0x80], 1);
        stands(RestartIndicator::SingleInterface, &[0x86], 1);
        stands(RestartIndicator::AllInterfaces, &[0x87], 1);
        for octet in 0x81..=0x85 {
            refuses(ElementId::RESTART_INDICATOR, &[octet], IeError::Value { at: 0, octet });
        }
    }
}
