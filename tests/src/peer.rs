use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// Which of the two PINXs of a scenario: A calls and asks for the callback, B is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The originating one.
    A,
    /// The terminating one.
    B,
}

/// A scenario file: what each of two libpri peers is to do.
#[derive(Clone, Debug)]
pub struct Scenario {
    options: [String; 2],
    scripts: [String; 2],
}

impl Scenario {
    /// The names of all scenarios, in their order.
    pub fn names() -> Vec<String> {
        let files =
            fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = files.filter_map(|file| file.strip_suffix(".scn").map(Into::into)).collect();
        names.sort();
        names
    }

    /// Reads `tests/interop/scenarios/NAME.scn`.
    pub fn read(name: &str) -> Self {
        let path = folder().join(format!("{name}.scn"));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut scenario =
            Self { options: ["--net".into(), "--cpe".into()], scripts: [String::new(), String::new()] };
        let mut part = None;
        for line in text.lines() {
            match (part, line) {
                (_, "== A") => part = Some(0),
                (_, "== B") => part = Some(1),
                (Some(part), line) => scenario.scripts[part].extend([line, "\n"]),
                (None, line) => {
                    if let Some(options) = line.strip_prefix("# a-opts:") {
                        scenario.options[0] = options.trim().into();
                    } else if let Some(options) = line.strip_prefix("# b-opts:") {
                        scenario.options[1] = options.trim().into();
                    }
                }
            }
        }
        assert!(scenario.scripts.iter().all(|script| !script.is_empty()), "{name} has two scripts");
        scenario
    }

    /// The options and the script of one place.
    pub fn part(&self, place: Place) -> (&str, &str) {
        let index = usize::from(place == Place::B);
        (&self.options[index], &self.scripts[index])
    }
}

/// The words of options; what stands between quotation marks is one word.
pub fn words(options: &str) -> Vec<String> {
    let (mut words, mut quoted) = (vec![String::new()], false);
    for letter in options.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().unwrap().push(letter),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("interop/scenarios")
}

/// A running `libpri-peer`.
#[derive(Debug)]
pub struct Peer {
    child: Child,
    log: PathBuf,
    _folder: tempfile::TempDir,
}

impl Peer {
    /// Starts it as `options` say, with this script, and lets it connect to the port.
    ///
    /// Fails when it has not been built: nothing is skipped in silence.
    pub fn start(options: &str, script: &str, port: u16) -> Self {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/interop/libpri-peer");
        assert!(program.exists(), "the libpri peer is not built: run `cargo xtask peer` (needs libpri-dev)");
        let folder = tempfile::tempdir().unwrap();
        let (script_file, log) = (folder.path().join("script"), folder.path().join("log"));
        fs::write(&script_file, script).unwrap();
        let child = Command::new(program)
            .args(words(options))
            .args(["--tcp-connect", &port.to_string(), "--max-seconds", "60", "--script"])
            .arg(&script_file)
            .arg("--log")
            .arg(&log)
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        Self { child, log, _folder: folder }
    }

    /// Whether its script has come to its end, and well.
    pub fn finished(&mut self) -> Option<bool> {
        self.child.try_wait().unwrap().map(|status| status.success())
    }

    /// Whether its script has come to the point where it waits for something of ours: what it prepares before (a busy
    /// extension, say) is in force.
    pub fn expects(&self) -> bool {
        self.logged().contains(r#""text":"expect"#)
    }

    /// What it has logged so far.
    pub fn logged(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to stop.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
