//! The desk in headless Chromium: entered by the file that holds its invitation, without a request beyond this computer or a word on the
//! console, at the width of a telephone too, and nothing that axe finds. `.ci/run` has both and runs these tests.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;

use serde_json::json;

use super::caller::DeskAtWork;
use super::chromium::Chromium;
use crate::support::{Register, example, home};

/// Every page that reads, with much on it and with little.
const PAGES: &[&str] = &[
    "todo",
    "todo?all=true",
    "records",
    "records?kind=notices&year=2025",
    "records?kind=leads&year=1990",
    "records?kind=tasks",
    "mines",
    "search",
    "search?words=%E8%BE%B9%E5%9D%A1",
    "deadlines",
    "check?year=2025",
    "report",
    "report?year=x&format=html",
    "share",
    "record/hazards/2025/yingji/001",
    "record/notices/2025/yingji/001",
    "record/meetings/2025/anweiban/001",
    "record/enforcements/2025/anweiban/001",
    "record/mines/lvshui",
    "record/units/yingji",
    "record/nothing",
    "nothing",
];

/// A browser that has come in.
fn sits_down(register: &Register, folder: &std::path::Path, args: &[&str]) -> (DeskAtWork, Chromium) {
    let mut desk = DeskAtWork::opened(register, args);
    let mut browser = Chromium::started(folder);
    browser.visits(&format!("file://{}", desk.file.display()));
    browser.waits("location.pathname.endsWith('/todo') && document.querySelector('main h1') !== null");
    let path = browser.says("location.pathname");
    path.as_str().and_then(|path| path.split('/').nth(1)).expect("a base").clone_into(&mut desk.base);
    (desk, browser)
}

fn broken() -> Register {
    let mut register = Register::of_folder(&example("broken"));
    register.at("2025-12-31T09:00:00+08:00".to_owned());
    register.git(&["config", "liandong.unit", "yingji"]);
    register
}

fn address(desk: &DeskAtWork, page: &str) -> String {
    format!("http://127.0.0.1:{}{}", desk.port, desk.at(page))
}

#[test]
#[ignore = "needs chromium"]
fn it_asks_nobody_else_and_says_nothing_on_the_console() {
    let (register, folder) = (broken(), home());
    let (desk, mut browser) = sits_down(&register, folder.path(), &[]);
    for width in [1280, 360] {
        browser.is_wide(width);
        for page in PAGES {
            browser.visits(&address(&desk, page));
            assert_eq!(
                browser.says("getComputedStyle(document.querySelector('header')).borderBottomStyle"),
                json!("solid"),
                "styled"
            );
            let (inner, content) = (browser.says("innerWidth"), browser.says("document.documentElement.scrollWidth"));
            assert!(content.as_u64() <= inner.as_u64(), "{page} at {width}: {content} wide in {inner}");
        }
    }
    let own = format!("http://127.0.0.1:{}/", desk.port);
    let file = format!("file://{}", desk.file.display());
    let beyond: Vec<&String> = browser.asked.iter().filter(|asked| !asked.starts_with(&own) && **asked != file).collect();
    assert!(beyond.is_empty(), "{beyond:?}");
    // Pages that are not there are said so by the browser as well.
    browser.said.retain(|said| !said.contains("status of 404") && !said.contains("status of 422"));
    assert!(browser.said.is_empty(), "{:?}", browser.said);
}

