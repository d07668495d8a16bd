//! The keys as text: a commented file, and the reference in `docs/configuration.md`.

use std::{fmt::Write, sync::LazyLock};

use super::{
    callback::CALLBACK,
    duration,
    key::{Row, rows},
    link::{LINK, SERIAL, TCP, UNIX},
    tables::{EXTENSION, NODE, ROUTE},
    trunk::{COUNTERS, TIMERS, TRUNK},
};

/// A table of the file and its keys.
struct Section {
    /// As it is written.
    head: &'static str,
    /// What stands above its keys in the reference.
    intro: &'static str,
    rows: Vec<Row>,
}

fn sections() -> [Section; 10] {
    let section = |head, intro, rows| Section { head, intro, rows };
    [
        section("[node]", "The node itself. There is one.", rows(NODE)),
        section(
            "[[trunk]]",
            "A D-channel to another node and the B-channels beside it. Once for each trunk; a node may have none.",
            rows(TRUNK),
        ),
        section(
            "link",
            "What carries the D-channel of a trunk. It stands in the trunk as `link = { ... }`.",
            rows(LINK),
        ),
        section("link with kind = \"tcp\"", "A TCP connection.", rows(TCP)),
        section("link with kind = \"unix\"", "A UNIX socket, guarded by the mode of its file.", rows(UNIX)),
        section(
            "link with kind = \"serial\"",
            "A serial line, 8 data bits. The framing is `hdlc-octets` or `hdlc-bits`.",
            rows(SERIAL),
        ),
        section(
            "[trunk.timers]",
            "Timers and counters of the trunk above it, by the names of the standards. `N200`, `N201` and `k` may \
             stand in `[[trunk]]` instead.",
            rows(TIMERS).into_iter().chain(rows(COUNTERS)).collect(),
        ),
        section(
            "[[route]]",
            "Which numbers lie behind which trunk. A longer prefix comes before a shorter one.",
            rows(ROUTE),
        ),
        section(
            "[callback]",
            "The rules of the callback service for all extensions. They come before those of a profile. The \
             defaults are those of the profile `qsig`.",
            rows(CALLBACK),
        ),
        section(
            "[[extension]]",
            "A phone. Once for each. Every key of `[callback]` may stand here as well and then holds for this \
             phone, before `[callback]` and before the profile.",
            rows(EXTENSION),
        ),
    ]
}

