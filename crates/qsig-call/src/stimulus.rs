use core::fmt;

use crate::Timer;

/// What a call or connection meets, sorted as the step tables need it: the guards are inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stimulus {
    /// A message came.
    Heard(Heard),
    /// Call control wants something.
    Wished(Wish),
    /// A timer expired.
    Expired(Timer, Turn),
    /// The data link is established after having been down.
    LinkUp,
    /// The data link was established anew while up.
    LinkReset,
    /// The data link was released.
    LinkDown,
    /// The channel, or the whole interface, is being restarted.
    Clear,
    /// The channel of our SETUP was given to an incoming call.
    Glare,
}

/// A message, with what matters of its contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    Setup(Offer),
    SetupAcknowledge,
    CallProceeding(Watch),
    Alerting,
    Progress(InBand),
    Connect(Direction),
    ConnectAcknowledge,
    Disconnect,
    Release,
    ReleaseComplete,
    Information,
    Facility,
    Notify,
    StatusEnquiry,
    /// Reports state 0.
    StatusNull,
    /// Reports a state that goes with ours.
    StatusCompatible,
    /// Reports a state that does not go with ours, for the first or a further time.
    StatusIncompatible(Turn),
    /// Reports nothing that could be read.
    StatusBad,
    /// RESTART or RESTART ACKNOWLEDGE on a call reference.
    Restart,
    /// Unknown, or not in QSIG.
    Unknown,
    /// A first response that names a channel which cannot be.
    ChannelBad,
    /// With a mandatory element missing or bad.
    BadDisconnect,
    /// The same.
    BadRelease,
    /// The same.
    BadReleaseComplete,
    /// The same, any other message.
    BadOther,
}

/// What an incoming SETUP asks for, and whether it can be had. For a connection `Usable` means good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offer {
    Flag1,
    Usable,
    OtherFree,
    NoneFree,
    Held,
    GlareWeKeep,
    GlareWeYield,
    NoSuchChannel,
    Missing,
    BadContents,
    LimitReached,
}

/// What call control wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    Setup(Room),
    MoreInformation,
    Information,
    Proceeding,
    Alerting,
    Progress,
    Connect(Ack),
    Facility,
    Notify,
    StatusEnquiry(Enquiry),
    Disconnect,
    Release,
}

/// Whether a SETUP of ours can go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Room {
    Free,
    NoneFree,
    LinkDown,
}

/// What watches a connection after CALL PROCEEDING.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Watch {
    T310,
    TAudit,
}

/// Whether Progress indicator 1 or 8 is in the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InBand {
    Yes,
    No,
}

/// Who sent the SETUP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Direction {
    Outgoing,
    Incoming,
}

/// Whether CONNECT waits for CONNECT ACKNOWLEDGE.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ack {
    Wanted,
    NotWanted,
}

/// Whether a STATUS ENQUIRY is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Enquiry {
    Idle,
    Running,
}

/// T303 and T308: first or second expiry. T322: tries left or none. T302: the number may be complete or is not.
/// An incompatible STATUS: the first or the second. Without meaning, and `First`, for the other timers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    First,
    Last,
}

impl fmt::Display for Stimulus {
    /// Short names: `m.` a message, `b.` a bad one, `c.` call control, `d.` the data link, `g.` another machine.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Heard(heard) => return heard.fmt(f),
            Self::Wished(wish) => return wish.fmt(f),
            Self::Expired(timer, turn) => {
                let guard = match (timer, turn) {
                    (Timer::T302, Turn::First) => " (number may be complete)",
                    (Timer::T302, Turn::Last) => " (number incomplete)",
                    (Timer::T303 | Timer::T308, Turn::First) => " (first)",
                    (Timer::T303 | Timer::T308, Turn::Last) => " (second)",
                    (Timer::T322, Turn::First) => " (tries<N322)",
                    (Timer::T322, Turn::Last) => " (tries=N322)",
                    _ => "",
                };
                return write!(f, "{timer}{guard}");
            }
            Self::LinkUp => "d.UP",
            Self::LinkReset => "d.RESET",
            Self::LinkDown => "d.DOWN",
            Self::Clear => "g.CLEAR",
            Self::Glare => "g.GLARE",
        };
        f.write_str(name)
    }
}

impl fmt::Display for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Setup(offer) => return write!(f, "m.SETUP ({offer})"),
            Self::SetupAcknowledge => "m.SETUP-ACK",
            Self::CallProceeding(Watch::T310) => "m.CALL-PROC (T310 wanted)",
            Self::CallProceeding(Watch::TAudit) => "m.CALL-PROC (no T310)",
            Self::Alerting => "m.ALERTING",
            Self::Progress(InBand::Yes) => "m.PROGRESS (in-band)",
            Self::Progress(InBand::No) => "m.PROGRESS (not in-band)",
            Self::Connect(Direction::Outgoing) => "m.CONNECT (outgoing)",
            Self::Connect(Direction::Incoming) => "m.CONNECT (incoming)",
            Self::ConnectAcknowledge => "m.CONNECT-ACK",
            Self::Disconnect => "m.DISCONNECT",
            Self::Release => "m.RELEASE",
            Self::ReleaseComplete => "m.REL-COMP",
            Self::Information => "m.INFORMATION",
            Self::Facility => "m.FACILITY",
            Self::Notify => "m.NOTIFY",
            Self::StatusEnquiry => "m.STATUS-ENQ",
            Self::StatusNull => "m.STATUS.0",
            Self::StatusCompatible => "m.STATUS.ok",
            Self::StatusIncompatible(Turn::First) => "m.STATUS.not (first)",
            Self::StatusIncompatible(Turn::Last) => "m.STATUS.not (second)",
            Self::StatusBad => "m.STATUS.bad",
            Self::Restart => "m.RESTART",
            Self::Unknown => "m.unknown",
            Self::ChannelBad => "m.CH-BAD",
            Self::BadDisconnect => "b.DISCONNECT",
            Self::BadRelease => "b.RELEASE",
            Self::BadReleaseComplete => "b.REL-COMP",
            Self::BadOther => "b.other",
        })
    }
}

