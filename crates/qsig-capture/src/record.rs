use qsig_core::Side;

/// One frame of a capture file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Microseconds since the Unix epoch; 0 where the file has no time (pcapng's Simple Packet Block).
    pub time: u64,
    /// The side that sent the frame; `None` where the file does not tell it (link type 203).
    pub direction: Option<Side>,
    /// Which interface of the file it was seen at: an index into [`Reader::interfaces`](crate::Reader::interfaces)
    /// or what [`Writer::add_trunk`](crate::Writer::add_trunk) gave. Always 0 in a pcap file.
    pub interface: u32,
    /// The LAPD frame, address to information, without pseudo header, flags and FCS.
    pub octets: Vec<u8>,
    /// Octets of the frame that were on the line but are not in the file (a snapshot length cut them off).
    pub missing: u32,
}

impl Record {
    /// A whole frame seen at the only trunk of a file.
    pub fn new(time: u64, sender: Side, octets: impl Into<Vec<u8>>) -> Self {
        Self { time, direction: Some(sender), interface: 0, octets: octets.into(), missing: 0 }
    }
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
