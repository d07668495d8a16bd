//! `pinx decode` as a program: exit status, messages, and what is printed before something goes wrong.
#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value as Json, json};

fn captures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../captures")
}

fn capture() -> PathBuf {
    captures().join("libpri/03-ccbs-retained.pcap")
}

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pinx"));
    command.arg("decode");
    command
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn lines(output: &Output) -> Vec<Json> {
    let text = str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn said(output: &Output) -> &str {
    str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn the_frames_before_a_cut_are_printed() {
    let whole = fs::read(capture()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cut.pcap");
    fs::write(&path, &whole[..whole.len() - 1]).unwrap();
    let output = command().arg("--json").arg(&path).output().unwrap();
    assert_eq!(status(&output), 1);
    assert_eq!(lines(&output).len(), 40);
    assert!(said(&output).contains("The 40 frames before that are shown"), "{}", said(&output));
}

#[test]
fn a_file_that_cannot_be_read_is_1_and_the_next_step_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("text");
    fs::write(&text, "this is no capture").unwrap();
    let ethernet = folder.path().join("ethernet.pcap");
    let mut octets = fs::read(capture()).unwrap();
    octets[20] = 1;
    fs::write(&ethernet, octets).unwrap();
    for (path, word) in
        [(folder.path().join("none"), "Check the path"), (text, "--hex"), (ethernet, "177 or 203")]
    {
        let output = command().arg(&path).output().unwrap();
        assert_eq!((status(&output), output.stdout.len()), (1, 0));
        assert!(
            said(&output).contains(word) && said(&output).contains(path.to_str().unwrap()),
            "{}",
            said(&output)
        );
    }
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let output = command().arg("--json").arg("no such file").arg(capture()).output().unwrap();
    assert_eq!((status(&output), lines(&output).len()), (1, 41));
    assert!(lines(&output)[0]["file"].as_str().unwrap().ends_with("03-ccbs-retained.pcap"));
}

#[test]
fn wrong_use_is_2() {
    let uses: [&[&str]; 15] = [
        &[],
        &["--hex", "9f aa"],
        &["--as", "lapd"],
        &["--as", "lapd", "--input", "hex", "file"],
        &["--hex", "9f a", "--as", "facility"],
        &["--hex", "9f xx", "--as", "facility"],
        &["--hex", "", "--as", "facility"],
        &["--json", "--line", "file"],
        &["--story", "--ladder", "file"],
        &["--json", "--ladder", "file"],
        &["--message", "HELLO", "file"],
        &["--operation", "ccRingin", "file"],
        &["--call-ref", "40000", "file"],
        &["--party", "20x1", "file"],
        &["--from", "yesterday", "file"],
    ];
    for arguments in uses {
        let output = command().args(arguments).output().unwrap();
        assert_eq!((status(&output), output.stdout.len()), (2, 0), "{arguments:?}");
        assert!(!said(&output).is_empty());
    }
}

#[test]
fn octets_on_the_lines_of_a_file_are_read_as_what_they_are_said_to_be() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("facilities.txt");
    fs::write(
        &path,
        "# two of them\n9f aa 06 80 01 00 82 01 00 a1 08 02 01 04 02 01 20 05 00\nnot hex\n\n\
                      {\"id\":\"x\",\"hex\":\"9fa10802010402011f0500\"}\n",
    )
    .unwrap();
    let output = command().args(["--as", "facility", "--json"]).arg(&path).output().unwrap();
    assert_eq!(status(&output), 0, "{}", said(&output));
    let read: Vec<_> = lines(&output)
        .iter()
        .map(|object| (object["frame"].clone(), object["rose"][0]["op"].clone()))
        .collect();
    assert_eq!(
        read,
        [(json!(2), json!("ccSuspend")), (json!(5), json!("ccRingout"))],
        "{:?}",
        lines(&output)
    );
    assert!(said(&output).contains("1 line left out, the first is line 3"), "{}", said(&output));

    fs::write(&path, "a10802010402011f0500\n").unwrap();
    let output = command().args(["--as", "apdu", "--line"]).arg(&path).output().unwrap();
    assert!(str::from_utf8(&output.stdout).unwrap().contains("<ccRingout>"), "{output:?}");

    fs::write(&path, "nothing").unwrap();
    let output = command().args(["--as", "apdu"]).arg(&path).output().unwrap();
    assert_eq!(status(&output), 1);
    assert!(said(&output).contains("no octets in it"), "{}", said(&output));
}

#[test]
fn the_story_of_a_trace_without_times_tells_no_times() {
    let path = captures().join("containers/qsig-ccbs-retain.hex.txt");
    let output = command().arg("--story").arg(path).output().unwrap();
    let story = str::from_utf8(&output.stdout).unwrap();
    assert!(story.contains("no times in this trace") && story.contains("ended: connected\n"), "{story}");
    assert!(!story.contains("1970") && !story.contains("00:00"), "{story}");
}

#[test]
fn pasted_octets_are_read_at_each_layer() {
    let read = |octets: &str, layer: &str| {
        let output = command().args(["--hex", octets, "--as", layer, "--json"]).output().unwrap();
        assert_eq!(status(&output), 0);
        let [object] = &lines(&output)[..] else { panic!("not one line") };
        object.clone()
    };
    let facility = read("91 a1 08 02 01 01 02 01 1c 05 00", "facility");
    assert_eq!((&facility["lapd"], &facility["q931"]), (&Json::Null, &Json::Null));
    assert_eq!(facility["rose"][0]["op"], json!("ccCancel"));
    assert_eq!(facility["errors"], json!([]));
    let message = read("08:02:00:01:7d:08:02:80:e1:14:01:0a", "q931");
    assert_eq!((&message["lapd"], &message["q931"]["message"]), (&Json::Null, &json!("STATUS")));
    let frame = read("00017f", "lapd");
    assert_eq!(frame["lapd"]["type"], json!("SABME"));
    // What cannot be read is no wrong use.
    let wrong = read("ff", "lapd");
    assert_eq!((&wrong["lapd"]["octets"], &wrong["errors"][0]["layer"]), (&json!("ff"), &json!("lapd")));
}

#[test]
fn a_damaged_record_keeps_its_number() {
    let mut octets = fs::read(capture()).unwrap();
    // The protocol field in the pseudo header of the first packet: file header 24, packet header 16.
    octets[24 + 16 + 15] = 0xFF;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("damaged.pcap");
    fs::write(&path, octets).unwrap();
    let output = command().arg("--json").arg(&path).output().unwrap();
    let lines = lines(&output);
    assert_eq!((status(&output), lines.len()), (0, 41));
    assert_eq!((&lines[0]["lapd"], &lines[0]["errors"][0]["layer"]), (&Json::Null, &json!("file")));
    assert_eq!((&lines[1]["frame"], &lines[1]["lapd"]["type"]), (&json!(2), &json!("SABME")));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = command().arg("--json").arg(capture()).stdout(writer).output().unwrap();
    assert_eq!((status(&output), said(&output)), (0, ""));
}

#[test]
fn every_container_of_the_same_frames_reads_the_same() {
    let read = |name: &str| {
        let output = command().arg("--json").arg(captures().join("containers").join(name)).output().unwrap();
        assert_eq!(status(&output), 0, "{name}: {}", said(&output));
        lines(&output)
    };
    let pcapng = read("qsig-ccbs-retain.pcapng");
    assert!(pcapng.len() > 10);
    assert!(pcapng.iter().any(|frame| frame["rose"][0]["op"] == "ccbsRequest"));
    for name in
        ["qsig-ccbs-retain-bigendian.pcap", "qsig-ccbs-retain-nsec.pcap", "qsig-ccbs-retain.pcapng.gz"]
    {
        assert!(read(name) == pcapng, "{name}");
    }
    // Link type 203 does not tell who sent a frame, what text2pcap reads only whether the recording system did.
    let mut guessed = pcapng.clone();
    for frame in &mut guessed {
        frame["direction_guessed"] = json!(true);
    }
    for name in ["qsig-ccbs-retain-link203.pcap", "qsig-ccbs-retain.text2pcap.txt"] {
        assert!(read(name) == guessed, "{name}");
    }
    // Hex without times.
    let mut without_times = pcapng;
    for frame in &mut without_times {
        frame["time"] = Json::Null;
    }
    assert!(read("qsig-ccbs-retain.hex.txt") == without_times);
}

/// A command that is given this on its standard input.
fn with_input(arguments: &[&str], input: &[u8]) -> Output {
    use std::io::Write;
    use std::process::Stdio;
    let mut child = command()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_standard_input_is_read_and_what_became_no_frame_is_told() {
    let text = b"a remark\nU 00 01 7f\nanother one\n> 08 02 00 01 05 a1\n";
    let output = with_input(&["--json", "-"], text);
    let [frame, message] = &lines(&output)[..] else { panic!("{}", said(&output)) };
    assert_eq!(frame["lapd"]["type"], json!("SABME"));
    assert_eq!((&frame["direction"], &frame["direction_guessed"]), (&json!("user-to-network"), &Json::Null));
    assert_eq!((&message["lapd"], &message["q931"]["message"]), (&Json::Null, &json!("SETUP")));
    assert_eq!(message["direction_guessed"], json!(true));
    assert_eq!(status(&output), 0);
    assert!(
        said(&output).contains("2 lines without a frame left out, the first is line 1."),
        "{}",
        said(&output)
    );
}

#[test]
fn a_guess_is_said_in_every_view() {
    let text = b"> 02 01 7f\n";
    for (arguments, shown) in [
        (&["--line", "-"][..], "net -> user LAPD  SABME P    (direction guessed)"),
        (&["-"], "net -> user (guessed) SABME P"),
    ] {
        let output = with_input(arguments, text);
        let out = str::from_utf8(&output.stdout).unwrap();
        assert!(out.contains(shown), "{out}");
    }
}

#[test]
fn a_packed_log_that_is_cut_is_read_up_to_there() {
    let whole = fs::read(captures().join("containers/qsig-ccbs-retain.hex.txt.gz")).unwrap();
    let output = with_input(&["--json", "-"], &whole[..whole.len() - 100]);
    assert_eq!(status(&output), 1);
    assert!(lines(&output).len() > 5);
    assert!(said(&output).contains("the gzip file is cut"), "{}", said(&output));
}

#[test]
fn the_kind_of_file_can_be_forced_and_a_wrong_one_is_wrong_use() {
    let private = captures().join("containers/qsig-ccbs-retain-private.pcap");
    let output = command().arg("--json").arg(&private).output().unwrap();
    assert_eq!(status(&output), 1);
    assert!(said(&output).contains("--input pcap-private"), "{}", said(&output));
    let output = command().args(["--json", "--input", "pcap-private"]).arg(&private).output().unwrap();
    assert_eq!((status(&output), lines(&output).len()), (0, 37));
    let output = command().args(["--input", "nothing"]).arg(&private).output().unwrap();
    assert_eq!(status(&output), 2);
    assert!(said(&output).contains("hdlc-bits"), "{}", said(&output));
}

#[test]
fn damaged_frames_of_a_stream_are_told() {
    let name = "containers/qsig-ccbs-retain-user.hdlc-octets.bin";
    let output = command().arg("--json").arg(captures().join(name)).output().unwrap();
    assert_eq!((status(&output), lines(&output).len()), (0, 17));
    assert!(
        said(&output).contains("Damaged frames left out: 1 wrong frame check sequence."),
        "{}",
        said(&output)
    );
}

/// The lines of `decode` with these options over the capture of a callback.
fn lines_with(options: &[&str]) -> Vec<String> {
    let output = command().args(options).arg(capture()).output().unwrap();
    assert_eq!((status(&output), said(&output)), (0, ""), "{options:?}");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn filters_choose_frames_and_all_must_fit() {
    let count = |options: &[&str]| lines_with(&[&["--line"], options].concat()).len();
    assert_eq!(count(&[]), 41);
    assert_eq!(count(&["--message", "setup"]), 3);
    assert_eq!(count(&["--message", "SETUP", "--message", "sabme"]), 5);
    // The request and its result.
    assert_eq!(count(&["--operation", "ccbsRequest"]), 2);
    assert_eq!(count(&["--call-ref", "0x0002"]), 7);
    assert_eq!(count(&["--call-ref", "2", "--message", "CONNECT"]), 1);
    // Three calls, all their messages; RR and SABME are of nobody.
    assert_eq!(count(&["--party", "6001"]), 20);
    assert_eq!(count(&["--party", "6001", "--call-ref", "3"]), 8);
    assert_eq!(count(&["--from", "2026-11-21T20:36:40.577Z"]), 18);
    assert_eq!(count(&["--from", "20:36:40.577", "--to", "20:36:40.6"]), 12);
}

#[test]
fn a_filter_that_nothing_fits_says_so_and_is_no_failure() {
    for view in ["--line", "--json", "--story", "--stats", "--findings", "--ladder"] {
        let output = command().args([view, "--party", "9999"]).arg(capture()).output().unwrap();
        assert_eq!(status(&output), 0);
        assert!(said(&output).contains("no frame fits the filters"), "{view}: {}", said(&output));
    }
}

#[test]
fn a_story_is_told_when_one_of_its_frames_fits() {
    let told = |options: &[&str]| lines_with(&[&["--story"], options].concat()).len();
    let whole = told(&[]);
    assert!(whole > 8);
    assert_eq!(told(&["--operation", "ccRingout"]), whole);
}

#[test]
fn the_frames_that_are_written_are_those_that_were_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.pcapng");
    let write = |options: &[&str]| {
        let output = command().args(options).arg("--to-pcapng").arg(&path).arg(capture()).output().unwrap();
        assert_eq!((status(&output), output.stdout.len()), (0, 0), "{}", said(&output));
        let read = command().arg("--json").arg(&path).output().unwrap();
        assert_eq!(status(&read), 0);
        lines(&read)
    };
    let original: Vec<Json> =
        lines_with(&["--json"]).iter().map(|it| serde_json::from_str(it).unwrap()).collect();
    assert_eq!(write(&[]), original);
    assert_eq!(write(&["--message", "SETUP"]).len(), 3);
    let masked = write(&["--mask"]);
    assert_eq!(masked.len(), original.len());
    let text = masked.iter().map(Json::to_string).collect::<String>();
    assert!(!text.contains("2001") && !text.contains("32303031") && !text.contains("6001"), "{text}");
    let request = masked.iter().find(|frame| frame["rose"][0]["op"] == "ccbsRequest").unwrap();
    assert_eq!(request["errors"], json!([]));
    let argument = &request["rose"][0]["argument"];
    let a = &argument["numberA"]["presentationAllowedAddressNU"]["unknownPartyNumber"];
    assert_eq!((a, &argument["numberB"]["unknownPartyNumber"]), (&json!("1000"), &json!("1001")));
}

#[test]
fn a_mask_hides_in_every_view_and_filters_go_by_the_real_numbers() {
    for view in ["--tree", "--line", "--json", "--ladder", "--story", "--stats", "--findings"] {
        let text = lines_with(&[view, "--mask", "--party", "2001"]).join(" ");
        assert!(text.len() > 20 && !text.contains("2001") && !text.contains("6001"), "{view}: {text}");
    }
    let output = command().args(["--mask", "--line", "--party", "1000"]).arg(capture()).output().unwrap();
    assert_eq!(output.stdout.len(), 0, "1000 is a stand-in");
    let output =
        command().args(["--mask", "--as", "q931", "--hex", "08 02 00 01 05 70 05 80 36 30 30 31"]).output();
    let text = String::from_utf8(output.unwrap().stdout).unwrap();
    assert!(text.contains("digits: 1000") && !text.contains("36 30 30 31"), "{text}");
}

#[test]
fn a_file_that_is_read_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trunk.pcap");
    fs::copy(capture(), &path).unwrap();
    let output = command().arg("--to-pcapng").arg(&path).arg(&path).output().unwrap();
    assert_eq!(status(&output), 1);
    assert!(said(&output).contains("choose another name"), "{}", said(&output));
    assert_eq!(fs::read(&path).unwrap(), fs::read(capture()).unwrap());
}

#[test]
fn a_trace_in_several_files_is_one_story() {
    let folder = tempfile::tempdir().unwrap();
    let whole = captures().join("findings/over-hours.pcapng");
    let (first, second) = (folder.path().join("1.pcapng"), folder.path().join("2.pcapng"));
    for (path, option) in [(&first, "--to"), (&second, "--from")] {
        let output = command()
            .args([option, "2026-01-05T23:00:00Z", "--to-pcapng"])
            .arg(path)
            .arg(&whole)
            .output()
            .unwrap();
        assert_eq!(status(&output), 0);
    }
    let story = |files: &[&PathBuf]| {
        let output = command().args(["--story", "--json"]).args(files).output().unwrap();
        lines(&output)
    };
    let [one] = &story(&[&first, &second])[..] else { panic!("not one callback") };
    assert_eq!((&one["ended"], &one["retained"]), (&json!("connected"), &json!(false)));
    let words: Vec<&str> =
        one["steps"].as_array().unwrap().iter().map(|step| step["what"].as_str().unwrap()).collect();
    assert_eq!(
        words,
        [
            "called",
            "requested",
            "accepted",
            "free",
            "suspended",
            "resumed",
            "free",
            "recalled",
            "rings",
            "finished",
            "connected"
        ]
    );
    let files: Vec<bool> = one["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["file"].as_str().unwrap().ends_with("1.pcapng"))
        .collect();
    assert_eq!(files.iter().filter(|first| **first).count(), 3, "{one}");
    // Without the first file the request is not known, and the callback is.
    assert_eq!(story(&[&second])[0]["service"], Json::Null);
}

#[test]
fn a_story_is_the_same_where_the_file_does_not_tell_who_sent_a_frame() {
    let story = |name: &str| {
        let path = captures().join("containers").join(name);
        let output = command().args(["--story", "--json"]).arg(path).output().unwrap();
        assert_eq!(status(&output), 0, "{}", said(&output));
        let mut callbacks = lines(&output);
        for callback in &mut callbacks {
            callback["link"].take();
            callback["steps"].as_array_mut().unwrap().iter_mut().for_each(|step| drop(step["link"].take()));
        }
        callbacks
    };
    let known = story("qsig-ccbs-retain.pcapng");
    assert!(!known.is_empty() && known[0]["ended"] == "connected", "{known:?}");
    assert_eq!(story("qsig-ccbs-retain-link203.pcap"), known);
}

#[test]
fn findings_of_several_files_name_the_file() {
    let (first, second) = (capture(), captures().join("libpri/13-reject-short-term.pcap"));
    let output = command().arg("--findings").args([&first, &second]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let wanted = format!("    frames 15, 18 of {} at ", second.display());
    assert!(text.contains(&wanted), "{text}");
    let output = command().args(["--findings", "--json"]).args([&first, &second]).output().unwrap();
    let [finding] = &lines(&output)[..] else { panic!("not one finding") };
    assert_eq!(
        (&finding["frames"], &finding["files"][1]),
        (&json!([15, 18]), &json!(second.to_str().unwrap()))
    );
    assert_eq!((&finding["finding"], &finding["side"]), (&json!("request-refused"), &json!("user")));
}

#[test]
fn a_hundred_steps_of_a_callback_are_kept_and_one_more_is_counted() {
    const KEPT: usize = 100;
    let header = "9f aa 06 80 01 00 82 01 00 8b 01 00";
    let mut frames = format!(
        "02 01 04 06 08 02 00 02 05 04 02 a8 80 18 01 ac 1c 2e {header} a1 20 02 01 01 02 01 28 30 18 a0 06 80 04 32 30 30 \
         31 80 04 36 30 30 31 40 05 04 03 80 90 a3 8d 01 01 6c 06 00 81 32 30 30 31 70 05 80 36 30 30 31\n\
         00 01 08 06 08 02 80 02 07 18 01 ac 1c 1b {header} a2 0d 02 01 01 30 08 02 01 28 30 03 80 01 01\n"
    );
    // The request and its result are the first two; then ccSuspend and ccResume, each with an invoke id of its own.
    for step in 3..=KEPT + 1 {
        if step == KEPT + 1 {
            assert_eq!(steps(&frames), (KEPT, json!(0)));
        }
        let operation = if step % 2 == 1 { 0x20 } else { 0x21 };
        let facility = format!("1c 16 {header} a1 08 02 01 {step:02x} 02 01 {operation:02x} 05 00");
        frames.extend(["02 01 06 08 08 02 00 02 62 ", &facility, "\n"]);
    }
    assert_eq!(steps(&frames), (KEPT, json!(1)));
}

/// How many steps the one callback of these frames has, and how many were left out.
fn steps(frames: &str) -> (usize, Json) {
    let story = lines(&with_input(&["--story", "--json", "-"], frames.as_bytes()));
    let [callback] = &story[..] else { panic!("{story:?}") };
    (callback["steps"].as_array().unwrap().len(), callback["steps_left_out"].clone())
}