impl fmt::Display for Offer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Flag1 => "flag 1",
            Self::Usable => "usable",
            Self::OtherFree => "other free",
            Self::NoneFree => "none free",
            Self::Held => "held",
            Self::GlareWeKeep => "glare, we keep",
            Self::GlareWeYield => "glare, we yield",
            Self::NoSuchChannel => "no such channel",
            Self::Missing => "missing",
            Self::BadContents => "bad contents",
            Self::LimitReached => "limit reached",
        })
    }
}

impl fmt::Display for Wish {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Setup(Room::Free) => "c.SETUP (link up, channel free)",
            Self::Setup(Room::NoneFree) => "c.SETUP (link up, none free)",
            Self::Setup(Room::LinkDown) => "c.SETUP (link down)",
            Self::MoreInformation => "c.MORE",
            Self::Information => "c.INFO",
            Self::Proceeding => "c.PROCEEDING",
            Self::Alerting => "c.ALERTING",
            Self::Progress => "c.PROGRESS",
            Self::Connect(Ack::Wanted) => "c.CONNECT (ack wanted)",
            Self::Connect(Ack::NotWanted) => "c.CONNECT (ack not wanted)",
            Self::Facility => "c.FACILITY",
            Self::Notify => "c.NOTIFY",
            Self::StatusEnquiry(Enquiry::Idle) => "c.STATUS-ENQ (T322 idle)",
            Self::StatusEnquiry(Enquiry::Running) => "c.STATUS-ENQ (T322 runs)",
            Self::Disconnect => "c.DISCONNECT",
            Self::Release => "c.RELEASE",
        })
    }
}

#[cfg(test)]
impl Stimulus {
    /// Every one of a call or connection, each guard on its own.
    pub(crate) fn all() -> alloc::vec::Vec<Self> {
        use Heard as H;
        use Offer as O;
        use Wish as W;
        let heard = [
            H::Setup(O::Flag1),
            H::Setup(O::Usable),
            H::Setup(O::OtherFree),
            H::Setup(O::NoneFree),
            H::Setup(O::Held),
            H::Setup(O::GlareWeKeep),
            H::Setup(O::GlareWeYield),
            H::Setup(O::NoSuchChannel),
            H::Setup(O::Missing),
            H::Setup(O::BadContents),
            H::Setup(O::LimitReached),
            H::SetupAcknowledge,
            H::CallProceeding(Watch::T310),
            H::CallProceeding(Watch::TAudit),
            H::Alerting,
            H::Progress(InBand::Yes),
            H::Progress(InBand::No),
            H::Connect(Direction::Outgoing),
            H::Connect(Direction::Incoming),
            H::ConnectAcknowledge,
            H::Disconnect,
            H::Release,
            H::ReleaseComplete,
            H::Information,
            H::Facility,
            H::Notify,
            H::StatusEnquiry,
            H::StatusNull,
            H::StatusCompatible,
            H::StatusIncompatible(Turn::First),
            H::StatusIncompatible(Turn::Last),
            H::StatusBad,
            H::Restart,
            H::Unknown,
            H::ChannelBad,
            H::BadDisconnect,
            H::BadRelease,
            H::BadReleaseComplete,
            H::BadOther,
        ];
        let wishes = [
            W::Setup(Room::Free),
            W::Setup(Room::NoneFree),
            W::Setup(Room::LinkDown),
            W::MoreInformation,
            W::Information,
            W::Proceeding,
            W::Alerting,
            W::Progress,
            W::Connect(Ack::Wanted),
            W::Connect(Ack::NotWanted),
            W::Facility,
            W::Notify,
            W::StatusEnquiry(Enquiry::Idle),
            W::StatusEnquiry(Enquiry::Running),
            W::Disconnect,
            W::Release,
        ];
        let turns = |timer| match timer {
            Timer::T302 | Timer::T303 | Timer::T308 | Timer::T322 => [Turn::First, Turn::Last].iter(),
            _ => [Turn::First].iter(),
        };
        let expiries = Timer::OF_CALLS
            .into_iter()
            .flat_map(|timer| turns(timer).map(move |turn| Self::Expired(timer, *turn)));
        heard
            .into_iter()
            .map(Self::Heard)
            .chain(wishes.into_iter().map(Self::Wished))
            .chain(expiries)
            .chain([Self::LinkUp, Self::LinkReset, Self::LinkDown, Self::Clear, Self::Glare])
            .collect()
    }
}
