use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use qsig_hdlc::EscapeMap;

use crate::framer::Framing;
use crate::open_error::OpenError;
use crate::serial::{Flow, Serial};

/// How often a serial line says that it is there, unless set.
const KEEP_ALIVE: Duration = Duration::from_secs(1);

/// What a link is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LinkConfig {
    /// Whether to wait for the far end, to go to it, or to open a device.
    pub role: Role,
    /// How frames are told apart; both ends need the same.
    pub framing: Framing,
    /// Takes addresses other than loopback, unencrypted: whoever reaches the port can place calls.
    pub insecure: bool,
    /// How long to wait between attempts to connect or to open the device.
    pub backoff: Backoff,
    /// A connection that took nothing we sent for so long is closed, and one that gave nothing for so long
    /// makes way for a new one. More than T203, after which a healthy far end has spoken. 30 s unless set.
    pub stale_after: Duration,
    /// After so long without a frame to send, the far end is told that we are still there: a flag in octet-stuffed
    /// HDLC, an empty frame in `len16`. `None`: never. 1 s on a serial line, `None` on sockets unless set. Means
    /// nothing to a bit stream, which is never silent.
    pub keep_alive: Option<Duration>,
}

/// What a link runs over, and which end opens the connection. This has nothing to do with the sides user and
/// network of the data link.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// Waits for a TCP connection at this address; port 0 takes any free one.
    Listen(SocketAddr),
    /// Connects to this TCP address, again and again.
    Connect(SocketAddr),
    /// Waits for a connection at a UNIX socket, which is made with mode 0600. What a listener that is dead has
    /// left there is replaced.
    ListenUnix(PathBuf),
    /// Connects to a UNIX socket, again and again.
    ConnectUnix(PathBuf),
    /// Opens a serial device, and again when it has gone and come back.
    Serial(Serial),
}

/// The wait after an attempt to connect: doubled each time, from the first to the longest. It begins anew once
/// the far end has sent something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Backoff {
    /// 200 ms unless set.
    pub first: Duration,
    /// 5 s unless set.
    pub longest: Duration,
}

impl LinkConfig {
    /// A link with the default times that takes loopback addresses only.
    pub const fn new(role: Role, framing: Framing) -> Self {
        let keep_alive = match role {
            Role::Serial(_) => Some(KEEP_ALIVE),
            _ => None,
        };
        Self {
            role,
            framing,
            insecure: false,
            backoff: Backoff::DEFAULT,
            stale_after: Duration::from_secs(30),
            keep_alive,
        }
    }

    /// Refuses an address that needs `insecure`, and a framing that the line cannot carry.
    pub(crate) fn check(&self) -> Result<(), OpenError> {
        match &self.role {
            Role::Listen(address) | Role::Connect(address) => {
                if self.insecure || address.ip().to_canonical().is_loopback() {
                    return Ok(());
                }
                Err(OpenError::Insecure(*address))
            }
            Role::ListenUnix(_) | Role::ConnectUnix(_) => Ok(()),
            Role::Serial(serial) => match (self.framing, serial.flow) {
                (Framing::Len16, _) => Err(OpenError::Len16OnSerial),
                (Framing::HdlcBits { .. }, Flow::Software) => Err(OpenError::SoftwareFlowOnBits),
                _ => Ok(()),
            },
        }
    }

    /// The framing as it goes on the line: what software flow control uses has to be escaped.
    pub(crate) fn line_framing(&self) -> Framing {
        match (self.framing, &self.role) {
            (Framing::HdlcOctets { escape }, Role::Serial(Serial { flow: Flow::Software, .. })) => {
                Framing::HdlcOctets { escape: escape | EscapeMap::XON | EscapeMap::XOFF }
            }
            (framing, _) => framing,
        }
    }
}

impl Backoff {
    const DEFAULT: Self = Self { first: Duration::from_millis(200), longest: Duration::from_secs(5) };

    /// The wait after `failures` attempts, 0 for the first.
    pub(crate) fn wait(self, failures: u32) -> Duration {
        self.first.saturating_mul(1_u32.checked_shl(failures).unwrap_or(u32::MAX)).min(self.longest)
    }
}

impl Default for Backoff {
    fn default() -> Self {
        Self::DEFAULT
    }
}

#[cfg(test)]
mod tests {
    use qsig_hdlc::{BitOrder, Idle};

    use super::*;

    #[test]
    fn the_wait_doubles_up_to_the_longest() {
        let waits: Vec<_> = (0..7).map(|failures| Backoff::DEFAULT.wait(failures).as_millis()).collect();
        assert_eq!(waits, [200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
        assert_eq!(Backoff::DEFAULT.wait(u32::MAX).as_millis(), 5_000);
    }

    #[test]
    fn only_loopback_is_taken_without_insecure() {
        for (address, taken) in [
            ("127.0.0.1:1", true),
            ("127.9.9.9:1", true),
            ("[::1]:1", true),
            ("[::ffff:127.0.0.1]:1", true),
            ("0.0.0.0:1", false),
            ("[::]:1", false),
            ("192.0.2.1:1", false),
        ] {
            let address = address.parse().unwrap();
            for role in [Role::Listen(address), Role::Connect(address)] {
                let mut config = LinkConfig::new(role, Framing::Len16);
                assert_eq!(config.check().is_ok(), taken, "{address}");
                config.insecure = true;
                assert!(config.check().is_ok());
            }
        }
    }

    fn serial(flow: Flow, framing: Framing) -> LinkConfig {
        LinkConfig::new(Role::Serial(Serial { flow, ..Serial::new("ttyS0") }), framing)
    }

    #[test]
    fn a_serial_line_takes_only_framings_that_it_can_carry() {
        let octets = Framing::HdlcOctets { escape: EscapeMap::empty() };
        let bits = Framing::HdlcBits { order: BitOrder::Msb, idle: Idle::Flags };
        for flow in [Flow::None, Flow::Software, Flow::Hardware] {
            assert!(matches!(serial(flow, Framing::Len16).check(), Err(OpenError::Len16OnSerial)));
            assert!(serial(flow, octets).check().is_ok());
            assert_eq!(serial(flow, bits).check().is_ok(), flow != Flow::Software);
        }
    }

    #[test]
    fn software_flow_control_adds_xon_and_xoff_to_what_is_escaped() {
        let octets = |escape| Framing::HdlcOctets { escape };
        let both = EscapeMap::XON | EscapeMap::XOFF;
        let mine = EscapeMap::XON_BIT_8;
        assert_eq!(serial(Flow::Software, octets(mine)).line_framing(), octets(mine | both));
        assert_eq!(serial(Flow::Hardware, octets(mine)).line_framing(), octets(mine));
    }

    #[test]
    fn only_a_serial_line_keeps_itself_alive_unasked() {
        let octets = Framing::HdlcOctets { escape: EscapeMap::empty() };
        assert_eq!(serial(Flow::None, octets).keep_alive, Some(Duration::from_secs(1)));
        assert_eq!(LinkConfig::new(Role::ListenUnix("a".into()), octets).keep_alive, None);
    }
}
