//! The views of recorded frames, of the Facility vectors, and of frames that are cut or damaged.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use qsig_capture::{Reader, Record};
use serde_json::{Value as Json, json};

use super::frame::Object;
use super::heading::Heading;
use super::hex::Octets;
use super::sink::Sink;
use super::stats::Stats;
use super::story::StoryView;
use super::view::{Frames, Ladder, View, tree};
use super::{Filter, Start};

fn captures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../captures")
}

fn records(name: &str) -> Vec<Record> {
    let file = File::open(captures().join("libpri").join(name)).unwrap();
    Reader::new(BufReader::new(file)).unwrap().map(Result::unwrap).collect()
}

/// These frames of a capture, by their numbers, in a view.
fn shown(name: &str, numbers: &[usize], view: Frames) -> String {
    let mut sink = Sink::new(Box::new(view), Filter::default());
    let records = records(name);
    let mut out = Vec::new();
    for (number, record) in (1..).zip(&records) {
        let mut unseen = Vec::new();
        let out = if numbers.contains(&number) { &mut out } else { &mut unseen };
        sink.record(heading(number, record), record, None, out).unwrap();
    }
    String::from_utf8(out).unwrap()
}

fn heading(number: usize, record: &Record) -> Heading<'static> {
    let number = u64::try_from(number).unwrap();
    Heading { file: None, number, time: Some(record.time), sender: record.direction, guessed: false }
}

/// A whole capture in a view.
fn all(name: &str, view: impl View + 'static) -> String {
    let mut sink = Sink::new(Box::new(view), Filter::default());
    let mut out = Vec::new();
    for (number, record) in (1..).zip(&records(name)) {
        sink.record(heading(number, record), record, None, &mut out).unwrap();
    }
    let told = sink.end(&mut out).unwrap();
    assert_eq!(told, [""; 0]);
    String::from_utf8(out).unwrap()
}

fn of_octets(start: Start, octets: &[u8]) -> Json {
    let heading = Heading { number: 1, ..Heading::default() };
    serde_json::to_value(Object::read(&heading, start, octets)).unwrap()
}

fn of_hex(start: Start, hex: &str) -> Json {
    of_octets(start, &hex.parse::<Octets>().unwrap().0)
}

#[test]
fn a_callback_with_retention_is_a_readable_tree() {
    insta::assert_snapshot!(shown("03-ccbs-retained.pcap", &[1, 2, 15, 18, 21, 23, 31, 32], Frames::Tree));
}

#[test]
fn suspend_and_resume_without_retention_are_a_readable_tree() {
    let name = "07-suspend-resume-not-retained.pcap";
    let numbers: Vec<usize> = (1..=records(name).len()).collect();
    let lines = shown(name, &numbers, Frames::Line);
    insta::assert_snapshot!("suspend_and_resume_lines", lines);
    let with_apdu: Vec<usize> =
        (1..).zip(lines.lines()).filter(|(_, line)| line.contains('<')).map(|(n, _)| n).collect();
    insta::assert_snapshot!("suspend_and_resume_tree", shown(name, &with_apdu, Frames::Tree));
}

#[test]
fn a_callback_is_a_ladder_between_network_and_user() {
    insta::assert_snapshot!(all("03-ccbs-retained.pcap", Ladder::default()));
}

#[test]
fn callbacks_are_stories() {
    for (snapshot, name) in [
        ("story_retained", "03-ccbs-retained.pcap"),
        ("story_suspended", "06-suspend-resume-retained.pcap"),
        ("story_released", "07-suspend-resume-not-retained.pcap"),
        ("story_refused", "13-reject-short-term.pcap"),
        ("story_busy_again", "16-b-busy-again.pcap"),
        ("story_t1", "18-timer-t1.pcap"),
        ("story_t2", "19-timer-t2-a.pcap"),
        ("story_connection_lost", "24-link-loss-long.pcap"),
        ("story_two_users", "25-queue-two-users.pcap"),
        ("story_crossing", "30-collision-cancel-exec.pcap"),
        ("story_not_answered", "35-recall-not-answered.pcap"),
    ] {
        insta::assert_snapshot!(snapshot, all(name, StoryView::new(false)));
    }
    insta::assert_snapshot!("story_json", all("10-cancel-by-a-not-retained.pcap", StoryView::new(true)));
}

