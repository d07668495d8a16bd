//! `pinx demo`: two nodes in one process, a real TCP connection between them, and a callback from end to end.

mod lockstep;
mod nodes;
mod scenario;
mod stage;

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use qsig_capture::Format;
use qsig_pinx::{Profile, profile::PROFILES};

use lockstep::{Failure, Lockstep};
use scenario::{SCENARIOS, Scenario};
use stage::Stage;

/// Play a callback between two nodes, linked over TCP on this machine
///
/// Two PINXs, milan (100x, network side) and rome (200x, user side), run in this process. The ladder shows each
/// frame between them as it is sent (RR and other supervisory frames are left out), and what the phones show. Time
/// jumps from event to event, so that it takes seconds and comes out the same each time.
#[derive(Args)]
#[command(after_help = "Examples:\n  pinx demo\n  pinx demo --scenario ccnr --profile cisco\n  \
    pinx demo --pcap ccbs.pcapng && tshark -r ccbs.pcapng")]
pub(crate) struct Arguments {
    /// The users' rules: qsig (A's phone rings) or cisco (A's phone shows a notice)
    #[arg(long, default_value = "qsig", value_name = "NAME", value_parser = profile)]
    profile: &'static Profile,
    /// What is played; --list shows all
    #[arg(long, default_value = "ccbs-suspend-resume", value_name = "NAME", value_parser = scenario_named)]
    scenario: &'static Scenario,
    /// Show the scenarios and end
    #[arg(long)]
    list: bool,
    /// Where the capture goes; a name that ends in .pcap makes a pcap file, any other a pcapng file
    #[arg(long, default_value = "pinx-demo.pcapng", value_name = "FILE")]
    pcap: PathBuf,
    /// Take as long as it would in life
    #[arg(long)]
    real_time: bool,
}

fn profile(name: &str) -> Result<&'static Profile, String> {
    Profile::named(name).ok_or_else(|| {
        format!(
            "the profiles are: {}",
            PROFILES.iter().map(|profile| profile.name).collect::<Vec<_>>().join(", ")
        )
    })
}

fn scenario_named(name: &str) -> Result<&'static Scenario, String> {
    SCENARIOS.iter().find(|scenario| scenario.name == name).ok_or_else(|| {
        format!(
            "the scenarios are: {}",
            SCENARIOS.iter().map(|scenario| scenario.name).collect::<Vec<_>>().join(", ")
        )
    })
}

/// Runs it. 0 and `PASS`, or 1 and `FAIL`.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    if arguments.list {
        for scenario in SCENARIOS {
            println!("{:<20} {}", scenario.name, scenario.title);
        }
        return ExitCode::SUCCESS;
    }
    match play(arguments) {
        Ok(()) => {
            println!("\nPASS {}", arguments.pcap.display());
            ExitCode::SUCCESS
        }
        Err(failure) => {
            // A reader that has gone away (`pinx demo | head`) is nobody's failure, but nothing was shown to pass.
            let _ = writeln!(io::stdout(), "\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn play(arguments: &Arguments) -> Result<(), Failure> {
    let capture = create(&arguments.pcap)?;
    let pcap = arguments.pcap.extension().is_some_and(|extension| extension == "pcap");
    let format = if pcap { Format::Pcap } else { Format::PcapNg };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::World(format!("no runtime: {error}")))?;
    let stage = Stage::new(io::stdout().lock(), capture, format, arguments.scenario, arguments.profile)?;
    runtime.block_on(async {
        let mut play =
            Lockstep::open(arguments.scenario, arguments.profile, stage, arguments.real_time).await?;
        play.run(arguments.scenario).await
    })
}

fn create(path: &Path) -> Result<BufWriter<File>, Failure> {
    let file = File::create(path).map_err(|error| {
        Failure::World(format!("{}: {error}; choose another place with --pcap FILE", path.display()))
    })?;
    Ok(BufWriter::new(file))
}
