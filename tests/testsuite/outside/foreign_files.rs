//! Whatever is no record breaks nothing; what could be one and is misplaced is still an error.

use std::fs;

use crate::support::{Register, said};

/// What desktops, hosts of code, editors and people leave in a folder.
const BESIDE: &[&str] = &[
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
    "~$隐患.xlsx",
    ".~lock.隐患.xlsx#",
    "README.md",
    "LICENSE",
    ".gitlab-ci.yml",
    ".editorconfig",
    ".github/workflows/check.yml",
    ".vscode/settings.json",
    "2025年报.html",
    "通报.docx",
    "pyproject.toml",
    "hazards/2025/yingji/.DS_Store",
    "hazards/2025/Thumbs.db",
    "notices/2025/yingji/._001.toml",
    "__MACOSX/hazards/2025/yingji/001.toml",
];

#[test]
fn what_is_no_record_is_passed_over_by_every_command() {
    let register = Register::of_example();
    let commands: &[&[&str]] = &[
        &["check", "--year", "2025"],
        &["check", "--year", "2025", "--format", "sarif"],
        &["list", "隐患"],
        &["show", "hazards/2025/yingji/001"],
        &["report", "--year", "2025", "--format", "json"],
        &["deadlines"],
        &["fmt", "--as", "应急"],
    ];
    let before: Vec<String> = commands.iter().map(|args| register.ok(args)).collect();
    for file in BESIDE {
        register.write(file, "x");
    }
    for (args, before) in commands.iter().zip(&before) {
        assert_eq!(register.ok(args), *before, "{args:?}");
    }
    // Committed they break nothing either.
    register.git(&["add", "-A"]);
    register.git(&["commit", "-qm", "旁的（虚构）"]);
    assert!(register.ok(&["check", "--year", "2025", "--rev", "HEAD"]).contains("需更正 0"));
}

#[test]
fn a_paper_among_records_is_a_note() {
    let register = Register::of_example();
    register.write("hazards/2025/yingji/照片.jpg", "x");
    assert!(register.ok(&["check", "--year", "2025"]).contains("不是记录，没有读"));
}

#[test]
fn what_could_be_a_record_is_still_an_error() {
    for file in [
        "notice/2025/yingji/003.toml",
        "Notices/2025/yingji/003.toml",
        "hazards/2025/yingji/003 (1).toml",
        "hazards/2025/yingji/003.TOML",
        "hazards/2025/yingji/003.toml.bak",
        "hazards/2025/yingji/003",
        "hazards 2/2025/yingji/003.toml",
        "备份/hazards/2025/yingji/003.toml",
        "2025/yingji/003.toml",
        "setings.toml",
        "hazards/.gitattributes",
    ] {
        let register = Register::of_example();
        register.write(file, &register.read("hazards/2025/yingji/001.toml"));
        let told = register.fails(&["check", "--year", "2025"], 2);
        assert!(told.contains(file.rsplit('/').next().expect("a name")), "{file}: {told}");
    }
}

#[test]
fn what_git_is_told_to_pass_over_is_passed_over_and_a_record_never() {
    let register = Register::of_example();
    register.write("草案/2025/yingji/003.toml", "x");
    assert_eq!(register.run(&["check", "--year", "2025"]).status.code(), Some(2));
    register.write(".gitignore", "/drafts/\n/草案/\n/hazards/\n");
    let told = register.ok(&["check", "--year", "2025"]);
    assert!(told.contains("未落实 0"), "{told}");
    fs::write(register.folder.join("hazards/2025/yingji/001.toml"), "x").expect("written");
    let told = said(&register.run(&["check", "--year", "2025"]));
    assert!(told.contains("hazards/2025/yingji/001.toml"), "{told}");
}

#[test]
fn a_file_of_an_odd_name_has_a_uri() {
    let register = Register::of_example();
    register.write("notices/2025/yingji/002 (1).toml", &register.read("notices/2025/yingji/001.toml"));
    let told = said(&register.run(&["check", "--year", "2025", "--format", "sarif"]));
    assert!(told.contains("\"uri\": \"notices/2025/yingji/002%20%281%29.toml\""), "{told}");
}
