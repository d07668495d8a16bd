//! Which frames of a trace are meant.

mod moment;

use qsig_core::Digits;
use qsig_lapd::FrameType;
use qsig_q931::{CallReference, MessageType};
use qsig_rose::Operation;

pub(crate) use moment::Moment;

use super::seen::Seen;

/// The options that choose frames. A frame is chosen when it fits all that are given.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Filters (of --story and --findings: what has a frame that fits)")]
pub(crate) struct Filter {
    /// Only this message or frame, as SETUP or SABME; several may be given
    #[arg(long, value_name = "NAME", value_parser = message)]
    message: Vec<String>,
    /// Only frames with this operation or an answer to it, as ccbsRequest; several may be given
    #[arg(long, value_name = "NAME", value_parser = operation)]
    operation: Vec<String>,
    /// Only this call reference value, as 5 or 0x0005
    #[arg(long, value_name = "N", value_parser = call_reference)]
    call_ref: Option<u16>,
    /// Only calls of this number, all their frames
    #[arg(long, value_name = "DIGITS")]
    party: Option<Digits>,
    /// Only from this moment (UTC): 2026-11-21T20:36:44Z, or 20:36:44 of each day
    #[arg(long, value_name = "TIME")]
    from: Option<Moment>,
    /// Only to this moment (UTC)
    #[arg(long, value_name = "TIME")]
    to: Option<Moment>,
}

impl Filter {
    /// Whether every frame is chosen.
    pub(crate) const fn is_open(&self) -> bool {
        self.message.is_empty()
            && self.operation.is_empty()
            && self.call_ref.is_none()
            && self.party.is_none()
            && self.from.is_none()
            && self.to.is_none()
    }

    /// Whether the frame fits all that is given.
    pub(crate) fn chooses(&self, seen: &Seen<'_>) -> bool {
        let summary = &seen.summary;
        let value = summary.call_reference.and_then(CallReference::value);
        let by_message = || {
            let names = [summary.message.map(MessageType::name), summary.frame.map(FrameType::name)];
            self.message.iter().any(|wanted| names.contains(&Some(wanted)))
        };
        let by_operation = || {
            let mut names = summary.apdus.iter().flat_map(|apdu| [apdu.name, apdu.asked]).flatten();
            names.any(|name| self.operation.iter().any(|wanted| wanted == name))
        };
        let by_party = |digits: &Digits| {
            let own = [summary.calling, summary.called];
            own.into_iter().flatten().any(|party| party.digits == *digits)
                || seen.call.is_some_and(|call| call.has_party(digits))
        };
        let by_time = |fits: fn(&Moment, u64) -> bool, moment: &Moment| {
            seen.heading.time.is_some_and(|time| fits(moment, time))
        };
        (self.message.is_empty() || by_message())
            && (self.operation.is_empty() || by_operation())
            && self.call_ref.is_none_or(|wanted| value == Some(wanted))
            && self.party.as_ref().is_none_or(by_party)
            && self.from.as_ref().is_none_or(|from| by_time(Moment::is_not_after, from))
            && self.to.as_ref().is_none_or(|to| by_time(Moment::is_not_before, to))
    }
}

/// The standard's name of a message or frame, whatever letters it was written with.
fn message(text: &str) -> Result<String, String> {
    let text = text.replace(['-', '_'], " ");
    let messages = (0..=u8::MAX).map(|octet| MessageType::from_octet(octet).name());
    let frames = FRAMES.iter().map(|frame| frame.name());
    let mut all = messages.chain(frames).filter(|name| *name != FrameType::Unknown.name());
    let found = all.find(|name| name.eq_ignore_ascii_case(&text));
    found.map(str::to_owned).ok_or_else(|| {
        "no message or frame of that name; write for instance SETUP, 'RELEASE COMPLETE' or SABME".to_owned()
    })
}

const FRAMES: [FrameType; 11] = [
    FrameType::I,
    FrameType::Rr,
    FrameType::Rnr,
    FrameType::Rej,
    FrameType::Sabme,
    FrameType::Dm,
    FrameType::Ui,
    FrameType::Disc,
    FrameType::Ua,
    FrameType::Frmr,
    FrameType::Xid,
];

fn operation(text: &str) -> Result<String, String> {
    let found = Operation::ALL.iter().map(|operation| operation.name());
    found.clone().find(|name| name.eq_ignore_ascii_case(text)).map(str::to_owned).ok_or_else(|| {
        let begin = text.get(..2).unwrap_or(text).to_ascii_lowercase();
        let near: Vec<&str> =
            found.filter(|name| name.to_ascii_lowercase().starts_with(&begin)).take(8).collect();
        let near =
            if near.is_empty() { "ccbsRequest, ccExecPossible, callingName".into() } else { near.join(", ") };
        format!("no QSIG operation of that name; there are {near} and others")
    })
}

fn call_reference(text: &str) -> Result<u16, String> {
    let digits = text.strip_prefix("0x").map_or((text, 10), |digits| (digits, 16));
    u16::from_str_radix(digits.0, digits.1)
        .ok()
        .filter(|value| *value <= 0x7FFF)
        .ok_or_else(|| "a call reference is a number from 0 to 32767, as 5 or 0x0005".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_in_any_letters_and_others_are_refused_with_an_example() {
        assert_eq!(message("setup"), Ok("SETUP".to_owned()));
        assert_eq!(message("release-complete"), Ok("RELEASE COMPLETE".to_owned()));
        assert_eq!(message("sabme"), Ok("SABME".to_owned()));
        assert!(message("hello").unwrap_err().contains("SETUP"));
        assert_eq!(operation("CCBSREQUEST"), Ok("ccbsRequest".to_owned()));
        assert!(operation("ccRingin").unwrap_err().contains("ccRingout"));
        assert_eq!((call_reference("0x0012"), call_reference("7")), (Ok(18), Ok(7)));
        assert!(call_reference("40000").is_err() && call_reference("x").is_err());
    }
}
