//! Plays a row: a node, libpri, and what is said at the end.

use std::{collections::BTreeMap, sync::Mutex, thread};

use pinx_tests::{Peer, Place, Scenario, SerialBridge, Wire};

use super::row::{Far, Row};
use crate::product::{LISTENS, Product};

/// What is between Pinx and libpri.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// A TCP connection.
    Tcp,
    /// A TCP connection that the story can make bad.
    Faulty,
    /// A serial line with octet-stuffed HDLC.
    Serial,
}

/// Plays all rows, on both sides, some at a time: most of their time is waiting.
pub(super) fn play_all<'a>(rows: impl IntoIterator<Item = &'a Row>, line: Line) {
    let plays: Vec<_> =
        rows.into_iter().flat_map(|row| ["network", "user"].map(|side| (row, side))).collect();
    let plays = Mutex::new(plays.into_iter());
    let failed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(|| {
                // The lock is held for the taking only.
                while let Some((row, side)) = { plays.lock().unwrap().next() } {
                    let told = format!("{} with Pinx in place {:?} as {side} side", row.scenario, row.place);
                    if thread::scope(|one| one.spawn(|| play(row, side, line)).join()).is_err() {
                        failed.lock().unwrap().push(told);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap();
    assert!(failed.is_empty(), "see above:\n{}", failed.join("\n"));
}

const AT_A_TIME: usize = 10;

fn play(row: &Row, side: &str, line: Line) {
    let scenario = Scenario::read(row.scenario);
    let bridge = (line == Line::Serial).then(SerialBridge::new);
    let link = match &bridge {
        Some(bridge) => {
            format!(
                "kind = \"serial\", device = \"{}\", framing = \"hdlc-octets\"",
                bridge.device().display()
            )
        }
        None => format!("kind = \"tcp\", {LISTENS}, framing = \"len16\""),
    };
    let configuration = row.configuration(side, &link, scenario.part(row.place).0);
    let product = Product::start_with("pinx", &configuration, &[]);
    for (phone, key) in row.prepare {
        product.press(phone, &[key]);
    }
    let port = bridge.as_ref().map_or_else(|| product.port(), SerialBridge::port);
    let wire = (line == Line::Faulty).then(|| Wire::new(port));
    let other = if row.place == Place::A { Place::B } else { Place::A };
    let (options, script) = scenario.part(other);
    let script = row.script(script);
    let peer = Peer::start(&turned(options, side), &script, wire.as_ref().map_or(port, Wire::port));
    let mut far = Far { peer, wire };
    product.until_link_up();
    if row.place == Place::A {
        product.until_that("libpri to be ready", || far.peer.expects());
    }
    (row.story)(&product, &far);
    product.until_that("the end of libpri's script", || far.peer.finished().is_some());
    assert_eq!(far.peer.finished(), Some(true), "libpri did not see what it expected:\n{}", product.log());
    product.until_quiet();
    assert_eq!(course(&product.log()), row.course, "{}", product.log());
    for warning in warnings(&product.log()) {
        assert!(row.warnings.contains(&warning), "the node warned: {warning}");
    }
}

/// The options of libpri, made the other side than Pinx is.
fn turned(options: &str, side: &str) -> String {
    let libpri = if side == "network" { "--cpe" } else { "--net" };
    format!("{libpri} {}", options.replace("--net", "").replace("--cpe", ""))
}

/// The steps of each callback, from log lines such as `callback o1 2001 to 6001 ended connected`.
fn course(log: &str) -> Vec<String> {
    let (mut order, mut steps) = (Vec::new(), BTreeMap::<&str, Vec<&str>>::new());
    for line in log.lines() {
        let Some((_, change)) = line.split_once("callback ") else { continue };
        let [id, _, "to", _, step] = change.splitn(5, ' ').collect::<Vec<_>>()[..] else { continue };
        if !steps.contains_key(id) {
            order.push(id);
        }
        steps.entry(id).or_default().push(step);
    }
    order.into_iter().map(|id| steps[id].join(", ")).collect()
}

/// What the node warns of, but for a line that is bad or is closed when libpri is done.
fn warnings(log: &str) -> Vec<&str> {
    let of_the_line = [
        "line is down",
        "no answer to the status enquiry",
        "no answer to SABME",
        "established the link anew",
    ];
    let warnings = log.lines().filter_map(|line| Some(line.split_once(" WARN ")?.1));
    warnings.filter(|warning| !of_the_line.iter().any(|what| warning.contains(what))).collect()
}
