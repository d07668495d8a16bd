//! Hex digits: a frame a line, or a dump with offsets as `hexdump`, `xxd`, Wireshark and `text2pcap` write it.

use qsig_core::Side;

use super::clock::{Clock, seconds};
use super::{Out, Taken, TextFormat, content, is_hex, octets};
use crate::limits::LONGEST_TEXT_FRAME;
use crate::record::{Content, Record};
use crate::sides::Local;

/// Fewer octets are no frame; in text they are a number or a word.
const SHORTEST_FRAME: usize = 3;
/// The octets that `hexdump -C` puts into each half of a line, with a wider gap between the halves.
const HALF: usize = 8;
const TOO_LONG: &str = "a frame of more than 65,535 octets";

/// Reads hex digits.
///
/// ```text
/// U 00017f                                        a frame a line, with the side that sent it
/// 02:01:36.653 user -> net 00 01 7f               with time and both sides
/// > 08 02 00 01 05                                a message without its frame (they begin with 08)
/// 0000  00 01 00 00 08 02 00 01 05 04 03 80       a dump, whose offsets begin anew with each frame
/// 000c  90 a3
/// ```
///
/// Words before the octets, or on a line of their own before a dump, may be a time and a direction: `U`, `user`, `N`,
/// `net`, `network`, also in pairs with `->`; and as seen from the recording system `TX`, `sent`, `O`, `>`, `->` and
/// `RX`, `received`, `I`, `<`, `<-`. `L2` and `L3` say that a frame or a message follows. What follows `#` is no octet.
#[derive(Debug, Default)]
pub(crate) struct HexText {
    clock: Clock,
    local: Local,
    /// What a line before the next dump has said of it.
    ahead: Words,
    dump: Option<Dump>,
}

/// What stands before the octets.
#[derive(Clone, Copy, Debug, Default)]
struct Words {
    time: Option<u64>,
    sender: Option<Side>,
    /// Sent or received by the system that recorded it.
    sent: Option<bool>,
    content: Option<Content>,
}

/// The lines of a dump that belong to one frame.
#[derive(Debug)]
struct Dump {
    words: Words,
    octets: Vec<u8>,
    /// Where the last line began.
    last: usize,
    /// It is longer than any frame: it is not kept, only followed to its end.
    too_long: bool,
}

impl TextFormat for HexText {
    fn line(&mut self, line: &str, out: &mut Out) -> Taken {
        let line = line.split('#').next().unwrap_or_default();
        let tokens: Vec<&str> = line.split_ascii_whitespace().collect();
        if tokens.is_empty() {
            return Taken::Yes;
        }
        if let Some(taken) = self.dump_line(line, &tokens, out) {
            return taken;
        }
        let octets_from = tokens.iter().rposition(|token| pairs(token).is_none()).map_or(0, |last| last + 1);
        // Dates and times are made of pairs of digits, too; one that stands alone is a frame.
        let moments = tokens.iter().skip(octets_from).take_while(|token| is_moment(token)).count();
        let moments = if tokens.len() == 1 { 0 } else { moments };
        let (words, frame) = tokens.split_at_checked(octets_from + moments).unwrap_or_default();
        let frame: Vec<u8> = frame.iter().filter_map(|token| pairs(token)).flatten().collect();
        let Some(words) = self.words(words).filter(|words| !frame.is_empty() || words.tell_something())
        else {
            return if self.ends_in_an_octet(&tokens) { Taken::Broken } else { Taken::No };
        };
        if frame.is_empty() {
            self.close(out);
            self.ahead = words;
            return Taken::Yes;
        }
        if frame.len() < SHORTEST_FRAME {
            return Taken::No;
        }
        self.close(out);
        self.put(words, frame, out);
        Taken::Yes
    }

    fn end(&mut self, out: &mut Out) -> bool {
        self.close(out);
        false
    }
}

