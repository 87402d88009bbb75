//! `--editors`: settings for programs that know TOML, which are no part of the register.

use std::fs;
use std::path::Path;
use std::process::Command;

use liandong::model::{Kind, RecordPath};
use serde_json::Value;
use toml::Table;

use crate::support::{Register, clean, copy_folder, said};

/// The files in which a person may have settings of their own.
const SHARED: &[&str] = &[".tombi.toml", ".taplo.toml", ".vscode/settings.json", ".vscode/extensions.json"];

fn equipped() -> Register {
    let register = Register::of_example();
    register.ok(&["schema", "--editors"]);
    register
}

/// Which files of a schema go by which patterns, in the order in which a program reads them.
fn patterns(register: &Register, file: &str) -> Vec<(String, String)> {
    let table: Table = register.read(file).parse().expect("TOML");
    let list = table.get("schemas").or(table.get("rule")).and_then(toml::Value::as_array).expect("a list");
    list.iter()
        .map(|one| {
            let schema = one.get("path").unwrap_or_else(|| &one["schema"]["path"]).as_str().expect("a path").to_owned();
            let [pattern] = &one["include"].as_array().expect("a list")[..] else { panic!("{one}") };
            (pattern.as_str().expect("a pattern").to_owned(), schema)
        })
        .collect()
}

/// Whether a pattern, in which a part may begin with a star, is of a path.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), path.split('/').collect());
    let part = |(pattern, part): (&&str, &&str)| match pattern.strip_prefix('*') {
        Some(ending) => part.ends_with(ending),
        None => pattern == part,
    };
    pattern.len() == path.len() && pattern.iter().zip(&path).all(part)
}

fn records(folder: &Path, below: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder.join(below)).expect("a folder") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
        if name.starts_with('.') {
            continue;
        }
        if folder.join(&path).is_dir() { records(folder, &path, found) } else { found.push(path) }
    }
}

#[test]
fn what_is_written_can_be_read_and_each_record_has_the_schema_of_its_kind() {
    let register = equipped();
    for file in [".vscode/settings.json", ".vscode/extensions.json"] {
        serde_json::from_str::<Value>(&register.read(file)).expect("JSON");
    }
    let mut files = Vec::new();
    records(&register.folder, "", &mut files);
    let mut kinds = std::collections::BTreeSet::new();
    // Of several patterns that fit tombi takes the first, taplo the last.
    for (settings, is_first) in [(".tombi.toml", true), (".taplo.toml", false)] {
        let mut patterns = patterns(&register, settings);
        if !is_first {
            patterns.reverse();
        }
        assert_eq!(patterns.len(), Kind::ALL.len(), "{settings}");
        for (_, schema) in &patterns {
            serde_json::from_str::<Value>(&register.read(schema)).expect("JSON");
        }
        for file in &files {
            let kind = RecordPath::of_file(file).expect("a record").kind();
            let (_, schema) = patterns.iter().find(|(pattern, _)| fits(pattern, file)).expect(file);
            assert_eq!(register.read(schema), register.ok(&["schema", kind.folder()]), "{file} by {settings}");
            kinds.insert(kind);
        }
    }
    assert!(kinds.len() > 20, "{kinds:?}");
}

#[test]
fn git_and_every_command_pass_over_them() {
    let before = Register::of_example().ok(&["check", "--year", "2025"]);
    let register = equipped();
    register.assert_clean();
    assert_eq!(register.ok(&["check", "--year", "2025"]), before);
    register.git(&["add", "-A"]);
    register.assert_clean();
    // Once more it is the same, and what git passes over is not said twice.
    let exclude = register.read(".git/info/exclude");
    register.ok(&["schema", "--editors"]);
    assert_eq!(register.read(".git/info/exclude"), exclude);
    // In a second work tree, and in a register below the top of its repository.
    let second = register.in_folder(register.home.join("另一处"));
    register.git(&["worktree", "add", "-q", "-b", "another", &second.folder.to_string_lossy()]);
    second.ok(&["schema", "--editors"]);
    assert_eq!(second.git(&["status", "--porcelain"]), "");
    let below = register.in_folder(register.home.join("大库/data"));
    copy_folder(&clean(), &below.folder);
    for args in [&["init", "-q", ".."][..], &["add", "-A"], &["commit", "-qm", "台账（虚构）"]] {
        below.git(args);
    }
    below.ok(&["schema", "--editors"]);
    assert_eq!(below.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_new_register_has_them_where_they_are_asked_for() {
    let register = Register::init();
    assert!(SHARED.iter().all(|file| !register.folder.join(file).exists()));
    register.command(&["init", "新的", "--editors"]).current_dir(&register.home).status().expect("runs");
    let new = register.in_folder(register.home.join("新的"));
    assert!(SHARED.iter().all(|file| new.folder.join(file).is_file()));
    new.assert_clean();
    assert_eq!(new.git(&["ls-files", ".schemas", ".vscode", ".tombi.toml", ".taplo.toml"]), "");
}

#[test]
fn what_a_person_has_set_stays() {
    for file in SHARED {
        let register = Register::of_example();
        register.write(file, "# 自己的\n");
        let told = register.fails(&["schema", "--editors"], 2);
        assert!(told.contains(file), "{told}");
        assert_eq!(register.read(file), "# 自己的\n");
        assert!(!register.folder.join(".schemas").exists());
    }
    // Schemas of an earlier version are this program's own.
    let register = equipped();
    register.write(".schemas/hazard.schema.json", "{}");
    register.ok(&["schema", "--editors"]);
    assert_eq!(register.read(".schemas/hazard.schema.json"), register.ok(&["schema", "隐患"]));
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let register = Register::of_example();
    let outside = register.home.join("外面");
    fs::create_dir_all(&outside).expect("a folder");
    for link in [".vscode", ".schemas"] {
        std::os::unix::fs::symlink(&outside, register.folder.join(link)).expect("a link");
        register.fails(&["schema", "--editors"], 2);
        fs::remove_file(register.folder.join(link)).expect("removed");
    }
    assert_eq!(fs::read_dir(&outside).expect("a folder").count(), 0);
}

/// The programs themselves, which `.ci/run` fetches: `LIANDONG_TOMBI` and `LIANDONG_TAPLO` name them.
#[test]
#[ignore = "needs tombi and taplo"]
fn tools() {
    let register = equipped();
    let program = |name: &str, args: &[&str]| {
        let mut command = Command::new(std::env::var_os(name).expect(name));
        command.args(args).current_dir(&register.folder).output().expect("runs")
    };
    let tombi = || program("LIANDONG_TOMBI", &["lint", "--offline", "."]);
    let taplo = || program("LIANDONG_TAPLO", &["lint"]);
    for done in [tombi(), taplo()] {
        assert!(done.status.success(), "{}", said(&done));
    }
    // A key that there is not, and one that is of another kind alone.
    let files = [
        "hazards/2025/yingji/001.toml",
        "mines/dashan/base.toml",
        "mines/dashan/ziran.toml",
        "settings.toml",
        "calendar/2025.toml",
    ];
    for file in files {
        let before = register.read(file);
        register.write(file, &format!("chairr = 3\n{before}"));
        for (name, done) in [("tombi", tombi()), ("taplo", taplo())] {
            assert!(!done.status.success() && said(&done).contains("chairr"), "{name} took {file}: {}", said(&done));
        }
        register.write(file, &before);
    }
}
