//! Pinx in place of A: its users call 6001 and ask for callbacks, libpri has 6001.

use std::{thread::sleep, time::Duration};

use pinx_tests::Towards;

use super::row::{AT_REST, AWAITING_ESTABLISHMENT, Far, Row, UNASKED_STATUS, until_layer_2};
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
        until_told(product);
        product.press("2001", &["softkey:CallBack", "on-hook"]);
        recall(product, "2001");
    }),
    // Asking again for what one has shows what one has: the node does not send a request of which it knows the answer.
    Row::a("17-duplicate-request", &[DONE], |product, _| {
        ask_on_busy(product, "2001");
        product.press("2001", &["dial:6001"]);
        product.until("2001", "state", "busy");
        let phone = product.press("2001", &["softkey:CallBack", "on-hook"]);
        assert_eq!(phone["display"][0], "Callback to 6001 is set");
        recall(product, "2001");
    }),
    Row::a("25-queue-two-users", &[DONE, DONE, "requested, refused rejected-short"], |product, far| {
        ask_on_busy(product, "2001");
        ask_on_busy(product, "2002");
        far.until_at(product, "set auto-cc-rsp 5");
        refused(product, "2003", "Try again later");
        recall(product, "2001");
        recall(product, "2002");
    }),
    Row::a("34-do-not-care-released", &[DONE], ccbs),
    // The recall rings at B and nobody answers again. That callback is over; a new one is asked for on the same ringback
    // tone.
    Row::a("35-recall-not-answered", &[DONE, "requested, accepted, ended cancelled-by-a"], |product, _| {
        ask_on_ringback(product);
        product.until("2001", "ring", "callback");
        product.press("2001", &["off-hook"]);
        product.until("2001", "tone", "ringback");
        until_told(product);
        product.press("2001", &["softkey:CallBack", "on-hook"]);
        product.until("2001", "display", "Callback to 6001 is set");
        product.press("2001", &["softkey:Cancel"]);
    }),
    // Every callback on ringback tone is asked for like that.
    Row::a("36-request-while-call-alerts", &[DONE], |product, _| {
        ask_on_ringback(product);
        recall(product, "2001");
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
    Row::a("14-reject-long-term", &["requested, refused rejected-long"], |product, _| {
        product.press("2001", &["dial:6001"]);
        product.until("2001", "tone", "ringback");
        product.press("2001", &["softkey:CallBack"]);
        product.until("2001", "display", "Not possible for this number");
        product.press("2001", &["on-hook"]);
    }),
    Row::a(
        "15-reject-cc-disabled",
        &["requested, refused rejected-long", "requested, refused rejected-short"],
        |product, far| {
            refused(product, "2001", "Not possible for this number");
            far.until_at(product, "cc-enable 1");
            refused(product, "2001", "Try again later");
        },
    )
    .instead("sleep 200", "sleep 800"),
    Row::a("22-request-too-late", &["requested, refused rejected-short"], |product, far| {
        product.press("2001", &["dial:6001"]);
        product.until("2001", "state", "busy");
        far.until_at(product, "expect-none CC_REQ 1500");
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

/// On a line with faults.
pub(super) const OUTAGES: &[Row] = &[
    // A call and a callback outlive an outage shorter than T309.
    Row::a("23-link-loss-short", &[DONE], |product, far| {
        product.press("2009", &["dial:6009"]);
        product.until("2009", "state", "connected");
        ask_on_busy(product, "2001");
        far.wire().cut();
        until_both_down(product, far);
        far.wire().mend();
        product.until_link_up();
        product.until("2009", "state", "connected");
        product.press("2009", &["on-hook"]);
        recall(product, "2001");
    })
    .warnings(&[UNASKED_STATUS]),
    // A callback outlives its connection.
    Row::a("24-link-loss-long", &[DONE], |product, far| {
        ask_on_busy(product, "2001");
        far.wire().cut();
        until_both_down(product, far);
        product.until_that("T309", || product.trunk()["connections"] == 0);
        // libpri's T309 began a little later.
        sleep(Duration::from_secs(2));
        far.wire().mend();
        recall(product, "2001");
    }),
    // The SETUP with ccCancel crosses the one with ccExecPossible.
    Row::a("30-collision-cancel-exec", &["requested, accepted, ended cancelled-by-a"], |product, far| {
        ask_on_busy(product, "2001");
        far.wire().hold(Towards::Pinx);
        far.until_at(product, "expect-none CC_CANCEL 300");
        product.press("2001", &["softkey:Cancel"]);
        far.wire().let_go(Towards::Pinx);
    })
    // libpri's RELEASE crosses the answer to its SETUP.
    .warnings(&["trunk trunk: RELEASE came for a call that is not there"]),
    // The request is lost and sent again, then libpri's first answer to another call.
    Row::a("31-frame-loss", &[DONE], |product, far| {
        product.press("2001", &["dial:6001"]);
        product.until("2001", "state", "busy");
        far.wire().lose_one(Towards::Libpri);
        product.press("2001", &["softkey:CallBack", "on-hook"]);
        until_accepted(product, "2001");
        assert!(far.wire().has_lost(Towards::Libpri));
        far.wire().lose_one(Towards::Pinx);
        product.press("2002", &["dial:6002"]);
        product.until("2002", "state", "connected");
        assert!(far.wire().has_lost(Towards::Pinx));
        product.press("2002", &["on-hook"]);
        recall(product, "2001");
    }),
    // libpri becomes free during the outage and never says so: the user gives up.
    Row::a("37-exec-lost-in-outage", &["requested, accepted, ended cancelled-by-a"], |product, far| {
        ask_on_busy(product, "2001");
        cut_when_done(product, far);
        far.until_at(product, "expect DCHAN_UP timeout=9000");
        far.wire().mend();
        far.until_at(product, "b-free");
        product.press("2001", &["softkey:Cancel"]);
    }),
    // libpri becomes free during the outage and says so as soon as its SABME is answered. The line is mended while the
    // node rests between two attempts: else the case below may come of it.
    Row::a(
        "38-exec-in-short-outage",
        &["requested, accepted, free, ended cancelled-by-a"],
        |product, far| {
            ask_on_busy(product, "2001");
            cut_when_done(product, far);
            far.until_at(product, "idle 6001");
            until_layer_2(product, AWAITING_ESTABLISHMENT);
            until_layer_2(product, AT_REST);
            far.wire().mend();
            product.until("2001", "ring", "callback");
            product.press("2001", &["softkey:Cancel"]);
        },
    ),
    // The same, but the node's own SABME is on its way: until that is answered the node may take no I frame (Q.921), so
    // libpri's notice is lost; libpri never repeats it, and the user gives up.
    Row::a("39-exec-lost-by-second-sabme", &["requested, accepted, ended cancelled-by-a"], |product, far| {
        ask_on_busy(product, "2001");
        cut_when_done(product, far);
        far.until_at(product, "idle 6001");
        until_layer_2(product, AT_REST);
        until_layer_2(product, AWAITING_ESTABLISHMENT);
        far.wire().mend();
        product.until_link_up();
        sleep(Duration::from_millis(500));
        product.press("2001", &["softkey:Cancel"]);
    }),
];

/// libpri has nothing more to say of the connection that it released: else it would lose its notice with that.
fn cut_when_done(product: &Product, far: &Far) {
    product.until_that("the end of the connection", || product.trunk()["connections"] == 0);
    sleep(Duration::from_millis(300));
    far.wire().cut();
}

fn until_both_down(product: &Product, far: &Far) {
    product.until_that("libpri to see the outage", || far.has_said("DCHAN_DOWN"));
    product.until_that("the node to see the outage", || product.trunk()["link"] == "down");
}

fn ccbs(product: &Product, _: &Far) {
    ask_on_busy(product, "2001");
    recall(product, "2001");
}

fn busy_when_b_is_free(product: &Product, _: &Far) {
    product.press("2001", &["dial:6001"]);
    product.until("2001", "state", "busy");
    product.press("2001", &["softkey:CallBack", "on-hook", "off-hook"]);
    product.until_callback("CC-Suspended-A");
    sleep(Duration::from_millis(300));
    product.press("2001", &["on-hook"]);
    recall(product, "2001");
}

fn cancel(product: &Product, _: &Far) {
    ask_on_busy(product, "2001");
    sleep(Duration::from_millis(200));
    product.press("2001", &["softkey:Cancel"]);
}

fn withdrawn(product: &Product, _: &Far) {
    ask_on_busy(product, "2001");
    product.until("2001", "display", "The callback was withdrawn");
}

/// libpri has heard of the end of the first callback: before that the node asks for no new one.
fn until_told(product: &Product) {
    product.until_that("the end of the first callback", || {
        product.callbacks().is_empty() && product.trunk()["connections"] == 0
    });
}

/// The handset is put down at once: libpri may be free soon after, and a user at the phone is busy for it.
fn ask_on_busy(product: &Product, phone: &str) {
    product.press(phone, &["dial:6001"]);
    product.until(phone, "state", "busy");
    product.press(phone, &["softkey:CallBack", "on-hook"]);
    until_accepted(product, phone);
}

fn until_accepted(product: &Product, phone: &str) {
    let accepted = format!(" {phone} to 6001 accepted");
    product.until_that("libpri to accept the request", || product.log().contains(&accepted));
}

fn ask_on_ringback(product: &Product) {
    product.press("2001", &["dial:6001"]);
    product.until("2001", "tone", "ringback");
    product.press("2001", &["softkey:CallBack", "on-hook"]);
    until_accepted(product, "2001");
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
