//! Layer 3: messages and information elements.

use qsig_q931::{ElementId, InformationElement, Message, MessageType};

/// The elements of a message, shifts among them, are its octets, whole or cut; each that is read is written so that it
/// reads the same.
pub fn q931_message(octets: &[u8]) {
    let Ok(message) = Message::parse(octets) else { return };
    let _ = message.segment();
    if matches!(message.message_type, MessageType::Segment | MessageType::Escape) {
        // Pieces of another message, or nobody knows where its elements begin.
        return;
    }
    let mut out = Vec::new();
    for element in message.elements().with_shifts() {
        match element {
            Ok(element) => {
                assert_eq!(element.offset, out.len() + octets.len() - message.body().len());
                element.emit(&mut out);
                if let Ok(value) = element.value() {
                    comes_back(&value);
                }
            }
            Err(_) => out.extend_from_slice(&message.body()[out.len()..]),
        }
    }
    assert_eq!(out, message.body());
    let received = message.received();
    // One pass more, for what a call engine looks at.
    assert!(received.facilities().count() <= octets.len());
    let _ = received.check(message.message_type);
}

/// Codeset, identifier, contents.
pub fn information_element(octets: &[u8]) {
    let [codeset, identifier, contents @ ..] = octets else { return };
    let id = ElementId { codeset: codeset & 7, identifier: *identifier };
    if let Ok(element) = InformationElement::parse(id, contents) {
        assert_eq!(element.id(), id);
        comes_back(&element);
    }
}

fn comes_back(element: &InformationElement<'_>) {
    element.fields(&mut |name, _| assert!(!name.is_empty()));
    let mut out = Vec::new();
    element.emit(&mut out);
    assert_eq!(InformationElement::parse(element.id(), &out).as_ref(), Ok(element), "{out:02x?}");
}
