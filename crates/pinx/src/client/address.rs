//! Where a node's interface is.

use std::{fmt, net::SocketAddr, path::PathBuf, str::FromStr};

/// The address of a node's interface, as it is written: `unix:milan.sock` or `tcp:127.0.0.1:8101`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Address {
    /// A UNIX socket, guarded by its file mode.
    Unix(PathBuf),
    /// Loopback TCP, guarded by a token.
    Tcp(SocketAddr),
}

/// The text is no address of an interface.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum AddressError {
    /// It begins with neither `unix:` nor `tcp:`, or nothing follows.
    #[error("an address is unix:PATH or tcp:127.0.0.1:PORT")]
    Kind,
    /// What follows `tcp:` is no IP address with a port.
    #[error("`{0}` is no IP address with a port, as in tcp:127.0.0.1:8101")]
    Socket(String),
    /// The interface is not encrypted, so a node offers it on its own machine only.
    #[error("{0} is not on this machine, and the token would cross the network in the clear")]
    NotLoopback(SocketAddr),
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        match text.split_once(':') {
            Some(("unix", path)) if !path.is_empty() => Ok(Self::Unix(path.into())),
            Some(("tcp", socket)) => {
                let socket: SocketAddr = socket.parse().map_err(|_| AddressError::Socket(socket.into()))?;
                if socket.ip().is_loopback() {
                    Ok(Self::Tcp(socket))
                } else {
                    Err(AddressError::NotLoopback(socket))
                }
            }
            _ => Err(AddressError::Kind),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unix(path) => write!(f, "unix:{}", path.display()),
            Self::Tcp(socket) => write!(f, "tcp:{socket}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_is_written() {
        for text in ["unix:milan.sock", "unix:a:b", "tcp:127.0.0.1:8101", "tcp:[::1]:8101"] {
            assert_eq!(text.parse::<Address>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_address_on_this_machine_is_refused() {
        let refusal = |text: &str| text.parse::<Address>().unwrap_err();
        for text in ["", "unix", "unix:", "pinx.sock", "http://127.0.0.1:8101"] {
            assert_eq!(refusal(text), AddressError::Kind, "{text}");
        }
        assert_eq!(refusal("tcp:8101"), AddressError::Socket("8101".into()));
        let far = "192.0.2.1:8101".parse().unwrap();
        assert_eq!(refusal("tcp:192.0.2.1:8101"), AddressError::NotLoopback(far));
    }
}
