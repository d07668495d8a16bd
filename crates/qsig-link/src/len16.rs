use qsig_hdlc::{Damage, MAX_FRAME, MIN_FRAME};

use crate::framer::{FramerError, Received};

/// Finds the frames in a stream of `len16`: a 2-octet big-endian length, then the frame without FCS.
///
/// Length 0 is a keep-alive; below 3 octets there is no LAPD frame, so it is damaged; above 264 the two ends do
/// not speak of the same thing and the stream is given up. This is our own rule, no standard covers it.
#[derive(Clone, Debug)]
pub(crate) struct Decoder {
    /// The length, or as much of it as has come, then the frame.
    octets: Vec<u8>,
    given_up: Option<FramerError>,
}

const LENGTH_OCTETS: usize = 2;

impl Decoder {
    pub(crate) fn new() -> Self {
        Self { octets: Vec::with_capacity(LENGTH_OCTETS + MAX_FRAME), given_up: None }
    }

    pub(crate) fn push(
        &mut self,
        octets: &[u8],
        received: &mut impl FnMut(Received<'_>),
    ) -> Result<(), FramerError> {
        let mut rest = octets;
        loop {
            if let Some(error) = self.given_up {
                return Err(error);
            }
            let need = match self.length() {
                None => LENGTH_OCTETS,
                Some(length) if length > MAX_FRAME => {
                    self.given_up = Some(FramerError::TooLong { length });
                    continue;
                }
                Some(length) => LENGTH_OCTETS + length,
            };
            let missing = need.saturating_sub(self.octets.len());
            let (taken, left) = rest.split_at(missing.min(rest.len()));
            self.octets.extend_from_slice(taken);
            rest = left;
            if taken.len() < missing {
                return Ok(());
            }
            // With the two octets of the length alone, the length is known only now.
            if self.length() == Some(need - LENGTH_OCTETS) {
                received(Self::judge(self.octets.get(LENGTH_OCTETS..).unwrap_or_default()));
                self.octets.clear();
            }
        }
    }

    fn length(&self) -> Option<usize> {
        self.octets.first_chunk().map(|length| usize::from(u16::from_be_bytes(*length)))
    }

    fn judge(frame: &[u8]) -> Received<'_> {
        match frame.len() {
            0 => Received::KeepAlive,
            short if short < MIN_FRAME => Received::Damaged(Damage::TooShort),
            _ => Received::Frame(frame),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(decoder: &mut Decoder, octets: &[u8]) -> (Vec<String>, Result<(), FramerError>) {
        let mut seen = vec![];
        let end = decoder.push(octets, &mut |received| seen.push(format!("{received:02x?}")));
        (seen, end)
    }

    #[test]
    fn frames_keep_alives_and_short_ones_are_told_apart() {
        let stream = [0, 3, 2, 1, 0x7F, 0, 0, 0, 2, 9, 9, 0, 1, 9, 0, 3, 0, 1, 0x73];
        let wanted = [
            "Frame([02, 01, 7f])",
            "KeepAlive",
            "Damaged(TooShort)",
            "Damaged(TooShort)",
            "Frame([00, 01, 73])",
        ];
        assert_eq!(found(&mut Decoder::new(), &stream).0, wanted);
        let mut by_octet = Decoder::new();
        let seen: Vec<_> = stream.iter().flat_map(|octet| found(&mut by_octet, &[*octet]).0).collect();
        assert_eq!(seen, wanted);
    }

    #[test]
    fn the_longest_frame_is_taken_and_one_octet_more_gives_up() {
        let longest = [&[1, 8][..], &[0x55; 264]].concat();
        let mut decoder = Decoder::new();
        assert_eq!(
            found(&mut decoder, &longest),
            (vec![format!("{:02x?}", Received::Frame(&[0x55; 264]))], Ok(()))
        );
        let error = Err(FramerError::TooLong { length: 265 });
        assert_eq!(found(&mut decoder, &[1, 9]), (vec![], error));
        assert_eq!(found(&mut decoder, &longest), (vec![], error), "nothing is taken after that");
    }
}
