//! What lies beside a filing stays as it is, and what is filed is filed byte by byte.

use snapbox::str;

use super::office::{Office, file, now, path, record};
use crate::support::{assert_whole, home};

use liandong::git::Disk;
use liandong::model::Kind;
use liandong::store::{Filing, RecordChange, remove_file, write_file};
use liandong::text::Text;

#[test]
fn other_changes_stay_staged_unstaged_and_untracked() {
    let office = Office::new();
    office.write("orders/2025/ziran/001.toml", &record("已暂存"));
    office.git(&["add", "orders"]);
    office.write("leads/2025/ziran/001.toml", &record("未暂存"));
    office.write("leads/2025/ziran/002.toml", &record("未跟踪"));
    office.git(&["update-index", "--chmod=+x", "orders/2025/ziran/001.toml"]);
    let (status, staged) = (office.status(), office.git(&["ls-files", "--stage", "orders", "leads"]));
    file(&office.desk(), "notices/2025/gongan/002", None, Some(&record("二号"))).expect("filed");
    assert_eq!(office.status(), status);
    assert_eq!(office.git(&["ls-files", "--stage", "orders", "leads"]), staged);
    assert_eq!(office.git(&["show", "--name-status", "--format=", "HEAD"]), "A\tnotices/2025/gongan/002.toml\n");
    office.assert_sound("beside");
}

#[test]
fn an_edit_in_the_moment_the_index_was_written_is_still_seen() {
    // Of the same length, and with the time of the index: only the content tells.
    let office = Office::new();
    let index = std::fs::metadata(office.folder.join(".git/index")).expect("an index").modified().expect("a time");
    for edited in ["notices/2025/gongan/001.toml", "leads/2025/ziran/001.toml"] {
        let other = if edited.starts_with("notices") { record("壹号") } else { record("索线") };
        office.write(edited, &other);
        let handle = std::fs::File::options().write(true).open(office.folder.join(edited)).expect("a file");
        handle.set_modified(index).expect("a time");
    }
    file(&office.desk(), "notices/2025/gongan/002", None, Some(&record("二号"))).expect("filed");
    assert_eq!(office.status(), " M leads/2025/ziran/001.toml\n M notices/2025/gongan/001.toml\n");
}

#[test]
fn an_edit_by_hand_in_the_way_is_refused_with_its_place() {
    let office = Office::new();
    let start = office.head();
    office.write("notices/2025/gongan/001.toml", &record("手改"));
    let why =
        file(&office.desk(), "notices/2025/gongan/001", Some(&record("一号")), Some(&record("程序改"))).expect_err("in the way");
    assert!(why.zh().contains("notices/2025/gongan/001.toml") && why.en().contains("edited by hand"), "{why}");
    office.write("notices/2025/gongan/002.toml", &record("手写"));
    let why = file(&office.desk(), "notices/2025/gongan/002", None, Some(&record("二号"))).expect_err("in the way");
    assert!(why.zh().contains("notices/2025/gongan/002.toml"), "{why}");
    assert_eq!(office.working("notices/2025/gongan/001.toml"), Some(record("手改")));
    assert_eq!(office.working("notices/2025/gongan/002.toml"), Some(record("手写")));
    assert_eq!(office.head(), start);
    let said = office.desk().file::<Text>(now(), |held| {
        held.bytes(&path("notices/2025/gongan/001"))?;
        Ok(Filing { message: String::new(), changes: Vec::new() })
    });
    assert!(said.expect_err("edited").zh().contains("手工改过"));
}

#[test]
fn another_state_that_is_staged_is_refused() {
    let office = Office::new();
    office.write("notices/2025/gongan/001.toml", &record("暂存"));
    office.git(&["add", "-A"]);
    office.write("notices/2025/gongan/001.toml", &record("一号"));
    let why =
        file(&office.desk(), "notices/2025/gongan/001", Some(&record("一号")), Some(&record("程序改"))).expect_err("staged");
    assert!(why.zh().contains("暂存区"), "{why}");
    assert_eq!(office.status(), "MM notices/2025/gongan/001.toml\n");
}

