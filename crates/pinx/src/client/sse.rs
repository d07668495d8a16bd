//! Server-sent events: from octets to events.
//!
//! Source: the HTML standard, "Server-sent events", parsing an event stream. The fields `id` and `retry` are of
//! no use to us and are left out.

use crate::limits::LONGEST_EVENT;

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ServerEvent {
    /// Its kind; `message` where none was named.
    pub(crate) kind: String,
    /// What it carries; more than one data line is joined with line ends.
    pub(crate) data: String,
}

/// An event has more than 1 MiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an event of more than 1 MiB")]
pub(crate) struct TooLong;

/// Takes octets as they come and gives events.
#[derive(Debug, Default)]
pub(crate) struct Parser {
    line: Vec<u8>,
    after_return: bool,
    kind: String,
    data: Option<String>,
}

impl Parser {
    /// Takes octets, and gives the events that they complete.
    pub(crate) fn take(&mut self, octets: &[u8]) -> Result<Vec<ServerEvent>, TooLong> {
        let mut events = Vec::new();
        for &octet in octets {
            // A line ends with CR, LF, or both.
            let second_half = octet == b'\n' && self.after_return;
            self.after_return = octet == b'\r';
            match octet {
                _ if second_half => {}
                b'\r' | b'\n' => events.extend(self.end_of_line()),
                _ if self.line.len() + self.data.as_ref().map_or(0, String::len) >= LONGEST_EVENT => {
                    return Err(TooLong);
                }
                other => self.line.push(other),
            }
        }
        Ok(events)
    }

    fn end_of_line(&mut self) -> Option<ServerEvent> {
        if self.line.is_empty() {
            let kind = std::mem::take(&mut self.kind);
            let data = self.data.take()?;
            return Some(ServerEvent { kind: if kind.is_empty() { "message".into() } else { kind }, data });
        }
        let line = std::mem::take(&mut self.line);
        let line = String::from_utf8_lossy(&line);
        let (field, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => self.kind = value.into(),
            "data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                none => *none = Some(value.into()),
            },
            // A comment, as it is sent to keep the connection alive, or a field that says nothing to us.
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(kind: &str, data: &str) -> ServerEvent {
        ServerEvent { kind: kind.into(), data: data.into() }
    }

    const STREAM: &str = ": hello\n\nevent: phone\r\ndata: {\"a\":\r\ndata:1}\r\n\r\nid: 7\rdata: x\r\revent: lost\n\ndata\n\n";

    #[test]
    fn events_are_the_same_wherever_the_octets_are_cut() {
        let wanted = [event("phone", "{\"a\":\n1}"), event("message", "x"), event("message", "")];
        for cut in 0..=STREAM.len() {
            let mut parser = Parser::default();
            let (one, two) = STREAM.as_bytes().split_at(cut);
            let mut events = parser.take(one).unwrap();
            events.extend(parser.take(two).unwrap());
            assert_eq!(events, wanted, "cut at {cut}");
        }
    }

    #[test]
    fn an_event_that_never_ends_is_refused() {
        let mut parser = Parser::default();
        assert_eq!(parser.take(&vec![b'x'; LONGEST_EVENT]), Ok(vec![]));
        assert_eq!(parser.take(b"x"), Err(TooLong));
        let line = [b"data: ", &[b'x'; 10_000][..], b"\n"].concat();
        let mut parser = Parser::default();
        assert!((0..200).any(|_| parser.take(&line).is_err()), "data lines are counted too");
    }
}