#[test]
fn what_is_in_a_trace_is_counted() {
    insta::assert_snapshot!("stats", all("31-frame-loss.pcap", Stats::new(false)));
    insta::assert_snapshot!("stats_refused", all("13-reject-short-term.pcap", Stats::new(false)));
    insta::assert_snapshot!("stats_json", all("13-reject-short-term.pcap", Stats::new(true)));
}

#[test]
fn a_short_term_rejection_is_a_readable_tree_and_json() {
    let numbers = [15, 18];
    insta::assert_snapshot!("rejection_tree", shown("13-reject-short-term.pcap", &numbers, Frames::Tree));
    insta::assert_snapshot!("rejection_json", shown("13-reject-short-term.pcap", &numbers, Frames::Json));
}

#[test]
fn the_members_of_an_object_stand_in_their_order() {
    let objects = [
        (Start::Lapd, "02 01 2f"),
        (Start::Lapd, "02 02 7f"),
        (Start::Facility, "9f a1 0b 02 01 07 80 01 03 02 01 28 05 00"),
        (Start::Q931, "08 02 00 01 50 1c 10 91 a1 08 02 01 6f 02 01 21 05 00 a4 03 02 01 07"),
        (Start::Q931, "08 02 00 01 60 00 02 81 05 80 90"),
    ];
    let lines: Vec<String> = objects.map(|(start, hex)| of_hex(start, hex).to_string()).into();
    insta::assert_snapshot!("members_in_their_order", lines.join("\n"));
}

#[test]
fn what_is_wrong_is_told_below_what_could_be_read() {
    let messages = [
        // An unknown operation, a result whose argument is of another type, a result that is an invoke id only.
        "08 02 00 01 62 1c 20 9f a1 08 02 01 07 02 01 7f 05 00 a2 0c 02 01 08 30 07 02 01 28 04 02 01 02 a2 03 02 01 09 00 00",
        // A Channel identification with a reserved selection, codeset 4 and 5, an element that is cut.
        "08 02 80 02 05 18 01 a2 9c 31 01 81 9d 32 01 82 a1 27 01 f1 6c 09 00",
        // No Facility that can be read; the dummy call reference.
        "08 00 62 1c 02 92 00 1c 00",
        // An operation of another standard, with an argument of elements within elements.
        "08 02 00 01 62 1c 1b 91 a1 18 02 01 23 06 06 04 00 82 67 01 04 30 0b 80 01 07 a1 06 02 01 05 04 01 ff",
        // A message type that is not known; a piece of a long message.
        "08 02 00 01 50",
        "08 02 00 01 60 00 02 81 05 80 90",
    ];
    let trees: Vec<String> = messages.map(|hex| tree::text(&of_hex(Start::Q931, hex))).into();
    insta::assert_snapshot!(trees.join("\n"));
}

/// An APDU of the vectors in the words of the JSON lines.
fn in_our_words(ie: usize, vector: &Json) -> Json {
    let mut apdu = vector.clone();
    let members = apdu.as_object_mut().unwrap();
    members.insert("ie".to_owned(), json!(ie));
    if let Some(error) = members.remove("error") {
        members.insert("local".to_owned(), error["local"].clone());
        let name = members.remove("error_name").unwrap();
        members.insert("error".to_owned(), name);
    }
    let (op, name) = (members.remove("op"), members.remove("op_name"));
    members.insert("op".to_owned(), name.unwrap_or(Json::Null));
    for (form, value) in op.iter().filter_map(Json::as_object).flatten() {
        members.insert(form.clone(), value.clone());
    }
    apdu
}

#[test]
fn the_vectors_are_told_in_the_words_of_the_contract() {
    let (mut headers, mut apdus) = (0, 0);
    for file in ["valid-plain.jsonl", "valid-unusual.jsonl", "lenient.jsonl"] {
        let text = fs::read_to_string(captures().join("vectors/facility").join(file)).unwrap();
        for line in text.lines() {
            let vector: Json = serde_json::from_str(line).unwrap();
            let seen = of_hex(Start::Facility, vector["hex"].as_str().unwrap());
            assert_eq!(seen["facility"], json!([vector["header"]]), "{}", vector["id"]);
            headers += 1;
            let wanted = vector["apdus"].as_array().unwrap();
            let rose = seen["rose"].as_array().unwrap();
            assert_eq!(rose.len(), wanted.len(), "{}: {seen}", vector["id"]);
            for (ours, wanted) in rose.iter().zip(wanted) {
                let (mut ours, wanted) = (ours.clone(), in_our_words(0, wanted));
                // A parameter that an error does not have is shown, and is not in the vectors.
                if wanted.get("parameter").is_none() {
                    ours.as_object_mut().unwrap().remove("parameter");
                }
                assert_eq!(ours, wanted, "{}", vector["id"]);
                apdus += 1;
            }
        }
    }
    assert_eq!((headers, apdus), (1279 + 433 + 123, 1530 + 494 + 134));
}

