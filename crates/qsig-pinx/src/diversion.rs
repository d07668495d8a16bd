//! A call that is diverted: who sends it where, and what the other nodes and the users are told of it.
//!
//! Standard: ECMA-174, of which a node diverts by sending the call on itself ("forward switching").

use bytes::Bytes;
use qsig_call::Request;
use qsig_core::{Cause, Digits, Instant, PartyNumber};
use qsig_rose::{
    Argument, Component, Facility, Header, Interpretation, Invoke, Operation,
    diversion::{
        DiversionReason, DivertingLegInformation1, DivertingLegInformation2, DivertingLegInformation3,
        SubscriptionOption,
    },
    name::Name,
    party,
    presented::PresentedNumberUnscreened,
    schema::Encoded,
};

use crate::{
    calls::{By, Call, Leg},
    facility::{latin_1, text},
    limits::MAX_DIVERSIONS,
    node::Node,
    phone::{CallNumber, Party},
    plan::Destination,
};

/// That a call was diverted, here or before it came here.
#[derive(Clone, Debug)]
pub(crate) struct Diversion {
    /// Where this node sends it. `None`: it came here diverted.
    to: Option<Digits>,
    /// Who diverted it last.
    by: Party,
    reason: DiversionReason,
    /// Why, the first time.
    first_reason: DiversionReason,
    /// How often it was.
    count: u8,
}

/// What a message tells of a diversion.
#[derive(Clone, Debug, Default)]
pub(crate) struct DivertingLegs {
    /// divertingLegInformation1: where the call goes now, if the caller may be told.
    nominated: Option<Digits>,
    /// divertingLegInformation2: the call was diverted to here.
    pub(crate) diversion: Option<Diversion>,
    /// divertingLegInformation3: the user there may be shown.
    may_be_shown: bool,
}

impl DivertingLegs {
    /// Takes an argument. `false`: it is of another operation.
    pub(crate) fn take(&mut self, operation: Operation, argument: &Encoded<'_>) -> bool {
        // The component was checked against the schema, so that none of them is refused.
        match operation {
            Operation::DIVERTING_LEG_INFORMATION1 => {
                if let Ok(leg) = DivertingLegInformation1::of(argument)
                    && leg.option == SubscriptionOption::WithNumber
                {
                    self.nominated = Some(leg.nominated.digits());
                }
            }
            Operation::DIVERTING_LEG_INFORMATION2 => {
                self.diversion =
                    DivertingLegInformation2::of(argument).ok().map(|leg| Diversion::before(&leg));
            }
            Operation::DIVERTING_LEG_INFORMATION3 => {
                self.may_be_shown =
                    DivertingLegInformation3::of(argument).is_ok_and(|leg| leg.presentation_allowed);
            }
            _ => return false,
        }
        true
    }
}

impl Diversion {
    /// It came here so.
    fn before(leg: &DivertingLegInformation2<'_>) -> Self {
        let digits = match leg.diverting {
            Some(PresentedNumberUnscreened::Allowed(number)) => number.digits(),
            _ => Digits::EMPTY,
        };
        let name = leg.redirecting_name.as_ref().and_then(Name::allowed);
        let name = name.map(|(octets, character_set)| text(octets, character_set)).unwrap_or_default();
        Self {
            to: None,
            by: Party { digits, name, ..Party::default() },
            reason: leg.reason,
            first_reason: leg.original_reason.unwrap_or(leg.reason),
            count: leg.counter,
        }
    }

    /// divertingLegInformation2, for the SETUP; `called` is whom the caller wanted.
    fn leg_2(&self, invoke_id: i32, called: Digits) -> Option<Bytes> {
        let number = |digits| PresentedNumberUnscreened::Allowed(party::PartyNumber::Unknown(digits));
        let again = self.count > 1;
        let name = latin_1(&self.by.name);
        let leg = DivertingLegInformation2 {
            counter: self.count,
            reason: self.reason,
            original_reason: again.then_some(self.first_reason),
            diverting: Some(number(self.by.digits)),
            original_called: again.then(|| number(called)),
            redirecting_name: (!name.is_empty()).then(|| Name::Allowed(name.into())),
            original_called_name: None,
            extension: None,
        };
        invoke(invoke_id, Operation::DIVERTING_LEG_INFORMATION2, &leg.to_octets())
    }

    /// divertingLegInformation1, for the caller's node.
    fn leg_1(&self, invoke_id: i32, to: Digits) -> Option<Bytes> {
        let leg = DivertingLegInformation1 {
            reason: self.reason,
            option: SubscriptionOption::WithNumber,
            nominated: party::PartyNumber::Unknown(to),
            extension: None,
        };
        invoke(invoke_id, Operation::DIVERTING_LEG_INFORMATION1, &leg.to_octets())
    }
}

/// divertingLegInformation3: nobody's number is hidden here.
fn leg_3(invoke_id: i32) -> Option<Bytes> {
    let leg =
        DivertingLegInformation3 { presentation_allowed: true, redirection_name: None, extension: None };
    invoke(invoke_id, Operation::DIVERTING_LEG_INFORMATION3, &leg.to_octets())
}

