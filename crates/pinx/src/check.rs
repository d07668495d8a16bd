//! `pinx check`: whether a configuration is right.

use std::{fmt::Write as _, io::Write as _, path::PathBuf, process::ExitCode};

use clap::Args;
use pinx_config::{Api, Config};
use qsig_link::{LinkConfig, Role};

/// Tell every mistake of a configuration, with its line
///
/// Nothing is opened or started. Exit status 0: the configuration is right; 1: it has mistakes or cannot be read.
#[derive(Args)]
#[command(after_help = "Example:\n  pinx init -o milan.toml && pinx check -c milan.toml")]
pub(crate) struct Arguments {
    /// The configuration; pinx init writes one
    #[arg(short, long, default_value = "pinx.toml", value_name = "FILE")]
    config: PathBuf,
}

/// Checks it. 0 and a summary, or 1 and the mistakes on standard error.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let path = &arguments.config;
    let text = match pinx_config::read(path) {
        Ok(text) => text,
        Err(error) => {
            eprintln!(
                "pinx check: {}: {error}; `pinx init -o FILE` writes one to start from",
                path.display()
            );
            return ExitCode::FAILURE;
        }
    };
    match pinx_config::load(&text, path) {
        Ok(config) => {
            for remark in &config.remarks {
                eprintln!("{remark}");
            }
            // A reader that has gone away is no mistake of the configuration.
            let _ = write!(std::io::stdout(), "{}: good\n{}", path.display(), summary(&config));
            ExitCode::SUCCESS
        }
        Err(mistakes) => {
            for mistake in &mistakes {
                eprintln!("{mistake}");
            }
            eprintln!("{}: {}", path.display(), counted(mistakes.len(), "mistake"));
            ExitCode::FAILURE
        }
    }
}

/// What the configuration describes, a line for each trunk.
fn summary(config: &Config) -> String {
    let node = &config.node;
    let mut text = match &config.api {
        Api::Unix(path) => format!("node {}, driven at unix:{}\n", node.name, path.display()),
        Api::Tcp { address, .. } => format!("node {}, driven at tcp:{address}\n", node.name),
    };
    for (trunk, link) in node.trunks.iter().zip(&config.links) {
        let (side, channels) = (trunk.call.side, trunk.call.channels.bits().count_ones());
        let _ = writeln!(text, "trunk {}: {side} side, {channels} channels, {}", trunk.name, place(link));
    }
    let counts = [
        counted(node.trunks.len(), "trunk"),
        counted(node.routes.len(), "route"),
        counted(node.extensions.len(), "extension"),
    ];
    let _ = writeln!(text, "{}", counts.join(", "));
    text
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn place(link: &LinkConfig) -> String {
    match &link.role {
        Role::Listen(address) => format!("listens at {address}"),
        Role::Connect(address) => format!("connects to {address}"),
        Role::ListenUnix(path) => format!("listens at {}", path.display()),
        Role::ConnectUnix(path) => format!("connects to {}", path.display()),
        Role::Serial(serial) => format!("on {} at {} baud", serial.device.display(), serial.baud),
        // No configuration asks for more.
        _ => "over another line".into(),
    }
}
