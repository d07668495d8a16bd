//! Writes the seeds of all corpora from the captures and vectors of the project:
//!
//! ```sh
//! cargo run -p qsig-laws --example seeds
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a chore says what is wrong by failing"
)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use qsig_capture::Reader;
use qsig_hdlc::{BitEncoder, BitOrder, EscapeMap, Idle, OctetEncoder};
use qsig_lapd::Frame;
use qsig_q931::Message;
use qsig_rose::{
    Component, Facility,
    schema::{Encoded, Type},
};

/// The most seeds that one corpus gets from one source.
const MOST: usize = 60;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let read = fs::read_dir(root().join(folder)).unwrap();
    let mut files: Vec<_> = read.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|other| other == extension));
    files.sort();
    files
}

/// Keeps those that bring something new: another length or another beginning, spread over all that there are.
fn write(law: &str, from: &str, seeds: impl IntoIterator<Item = Vec<u8>>) {
    let folder = root().join("fuzz/corpus").join(law);
    fs::create_dir_all(&folder).unwrap();
    let mut known = BTreeSet::new();
    let mut seeds: Vec<_> = seeds.into_iter().collect();
    seeds.retain(|seed| known.insert((seed.len(), seed.iter().take(6).copied().collect::<Vec<_>>())));
    let step = seeds.len().div_ceil(MOST).max(1);
    for (number, seed) in seeds.iter().step_by(step).enumerate() {
        fs::write(folder.join(format!("{from}-{number:03}")), seed).unwrap();
    }
    println!("{law}: {} from {from}", seeds.len().div_ceil(step));
}

fn frames() -> Vec<Vec<u8>> {
    let records = files("captures/libpri", "pcap")
        .into_iter()
        .flat_map(|path| Reader::new(fs::File::open(path).unwrap()).unwrap());
    records.map(|record| record.unwrap().octets).collect()
}

fn vectors() -> Vec<Vec<u8>> {
    let lines = files("captures/vectors/facility", "jsonl").into_iter().flat_map(|path| {
        let text = fs::read_to_string(path).unwrap();
        text.lines().map(ToOwned::to_owned).collect::<Vec<_>>()
    });
    lines
        .filter_map(|line| {
            let hex = line.split("\"hex\":").nth(1)?.split('"').nth(1)?.to_owned();
            let pairs = hex.as_bytes().chunks(2).map(|pair| core::str::from_utf8(pair).unwrap());
            Some(pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect())
        })
        .collect()
}

fn main() {
    let frames = frames();
    let messages: Vec<Vec<u8>> = frames
        .iter()
        .filter_map(|frame| Frame::parse(frame).ok())
        .map(|frame| frame.information.to_vec())
        .filter(|information| Message::parse(information).is_ok())
        .collect();
    let vectors = vectors();

    write("lapd_frame", "libpri", frames.iter().cloned());
    write("q931_message", "libpri", messages.iter().cloned());
    let elements = messages.iter().flat_map(|message| {
        let message = Message::parse(message).unwrap();
        let elements = message.elements().filter_map(Result::ok);
        elements
            .map(|element| [&[element.id().codeset, element.id().identifier], element.octets].concat())
            .collect::<Vec<_>>()
    });
    write("information_element", "libpri", elements);
    write("facility", "vectors", vectors.iter().cloned());
    let components: Vec<Vec<u8>> = vectors
        .iter()
        .filter_map(|contents| Facility::parse(contents).ok())
        .flat_map(|facility| facility.components().filter_map(Result::ok).collect::<Vec<_>>())
        .map(|component: Component<'_>| {
            let mut out = Vec::new();
            component.emit(&mut qsig_ber::Writer::new(&mut out));
            out
        })
        .collect();
    write("ber", "vectors", components.iter().cloned());
    let arguments = components.iter().flat_map(|component| {
        let inside = qsig_ber::Reader::new(component).read().unwrap().children().unwrap();
        let mut reader = inside;
        let mut arguments = Vec::new();
        while let Ok(element) = reader.read() {
            arguments.extend((0..5).map(|which| [&[which], element.octets].concat()));
        }
        arguments
    });
    write("cc_argument", "vectors", arguments.filter(|argument| argument.len() > 4));

    // Each element, as a value of each type that takes it.
    let values = components.iter().flat_map(|component| {
        let mut reader = qsig_ber::Reader::new(component).read().unwrap().children().unwrap();
        let mut values = Vec::new();
        while let Ok(element) = reader.read() {
            let types = (0_u16..).zip(Type::all()).filter(|(_, of)| Encoded::parse(of, &element).is_ok());
            values.extend(types.map(|(number, _)| [&number.to_be_bytes(), element.octets].concat()).take(3));
        }
        values
    });
    write("encoded", "vectors", values.filter(|value| value.len() > 6));

    let run = |frames: &[Vec<u8>], send: &mut dyn FnMut(&[u8], &mut Vec<u8>)| {
        let mut line = Vec::new();
        for frame in frames {
            send(frame, &mut line);
        }
        line
    };
    let few = frames.chunks(3).take(MOST);
    write(
        "hdlc_bits",
        "libpri",
        few.clone().map(|frames| {
            let mut encoder = BitEncoder::new(BitOrder::Msb, Idle::Flags);
            run(frames, &mut |frame, line| encoder.frame(frame, line))
        }),
    );
    let encoder = OctetEncoder::new(EscapeMap::all());
    write(
        "hdlc_octets",
        "libpri",
        few.map(|frames| run(frames, &mut |frame, line| encoder.frame(frame, line))),
    );

    // Commands of the stateful laws: the line up, then frames, a deed of layer 3 and time between them.
    let link = frames.chunks(20).map(|frames| {
        let mut tape = vec![14, 0];
        for frame in frames.iter().filter(|frame| frame.len() < 256) {
            tape.extend([8 + 3, u8::try_from(frame.len()).unwrap()]);
            tape.extend(frame);
            tape.extend([6, 12, 7, 4, 8, 1, 1, 0x62]);
        }
        tape
    });
    write("data_link", "libpri", link);
    let talk = messages.chunks(12).map(|messages| {
        let mut tape = Vec::new();
        for (number, message) in (0_u8..).zip(messages.iter().filter(|message| message.len() < 256)) {
            tape.extend([4, u8::try_from(message.len()).unwrap()]);
            tape.extend(message);
            tape.extend([0, number % 26, 1, number, number / 3]);
        }
        tape
    });
    write("node", "libpri", talk);

    let containers =
        fs::read_dir(root().join("captures/containers")).unwrap().map(|entry| entry.unwrap().path());
    let small: Vec<Vec<u8>> = containers
        .chain(files("captures/libpri", "pcap"))
        .filter(|path| path.is_file() && path.extension().is_some_and(|other| other != "md"))
        .filter_map(|path| fs::read(path).ok())
        .map(|mut octets: Vec<u8>| {
            octets.truncate(1_200);
            octets
        })
        .collect();
    write("container", "captures", small.clone());
    // Recognised by itself: the number after the last of the formats that can be forced.
    let own = u8::try_from(qsig_capture::TraceFormat::all().count()).unwrap();
    write("trace", "captures", small.iter().map(|octets| [&[own], &octets[..]].concat()));
    write("trace", "text", texts().iter().map(|(format, text)| [&[*format], &text[..]].concat()));

    write("configuration", "reference", configurations());
}

