//! The capture of a running node.

use std::{
    fs::{self, File},
    io::{self, BufWriter},
    path::{Path, PathBuf},
};

use qsig_capture::{Format, Record, Trunk, WriteError, Writer};
use qsig_core::Side;
use tracing::warn;

/// A capture file with an interface for each trunk.
pub(crate) struct Recorder {
    path: PathBuf,
    writer: Writer<BufWriter<File>>,
}

impl Recorder {
    /// Begins a file. pcap holds one trunk only.
    pub(crate) fn create(path: &Path, trunks: &[Trunk]) -> Result<Self, String> {
        let failed = |error: &dyn std::fmt::Display| {
            format!("{}: {error}; choose another place with --pcap", path.display())
        };
        let Some((first, others)) = trunks.split_first() else {
            return Err("there is no trunk to record: leave --pcap out".into());
        };
        let pcap = path.extension().is_some_and(|extension| extension == "pcap");
        let format = if pcap { Format::Pcap } else { Format::PcapNg };
        keep_older(path).map_err(|error| failed(&error))?;
        let file = File::create(path).map_err(|error| failed(&error))?;
        let mut writer = Writer::new(BufWriter::new(file), format, first).map_err(|error| failed(&error))?;
        for trunk in others {
            writer.add_trunk(trunk).map_err(|error| failed(&error))?;
        }
        Ok(Self { path: path.into(), writer })
    }

    /// Writes a frame through to the disk.
    pub(crate) fn frame(
        &mut self,
        trunk: u32,
        time: u64,
        sender: Side,
        octets: &[u8],
    ) -> Result<(), WriteError> {
        self.writer.write(&Record { interface: trunk, ..Record::new(time, sender, octets) })?;
        self.writer.flush()
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

/// A recording that is there already may be all that is left of what somebody wants to know: it gets a number.
fn keep_older(path: &Path) -> io::Result<()> {
    if !path.is_file() {
        return Ok(());
    }
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    for number in 1_u32.. {
        let kept = path.with_extension(format!("{number}.{extension}"));
        if !kept.exists() {
            fs::rename(path, &kept)?;
            warn!("{} was there already and is {} now", path.display(), kept.display());
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_recording_is_kept_under_a_number() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("trunk.pcapng");
        let trunk = Trunk { name: "trunk".into(), local: Side::Network };
        for content in ["first", "second"] {
            fs::write(&path, content).unwrap();
            Recorder::create(&path, std::slice::from_ref(&trunk)).unwrap();
        }
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!((read("trunk.1.pcapng"), read("trunk.2.pcapng")), ("first".into(), "second".into()));
    }
}