#[test]
fn an_edit_by_hand_can_be_filed_as_it_is() {
    let office = Office::new();
    let edited = path("notices/2025/gongan/001");
    office.write("notices/2025/gongan/001.toml", &record("手改"));
    let filed = office.desk().file::<Text>(now(), |held| {
        let (before, after) = (held.committed(&edited)?, held.working(&edited)?);
        Ok(Filing {
            message: "手工改动（虚构）".to_owned(),
            changes: vec![RecordChange { path: edited.clone(), before, after, found: None }],
        })
    });
    assert_eq!(filed.expect("filed").commit, office.head());
    assert_eq!(office.committed("notices/2025/gongan/001.toml"), Some(record("手改")));
    office.assert_clean("adopted");
}

#[test]
fn what_is_filed_already_is_not_filed_again() {
    let office = Office::new();
    let start = office.head();
    let same = record("一号");
    let why = file(&office.desk(), "notices/2025/gongan/001", Some(&same), Some(&same)).expect_err("nothing new");
    assert!(why.zh().contains("没有什么要登记"), "{why}");
    let none = office.desk().file::<Text>(now(), |_| Ok(Filing { message: String::new(), changes: Vec::new() }));
    assert!(none.is_err());
    assert_eq!(office.head(), start);
    office.assert_clean("nothing");
}

#[test]
fn the_first_commit_of_a_repository() {
    let office = Office::unborn();
    let filed = file(&office.desk(), "notices/2025/gongan/001", None, Some(&record("一号"))).expect("filed");
    assert_eq!(filed.commit, office.head());
    assert_eq!(office.git(&["rev-list", "--count", "HEAD"]).trim(), "1");
    let said = office.git(&["log", "-1", "--format=%an <%ae> %ad %cn %s", "--date=iso-strict"]);
    assert_eq!(
        said.trim(),
        "登记员（虚构） <liaison@example.invalid> 2025-11-25T09:30:00+08:00 登记员（虚构） 登记 notices/2025/gongan/001（虚构）"
    );
    let log = office.git(&["reflog", "--format=%gs", "main"]);
    assert_eq!(log.trim(), "commit (initial): 登记 notices/2025/gongan/001（虚构）");
    assert_eq!(office.git(&["reflog", "--format=%gs"]), office.git(&["reflog", "--format=%gs", "main"]));
    office.assert_clean("first");
}