/// Pieces of the logs and hex texts, each with the number of its format, so that more than their beginnings are there.
fn texts() -> Vec<(u8, Vec<u8>)> {
    const LONGEST: usize = 600;
    let number = |name: &str| {
        let place = qsig_capture::TraceFormat::all().position(|format| format.name() == name);
        u8::try_from(place.unwrap()).unwrap()
    };
    let mut pieces = Vec::new();
    for (file, format) in [
        ("libpri-intense.log", "libpri"),
        ("libpri-plain.log", "libpri"),
        ("cisco-q931-q921.log", "cisco"),
        ("qsig-ccbs-retain.hex.txt", "hex"),
        ("qsig-ccbs-retain.hexdump.txt", "hex"),
        ("qsig-ccbs-retain.text2pcap.txt", "hex"),
    ] {
        let text = fs::read_to_string(root().join("captures/containers").join(file)).unwrap();
        let mut all = vec![Vec::new()];
        for line in text.split_inclusive('\n') {
            if all.last().unwrap().len() + line.len() > LONGEST {
                all.push(Vec::new());
            }
            all.last_mut().unwrap().extend(line.as_bytes());
        }
        // Pieces from all over the file.
        let step = all.len().div_ceil(8);
        pieces.extend(all.into_iter().step_by(step).map(|piece| (number(format), piece)));
    }
    pieces
}

/// The smallest node, and beside it each table with all its keys.
fn configurations() -> Vec<Vec<u8>> {
    let page = pinx_config::markdown();
    let smallest = page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let uncommented = |text: &str| -> String {
        let key = |line: &&str| !line.starts_with("# ") && line.contains(" = ");
        text.lines().filter(key).fold(String::new(), |all, line| all + line.trim_start_matches('#') + "\n")
    };
    let commented = |head: &str| uncommented(&pinx_config::commented(head, &[]));
    let tables = ["[node]", "[[trunk]]", "[[route]]", "[callback]", "[[extension]]"].map(|head| {
        let before = if head == "[node]" { "" } else { smallest };
        format!("{before}\n{head}\n{}", commented(head))
    });
    let timers = format!(
        "{}[trunk.timers]\n{}",
        smallest.split("[[route]]").next().unwrap(),
        uncommented(&pinx_config::commented_timers())
    );
    let there = "kind = \"tcp\", listen = \"127.0.0.1:7001\", framing = \"len16\"";
    let links = [
        "kind = \"tcp\", connect = \"192.0.2.1:7001\", framing = \"hdlc-octets\", insecure = true",
        "kind = \"unix\", listen = \"a.sock\", framing = \"len16\", keep-alive = \"2s\"",
        "kind = \"unix\", connect = \"/a\", framing = \"hdlc-bits\", bit-order = \"lsb\", idle = \"ones\"",
        "kind = \"serial\", device = \"/dev/ttyS0\", framing = \"hdlc-octets\", escape = [0x11, 0x93], \
         baud = 230400, flow = \"hardware\", parity = \"even\", stop-bits = 2, carrier = \"require\"",
        "kind = \"tls\", listen = \"0.0.0.0:1\", connect = 1, framing = \"len61\", escape = [300], nothing = {}",
    ]
    .map(|link| smallest.replace(there, link));
    let whole = [smallest.to_owned(), timers];
    whole.into_iter().chain(tables).chain(links).map(String::into_bytes).collect()
}
