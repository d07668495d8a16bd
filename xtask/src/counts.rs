//! `cargo xtask counts`: instructions of the hot paths, which unlike seconds are the same on a busy machine.
//!
//! valgrind's callgrind counts them. What is committed was counted with one compiler on one kind of processor; with others
//! write the counts anew before a change, and compare after it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// How far a count may be from the one that is committed.
const PER_MILLE: u64 = 20;

const HEAD: &str = "# Instructions of the hot paths: cargo xtask counts --write\n";

/// A path, and how to run it so often.
type Run = fn(&Path, usize) -> Command;

/// Each is run twice, the second time with twice the work: the difference leaves out what a start costs.
const PATHS: &[(&str, usize, Run)] = &[
    ("decode-setup", 500, |pinx, times| bench(pinx, times, 0)),
    ("decode-setup-name", 500, |pinx, times| bench(pinx, times, 1)),
    ("decode-ccsuspend", 500, |pinx, times| bench(pinx, times, 2)),
    ("lines of a callback", 10, |pinx, times| view(pinx, times, "--line")),
    ("JSON of a callback", 10, |pinx, times| view(pinx, times, "--json")),
];

fn bench(pinx: &Path, times: usize, input: usize) -> Command {
    let mut command = Command::new(pinx);
    command.args(["bench", "decode", "--times", &times.to_string(), "--input", &input.to_string()]);
    command
}

/// The capture of a whole callback, so many times.
fn view(pinx: &Path, times: usize, view: &str) -> Command {
    let mut command = Command::new(pinx);
    let capture = crate::root().join("captures/libpri/03-ccbs-retained.pcap");
    command.args(["decode", view]).args(std::iter::repeat_n(capture, times));
    command
}

pub(crate) fn run(write: bool) -> Result<(), String> {
    crate::test::cargo(&["build", "--release", "--quiet", "--package", "pinx"])?;
    let pinx = crate::root().join("target/release/pinx");
    let file = crate::root().join("xtask/counts.txt");
    let committed = fs::read_to_string(&file).unwrap_or_default();
    let mut text = HEAD.to_owned();
    let mut worse = Vec::new();
    for (name, times, run) in PATHS {
        let once = instructions(&mut run(&pinx, *times))?;
        let twice = instructions(&mut run(&pinx, 2 * times))?;
        let count = twice.saturating_sub(once) / u64::try_from(*times).unwrap_or(u64::MAX);
        let line = committed.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        let before = line.and_then(|count| count.parse::<u64>().ok()).filter(|before| *before > 0);
        match before {
            Some(before) => {
                let change = count.abs_diff(before) * 1_000 / before;
                let sign = if count < before { '-' } else { '+' };
                println!("{name:<22} {count:>10}  {sign}{}.{} %", change / 10, change % 10);
                if change > PER_MILLE {
                    worse.push(format!("{name}: {before} before, {count} now"));
                }
            }
            None => println!("{name:<22} {count:>10}  new"),
        }
        text.extend([name, ": ", &count.to_string(), "\n"]);
    }
    if write {
        return fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()));
    }
    if worse.is_empty() {
        return Ok(());
    }
    Err(format!(
        "more than 2 % away from {}:\n  {}\n  say why in the commit, and write them anew: cargo xtask counts --write",
        file.display(),
        worse.join("\n  ")
    ))
}

fn instructions(command: &mut Command) -> Result<u64, String> {
    let out: PathBuf = crate::root().join("target/callgrind.out");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", &format!("--callgrind-out-file={}", out.display())])
        .arg(command.get_program())
        .args(command.get_args())
        .output()
        .map_err(|error| format!("valgrind: {error}; apt-get install valgrind"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let refs = said.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok());
    refs.filter(|_| output.status.success()).ok_or_else(|| format!("valgrind counted nothing:\n{said}"))
}
