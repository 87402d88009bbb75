//! Makes papers of the registers at hand, and reads them back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use crate::support::{clean, home, run, said};

/// A paper of every kind, from the year in `examples/clean`: what is typed for it.
pub(crate) const KINDS: &[(&str, &[&str])] = &[
    ("letter", &["notices/2025/yingji/002"]),
    ("letter of internal information", &["notices/2025/ziran/001"]),
    ("circular notice", &["notices/2025/yingji/004"]),
    ("invitation", &["meetings/2025/anweiban/001", "--paper", "notice"]),
    ("minutes", &["meetings/2025/anweiban/001"]),
    ("plan", &["enforcements/2025/anweiban/001", "--paper", "plan"]),
    ("circular", &["enforcements/2025/anweiban/001"]),
    ("request", &["upward/2025/anweiban/001"]),
    ("report", &["upward/2025/anweiban/002"]),
];

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Changes a file of a register.
pub(crate) fn edit(data: &Path, file: &str, change: impl Fn(&str) -> String) {
    let path = data.join(file);
    let before = std::fs::read_to_string(&path).expect("a file");
    let after = change(&before);
    assert_ne!(before, after, "{file} was to change");
    std::fs::write(path, after).expect("written");
}

/// A paper as its parts.
pub(crate) struct Docx {
    pub(crate) bytes: Vec<u8>,
    pub(crate) parts: BTreeMap<String, String>,
    /// What the program said of it.
    pub(crate) said: String,
}

/// The paper that is typed for.
pub(crate) fn make(data: &Path, args: &[&str]) -> Docx {
    asked(data, &[&["paper"], args].concat())
}

/// A paper of every kind and the office's annual reports, each with what it is called and of which record it is.
pub(crate) fn every() -> Vec<(&'static str, &'static str, Docx)> {
    let year = |day| ["report", "--year", "2025", "--as-of", day];
    let broken = root().join("examples/broken");
    let papers = KINDS.iter().map(|(kind, args)| (*kind, args[0], make(&clean(), args)));
    let annual = [
        ("annual report", "report/2025", asked(&clean(), &year("2026-01-05"))),
        ("annual report of much that is open", "report/2025", asked(&broken, &year("2025-12-31"))),
    ];
    papers.chain(annual).collect()
}

/// What a command writes as .docx.
pub(crate) fn asked(data: &Path, args: &[&str]) -> Docx {
    let folder = home();
    let out = folder.path().join("公文.docx");
    let reply = run(data, &[args, &["--out", &out.to_string_lossy()]].concat());
    assert_eq!(reply.status.code(), Some(0), "{args:?}: {}", said(&reply));
    Docx { said: said(&reply), ..read(std::fs::read(out).expect("a file")) }
}

/// Takes a package apart.
pub(crate) fn read(bytes: Vec<u8>) -> Docx {
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).expect("a zip");
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a part");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("UTF-8");
        parts.insert(file.name().expect("a name").into_owned(), text);
    }
    Docx { bytes, parts, said: String::new() }
}

impl Docx {
    pub(crate) fn part(&self, name: &str) -> &str {
        self.parts.get(name).unwrap_or_else(|| panic!("no part {name}"))
    }

    /// The paragraphs of a part, in order; line breaks are `/`, tabs `|`.
    pub(crate) fn paragraphs_of(&self, part: &str) -> Vec<String> {
        let document = roxmltree::Document::parse(self.part(part)).expect("XML");
        let paragraphs = document.descendants().filter(|node| node.tag_name().name() == "p");
        let words = |paragraph: roxmltree::Node<'_, '_>| {
            let pieces = paragraph.descendants().map(|node| match node.tag_name().name() {
                "t" => node.text().unwrap_or_default(),
                "br" => "/",
                "tab" if node.parent().is_some_and(|parent| parent.tag_name().name() == "r") => "|",
                _ => "",
            });
            pieces.collect::<String>()
        };
        paragraphs.map(words).collect()
    }

    /// The paragraphs of the document that say something.
    pub(crate) fn paragraphs(&self) -> Vec<String> {
        let mut paragraphs = self.paragraphs_of("word/document.xml");
        paragraphs.retain(|words| !words.trim().is_empty());
        paragraphs
    }

    pub(crate) fn words(&self) -> String {
        self.paragraphs().join("\n")
    }
}