impl HexText {
    /// Takes a line with an offset that continues the dump or begins one.
    fn dump_line(&mut self, line: &str, tokens: &[&str], out: &mut Out) -> Option<Taken> {
        let (place, offset) =
            tokens.iter().enumerate().find_map(|(place, token)| Some((place, offset(token)?)))?;
        let continues = match &mut self.dump {
            Some(dump) if dump.too_long && offset > dump.last => {
                dump.last = offset;
                return Some(Taken::Yes);
            }
            Some(dump) if offset > dump.last && offset <= dump.octets.len() && place == 0 => {
                // What was more than the next line's offset allows is not octets but text beside them.
                dump.octets.truncate(offset);
                dump.last = offset;
                true
            }
            _ => false,
        };
        if !continues {
            if offset != 0 {
                return None;
            }
            let words = self.words(tokens.get(..place)?)?;
            self.close(out);
            let ahead = std::mem::take(&mut self.ahead);
            self.dump = Some(Dump { words: words.or(ahead), octets: Vec::new(), last: 0, too_long: false });
        }
        let token = tokens.get(place)?;
        let after = line.split_once(token).map(|(_, after)| after).unwrap_or_default();
        let dump = self.dump.as_mut()?;
        if dump_octets(after, &mut dump.octets) {
            return Some(Taken::Broken);
        }
        if dump.octets.len() > LONGEST_TEXT_FRAME {
            *dump = Dump { octets: Vec::new(), too_long: true, ..*dump };
            return Some(Taken::Refused(TOO_LONG));
        }
        Some(Taken::Yes)
    }

    /// Whether a line would show a frame if its last octet had two digits.
    fn ends_in_an_octet(&mut self, tokens: &[&str]) -> bool {
        let Some((last, before)) = tokens.split_last() else { return false };
        let octets_from = before.iter().rposition(|token| pairs(token).is_none()).map_or(0, |last| last + 1);
        let (words, octets) = before.split_at_checked(octets_from).unwrap_or_default();
        let odd = is_hex(last) && last.len() % 2 == 1 && (last.len() > 2 || !octets.is_empty());
        odd && self.words(words).is_some()
    }

    /// Gives the frame of the dump.
    fn close(&mut self, out: &mut Out) {
        if let Some(dump) = self.dump.take().filter(|dump| !dump.octets.is_empty()) {
            self.put(dump.words, dump.octets, out);
        }
    }

    fn put(&mut self, words: Words, octets: Vec<u8>, out: &mut Out) {
        let content = words.content.unwrap_or_else(|| content(&octets));
        let (direction, direction_guessed) = match (words.sender, words.sent, content) {
            (Some(sender), _, _) => (Some(sender), false),
            (None, Some(sent), Content::Frame) => self.local.sender_of_frame(sent, &octets),
            (None, Some(sent), Content::Message) => self.local.sender_of_message(sent),
            (None, None, _) => (None, false),
        };
        let interface = out.interface("");
        let time = words.time.unwrap_or_default();
        out.put(Record { time, direction, direction_guessed, interface, content, octets, missing: 0 });
    }

    /// Understands all words, or none.
    fn words(&mut self, words: &[&str]) -> Option<Words> {
        let mut seen = Words::default();
        let mut clock = self.clock;
        seen.time = clock.read(&words.join(" ")).or_else(|| words.iter().find_map(|word| seconds(word)));
        for (place, word) in words.iter().enumerate() {
            let word = word.trim_matches(['[', ']', '(', ')', ':', ',', '*', '.']);
            let number = place == 0 && word.bytes().all(|digit| digit.is_ascii_digit());
            let known =
                number || seen.direction(word) || is_part_of_a_moment(word) || seconds(word).is_some();
            match word {
                "L2" => seen.content = Some(Content::Frame),
                "L3" => seen.content = Some(Content::Message),
                _ if known || word.is_empty() => {}
                _ => return None,
            }
        }
        self.clock = clock;
        Some(seen)
    }
}

impl Words {
    fn tell_something(&self) -> bool {
        self.time.is_some() || self.sender.is_some() || self.sent.is_some() || self.content.is_some()
    }

    fn or(self, other: Self) -> Self {
        Self {
            time: self.time.or(other.time),
            sender: self.sender.or(other.sender),
            sent: self.sent.or(other.sent),
            content: self.content.or(other.content),
        }
    }

