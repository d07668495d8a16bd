use core::fmt;

/// The name of a frame, in the order of the standard's table of commands and responses.
///
/// Clause: Q.921 3.6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FrameType {
    /// Information, numbered.
    I,
    /// Receive ready.
    Rr,
    /// Receive not ready.
    Rnr,
    /// Reject.
    Rej,
    /// Set asynchronous balanced mode extended.
    Sabme,
    /// Disconnected mode.
    Dm,
    /// Unnumbered information.
    Ui,
    /// Disconnect.
    Disc,
    /// Unnumbered acknowledgement.
    Ua,
    /// Frame reject.
    Frmr,
    /// Exchange identification.
    Xid,
    /// A control field that is not defined.
    Unknown,
}

impl FrameType {
    /// How many there are, the unknown one included.
    pub const COUNT: usize = 12;

    /// All of them.
    pub const ALL: [Self; Self::COUNT] = [
        Self::I,
        Self::Rr,
        Self::Rnr,
        Self::Rej,
        Self::Sabme,
        Self::Dm,
        Self::Ui,
        Self::Disc,
        Self::Ua,
        Self::Frmr,
        Self::Xid,
        Self::Unknown,
    ];

    /// The standard's name, `unknown` for a control field that is not defined.
    pub const fn name(self) -> &'static str {
        match self {
            Self::I => "I",
            Self::Rr => "RR",
            Self::Rnr => "RNR",
            Self::Rej => "REJ",
            Self::Sabme => "SABME",
            Self::Dm => "DM",
            Self::Ui => "UI",
            Self::Disc => "DISC",
            Self::Ua => "UA",
            Self::Frmr => "FRMR",
            Self::Xid => "XID",
            Self::Unknown => "unknown",
        }
    }
}

impl fmt::Display for FrameType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
