//! The program with a desk open, and whoever calls it over a socket, byte by byte.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{LIANDONG, Person};

/// How long the program may take to open.
const PATIENCE: Duration = Duration::from_mins(1);

/// A desk, and what its browser was given.
pub(crate) struct DeskAtWork {
    pub(crate) child: Child,
    pub(crate) port: u16,
    /// The invitation.
    pub(crate) token: String,
    /// The file that held it, as the browser was given it.
    pub(crate) file: PathBuf,
    /// The path and the cookie, once somebody is in.
    pub(crate) base: String,
    pub(crate) cookie: String,
}

/// What was answered.
pub(crate) struct Answered {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answered {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What a line of the head says.
    pub(crate) fn says(&self, name: &str) -> Option<&str> {
        let line = self.head.lines().find(|line| line.to_ascii_lowercase().starts_with(&format!("{name}:")))?;
        Some(line.split_once(':')?.1.trim())
    }

    /// The value of the first hidden field of a name.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let field = format!("name=\"{name}\" value=\"");
        let rest = text.split_once(&field).unwrap_or_else(|| panic!("no {name} in {text}")).1;
        rest.split('"').next().expect("an end").to_owned()
    }
}

/// Bytes sent to a port, and all that is answered.
pub(crate) fn called(port: u16, bytes: &[u8]) -> Answered {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("somebody listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a time");
    let _ = stream.write_all(bytes);
    let mut all = Vec::new();
    let _ = stream.read_to_end(&mut all);
    let _ = stream.shutdown(Shutdown::Both);
    let end = all.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(all.len());
    let head = String::from_utf8_lossy(&all[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    Answered { status, head, body: all.get(end + 4..).unwrap_or_default().to_vec() }
}

/// A program that stands where the system looks for what opens a page, and keeps a copy of the page with what may be done with it.
fn stand_in(folder: &Path) -> PathBuf {
    let bin = folder.join("stand-in");
    std::fs::create_dir_all(&bin).expect("a folder");
    let script = format!(
        "#!/bin/sh\nstat -c '%a %n' \"$1\" \"$(dirname \"$1\")\" >'{0}/modes'\ncp \"$1\" '{0}/entrance.new' && mv '{0}/entrance.new' '{0}/entrance.html'\n",
        folder.display()
    );
    std::fs::write(bin.join("xdg-open"), script).expect("written");
    std::fs::set_permissions(bin.join("xdg-open"), std::fs::Permissions::from_mode(0o755)).expect("a mode");
    bin
}

impl DeskAtWork {
    /// Opened, with its invitation not yet used.
    pub(crate) fn opened(person: &Person, args: &[&str]) -> Self {
        Self::opened_as(person, args, |_| {})
    }

    /// The same in an environment.
    pub(crate) fn opened_as(person: &Person, args: &[&str], more: impl FnOnce(&mut Command)) -> Self {
        let copy = person.home.join("entrance.html");
        let _ = std::fs::remove_file(&copy);
        let mut path = stand_in(&person.home).into_os_string();
        path.push(":");
        path.push(std::env::var_os("PATH").expect("a PATH"));
        let mut command = person.program(LIANDONG);
        command.args(args).arg("desk").env("PATH", path).env("DISPLAY", ":none");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        more(&mut command);
        let child = command.spawn().expect("runs");
        let until = Instant::now() + PATIENCE;
        while !copy.exists() {
            assert!(Instant::now() < until, "no browser was opened");
            std::thread::sleep(Duration::from_millis(20));
        }
        let page = std::fs::read_to_string(&copy).expect("a page");
        let between = |from: &str, to: &str| page.split_once(from).expect(from).1.split(to).next().expect(to).to_owned();
        let modes = std::fs::read_to_string(person.home.join("modes")).expect("modes");
        let file = modes.lines().next().expect("a line").split_once(' ').expect("a file").1.into();
        Self {
            child,
            port: between("http://127.0.0.1:", "/").parse().expect("a port"),
            token: between("value=\"", "\""),
            file,
            base: String::new(),
            cookie: String::new(),
        }
    }

    /// Opened, with somebody in.
    pub(crate) fn entered(person: &Person, args: &[&str]) -> Self {
        Self::opened(person, args).enter()
    }

    pub(crate) fn enter(mut self) -> Self {
        let welcome = self.redeem(&self.token.clone());
        assert_eq!(welcome.status, 200, "{}", welcome.text());
        let cookie = welcome.says("set-cookie").expect("a cookie").to_owned();
        assert!(cookie.ends_with("; HttpOnly; SameSite=Strict"), "{cookie}");
        cookie.split_once("Path=/").expect("a path").1.split(';').next().expect("an end").clone_into(&mut self.base);
        cookie.split(';').next().expect("a value").clone_into(&mut self.cookie);
        self
    }

    /// What is answered to an invitation.
    pub(crate) fn redeem(&self, token: &str) -> Answered {
        let body = format!("token={token}");
        self.raw("POST", "/", &[("Origin", "null"), ("Sec-Fetch-Site", "cross-site")], body.as_bytes())
    }

    /// A request with nothing but what is given.
    pub(crate) fn raw(&self, method: &str, path: &str, head: &[(&str, &str)], body: &[u8]) -> Answered {
        let host = format!("127.0.0.1:{}", self.port);
        self.raw_to(&host, method, path, head, body)
    }

    pub(crate) fn raw_to(&self, host: &str, method: &str, path: &str, head: &[(&str, &str)], body: &[u8]) -> Answered {
        let mut bytes = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\n").into_bytes();
        for (name, value) in head {
            bytes.extend(format!("{name}: {value}\r\n").bytes());
        }
        if method == "POST" {
            let form = !head.iter().any(|(name, _)| *name == "Content-Type");
            let media = if form { "Content-Type: application/x-www-form-urlencoded\r\n" } else { "" };
            bytes.extend(format!("{media}Content-Length: {}\r\n", body.len()).bytes());
        }
        bytes.extend(b"\r\n");
        bytes.extend(body);
        called(self.port, &bytes)
    }

    /// The path of a page.
    pub(crate) fn at(&self, page: &str) -> String {
        format!("/{}/{page}", self.base)
    }

    /// A page, as the browser asks for it.
    pub(crate) fn get(&self, page: &str) -> Answered {
        self.raw("GET", &self.at(page), &[("Cookie", &self.cookie), ("Sec-Fetch-Site", "same-origin")], b"")
    }

    /// A form, as the browser sends it from a page without referrer.
    pub(crate) fn post(&self, page: &str, body: &str) -> Answered {
        let head = [("Cookie", self.cookie.as_str()), ("Sec-Fetch-Site", "same-origin"), ("Origin", "null")];
        self.answered(self.raw("POST", &self.at(page), &head, body.as_bytes()))
    }

    /// What was answered to a form: a page lies at an address of its own, to which a browser goes.
    pub(crate) fn answered(&self, sent: Answered) -> Answered {
        match sent.says("location").filter(|at| sent.status == 303 && at.starts_with(&self.at("page/"))) {
            Some(at) => self.raw("GET", at, &[("Cookie", &self.cookie), ("Sec-Fetch-Site", "same-origin")], b""),
            None => sent,
        }
    }
}

impl DeskAtWork {
    /// Ends it by a signal, and waits for that.
    pub(crate) fn ends(&mut self, signal: &str) {
        let told = Command::new("kill").args([format!("-{signal}"), self.child.id().to_string()]).status();
        assert!(told.expect("kill").success());
        let until = Instant::now() + PATIENCE;
        while self.child.try_wait().expect("a child").is_none() {
            assert!(Instant::now() < until, "it goes on");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for DeskAtWork {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