    /// Takes a word if it is one of a direction. The first side named is the sender.
    fn direction(&mut self, word: &str) -> bool {
        let word = word.to_ascii_lowercase();
        match word.as_str() {
            ">" | "->" | "tx" | "sent" | "o" if self.sender.is_none() => self.sent = self.sent.or(Some(true)),
            "<" | "<-" | "rx" | "received" | "i" if self.sender.is_none() => {
                self.sent = self.sent.or(Some(false));
            }
            "->" | ">" => {}
            pair => {
                let sides: Option<Vec<Side>> =
                    pair.split("->").flat_map(|part| part.split("-to-")).map(side).collect();
                let Some(sides) = sides else { return false };
                self.sender = self.sender.or(sides.first().copied());
            }
        }
        true
    }
}

fn side(word: &str) -> Option<Side> {
    match word {
        "u" | "user" => Some(Side::User),
        "n" | "net" | "network" => Some(Side::Network),
        _ => None,
    }
}

/// Whole octets, `00017f` or `00:01:7f` or `0x00,`.
fn pairs(token: &str) -> Option<Vec<u8>> {
    let token = token.strip_prefix("0x").unwrap_or(token);
    if is_hex(token) {
        return octets(token);
    }
    let parts = token.trim_end_matches([',', ':', '-']).split([':', '-', ',']);
    let parts: Option<Vec<Vec<u8>>> = parts
        .map(|part| octets(part.strip_prefix("0x").unwrap_or(part)).filter(|octets| octets.len() == 1))
        .collect();
    parts.map(|parts| parts.concat())
}

/// An offset: more than two hex digits, or more than three where nothing else shows that it is one.
fn offset(token: &str) -> Option<usize> {
    let marked = token.ends_with(':') || token.starts_with("0x");
    let digits = token.trim_end_matches(':').trim_start_matches("0x");
    let enough = digits.len() > if marked { 2 } else { 3 };
    usize::from_str_radix(digits, 16).ok().filter(|_| enough && digits.len() <= 8)
}

/// Appends the octets that follow an offset. Whether they end in the middle of one.
fn dump_octets(text: &str, out: &mut Vec<u8>) -> bool {
    let mut rest = text.trim_start();
    let before = out.len();
    while !rest.is_empty() {
        let (token, after) = rest.split_once([' ', '\t']).unwrap_or((rest, ""));
        let groups = matches!(token.len(), 2 | 4 | 8).then(|| octets(token)).flatten();
        let Some(group) = groups else {
            return after.is_empty() && token.len() < 4 && is_hex(token) && token.len() % 2 == 1;
        };
        out.extend(group);
        let gap = after.len() - after.trim_start().len();
        // A wide gap ends the octets; text follows. But `hexdump -C` has one space more between its halves.
        if gap > 1 || (gap == 1 && out.len() - before != HALF) {
            return false;
        }
        rest = after.trim_start();
    }
    false
}

/// A date or a time of day, which hex digits in pairs may be, too.
fn is_moment(token: &str) -> bool {
    let shape: String = token.chars().map(|next| if next.is_ascii_digit() { '0' } else { next }).collect();
    shape == "0000-00-00" || (shape == "00:00:00" && Clock::default().read(token).is_some())
}

