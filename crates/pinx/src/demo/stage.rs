//! What the audience sees: the ladder, the phones, and the capture on disk.

use std::{
    fs::File,
    io::{BufWriter, StdoutLock, Write},
    net::SocketAddr,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use qsig_capture::{Format, Record, Trunk, Writer};
use qsig_core::{Instant, Side};
use qsig_pinx::{Event, Key, PhoneView, Profile, Ring, Tone};

use super::{
    lockstep::Failure,
    nodes::{NAMES, SIDES},
    scenario::Scenario,
};
use crate::{
    ladder::{arrow, heads, is_supervisory, text},
    summary::summary,
};

pub(crate) struct Stage<'a> {
    out: StdoutLock<'a>,
    capture: Writer<BufWriter<File>>,
    /// Microseconds since the Unix epoch at which the play began.
    began: u64,
}

impl<'a> Stage<'a> {
    pub(crate) fn new(
        mut out: StdoutLock<'a>,
        capture: BufWriter<File>,
        format: Format,
        scenario: &Scenario,
        profile: &Profile,
    ) -> Result<Self, Failure> {
        let trunk = Trunk { name: "milan to rome".into(), local: Side::Network };
        let capture = Writer::new(capture, format, &trunk).map_err(|error| world(&error))?;
        writeln!(out, "{} (profile {})\n{}", scenario.name, profile.name, scenario.title)?;
        Ok(Self { out, capture, began: 0 })
    }

    /// When the play begins: always at the same moment, or now.
    pub(crate) fn curtain(&mut self, fixed: u64, real_time: bool) -> u64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_micros();
        if self.began == 0 {
            self.began = if real_time { u64::try_from(now).unwrap_or(fixed) } else { fixed };
        }
        self.began
    }

    pub(crate) fn linked(&mut self, address: SocketAddr) -> Result<(), Failure> {
        let [left, right] = NAMES;
        writeln!(self.out, "{left} and {right} are linked over TCP on {}\n", address.ip())?;
        writeln!(self.out, "{:>10}  {}", "time", heads(left, right))?;
        Ok(())
    }

    /// A frame leaves a node.
    pub(crate) fn frame(&mut self, now: Instant, node: usize, octets: &[u8]) -> Result<(), Failure> {
        let side = SIDES.get(node).copied().unwrap_or(Side::Network);
        let record = Record::new(self.began + now.as_micros(), side, octets);
        self.capture.write(&record).map_err(|error| world(&error))?;
        let summary = summary(octets, Some(side));
        if !is_supervisory(&summary) {
            self.line(now, &arrow(&text(&summary), node == 0))?;
        }
        Ok(())
    }

    /// A user does something.
    pub(crate) fn key(&mut self, now: Instant, phone: &str, key: &Key) -> Result<(), Failure> {
        let what = match key {
            Key::OffHook => "lifts the handset".into(),
            Key::OnHook => "hangs up".into(),
            Key::Dial(digits) => format!("dials {digits}"),
            Key::Softkey(label) => format!("presses {label}"),
            other => format!("does {other}"),
        };
        writeln!(self.out)?;
        self.line(now, &format!("{phone} {what}"))
    }

    pub(crate) fn pass(&mut self, now: Instant, span: Duration) -> Result<(), Failure> {
        writeln!(self.out)?;
        self.line(now, &format!("... {} s go by ...", span.as_secs()))
    }

    /// Something happened at a node.
    pub(crate) fn event(&mut self, now: Instant, node: usize, event: &Event) -> Result<(), Failure> {
        match event {
            Event::Phone(view) => self.phone(view)?,
            Event::Callback(change) => {
                let name = NAMES.get(node).copied().unwrap_or_default();
                let (a, b, step) = (change.a, change.b, change.step);
                self.line(now, &format!("* {name}: callback {} {a} to {b} {step}", change.id))?;
            }
            Event::Alert { phone } => self.line(now, &format!("{phone} sounds the callback alert"))?,
            Event::Fault(fault) => self.line(now, &format!("! {fault:?}"))?,
            Event::Link { .. } | Event::CallEnded { .. } => {}
        }
        Ok(())
    }

    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        self.out.flush()?;
        self.capture.flush().map_err(|error| world(&error))
    }

    /// A phone: what it does, and its display.
    fn phone(&mut self, view: &PhoneView) -> Result<(), Failure> {
        let sound = match (view.ring, view.tone) {
            (Ring::Normal, _) => ", rings".into(),
            (Ring::Callback, _) => ", rings for the callback".into(),
            (Ring::None, Tone::None) => String::new(),
            (Ring::None, tone) => format!(", {tone} tone"),
        };
        let keys: Vec<String> = view.softkeys.iter().map(|label| format!("[{label}]")).collect();
        let head = format!("{} {}: {}{sound}", view.number, view.name, view.state);
        let mut lines = view.display.iter();
        writeln!(self.out, "{:>4}{head:<42} | {}", "", lines.next().map_or("", String::as_str))?;
        for line in lines {
            writeln!(self.out, "{:>46} | {line}", "")?;
        }
        if !keys.is_empty() {
            writeln!(self.out, "{:>46} | {}", "", keys.join(" "))?;
        }
        Ok(())
    }

    fn line(&mut self, now: Instant, text: &str) -> Result<(), Failure> {
        writeln!(self.out, "{:>10}  {text}", now.to_string())?;
        Ok(())
    }
}

fn world(error: &dyn std::fmt::Display) -> Failure {
    Failure::World(error.to_string())
}
