use std::path::{Path, PathBuf};
use std::sync::Mutex;

use qsig_hdlc::{EscapeMap, MAX_FRAME, OctetDecoder, OctetEncoder, Received};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    runtime::Runtime,
};
use tokio_serial::{SerialPort, SerialStream};

/// The library's way of making pairs is not made for threads.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A serial line to the libpri peer, which speaks TCP only.
///
/// The line is a pseudo terminal that carries octet-stuffed HDLC, with FCS; on TCP each frame goes without FCS, behind
/// its length in two octets. The device is plugged in when the peer connects. There is one peer only; the device stays
/// when it goes, and the line is cut when this is dropped.
pub struct SerialBridge {
    device: PathBuf,
    port: u16,
    _runtime: Runtime,
    _folder: TempDir,
}

impl SerialBridge {
    /// A new line, and a port that waits for the peer.
    #[allow(clippy::new_without_default, reason = "it opens things")]
    pub fn new() -> Self {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let device = folder.path().join("tty");
        let peers = runtime.block_on(TcpListener::bind(("127.0.0.1", 0))).unwrap();
        let port = peers.local_addr().unwrap().port();
        let name = device.clone();
        runtime.spawn(async move {
            let (peer, _) = peers.accept().await.unwrap();
            let [far, near] = pair();
            std::os::unix::fs::symlink(near.name().unwrap(), name).unwrap();
            carry(far, peer).await;
            // Held until now, or the far end would fail before somebody opens the device.
            drop(near);
        });
        Self { device, port, _runtime: runtime, _folder: folder }
    }

    /// What the node opens.
    pub fn device(&self) -> &Path {
        &self.device
    }

    /// Where the peer connects.
    pub fn port(&self) -> u16 {
        self.port
    }
}

fn pair() -> [SerialStream; 2] {
    let _one = ONE_AT_A_TIME.lock().unwrap();
    SerialStream::pair().unwrap().into()
}

async fn carry(line: SerialStream, mut peer: TcpStream) {
    peer.set_nodelay(true).unwrap();
    let (mut from_peer, mut to_peer) = peer.split();
    let (mut from_line, mut to_line) = tokio::io::split(line);
    let onto_the_line = async {
        let encoder = OctetEncoder::new(EscapeMap::empty());
        while let Ok(length) = from_peer.read_u16().await {
            let mut frame = vec![0; length.into()];
            from_peer.read_exact(&mut frame).await.unwrap();
            let mut octets = Vec::new();
            encoder.frame(&frame, &mut octets);
            to_line.write_all(&octets).await.unwrap();
        }
    };
    let off_the_line = async {
        let mut decoder = OctetDecoder::new(EscapeMap::empty(), MAX_FRAME);
        let mut octets = [0; 1_024];
        while let Ok(got) = from_line.read(&mut octets).await {
            let mut frames = Vec::new();
            decoder.push(&octets[..got], &mut |received| match received {
                Received::Frame(frame) => {
                    frames.extend(u16::try_from(frame.len()).unwrap().to_be_bytes());
                    frames.extend(frame);
                }
                Received::Damaged(damage) => panic!("the line damaged a frame: {damage:?}"),
            });
            // Nobody listens any more when libpri is done.
            let _ = to_peer.write_all(&frames).await;
        }
    };
    tokio::join!(onto_the_line, off_the_line);
}
