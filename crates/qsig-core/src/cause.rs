use core::fmt;

/// A cause value of Q.850: why a call or connection was cleared. 7 bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cause(u8);

macro_rules! causes {
    ($($value:literal $name:ident $text:literal)*) => {
        impl Cause {
            $(
                #[doc = concat!($text, " (", stringify!($value), ").")]
                pub const $name: Self = Self($value);
            )*

            /// What the value stands for; `None` for one that QSIG does not use.
            pub const fn text(self) -> Option<&'static str> {
                match self.0 {
                    $($value => Some($text),)*
                    _ => None,
                }
            }
        }
    };
}

causes! {
    1 UNALLOCATED_NUMBER "Unallocated number"
    3 NO_ROUTE_TO_DESTINATION "No route to destination"
    6 CHANNEL_UNACCEPTABLE "Channel unacceptable"
    16 NORMAL_CALL_CLEARING "Normal call clearing"
    17 USER_BUSY "User busy"
    18 NO_USER_RESPONDING "No user responding"
    19 NO_ANSWER_FROM_USER "No answer from user"
    20 SUBSCRIBER_ABSENT "Subscriber absent"
    21 CALL_REJECTED "Call rejected"
    22 NUMBER_CHANGED "Number changed"
    25 EXCHANGE_ROUTING_ERROR "Exchange routing error"
    26 NON_SELECTED_USER_CLEARING "Non-selected user clearing"
    27 DESTINATION_OUT_OF_ORDER "Destination out of order"
    28 INVALID_NUMBER_FORMAT "Invalid number format"
    29 FACILITY_REJECTED "Facility rejected"
    30 RESPONSE_TO_STATUS_ENQUIRY "Response to STATUS ENQUIRY"
    31 NORMAL_UNSPECIFIED "Normal, unspecified"
    34 NO_CHANNEL_AVAILABLE "No circuit or channel available"
    38 NETWORK_OUT_OF_ORDER "Network out of order"
    41 TEMPORARY_FAILURE "Temporary failure"
    42 CONGESTION "Switching equipment congestion"
    43 ACCESS_INFORMATION_DISCARDED "Access information discarded"
    44 REQUESTED_CHANNEL_NOT_AVAILABLE "Requested channel not available"
    47 RESOURCE_UNAVAILABLE "Resource unavailable"
    50 FACILITY_NOT_SUBSCRIBED "Requested facility not subscribed"
    57 BEARER_NOT_AUTHORIZED "Bearer capability not authorized"
    58 BEARER_NOT_AVAILABLE "Bearer capability not presently available"
    63 SERVICE_NOT_AVAILABLE "Service or option not available"
    65 BEARER_NOT_IMPLEMENTED "Bearer capability not implemented"
    66 CHANNEL_TYPE_NOT_IMPLEMENTED "Channel type not implemented"
    69 FACILITY_NOT_IMPLEMENTED "Requested facility not implemented"
    79 SERVICE_NOT_IMPLEMENTED "Service or option not implemented"
    81 INVALID_CALL_REFERENCE "Invalid call reference value"
    82 CHANNEL_DOES_NOT_EXIST "Identified channel does not exist"
    88 INCOMPATIBLE_DESTINATION "Incompatible destination"
    95 INVALID_MESSAGE "Invalid message, unspecified"
    96 MANDATORY_IE_MISSING "Mandatory information element is missing"
    97 MESSAGE_TYPE_UNKNOWN "Message type non-existent or not implemented"
    98 MESSAGE_NOT_COMPATIBLE "Message not compatible with call state or type non-existent"
    99 IE_UNKNOWN "Information element non-existent or not implemented"
    100 INVALID_IE_CONTENTS "Invalid information element contents"
    101 WRONG_STATE "Message not compatible with call state"
    102 RECOVERY_ON_TIMER_EXPIRY "Recovery on timer expiry"
    111 PROTOCOL_ERROR "Protocol error, unspecified"
    127 INTERWORKING "Interworking, unspecified"
}

impl Cause {
    /// The cause of that value; bit 8 is cut off.
    pub const fn new(value: u8) -> Self {
        Self(value & 0x7F)
    }

    /// 0 to 127.
    pub const fn value(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Cause {
    /// `17 User busy`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        self.text().map_or(Ok(()), |text| write!(f, " {text}"))
    }
}

impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cause({self})")
    }
}
