use core::fmt;

use crate::{Exceptions, MdlError, Timer};

/// What a data link does about a signal. Actions are carried out in their order.
///
/// The last ones are procedures, whose cases depend on more than the signal carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Nothing is done, a counter is raised.
    Discard,
    /// The request is handed back as misuse.
    Refuse,
    /// The pair cannot happen: a counter of internal faults is raised.
    CannotHappen,
    /// The link shall be up, or not.
    Wanted(bool),
    /// The establishment under way is layer 3's, or not.
    Layer3Initiated(bool),
    /// Sets exception conditions.
    Raise(Exceptions),
    /// Clears exception conditions.
    Clear(Exceptions),
    /// Sets the retry count, RC.
    Retries(Retries),
    /// V(S), V(A), V(R) := 0.
    ZeroSequence,
    /// V(A) := N(R); what lies below it leaves the I queue.
    AcknowledgeToNr,
    /// V(S) := N(R): everything from there is sent again.
    RewindToNr,
    /// Appends to the I queue.
    QueueData,
    /// Forgets the I queue, sent or not.
    DropQueue,
    /// Starts a timer that does not run.
    Start(Timer),
    /// Starts a timer, or starts it anew.
    Restart(Timer),
    /// Stops a timer if it runs.
    Stop(Timer),
    /// SABME with P=1.
    SendSabme,
    /// DISC with P=1.
    SendDisc,
    /// UA with F=P.
    SendUa,
    /// DM with F=P.
    SendDm,
    /// RR response with F=0.
    SendRr,
    /// RNR response with F=0.
    SendRnr,
    /// DL-ESTABLISH indication.
    TellEstablishIndication,
    /// DL-ESTABLISH confirm.
    TellEstablishConfirm,
    /// DL-RELEASE indication.
    TellReleaseIndication,
    /// DL-RELEASE confirm.
    TellReleaseConfirm,
    /// DL-UNIT-DATA indication.
    TellUnitData,
    /// MDL-ERROR indication.
    Report(MdlError),
    /// Clears the exceptions and RC, stops TRETRY and T203, sends SABME, restarts T200.
    Establish,
    /// Sends RR or RNR command with P=1, starts T200.
    Enquiry,
    /// Sends RR or RNR response with F=1.
    Answer,
    /// Handles N(S) and the information of an I frame.
    Take,
    /// Handles N(R) of a supervisory frame.
    Acknowledge,
    /// Handles N(R) of an I frame.
    AcknowledgeByInformation,
    /// Sends the I frames that the window and the peer allow.
    Serve,
    /// Starts TRETRY if the link shall be up.
    Retry,
}

/// How the retry count changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retries {
    /// RC := 0.
    Zero,
    /// RC := 1.
    One,
    /// RC + 1.
    Another,
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Discard => "discard",
            Self::Refuse => "refuse",
            Self::CannotHappen => "cannot happen",
            Self::Wanted(true) => "set wanted=1",
            Self::Wanted(false) => "set wanted=0",
            Self::Layer3Initiated(true) => "set l3init=1",
            Self::Layer3Initiated(false) => "set l3init=0",
            Self::Raise(which) => return exceptions(*which, 1, f),
            Self::Clear(which) => return exceptions(*which, 0, f),
            Self::Retries(Retries::Zero) => "set RC=0",
            Self::Retries(Retries::One) => "set RC=1",
            Self::Retries(Retries::Another) => "set RC=RC+1",
            Self::ZeroSequence => "V=0",
            Self::AcknowledgeToNr => "VA=NR",
            Self::RewindToNr => "VS=NR",
            Self::QueueData => "queue data",
            Self::DropQueue => "drop queue",
            Self::Start(timer) => return write!(f, "start {timer}"),
            Self::Restart(timer) => return write!(f, "restart {timer}"),
            Self::Stop(timer) => return write!(f, "stop {timer}"),
            Self::SendSabme => "send SABME P=1",
            Self::SendDisc => "send DISC P=1",
            Self::SendUa => "send UA F=P",
            Self::SendDm => "send DM F=P",
            Self::SendRr => "send RR response F=0",
            Self::SendRnr => "send RNR response F=0",
            Self::TellEstablishIndication => "tell DL-ESTABLISH indication",
            Self::TellEstablishConfirm => "tell DL-ESTABLISH confirm",
            Self::TellReleaseIndication => "tell DL-RELEASE indication",
            Self::TellReleaseConfirm => "tell DL-RELEASE confirm",
            Self::TellUnitData => "tell DL-UNIT-DATA indication",
            Self::Report(error) => return write!(f, "mdl {}", error.letter()),
            Self::Establish => "ESTABLISH",
            Self::Enquiry => "ENQUIRY",
            Self::Answer => "ANSWER",
            Self::Take => "TAKE",
            Self::Acknowledge => "ACK",
            Self::AcknowledgeByInformation => "ACK-I",
            Self::Serve => "SERVE",
            Self::Retry => "RETRY",
        };
        f.write_str(text)
    }
}

fn exceptions(which: Exceptions, value: u8, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let names = [
        (Exceptions::PEER_BUSY, "peer busy"),
        (Exceptions::OWN_BUSY, "own busy"),
        (Exceptions::REJECT, "reject exception"),
        (Exceptions::ACKNOWLEDGE_PENDING, "ack pending"),
    ];
    let mut between = "";
    for (_, name) in names.into_iter().filter(|(one, _)| which.contains(*one)) {
        write!(f, "{between}set {name}={value}")?;
        between = "; ";
    }
    Ok(())
}
