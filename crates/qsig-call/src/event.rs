use alloc::vec::Vec;

use bytes::Bytes;
use qsig_core::{Cause, Digits, PartyNumber};

use crate::{CallId, PresentedNumber, Setup, State, Timer};

/// What layer 3 tells call control.
///
/// Facilities are the contents of the Facility elements, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A SETUP came: a new call or connection. It has to be answered at once, for this state has no timer.
    Setup {
        /// Its handle.
        call: CallId,
        /// What the SETUP holds.
        setup: Setup,
    },
    /// SETUP ACKNOWLEDGE: the peer wants further digits.
    MoreInformation {
        /// The call.
        call: CallId,
    },
    /// INFORMATION: further digits.
    Information {
        /// The call.
        call: CallId,
        /// The digits.
        digits: Digits,
        /// The number is complete with them.
        complete: bool,
    },
    /// T302: no further digits came and the number may be complete. CALL PROCEEDING has been sent.
    InformationComplete {
        /// The call.
        call: CallId,
    },
    /// CALL PROCEEDING.
    Proceeding {
        /// The call.
        call: CallId,
    },
    /// ALERTING.
    Alerting {
        /// The call.
        call: CallId,
        /// APDUs.
        facilities: Vec<Bytes>,
        /// Progress indicator 1 or 8 came with it.
        in_band: bool,
    },
    /// PROGRESS.
    Progress {
        /// The call.
        call: CallId,
        /// APDUs.
        facilities: Vec<Bytes>,
        /// Progress indicator 1 or 8 came with it.
        in_band: bool,
        /// Why the call will fail, if it will.
        cause: Option<Cause>,
    },
    /// The call or connection is Active: CONNECT came, or on the incoming side CONNECT ACKNOWLEDGE.
    Connected {
        /// The call.
        call: CallId,
        /// APDUs.
        facilities: Vec<Bytes>,
        /// Who has answered.
        connected: Option<PresentedNumber>,
    },
    /// FACILITY, or APDUs of an ALERTING that came a second time.
    Facility {
        /// The call.
        call: CallId,
        /// APDUs.
        facilities: Vec<Bytes>,
    },
    /// NOTIFY.
    Notify {
        /// The call.
        call: CallId,
        /// Notification description, 0 to 127.
        notification: u8,
    },
    /// DISCONNECT: call control answers with [`crate::Request::Release`], at once or after a tone.
    Disconnect {
        /// The call.
        call: CallId,
        /// The peer's cause.
        cause: Cause,
        /// APDUs.
        facilities: Vec<Bytes>,
    },
    /// Layer 3 began to clear by itself. [`Event::Released`] follows.
    Clearing {
        /// The call.
        call: CallId,
        /// Why.
        cause: Cause,
        /// APDUs of the message that was the reason, if it was one.
        facilities: Vec<Bytes>,
    },
    /// The call or connection is over and its channel free. Each one ends with exactly one of these.
    Released {
        /// The call; the handle names nothing any more.
        call: CallId,
        /// Why.
        cause: Cause,
        /// What ended it.
        end: End,
        /// APDUs of the clearing message.
        facilities: Vec<Bytes>,
    },
    /// The data link of an Active call went down; T309 runs.
    LinkLost {
        /// The call.
        call: CallId,
    },
    /// The data link of an Active call is back; the peer is being asked whether it still has the call.
    LinkBack {
        /// The call.
        call: CallId,
    },
    /// Channels were restarted, by either end, and can be used again.
    Restarted {
        /// Their time slots: bit n stands for slot n.
        channels: u32,
    },
    /// The peer did not acknowledge a RESTART: the channels stay blocked.
    Alarm {
        /// Their time slots: bit n stands for slot n.
        channels: u32,
    },
    /// FACILITY on the dummy call reference, which belongs to no call. Clause: ECMA-165, connectionless transport.
    Connectionless {
        /// For whom the APDUs are; without it nobody can be found.
        called: Option<PartyNumber>,
        /// From whom they are.
        calling: Option<PresentedNumber>,
        /// APDUs.
        facilities: Vec<Bytes>,
    },
    /// Something for the log; a counter was raised with it.
    Fault {
        /// The call, if one is concerned.
        call: Option<CallId>,
        /// What.
        fault: Fault,
    },
}

/// What ended a call or connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// RELEASE came.
    Release,
    /// RELEASE COMPLETE came.
    ReleaseComplete,
    /// STATUS with call state 0 came: the peer does not have the call.
    StatusNull,
    /// The timer expired.
    Timer(Timer),
    /// The data link failed.
    LinkLost,
    /// The channel or the interface was restarted.
    Restart,
    /// Call control ended it, and no answer of the peer is needed.
    Local,
}

/// Something that should not have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// A message without a usable header: Q.931 5.8.1 to 5.8.3. Nothing was done.
    Header,
    /// A message that no call of ours takes, or that has no meaning on the dummy call reference.
    Reference {
        /// Its type.
        message_type: u8,
    },
    /// A message of an unknown type. Answered with STATUS 97.
    UnknownType {
        /// Its type.
        message_type: u8,
    },
    /// A message that has no place in the state of the call. Answered with STATUS 101.
    Unexpected {
        /// Its type.
        message_type: u8,
        /// Our state.
        state: State,
    },
    /// A mandatory element was missing or wrong, or an unknown one demanded comprehension.
    Element {
        /// The type of the message.
        message_type: u8,
        /// The element.
        identifier: u8,
        /// 96 or 100.
        cause: Cause,
    },
    /// An incoming SETUP was refused by layer 3.
    SetupRefused {
        /// With this cause.
        cause: Cause,
    },
    /// A STATUS worth knowing of.
    Status {
        /// Its cause.
        cause: Option<Cause>,
        /// The peer's state, as its value on the wire.
        state: Option<u8>,
    },
    /// A message on the global call reference that fits nothing.
    Global {
        /// Its type.
        message_type: u8,
    },
    /// An APDU of call control had more than 255 octets, which no element can hold. It was left out.
    TooLong {
        /// The type of the message.
        message_type: u8,
    },
    /// Our own fault: an event met a state in which it cannot happen. Nothing was changed.
    Internal,
}
