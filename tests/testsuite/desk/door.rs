//! Who may come in: whatever else is tried over the socket is turned away in the same words.

use std::io::Write as _;
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::caller::{Answered, DeskAtWork, called};
use crate::support::{LIANDONG, Register, Terminal, command, said};

/// What every answer bears.
const COVER: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    ("referrer-policy", "no-referrer"),
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

#[track_caller]
fn turned_away(answered: &Answered) {
    assert_eq!(answered.status, 403, "{}", answered.head);
    assert!(answered.text().contains("只接待打开它的人"), "{}", answered.text());
    covered(answered);
}

#[track_caller]
fn covered(answered: &Answered) {
    for (name, value) in COVER {
        assert_eq!(answered.says(name), Some(*value), "{}", answered.head);
    }
}

#[test]
fn path_and_cookie_are_both_needed() {
    let register = Register::of_example();
    let (own, other) = (DeskAtWork::entered(&register, &[]), DeskAtWork::entered(&register, &[]));
    let site = ("Sec-Fetch-Site", "same-origin");
    let mut wrong = own.base.clone();
    let last = wrong.pop().expect("a digit");
    wrong.push(if last == '0' { '1' } else { '0' });
    for (path, cookie) in [
        (own.at("todo"), String::new()),
        (own.at("todo"), other.cookie.clone()),
        (own.at("todo"), format!("{}0", own.cookie)),
        (own.at("todo"), own.cookie.replace("liandong-desk", "desk")),
        (format!("/{wrong}/todo"), own.cookie.clone()),
        (other.at("todo"), own.cookie.clone()),
        (format!("/{}", own.base[..31].to_owned()), own.cookie.clone()),
        ("/todo".to_owned(), own.cookie.clone()),
        ("/".to_owned(), own.cookie.clone()),
        (format!("//{}/todo", own.base), own.cookie.clone()),
        (format!("/{}/todo", own.base.to_uppercase()), own.cookie.clone()),
        ("/style.css".to_owned(), own.cookie.clone()),
        (own.at("style.css"), String::new()),
    ] {
        turned_away(&own.raw("GET", &path, &[("Cookie", &cookie), site], b""));
    }
    // Among the cookies of other ports it is found.
    let cookies = format!("a=b; {}; c=d", own.cookie);
    let page = own.raw("GET", &own.at("todo"), &[("Cookie", &cookies)], b"");
    assert_eq!(page.status, 200);
    covered(&page);
    assert!(page.text().contains("待办"), "{}", page.text());
    // What is not there inside is told apart only inside.
    let none = own.get("nothing");
    assert_eq!(none.status, 404);
    covered(&none);
}

