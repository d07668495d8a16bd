//! Prometheus text.

use std::fmt::Write;

use crate::run::Runner;

/// All figures of a node. The exposition format of Prometheus, version 0.0.4.
pub(crate) fn text(runner: &Runner) -> String {
    let mut out = String::new();
    let node = runner.node();
    let callbacks = node.callbacks();
    head(&mut out, "pinx_callbacks", "gauge", "Live callbacks by role.");
    for role in ["originating", "terminating", "local"] {
        let count = callbacks.iter().filter(|callback| callback.role.name() == role).count();
        line(&mut out, "pinx_callbacks", &[("role", role)], count);
    }
    head(&mut out, "pinx_callbacks_ended_total", "counter", "Callbacks that ended, by cause.");
    for (cause, count) in runner.ends() {
        line(&mut out, "pinx_callbacks_ended_total", &[("cause", cause)], count);
    }
    head(&mut out, "pinx_faults_total", "counter", "Things that should not have happened.");
    line(&mut out, "pinx_faults_total", &[], runner.faults());
    let trunks: Vec<_> = node.trunks().zip(runner.trunk_counters()).collect();
    head(&mut out, "pinx_trunk_up", "gauge", "Whether the data link is up.");
    for (trunk, _) in &trunks {
        line(&mut out, "pinx_trunk_up", &[("trunk", &trunk.name)], u8::from(trunk.up));
    }
    head(&mut out, "pinx_trunk_channels_busy", "gauge", "Channels that calls hold.");
    for (trunk, _) in &trunks {
        line(&mut out, "pinx_trunk_channels_busy", &[("trunk", &trunk.name)], trunk.channels_busy);
    }
    head(&mut out, "pinx_trunk_total", "counter", "What was counted on the trunk.");
    for (trunk, counters) in &trunks {
        for (name, count) in counters {
            line(&mut out, "pinx_trunk_total", &[("trunk", &trunk.name), ("what", name)], count);
        }
    }
    out
}

fn head(out: &mut String, name: &str, kind: &str, help: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

fn line(out: &mut String, name: &str, labels: &[(&str, &str)], value: impl std::fmt::Display) {
    let quote = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    let labels: Vec<_> = labels.iter().map(|(label, text)| format!("{label}=\"{}\"", quote(text))).collect();
    let labels = if labels.is_empty() { String::new() } else { format!("{{{}}}", labels.join(",")) };
    let _ = writeln!(out, "{name}{labels} {value}");
}
