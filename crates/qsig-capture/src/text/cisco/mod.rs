//! What Cisco routers print for `debug isdn q931` and `debug isdn q921`.

mod q921;
mod q931;

use qsig_core::Side;

use super::clock::Clock;
use super::rebuilt::{Messages, Rebuilt};
use super::{Out, Taken, TextFormat};
use crate::record::{Content, Record};
use crate::sides::Local;

/// Reads the lines that carry octets, or all that a frame consists of.
///
/// ```text
/// *Nov 22 02:01:36.653: ISDN Se0/0/0:15 Q921: User TX -> SABMEp sapi=0 tei=0
/// *Nov 22 02:01:36.655: ISDN Se0/0/0:15 Q931: TX -> SETUP pd = 8  callref = 0x0001
///         Bearer Capability i = 0x8090A3
///         Called Party Number i = 0x80, '2001'
/// 00:12:10.839: ISDN BR0: TX ->  INFOc sapi = 0  tei = 64  ns = 5  nr = 2  i = 0x08010305
/// ```
///
/// A message is put together of its elements. Frames are put together of their fields; the C/R bit, which is not
/// printed, follows from the sender and the frame, and RR, RNR and REJ without a letter behind them are taken for
/// responses. Each interface is one of the trace.
#[derive(Debug, Default)]
pub(crate) struct Cisco {
    clock: Clock,
    /// What is known of each interface, in their order.
    channels: Vec<Channel>,
    /// The interface whose message the next elements belong to.
    current: usize,
}

#[derive(Debug, Default)]
struct Channel {
    local: Local,
    messages: Messages,
}

/// What stands before `TX ->` or `RX <-` and behind it.
struct Marked<'a> {
    prefix: &'a str,
    sent: bool,
    text: &'a str,
}

impl TextFormat for Cisco {
    fn line(&mut self, line: &str, out: &mut Out) -> Taken {
        let Some(marked) = marked(line) else { return self.element(line) };
        self.close(out);
        let time = self.clock.read(marked.prefix).unwrap_or_default();
        let interface = out.interface(interface_name(marked.prefix));
        self.current = usize::try_from(interface).unwrap_or_default();
        if self.channels.len() <= self.current {
            self.channels.resize_with(self.current + 1, Channel::default);
        }
        let Some(channel) = self.channels.get_mut(self.current) else { return Taken::No };
        match marked.prefix.trim_end().rsplit([' ', ':']).next() {
            Some("User") => channel.local.told(Side::User),
            Some("Net") => channel.local.told(Side::Network),
            _ => {}
        }
        channel.take(&marked, time, interface, out)
    }

    fn end(&mut self, out: &mut Out) -> bool {
        self.close(out);
        false
    }
}

impl Cisco {
    /// Takes a line that continues a message.
    fn element(&mut self, line: &str) -> Taken {
        let open = self.channels.get_mut(self.current).and_then(|channel| channel.messages.open());
        match open {
            Some(open) => q931::element(line, open),
            None => Taken::No,
        }
    }

    fn close(&mut self, out: &mut Out) {
        if let Some(channel) = self.channels.get_mut(self.current) {
            channel.messages.close(channel.local, out);
        }
    }
}

impl Channel {
    fn take(&mut self, marked: &Marked<'_>, time: u64, interface: u32, out: &mut Out) -> Taken {
        if marked.text.contains("pd =") {
            return match q931::header(marked.text) {
                Ok(octets) => {
                    let message =
                        Rebuilt { sent: marked.sent, time, interface, octets, ..Rebuilt::default() };
                    self.messages.begin(message, self.local, out);
                    Taken::Yes
                }
                Err(taken) => taken,
            };
        }
        let (sender, direction_guessed) = self.local.sender_of_message(marked.sent);
        let Some(sender) = sender else { return Taken::No };
        match q921::frame(marked.text, sender) {
            Ok(octets) => {
                if let Ok(frame) = qsig_lapd::Frame::parse(&octets)
                    && !frame.information.is_empty()
                {
                    self.messages.framed(marked.sent, frame.information, self.local, out);
                }
                let direction = Some(sender);
                let content = Content::Frame;
                out.put(Record {
                    time,
                    direction,
                    direction_guessed,
                    interface,
                    content,
                    octets,
                    missing: 0,
                });
                Taken::Yes
            }
            Err(taken) => taken,
        }
    }
}

fn marked(line: &str) -> Option<Marked<'_>> {
    let (place, sent) = match (line.find("TX ->"), line.find("RX <-")) {
        (Some(place), None) => (place, true),
        (None, Some(place)) => (place, false),
        _ => return None,
    };
    Some(Marked { prefix: line.get(..place)?, sent, text: line.get(place + "TX ->".len()..)?.trim() })
}