/// Facility contents that a node which does not know the operation passes over.
fn invoke(invoke_id: i32, operation: Operation, argument: &[u8]) -> Option<Bytes> {
    let invoke = Component::Invoke(Invoke::new(invoke_id, operation, Argument::Other(argument)));
    let header = Header::end_to_end(Some(Interpretation::DiscardAnyUnrecognisedInvokePdu));
    let mut contents = Vec::new();
    Facility::emit(&header, &[invoke], &mut contents).ok()?;
    Some(contents.into())
}

impl Call {
    /// The number that the SETUP asks for.
    pub(crate) fn destination(&self) -> PartyNumber {
        self.diversion.as_ref().and_then(|diversion| diversion.to).map_or(self.called, PartyNumber::unknown)
    }

    /// The caller as the called user sees it: with who diverted the call.
    pub(crate) fn caller_shown(&self) -> Party {
        let forwarded = self.diversion.as_ref().map(|diversion| diversion.by.digits);
        Party { forwarded: forwarded.filter(|digits| !digits.is_empty()), ..self.caller.clone() }
    }

    /// Where it was diverted to, as the caller sees it.
    pub(crate) fn forwarded_to(&self) -> Option<Digits> {
        let here = self.diversion.as_ref().and_then(|diversion| diversion.to);
        here.or(self.nominated.filter(|_| self.may_be_shown))
    }

    /// What a message of the called end tells.
    pub(crate) fn heard(&mut self, legs: &DivertingLegs) {
        self.nominated = legs.nominated.or(self.nominated);
        self.may_be_shown |= legs.may_be_shown;
    }
}

impl Node {
    /// The call goes elsewhere: what `by` has switched on.
    pub(crate) fn divert(
        &mut self,
        now: Instant,
        number: CallNumber,
        by: Party,
        reason: DiversionReason,
        to: Digits,
    ) {
        let invoke_id = self.next_invoke_id();
        let Some(call) = self.calls.get_mut(&number) else { return };
        call.to = Leg::Nobody;
        let before = call.diversion.as_ref();
        let diversion = Diversion {
            to: Some(to),
            by,
            reason,
            first_reason: before.map_or(reason, |before| before.first_reason),
            count: before.map_or(1, |before| before.count.saturating_add(1)),
        };
        let (round_and_round, from) = (diversion.count > MAX_DIVERSIONS, call.from);
        let told = diversion.leg_1(invoke_id, to);
        call.diversion = Some(diversion);
        let refuse = match self.plan.find(&to) {
            _ if round_and_round => Cause::EXCHANGE_ROUTING_ERROR,
            Destination::Phone(phone) => {
                if let (Leg::Trunk(trunk, id), Some(told)) = (from, told) {
                    self.request(now, trunk, id, Request::Facility { facilities: vec![told] });
                }
                return self.offer_to_phone(now, number, phone);
            }
            Destination::Trunk(trunk) if !matches!(from, Leg::Trunk(..)) => {
                return self.offer_to_trunk(now, number, trunk, &[]);
            }
            // What came over a trunk does not leave over one: this node is no transit PINX.
            Destination::Trunk(_) => Cause::NO_ROUTE_TO_DESTINATION,
            Destination::Incomplete => Cause::INVALID_NUMBER_FORMAT,
            Destination::Nobody => Cause::UNALLOCATED_NUMBER,
        };
        self.clear(now, number, By::Called, refuse, Vec::new());
    }

    /// What the SETUP of a call that was diverted carries.
    pub(crate) fn setup_of_diverted(&mut self, number: CallNumber) -> Option<Bytes> {
        let call = self.calls.get(&number)?;
        let (diversion, called) = (call.diversion.clone()?, call.called.digits);
        diversion.leg_2(self.next_invoke_id(), called)
    }

    /// What the ALERTING of a call that was diverted carries.
    pub(crate) fn arrival_of_diverted(&mut self, number: CallNumber) -> Option<Bytes> {
        self.calls.get(&number)?.diversion.as_ref()?;
        let invoke_id = self.next_invoke_id();
        leg_3(invoke_id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diversion() -> Diversion {
        Diversion {
            to: Some("2001".parse().unwrap()),
            by: Party { digits: "1002".parse().unwrap(), ..Party::default() },
            reason: DiversionReason::Unconditional,
            first_reason: DiversionReason::Unconditional,
            count: 1,
        }
    }

    /// The component, which stands behind the header.
    fn component(contents: Option<Bytes>) -> String {
        let contents = contents.unwrap();
        let (header, component) = contents.split_at(12);
        assert_eq!(header, b"\x9F\xAA\x06\x80\x01\x00\x82\x01\x00\x8B\x01\x00");
        format!("{component:02X?}").replace(['[', ',', ' ', ']'], "")
    }

    #[test]
    fn each_leg_has_its_octets() {
        let once = diversion();
        let wanted = "1002".parse().unwrap();
        let twice = Diversion { count: 2, reason: DiversionReason::Busy, ..diversion() };
        let legs = [
            (once.leg_1(5, wanted), "A114 020105 020114 300C 0A0101 0A0102 800431303032"),
            (once.leg_2(5, wanted), "A118 020105 020115 3010 020101 0A0101 A108A006800431303032"),
            (
                twice.leg_2(5, wanted),
                "A125 020105 020115 301D 020102 0A0102 800101 A108A006800431303032 A208A006800431303032",
            ),
            (leg_3(5), "A10B 020105 020116 3003 0101FF"),
        ];
        for (contents, octets) in legs {
            assert_eq!(component(contents), octets.replace(' ', ""));
        }
    }
}
