//! Pinx in place of B: libpri calls 6001 and asks for callbacks, Pinx has 6001.

use std::{thread::sleep, time::Duration};

use super::row::{AWAITING_ESTABLISHMENT, ESTABLISHED, Far, Row, UNASKED_STATUS, until_layer_2};
use crate::product::Product;

/// A callback that ends as all hope.
const DONE: &str = "accepted, free, recalled, ended connected";
const SUSPENDED: &str = "accepted, free, suspended, resumed, free, recalled, ended connected";

const BUSY: &[(&str, &str)] = &[("6001", "off-hook")];

/// What libpri's script says of a request that a libpri refuses.
const REFUSED: &str = "expect CC_REQ_RSP status=error\nexpect CC_CANCEL role=monitor\n";
/// And of one that is served.
const SERVED: &str = "expect CC_REQ_RSP status=success\nexpect CC_REMOTE_USER_FREE\ncc-call\n\
                      expect ANSWER cis=0\nsleep 100\nhangup\nexpect HANGUP cis=0\n";

pub(super) const CALLS: &[Row] = &[
    Row::b("01-basic-answer", &[], |product, _| {
        product.until("6001", "state", "reorder");
        product.press("6001", &["on-hook"]);
        product.until("6001", "display", "Connected to 2001 Alice");
        product.press("6001", &["on-hook"]);
    })
    .prepare(&[("6001", "answer-after:20")]),
    // 6001 is busy, 6002 does not answer, 6003 and 6004 refuse, 6005 is nobody's number.
    Row::b("02-basic-unsuccessful", &[], |product, _| {
        for (number, key) in [("6003", "reject:21"), ("6004", "reject:34")] {
            product.until(number, "state", "ringing");
            product.press(number, &[key]);
        }
    })
    .prepare(BUSY),
];

pub(super) const CALLBACKS: &[Row] = &[
    Row::b("03-ccbs-retained", &[DONE], ccbs).prepare(BUSY),
    Row::b("04-ccbs-not-retained", &[DONE], ccbs).prepare(BUSY),
    Row::b("05-ccnr-retained", &[DONE], |product, _| {
        until_asked(product);
        // The callback is due when 6001 has been used.
        product.press("6001", &["off-hook", "on-hook"]);
        be_recalled(product, "6001");
    }),
    // 6001 is in use again as soon as libpri was told that it is free: the call that completes the callback finds it
    // busy, the callback is over, libpri asks anew.
    Row::b("16-b-busy-again", &["accepted, free, ended busy-again", DONE], |product, _| {
        until_asked(product);
        let first = product.callbacks()[0]["id"].clone();
        product.press("6001", &["on-hook", "off-hook"]);
        product.until_that("the second request", || {
            product.callbacks().first().is_some_and(|callback| callback["id"] != first)
        });
        product.press("6001", &["on-hook"]);
        be_recalled(product, "6001");
    })
    .prepare(BUSY),
    // The second request of the same caller is refused, the first is served.
    Row::b("17-duplicate-request", &[DONE], |product, far| {
        until_refused(product, far);
        assert_eq!(product.callbacks().len(), 1);
        product.press("6001", &["on-hook"]);
        be_recalled(product, "6001");
    })
    .prepare(BUSY),
    // Two of libpri's users wait for 6001, in their order; the third is refused.
    Row::b("25-queue-two-users", &[DONE, DONE], |product, far| {
        until_refused(product, far);
        assert_eq!(product.callbacks().len(), 2);
        product.press("6001", &["on-hook"]);
        be_recalled(product, "6001");
        be_recalled(product, "6001");
    })
    .prepare(BUSY)
    .rules("max-per-target = 2"),
    // The node remembers no call that failed, so that no request comes too late: user B alone counts.
    Row::b("22-request-too-late", &[DONE], ccbs).prepare(BUSY).instead(REFUSED, SERVED),
    Row::b("27-number-types", &[DONE], ccbs).prepare(BUSY),
    Row::b("28-public-numbers", &[DONE], |product, _| {
        until_asked(product);
        product.press("41227306002", &["off-hook", "on-hook"]);
        be_recalled(product, "41227306002");
    })
    .phones(&["41227306002"], "49"),
    // A libpri in place of B refuses the next two: it does not find the callers of its own requests. The node does.
    Row::b("29-no-calling-number", &[DONE], ccbs)
        .prepare(BUSY)
        .instead("expect CC_REQ_RSP status=error\n", SERVED),
    Row::b("32-local-number-bug", &[DONE], ccbs).prepare(BUSY).instead(REFUSED, SERVED),
    Row::b("33-restricted-caller", &[DONE], ccbs).prepare(BUSY),
    Row::b("34-do-not-care-released", &[DONE], ccbs).prepare(BUSY),
    // The recall rings and nobody answers; that callback is over. libpri asks anew and then cancels.
    Row::b("35-recall-not-answered", &[DONE, "accepted, ended cancelled-by-a"], |product, _| {
        until_asked(product);
        product.press("6001", &["off-hook", "on-hook"]);
    }),
    // libpri asks while 6001 still rings.
    Row::b("36-request-while-call-alerts", &[DONE], |product, _| {
        until_asked(product);
        product.until("6001", "state", "idle");
        product.press("6001", &["off-hook", "on-hook"]);
        be_recalled(product, "6001");
    }),
    // libpri's 2001 waits for 6001, and 6005 for libpri's 2005.
    Row::b("26-both-roles", &[DONE, "requested, accepted, free, recalled, ended connected"], |product, _| {
        until_asked(product);
        product.press("6005", &["dial:2005"]);
        product.until("6005", "state", "busy");
        product.press("6005", &["softkey:CallBack"]);
        product.until("6005", "display", "Callback to 2005 is set");
        product.press("6005", &["on-hook"]);
        product.until("6005", "ring", "callback");
        product.press("6005", &["off-hook"]);
        product.until("6005", "state", "connected");
        product.press("6005", &["on-hook"]);
        product.press("6001", &["on-hook"]);
        be_recalled(product, "6001");
    })
    .phones(&["6001", "6005"], "2")
    .prepare(BUSY),
];

