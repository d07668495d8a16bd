use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use qsig_link::{DownCause, Framing, Link, LinkEvent, OpenError, Peer, Role};
use tempfile::TempDir;

use crate::{OCTETS, UA, carry, config, down, frame, frames, next, open, up};

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trunk.sock");
    (folder, path)
}

async fn pair(path: &Path, framing: Framing) -> [Link; 2] {
    let mut far = open(Role::ListenUnix(path.to_owned()), framing).await;
    let mut near = open(Role::ConnectUnix(path.to_owned()), framing).await;
    let peer = Peer::Unix(path.to_owned());
    assert_eq!(next(&mut near).await, LinkEvent::Up { peer: peer.clone() });
    assert_eq!(next(&mut far).await, LinkEvent::Up { peer });
    [near, far]
}

#[tokio::test]
async fn frames_go_both_ways_in_both_framings() {
    for framing in [Framing::Len16, OCTETS] {
        let (_folder, path) = place();
        let [mut near, mut far] = pair(&path, framing).await;
        carry(&near, &mut far, &frames()).await;
        carry(&far, &mut near, &frames()).await;
    }
}

#[tokio::test]
async fn only_its_owner_may_use_the_socket_and_it_goes_with_the_link() {
    let (_folder, path) = place();
    let link = open(Role::ListenUnix(path.clone()), OCTETS).await;
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    link.close().await;
    assert!(!path.exists());
}

#[tokio::test]
async fn what_a_dead_listener_left_is_replaced() {
    let (_folder, path) = place();
    // The file of a socket stays when nobody removes it.
    drop(std::os::unix::net::UnixListener::bind(&path).unwrap());
    assert!(path.exists());
    let [near, mut far] = pair(&path, OCTETS).await;
    near.send(UA).unwrap();
    assert_eq!(frame(&mut far).await, UA);
}

#[tokio::test]
async fn a_live_listener_is_left_alone() {
    let (_folder, path) = place();
    let [near, mut far] = pair(&path, OCTETS).await;
    let error = Link::open(config(Role::ListenUnix(path.clone()), OCTETS)).await.unwrap_err();
    assert!(matches!(&error, OpenError::SocketInUse(taken) if *taken == path), "{error}");
    near.send(UA).unwrap();
    assert_eq!(frame(&mut far).await, UA, "the link that was there first is unharmed");
}

#[tokio::test]
async fn a_file_that_is_no_socket_is_left_alone() {
    let (_folder, path) = place();
    std::fs::write(&path, "notes").unwrap();
    let error = Link::open(config(Role::ListenUnix(path.clone()), OCTETS)).await.unwrap_err();
    assert!(matches!(error, OpenError::NotASocket(_)), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), b"notes");
    let nowhere = path.with_file_name("no-folder").join("a.sock");
    let error = Link::open(config(Role::ListenUnix(nowhere), OCTETS)).await.unwrap_err();
    assert!(matches!(error, OpenError::ListenUnix { .. }), "{error}");
}

#[tokio::test]
async fn a_link_does_not_remove_the_socket_of_its_successor() {
    let (_folder, path) = place();
    let first = open(Role::ListenUnix(path.clone()), OCTETS).await;
    std::fs::remove_file(&path).unwrap();
    let _second = open(Role::ListenUnix(path.clone()), OCTETS).await;
    first.close().await;
    assert!(path.exists());
}

#[tokio::test]
async fn the_connecting_side_comes_back_when_the_far_end_does() {
    let (_folder, path) = place();
    let [mut near, far] = pair(&path, OCTETS).await;
    drop(far);
    assert!(matches!(down(&mut near).await, DownCause::PeerClosed | DownCause::Broken(_)));
    let cause = down(&mut near).await;
    assert!(
        matches!(cause, DownCause::Unreachable(ErrorKind::NotFound | ErrorKind::ConnectionRefused)),
        "{cause:?}"
    );
    let mut far = open(Role::ListenUnix(path), OCTETS).await;
    up(&mut near).await;
    up(&mut far).await;
    near.send(UA).unwrap();
    assert_eq!(frame(&mut far).await, UA);
}
