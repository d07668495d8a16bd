//! Captures from the disk to the output.

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use qsig_capture::{ReadError, Reader, Record};

use serde_json::Value as Json;

use super::frame::{self, Fault, Layer};
use super::heading::Heading;
use super::{Start, View, print};
use crate::summary::summary;

/// Prints the frames of all files. `false` when one of them could not be read, or not to its end; why is said on
/// the standard error output. `Err` when the output fails.
pub(crate) fn show(files: &[PathBuf], view: View, out: &mut dyn Write) -> io::Result<bool> {
    let mut all = true;
    for path in files {
        let named = (files.len() > 1).then_some(path.as_path());
        if let (Some(path), View::Tree | View::Line) = (named, view) {
            writeln!(out, "{}", path.display())?;
        }
        all &= show_one(path, named, view, out)?;
    }
    Ok(all)
}

fn show_one(path: &Path, named: Option<&Path>, view: View, out: &mut dyn Write) -> io::Result<bool> {
    let reader = File::open(path).map_err(ReadError::from).and_then(|file| Reader::new(BufReader::new(file)));
    let mut read = 0;
    let error = match reader {
        Ok(records) => show_records(records, named, &mut read, view, out)?,
        Err(error) => Some(error),
    };
    let Some(error) = error else { return Ok(true) };
    // What was read before stands before the message, wherever the two outputs go.
    out.flush()?;
    eprintln!("pinx decode: {}: {error}. {}", path.display(), next_step(&error, read));
    Ok(false)
}

/// Prints records until they end, and returns why they ended early.
fn show_records(
    records: impl Iterator<Item = Result<Record, ReadError>>,
    file: Option<&Path>,
    read: &mut u64,
    view: View,
    out: &mut dyn Write,
) -> io::Result<Option<ReadError>> {
    for record in records {
        let number = *read + 1;
        match record {
            Ok(record) => {
                let heading = Heading { file, number, time: Some(record.time), sender: record.direction };
                let object = || record_object(&heading, &record);
                print(&heading, object, || summary(&record.octets, record.direction), view, out)?;
            }
            // A record that cannot be read has a number all the same, as in Wireshark.
            Err(error) if error.goes_on() => {
                let heading = Heading { file, number, ..Heading::default() };
                let object = || frame::unread(&heading, &fault(&error));
                print(&heading, object, || summary(&[], None), view, out)?;
            }
            Err(error) => return Ok(Some(error)),
        }
        *read = number;
    }
    Ok(None)
}

fn record_object(heading: &Heading<'_>, record: &Record) -> Json {
    let mut object = frame::object(heading, Start::Lapd, &record.octets);
    if record.missing > 0 {
        frame::note_missing(&mut object, record.octets.len(), record.missing);
    }
    object
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
        ReadError::NotACapture { .. } => {
            "Give a pcap or pcapng file, or paste octets: pinx decode --hex '02 01 7f' --as lapd.".to_owned()
        }
        ReadError::NotDChannel { .. } => "Record the D-channel itself, with link type 177 or 203.".to_owned(),
        _ if read == 0 => "There is no frame before that; copy or record the file again.".to_owned(),
        _ => format!("The {read} frames before that are shown; copy or record the file again."),
    }
}