#[test]
fn it_is_called_by_its_own_name_and_from_its_own_pages() {
    let register = Register::of_example();
    let desk = DeskAtWork::entered(&register, &[]);
    let (port, cookie) = (desk.port, ("Cookie", desk.cookie.as_str()));
    for host in
        [format!("localhost:{port}"), format!("evil.example:{port}"), "127.0.0.1".to_owned(), format!("127.0.0.1:{}", port ^ 1)]
    {
        turned_away(&desk.raw_to(&host, "GET", &desk.at("todo"), &[cookie], b""));
    }
    let own = format!("127.0.0.1:{port}");
    turned_away(&desk.raw_to(&own, "GET", &desk.at("todo"), &[cookie, ("Host", "evil.example")], b""));
    turned_away(&desk.raw_to(&own, "GET", &format!("http://evil.example{}", desk.at("todo")), &[cookie], b""));
    let nameless = called(port, format!("GET {} HTTP/1.0\r\nCookie: {}\r\n\r\n", desk.at("todo"), desk.cookie).as_bytes());
    assert_eq!(nameless.status, 403);
    for site in ["cross-site", "same-site", "nonsense"] {
        turned_away(&desk.raw("GET", &desk.at("todo"), &[cookie, ("Sec-Fetch-Site", site)], b""));
    }
    assert_eq!(desk.raw("GET", &desk.at("todo"), &[cookie, ("Sec-Fetch-Site", "none")], b"").status, 200);

    let ours = format!("http://127.0.0.1:{port}");
    let theirs = format!("http://127.0.0.1:{}", port ^ 1);
    for (origin, site) in [
        (Some("http://evil.example"), Some("same-origin")),
        (Some(theirs.as_str()), Some("same-origin")),
        (Some(theirs.as_str()), None),
        (Some("null"), None),
        (None, None),
        (None, Some("none")),
        (Some("null"), Some("none")),
        (Some("null"), Some("same-site")),
        (Some("null"), Some("cross-site")),
        (Some(ours.as_str()), Some("same-site")),
        (Some(ours.as_str()), Some("cross-site")),
    ] {
        let mut head = vec![cookie];
        head.extend(origin.map(|origin| ("Origin", origin)));
        head.extend(site.map(|site| ("Sec-Fetch-Site", site)));
        turned_away(&desk.raw("POST", &desk.at("share/sync"), &head, b"token=0"));
    }
    turned_away(&desk.raw("POST", &desk.at("share/sync"), &[cookie, ("Origin", &ours), ("Origin", &theirs)], b"token=0"));
    // From its own pages it comes in, where an old token files nothing.
    for head in [vec![cookie, ("Origin", ours.as_str())], vec![cookie, ("Origin", "null"), ("Sec-Fetch-Site", "same-origin")]] {
        let answered = desk.raw("POST", &desk.at("share/sync"), &head, b"token=0");
        assert_eq!(answered.status, 303);
        covered(&answered);
        assert_eq!(desk.answered(answered).status, 422);
    }
    for method in ["PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"] {
        let answered = desk.raw(method, &desk.at("todo"), &[cookie], b"");
        assert!([403, 405, 400].contains(&answered.status), "{method}: {}", answered.head);
    }
}

