//! How much is taken, kept and waited for. `docs/limits.md` lists these with those of the other crates.

/// The longest packet taken: what tcpdump takes as the longest. More is a sign of a broken file.
pub(crate) const LONGEST_PACKET: u32 = 262_144;

/// The longest block that is looked into: a longest packet with room for its options.
pub(crate) const LONGEST_BLOCK: u32 = 327_680;

/// More interfaces than a node has trunks; a file with more is taken for a broken one.
pub(crate) const MOST_INTERFACES: usize = 4_096;

/// More interfaces than a log of one system has; what comes after is counted to the last one.
pub(crate) const MOST_LOG_INTERFACES: usize = 256;

/// The longest name kept of an interface.
pub(crate) const LONGEST_NAME: usize = 255;

/// The longest frame that is put together of several lines.
pub(crate) const LONGEST_TEXT_FRAME: usize = 65_535;

/// The longest frame that is taken: far more than a D-channel has, for what else runs on a serial line.
pub(crate) const LONGEST_HDLC_FRAME: usize = 4_096;

/// The longest line that is looked at, in octets. A frame of 260 octets in hex has 800 characters.
pub(crate) const LONGEST_LINE: usize = 16_384;

/// How much of a file is looked at to recognise it.
pub(crate) const SAMPLE: usize = 262_144;

/// How much is read at once.
pub(crate) const BUFFER: usize = 65_536;

/// The longest packet that the files announce, pseudo header included.
pub(crate) const SNAP_LENGTH: u32 = 65_535;
