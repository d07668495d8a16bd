//! `pinx show`: what a running node holds at this moment.

use std::process::ExitCode;

use clap::builder::NonEmptyStringValueParser;
use serde_json::{Map, Value as Json, json};

use super::{
    Reach,
    error::ClientError,
    figures::Figure,
    node::{Node, segment},
    phone::explain,
    print, print_json, reach,
    shapes::{Callback, Callbacks, Calls, Trunks, plain},
    table::{Column, Table},
    text::{data_link, left, moment},
};

/// Show the trunks, calls, timers, profiles, limits or counters of a running node
#[derive(clap::Args)]
#[command(after_help = "Examples:
  pinx show trunks
  pinx show profile 1001
  pinx show counters --json")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    reach: Reach,
}

#[derive(clap::Subcommand)]
enum What {
    /// The trunks and their data links
    #[command(after_help = "Example:\n  pinx show trunks")]
    Trunks,
    /// The calls
    #[command(after_help = "Example:\n  pinx show calls")]
    Calls,
    /// The running timers of the callbacks, soonest first
    #[command(after_help = "Example:\n  pinx show timers")]
    Timers,
    /// The callback rules of an extension, and where each comes from
    #[command(after_help = "Example:\n  pinx show profile 1001")]
    Profile {
        /// The extension's number
        #[arg(value_name = "NUMBER", value_parser = NonEmptyStringValueParser::new())]
        number: String,
    },
    /// What bounds the node: calls, connections, callbacks
    #[command(after_help = "Example:\n  pinx show limits")]
    Limits,
    /// Everything that is counted
    #[command(after_help = "Example:\n  pinx show counters --json")]
    Counters,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let json = arguments.reach.json;
    reach("show", &arguments.reach, async |node| match &arguments.what {
        What::Trunks => trunks(&node, json).await,
        What::Calls => calls(&node, json).await,
        What::Timers => timers(&node, json).await,
        What::Profile { number } => profile(&node, number, json).await,
        What::Limits => limits(&node, json).await,
        What::Counters => counters(&node, json).await,
    })
}

async fn trunks(node: &Node, json: bool) -> Result<(), ClientError> {
    let answer = node.get("/v1/trunks").await?;
    if json {
        return print_json(&answer);
    }
    let mut table = Table::new([
        Column::Words("TRUNK"),
        Column::Words("SIDE"),
        Column::Words("LINK"),
        Column::Words("LAPD"),
        Column::Number("CHANNELS BUSY"),
        Column::Number("CONNECTIONS"),
    ]);
    for trunk in node.read::<Trunks>(&answer)?.trunks {
        let [busy, connections] = [trunk.channels_busy, trunk.connections].map(|count| count.to_string());
        table.row([trunk.name, trunk.side, trunk.link, data_link(trunk.lapd), busy, connections]);
    }
    table_or(table, "no trunks: add a [[trunk]] to the node's configuration\n")
}

async fn calls(node: &Node, json: bool) -> Result<(), ClientError> {
    let answer = node.get("/v1/calls").await?;
    if json {
        return print_json(&answer);
    }
    let mut table = Table::new(["ID", "FROM", "TO", "STAGE", "SINCE"].map(Column::Words));
    for call in node.read::<Calls>(&answer)?.calls {
        table.row([plain(&call.id), call.from, call.to, call.stage, moment(&call.since, 0)]);
    }
    table_or(table, "no calls\n")
}

async fn timers(node: &Node, json: bool) -> Result<(), ClientError> {
    let callbacks = node.read::<Callbacks>(&node.get("/v1/callbacks").await?)?.callbacks;
    let mut timers: Vec<_> = callbacks
        .iter()
        .flat_map(|callback| callback.timers().into_iter().map(move |(name, left)| (callback, name, left)))
        .collect();
    timers.sort_by(|(_, _, one), (_, _, two)| one.total_cmp(two));
    if json {
        let object = |(callback, name, left): &(&Callback, &str, f64)| json!({ "callback": callback.id, "timer": name, "left": left, "a": callback.a, "b": callback.b });
        return print_json(&json!({ "timers": timers.iter().map(object).collect::<Vec<_>>() }));
    }
    let mut table = Table::new([
        Column::Words("TIMER"),
        Column::Number("LEFT"),
        Column::Words("CALLBACK"),
        Column::Words("A"),
        Column::Words("B"),
    ]);
    for (callback, name, seconds) in timers {
        table.row([name.into(), left(seconds), callback.id.clone(), callback.a.clone(), callback.b.clone()]);
    }
    table_or(table, "no timer runs for a callback\n")
}

