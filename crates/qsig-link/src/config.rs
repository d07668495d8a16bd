use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use crate::framer::Framing;

/// What a link is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LinkConfig {
    /// Whether to wait for the far end or to go to it.
    pub role: Role,
    /// How frames are told apart; both ends need the same.
    pub framing: Framing,
    /// Takes addresses other than loopback, unencrypted: whoever reaches the port can place calls.
    pub insecure: bool,
    /// How long to wait between attempts to connect.
    pub backoff: Backoff,
    /// A connection that took nothing we sent for so long is closed, and one that gave nothing for so long
    /// makes way for a new one. More than T203, after which a healthy far end has spoken. 30 s unless set.
    pub stale_after: Duration,
}

/// Which end opens the connection. This has nothing to do with the sides user and network of the data link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Waits for a connection at this address; port 0 takes any free one.
    Listen(SocketAddr),
    /// Connects to this address, again and again.
    Connect(SocketAddr),
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

/// Why a link could not be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The address is not loopback and `insecure` is not set.
    #[error(
        "{0} is not a loopback address, and the link is not encrypted: whoever reaches it can place calls. \
         Link the nodes through a tunnel (WireGuard, IPsec, ssh) that ends at a loopback address, \
         or set `insecure = true` on a network that you trust"
    )]
    Insecure(SocketAddr),
    /// Somebody listens there already.
    #[error(
        "port {port} of {address} is in use: stop the program that listens there, or choose another port \
         in `listen`", port = .0.port(), address = .0.ip()
    )]
    PortInUse(SocketAddr),
    /// The port cannot be listened at.
    #[error("cannot listen at {address}: {error}")]
    Listen {
        /// The configured address.
        address: SocketAddr,
        /// What the system says.
        error: io::Error,
    },
}

impl LinkConfig {
    /// A link with the default times that takes loopback addresses only.
    pub const fn new(role: Role, framing: Framing) -> Self {
        Self {
            role,
            framing,
            insecure: false,
            backoff: Backoff::DEFAULT,
            stale_after: Duration::from_secs(30),
        }
    }

    /// Refuses an address that needs `insecure`.
    pub(crate) fn check(&self) -> Result<(), OpenError> {
        let (Role::Listen(address) | Role::Connect(address)) = self.role;
        if self.insecure || address.ip().to_canonical().is_loopback() {
            return Ok(());
        }
        Err(OpenError::Insecure(address))
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
                assert_eq!(config.check().is_ok(), taken, "{role:?}");
                config.insecure = true;
                assert!(config.check().is_ok());
            }
        }
    }

    #[test]
    fn the_errors_say_what_to_do() {
        let address: SocketAddr = "192.0.2.1:7001".parse().unwrap();
        assert!(OpenError::Insecure(address).to_string().contains("set `insecure = true`"));
        assert!(
            OpenError::PortInUse(address).to_string().starts_with("port 7001 of 192.0.2.1 is in use: stop")
        );
    }
}