#[test]
fn an_invitation_is_good_once() {
    let register = Register::of_example();
    let desk = DeskAtWork::opened(&register, &[]);
    let modes = std::fs::read_to_string(register.home.join("modes")).expect("modes");
    let modes: Vec<&str> = modes.lines().map(|line| line.split(' ').next().expect("a mode")).collect();
    assert_eq!(modes, ["600", "700"], "nobody else reads the file");
    assert!(desk.file.exists());
    for wrong in ["", "0", &desk.token[..31], &format!("{}0", desk.token)] {
        turned_away(&desk.redeem(wrong));
    }
    turned_away(&desk.raw("GET", &format!("/enter/{}", "0".repeat(32)), &[], b""));
    let token = desk.token.clone();
    let desk = desk.enter();
    turned_away(&desk.redeem(&token));
    turned_away(&desk.raw("GET", &format!("/enter/{token}"), &[], b""));
    let until = Instant::now() + Duration::from_secs(10);
    while desk.file.exists() {
        assert!(Instant::now() < until, "the file stays");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(desk.get("todo").status, 200, "whoever is in stays in");
}

#[test]
fn no_argument_of_any_process_tells_a_secret() {
    let register = Register::of_example();
    let desk = DeskAtWork::opened(&register, &[]);
    let token = desk.token.clone();
    let desk = desk.enter();
    desk.get("todo");
    let cookie = desk.cookie.split_once('=').expect("a value").1;
    for process in std::fs::read_dir("/proc").expect("processes").flatten() {
        let Ok(line) = std::fs::read(process.path().join("cmdline")) else { continue };
        let line = String::from_utf8_lossy(&line);
        assert!(![&token, &desk.base, cookie].iter().any(|secret| line.contains(*secret)), "{line}");
    }
}

#[test]
fn another_user_of_the_computer_stays_outside() {
    let register = Register::of_example();
    let desk = DeskAtWork::opened(&register, &[]);
    let as_nobody = |program: &str, args: &[&str]| {
        let mut command = Command::new("setpriv");
        command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups", program]).args(args).output()
    };
    let Ok(able) = as_nobody("true", &[]) else { return };
    if able.status.success() {
        let read = as_nobody("cat", &[&desk.file.to_string_lossy()]).expect("runs");
        assert!(!read.status.success() && read.stdout.is_empty(), "{}", said(&read));
        let kept = as_nobody("ls", &[&desk.file.parent().expect("a folder").to_string_lossy()]).expect("runs");
        assert!(!kept.status.success(), "{}", said(&kept));
    }
    // The port they reach, and nothing behind it.
    for path in ["/", "/todo", "/style.css", "/enter/", "/favicon.ico"] {
        turned_away(&desk.raw("GET", path, &[], b""));
    }
}

#[test]
fn what_is_too_large_is_not_taken() {
    let register = Register::of_example();
    let desk = DeskAtWork::entered(&register, &[]);
    let cookie = ("Cookie", desk.cookie.as_str());
    let head = |length: u64, path: &str, cookie: &str| {
        let origin = format!("http://127.0.0.1:{}", desk.port);
        format!(
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nCookie: {cookie}\r\nOrigin: {origin}\r\nContent-Length: {length}\r\n\r\n",
            desk.port
        )
    };
    assert_eq!(called(desk.port, head(60 << 20, &desk.at("share/sync"), cookie.1).as_bytes()).status, 413);
    // Of a stranger not even a little is read.
    turned_away(&called(desk.port, head(60 << 20, &desk.at("share/sync"), "").as_bytes()));
    assert_eq!(called(desk.port, head(4096, "/", "").as_bytes()).status, 413);
    let chunked = format!(
        "POST / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nTransfer-Encoding: chunked\r\n\r\n{}",
        desk.port,
        format!("100\r\n{}\r\n", "a".repeat(256)).repeat(40)
    );
    assert_eq!(called(desk.port, chunked.as_bytes()).status, 413);
    assert_eq!(desk.get("todo").status, 200);
}

/// How many are heard at once, how long the head of a request may take, and how long what somebody says who has only an invitation.
const AT_ONCE: usize = 64;
const HEAD: Duration = Duration::from_secs(10);
const INVITATION: Duration = Duration::from_secs(5);

#[test]
fn who_says_nothing_holds_up_nobody() {
    let register = Register::of_example();
    let desk = DeskAtWork::entered(&register, &[]);
    let slow = |letters: &str| {
        let mut stream = TcpStream::connect(("127.0.0.1", desk.port)).expect("somebody listens");
        stream.write_all(letters.as_bytes()).expect("written");
        stream
    };
    // Half of them say nothing, the others begin and say no more.
    let silent = |count: usize| -> Vec<TcpStream> {
        (0..count).map(|at| slow(if at % 2 == 0 { "" } else { "GET / HTTP/1.1\r\nHost: " })).collect()
    };
    // Beside one fewer than are heard at once it is answered before anybody is given up on.
    let began = Instant::now();
    let one_fewer = silent(AT_ONCE - 1);
    assert_eq!(desk.get("style.css").status, 200);
    assert!(began.elapsed() < HEAD, "{:?}", began.elapsed());
    drop(one_fewer);
    // Beside as many, only once they are; and then it is.
    let began = Instant::now();
    let all = silent(AT_ONCE);
    assert_eq!(desk.get("style.css").status, 200);
    assert!(began.elapsed() >= HEAD && began.elapsed() < HEAD + PATIENCE, "{:?}", began.elapsed());
    drop(all);
    // A letter now and then makes it no longer.
    let began = Instant::now();
    let mut stream = slow("G");
    while stream.write_all(b"E").is_ok() {
        assert!(began.elapsed() < HEAD + PATIENCE, "it is heard for ever");
        std::thread::sleep(Duration::from_millis(500));
    }
    assert!(began.elapsed() >= HEAD, "{:?}", began.elapsed());
    // Who has only an invitation, or pretends to, says it within less.
    let began = Instant::now();
    let half = format!("POST / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Length: 60\r\n\r\ntoken=", desk.port);
    assert_eq!(called(desk.port, half.as_bytes()).status, 408);
    assert!(began.elapsed() >= INVITATION && began.elapsed() < INVITATION + PATIENCE, "{:?}", began.elapsed());
}

/// How much longer than it should a computer that is busy may take.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn without_a_browser_the_address_is_on_the_terminal_alone() {
    let register = Register::of_example();
    let mut silent = register.command(&["desk", "--no-open"]);
    let done = silent.stdin(Stdio::null()).output().expect("runs");
    assert_eq!(done.status.code(), Some(2), "{}", said(&done));
    assert!(!said(&done).contains("http://") && said(&done).contains("没有终端可以写出网址"), "{}", said(&done));

    let mut terminal = Terminal::of(&register, &["desk", "--no-open"]);
    terminal.sees("只能用一次");
    let address = terminal.sees("http://127.0.0.1:").line();
    let (port, token) = address.split_once("/enter/").expect("an address");
    let (port, token) = (port.parse::<u16>().expect("a port"), token.trim());
    terminal.sees("Ctrl-C");
    let ask = |path: &str| called(port, format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n").as_bytes());
    let welcome = ask(&format!("/enter/{token}"));
    assert_eq!(welcome.status, 200);
    assert!(welcome.says("set-cookie").is_some() && !welcome.text().contains(token));
    turned_away(&ask(&format!("/enter/{token}")));
    terminal.interrupt();
    let (code, told, _) = terminal.ends();
    assert!(code == 0 && told.contains("工作台已结束"), "{code}: {told}");
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err(), "it is gone");
}

