//! Every value that can be built comes back from the octets it is written as.
#![cfg(test)]

use std::borrow::Cow;

use proptest::{option, prelude::*};
use qsig_ber::{Oid, Tag, Writer};
use qsig_core::Digits;
use qsig_rose::{
    Argument, Component, EntityAddress, EntityType, ErrorValue, Facility, Form, Header, Interpretation,
    Invoke, LinkedId, NetworkFacilityExtension, Operation, OperationResult, Parameter, Problem, Profile,
    Reject, ResultValue, ReturnError, ReturnResult, Value,
    cc::{CcExtension, FullArg, OptionalArg, RequestArg, RequestRes},
    extension::{Extension, Extensions},
    name::{Name, NameArg, NameExtension, NameSet},
    party::PartyNumber,
    presented::PresentedNumberUnscreened,
    schema::Encoded,
    subaddress::PartySubaddress,
};

fn octets(most: usize) -> impl Strategy<Value = Cow<'static, [u8]>> {
    prop::collection::vec(any::<u8>(), 1..=most).prop_map(Cow::Owned)
}

/// NULL where an operation carries that or extensions.
fn null(operation: Operation) -> Encoded<'static> {
    let null = Value::object([("null", Value::Null)]);
    Encoded::from_value(operation.argument_type().unwrap(), &null).unwrap()
}

fn digits() -> impl Strategy<Value = Digits> {
    "[0-9*#]{1,20}".prop_map(|digits| digits.parse().unwrap())
}

fn number() -> impl Strategy<Value = PartyNumber> {
    prop_oneof![
        digits().prop_map(PartyNumber::Unknown),
        (any::<i32>(), digits()).prop_map(|(kind, digits)| PartyNumber::Public { kind, digits }),
        digits().prop_map(PartyNumber::Data),
        digits().prop_map(PartyNumber::Telex),
        (0..7_i32, digits()).prop_map(|(kind, digits)| PartyNumber::Private { kind, digits }),
        digits().prop_map(PartyNumber::NationalStandard),
    ]
}

fn presented() -> impl Strategy<Value = PresentedNumberUnscreened> {
    prop_oneof![
        number().prop_map(PresentedNumberUnscreened::Allowed),
        Just(PresentedNumberUnscreened::Restricted),
        Just(PresentedNumberUnscreened::NotAvailable),
        number().prop_map(PresentedNumberUnscreened::RestrictedAddress),
    ]
}

fn subaddress() -> impl Strategy<Value = PartySubaddress<'static>> {
    prop_oneof![
        (octets(20), any::<Option<bool>>())
            .prop_map(|(information, odd_count)| PartySubaddress::UserSpecified { information, odd_count }),
        octets(20).prop_map(PartySubaddress::Nsap),
    ]
}

fn extension() -> impl Strategy<Value = Extension<'static>> {
    (any::<u8>(), octets(6)).prop_map(|(arc, contents)| {
        let mut argument = Vec::new();
        Writer::new(&mut argument).primitive(Tag::context(arc.into()), &contents);
        Extension { id: Oid::from_contents(vec![0x2B, arc & 0x7F]).unwrap(), argument: Cow::Owned(argument) }
    })
}

fn extensions() -> impl Strategy<Value = Extensions<'static>> {
    prop::collection::vec(extension(), 0..3).prop_map(|list| Extensions::new(&list))
}

fn cc_extension() -> impl Strategy<Value = CcExtension<'static>> {
    prop_oneof![
        Just(CcExtension::None),
        extension().prop_map(CcExtension::Single),
        extensions().prop_map(CcExtension::Multiple),
    ]
}

prop_compose! {
    fn request()(
        number_a in presented(),
        number_b in number(),
        service in octets(12),
        subaddr_a in option::of(subaddress()),
        subaddr_b in option::of(subaddress()),
        can_retain_service: Option<bool>,
        retain_sig_connection: Option<bool>,
        extension in option::of(cc_extension()),
    ) -> RequestArg<'static> {
        RequestArg {
            number_a, number_b, service, subaddr_a, subaddr_b, can_retain_service, retain_sig_connection, extension,
        }
    }
}

prop_compose! {
    fn full()(
        number_a in number(),
        number_b in number(),
        service in octets(12),
        subaddr_a in option::of(subaddress()),
        subaddr_b in option::of(subaddress()),
        extension in option::of(cc_extension()),
    ) -> FullArg<'static> {
        FullArg { number_a, number_b, service, subaddr_a, subaddr_b, extension }
    }
}

prop_compose! {
    fn granted()(
        no_path_reservation: Option<bool>,
        retain_service: Option<bool>,
        extension in option::of(cc_extension()),
    ) -> RequestRes<'static> {
        RequestRes { no_path_reservation, retain_service, extension }
    }
}

fn name() -> impl Strategy<Value = Name<'static>> {
    let set = || {
        (octets(50), any::<Option<u8>>()).prop_map(|(data, character_set)| NameSet { data, character_set })
    };
    prop_oneof![
        octets(50).prop_map(Name::Allowed),
        set().prop_map(Name::AllowedExtended),
        octets(50).prop_map(Name::Restricted),
        set().prop_map(Name::RestrictedExtended),
        Just(Name::RestrictedNull),
        Just(Name::NotAvailable),
    ]
}

fn name_arg() -> impl Strategy<Value = NameArg<'static>> {
    let extension = prop_oneof![
        extension().prop_map(NameExtension::Single),
        extensions().prop_map(NameExtension::Multiple),
    ];
    prop_oneof![
        name().prop_map(NameArg::Name),
        (name(), option::of(extension)).prop_map(|(name, extension)| NameArg::Sequence { name, extension }),
    ]
}

