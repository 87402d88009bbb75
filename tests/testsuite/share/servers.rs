//! Real servers on the loopback: git's own daemon and smart HTTP, with the gate; servers that refuse and servers that die.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use snapbox::str;

use super::district::{District, git_in, someone};
use crate::support::{Person, assert_whole, command, said};

/// A server at a port of its own: whoever listens there answers each connection as `answer` does, in a thread. The port is taken before
/// it is told, so that nobody else can have it meanwhile.
fn serve(answer: impl Fn(TcpStream) -> std::io::Result<()> + Clone + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = answer.clone();
            std::thread::spawn(move || answer(stream));
        }
    });
    port
}

/// git's daemon, started for each connection as inetd starts it.
fn daemon(base: &Path) -> u16 {
    // The program itself, not git around it.
    let program = Path::new(git_in(base, &["--exec-path"]).trim()).join("git-daemon");
    let base = base.to_owned();
    serve(move |stream| {
        let mut daemon = command(&program, &base);
        daemon.args(["--inetd", "--log-destination=none", "--export-all", "--enable=receive-pack"]);
        daemon.arg(format!("--base-path={}", base.display())).arg(&base).stderr(Stdio::null());
        daemon.stdin(OwnedFd::from(stream.try_clone()?)).stdout(OwnedFd::from(stream)).status().map(drop)
    })
}

/// Everybody is sent to another address.
fn move_to(people: &[&Person], address: &str) {
    for person in people {
        person.git(&["remote", "set-url", "origin", address]);
    }
}