#[test]
#[ignore = "needs chromium"]
fn it_is_used_by_the_keyboard_alone() {
    let (register, folder) = (broken(), home());
    let (_desk, mut browser) = sits_down(&register, folder.path(), &[]);
    browser.presses("Tab", 9);
    assert_eq!(browser.says("document.activeElement.className"), json!("skip"));
    browser.presses("Enter", 13);
    assert_eq!(browser.says("location.hash"), json!("#content"));
    // To the records, and one of them.
    browser.says("document.querySelector('header a[href$=\"/records\"]').focus(); 1");
    browser.leaves(|browser| browser.presses("Enter", 13));
    browser.says("document.querySelector('#find').focus(); 1");
    browser.types("边坡");
    browser.leaves(|browser| browser.presses("Enter", 13));
    assert_eq!(browser.says("new URLSearchParams(location.search).get('find')"), json!("边坡"));
    browser.says("document.querySelector('tbody a').focus(); 1");
    browser.leaves(|browser| browser.presses("Enter", 13));
    assert_eq!(browser.says("location.pathname.includes('/record/hazards/')"), json!(true));
    // What has the focus is seen to have it.
    browser.presses("Tab", 9);
    assert_eq!(browser.says("getComputedStyle(document.activeElement).outlineStyle"), json!("solid"));
}

#[test]
#[ignore = "needs chromium"]
fn it_gives_nothing_to_a_page_of_another_port() {
    let (register, folder) = (broken(), home());
    let (desk, mut browser) = sits_down(&register, folder.path(), &[]);
    // Somebody's page on this computer, who has even come to know the path.
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let (to, image) = (address(&desk, "share/sync"), address(&desk, "icon.svg"));
    let page = format!(
        "<img src='{image}' onerror='document.title=\"no image\"'><form method=post action='{to}'><input name=token value=0></form>"
    );
    let (sender, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut buffer = [0; 4096];
            let read = stream.read(&mut buffer).unwrap_or(0);
            let _ = sender.send(String::from_utf8_lossy(&buffer[..read]).into_owned());
            let answer = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{page}",
                page.len()
            );
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    browser.visits(&format!("http://127.0.0.1:{port}/"));
    let asked = heard.recv().expect("a request");
    assert!(!asked.to_lowercase().contains("cookie:"), "{asked}");
    browser.waits("document.title === 'no image'");
    browser.leaves(|browser| drop(browser.says("document.forms[0].submit(); 1")));
    assert_eq!(browser.says("document.body.innerText.includes('只接待打开它的人')"), json!(true));
    browser.visits(&format!("http://127.0.0.1:{port}/"));
    let link = format!("location.href = '{}'; 1", address(&desk, "todo"));
    browser.leaves(|browser| drop(browser.says(&link)));
    assert_eq!(browser.says("document.body.innerText.includes('只接待打开它的人')"), json!(true));
    // Its own pages are not shown within another.
    browser.visits(&address(&desk, "todo"));
    assert_eq!(browser.says("document.querySelector('main h1') !== null"), json!(true), "typed by its reader it opens");
}

#[test]
#[ignore = "needs chromium"]
fn it_prints_without_its_buttons() {
    let (register, folder) = (broken(), home());
    let (desk, mut browser) = sits_down(&register, folder.path(), &[]);
    browser.visits(&address(&desk, "check?year=2025"));
    browser.does("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    let shown = |selector: &str| format!("getComputedStyle(document.querySelector('{selector}')).display");
    assert_eq!(browser.says(&shown("header")), json!("none"));
    assert_eq!(browser.says(&shown("form")), json!("none"));
    assert_ne!(browser.says(&shown("main")), json!("none"));
}

#[test]
#[ignore = "needs chromium and axe-core, whose file LIANDONG_AXE names"]
fn axe_finds_nothing() {
    let register = broken();
    for (args, dark) in [(&[][..], false), (&["--lang", "en"], true)] {
        let folder = home();
        let (desk, mut browser) = sits_down(&register, folder.path(), args);
        let scheme = if dark { "dark" } else { "light" };
        browser.does("Emulation.setEmulatedMedia", &json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] }));
        for page in PAGES {
            browser.visits(&address(&desk, page));
            let (found, passed) = browser.axe();
            assert!(found.is_empty(), "{page}, {scheme}:\n{}", found.join("\n"));
            assert!(passed > 15, "axe looked: {passed}");
        }
    }
}
