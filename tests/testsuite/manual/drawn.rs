//! The chapters that the program writes of itself, and the whole as one page.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use roxmltree::Document;

use super::{TOP, is_blessing, read};
use crate::support::{LIANDONG, command, home, said};

/// What the program writes into the folder of the manual.
pub(super) const NAMES: &[&str] = &["README.md", "commands.md", "rules.md", "obligations.md", "records.md", "settings.md"];

const LANGUAGES: [&str; 2] = ["zh", "en"];

/// Where the chapters of a language are kept.
fn kept(lang: &str) -> PathBuf {
    Path::new(TOP).join("examples/manual").join(lang)
}

#[test]
fn the_chapters_that_are_kept_are_what_the_program_writes() {
    let home = home();
    for lang in LANGUAGES {
        let mut program = command(LIANDONG, home.path());
        program.current_dir(home.path()).args(["--lang", lang, "help", "--book", "--format", "markdown", "--out", lang]);
        let done = program.output().expect("runs");
        assert!(done.status.success(), "{}", said(&done));
        for name in NAMES.iter().filter(|_| is_blessing()) {
            std::fs::copy(home.path().join(lang).join(name), kept(lang).join(name)).expect("writable");
        }
    }
    for lang in LANGUAGES {
        let (kept, drawn) = (kept(lang), home.path().join(lang));
        let files = |folder: &Path| {
            let entries = std::fs::read_dir(folder).expect("a folder");
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect::<BTreeSet<_>>()
        };
        assert_eq!(files(&kept), files(&drawn), "a chapter that the program does not hold");
        for name in files(&drawn) {
            let is_same = read(&drawn.join(&name)) == read(&kept.join(&name));
            // Those written by hand are in the program as they lay there when it was built.
            let mend = if NAMES.contains(&&*name) { "LIANDONG_BLESS=1 cargo test manual" } else { "build again" };
            assert!(is_same, "examples/manual/{lang}/{name} is not what the program writes: {mend}");
        }
    }
}

/// The whole manual in a language.
fn book(lang: &str) -> String {
    let home = home();
    let mut program = command(LIANDONG, home.path());
    let done =
        program.current_dir(home.path()).args(["--lang", lang, "help", "--book", "--out", "book.html"]).output().expect("runs");
    assert!(done.status.success(), "{}", said(&done));
    read(&home.path().join("book.html"))
}

#[test]
fn the_book_is_one_page_whose_links_lead_somewhere() {
    for lang in LANGUAGES {
        let text = book(lang);
        let document = Document::parse_with_options(&text, roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() });
        let document = document.expect("well formed");
        let attributes = |wanted: &'static str| {
            document.descendants().filter_map(move |node| node.attribute(wanted)).map(str::to_owned).collect::<Vec<_>>()
        };
        let ids = attributes("id");
        let known: BTreeSet<&String> = ids.iter().collect();
        let twice: Vec<&String> = ids.iter().filter(|id| ids.iter().filter(|other| other == id).count() > 1).collect();
        assert!(twice.is_empty(), "{twice:?}");
        let links = attributes("href");
        assert!(links.len() > 20, "{links:?}");
        for link in links {
            let target = link.strip_prefix('#').unwrap_or_else(|| panic!("{link} leads outward"));
            assert!(known.contains(&target.to_owned()), "{link} leads nowhere");
        }
        assert!(!text.contains("<script") && attributes("src").is_empty());
        // Nothing of what marks words is left among them.
        let words = |name: &str| {
            let nodes = document.descendants().filter(|node| node.has_tag_name(name)).collect::<Vec<_>>();
            nodes
                .into_iter()
                .flat_map(|node| node.descendants())
                .filter(|node| {
                    node.is_text() && !node.ancestors().any(|above| above.has_tag_name("code") || above.has_tag_name("pre"))
                })
                .filter_map(|node| node.text().map(str::to_owned))
                .collect::<Vec<_>>()
        };
        for text in ["p", "li", "td", "th", "h2", "h3", "h4"].into_iter().flat_map(words) {
            assert!(!["](", "**", "`", "\\|"].iter().any(|mark| text.contains(mark)), "{text}");
        }
        // Every rule, obligation and command has its place.
        for rule in liandong::rules::all() {
            assert!(text.contains(&format!(">{} ", rule.code)), "{}", rule.code);
        }
    }
}

#[test]
fn a_manual_is_written_where_it_is_asked_for_and_over_nothing() {
    let home = home();
    let run = |args: &[&str]| {
        let mut program = command(LIANDONG, home.path());
        program.current_dir(home.path()).args(args).output().expect("runs")
    };
    for (args, why) in [
        (&["help", "--book"][..], "--out"),
        (&["help", "--out", "a.html"], "--book"),
        (&["help", "--book", "--out", "a.pdf"], ".html"),
        (&["help", "check", "--book", "--out", "a.html"], "--book"),
    ] {
        let done = run(args);
        assert!(done.status.code() == Some(2) && said(&done).contains(why), "{args:?}: {}", said(&done));
    }
    std::fs::write(home.path().join("a.html"), "别人的").expect("written");
    assert_eq!(run(&["help", "--book", "--out", "a.html"]).status.code(), Some(2));
    assert_eq!(read(&home.path().join("a.html")), "别人的");
    assert_eq!(run(&["help", "--book", "--out", "a.html", "--force"]).status.code(), Some(0));
    // Another district's manual tells of its own regulation.
    let city = Path::new(TOP).join("tests/city");
    let done = run(&["--data", &city.to_string_lossy(), "help", "--book", "--out", "city.html"]);
    assert!(done.status.success(), "{}", said(&done));
    assert_ne!(read(&home.path().join("city.html")), read(&home.path().join("a.html")));
}
