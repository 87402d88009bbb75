//! What holds of the program as a whole, by reading `src/`: who may use whom, and the rest in a file each.

mod circles;
mod names;
mod source;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use source::{Source, sources};

/// A module, and what it may use besides itself.
const MAY_USE: &[(&str, &[&str])] = &[
    ("platform", &[]),
    ("text", &[]),
    ("model", &["text"]),
    ("git", &["platform", "text"]),
    ("store", &["platform", "text", "model", "git"]),
    ("trust", &["platform", "text", "model", "git"]),
    ("rules", &["text", "model"]),
    ("sync", &["text", "model", "git", "store", "trust", "rules"]),
    ("intake", &["text", "model"]),
    ("report", &["text", "model", "rules"]),
    ("ops", &["platform", "text", "model", "git", "store", "trust", "rules", "sync", "intake", "report"]),
    ("render", &["text", "intake", "report", "ops"]),
    ("desk", &["text", "model", "store", "report", "ops", "render"]),
    (
        "cli",
        &["platform", "text", "model", "git", "store", "trust", "rules", "sync", "intake", "report", "ops", "render", "desk"],
    ),
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
    ("axum", &["desk"]),
    ("maud", &["desk"]),
    ("tokio", &["desk", "platform"]),
    ("icalendar", &["render"]),
    ("anyhow", &["cli"]),
    ("csv", &["intake", "render"]),
    ("annotate_snippets", &["render"]),
    ("zip", &["intake", "render"]),
    ("rust_xlsxwriter", &["render"]),
    ("parquet", &["render"]),
    ("calamine", &["intake"]),
    ("quick_xml", &["intake"]),
    ("encoding_rs", &["intake"]),
];

/// The files of every room.
fn rooms() -> BTreeMap<String, Vec<Source>> {
    let mut rooms: BTreeMap<String, Vec<Source>> = BTreeMap::new();
    for source in sources() {
        if let Some(room) = source.room().map(str::to_owned) {
            rooms.entry(room).or_default().push(source);
        }
    }
    rooms
}

#[test]
fn modules_use_only_what_they_may() {
    let rooms = rooms();
    let known: BTreeSet<&str> = MAY_USE.iter().map(|(module, _)| *module).collect();
    assert_eq!(rooms.keys().map(String::as_str).collect::<BTreeSet<_>>(), known, "a module without a row in the table");
    let mut faults = Vec::new();
    for (module, allowed) in MAY_USE {
        for source in &rooms[*module] {
            for used in source.bare.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if known.contains(name.as_str()) && name != *module && !allowed.contains(&name.as_str()) {
                    faults.push(format!("{} uses {name}", source.name()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_crate_stays_with_its_keeper() {
    let mut faults = Vec::new();
    for (module, files) in rooms() {
        for source in files {
            let code = &source.bare;
            for (name, keepers) in KEEPERS.iter().filter(|(_, keepers)| !keepers.contains(&module.as_str())) {
                let path = format!("{name}::");
                let whole = |(at, _): (usize, &str)| !code[..at].ends_with(|c: char| c == '_' || c.is_alphanumeric());
                if code.match_indices(&path).any(whole) && !code.contains(&format!("self::{path}")) {
                    faults.push(format!("{} knows {name}, which belongs to {keepers:?}", source.name()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_cli_knows_the_clock_the_environment_and_the_streams() {
    let mut faults = Vec::new();
    for (module, files) in rooms().into_iter().filter(|(module, _)| module != "cli") {
        for source in files {
            let code = &source.bare;
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
                    faults.push(format!("{module}: {} says {word}", source.name()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn operations_speak_no_language_and_commands_judge_nothing() {
    let says = |source: &Source, word: &str| {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        source.bare.match_indices(word).any(|(at, _)| {
            let (before, after) = (&source.bare[..at], &source.bare[at + word.len()..]);
            !before.ends_with(is_part) && !after.starts_with(is_part)
        })
    };
    let forbidden: [(&str, &[&str]); 2] = [
        ("ops", &["Lang", "std::env", "stdin", "SystemTime", "Instant", "Utc::now"]),
        ("cli", &["toml::Table", "may_follow", "judge_register", "judge_within"]),
    ];
    for (room, words) in forbidden {
        let files = &rooms()[room];
        let found: Vec<String> = files
            .iter()
            .flat_map(|source| words.iter().filter(|word| says(source, word)).map(|word| format!("{}: {word}", source.name())))
            .collect();
        assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn what_differs_between_systems_stands_in_one_module() {
    let mut faults = Vec::new();
    for source in sources().into_iter().filter(|source| source.room() != Some("platform") && !source.path.ends_with("tests.rs")) {
        for word in [
            "cfg(unix",
            "cfg(windows",
            "cfg(not(unix",
            "cfg(not(windows",
            "target_os",
            "target_family",
            "os::unix",
            "os::windows",
            "cfg!(unix",
            "cfg!(windows",
        ] {
            if source.code.contains(word) {
                faults.push(format!("{} says {word}", source.name()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_module_is_a_drawer() {
    for source in sources() {
        let name = source.path.file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(!["utils", "util", "helpers", "common", "manager", "misc"].contains(&name.as_str()), "{}", source.name());
    }
}

#[test]
fn no_page_of_the_desk_is_pasted_together() {
    let pasted: Vec<String> = rooms()["desk"]
        .iter()
        .filter(|source| ["PreEscaped", "onclick", "javascript:", "style="].iter().any(|word| source.code.contains(word)))
        .map(Source::name)
        .collect();
    assert!(pasted.is_empty(), "{pasted:?}");
}
