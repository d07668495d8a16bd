//! What of a configuration only a start can change.

use pinx_config::Api;
use qsig_link::LinkConfig;
use qsig_pinx::NodeConfig;

/// The node's name, its interface and its trunks, as text that can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fixed {
    name: String,
    api: String,
    /// The name of each trunk, and all else of it.
    trunks: Vec<(String, String)>,
}

impl Fixed {
    /// To be taken before the seed is set.
    pub(crate) fn of(node: &NodeConfig, api: &Api, links: &[LinkConfig]) -> Self {
        let trunks = node.trunks.iter().zip(links);
        let trunks = trunks.map(|(trunk, link)| (trunk.name.clone(), format!("{trunk:?} {link:?}")));
        Self { name: node.name.clone(), api: format!("{api:?}"), trunks: trunks.collect() }
    }

    /// What is otherwise in `new`, a sentence each.
    pub(crate) fn changes(&self, new: &Self) -> Vec<String> {
        let mut changes = Vec::new();
        if self.name != new.name {
            changes.push(format!("the node is called {} until the next start", self.name));
        }
        if self.api != new.api {
            changes.push("the interface stays where it is until the next start".into());
        }
        for (name, new) in &new.trunks {
            if self.trunks.iter().any(|(old_name, old)| old_name == name && old != new) {
                changes.push(format!("trunk {name} stays as it is until the next start"));
            }
        }
        changes
    }
}
