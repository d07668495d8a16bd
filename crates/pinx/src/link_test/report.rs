//! What is printed: a line for each thing tried as it is done, then what is wrong; or one JSON object at the end.

use std::fmt::Write as _;
use std::io::Write;
use std::time::Duration;

use qsig_link::Framing;
use serde_json::{Value as Json, json};

use super::ends::{NotUp, Way};
use super::finding::{Check, Tried, findings, slow};
use super::flight::Outcome;
use super::spec::Spec;

/// The report as it grows.
pub(crate) struct Report<W> {
    out: W,
    json: bool,
    links: Vec<String>,
    tried: Vec<Tried>,
    round_trip: Option<Duration>,
    /// Milliseconds, or why the line did not come back.
    returned: Option<Result<Duration, String>>,
}

impl<W: Write> Report<W> {
    pub(crate) fn new(links: &[Spec], json: bool, out: W) -> Self {
        let links = links.iter().map(Spec::to_string).collect();
        let mut report = Self { out, json, links, tried: vec![], round_trip: None, returned: None };
        report.line(&format!("line {}\n", report.links.join(" -- ")));
        report
    }

    /// One thing was tried.
    pub(crate) fn tried(&mut self, tried: Tried) {
        let Outcome { sent, received, damaged, strange, .. } = tried.outcome;
        let verdict = if tried.outcome.is_good() { "ok" } else { "LOST" };
        let mut line = format!(
            "{:<15} {:<7} {verdict:<5} {received} of {sent} frames",
            tried.check.name(),
            tried.way.name()
        );
        for (count, what) in [(damaged, "damaged"), (strange, "that nobody sent")] {
            if count > 0 {
                let _ = write!(line, ", {count} {what}");
            }
        }
        if tried.check == Check::Load {
            let _ = write!(line, ", {} octets a second", tried.outcome.rate());
        }
        if let Some(cause) = tried.outcome.down {
            let _ = write!(line, "; the line went down: {cause}");
        }
        self.line(&line);
        self.tried.push(tried);
    }

    /// Nothing passes, any way.
    pub(crate) fn is_dead(&self) -> bool {
        self.tried.iter().all(|tried| tried.outcome.received == 0)
    }

    /// The times of frames that went there and back, shortest first.
    pub(crate) fn round_trips(&mut self, times: &[Duration]) {
        self.round_trip = times.get(times.len() / 2).copied();
        if let Some(median) = self.round_trip {
            self.line(&format!("{:<15} {:<7} ok    {:.2} ms", "round-trip", "", millis(median)));
        }
    }

    /// The line was cut, and came back or not.
    pub(crate) fn returned(&mut self, back: Result<Duration, NotUp>) {
        let back = back.map_err(|error| error.to_string());
        let text = match &back {
            Ok(time) => format!("ok    back after {:.0} ms", millis(*time)),
            Err(error) => format!("LOST  {error}"),
        };
        self.line(&format!("{:<15} {:<7} {text}", "cut-and-return", ""));
        self.returned = Some(back);
    }

    /// The verdict; whether the line is good.
    pub(crate) fn end(&mut self, framing: Framing) -> bool {
        let findings = findings(&self.tried, framing);
        let bad = self.tried.iter().filter(|tried| !tried.outcome.is_good()).count()
            + usize::from(matches!(self.returned, Some(Err(_))));
        let note = slow(&self.tried);
        for finding in &findings {
            self.line(&format!("\n{}: {}.\n  {}", ways(&finding.ways), finding.what, finding.mend));
        }
        if let Some(note) = &note {
            self.line(&format!("\nNote: {note}"));
        }
        self.line(&match bad {
            0 => "\nPASS".to_owned(),
            bad => {
                format!("\nFAIL {bad} of {} checks", self.tried.len() + usize::from(self.returned.is_some()))
            }
        });
        if self.json {
            let findings: Vec<Json> = findings
                .iter()
                .map(|finding| {
                    let ways: Vec<_> = finding.ways.iter().map(|way| way.name()).collect();
                    json!({"ways": ways, "what": finding.what, "mend": finding.mend})
                })
                .collect();
            self.object(bad == 0, &findings, note.as_deref());
        }
        bad == 0
    }

    /// The line could not be tried.
    pub(crate) fn not_up(&mut self, error: &str, mend: Option<&str>) {
        if self.json {
            self.object(false, &[json!({"ways": [], "what": error, "mend": mend})], None);
            return;
        }
        let mend = mend.map(|mend| format!("\n  {mend}")).unwrap_or_default();
        self.line(&format!("{error}{mend}\n\nFAIL"));
    }

    fn object(&mut self, passed: bool, findings: &[Json], note: Option<&str>) {
        let checks: Vec<Json> = self.tried.iter().map(check).collect();
        let returned = self.returned.as_ref().map(|back| match back {
            Ok(time) => json!({"passed": true, "milliseconds": millis(*time)}),
            Err(error) => json!({"passed": false, "error": error}),
        });
        let object = json!({
            "passed": passed,
            "links": self.links,
            "checks": checks,
            "round_trip_milliseconds": self.round_trip.map(millis),
            "cut_and_return": returned,
            "findings": findings,
            "note": note,
        });
        let _ = writeln!(self.out, "{object}");
    }

    fn line(&mut self, line: &str) {
        if !self.json {
            // Who does not read any more still wants the exit status.
            let _ = writeln!(self.out, "{line}");
        }
    }
}

fn check(tried: &Tried) -> Json {
    let Outcome { sent, received, damaged, strange, lost, down, .. } = &tried.outcome;
    json!({
        "name": tried.check.name(),
        "way": tried.way.name(),
        "passed": tried.outcome.is_good(),
        "sent": sent,
        "received": received,
        "damaged": damaged,
        "strange": strange,
        "lost_lengths": lost,
        "down": down.map(|cause| cause.to_string()),
        "octets_per_second": (tried.check == Check::Load).then(|| tried.outcome.rate()),
    })
}

fn ways(ways: &[Way]) -> String {
    ways.iter().map(|way| way.name()).collect::<Vec<_>>().join(" and ")
}

fn millis(time: Duration) -> f64 {
    (time.as_secs_f64() * 100_000.0).round() / 100.0
}
