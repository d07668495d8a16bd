//! What is wrong with a line, from what was lost on it, and how to mend it.

use qsig_link::Framing;

use super::ends::Way;
use super::flight::Outcome;
use super::pattern::Pattern;

/// A 64 kbit/s time slot, octets a second.
const SLOT: u64 = 8_000;

/// One thing that was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    /// A frame of each length.
    Lengths,
    /// Frames of one kind.
    Pattern(Pattern),
    /// Long frames, all ways at once.
    Load,
    /// After the line was cut.
    Again,
}

impl Check {
    /// Its name in the report.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Lengths => "lengths",
            Self::Pattern(pattern) => pattern.name(),
            Self::Load => "load",
            Self::Again => "after-cut",
        }
    }
}

/// What became of it.
#[derive(Clone, Debug)]
pub(crate) struct Tried {
    pub(crate) check: Check,
    pub(crate) way: Way,
    pub(crate) outcome: Outcome,
}

/// Something that is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) ways: Vec<Way>,
    pub(crate) what: String,
    pub(crate) mend: &'static str,
}

/// All that is wrong. Each way is looked at alone; what is wrong both ways is told once.
pub(crate) fn findings(tried: &[Tried], framing: Framing) -> Vec<Finding> {
    let mut all: Vec<Finding> = vec![];
    for way in [Way::AToB, Way::BToA, Way::Loop] {
        let facts = Facts { tried, way, bits: matches!(framing, Framing::HdlcBits { .. }) };
        for (what, mend) in facts.look() {
            match all.iter_mut().find(|finding| finding.what == what) {
                Some(finding) => finding.ways.push(way),
                None => all.push(Finding { ways: vec![way], what, mend }),
            }
        }
    }
    all
}

/// What is no fault but worth knowing: a line slower than a D-channel.
pub(crate) fn slow(tried: &[Tried]) -> Option<String> {
    let loads = tried.iter().filter(|tried| tried.check == Check::Load && tried.outcome.is_good());
    let rate = loads.map(|tried| tried.outcome.rate()).min()?;
    // A tenth less is flags and stuffing.
    (rate < SLOT * 9 / 10).then(|| {
        format!(
            "This line carries {rate} octets of frames a second, a 64 kbit/s D-channel {SLOT}: \
             calls will be set up more slowly under load."
        )
    })
}

struct Facts<'a> {
    tried: &'a [Tried],
    way: Way,
    bits: bool,
}

