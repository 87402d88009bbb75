//! Pages of the desk against `todo` on the same register, and a list of records against what a clerk notices.
//!
//! `cargo bench --bench desk` prints how long each page takes to come over a socket, beside the command `todo --all` of the same run: a list is
//! to take 50 ms of 10,000 records, any page 100 ms more than that command. `LIANDONG_BENCH_RECORDS=100000` chooses another size, and
//! `LIANDONG_BENCH_REGISTER=FOLDER` a register instead of a generated one, which is copied.

#![allow(clippy::print_stdout)] // what it measured is all that it has to say

mod generator;
#[path = "measure/median.rs"]
mod median;

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use median::median;

const ROUNDS: usize = 9;
const LIANDONG: &str = env!("CARGO_BIN_EXE_liandong");
/// The unit that sits there.
const UNIT: &str = "yingji";

/// The pages, with whether they list records.
const PAGES: &[(&str, bool)] = &[
    ("records?kind=hazards", true),
    ("records?kind=hazards&year=2025&unit=yingji", true),
    ("records?kind=hazards&mine=mine1&page=2", true),
    ("mines", true),
    ("todo", false),
    ("new/hazard/new", false),
    ("new/hazard/close", false),
    ("record/hazards/2025/yingji/001", false),
    ("check?year=2025", false),
    ("share", false),
];

struct Desk {
    child: Child,
    port: u16,
    base: String,
    cookie: String,
}

impl Desk {
    /// A desk that its browser has entered: a program that stands where the system looks for one keeps the page that lets it in.
    fn entered(home: &std::path::Path, folder: &std::path::Path) -> Self {
        let (bin, page) = (home.join("bin"), home.join("entrance.html"));
        fs::create_dir_all(&bin).expect("a folder");
        let script = format!("#!/bin/sh\ncp \"$1\" '{0}.new' && mv '{0}.new' '{0}'\n", page.display());
        fs::write(bin.join("xdg-open"), script).expect("written");
        fs::set_permissions(bin.join("xdg-open"), fs::Permissions::from_mode(0o755)).expect("a mode");
        let path = format!("{}:{}", bin.display(), std::env::var("PATH").expect("a PATH"));
        let mut command = program(home, folder, &["desk"]);
        let child = command.env("PATH", path).env("DISPLAY", ":none").stderr(Stdio::null()).spawn().expect("a program");
        while !page.exists() {
            std::thread::sleep(Duration::from_millis(20));
        }
        let said = fs::read_to_string(&page).expect("a page");
        let between = |from: &str, to: &str| said.split_once(from).expect(from).1.split(to).next().expect(to).to_owned();
        let port = between("http://127.0.0.1:", "/").parse().expect("a port");
        let mut desk = Self { child, port, base: String::new(), cookie: String::new() };
        let body = format!("token={}", between("value=\"", "\""));
        let head = format!(
            "POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: null\r\nSec-Fetch-Site: cross-site\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        let welcome = desk.called(&head);
        let cookie = welcome.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a cookie");
        cookie.split_once("Path=/").expect("a path").1.split(';').next().expect("an end").clone_into(&mut desk.base);
        cookie.split(';').next().expect("a value").clone_into(&mut desk.cookie);
        desk
    }

    fn called(&self, bytes: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("somebody listens");
        stream.write_all(bytes.as_bytes()).expect("heard");
        let mut all = Vec::new();
        stream.read_to_end(&mut all).expect("an answer");
        String::from_utf8_lossy(&all).into_owned()
    }

    fn page(&self, page: &str) -> Duration {
        let head = format!(
            "GET /{}/{page} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nCookie: {}\r\nSec-Fetch-Site: same-origin\r\n\r\n",
            self.base, self.port, self.cookie
        );
        let begun = Instant::now();
        let answer = self.called(&head);
        let taken = begun.elapsed();
        assert!(answer.starts_with("HTTP/1.1 200"), "{page}: {}", answer.lines().next().unwrap_or_default());
        taken
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn program(home: &std::path::Path, folder: &std::path::Path, args: &[&str]) -> Command {
    let mut command = Command::new(LIANDONG);
    command.env("HOME", home).env("XDG_CACHE_HOME", home.join("cache")).env("LIANDONG_UNIT", UNIT).args(args);
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null());
    command
}

fn git(folder: &std::path::Path, args: &[&str]) {
    let own = ["-c", "user.name=a", "-c", "user.email=a@example.invalid"];
    let status = Command::new("git").current_dir(folder).args(own).args(args).status().expect("git");
    assert!(status.success(), "git {args:?}");
}

fn main() {
    let home = tempfile::tempdir().expect("a folder");
    let folder: PathBuf = home.path().join("register");
    let count = std::env::var("LIANDONG_BENCH_RECORDS").ok().map_or(10_000, |count| count.parse().expect("a number"));
    if let Ok(register) = std::env::var("LIANDONG_BENCH_REGISTER") {
        let copied = Command::new("cp").arg("-r").arg(register).arg(&folder).status().expect("cp");
        assert!(copied.success());
    } else {
        generator::hazards(&folder, count);
        for args in [&["init", "-q", "-b", "main"][..], &["add", "-A"], &["commit", "-qm", "0"], &["gc", "-q"]] {
            git(&folder, args);
        }
    }
    let todo = || {
        let begun = Instant::now();
        assert!(program(home.path(), &folder, &["todo", "--all"]).status().expect("a program").success());
        begun.elapsed()
    };
    // What is written within the last seconds is read again.
    std::thread::sleep(Duration::from_secs(3));
    let desk = Desk::entered(home.path(), &folder);
    todo();
    let floor = median((0..ROUNDS).map(|_| todo()).collect());
    println!("{count:>7} records: todo --all {floor:>9.1?}");
    for (page, is_list) in PAGES {
        let first = desk.page(page);
        let taken = median((0..ROUNDS).map(|_| desk.page(page)).collect());
        let limit = if *is_list { Duration::from_millis(50) } else { floor + Duration::from_millis(100) };
        let ratio = taken.as_secs_f64() / limit.as_secs_f64();
        println!("{taken:>9.1?} (first {first:>9.1?}), {ratio:.2} of its limit: {page}");
    }
}
