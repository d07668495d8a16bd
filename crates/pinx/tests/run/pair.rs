use std::{fs, process::Command, thread::sleep, time::Duration};

use crate::product::{LISTENS, Product, Site};

fn pair() -> (Product, Product) {
    let quick = "guard = \"100ms\"";
    let site = |name, side, link, route, phones| Site { name, side, link, route, phones, callback: quick };
    let milan = Product::start(
        &site("milan", "network", LISTENS.into(), "2", &["1001", "1002"]),
        &["--pcap", "milan.pcapng", "--ladder"],
    );
    let rome = Product::start(
        &site("rome", "user", format!("connect = \"127.0.0.1:{}\"", milan.port()), "1", &["2001", "2002"]),
        &[],
    );
    milan.until_link_up();
    rome.until_link_up();
    (milan, rome)
}

fn ask(milan: &Product, rome: &Product) {
    rome.press("2001", &["off-hook"]);
    milan.press("1001", &["dial:2001"]);
    milan.until("1001", "state", "busy");
    milan.press("1001", &["softkey:CallBack"]);
    milan.until_callback("CC-Invoked-A-RET");
    milan.press("1001", &["on-hook"]);
}

#[test]
fn a_callback_goes_across_between_two_processes() {
    let (milan, rome) = pair();
    ask(&milan, &rome);
    assert_eq!(milan.callbacks()[0]["role"], "originating");
    assert_eq!(rome.callbacks()[0]["role"], "terminating");
    rome.press("2001", &["on-hook"]);
    milan.until("1001", "ring", "callback");
    milan.press("1001", &["off-hook"]);
    rome.until("2001", "state", "ringing");
    rome.press("2001", &["off-hook"]);
    milan.until("1001", "state", "connected");
    milan.press("1001", &["on-hook"]);
    rome.until("2001", "state", "reorder");
    rome.press("2001", &["on-hook"]);
    milan.until_quiet();
    rome.until_quiet();
    let capture = milan.folder.path().join("milan.pcapng");
    milan.signal("-TERM");
    // The folder of a node goes with it: read the capture before.
    let tshark = Command::new("tshark")
        .args(["-V", "-r"])
        .arg(&capture)
        .output()
        .expect("tshark is needed: run `cargo xtask test --install`");
    let tree = String::from_utf8_lossy(&tshark.stdout).into_owned();
    for operation in ["ccbsRequest", "ccExecPossible", "ccRingout", "ccCancel"] {
        assert!(tree.contains(&format!("INV: {operation}")), "{operation} is in the capture");
    }
    assert_eq!(milan.end(), 0);
}

#[test]
fn a_callback_is_cancelled_over_the_interface_from_either_end() {
    let (milan, rome) = pair();
    for by_rome in [false, true] {
        ask(&milan, &rome);
        let node = if by_rome { &rome } else { &milan };
        let id = node.callbacks()[0]["id"].as_str().unwrap().to_owned();
        assert_eq!(node.request("DELETE", &format!("/v1/callbacks/{id}"), None).0, 204);
        milan.until_quiet();
        rome.until_quiet();
        assert_eq!(node.request("DELETE", &format!("/v1/callbacks/{id}"), None).0, 404);
        rome.press("2001", &["on-hook"]);
    }
}

#[test]
fn the_end_clears_calls_at_the_far_node() {
    let (milan, rome) = pair();
    milan.press("1001", &["dial:2001"]);
    rome.until("2001", "state", "ringing");
    rome.press("2001", &["off-hook"]);
    milan.until("1001", "state", "connected");
    milan.signal("-TERM");
    rome.until("2001", "state", "reorder");
    assert_eq!(milan.end(), 0);
}

#[test]
fn the_configuration_is_read_again_without_dropping_anything() {
    let (milan, rome) = pair();
    ask(&milan, &rome);
    milan.press("1001", &["dial:1002"]);
    milan.press("1002", &["off-hook"]);
    let file = milan.folder.path().join("node.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replace("number = \"1002\"", "number = \"1002\"\nname = \"Workshop\"")
            + "\n[[extension]]\nnumber = \"1009\"\n",
    )
    .unwrap();
    milan.signal("-HUP");
    milan.until_that("the new phone", || milan.request("GET", "/v1/phones/1009", None).0 == 200);
    assert_eq!(milan.phone("1002")["name"], "Workshop");
    assert_eq!(milan.phone("1001")["state"], "connected");
    assert_eq!(milan.callbacks().len(), 1);
    assert!(!milan.log().contains("until the next start"), "{}", milan.log());
    fs::write(&file, text.replace("channels = \"1-15,17-31\"", "channels = \"1-15\"")).unwrap();
    milan.signal("-HUP");
    let waits = "trunk trunk stays as it is until the next start";
    milan.until_that("what needs a start", || milan.log().contains(waits));
    fs::write(&file, "[node]\nnome = \"milan\"\n").unwrap();
    milan.signal("-HUP");
    milan.until_that("the mistake in the log", || milan.log().contains("nome"));
    sleep(Duration::from_millis(50));
    assert_eq!(milan.phone("1009")["state"], "idle", "the old configuration stays");
}