#[test]
fn what_cannot_be_taken_is_told_with_what_could_be_read() {
    let unknown = of_hex(Start::Facility, "9f a1 08 02 01 07 02 01 7f 05 00");
    assert_eq!(
        unknown["rose"],
        json!([{"type": "invoke", "ie": 0, "invoke_id": 7, "op": null, "local": 127,
            "argument": {"class": "universal", "tag": 5, "contents": ""}, "octets": "a10802010702017f0500"}])
    );
    assert_eq!(
        unknown["errors"],
        json!([{"layer": "rose", "offset": 1, "what": "unknown operation value", "ie": 0}])
    );
    let linked = of_hex(Start::Facility, "9f a1 0b 02 01 07 80 01 03 02 01 28 05 00");
    assert_eq!((&linked["rose"][0]["op"], &linked["rose"][0]["local"]), (&json!("ccbsRequest"), &json!(40)));
    let result = of_hex(Start::Facility, "9f a2 0c 02 01 07 30 07 02 01 28 04 02 01 02");
    assert_eq!(
        (&result["rose"][0]["op"], &result["rose"][0]["result"]),
        (&json!("ccbsRequest"), &json!("04020102"))
    );
    let error = of_hex(Start::Facility, "9f a3 07 02 01 07 02 02 7f ff");
    assert_eq!((&error["rose"][0]["error"], &error["rose"][0]["local"]), (&Json::Null, &json!(32_767)));
    let global = of_hex(Start::Facility, "9f a1 0b 02 01 07 06 04 2b 0c 09 7f 05 00");
    assert_eq!(global["rose"][0]["oid"], json!("1.3.12.9.127"));
}

fn foreign(file: &str) -> Vec<(String, Json)> {
    let text = fs::read_to_string(captures().join("vectors/foreign").join(file)).unwrap();
    text.lines().map(|hex| (hex.to_owned(), of_hex(Start::Facility, hex))).collect()
}

#[test]
fn operations_of_european_networks_are_not_read_as_those_of_qsig() {
    let (mut named, mut without) = (0, Vec::new());
    for (hex, object) in foreign("etsi.txt") {
        assert_eq!(object["errors"], json!([]), "{hex}");
        let apdu = &object["rose"][0];
        if apdu["op"].is_null() {
            without.push(apdu["type"].clone());
        } else {
            assert_eq!(apdu["family"], json!("ETSI"), "{hex}");
            named += 1;
        }
    }
    // A return error and rejects name no operation.
    assert_eq!((named, without), (86, vec![json!("returnError"), json!("reject"), json!("reject")]));
}

#[test]
fn a_foreign_operation_has_its_own_name_and_its_argument_as_elements() {
    let charge = of_hex(Start::Facility, "91a10802016f0201210500");
    assert_eq!(
        charge["rose"],
        json!([{"type": "invoke", "ie": 0, "invoke_id": 111, "op": "aOCDCurrency", "family": "ETSI", "local": 33,
            "argument": {"class": "universal", "tag": 5, "contents": ""}}])
    );
    let resume = of_hex(Start::Facility, "9fa10802016f0201210500");
    assert_eq!((&resume["rose"][0]["op"], resume["rose"][0].get("family")), (&json!("ccResume"), None));
    let retain = of_hex(Start::Facility, "91a10e02010f0606040082670101020173");
    assert_eq!(retain["rose"][0]["op"], json!("callInfoRetain"));
    assert_eq!(retain["rose"][0]["oid"], json!("0.4.0.359.1.1"));
    let unused = of_hex(Start::Facility, "91a10e02010f0606040082670163020173");
    assert_eq!(
        (&unused["rose"][0]["op"], &unused["rose"][0]["oid"]),
        (&Json::Null, &json!("0.4.0.359.1.99"))
    );
    assert_eq!(unused["errors"][0]["what"], json!("unknown operation value"));
    let names: Vec<_> =
        foreign("ni2.txt").iter().map(|(_, object)| object["rose"][0]["op"].clone()).collect();
    assert_eq!(names, [json!("informationFollowing"), json!("initiateTransfer")]);
}

