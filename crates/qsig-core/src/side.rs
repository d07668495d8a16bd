use core::fmt;

/// The fixed roles of the two ends of a data link.
///
/// QSIG is symmetrical above layer 2; there the roles decide only who keeps a channel in glare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Sends commands with C/R 0 (`pri_cpe` in Asterisk's words).
    User,
    /// Sends commands with C/R 1 (`pri_net`).
    Network,
}

impl Side {
    /// The role of the far end.
    #[must_use]
    pub const fn peer(self) -> Self {
        match self {
            Self::User => Self::Network,
            Self::Network => Self::User,
        }
    }

    /// `user` or `network`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Network => "network",
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
