//! Messages of Q.931, which are printed element by element.

use qsig_q931::MessageType;

use super::super::rebuilt::Rebuilt;
use super::super::{Taken, octets};

/// The names of elements in codeset 0, in lower case, with their identifiers. A name that ends like another one stands
/// before it.
const ELEMENTS: [(&str, u8); 35] = [
    ("bearer capability", 0x04),
    ("cause", 0x08),
    ("call identity", 0x10),
    ("call state", 0x14),
    ("channel id", 0x18),
    ("keypad facility", 0x2C),
    ("network specific facility", 0x20),
    ("net specific fac", 0x20),
    ("facility", 0x1C),
    ("progress ind", 0x1E),
    ("notification ind", 0x27),
    ("notify ind", 0x27),
    ("display", 0x28),
    ("date/time", 0x29),
    ("signal", 0x34),
    ("switchhook", 0x36),
    ("feature activation", 0x38),
    ("feature indication", 0x39),
    ("information rate", 0x40),
    ("connected number", 0x4C),
    ("connected subaddress", 0x4D),
    ("connected subaddr", 0x4D),
    ("calling party number", 0x6C),
    ("calling party subaddress", 0x6D),
    ("calling party subaddr", 0x6D),
    ("called party number", 0x70),
    ("called party subaddress", 0x71),
    ("called party subaddr", 0x71),
    ("redirecting number", 0x74),
    ("redirection number", 0x76),
    ("transit net select", 0x78),
    ("restart ind", 0x79),
    ("low layer compat", 0x7C),
    ("high layer compat", 0x7D),
    ("user-user", 0x7E),
];

/// The octets of `SETUP pd = 8  callref = 0x0001`, up to the message type.
pub(super) fn header(text: &str) -> Result<Vec<u8>, Taken> {
    let (name, rest) = text.split_once("pd =").ok_or(Taken::No)?;
    let (discriminator, reference) = rest.split_once("callref =").ok_or(Taken::Broken)?;
    let discriminator = discriminator.trim().parse().map_err(|_| Taken::Broken)?;
    let message_type =
        message_type(name.trim()).ok_or(Taken::Refused("a message of this name is not known"))?;
    let reference = reference.split_ascii_whitespace().next().unwrap_or_default();
    let reference = match reference.strip_prefix("0x") {
        Some(digits) => octets(digits).filter(|octets| octets.len() <= 4).ok_or(Taken::Broken)?,
        // The dummy call reference.
        None => Vec::new(),
    };
    let length = u8::try_from(reference.len()).unwrap_or_default();
    Ok([&[discriminator, length], reference.as_slice(), &[message_type.octet()]].concat())
}

/// The message of a name whose words may be shortened: `CALL_PROC`, `SETUP_ACK`, `RELEASE_COMP`.
fn message_type(name: &str) -> Option<MessageType> {
    let words: Vec<&str> = name.split(['_', ' ']).collect();
    let is_named = |known: &MessageType| {
        let full: Vec<&str> = known.name().split(' ').collect();
        full.len() == words.len()
            && full.iter().zip(&words).all(|(full, word)| word.len() > 2 && full.starts_with(word))
    };
    let known = (0..=0x7F).map(MessageType::from_octet);
    known.filter(|known| !matches!(known, MessageType::Unknown(_))).find(is_named)
}

/// Takes a line below the header: an element, or words about one.
pub(super) fn element(line: &str, open: &mut Rebuilt) -> Taken {
    let lower = line.to_ascii_lowercase();
    let Some((name, value)) = line.split_once(" i =") else {
        return words(line, &lower, open);
    };
    let value = match value_octets(value.trim()) {
        Ok(value) => value,
        Err(taken) => return taken,
    };
    let missing = value.len() + 2;
    let Some(identifier) = identifier(&name.trim().to_ascii_lowercase()) else {
        open.missing += missing;
        return Taken::Refused("an element of this name is not known");
    };
    let Ok(length) = u8::try_from(value.len()) else {
        open.missing += missing;
        return Taken::Refused("an element of more than 255 octets");
    };
    if open.push(&[&[identifier, length], value.as_slice()].concat()) {
        Taken::Yes
    } else {
        Taken::Refused("a message of more than 65,535 octets")
    }
}

/// Takes what has no octets: an element that consists of its name, or an explanation.
fn words(line: &str, lower: &str, open: &mut Rebuilt) -> Taken {
    let element = if lower.trim_end().ends_with("sending complete") {
        Some(0xA1)
    } else if let Some((kind, codeset)) = lower.split_once("shift to codeset ") {
        let codeset = codeset.bytes().next().filter(u8::is_ascii_digit).map(|digit| digit & 7);
        // Octets 0x90 to 0x97 lock, 0x98 to 0x9f do not (Q.931 4.5.3 and 4.5.4).
        let shift = if kind.contains("non-locking") { 0x98 } else { 0x90 };
        codeset.map(|codeset| shift | codeset)
    } else {
        None
    };
    match element {
        Some(octet) => {
            open.push(&[octet]);
            Taken::Yes
        }
        None if line.starts_with([' ', '\t']) => Taken::Yes,
        None => Taken::No,
    }
}

/// `Codeset 5 IE 0x32`, or a name, behind a time.
fn identifier(name: &str) -> Option<u8> {
    if let Some((_, digits)) = name.rsplit_once(" ie 0x") {
        return octets(digits).filter(|octets| octets.len() == 1)?.first().copied();
    }
    ELEMENTS.iter().find(|(known, _)| name.ends_with(known)).map(|(_, identifier)| *identifier)
}

/// The octets of `0x8090A3`, `0x80, '2001'` or `'5551111'`, with words behind them.
fn value_octets(text: &str) -> Result<Vec<u8>, Taken> {
    let (mut value, rest) = match text.strip_prefix("0x") {
        Some(digits) => {
            let end = digits.find(|next: char| !next.is_ascii_hexdigit()).unwrap_or(digits.len());
            let (digits, rest) = digits.split_at_checked(end).unwrap_or_default();
            (octets(digits).ok_or(Taken::Broken)?, rest.trim_start().strip_prefix(','))
        }
        None => (Vec::new(), Some(text)),
    };
    if let Some(quoted) = rest.map(str::trim_start).and_then(|rest| rest.strip_prefix(['\'', '`', '‘'])) {
        let end = quoted.rfind(['\'', '’']).ok_or(Taken::Broken)?;
        value.extend(quoted.get(..end).unwrap_or_default().bytes());
    } else if value.is_empty() {
        return Err(Taken::Refused("an element without octets"));
    }
    Ok(value)
}
