//! Writes short conversations between two PINXs, for captures that show a finding.
//!
//! The network side has user A, 2001; the user side has user B, 6001. Each I frame is acknowledged by an RR.

use qsig_capture::{Format, Record, Trunk, Writer};
use qsig_core::{Cause, PartyNumber, Side};
use qsig_lapd::{Address, Control, Frame};
use qsig_q931::ie::{BearerCapability, CauseIe, ChannelIdentification, Location, Number};
use qsig_q931::{CallReference, CallReferenceValue, InformationElement, MessageType, MessageWriter, Origin};
use qsig_rose::cc::{CcExtension, FullArg, OptionalArg, RequestArg, RequestRes};
use qsig_rose::presented::PresentedNumberUnscreened;
use qsig_rose::{
    Argument, Component, ErrorValue, Facility, Form, Header, Invoke, Operation, Problem, Reject, ResultValue,
    ReturnError, ReturnResult,
};

/// A's side.
pub(super) const A: Side = Side::Network;
/// B's side.
pub(super) const B: Side = Side::User;
/// The Bearer capability of all calls.
pub(super) const SPEECH: &[u8] = &[0x04, 0x03, 0x80, 0x90, 0xA3];
/// Another.
pub(super) const DATA: &[u8] = &[0x04, 0x02, 0x88, 0x90];

/// 2026-01-05 09:00 UTC.
const BEGINNING: u64 = 1_767_603_600_000_000;

/// What is recorded so far.
pub(super) struct Play {
    pub(super) records: Vec<Record>,
    now: u64,
    trunk: u32,
    ns: [[u8; 2]; 2],
}

/// A message in the making.
pub(super) struct Draft {
    sender: Side,
    reference: CallReference,
    kind: MessageType,
    /// Elements before the Facility, which is 1C.
    before: Vec<u8>,
    apdus: Vec<Component<'static>>,
    after: Vec<u8>,
}

fn index(side: Side) -> usize {
    usize::from(side == Side::User)
}

pub(super) fn number(digits: &str) -> PartyNumber {
    PartyNumber::unknown(digits.parse().unwrap())
}

/// A message of the call reference `value` that `origin` chose.
pub(super) fn message(sender: Side, origin: Side, value: u16, kind: MessageType) -> Draft {
    let flag = if sender == origin { Origin::Sender } else { Origin::Receiver };
    let reference = CallReference::Call(flag, CallReferenceValue::new(value).unwrap());
    Draft { sender, reference, kind, before: Vec::new(), apdus: Vec::new(), after: Vec::new() }
}

fn element(element: InformationElement<'_>) -> Vec<u8> {
    let mut octets = Vec::new();
    MessageWriter::new(&mut octets, CallReference::Dummy, MessageType::Facility)
        .element(element)
        .finish()
        .unwrap();
    octets.split_off(3)
}

impl Draft {
    pub(super) fn cause(mut self, cause: Cause) -> Self {
        let cause = CauseIe::new(Location::PrivateLocal, cause);
        self.before.extend(element(InformationElement::Cause(cause)));
        self
    }

    pub(super) fn channel(mut self, channel: u8) -> Self {
        let channel = ChannelIdentification::channel(channel, true);
        self.before.extend(element(InformationElement::ChannelIdentification(channel)));
        self
    }

    pub(super) fn octets(mut self, octets: &[u8]) -> Self {
        self.before.extend_from_slice(octets);
        self
    }

    pub(super) fn parties(mut self, calling: &str, called: &str) -> Self {
        let calling = InformationElement::CallingPartyNumber(Number::new(number(calling)));
        let called = InformationElement::CalledPartyNumber(Number::new(number(called)));
        self.after = [element(calling), element(called)].concat();
        self
    }

    pub(super) fn apdu(mut self, apdu: Component<'static>) -> Self {
        self.apdus.push(apdu);
        self
    }

    fn written(&self) -> Vec<u8> {
        let mut octets = Vec::new();
        let mut writer = MessageWriter::new(&mut octets, self.reference, self.kind);
        writer.octets(&self.before);
        if !self.apdus.is_empty() {
            let mut contents = Vec::new();
            Facility::emit(&Header::end_to_end(None), &self.apdus, &mut contents).unwrap();
            writer.facility(&contents);
        }
        writer.octets(&self.after).finish().unwrap();
        octets
    }
}

/// A SETUP of a call.
pub(super) fn setup(origin: Side, value: u16, channel: u8, calling: &str, called: &str) -> Draft {
    let draft = message(origin, origin, value, MessageType::Setup).octets(SPEECH);
    draft.channel(channel).parties(calling, called)
}

/// A SETUP of a signalling connection.
pub(super) fn connection(origin: Side, value: u16, calling: &str, called: &str) -> Draft {
    let draft = message(origin, origin, value, MessageType::Setup);
    let bearer = element(InformationElement::BearerCapability(BearerCapability::CALL_INDEPENDENT));
    draft.octets(&bearer).octets(&[0x18, 0x01, 0xAC]).parties(calling, called)
}

