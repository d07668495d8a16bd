use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Condvar, Mutex},
    thread,
};

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// What libpri sends.
    Pinx,
    /// What Pinx sends.
    Libpri,
}

/// A TCP connection between libpri and a node that can be made bad frame by frame, without either end seeing it close.
#[derive(Debug)]
pub struct Wire {
    port: u16,
    ways: [Arc<Way>; 2],
}

#[derive(Debug, Default)]
struct Way {
    faults: Mutex<Faults>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Faults {
    cut: bool,
    held: bool,
    lose: u32,
}

impl Wire {
    /// A wire that waits for libpri at a port of its own and then goes to the port of the node.
    pub fn new(node: u16) -> Self {
        let peers = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = peers.local_addr().unwrap().port();
        let ways = [Arc::<Way>::default(), Arc::default()];
        let [to_pinx, to_libpri] = ways.clone();
        thread::spawn(move || {
            let (libpri, _) = peers.accept().unwrap();
            let pinx = TcpStream::connect(("127.0.0.1", node)).unwrap();
            let (from, to) = (pinx.try_clone().unwrap(), libpri.try_clone().unwrap());
            thread::spawn(move || carry(from, to, &to_libpri));
            carry(libpri, pinx, &to_pinx);
        });
        Self { port, ways }
    }

    /// Where libpri connects.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// From now on all frames are lost, both ways.
    pub fn cut(&self) {
        self.ways.iter().for_each(|way| way.set(|faults| faults.cut = true));
    }

    /// They arrive again.
    pub fn mend(&self) {
        self.ways.iter().for_each(|way| way.set(|faults| faults.cut = false));
    }

    /// The next I frame in this direction is lost.
    pub fn lose_one(&self, towards: Towards) {
        self.way(towards).set(|faults| faults.lose += 1);
    }

    /// Whether what was to be lost in this direction has come and is lost.
    pub fn has_lost(&self, towards: Towards) -> bool {
        self.way(towards).faults.lock().unwrap().lose == 0
    }

    /// Frames in this direction are kept back.
    pub fn hold(&self, towards: Towards) {
        self.way(towards).set(|faults| faults.held = true);
    }

    /// They go on, in their order.
    pub fn let_go(&self, towards: Towards) {
        self.way(towards).set(|faults| faults.held = false);
    }

    fn way(&self, towards: Towards) -> &Way {
        &self.ways[usize::from(towards == Towards::Libpri)]
    }
}

impl Way {
    fn set(&self, change: impl FnOnce(&mut Faults)) {
        change(&mut self.faults.lock().unwrap());
        self.changed.notify_all();
    }

    /// Whether the frame arrives; waits while frames are kept back.
    fn passes(&self, frame: &[u8]) -> bool {
        let faults = self.faults.lock().unwrap();
        let mut faults = self.changed.wait_while(faults, |faults| faults.held).unwrap();
        let information = frame.len() > 4 && frame[2] & 1 == 0;
        if information && faults.lose > 0 {
            faults.lose -= 1;
            return false;
        }
        !faults.cut
    }
}

/// Carries frames, each behind its length in two octets, until one end closes.
fn carry(mut from: TcpStream, mut to: TcpStream, way: &Way) {
    to.set_nodelay(true).unwrap();
    let mut length = [0; 2];
    while from.read_exact(&mut length).is_ok() {
        let mut octets = vec![0; 2 + usize::from(u16::from_be_bytes(length))];
        let (head, frame) = octets.split_at_mut(2);
        head.copy_from_slice(&length);
        if from.read_exact(frame).is_err() {
            break;
        }
        if way.passes(&octets[2..]) && to.write_all(&octets).is_err() {
            break;
        }
    }
    // The other end may have closed already.
    let _ = to.shutdown(std::net::Shutdown::Both);
}
