use core::fmt;

use qsig_core::Cause;
use qsig_q931::MessageType;

use crate::{State, Stimulus, Timer};

/// What a step table answers: the next state, and what is done on the way, in this order.
pub(crate) type Answer = (State, &'static [Action]);

/// A step table. It knows nothing but its arguments.
pub(crate) type Step = fn(State, Stimulus) -> Answer;

/// One thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// The timer must not run.
    Start(Timer),
    Restart(Timer),
    /// Starts the timer only if it does not run.
    Ensure(Timer),
    Stop(Timer),
    StopAll,
    Send(MessageType, Why),
    /// The very same octets once more.
    Resend(MessageType),
    Tell(News),
    TellClearing(Why),
    Discard,
    Log,
    /// Hands the request back; nothing is changed.
    Refuse(Why),
    /// This pair has no answer: our own fault.
    CannotHappen,
    FirstTry,
    NextTry,
    Mismatch(bool),
    /// Makes the record and binds the call reference.
    NewCall,
    /// Seizes the channel that was chosen.
    TakeChannel,
    /// Takes over the channel of a first response, if it names one.
    AdoptChannel,
    /// The channel belongs to the incoming call from now on.
    GiveChannel,
    HoldFacility,
    SendHeld,
    /// Stops all, frees the channel, forgets the reference, tells released.
    End(Why),
    /// The freed channel stays out of use until a RESTART of it is acknowledged.
    BlockChannel,
    AskRestart,
    RaiseGlare,
}

/// Which cause goes with an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// Sending: that of the request, else that of the clearing already begun, else 16. Telling: that of the
    /// message, else that of the clearing already begun.
    Usual,
    /// This one.
    Because(Cause),
    /// 96 if an element was missing or an unknown one demanded comprehension, 100 if contents were bad.
    Bad,
}

/// What call control is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    Setup,
    MoreInformation,
    Proceeding,
    Alerting,
    Progress,
    Connected,
    Information,
    InformationComplete,
    Facility,
    Notify,
    Disconnect,
    LinkLost,
    LinkBack,
}

impl fmt::Display for Action {
    /// In the words of the step tables: `start T303`, `send STATUS 101`, `tell alerting`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Start(timer) => return write!(f, "start {timer}"),
            Self::Restart(timer) => return write!(f, "restart {timer}"),
            Self::Ensure(timer) => return write!(f, "ensure {timer}"),
            Self::Stop(timer) => return write!(f, "stop {timer}"),
            Self::Send(message, why) => return write!(f, "send {message}{why}"),
            Self::Resend(message) => return write!(f, "resend {message}"),
            Self::Tell(news) => return write!(f, "tell {news}"),
            Self::TellClearing(why) => return write!(f, "tell clearing{why}"),
            Self::Refuse(why) => return write!(f, "refuse{why}"),
            Self::End(why) => return write!(f, "end{why}"),
            Self::StopAll => "stop all",
            Self::Discard => "discard",
            Self::Log => "log",
            Self::CannotHappen => "cannot happen",
            Self::FirstTry => "set tries=1",
            Self::NextTry => "set tries=tries+1",
            Self::Mismatch(false) => "set mismatch=0",
            Self::Mismatch(true) => "set mismatch=1",
            Self::NewCall => "new call",
            Self::TakeChannel => "take channel",
            Self::AdoptChannel => "adopt channel",
            Self::GiveChannel => "give channel",
            Self::HoldFacility => "hold facility",
            Self::SendHeld => "send held",
            Self::BlockChannel => "block channel",
            Self::AskRestart => "ask restart",
            Self::RaiseGlare => "raise g.GLARE",
        })
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usual => Ok(()),
            Self::Because(cause) => write!(f, " {}", cause.value()),
            Self::Bad => f.write_str(" 96/100"),
        }
    }
}

impl fmt::Display for News {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Setup => "setup",
            Self::MoreInformation => "more-info",
            Self::Proceeding => "proceeding",
            Self::Alerting => "alerting",
            Self::Progress => "progress",
            Self::Connected => "connected",
            Self::Information => "info",
            Self::InformationComplete => "info-complete",
            Self::Facility => "facility",
            Self::Notify => "notify",
            Self::Disconnect => "disconnect",
            Self::LinkLost => "link-lost",
            Self::LinkBack => "link-back",
        })
    }
}

/// Answers that stand in many rows.
pub(crate) mod answers {
    use super::{Action, MessageType, Why};
    use qsig_core::Cause;

    pub(crate) const CANNOT_HAPPEN: &[Action] = &[Action::CannotHappen];
    pub(crate) const DISCARD: &[Action] = &[Action::Discard];
    pub(crate) const LOG: &[Action] = &[Action::Log];
    pub(crate) const REFUSE: &[Action] = &[Action::Refuse(Why::Usual)];
    pub(crate) const UNEXPECTED: &[Action] =
        &[Action::Send(MessageType::Status, Why::Because(Cause::WRONG_STATE))];
    pub(crate) const UNKNOWN_TYPE: &[Action] =
        &[Action::Send(MessageType::Status, Why::Because(Cause::MESSAGE_TYPE_UNKNOWN))];
    pub(crate) const STATUS: &[Action] =
        &[Action::Send(MessageType::Status, Why::Because(Cause::RESPONSE_TO_STATUS_ENQUIRY))];
}
