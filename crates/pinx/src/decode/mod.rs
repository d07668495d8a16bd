//! `pinx decode`: a trace frame by frame, or as the story it tells.
//!
//! [`mod@file`] reads; the [`sink::Sink`] follows links and calls, filters, and hands each frame to a [`mod@view`]. The JSON
//! object of a frame is a pure function of its octets ([`frame::Object`]), and the tree prints that object for people,
//! so that the two cannot differ.

mod apdu;
mod ber;
mod export;
mod file;
mod filter;
mod findings;
mod frame;
mod heading;
mod hex;
mod input;
mod mask;
mod message;
mod pasted;
mod seen;
mod sink;
mod stats;
mod story;
mod trace;
mod view;

#[cfg(test)]
mod tests;

use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use qsig_capture::TraceFormat;

use export::Export;
use filter::Filter;
use findings::FindingsView;
use heading::Heading;
use hex::Octets;
use mask::Mask;
use pasted::Kind;
use sink::Sink;
use stats::Stats;
use story::StoryView;
use view::{Frames, Ladder, View};

/// Show the frames of a D-channel capture, or pasted octets
#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
#[command(after_help = "Examples:
  pinx decode trunk.pcapng
  pinx decode --line --message SETUP trunk.pcap
  pinx decode --ladder --party 6001 --from 09:00 --to 10:00 trunk.pcap
  pinx decode --story monday.pcap tuesday.pcap
  pinx decode --findings trunk.pcap
  pinx decode --mask --to-pcapng share.pcapng trunk.pcap
  pinx decode --json trunk.pcap
  pinx decode --line asterisk.log.gz
  pinx decode --hex '91 a1 08 02 01 01 02 01 1c 05 00' --as facility
  pinx decode --as facility facilities.txt")]
pub(crate) struct Arguments {
    /// Traces: captures, logs or streams of a line, gzip or not; - is the standard input
    #[arg(value_name = "FILE", required_unless_present = "hex")]
    files: Vec<PathBuf>,
    /// What the files are, where it is not to be recognised by their beginning
    #[arg(long, value_name = "FORMAT", value_parser = input::formats(), conflicts_with_all = ["hex", "kind"])]
    input: Option<TraceFormat>,
    /// Print all of each frame; this is done where nothing else is asked for
    #[arg(long, group = "view")]
    tree: bool,
    /// Print one line a frame: number, time, direction, protocol, frame, gist
    #[arg(long, group = "view")]
    line: bool,
    /// Print the frames as arrows between the network side and the user side
    #[arg(long, group = "view")]
    ladder: bool,
    /// Tell each callback: when it was requested, accepted, free, suspended, resumed, recalled, and how it ended
    #[arg(long, group = "view")]
    story: bool,
    /// Say what is wrong, on which side, by which clause, and what to do
    #[arg(long, group = "view")]
    findings: bool,
    /// Count messages, operations, causes and repetitions, for each link and side
    #[arg(long, group = "view")]
    stats: bool,
    /// Print JSON: an object a frame, with --story a callback, with --findings a finding, with --stats a link
    #[arg(long, conflicts_with_all = ["tree", "line", "ladder"])]
    json: bool,
    /// Hide numbers and names: each has a stand-in of its length, the same everywhere
    #[arg(long)]
    mask: bool,
    /// Write the frames to a pcapng file that Wireshark opens; without a view, nothing else is printed
    #[arg(long, value_name = "FILE", conflicts_with_all = ["hex", "kind"])]
    to_pcapng: Option<PathBuf>,
    /// Read these octets, in hex, instead of a file
    #[arg(long, value_name = "OCTETS", requires = "kind", conflicts_with = "files")]
    hex: Option<Octets>,
    /// What the octets are: those of --hex, or those on each line of the files, as hex digits or as a JSON object with
    /// a member "hex"
    #[arg(long = "as", value_name = "WHAT")]
    kind: Option<Kind>,
    #[command(flatten)]
    filter: Filter,
}

/// What octets are, and so where reading starts.
#[derive(Clone, Copy)]
pub(crate) enum Start {
    /// The contents of a Facility information element: what follows 1C and the length.
    Facility,
    /// A message: 08, call reference, message type, information elements.
    Q931,
    /// A LAPD frame without flags and FCS.
    Lapd,
}

/// Runs the command. 0 when everything was read, even if frames in it could not be; 1 when a file could not be.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let create = |path: &PathBuf| Export::create(path, &arguments.files);
    let export = match arguments.to_pcapng.as_ref().map(create).transpose() {
        Ok(export) => export,
        Err(error) => {
            eprintln!("pinx decode: {error}.");
            return ExitCode::FAILURE;
        }
    };
    let mut out = BufWriter::with_capacity(65_536, io::stdout().lock());
    match show(arguments, export, &mut out).and_then(|all| out.flush().map(|()| all)) {
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

fn show(arguments: &Arguments, export: Option<Export>, out: &mut dyn Write) -> io::Result<bool> {
    let mut sink = Sink::new(view(arguments), arguments.filter.clone())
        .with_export(export)
        .with_mask(arguments.mask.then(Mask::default));
    let all = match (&arguments.hex, arguments.kind) {
        (Some(octets), Some(kind)) => {
            let heading = Heading { number: 1, ..Heading::default() };
            kind.show(heading, octets, &mut sink, out).map(|()| true)?
        }
        (None, Some(kind)) => kind.show_files(&arguments.files, &mut sink, out)?,
        (_, None) => file::show(&arguments.files, arguments.input, &mut sink, out)?,
    };
    let told = sink.end(out)?;
    out.flush()?;
    for what in told {
        eprintln!("pinx decode: {what}.");
    }
    Ok(all)
}

fn view(arguments: &Arguments) -> Box<dyn View> {
    match arguments {
        Arguments { story: true, .. } => Box::new(StoryView::new(arguments.json)),
        Arguments { findings: true, .. } => Box::new(FindingsView::new(arguments.json)),
        Arguments { stats: true, .. } => Box::new(Stats::new(arguments.json)),
        Arguments { ladder: true, .. } => Box::new(Ladder::default()),
        Arguments { json: true, .. } => Box::new(Frames::Json),
        Arguments { line: true, .. } => Box::new(Frames::Line),
        Arguments { tree: false, to_pcapng: Some(_), .. } => Box::new(Frames::Nothing),
        _ => Box::new(Frames::Tree),
    }
}
