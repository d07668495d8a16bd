//! A scenario with Pinx in one place, and the node that it asks for.

use std::thread::panicking;

use pinx_tests::{Peer, Place, Wire, words};

use crate::product::Product;

/// What the users of the node do. Of libpri they know only what is needed to wait for it.
pub(super) type Story = fn(&Product, &Far);

/// A scenario with Pinx in one place.
#[derive(Clone, Copy)]
pub(super) struct Row {
    /// The name of its file, without `.scn`.
    pub(super) scenario: &'static str,
    /// Where Pinx is.
    pub(super) place: Place,
    /// The numbers of the node's phones.
    phones: &'static [&'static str],
    /// What the numbers behind the trunk begin with.
    route: &'static str,
    /// Lines for `[callback]`, beside what the scenario asks of the place.
    rules: &'static str,
    /// Lines for each phone.
    extension: &'static str,
    /// Keys that are pressed before libpri comes: it calls as soon as the link is up.
    pub(super) prepare: &'static [(&'static str, &'static str)],
    /// Lines of libpri's script and what stands in their place: where the scenario has libpri see a fault of libpri, or
    /// leaves a user little time.
    instead: (&'static str, &'static str),
    pub(super) story: Story,
    /// What the node may warn of.
    pub(super) warnings: &'static [&'static str],
    /// The steps that each callback of the node takes, in the order in which the callbacks begin.
    pub(super) course: &'static [&'static str],
}

impl Row {
    /// Pinx has 2001 and calls 6001.
    pub(super) const fn a(scenario: &'static str, course: &'static [&'static str], story: Story) -> Self {
        Self::new(scenario, Place::A, course, story).phones(&["2001", "2002", "2003", "2005", "2009"], "6")
    }

    /// Pinx has 6001 and is called.
    pub(super) const fn b(scenario: &'static str, course: &'static [&'static str], story: Story) -> Self {
        Self::new(scenario, Place::B, course, story).phones(&["6001", "6002", "6003", "6004", "6009"], "2")
    }

    const fn new(
        scenario: &'static str,
        place: Place,
        course: &'static [&'static str],
        story: Story,
    ) -> Self {
        Self {
            scenario,
            place,
            phones: &[],
            route: "",
            rules: "",
            extension: "",
            prepare: &[],
            instead: ("", ""),
            story,
            warnings: &[],
            course,
        }
    }

    pub(super) const fn phones(self, phones: &'static [&'static str], route: &'static str) -> Self {
        Self { phones, route, ..self }
    }

    pub(super) const fn rules(self, rules: &'static str) -> Self {
        Self { rules, ..self }
    }

    pub(super) const fn extension(self, extension: &'static str) -> Self {
        Self { extension, ..self }
    }

    pub(super) const fn prepare(self, prepare: &'static [(&'static str, &'static str)]) -> Self {
        Self { prepare, ..self }
    }

    pub(super) const fn instead(self, seen: &'static str, wanted: &'static str) -> Self {
        Self { instead: (seen, wanted), ..self }
    }

    pub(super) const fn warnings(self, warnings: &'static [&'static str]) -> Self {
        Self { warnings, ..self }
    }

    /// libpri's script, as it is played against Pinx.
    pub(super) fn script(&self, script: &str) -> String {
        let (seen, wanted) = self.instead;
        assert!(script.contains(seen), "{}: {seen}", self.scenario);
        script.replacen(seen, wanted, 1)
    }

    /// A node that does what the scenario's options ask of the libpri in whose place it is.
    pub(super) fn configuration(&self, side: &str, link: &str, options: &str) -> String {
        let Asked { callback, timers } = asked(options);
        let (callback, timers) = (callback.join("\n"), timers.join("\n"));
        let Self { route, rules, extension, .. } = self;
        let node = format!(
            "[node]\nname = \"pinx\"\napi = \"unix:pinx.sock\"\n\n\
             [[trunk]]\nname = \"trunk\"\nlink = {{ {link} }}\nside = \"{side}\"\n\n[trunk.timers]\n{timers}\n\n\
             [callback]\n{callback}\n{rules}\n\n[[route]]\nprefix = \"{route}\"\ntrunk = \"trunk\"\n"
        );
        let phone = |number: &&str| format!("\n[[extension]]\nnumber = \"{number}\"\n{extension}\n");
        [node].into_iter().chain(self.phones.iter().map(phone)).collect()
    }
}

