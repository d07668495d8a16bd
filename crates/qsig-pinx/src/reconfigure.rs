//! A new configuration for a node that runs.

use qsig_cc::terminating;
use qsig_core::Instant;

use crate::{NodeConfig, node::Node, phone::Phone, plan::Plan};

impl Node {
    /// Takes over what can change while calls and callbacks are up: names and rules of extensions, new extensions, and
    /// routes. Returns what takes effect only when the node is started anew, a sentence each.
    pub fn reconfigure(&mut self, now: Instant, config: NodeConfig) -> Vec<String> {
        let mut later = Vec::new();
        let mut plan = Plan::default();
        let listed: Vec<_> = config.extensions.iter().map(|extension| extension.number).collect();
        for extension in config.extensions {
            let number = extension.number;
            let place = match self.plan.phone(&number) {
                Some(place) => {
                    let phone = &mut self.phones[place];
                    phone.name = extension.name;
                    phone.profile = extension.profile;
                    phone.callbacks_allowed = extension.callbacks_allowed;
                    place
                }
                None => self.add_phone(Phone::new(extension)),
            };
            plan.add_phone(number, place);
            let terms = Self::terms(&self.phones[place]);
            self.tell_terminating(now, terminating::Input::Target { number, terms });
        }
        for place in self.phones.places() {
            let number = self.phones[place].number;
            if !listed.contains(&number) {
                later.push(format!(
                    "extension {number} is gone from the configuration; it stays until the next start"
                ));
                plan.add_phone(number, place);
            }
        }
        for route in config.routes {
            if !self.trunks.contains(route.trunk) {
                later.push(format!(
                    "the route for {} leads to a new trunk; it waits for the next start",
                    route.prefix
                ));
            } else if !plan.add_route(route.prefix, route.trunk) {
                later.push(format!("a second route for {} is left out", route.prefix));
            }
        }
        self.plan = plan;
        let names: Vec<_> = self.trunks.iter().map(|trunk| trunk.name().to_owned()).collect();
        if names != config.trunks.iter().map(|trunk| trunk.name.clone()).collect::<Vec<_>>() {
            later.push("trunks are opened and closed only at a start".into());
        }
        self.settle(now);
        later
    }
}