/// `Se0/0/0:15` of `ISDN Se0/0/0:15 Q931:`; empty where the line names none.
fn interface_name(prefix: &str) -> &str {
    let name = prefix.split_once("ISDN ").and_then(|(_, rest)| rest.split_ascii_whitespace().next());
    name.unwrap_or_default().trim_end_matches(':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines::Lines;
    use crate::trace::Importer;

    fn read(text: &str) -> (Vec<Record>, Vec<String>) {
        let mut lines = Lines::<Cisco, _>::new(text.as_bytes());
        let (mut records, mut told) = (Vec::new(), Vec::new());
        while let Some(next) = lines.next() {
            match next {
                Ok(record) => records.push(record),
                Err(error) => told.push(error.to_string()),
            }
        }
        told.extend(
            lines.tally().refused().iter().map(|refused| format!("{}: {}", refused.first, refused.why)),
        );
        (records, told)
    }

    #[test]
    fn the_messages_of_an_old_version_are_put_together() {
        // After the example in Cisco's document 8607 on disconnect causes.
        let (records, told) = read(
            "20:52:14: ISDN BR0: TX -> SETUP pd = 8 callref = 0x2E\n20:52:14: Bearer Capability i = 0x8890\n\
             20:52:14: Channel ID i = 0x83\n20:52:14: Keypad Facility i = '5551111'\n\
             20:52:15: ISDN BR0: RX <- CALL_PROC pd = 8 callref = 0xAE\n20:52:15: Channel ID i = 0x89\n\
             20:52:34: ISDN BR0: RX <- DISCONNECT pd = 8 callref = 0xAE\n\
             20:52:34: Cause i =0x829F08 - Normal,unspecified or Special intercept\n\
             20:52:34: ISDN BR0: TX -> RELEASE pd = 8 callref = 0x2E\n\
             20:52:34: ISDN BR0: RX <- RELEASE_COMP pd = 8 callref = 0xAE\n",
        );
        assert_eq!(told, [""; 0]);
        let octets: Vec<&[u8]> = records.iter().map(|record| record.octets.as_slice()).collect();
        let wanted: [&[u8]; 5] = [
            b"\x08\x01\x2E\x05\x04\x02\x88\x90\x18\x01\x83\x2C\x075551111",
            b"\x08\x01\xAE\x02\x18\x01\x89",
            b"\x08\x01\xAE\x45\x08\x03\x82\x9F\x08",
            b"\x08\x01\x2E\x4D",
            b"\x08\x01\xAE\x5A",
        ];
        assert_eq!(octets, wanted);
        assert_eq!((records[0].direction, records[1].direction), (Some(Side::User), Some(Side::Network)));
        assert!(records.iter().all(|record| record.direction_guessed && record.content == Content::Message));
        assert_eq!(records[1].time - records[0].time, 1_000_000);
    }

    #[test]
    fn frames_are_put_together_with_the_bit_that_is_not_printed() {
        let (records, told) = read(
            "ISDN Se0/0/0:15 Q921: Net TX -> SABMEp sapi=0 tei=0\nISDN Se0/0/0:15 Q921: Net RX <- UAf sapi=0 tei=0\n\
             ISDN Se0/0/0:15 Q921: Net TX -> RRp sapi=0 tei=0 nr=22\nISDN Se0/0/0:15 Q921: Net RX <- RRf sapi=0 tei=0 nr=3\n\
             ISDN BR0: TX ->  RRr sapi = 0  tei = 64  nr = 2\n\
             ISDN BR0: RX <-  INFOc sapi = 0  tei = 64  ns = 5  nr = 2  i = 0x08018307\n\
             ISDN Se0/0/0:15 Q921: Net TX -> INFO sapi=0 tei=0, ns=0 nr=0\n\
             ISDN BR0: TX ->  IDREQ  ri = 31815  ai = 127\n",
        );
        let octets: Vec<&[u8]> = records.iter().map(|record| record.octets.as_slice()).collect();
        let wanted: [&[u8]; 6] = [
            &[0x02, 0x01, 0x7F],
            &[0x02, 0x01, 0x73],
            &[0x02, 0x01, 0x01, 0x2D],
            &[0x02, 0x01, 0x01, 0x07],
            &[0x02, 0x81, 0x01, 0x04],
            &[0x02, 0x81, 0x0A, 0x04, 0x08, 0x01, 0x83, 0x07],
        ];
        assert_eq!(octets, wanted);
        let guessed: Vec<bool> = records.iter().map(|record| record.direction_guessed).collect();
        assert_eq!(guessed, [false, false, false, false, true, true]);
        assert_eq!(told.len(), 2);
        assert!(told[0].starts_with("7: ") && told[1].starts_with("8: "), "{told:?}");
    }

    #[test]
    fn a_message_whose_frame_is_printed_is_given_once() {
        let message =
            "ISDN BR0: TX -> SETUP pd = 8 callref = 0x2E\n  Channel ID i = 0x83\n    Exclusive, B1\n";
        let frame = "ISDN BR0: TX ->  INFOc sapi = 0  tei = 64  ns = 0  nr = 0  i = 0x08012E05180183\n";
        assert_eq!(read(&format!("{frame}{message}")).0.len(), 1);
        assert_eq!(read(&format!("{message}{message}")).0.len(), 2);
    }

    #[test]
    fn what_cannot_be_put_together_is_told_and_counted_as_missing() {
        let (records, told) = read(
            "ISDN BR0: TX -> SETUP pd = 8 callref = 0x2E\n  Strange Thing i = 0x8384\n  Shift to Codeset 5\n\
             ISDN BR0: TX -> NOTHING pd = 8 callref = 0x2E\nISDN BR0: TX -> RELEASE pd = 8 callref = 0x2\n\
             ISDN BR0: TX -> STATUS pd = 8 callref = (null)\n  Cause i = 0x8",
        );
        assert_eq!((records.len(), records[0].missing), (2, 4));
        assert_eq!(records[1].octets, [0x08, 0x00, 0x7D]);
        assert_eq!(told.len(), 4, "{told:?}");
        assert!(told[0].contains("cut"));
    }
}