/// Lines of a configuration.
#[derive(Default)]
struct Asked {
    callback: Vec<String>,
    timers: Vec<String>,
}

/// What options of libpri are in Pinx.
fn asked(options: &str) -> Asked {
    // libpri leaves the connection to the far end unless told otherwise, and tells at once that somebody is free.
    let (mut proposal, mut response) = ("either", "retain");
    let mut asked = Asked::default();
    let mut words = words(options).into_iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().unwrap();
        match word.as_str() {
            // The sides are played both. What `--no-cc` asks is in the row.
            "--net" | "--cpe" | "--no-cc" => {}
            // How libpri writes its own numbers.
            "--plan" => drop(value()),
            "--retain-req" => {
                proposal = match value().as_str() {
                    "0" => "release",
                    "1" => "retain",
                    "2" => "either",
                    other => panic!("--retain-req {other}"),
                }
            }
            "--retain-rsp" => response = if value() == "1" { "retain" } else { "release" },
            "--timer" => {
                let setting = value();
                let (name, number) = setting.split_once('=').unwrap();
                let time = |key| format!("{key} = \"{number}ms\"");
                match name {
                    "CC-T1" => asked.callback.push(time("T1")),
                    "CCBS-T2" => asked.callback.push(time("T2-ccbs")),
                    "CCNR-T2" => asked.callback.push(time("T2-ccnr")),
                    "CC-T3" => asked.callback.push(time("T3")),
                    "T200" | "T203" | "T309" => asked.timers.push(time(name)),
                    "N200" => asked.timers.push(format!("N200 = {number}")),
                    // The node remembers no call that failed.
                    "T-RETENTION" => {}
                    other => panic!("nothing in Pinx is like {other}"),
                }
            }
            other => panic!("nothing in Pinx is like {other}"),
        }
    }
    asked.callback.push("guard = \"0s\"".into());
    asked.callback.push(format!("connection-proposal = \"{proposal}\""));
    asked.callback.push(format!("connection-response = \"{response}\""));
    asked
}

/// libpri, and the line to it.
pub(super) struct Far {
    pub(super) peer: Peer,
    /// Where the row is played on a line with faults.
    pub(super) wire: Option<Wire>,
}

impl Far {
    /// Whether libpri's log has this.
    pub(super) fn has_said(&self, what: &str) -> bool {
        self.peer.logged().contains(what)
    }

    /// Waits until libpri has come to this line of its script.
    pub(super) fn until_at(&self, product: &Product, line: &str) {
        let said = format!("\"text\":\"{line}\"");
        product.until_that(&format!("libpri to come to: {line}"), || self.has_said(&said));
    }

    /// The line with faults.
    pub(super) fn wire(&self) -> &Wire {
        self.wire.as_ref().unwrap()
    }
}

impl Drop for Far {
    fn drop(&mut self) {
        if panicking() {
            eprintln!("libpri's log:\n{}", self.peer.logged());
        }
    }
}

/// States of layer 2, Q.921.
pub(super) const AT_REST: u8 = 4;
pub(super) const AWAITING_ESTABLISHMENT: u8 = 5;
pub(super) const ESTABLISHED: u8 = 7;

pub(super) fn until_layer_2(product: &Product, state: u8) {
    product.until_that(&format!("layer 2 in state {state}"), || product.trunk()["lapd"] == state);
}

/// After an outage libpri tells the state of its calls, which nobody asked.
pub(super) const UNASKED_STATUS: &str =
    "trunk trunk: the far end reports cause 31 Normal, unspecified; its call state is Active";
