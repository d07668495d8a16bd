//! Pinx in place of A: its users call 6001 and ask for callbacks, libpri has 6001.

use std::{thread::sleep, time::Duration};

use pinx_tests::Peer;

use super::play::Row;
use crate::product::Product;

/// A callback that ends as all hope.
const DONE: &str = "requested, accepted, free, recalled, ended connected";
const SUSPENDED: &str = "requested, accepted, suspended, resumed, free, recalled, ended connected";

pub(super) const CALLS: &[Row] = &[
    Row::a("01-basic-answer", &[], |product, _| {
        product.press("2001", &["dial:6001"]);
        product.until("2001", "state", "connected");
        product.press("2001", &["on-hook"]);
        product.until_quiet();
        product.press("2001", &["dial:6001"]);
        product.until("2001", "state", "connected");
        product.until("2001", "state", "reorder");
        product.press("2001", &["on-hook"]);
    }),
    Row::a("02-basic-unsuccessful", &[], |product, _| {
        product.press("2001", &["dial:6001"]);
        product.until("2001", "state", "busy");
        product.until("2001", "softkeys", "CallBack");
        product.press("2001", &["on-hook", "dial:6002"]);
        product.until("2001", "tone", "ringback");
        product.until("2001", "softkeys", "CallBack");
        product.press("2001", &["on-hook"]);
        for (number, why) in [
            ("6003", "Call rejected"),
            ("6004", "No circuit or channel available"),
            ("6005", "Unallocated number"),
        ] {
            product.press("2001", &[&format!("dial:{number}")]);
            product.until("2001", "state", "reorder");
            product.until("2001", "display", why);
            product.press("2001", &["on-hook"]);
        }
    }),
];

pub(super) const CALLBACKS: &[Row] = &[
    Row::a("03-ccbs-retained", &[DONE], ccbs),
    Row::a("04-ccbs-not-retained", &[DONE], ccbs),
    Row::a("05-ccnr-retained", &[DONE], |product, _| {
        ask_on_ringback(product);
        recall(product, "2001");
    }),
    // B is busy again when the recall comes: that callback is over, and a new one is asked for on the busy tone.
    Row::a("16-b-busy-again", &["requested, accepted, free, ended busy-again", DONE], |product, _| {
        ask_on_busy(product, "2001");
        product.until("2001", "ring", "callback");
        // libpri is busy 50 ms after it said that it is free.
        sleep(Duration::from_millis(200));
        product.press("2001", &["off-hook"]);
        product.until("2001", "state", "busy");
        product.until_that("the end of the first callback", || product.callbacks().is_empty());
        product.press("2001", &["softkey:CallBack"]);
        product.until_that("the second callback", || !product.callbacks().is_empty());
        product.press("2001", &["on-hook"]);
        recall(product, "2001");
    }),
    // Asking again for what one has shows what one has: the node does not send a request of which it knows the answer.
    Row::a("17-duplicate-request", &[DONE], |product, _| {
        ask_on_busy(product, "2001");
        product.press("2001", &["dial:6001"]);
        product.until("2001", "state", "busy");
        product.press("2001", &["softkey:CallBack"]);
        product.until("2001", "display", "Callback to 6001 is set");
        assert_eq!(product.callbacks().len(), 1);
        product.press("2001", &["on-hook"]);
        recall(product, "2001");
    }),
    Row::a("25-queue-two-users", &[DONE, DONE, "requested, refused rejected-short"], |product, peer| {
        ask_on_busy(product, "2001");
        ask_on_busy(product, "2002");
        product.until_that("libpri's queue to be full", || peer.logged().contains("set auto-cc-rsp 5"));
        refused(product, "2003", "Try again later");
        recall(product, "2001");
        recall(product, "2002");
    }),
    // 2001 waits for 6001, and libpri's 6005 for 2005.
    Row::a("26-both-roles", &[DONE, "accepted, free, recalled, ended connected"], |product, _| {
        ask_on_busy(product, "2001");
        product.until_that("libpri's request", || product.callbacks().len() == 2);
        product.press("2005", &["on-hook"]);
        recall(product, "2001");
        product.until("2005", "state", "ringing");
        product.press("2005", &["off-hook"]);
        product.until("2005", "state", "reorder");
        product.press("2005", &["on-hook"]);
    })
    .prepare(&[("2005", "off-hook")]),
];

