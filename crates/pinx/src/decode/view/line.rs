//! A frame on one line.

use std::fmt::{self, Write};

use qsig_core::Side;
use qsig_lapd::FrameType;

use crate::decode::heading::Heading;
use crate::decode::seen::Seen;
use crate::summary::Summary;

/// Number, time, direction, protocol, frame and gist in columns, without line end.
///
/// ```text
///    15 2026-11-21T20:36:44.596568Z net -> user QSIG  I 2/3     SETUP cr 2 call-independent 2001 > 6001 <ccbsRequest>
/// ```
pub(crate) fn columns(seen: &Seen<'_>) -> String {
    let (heading, summary) = (&seen.heading, &seen.summary);
    let mut line = String::with_capacity(192);
    push(&mut line, format_args!("{:>5}", heading.number));
    push_words(&mut line, heading.time().as_deref());
    push_words(&mut line, seen.link_name.as_deref());
    push_column(&mut line, 11, |line| line.push_str(heading.sender.map_or("?", direction)));
    push_column(&mut line, 5, |line| line.push_str(protocol(summary)));
    push_column(&mut line, 9, |line| push_frame(line, summary));
    push_gist(&mut line, summary);
    // At the end, so that the columns of such a trace stand under each other too.
    if heading.guessed {
        line.push_str(" (direction guessed)");
    }
    line.truncate(line.trim_end().len());
    line
}

/// Time, direction and gist of a frame, without line end.
pub(crate) fn text(heading: &Heading<'_>, summary: &Summary) -> String {
    let mut text = String::new();
    push_words(&mut text, heading.time().as_deref());
    push_words(&mut text, heading.sender.map(direction));
    push_words(&mut text, heading.guessed.then_some("(guessed)"));
    if summary.frame.is_some() {
        push_column(&mut text, 0, |text| push_frame(text, summary));
    }
    push_gist(&mut text, summary);
    // The blank after the last word.
    text.pop();
    text
}

const fn direction(sender: Side) -> &'static str {
    match sender {
        Side::User => "user -> net",
        Side::Network => "net -> user",
    }
}

/// The highest protocol in the frame.
fn protocol(summary: &Summary) -> &'static str {
    match (summary.frame, summary.message) {
        _ if !summary.apdus.is_empty() => "QSIG",
        (_, Some(_)) => "Q.931",
        (Some(_), None) => "LAPD",
        (None, None) => "?",
    }
}

/// The message and what it carries, with a blank after each word.
fn push_gist(line: &mut String, summary: &Summary) {
    if let Some(message) = summary.message {
        push(line, format_args!("{message}"));
    }
    if let Some(reference) = summary.call_reference {
        push(line, format_args!("[{reference}]"));
    }
    push_words(line, summary.call_independent.then_some("call-independent"));
    for (name, party) in [("calling", summary.calling), ("called", summary.called)] {
        if let Some(party) = party {
            push_words(line, Some(name));
            push_words(line, Some(if party.digits.is_empty() { "-" } else { party.digits.as_str() }));
        }
    }
    if let Some(channel) = summary.channel {
        push(line, format_args!("channel {channel}"));
    }
    if let Some(cause) = summary.cause {
        push(line, format_args!("cause {cause}"));
    }
    for apdu in &summary.apdus {
        push(line, format_args!("<{apdu}>"));
    }
    push_words(line, summary.damaged.then_some("(damaged)"));
}

/// `I 2/3` (N(S) and N(R)), `RR 3 F`, `SABME P`.
fn push_frame(line: &mut String, summary: &Summary) {
    line.push_str(summary.frame.map_or("", FrameType::name));
    for (number, before) in [(summary.ns, ' '), (summary.nr, if summary.ns.is_some() { '/' } else { ' ' })] {
        if let Some(number) = number {
            // Writing to a String cannot fail.
            let _ = write!(line, "{before}{number}");
        }
    }
    if summary.p_f == Some(true) {
        line.push_str(match summary.command {
            Some(true) => " P",
            Some(false) => " F",
            None => " P/F",
        });
    }
}

/// Appends words and a blank.
fn push(line: &mut String, words: fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = line.write_fmt(words);
    line.push(' ');
}

/// The same, of what needs no formatting.
fn push_words(line: &mut String, words: Option<&str>) {
    if let Some(words) = words {
        line.push_str(words);
        line.push(' ');
    }
}

/// Appends what `write` does, so many characters wide, and a blank.
fn push_column(line: &mut String, width: usize, write: impl FnOnce(&mut String)) {
    let end = line.len() + width;
    write(line);
    line.extend(std::iter::repeat_n(' ', end.saturating_sub(line.len()) + 1));
}
