//! The folder, the last commit and the shared place are three states: where they differ it is said, with the command.

use std::fs;

use snapbox::str;

use crate::support::{Person, Register, assert_whole, example, said};

/// What tells of them.
const TELL: &[&[&str]] =
    &[&["check", "--year", "2025"], &["verify"], &["report", "--year", "2025", "--format", "json"], &["sync"]];

/// A register with a shared place that has all of it.
fn shared() -> Register {
    let register = Register::of_example();
    let there = register.home.join("共享.git");
    register.git(&["init", "-q", "--bare", "-b", "main", &there.to_string_lossy()]);
    register.ok(&["sync", &there.to_string_lossy()]);
    register
}

#[test]
fn where_all_are_one_nothing_is_said() {
    let register = shared();
    for args in TELL {
        let told = register.ok(args);
        assert!(!told.contains("手工改动") && !told.contains("不在文件夹里") && !told.contains("还没有送出"), "{args:?}: {told}");
    }
}

#[test]
fn a_record_that_was_changed_made_or_deleted_by_hand_is_told_by_each() {
    let register = shared();
    let (changed, made, deleted) =
        ("hazards/2025/yingji/002.toml", "hazards/2025/yingji/003.toml", "upward/2025/anweiban/003.toml");
    let text = register.read(changed);
    register.write(changed, &format!("{text}\n# 手记（虚构）\n"));
    register.write(made, &register.read("hazards/2025/yingji/001.toml"));
    fs::remove_file(register.folder.join(deleted)).expect("deleted");
    for args in TELL {
        let told = said(&register.run(args));
        assert!(told.contains(&format!("手工改动还没有登记：{changed}、{made}；登记用 liandong commit")), "{args:?}: {told}");
        assert!(told.contains(&format!("已登记的记录不在文件夹里：{deleted}；放回用 git restore {deleted}")), "{args:?}: {told}");
    }
    // In JSON too.
    let told: serde_json::Value =
        serde_json::from_slice(&register.run(&["check", "--year", "2025", "--format", "json"]).stdout).expect("JSON");
    assert_eq!(told["folder"]["missing"], serde_json::json!([deleted]));
    // The commands do what they say.
    register.git(&["restore", deleted]);
    register.git(&["restore", changed]);
    fs::remove_file(register.folder.join(made)).expect("removed");
    assert!(!register.ok(&["check", "--year", "2025"]).contains("手工改动"));
}

/// git can be told not to look at a file, and a file can be given back its times: what it says counts.
#[test]
fn what_git_was_told_not_to_see_is_told_by_each() {
    let register = shared();
    let files = ["hazards/2025/yingji/001.toml", "hazards/2025/yingji/002.toml", "orders/2025/yingji/001.toml"];
    register.git(&["update-index", "--assume-unchanged", files[0]]);
    register.git(&["update-index", "--skip-worktree", files[1]]);
    for file in files {
        let (path, text) = (register.folder.join(file), register.read(file));
        let times = fs::metadata(&path).and_then(|found| found.modified()).expect("times");
        let same_size = text.replacen('\n', " ", 1);
        register.write(file, &if file == files[2] { same_size } else { format!("{text}# 手记（虚构）\n") });
        fs::File::open(&path).and_then(|file| file.set_modified(times)).expect("given back");
    }
    let made = "hazards/2025/yingji/003.toml";
    register.write(made, &register.read("hazards/2025/gongan/001.toml"));
    fs::write(register.folder.join(".git/info/exclude"), "hazards/2025/yingji/003.toml\n").expect("a rule");
    for args in TELL {
        let told = said(&register.run(args));
        assert!(told.contains(&format!("手工改动还没有登记：{} 等 4 件", files.join("、"))), "{args:?}: {told}");
    }
}

/// How lines end is a matter of the editor.
#[test]
fn lines_that_end_otherwise_are_no_change() {
    let register = shared();
    let file = "hazards/2025/yingji/002.toml";
    register.write(file, &register.read(file).replace('\n', "\r\n"));
    for args in TELL {
        assert!(!said(&register.run(args)).contains("手工改动"), "{args:?}");
    }
}

#[test]
fn what_points_at_a_record_deleted_by_hand_is_not_explained_away() {
    let register = Register::of_example();
    let deleted = "enforcements/2025/anweiban/001.toml";
    fs::remove_file(register.folder.join(deleted)).expect("deleted");
    let told = said(&register.run(&["check", "--year", "2025"]));
    assert!(told.contains("F01") && !told.contains("liandong amend"), "{told}");
    assert!(told.contains(&format!("命令 git restore {deleted}")), "{told}");
}

#[test]
fn what_was_filed_and_not_sent_is_counted() {
    let register = shared();
    register.ok(&[
        "hazard",
        "new",
        "--found",
        "今天",
        "--as",
        "应急",
        "--mine",
        "dashan",
        "--source-kind",
        "inspection",
        "--nature",
        "hazard",
        "--description",
        "题（虚构）",
    ]);
    assert!(said(&register.run(&["check", "--year", "2025"])).contains("有 1 次登记还没有送出；送出用 liandong sync"));
    register.ok(&["sync"]);
    assert!(!said(&register.run(&["check", "--year", "2025"])).contains("还没有送出"));
}

#[test]
fn a_register_that_was_never_committed_is_not_sent() {
    let home = crate::support::home();
    let person = Person::at(home.path(), "登记员");
    let person = person.in_folder(home.path().join("台账"));
    crate::support::copy_folder(&example("clean"), &person.folder);
    let there = home.path().join("共享.git");
    for args in [&["init", "-q", "-b", "main"][..], &["init", "-q", "--bare", "-b", "main", &there.to_string_lossy()]] {
        person.git(args);
    }
    assert!(person.ok(&["check", "--year", "2025"]).contains("台账还没有提交过：mechanism.toml 等"));
    person.ok(&[
        "hazard",
        "new",
        "--found",
        "今天",
        "--as",
        "应急",
        "--mine",
        "dashan",
        "--source-kind",
        "inspection",
        "--nature",
        "hazard",
        "--description",
        "题（虚构）",
    ]);
    let told = person.fails(&["sync", &there.to_string_lossy()], 2);
    assert_whole(
        &told,
        str![[r#"
未能完成：台账还没有提交过：mechanism.toml 等 114 个文件不在任何提交中，别人取不到；请运行 git add -A，再运行 git commit -m 台账

"#]],
    );
    assert_eq!(person.git(&["-C", &there.to_string_lossy(), "for-each-ref"]), "");
    person.git(&["add", "-A"]);
    person.git(&["commit", "-qm", "台账"]);
    person.ok(&["sync", &there.to_string_lossy()]);
    assert!(!person.ok(&["check", "--year", "2025"]).contains("没有提交过"));
}
