use qsig_core::Side;

/// One frame of a capture file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Microseconds since the Unix epoch; 0 where the file has no time (pcapng's Simple Packet Block, a log without
    /// times). A log that tells no year, or no date at all, is put into 1970.
    pub time: u64,
    /// The side that sent the frame; `None` where the file does not tell it (link type 203).
    pub direction: Option<Side>,
    /// Whether `direction` was concluded, and not told by the file.
    pub direction_guessed: bool,
    /// Which interface of the file it was seen at: an index into [`Reader::interfaces`](crate::Reader::interfaces)
    /// or what [`Writer::add_trunk`](crate::Writer::add_trunk) gave. Always 0 in a pcap file.
    pub interface: u32,
    /// What `octets` are.
    pub content: Content,
    /// The LAPD frame, address to information, without pseudo header, flags and FCS; or only the message in it.
    pub octets: Vec<u8>,
    /// Octets of the frame that were on the line but are not in the file (a snapshot length cut them off).
    pub missing: u32,
}

impl Record {
    /// A whole frame seen at the only trunk of a file.
    pub fn new(time: u64, sender: Side, octets: impl Into<Vec<u8>>) -> Self {
        Self {
            time,
            direction: Some(sender),
            direction_guessed: false,
            interface: 0,
            content: Content::Frame,
            octets: octets.into(),
            missing: 0,
        }
    }
}

/// What the octets of a record are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Content {
    /// A LAPD frame from its address on.
    #[default]
    Frame,
    /// A Q.931 message from its protocol discriminator on: what a log shows of an I frame that tells nothing of
    /// layer 2.
    Message,
}

/// An interface that a file's frames were seen at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// Its name (a trunk, in our files); pcap has none.
    pub name: Option<String>,
    /// What its packets begin with.
    pub link_type: LinkType,
}

/// What a packet of a capture file begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkType {
    /// 177: the 16-octet pseudo header, then the LAPD frame.
    LinuxLapd,
    /// 203: the LAPD frame.
    Lapd,
    /// No D-channel, for instance 1 for Ethernet.
    Other(u32),
}

impl LinkType {
    /// What it is in a file whose link types for private use are, or are not, LAPD frames.
    pub(crate) const fn of_file(self, private: bool) -> Self {
        match self {
            Self::Other(147..=162) if private => Self::Lapd,
            other => other,
        }
    }
}

impl From<u32> for LinkType {
    fn from(number: u32) -> Self {
        match number {
            177 => Self::LinuxLapd,
            203 => Self::Lapd,
            other => Self::Other(other),
        }
    }
}

/// A trunk whose frames are written to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trunk {
    /// The name that Wireshark shows as the interface; at most 255 octets of it are written, and none in pcap.
    pub name: String,
    /// Which side of the data link the recording node is.
    pub local: Side,
}
