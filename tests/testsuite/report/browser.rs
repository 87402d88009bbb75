//! The page of a year, and the manual, in headless Chromium: no request, no word on the console, links that lead somewhere, nothing that axe finds, and a PDF of A4.
//! `.ci/run` has both and runs these tests.

use std::path::Path;
use std::process::Command;

use super::page_of;
use crate::support::{example, home, run};

/// Chromium on a page, offline, with a profile of its own, saying on standard error what it logs.
fn browser(folder: &Path, args: &[&str], page: &Path) -> (String, String) {
    let mut command = Command::new("chromium");
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]);
    command.args(["--enable-logging=stderr", "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=20000"]);
    command.arg(format!("--user-data-dir={}", folder.join("profile").display())).args(args);
    let done = command.arg(format!("file://{}", page.display())).output().expect("chromium");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    (String::from_utf8(done.stdout).expect("UTF-8"), String::from_utf8_lossy(&done.stderr).into_owned())
}

/// Pages with everything in them and with little, of both editions and languages.
fn pages(folder: &Path, look: impl Fn(&Path)) {
    let cases: &[(&str, &str, &[&str])] = &[
        ("broken", "2025-12-31", &[]),
        ("broken", "2025-12-31", &["--lang", "en", "--edition", "public"]),
        ("clean", "2025-01-02", &[]),
    ];
    for (name, as_of, more) in cases {
        look(&page_of(&example(name), as_of, folder, more));
    }
    // The manual is a page of the same kind.
    let book = folder.join("book.html");
    run(&example("clean"), &["--lang", "en", "help", "--book", "--out", &book.to_string_lossy()]);
    look(&book);
}

#[test]
#[ignore = "needs chromium"]
fn it_is_shown_without_a_request_or_a_complaint() {
    let folder = home();
    pages(folder.path(), |page| {
        let log = folder.path().join("net.json");
        let (dom, said) = browser(folder.path(), &["--dump-dom", &format!("--log-net-log={}", log.display())], page);
        assert!(dom.contains("</main>"), "all of it is there");
        assert!(!said.contains("CONSOLE"), "{said}");
        let log = std::fs::read_to_string(&log).expect("a log");
        let asked: Vec<&str> = log.split("\"url\":\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        // What the browser itself looks for at home is not the page's.
        let own = |url: &&&str| !["google", "gvt1.com", "chrome"].iter().any(|home| url.contains(home));
        let asked: Vec<&&str> = asked.iter().filter(|url| url.starts_with("http")).filter(own).collect();
        assert!(asked.is_empty(), "{asked:?}");
    });
}

#[test]
#[ignore = "needs chromium"]
fn it_prints_on_a4() {
    let folder = home();
    pages(folder.path(), |page| {
        let pdf = folder.path().join("page.pdf");
        browser(folder.path(), &[&format!("--print-to-pdf={}", pdf.display()), "--no-pdf-header-footer"], page);
        let bytes = std::fs::read(&pdf).expect("a PDF");
        assert!(bytes.starts_with(b"%PDF-"));
        let text = String::from_utf8_lossy(&bytes);
        let boxes: Vec<Vec<f64>> = text
            .split("/MediaBox")
            .skip(1)
            .map(|rest| {
                let inner = rest.trim_start().trim_start_matches('[').split(']').next().unwrap_or_default().to_owned();
                inner.split_whitespace().filter_map(|number| number.parse().ok()).collect()
            })
            .collect();
        assert!(!boxes.is_empty());
        for corners in boxes {
            assert!((corners[2] - 595.0).abs() < 1.5 && (corners[3] - 842.0).abs() < 1.5, "{corners:?}");
        }
    });
}

#[test]
#[ignore = "needs chromium and axe-core, whose file LIANDONG_AXE names"]
fn axe_finds_nothing() {
    let axe = std::env::var_os("LIANDONG_AXE").expect("a file");
    let folder = home();
    let script = std::fs::read_to_string(&axe).expect("readable");
    pages(folder.path(), |page| {
        let text = std::fs::read_to_string(page).expect("UTF-8");
        // The page itself lets nothing run: axe looks at a copy without its policy.
        let start = text.find("<meta http-equiv=\"Content-Security-Policy\"").expect("a policy");
        let end = start + text[start..].find("/>").expect("its end") + 2;
        let asked = format!(
            "{}{}<script>{script}</script><script>axe.run().then(r=>{{document.title='axe '+JSON.stringify(\
             r.violations.map(v=>[v.id,v.nodes.map(n=>n.html+' '+n.failureSummary)])) + ' of ' + r.passes.length}})</script></body></html>",
            &text[..start],
            text[end..].trim_end().trim_end_matches("</html>").trim_end_matches("</body>"),
        );
        let copy = folder.path().join("axe.html");
        std::fs::write(&copy, asked).expect("writable");
        let (dom, _) = browser(folder.path(), &["--dump-dom"], &copy);
        let title = dom.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).expect("a title");
        let (found, passed) = title.strip_prefix("axe ").and_then(|said| said.rsplit_once(" of ")).expect(title);
        assert_eq!(found, "[]");
        assert!(passed.parse::<usize>().expect("a number") > 15, "axe looked: {passed}");
    });
}