async fn profile(node: &Node, number: &str, json: bool) -> Result<(), ClientError> {
    let answer = node.get(&format!("/v1/profiles/{}", segment(number))).await;
    let answer = match answer {
        Ok(answer) => answer,
        Err(error) => return Err(explain(node, number, error).await),
    };
    if json {
        return print_json(&answer);
    }
    let mut table = Table::new(["KEY", "VALUE", "FROM"].map(Column::Words));
    for (key, value, from) in leaves(&node.read(&answer)?, "") {
        table.row([key, value, from]);
    }
    print(table)
}

async fn limits(node: &Node, json: bool) -> Result<(), ClientError> {
    let answer = node.get("/v1/limits").await?;
    if json {
        return print_json(&answer);
    }
    let mut table = Table::new(["LIMIT", "VALUE"].map(Column::Words));
    for (key, value, _) in leaves(&node.read(&answer)?, "") {
        table.row([key, value]);
    }
    print(table)
}

async fn counters(node: &Node, json: bool) -> Result<(), ClientError> {
    let found = node.figures().await?;
    if json {
        let object = |figure: &Figure| {
            let labels: Map<_, _> =
                figure.labels.iter().map(|(label, text)| (label.clone(), json!(text))).collect();
            // JSON has no NaN and no infinity; these stay text.
            let value = serde_json::from_str::<Json>(&figure.value).unwrap_or_else(|_| json!(figure.value));
            json!({ "name": figure.name, "labels": labels, "value": value })
        };
        return print_json(&json!({ "counters": found.iter().map(object).collect::<Vec<_>>() }));
    }
    let mut table = Table::new([Column::Words("COUNTER"), Column::Number("VALUE"), Column::Words("OF")]);
    for figure in found {
        let of: Vec<_> = figure.labels.iter().map(|(label, text)| format!("{label}={text}")).collect();
        table.row([figure.name, figure.value, of.join(" ")]);
    }
    table_or(table, "nothing is counted\n")
}

/// All keys of an object with their values and, where it is said, where each comes from. A key of an inner object
/// has the outer key before it; `values` is only a wrapping.
fn leaves(object: &Map<String, Json>, before: &str) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for (key, value) in object {
        let name = format!("{before}{key}");
        match value {
            Json::Object(inner) => match (inner.get("value"), inner.get("from")) {
                (Some(value), Some(from)) => found.push((name, plain(value), plain(from))),
                _ if key == "values" => found.extend(leaves(inner, before)),
                _ => found.extend(leaves(inner, &format!("{name}."))),
            },
            value => found.push((name, plain(value), String::new())),
        }
    }
    found
}

fn table_or<const COLUMNS: usize>(table: Table<COLUMNS>, none: &str) -> Result<(), ClientError> {
    if table.is_empty() { print(none) } else { print(table) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_objects_are_rows_of_their_own() {
        let object = json!({
            "profile": "cisco",
            "values": { "T1": "30s", "guard": { "value": "5s", "from": "callback" } },
            "calls": { "most": 30, "now": { "in": 2 } },
            "codecs": ["a", "b"],
            "none": {},
        });
        let found = leaves(object.as_object().unwrap(), "");
        let rows: Vec<_> =
            found.iter().map(|(key, value, from)| [key.as_str(), value.as_str(), from.as_str()]).collect();
        assert_eq!(
            rows,
            [
                ["profile", "cisco", ""],
                ["T1", "30s", ""],
                ["guard", "5s", "callback"],
                ["calls.most", "30", ""],
                ["calls.now.in", "2", ""],
                ["codecs", "a, b", ""],
            ]
        );
    }
}
