//! What libpri prints, bare or in the logs of Asterisk.

use qsig_core::Side;
use qsig_lapd::{Control, Frame};

use super::clock::{Clock, seconds};
use super::rebuilt::{Messages, Rebuilt};
use super::{Out, Taken, TextFormat, is_hex, octets};
use crate::limits::LONGEST_TEXT_FRAME;
use crate::record::{Content, Record};
use crate::sides::Local;

/// Reads the output of `pri set debug on span 1` and, better, of `pri set debug intense span 1`.
///
/// ```text
/// [2026-11-22 02:01:36.653] VERBOSE[2107] chan_dahdi.c: PRI Span: 1 < [ 02 01 7f ]     intense: a whole frame
/// PRI Span: 1 > Protocol Discriminator: Q.931 (8)  len=30                              a message without its frame:
/// PRI Span: 1 > TEI=0 Call Ref: len= 2 (reference 1/0x1) (Sent from originator)
/// PRI Span: 1 > Message Type: SETUP (5)
/// PRI Span: 1 > [04 03 80 90 a3]                                                       each element
/// ```
///
/// `>` was sent by Asterisk. Each span is an interface. A message is not given twice where the log has its frame, too.
/// Versions before 1.4 print no octets of elements: they are counted as missing.
#[derive(Debug, Default)]
pub(crate) struct Libpri {
    clock: Clock,
    /// The time of the last line that had one.
    time: u64,
    /// What is known of each interface, in their order.
    spans: Vec<Span>,
}

#[derive(Debug, Default)]
struct Span {
    local: Local,
    messages: Messages,
    /// A frame whose closing bracket has not come: whether it was sent, and its octets.
    wrapped: Option<(bool, Vec<u8>)>,
    /// How many lines of a notice follow that tells of a message before it is printed.
    notice: u8,
    /// A message that lacked octets has been given: a later one that does is no cut.
    incomplete: bool,
}

/// Protocol discriminator, call reference and message type.
const HEADER_LINES: u8 = 3;

impl TextFormat for Libpri {
    fn line(&mut self, line: &str, out: &mut Out) -> Taken {
        let Some((prefix, sent, text)) = split(line) else {
            return self.line_without_mark(line, out);
        };
        if let Some(time) = self.clock.read(prefix) {
            self.time = time;
        }
        let interface = out.interface(&span_name(prefix));
        let place = usize::try_from(interface).unwrap_or_default();
        if self.spans.len() <= place {
            self.spans.resize_with(place + 1, Span::default);
        }
        let time = self.time;
        let Some(span) = self.spans.get_mut(place) else { return Taken::No };
        span.wrapped = None;
        if let Some(digits) = text.strip_prefix("[ ") {
            return span.raw(sent, digits, (time, interface), out);
        }
        if let Some(digits) = text.strip_prefix('[') {
            return span.element(digits);
        }
        if text == "DL-DATA request" {
            span.notice = HEADER_LINES;
            return Taken::Yes;
        }
        span.header(sent, text, (time, interface), out)
    }

    fn end(&mut self, out: &mut Out) -> bool {
        let mut cut = false;
        for span in &mut self.spans {
            cut |= span.wrapped.is_some();
            let incomplete = span.messages.open().is_some_and(|open| open.missing() > 0);
            cut |= incomplete && !span.incomplete;
            span.messages.close(span.local, out);
        }
        cut
    }
}

impl Libpri {
    /// Takes the rest of a frame that was wrapped, and the times that old versions print.
    fn line_without_mark(&mut self, line: &str, out: &mut Out) -> Taken {
        let line = line.trim();
        if let Some(time) = line.strip_prefix("Time:").and_then(|time| seconds(time.trim())) {
            self.time = time;
            return Taken::Yes;
        }
        let time = self.time;
        let wrapped = self.spans.iter_mut().zip(0..).find(|(span, _)| span.wrapped.is_some());
        let Some((span, interface)) = wrapped else { return Taken::No };
        match span.wrapped.take() {
            Some((sent, octets)) => span.raw_octets(sent, octets, line, (time, interface), out),
            None => Taken::No,
        }
    }
}

impl Span {
    fn raw(&mut self, sent: bool, digits: &str, at: (u64, u32), out: &mut Out) -> Taken {
        self.raw_octets(sent, Vec::new(), digits, at, out)
    }

