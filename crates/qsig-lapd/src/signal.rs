use alloc::{format, string::String};

/// What a data link reacts to, with all that the answer depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Signal {
    /// DL-ESTABLISH request.
    EstablishRequest {
        /// The line is up.
        line_up: bool,
    },
    /// DL-RELEASE request.
    ReleaseRequest,
    /// DL-DATA request.
    DataRequest {
        /// The establishment under way is layer 3's.
        layer3_initiated: bool,
    },
    /// Layer 3 cannot take information.
    BusySet {
        /// It could not before.
        own_busy: bool,
    },
    /// Layer 3 can take information.
    BusyClear {
        /// It could not before.
        own_busy: bool,
    },
    /// The line came up.
    LineUp {
        /// The link shall be up.
        wanted: bool,
    },
    /// The line went down.
    LineDown,
    /// T200 expired.
    T200 {
        /// RC = N200.
        last_try: bool,
    },
    /// T203 expired.
    T203,
    /// The retry timer expired.
    TRetry,
    /// An input has been handled and acknowledge pending is set.
    AcknowledgeDue {
        /// RNR, not RR.
        own_busy: bool,
    },
    /// SABME.
    Sabme {
        /// V(S) differs from V(A).
        outstanding: bool,
    },
    /// DISC.
    Disc,
    /// UA with F=1.
    UaFinal(Attempt),
    /// UA with F=0.
    Ua,
    /// DM with F=1.
    DmFinal,
    /// DM with F=0.
    Dm {
        /// The link shall be up.
        wanted: bool,
    },
    /// FRMR, whatever it says.
    Frmr,
    /// UI of a legal length.
    Ui,
    /// XID of a legal length.
    Xid,
    /// I frame, N(S)=V(R), N(R) valid.
    Information,
    /// I frame, N(S) not V(R), N(R) valid.
    InformationGap,
    /// I frame, N(R) not valid.
    InformationWrongNr,
    /// RR, RNR or REJ, N(R) valid.
    Supervisory {
        /// Which of the three.
        kind: Kind,
        /// Command, not response.
        command: bool,
        /// P or F.
        p_f: bool,
    },
    /// RR, RNR or REJ, N(R) not valid.
    SupervisoryWrongNr,
    /// Control field not defined.
    Undefined,
    /// A command sent as response, or the other way round.
    WrongRole,
    /// A frame with more octets than its type has.
    WrongSize,
    /// I frame with more than N201 octets of information.
    TooLong,
    /// UI or XID with more than N201 octets of information.
    UnnumberedTooLong,
    /// No frame of this link.
    Junk,
}

/// What the establishment under way is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attempt {
    /// Layer 3 wants the link.
    Layer3Initiated,
    /// Recovery, with V(S)=V(A): no frame of ours was lost.
    NothingOutstanding,
    /// Recovery, with V(S) not V(A).
    Outstanding,
}

/// The supervisory frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Receive ready.
    Rr,
    /// Receive not ready.
    Rnr,
    /// Reject.
    Rej,
}

impl Signal {
    /// All signals, with all values of what they carry.
    pub fn all() -> impl Iterator<Item = Self> {
        let both = [false, true];
        let guarded = [
            |on| Self::EstablishRequest { line_up: on },
            |on| Self::DataRequest { layer3_initiated: on },
            |on| Self::BusySet { own_busy: on },
            |on| Self::BusyClear { own_busy: on },
            |on| Self::LineUp { wanted: on },
            |on| Self::T200 { last_try: on },
            |on| Self::AcknowledgeDue { own_busy: on },
            |on| Self::Sabme { outstanding: on },
            |on| Self::Dm { wanted: on },
        ];
        let plain = [
            Self::ReleaseRequest,
            Self::LineDown,
            Self::T203,
            Self::TRetry,
            Self::Disc,
            Self::UaFinal(Attempt::Layer3Initiated),
            Self::UaFinal(Attempt::NothingOutstanding),
            Self::UaFinal(Attempt::Outstanding),
            Self::Ua,
            Self::DmFinal,
            Self::Frmr,
            Self::Ui,
            Self::Xid,
            Self::Information,
            Self::InformationGap,
            Self::InformationWrongNr,
            Self::SupervisoryWrongNr,
            Self::Undefined,
            Self::WrongRole,
            Self::WrongSize,
            Self::TooLong,
            Self::UnnumberedTooLong,
            Self::Junk,
        ];
        let supervisory = [Kind::Rr, Kind::Rnr, Kind::Rej].into_iter().flat_map(move |kind| {
            [true, false]
                .into_iter()
                .flat_map(move |command| both.map(|p_f| Self::Supervisory { kind, command, p_f }))
        });
        guarded.into_iter().flat_map(move |of| both.map(of)).chain(plain).chain(supervisory)
    }

