//! A stranger makes the pseudo terminals, or turns a socket into a serial line: socat.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use qsig_link::{Link, Role, Serial};
use tempfile::TempDir;
use tokio::time::{sleep, timeout};

use crate::{OCTETS, WATCHDOG, carry, frames, open, up};

struct Socat(Child);

impl Socat {
    async fn between(a: &str, b: &str, appears: &[&Path]) -> Self {
        let child = Command::new("socat")
            .args([a, b])
            .stdin(Stdio::null())
            .spawn()
            .expect("socat: run `cargo xtask test --install` once");
        let there = async {
            while !appears.iter().all(|path| path.exists()) {
                sleep(Duration::from_millis(2)).await;
            }
        };
        timeout(WATCHDOG, there).await.expect("socat is ready");
        Self(child)
    }
}

impl Drop for Socat {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn pty(path: &Path) -> String {
    format!("pty,rawer,link={}", path.display())
}

fn place(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    (folder, path)
}

async fn carry_both_ways(mut a: Link, mut b: Link) {
    up(&mut a).await;
    up(&mut b).await;
    carry(&a, &mut b, &frames()).await;
    carry(&b, &mut a, &frames()).await;
}

#[tokio::test]
async fn two_links_speak_over_socats_pseudo_terminals() {
    let (_folder, a) = place("a");
    let b = a.with_file_name("b");
    let _socat = Socat::between(&pty(&a), &pty(&b), &[&a, &b]).await;
    let [a, b] = [a, b].map(|device| Role::Serial(Serial::new(device)));
    carry_both_ways(open(a, OCTETS).await, open(b, OCTETS).await).await;
}

#[tokio::test]
async fn a_terminal_server_joins_a_socket_and_a_serial_line() {
    let (_folder, device) = place("tty");
    let socket = device.with_file_name("server.sock");
    let listening = open(Role::ListenUnix(socket.clone()), OCTETS).await;
    let _socat =
        Socat::between(&pty(&device), &format!("unix-connect:{}", socket.display()), &[&device]).await;
    carry_both_ways(listening, open(Role::Serial(Serial::new(device)), OCTETS).await).await;
}
