//! The file of a UNIX socket: made, guarded, and taken away.

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::net::{UnixListener, UnixStream};
use tokio::time::timeout;

use crate::open_error::OpenError;

/// How long a listener that may be dead has to take a connection.
const PROBE: Duration = Duration::from_secs(1);

/// The file of a socket, removed with this value if it is still the one that was made.
#[derive(Debug)]
pub(crate) struct SocketFile {
    path: PathBuf,
    /// Device and inode.
    made: Option<(u64, u64)>,
}

/// Listens at `path`. A socket that nobody answers at is replaced; anything else there is left alone.
pub(crate) async fn listen(path: &Path) -> Result<(UnixListener, SocketFile), OpenError> {
    let failed = |error| OpenError::ListenUnix { path: path.to_owned(), error };
    let listener = match UnixListener::bind(path) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            make_way(path).await?;
            UnixListener::bind(path).map_err(failed)?
        }
        bound => bound.map_err(failed)?,
    };
    let file = SocketFile { path: path.to_owned(), made: identity(path) };
    // Who can reach the socket can place calls.
    fs::set_permissions(path, Permissions::from_mode(0o600)).map_err(failed)?;
    Ok((listener, file))
}

/// Removes what a dead listener has left.
async fn make_way(path: &Path) -> Result<(), OpenError> {
    let failed = |error| OpenError::ListenUnix { path: path.to_owned(), error };
    let there = fs::symlink_metadata(path).map_err(failed)?;
    if !there.file_type().is_socket() {
        return Err(OpenError::NotASocket(path.to_owned()));
    }
    match timeout(PROBE, UnixStream::connect(path)).await {
        Ok(Err(error)) if error.kind() == ErrorKind::ConnectionRefused => {
            fs::remove_file(path).map_err(failed)
        }
        // It was taken away this moment.
        Ok(Err(error)) if error.kind() == ErrorKind::NotFound => Ok(()),
        _ => Err(OpenError::SocketInUse(path.to_owned())),
    }
}

impl SocketFile {
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for SocketFile {
    fn drop(&mut self) {
        if self.made.is_some() && identity(&self.path) == self.made {
            // One that stays is found dead by the next listener.
            let _: io::Result<()> = fs::remove_file(&self.path);
        }
    }
}

fn identity(path: &Path) -> Option<(u64, u64)> {
    fs::symlink_metadata(path).ok().map(|file| (file.dev(), file.ino()))
}
