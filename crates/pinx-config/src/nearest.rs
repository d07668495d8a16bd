//! The word that was probably meant.

use crate::limits::LONGEST_WORD;

/// The word that the fewest changed, missing, additional or swapped letters turn into the one given, if they are
/// few enough to be a slip: one in three letters. Upper and lower case, `-` and `_` count as the same here.
pub(crate) fn nearest<'w>(given: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    if given.len() > LONGEST_WORD {
        return None;
    }
    let given = plain(given);
    let most = (given.len() / 3).min(3);
    words
        .into_iter()
        .map(|word| (distance(&given, &plain(word)), word))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance <= most)
        .map(|(_, word)| word)
}

fn plain(word: &str) -> Vec<char> {
    word.chars().map(|letter| if letter == '_' { '-' } else { letter.to_ascii_lowercase() }).collect()
}

/// Letters to change, leave out, add, or swap with the next one (optimal string alignment), one row of the table
/// at a time.
fn distance(from: &[char], to: &[char]) -> usize {
    let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX / 2);
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, b) in to.iter().enumerate() {
            let mut least =
                (at(&row, j) + usize::from(a != b)).min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            if let (Some(i), Some(j)) = (i.checked_sub(1), j.checked_sub(1))
                && from.get(i) == Some(b)
                && to.get(j) == Some(a)
            {
                least = least.min(at(&before, j) + 1);
            }
            next.push(least);
        }
        before = core::mem::replace(&mut row, next);
    }
    at(&row, to.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_changed_missing_and_additional_letters() {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        for (from, to, count) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("guard", "gard", 1),
            ("nmae", "name", 1),
            ("ca", "abc", 3),
        ] {
            assert_eq!(distance(&letters(from), &letters(to)), count, "{from} {to}");
        }
    }

    #[test]
    fn a_slip_finds_its_word_and_another_word_finds_none() {
        let words = ["channels", "channel-numbering", "side", "T203", "T2-ccbs"];
        assert_eq!(nearest("chanels", words), Some("channels"));
        assert_eq!(nearest("channel_numbering", words), Some("channel-numbering"));
        assert_eq!(nearest("t203", words), Some("T203"));
        assert_eq!(nearest("sid", words), Some("side"));
        assert_eq!(nearest("sdie", words), Some("side"));
        assert_eq!(nearest("password", words), None);
        assert_eq!(nearest("a", ["b"]), None);
        assert_eq!(nearest("x", []), None);
    }
}
