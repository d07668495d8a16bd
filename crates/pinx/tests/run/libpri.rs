//! libpri at the other end of a `pinx run` process, in either place of its scenarios.

use std::{thread::sleep, time::Duration};

use pinx_tests::{Peer, Place, Scenario};

use crate::product::{Product, Site, free_port};

/// Pinx in place of A (2001) or of B (6001 to 6004), with libpri in the other.
fn play(name: &str, place: Place, side: &str, callback: &str, prepare: &[(&str, &str)]) -> (Product, Peer) {
    let port = free_port();
    let (route, phones): (_, &[&str]) = match place {
        Place::A => ("6", &["2001", "2002"]),
        Place::B => ("2", &["6001", "6002", "6003", "6004"]),
    };
    let link = format!("listen = \"127.0.0.1:{port}\"");
    let callback = format!("guard = \"0s\"\n{callback}");
    let product = Product::start(&Site { name: "pinx", side, link, route, phones, callback: &callback }, &[]);
    for (phone, key) in prepare {
        product.press(phone, &[key]);
    }
    let scenario = Scenario::read(name);
    let other = if place == Place::A { Place::B } else { Place::A };
    let (options, script) = scenario.part(other);
    let peer = Peer::start(options, script, port);
    product.until_link_up();
    if place == Place::A {
        product.until_that("libpri to be ready", || peer.expects());
    }
    (product, peer)
}

fn ask_on_busy(product: &Product) {
    product.press("2001", &["dial:6001"]);
    product.until("2001", "state", "busy");
    product.press("2001", &["softkey:CallBack"]);
    product.until_that("the callback accepted", || {
        product.callbacks().iter().any(|callback| callback["state"] != "CC-Wait-Ack")
    });
    product.press("2001", &["on-hook"]);
}

fn recall(product: &Product) {
    product.until("2001", "ring", "callback");
    product.press("2001", &["off-hook"]);
    product.until("2001", "state", "connected");
    sleep(Duration::from_millis(100));
    product.press("2001", &["on-hook"]);
}

fn be_recalled(product: &Product) {
    product.until("6001", "state", "ringing");
    product.press("6001", &["off-hook"]);
    product.until("6001", "state", "reorder");
    product.press("6001", &["on-hook"]);
}

fn finish(product: &Product, mut peer: Peer) {
    product.until_that("the end of libpri's script", || peer.finished().is_some());
    assert_eq!(peer.finished(), Some(true), "libpri did not see what it expected:\n{}", peer.logged());
    product.until_quiet();
}

#[test]
fn ccbs_and_ccnr_with_pinx_in_place_of_a() {
    for (name, side, callback) in [
        ("03-ccbs-retained", "network", "connection-proposal = \"retain\""),
        ("04-ccbs-not-retained", "network", "connection-proposal = \"release\""),
    ] {
        let (product, peer) = play(name, Place::A, side, callback, &[]);
        ask_on_busy(&product);
        recall(&product);
        finish(&product, peer);
    }
    let (product, peer) = play("05-ccnr-retained", Place::A, "user", "connection-proposal = \"either\"", &[]);
    product.press("2001", &["dial:6001"]);
    product.until("2001", "tone", "ringback");
    product.press("2001", &["softkey:CallBack"]);
    product.until_callback("CC-Invoked-A-RET");
    product.press("2001", &["on-hook"]);
    recall(&product);
    finish(&product, peer);
}

#[test]
fn suspend_and_resume_with_pinx_in_place_of_a() {
    for (name, callback) in [
        ("06-suspend-resume-retained", ""),
        ("07-suspend-resume-not-retained", "connection-proposal = \"release\""),
    ] {
        let (product, peer) = play(name, Place::A, "network", callback, &[]);
        ask_on_busy(&product);
        product.press("2001", &["off-hook"]);
        product.until_callback("CC-Suspended-A");
        sleep(Duration::from_millis(300));
        product.press("2001", &["on-hook"]);
        recall(&product);
        finish(&product, peer);
    }
}

#[test]
fn a_call_that_comes_during_the_recall_suspends_it() {
    let (product, peer) = play("08-suspend-after-exec", Place::A, "network", "", &[]);
    ask_on_busy(&product);
    product.until("2001", "ring", "callback");
    product.press("2002", &["dial:2001"]);
    product.press("2001", &["off-hook"]);
    product.until_callback("CC-Suspended-A");
    sleep(Duration::from_millis(400));
    product.press("2001", &["on-hook"]);
    product.press("2002", &["on-hook"]);
    recall(&product);
    finish(&product, peer);
}

