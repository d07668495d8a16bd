//! The view that tells each callback.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Value as Json, json};

use super::Story;
use super::callback::Callback;
use super::text;
use crate::decode::heading::Heading;
use crate::decode::seen::Seen;
use crate::decode::trace::Names;
use crate::decode::view::View;

/// Tells each callback when it ends, and the rest at the end of the trace.
pub(crate) struct StoryView {
    story: Story,
    json: bool,
    names: Names,
    told: u64,
}

impl StoryView {
    /// For people, or a JSON object a callback.
    pub(crate) fn new(json: bool) -> Self {
        Self { story: Story::default(), json, names: Names::default(), told: 0 }
    }

    fn tell(&mut self, callback: &Callback, out: &mut dyn Write) -> io::Result<()> {
        if !callback.chosen {
            return Ok(());
        }
        if self.json {
            writeln!(out, "{}", object(callback, &self.names))?;
        } else {
            let gap = if self.told > 0 { "\n" } else { "" };
            write!(out, "{gap}{}", text::text(callback, &self.names))?;
        }
        self.told += 1;
        Ok(())
    }
}

impl View for StoryView {
    fn file(&mut self, path: &Path, _out: &mut dyn Write) -> io::Result<()> {
        self.names.begin_file(path);
        Ok(())
    }

    fn frame(&mut self, seen: &Seen<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.names.look(seen);
        for callback in self.story.take(seen) {
            self.tell(&callback, out)?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<Vec<String>> {
        for callback in self.story.rest() {
            self.tell(&callback, out)?;
        }
        let mut told = Vec::new();
        if self.told == 0 {
            told.push("no callback in it; look at the frames with --line".to_owned());
        }
        if self.story.left_out > 0 {
            told.push(format!(
                "{} callbacks were not followed, because too many were open at once; cut the trace with --from and --to",
                self.story.left_out
            ));
        }
        Ok(told)
    }
}

fn object(callback: &Callback, names: &Names) -> Json {
    let digits = |party: Option<qsig_core::PartyNumber>| party.map(|party| party.digits.to_string());
    let steps: Vec<Json> = callback
        .steps
        .iter()
        .map(|step| {
            json!({
                "what": step.what.name(),
                "file": names.file(step.frame),
                "frame": step.frame.number,
                "time": Heading { time: Some(step.time).filter(|time| *time > 0), ..Heading::default() }.time(),
                "link": step.call.and_then(|key| names.link(key.link)),
                "call_ref": step.call.map(|key| key.value),
                "call_ref_of": step.call.map(|key| key.origin.name()),
                "text": text::told(callback, step),
            })
        })
        .collect();
    json!({
        "callback": callback.number,
        "link": names.link(callback.link),
        "service": callback.no_reply.map(|no_reply| if no_reply { "ccnr" } else { "ccbs" }),
        "a": digits(callback.a),
        "b": digits(callback.b),
        "side_a": callback.side_a.name(),
        "retained": callback.retained,
        "steps": steps,
        "steps_left_out": callback.left_out,
        "ended": callback.end.map(super::End::name),
    })
}