pub(super) const SUSPENSIONS: &[Row] = &[
    Row::b("06-suspend-resume-retained", &[SUSPENDED], ccbs).prepare(BUSY),
    // libpri answers CONNECT ACKNOWLEDGE of the connection that it has accepted with a STATUS for a call that is still
    // to be answered. The node tells it and does not clear.
    Row::b("07-suspend-resume-not-retained", &[SUSPENDED], ccbs).prepare(BUSY).warnings(&[
        "trunk trunk: the far end reports cause 101 Message not compatible with call state; its call state is Call present",
    ]),
    // 6001 is in use when user A is free again: nothing is said until it is free, too.
    Row::b("08-suspend-after-exec", &[SUSPENDED], |product, _| {
        until_asked(product);
        product.press("6001", &["on-hook"]);
        product.until_callback("CC-Suspended-B");
        product.press("6001", &["off-hook"]);
        product.until_callback("CC-Invoked-B-RET");
        sleep(Duration::from_millis(300));
        product.until_callback("CC-Invoked-B-RET");
        product.press("6001", &["on-hook"]);
        be_recalled(product, "6001");
    })
    .prepare(BUSY),
];

pub(super) const ENDS: &[Row] = &[
    Row::b("09-cancel-by-a-retained", &["accepted, ended cancelled-by-a"], asked).prepare(BUSY),
    Row::b("10-cancel-by-a-not-retained", &["accepted, ended cancelled-by-a"], asked).prepare(BUSY),
    Row::b("11-cancel-by-b-retained", &["accepted, ended cancelled-by-b"], cancel).prepare(BUSY),
    Row::b("12-cancel-by-b-not-retained", &["accepted, ended cancelled-by-b"], cancel).prepare(BUSY),
    Row::b("14-reject-long-term", &[], until_refused).extension("callbacks-allowed = false"),
    Row::b("15-reject-cc-disabled", &[], until_refused).extension("callbacks-allowed = false").prepare(BUSY),
    // The node refuses for a while when enough callbacks wait for 6001; here 6002 has taken the only place.
    Row::b("13-reject-short-term", &["requested, accepted, ended cancelled-by-a"], |product, far| {
        until_refused(product, far);
        product.press("6002", &["softkey:Cancel"]);
    })
    .rules("max-per-target = 1")
    .prepare(&[
        ("6001", "off-hook"),
        ("6002", "dial:6001"),
        ("6002", "softkey:CallBack"),
        ("6002", "on-hook"),
    ]),
];