    /// Its short name: a request or indication, a timer, or a frame with a mark for what is special about it
    /// (`RR.c1` is an RR command with P=1, `F.size` a frame of wrong size).
    pub fn name(self) -> String {
        let name = match self {
            Self::EstablishRequest { .. } => "DL-EST.rq",
            Self::ReleaseRequest => "DL-REL.rq",
            Self::DataRequest { .. } => "DL-DATA.rq",
            Self::BusySet { .. } => "BUSY.set",
            Self::BusyClear { .. } => "BUSY.clear",
            Self::LineUp { .. } => "L1.up",
            Self::LineDown => "L1.down",
            Self::T200 { .. } => "T200",
            Self::T203 => "T203",
            Self::TRetry => "TRETRY",
            Self::AcknowledgeDue { .. } => "ACK.due",
            Self::Sabme { .. } => "SABME",
            Self::Disc => "DISC",
            Self::UaFinal(_) => "UA.1",
            Self::Ua => "UA.0",
            Self::DmFinal => "DM.1",
            Self::Dm { .. } => "DM.0",
            Self::Frmr => "FRMR",
            Self::Ui => "UI",
            Self::Xid => "XID",
            Self::Information => "I.seq",
            Self::InformationGap => "I.gap",
            Self::InformationWrongNr => "I.nrbad",
            Self::Supervisory { kind, command, p_f } => {
                let kind = match kind {
                    Kind::Rr => "RR",
                    Kind::Rnr => "RNR",
                    Kind::Rej => "REJ",
                };
                return format!("{kind}.{}{}", if command { 'c' } else { 'r' }, u8::from(p_f));
            }
            Self::SupervisoryWrongNr => "S.nrbad",
            Self::Undefined => "F.ctl",
            Self::WrongRole => "F.cr",
            Self::WrongSize => "F.size",
            Self::TooLong => "F.long",
            Self::UnnumberedTooLong => "UI.long",
            Self::Junk => "F.junk",
        };
        name.into()
    }

    /// The case within its name, empty where there is only one.
    pub const fn case(self) -> &'static str {
        match self {
            Self::EstablishRequest { line_up: true } => "L1 up",
            Self::EstablishRequest { line_up: false } => "L1 down",
            Self::DataRequest { layer3_initiated: true } | Self::UaFinal(Attempt::Layer3Initiated) => {
                "l3init"
            }
            Self::DataRequest { layer3_initiated: false } => "not l3init",
            Self::UaFinal(Attempt::NothingOutstanding) => "not l3init, V(S)=V(A)",
            Self::UaFinal(Attempt::Outstanding) => "not l3init, V(S)≠V(A)",
            Self::BusySet { own_busy: true }
            | Self::BusyClear { own_busy: true }
            | Self::AcknowledgeDue { own_busy: true } => "own busy",
            Self::BusySet { own_busy: false }
            | Self::BusyClear { own_busy: false }
            | Self::AcknowledgeDue { own_busy: false } => "own free",
            Self::LineUp { wanted: true } | Self::Dm { wanted: true } => "wanted",
            Self::LineUp { wanted: false } | Self::Dm { wanted: false } => "not wanted",
            Self::T200 { last_try: true } => "RC=N200",
            Self::T200 { last_try: false } => "RC<N200",
            Self::Sabme { outstanding: true } => "V(S)≠V(A)",
            Self::Sabme { outstanding: false } => "V(S)=V(A)",
            _ => "",
        }
    }
}
