use core::fmt;

/// The timers of layer 3, in the order of their numbers.
///
/// Clause: Q.931 9; TAUDIT is our choice, because states 7, 9 and 10 have no timer there and a lost clearing
/// would never be noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timer {
    /// Alerting, or in-band information in its place.
    T301,
    /// Further digits are awaited.
    T302,
    /// SETUP is unanswered.
    T303,
    /// The peer is to proceed with the digits sent.
    T304,
    /// DISCONNECT is unanswered.
    T305,
    /// RELEASE is unanswered.
    T308,
    /// The data link of an Active call is down.
    T309,
    /// CALL PROCEEDING came and nothing else.
    T310,
    /// CONNECT is unanswered.
    T313,
    /// RESTART is unanswered.
    T316,
    /// A RESTART received is being carried out.
    T317,
    /// STATUS ENQUIRY is unanswered.
    T322,
    /// Time to ask the peer whether it still has the call.
    TAudit,
}

impl Timer {
    /// Those of a call or connection.
    pub(crate) const OF_CALLS: [Self; 11] = [
        Self::T301,
        Self::T302,
        Self::T303,
        Self::T304,
        Self::T305,
        Self::T308,
        Self::T309,
        Self::T310,
        Self::T313,
        Self::T322,
        Self::TAudit,
    ];

    /// `T303`, `TAUDIT`, ...
    pub const fn name(self) -> &'static str {
        match self {
            Self::T301 => "T301",
            Self::T302 => "T302",
            Self::T303 => "T303",
            Self::T304 => "T304",
            Self::T305 => "T305",
            Self::T308 => "T308",
            Self::T309 => "T309",
            Self::T310 => "T310",
            Self::T313 => "T313",
            Self::T316 => "T316",
            Self::T317 => "T317",
            Self::T322 => "T322",
            Self::TAudit => "TAUDIT",
        }
    }

    /// Its number as the diagnostic of cause 102 carries it: three IA5 digits.
    pub(crate) fn diagnostic(self) -> &'static [u8] {
        self.name().as_bytes().get(1..4).unwrap_or_default()
    }
}

impl fmt::Display for Timer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