/// ccbsRequest; without digits of A its number is restricted and not sent.
pub(super) fn request(a: &str, b: &str, service: &'static [u8], retain: Option<bool>) -> Component<'static> {
    let allowed = || PresentedNumberUnscreened::Allowed(number(a).into());
    let argument = RequestArg {
        number_a: if a.is_empty() { PresentedNumberUnscreened::Restricted } else { allowed() },
        number_b: number(b).into(),
        service: service.into(),
        subaddr_a: None,
        subaddr_b: None,
        can_retain_service: None,
        retain_sig_connection: retain,
        extension: None,
    };
    Component::Invoke(Invoke::new(1, Operation::CCBS_REQUEST, Argument::CcRequest(argument)))
}

/// The same invoke with its operation as object identifier.
pub(super) fn as_oid(component: Component<'static>) -> Component<'static> {
    match component {
        Component::Invoke(invoke) => Component::Invoke(Invoke { form: Form::Global, ..invoke }),
        other => other,
    }
}

pub(super) fn result() -> Component<'static> {
    let result = RequestRes { no_path_reservation: Some(true), ..RequestRes::default() };
    Component::ReturnResult(ReturnResult::new(1, Operation::CCBS_REQUEST, ResultValue::CcRequest(result)))
}

/// The result of ccPathReserve.
pub(super) fn path_reserved(id: i32) -> Component<'static> {
    let result = ResultValue::CcExtension(CcExtension::None);
    Component::ReturnResult(ReturnResult::new(id, Operation::CC_PATH_RESERVE, result))
}

/// A result that allows path reservation and keeps the request when B is busy again.
pub(super) fn result_with_all() -> Component<'static> {
    let result = RequestRes { retain_service: Some(true), ..RequestRes::default() };
    Component::ReturnResult(ReturnResult::new(1, Operation::CCBS_REQUEST, ResultValue::CcRequest(result)))
}

pub(super) fn error(id: i32, error: ErrorValue) -> Component<'static> {
    Component::ReturnError(ReturnError::new(id, error))
}

pub(super) fn reject(problem: Problem) -> Component<'static> {
    Component::Reject(Reject { invoke_id: Some(1), problem })
}

/// ccCancel or ccExecPossible without numbers.
pub(super) fn plain(id: i32, operation: Operation) -> Component<'static> {
    let argument = OptionalArg::Extension(CcExtension::None);
    Component::Invoke(Invoke::new(id, operation, Argument::CcOptional(argument)))
}

/// ccCancel or ccExecPossible with the numbers.
pub(super) fn full(id: i32, operation: Operation, a: &str, b: &str) -> Component<'static> {
    let full = FullArg {
        number_a: number(a).into(),
        number_b: number(b).into(),
        service: SPEECH.into(),
        subaddr_a: None,
        subaddr_b: None,
        extension: None,
    };
    Component::Invoke(Invoke::new(id, operation, Argument::CcOptional(OptionalArg::Full(full))))
}

/// ccSuspend, ccResume, ccRingout.
pub(super) fn empty(id: i32, operation: Operation) -> Component<'static> {
    Component::Invoke(Invoke::new(id, operation, Argument::CcExtension(CcExtension::None)))
}

