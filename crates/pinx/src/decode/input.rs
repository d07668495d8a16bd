//! Where traces come from, and what is said of them at the end.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use indicatif::{ProgressBar, ProgressStyle};
use qsig_capture::{ReadError, Tally, Trace, TraceFormat};

/// A smaller file is read before a bar could be seen.
const SHOW_PROGRESS_FROM: u64 = 16 * 1_048_576;

/// The values of `--input`.
pub(super) fn formats() -> impl TypedValueParser<Value = TraceFormat> {
    let values =
        TraceFormat::all().map(|format| PossibleValue::new(format.name()).help(format.description()));
    PossibleValuesParser::new(values).try_map(|name| name.parse::<TraceFormat>())
}

/// Opens a file, or the standard input where it is called `-`.
pub(super) fn open(path: &Path, forced: Option<TraceFormat>) -> Result<Trace<'static>, ReadError> {
    if path == Path::new("-") {
        return Trace::open(io::stdin(), forced);
    }
    let file = File::open(path)?;
    let length = file.metadata().map_or(0, |metadata| metadata.len());
    // A bar among lines on the same terminal would be torn.
    if length >= SHOW_PROGRESS_FROM && io::stderr().is_terminal() && !io::stdout().is_terminal() {
        return Trace::open(with_progress(file, length), forced);
    }
    Trace::open(file, forced)
}

fn with_progress(file: File, length: u64) -> impl Read {
    let bar = ProgressBar::new(length);
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {bytes} of {total_bytes}, {eta} left") {
        bar.set_style(style);
    }
    bar.wrap_read(file)
}

/// What of a file became no frame, in sentences; empty where all did.
pub(super) fn left_over(tally: &Tally) -> String {
    let mut sentences = Vec::new();
    if let Some(first) = tally.first_left_out() {
        let lines = count(tally.left_out(), "line");
        sentences.push(format!("{lines} without a frame left out, the first is line {first}."));
    }
    for refused in tally.refused() {
        let lines = count(refused.count, "line");
        sentences.push(format!("{lines} not read, the first is line {}: {}.", refused.first, refused.why));
    }
    let damaged: Vec<String> = tally.damaged().map(|(damage, number)| format!("{number} {damage}")).collect();
    if !damaged.is_empty() {
        sentences.push(format!("Damaged frames left out: {}.", damaged.join(", ")));
    }
    sentences.join(" ")
}

fn count(number: u64, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// The kinds of files, as one sentence to choose from.
pub(super) fn names() -> String {
    TraceFormat::all().map(TraceFormat::name).collect::<Vec<_>>().join(", ")
}
