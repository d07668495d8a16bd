//! Files that nobody means well with: escape sequences, depth, length, masses of mistakes.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests say what is wrong by failing")]

use std::{fmt::Write, path::Path};

use pinx_config::{Fault, Mistake, limits, load, read};
use qsig_core::is_steering;

const GOOD: &str = "[node]\nname = \"milan\"\n";

fn mistakes(text: &str) -> Vec<Mistake> {
    load(text, Path::new("milan.toml")).map(|_| ()).unwrap_err()
}

#[test]
fn escape_sequences_of_a_file_are_not_told_as_they_are() {
    for text in [
        // A key, a word that was expected, a trunk, a path, and what is no TOML at all.
        "\"\\u001b[2J\\nmilan.toml:1:1: good\" = 1\n",
        "[callback]\nrecall = \"\\u001b]0;x\\u0007\"\n",
        "[[route]]\nprefix = \"2\"\ntrunk = \"\\u009b2J\\u202e\"\n",
        "[[extension]]\nnumber = \"1\"\nname = \"a\\u001b[1m\"\n",
        "\u{1b}[2J = 1\n",
        "[callback]\nrecall = \"\u{202e}\"\n",
    ] {
        for mistake in mistakes(&format!("{GOOD}{text}")) {
            let told = mistake.to_string();
            assert!(!told.contains(is_steering), "{told:?}");
        }
    }
    let told = load("", Path::new("\u{1b}[2J.toml")).unwrap_err()[0].to_string();
    assert!(told.starts_with("\u{FFFD}[2J.toml:1:1: "), "{told:?}");
}

#[test]
fn a_path_that_steers_a_terminal_or_ends_early_is_refused() {
    for api in ["unix:\\u001b[2J.sock", "unix:a\\u0000b", "unix:a\\nb"] {
        let mistakes = mistakes(&format!("[node]\nname = \"milan\"\napi = \"{api}\"\n"));
        assert!(
            matches!(&mistakes[..], [Mistake { fault: Fault::Unfit { key, .. }, line: 3, .. }] if key == "api")
        );
    }
}

#[test]
fn a_text_of_the_greatest_length_is_taken_and_one_octet_more_is_not() {
    let long = |octets: usize| format!("{GOOD}{}\n", "#".repeat(octets - GOOD.len() - 1));
    assert!(load(&long(limits::LONGEST_TEXT), Path::new("x.toml")).is_ok());
    let mistakes = mistakes(&long(limits::LONGEST_TEXT + 1));
    let faults: Vec<_> = mistakes.iter().map(|mistake| &mistake.fault).collect();
    assert_eq!(faults, [&Fault::TooLong { most: limits::LONGEST_TEXT }]);
}

#[test]
fn no_more_of_a_file_is_read_than_a_configuration_has() {
    let text = read(Path::new("/dev/zero")).unwrap();
    assert_eq!(text.len(), limits::LONGEST_TEXT + 1);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(read(&folder.join("Cargo.toml")).unwrap().starts_with("[package]"));
    assert_eq!(read(&folder.join("absent")).unwrap_err().kind(), std::io::ErrorKind::NotFound);
}

#[test]
fn a_hundred_mistakes_are_told_and_the_others_are_counted() {
    let with = |count: usize| {
        let keys: String = (0..count).fold(String::new(), |mut keys, number| {
            let _ = writeln!(keys, "unknown-{number} = 1");
            keys
        });
        mistakes(&format!("{GOOD}{keys}"))
    };
    let unknown = |mistake: &&Mistake| matches!(mistake.fault, Fault::UnknownKey { .. });
    let all = with(limits::MOST_MISTAKES);
    assert_eq!(all.iter().filter(unknown).count(), limits::MOST_MISTAKES);
    assert_eq!(all.len(), limits::MOST_MISTAKES);
    let some = with(limits::MOST_MISTAKES + 7);
    assert_eq!(some.iter().filter(unknown).count(), limits::MOST_MISTAKES);
    assert_eq!(some.last().unwrap().fault, Fault::More { count: 7 });
    assert_eq!(some.len(), limits::MOST_MISTAKES + 1);
}

#[test]
fn what_is_shown_of_a_mistake_is_bounded() {
    let told = mistakes(&format!("{GOOD}{} = 1\n", "x".repeat(100_000)))[0].to_string();
    assert!(told.ends_with(" ...") && told.chars().count() < limits::MOST_SHOWN + 40, "{}", told.len());
}

#[test]
fn a_slip_in_a_word_of_the_greatest_length_is_mended_and_in_a_longer_one_not() {
    let near = |length: usize| {
        let trunk = "a".repeat(63) + &"a".repeat(length - 63);
        let there =
            "link = { kind = \"tcp\", listen = \"127.0.0.1:7001\", framing = \"len16\" }\nside = \"user\"\n";
        let name = "a".repeat(62);
        let route = format!("[[route]]\nprefix = \"2\"\ntrunk = \"{trunk}\"\n");
        let mistakes = mistakes(&format!("{GOOD}[[trunk]]\nname = \"{name}\"\n{there}{route}"));
        matches!(&mistakes[..], [Mistake { fault: Fault::NoTrunk { nearest: Some(_), .. }, .. }])
    };
    assert!(near(64));
    assert!(!near(65));
}

/// The parser is a library: that it bounds its depth is held here.
#[test]
fn depth_is_a_mistake_and_no_end_of_the_stack() {
    const DEEP: usize = 200_000;
    for text in [
        format!("a = {}\n", "[".repeat(DEEP)),
        format!("a = {}{}\n", "[".repeat(DEEP), "]".repeat(DEEP)),
        format!("a = {}\n", "{a=".repeat(DEEP)),
        format!("{}a = 1\n", "a.".repeat(DEEP)),
        format!("[{}a]\n", "a.".repeat(DEEP)),
        format!("[[{}a]]\n", "a.".repeat(DEEP)),
        format!("a = {{ {}a = 1 }}\n", "a.".repeat(DEEP)),
    ] {
        assert!(!mistakes(&text).is_empty());
    }
}

/// Each would take hours if any of it were looked at again for each mistake.
#[test]
fn masses_of_mistakes_end() {
    let most = |line: &str| line.repeat(limits::LONGEST_TEXT / 4 / line.len());
    for text in [
        most("a=\n"),
        most("=\n"),
        most("[[extension]]\n"),
        most("[[trunk]]\n"),
        most("[[trunk]]\nname=\"a\"\n"),
        most("[[route]]\nprefix=\"1\"\n"),
        most("[[extension]]\nnumber=\"1\"\n"),
        format!("[callback]\n{}{}", unknown(2_000), "[[extension]]\n".repeat(10_000)),
    ] {
        assert!(mistakes(&text).len() > limits::MOST_MISTAKES);
    }
}

fn unknown(count: usize) -> String {
    (0..count).fold(String::new(), |mut keys, number| {
        let _ = writeln!(keys, "k{number}=1");
        keys
    })
}
