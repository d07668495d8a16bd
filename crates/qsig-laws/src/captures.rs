//! Files with traces.

use qsig_capture::{Reader, Trace, TraceFormat};

/// A capture holds no more octets than its file, and no more records.
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

/// Any file: what it is taken for (recognised, or forced), then its octets. It ends, each record has an octet of its own
/// in it, none is longer than a frame can be, and after an error that ends it nothing comes.
pub fn trace(octets: &[u8]) {
    const LONGEST: usize = 65_536;
    let Some((which, octets)) = octets.split_first() else { return };
    let forced = TraceFormat::all().nth(usize::from(*which) % (TraceFormat::all().count() + 1));
    let Ok(mut trace) = Trace::open(octets, forced) else { return };
    // What is packed grows when it is unpacked.
    let most = if octets.starts_with(&[0x1F, 0x8B]) { usize::MAX } else { octets.len() };
    let mut records = 0;
    while let Some(record) = trace.next() {
        records += 1;
        assert!(records <= most, "{records} records out of {most} octets");
        match record {
            Ok(record) => assert!(record.octets.len() <= LONGEST, "{} octets", record.octets.len()),
            Err(error) if !error.goes_on() => assert!(trace.next().is_none(), "a record after the end"),
            Err(_) => {}
        }
    }
}
