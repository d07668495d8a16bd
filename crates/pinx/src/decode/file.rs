//! Traces from the disk to the output.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use qsig_capture::{ReadError, Trace, TraceFormat};

use super::frame::{Fault, Layer};
use super::heading::{Heading, shown};
use super::input;
use super::sink::Sink;

/// Reads the frames of all files. `false` when one of them could not be read, or not to its end; why is said on
/// the standard error output. `Err` when the output fails.
pub(crate) fn show(
    files: &[PathBuf],
    forced: Option<TraceFormat>,
    sink: &mut Sink,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let mut all = true;
    for path in files {
        let named = (files.len() > 1).then_some(path.as_path());
        sink.file(path, named.is_some(), out)?;
        all &= show_one(path, forced, named, sink, out)?;
    }
    Ok(all)
}

fn show_one(
    path: &Path,
    forced: Option<TraceFormat>,
    named: Option<&Path>,
    sink: &mut Sink,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let mut read = 0;
    let mut left_over = String::new();
    let error = match input::open(path, forced) {
        Ok(mut trace) => {
            let error = show_records(&mut trace, named, &mut read, sink, out)?;
            left_over = input::left_over(trace.tally());
            error
        }
        Err(error) => Some(error),
    };
    // What was read before stands before the messages, wherever the two outputs go.
    out.flush()?;
    if !left_over.is_empty() {
        eprintln!("pinx decode: {}: {left_over}", shown(path));
    }
    let Some(error) = error else { return Ok(true) };
    eprintln!("pinx decode: {}: {error}. {}", shown(path), next_step(&error, read));
    Ok(false)
}

/// Hands records on until they end, and returns why they ended early.
fn show_records(
    records: &mut Trace<'_>,
    file: Option<&Path>,
    read: &mut u64,
    sink: &mut Sink,
    out: &mut dyn Write,
) -> io::Result<Option<ReadError>> {
    while let Some(record) = records.next() {
        let number = *read + 1;
        match record {
            Ok(record) => {
                let heading = Heading {
                    file,
                    number,
                    time: (record.time > 0).then_some(record.time),
                    sender: record.direction,
                    guessed: record.direction_guessed,
                };
                let interface = usize::try_from(record.interface).unwrap_or(usize::MAX);
                let interface = records.interfaces().get(interface).and_then(|it| it.name.as_deref());
                sink.record(heading, &record, interface, out)?;
            }
            // A record that cannot be read has a number all the same, as in Wireshark.
            Err(error) if error.goes_on() => {
                sink.unread(Heading { file, number, ..Heading::default() }, &fault(&error), out)?;
            }
            Err(error) => return Ok(Some(error)),
        }
        *read = number;
    }
    Ok(None)
}

fn fault(error: &ReadError) -> Fault {
    let offset = match error {
        ReadError::Packet { offset, .. }
        | ReadError::NotDChannel { offset, .. }
        | ReadError::Interface { offset, .. }
        | ReadError::PseudoHeader { offset, .. } => *offset,
        _ => 0,
    };
    Fault { offset, ..Fault::new(Layer::File, 0, &error) }
}

/// What to do about a file that could not be read; `read` frames of it were.
fn next_step(error: &ReadError, read: u64) -> String {
    match error {
        ReadError::Io(_) => "Check the path and that you may read it.".to_owned(),
        ReadError::NotATrace | ReadError::NotACapture { .. } => format!(
            "Say what it is with --input FORMAT ({}), or paste octets: pinx decode --hex '02 01 7f' --as lapd.",
            input::names()
        ),
        ReadError::Empty => "Record or copy it again.".to_owned(),
        ReadError::NotDChannel { link_type: 147..=162, .. } => {
            "If its packets are LAPD frames, say so: --input pcap-private.".to_owned()
        }
        ReadError::NotDChannel { .. } => "Record the D-channel itself, with link type 177 or 203.".to_owned(),
        _ if read == 0 => "There is no frame before that; copy or record the file again.".to_owned(),
        _ => format!("The {read} frames before that are shown; copy or record the file again."),
    }
}
