//! `pinx link-test`: what a line carries, what it loses, and how to mend it.

mod ends;
mod finding;
mod flight;
mod pattern;
mod report;
mod spec;

use std::io;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, ValueEnum};
use qsig_link::{BitOrder, EscapeMap, Framing, Idle, OpenError};

use ends::{Ends, NotUp};
use finding::{Check, Tried};
use pattern::Pattern;
use report::Report;
use spec::Spec;

/// Frames there and back whose time is taken.
const ROUND_TRIPS: u32 = 20;

/// Try what a line carries: all frame lengths, awkward octets, load, and a cut
///
/// Both ends of the line run in this process, so the line begins and ends at this
/// machine: two serial ports with a cable between them, one port with a loop plug, two
/// sockets with a tunnel or a terminal server between them, or one socket alone. The
/// report says what was lost and how to mend it.
///
/// A link is one of
///   tcp:ADDRESS:PORT    the first end listens, the second connects; port 0 is any
///   unix:PATH           likewise
///   serial:DEVICE[,BAUD][,OPTION...]
///                       115200 baud unless given; options: parity=none|odd|even,
///                       flow=none|software|hardware, stop-bits=1|2, carrier
/// Of two links the first is end a and the second end b; one socket is both ends; one
/// serial port alone is taken to have a loop plug.
#[allow(
    rustdoc::broken_intra_doc_links,
    reason = "the text is the help: its brackets mark what may be left out"
)]
#[derive(Args)]
#[command(
    verbatim_doc_comment,
    after_help = "Examples:
  pinx link-test --link tcp:127.0.0.1:0
  pinx link-test --link serial:/dev/ttyUSB0,115200 --link serial:/dev/ttyUSB1,115200
  pinx link-test --link serial:/dev/ttyUSB0,230400,flow=hardware
  pinx link-test --link unix:slot.sock --framing hdlc-bits

Without hardware: socat -d -d pty,rawer,link=ttyA pty,rawer,link=ttyB
  pinx link-test --link serial:ttyA --link serial:ttyB

Exit status: 0 the line is good, 1 it is not or cannot be opened, 2 wrong use."
)]
pub(crate) struct Arguments {
    /// The line, or its first and its second end
    #[arg(long = "link", value_name = "SPEC", required = true)]
    links: Vec<Spec>,
    /// How frames are told apart
    #[arg(long, value_name = "NAME", default_value = "hdlc-octets")]
    framing: FramingName,
    /// What hdlc-octets escapes beside 7d and 7e: none, xon, xon8, controls, or octets in hex, with commas
    #[arg(long, value_name = "LIST", default_value = "none", value_parser = spec::escape)]
    escape: EscapeMap,
    /// Which bit of an octet is first on the line (hdlc-bits)
    #[arg(long, value_name = "msb|lsb", default_value = "msb")]
    bit_order: BitOrderName,
    /// What fills the line between frames (hdlc-bits)
    #[arg(long, value_name = "flags|ones", default_value = "flags")]
    idle: IdleName,
    /// How long the line is loaded, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 2, value_parser = clap::value_parser!(u64).range(1..=3_600))]
    load: u64,
    /// How long to wait for the line to come up, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=3_600))]
    wait: u64,
    /// Take TCP addresses other than loopback, unencrypted
    #[arg(long)]
    insecure: bool,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum FramingName {
    /// HDLC with octet stuffing, for serial lines
    HdlcOctets,
    /// HDLC on the bits of a 64 kbit/s time slot
    HdlcBits,
    /// 2-octet length and frame, for sockets
    Len16,
}

#[derive(Clone, Copy, ValueEnum)]
enum BitOrderName {
    Msb,
    Lsb,
}

#[derive(Clone, Copy, ValueEnum)]
enum IdleName {
    Flags,
    Ones,
}

impl Arguments {
    fn framing(&self) -> Framing {
        match self.framing {
            FramingName::Len16 => Framing::Len16,
            FramingName::HdlcOctets => Framing::HdlcOctets { escape: self.escape },
            FramingName::HdlcBits => Framing::HdlcBits {
                order: match self.bit_order {
                    BitOrderName::Msb => BitOrder::Msb,
                    BitOrderName::Lsb => BitOrder::Lsb,
                },
                idle: match self.idle {
                    IdleName::Flags => Idle::Flags,
                    IdleName::Ones => Idle::Ones,
                },
            },
        }
    }

    /// What cannot be meant.
    fn refused(&self) -> Option<&'static str> {
        match self.links.as_slice() {
            [_] => None,
            [Spec::Serial(a), Spec::Serial(b)] if a.device == b.device => {
                Some("the same device twice; give it once if it has a loop plug")
            }
            [_, _] => None,
            _ => Some("a line has two ends: give --link once or twice"),
        }
    }
}

/// Runs it. 0 when the line is good, 1 when it is not, 2 for what cannot be meant.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    if let Some(why) = arguments.refused() {
        eprintln!("pinx link-test: {why}. See pinx link-test --help");
        return ExitCode::from(2);
    }
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("pinx link-test: no runtime: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut report = Report::new(&arguments.links, arguments.json, io::stdout().lock());
    match runtime.block_on(test(arguments, &mut report)) {
        Ok(()) if report.end(arguments.framing()) => ExitCode::SUCCESS,
        Ok(()) => ExitCode::FAILURE,
        Err(error) => {
            report.not_up(&error.to_string(), mend(&error));
            match error {
                // Not the line, but what was asked of it.
                NotUp::Open(
                    OpenError::Insecure(_) | OpenError::Len16OnSerial | OpenError::SoftwareFlowOnBits,
                ) => ExitCode::from(2),
                _ => ExitCode::FAILURE,
            }
        }
    }
}

async fn test(arguments: &Arguments, report: &mut Report<impl io::Write>) -> Result<(), NotUp> {
    let wait = Duration::from_secs(arguments.wait);
    let (Some(first), second) = (arguments.links.first(), arguments.links.get(1)) else { return Ok(()) };
    let mut ends = Ends::open(first, second, arguments.framing(), arguments.insecure, wait).await?;
    let ways = ends.ways();
    for check in Pattern::ALL.map(Check::Pattern) {
        for &way in ways {
            let Check::Pattern(pattern) = check else { continue };
            let outcome = ends.carry(way, pattern.frames()).await;
            report.tried(Tried { check, way, outcome });
        }
        // Where nothing plain passes, all the rest would only take time.
        if report.is_dead() {
            return Ok(());
        }
    }
    for &way in ways {
        let outcome = ends.carry(way, pattern::lengths()).await;
        report.tried(Tried { check: Check::Lengths, way, outcome });
    }
    for (way, outcome) in ends.load(Duration::from_secs(arguments.load)).await {
        report.tried(Tried { check: Check::Load, way, outcome });
    }
    report.round_trips(&ends.round_trips(ROUND_TRIPS).await);
    let (back, ends) = ends.cut_and_return(wait).await;
    report.returned(back);
    if let Some(mut ends) = ends {
        for &way in ways {
            let outcome = ends.carry(way, Pattern::Plain.frames()).await;
            report.tried(Tried { check: Check::Again, way, outcome });
        }
    }
    Ok(())
}

/// What to do when an end is not up.
fn mend(error: &NotUp) -> Option<&'static str> {
    match error {
        NotUp::Open(OpenError::Insecure(_)) => Some("Here: --insecure."),
        // The others say it themselves.
        NotUp::Open(_) => None,
        NotUp::Down { .. } => Some(
            "Look whether the device is there and the far end runs, whether the framing is the same, and at cable \
             and carrier. --wait SECONDS gives it more time.",
        ),
    }
}
