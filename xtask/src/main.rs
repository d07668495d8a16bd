//! The project's own chores. `cargo xtask --help` lists them.

mod compare;
mod counts;
mod layers;
mod licences;
mod manual;
mod oracle;
mod schema;
mod strangers;
mod test;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "The project's own chores", after_help = "Example: cargo xtask test --install")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Run everything that must pass: formatting, lints, layers, licences, all tests.
    Test {
        /// Install what is missing with apt-get (needs root): tshark, libpri, socat, a C compiler.
        #[arg(long)]
        install: bool,
    },
    /// Check that crates use only the crates below them.
    Layers,
    /// Check the licence of each dependency against deny.toml.
    Licences,
    /// Write the man pages and shell completions of pinx to target/manual.
    Manual,
    /// Hold pinx decode against tshark on all captures, and print the agreement field by field.
    Oracle,
    /// Measure the decoders beside libpri and tshark, and print the ratios. Takes minutes; leave the machine alone.
    Compare,
    /// Count the instructions of the hot paths with valgrind and compare them with xtask/counts.txt.
    Counts {
        /// Write them there.
        #[arg(long)]
        write: bool,
    },
    /// Write the schema in qsig-rose anew from the ASN.1 modules in asn1/.
    Schema {
        /// Only say whether it is what the modules make.
        #[arg(long)]
        check: bool,
    },
    /// Build the libpri peer that the interoperation tests talk to.
    Peer,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().chore {
        Chore::Test { install } => test::all(install),
        Chore::Layers => layers::check(),
        Chore::Licences => licences::check(),
        Chore::Manual => manual::write(),
        Chore::Oracle => oracle::run(),
        Chore::Compare => compare::run(),
        Chore::Counts { write } => counts::run(write),
        Chore::Schema { check } => schema::run(check),
        Chore::Peer => strangers::build_peer(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            eprintln!("xtask: {what}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace.
fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
