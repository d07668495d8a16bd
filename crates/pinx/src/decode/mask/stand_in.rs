//! What stands in for a number or a name.

use crate::limits::MOST_STAND_INS;
use std::collections::HashMap;

/// The stand-ins given so far: in the order of appearance, so that they tell nothing of what they stand for.
#[derive(Default)]
pub(super) struct StandIns {
    digits: Given,
    text: Given,
    exhausted: bool,
}

/// How many of each length, and which each is.
#[derive(Default)]
struct Given {
    known: HashMap<Vec<u8>, u128>,
    counts: HashMap<usize, u128>,
}

impl StandIns {
    /// Puts a stand-in for the digits among these octets; what is no digit stays. Numbers of one length keep apart:
    /// the first of four digits becomes 1000, the second 1001.
    pub(super) fn digits(&mut self, octets: &mut [u8]) {
        let own: Vec<u8> = octets.iter().copied().filter(u8::is_ascii_digit).collect();
        let Some(before) = own.len().checked_sub(1) else { return };
        let number = self.digits.number(&own);
        self.exhausted |= number.is_none();
        let first = 10_u128.checked_pow(u32::try_from(before).unwrap_or(u32::MAX)).unwrap_or_default();
        let mut rest = number.map_or(0, |number| first.wrapping_add(number));
        for octet in octets.iter_mut().rev().filter(|octet| octet.is_ascii_digit()) {
            *octet = b'0' + u8::try_from(rest % 10).unwrap_or_default();
            rest /= 10;
        }
    }

    /// Puts a stand-in of letters for these octets. Texts of one length keep apart, as far as letters go: the first of
    /// five octets becomes Aaaaa, the second Aaaab.
    pub(super) fn text(&mut self, octets: &mut [u8]) {
        if octets.is_empty() {
            return;
        }
        let number = self.text.number(octets);
        self.exhausted |= number.is_none();
        let mut rest = number.unwrap_or_default();
        for octet in octets.iter_mut().rev() {
            *octet = b'a' + u8::try_from(rest % 26).unwrap_or_default();
            rest /= 26;
        }
        if let Some(first) = octets.first_mut() {
            first.make_ascii_uppercase();
        }
    }

    /// Whether there were too many.
    pub(super) const fn exhausted(&self) -> bool {
        self.exhausted
    }
}

impl Given {
    /// Which of its length this is; `None` where there are too many.
    fn number(&mut self, own: &[u8]) -> Option<u128> {
        if let Some(number) = self.known.get(own) {
            return Some(*number);
        }
        if self.known.len() >= MOST_STAND_INS {
            return None;
        }
        let count = self.counts.entry(own.len()).or_default();
        let number = *count;
        *count += 1;
        self.known.insert(own.to_vec(), number);
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn masked(stand_ins: &mut StandIns, digits: &str) -> String {
        let mut octets = digits.as_bytes().to_vec();
        stand_ins.digits(&mut octets);
        String::from_utf8(octets).unwrap()
    }

    #[test]
    fn a_number_has_always_the_same_stand_in_and_others_another() {
        let mut stand_ins = StandIns::default();
        assert_eq!(masked(&mut stand_ins, "2001"), "1000");
        assert_eq!(masked(&mut stand_ins, "6001"), "1001");
        assert_eq!(masked(&mut stand_ins, "2001"), "1000");
        assert_eq!(masked(&mut stand_ins, "*21*2001#"), "*10*0000#");
        assert_eq!(masked(&mut stand_ins, ""), "");
        let longest = "9".repeat(45);
        assert_eq!(masked(&mut stand_ins, &longest).len(), 45);
        let all: HashSet<String> =
            (0..1_000).map(|number| masked(&mut stand_ins, &format!("{number:03}"))).collect();
        assert_eq!(all.len(), 1_000);
    }

    #[test]
    fn a_name_becomes_letters_of_its_length() {
        let mut stand_ins = StandIns::default();
        let mut text = |name: &str| {
            let mut octets = name.as_bytes().to_vec();
            stand_ins.text(&mut octets);
            String::from_utf8(octets).unwrap()
        };
        assert_eq!(
            (text("Alice"), text("Bob 2"), text("Alice")),
            ("Aaaaa".into(), "Aaaab".into(), "Aaaaa".into())
        );
    }

    #[test]
    fn too_many_numbers_share_a_stand_in_and_it_is_told() {
        let mut stand_ins = StandIns::default();
        for number in 0..MOST_STAND_INS {
            masked(&mut stand_ins, &format!("{number:06}"));
        }
        assert!(!stand_ins.exhausted());
        assert_eq!(masked(&mut stand_ins, "999999"), "000000");
        assert!(stand_ins.exhausted());
    }
}
