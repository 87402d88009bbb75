//! A folder that was copied, sent or lies on a stick can do nothing, whatever its sender wrote into git's own files.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use super::district::District;
use crate::support::Person;

const LEAD: &str = "received = 2025-11-21\nchannel = \"patrol\"\ntitle = \"某事（虚构）\"\n";
const FILE: &[&str] =
    &["lead", "new", "--as", "公安", "--received", "2025-11-20", "--channel", "巡查发现", "--title", "一（虚构）"];

fn copy(from: &Path, to: &Path) {
    assert!(Command::new("cp").arg("-a").args([from, to]).status().expect("cp runs").success());
}

fn ids(person: &Person) -> [String; 2] {
    [person.head(), person.git(&["rev-parse", "HEAD^{tree}"]).trim().to_owned()]
}

/// The note of an interrupted filing, as a sender would write it: one file within the register and others elsewhere.
#[test]
fn a_forged_note_is_not_carried_out() {
    let district = District::plain();
    let reader = district.reader("reader");
    let [head, tree] = ids(&reader);
    let commit = reader.git(&["commit-tree", &tree, "-p", &head, "-m", "x"]).trim().to_owned();
    let target = reader.home.join("autostart");
    fs::write(reader.home.join("profile"), "# 原样\n").expect("written");
    let blob = |text: &str| {
        reader.write(".git/text", text);
        reader.git(&["hash-object", "-w", ".git/text"]).trim().to_owned()
    };
    let place = |path: &str, working: Option<&str>, filed: &str| {
        let working = working.map_or("null".to_owned(), |text| format!("\"{}\"", blob(text)));
        let filed = blob(filed);
        format!(
            "{{\"path\":\"{path}\",\"mode\":33188,\"committed\":null,\"working\":{working},\"staged\":null,\"filed\":\"{filed}\"}}"
        )
    };
    let places = [
        place("units/../../autostart", None, "x"),
        place("units/../../profile", Some("# 原样\n"), "y"),
        place("leads/2025/gongan/009.toml", None, LEAD),
    ];
    for name in ["intent.json", "undo.json"] {
        let note = format!(
            "{{\"form\":1,\"branch\":\"refs/heads/main\",\"parent\":\"{head}\",\"commit\":\"{commit}\",\"exact\":true,\"folders\":[],\"places\":[{}]}}",
            places.join(",")
        );
        // With and without something where a seal would be.
        for words in [note.clone(), format!("{}\n{note}", "0".repeat(64)), format!("\n{note}")] {
            reader.write(&format!(".git/liandong/{name}"), &words);
            let told = reader.ok(&[FILE, &["--dry-run"]].concat());
            assert!(told.contains("没有照它办"), "{name}: {told}");
            assert_eq!(fs::read_to_string(reader.home.join("profile")).expect("a file"), "# 原样\n");
            assert!(!target.exists() && !reader.folder.join("leads").exists(), "{name}: it was carried out");
            assert_eq!(reader.head(), head);
        }
        fs::remove_file(reader.folder.join(".git/liandong").join(name)).expect("left alone");
    }
}

/// A note that its user made counts in the folder in which it was made, and in no copy of it.
#[test]
fn what_a_clone_remembers_does_not_go_along_with_a_copy() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let sent = police.in_folder(police.home.join("sent"));
    copy(&police.folder, &sent.folder);
    assert!(sent.ok(&["whoami"]).contains("还没有启用签名"), "the root of a copy was believed");
    let told = sent.ok(&["sync", &district.hub()]);
    assert!(told.contains("refs/liandong/root") && told.contains("不作数") && told.contains("打电话"), "{told}");
    let told = sent.ok(&["sync"]);
    assert!(!told.contains("不作数") && !told.contains("打电话"), "{told}");
    assert!(!police.ok(&["sync"]).contains("不作数"), "its own folder");
    // Another user of the same folder, whose secret is another.
    let mut other = sent.command(&["sync", &district.hub()]);
    let told = other.env("XDG_STATE_HOME", sent.home.join("other")).output().expect("runs");
    assert!(crate::support::said(&told).contains("不作数"));
}

/// By one line in its configuration git itself would set the mark up to where the clone has verified.
#[test]
fn a_fetch_sets_no_mark() {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    police.ok(&["sync"]);
    fs::remove_file(Path::new(&district.hub()).join("hooks/pre-receive")).expect("a hook");
    police.git(&["config", "commit.gpgsign", "false"]);
    police.write("leads/2025/linye/001.toml", LEAD);
    police.git(&["add", "-A"]);
    police.git(&["commit", "-qm", "未签名（虚构）"]);
    police.git(&["push", "-q", "origin", "HEAD:main"]);
    let evil = police.head();
    for target in ["verified", "root"] {
        forest.git(&["config", "--add", "remote.origin.fetch", &format!("+refs/heads/main:refs/liandong/{target}")]);
    }
    let before = forest.head();
    assert!(forest.fails(&["sync"], 1).contains("没有签名"));
    // And if somebody had set it by hand.
    forest.git(&["fetch", "-q", "origin"]);
    for name in ["verified", "root"] {
        forest.git(&["update-ref", &format!("refs/liandong/{name}"), &evil]);
        let mark = forest.folder.join(".git/liandong/marks").join(name);
        let words = fs::read_to_string(&mark).expect("a file");
        let (seal, _) = words.split_once('\n').expect("a seal");
        fs::write(&mark, format!("{seal}\n{evil}")).expect("written");
    }
    assert!(forest.fails(&["sync"], 1).contains("没有签名"));
    assert_eq!(forest.head(), before);
}

/// A folder of drafts that leads elsewhere.
#[test]
fn drafts_are_not_kept_or_shown_by_way_of_a_link() {
    let district = District::plain();
    let reader = district.reader("reader");
    let outside = reader.home.join("outside");
    fs::create_dir(&outside).expect("a folder");
    fs::write(outside.join("notice-1.toml"), "secret = \"外面的\"\n").expect("written");
    let drafts = reader.folder.join("drafts");
    symlink(&outside, &drafts).expect("a link");
    let draft = ["notice", "new", "--as", "公安", "--title", "草（虚构）", "--content", "2", "--to", "林业"];
    let told = crate::support::said(&reader.run(&draft));
    assert_eq!(fs::read_dir(&outside).expect("a folder").count(), 1, "{told}");
    assert!(!crate::support::said(&reader.run(&["draft", "show", "notice-1"])).contains("外面的"));
    fs::remove_file(&drafts).expect("a link");
    fs::create_dir(&drafts).expect("a folder");
    symlink(outside.join("notice-1.toml"), drafts.join("notice-2.toml")).expect("a link");
    assert!(!crate::support::said(&reader.run(&["draft", "show", "notice-2"])).contains("外面的"));
}
