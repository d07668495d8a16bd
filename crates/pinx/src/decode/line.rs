//! A frame on one line.

use qsig_core::Side;

use super::heading::Heading;
use crate::summary::Summary;

/// Time, direction and gist of a frame, without line end.
pub(crate) fn text(heading: &Heading<'_>, summary: &Summary) -> String {
    let mut words = Vec::new();
    words.extend(heading.time());
    words.extend(heading.sender.map(|sender| {
        match sender {
            Side::User => "user -> net",
            Side::Network => "net -> user",
        }
        .to_owned()
    }));
    words.extend(frame(summary));
    words.extend(summary.message.map(|message| message.to_string()));
    words.extend(summary.call_reference.map(|reference| format!("[{reference}]")));
    if summary.call_independent {
        words.push("call-independent".to_owned());
    }
    let number = |name: &str, digits: Option<qsig_core::Digits>| {
        digits.map(|digits| format!("{name} {}", if digits.is_empty() { "-" } else { digits.as_str() }))
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