#[test]
fn it_ends_with_its_terminal_even_where_nobody_tells_it() {
    let register = Register::of_example();
    let told = register.home.join("told");
    // Deaf to the signal that a closed terminal sends.
    let mut terminal = register.program("script");
    terminal.args(["-qefc", &format!("trap '' HUP; exec {LIANDONG} desk --no-open"), &told.to_string_lossy()]);
    let mut child = terminal.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("script of util-linux");
    let until = Instant::now() + Duration::from_mins(1);
    let port = loop {
        let said = std::fs::read_to_string(&told).unwrap_or_default();
        if let Some((_, rest)) = said.split_once("http://127.0.0.1:").filter(|(_, rest)| rest.contains("/enter/")) {
            break rest.split('/').next().expect("a port").parse::<u16>().expect("a port");
        }
        assert!(Instant::now() < until, "{said}");
        std::thread::sleep(Duration::from_millis(50));
    };
    assert!(TcpStream::connect(("127.0.0.1", port)).is_ok());
    child.kill().expect("killed");
    child.wait().expect("it ran");
    // Another desk of these tests may get its port for a while.
    let until = Instant::now() + Duration::from_mins(1);
    while TcpStream::connect(("127.0.0.1", port)).is_ok() {
        assert!(Instant::now() < until, "it serves nobody");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn two_desks_of_two_registers_do_not_mix() {
    let (one, other) = (Register::of_example(), Register::init());
    let (at_one, at_other) = (DeskAtWork::entered(&one, &[]), DeskAtWork::entered(&other, &[]));
    assert_ne!(at_one.base, at_other.base);
    assert!(at_one.get("mines").text().contains("绿水灰岩矿"));
    assert!(at_other.get("mines").text().contains("大山石场") && !at_other.get("mines").text().contains("绿水灰岩矿"));
    // Each cookie in the other's browser, as both are of 127.0.0.1.
    let both = format!("{}; {}", at_one.cookie, at_other.cookie);
    assert_eq!(at_one.raw("GET", &at_one.at("todo"), &[("Cookie", &both)], b"").status, 200);
    turned_away(&at_one.raw("GET", &at_other.at("todo"), &[("Cookie", &both)], b""));
}

#[test]
fn a_folder_that_is_no_register_is_said_on_the_terminal() {
    let home = crate::support::home();
    let done = command(LIANDONG, home.path()).current_dir(home.path()).arg("desk").output().expect("runs");
    assert_eq!(done.status.code(), Some(2));
    assert!(said(&done).contains("liandong init"), "{}", said(&done));
}
