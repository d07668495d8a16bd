//! The capture of a running node.

use std::{
    fs::File,
    io::BufWriter,
    path::{Path, PathBuf},
};

use qsig_capture::{Format, Record, Trunk, WriteError, Writer};
use qsig_core::Side;

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