#[test]
fn octets_that_cannot_be_read_are_kept_and_said() {
    let fault = |layer, offset| (json!(layer), json!(offset));
    let first = |object: &Json| (object["errors"][0]["layer"].clone(), object["errors"][0]["offset"].clone());

    let header = of_hex(Start::Q931, "41 02 00 01 05");
    let unknown =
        json!({"message": null, "call_ref": null, "call_ref_flag": null, "ies": [], "octets": "4102000105"});
    assert_eq!((&header["q931"], first(&header)), (&unknown, fault("q931", 0)));
    let framed = of_hex(Start::Lapd, "02 01 00 00 41 02 00 01 05");
    assert_eq!((&framed["q931"], first(&framed)), (&unknown, fault("q931", 0)));

    let segment = of_hex(Start::Q931, "08 02 00 01 60 04 03 80 90 a3");
    assert_eq!((&segment["q931"]["octets"], first(&segment)), (&json!("04038090a3"), fault("q931", 5)));
    let short = of_hex(Start::Q931, "08 02 00 01 60 00 01 81 05 80 90");
    assert_eq!(short["q931"]["octets"], json!("000181058090"));
    assert_ne!(short["errors"], json!([]));

    for (octets, sapi, tei, cr, offset) in [
        ("fe ff", json!(63), json!(127), json!(1), 2),
        ("00", json!(0), Json::Null, json!(0), 1),
        ("01 03 7f", Json::Null, json!(1), Json::Null, 0),
        ("02 02 7f", json!(0), Json::Null, json!(1), 1),
    ] {
        let frame = of_hex(Start::Lapd, octets);
        let kept = octets.replace(' ', "");
        let wanted = json!({"type": null, "sapi": sapi, "tei": tei, "cr": cr, "octets": kept});
        assert_eq!((&frame["lapd"], first(&frame)), (&wanted, fault("lapd", offset)));
    }
    let trees: Vec<String> =
        [header, segment, of_hex(Start::Lapd, "02 02 7f")].iter().map(tree::text).collect();
    insta::assert_snapshot!("octets_that_cannot_be_read", trees.join("\n"));
}

#[test]
fn a_refused_component_has_the_members_of_its_kind() {
    let member = |hex: &str, name: &str| of_hex(Start::Facility, hex)["rose"][0].get(name).cloned();
    for error in ["9f a3 03 02 01 07", "9f a3 07 04 01 07 02 02 03 f2", "9f a3 05 02 01 07 04 00"] {
        assert_eq!(member(error, "error"), Some(Json::Null), "{error}");
    }
    for reject in ["9f a4 03 02 01 07", "9f a4 06 02 01 07 84 01 01", "9f a4 02 05 00"] {
        assert_eq!(member(reject, "problem"), Some(Json::Null), "{reject}");
        assert_eq!(member(reject, "problem_name"), Some(Json::Null), "{reject}");
    }
    assert_eq!(
        member("9f a4 06 02 01 07 81 01 63", "problem_name"),
        Some(Json::Null),
        "a number without a name"
    );
}

#[test]
fn offsets_count_from_the_start_of_their_layer() {
    let cut = of_hex(Start::Lapd, "02 01 00 00 08 02 00 01 05 04 03 80 90 a3 6c 09 00");
    assert_eq!(cut["q931"]["ies"].as_array().unwrap().len(), 1);
    assert_eq!((&cut["errors"][0]["layer"], &cut["errors"][0]["offset"]), (&json!("q931"), &json!(10)));
    let digits = of_hex(Start::Q931, "08 02 00 01 05 70 03 80 36 41");
    assert_eq!((&digits["errors"][0]["layer"], &digits["errors"][0]["offset"]), (&json!("q931"), &json!(8)));
    let profile = of_hex(Start::Q931, "08 02 00 01 62 1c 02 92 00");
    assert_eq!(
        (&profile["errors"][0]["layer"], &profile["errors"][0]["offset"]),
        (&json!("facility"), &json!(0))
    );
    assert_eq!(profile["facility"], json!([null]));
    let control = of_hex(Start::Lapd, "02 01 2f");
    assert_eq!((&control["lapd"]["type"], &control["errors"][0]["offset"]), (&json!("unknown"), &json!(2)));
}

