//! `pinx callbacks`: the live callbacks of a running node, and their end.

use std::process::ExitCode;

use clap::builder::NonEmptyStringValueParser;
use serde_json::json;

use super::{
    Reach,
    error::ClientError,
    node::{Node, segment},
    print, print_json, reach,
    shapes::{Callback, Callbacks},
    table::{Column, Table},
    text::{clean, left, moment, state_of_callback},
};

/// List and cancel the callbacks of a running node
#[derive(clap::Args)]
#[command(after_help = "Examples:
  pinx callbacks
  pinx callbacks cancel a7")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    wish: Option<Wish>,
    #[command(flatten)]
    reach: Reach,
}

#[derive(clap::Subcommand)]
enum Wish {
    /// Cancel a callback; both ends are told
    #[command(after_help = "Example:\n  pinx callbacks cancel a7")]
    Cancel {
        /// Its name, as `pinx callbacks` lists it
        #[arg(value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
        id: String,
    },
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let json = arguments.reach.json;
    reach("callbacks", &arguments.reach, async |node| match &arguments.wish {
        None => list(&node, json).await,
        Some(Wish::Cancel { id }) => cancel(&node, id, json).await,
    })
}

async fn list(node: &Node, json: bool) -> Result<(), ClientError> {
    let answer = node.get("/v1/callbacks").await?;
    if json {
        return print_json(&answer);
    }
    let callbacks = node.read::<Callbacks>(&answer)?.callbacks;
    if callbacks.is_empty() {
        return print("no callbacks\n");
    }
    let mut table = Table::new(
        ["ID", "SERVICE", "A", "B", "ROLE", "TRUNK", "STATE", "CONNECTION", "TIMERS", "SINCE"]
            .map(Column::Words),
    );
    for callback in callbacks {
        let timers = callback.timers();
        let timers: Vec<_> =
            timers.iter().map(|(name, seconds)| format!("{name} {}", left(*seconds))).collect();
        let Callback { id, role, service, a, b, trunk, state, retained, suspended, since, .. } = callback;
        let state = state_of_callback(&state, suspended);
        let connection = if retained { "retained" } else { "" };
        let timers = timers.join(" ");
        table.row([
            id,
            service,
            a,
            b,
            role,
            trunk.unwrap_or_default(),
            state,
            connection.into(),
            timers,
            moment(&since, 0),
        ]);
    }
    print(table)
}

async fn cancel(node: &Node, id: &str, json: bool) -> Result<(), ClientError> {
    match node.delete(&format!("/v1/callbacks/{}", segment(id))).await {
        Ok(()) if json => print_json(&json!({ "cancelled": id })),
        Ok(()) => print(format_args!("cancelled {}\n", clean(id))),
        Err(ClientError::Refused(problem)) if problem.error == "no-such-callback" => {
            let live = node.get("/v1/callbacks").await.and_then(|live| node.read::<Callbacks>(&live));
            let live = live.map(|live| live.callbacks).unwrap_or_default();
            let known = live.into_iter().map(|callback| callback.id).collect();
            Err(ClientError::NoCallback { id: id.into(), known })
        }
        Err(error) => Err(error),
    }
}
