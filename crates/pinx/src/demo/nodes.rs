//! The two nodes of the demo.

use qsig_core::{Digits, Side};
use qsig_pinx::{
    ConfigError, ExtensionConfig, Node, NodeConfig, Profile, Route, TrunkConfig, TrunkIndex, profile,
};

use super::scenario::Scenario;

/// The only trunk of each node.
pub(crate) const TRUNK: TrunkIndex = TrunkIndex(0);

/// The names of the nodes: A's is the first.
pub(crate) const NAMES: [&str; 2] = ["milan", "rome"];

/// The sides of the data link.
pub(crate) const SIDES: [Side; 2] = [Side::Network, Side::User];

/// Whose the phones are.
const PHONES: [[(&str, &str); 3]; 2] = [
    [("1001", "Reception"), ("1002", "Workshop"), ("1003", "Stores")],
    [("2001", "Office"), ("2002", "Lab"), ("2003", "Canteen")],
];

/// Which node a number belongs to.
pub(crate) fn node_of(number: &str) -> usize {
    usize::from(!number.starts_with('1'))
}

/// Digits of a number in a script.
pub(crate) fn digits(number: &str) -> Digits {
    number.parse().unwrap_or_default()
}

pub(crate) fn build(scenario: &Scenario, profile: &Profile) -> Result<[Node; 2], ConfigError> {
    Ok([node(0, scenario, profile)?, node(1, scenario, profile)?])
}

fn node(which: usize, scenario: &Scenario, profile: &Profile) -> Result<Node, ConfigError> {
    let side = SIDES.get(which).copied().unwrap_or(Side::Network);
    let trunk = TrunkConfig::new("trunk", side);
    let profile = Profile {
        proposal: if scenario.release { profile::Connection::Release } else { profile.proposal },
        ..*profile
    };
    Node::new(NodeConfig {
        name: NAMES.get(which).copied().unwrap_or_default().into(),
        seed: which as u64 + 1,
        trunks: vec![trunk],
        routes: vec![Route { prefix: digits(if which == 0 { "2" } else { "1" }), trunk: TRUNK }],
        extensions: PHONES
            .get(which)
            .into_iter()
            .flatten()
            .map(|(number, name)| ExtensionConfig { profile, ..ExtensionConfig::new(digits(number), *name) })
            .collect(),
    })
}