/// libpri makes the line bad.
pub(super) const OUTAGES: &[Row] = &[
    // A call and a callback outlive an outage shorter than T309.
    Row::b("23-link-loss-short", &[DONE], |product, far| {
        until_asked(product);
        until_link_is_back(product, far);
        product.until("6009", "state", "connected");
        product.press("6009", &["on-hook"]);
        product.press("6001", &["on-hook"]);
        be_recalled(product, "6001");
    })
    .prepare(&[("6001", "off-hook"), ("6009", "answer-after:20")])
    .warnings(&[UNASKED_STATUS]),
    // A callback outlives its connection.
    Row::b("24-link-loss-long", &[DONE], |product, far| {
        until_asked(product);
        until_link_is_back(product, far);
        product.press("6001", &["on-hook"]);
        be_recalled(product, "6001");
    })
    .prepare(BUSY),
    // The SETUP with ccExecPossible crosses the one with ccCancel.
    Row::b("30-collision-cancel-exec", &["accepted, free, ended cancelled-by-a"], |product, far| {
        until_asked(product);
        far.until_at(product, "hold on");
        product.press("6001", &["on-hook"]);
    })
    .prepare(BUSY),
    // libpri's request is lost, then the first answer to another call of libpri.
    Row::b("31-frame-loss", &[DONE], |product, _| {
        until_asked(product);
        product.until("6002", "state", "connected");
        product.press("6002", &["on-hook"]);
        product.press("6001", &["on-hook"]);
        be_recalled(product, "6001");
    })
    .prepare(&[("6001", "off-hook"), ("6002", "answer-after:20")]),
    Row::b("37-exec-lost-in-outage", &["accepted, free, ended cancelled-by-a"], free_in_outage).prepare(BUSY),
    Row::b("38-exec-in-short-outage", &["accepted, free, ended cancelled-by-a"], free_in_outage)
        .prepare(BUSY),
    // libpri drops the notice, as it must. The node says it again.
    Row::b("39-exec-lost-by-second-sabme", &["accepted, free, ended cancelled-by-a"], free_in_outage)
        .prepare(BUSY)
        .instead("expect-none CC_REMOTE_USER_FREE 2000", "expect CC_REMOTE_USER_FREE"),
];

/// The line is dead and whole again, and libpri holds the link for established, too: its own SABME may still come
/// after ours was answered, and what is said between the two is lost.
fn until_link_is_back(product: &Product, far: &Far) {
    far.until_at(product, "sleep 1500");
    until_layer_2(product, ESTABLISHED);
}

/// 6001 is put down while the node tries to bring the link up again.
fn free_in_outage(product: &Product, far: &Far) {
    until_asked(product);
    far.until_at(product, "mute both");
    until_layer_2(product, AWAITING_ESTABLISHMENT);
    product.press("6001", &["on-hook"]);
}

pub(super) const TIMERS: &[Row] = &[
    // T2 of libpri.
    Row::b("19-timer-t2-a", &["accepted, ended cancelled-by-a"], asked).prepare(BUSY),
    Row::b("20-timer-t2-b-not-retained", &["accepted, ended t2"], asked),
    // T3 of libpri.
    Row::b("21-timer-t3", &["accepted, free, ended cancelled-by-a"], |product, _| {
        until_asked(product);
        product.press("6001", &["on-hook"]);
    })
    .prepare(BUSY),
];

fn asked(product: &Product, _: &Far) {
    until_asked(product);
}

fn cancel(product: &Product, _: &Far) {
    until_asked(product);
    sleep(Duration::from_millis(200));
    let id = product.callbacks()[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(product.request("DELETE", &format!("/v1/callbacks/{id}"), None).0, 204);
}

/// 6001 is put down a little after libpri has asked for it, and is rung until libpri has what it wants.
fn ccbs(product: &Product, _: &Far) {
    until_asked(product);
    sleep(Duration::from_millis(200));
    product.press("6001", &["on-hook"]);
    be_recalled(product, "6001");
}

fn until_asked(product: &Product) {
    product.until_that("the request", || product.log().contains(" accepted"));
}

fn until_refused(product: &Product, far: &Far) {
    product.until_that("the refusal", || far.has_said(r#""status":"error""#));
}

/// The phone is called for a callback, answers, and is put down after the caller has cleared.
fn be_recalled(product: &Product, phone: &str) {
    product.until(phone, "state", "ringing");
    product.press(phone, &["off-hook"]);
    product.until(phone, "state", "reorder");
    product.press(phone, &["on-hook"]);
}
