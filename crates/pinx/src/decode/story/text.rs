//! A callback in words.

use std::fmt::Write;

use qsig_core::{Cause, PartyNumber, Side, printable};

use super::callback::{Callback, Step, What};
use crate::decode::heading::{Heading, span};
use crate::decode::trace::Names;

/// A callback in one line for what it is, one for each step, and one for its end.
///
/// ```text
/// Callback 1: 2001 for 6001, CCBS, connection retained
///        2026-11-21
///     5  20:36:44.596388  cr 1 network  called      2001 calls 6001: 17 User busy
/// ```
pub(super) fn text(callback: &Callback, names: &Names) -> String {
    let mut text = heading(callback, names.link(callback.link));
    let (mut date, mut file) = (None, None);
    let timed = callback.steps.iter().any(|step| step.time > 0);
    if !timed {
        line(&mut text, &format!("{:>5}  no times in this trace", ""));
    }
    for step in &callback.steps {
        let heading = Heading { time: Some(step.time).filter(|time| *time > 0), ..Heading::default() };
        let (day, clock) = (heading.day(), heading.clock().unwrap_or_default());
        if day.is_some() && day != date {
            line(&mut text, &format!("{:>5}  {}", "", day.as_deref().unwrap_or_default()));
            date = day;
        }
        if names.file(step.frame) != file {
            file = names.file(step.frame);
            line(&mut text, &format!("{:>5}  in {}", "", printable(file.unwrap_or_default())));
        }
        let reference = step.call.map(|key| format!("cr {} {}", key.value, key.origin)).unwrap_or_default();
        let elsewhere =
            step.call.filter(|key| key.link != callback.link).and_then(|key| names.link(key.link));
        let elsewhere = elsewhere.map(|link| format!(" (on {link})")).unwrap_or_default();
        let (name, what) = (step.what.name(), told(callback, step) + &elsewhere);
        let clock = if timed { format!("{clock:<15}  ") } else { String::new() };
        line(&mut text, &format!("{:>5}  {clock}{reference:<16}  {name:<13}  {what}", step.frame.number));
    }
    if callback.left_out > 0 {
        line(&mut text, &format!("{:>5}  steps left out: {}", "", callback.left_out));
    }
    line(&mut text, &format!("{:>5}  {}", "", ended(callback)));
    text
}

/// A number, or that it is not known.
pub(crate) fn party(party: Option<PartyNumber>) -> String {
    let digits = party.map(|party| party.digits).filter(|digits| !digits.is_empty());
    digits.map_or_else(|| "an unknown number".to_owned(), |digits| digits.to_string())
}

fn line(text: &mut String, line: &str) {
    text.push_str(line.trim_end());
    text.push('\n');
}

fn heading(callback: &Callback, link: Option<&str>) -> String {
    let service = match callback.no_reply {
        Some(true) => "CCNR",
        Some(false) => "CCBS",
        None => "its request is not in the trace",
    };
    let (a, b) = (party(callback.a), party(callback.b));
    let mut text = format!("Callback {}: {a} for {b}, {service}", callback.number);
    match callback.retained {
        Some(true) => text.push_str(", connection retained"),
        Some(false) => text.push_str(", connection released"),
        None => {}
    }
    if let Some(link) = link {
        // Writing to a String cannot fail.
        let _ = write!(text, ", on {link}");
    }
    text.push('\n');
    text
}

/// What a step is, for those who know callbacks and not the names of operations.
pub(super) fn told(callback: &Callback, step: &Step) -> String {
    let (a, b) = (party(callback.a), party(callback.b));
    let side = |side: Side| if side == callback.side_a { &a } else { &b };
    let with = |cause: Option<Cause>| cause.map(|cause| format!(", cause {cause}")).unwrap_or_default();
    match step.what {
        What::Called(cause) => match cause {
            Some(cause) => format!("{a} calls {b}: {cause}"),
            None => format!("{a} calls {b}, which rings"),
        },
        What::Requested(retain) => {
            let wish = match retain {
                Some(true) => "the connection is to be retained",
                Some(false) => "the connection is to be released",
                None => "the connection may be retained or released",
            };
            let operation = if callback.no_reply == Some(true) { "ccnrRequest" } else { "ccbsRequest" };
            format!("{operation}: {wish}")
        }
        What::Accepted(retained, path) => {
            let retained = if retained { "the connection is retained" } else { "the connection is released" };
            let path = match path {
                Some(true) => ", paths may be reserved",
                Some(false) => ", no path reservation",
                None => "",
            };
            format!("{retained}{path}")
        }
        What::Refused(error) => format!("error {}", error.name()),
        What::Rejected(problem) => format!("reject {}", problem.name().unwrap_or("with an unknown problem")),
        What::Unanswered(by, cause) => {
            format!("the side of {} clears without an answer{}", side(by), with(cause))
        }
        What::Free(true) => format!("ccExecPossible on a new connection: {b} is free"),
        What::Free(false) => format!("ccExecPossible: {b} is free"),
        What::Suspended => format!("ccSuspend: {a} is busy"),
        What::Resumed => format!("ccResume: {a} is free again"),
        What::PathAsked => format!("ccPathReserve: {a}'s side asks for a path to {b}"),
        What::PathReserved => "result of ccPathReserve: the path is there".to_owned(),
        What::Recalled(channel) => {
            let channel = channel.map(|channel| format!(", channel {channel}")).unwrap_or_default();
            format!("ccRingout: {a} calls {b}{channel}")
        }
        What::Rings => format!("{b} rings"),
        What::Connected => format!("{b} answers"),
        What::RecallFailed(by, cause, error) => {
            let error = error.map(|error| format!(", error {}", error.name())).unwrap_or_default();
            format!("the side of {} clears the call{}{error}", side(by), with(cause))
        }
        What::NotAnswered(by, cause) => {
            format!("the side of {} clears while {b} rings{}", side(by), with(cause))
        }
        What::Cancelled(by) => format!("ccCancel from the side of {}", side(by)),
        What::Finished(by) => format!("ccCancel from the side of {}: the service is over", side(by)),
        What::ConnectionEnded(by) => {
            format!("the side of {} clears the connection; the callback goes on", side(by))
        }
        What::LinkReset => "the data link is established anew".to_owned(),
    }
}

fn ended(callback: &Callback) -> String {
    let first = callback.steps.iter().find(|step| !matches!(step.what, What::Called(_)));
    let times = first.zip(callback.steps.last()).filter(|(first, last)| first.time > 0 && last.time > 0);
    let after = times.map(|(first, last)| span(last.time.saturating_sub(first.time)));
    match (callback.end, after) {
        (Some(end), Some(after)) => format!("ended: {}, after {after}", end.name()),
        (Some(end), None) => format!("ended: {}", end.name()),
        (None, Some(after)) => format!("has not ended when the trace does, {after} after its first frame"),
        (None, None) => "has not ended when the trace does".to_owned(),
    }
}
