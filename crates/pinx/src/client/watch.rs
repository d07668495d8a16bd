//! `pinx phone N watch`: a phone as it changes, redrawn in place on a terminal, elsewhere a line for each change.

use std::{
    env,
    io::{self, IsTerminal, Write},
};

use serde_json::{Map, Value as Json};

use super::{
    error::ClientError,
    node::Node,
    print, print_json,
    screen::{Line, Screen},
    shapes::{Phone, PhoneEvent},
    text::{FAINT, MILLISECONDS, clean, moment},
};

/// Shows the phone, and each change, as long as the node runs.
pub(crate) async fn watch(node: &Node, number: &str, path: &str, json: bool) -> Result<(), ClientError> {
    // First the events, then the phone: so no change between the two is missed.
    let mut events = node.events(false).await?;
    let mut view = if json { View::Json } else { View::for_output() };
    let mut shown = node.get(path).await?;
    view.show(node, &shown, None)?;
    loop {
        let event = events.next().await?;
        if event.kind != "phone" {
            continue;
        }
        let data: Map<String, Json> = node.parse(&event.data)?;
        let time = data.get("time").and_then(Json::as_str);
        match PhoneEvent::of(&data) {
            Some(PhoneEvent::Alert(alerted)) if alerted == number => view.alert(number, time)?,
            Some(PhoneEvent::Change(phone))
                if phone.get("number") == shown.get("number") && *phone != shown =>
            {
                shown = phone.clone();
                view.show(node, &shown, time)?;
            }
            _ => {}
        }
    }
}

/// How the phone is shown.
#[derive(Debug)]
enum View {
    /// One JSON object a line.
    Json,
    /// One line for each change.
    Lines,
    /// One screen, drawn over the last, which had so many lines.
    Live(usize),
}

impl View {
    /// What suits the output.
    fn for_output() -> Self {
        let dumb = env::var_os("TERM").is_none_or(|term| term == "dumb");
        if io::stdout().is_terminal() && !dumb { Self::Live(0) } else { Self::Lines }
    }

    fn show(&mut self, node: &Node, json: &Json, time: Option<&str>) -> Result<(), ClientError> {
        match self {
            Self::Json => print_json(json),
            Self::Lines => {
                let phone = node.read::<Phone>(json)?;
                print(format_args!("{}{}\n", stamp(time), Line(&phone)))
            }
            Self::Live(height) => {
                let phone = node.read::<Phone>(json)?;
                let screen = format!("{}{FAINT}  Ctrl-C ends{FAINT:#}\n", Screen(&phone));
                // What moves the cursor goes past anstream, which takes it out where colours are not wanted.
                io::stdout().write_all(before(*height).as_bytes())?;
                print(&screen)?;
                io::stdout().write_all(AFTER)?;
                io::stdout().flush()?;
                *height = screen.lines().count();
                Ok(())
            }
        }
    }

    /// The phone draws attention to a callback notice, which its display shows as well.
    fn alert(&self, number: &str, time: Option<&str>) -> Result<(), ClientError> {
        match self {
            Self::Json => Ok(()),
            Self::Lines => {
                print(format_args!("{}{} sounds the callback alert\n", stamp(time), clean(number)))
            }
            Self::Live(_) => {
                io::stdout().write_all(BELL)?;
                Ok(io::stdout().flush()?)
            }
        }
    }
}

/// The moment of a change, before its line. The first line has none.
fn stamp(time: Option<&str>) -> String {
    time.map(|time| format!("{FAINT}{}{FAINT:#}  ", clean(&moment(time, MILLISECONDS)))).unwrap_or_default()
}

/// Goes back over a screen of so many lines and clears from there; lines that are too wide are cut until [`AFTER`],
/// so that a line of the screen is a line of the terminal.
fn before(height: usize) -> String {
    let up = if height == 0 { String::new() } else { format!("\x1b[{height}A\r\x1b[J") };
    format!("{up}\x1b[?7l")
}

/// Lets lines wrap again.
const AFTER: &[u8] = b"\x1b[?7h";
const BELL: &[u8] = b"\x07";
