use crate::{Attempt, Control, Frame, Kind, Signal, variables::Sequence};

/// What sorting looks at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    pub(crate) sequence: Sequence,
    pub(crate) wanted: bool,
    pub(crate) layer3_initiated: bool,
    pub(crate) n201: usize,
}

/// The signal that a frame of this link is; `command` tells what its C/R bit makes of it.
///
/// A frame with more than one fault is named by the first of: undefined, wrong role, wrong size, too long,
/// wrong N(R).
pub(crate) fn sort(frame: &Frame<'_>, command: bool, view: View) -> Signal {
    let is = |one: bool, signal: Signal| one.then_some(signal);
    let role = is(may_be(frame.control, command) == Some(false), Signal::WrongRole);
    let long = frame.information.len() > view.n201;
    let empty = is(!frame.information.is_empty(), Signal::WrongSize);
    let fault = match frame.control {
        Control::Unknown(_) => Some(Signal::Undefined),
        Control::Sabme { .. } | Control::Disc { .. } | Control::Ua { .. } | Control::Dm { .. } => {
            role.or(empty)
        }
        Control::Frmr { .. } => role,
        Control::Ui { .. } | Control::Xid { .. } => role.or(is(long, Signal::UnnumberedTooLong)),
        Control::I { nr, .. } => {
            role.or(is(long, Signal::TooLong)).or(is(!view.sequence.is_valid(nr), Signal::InformationWrongNr))
        }
        Control::Rr { nr, .. } | Control::Rnr { nr, .. } | Control::Rej { nr, .. } => {
            empty.or(is(!view.sequence.is_valid(nr), Signal::SupervisoryWrongNr))
        }
    };
    fault.unwrap_or_else(|| sound(frame.control, command, view))
}

/// Whether a frame may be what its C/R bit says; `None` if it may be both.
const fn may_be(control: Control, command: bool) -> Option<bool> {
    match control {
        Control::I { .. } | Control::Sabme { .. } | Control::Disc { .. } | Control::Ui { .. } => {
            Some(command)
        }
        Control::Ua { .. } | Control::Dm { .. } | Control::Frmr { .. } => Some(!command),
        Control::Rr { .. }
        | Control::Rnr { .. }
        | Control::Rej { .. }
        | Control::Xid { .. }
        | Control::Unknown(_) => None,
    }
}

/// The signal of a frame without fault.
fn sound(control: Control, command: bool, view: View) -> Signal {
    let outstanding = view.sequence.outstanding() > 0;
    let supervisory = |kind, p_f| Signal::Supervisory { kind, command, p_f };
    match control {
        Control::I { ns, .. } if ns == view.sequence.receive => Signal::Information,
        Control::I { .. } => Signal::InformationGap,
        Control::Rr { p_f, .. } => supervisory(Kind::Rr, p_f),
        Control::Rnr { p_f, .. } => supervisory(Kind::Rnr, p_f),
        Control::Rej { p_f, .. } => supervisory(Kind::Rej, p_f),
        Control::Sabme { .. } => Signal::Sabme { outstanding },
        Control::Dm { f: true } => Signal::DmFinal,
        Control::Dm { f: false } => Signal::Dm { wanted: view.wanted },
        Control::Ui { .. } => Signal::Ui,
        Control::Disc { .. } => Signal::Disc,
        Control::Ua { f: true } if view.layer3_initiated => Signal::UaFinal(Attempt::Layer3Initiated),
        Control::Ua { f: true } if outstanding => Signal::UaFinal(Attempt::Outstanding),
        Control::Ua { f: true } => Signal::UaFinal(Attempt::NothingOutstanding),
        Control::Ua { f: false } => Signal::Ua,
        Control::Frmr { .. } => Signal::Frmr,
        Control::Xid { .. } => Signal::Xid,
        Control::Unknown(_) => Signal::Undefined,
    }
}
