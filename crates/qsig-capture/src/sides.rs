//! Who sent a frame, where the file does not say it.

use qsig_core::Side;
use qsig_lapd::{Control, Frame};

/// Concludes the sender of frames from their C/R bits.
///
/// The network sends commands with C/R 1 and responses with C/R 0, the user the other way round (Q.921 3.3.2), so a
/// frame that is always a command or always a response tells its sender. RR, RNR and REJ are either; taken is: without
/// P/F a response, with P/F the answer to a poll that waits for one, and else the poll. Where both ends use the bit
/// as the same side does, which happens on a misconfigured trunk, the guess is wrong.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Guess {
    /// The interface and the side of the last poll, if it has not been answered.
    polled: Option<(u32, Side)>,
}

impl Guess {
    /// The side that sent this frame of an interface; `None` for octets that are no frame.
    pub(crate) fn sender(&mut self, interface: u32, octets: &[u8]) -> Option<Side> {
        let frame = Frame::parse(octets).ok()?;
        let of_command = if frame.address.cr { Side::Network } else { Side::User };
        let of_response = of_command.peer();
        let command = match is_command(&frame) {
            Some(command) => command,
            None => frame.p_f() == Some(true) && self.polled != Some((interface, of_command)),
        };
        match (command, frame.p_f()) {
            (true, Some(true)) => self.polled = Some((interface, of_command)),
            (false, Some(true)) => self.polled = None,
            _ => {}
        }
        Some(if command { of_command } else { of_response })
    }
}

/// Whether a frame is a command by its type alone; `None` where it may be either.
fn is_command(frame: &Frame<'_>) -> Option<bool> {
    match frame.control {
        Control::I { .. } | Control::Sabme { .. } | Control::Disc { .. } | Control::Ui { .. } => Some(true),
        Control::Ua { .. } | Control::Dm { .. } | Control::Frmr { .. } => Some(false),
        _ => None,
    }
}

/// Concludes the one side that sent all frames of a stream.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct OneWay {
    known: Option<Side>,
    guess: Guess,
}

impl OneWay {
    /// The side that sent this frame, by the first frame that cannot be both command and response.
    pub(crate) fn sender(&mut self, octets: &[u8]) -> Option<Side> {
        let guessed = self.guess.sender(0, octets);
        if self.known.is_none() && Frame::parse(octets).is_ok_and(|frame| is_command(&frame).is_some()) {
            self.known = guessed;
        }
        self.known.or(guessed)
    }
}

/// The side of the system that wrote a log, which tells of each frame only whether that system sent it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Local {
    /// The side, and whether it was concluded.
    known: Option<(Side, bool)>,
    guess: Guess,
}

impl Local {
    /// The log itself names the side.
    pub(crate) fn told(&mut self, side: Side) {
        self.known = Some((side, false));
    }

    /// The sender of a frame, and whether that is a guess. The first frame that cannot be both command and response
    /// decides for all that follow.
    pub(crate) fn sender_of_frame(&mut self, sent: bool, octets: &[u8]) -> (Option<Side>, bool) {
        let guessed = self.guess.sender(0, octets);
        let certain = Frame::parse(octets).is_ok_and(|frame| is_command(&frame).is_some());
        if let (None, Some(sender), true) = (self.known, guessed, certain) {
            self.known = Some((if sent { sender } else { sender.peer() }, true));
        }
        match self.known {
            Some((local, guessed)) => (Some(if sent { local } else { local.peer() }), guessed),
            None => (guessed, guessed.is_some()),
        }
    }

    /// The sender of a message without frame, and whether that is a guess. Where nothing has told the side of the
    /// log's own system, it is taken for the user: so the two directions stay apart.
    pub(crate) fn sender_of_message(self, sent: bool) -> (Option<Side>, bool) {
        let (local, guessed) = self.known.unwrap_or((Side::User, true));
        (Some(if sent { local } else { local.peer() }), guessed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USER: Option<Side> = Some(Side::User);
    const NETWORK: Option<Side> = Some(Side::Network);

    #[test]
    fn commands_and_responses_tell_their_sender() {
        let mut guess = Guess::default();
        let frames: [(&[u8], _); 8] = [
            (&[0x00, 0x01, 0x7F], USER),
            (&[0x02, 0x01, 0x7F], NETWORK),
            (&[0x02, 0x01, 0x73], USER),
            (&[0x00, 0x01, 0x73], NETWORK),
            (&[0x00, 0x01, 0x00, 0x00, 0x08], USER),
            (&[0x02, 0x01, 0x00, 0x02, 0x08], NETWORK),
            (&[0x00, 0x01, 0x01, 0x02], NETWORK),
            (&[0x02], None),
        ];
        for (octets, sender) in frames {
            assert_eq!(guess.sender(0, octets), sender, "{octets:02x?}");
        }
    }

    #[test]
    fn a_final_bit_answers_the_poll_of_its_own_interface() {
        let mut guess = Guess::default();
        let poll_of_user = [0x00, 0x01, 0x01, 0x03];
        assert_eq!(guess.sender(0, &poll_of_user), USER);
        assert_eq!(guess.sender(1, &poll_of_user), USER, "nobody has polled there");
        let mut guess = Guess::default();
        assert_eq!(guess.sender(0, &poll_of_user), USER);
        assert_eq!(guess.sender(0, &[0x00, 0x01, 0x01, 0x03]), NETWORK, "the answer looks the same");
        assert_eq!(guess.sender(0, &poll_of_user), USER, "and the next poll, too");
    }

    #[test]
    fn in_a_stream_of_one_side_a_final_bit_is_of_that_side() {
        let mut stream = OneWay::default();
        assert_eq!(stream.sender(&[0x02, 0x01, 0x7F]), NETWORK);
        assert_eq!(
            stream.sender(&[0x00, 0x01, 0x01, 0x03]),
            NETWORK,
            "by itself it could be the user's poll"
        );
    }

    #[test]
    fn the_first_certain_frame_decides_for_all_that_follow() {
        let mut local = Local::default();
        assert_eq!(local.sender_of_message(true), (USER, true));
        assert_eq!(local.sender_of_frame(true, &[0x02, 0x01, 0x7F]), (NETWORK, true));
        // By its C/R alone this would be the user's.
        assert_eq!(local.sender_of_frame(true, &[0x00, 0x01, 0x00, 0x00, 0x08]), (NETWORK, true));
        assert_eq!(local.sender_of_message(false), (USER, true));
        local.told(Side::User);
        assert_eq!(local.sender_of_message(false), (NETWORK, false));
    }
}
