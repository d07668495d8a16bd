//! Above all layers: what stands in the file of a node.

use std::path::Path;

use pinx_config::{Config, Mistake, limits, load};
use qsig_core::is_steering;
use qsig_pinx::Node;

const FILE: &str = "folder/node.toml";

/// Any text gives a configuration or mistakes, the same each time. A mistake has its place within the text and is told in
/// one line that steers no terminal. A configuration makes a node; behind a comment it is the same, and with a table more
/// that nobody knows there is exactly that mistake.
pub fn configuration(octets: &[u8]) {
    let Ok(text) = std::str::from_utf8(octets) else { return };
    let done = read(text);
    match (&done, &read(text)) {
        (Ok(one), Ok(other)) => assert_eq!(shown(one), shown(other)),
        (Err(one), Err(other)) => assert_eq!(one, other),
        _ => panic!("taken once, and once not"),
    }
    match done {
        Ok(config) => {
            told(&config.remarks, text);
            assert_eq!(config.links.len(), config.node.trunks.len());
            let behind = format!("{text}\n# the end\n");
            if behind.len() <= limits::LONGEST_TEXT {
                let again = read(&behind).unwrap_or_else(|mistakes| panic!("behind a comment: {mistakes:?}"));
                assert_eq!(shown(&again), shown(&config));
            }
            let more = format!("{text}\n[nobody-knows-this]\n");
            if more.len() <= limits::LONGEST_TEXT {
                let mistakes = read(&more).map(|_| ()).expect_err("a table that nobody knows");
                let [mistake] = &mistakes[..] else { panic!("{mistakes:?}") };
                assert_eq!(mistake.line, more.matches('\n').count(), "{mistake}");
                assert!(mistake.to_string().contains("nobody-knows-this"), "{mistake}");
            }
            let made = Node::new(config.node);
            assert!(made.is_ok(), "{:?}", made.err());
        }
        Err(mistakes) => {
            assert!(!mistakes.is_empty(), "refused, and nobody knows why");
            told(&mistakes, text);
        }
    }
}

fn read(text: &str) -> Result<Config, Vec<Mistake>> {
    load(text, Path::new(FILE))
}

/// All of a configuration but its remarks.
fn shown(config: &Config) -> String {
    format!("{:?} {:?} {:?}", config.node, config.links, config.api)
}

/// In the order of the text, each at a place that there is.
fn told(mistakes: &[Mistake], text: &str) {
    assert!(mistakes.len() <= limits::MOST_MISTAKES + 1, "{} mistakes", mistakes.len());
    let lines: Vec<&str> = text.split('\n').collect();
    for mistake in mistakes {
        let line = mistake.line.checked_sub(1).and_then(|line| lines.get(line));
        let line = line.unwrap_or_else(|| panic!("there is no line {}: {mistake}", mistake.line));
        assert!((1..=line.chars().count() + 1).contains(&mistake.column), "{mistake} in {line:?}");
        let told = mistake.to_string();
        assert!(!told.contains(is_steering), "{told:?}");
        assert!(told.chars().count() < limits::MOST_SHOWN + 100, "{told}");
        assert!(told.starts_with(FILE) && !told.ends_with(": "), "{told:?}");
    }
    assert!(mistakes.is_sorted_by_key(|mistake| (mistake.line, mistake.column)), "{mistakes:?}");
}
