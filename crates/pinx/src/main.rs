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