/// A piece of a date or time.
fn is_part_of_a_moment(word: &str) -> bool {
    if word.starts_with(|first: char| first.is_ascii_digit()) {
        let day_or_year = matches!(word.len(), 1 | 2 | 4);
        let punctuated = word.contains([':', '-', '/']);
        return (day_or_year || punctuated)
            && word.chars().all(|next| next.is_ascii_digit() || "-/:.,TZ+".contains(next));
    }
    word == "UTC" || word.to_ascii_lowercase().get(..3).is_some_and(|month| MONTHS.contains(&month))
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines::Lines;
    use crate::trace::Importer;

    fn read(text: &str) -> (Vec<Record>, u64) {
        let mut lines = Lines::<HexText, _>::new(text.as_bytes());
        let mut records = Vec::new();
        while let Some(Ok(record)) = lines.next() {
            records.push(record);
        }
        let refused: u64 = lines.tally().refused().iter().map(|refused| refused.count).sum();
        (records, lines.tally().left_out() + refused)
    }

    const SABME: [u8; 3] = [0x00, 0x01, 0x7F];

    #[test]
    fn octets_are_read_in_every_way_they_are_written() {
        for text in
            ["00017f", "00 01 7F", "0001 7f", "00:01:7f", "00-01-7f", "0x00, 0x01, 0x7f", "0x00017f # SABME"]
        {
            let (records, left) = read(text);
            assert_eq!((records.len(), left), (1, 0), "{text}");
            assert_eq!(records[0].octets, SABME, "{text}");
            assert_eq!((records[0].time, records[0].direction), (0, None));
        }
    }

    #[test]
    fn words_before_the_octets_tell_time_side_and_layer() {
        for (text, time, direction, guessed) in [
            ("U 00017f", 0, Some(Side::User), false),
            ("12 0.000100 network-to-user: 00 01 7f", 100, Some(Side::Network), false),
            (
                "2026-11-22 02:01:36.653 net -> user 00 01 7f",
                1_795_312_896_653_000,
                Some(Side::Network),
                false,
            ),
            ("[Nov 22 2026 02:01:36.653] N->U 00:01:7f", 1_795_312_896_653_000, Some(Side::Network), false),
            // Who sent a SABME with C/R 0 is the user, and so is the system that recorded it as sent.
            ("00:00:01 TX 00 01 7f", 1_000_000, Some(Side::User), true),
            ("received 00 01 7f", 0, Some(Side::User), true),
        ] {
            let (records, left) = read(text);
            assert_eq!((records.len(), left), (1, 0), "{text}");
            let Record { time: seen, direction: side, direction_guessed, .. } = records[0];
            assert_eq!((seen, side, direction_guessed), (time, direction, guessed), "{text}");
        }
        let (records, _) = read("L3 00 01 7f\nL2 08 01 7f\n08 02 00 01 05\n");
        let contents: Vec<Content> = records.iter().map(|record| record.content).collect();
        assert_eq!(contents, [Content::Message, Content::Frame, Content::Message]);
    }

    #[test]
    fn text_that_only_looks_like_hex_is_left_out() {
        for text in
            ["be added to 12 34 56", "12 34", "total 00 01 7f", "00 01 7f rest", "added", "1234", "U 0 1 7f"]
        {
            let (records, left) = read(text);
            assert_eq!((records.len(), left), (0, u64::from(text != "added")), "{text}");
        }
    }

    #[test]
    fn dumps_of_every_program_are_read() {
        let octets = b"\x00\x01\x00\x00\x08\x02\x00\x01\x05\x04\x03\x80\x90\xa3\xa1abcd";
        let od = "U\n000000 00 01 00 00 08 02 00 01 05 04 03 80 90 a3 a1 61\n000010 62 63 64\n000013\n";
        let xxd = "U\n00000000: 0001 0000 0802 0001 0504 0380 90a3 a161  ...............a\n00000010: 6263 64  bcd\n";
        let wireshark = "U\n0000   00 01 00 00 08 02 00 01 05 04 03 80 90 a3 a1 61   ...............a\n\
                         0010   62 63 64                                          bcd\n";
        let tcpdump = "U\n\t0x0000:  0001 0000 0802 0001 0504 0380 90a3 a161  ...............a\n\t0x0010:  6263 64  bcd\n";
        for text in [od, xxd, wireshark, tcpdump] {
            let (records, left) = read(&text.repeat(2));
            assert_eq!((records.len(), left), (2, 0), "{text}");
            for record in records {
                assert_eq!(
                    (record.octets.as_slice(), record.direction),
                    (&octets[..], Some(Side::User)),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn text_beside_a_dump_that_looks_like_octets_is_dropped_by_the_next_offset() {
        let (records, _) = read("0000: 00 01 00 00 08 02 00 01  ab cd ef\n0008: 05\n0000: 00 01 7f\n");
        assert_eq!(records[0].octets, [0x00, 0x01, 0x00, 0x00, 0x08, 0x02, 0x00, 0x01, 0x05]);
        assert_eq!(records[1].octets, SABME);
    }

    #[test]
    fn a_dump_longer_than_any_frame_is_refused() {
        let line = |place: usize| format!("{:06x} {}\n", place * 16, "00 ".repeat(16));
        let text: String = (0..5_000).map(line).collect();
        let (records, left) = read(&format!("{text}U 00017f\n"));
        assert_eq!((records.len(), left), (1, 1));
    }
}
