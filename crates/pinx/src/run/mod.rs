//! `pinx run`: one node, until it is stopped.

mod asker;
mod fault;
mod fixed;
mod flaps;
mod line;
mod record;
mod report;
mod runner;

use std::{
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use clap::{Args, ValueEnum};
use pinx_config::{Api, Config};
use tokio::{
    signal::unix::{SignalKind, signal},
    time::{interval, timeout},
};
use tracing::{error, info, warn};
use tracing_subscriber::EnvFilter;

pub(crate) use asker::Asker;
pub(crate) use runner::Runner;

use crate::api::Server;

/// How long calls have to clear after SIGTERM.
const CLEARING: Duration = Duration::from_secs(3);

/// Run one node, until stopped
///
/// Reads the configuration, opens the lines and the interface, and prints `ready NAME`. SIGTERM (or Ctrl-C) clears calls
/// and ends; SIGHUP reads the configuration again without dropping calls or callbacks: extensions, rules and routes change,
/// what needs a start is named in the log.
#[derive(Args)]
#[command(after_help = "Example:\n  pinx init --pair && pinx run -c milan.toml --ladder")]
pub(crate) struct Arguments {
    /// The configuration; pinx init writes one
    #[arg(short, long, default_value = "pinx.toml", value_name = "FILE")]
    config: PathBuf,
    /// Show each frame of the trunks as it is sent
    #[arg(long)]
    ladder: bool,
    /// Record the trunks; a name that ends in .pcap makes a pcap file, any other a pcapng file
    #[arg(long, value_name = "FILE")]
    pcap: Option<PathBuf>,
    /// What is logged: error, warn, info or debug
    #[arg(long, default_value = "info", value_name = "LEVEL")]
    log_level: String,
    /// How it is logged
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    log_format: LogFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LogFormat {
    /// Lines for people
    Human,
    /// One JSON object a line
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    if let Err(error) = start_log(arguments) {
        eprintln!("pinx: {error}");
        return ExitCode::from(2);
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("pinx: no runtime: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(serve(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            eprintln!("pinx: {what}");
            ExitCode::FAILURE
        }
    }
}

fn start_log(arguments: &Arguments) -> Result<(), String> {
    let filter = EnvFilter::try_new(format!("pinx={}", arguments.log_level))
        .map_err(|_| format!("no log level `{}`: error, warn, info or debug", arguments.log_level))?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr).with_target(false);
    match arguments.log_format {
        LogFormat::Json => log.json().init(),
        LogFormat::Human => log.with_ansi(io::stderr().is_terminal()).init(),
    }
    Ok(())
}

/// Reads a configuration; all its mistakes are one text.
fn read(path: &Path) -> Result<Config, String> {
    let text = pinx_config::read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => format!("{}: there is no such file; pinx init writes one", path.display()),
        _ => format!("{}: {error}", path.display()),
    })?;
    pinx_config::load(&text, path).map_err(|mistakes| {
        let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })
}

async fn serve(arguments: &Arguments) -> Result<(), String> {
    let config = read(&arguments.config)?;
    for remark in &config.remarks {
        warn!("{remark}");
    }
    let api = config.api.clone();
    let (mut runner, asker, mut work) = Runner::new(config).await?;
    if arguments.ladder {
        runner.show_ladder();
    }
    if let Some(path) = &arguments.pcap {
        runner.record(path)?;
    }
    let server = Server::start(&api, asker).await.map_err(|error| error.to_string())?;
    let name = runner.node().name().to_owned();
    println!("ready {name}");
    notify(&[sd_notify::NotifyState::Ready]);
    match &api {
        Api::Unix(path) => info!("node {name} is up, interface on unix:{}", path.display()),
        Api::Tcp { address, token_file } => {
            info!("node {name} is up, interface on tcp:{address}, token in {}", token_file.display());
        }
    }

    let signal_of = |kind| signal(kind).map_err(|error| format!("no signals: {error}"));
    let (mut terminate, mut interrupt, mut hang_up) = (
        signal_of(SignalKind::terminate())?,
        signal_of(SignalKind::interrupt())?,
        signal_of(SignalKind::hangup())?,
    );
    let mut watchdog = interval(Duration::from_secs(1));
    loop {
        tokio::select! {
            _ = terminate.recv() => break,
            _ = interrupt.recv() => break,
            _ = hang_up.recv() => reload(&arguments.config, &mut runner),
            _ = watchdog.tick() => notify(&[sd_notify::NotifyState::Watchdog]),
            () = runner.step(&mut work) => {}
        }
    }
    notify(&[sd_notify::NotifyState::Stopping]);
    info!("node {name} clears its calls and ends");
    runner.clear_calls();
    let cleared = async {
        while !runner.has_no_calls() {
            runner.step(&mut work).await;
        }
    };
    if timeout(CLEARING, cleared).await.is_err() {
        warn!("some calls were not cleared in time");
    }
    runner.close().await;
    drop(server);
    Ok(())
}

/// Reads the configuration again and takes over what can be changed while calls are up.
fn reload(path: &Path, runner: &mut Runner) {
    match read(path) {
        Ok(config) => {
            for note in runner.reconfigure(config) {
                warn!("{note}");
            }
            info!("{} was read again", path.display());
        }
        Err(mistakes) => error!("{} has mistakes; the node goes on as it was:\n{mistakes}", path.display()),
    }
}

/// Tells the service manager, if there is one.
fn notify(states: &[sd_notify::NotifyState<'_>]) {
    // Without a service manager there is nobody to tell.
    let _ = sd_notify::notify(states);
}