impl Play {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self { records: Vec::new(), now: BEGINNING, trunk: 0, ns: [[0; 2]; 2] }
    }

    /// The link is up.
    pub(super) fn up() -> Self {
        let mut play = Self::new();
        play.sabme(A, true);
        play.frame(B, true, Control::Ua { f: true }, &[]);
        play
    }

    /// Time goes by, in milliseconds.
    pub(super) fn wait(&mut self, milliseconds: u64) -> &mut Self {
        self.now += milliseconds * 1_000;
        self
    }

    /// What follows goes over trunk 0, to Rome, or 1, to Oslo.
    pub(super) fn over(&mut self, trunk: u32) -> &mut Self {
        self.trunk = trunk;
        self
    }

    /// The numbers of the I frames that come next on the trunk.
    fn numbers(&mut self) -> &mut [u8; 2] {
        &mut self.ns[usize::try_from(self.trunk).unwrap()]
    }

    /// A SABME, with that C/R bit.
    pub(super) fn sabme(&mut self, sender: Side, cr: bool) -> &mut Self {
        *self.numbers() = [0; 2];
        self.frame(sender, cr, Control::Sabme { p: true }, &[])
    }

    /// An I frame, and its acknowledgement.
    pub(super) fn say(&mut self, draft: &Draft) -> &mut Self {
        let (sender, peer) = (draft.sender, draft.sender.peer());
        self.say_in_vain(draft);
        let nr = self.numbers()[index(sender)];
        self.frame(peer, sender == Side::Network, Control::Rr { nr, p_f: false }, &[])
    }

    /// An I frame that is not acknowledged.
    pub(super) fn say_in_vain(&mut self, draft: &Draft) -> &mut Self {
        let sender = draft.sender;
        let numbers = self.numbers();
        let (ns, nr) = (numbers[index(sender)], numbers[index(sender.peer())]);
        numbers[index(sender)] = (ns + 1) & 0x7F;
        self.frame(sender, sender == Side::Network, Control::I { ns, nr, p: false }, &draft.written())
    }

    fn frame(&mut self, sender: Side, cr: bool, control: Control, information: &[u8]) -> &mut Self {
        let mut octets = Vec::new();
        Frame { address: Address { sapi: 0, cr, tei: 0 }, control, information }.emit(&mut octets);
        self.records.push(Record { interface: self.trunk, ..Record::new(self.now, sender, octets) });
        self.now += 2_000;
        self
    }

    /// A call of 2001 to 6001 that finds it busy.
    pub(super) fn busy_call(&mut self, value: u16, called: &str) -> &mut Self {
        self.say(&setup(A, value, 1, "2001", called))
            .say(&message(B, A, value, MessageType::CallProceeding).channel(1))
            .cleared(B, value, Cause::USER_BUSY)
            .wait(3_000)
    }

    /// A call of A's side is cleared, by `by`.
    pub(super) fn cleared(&mut self, by: Side, value: u16, cause: Cause) -> &mut Self {
        self.say(&message(by, A, value, MessageType::Disconnect).cause(cause)).released(
            by.peer(),
            value,
            cause,
        )
    }

    /// RELEASE and RELEASE COMPLETE of a call of A's side.
    pub(super) fn released(&mut self, by: Side, value: u16, cause: Cause) -> &mut Self {
        self.say(&message(by, A, value, MessageType::Release).cause(cause))
            .say(&message(by.peer(), A, value, MessageType::ReleaseComplete).cause(cause))
    }

    /// The busy call and the request, accepted, its connection (reference 2) retained.
    pub(super) fn accepted(&mut self) -> &mut Self {
        self.busy_call(1, "6001")
            .say(&connection(A, 2, "2001", "6001").apdu(request("2001", "6001", SPEECH, Some(true))))
            .say(&message(B, A, 2, MessageType::CallProceeding))
            .say(&message(B, A, 2, MessageType::Connect).apdu(result()))
            .say(&message(A, A, 2, MessageType::ConnectAcknowledge))
    }

    /// ccExecPossible on connection 2.
    pub(super) fn free(&mut self) -> &mut Self {
        self.facility(B, plain(1, Operation::CC_EXEC_POSSIBLE))
    }

    /// A FACILITY on connection 2.
    pub(super) fn facility(&mut self, sender: Side, apdu: Component<'static>) -> &mut Self {
        self.say(&message(sender, A, 2, MessageType::Facility).apdu(apdu))
    }

    /// The connection 2 ends with ccCancel.
    pub(super) fn cancel(&mut self, by: Side) -> &mut Self {
        let cause = Cause::NORMAL_CALL_CLEARING;
        let cancel = plain(9, Operation::CC_CANCEL);
        self.say(&message(by, A, 2, MessageType::Release).cause(cause).apdu(cancel))
            .say(&message(by.peer(), A, 2, MessageType::ReleaseComplete).cause(cause))
    }

    /// The recall that succeeds, and the end of connection 2.
    pub(super) fn recalled(&mut self, setup: Draft) -> &mut Self {
        self.say(&setup.apdu(empty(2, Operation::CC_RINGOUT)))
            .say(&message(B, A, 3, MessageType::CallProceeding).channel(2))
            .say(&message(B, A, 3, MessageType::Alerting))
            .cancel(A)
            .wait(4_000)
            .say(&message(B, A, 3, MessageType::Connect))
            .say(&message(A, A, 3, MessageType::ConnectAcknowledge))
    }

    /// The recall, refused.
    pub(super) fn recall_fails(&mut self, by: Side, cause: Cause, apdu: Option<ErrorValue>) -> &mut Self {
        let disconnect = message(by, A, 3, MessageType::Disconnect).cause(cause);
        let disconnect = match apdu {
            Some(value) => disconnect.apdu(error(2, value)),
            None => disconnect,
        };
        self.say(&setup(A, 3, 2, "2001", "6001").apdu(empty(2, Operation::CC_RINGOUT)))
            .say(&message(B, A, 3, MessageType::CallProceeding).channel(2))
            .say(&disconnect)
            .released(by.peer(), 3, cause)
            .cancel(A)
    }

    /// The capture file.
    pub(super) fn file(&self) -> Vec<u8> {
        let trunk = Trunk { name: "to-rome".to_owned(), local: Side::Network };
        let mut writer = Writer::new(Vec::new(), Format::PcapNg, &trunk).unwrap();
        if self.records.iter().any(|record| record.interface > 0) {
            writer.add_trunk(&Trunk { name: "to-oslo".to_owned(), local: Side::Network }).unwrap();
        }
        for record in &self.records {
            writer.write(record).unwrap();
        }
        writer.finish().unwrap()
    }
}
