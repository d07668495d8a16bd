use core::fmt;

macro_rules! message_types {
    ($($octet:literal $variant:ident $name:literal)*) => {
        /// What a message is: the octet after the call reference.
        ///
        /// All types of Q.931 have their name here, also those that QSIG does not use ([`Self::in_qsig`]), so
        /// that a trace can be read. Clause: Q.931 4.4.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum MessageType {
            $(
                #[doc = concat!($name, ", ", stringify!($octet), ".")]
                $variant,
            )*
            /// Any other octet, kept.
            Unknown(u8),
        }

        impl MessageType {
            /// From the octet of the message.
            pub const fn from_octet(octet: u8) -> Self {
                match octet {
                    $($octet => Self::$variant,)*
                    other => Self::Unknown(other),
                }
            }

            /// The octet of the message.
            pub const fn octet(self) -> u8 {
                match self {
                    $(Self::$variant => $octet,)*
                    Self::Unknown(other) => other,
                }
            }

            /// The name as the standard prints it; `UNKNOWN` for an unknown one.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Unknown(_) => "UNKNOWN",
                }
            }
        }
    };
}

message_types! {
    0x00 Escape "ESCAPE"
    0x01 Alerting "ALERTING"
    0x02 CallProceeding "CALL PROCEEDING"
    0x03 Progress "PROGRESS"
    0x05 Setup "SETUP"
    0x07 Connect "CONNECT"
    0x0D SetupAcknowledge "SETUP ACKNOWLEDGE"
    0x0F ConnectAcknowledge "CONNECT ACKNOWLEDGE"
    0x20 UserInformation "USER INFORMATION"
    0x21 SuspendReject "SUSPEND REJECT"
    0x22 ResumeReject "RESUME REJECT"
    0x24 Hold "HOLD"
    0x25 Suspend "SUSPEND"
    0x26 Resume "RESUME"
    0x28 HoldAcknowledge "HOLD ACKNOWLEDGE"
    0x2D SuspendAcknowledge "SUSPEND ACKNOWLEDGE"
    0x2E ResumeAcknowledge "RESUME ACKNOWLEDGE"
    0x30 HoldReject "HOLD REJECT"
    0x31 Retrieve "RETRIEVE"
    0x33 RetrieveAcknowledge "RETRIEVE ACKNOWLEDGE"
    0x37 RetrieveReject "RETRIEVE REJECT"
    0x45 Disconnect "DISCONNECT"
    0x46 Restart "RESTART"
    0x4D Release "RELEASE"
    0x4E RestartAcknowledge "RESTART ACKNOWLEDGE"
    0x5A ReleaseComplete "RELEASE COMPLETE"
    0x60 Segment "SEGMENT"
    0x62 Facility "FACILITY"
    0x64 Register "REGISTER"
    0x6E Notify "NOTIFY"
    0x75 StatusEnquiry "STATUS ENQUIRY"
    0x79 CongestionControl "CONGESTION CONTROL"
    0x7B Information "INFORMATION"
    0x7D Status "STATUS"
}

impl MessageType {
    /// Whether QSIG (ECMA-143) has this message.
    pub const fn in_qsig(self) -> bool {
        matches!(
            self,
            Self::Alerting
                | Self::CallProceeding
                | Self::Progress
                | Self::Setup
                | Self::Connect
                | Self::SetupAcknowledge
                | Self::ConnectAcknowledge
                | Self::Disconnect
                | Self::Restart
                | Self::Release
                | Self::RestartAcknowledge
                | Self::ReleaseComplete
                | Self::Segment
                | Self::Facility
                | Self::Notify
                | Self::StatusEnquiry
                | Self::Information
                | Self::Status
        )
    }

    /// Whether QSIG (ECMA-165) lets this message carry Facility.
    pub const fn carries_facility(self) -> bool {
        matches!(
            self,
            Self::Setup
                | Self::Alerting
                | Self::Progress
                | Self::Connect
                | Self::Disconnect
                | Self::Release
                | Self::ReleaseComplete
                | Self::Facility
        )
    }
}

impl fmt::Display for MessageType {
    /// The name; an unknown one with its octet: `UNKNOWN (0x50)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(octet) => write!(f, "UNKNOWN ({octet:#04x})"),
            known => f.pad(known.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    #[test]
    fn every_octet_comes_back() {
        for octet in 0..=u8::MAX {
            assert_eq!(MessageType::from_octet(octet).octet(), octet);
        }
    }

    #[test]
    fn names_are_those_of_the_standard() {
        assert_eq!(MessageType::from_octet(0x5A).name(), "RELEASE COMPLETE");
        assert_eq!(format!("{}", MessageType::StatusEnquiry), "STATUS ENQUIRY");
        assert_eq!(format!("{}", MessageType::from_octet(0x50)), "UNKNOWN (0x50)");
    }

    #[test]
    fn qsig_has_18_messages_and_8_of_them_carry_facility() {
        let all = (0..=u8::MAX).map(MessageType::from_octet);
        assert_eq!(all.clone().filter(|kind| kind.in_qsig()).count(), 18);
        assert_eq!(all.clone().filter(|kind| kind.carries_facility()).count(), 8);
        assert!(all.filter(|kind| kind.carries_facility()).all(MessageType::in_qsig));
    }
}