    /// Takes octets up to the closing bracket, or keeps them until it comes.
    fn raw_octets(
        &mut self,
        sent: bool,
        mut frame: Vec<u8>,
        digits: &str,
        (time, interface): (u64, u32),
        out: &mut Out,
    ) -> Taken {
        let (digits, closed) = match digits.split_once(']') {
            Some((digits, _)) => (digits, true),
            None => (digits, false),
        };
        for pair in digits.split_ascii_whitespace() {
            match octets(pair).filter(|octets| octets.len() == 1) {
                Some(octet) => frame.extend(octet),
                None if !closed && is_hex(pair) => return Taken::Broken,
                None => return Taken::Refused("what stands in the brackets is not octets"),
            }
        }
        if frame.len() > LONGEST_TEXT_FRAME {
            return Taken::Refused("a frame of more than 65,535 octets");
        }
        if !closed {
            self.wrapped = Some((sent, frame));
            return Taken::Yes;
        }
        if let Ok(Frame { control: Control::I { .. } | Control::Ui { .. }, information, .. }) =
            Frame::parse(&frame)
        {
            self.messages.framed(sent, information, self.local, out);
        } else {
            self.messages.close(self.local, out);
        }
        let (direction, direction_guessed) = self.local.sender_of_frame(sent, &frame);
        let content = Content::Frame;
        out.put(Record { time, direction, direction_guessed, interface, content, octets: frame, missing: 0 });
        Taken::Yes
    }

    /// Takes the octets of an element, `04 03 80 90 a3]`.
    fn element(&mut self, digits: &str) -> Taken {
        let Some((digits, _)) = digits.split_once(']') else { return Taken::Broken };
        let octets: Option<Vec<Vec<u8>>> = digits.split_ascii_whitespace().map(octets).collect();
        let Some(octets) = octets else { return Taken::Yes };
        let fits = self.messages.open().is_none_or(|open| open.push(&octets.concat()));
        if fits { Taken::Yes } else { Taken::Refused("a message of more than 65,535 octets") }
    }

    /// Takes the lines above the elements.
    fn header(&mut self, sent: bool, text: &str, (time, interface): (u64, u32), out: &mut Out) -> Taken {
        let lower = text.to_ascii_lowercase();
        let is_header =
            ["protocol discriminator", "message type"].iter().any(|start| lower.starts_with(start))
                || lower.contains("call ref:");
        if is_header && self.notice > 0 {
            self.notice -= 1;
            return Taken::Yes;
        }
        if lower.starts_with("protocol discriminator") {
            self.incomplete |= self.messages.open().is_some_and(|open| open.missing() > 0);
            let length = number_after(&lower, "len=");
            let octets = in_parentheses(text).into_iter().collect();
            let message = Rebuilt { sent, time, interface, octets, length, missing: 0 };
            self.messages.begin(message, self.local, out);
            return Taken::Yes;
        }
        if lower.ends_with("type: cpe]") {
            self.local.told(Side::User);
        } else if lower.ends_with("type: net]") {
            self.local.told(Side::Network);
        }
        let Some(open) = self.messages.open() else { return Taken::Yes };
        let end = if lower.contains("call ref:") { &["originator)", "terminator)"][..] } else { &[")"] };
        if is_header && !end.iter().any(|end| lower.ends_with(end)) {
            return Taken::Broken;
        }
        if lower.contains("call ref:") {
            open.push(&call_reference(&lower));
        } else if lower.starts_with("message type") {
            open.push(&in_parentheses(text).map_or(Vec::new(), |octet| vec![octet]));
        }
        Taken::Yes
    }
}

/// Prefix, whether sent, and text of a line with `>` or `<`, which stand free or behind a bracket.
fn split(line: &str) -> Option<(&str, bool, &str)> {
    let mut before = ' ';
    for (place, mark) in line.char_indices() {
        let sent = mark == '>';
        if (sent || mark == '<') && matches!(before, ' ' | ']' | '\t') {
            let rest = line.get(place + 1..)?;
            if rest.starts_with([' ', '[']) || rest.is_empty() {
                return Some((line.get(..place)?, sent, rest.trim()));
            }
        }
        before = mark;
    }
    None
}

/// `span 1` for `PRI Span: 1`, `[Span 1 D-Channel 0]`; empty where none is named.
fn span_name(prefix: &str) -> String {
    let digits = prefix.split_once("pan").map(|(_, rest)| rest.trim_start_matches([':', ' ']));
    let digits: String =
        digits.unwrap_or_default().chars().take_while(char::is_ascii_digit).take(9).collect();
    if digits.is_empty() { String::new() } else { format!("span {digits}") }
}

/// Length, flag and value: `call ref: len= 2 (reference 1/0x1) (sent from originator)`.
fn call_reference(text: &str) -> Vec<u8> {
    let length = number_after(text, "len=").filter(|length| *length <= 4).unwrap_or_default();
    let value =
        number_after(text, "reference ").and_then(|value| u32::try_from(value).ok()).unwrap_or_default();
    // Old versions say (terminator) for a message to the side that chose the value.
    let flag = text.contains("to originator") || text.contains("(terminator)");
    let value = value.to_be_bytes();
    let mut octets: Vec<u8> = value.iter().copied().skip(4 - length).collect();
    if let Some(first) = octets.first_mut() {
        *first = *first & 0x7F | u8::from(flag) << 7;
    }
    octets.insert(0, u8::try_from(length).unwrap_or_default());
    octets
}

fn number_after(text: &str, word: &str) -> Option<usize> {
    let (_, rest) = text.split_once(word)?;
    let rest = rest.trim_start();
    let end = rest.find(|next: char| !next.is_ascii_digit()).unwrap_or(rest.len());
    rest.get(..end)?.parse().ok()
}

