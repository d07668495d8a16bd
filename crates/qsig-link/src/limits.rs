//! How much is taken, kept and waited for. `docs/limits.md` lists these with those of the other crates.

/// Octets that may wait for a socket, each frame counted with two more. Far more than a window of layer 2.
pub(crate) const SOCKET_LIMIT: usize = 65_536;

/// Octets that may wait for a line of 64 kbit/s or so: a second of it, and four windows of layer 2.
pub(crate) const LINE_LIMIT: usize = 8_192;

/// Octets read at once.
pub(crate) const READ: usize = 4_096;

/// Events that may wait for [`Link::next`](crate::Link::next); then nothing more is read from the socket.
pub(crate) const EVENTS: usize = 256;
