//! Which I frames are repetitions.

use qsig_core::Side;
use qsig_lapd::FrameType;

use crate::summary::Summary;

/// The N(S) that is due from each side.
#[derive(Default)]
pub(super) struct Sequence {
    due: [Option<u8>; 2],
}

impl Sequence {
    /// Whether an I frame carries a number that its side has used before: it is then sent again.
    pub(super) fn repeats(&mut self, sender: Option<Side>, summary: &Summary) -> bool {
        match summary.frame {
            // The numbers begin anew (Q.921 5.5.1).
            Some(FrameType::Sabme | FrameType::Ua) => {
                self.due = [None; 2];
                false
            }
            Some(FrameType::I) => {
                let (Some(sender), Some(ns)) = (sender, summary.ns) else { return false };
                let [network, user] = &mut self.due;
                let due = if sender == Side::Network { network } else { user };
                // Of 128 numbers those of the half before the one that is due are old.
                let behind = due.map_or(0, |due| due.wrapping_sub(ns) & 0x7F);
                let repeated = (1..64).contains(&behind);
                if !repeated {
                    *due = Some((ns + 1) & 0x7F);
                }
                repeated
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::summary;

    #[test]
    fn a_number_that_was_used_is_a_repetition_until_the_link_is_set_up_anew() {
        let mut sequence = Sequence::default();
        let i_frame = |sequence: &mut Sequence, ns: u8| {
            sequence.repeats(Some(Side::User), &summary(&[0x00, 0x01, ns << 1, 0x00], Some(Side::User)))
        };
        let seen: Vec<bool> = [126, 127, 0, 127, 0, 1].map(|ns| i_frame(&mut sequence, ns)).into();
        assert_eq!(seen, [false, false, false, true, true, false]);
        assert!(i_frame(&mut sequence, 0));
        sequence.repeats(Some(Side::User), &summary(&[0x00, 0x01, 0x7F], Some(Side::User)));
        assert!(!i_frame(&mut sequence, 0));
    }
}
