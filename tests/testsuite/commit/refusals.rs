//! What stands against filing has its name, in both languages, and changes nothing.

use std::time::Duration;

use liandong::git::{Disk, Midway, RecoveryOutcome, Refused, Workspace};
use liandong::store::Writer;
use liandong::text::Text;

use super::child::{child, said};
use super::office::{Office, file, git, now, record};
use crate::support::home;

fn refused(office: &Office) -> Refused {
    Workspace::open(&office.register().into(), Disk::default()).expect_err("it should not do")
}

/// The words of a refusal name the thing and what to do about it.
fn assert_says(why: &Text, zh: &str, en: &str) {
    assert!(why.zh().contains(zh), "{}", why.zh());
    assert!(why.en().contains(en), "{}", why.en());
}

#[test]
fn no_repository_and_a_bare_one() {
    let folder = home();
    let why = Writer::open(&folder.path().into(), now()).expect_err("no repository");
    assert_says(&why, "git init", "in no git repository");
    let bare = Office::made(&["init", "-q", "--bare"], "");
    assert!(matches!(refused(&bare), Refused::Bare));
    assert_says(&Refused::Bare.describe(), "裸仓库", "git clone");
}

#[test]
fn repositories_of_other_forms() {
    let reftable = Office::made(&["init", "-q", "--ref-format=reftable"], "");
    assert!(matches!(refused(&reftable), Refused::Reftable));
    let sha256 = Office::made(&["init", "-q", "--object-format=sha256"], "");
    assert!(matches!(refused(&sha256), Refused::Sha256));

    let whole = Office::new();
    file(&whole.desk(), "notices/2025/gongan/002", None, Some(&record("二号"))).expect("filed");
    let address = format!("file://{}", whole.folder.display());
    let cloned = |args: &[&str]| {
        let folder = home();
        let all = [&["clone", "-q", "--no-checkout"], args, &[&*address, "."]].concat();
        assert!(git(folder.path(), &all).status().expect("git").success());
        (Workspace::open(&folder.path().into(), Disk::default()).expect_err("it should not do"), folder)
    };
    assert!(matches!(cloned(&["--depth", "1"]).0, Refused::Shallow));
    whole.git(&["config", "uploadpack.allowFilter", "true"]);
    assert!(matches!(cloned(&["--filter=blob:none"]).0, Refused::Partial));

    whole.git(&["sparse-checkout", "set", "notices"]);
    assert!(matches!(refused(&whole), Refused::Sparse));
    whole.git(&["sparse-checkout", "disable"]);
    whole.git(&["config", "core.splitIndex", "true"]);
    assert!(matches!(refused(&whole), Refused::SplitIndex));
    whole.git(&["config", "--unset", "core.splitIndex"]);
    whole.git(&["update-index", "--split-index"]);
    let why = file(&whole.desk(), "notices/2025/gongan/003", None, Some(&record("三号"))).expect_err("split");
    assert_says(&why, "splitIndex", "split in two files");
    whole.git(&["update-index", "--no-split-index"]);
    file(&whole.desk(), "notices/2025/gongan/003", None, Some(&record("三号"))).expect("filed");
    whole.assert_clean("whole again");
}

#[test]
fn every_refusal_has_words_of_its_own() {
    let at = || "x".into();
    let all = [
        Refused::NoRepository(at()),
        Refused::Bare,
        Refused::OtherOwner(at()),
        Refused::Reftable,
        Refused::Sha256,
        Refused::Shallow,
        Refused::Partial,
        Refused::Sparse,
        Refused::SplitIndex,
        Refused::Detached,
        Refused::Midway(Midway::Merge),
        Refused::Midway(Midway::Rebase),
        Refused::NoIdentity,
        Refused::Unwritable(at()),
        Refused::Full(at()),
        Refused::Disk(at(), std::io::Error::other("x")),
        Refused::Locked(None),
        Refused::GitLocked(at()),
        Refused::Conflicts,
        Refused::IndexEmpty,
        Refused::HandEdit("x".into()),
        Refused::Staged("x".into()),
        Refused::Obstacle("x".into()),
        Refused::Path("x".into()),
        Refused::Nothing,
        Refused::Moving,
        Refused::Unsettled(at()),
        Refused::NotSigned(Text::same("x")),
        Refused::Below,
        Refused::Hostile("x".into()),
        Refused::Foreign(at()),
        Refused::Huge(at()),
        Refused::Overlong("x".into()),
        Refused::Untrue(at()),
        Refused::Unfolds,
        Refused::Broken("x".into()),
        Refused::Extension("extensions.refstorage".into(), "files".into()),
        Refused::Extension("extensions.x".into(), "y".into()),
        Refused::Pending(Box::new(Refused::Full(at()))),
    ];
    let words: std::collections::BTreeSet<(String, String)> =
        all.iter().map(Refused::describe).map(|said| (said.zh().to_owned(), said.en().to_owned())).collect();
    assert_eq!(words.len(), all.len());
    assert!(words.iter().all(|(zh, en)| zh.chars().count() > 8 && en.is_ascii() && en.len() > 20));
}

#[test]
fn a_detached_head() {
    let office = Office::new();
    office.git(&["checkout", "-q", "--detach"]);
    let why = Writer::open(&office.register().into(), now()).expect_err("detached");
    assert_says(&why, "git switch", "detached");
}

/// An office with two branches that changed the same record.
fn divided() -> Office {
    let office = Office::new();
    office.git(&["switch", "-q", "-c", "other"]);
    office.write("notices/2025/gongan/001.toml", &record("甲"));
    office.git(&["commit", "-q", "-a", "-m", "甲（虚构）"]);
    office.git(&["switch", "-q", "main"]);
    office.write("notices/2025/gongan/001.toml", &record("乙"));
    office.git(&["commit", "-q", "-a", "-m", "乙（虚构）"]);
    office
}

