//! Depth, length and hostile octets at the edges.
#![cfg(test)]

use std::{borrow::Cow, fs, path::Path};

use proptest::prelude::*;
use qsig_ber::Oid;
use qsig_rose::{
    Argument, Component, Facility, Header, Interpretation, Invoke, Operation, Problem, TooLong,
    cc::CcExtension,
    extension::{Extension, Extensions},
};

const HEADER: Header = Header::end_to_end(Some(Interpretation::DiscardAnyUnrecognisedInvokePdu));

/// A NULL within `levels` - 1 SEQUENCEs, of definite or indefinite length.
fn nested(levels: usize, indefinite: bool) -> Vec<u8> {
    (1..levels).fold(vec![5, 0], |inside, _| {
        if indefinite {
            [&[0x30, 0x80][..], &inside, &[0, 0]].concat()
        } else {
            [&[0x30, u8::try_from(inside.len()).unwrap()][..], &inside].concat()
        }
    })
}

fn suspend(argument: &[u8]) -> Component<'_> {
    let id = Oid::from_contents(&[0x2B, 0x0C][..]).unwrap();
    let extension = CcExtension::Single(Extension { id, argument: Cow::Borrowed(argument) });
    Component::Invoke(Invoke::new(5, Operation::CC_SUSPEND, Argument::CcExtension(extension)))
}

#[test]
fn sixteen_levels_are_taken_and_seventeen_are_a_mistyped_argument() {
    for indefinite in [false, true] {
        // The component is level 1, the argument 2, so an extension argument of 14 levels reaches 16.
        for (levels, wanted) in
            [(14, None), (15, Some(Problem::MISTYPED_ARGUMENT)), (40, Some(Problem::MISTYPED_ARGUMENT))]
        {
            let argument = nested(levels, indefinite);
            let mut octets = Vec::new();
            Facility::emit(&HEADER, &[suspend(&argument)], &mut octets).unwrap();
            let facility = Facility::parse(&octets).unwrap();
            let component = facility.components().next().unwrap();
            let refused =
                component.as_ref().err().map(|refused| (refused.problem.unwrap(), refused.invoke_id));
            assert_eq!(refused, wanted.map(|problem| (problem, Some(5))), "{levels} levels");
        }
    }
}

#[test]
fn contents_of_255_octets_are_written_and_256_are_not() {
    let mut out = vec![0xEE];
    // Header 12, invoke 1 + 2, id 3, operation 3, name 1 + 2: the rest is text that no decoder need take.
    let name =
        |length: usize| [&[0x80, 0x81, u8::try_from(length).unwrap()][..], &vec![b'x'; length]].concat();
    let (fits, exceeds) = (name(231), name(232));
    let invoke =
        |argument| Component::Invoke(Invoke::new(1, Operation::CALLING_NAME, Argument::Other(argument)));
    assert_eq!(Facility::emit(&HEADER, &[invoke(&exceeds)], &mut out), Err(TooLong { octets: 256 }));
    assert_eq!(out, [0xEE]);
    assert_eq!(Facility::emit(&HEADER, &[invoke(&fits)], &mut out), Ok(()));
    assert_eq!(out.len(), 256);
}

#[test]
fn extensions_come_back_in_their_order() {
    let oid = |arc| Oid::from_contents(vec![0x2B, arc]).unwrap();
    let extension =
        |arc, argument: &'static [u8]| Extension { id: oid(arc), argument: Cow::Borrowed(argument) };
    let wanted = [extension(1, &[5, 0]), extension(2, &[0x9F, 0x81, 0x05, 0x01, 0x00])];
    let argument = Argument::CcExtension(CcExtension::Multiple(Extensions::new(&wanted)));
    let mut octets = Vec::new();
    let invoke = Component::Invoke(Invoke::new(1, Operation::CC_RESUME, argument));
    Facility::emit(&HEADER, std::slice::from_ref(&invoke), &mut octets).unwrap();
    let facility = Facility::parse(&octets).unwrap();
    let component = facility.components().next().unwrap().unwrap();
    assert_eq!(component, invoke);
    let Component::Invoke(Invoke { argument: Argument::CcExtension(CcExtension::Multiple(seen)), .. }) =
        component
    else {
        panic!("{component:?}");
    };
    assert!(seen.iter().eq(wanted.iter().cloned()));
}

fn vectors() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../captures/vectors/facility");
    let mut all = Vec::new();
    for file in ["valid-plain.jsonl", "valid-unusual.jsonl", "lenient.jsonl", "invalid.jsonl"] {
        for line in fs::read_to_string(folder.join(file)).unwrap().lines() {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let hex = line["hex"].as_str().unwrap();
            let octet = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
            all.push((0..hex.len()).step_by(2).map(octet).collect());
        }
    }
    all
}

/// What is taken is written again, and is then the same.
fn keeps_its_value(octets: &[u8]) {
    let Ok(facility) = Facility::parse(octets) else { return };
    let good: Vec<_> = facility.components().filter_map(Result::ok).collect();
    assert!(facility.components().count() <= octets.len());
    let mut out = Vec::new();
    if Facility::emit(&facility.header, &good, &mut out).is_err() {
        return;
    }
    let again = Facility::parse(&out).unwrap();
    assert_eq!(again.header, facility.header);
    let trees = |components: &[Component<'_>]| components.iter().map(Component::to_value).collect::<Vec<_>>();
    let again: Vec<_> = again.components().map(Result::unwrap).collect();
    assert_eq!(trees(&again), trees(&good), "{octets:02x?}");
}

#[test]
fn every_cut_of_every_vector_is_handled() {
    for octets in vectors() {
        for end in 0..octets.len() {
            keeps_its_value(&octets[..end]);
        }
    }
}

#[test]
fn a_cut_component_is_refused_as_badly_structured() {
    let mut octets = Vec::new();
    Facility::emit(&HEADER, &[suspend(&[5, 0])], &mut octets).unwrap();
    for end in 13..octets.len() {
        let facility = Facility::parse(&octets[..end]).unwrap();
        let seen: Vec<_> = facility.components().collect();
        let [Err(refused)] = &seen[..] else { panic!("{end} octets: {seen:?}") };
        assert_eq!(refused.problem, Some(Problem::BADLY_STRUCTURED_COMPONENT), "{end} octets");
        assert_eq!(refused.invoke_id, None);
        assert_eq!(refused.offset, 12);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_octets_are_handled(octets in prop::collection::vec(any::<u8>(), 0..80)) {
        keeps_its_value(&octets);
        keeps_its_value(&[&[0x9F][..], &octets].concat());
    }
}

#[test]
fn damaged_vectors_are_handled() {
    // A fixed walk over positions and octets: each vector is damaged in a few places, the same ones each time.
    let mut state = 0x9E37_79B9_u32;
    for octets in vectors().into_iter().filter(|octets| !octets.is_empty()) {
        for _ in 0..8 {
            state = state.wrapping_mul(0x0019_660D).wrapping_add(0x3C6E_F35F);
            let mut damaged = octets.clone();
            let at = usize::try_from(state >> 8).unwrap() % damaged.len();
            damaged[at] ^= u8::try_from(state >> 24).unwrap() | 1;
            keeps_its_value(&damaged);
        }
    }
}
