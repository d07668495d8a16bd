//! The commands that speak to a running node: `phone`, `callbacks`, `show` and `events`.
//!
//! Each asks the node over its interface and prints the answer: for people as a table or a phone, with `--json` as
//! the node gave it.

mod address;
mod callbacks;
mod error;
mod events;
mod figures;
mod keys;
mod node;
mod phone;
mod screen;
mod shapes;
mod show;
mod sse;
mod table;
mod text;
mod watch;

use std::{
    io::{self, IsTerminal, Write},
    path::PathBuf,
    process::ExitCode,
};

use serde_json::Value as Json;
use tokio::{runtime, signal};

use address::Address;
use error::ClientError;
use node::Node;

pub(crate) use callbacks::{Arguments as Callbacks, run as callbacks};
pub(crate) use events::{Arguments as Events, run as events};
pub(crate) use phone::{Arguments as Phone, run as phone};
pub(crate) use show::{Arguments as Show, run as show};

/// Which node, and how its answer is printed.
#[derive(clap::Args)]
pub(crate) struct Reach {
    /// Print JSON
    #[arg(long, global = true)]
    json: bool,
    /// The node's interface: unix:PATH or tcp:127.0.0.1:PORT, as `api` in its configuration
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "PINX_API",
        default_value = "unix:pinx.sock",
        global = true,
        hide_env_values = true,
        help_heading = "The node"
    )]
    api: Address,
    /// The node's token file, as `api-token-file` in its configuration; for tcp only
    #[arg(
        long,
        value_name = "FILE",
        env = "PINX_TOKEN_FILE",
        default_value = "pinx.token",
        global = true,
        hide_env_values = true,
        help_heading = "The node"
    )]
    token_file: PathBuf,
}

/// Runs a command against the node.
fn reach(command: &str, reach: &Reach, work: impl AsyncFnOnce(Node) -> Result<(), ClientError>) -> ExitCode {
    let runtime = runtime::Builder::new_current_thread().enable_all().build();
    let done = runtime.map_err(ClientError::Output).and_then(|runtime| {
        let node = Node::at(&reach.api, &reach.token_file)?;
        runtime.block_on(work(node))
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Nobody reads any more, as when `head` has seen enough.
        Err(ClientError::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let text = error.to_string();
            let stop = if text.ends_with('.') { "" } else { "." };
            eprintln!("pinx {command}: {text}{stop}");
            ExitCode::from(error.status())
        }
    }
}

/// Does work that has no end until the user presses Ctrl-C, which is no failure.
async fn until_ctrl_c(work: impl Future<Output = Result<(), ClientError>>) -> Result<(), ClientError> {
    tokio::select! {
        done = work => done,
        _ = signal::ctrl_c() => {
            if io::stdout().is_terminal() {
                // The terminal shows `^C`; what comes next stands on a line of its own.
                print("\n")?;
            }
            Ok(())
        }
    }
}

/// Prints for people. Colours are taken out where the output is no terminal.
fn print(text: impl std::fmt::Display) -> Result<(), ClientError> {
    let mut out = anstream::stdout().lock();
    write!(out, "{text}")?;
    out.flush()?;
    Ok(())
}

/// Prints for programs: one line.
fn print_json(json: &Json) -> Result<(), ClientError> {
    let mut out = io::stdout().lock();
    writeln!(out, "{json}")?;
    out.flush()?;
    Ok(())
}