#[test]
fn something_of_gits_that_is_half_done() {
    for (args, midway) in [
        (&["merge", "other"][..], Midway::Merge),
        (&["rebase", "other"], Midway::Rebase),
        (&["cherry-pick", "other"], Midway::CherryPick),
        (&["revert", "--no-edit", "HEAD~1"], Midway::Revert),
    ] {
        let office = divided();
        office.git_fails(args);
        let (status, head) = (office.status(), office.head());
        let why = refused(&office);
        assert!(matches!(&why, Refused::Midway(found) if *found == midway), "{why:?}");
        let way_out = format!("git {} --abort", args[0]);
        assert_says(&why.describe(), &way_out, &way_out);
        assert_eq!((office.status(), office.head()), (status, head));
    }
}

#[test]
fn a_desk_that_was_open_before_sees_what_has_begun_since() {
    let office = divided();
    let desk = office.desk();
    office.git_fails(&["merge", "other"]);
    let why = file(&desk, "notices/2025/gongan/002", None, Some(&record("二号"))).expect_err("a merge");
    assert_says(&why, "git merge", "git merge");
    assert_eq!(office.working("notices/2025/gongan/002.toml"), None);
}

#[test]
fn conflicts_that_are_left_and_an_index_that_is_empty() {
    let office = divided();
    office.git_fails(&["merge", "other"]);
    std::fs::remove_file(office.folder.join(".git/MERGE_HEAD")).expect("removed");
    let why = file(&office.desk(), "notices/2025/gongan/002", None, Some(&record("二号"))).expect_err("conflicts");
    assert_says(&why, "合并冲突", "unresolved");
    office.git(&["reset", "-q", "--hard"]);
    office.git(&["rm", "-rq", "--cached", "."]);
    let why = file(&office.desk(), "notices/2025/gongan/002", None, Some(&record("二号"))).expect_err("empty");
    assert_says(&why, "git reset", "git reset");
}

#[test]
fn nobody_knows_who_files() {
    let office = Office::new();
    office.git(&["config", "--unset", "user.name"]);
    let mut asked = child(&office.register(), "file");
    let out = asked.stdout(std::process::Stdio::piped()).output().expect("a child").stdout;
    let out = String::from_utf8(out).expect("text");
    let said = said(&out);
    assert!(said[0].contains("不知道登记人是谁") && said[0].contains("git config --global user.name 姓名"), "{said:?}");
    office.assert_clean("nobody files");
}

#[test]
fn another_program_has_the_lock() {
    let office = Office::new();
    let workspace =
        || Workspace::open(&office.register().into(), Disk::default()).expect("fit").patient_for(Duration::from_millis(60));
    let first = workspace();
    let held = first.lock("2025-11-25T09:30:00+08:00").expect("free");
    let why = workspace().lock("later").err().expect("taken").describe();
    let process = std::process::id().to_string();
    assert_says(&why, &process, "since 2025-11-25T09:30:00+08:00");
    drop(held);
    workspace().lock("later").expect("free again");
}

#[test]
fn a_lock_of_gits_is_respected() {
    let office = Office::new();
    let start = office.head();
    for lock in [".git/index.lock", ".git/refs/heads/main.lock"] {
        let lock = office.folder.join(lock);
        std::fs::write(&lock, "").expect("written");
        let desk = office.desk().patient_for(Duration::from_millis(60));
        let why = file(&desk, "notices/2025/gongan/002", None, Some(&record("二号"))).expect_err("locked");
        assert_says(&why, &lock.to_string_lossy(), "git is changing the repository");
        assert_eq!(office.head(), start);
        std::fs::remove_file(&lock).expect("still there");
        office.assert_clean("git's lock");
    }
    file(&office.desk(), "notices/2025/gongan/002", None, Some(&record("二号"))).expect("filed");
}

#[test]
fn a_note_that_this_user_did_not_make_is_ignored() {
    let office = Office::new();
    office.desk();
    let note = office.folder.join(".git/liandong/intent.json");
    for words in ["{\"form\": 2}", "half"] {
        std::fs::write(&note, words).expect("written");
        let desk = Writer::open(&office.register().into(), now()).expect("fit");
        let ignored = desk.recovered().expect("it is named");
        assert_eq!(ignored.outcome, RecoveryOutcome::Ignored);
        assert_says(&ignored.describe(), "没有照它办", "nothing was done by it");
        assert_eq!(std::fs::read_to_string(&note).expect("a file"), words);
    }
}

#[test]
fn paths_that_lead_elsewhere() {
    let office = Office::new();
    let workspace = Workspace::open(&office.register().into(), Disk::default()).expect("fit");
    let held = workspace.lock("now").expect("free");
    for path in ["../x.toml", "a/../../x", "/etc/x", ".git/config", "a/.GIT/x", "a//b", "", "a\\b"] {
        let change = liandong::git::FileChange { path: path.to_owned(), before: None, after: Some(b"x".to_vec()), found: None };
        let why = held.file(&[change], "x", now()).expect_err("elsewhere");
        assert!(matches!(why, Refused::Path(_)), "{path}: {why:?}");
    }
    let twice = liandong::git::FileChange { path: "a.toml".to_owned(), before: None, after: Some(b"x".to_vec()), found: None };
    assert!(matches!(held.file(&[twice.clone(), twice], "x", now()), Err(Refused::Path(_))));
    drop(held);
    office.assert_clean("elsewhere");
}
