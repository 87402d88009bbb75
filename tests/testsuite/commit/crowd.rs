//! Many who file at once.

use std::collections::BTreeSet;
use std::process::Stdio;

use super::child::{child, said};
use super::office::{Office, file, record};
use crate::support::TRIES;

#[test]
fn eight_programs_file_at_once() {
    let office = Office::new();
    let (job, all) = (format!("series {}", TRIES.crowd), 8 * TRIES.crowd);
    let spawn = |_| child(&office.register(), &job).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a child");
    let running: Vec<_> = (0..8).map(spawn).collect();
    let mut filed = Vec::new();
    for program in running {
        let ended = program.wait_with_output().expect("ended");
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
        let out = String::from_utf8(ended.stdout).expect("text");
        filed.extend(said(&out).into_iter().map(str::to_owned));
    }
    assert_eq!(filed.len(), all);
    assert_eq!(filed.iter().collect::<BTreeSet<_>>().len(), all, "a number was given twice");
    let names = office.git(&["ls-tree", "--name-only", "HEAD", "notices/2025/gongan/"]);
    let there: BTreeSet<&str> = names.lines().filter_map(|name| name.strip_suffix(".toml")).collect();
    assert!(filed.iter().all(|record| there.contains(record.as_str())));
    assert_eq!(there.len(), all + 1, "with the one that was there");
    let parents = office.git(&["rev-list", "--parents", "HEAD"]);
    assert!(parents.lines().all(|line| line.split(' ').count() <= 2), "history has a merge");
    assert_eq!(parents.lines().count(), all + 1);
    office.assert_clean("after the crowd");
}

#[test]
fn a_commit_by_hand_between_is_built_upon() {
    let office = Office::new();
    let desk = office.desk();
    let by_hand = record("手工");
    let filed = desk
        .file::<liandong::text::Text>(super::office::now(), |_| {
            office.write("leads/2025/ziran/002.toml", &by_hand);
            office.git(&["add", "-A"]);
            office.git(&["commit", "-q", "-m", "手工（虚构）"]);
            let path = super::office::path("notices/2025/gongan/002");
            let change = liandong::store::RecordChange { path, before: None, after: Some(record("二号")), found: None };
            Ok(liandong::store::Filing { message: "登记（虚构）".to_owned(), changes: vec![change] })
        })
        .expect("filed");
    assert_eq!(office.head(), filed.commit);
    assert_eq!(office.committed("leads/2025/ziran/002.toml"), Some(by_hand));
    office.assert_clean("after both");
}

#[test]
fn a_branch_that_moves_at_the_last_moment_is_followed() {
    use liandong::git::{Disk, DiskOp};
    use std::sync::atomic::{AtomicBool, Ordering};

    for in_the_way in [false, true] {
        let office = Office::new();
        // A commit made without index or folder, as by a fetch into the branch.
        let other = if in_the_way { "notices/2025/gongan/002.toml" } else { "leads/2025/ziran/002.toml" };
        office.write(other, &record("别处"));
        office.git(&["add", "-A"]);
        let tree = office.git(&["write-tree"]).trim().to_owned();
        let commit = office.git(&["commit-tree", &tree, "-p", "HEAD", "-m", "别处（虚构）"]).trim().to_owned();
        office.git(&["reset", "-q", "--hard", "HEAD"]);
        let (folder, moved) = (office.folder.clone(), AtomicBool::new(false));
        let to = commit.clone();
        let disk = Disk::watched(move |act, path| {
            if act == DiskOp::Link && path.ends_with("main.lock") && !moved.swap(true, Ordering::SeqCst) {
                let done = super::office::git(&folder, &["update-ref", "refs/heads/main", &to]).status().expect("git");
                assert!(done.success());
            }
            Ok(())
        });
        let opened = office.desk_on(disk).expect("a desk");
        let made = file(&opened, "notices/2025/gongan/002", None, Some(&record("二号")));
        if in_the_way {
            let why = made.expect_err("the number was given elsewhere");
            assert!(why.zh().contains("notices/2025/gongan/002.toml"), "{why}");
            assert_eq!(office.head(), commit);
            assert_eq!(office.working("notices/2025/gongan/002.toml"), None);
            office.assert_sound("in the way");
        } else {
            assert_eq!(made.expect("filed").commit, office.head());
            assert_eq!(office.git(&["rev-parse", "HEAD~1"]).trim(), commit);
            assert_eq!(office.committed("notices/2025/gongan/002.toml"), Some(record("二号")));
            office.assert_sound("followed");
        }
    }
}
