use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

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
    /// Somebody listens at this UNIX socket already.
    #[error(
        "{} is in use: stop the program that listens there, or choose another path", .0.display()
    )]
    SocketInUse(PathBuf),
    /// There is something at the path that is no socket; it is left as it is.
    #[error("{} is there and is no socket: remove it, or choose another path", .0.display())]
    NotASocket(PathBuf),
    /// The UNIX socket cannot be made.
    #[error("cannot listen at {}: {error}; is its folder there, and writable?", path.display())]
    ListenUnix {
        /// The configured path.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// Another program, or another link, has the serial device.
    #[error(
        "{} is in use: stop the program that has it open, or choose another device", .0.display()
    )]
    DeviceInUse(PathBuf),
    /// The serial device is there but cannot be used. (One that is not there is waited for.)
    #[error("cannot open {}: {error}; is it a serial port, and may this user open it (group dialout)?", device.display())]
    Device {
        /// The configured device.
        device: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// `len16` on a serial line.
    #[error(
        "a serial line cannot carry the framing len16: after one lost octet no frame would be found again. \
         Choose hdlc-octets"
    )]
    Len16OnSerial,
    /// Software flow control under a bit stream.
    #[error(
        "software flow control eats octets of a bit stream: choose the framing hdlc-octets, \
         or flow control none or hardware"
    )]
    SoftwareFlowOnBits,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_errors_say_what_to_do() {
        let address: SocketAddr = "192.0.2.1:7001".parse().unwrap();
        assert!(OpenError::Insecure(address).to_string().contains("set `insecure = true`"));
        assert!(
            OpenError::PortInUse(address).to_string().starts_with("port 7001 of 192.0.2.1 is in use: stop")
        );
        assert!(OpenError::SocketInUse("a.sock".into()).to_string().starts_with("a.sock is in use: stop"));
    }
}
