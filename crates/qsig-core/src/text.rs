use alloc::borrow::Cow;

/// Whether a character steers a terminal, or the order in which a line is shown, instead of being shown itself: control
/// characters (escape sequences begin with one), the separators of lines and paragraphs, and the marks of writing
/// directions.
pub fn is_steering(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// The text with U+FFFD for each character that [steers](is_steering) a terminal. For whatever came from a line, a peer or
/// a file and is shown to people: what a far user is called must neither drive our terminal nor begin a line of a log.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_steering) {
        Cow::Owned(text.replace(is_steering, "\u{FFFD}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_replaced_and_all_else_is_kept() {
        assert_eq!(
            printable("a\x1b[2Jb\r\nc\x7f\u{9b}1m"),
            "a\u{FFFD}[2Jb\u{FFFD}\u{FFFD}c\u{FFFD}\u{FFFD}1m"
        );
        assert_eq!(printable("1001\u{202e}2002\u{2066}"), "1001\u{FFFD}2002\u{FFFD}");
        for kept in ["Zoë Müller", "Ελένη", "電話", "a-b_c'd\"", ""] {
            assert!(matches!(printable(kept), Cow::Borrowed(same) if same == kept));
        }
    }
}