type Said = (String, &'static str);

impl Facts<'_> {
    fn outcome(&self, check: Check) -> Option<&Outcome> {
        let mine = |tried: &&Tried| tried.way == self.way && tried.check == check;
        self.tried.iter().find(mine).map(|tried| &tried.outcome)
    }

    fn lost(&self, pattern: Pattern) -> bool {
        self.outcome(Check::Pattern(pattern)).is_some_and(|outcome| !outcome.is_good())
    }

    fn look(&self) -> Vec<Said> {
        if let Some(dead) = self.dead() {
            return vec![dead];
        }
        let mut said = vec![];
        let mut explained = self.octets(&mut said);
        explained |= self.lengths(&mut said);
        if !explained {
            said.extend(self.load());
            said.extend(self.noise());
        }
        said
    }

    /// Not even plain frames pass.
    fn dead(&self) -> Option<Said> {
        let plain = self.outcome(Check::Pattern(Pattern::Plain))?;
        if plain.received > 0 || plain.sent == 0 {
            return None;
        }
        if let Some(cause) = plain.down {
            return Some((
                format!("the line goes down as soon as frames are sent: {cause}"),
                "Look at the far end and at the flow control.",
            ));
        }
        Some(match (plain.octets, plain.damaged) {
            (0, _) => (
                "nothing comes, not one octet".to_owned(),
                "Look at the cable (a null modem crosses TX and RX), at the device's name, and at flow control: \
                 with flow=hardware the far end has to raise CTS.",
            ),
            (_, 0) => (
                "octets come, but no frame can be found in them".to_owned(),
                "Take the same framing and the same baud rate at both ends; with hdlc-bits also the same bit order.",
            ),
            _ => (
                "every frame comes damaged".to_owned(),
                "Take the same baud rate, parity, stop bits and escape map at both ends.",
            ),
        })
    }

    /// Octets that the line itself eats, alters or acts on.
    fn octets(&self, said: &mut Vec<Said>) -> bool {
        use Pattern::{Bit8, Controls, Escapes, Flags, Lines, Ones, Xon, Xon8, Zeros};
        let before = said.len();
        if self.lost(Bit8) && self.lost(Ones) && self.lost(Xon8) {
            said.push((
                "bit 8 is lost: octets from 80 to FF do not pass".to_owned(),
                "Set 8 data bits and no parity at both ends and at every adapter between them; no escape map \
                 can mend this.",
            ));
            return true;
        }
        // A bit stream has no octets that could be escaped.
        let mend = |escape| {
            if self.bits {
                "A raw bit stream needs a line that passes all octets: turn off software flow control and any \
                 translation of octets at both ends and at every adapter between them."
            } else {
                escape
            }
        };
        if self.lost(Controls) && self.lost(Xon) {
            said.push((
                "control octets are eaten (00 to 1F)".to_owned(),
                mend("Escape them: --escape controls here, `escape` with 00 to 1F at both nodes."),
            ));
        } else if self.lost(Controls) {
            said.push((
                "control octets are eaten, though XON and XOFF pass".to_owned(),
                mend("Escape them (--escape controls), or make the port raw: a terminal driver reads along."),
            ));
        } else {
            if self.lost(Xon) {
                said.push((
                    "XON and XOFF (11, 13) are eaten on the way".to_owned(),
                    mend(
                        "Turn off software flow control at the adapter, or escape the two: --escape xon here, \
                         `escape = [0x11, 0x13]` at both nodes.",
                    ),
                ));
            }
            if self.lost(Lines) {
                said.push((
                    "CR or LF (0D, 0A) is translated or eaten".to_owned(),
                    mend("Make the port raw (socat: rawer), or escape the two: --escape 0d,0a."),
                ));
            }
            if self.lost(Zeros) {
                said.push((
                    "the octet 00 is eaten".to_owned(),
                    mend("Escape it: --escape 00 here, `escape = [0x00]` at both nodes."),
                ));
            }
        }
        if self.lost(Xon8) {
            said.push((
                "the octets 91 and 93 are eaten: an adapter ignores bit 8 when it looks for XON and XOFF".to_owned(),
                mend("Escape them as well: --escape xon,xon8 here, `escape = [0x11, 0x13, 0x91, 0x93]` at both nodes."),
            ));
        }
        if self.lost(Ones) {
            said.push((
                "the octet FF is doubled or eaten".to_owned(),
                "A terminal server that speaks Telnet does this: use its raw TCP port. On a terminal device turn \
                 off the marking of parity errors (PARMRK).",
            ));
        }
        if self.lost(Flags) && self.lost(Escapes) {
            said.push((
                "flags and escapes inside frames do not pass".to_owned(),
                "Somebody between the ends speaks PPP or HDLC himself: use a transparent port.",
            ));
        }
        said.len() > before
    }

    /// Long frames that are lost though short ones pass.
    fn lengths(&self, said: &mut Vec<Said>) -> bool {
        let Some(outcome) = self.outcome(Check::Lengths) else { return false };
        let shortest = outcome.lost.iter().min().copied().unwrap_or_default();
        // One or two long ones may be chance.
        if outcome.lost.len() < 3 || shortest <= outcome.longest {
            return false;
        }
        said.push((
            format!("frames of {shortest} octets and more are lost, up to {} pass", outcome.longest),
            "A buffer on the way is too small: set flow=hardware, or lower the baud rate, or set N201 so that \
             frames stay shorter.",
        ));
        true
    }

    fn load(&self) -> Option<Said> {
        let outcome = self.outcome(Check::Load)?;
        let (sent, lost) = (outcome.sent, outcome.sent.saturating_sub(outcome.received));
        let alone = self.tried.iter().all(|tried| tried.check == Check::Load || tried.outcome.is_good());
        if let Some(cause) = outcome.down {
            return Some((
                format!("the line goes down under load: {cause}"),
                "Look at flow control, and at what the device does when its buffers are full.",
            ));
        }
        (alone && lost > 0).then(|| {
            (
                format!("{lost} of {sent} frames are lost under load, none without"),
                "Octets overrun a buffer: set flow=hardware, or lower the baud rate.",
            )
        })
    }

    /// Losses without a pattern.
    fn noise(&self) -> Option<Said> {
        let mine = || {
            self.tried
                .iter()
                .filter(|tried| tried.way == self.way && tried.check != Check::Load)
                .map(|tried| &tried.outcome)
        };
        let sent: usize = mine().map(|outcome| outcome.sent).sum();
        let lost: usize = mine().map(|outcome| outcome.sent.saturating_sub(outcome.received)).sum();
        let strange: usize = mine().map(|outcome| outcome.strange).sum();
        if lost > 0 {
            return Some((
                format!("{lost} of {sent} frames are lost, of no one kind"),
                "That looks like noise or overrun: look at cable and ground, set flow=hardware, lower the baud rate.",
            ));
        }
        (strange > 0).then(|| {
            (
                format!("{strange} frames came that nobody had sent"),
                "Somebody else sends on this line, or an echo is on: stop the other program, make the port raw.",
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use qsig_link::EscapeMap;

    use super::*;

    const OCTETS: Framing = Framing::HdlcOctets { escape: EscapeMap::empty() };

    fn good() -> Outcome {
        Outcome { sent: 3, received: 3, octets: 900, carried: 340, longest: 264, ..Outcome::default() }
    }

    fn bad() -> Outcome {
        Outcome {
            sent: 3,
            received: 0,
            damaged: 3,
            octets: 900,
            lost: vec![12, 64, 264],
            ..Outcome::default()
        }
    }

    /// A line on which these patterns are lost, and nothing else.
    fn line(lost: &[Pattern]) -> Vec<Tried> {
        let patterns = Pattern::ALL.into_iter().map(|pattern| Tried {
            check: Check::Pattern(pattern),
            way: Way::AToB,
            outcome: if lost.contains(&pattern) { bad() } else { good() },
        });
        patterns.chain([Tried { check: Check::Lengths, way: Way::AToB, outcome: good() }]).collect()
    }

    fn said(tried: &[Tried]) -> Vec<String> {
        findings(tried, OCTETS).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn each_eaten_octet_has_its_own_finding() {
        use Pattern::{Bit8, Controls, Lines, Ones, Random, Stuffing, Xon, Xon8, Zeros};
        for (lost, begins) in [
            (&[Xon, Random][..], "XON and XOFF (11, 13)"),
            (&[Xon8, Random], "the octets 91 and 93"),
            (&[Lines, Random], "CR or LF"),
            (&[Ones, Random], "the octet FF"),
            (&[Zeros, Random], "the octet 00"),
            (&[Controls, Xon, Lines, Zeros, Stuffing, Random], "control octets are eaten (00 to 1F)"),
            (&[Bit8, Ones, Xon8, Stuffing, Random], "bit 8 is lost"),
        ] {
            let said = said(&line(lost));
            assert_eq!(said.len(), 1, "{lost:?}: {said:?}");
            assert!(said.concat().starts_with(begins), "{lost:?}: {said:?}");
        }
        assert!(said(&line(&[])).is_empty());
    }

    #[test]
    fn a_line_on_which_nothing_passes_is_told_by_its_octets() {
        let dead = |octets, damaged| {
            let mut tried = line(&Pattern::ALL);
            for tried in &mut tried {
                tried.outcome = Outcome { damaged, octets, ..bad() };
            }
            said(&tried).concat()
        };
        assert!(dead(0, 0).starts_with("nothing comes"));
        assert!(dead(500, 0).starts_with("octets come, but no frame"));
        assert!(dead(500, 3).starts_with("every frame comes damaged"));
    }

    #[test]
    fn what_is_wrong_both_ways_is_told_once() {
        let mut tried = line(&[Pattern::Xon]);
        let back: Vec<_> = tried.iter().cloned().map(|one| Tried { way: Way::BToA, ..one }).collect();
        tried.extend(back);
        let findings = findings(&tried, OCTETS);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].ways, [Way::AToB, Way::BToA]);
    }

    #[test]
    fn long_frames_alone_are_a_buffer_and_a_few_of_any_kind_are_noise() {
        let mut tried = line(&[]);
        let last = tried.len() - 1;
        tried[last].outcome =
            Outcome { sent: 100, received: 90, lost: (129..139).collect(), longest: 128, ..good() };
        assert!(said(&tried).concat().starts_with("frames of 129 octets and more"));
        tried[last].outcome = Outcome { sent: 262, received: 260, lost: vec![9, 77], longest: 264, ..good() };
        assert!(said(&tried).concat().starts_with("2 of 298 frames are lost"));
    }

    #[test]
    fn losses_under_load_alone_are_an_overrun() {
        let mut tried = line(&[]);
        let outcome = Outcome { sent: 50, received: 40, ..good() };
        tried.push(Tried { check: Check::Load, way: Way::AToB, outcome });
        assert_eq!(said(&tried), ["10 of 50 frames are lost under load, none without"]);
    }
}
