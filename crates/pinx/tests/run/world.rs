//! A world that is not as the configuration has it.

use std::{
    fs,
    io::Write,
    net::{TcpListener, TcpStream},
    os::unix::net::UnixListener,
    process::{Command, Output, Stdio},
};

use serde_json::json;

use crate::product::{LISTENS, Product, Site, TO_NOBODY};

fn site(link: String) -> String {
    Site { name: "lone", side: "user", link, route: "2", phones: &["1001"], callback: "" }.text()
}

/// Starts a node that must not come up; what it says.
fn refused(text: &str, prepare: impl FnOnce(&std::path::Path)) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("node.toml");
    fs::write(&file, text).unwrap();
    prepare(folder.path());
    let output = Product::command(&file)
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    output
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_port_in_use_is_named_with_the_way_out() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let output = refused(&site(format!("listen = \"{address}\"")), |_| {});
    let said = said(&output);
    assert!(said.contains(&address.port().to_string()) && said.contains("in use"), "{said}");
}

#[test]
fn an_interface_in_use_is_named_with_the_way_out() {
    let mut listener = None;
    let output = refused(&site(TO_NOBODY.into()), |folder| {
        listener = Some(UnixListener::bind(folder.join("lone.sock")).unwrap());
    });
    assert!(said(&output).contains("another node answers"), "{}", said(&output));
}

#[test]
fn a_configuration_that_is_not_there_is_no_riddle() {
    let output = Product::command(std::path::Path::new("nowhere.toml")).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("pinx init"), "{}", said(&output));
}

#[test]
fn a_peer_that_never_answers_ends_nothing() {
    let link = TO_NOBODY.into();
    let site = Site { name: "lone", side: "user", link, route: "2", phones: &["1001", "1002"], callback: "" };
    let lone = Product::start(&site, &[]);
    lone.press("1001", &["dial:2001"]);
    lone.until("1001", "state", "reorder");
    lone.press("1001", &["on-hook", "dial:1002"]);
    lone.until("1002", "state", "ringing");
    assert!(lone.log().contains("cannot be reached"), "{}", lone.log());
}

#[test]
fn a_peer_on_the_same_side_is_told_apart_from_silence() {
    let site = |name, link| Site { name, side: "network", link, route: "2", phones: &["1001"], callback: "" };
    let one = Product::start(&site("one", LISTENS.into()), &[]);
    let _two = Product::start(&site("two", format!("connect = \"127.0.0.1:{}\"", one.port())), &[]);
    one.until_that("the mistake in the log", || one.log().contains("change `side` at one of them"));
    assert_eq!(one.trunk()["link"], "down");
}

#[test]
fn a_peer_with_another_framing_is_named_and_the_node_goes_on() {
    let site = Site {
        name: "lone",
        side: "user",
        link: LISTENS.into(),
        route: "2",
        phones: &["1001", "1002"],
        callback: "",
    };
    let lone = Product::start(&site, &[]);
    // HDLC octets: flags, and a SABME in between. Read as len16 they announce a frame of 32,258 octets.
    let mut peer = TcpStream::connect(("127.0.0.1", lone.port())).unwrap();
    peer.write_all(b"\x7e\x02\x01\x7f\x88\x12\x7e").unwrap();
    lone.until_that("the question in the log", || {
        lone.log().contains("32258 octets") && lone.log().contains("is the framing the same at both ends?")
    });
    lone.press("1001", &["dial:1002"]);
    lone.until("1002", "state", "ringing");
}

#[test]
fn a_capture_on_a_full_disk_ends_and_calls_go_on() {
    let site = |name, link, route, phones| Site { name, side: name, link, route, phones, callback: "" };
    let network = site("network", LISTENS.into(), "2", &["1001"]);
    let network = Product::start(&network, &["--pcap", "/dev/full"]);
    let user = site("user", format!("connect = \"127.0.0.1:{}\"", network.port()), "1", &["2001"]);
    let user = Product::start(&user, &[]);
    network.until_link_up();
    let log = network.log();
    assert!(log.contains("/dev/full") && log.contains("recording ends here, calls go on"), "{log}");
    network.press("1001", &["dial:2001"]);
    user.until("2001", "state", "ringing");
    user.press("2001", &["off-hook"]);
    network.until("1001", "state", "connected");
}

#[test]
fn a_device_may_be_missing_come_and_vanish() {
    let folder = tempfile::tempdir().unwrap();
    let device = folder.path().join("serial");
    let link = "kind = \"tcp\", connect = \"127.0.0.1:1\", framing = \"len16\"";
    let serial = format!("kind = \"serial\", device = \"{}\", framing = \"hdlc-octets\"", device.display());
    let site = Site {
        name: "lone",
        side: "user",
        link: TO_NOBODY.into(),
        route: "2",
        phones: &["1001", "1002"],
        callback: "",
    };
    let lone = Product::start_with("lone", &site.text().replace(link, &serial), &[]);
    lone.until_that("the missing device in the log", || {
        lone.log().contains("there is no such file or device")
    });
    let mut socat = Command::new("socat")
        .args([&format!("pty,rawer,link={}", device.display()), "exec:cat"])
        .spawn()
        .expect("socat: run `cargo xtask test --install` once");
    lone.until_that("the device", || lone.log().contains("line to"));
    socat.kill().unwrap();
    socat.wait().unwrap();
    lone.until_that("the device gone", || lone.log().contains("the device has gone"));
    lone.press("1001", &["dial:1002"]);
    lone.until("1002", "state", "ringing");
}

#[test]
fn the_interface_says_what_is_wrong_with_a_request() {
    let link = TO_NOBODY.into();
    let site = Site { name: "lone", side: "user", link, route: "2", phones: &["1001"], callback: "" };
    let lone = Product::start(&site, &[]);
    let keys = |phone: &str, keys: serde_json::Value| {
        lone.request("POST", &format!("/v1/phones/{phone}/keys"), Some(&json!({ "keys": keys })))
    };
    let (status, answer) = keys("1001", json!(["off-hook", "flip"]));
    assert_eq!((status, &answer["error"], &answer["index"]), (400, &json!("unknown-key"), &json!(1)));
    assert_eq!(lone.phone("1001")["state"], "dialling", "the key before it stays pressed");
    let (status, answer) = keys("1001", json!(["off-hook"]));
    assert_eq!((status, &answer["error"], &answer["index"]), (409, &json!("not-possible"), &json!(0)));
    assert!(answer["hint"].as_str().unwrap().contains("on-hook"));
    assert_eq!(keys("4711", json!(["off-hook"])).0, 404);
    assert_eq!(lone.request("GET", "/v1/phones/4711", None).0, 404);
    assert_eq!(lone.request("GET", "/v1/nothing", None).0, 404);
    assert_eq!(lone.request("POST", "/v1/phones/1001/keys", None).0, 400);
    assert_eq!(lone.request("DELETE", "/v1/callbacks/a1", None).0, 404);
    assert_eq!(lone.request("DELETE", "/v1/callbacks/whatever", None).0, 404);
    assert_eq!(lone.request("GET", "/healthz", None), (200, json!("ok\n")));
    let (status, description) = lone.request("GET", "/v1/openapi.json", None);
    assert_eq!(status, 200);
    assert!(description["paths"]["/v1/phones/{number}/keys"]["post"].is_object());
}
