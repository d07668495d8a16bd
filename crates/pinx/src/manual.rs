//! `pinx manual`, for packagers: man pages and shell completions, made from the definitions of the commands.

use std::{fs, io, path::PathBuf, process::ExitCode};

use clap::{CommandFactory, ValueEnum};
use clap_complete::Shell;

/// Write the man pages and the shell completions
#[derive(clap::Args)]
#[command(after_help = "Example: pinx manual target/manual")]
pub(crate) struct Arguments {
    /// The folder to write them to; it is made if need be
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

/// Runs the command: `man/pinx*.1`, and one file a shell in `completions/`.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match write(&arguments.folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!(
                "pinx manual: {}: {error}. Name a folder that can be written",
                arguments.folder.display()
            );
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &std::path::Path) -> io::Result<()> {
    let (man, completions) = (folder.join("man"), folder.join("completions"));
    fs::create_dir_all(&man)?;
    fs::create_dir_all(&completions)?;
    clap_mangen::generate_to(crate::Arguments::command(), &man)?;
    for &shell in Shell::value_variants() {
        clap_complete::generate_to(shell, &mut crate::Arguments::command(), "pinx", &completions)?;
    }
    Ok(())
}