/// The round that every server must serve: a clone, filings on both sides, a forgery.
fn a_round(district: &District, police: &Person, address: &str) {
    move_to(&[&district.office, police], address);
    police.lead("一");
    police.says(
        &["sync"],
        str![[r#"
送出 1 次登记

"#]],
    );
    district.office.lead("二");
    district.office.says(
        &["sync"],
        str![[r#"
送出 1 次登记
取来：
  公安：新 1 件

"#]],
    );
    let reader = someone(district.top.path(), "reader");
    reader.ok(&["clone", address, "register"]);
    assert_eq!(reader.head(), district.office.head());
    reader.assert_clean();
    // The gate says in Chinese why not, through the server.
    police.ok(&["sync"]);
    police.write("leads/2025/linye/001.toml", "received = 2025-11-21\nchannel = \"patrol\"\ntitle = \"别家（虚构）\"\n");
    police.git(&["add", "-A"]);
    police.git(&["commit", "-qm", &police.for_register("别家的（虚构）")]);
    let pushed = police.try_git(&["push", "origin", "HEAD:main"]);
    assert!(!pushed.status.success() && said(&pushed).contains("归林业"));
    police.git(&["reset", "-q", "--hard", "HEAD~1"]);
}

#[test]
fn by_the_git_protocol() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let port = daemon(district.top.path());
    a_round(&district, &police, &format!("git://127.0.0.1:{port}/hub.git"));
}

/// A web server that hands every request to git's own program for it.
struct Web {
    port: u16,
    /// Whether it asks who one is.
    locked: Arc<AtomicBool>,
    /// Whether it dies when a push arrives.
    dies: Arc<AtomicBool>,
}

impl Web {
    fn over(base: &Path) -> Self {
        let (locked, dies) = (Arc::<AtomicBool>::default(), Arc::<AtomicBool>::default());
        let (base, asks, kills) = (base.to_owned(), Arc::clone(&locked), Arc::clone(&dies));
        Self { port: serve(move |stream| answer(stream, &base, &asks, &kills)), locked, dies }
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}/hub.git", self.port)
    }
}

/// Answers one request, by CGI.
fn answer(mut stream: TcpStream, base: &Path, locked: &AtomicBool, dies: &AtomicBool) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
    let [method, target, _] = &words[..] else { return Ok(()) };
    let mut headers = Vec::new();
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = header.trim().split_once(':') {
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    let header = |name: &str| headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone());
    if locked.load(Ordering::SeqCst) && header("authorization").is_none() {
        let refused =
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        return stream.write_all(refused.as_bytes());
    }
    let length: usize = header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    if dies.load(Ordering::SeqCst) && target.ends_with("/git-receive-pack") {
        let mut half = vec![0; length / 2];
        reader.read_exact(&mut half)?;
        return stream.shutdown(std::net::Shutdown::Both);
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut cgi = command("git", base);
    cgi.arg("http-backend").env("GIT_PROJECT_ROOT", base).env("GIT_HTTP_EXPORT_ALL", "1").env("REMOTE_USER", "somebody");
    cgi.env("PATH_INFO", path).env("QUERY_STRING", query).env("REQUEST_METHOD", method);
    cgi.env("CONTENT_TYPE", header("content-type").unwrap_or_default()).env("CONTENT_LENGTH", length.to_string());
    for (from, to) in [("content-encoding", "HTTP_CONTENT_ENCODING"), ("git-protocol", "HTTP_GIT_PROTOCOL")] {
        if let Some(value) = header(from) {
            cgi.env(to, value);
        }
    }
    let mut child = cgi.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    child.stdin.take().map(|mut stdin| stdin.write_all(&body));
    let output = child.wait_with_output()?.stdout;
    let split = output.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(output.len());
    let head = String::from_utf8_lossy(&output[..split]).into_owned();
    let status = head.lines().find_map(|line| line.strip_prefix("Status: ")).unwrap_or("200 OK").to_owned();
    let body = output.get(split + 4..).unwrap_or_default();
    write!(stream, "HTTP/1.1 {status}\r\n{head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len())?;
    stream.write_all(body)
}

#[test]
fn by_smart_http() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let web = Web::over(district.top.path());
    a_round(&district, &police, &web.address());
}

#[test]
fn a_login_that_is_refused_loses_nothing() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let web = Web::over(district.top.path());
    move_to(&[&police], &web.address());
    web.locked.store(true, Ordering::SeqCst);
    police.lead("一");
    let head = police.head();
    police.fails_with(
        &["sync"],
        2,
        str![[r#"
未能完成：对方不接受登录；请核对用户名、口令或 SSH 密钥，再运行 liandong sync（[GIT]）

"#]],
    );
    assert_eq!(police.head(), head);
    web.locked.store(false, Ordering::SeqCst);
    police.says(
        &["sync"],
        str![[r#"
送出 1 次登记

"#]],
    );
}

#[test]
fn a_server_that_dies_in_mid_push_loses_nothing() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let web = Web::over(district.top.path());
    move_to(&[&police], &web.address());
    // On both ways out: as it is, and by a merge.
    for others_filed in [false, true] {
        let before = district.tip();
        police.lead("一");
        if others_filed {
            district.office.ok(&["sync"]);
            district.office.lead("二");
            district.office.ok(&["sync"]);
        }
        let shared = district.tip();
        web.dies.store(true, Ordering::SeqCst);
        let told = police.fails(&["sync"], 2);
        assert!(told.contains("没有丢失"), "{told}");
        assert_eq!(district.tip(), shared);
        police.assert_clean();
        web.dies.store(false, Ordering::SeqCst);
        assert!(police.ok(&["sync"]).contains("送出"));
        assert_ne!(district.tip(), before);
        assert_eq!(district.tip(), police.head());
        assert!(police.ok(&["verify"]).contains("核验通过"));
    }
}

#[test]
fn a_hook_that_refuses_every_push_loses_nothing() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let hook = district.top.path().join("hub.git/hooks/pre-receive");
    let gate = std::fs::read_to_string(&hook).expect("the gate");
    std::fs::write(&hook, "#!/bin/sh\nprintf '今天不收\\033[31m（虚构）\\n' >&2\nexit 1\n").expect("written");
    police.lead("一");
    let told = police.fails(&["sync"], 2);
    assert!(told.contains("对方没有接收") && told.contains("今天不收") && !told.contains('\u{1b}'), "{told}");
    // The office's word came in all the same, as soon as it is there.
    std::fs::write(&hook, &gate).expect("written");
    district.office.lead("二");
    district.office.ok(&["sync"]);
    std::fs::write(&hook, "#!/bin/sh\nexit 1\n").expect("written");
    let told = police.fails(&["sync"], 2);
    assert_whole(
        &told,
        str![[r#"
取来：
  区安委办：新 1 件
对方没有接收；已登记的都在本机，没有丢失：
! [ID]:refs/heads/main [remote rejected] (pre-receive hook declined)

"#]],
    );
    police.lead("三");
    std::fs::write(&hook, gate).expect("written");
    police.says(
        &["sync"],
        str![[r#"
送出 3 次登记

"#]],
    );
    district.office.ok(&["sync"]);
    assert_eq!(police.head(), district.office.head());
    police.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 3 件：keys/anweiban、mechanism、keys/gongan
6 次提交都核验通过，到 [ID]

"#]],
    );
    assert!(police.read("leads/2025/gongan/001.toml").contains('一') && police.read("leads/2025/gongan/002.toml").contains('三'));
}
