//! A serial device: its settings, and the open port.

use std::io;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, sleep};
use tokio_serial::{ClearBuffer, DataBits, ErrorKind, FlowControl, SerialPort, SerialStream};

/// How long the last octets of a port that is closed may take to leave.
const DRAIN: Duration = Duration::from_millis(800);
/// How often is looked whether they have left.
const DRAIN_LOOK: Duration = Duration::from_millis(5);

/// A serial device and its settings. 8 data bits, always.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Serial {
    /// The device, for instance `/dev/ttyUSB0`. It is taken exclusively.
    pub device: PathBuf,
    /// Bits per second, 10 of them to an octet. A D-channel needs 115200 for real traffic, 230400 always.
    pub baud: u32,
    /// Who may stop the sender.
    pub flow: Flow,
    /// The check bit of each octet.
    pub parity: Parity,
    /// Stop bits after each octet.
    pub stop_bits: StopBits,
    /// Whether the link is up only while the carrier (DCD) is on. E1 access units drive it from the E1's
    /// synchronisation. A port without modem lines counts as one with carrier.
    pub carrier: bool,
}

/// Who may stop the sender of a serial line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Flow {
    /// Nobody.
    #[default]
    None,
    /// XON and XOFF in the stream; they are then always escaped in frames.
    Software,
    /// The lines RTS and CTS.
    Hardware,
}

/// The check bit of a serial octet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Parity {
    /// No check bit.
    #[default]
    None,
    /// An odd number of ones.
    Odd,
    /// An even number of ones.
    Even,
}

/// The stop bits of a serial octet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StopBits {
    /// One.
    #[default]
    One,
    /// Two.
    Two,
}

impl Serial {
    /// A device at 115200 baud, without flow control, parity or a look at the carrier.
    pub fn new(device: impl Into<PathBuf>) -> Self {
        Self {
            device: device.into(),
            baud: 115_200,
            flow: Flow::None,
            parity: Parity::None,
            stop_bits: StopBits::One,
            carrier: false,
        }
    }
}

/// An open port. Clones are the same port: one reads, one writes, one looks at the carrier.
#[derive(Clone, Debug)]
pub(crate) struct Port(Arc<Mutex<Open>>);

#[derive(Debug)]
struct Open(SerialStream);

impl Port {
    /// `ResourceBusy` if somebody else has the device, `NotFound` if it is not there.
    pub(crate) fn open(serial: &Serial) -> io::Result<Self> {
        let device = serial.device.to_str().ok_or(io::ErrorKind::InvalidInput)?;
        let builder = tokio_serial::new(device, serial.baud)
            .data_bits(DataBits::Eight)
            .exclusive(true)
            .dtr_on_open(true)
            .flow_control(match serial.flow {
                Flow::None => FlowControl::None,
                Flow::Software => FlowControl::Software,
                Flow::Hardware => FlowControl::Hardware,
            })
            .parity(match serial.parity {
                Parity::None => tokio_serial::Parity::None,
                Parity::Odd => tokio_serial::Parity::Odd,
                Parity::Even => tokio_serial::Parity::Even,
            })
            .stop_bits(match serial.stop_bits {
                StopBits::One => tokio_serial::StopBits::One,
                StopBits::Two => tokio_serial::StopBits::Two,
            });
        match SerialStream::open(&builder) {
            Ok(stream) => Ok(Self(Arc::new(Mutex::new(Open(stream))))),
            // The library says this of a device that is locked, by the terminal driver or by flock.
            Err(error) if error.kind == ErrorKind::NoDevice => {
                Err(io::Error::new(io::ErrorKind::ResourceBusy, error))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Whether the carrier is on, or there is nothing that could tell.
    pub(crate) fn carrier(&self) -> bool {
        // A pseudo terminal and many USB bridges have no modem lines and answer ENOTTY.
        self.lock().0.read_carrier_detect().unwrap_or(true)
    }

    /// Waits until what was written has left, for a moment at most.
    pub(crate) async fn drain(&self) {
        let start = Instant::now();
        while start.elapsed() < DRAIN && self.lock().unsent() {
            sleep(DRAIN_LOOK).await;
        }
    }

    /// What panicked while it held the lock did so between two calls of the system.
    fn lock(&self) -> MutexGuard<'_, Open> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    fn unsent(&self) -> bool {
        self.0.bytes_to_write().is_ok_and(|octets| octets > 0)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        // Else the kernel would hold this thread until the octets have left, for half a minute if they cannot.
        if self.unsent() {
            let _ = self.0.clear(ClearBuffer::Output);
        }
    }
}

impl AsyncRead for Port {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.lock().0).poll_read(context, into)
    }
}

impl AsyncWrite for Port {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, octets: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.lock().0).poll_write(context, octets)
    }

    /// Nothing is kept here, and to wait for the device would hold the thread: see [`Port::drain`].
    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
