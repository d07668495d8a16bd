use core::fmt;

/// The states of a call or connection, in the order of their values.
///
/// Clause: Q.931 2.1, as far as QSIG uses them. A connection has Null, Call initiated, Outgoing call proceeding,
/// Call present, Connect request, Incoming call proceeding, Active, Active with the link lost, Release request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// 0: no call.
    Null,
    /// 1: SETUP sent.
    CallInitiated,
    /// 2: the peer wants digits.
    OverlapSending,
    /// 3: CALL PROCEEDING received.
    OutgoingProceeding,
    /// 4: ALERTING received.
    CallDelivered,
    /// 6: SETUP received.
    CallPresent,
    /// 7: ALERTING sent.
    CallReceived,
    /// 8: CONNECT sent.
    ConnectRequest,
    /// 9: CALL PROCEEDING sent.
    IncomingProceeding,
    /// 10: connected.
    Active,
    /// 10 too: connected, and the data link is down. Our own division of the state.
    ActiveLinkLost,
    /// 11: DISCONNECT sent.
    DisconnectRequest,
    /// 12: DISCONNECT received.
    DisconnectIndication,
    /// 19: RELEASE sent.
    ReleaseRequest,
    /// 25: more digits are awaited.
    OverlapReceiving,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Null,
        Self::CallInitiated,
        Self::OverlapSending,
        Self::OutgoingProceeding,
        Self::CallDelivered,
        Self::CallPresent,
        Self::CallReceived,
        Self::ConnectRequest,
        Self::IncomingProceeding,
        Self::Active,
        Self::ActiveLinkLost,
        Self::DisconnectRequest,
        Self::DisconnectIndication,
        Self::ReleaseRequest,
        Self::OverlapReceiving,
    ];

    /// The value in a Call state element.
    pub const fn value(self) -> u8 {
        match self {
            Self::Null => 0,
            Self::CallInitiated => 1,
            Self::OverlapSending => 2,
            Self::OutgoingProceeding => 3,
            Self::CallDelivered => 4,
            Self::CallPresent => 6,
            Self::CallReceived => 7,
            Self::ConnectRequest => 8,
            Self::IncomingProceeding => 9,
            Self::Active | Self::ActiveLinkLost => 10,
            Self::DisconnectRequest => 11,
            Self::DisconnectIndication => 12,
            Self::ReleaseRequest => 19,
            Self::OverlapReceiving => 25,
        }
    }
}

impl fmt::Display for State {
    /// The value, `10L` for Active with the link lost.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lost = if *self == Self::ActiveLinkLost { "L" } else { "" };
        write!(f, "{}{lost}", self.value())
    }
}

/// The states by their values, for the step tables.
pub(crate) mod short {
    use super::State;

    pub(crate) const S0: State = State::Null;
    pub(crate) const S1: State = State::CallInitiated;
    pub(crate) const S2: State = State::OverlapSending;
    pub(crate) const S3: State = State::OutgoingProceeding;
    pub(crate) const S4: State = State::CallDelivered;
    pub(crate) const S6: State = State::CallPresent;
    pub(crate) const S7: State = State::CallReceived;
    pub(crate) const S8: State = State::ConnectRequest;
    pub(crate) const S9: State = State::IncomingProceeding;
    pub(crate) const S10: State = State::Active;
    pub(crate) const S10L: State = State::ActiveLinkLost;
    pub(crate) const S11: State = State::DisconnectRequest;
    pub(crate) const S12: State = State::DisconnectIndication;
    pub(crate) const S19: State = State::ReleaseRequest;
    pub(crate) const S25: State = State::OverlapReceiving;
}