/// The number in the last parentheses that fits an octet: `SETUP (5)`.
fn in_parentheses(text: &str) -> Option<u8> {
    let (_, rest) = text.split_once('(')?;
    rest.split_once(')')?.0.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines::Lines;
    use crate::trace::Importer;

    fn read(text: &str) -> (Vec<Record>, Vec<String>) {
        let mut lines = Lines::<Libpri, _>::new(text.as_bytes());
        let (mut records, mut errors) = (Vec::new(), Vec::new());
        while let Some(next) = lines.next() {
            match next {
                Ok(record) => records.push(record),
                Err(error) => errors.push(error.to_string()),
            }
        }
        errors.extend(
            lines.tally().refused().iter().map(|refused| format!("{}: {}", refused.first, refused.why)),
        );
        (records, errors)
    }

    #[test]
    fn old_prefixes_wrapped_frames_and_times_are_understood() {
        let (records, errors) = read(
            "Time: 1299884940.632585\n> [ 00 01 7f ]\nlocalhost*CLI>\n\
             [Span 3 D-Channel 0]< [ 00 01 00 00 08 02\n00 01 05\na1 ]\n\
             [Nov 22 02:01:36] VERBOSE[1] logger.c: PRI Span: 3 > [ 00 01 73 ]",
        );
        assert_eq!(errors, [""; 0]);
        assert_eq!(records[0].octets, [0x00, 0x01, 0x7F]);
        assert_eq!(records[0].time, 1_299_884_940_632_585);
        assert_eq!(records[1].octets, [0x00, 0x01, 0x00, 0x00, 0x08, 0x02, 0x00, 0x01, 0x05, 0xA1]);
        let spans: Vec<u32> = records.iter().map(|record| record.interface).collect();
        assert_eq!(spans, [0, 1, 1]);
        // The span of a frame tells whose side its log was written on.
        assert_eq!((records[1].direction, records[2].direction), (Some(Side::User), Some(Side::Network)));
    }

    const SETUP: &str = "> Protocol Discriminator: Q.931 (8)  len=10\n\
        > Call Ref: len= 2 (reference 77/0x4D) (Originator)\n> Message type: SETUP (5)\n";

    #[test]
    fn a_message_is_given_once_where_its_frame_is_printed_too() {
        let raw = "> [ 00 01 00 00 08 02 00 4d 05 04 03 80 90 a3 ]\n";
        let element = "> [04 03 80 90 a3]\n";
        for text in
            [format!("{raw}{SETUP}{element}"), format!("{SETUP}{element}{raw}"), format!("{SETUP}{raw}")]
        {
            let (records, errors) = read(&text);
            assert_eq!((records.len(), errors.len()), (1, 0), "{text}");
            assert_eq!(records[0].content, Content::Frame);
        }
        let (records, _) = read(&format!("{raw}{SETUP}> [04 03 80 90 a2]\n"));
        assert_eq!(records.len(), 2, "another message");
        let (records, _) = read(&format!("{raw}{SETUP}{element}{SETUP}{element}"));
        assert_eq!(records.len(), 2, "the same message again, sent when only messages were printed");
    }

    #[test]
    fn octets_that_are_not_printed_are_missing() {
        let (records, errors) = read(&format!("{SETUP}> Bearer Capability (len= 5) [ Ext: 1\n{SETUP}"));
        assert_eq!(errors, [""; 0], "a version that prints no octets is not cut");
        assert_eq!((records.len(), records[0].missing), (2, 5));
        assert_eq!(records[0].octets, [0x08, 0x02, 0x00, 0x4D, 0x05]);
        let whole = format!("{SETUP}> [04 03 80 90 a3]\n");
        let (records, errors) = read(&format!("{whole}{SETUP}"));
        assert_eq!((records.len(), errors.len()), (2, 1), "{errors:?}");
        assert!(errors[0].contains("cut"));
    }

    #[test]
    fn call_references_have_their_length_and_flag() {
        for (text, octets) in [
            ("call ref: len= 2 (reference 1/0x1) (sent from originator)", &[2, 0x00, 0x01][..]),
            ("call ref: len= 2 (reference 32767/0x7fff) (sent to originator)", &[2, 0xFF, 0xFF]),
            ("call ref: len= 1 (reference 5/0x5) (terminator)", &[1, 0x85]),
            ("call ref: len= 0 (reference 0/0x0) (originator)", &[0]),
            ("call ref: len= 9999 (reference x", &[0]),
        ] {
            assert_eq!(call_reference(text), octets, "{text}");
        }
    }

    #[test]
    fn what_is_not_hex_in_the_brackets_is_refused() {
        let (records, errors) = read("> [ 00 01 7x ]\n> [ 00 01 7\n> [ 00 01 7f ]");
        assert_eq!((records.len(), errors.len()), (1, 2), "{errors:?}");
        assert_eq!(read("> [ 00 01 7").1, ["the file is cut in line 1"]);
        assert_eq!(read("> [ 00 01").1, ["the file is cut in line 1"]);
    }
}
