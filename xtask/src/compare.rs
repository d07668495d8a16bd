//! `cargo xtask compare`: the decoders beside libpri and tshark, as ratios from one run on one machine.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use serde_json::Value;

use crate::strangers;

/// Frames in the capture that tshark and pinx print.
const FRAMES: usize = 200_000;

/// How often each prints it. The fastest time of each counts, for what else the machine does only adds to it.
const TURNS: usize = 3;

const INPUTS: &[&str] = &["decode-setup", "decode-setup-name", "decode-ccsuspend"];

/// The columns of a line of ours, as tshark names them.
const FIELDS: &[&str] = &[
    "frame.number",
    "frame.time_epoch",
    "lapd.direction",
    "lapd.control",
    "q931.message_type",
    "q931.call_ref",
    "q931.calling_party_number.digits",
    "q931.called_party_number.digits",
    "q931.cause_value",
    "q932.ros.opcode",
    "_ws.col.Info",
];

pub(crate) fn run() -> Result<(), String> {
    strangers::build_bench()?;
    crate::test::cargo(&["build", "--release", "--quiet", "--package", "pinx"])?;
    let pinx = crate::root().join("target/release/pinx");
    println!("median of 5 seconds each; both in one process, one thread, no socket\n");
    println!("{:<20} {:>12} {:>12} {:>8}   processor time a frame", "", "libpri/s", "pinx/s", "ratio");
    let ours = lines(Command::new(&pinx).args(["bench", "decode", "--json"]))?;
    for input in INPUTS {
        let theirs = lines(Command::new(strangers::bench()).args(["--only", input]))?;
        let (theirs, ours) = (find(&theirs, input)?, find(&ours, input)?);
        let (a, b) = (figure(theirs, "rate_per_s")?, figure(ours, "rate_per_s")?);
        let (cpu_a, cpu_b) = (figure(theirs, "cpu_us")?, figure(ours, "cpu_us")?);
        println!(
            "{input:<20} {a:>12.0} {b:>12.0} {:>7.1}x   {cpu_a:.3} µs and {cpu_b:.3} µs: {:.1}x",
            b / a,
            cpu_a / cpu_b
        );
    }
    let capture = capture()?;
    println!(
        "\n{FRAMES} frames, {} octets of capture, the fastest of {TURNS} runs\n",
        fs::metadata(&capture).map_or(0, |data| data.len())
    );
    println!("{:<20} {:>10} {:>10} {:>8}   due", "", "tshark", "pinx", "ratio");
    let fields: Vec<&str> =
        ["-T", "fields"].into_iter().chain(FIELDS.iter().flat_map(|field| ["-e", field])).collect();
    for (what, theirs, ours, due) in
        [("one line a frame", &fields[..], "--line", 10.0), ("JSON", &["-T", "json"][..], "--json", 20.0)]
    {
        let (mut a, mut b) = (f64::INFINITY, f64::INFINITY);
        for _ in 0..TURNS {
            a = a.min(seconds(Command::new("tshark").arg("-r").arg(&capture).args(theirs))?);
            b = b.min(seconds(Command::new(&pinx).arg("decode").arg(ours).arg(&capture))?);
        }
        println!("{what:<20} {a:>8.2} s {b:>8.2} s {:>7.1}x   {due:.0}x", a / b);
    }
    Ok(())
}

/// The recorded captures again and again, as one file.
fn capture() -> Result<PathBuf, String> {
    let target = crate::root().join("target/compare.pcap");
    if target.exists() {
        return Ok(target);
    }
    let folder = crate::root().join("captures/libpri");
    let read = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = read.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "pcap"));
    files.sort();
    let once = crate::root().join("target/compare-once.pcap");
    run_quietly(Command::new("mergecap").args(["-a", "-F", "pcap", "-w"]).arg(&once).args(&files))?;
    let frames =
        lines_of(Command::new("tshark").arg("-r").arg(&once).args(["-T", "fields", "-e", "frame.number"]))?
            .lines()
            .count();
    let times = FRAMES.div_ceil(frames.max(1));
    let all = crate::root().join("target/compare-all.pcap");
    run_quietly(
        Command::new("mergecap")
            .args(["-a", "-F", "pcap", "-w"])
            .arg(&all)
            .args(std::iter::repeat_n(&once, times)),
    )?;
    run_quietly(
        Command::new("editcap").args(["-F", "pcap", "-r"]).arg(&all).arg(&target).arg(format!("1-{FRAMES}")),
    )?;
    Ok(target)
}

fn seconds(command: &mut Command) -> Result<f64, String> {
    let start = Instant::now();
    run_quietly(command)?;
    Ok(start.elapsed().as_secs_f64())
}

fn run_quietly(command: &mut Command) -> Result<(), String> {
    let name = Path::new(command.get_program()).display().to_string();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    match status.map_err(|error| format!("{name}: {error}; run `cargo xtask test --install` once"))? {
        status if status.success() => Ok(()),
        status => Err(format!("{name}: {status}")),
    }
}

fn lines_of(command: &mut Command) -> Result<String, String> {
    let name = Path::new(command.get_program()).display().to_string();
    let output = command
        .output()
        .map_err(|error| format!("{name}: {error}; run `cargo xtask test --install` once"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn lines(command: &mut Command) -> Result<Vec<Value>, String> {
    let text = lines_of(command)?;
    text.lines()
        .map(|line| serde_json::from_str(line).map_err(|error| format!("{error} in {line}")))
        .collect()
}

fn find<'a>(lines: &'a [Value], bench: &str) -> Result<&'a Value, String> {
    lines.iter().find(|line| line["bench"] == bench).ok_or_else(|| format!("no figures for {bench}"))
}

fn figure(line: &Value, name: &str) -> Result<f64, String> {
    line[name].as_f64().ok_or_else(|| format!("no {name} in {line}"))
}
