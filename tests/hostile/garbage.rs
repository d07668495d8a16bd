use std::{fs, path::Path, time::Duration};

use qsig_capture::Reader;
use qsig_pinx::Fault;
use qsig_q931::MessageType;
use qsig_testkit::Seed;

use crate::victim::Victim;

/// Every frame of the recorded traffic.
fn recorded() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../captures/libpri");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "pcap"));
    files.sort();
    assert!(files.len() > 30, "the captures are there");
    let frames = files.iter().flat_map(|path| Reader::new(fs::File::open(path).unwrap()).unwrap());
    frames.map(|record| record.unwrap().octets).collect()
}

/// One to three octets of a frame changed, cut off or doubled.
fn damage(seed: &mut Seed, frame: &[u8]) -> Vec<u8> {
    let mut octets = frame.to_vec();
    for _ in 0..=seed.below(3) {
        let place = usize::try_from(seed.below(octets.len() as u64)).unwrap();
        match seed.below(4) {
            0 => octets.truncate(place),
            1 if !octets.is_empty() => octets.insert(place, octets[place]),
            _ if !octets.is_empty() => octets[place] = u8::try_from(seed.below(256)).unwrap(),
            _ => {}
        }
    }
    octets
}

#[test]
fn noise_on_the_line_harms_no_call() {
    let mut victim = Victim::new();
    let mut seed = Seed::new(1);
    for _ in 0..20_000 {
        let length = seed.below(40);
        let octets: Vec<u8> = (0..length).map(|_| u8::try_from(seed.below(256)).unwrap()).collect();
        victim.frame(&octets);
    }
    victim.assert_unharmed();
    victim.pass(Duration::from_secs(30));
    assert!(victim.node.trunks().all(|trunk| trunk.up), "the link mends itself");
}

#[test]
fn damaged_traffic_harms_no_call_and_leaves_nothing_behind() {
    let frames = recorded();
    let mut victim = Victim::new();
    let mut seed = Seed::new(2);
    let mut damaged = 0;
    for round in 0..10 {
        for frame in &frames {
            let octets = damage(&mut seed, frame);
            // As messages of layer 3 most of them pass layer 2, and so come deeper.
            match octets.get(4..).filter(|message| !message.is_empty() && message.len() <= 260) {
                Some(message) if seed.chance(800) => victim.message(message.to_vec()),
                _ => victim.frame(&octets),
            }
            damaged += 1;
        }
        victim.pass(Duration::from_secs(5 + round));
        victim.assert_unharmed();
    }
    assert!(damaged > 10_000);
    assert!(!victim.faults.is_empty());
    assert!(
        !victim.faults.iter().any(|fault| matches!(fault, Fault::Internal(_))),
        "{:?}",
        victim.faults.iter().filter(|fault| matches!(fault, Fault::Internal(_))).collect::<Vec<_>>()
    );
    // The peer has nothing left in hand: it says so by a restart of the interface, and nothing stays.
    victim.message(vec![8, 2, 0, 0, 0x46, 0x79, 1, 0x87]);
    victim.pass(Duration::from_secs(4 * 3_600));
    victim.assert_unharmed();
    let left: Vec<_> = victim.node.callbacks();
    assert!(left.is_empty(), "{left:?}");
    let trunk = victim.node.trunks().next().unwrap();
    assert_eq!((trunk.channels_busy, trunk.connections), (0, 0), "{trunk:?}");
}

#[test]
fn each_fault_gets_the_standards_own_answer() {
    use MessageType::{ReleaseComplete, Status};
    let mut victim = Victim::new();
    let mut answer = |octets: &[u8]| {
        victim.answers.clear();
        victim.message(octets.to_vec());
        victim.answered()
    };
    assert_eq!(answer(&[0x41, 2, 0, 1, 5]), [], "another protocol is ignored");
    assert_eq!(answer(&[8, 3, 0, 0, 1, 5]), [], "so is a call reference of three octets");
    assert_eq!(
        answer(&[8, 2, 0, 1, 7]),
        [(ReleaseComplete, Some(81))],
        "CONNECT for an unknown call reference"
    );
    assert_eq!(answer(&[8, 2, 0, 1, 0x75]), [(Status, Some(30))], "STATUS ENQUIRY is always answered");
    assert_eq!(answer(&[8, 2, 0, 1, 5]), [(ReleaseComplete, Some(96))], "SETUP without anything");
    let bad_bearer = [8, 2, 0, 1, 5, 4, 1, 0x80, 0x18, 3, 0xA9, 0x83, 0x81, 0x70, 2, 0x80, 0x36];
    assert_eq!(answer(&bad_bearer), [(ReleaseComplete, Some(100))], "SETUP with a cut bearer capability");
    let no_channel = [8, 2, 0, 1, 5, 4, 3, 0x80, 0x90, 0xA3, 0x18, 3, 0xA9, 0x83, 0x90, 0x70, 2, 0x80, 0x36];
    assert_eq!(answer(&no_channel), [(ReleaseComplete, Some(82))], "SETUP on time slot 16");
    assert_eq!(answer(&[8, 2, 0, 0, 0x7B]), [(Status, Some(81))], "INFORMATION on the global reference");
}
