//! What stands behind `--link`, `--framing` and `--escape`.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;

use qsig_link::{EscapeMap, Flow, Parity, Role, Serial, StopBits};

/// One end of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Spec {
    /// `tcp:ADDRESS:PORT`
    Tcp(SocketAddr),
    /// `unix:PATH`
    Unix(PathBuf),
    /// `serial:DEVICE,BAUD,...`
    Serial(Serial),
}

impl Spec {
    /// What the first end does with it: listen, or open the device.
    pub(crate) fn first(&self) -> Role {
        match self {
            Self::Tcp(address) => Role::Listen(*address),
            Self::Unix(path) => Role::ListenUnix(path.clone()),
            Self::Serial(serial) => Role::Serial(serial.clone()),
        }
    }

    /// What the second end does with it: connect, or open the device.
    pub(crate) fn second(&self) -> Role {
        match self {
            Self::Tcp(address) => Role::Connect(*address),
            Self::Unix(path) => Role::ConnectUnix(path.clone()),
            Self::Serial(serial) => Role::Serial(serial.clone()),
        }
    }
}

impl fmt::Display for Spec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp(address) => write!(f, "tcp:{address}"),
            Self::Unix(path) => write!(f, "unix:{}", path.display()),
            Self::Serial(serial) => write!(f, "serial:{},{}", serial.device.display(), serial.baud),
        }
    }
}

impl FromStr for Spec {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            Some(("tcp", address)) => address
                .parse()
                .map(Self::Tcp)
                .map_err(|_| format!("`{address}` is no address and port, as in tcp:127.0.0.1:7001")),
            Some(("unix", path)) if !path.is_empty() => Ok(Self::Unix(path.into())),
            Some(("serial", line)) => serial(line).map(Self::Serial),
            _ => Err("a link is tcp:ADDRESS:PORT, unix:PATH or serial:DEVICE,BAUD".to_owned()),
        }
    }
}

fn serial(line: &str) -> Result<Serial, String> {
    let mut parts = line.split(',');
    let device = parts.next().filter(|device| !device.is_empty());
    let mut serial = Serial::new(device.ok_or("which device, as in serial:/dev/ttyUSB0,115200?")?);
    for part in parts {
        match part.split_once('=') {
            None if part == "carrier" => serial.carrier = true,
            Some(("flow", "none")) => serial.flow = Flow::None,
            Some(("flow", "software")) => serial.flow = Flow::Software,
            Some(("flow", "hardware")) => serial.flow = Flow::Hardware,
            Some(("parity", "none")) => serial.parity = Parity::None,
            Some(("parity", "odd")) => serial.parity = Parity::Odd,
            Some(("parity", "even")) => serial.parity = Parity::Even,
            Some(("stop-bits", "1")) => serial.stop_bits = StopBits::One,
            Some(("stop-bits", "2")) => serial.stop_bits = StopBits::Two,
            _ => {
                serial.baud = part.parse().ok().filter(|baud| *baud > 0).ok_or_else(|| {
                    format!(
                        "`{part}` is neither a baud rate nor flow=none|software|hardware, \
                         parity=none|odd|even, stop-bits=1|2, carrier"
                    )
                })?;
            }
        }
    }
    Ok(serial)
}

/// Reads `--escape`: names and octets in hex, separated by commas.
pub(crate) fn escape(text: &str) -> Result<EscapeMap, String> {
    let mut map = EscapeMap::empty();
    for part in text.split(',') {
        map |= match part {
            "none" => EscapeMap::empty(),
            "xon" => EscapeMap::XON | EscapeMap::XOFF,
            "xon8" => EscapeMap::XON_BIT_8 | EscapeMap::XOFF_BIT_8,
            "controls" => EscapeMap::CONTROLS,
            octet => u8::from_str_radix(octet, 16).ok().and_then(EscapeMap::of).ok_or_else(|| {
                format!("`{octet}` is none of: none, xon, xon8, controls, 00 to 1f, 91, 93")
            })?,
        };
    }
    Ok(map)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_kinds_are_read_and_shown() {
        for text in ["tcp:127.0.0.1:0", "tcp:[::1]:7001", "unix:a.sock", "serial:/dev/ttyS0,9600"] {
            assert_eq!(text.parse::<Spec>().unwrap().to_string(), text);
        }
        let all: Spec = "serial:ttyS0,flow=hardware,19200,parity=even,stop-bits=2,carrier".parse().unwrap();
        let wanted = Serial {
            baud: 19_200,
            flow: Flow::Hardware,
            parity: Parity::Even,
            stop_bits: StopBits::Two,
            carrier: true,
            ..Serial::new("ttyS0")
        };
        assert_eq!(all, Spec::Serial(wanted));
    }

    #[test]
    fn what_is_no_link_is_refused_with_the_right_form() {
        for (text, told) in [
            ("tcp:localhost", "127.0.0.1:7001"),
            ("serial:", "which device"),
            ("serial:ttyS0,0", "neither a baud rate"),
            ("serial:ttyS0,flow=soft", "flow=none|software|hardware"),
            ("unix:", "unix:PATH"),
            ("127.0.0.1:1", "tcp:ADDRESS:PORT"),
        ] {
            let error = text.parse::<Spec>().unwrap_err();
            assert!(error.contains(told), "{text}: {error}");
        }
    }

    #[test]
    fn escape_takes_names_and_octets() {
        assert_eq!(escape("none"), Ok(EscapeMap::empty()));
        assert_eq!(escape("11,13"), escape("xon"));
        assert_eq!(escape("xon,93"), Ok(EscapeMap::XON | EscapeMap::XOFF | EscapeMap::XOFF_BIT_8));
        assert!(escape("7e").is_err());
    }
}