#[test]
fn a_register_below_the_top_of_its_repository() {
    let office = Office::below();
    let desk = office.desk();
    let number = desk.file::<Text>(now(), |held| {
        let number = held.next_number(Kind::Notice, 2025, &"gongan".parse()?, 0)?;
        let path = path(&format!("notices/2025/gongan/{number}"));
        Ok(Filing {
            message: "登记（虚构）".to_owned(),
            changes: vec![RecordChange { path, before: None, after: Some(record("二号")), found: None }],
        })
    });
    number.expect("filed");
    assert_eq!(office.committed("notices/2025/gongan/002.toml"), Some(record("二号")));
    let files = office.git(&["-c", "core.quotePath=false", "ls-files"]);
    assert_whole(
        &files,
        str![[r#"
README
台账/data/leads/2025/ziran/001.toml
台账/data/notices/2025/gongan/001.toml
台账/data/notices/2025/gongan/002.toml

"#]],
    );
    office.assert_clean("below");
}

#[test]
fn a_branch_that_is_packed_and_another_work_tree() {
    let office = Office::new();
    office.git(&["pack-refs", "--all"]);
    office.git(&["gc", "-q"]);
    file(&office.desk(), "notices/2025/gongan/002", None, Some(&record("二号"))).expect("filed");
    office.assert_clean("packed");
    let beside = office.folder.with_file_name("beside");
    office.git(&["worktree", "add", "-q", "-b", "other", &beside.to_string_lossy()]);
    let desk = liandong::store::Writer::open(&beside.as_path().into(), now()).expect("a desk");
    let filed = file(&desk, "notices/2025/gongan/003", None, Some(&record("三号"))).expect("filed");
    assert_eq!(office.git(&["rev-parse", "other"]).trim(), filed.commit);
    assert_eq!(office.working("notices/2025/gongan/003.toml"), None);
    let status = super::office::git(&beside, &["status", "--porcelain"]).output().expect("git");
    assert_eq!(String::from_utf8_lossy(&status.stdout), "");
    office.assert_clean("another work tree");
}

#[test]
fn conversions_of_git_do_not_alter_a_byte() {
    let crlf = "title = \"（虚构）回车\"\r\n# $Id$\r\nbody = \"\\u0000\"\n".as_bytes();
    for (settings, attributes) in [
        (&[("core.autocrlf", "true")][..], "* -text\n"),
        (&[("core.autocrlf", "true"), ("filter.up.clean", "tr a-z A-Z")][..], "*.toml filter=up ident\n"),
    ] {
        let office = Office::new();
        office.write(".gitattributes", attributes.as_bytes());
        office.git(&["add", ".gitattributes"]);
        office.git(&["commit", "-q", "-m", "属性（虚构）"]);
        for (key, value) in settings {
            office.git(&["config", key, value]);
        }
        file(&office.desk(), "notices/2025/gongan/002", None, Some(crlf)).expect("filed");
        assert_eq!(office.committed("notices/2025/gongan/002.toml").as_deref(), Some(crlf));
        assert_eq!(office.working("notices/2025/gongan/002.toml").as_deref(), Some(crlf));
        // Where a filter would convert the file, git itself goes on to say that it differs.
        if attributes == "* -text\n" { office.assert_clean(attributes) } else { office.assert_sound(attributes) }
    }
}

#[test]
fn indexes_of_other_forms_are_kept_in_theirs() {
    for settings in [
        &["update-index", "--index-version", "4"][..],
        &["config", "index.skipHash", "true"],
        &["config", "core.untrackedCache", "true"],
    ] {
        let office = Office::new();
        office.git(settings);
        office.write("leads/2025/ziran/002.toml", &record("二"));
        office.git(&["add", "-A"]);
        office.git(&["status"]);
        file(&office.desk(), "notices/2025/gongan/002", None, Some(&record("二号"))).expect("filed");
        assert_eq!(office.status(), "A  leads/2025/ziran/002.toml\n", "{settings:?}");
        office.git(&["commit", "-q", "-m", "手工（虚构）"]);
        office.assert_clean(&format!("{settings:?}"));
        assert_eq!(office.git(&["ls-files"]).lines().count(), 4, "{settings:?}");
    }
}

#[test]
fn numbers_go_on_past_what_only_lies_there() {
    let office = Office::new();
    office.write("notices/2025/gongan/007.toml", &record("手写"));
    office.write("notices/2025/gongan/b002.toml", &record("另一台"));
    std::fs::remove_file(office.register().join("notices/2025/gongan/001.toml")).expect("removed");
    let unit = "gongan".parse().expect("a unit");
    let mut numbers = Vec::new();
    let desk = office.desk();
    let _ = desk.file::<Text>(now(), |held| {
        for (kind, year, series) in
            [(Kind::Notice, 2025, 0), (Kind::Notice, 2025, 1), (Kind::Notice, 2025, 2), (Kind::Notice, 2026, 0)]
        {
            numbers.push(held.next_number(kind, year, &unit, series)?.to_string());
        }
        Err(Text::same("enough"))
    });
    assert_eq!(numbers, ["008", "b003", "c001", "001"]);
    std::fs::remove_file(office.register().join("notices/2025/gongan/007.toml")).expect("removed");
    let _ = desk.file::<Text>(now(), |held| {
        numbers.push(held.next_number(Kind::Notice, 2025, &unit, 0)?.to_string());
        Err(Text::same("enough"))
    });
    assert_eq!(numbers[4], "002", "001 is filed, though it was removed from the folder");
}

#[test]
fn no_link_is_followed_out_of_the_register() {
    let office = Office::new();
    let outside = office.folder.with_file_name("outside");
    std::fs::create_dir(&outside).expect("a folder");
    std::os::unix::fs::symlink(&outside, office.register().join("meetings")).expect("a link");
    std::os::unix::fs::symlink(outside.join("x"), office.register().join("notices/2025/gongan/002.toml")).expect("a link");
    for stem in ["meetings/2025/anweiban/001", "notices/2025/gongan/002"] {
        let why = file(&office.desk(), stem, None, Some(&record("外"))).expect_err("a link");
        assert!(why.en().contains("there is a link"), "{why}");
    }
    assert_eq!(std::fs::read_dir(&outside).expect("a folder").count(), 0);
}

#[test]
fn no_hook_runs() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::new();
    let hooks = office.folder.join(".git/hooks");
    std::fs::create_dir_all(&hooks).expect("a folder");
    for hook in ["pre-commit", "commit-msg", "post-commit", "reference-transaction", "post-index-change"] {
        let file = hooks.join(hook);
        std::fs::write(&file, "#!/bin/sh\ntouch \"$(dirname \"$0\")/ran\"\nexit 1\n").expect("written");
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).expect("a mode");
    }
    file(&office.desk(), "notices/2025/gongan/002", None, Some(&record("二号"))).expect("filed");
    assert!(!hooks.join("ran").exists());
}

