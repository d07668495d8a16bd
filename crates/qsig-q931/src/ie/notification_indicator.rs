use alloc::vec::Vec;

use super::{FieldValue, IeError, octet};

coded! {
    /// What a notification says.
    Notification mask 0x7F
    /// 0: the user has suspended.
    UserSuspended 0x00 "user-suspended"
    /// 1: the user has resumed.
    UserResumed 0x01 "user-resumed"
    /// 2: the bearer service has changed.
    BearerChange 0x02 "bearer-service-change"
    /// 0x40: an ASN.1 component follows (ISO/IEC).
    Component 0x40 "component"
    /// 0x60: the call is waiting.
    Waiting 0x60 "call-waiting"
    /// 0x79: the remote user holds the call.
    Hold 0x79 "remote-hold"
    /// 0x7A: the remote user has retrieved the call.
    Retrieve 0x7A "remote-retrieval"
    /// 0x7B: the call is diverting.
    Diverting 0x7B "call-is-diverting"
}

/// Something the user at the far end should be told.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | 1 |       notification        |  octet 3
///  |           component           |  octet 4 and so on, mostly none
/// ```
///
/// Clause: Q.931 4.5.22; the component: ECMA-165.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NotificationIndicator<'a> {
    /// What it says.
    pub notification: Notification,
    /// The octets after it.
    pub component: &'a [u8],
}

impl<'a> NotificationIndicator<'a> {
    /// A notification without component.
    pub const fn new(notification: Notification) -> Self {
        Self { notification, component: &[] }
    }

    /// Reads the contents.
    pub fn parse(octets: &'a [u8]) -> Result<Self, IeError> {
        Ok(Self {
            notification: Notification::from_bits(octet(octets, 0)?),
            component: octets.get(1..).unwrap_or_default(),
        })
    }

    /// Appends the contents.
    pub fn emit(&self, out: &mut Vec<u8>) {
        out.push(0x80 | self.notification.bits());
        out.extend_from_slice(self.component);
    }

    /// Calls `out` with each field.
    pub fn fields(&self, out: &mut dyn FnMut(&'static str, FieldValue<'_>)) {
        out("notification", self.notification.field());
        if !self.component.is_empty() {
            out("component", FieldValue::Octets(self.component));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ie::tests::stands;

    #[test]
    fn has_a_code_and_perhaps_a_component() {
        stands(NotificationIndicator::new(Notification::UserSuspended), &[0x80], 1);
        stands(NotificationIndicator::new(Notification::Diverting), &[0xFB], 1);
        let component = [0x30, 0x00];
        let value = NotificationIndicator { notification: Notification::Component, component: &component };
        stands(value, &[0xC0, 0x30, 0x00], 1);
    }
}
