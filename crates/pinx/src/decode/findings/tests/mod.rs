//! Each finding has a capture that shows it and one close to it that does not.

mod made;
mod play;

use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use qsig_capture::Reader;
use serde_json::Value as Json;

use super::FindingsView;
use crate::decode::Filter;
use crate::decode::heading::Heading;
use crate::decode::sink::Sink;
use crate::decode::story::StoryView;
use crate::decode::view::View;

fn captures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../captures")
}

/// A capture of `libpri/` by its number, or of `findings/` by its name, in a view.
fn shown(name: &str, view: impl View + 'static) -> String {
    let libpri =
        fs::read_dir(captures().join("libpri")).unwrap().map(|entry| entry.unwrap().path()).find(|path| {
            let file = path.file_name().unwrap().to_str().unwrap();
            file.starts_with(&format!("{name}-")) && path.extension().is_some_and(|it| it == "pcap")
        });
    let path = libpri.unwrap_or_else(|| captures().join("findings").join(format!("{name}.pcapng")));
    let mut records = Reader::new(BufReader::new(File::open(&path).expect(name))).unwrap();
    let mut sink = Sink::new(Box::new(view), Filter::default());
    let mut out = Vec::new();
    let mut number = 0;
    while let Some(record) = records.next() {
        let record = record.unwrap();
        number += 1;
        let heading =
            Heading { file: None, number, time: Some(record.time), sender: record.direction, guessed: false };
        let interface = &records.interfaces()[usize::try_from(record.interface).unwrap()];
        sink.record(heading, &record, interface.name.as_deref(), &mut out).unwrap();
    }
    sink.end(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The names of the findings in a capture.
fn names(name: &str) -> Vec<String> {
    let lines = shown(name, FindingsView::new(true));
    let objects = lines.lines().map(|line| serde_json::from_str::<Json>(line).unwrap());
    objects.map(|object| object["finding"].as_str().unwrap().to_owned()).collect()
}

/// The finding, a capture that shows it and nothing else, and one close to it without it. Numbers are of libpri.
const PAIRS: [(&str, &str, &str); 30] = [
    ("both-sides-the-same", "sides-same", "sides-different"),
    ("link-reset", "24", "03"),
    ("operation-lost", "exec-lost", "exec-kept"),
    ("setup-repeated", "setup-repeated", "setup-answered"),
    ("channel-glare", "glare", "no-glare"),
    ("operation-rejected", "operation-rejected", "operation-taken"),
    ("operation-as-oid", "operation-oid", "operation-local"),
    ("operation-unknown", "operation-unknown", "operation-known"),
    ("status-complains", "07", "06"),
    ("request-refused", "13", "03"),
    ("request-refused", "14", "04"),
    ("request-refused", "request-refused", "operation-taken"),
    ("request-unanswered", "18", "09"),
    ("request-cleared", "request-cleared", "request-refused"),
    ("retention-not-obeyed", "retain-released", "either-released"),
    ("number-changed", "number-rewritten", "number-kept"),
    ("kind-of-number-changed", "32", "27"),
    ("bearer-changed", "bearer-other", "bearer-same"),
    ("argument-unreadable", "number-b-missing", "number-kept"),
    ("number-missing", "number-a-missing", "number-a-retained"),
    ("bearer-missing", "bearer-missing", "bearer-same"),
    ("t2-ran-out", "t2", "t2-not"),
    ("suspend-missing", "suspend-missing", "suspend-sent"),
    ("suspend-missing", "recall-busy-at-a", "recall-busy-at-b"),
    ("recall-not-taken", "21", "08"),
    ("path-unanswered", "path-unanswered", "path-suspended"),
    ("busy-again-unsaid", "recall-busy-unsaid", "recall-busy-at-b"),
    ("recall-not-matched", "recall-not-matched", "recall-kept"),
    ("exec-possible-ignored", "exec-ignored", "exec-obeyed"),
    ("number-changed-in-recall", "recall-rewritten", "recall-kept"),
];

#[test]
fn each_finding_is_in_the_capture_that_shows_it_and_not_in_the_one_close_to_it() {
    let mut wrong = Vec::new();
    for (finding, shows, not) in PAIRS {
        let (with, without) = (names(shows), names(not));
        if !with.iter().any(|name| name == finding) || without.iter().any(|name| name == finding) {
            wrong.push(format!("{finding}: {shows} has {with:?}, {not} has {without:?}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert_eq!(names("recall-bearer-other"), ["bearer-changed-in-recall"]);
}

/// A callback that does not end shows what it does at the end of all files, and stands with its own file all the same.
#[test]
fn findings_of_several_files_stand_in_the_order_of_the_files() {
    let mut sink = Sink::new(Box::new(FindingsView::new(true)), Filter::default());
    let mut out = Vec::new();
    for name in ["bearer-other", "glare"] {
        let path = captures().join("findings").join(format!("{name}.pcapng"));
        sink.file(Path::new(name), true, &mut out).unwrap();
        let records = Reader::new(BufReader::new(File::open(&path).unwrap())).unwrap();
        for (number, record) in (1..).zip(records) {
            let record = record.unwrap();
            let heading = Heading { number, time: Some(record.time), ..Heading::default() };
            sink.record(Heading { sender: record.direction, ..heading }, &record, None, &mut out).unwrap();
        }
    }
    sink.end(&mut out).unwrap();
    let lines = String::from_utf8(out).unwrap();
    let files: Vec<Json> =
        lines.lines().map(|line| serde_json::from_str::<Json>(line).unwrap()["files"][0].clone()).collect();
    assert_eq!(files, ["bearer-other", "glare"]);
}

/// What each made capture has beside the finding that it was made for would be found wrongly.
#[test]
fn a_made_capture_shows_what_it_was_made_for_and_nothing_else() {
    let all: Vec<String> =
        made::captures().iter().map(|(name, _)| format!("{name}: {}", names(name).join(" "))).collect();
    insta::assert_snapshot!("made", all.join("\n"));
}

#[test]
fn what_the_recorded_captures_show_is_known() {
    let all: Vec<String> =
        (1..=39).map(|number| format!("{number:02}: {}", names(&format!("{number:02}")).join(" "))).collect();
    insta::assert_snapshot!("recorded", all.join("\n"));
}

#[test]
fn findings_say_what_is_wrong_where_and_what_to_do() {
    let all: Vec<String> = PAIRS.iter().map(|(_, shows, _)| shown(shows, FindingsView::new(false))).collect();
    insta::assert_snapshot!("text", all.join("\n"));
}

#[test]
fn a_callback_over_hours_and_call_references_is_one_story() {
    insta::assert_snapshot!("over_hours", shown("over-hours", StoryView::new(false)));
}

#[test]
fn a_reserved_path_and_a_retained_request_are_told() {
    insta::assert_snapshot!("path_reserved", shown("path-reserved", StoryView::new(false)));
}

#[test]
fn a_reference_that_is_used_again_is_not_of_the_callback_any_more() {
    let story = shown("reference-again", StoryView::new(true));
    let callback: Json = serde_json::from_str(story.trim_end()).unwrap();
    let last = callback["steps"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["what"], &callback["ended"]), (&Json::from("accepted"), &Json::Null));
}

#[test]
fn a_callback_over_two_trunks_is_one_story() {
    insta::assert_snapshot!("two_trunks", shown("two-trunks", StoryView::new(false)));
}

/// The files are what `made` says, so that they can be made again: UPDATE_CAPTURES=1 writes them.
#[test]
fn the_captures_are_those_that_are_made_here() {
    for (name, play) in made::captures() {
        let path = captures().join("findings").join(format!("{name}.pcapng"));
        if std::env::var_os("UPDATE_CAPTURES").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, play.file()).unwrap();
        }
        assert_eq!(fs::read(&path).ok(), Some(play.file()), "{name}");
    }
}

#[test]
fn callbacks_that_are_too_many_are_counted_and_told() {
    let mut play = play::Play::up();
    for value in 1..=10_005 {
        let number = format!("{value:05}");
        let request = play::request(&number, "6001", play::SPEECH, None);
        play.say(&play::connection(play::A, value, &number, "6001").apdu(request));
    }
    let mut sink = Sink::new(Box::new(StoryView::new(true)), Filter::default());
    let mut out = Vec::new();
    for (number, record) in (1..).zip(&play.records) {
        let heading =
            Heading { file: None, number, time: Some(record.time), sender: record.direction, guessed: false };
        sink.record(heading, record, None, &mut out).unwrap();
    }
    let told = sink.end(&mut out).unwrap();
    assert!(told.len() == 1 && told[0].starts_with("5 callbacks were not followed"), "{told:?}");
    assert_eq!(out.split(|octet| *octet == b'\n').count(), 10_001);
}

#[test]
fn damaged_frames_stop_no_view() {
    let path = captures().join("libpri/07-suspend-resume-not-retained.pcap");
    let records: Vec<_> =
        Reader::new(BufReader::new(File::open(path).unwrap())).unwrap().map(Result::unwrap).collect();
    for change in [0x01, 0x02, 0x20, 0x80, 0xFF] {
        let mut sinks: Vec<Sink> = [
            Box::new(FindingsView::new(true)) as Box<dyn View>,
            Box::new(StoryView::new(false)),
            Box::new(crate::decode::Stats::new(false)),
            Box::new(crate::decode::Ladder::default()),
        ]
        .into_iter()
        .map(|view| Sink::new(view, Filter::default()).with_mask(Some(crate::decode::Mask::default())))
        .collect();
        let mut out = Vec::new();
        for (number, record) in (1..).zip(&records) {
            // In each frame another octet is changed, so that most frames of the trace are still read.
            let mut record = record.clone();
            let at = usize::try_from(number * 7 + u64::from(change)).unwrap() % (record.octets.len() * 2);
            if let Some(octet) = record.octets.get_mut(at) {
                *octet ^= change;
            }
            let heading = Heading {
                file: None,
                number,
                time: Some(record.time),
                sender: record.direction,
                guessed: false,
            };
            for sink in &mut sinks {
                sink.record(heading, &record, None, &mut out).unwrap();
            }
        }
        for sink in &mut sinks {
            sink.end(&mut out).unwrap();
        }
        assert!(!out.is_empty());
    }
}
