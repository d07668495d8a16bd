//! The commands that speak to a running node, against a node that always gives the same answers.
#![cfg(test)]

mod stub;

use std::{
    fmt::Write,
    fs,
    io::{BufRead, BufReader, Read},
    os::unix::net::UnixListener,
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::Value as Json;
use tempfile::TempDir;

/// The program, run in the folder, with nothing in its environment that names a node.
fn pinx(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pinx"));
    command.current_dir(folder).args(arguments).env_remove("PINX_API").env_remove("PINX_TOKEN_FILE");
    command
}

/// What a use prints, and its exit status.
fn shown(arguments: &[&str], output: &Output) -> String {
    let mut text = format!("$ pinx {}\n", arguments.join(" "));
    text += str::from_utf8(&output.stdout).unwrap();
    text += str::from_utf8(&output.stderr).unwrap();
    writeln!(text, "exit {}\n", output.status.code().unwrap()).unwrap();
    text
}

/// A folder in which a node listens where it is looked for.
fn node() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    stub::on_unix(&folder.path().join("pinx.sock"));
    folder
}

/// Several uses against the node.
fn uses(uses: &[&[&str]]) -> String {
    let folder = node();
    uses.iter().map(|arguments| shown(arguments, &pinx(folder.path(), arguments).output().unwrap())).collect()
}

