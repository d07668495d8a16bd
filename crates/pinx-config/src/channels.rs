//! Lists of time slots, as a configuration writes them: `1-15,17-31`.

use qsig_call::Channels;

/// What is taken, for messages and the reference.
pub(crate) const WANTED: &str = "time slots from 1 to 31 without 16 (the D-channel), such as \"1-15,17-31\"";

/// At least one slot; ranges go upward, and no slot stands twice.
pub(crate) fn parse(text: &str) -> Option<Channels> {
    let mut bits = 0_u32;
    for range in text.split(',') {
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        let (first, last): (u8, u8) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
        if first > last || last > 31 {
            return None;
        }
        for slot in first..=last {
            let bit = 1 << slot;
            if Channels::E1.bits() & bit == 0 || bits & bit != 0 {
                return None;
            }
            bits |= bit;
        }
    }
    Some(Channels::from_bits(bits))
}

/// Written back, in as few ranges as there can be.
pub(crate) fn show(channels: Channels) -> String {
    let has = |slot: u8| slot < 32 && channels.bits() & (1 << slot) != 0;
    let mut ranges = Vec::new();
    for first in (1..32).filter(|slot| has(*slot) && !has(slot - 1)) {
        let last = (first..32).find(|slot| !has(slot + 1)).unwrap_or(31);
        ranges.push(if first == last { first.to_string() } else { format!("{first}-{last}") });
    }
    ranges.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_read_as_they_are_written() {
        for text in ["1-15,17-31", "1", "1-2,31", "15,17", "3-15"] {
            assert_eq!(show(parse(text).unwrap()), text);
        }
        assert_eq!(parse("1-15,17-31"), Some(Channels::E1));
        assert_eq!(parse("1, 3 - 4"), parse("1,3-4"));
    }

    #[test]
    fn what_is_no_slot_is_refused() {
        for text in
            ["", "0", "16", "1-31", "32", "5-3", "1,1", "1-3,2", "1-", "-1", "one", "1;2", "256", "1-255"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
