//! Facility: BER, components, the arguments of call completion.

use qsig_ber::{Reader, Writer};
use qsig_rose::{
    Component, Facility,
    cc::{CcExtension, OptionalArg, RequestArg, RequestRes},
    name::NameArg,
    schema::{Encoded, Type},
};

/// Elements lie within their parent, one after the other, and what is verified can be walked to its end.
pub fn ber(octets: &[u8]) {
    let mut reader = Reader::new(octets);
    let mut read = 0;
    while !reader.rest().is_empty() {
        let before = reader.rest().len();
        let Ok(element) = reader.read() else { return };
        assert!(reader.rest().len() < before, "an element costs an octet");
        assert_eq!(element.offset, read);
        read += before - reader.rest().len();
        if element.verify().is_ok() {
            walk(&element);
        }
        let _ = (element.integer(), element.boolean(), element.null(), element.oid());
        let _ = element.string(element.tag);
    }
    assert_eq!(read, octets.len());
}

fn walk(element: &qsig_ber::Element<'_>) {
    if !element.tag.constructed {
        return;
    }
    let mut inside = element.children().expect("it was verified");
    while !inside.rest().is_empty() {
        walk(&inside.read().expect("it was verified"));
    }
}

/// What is taken is written again, and then reads the same.
pub fn facility(octets: &[u8]) {
    let Ok(facility) = Facility::parse(octets) else { return };
    assert!(facility.components().count() <= octets.len());
    let good: Vec<_> = facility.components().filter_map(Result::ok).collect();
    let trees = |components: &[Component<'_>]| components.iter().map(Component::to_value).collect::<Vec<_>>();
    let mut out = Vec::new();
    if Facility::emit(&facility.header, &good, &mut out).is_err() {
        // The canonical form of something unusual may be longer than an element can be.
        return;
    }
    let again = Facility::parse(&out).expect("what was written is right");
    assert_eq!(again.header, facility.header);
    let again: Vec<_> = again.components().map(|component| component.expect("right")).collect();
    assert_eq!(trees(&again), trees(&good), "{out:02x?}");
}

/// A value of any type of the schema: which, then its octets. Its tree, written canonically, is a value with that tree.
pub fn encoded(octets: &[u8]) {
    let [high, low, octets @ ..] = octets else { return };
    let number = usize::from(u16::from_be_bytes([*high, *low])) % Type::all().count();
    let Some(of) = Type::all().nth(number) else { return };
    let Ok(element) = Reader::new(octets).read() else { return };
    let Ok(value) = Encoded::parse(of, &element) else { return };
    assert_eq!(value.octets(), element.octets, "what is not understood is kept");
    let tree = value.to_value();
    // What was taken out of tolerance has a tree that is not written.
    if let Ok(written) = Encoded::from_value(of, &tree) {
        let element = Reader::new(written.octets()).read().expect("what was written is right");
        let again = Encoded::parse(of, &element).expect("what was written is right");
        assert_eq!(again.to_value(), tree, "{of:?} {:02x?}", written.octets());
    }
}

/// One argument or result of call completion or name identification: which, then its octets.
pub fn cc_argument(octets: &[u8]) {
    let Some((which, octets)) = octets.split_first() else { return };
    let Ok(element) = Reader::new(octets).read() else { return };
    macro_rules! comes_back {
        ($type:ty) => {
            if let Ok(value) = <$type>::parse(&element) {
                let mut out = Vec::new();
                value.emit(&mut Writer::new(&mut out));
                let element = Reader::new(&out).read().expect("what was written is right");
                let again = <$type>::parse(&element).expect("what was written is right");
                assert_eq!(again.to_value(), value.to_value(), "{out:02x?}");
            }
        };
    }
    match which % 5 {
        0 => comes_back!(RequestArg<'_>),
        1 => comes_back!(RequestRes<'_>),
        2 => comes_back!(OptionalArg<'_>),
        3 => comes_back!(CcExtension<'_>),
        _ => comes_back!(NameArg<'_>),
    }
}
