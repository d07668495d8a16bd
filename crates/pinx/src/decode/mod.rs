//! `pinx decode`: the frames of a capture as a tree, one line each, or JSON.
//!
//! What is printed of a frame is a pure function of its octets: [`frame::object`] makes the JSON object, and
//! [`tree::text`] prints that object for people, so that the two views cannot differ.

mod apdu;
mod file;
mod frame;
mod heading;
mod hex;
mod line;
mod message;
mod tree;

#[cfg(test)]
mod tests;

use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use serde_json::Value as Json;

use crate::summary::{Summary, facility_summary, message_summary, summary};
use heading::Heading;
use hex::Octets;

/// Show the frames of a D-channel capture, or pasted octets
#[derive(clap::Args)]
#[command(after_help = "Examples:
  pinx decode trunk.pcapng
  pinx decode --json trunk.pcap
  pinx decode --hex '91 a1 08 02 01 01 02 01 1c 05 00' --as facility")]
pub(crate) struct Arguments {
    /// Captures: pcap or pcapng of link type 177 (LINUX_LAPD) or 203 (LAPD)
    #[arg(value_name = "FILE", required_unless_present = "hex")]
    files: Vec<PathBuf>,
    /// Print one JSON object a frame
    #[arg(long, conflicts_with = "line")]
    json: bool,
    /// Print one line a frame
    #[arg(long)]
    line: bool,
    /// Read these octets, in hex, instead of a file
    #[arg(long, value_name = "OCTETS", requires = "start", conflicts_with = "files")]
    hex: Option<Octets>,
    /// What the octets are
    #[arg(long = "as", value_name = "WHAT", requires = "hex", conflicts_with = "files")]
    start: Option<Start>,
}

/// What octets are, and so where reading starts.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Start {
    /// The contents of a Facility information element: what follows 1C and the length
    Facility,
    /// A message: 08, call reference, message type, information elements
    Q931,
    /// A LAPD frame without flags and FCS
    Lapd,
}

/// How a frame is printed.
#[derive(Clone, Copy)]
pub(crate) enum View {
    /// All of it, for people.
    Tree,
    /// The gist of it.
    Line,
    /// All of it, for programs.
    Json,
}

/// Runs the command. 0 when everything was read, even if frames in it could not be; 1 when a file could not be.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let view = match arguments {
        Arguments { json: true, .. } => View::Json,
        Arguments { line: true, .. } => View::Line,
        _ => View::Tree,
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let read = match (&arguments.hex, arguments.start) {
        (Some(octets), Some(start)) => pasted(octets, start, view, &mut out).map(|()| true),
        _ => file::show(&arguments.files, view, &mut out),
    };
    match read.and_then(|all| out.flush().map(|()| all)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Nobody reads any more, as when `head` has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("pinx decode: cannot write: {error}. Is the disk full?");
            ExitCode::FAILURE
        }
    }
}

fn pasted(octets: &Octets, start: Start, view: View, out: &mut dyn Write) -> io::Result<()> {
    let octets = &octets.0;
    let heading = Heading { number: 1, ..Heading::default() };
    let summary = || match start {
        Start::Facility => facility_summary(octets),
        Start::Q931 => message_summary(octets),
        Start::Lapd => summary(octets, None),
    };
    print(&heading, || frame::object(&heading, start, octets), summary, view, out)
}

/// Prints a frame in one of the views.
fn print(
    heading: &Heading<'_>,
    object: impl FnOnce() -> Json,
    summary: impl FnOnce() -> Summary,
    view: View,
    out: &mut dyn Write,
) -> io::Result<()> {
    match view {
        View::Json => writeln!(out, "{}", object()),
        View::Line => writeln!(out, "{:>5} {}", heading.number, line::text(heading, &summary())),
        View::Tree => {
            let line = line::text(heading, &summary());
            write!(out, "Frame {} {line}\n{}", heading.number, tree::text(&object()))
        }
    }
}
