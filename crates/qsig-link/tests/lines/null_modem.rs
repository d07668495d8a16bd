//! Two pseudo terminals and the wires between them.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt, ReadHalf, WriteHalf};
use tokio::task::JoinHandle;
use tokio::time::sleep;
use tokio_serial::{SerialPort, SerialStream};

/// What the wire makes of an octet: another one, or none.
pub(crate) type Wire = fn(u8) -> Option<u8>;

/// The library's way of making pairs is not made for threads.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// The far side of a device, under a name that stays when the device goes and comes back.
pub(crate) struct Device {
    folder: TempDir,
}

/// A plugged device: as long as this lives it can be opened.
pub(crate) struct Plugged {
    pub(crate) far: SerialStream,
    /// Keeps the far side from failing before somebody opens the device.
    _near: SerialStream,
}

impl Device {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("ttyTEST")
    }

    pub(crate) fn plug(&self) -> Plugged {
        let _one = ONE_AT_A_TIME.lock().unwrap();
        let (far, near) = SerialStream::pair().unwrap();
        let name = near.name().unwrap();
        let _ = std::fs::remove_file(self.path());
        std::os::unix::fs::symlink(Path::new(&name), self.path()).unwrap();
        Plugged { far, _near: near }
    }
}

/// Two devices with a cable between them; the cable is cut when this is dropped.
pub(crate) struct NullModem {
    pub(crate) devices: [PathBuf; 2],
    _folders: [Device; 2],
    wires: [JoinHandle<()>; 2],
    seen: Arc<Mutex<Vec<u8>>>,
}

impl NullModem {
    pub(crate) fn new(wire: Wire) -> Self {
        let folders = [Device::new(), Device::new()];
        let [a, b] = [&folders[0], &folders[1]].map(|device| {
            let Plugged { far, _near: near } = device.plug();
            let (from, to) = tokio::io::split(far);
            (from, to, near)
        });
        let seen = Arc::new(Mutex::new(vec![]));
        let wires = [
            tokio::spawn(run(a.0, b.1, wire, Some(Arc::clone(&seen)), a.2)),
            tokio::spawn(run(b.0, a.1, wire, None, b.2)),
        ];
        Self { devices: [folders[0].path(), folders[1].path()], _folders: folders, wires, seen }
    }

    /// What the first device has sent so far.
    pub(crate) fn seen(&self) -> Vec<u8> {
        self.seen.lock().unwrap().clone()
    }
}

impl Drop for NullModem {
    fn drop(&mut self) {
        for wire in &self.wires {
            wire.abort();
        }
    }
}

async fn run(
    mut from: ReadHalf<SerialStream>,
    mut to: WriteHalf<SerialStream>,
    wire: Wire,
    seen: Option<Arc<Mutex<Vec<u8>>>>,
    _near: SerialStream,
) {
    let mut octets = [0; 1_024];
    loop {
        let Ok(got) = from.read(&mut octets).await else {
            sleep(Duration::from_millis(1)).await;
            continue;
        };
        if let Some(seen) = &seen {
            seen.lock().unwrap().extend_from_slice(&octets[..got]);
        }
        let passed: Vec<u8> = octets[..got].iter().copied().filter_map(wire).collect();
        if to.write_all(&passed).await.is_err() {
            return;
        }
    }
}
