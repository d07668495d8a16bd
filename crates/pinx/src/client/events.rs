//! `pinx events`: what happens at a running node, as it happens.

use std::{fmt, process::ExitCode};

use serde::Deserialize;
use serde_json::{Map, Value as Json, json};

use super::{
    Reach,
    error::ClientError,
    node::Node,
    print, print_json, reach,
    screen::Line,
    shapes::{Phone, PhoneEvent, plain},
    text::{BAD, CALLS, FAINT, HEAD, MILLISECONDS, clean, moment},
    until_ctrl_c,
};

/// Follow what happens at a running node, until Ctrl-C
#[derive(clap::Args)]
#[command(after_help = "Examples:
  pinx events
  pinx events --frames
  pinx events --json | jq 'select(.event == \"callback\")'")]
pub(crate) struct Arguments {
    /// Show the frames of the trunks too
    #[arg(long)]
    frames: bool,
    #[command(flatten)]
    reach: Reach,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let json = arguments.reach.json;
    reach("events", &arguments.reach, async |node| until_ctrl_c(follow(&node, arguments.frames, json)).await)
}

async fn follow(node: &Node, frames: bool, json: bool) -> Result<(), ClientError> {
    let mut events = node.events(frames).await?;
    loop {
        let event = events.next().await?;
        let data: Map<String, Json> = node.parse(&event.data)?;
        if json {
            let mut object = Map::new();
            object.insert("event".into(), json!(event.kind));
            object.extend(data);
            print_json(&Json::Object(object))?;
        } else {
            print(format_args!("{}\n", EventLine { kind: &event.kind, data: &data }))?;
        }
    }
}

/// An event in one line: when, what, and what of it.
struct EventLine<'a> {
    kind: &'a str,
    data: &'a Map<String, Json>,
}

impl EventLine<'_> {
    /// The field as text; empty where there is none.
    fn field(&self, name: &str) -> String {
        clean(&self.data.get(name).map(plain).unwrap_or_default()).into_owned()
    }

    /// What of it, for the kinds we know; `None` for another, or where it is not as we know it.
    fn known(&self) -> Option<String> {
        let all = |names: &[&str]| names.iter().all(|name| self.data.contains_key(*name));
        let field = |name| self.field(name);
        match self.kind {
            "callback" if all(&["id", "service", "a", "b", "what"]) => {
                let cause = self.after(", ", "cause");
                let [id, service, a, b, what] = ["id", "service", "a", "b", "what"].map(field);
                Some(format!("{id} {service} {a} to {b}: {what}{cause}"))
            }
            "call" if all(&["from", "to", "what"]) => {
                let (cause, text) = (self.after(", cause ", "cause"), self.after(", ", "text"));
                Some(format!("{} to {}: {}{cause}{text}", field("from"), field("to"), field("what")))
            }
            "trunk" if all(&["name", "link"]) => Some(format!("{} {}", field("name"), field("link"))),
            "frame" if all(&["trunk", "sender", "text"]) => {
                Some(format!("{} from {}: {}", field("trunk"), field("sender"), field("text")))
            }
            "fault" if all(&["message"]) => Some(field("message")),
            "phone" => match PhoneEvent::of(self.data)? {
                PhoneEvent::Change(phone) => Some(Line(&Phone::deserialize(phone).ok()?).to_string()),
                PhoneEvent::Alert(number) => Some(format!("{} sounds the callback alert", clean(number))),
            },
            _ => None,
        }
    }

    fn after(&self, before: &str, name: &str) -> String {
        let text = self.field(name);
        if text.is_empty() { text } else { format!("{before}{text}") }
    }

    /// All fields but those that stand in front.
    fn fields(&self) -> String {
        let fields = self.data.keys().filter(|name| !matches!(name.as_str(), "seq" | "time"));
        fields.map(|name| format!("{}={}", clean(name), self.field(name))).collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Display for EventLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let style = match self.kind {
            "fault" => BAD,
            "callback" => CALLS,
            _ => HEAD,
        };
        let (time, kind) = (moment(&self.field("time"), MILLISECONDS), clean(self.kind));
        let what = self.known().unwrap_or_else(|| self.fields());
        write!(f, "{FAINT}{time}{FAINT:#}  {style}{kind:<8}{style:#}  {what}")
    }
}
