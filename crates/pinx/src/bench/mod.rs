//! `pinx bench`: the stack's own speed.

mod decode;
mod measure;

use std::{io, io::Write, path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};

use measure::{Figures, Plan};

/// Measure the stack's own speed
#[derive(Args)]
#[command(after_help = "Example:\n  pinx bench decode --seconds 1")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Decode(Decode),
}

/// Frames a second through the decoders
///
/// Each frame is read to its last octet: address and control, the message and all its information elements, the
/// components of each Facility and their arguments. Nothing is printed and nothing is allocated for it, as in a node.
/// Without a file, three frames that libpri's own measurement uses are read again and again.
#[derive(Args)]
#[command(after_help = "Examples:
  pinx bench decode
  pinx bench decode --json trace.pcapng

cpu is the processor time of one frame. Compare figures of one machine and one run only.")]
struct Decode {
    /// A capture, read into memory first
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// How long each repetition takes
    #[arg(long, default_value_t = 1.0, value_name = "SECONDS", value_parser = positive)]
    seconds: f64,
    /// How often it is repeated; the median counts
    #[arg(long, default_value_t = 5, value_name = "TIMES", value_parser = clap::value_parser!(u32).range(1..=1000))]
    reps: u32,
    /// Read each frame exactly so often instead, and measure nothing: for counting instructions
    #[arg(long, value_name = "TIMES", conflicts_with_all = ["seconds", "reps", "json"])]
    times: Option<u64>,
    /// Only this one of the inputs, from 0
    #[arg(long, value_name = "NUMBER")]
    input: Option<usize>,
    /// Print one JSON object a measurement
    #[arg(long)]
    json: bool,
}

fn positive(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(seconds) if (0.001..=3_600.0).contains(&seconds) => Ok(seconds),
        _ => Err("from 0.001 to 3600 seconds".into()),
    }
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let What::Decode(arguments) = &arguments.what;
    let inputs = match &arguments.file {
        Some(path) => decode::of_file(path),
        None => Ok(decode::of_libpri()),
    };
    let inputs = match inputs {
        Ok(inputs) => inputs,
        Err(what) => {
            eprintln!("pinx bench: {what}");
            return ExitCode::FAILURE;
        }
    };
    if let Some(input) = arguments.input.filter(|input| *input >= inputs.len()) {
        let last = inputs.len().saturating_sub(1);
        eprintln!(
            "pinx bench: there is no input {input}: take one from 0 to {last}, or leave --input out for all"
        );
        return ExitCode::from(2);
    }
    let inputs = inputs.into_iter().enumerate();
    let inputs = inputs
        .filter(|(place, _)| arguments.input.is_none_or(|input| input == *place))
        .map(|(_, input)| input);
    if let Some(times) = arguments.times {
        for input in inputs {
            (0..times).for_each(|_| input.run());
        }
        return ExitCode::SUCCESS;
    }
    let plan = Plan { seconds: arguments.seconds, reps: arguments.reps };
    let mut out = io::stdout().lock();
    if !arguments.json {
        // Where nobody reads any more, nothing is to be told.
        let _ = writeln!(out, "{:<18} {:>12} {:>12} {:>12} {:>10}", "", "frames/s", "min", "max", "cpu");
    }
    for input in inputs {
        let figures = measure::measure(plan, input.frames.len(), || input.run());
        let text = if arguments.json { json(&input, plan, &figures) } else { line(&input, &figures) };
        if writeln!(out, "{text}").is_err() {
            break;
        }
    }
    ExitCode::SUCCESS
}

fn line(input: &decode::Input, figures: &Figures) -> String {
    format!(
        "{:<18} {:>12.0} {:>12.0} {:>12.0} {:>7.3} µs",
        input.name,
        figures.rate(),
        figures.slowest(),
        figures.fastest(),
        figures.cpu_us()
    )
}

fn json(input: &decode::Input, plan: Plan, figures: &Figures) -> String {
    let octets = input.frames.iter().map(Vec::len).sum::<usize>();
    serde_json::json!({
        "impl": "pinx",
        "bench": input.name,
        "unit": "messages",
        "reps": plan.reps,
        "seconds": plan.seconds,
        "rate_per_s": figures.rate().round(),
        "min": figures.slowest().round(),
        "max": figures.fastest().round(),
        "cpu_us": figures.cpu_us(),
        "frames": input.frames.len(),
        "octets": octets,
    })
    .to_string()
}