#[test]
fn a_second_facility_is_number_1_and_shifts_are_codesets() {
    let octets =
        "08 02 00 01 62 1c 09 91 a1 06 02 01 01 02 01 1c 1c 06 91 a2 03 02 01 05 9c 31 01 81 95 32 01 81";
    let object = of_hex(Start::Q931, octets);
    let ies: Vec<(u64, u64)> = object["q931"]["ies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|ie| (ie["id"].as_u64().unwrap(), ie["codeset"].as_u64().unwrap()))
        .collect();
    assert_eq!(ies, [(0x1C, 0), (0x1C, 0), (0x31, 4), (0x32, 5)]);
    let rose: Vec<(&Json, &Json)> =
        object["rose"].as_array().unwrap().iter().map(|apdu| (&apdu["ie"], &apdu["invoke_id"])).collect();
    assert_eq!(rose, [(&json!(0), &json!(1)), (&json!(1), &json!(5))]);
    assert_eq!(object["facility"], json!([{"protocolProfile": 17}, {"protocolProfile": 17}]));
}

#[test]
fn frames_and_messages_without_a_place_for_a_member_leave_it_out_or_null() {
    let sabme = of_hex(Start::Lapd, "02 01 7f");
    assert_eq!(sabme["lapd"], json!({"type": "SABME", "sapi": 0, "tei": 0, "cr": 1, "p_f": 1}));
    assert_eq!(
        (&sabme["q931"], &sabme["time"], &sabme["direction"]),
        (&Json::Null, &Json::Null, &Json::Null)
    );
    let management = of_hex(Start::Lapd, "fe ff 03 0f 12 34 01 ff");
    assert_eq!(management["lapd"]["information"], json!("0f123401ff"));
    assert_eq!(management["errors"], json!([]));
    let dummy = of_hex(Start::Q931, "08 00 62");
    assert_eq!((&dummy["q931"]["call_ref"], &dummy["q931"]["call_ref_flag"]), (&Json::Null, &Json::Null));
    let global = of_hex(Start::Q931, "08 02 80 00 46");
    assert_eq!((&global["q931"]["call_ref"], &global["q931"]["call_ref_flag"]), (&json!(0), &json!(1)));
    let segment = of_hex(Start::Q931, "08 02 00 01 60 00 02 81 05 80 90");
    assert_eq!(segment["q931"]["octets"], json!("8090"));
    let unknown = of_hex(Start::Q931, "08 02 00 01 50");
    assert_eq!(unknown["q931"]["message_type"], json!(0x50));
}

/// What holds for the object of any octets.
fn is_whole(object: &Json, length: usize) {
    let names: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["frame", "time", "direction", "lapd", "q931", "facility", "rose", "errors"]);
    for error in object["errors"].as_array().unwrap() {
        assert!(error["offset"].as_u64().unwrap() <= u64::try_from(length).unwrap(), "{object}");
        assert!(!error["what"].as_str().unwrap().is_empty());
    }
    for apdu in object["rose"].as_array().unwrap() {
        let ie = usize::try_from(apdu["ie"].as_u64().unwrap()).unwrap();
        assert!(!object["facility"][ie].is_null(), "{object}");
    }
    let text = tree::text(object);
    assert!(text.is_ascii() && !text.chars().any(|c| c.is_control() && c != '\n'), "{text}");
}

#[test]
fn cut_and_damaged_frames_still_give_whole_objects() {
    let mut damaged = 0;
    for record in
        records("27-number-types.pcap").into_iter().filter(|record| record.octets.len() > 20).take(12)
    {
        for length in 0..record.octets.len() {
            is_whole(&of_octets(Start::Lapd, &record.octets[..length]), length);
            for change in [0x01, 0x20, 0x80, 0xFF] {
                let mut octets = record.octets.clone();
                octets[length] ^= change;
                let object = of_octets(Start::Lapd, &octets);
                is_whole(&object, octets.len());
                damaged += usize::from(object["errors"] != json!([]));
            }
        }
    }
    assert!(damaged > 500, "only {damaged} of the changes were noticed");
}

#[test]
fn invalid_vectors_give_whole_objects() {
    let text = fs::read_to_string(captures().join("vectors/facility/invalid.jsonl")).unwrap();
    for line in text.lines() {
        let vector: Json = serde_json::from_str(line).unwrap();
        let Ok(Octets(octets)) = vector["hex"].as_str().unwrap().parse() else { continue };
        is_whole(&of_octets(Start::Facility, &octets), octets.len());
    }
}