pub(super) const SUSPENSIONS: &[Row] = &[
    Row::a("06-suspend-resume-retained", &[SUSPENDED], busy_when_b_is_free),
    Row::a("07-suspend-resume-not-retained", &[SUSPENDED], busy_when_b_is_free),
    // A call comes while the recall rings: it wins, and the recall is suspended.
    Row::a(
        "08-suspend-after-exec",
        &["requested, accepted, free, suspended, resumed, free, recalled, ended connected"],
        |product, _| {
            ask_on_busy(product, "2001");
            product.until("2001", "ring", "callback");
            product.press("2002", &["dial:2001"]);
            product.press("2001", &["off-hook"]);
            product.until_callback("CC-Suspended-A");
            sleep(Duration::from_millis(400));
            product.press("2001", &["on-hook"]);
            product.press("2002", &["on-hook"]);
            recall(product, "2001");
        },
    ),
];

pub(super) const ENDS: &[Row] = &[
    Row::a("09-cancel-by-a-retained", &["requested, accepted, ended cancelled-by-a"], cancel),
    Row::a("10-cancel-by-a-not-retained", &["requested, accepted, ended cancelled-by-a"], cancel),
    Row::a("11-cancel-by-b-retained", &["requested, accepted, ended cancelled-by-b"], withdrawn),
    Row::a("12-cancel-by-b-not-retained", &["requested, accepted, ended cancelled-by-b"], withdrawn),
    Row::a("13-reject-short-term", &["requested, refused rejected-short"], |product, _| {
        refused(product, "2001", "Try again later");
    }),
    Row::a("22-request-too-late", &["requested, refused rejected-short"], |product, peer| {
        product.press("2001", &["dial:6001"]);
        product.until("2001", "state", "busy");
        product.until_that("libpri to forget the call", || peer.logged().contains("expect-none CC_REQ"));
        product.press("2001", &["softkey:CallBack"]);
        product.until("2001", "display", "Try again later");
        product.press("2001", &["on-hook"]);
    }),
];

pub(super) const TIMERS: &[Row] = &[
    Row::a("18-timer-t1", &["requested, refused t1"], |product, _| {
        refused(product, "2001", "The far exchange does not answer");
    }),
    Row::a("19-timer-t2-a", &["requested, accepted, ended t2"], |product, _| {
        ask_on_busy(product, "2001");
        product.until("2001", "display", "The callback has expired");
    }),
    // T2 of libpri.
    Row::a("20-timer-t2-b-not-retained", &["requested, accepted, ended cancelled-by-b"], |product, _| {
        ask_on_ringback(product);
        product.until("2001", "display", "The callback was withdrawn");
    }),
    Row::a("21-timer-t3", &["requested, accepted, free, ended t3"], |product, _| {
        ask_on_busy(product, "2001");
        product.until("2001", "ring", "callback");
        product.until("2001", "display", "The callback was not answered");
    }),
];

fn ccbs(product: &Product, _: &Peer) {
    ask_on_busy(product, "2001");
    recall(product, "2001");
}

fn busy_when_b_is_free(product: &Product, _: &Peer) {
    ask_on_busy(product, "2001");
    product.press("2001", &["off-hook"]);
    product.until_callback("CC-Suspended-A");
    sleep(Duration::from_millis(300));
    product.press("2001", &["on-hook"]);
    recall(product, "2001");
}

fn cancel(product: &Product, _: &Peer) {
    ask_on_busy(product, "2001");
    sleep(Duration::from_millis(200));
    product.press("2001", &["softkey:Cancel"]);
}

fn withdrawn(product: &Product, _: &Peer) {
    ask_on_busy(product, "2001");
    product.until("2001", "display", "The callback was withdrawn");
}

fn ask_on_busy(product: &Product, phone: &str) {
    product.press(phone, &["dial:6001"]);
    product.until(phone, "state", "busy");
    product.press(phone, &["softkey:CallBack"]);
    product.until(phone, "display", "Callback to 6001 is set");
    product.press(phone, &["on-hook"]);
}

fn ask_on_ringback(product: &Product) {
    product.press("2001", &["dial:6001"]);
    product.until("2001", "tone", "ringback");
    product.press("2001", &["softkey:CallBack"]);
    product.until("2001", "display", "Callback to 6001 is set");
    product.press("2001", &["on-hook"]);
}

fn refused(product: &Product, phone: &str, why: &str) {
    product.press(phone, &["dial:6001"]);
    product.until(phone, "state", "busy");
    product.press(phone, &["softkey:CallBack"]);
    product.until(phone, "display", why);
    product.press(phone, &["on-hook"]);
}

fn recall(product: &Product, phone: &str) {
    product.until(phone, "ring", "callback");
    product.press(phone, &["off-hook"]);
    product.until(phone, "state", "connected");
    sleep(Duration::from_millis(100));
    product.press(phone, &["on-hook"]);
}