#[test]
fn a_cancels_with_pinx_in_place_of_a() {
    for (name, proposal) in
        [("09-cancel-by-a-retained", "retain"), ("10-cancel-by-a-not-retained", "release")]
    {
        let callback = format!("connection-proposal = \"{proposal}\"");
        let (product, peer) = play(name, Place::A, "network", &callback, &[]);
        ask_on_busy(&product);
        sleep(Duration::from_millis(200));
        product.press("2001", &["softkey:Cancel"]);
        finish(&product, peer);
    }
}

#[test]
fn b_cancels_with_pinx_in_place_of_a() {
    for (name, proposal) in
        [("11-cancel-by-b-retained", "retain"), ("12-cancel-by-b-not-retained", "release")]
    {
        let callback = format!("connection-proposal = \"{proposal}\"");
        let (product, peer) = play(name, Place::A, "network", &callback, &[]);
        ask_on_busy(&product);
        product.until("2001", "display", "The callback was withdrawn");
        finish(&product, peer);
    }
}

#[test]
fn a_refusal_is_told_to_the_user() {
    let (product, peer) = play("13-reject-short-term", Place::A, "network", "", &[]);
    product.press("2001", &["dial:6001"]);
    product.until("2001", "state", "busy");
    product.press("2001", &["softkey:CallBack"]);
    product.until("2001", "display", "Try again later");
    product.press("2001", &["on-hook"]);
    finish(&product, peer);
}

#[test]
fn b_busy_again_ends_the_callback_and_a_asks_anew() {
    let (product, peer) = play("16-b-busy-again", Place::A, "network", "", &[]);
    ask_on_busy(&product);
    product.until("2001", "ring", "callback");
    sleep(Duration::from_millis(200));
    product.press("2001", &["off-hook"]);
    product.until("2001", "state", "busy");
    product.until_that("the end of the first callback", || product.callbacks().is_empty());
    sleep(Duration::from_millis(200));
    product.press("2001", &["softkey:CallBack"]);
    product.until_that("the second callback", || !product.callbacks().is_empty());
    product.press("2001", &["on-hook"]);
    recall(&product);
    finish(&product, peer);
}

#[test]
fn ccbs_with_pinx_in_place_of_b() {
    for name in ["03-ccbs-retained", "04-ccbs-not-retained"] {
        let (product, peer) = play(name, Place::B, "user", "", &[("6001", "off-hook")]);
        product.until_that("the request", || !product.callbacks().is_empty());
        sleep(Duration::from_millis(200));
        product.press("6001", &["on-hook"]);
        be_recalled(&product);
        finish(&product, peer);
    }
}

#[test]
fn suspend_and_resume_with_pinx_in_place_of_b() {
    for name in ["06-suspend-resume-retained", "07-suspend-resume-not-retained"] {
        let product = request_and_free(name);
        product.0.until_callback("CC-Suspended-B");
        be_recalled(&product.0);
        finish(&product.0, product.1);
    }
}

/// libpri has asked for 6001, who is busy; a little later 6001 hangs up.
fn request_and_free(name: &str) -> (Product, Peer) {
    let (product, peer) = play(name, Place::B, "user", "", &[("6001", "off-hook")]);
    product.until_that("the request", || !product.callbacks().is_empty());
    sleep(Duration::from_millis(200));
    product.press("6001", &["on-hook"]);
    (product, peer)
}

#[test]
fn either_side_cancels_with_pinx_in_place_of_b() {
    for name in ["09-cancel-by-a-retained", "10-cancel-by-a-not-retained"] {
        let (product, peer) = play(name, Place::B, "user", "", &[("6001", "off-hook")]);
        product.until_that("the request", || !product.callbacks().is_empty());
        finish(&product, peer);
    }
    for name in ["11-cancel-by-b-retained", "12-cancel-by-b-not-retained"] {
        let (product, peer) = play(name, Place::B, "user", "", &[("6001", "off-hook")]);
        product.until_that("the request", || !product.callbacks().is_empty());
        sleep(Duration::from_millis(200));
        let id = product.callbacks()[0]["id"].as_str().unwrap().to_owned();
        assert_eq!(product.request("DELETE", &format!("/v1/callbacks/{id}"), None).0, 204);
        finish(&product, peer);
    }
}

#[test]
fn a_second_request_of_the_same_caller_is_refused_and_the_first_served() {
    let (product, peer) = play("17-duplicate-request", Place::B, "user", "", &[("6001", "off-hook")]);
    product.until_that("the request", || !product.callbacks().is_empty());
    sleep(Duration::from_millis(500));
    assert_eq!(product.callbacks().len(), 1);
    product.press("6001", &["on-hook"]);
    be_recalled(&product);
    finish(&product, peer);
}