fn json(arguments: &[&str]) -> Json {
    let output = pinx(node().path(), arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let text = str::from_utf8(&output.stdout).unwrap();
    assert_eq!(text.lines().count(), 1, "one line: {text}");
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_phone_is_shown_and_its_keys_are_pressed() {
    insta::assert_snapshot!(uses(&[
        &["phone", "1001"],
        &["phone", "1002", "status"],
        &["phone", "1001", "off-hook", "dial", "2001", "#", "press", "CallBack", "press", "on-hook"],
        &["phone", "--json", "1001", "off-hook"],
    ]));
    assert_eq!(json(&["phone", "1001", "--json"]), stub::alice());
}

#[test]
fn a_phone_that_is_not_there_or_a_key_that_cannot_be_is_said_with_the_way_out() {
    insta::assert_snapshot!(uses(&[
        &["phone", "1009"],
        &["phone", "1009", "off-hook"],
        &["phone", "1009", "watch"],
        &["phone", "../callbacks"],
        &["phone", "1001", "jump"],
        &["phone", "1001", "off-hook", "jump"],
        &["phone", "1001", "off-hook", "7", "press", "Hold"],
        &["phone", "1001", "off-hook", "watch"],
        &["phone", "1001", "dial"],
    ]));
}

#[test]
fn callbacks_are_listed_and_cancelled() {
    insta::assert_snapshot!(uses(&[
        &["callbacks"],
        &["callbacks", "--json"],
        &["callbacks", "cancel", "a7"],
        &["callbacks", "cancel", "a7", "--json"],
        &["callbacks", "cancel", "a8"],
    ]));
}

#[test]
fn what_a_node_holds_is_shown() {
    insta::assert_snapshot!(uses(&[
        &["show", "trunks"],
        &["show", "calls"],
        &["show", "timers"],
        &["show", "profile", "1001"],
        &["show", "profile", "1009"],
        &["show", "counters"],
    ]));
}

#[test]
fn what_a_node_holds_is_shown_as_json() {
    insta::assert_snapshot!(uses(&[
        &["show", "trunks", "--json"],
        &["show", "--json", "calls"],
        &["show", "timers", "--json"],
        &["show", "profile", "1001", "--json"],
        &["show", "counters", "--json"],
    ]));
}

#[test]
fn what_a_node_of_another_version_does_not_offer_is_said() {
    insta::assert_snapshot!(uses(&[&["show", "limits"]]), @r"
    $ pinx show limits
    pinx show: the node at unix:pinx.sock does not offer /v1/limits. It may be of another version: see `pinx --version`.
    exit 1
    ");
}

#[test]
fn events_are_shown_until_the_node_ends() {
    insta::assert_snapshot!(uses(&[&["events", "--frames"], &["events", "--frames", "--json"]]));
}

/// The first lines of a use that does not end by itself, and its exit status after Ctrl-C.
fn interrupted(arguments: &[&str], lines: usize) -> (Vec<String>, Option<i32>, String) {
    let folder = node();
    let mut child =
        pinx(folder.path(), arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let seen = out.lines().take(lines).map(Result::unwrap).collect();
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupt.success());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    (seen, child.wait().unwrap().code(), said)
}

#[test]
fn a_watched_phone_is_a_line_for_each_change_and_ctrl_c_ends_it_well() {
    let (lines, status, said) = interrupted(&["phone", "1001", "watch"], 3);
    assert_eq!((status, said.as_str()), (Some(0), ""));
    insta::assert_snapshot!(lines.join("\n"));
    let (lines, status, said) = interrupted(&["phone", "1001", "watch", "--json"], 2);
    assert_eq!((status, said.as_str()), (Some(0), ""));
    let states: Vec<Json> = lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(states[0], stub::alice());
    assert_eq!((&states[1]["state"], &states[1]["seq"]), (&"idle".into(), &Json::Null));
}

#[test]
fn ctrl_c_ends_events_well() {
    let (lines, status, said) = interrupted(&["events"], 10);
    assert_eq!((lines.len(), status, said.as_str()), (10, Some(0), ""));
    assert!(!lines.iter().any(|line| line.contains("SABME")), "frames only when they are asked for");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let folder = node();
    let arguments = ["events"];
    let mut child =
        pinx(folder.path(), &arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // The pipe is closed before anything is written.
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn over_tcp_the_token_opens() {
    let address = format!("tcp:{}", stub::on_tcp());
    let folder = tempfile::tempdir().unwrap();
    let run = |extra: &[&str], variable: Option<&str>| {
        let arguments = [&["show", "calls", "--api", &address][..], extra].concat();
        let mut command = pinx(folder.path(), &arguments);
        if let Some(file) = variable {
            command.env("PINX_TOKEN_FILE", file);
        }
        shown(&arguments, &command.output().unwrap()).replace(&address, "tcp:ADDRESS")
    };
    let mut text = run(&[], None);
    fs::write(folder.path().join("pinx.token"), "wrong\n").unwrap();
    text += &run(&[], None);
    fs::write(folder.path().join("empty"), "\n").unwrap();
    text += &run(&["--token-file", "empty"], None);
    fs::write(folder.path().join("right"), format!("{}\n", stub::TOKEN)).unwrap();
    text += &run(&["--token-file", "right"], None);
    insta::assert_snapshot!(text);
    assert!(run(&[], Some("right")).ends_with("exit 0\n\n"));
    fs::write(folder.path().join("pinx.token"), stub::TOKEN).unwrap();
    assert!(run(&[], None).ends_with("exit 0\n\n"));
}

#[test]
fn a_node_that_is_not_there_is_said_with_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    // What a node that was killed leaves behind.
    drop(UnixListener::bind(folder.path().join("dead.sock")).unwrap());
    fs::write(folder.path().join("pinx.token"), stub::TOKEN).unwrap();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let free = format!("tcp:{}", listener.local_addr().unwrap());
    drop(listener);
    let mut text = String::new();
    for api in [None, Some("unix:dead.sock"), Some(free.as_str()), Some("milan"), Some("tcp:192.0.2.1:80")] {
        let mut command = pinx(folder.path(), &["callbacks"]);
        if let Some(api) = api {
            command.env("PINX_API", api);
        }
        writeln!(text, "PINX_API={}", api.unwrap_or_default()).unwrap();
        text += &shown(&["callbacks"], &command.output().unwrap());
    }
    let text = text.replace(&free, "tcp:ADDRESS");
    insta::assert_snapshot!(text);
}

#[test]
fn what_is_no_node_is_said() {
    for answer in [
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 502 Bad Gateway\r\ncontent-length: 5\r\n\r\nhello",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let listener = UnixListener::bind(folder.path().join("pinx.sock")).unwrap();
        let stranger = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            std::io::Write::write_all(&mut stream, answer.as_bytes()).unwrap();
            // Waits for the other end to hang up.
            let _ = stream.read_to_end(&mut Vec::new());
        });
        let output = pinx(folder.path(), &["callbacks"]).output().unwrap();
        let said = str::from_utf8(&output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(said.contains("does not answer like a Pinx node"), "{answer}: {said}");
        stranger.join().unwrap();
    }
}

#[test]
fn wrong_use_is_2() {
    let wrong: [&[&str]; 6] = [
        &["phone"],
        &["phone", ""],
        &["show"],
        &["show", "profile"],
        &["callbacks", "cancel"],
        &["events", "1001"],
    ];
    let folder = node();
    for arguments in wrong {
        let output = pinx(folder.path(), arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn man_pages_and_completions_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let output = pinx(folder.path(), &["manual", "out"]).output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
    let page = fs::read_to_string(folder.path().join("out/man/pinx-phone.1")).unwrap();
    assert!(page.contains("off\\-hook"), "{page}");
    let completions = fs::read_to_string(folder.path().join("out/completions/pinx.bash")).unwrap();
    assert!(completions.contains("callbacks"), "{completions}");
    fs::write(folder.path().join("file"), "").unwrap();
    let output = pinx(folder.path(), &["manual", "file"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
}