#[test]
fn a_file_that_is_no_commit_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt;
    let folder = home();
    let draft = folder.path().join("draft.toml");
    write_file(&draft, b"a").expect("written");
    std::fs::set_permissions(&draft, std::fs::Permissions::from_mode(0o640)).expect("a mode");
    write_file(&draft, b"b").expect("written");
    assert_eq!(std::fs::read(&draft).expect("a file"), b"b");
    assert_eq!(std::fs::metadata(&draft).expect("a file").permissions().mode() & 0o777, 0o640);
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside it");
    remove_file(&draft).expect("removed");
    remove_file(&draft).expect("nothing to remove");
    let why = write_file(&folder.path().join("missing/draft.toml"), b"c").expect_err("no folder");
    assert!(why.zh().contains("missing"), "{why}");
}

/// An object that exists by a wrong name keeps the right one out for good.
#[test]
fn two_equal_files_in_one_filing_are_one_object() {
    let office = Office::new();
    let change =
        |stem: &str, words: &str| RecordChange { path: path(stem), before: None, after: Some(record(words)), found: None };
    let filed = office.desk().file::<Text>(now(), |_| {
        let stems = [("hazards/2025/yingji/001", "同"), ("hazards/2025/ziran/001", "同"), ("hazards/2025/ziran/002", "异")];
        Ok(Filing {
            message: "两件相同（虚构）".to_owned(), changes: stems.map(|(stem, words)| change(stem, words)).to_vec()
        })
    });
    filed.expect("filed");
    office.assert_sound("two equal files");
    let ids = office.git(&["rev-parse", "HEAD:hazards/2025/yingji/001.toml", "HEAD:hazards/2025/ziran/001.toml"]);
    let ids: Vec<&str> = ids.lines().collect();
    assert_eq!(ids[0], ids[1]);
    file(&office.desk(), "hazards/2025/ziran/003", None, Some(&record("同"))).expect("the same text can be filed again");
    office.assert_sound("again");
}

/// Whoever exchanges a folder for a link while something is filed leads nothing elsewhere.
#[test]
fn a_folder_exchanged_for_a_link_at_any_moment() {
    for step in 0.. {
        let office = Office::new();
        let (outside, folder) = (home(), office.folder.join("leads/2025/ziran"));
        let (moved, target, link) = (office.folder.join("moved"), outside.path().to_owned(), folder.clone());
        let acts = std::sync::atomic::AtomicUsize::new(0);
        let disk = Disk::watched(move |_, _| {
            if acts.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == step {
                std::fs::rename(&folder, &moved)?;
                std::os::unix::fs::symlink(&target, &folder)?;
            }
            Ok(())
        });
        let clerk = office.desk_on(disk);
        let done = clerk.and_then(|clerk| file(&clerk, "leads/2025/ziran/002", None, Some(&record("二"))));
        assert_eq!(std::fs::read_dir(outside.path()).expect("a folder").count(), 0, "step {step}: {done:?}");
        if !link.is_symlink() {
            done.expect("filed: there was no such step");
            assert!(step > 10, "the folder was never exchanged");
            return;
        }
    }
}