/// The only table that has a key of this name.
pub(crate) fn home_of(key: &str) -> Option<&'static str> {
    // Asked for each unknown key of a file, so they are made once.
    static SECTIONS: LazyLock<[Section; 10]> = LazyLock::new(sections);
    let homes = SECTIONS.iter().filter(|section| section.rows.iter().any(|row| row.name == key));
    match homes.map(|section| section.head).collect::<Vec<_>>()[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// `docs/configuration.md`.
pub fn markdown() -> String {
    let mut text = String::from(
        "# Configuration\n\n\
         <!-- Made from the tables of keys in crates/pinx-config. Do not edit: change the tables, then run\n     \
         PINX_WRITE_DOCS=1 cargo test -p pinx-config the_reference -->\n\n\
         One TOML file describes a node. `pinx init` writes one with comments, `pinx init --pair` two that match, and\n\
         `pinx check -c FILE` tells every mistake at once, with its line. Keys are kebab-case, the standards' timers\n\
         keep their names. A duration is a whole number with its unit: `500ms`, `30s`, `60min`, `3h`. Paths are taken\n\
         from the folder of the file. A key that is not listed here is a mistake.\n\n\
         The smallest node:\n\n\
         ```toml\n",
    );
    text.push_str(SMALLEST);
    text.push_str("```\n");
    for section in sections() {
        let _ = write!(
            text,
            "\n## `{}`\n\n{}\n\n| key | takes | default | what it does |\n|---|---|---|---|\n",
            section.head, section.intro
        );
        for row in &section.rows {
            let default = match &row.default {
                Some(default) => format!("`{default}`"),
                None if row.required => "required".into(),
                None => "none".into(),
            };
            let cell = |text: &str| text.replace('|', "\\|");
            // Durations are explained above.
            let wanted = if row.wanted == duration::WANTED { "a duration" } else { row.wanted };
            let (wanted, says) = (cell(wanted), cell(row.says));
            let _ = writeln!(text, "| `{}` | {wanted} | {default} | {says} |", row.name);
        }
    }
    text
}

/// The smallest node, as the reference shows it.
pub(crate) const SMALLEST: &str = r#"[node]
name = "milan"

[[trunk]]
name = "to-rome"
link = { kind = "tcp", listen = "127.0.0.1:7001", framing = "len16" }
side = "network"

[[route]]
prefix = "2"
trunk = "to-rome"

[[extension]]
number = "1001"
"#;

/// A table with a comment for each key: those in `set` with their values, the others with their defaults and
/// commented out, `#key = value`.
pub fn commented(head: &str, set: &[(&str, String)]) -> String {
    let mut text = String::new();
    // A table within comes under its own heading.
    let rows_of_all =
        sections().into_iter().filter(|section| section.head == head).flat_map(|section| section.rows);
    for row in rows_of_all.filter(|row| row.name != "timers") {
        let known = set.iter().find(|(key, _)| *key == row.name);
        let default = match (&row.default, known) {
            (Some(default), Some((_, value))) if default != value => format!(" Default: {default}."),
            _ => String::new(),
        };
        text.push('\n');
        comment(&mut text, &format!("{}{}{default}", row.says, takes(&row)));
        if row.name == "link" {
            // Those of a plain link over TCP; the others are in the reference.
            let plain = rows(LINK).into_iter().filter(|key| key.required);
            for key in plain.chain(rows(TCP)) {
                let default = key.default.as_ref().map(|default| format!(" Default: {default}."));
                let says =
                    format!("- {}: {}{}{}", key.name, key.says, takes(&key), default.unwrap_or_default());
                comment(&mut text, &says);
            }
        }
        let _ = match known {
            Some((key, value)) => writeln!(text, "{key} = {value}"),
            None => writeln!(text, "#{} = {}", row.name, row.example),
        };
    }
    text
}

/// A serial line as link of a trunk, `[trunk.link]` with a key a line. It stands behind `# ` and not behind `#`: it is
/// no default, and takes the place of the link that is set.
pub fn commented_serial() -> String {
    let mut text = String::from("\n");
    comment(
        &mut text,
        "Over a serial line the link has these keys. To use one, take `link = ...` above away and the marks before \
         these lines:",
    );
    for key in rows(SERIAL) {
        comment(&mut text, &format!("- {}: {}{}", key.name, key.says, takes(&key)));
    }
    text.push_str("# [trunk.link]\n# kind = \"serial\"\n# framing = \"hdlc-octets\"\n");
    for key in rows(SERIAL) {
        let _ = writeln!(text, "# {} = {}", key.name, key.example);
    }
    text
}

/// `[trunk.timers]`, a key a line, all commented out.
pub fn commented_timers() -> String {
    let mut text = String::new();
    for row in rows(TIMERS).into_iter().chain(rows(COUNTERS)) {
        let line = format!("#{} = {}", row.name, row.example);
        let _ = writeln!(text, "{line:<26} # {}{}", row.says, takes(&row));
    }
    text
}

/// What a key takes, where its value does not show it.
fn takes(row: &Row) -> String {
    match row.wanted {
        duration::WANTED | "true or false" => String::new(),
        _ if row.name == "link" => String::new(),
        wanted => format!(" Takes {wanted}."),
    }
}

/// Words behind `# `, at most 100 characters a line.
pub fn comment(text: &mut String, words: &str) {
    let mut line = String::from("#");
    for word in words.split_whitespace() {
        if line.len() + 1 + word.len() > 100 {
            let _ = writeln!(text, "{line}");
            line = String::from(if words.starts_with("- ") { "#  " } else { "#" });
        }
        line.push(' ');
        line.push_str(word);
    }
    let _ = writeln!(text, "{line}");
}
