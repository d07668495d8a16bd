//! `cargo xtask test`: everything that must pass, in the order of what fails soonest.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use crate::{layers, licences, schema, strangers};

type Step = (&'static str, fn() -> Result<(), String>);

const STEPS: &[Step] = &[
    ("formatting", || cargo(&["fmt", "--all", "--check"])),
    ("layers", layers::check),
    ("licences", licences::check),
    ("schema", || schema::run(true)),
    ("lints", || cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    ("libpri peer", strangers::build_peer),
    ("tests", || cargo(&["test", "--workspace"])),
    ("documentation", || cargo(&["doc", "--workspace", "--no-deps", "--quiet"])),
];

pub(crate) fn all(install: bool) -> Result<(), String> {
    strangers::ensure(install)?;
    let mut times = Vec::new();
    for (name, step) in STEPS {
        println!("\n== {name}");
        let start = Instant::now();
        step().map_err(|what| format!("{name}: {what}"))?;
        times.push((*name, start.elapsed()));
    }
    println!("\n== all good");
    for (name, time) in &times {
        println!("{:>8.1} s  {name}", time.as_secs_f32());
    }
    println!("{:>8.1} s  in all", times.iter().map(|(_, time)| *time).sum::<Duration>().as_secs_f32());
    Ok(())
}

pub(crate) fn cargo(arguments: &[&str]) -> Result<(), String> {
    let status = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(crate::root())
        .env("RUSTDOCFLAGS", "-D warnings")
        .status()
        .map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("cargo {} failed", arguments.join(" "))) }
}
