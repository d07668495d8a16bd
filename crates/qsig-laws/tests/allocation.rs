//! What the worst Facility element that a frame can carry takes from the heap when a tree is made of it.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests say what is wrong by failing")]

use std::{fs, hint::black_box, path::Path};

use qsig_rose::{Component, Facility};

/// Octets of the heap for a frame.
const MOST: u64 = 65_536;

fn tag(tag: u8, contents: &[u8]) -> Vec<u8> {
    let length = u8::try_from(contents.len()).unwrap();
    match length {
        0..=0x7F => [&[tag, length][..], contents].concat(),
        _ => [&[tag, 0x81, length][..], contents].concat(),
    }
}

/// Contents of 255 octets: an invoke or a result of an operation, and within it as many small elements as fit, or one
/// in the other as deep as can be.
fn worst() -> Vec<Vec<u8>> {
    let header = [0x9F, 0xAA, 0x06, 0x80, 0x01, 0x00, 0x82, 0x01, 0x00, 0x8B, 0x01, 0x00];
    let mut all = Vec::new();
    let small: [&[u8]; 6] = [&[5, 0], &[0x30, 0], &[0xA0, 0], &[0x80, 0], &[2, 1, 1], &[0xA1, 2, 0x80, 0]];
    let outer: [u8; 5] = [0x30, 0x31, 0xA0, 0xA1, 0xA2];
    for operation in 0..=130 {
        for filling in small {
            for outer in outer {
                let many = tag(outer, &filling.repeat(200 / filling.len()));
                let deep = (0..14).fold(many[..100].to_vec(), |inside, _| tag(outer, &inside));
                for argument in [many, deep] {
                    let id = [2, 1, 1, 2, 2, 0, operation];
                    all.push([&header[..], &tag(0xA1, &[&id[..], &argument].concat())].concat());
                    let result = tag(0x30, &[&[2, 2, 0, operation][..], &argument].concat());
                    all.push([&header[..], &tag(0xA2, &[&[2, 1, 1][..], &result].concat())].concat());
                }
            }
        }
    }
    // And as many components as fit.
    for component in [&[0xA1, 0][..], &[0xA2, 3, 2, 1, 1], &[0xA4, 0], &[0xA1, 6, 2, 1, 1, 2, 1, 0x21]] {
        all.push([&header[..], &component.repeat(243 / component.len())].concat());
    }
    all.retain(|contents| contents.len() <= Facility::MAX_OCTETS);
    all
}

/// How many components were read, and how much was taken at once for their trees.
fn trees(contents: &[u8]) -> (usize, u64) {
    let mut read = 0;
    let counted = allocation_counter::measure(|| {
        let Ok(facility) = Facility::parse(contents) else { return };
        let trees: Vec<_> =
            facility.components().filter_map(Result::ok).map(|it: Component<'_>| it.to_value()).collect();
        read = trees.len();
        drop(black_box(trees));
    });
    (read, counted.bytes_max)
}

#[test]
fn no_facility_element_takes_more_than_64_kib_for_its_tree() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/facility");
    let seeds = fs::read_dir(folder).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap());
    let (mut read, mut most) = (0, 0);
    for contents in worst().into_iter().chain(seeds) {
        let (components, octets) = trees(&contents);
        assert!(octets <= MOST, "{octets} octets for {contents:02x?}");
        (read, most) = (read + components, most.max(octets));
    }
    assert!(read > 1_000, "only {read} components had trees");
    assert!(most > 2_000, "the worst took {most} octets: it is not the worst");
}
