//! A `pinx run` process and a small client of its interface.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    os::unix::net::UnixStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A link on which the system chooses the port, so that no two tests want the same one: [`Product::port`] tells it.
pub(crate) const LISTENS: &str = "listen = \"127.0.0.1:0\"";

/// A link to where nobody listens.
pub(crate) const TO_NOBODY: &str = "connect = \"127.0.0.1:1\"";

/// A configuration with one trunk.
pub(crate) struct Site<'a> {
    pub(crate) name: &'a str,
    pub(crate) side: &'a str,
    /// `listen = "..."` or `connect = "..."`.
    pub(crate) link: String,
    pub(crate) route: &'a str,
    pub(crate) phones: &'a [&'a str],
    /// Lines for `[callback]`.
    pub(crate) callback: &'a str,
}

impl Site<'_> {
    pub(crate) fn text(&self) -> String {
        let mut text = format!(
            "[node]\nname = \"{}\"\napi = \"unix:{}.sock\"\n\n[[trunk]]\nname = \"trunk\"\n\
             link = {{ kind = \"tcp\", {}, framing = \"len16\" }}\nside = \"{}\"\nchannels = \"1-15,17-31\"\n\n\
             [callback]\n{}\n\n[[route]]\nprefix = \"{}\"\ntrunk = \"trunk\"\n",
            self.name, self.name, self.link, self.side, self.callback, self.route
        );
        for phone in self.phones {
            text.extend(["\n[[extension]]\nnumber = \"", phone, "\"\n"]);
        }
        text
    }
}

/// A running node.
pub(crate) struct Product {
    child: Child,
    name: String,
    pub(crate) folder: TempDir,
}

impl Product {
    /// Starts it and waits for `ready NAME`.
    pub(crate) fn start(site: &Site<'_>, arguments: &[&str]) -> Self {
        Self::start_with(site.name, &site.text(), arguments)
    }

    /// The same with a whole configuration, which names the node so and has its interface at `NAME.sock`.
    pub(crate) fn start_with(name: &str, configuration: &str, arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("node.toml");
        fs::write(&file, configuration).unwrap();
        let mut child = Self::command(&file)
            .args(arguments)
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(fs::File::create(folder.path().join("log")).unwrap())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.next().and_then(Result::ok);
        let log = || fs::read_to_string(folder.path().join("log")).unwrap_or_default();
        assert_eq!(first, Some(format!("ready {name}")), "{}", log());
        // The ladder goes on to standard output; somebody has to read it.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, name: name.into(), folder }
    }

    pub(crate) fn command(file: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pinx"));
        command.arg("run").arg("-c").arg(file).stdin(Stdio::null());
        command
    }

    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// Where its trunk waits for the far end.
    pub(crate) fn port(&self) -> u16 {
        let log = self.log();
        let address = log.split_once("waits for the far end at ").expect("a trunk that listens").1;
        address.lines().next().and_then(|address| address.rsplit_once(':')?.1.parse().ok()).unwrap()
    }

    /// One request; its status and its JSON.
    pub(crate) fn request(&self, method: &str, path: &str, body: Option<&Value>) -> (u16, Value) {
        let mut stream = UnixStream::connect(self.folder.path().join(format!("{}.sock", self.name))).unwrap();
        let body = body.map(Value::to_string).unwrap_or_default();
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: pinx\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split_whitespace().nth(1).unwrap().parse().unwrap();
        let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        (status, serde_json::from_str(body).unwrap_or_else(|_| Value::String(body.into())))
    }

    pub(crate) fn press(&self, phone: &str, keys: &[&str]) -> Value {
        let (status, answer) =
            self.request("POST", &format!("/v1/phones/{phone}/keys"), Some(&json!({ "keys": keys })));
        assert_eq!(status, 200, "{phone} {keys:?}: {answer}");
        answer
    }

    pub(crate) fn phone(&self, number: &str) -> Value {
        self.request("GET", &format!("/v1/phones/{number}"), None).1
    }

    pub(crate) fn callbacks(&self) -> Vec<Value> {
        self.request("GET", "/v1/callbacks", None).1["callbacks"].as_array().unwrap().clone()
    }

    pub(crate) fn trunk(&self) -> Value {
        self.request("GET", "/v1/trunks", None).1["trunks"][0].clone()
    }

    /// Waits until the phone has this value, or this line on its display, for at most ten seconds.
    pub(crate) fn until(&self, phone: &str, member: &str, wanted: &str) {
        self.until_that(&format!("{phone} {member} {wanted}"), || match &self.phone(phone)[member] {
            Value::Array(lines) => lines.iter().any(|line| line == wanted),
            value => value == wanted,
        });
    }

    pub(crate) fn until_link_up(&self) {
        self.until_that("the link", || self.trunk()["link"] == "up");
    }

    /// Waits until a callback is listed in this state.
    pub(crate) fn until_callback(&self, state: &str) {
        self.until_that(&format!("a callback in {state}"), || {
            self.callbacks().iter().any(|callback| callback["state"] == state)
        });
    }

    /// Waits until nothing is left of any call or callback.
    pub(crate) fn until_quiet(&self) {
        self.until_that("nothing left", || {
            let trunk = self.trunk();
            self.callbacks().is_empty() && trunk["channels_busy"] == 0 && trunk["connections"] == 0
        });
    }

    pub(crate) fn until_that(&self, what: &str, mut test: impl FnMut() -> bool) {
        let start = Instant::now();
        while !test() {
            if start.elapsed() > Duration::from_secs(10) {
                let phones = self.request("GET", "/v1/phones", None).1;
                panic!(
                    "waited in vain for {what}\n{phones}\n{:?}\n{}\n{}",
                    self.callbacks(),
                    self.trunk(),
                    self.log()
                );
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub(crate) fn signal(&self, signal: &str) {
        let done = Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap();
        assert!(done.success());
    }

    /// Waits for the end of the process, for at most five seconds; its exit status.
    pub(crate) fn end(mut self) -> i32 {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(5) {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code().unwrap_or(-1);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("still running 5 s after it was told to end: {}", self.log());
    }
}

impl Drop for Product {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
