//! Who may use whom: the table of the design, held by reading `src/`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A module, and what it may use besides itself.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("model", &["text"]),
    ("git", &["text"]),
    ("store", &["text", "model", "git"]),
    ("trust", &["text", "model", "git"]),
    ("rules", &["text", "model"]),
    ("sync", &["text", "model", "git", "store", "trust", "rules"]),
    ("intake", &["text", "model"]),
    ("report", &["text", "model", "rules"]),
    ("ops", &["text", "model", "git", "store", "trust", "rules", "sync", "intake", "report"]),
    ("render", &["text", "report", "ops"]),
    ("cli", &["text", "model", "git", "store", "trust", "rules", "sync", "intake", "report", "ops", "render"]),
];

/// Crates that only these modules may know: what `render` packs and parts, `intake` unpacks and joins.
const KEEPERS: &[(&str, &[&str])] = &[
    ("git2", &["git"]),
    ("flate2", &["git"]),
    ("sha1", &["git"]),
    ("ssh_key", &["trust"]),
    ("clap", &["cli"]),
    ("edit", &["cli"]),
    ("indicatif", &["cli"]),
    ("open", &["cli"]),
    ("icalendar", &["render"]),
    ("anyhow", &["cli"]),
    ("csv", &["intake", "render"]),
    ("annotate_snippets", &["render"]),
    ("zip", &["intake", "render"]),
    ("rust_xlsxwriter", &["render"]),
    ("calamine", &["intake"]),
    ("quick_xml", &["intake"]),
    ("encoding_rs", &["intake"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            sources(&entry, found);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            found.push(entry);
        }
    }
}

/// The code of a file, without comments.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).expect("a source file");
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn by_module() -> BTreeMap<String, Vec<(PathBuf, String)>> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut modules: BTreeMap<String, Vec<(PathBuf, String)>> = BTreeMap::new();
    for file in files {
        let relative = file.strip_prefix(&src).expect("below src");
        let top = relative.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
        if relative.components().count() > 1 {
            modules.entry(top).or_default().push((relative.to_owned(), code(&file)));
        }
    }
    modules
}

#[test]
fn modules_use_only_what_they_may() {
    let modules = by_module();
    let known: BTreeSet<&str> = MAY_USE.iter().map(|(module, _)| *module).collect();
    assert_eq!(modules.keys().map(String::as_str).collect::<BTreeSet<_>>(), known, "a module without a row in the table");
    let mut faults = Vec::new();
    for (module, allowed) in MAY_USE {
        for (file, code) in &modules[*module] {
            for used in code.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if known.contains(name.as_str()) && name != *module && !allowed.contains(&name.as_str()) {
                    faults.push(format!("{} uses {name}", file.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_crate_stays_with_its_keeper() {
    let mut faults = Vec::new();
    for (module, files) in by_module() {
        for (file, code) in files {
            for (name, keepers) in KEEPERS.iter().filter(|(_, keepers)| !keepers.contains(&module.as_str())) {
                let path = format!("{name}::");
                let whole = |(at, _): (usize, &str)| !code[..at].ends_with(|c: char| c == '_' || c.is_alphanumeric());
                if code.match_indices(&path).any(whole) && !code.contains(&format!("self::{path}")) {
                    faults.push(format!("{} knows {name}, which belongs to {keepers:?}", file.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_cli_knows_the_clock_the_environment_and_the_streams() {
    let mut faults = Vec::new();
    for (module, files) in by_module().into_iter().filter(|(module, _)| module != "cli") {
        for (file, code) in files {
            for word in [
                "Utc::now",
                "Local::now",
                "SystemTime::now",
                "std::env::var",
                "stdout()",
                "stderr()",
                "println!",
                "process::exit",
            ] {
                if code.contains(word) {
                    faults.push(format!("{module}: {} says {word}", file.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_module_is_a_drawer() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    for file in files {
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(!["utils", "util", "helpers", "common", "manager", "misc"].contains(&name.as_str()), "{}", file.display());
    }
}
