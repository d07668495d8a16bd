//! Hides numbers and names in the octets of a frame, so that a trace can be shown to others.
//!
//! A stand-in has the length of what it stands for, so nothing else in the frame changes: it decodes as before, and is
//! masked in every view, in hex and in a file that is written. What is not known to be harmless is looked through for
//! digits and letters as well: rather too much is hidden than too little.

mod facility;
mod places;
mod stand_in;

use super::Start;
use places::{Kind, Place};
use stand_in::StandIns;

/// Hides what frames tell of people, the same always in the same way.
#[derive(Default)]
pub(crate) struct Mask {
    stand_ins: StandIns,
}

impl Mask {
    /// The octets with stand-ins in them.
    pub(crate) fn octets(&mut self, start: Start, octets: &[u8]) -> Vec<u8> {
        let places = match start {
            Start::Lapd => places::of_frame(octets),
            Start::Q931 => places::of_message(octets, 0),
            Start::Facility => facility::places(octets, 0),
        };
        let mut masked = octets.to_vec();
        for Place { kind, at } in places {
            let Some(octets) = masked.get_mut(at) else { continue };
            match kind {
                Kind::Digits => self.stand_ins.digits(octets),
                Kind::Text => self.stand_ins.text(octets),
                Kind::Opaque => octets.fill(0),
            }
        }
        masked
    }

    /// What the reader has to know of the stand-ins.
    pub(crate) fn end(&self) -> Option<String> {
        self.stand_ins.exhausted().then(|| {
            "there are too many different numbers and names to keep them apart; the later ones share a stand-in"
                .to_owned()
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::BufReader;
    use std::path::Path;

    use qsig_capture::Reader;

    use super::*;
    use crate::decode::hex::Octets;
    use crate::summary::summary;

    fn octets(hex: &str) -> Vec<u8> {
        hex.parse::<Octets>().unwrap().0
    }

    #[test]
    fn numbers_and_names_are_hidden_everywhere_and_alike() {
        let mut message =
            octets("08 02 00 01 05 04 03 80 90 a3 1c 0d 9f a1 0a 02 01 01 02 01 00 80 02 41 6c");
        message.extend(
            [&[0x28, 4], &b"2001"[..], &[0x6C, 6, 0x00, 0x81], b"2001", &[0x70, 5, 0x80], b"6001"].concat(),
        );
        message.extend([&[0x2C, 5], &b"*2001"[..], &[0x7E, 6, 0x04], b"Alice"].concat());
        let masked = Mask::default().octets(Start::Q931, &message);
        let mut wanted = octets("08 02 00 01 05 04 03 80 90 a3 1c 0d 9f a1 0a 02 01 01 02 01 00 80 02 41 61");
        wanted.extend(
            [&[0x28, 4], &b"1000"[..], &[0x6C, 6, 0x00, 0x81], b"1000", &[0x70, 5, 0x80], b"1001"].concat(),
        );
        wanted.extend([&[0x2C, 5], &b"*1000"[..], &[0x7E, 6, 0x04], b"Aaaaa"].concat());
        assert_eq!(masked, wanted);
    }

    fn libpri() -> Vec<(String, Vec<u8>)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../captures/libpri");
        let mut frames = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|it| it == "pcap") {
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                let records = Reader::new(BufReader::new(File::open(path).unwrap())).unwrap();
                frames.extend(records.map(|record| (name.clone(), record.unwrap().octets)));
            }
        }
        frames
    }

    #[test]
    fn a_masked_frame_decodes_as_before_but_for_numbers_and_names() {
        let mut mask = Mask::default();
        let mut numbers = 0;
        for (name, octets) in libpri() {
            let masked = mask.octets(Start::Lapd, &octets);
            assert_eq!(masked.len(), octets.len());
            let (mut before, after) = (summary(&octets, None), summary(&masked, None));
            for (one, other) in [(before.calling, after.calling), (before.called, after.called)] {
                if let (Some(one), Some(other)) = (one, other) {
                    assert_eq!(one.digits.len(), other.digits.len(), "{name}");
                    numbers += 1;
                }
            }
            before.calling = after.calling;
            before.called = after.called;
            assert_eq!(before, after, "{name}");
        }
        assert!(numbers > 200, "{numbers}");
    }

    #[test]
    fn no_number_of_the_recordings_is_left() {
        let mut mask = Mask::default();
        // The stand-ins begin at 1000 and end before 2000, so what is left of these was not hidden.
        for (name, octets) in libpri() {
            let masked = mask.octets(Start::Lapd, &octets);
            for digits in ["2001", "2002", "2003", "6001", "6002", "6005", "2005"] {
                let left = masked.windows(4).any(|window| window == digits.as_bytes());
                assert!(!left, "{name}: {digits} in {masked:02x?}");
            }
        }
    }

    #[test]
    fn octets_that_are_no_frame_are_masked_too_and_never_panic() {
        let mut mask = Mask::default();
        for (_, octets) in libpri().into_iter().filter(|(name, _)| name.starts_with("27")) {
            for start in [Start::Lapd, Start::Q931, Start::Facility] {
                for length in 0..octets.len() {
                    let cut = octets.get(..length).unwrap();
                    let masked = mask.octets(start, cut);
                    assert_eq!(masked.len(), cut.len());
                    assert!(!masked.windows(4).any(|window| window == b"2001"), "{masked:02x?}");
                }
            }
        }
    }
}
