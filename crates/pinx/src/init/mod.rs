//! `pinx init`: a commented configuration to start from.

mod plan;

use std::{
    fs::OpenOptions,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, ValueEnum};
use pinx_config::markdown;

use plan::Plan;

/// Write a commented configuration to start from
///
/// The file has every key with its default, its unit and what it does; keys that you do not need to set are
/// commented out. `pinx check -c FILE` tells whether a changed file is right.
#[derive(Args)]
#[command(after_help = "Examples:\n  pinx init -o milan.toml\n  pinx init --pair\n  \
    pinx init --peer libpri -o milan.toml && pinx check -c milan.toml")]
pub(crate) struct Arguments {
    /// Where it goes; standard output if not given
    #[arg(short, long, value_name = "FILE", conflicts_with = "pair")]
    output: Option<PathBuf>,
    /// Write two nodes that match, milan.toml and rome.toml, into the current folder
    #[arg(long, conflicts_with = "peer")]
    pair: bool,
    /// Fit the node to a peer of another make
    #[arg(long, value_name = "PEER")]
    peer: Option<Peer>,
    /// Show the reference of all keys, in Markdown, instead
    #[arg(long, conflicts_with_all = ["pair", "peer", "output"])]
    reference: bool,
    /// Overwrite files that are there
    #[arg(long)]
    force: bool,
}

/// Peers of another make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Peer {
    /// The ISDN library under Asterisk, behind tests/interop/libpri-peer
    Libpri,
}

/// Writes it. 0, or 1 if a file is there already or cannot be written.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    if arguments.reference {
        return show(&markdown());
    }
    let [milan, rome] = Plan::pair();
    let written = match (&arguments.output, arguments.peer) {
        _ if arguments.pair => {
            write_all(&[("milan.toml".as_ref(), milan), ("rome.toml".as_ref(), rome)], arguments.force)
        }
        (output, peer) => {
            let plan = match peer {
                Some(Peer::Libpri) => Plan::beside_libpri(),
                None => milan,
            };
            match output {
                Some(path) => write_all(&[(path, plan)], arguments.force),
                None => return show(&plan.text()),
            }
        }
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("pinx init: {why}");
            ExitCode::FAILURE
        }
    }
}

fn show(text: &str) -> ExitCode {
    match io::stdout().write_all(text.as_bytes()) {
        // A reader that has gone away (`pinx init | head`) has seen what it wanted.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("pinx init: standard output: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

/// All files or, if one of them is there, none.
fn write_all(files: &[(&Path, Plan)], force: bool) -> Result<(), String> {
    for (path, _) in files {
        // Also a dangling link counts: writing would go through it.
        if !force && path.symlink_metadata().is_ok() {
            let path = path.display();
            return Err(format!(
                "{path} is there already, and nothing was written: add --force to overwrite it"
            ));
        }
    }
    for (path, plan) in files {
        let mut options = OpenOptions::new();
        let options = if force { options.create(true).truncate(true) } else { options.create_new(true) };
        options
            .write(true)
            .open(path)
            .and_then(|mut file| file.write_all(plan.text().as_bytes()))
            .map_err(|error| format!("{}: {error}", path.display()))?;
        println!("wrote {}", path.display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_that_is_there_stays_unless_forced() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (folder.path().join("one.toml"), folder.path().join("two.toml"));
        fs::write(&two, "mine").unwrap();
        let files = || {
            let [milan, rome] = Plan::pair();
            [(one.as_path(), milan), (two.as_path(), rome)]
        };
        let refused = write_all(&files(), false).unwrap_err();
        assert!(refused.contains("two.toml is there already") && refused.contains("--force"), "{refused}");
        assert!(!one.exists(), "nothing was written");
        assert_eq!(fs::read_to_string(&two).unwrap(), "mine");

        write_all(&files(), true).unwrap();
        assert_eq!(fs::read_to_string(&one).unwrap(), Plan::pair()[0].text());
        assert_eq!(fs::read_to_string(&two).unwrap(), Plan::pair()[1].text());
    }
}
