//! `pinx phone`: a phone of a running node, driven and watched.

use std::process::ExitCode;

use clap::builder::NonEmptyStringValueParser;
use serde_json::{Value as Json, json};

use super::{
    Reach,
    error::ClientError,
    keys::Wish,
    node::{Node, segment},
    print, print_json, reach,
    screen::Screen,
    shapes::Phones,
    until_ctrl_c,
    watch::watch,
};

/// Drive and watch a phone of a running node
#[derive(clap::Args)]
#[command(after_help = "Keys, pressed in order:
  off-hook, on-hook   the handset
  dial:DIGITS         dial, lifting the handset first if needed; also `dial DIGITS`
  0-9 '*' '#'         one digit
  softkey:LABEL       a softkey, as the display shows it; also `press LABEL`
  reject[:CAUSE]      refuse what rings
  hold, retrieve      the call
  dnd:on, dnd:off     do not disturb: calls find the user busy; callbacks wait until it is off and the phone was used
  forward:all:NUMBER  send calls elsewhere; also forward:busy:NUMBER, forward:no-answer:NUMBER, forward:off
  reset               the phone restarts
  answer-after:MS     answer each call by itself after this long; answer-after:off ends that

Examples:
  pinx phone 1001 off-hook dial:2001
  pinx phone 1001 press CallBack
  pinx phone 1001 watch")]
pub(crate) struct Arguments {
    /// The phone's number
    #[arg(value_name = "NUMBER", value_parser = NonEmptyStringValueParser::new())]
    number: String,
    /// `status` (the default), `watch`, or keys
    #[arg(value_name = "status|watch|KEY")]
    words: Vec<String>,
    #[command(flatten)]
    reach: Reach,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let json = arguments.reach.json;
    reach("phone", &arguments.reach, async |node| {
        let path = format!("/v1/phones/{}", segment(&arguments.number));
        let done = match Wish::read(&arguments.words)? {
            Wish::Status => node.get(&path).await.and_then(|phone| show(&node, &phone, json)),
            Wish::Press(keys) => {
                let pressed = node.post(&format!("{path}/keys"), &json!({ "keys": keys })).await;
                pressed.map_err(key_refused).and_then(|phone| show(&node, &phone, json))
            }
            Wish::Watch => until_ctrl_c(watch(&node, &arguments.number, &path, json)).await,
        };
        match done {
            Ok(()) => Ok(()),
            Err(error) => Err(explain(&node, &arguments.number, error).await),
        }
    })
}

fn show(node: &Node, phone: &Json, json: bool) -> Result<(), ClientError> {
    if json { print_json(phone) } else { print(Screen(&node.read(phone)?)) }
}

/// Which key it was, if it was a key.
fn key_refused(error: ClientError) -> ClientError {
    match error {
        ClientError::Refused(problem) => match problem.index {
            Some(index) if problem.error == "unknown-key" => {
                ClientError::UnknownKey { message: problem.message, index }
            }
            Some(index) => ClientError::Key { problem, index },
            None => ClientError::Refused(problem),
        },
        other => other,
    }
}

/// Where there is no such phone, says which there are.
pub(crate) async fn explain(node: &Node, number: &str, error: ClientError) -> ClientError {
    match error {
        ClientError::Refused(problem) if problem.error == "no-such-phone" => {
            let phones = node.get("/v1/phones").await.and_then(|phones| node.read::<Phones>(&phones));
            let known = phones.map(|phones| phones.phones).unwrap_or_default();
            let known = known.iter().map(|phone| format!("{} {}", phone.number, phone.name)).collect();
            ClientError::NoPhone { number: number.into(), known }
        }
        other => other,
    }
}
