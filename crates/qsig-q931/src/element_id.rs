use alloc::vec::Vec;
use core::fmt;

/// Which information element: its identifier octet and the codeset it is meant in.
///
/// Clause: Q.931 4.5.1 to 4.5.4.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId {
    /// 0 to 7: 0 is Q.931's own, 4 that of ISO/IEC, 5 national (European private networks), 6 the network's,
    /// 7 the user's.
    pub codeset: u8,
    /// The octet. With bit 8 set the element has no other.
    pub identifier: u8,
}

macro_rules! element_ids {
    ($($constant:ident $codeset:literal $identifier:literal $name:literal)*) => {
        impl ElementId {
            $(
                #[doc = concat!($name, ": ", stringify!($identifier), " in codeset ", stringify!($codeset), ".")]
                pub const $constant: Self = Self { codeset: $codeset, identifier: $identifier };
            )*

            /// The name of an element that has a constant here.
            const fn own_name(self) -> Option<&'static str> {
                match (self.codeset, self.identifier) {
                    $(($codeset, $identifier) => Some($name),)*
                    _ => None,
                }
            }
        }
    };
}

element_ids! {
    SEGMENTED_MESSAGE 0 0x00 "Segmented message"
    BEARER_CAPABILITY 0 0x04 "Bearer capability"
    CAUSE 0 0x08 "Cause"
    CALL_STATE 0 0x14 "Call state"
    CHANNEL_IDENTIFICATION 0 0x18 "Channel identification"
    FACILITY 0 0x1C "Facility"
    PROGRESS_INDICATOR 0 0x1E "Progress indicator"
    NOTIFICATION_INDICATOR 0 0x27 "Notification indicator"
    DISPLAY 0 0x28 "Display"
    KEYPAD_FACILITY 0 0x2C "Keypad facility"
    CONNECTED_NUMBER 0 0x4C "Connected number"
    CONNECTED_SUBADDRESS 0 0x4D "Connected subaddress"
    CALLING_PARTY_NUMBER 0 0x6C "Calling party number"
    CALLING_PARTY_SUBADDRESS 0 0x6D "Calling party subaddress"
    CALLED_PARTY_NUMBER 0 0x70 "Called party number"
    CALLED_PARTY_SUBADDRESS 0 0x71 "Called party subaddress"
    RESTART_INDICATOR 0 0x79 "Restart indicator"
    LOW_LAYER_COMPATIBILITY 0 0x7C "Low-layer compatibility"
    HIGH_LAYER_COMPATIBILITY 0 0x7D "High-layer compatibility"
    USER_USER 0 0x7E "User-user"
    SENDING_COMPLETE 0 0xA1 "Sending complete"
    TRANSIT_COUNTER 4 0x31 "Transit counter"
    PARTY_CATEGORY 5 0x32 "Party category"
}

impl ElementId {
    /// Whether the element is one octet: bit 8 of its identifier is 1.
    pub const fn is_single_octet(self) -> bool {
        self.identifier & 0x80 != 0
    }

    /// Whether the element is a shift to another codeset.
    pub const fn is_shift(self) -> bool {
        self.identifier & 0xF0 == 0x90
    }

    /// Whether this crate gives the element a typed value, or names it as octets.
    pub const fn is_known(self) -> bool {
        self.own_name().is_some()
    }

    /// Whether a receiver that does not know the element must treat it as a missing mandatory one: bits 8 to
    /// 5 of the identifier are 0, in codeset 0. Clause: Q.931 5.8.7.1.
    pub const fn demands_comprehension(self) -> bool {
        self.codeset == 0 && self.identifier & 0xF0 == 0
    }

    /// The name, as Wireshark prints it where it knows the element; `Unknown information element` for others.
    pub const fn name(self) -> &'static str {
        if let Some(name) = self.own_name() {
            return name;
        }
        match (self.codeset, self.identifier) {
            (_, 0x90..=0x97) => "Locking shift",
            (_, 0x98..=0x9F) => "Non-locking shift",
            (0, 0x01) => "Change status",
            (0, 0x10) => "Call identity",
            (0, 0x20) => "Network specific facilities",
            (0, 0x29) => "Date/Time",
            (0, 0x32) => "Information request",
            (0, 0x34) => "Signal",
            (0, 0x36) => "Switchhook",
            (0, 0x38) => "Feature activation",
            (0, 0x39) => "Feature Indication",
            (0, 0x3A) => "Service profile ID",
            (0, 0x3B) => "Endpoint identifier",
            (0, 0x40) => "Information rate",
            (0, 0x42) => "End-to-end transit delay",
            (0, 0x43) => "Transit delay selection and indication",
            (0, 0x44) => "Packet layer binary parameters",
            (0, 0x45) => "Packet layer window size",
            (0, 0x46) => "Packet size",
            (0, 0x47) => "Closed user group",
            (0, 0x4A) => "Reverse charging indication",
            (0, 0x74) => "Redirecting number",
            (0, 0x76) => "Redirection number",
            (0, 0x78) => "Transit network selection",
            (0, 0x7F) => "Escape",
            (0, 0xA0) => "More data",
            (0, 0xB0..=0xBF) => "Congestion level",
            (0, 0xD0..=0xDF) => "Repeat indicator",
            (5, 0x1B) => "Charging advice",
            (5, 0x1D) => "Operator system access",
            _ => "Unknown information element",
        }
    }

    /// Appends the identifier as the diagnostics of cause 96, 99 and 100 name it: the octet, and before it
    /// the non-locking shift if the codeset is not 0. Clause: Q.850, note to the diagnostics of these causes.
    pub fn emit_diagnostic(self, out: &mut Vec<u8>) {
        if let Some(shift) = self.shift() {
            out.push(shift);
        }
        out.push(self.identifier);
    }

    /// The non-locking shift that this element needs before it.
    pub(crate) const fn shift(self) -> Option<u8> {
        match self.codeset & 7 {
            0 => None,
            codeset => Some(0x98 | codeset),
        }
    }
}

impl fmt::Display for ElementId {
    /// `18 Channel identification`, `31 in codeset 4 Transit counter`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.codeset {
            0 => write!(f, "{:02x} {}", self.identifier, self.name()),
            codeset => write!(f, "{:02x} in codeset {codeset} {}", self.identifier, self.name()),
        }
    }
}

impl fmt::Debug for ElementId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ElementId({self})")
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    #[test]
    fn only_the_lowest_16_of_codeset_0_demand_comprehension() {
        let demanding = (0..8)
            .flat_map(|codeset| (0..=u8::MAX).map(move |identifier| ElementId { codeset, identifier }))
            .filter(|id| id.demands_comprehension());
        assert!(demanding.clone().all(|id| id.codeset == 0 && id.identifier < 16));
        assert_eq!(demanding.count(), 16);
    }

    #[test]
    fn a_diagnostic_names_the_codeset_unless_it_is_0() {
        let mut out = vec![];
        ElementId::CHANNEL_IDENTIFICATION.emit_diagnostic(&mut out);
        ElementId::TRANSIT_COUNTER.emit_diagnostic(&mut out);
        assert_eq!(out, [0x18, 0x9C, 0x31]);
    }

    #[test]
    fn a_name_belongs_to_its_codeset() {
        assert_eq!(ElementId::TRANSIT_COUNTER.name(), "Transit counter");
        assert_eq!(ElementId { codeset: 0, identifier: 0x31 }.name(), "Unknown information element");
        assert_eq!(ElementId { codeset: 6, identifier: 0x08 }.name(), "Unknown information element");
        assert_eq!(ElementId { codeset: 5, identifier: 0x9C }.name(), "Non-locking shift");
    }
}
