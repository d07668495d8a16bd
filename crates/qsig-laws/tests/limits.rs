//! The page of limits and the constants of the crates are the same.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what is wrong by failing")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// A constant by its crate and name, and its value.
type Limits = BTreeMap<(String, String), u64>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn number(text: &str, separator: char) -> u64 {
    text.replace(separator, "").parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

/// `NAME: TYPE = VALUE;` behind each `const` of each `limits.rs`.
fn of_crates() -> Limits {
    let mut limits = Limits::new();
    for folder in fs::read_dir(root().join("crates")).unwrap().map(Result::unwrap) {
        let Ok(text) = fs::read_to_string(folder.path().join("src/limits.rs")) else { continue };
        let name = folder.file_name().into_string().unwrap();
        for constant in text.lines().filter_map(|line| line.split_once("const ")) {
            let (constant, value) = constant.1.split_once(" = ").unwrap();
            let constant = constant.split(':').next().unwrap().to_owned();
            limits.insert((name.clone(), constant), number(value.trim_end_matches(';'), '_'));
        }
    }
    limits
}

/// The rows that end with a crate and a constant.
fn of_page() -> Limits {
    let page = fs::read_to_string(root().join("docs/limits.md")).unwrap();
    let rows = page.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix("` |"));
    let limits: Vec<_> = rows
        .map(|row| {
            let cells: Vec<&str> = row.split(" | ").collect();
            let [_, limit, _, constant] = cells[..] else { panic!("not four cells: {row}") };
            let (folder, name) = constant.trim_start_matches('`').split_once("` `").unwrap();
            ((folder.to_owned(), name.to_owned()), number(limit, ','))
        })
        .collect();
    let count = limits.len();
    let limits: Limits = limits.into_iter().collect();
    assert_eq!(limits.len(), count, "a constant stands in two rows");
    limits
}

#[test]
fn each_limit_is_a_row_of_the_page_with_its_value() {
    let (crates, page) = (of_crates(), of_page());
    assert!(crates.len() > 40, "only {} constants were found", crates.len());
    assert_eq!(crates, page, "left the crates, right docs/limits.md");
}
