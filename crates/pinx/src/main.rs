//! A PINX for QSIG call completion, and its tools.
#![forbid(unsafe_code)]

mod api;
mod bench;
mod check;
mod client;
mod decode;
mod demo;
mod foreign;
mod init;
mod ladder;
mod limits;
mod link_test;
mod manual;
mod outline;
mod run;
mod summary;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A PINX for QSIG call completion (CCBS and CCNR), and its tools.
#[derive(Parser)]
#[command(version, about, after_help = "Start here: pinx demo")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Demo(demo::Arguments),
    Init(init::Arguments),
    Check(check::Arguments),
    Run(run::Arguments),
    Phone(client::Phone),
    Callbacks(client::Callbacks),
    Show(client::Show),
    Events(client::Events),
    Decode(decode::Arguments),
    LinkTest(link_test::Arguments),
    Bench(bench::Arguments),
    #[command(hide = true)]
    Manual(manual::Arguments),
}

fn main() -> ExitCode {
    // Exit status: 0 good, 1 the thing tried failed, 2 wrong use (clap's own).
    match Arguments::parse().command {
        Command::Demo(arguments) => demo::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Run(arguments) => run::run(&arguments),
        Command::Phone(arguments) => client::phone(&arguments),
        Command::Callbacks(arguments) => client::callbacks(&arguments),
        Command::Show(arguments) => client::show(&arguments),
        Command::Events(arguments) => client::events(&arguments),
        Command::Decode(arguments) => decode::run(&arguments),
        Command::LinkTest(arguments) => link_test::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Manual(arguments) => manual::run(&arguments),
    }
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory};

    use super::*;

    /// The commands below one, each with the words that lead to it.
    fn commands(command: &Command, path: &str) -> Vec<(String, Command)> {
        let below = command.get_subcommands().filter(|inner| inner.get_name() != "help");
        below
            .flat_map(|inner| {
                let path = format!("{path} {}", inner.get_name());
                let deeper = commands(inner, &path);
                std::iter::once((path, inner.clone())).chain(deeper)
            })
            .collect()
    }

    #[test]
    fn every_command_shows_an_example_of_itself() {
        let all = commands(&Arguments::command(), "pinx");
        assert!(all.len() > 15, "{}", all.len());
        for (path, command) in all {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let shown = help.lines().any(|line| line.trim_start_matches("Example:").contains(&path));
            assert!(help.contains("Example") && shown, "{path}: {help}");
        }
    }

    #[test]
    fn the_examples_are_taken() {
        let mut taken = 0;
        for (path, command) in commands(&Arguments::command(), "pinx") {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let examples = help.lines().filter_map(|line| line.split_once("pinx ").map(|(_, words)| words));
            // What a shell makes of quotes, and what follows a pipe, is not for clap.
            for words in examples.filter(|words| !words.contains('\'')) {
                let words = words.split([';', '|']).next().unwrap_or(words);
                let words = words.split(" && ").next().unwrap_or(words);
                let read = Arguments::try_parse_from(std::iter::once("pinx").chain(words.split_whitespace()));
                assert!(read.is_ok(), "{path}: pinx {words}: {}", read.err().unwrap());
                taken += 1;
            }
        }
        assert!(taken > 20, "{taken}");
    }
}
