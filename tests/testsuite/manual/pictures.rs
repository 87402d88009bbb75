//! The pictures of the front doors: drawn by a browser and an office program from the invented years, and drawn anew when what they show
//! changes. `LIANDONG_BLESS=1 cargo test manual::pictures -- --ignored` draws them; `drawn-from.txt` holds the digest of what each shows.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use sha2::{Digest, Sha256};

use super::{TOP, is_blessing, read};
use crate::paper::office::print;
use crate::support::{clean, example, home, run_in, said};
use liandong::text::Lang;

/// At most this many bytes: whoever clones the project takes them along.
const MOST: u64 = 160 * 1024;

fn folder() -> PathBuf {
    Path::new(TOP).join("examples/pictures")
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Draws a picture where it is to be drawn, else asks whether it is of what is drawn now.
fn is_of(name: &str, source: &[u8], draw: impl FnOnce(&Path)) {
    static LIST: Mutex<()> = Mutex::new(());
    let _alone = LIST.lock();
    let list = folder().join("drawn-from.txt");
    let line = format!("{} {name}", digest(source));
    let kept = std::fs::read_to_string(&list).unwrap_or_default();
    if is_blessing() && !kept.lines().any(|kept| kept == line) {
        draw(&folder().join(name));
        let mut lines: Vec<&str> = kept.lines().filter(|kept| !kept.ends_with(&format!(" {name}"))).collect();
        lines.push(&line);
        lines.sort_by_key(|line| line.split_once(' ').map(|(_, name)| name));
        std::fs::write(&list, lines.join("\n") + "\n").expect("writable");
    }
    assert!(
        read(&list).lines().any(|kept| kept == line),
        "{name} is of what was: LIANDONG_BLESS=1 cargo test manual::pictures -- --ignored"
    );
    let size = folder().join(name).metadata().expect("a picture").len();
    assert!((2_000..MOST).contains(&size), "{name}: {size} bytes");
}

fn ran(command: &mut Command) {
    let done = command.output().expect("runs");
    assert!(done.status.success(), "{}", said(&done));
}

#[test]
#[ignore = "needs chromium"]
fn of_the_page() {
    let home = home();
    for (lang, name) in [(Lang::Zh, "year.zh.png"), (Lang::En, "year.en.png")] {
        let page = home.path().join("year.html");
        let args = ["report", "--year", "2025", "--as-of", "2025-12-31", "--force", "--out", &page.to_string_lossy()];
        let done = run_in(lang, &example("broken"), &args);
        assert!(page.is_file(), "{}", said(&done));
        is_of(name, &std::fs::read(&page).expect("a page"), |picture| {
            let mut browser = Command::new("chromium");
            browser.args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1000,720"]);
            browser
                .arg("--host-resolver-rules=MAP * ~NOTFOUND")
                .arg(format!("--user-data-dir={}", home.path().join("profile").display()));
            ran(browser.arg(format!("--screenshot={}", picture.display())).arg(format!("file://{}", page.display())));
        });
    }
}

#[test]
#[ignore = "needs LibreOffice and poppler"]
fn of_the_paper() {
    let home = home();
    let paper = home.path().join("letter.docx");
    let done = run_in(Lang::Zh, &clean(), &["paper", "notices/2025/yingji/003", "--out", &paper.to_string_lossy()]);
    assert!(paper.is_file(), "{}", said(&done));
    is_of("letter.png", &std::fs::read(&paper).expect("a paper"), |picture| {
        print(home.path(), std::slice::from_ref(&paper));
        let pdf = home.path().join("letter.pdf");
        // A picture of a first page would be one of a paper that nobody signed.
        let about = Command::new("pdfinfo").arg(&pdf).output().expect("runs");
        let about = String::from_utf8_lossy(&about.stdout).into_owned();
        assert!(about.lines().any(|line| line.split_whitespace().eq(["Pages:", "1"])), "{about}");
        let mut drawn = Command::new("pdftoppm");
        ran(drawn.args(["-png", "-r", "96", "-singlefile"]).arg(&pdf).arg(picture.with_extension("")));
    });
}