fn form() -> impl Strategy<Value = Form> {
    prop_oneof![Just(Form::Local), Just(Form::Global)]
}

fn invoked() -> impl Strategy<Value = (Operation, Argument<'static>)> {
    let one_of = |operations: &'static [Operation]| prop::sample::select(operations);
    prop_oneof![
        (
            one_of(&[Operation::CCBS_REQUEST, Operation::CCNR_REQUEST]),
            request().prop_map(Argument::CcRequest)
        ),
        (
            one_of(&[Operation::CC_CANCEL, Operation::CC_EXEC_POSSIBLE]),
            prop_oneof![full().prop_map(OptionalArg::Full), cc_extension().prop_map(OptionalArg::Extension)]
                .prop_map(Argument::CcOptional),
        ),
        (
            one_of(&[
                Operation::CC_PATH_RESERVE,
                Operation::CC_RINGOUT,
                Operation::CC_SUSPEND,
                Operation::CC_RESUME,
            ]),
            cc_extension().prop_map(Argument::CcExtension),
        ),
        (one_of(&[Operation::CALLING_NAME, Operation::BUSY_NAME]), name_arg().prop_map(Argument::Name)),
        Just((Operation::CALL_TRANSFER_ABANDON, Argument::Encoded(null(Operation::CALL_TRANSFER_ABANDON)))),
        (one_of(&[Operation::AUTH_WTM_USER]), Just(Argument::Other(&[0x30, 0x00]))),
    ]
}

fn component() -> impl Strategy<Value = Component<'static>> {
    let linked = option::of(prop_oneof![any::<i32>().prop_map(LinkedId::Present), Just(LinkedId::Absent)]);
    let result = option::of(prop_oneof![
        granted().prop_map(|granted| (Operation::CCNR_REQUEST, ResultValue::CcRequest(granted))),
        cc_extension().prop_map(|it| (Operation::CC_PATH_RESERVE, ResultValue::CcExtension(it))),
        Just((Operation::CALL_OFFER_REQUEST, ResultValue::Encoded(null(Operation::CALL_OFFER_REQUEST)))),
        Just((Operation::AUTH_WTM_USER, ResultValue::Other(&[0x05, 0x00]))),
    ]);
    let problem = prop_oneof![
        any::<i32>().prop_map(Problem::General),
        any::<i32>().prop_map(Problem::Invoke),
        any::<i32>().prop_map(Problem::ReturnResult),
        any::<i32>().prop_map(Problem::ReturnError),
    ];
    prop_oneof![
        (any::<i32>(), linked, form(), invoked()).prop_map(
            |(invoke_id, linked_id, form, (operation, argument))| {
                Component::Invoke(Invoke { invoke_id, linked_id, operation, form, argument })
            }
        ),
        (any::<i32>(), form(), result).prop_map(|(invoke_id, form, result)| {
            let result = result.map(|(operation, value)| OperationResult { operation, form, value });
            Component::ReturnResult(ReturnResult { invoke_id, result })
        }),
        (any::<i32>(), prop::sample::select(ErrorValue::ALL), option::of(extension())).prop_map(
            |(invoke_id, error, extension)| {
                let parameter =
                    extension.filter(|_| error == ErrorValue::UNSPECIFIED).map(Parameter::Extension);
                Component::ReturnError(ReturnError { invoke_id, error, parameter })
            }
        ),
        (any::<Option<i32>>(), problem)
            .prop_map(|(invoke_id, problem)| Component::Reject(Reject { invoke_id, problem })),
    ]
}

fn header() -> impl Strategy<Value = Header> {
    let entity = || {
        prop_oneof![
            Just(EntityType::EndPinx),
            Just(EntityType::AnyTypeOfPinx),
            (2..99).prop_map(EntityType::Other)
        ]
    };
    let address = || {
        option::of(prop_oneof![
            number().prop_map(EntityAddress::Number),
            any::<[u8; 20]>().prop_map(EntityAddress::Nsap),
        ])
    };
    let extension = (entity(), address(), entity(), address()).prop_map(
        |(source, source_address, destination, destination_address)| NetworkFacilityExtension {
            source,
            source_address,
            destination,
            destination_address,
        },
    );
    let interpretation = prop_oneof![
        Just(Interpretation::DiscardAnyUnrecognisedInvokePdu),
        Just(Interpretation::ClearCallIfAnyInvokePduNotRecognised),
        Just(Interpretation::RejectAnyUnrecognisedInvokePdu),
        (3..i32::MAX).prop_map(Interpretation::Other),
    ];
    let profile = prop_oneof![Just(Profile::Rose), Just(Profile::NetworkingExtensions)];
    let network_profile = option::of(Just(0x11));
    (profile, option::of(extension), network_profile, option::of(interpretation)).prop_map(
        |(profile, extension, network_protocol_profile, interpretation)| Header {
            profile,
            extension,
            network_protocol_profile,
            interpretation,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn components_and_header_come_back(header in header(), components in prop::collection::vec(component(), 0..3)) {
        let mut octets = Vec::new();
        prop_assume!(Facility::emit(&header, &components, &mut octets).is_ok());
        let facility = Facility::parse(&octets).unwrap();
        prop_assert_eq!(facility.header, header);
        let seen: Vec<_> = facility.components().map(Result::unwrap).collect();
        prop_assert_eq!(seen, components);
    }

    #[test]
    fn an_owned_argument_is_equal_to_the_borrowed_one(request in request(), full in full(), granted in granted()) {
        prop_assert_eq!(request.clone().into_owned(), request);
        prop_assert_eq!(full.clone().into_owned(), full);
        prop_assert_eq!(granted.clone().into_owned(), granted);
    }
}
