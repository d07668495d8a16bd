//! Frames through the decoders.

use std::{fs::File, hint::black_box, io::BufReader, path::Path};

use qsig_capture::Reader;
use qsig_lapd::Frame;
use qsig_q931::Message;
use qsig_rose::Facility;

use crate::summary::message_octets;

/// Frames that are measured together.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) frames: Vec<Vec<u8>>,
}

/// SETUP from 2001 to 6001, speech, channel 1. UI frames, so that the same octets can come again and again.
const SETUP: &[u8] = b"\x02\x01\x03\x08\x02\x00\x01\x05\x04\x03\x80\x90\xA3\x18\x03\xA9\x83\x81\
    \x6C\x06\x00\x81\x32\x30\x30\x31\x70\x05\x80\x36\x30\x30\x31";

/// The same with callingName.
const SETUP_NAME: &[u8] = b"\x02\x01\x03\x08\x02\x00\x01\x05\x04\x03\x80\x90\xA3\x18\x03\xA9\x83\x81\
    \x1C\x21\x9F\xAA\x06\x80\x01\x00\x82\x01\x00\x8B\x01\x00\xA1\x13\x02\x01\x02\x02\x01\x00\
    \x80\x0B\x41\x6E\x6E\x61\x20\x4D\x75\x73\x74\x65\x72\
    \x6C\x06\x00\x81\x32\x30\x30\x31\x70\x05\x80\x36\x30\x30\x31";

/// FACILITY with ccSuspend.
const SUSPEND: &[u8] = b"\x02\x01\x03\x08\x02\x00\x02\x62\
    \x1C\x16\x9F\xAA\x06\x80\x01\x00\x82\x01\x00\x8B\x01\x00\xA1\x08\x02\x01\x02\x02\x01\x20\x05\x00";

/// The three frames that the comparison with libpri uses.
pub(crate) fn of_libpri() -> Vec<Input> {
    [("decode-setup", SETUP), ("decode-setup-name", SETUP_NAME), ("decode-ccsuspend", SUSPEND)]
        .map(|(name, frame)| Input { name: name.into(), frames: vec![frame.to_vec()] })
        .to_vec()
}

/// All frames of a capture.
pub(crate) fn of_file(path: &Path) -> Result<Vec<Input>, String> {
    let named = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
    let file = File::open(path).map_err(|error| named(&error))?;
    let reader = Reader::new(BufReader::new(file)).map_err(|error| named(&error))?;
    let records: Result<Vec<_>, _> = reader.collect();
    let frames: Vec<_> =
        records.map_err(|error| named(&error))?.into_iter().map(|record| record.octets).collect();
    if frames.is_empty() {
        return Err(named(&"there is no frame in it"));
    }
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok(vec![Input { name, frames }])
}

impl Input {
    pub(crate) fn run(&self) {
        for frame in &self.frames {
            black_box(decode(black_box(frame)));
        }
    }
}

/// Reads a frame to its last octet, as a node does; how many elements and components could be used.
fn decode(octets: &[u8]) -> usize {
    let Ok(frame) = Frame::parse(octets) else { return 0 };
    let Some(message) = message_octets(&frame).and_then(|octets| Message::parse(octets).ok()) else {
        return 0;
    };
    let received = message.received();
    black_box(&received);
    let mut used = usize::from(received.bearer.is_some()) + usize::from(received.called.is_some());
    for contents in received.facilities() {
        if let Ok(facility) = Facility::parse(contents) {
            for component in facility.components() {
                used += usize::from(black_box(&component).is_ok());
            }
        }
    }
    used
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_frames_of_the_comparison_are_read_whole() {
        let used: Vec<_> = of_libpri().iter().map(|input| decode(&input.frames[0])).collect();
        assert_eq!(used, [2, 3, 1]);
    }

    #[test]
    fn reading_a_frame_allocates_nothing() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../captures/libpri");
        let mut frames = 0;
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "pcap") {
                continue;
            }
            for input in of_file(&path).unwrap() {
                for frame in &input.frames {
                    let counted = allocation_counter::measure(|| {
                        black_box(decode(frame));
                    });
                    assert_eq!(counted.count_total, 0, "{} {frame:02x?}", path.display());
                    frames += 1;
                }
            }
        }
        assert!(frames > 1_000, "{frames} frames");
        let counted = allocation_counter::measure(|| drop(black_box(vec![0_u8; 8])));
        assert_eq!(counted.count_total, 1, "an allocation is counted");
    }
}
