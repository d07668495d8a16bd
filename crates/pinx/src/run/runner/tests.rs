use std::path::Path;

use qsig_lapd::{Action, Signal, State};
use qsig_link::{LinkEvent, Peer};

use super::*;

/// The answer to SABME.
const UA: &[u8] = &[0x02, 0x01, 0x73];
const XID: &[u8] = &[0x00, 0x01, 0xAF];

/// The data link with a mistake planted in it.
fn panics_at_xid(state: State, signal: Signal) -> (State, &'static [Action]) {
    assert!(signal != Signal::Xid, "planted");
    qsig_lapd::step(state, signal)
}

/// A node with two trunks, the first with the mistake, both links up.
async fn runner() -> (Runner, Asker, Work) {
    let text = r#"
        [node]
        name = "pinx"
        api = "unix:never.sock"
        [[trunk]]
        name = "bad"
        link = { kind = "tcp", listen = "127.0.0.1:0", framing = "len16" }
        side = "network"
        [[trunk]]
        name = "good"
        link = { kind = "tcp", listen = "127.0.0.1:0", framing = "len16" }
        side = "network"
        [[extension]]
        number = "1001"
    "#;
    let mut config = pinx_config::load(text, Path::new("pinx.toml")).unwrap();
    config.node.trunks[0].step = panics_at_xid;
    let (mut runner, asker, work) = Runner::new(config).await.unwrap();
    for trunk in 0..2 {
        let peer = Peer::Tcp("127.0.0.1:1".parse().unwrap());
        runner.carry_out(Due::Link(trunk, LinkEvent::Up { peer }));
        runner.carry_out(Due::Link(trunk, LinkEvent::Frame(UA.into())));
    }
    (runner, asker, work)
}

fn states(runner: &Runner) -> Vec<u8> {
    runner.node().trunks().map(|trunk| trunk.lapd).collect()
}

#[tokio::test]
async fn a_trunk_that_panics_is_counted_and_restarted_alone() {
    let (mut runner, _asker, mut work) = runner().await;
    assert_eq!(states(&runner), [7, 7]);
    let (tell, links) = mpsc::channel(1);
    tell.send((0, LinkEvent::Frame(XID.into()))).await.unwrap();
    work.links = links;
    runner.deadline = None;
    runner.step(&mut work).await;
    assert_eq!(states(&runner), [5, 7], "the bad trunk establishes its link anew");
    let restarts: Vec<u64> = runner.trunk_counters().iter().map(|counters| counters["restarts"]).collect();
    assert_eq!(restarts, [1, 0]);
    runner.carry_out(Due::Link(0, LinkEvent::Frame(UA.into())));
    assert_eq!(states(&runner), [7, 7]);
}

#[tokio::test]
async fn a_question_that_panics_gets_an_answer_and_the_node_goes_on() {
    let (mut runner, asker, mut work) = runner().await;
    runner.deadline = None;
    let before = runner.faults();
    let asked = tokio::spawn(async move {
        let refusal = asker.ask(|_| -> u64 { panic!("planted") }).await.unwrap_err();
        (refusal, asker.ask(|runner| runner.faults()).await)
    });
    runner.step(&mut work).await;
    runner.deadline = None;
    runner.step(&mut work).await;
    let (refusal, faults) = asked.await.unwrap();
    assert!(format!("{refusal:?}").contains("its log says why"), "{refusal:?}");
    assert_eq!(faults.unwrap(), before + 1);
    assert_eq!(states(&runner), [7, 7]);
}
