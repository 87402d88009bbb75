//! Chromium, led by its own protocol over two pipes: what a page is asked to do, and what the browser asks for meanwhile.

use std::collections::VecDeque;
use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long a page may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// A browser with one tab.
pub(crate) struct Chromium {
    child: Child,
    to: File,
    from: BufReader<File>,
    session: Option<String>,
    count: u64,
    events: VecDeque<Value>,
    /// Every address that was asked for.
    pub(crate) asked: Vec<String>,
    /// What was said on the console, or against the policy of a page.
    pub(crate) said: Vec<String>,
}

impl Chromium {
    /// A browser with a profile of its own in a folder.
    pub(crate) fn started(folder: &Path) -> Self {
        let (to, from) = (folder.join("to-chromium"), folder.join("from-chromium"));
        for pipe in [&to, &from] {
            assert!(Command::new("mkfifo").arg(pipe).status().expect("mkfifo").success());
        }
        let line = "exec chromium \"$@\" 3<\"$TO\" 4>\"$FROM\"";
        let mut command = Command::new("sh");
        command.args(["-c", line, "sh", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"]);
        command.args(["--disable-background-networking", "--remote-debugging-pipe", "--disable-dev-shm-usage"]);
        command.arg("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        command.arg(format!("--user-data-dir={}", folder.join("profile").display())).arg("about:blank");
        command.env("TO", &to).env("FROM", &from).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().expect("chromium");
        // Each end waits for the other.
        let to = OpenOptions::new().write(true).open(to).expect("a pipe");
        let from = BufReader::new(File::open(from).expect("a pipe"));
        let (events, asked, said) = (VecDeque::new(), Vec::new(), Vec::new());
        let mut browser = Self { child, to, from, session: None, count: 0, events, asked, said };
        let tab = browser.does("Target.createTarget", &json!({ "url": "about:blank" }))["targetId"].clone();
        let session = browser.does("Target.attachToTarget", &json!({ "targetId": tab, "flatten": true }))["sessionId"].clone();
        browser.session = session.as_str().map(str::to_owned);
        for domain in ["Page.enable", "Network.enable", "Runtime.enable", "Log.enable", "DOM.enable"] {
            browser.does(domain, &json!({}));
        }
        browser
    }

    /// Has something done, and gives what came of it.
    pub(crate) fn does(&mut self, method: &str, params: &Value) -> Value {
        self.count += 1;
        let id = self.count;
        let mut said = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = &self.session {
            said["sessionId"] = json!(session);
        }
        let mut bytes = said.to_string().into_bytes();
        bytes.push(0);
        self.to.write_all(&bytes).and_then(|()| self.to.flush()).expect("chromium listens");
        loop {
            let heard = self.hears();
            if heard["id"] == json!(id) {
                assert!(heard.get("error").is_none(), "{method}: {heard}");
                return heard["result"].clone();
            }
        }
    }

    fn hears(&mut self) -> Value {
        let mut bytes = Vec::new();
        self.from.read_until(0, &mut bytes).expect("chromium speaks");
        bytes.pop();
        let heard: Value = serde_json::from_slice(&bytes).expect("JSON");
        match heard["method"].as_str() {
            Some("Network.requestWillBeSent") => {
                self.asked.push(heard["params"]["request"]["url"].as_str().unwrap_or_default().to_owned());
            }
            Some("Log.entryAdded") => self.said.push(heard["params"]["entry"]["text"].as_str().unwrap_or_default().to_owned()),
            Some("Runtime.exceptionThrown" | "Runtime.consoleAPICalled") => self.said.push(heard["params"].to_string()),
            _ => {}
        }
        if heard.get("method").is_some() {
            self.events.push_back(heard.clone());
        }
        heard
    }

    /// Goes to an address, and waits until its page is there.
    pub(crate) fn visits(&mut self, address: &str) {
        // What is told of loading may still be the page before: one that is sent on loads twice. Every document has its own beginning.
        let before = self.says("performance.timeOrigin");
        self.leaves(|browser| drop(browser.does("Page.navigate", &json!({ "url": address }))));
        self.waits(&format!("performance.timeOrigin !== {before} && document.readyState === 'complete'"));
    }

    /// Does what leads to another page, and waits until that is there.
    pub(crate) fn leaves(&mut self, act: impl FnOnce(&mut Self)) {
        self.events.clear();
        act(self);
        let until = Instant::now() + PATIENCE;
        loop {
            while let Some(event) = self.events.pop_front() {
                if event["method"] == "Page.loadEventFired" {
                    return;
                }
            }
            assert!(Instant::now() < until, "the page does not come");
            self.hears();
        }
    }

    /// What an expression comes to in the page.
    pub(crate) fn says(&mut self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let said = self.does("Runtime.evaluate", &params);
        assert!(said.get("exceptionDetails").is_none(), "{said}");
        said["result"]["value"].clone()
    }

    /// Waits until an expression is true.
    pub(crate) fn waits(&mut self, expression: &str) {
        let until = Instant::now() + PATIENCE;
        while self.says(expression) != json!(true) {
            assert!(Instant::now() < until, "{expression} does not come true at {}", self.says("location.href"));
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Presses a key: Tab, Enter, a letter.
    pub(crate) fn presses(&mut self, key: &str, code: u32) {
        let text = match key {
            "Enter" => "\r",
            _ if key.chars().count() == 1 => key,
            _ => "",
        };
        for kind in ["keyDown", "keyUp"] {
            let text = if kind == "keyDown" { text } else { "" };
            let params = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
            self.does("Input.dispatchKeyEvent", &params);
        }
    }

    /// Types words where the focus is.
    pub(crate) fn types(&mut self, words: &str) {
        self.does("Input.insertText", &json!({ "text": words }));
    }

    /// A window as wide as that.
    pub(crate) fn is_wide(&mut self, width: u32) {
        let params = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.does("Emulation.setDeviceMetricsOverride", &params);
    }

    /// What axe finds in the page; `LIANDONG_AXE` names its file.
    pub(crate) fn axe(&mut self) -> (Vec<String>, usize) {
        let script = std::fs::read_to_string(std::env::var_os("LIANDONG_AXE").expect("a file")).expect("readable");
        // The page itself lets nothing run: this is run beside it.
        self.says(&format!("{script}; true"));
        let found = self.says(
            "axe.run().then(r => ({ found: r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | ')), passed: r.passes.length }))",
        );
        let words = found["found"].as_array().expect("a list").iter().map(|one| one.as_str().unwrap_or_default().to_owned());
        let passed = found["passed"].as_u64().and_then(|passed| usize::try_from(passed).ok()).expect("a number");
        (words.collect(), passed)
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
