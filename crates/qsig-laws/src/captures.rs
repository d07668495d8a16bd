//! Capture files.

use qsig_capture::Reader;

/// Records hold no more octets than the file, and a file ends.
pub fn container(octets: &[u8]) {
    let Ok(reader) = Reader::new(octets) else { return };
    let (mut held, mut records) = (0, 0);
    for record in reader {
        records += 1;
        held += record.map_or(0, |record| record.octets.len());
    }
    assert!(held <= octets.len(), "{held} octets out of {}", octets.len());
    assert!(records <= octets.len(), "{records} records out of {} octets", octets.len());
}
