//! Plays a row: a node, libpri, and what is said at the end.

use std::{collections::BTreeMap, sync::Mutex, thread};

use pinx_tests::{Peer, Place, Scenario, SerialBridge};

use crate::product::{Product, Site, free_port};

/// What the users of the node do; libpri is looked at only to wait for it.
pub(super) type Story = fn(&Product, &Peer);

/// A scenario with Pinx in one place.
#[derive(Clone, Copy)]
pub(super) struct Row {
    /// The name of its file, without `.scn`.
    pub(super) scenario: &'static str,
    /// Where Pinx is.
    pub(super) place: Place,
    /// The numbers of the node's phones.
    phones: &'static [&'static str],
    /// Lines for `[callback]`, beside what the scenario asks of the place.
    rules: &'static str,
    /// Keys that are pressed before libpri comes: it calls as soon as the link is up.
    prepare: &'static [(&'static str, &'static str)],
    story: Story,
    /// What the node warns of.
    warnings: &'static [&'static str],
    /// The steps that each callback of the node takes, in the order in which the callbacks begin.
    course: &'static [&'static str],
}

impl Row {
    /// Pinx has 2001 and calls 6001.
    pub(super) const fn a(scenario: &'static str, course: &'static [&'static str], story: Story) -> Self {
        let phones = &["2001", "2002", "2003", "2005"];
        Self { scenario, place: Place::A, phones, rules: "", prepare: &[], story, warnings: &[], course }
    }

    /// Pinx has 6001 and is called.
    pub(super) const fn b(scenario: &'static str, course: &'static [&'static str], story: Story) -> Self {
        let phones = &["6001", "6002", "6003", "6004"];
        Self { scenario, place: Place::B, phones, rules: "", prepare: &[], story, warnings: &[], course }
    }

    pub(super) const fn phones(self, phones: &'static [&'static str]) -> Self {
        Self { phones, ..self }
    }

    pub(super) const fn rules(self, rules: &'static str) -> Self {
        Self { rules, ..self }
    }

    pub(super) const fn prepare(self, prepare: &'static [(&'static str, &'static str)]) -> Self {
        Self { prepare, ..self }
    }

    /// Says what libpri does wrong, as the node tells it.
    pub(super) const fn warnings(self, warnings: &'static [&'static str]) -> Self {
        Self { warnings, ..self }
    }

    fn play(&self, side: &str, line: Line) {
        let scenario = Scenario::read(self.scenario);
        let (other, route) = match self.place {
            Place::A => (Place::B, "6"),
            Place::B => (Place::A, "2"),
        };
        let (link, port, _bridge) = line.lay();
        let product = Product::start(
            &Site {
                name: "pinx",
                side,
                link,
                route,
                phones: self.phones,
                callback: &format!("{}\n{}", rules(scenario.part(self.place).0), self.rules),
            },
            &[],
        );
        for (phone, key) in self.prepare {
            product.press(phone, &[key]);
        }
        let (options, script) = scenario.part(other);
        let mut peer = Peer::start(&turned(options, side), script, port);
        product.until_link_up();
        if self.place == Place::A {
            product.until_that("libpri to be ready", || peer.expects());
        }
        (self.story)(&product, &peer);
        product.until_that("the end of libpri's script", || peer.finished().is_some());
        assert_eq!(peer.finished(), Some(true), "libpri did not see what it expected:\n{}", peer.logged());
        product.until_quiet();
        assert_eq!(course(&product.log()), self.course, "{}", product.log());
        assert_eq!(warnings(&product.log()), self.warnings);
    }
}

/// What is between Pinx and libpri.
#[derive(Clone, Copy)]
pub(super) enum Line {
    /// A TCP connection.
    Tcp,
    /// A serial line with octet-stuffed HDLC.
    Serial,
}

impl Line {
    /// The link of the node, the port for libpri, and what has to stay as long as the line is in use.
    fn lay(self) -> (String, u16, Option<SerialBridge>) {
        match self {
            Self::Tcp => {
                let port = free_port();
                (format!("listen = \"127.0.0.1:{port}\""), port, None)
            }
            Self::Serial => {
                let bridge = SerialBridge::new();
                let device = bridge.device().display();
                let link = format!("kind = \"serial\", device = \"{device}\", framing = \"hdlc-octets\"");
                (link, bridge.port(), Some(bridge))
            }
        }
    }
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
                    if thread::scope(|one| one.spawn(|| row.play(side, line)).join()).is_err() {
                        failed.lock().unwrap().push(told);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap();
    assert!(failed.is_empty(), "see above:\n{}", failed.join("\n"));
}

const AT_A_TIME: usize = 6;

/// The options of libpri, made the other side than Pinx is.
fn turned(options: &str, side: &str) -> String {
    let libpri = if side == "network" { "--cpe" } else { "--net" };
    let others = options.split_whitespace().filter(|word| !matches!(*word, "--net" | "--cpe"));
    [libpri].into_iter().chain(others).collect::<Vec<_>>().join(" ")
}

/// The keys of `[callback]` that make Pinx do what the scenario asks of the libpri in whose place it is.
fn rules(options: &str) -> String {
    // libpri leaves the connection to the far end unless told otherwise, and tells at once that somebody is free.
    let (mut proposal, mut response) = ("either", "retain");
    let mut lines = vec!["guard = \"0s\"".to_owned()];
    let mut words = options.split_whitespace();
    while let Some(word) = words.next() {
        let mut value = || words.next().unwrap();
        match word {
            "--net" | "--cpe" => {}
            "--retain-req" => {
                proposal = match value() {
                    "0" => "release",
                    "1" => "retain",
                    "2" => "either",
                    other => panic!("--retain-req {other}"),
                }
            }
            "--retain-rsp" => response = if value() == "1" { "retain" } else { "release" },
            "--timer" => {
                let (name, milliseconds) = value().split_once('=').unwrap();
                let key = match name {
                    "CC-T1" => "T1",
                    "CCBS-T2" => "T2-ccbs",
                    "CCNR-T2" => "T2-ccnr",
                    "CC-T3" => "T3",
                    other => panic!("nothing in Pinx is like {other}"),
                };
                lines.push(format!("{key} = \"{milliseconds}ms\""));
            }
            other => panic!("nothing in Pinx is like {other}"),
        }
    }
    lines.push(format!("connection-proposal = \"{proposal}\""));
    lines.push(format!("connection-response = \"{response}\""));
    lines.join("\n")
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

/// What the node warns of, but for the end of the line when libpri is done.
fn warnings(log: &str) -> Vec<&str> {
    let warnings = log.lines().filter_map(|line| Some(line.split_once(" WARN ")?.1));
    warnings.filter(|warning| !warning.contains("line is down")).collect()
}
