//! The public edition: nobody is named in it, no mine, no number to call, and nothing internal.

use std::collections::BTreeSet;
use std::path::Path;

use super::{page_of, register, values_of};

/// Whatever must not be in a public edition of a register: names, numbers to call, names and ids of mines.
fn secrets(data: &Path) -> BTreeSet<String> {
    fn walk(value: &toml::Value, key: &str, found: &mut BTreeSet<String>) {
        const PERSONS: &[&str] = &["phone", "leader", "submitted_by", "approved_by", "signer", "contact", "by", "name"];
        match value {
            toml::Value::String(words) if PERSONS.contains(&key) && !words.is_ascii() => drop(found.insert(words.clone())),
            toml::Value::String(words) if key == "phone" => drop(found.insert(words.clone())),
            toml::Value::Table(table) => table.iter().for_each(|(key, value)| walk(value, key, found)),
            toml::Value::Array(items) => items.iter().for_each(|item| walk(item, key, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    let mut folders = vec![data.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            let relative = entry.strip_prefix(data).expect("below").to_string_lossy().into_owned();
            // What these name are units, bodies and systems, not persons.
            if entry.is_dir() {
                if !["units", "duties", "calendar"].contains(&relative.as_str()) {
                    folders.push(entry);
                }
            } else if relative.contains('/') {
                let table: toml::Table = std::fs::read_to_string(&entry).expect("readable").parse().expect("TOML");
                walk(&toml::Value::Table(table), "", &mut found);
            }
        }
    }
    for mine in std::fs::read_dir(data.join("mines")).expect("mines") {
        found.insert(format!("mines/{}", mine.expect("a mine").file_name().to_string_lossy()));
    }
    found
}

#[test]
fn a_public_report_names_nobody() {
    for name in ["broken", "clean"] {
        let data = register(name);
        let secrets = secrets(&data);
        assert!(secrets.len() > 20, "{secrets:?}");
        let folder = tempfile::tempdir().expect("a folder");
        for as_of in ["2025-12-31", "2025-06-16"] {
            let page = std::fs::read_to_string(page_of(&data, as_of, folder.path(), &["--edition", "public"])).expect("UTF-8");
            let json = values_of(&data, as_of, &["--edition", "公开"]).to_string();
            for secret in &secrets {
                assert!(!page.contains(secret.as_str()) && !json.contains(secret.as_str()), "{name} as of {as_of}: {secret}");
            }
            assert!(page.contains("公开版：") && page.contains("〔矿山"), "it says what was left out");
            assert!(!page.contains("leads/") && !json.contains("leads/2025"), "leads are internal");
        }
    }
}

#[test]
fn an_internal_record_is_left_out_and_judged_all_the_same() {
    let (inside, outside) = (
        values_of(&register("broken"), "2025-12-31", &[]),
        values_of(&register("broken"), "2025-12-31", &["--edition", "public"]),
    );
    assert_eq!(inside["states"], outside["states"], "what is judged is judged by all");
    assert_eq!((&inside["edition"], &outside["edition"]), (&"internal".into(), &"public".into()));
    let left_out = outside["left_out"]["records"].as_u64().expect("a number");
    assert!(left_out > 0 && inside["left_out"].is_null());
    let lead = "线索 2025-自然资源-001";
    assert!(inside.to_string().contains(lead) && !outside.to_string().contains(lead));
}
