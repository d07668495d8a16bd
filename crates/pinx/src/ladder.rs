//! Arrows between two nodes, and what stands on them.

use qsig_lapd::FrameType;
use qsig_q931::CallReference;

use crate::summary::Summary;

/// Columns between the two lifelines.
const SPAN: usize = 66;

/// An arrow with its text, from the left lifeline to the right one or back.
///
/// ```text
/// |-- SETUP  cr 1  1001>2001  ch 1 --------------------------------->|
/// |<-------------------------------------- CALL PROCEEDING  cr 1 ----|
/// ```
pub(crate) fn arrow(text: &str, to_the_right: bool) -> String {
    let mut text = text.to_owned();
    if let Some((end, _)) = text.char_indices().nth(SPAN - 8) {
        // What is cut off is said to be.
        text.truncate(text.char_indices().nth(SPAN - 10).map_or(end, |(at, _)| at));
        text.push_str("..");
    }
    let shaft = "-".repeat(SPAN.saturating_sub(text.chars().count() + 5));
    if to_the_right { format!("|-- {text} {shaft}>|") } else { format!("|<{shaft} {text} --|") }
}

/// A frame of which nobody knows who sent it: its text between the lifelines, without a tip.
pub(crate) fn undirected(text: &str) -> String {
    arrow(text, true).replacen(">|", "-|", 1)
}

/// The names of the lifelines, above them.
pub(crate) fn heads(left: &str, right: &str) -> String {
    format!("{left}{right:>width$}", width = SPAN + 2 - left.chars().count())
}

/// What a frame says, for its arrow: `SETUP  cr 1  1001>2001  ch 1  callingName`.
pub(crate) fn text(summary: &Summary) -> String {
    let Some(message) = summary.message else {
        return summary.frame.map_or_else(|| "no frame".into(), |frame| frame.to_string());
    };
    let mut parts = vec![message.to_string()];
    if let Some(CallReference::Call(_, value)) = summary.call_reference {
        parts.push(format!("cr {}", value.get()));
    }
    if let (Some(calling), Some(called)) = (summary.calling, summary.called) {
        parts.push(format!("{}>{}", calling.digits, called.digits));
    }
    parts.extend(summary.channel.map(|channel| format!("ch {channel}")));
    // Clearing that goes on bears no news in its cause when an operation stands beside it.
    if summary.apdus.is_empty() {
        parts.extend(summary.cause.map(|cause| cause.to_string()));
    }
    parts.push(summary.apdus.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
    parts.retain(|part| !part.is_empty());
    if summary.damaged {
        parts.push("damaged".into());
    }
    parts.join("  ")
}

/// RR, RNR and REJ: they are many, and a ladder is read for what stands between them.
pub(crate) const fn is_supervisory(summary: &Summary) -> bool {
    matches!(summary.frame, Some(FrameType::Rr | FrameType::Rnr | FrameType::Rej))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_end_at_the_lifelines() {
        assert_eq!(arrow("UA", true).len(), arrow("UA", false).len());
        assert!(arrow("UA", true).starts_with("|-- UA ---") && arrow("UA", true).ends_with("->|"));
        assert!(arrow("UA", false).starts_with("|<---") && arrow("UA", false).ends_with(" UA --|"));
        assert_eq!(arrow(&"x".repeat(500), true).len(), arrow("UA", true).len());
        assert_eq!(heads("milan", "rome").len(), arrow("UA", true).len());
    }
}
