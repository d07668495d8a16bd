//! A frame on one line.

use qsig_core::{PartyNumber, Side};

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
    let time = heading.time().map(|time| format!("{time} ")).unwrap_or_default();
    let direction = match heading.sender {
        Some(sender) => direction(sender),
        None => "?",
    };
    // At the end, so that the columns of such a trace stand under each other too.
    let guessed = if heading.guessed { " (direction guessed)" } else { "" };
    let link = seen.link_name.as_ref().map(|name| format!("{name} ")).unwrap_or_default();
    let line = format!(
        "{:>5} {time}{link}{direction:<11} {:<5} {:<9} {}{guessed}",
        heading.number,
        protocol(summary),
        frame(summary).unwrap_or_default(),
        gist(summary)
    );
    line.trim_end().to_owned()
}

/// Time, direction and gist of a frame, without line end.
pub(crate) fn text(heading: &Heading<'_>, summary: &Summary) -> String {
    let words = [
        heading.time(),
        heading.sender.map(|sender| direction(sender).to_owned()),
        heading.guessed.then(|| "(guessed)".to_owned()),
        frame(summary),
        Some(gist(summary)).filter(|gist| !gist.is_empty()),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
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

/// The message and what it carries.
fn gist(summary: &Summary) -> String {
    let mut words = Vec::new();
    words.extend(summary.message.map(|message| message.to_string()));
    words.extend(summary.call_reference.map(|reference| format!("[{reference}]")));
    if summary.call_independent {
        words.push("call-independent".to_owned());
    }
    let number = |name: &str, party: Option<PartyNumber>| {
        party.map(|party| {
            let digits = if party.digits.is_empty() { "-" } else { party.digits.as_str() };
            format!("{name} {digits}")
        })
    };
    words.extend(number("calling", summary.calling));
    words.extend(number("called", summary.called));
    words.extend(summary.channel.map(|channel| format!("channel {channel}")));
    words.extend(summary.cause.map(|cause| format!("cause {cause}")));
    words.extend(summary.apdus.iter().map(|apdu| format!("<{apdu}>")));
    if summary.damaged {
        words.push("(damaged)".to_owned());
    }
    words.join(" ")
}

/// `I 2/3` (N(S) and N(R)), `RR 3 F`, `SABME P`.
fn frame(summary: &Summary) -> Option<String> {
    let mut text = summary.frame?.name().to_owned();
    for (number, before) in [(summary.ns, ' '), (summary.nr, if summary.ns.is_some() { '/' } else { ' ' })] {
        if let Some(number) = number {
            text.push(before);
            text.push_str(&number.to_string());
        }
    }
    if summary.p_f == Some(true) {
        text.push_str(match summary.command {
            Some(true) => " P",
            Some(false) => " F",
            None => " P/F",
        });
    }
    Some(text)
}
