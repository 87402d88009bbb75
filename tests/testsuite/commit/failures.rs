//! A disk that fails: full, unwritable, or unable to say that anything is on it. Nothing that was reported as filed is lost,
//! and a filing that fails changes nothing.

use std::io::{Error, ErrorKind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use liandong::git::{Disk, DiskOp};

use super::office::{Office, SITUATIONS, Situation};
use crate::support::TRIES;

/// Files on a disk that fails, in every situation and from every step on; how often the filing was made all the same, and
/// how often not, were every step tried.
fn fail_at_every_step(acts: usize, kind: ErrorKind, words: &str) -> (usize, usize) {
    let office = Office::new();
    let start = office.head();
    let (mut filed, mut refused) = (0, 0);
    for situation in SITUATIONS {
        for step in (0..).step_by(TRIES.stride) {
            let when = format!("{situation:?}, {kind:?} at step {step}");
            situation.set_up(&office, step);
            let reached = Arc::new(AtomicUsize::new(0));
            let made = office.desk_on(failing(step, acts, kind, reached.clone()));
            let made = made.and_then(|desk| situation.file(&desk, step));
            let pending = made.as_ref().is_err_and(|why| why.en().contains("could not be undone yet"));
            if let Err(why) = &made {
                assert!(why.zh().contains(words), "{when}: {why}");
                if !pending {
                    assert!(!situation.is_filed(&office, step, &when), "{when}: refused and filed");
                }
            }
            let recovered = office.desk().recovered().cloned();
            let is_filed = situation.is_filed(&office, step, &when);
            match &made {
                Ok(made) => assert!(is_filed && office.head() == made.commit, "{when}: reported and lost"),
                Err(_) if pending => assert!(recovered.is_some(), "{when}: nothing was said"),
                Err(_) => assert!(!is_filed, "{when}: refused, and filed later"),
            }
            filed += usize::from(made.is_ok());
            refused += usize::from(made.is_err());
            Situation::take_back(&office, &start);
            if reached.load(Ordering::SeqCst) <= step {
                break;
            }
        }
    }
    (filed, refused * TRIES.stride)
}

/// A disk that fails from one act on, for a number of acts, and counts them.
fn failing(from: usize, acts: usize, kind: ErrorKind, reached: Arc<AtomicUsize>) -> Disk {
    Disk::watched(move |_, _| {
        let at = reached.fetch_add(1, Ordering::SeqCst);
        if at >= from && at - from < acts { Err(Error::from(kind)) } else { Ok(()) }
    })
}

#[test]
fn one_act_fails() {
    let (filed, refused) = fail_at_every_step(1, ErrorKind::StorageFull, "磁盘已满");
    assert!(filed >= 3 && refused > 60, "{filed} filed, {refused} refused");
}

#[test]
fn the_disk_fails_for_good() {
    let (filed, refused) = fail_at_every_step(usize::MAX, ErrorKind::Other, "读写失败");
    assert!(filed >= 3 && refused > 60, "{filed} filed, {refused} refused");
}

/// Every act of a kind fails, as where `fsync` gives an error.
fn failing_act(act: DiskOp) -> Disk {
    Disk::watched(move |asked, _| if asked == act { Err(Error::other("input/output error")) } else { Ok(()) })
}

#[test]
fn nothing_is_filed_where_nothing_gets_to_the_disk() {
    for act in [DiskOp::Sync, DiskOp::SyncFolder, DiskOp::Write, DiskOp::Rename] {
        let office = Office::new();
        let start = office.head();
        let made = office.desk_on(failing_act(act)).and_then(|desk| Situation::Several.file(&desk, 0));
        let why = made.expect_err("a failure");
        assert!(why.zh().contains("读写失败"), "{act:?}: {why}");
        office.desk();
        if office.head() != start {
            // A killed program's filing would have been finished too: the note was there, and the disk is well again.
            assert!(why.en().contains("could not be undone yet"), "{act:?}: {why}");
        }
        Situation::Several.is_filed(&office, 0, &format!("{act:?}"));
    }
}

#[test]
fn a_folder_that_may_not_be_written_is_named() {
    // An administrator may write everywhere, so permissions alone would not show it.
    let office = Office::new();
    let target = office.folder.join("notices");
    let below = target.clone();
    let disk = Disk::watched(move |act, path| {
        if act == DiskOp::Create && path.starts_with(&below) { Err(Error::from(ErrorKind::PermissionDenied)) } else { Ok(()) }
    });
    let opened = office.desk_on(disk).expect("a desk");
    let why = Situation::Several.file(&opened, 0).expect_err("unwritable");
    assert!(why.zh().contains("不能写") && why.en().contains(&*target.to_string_lossy()), "{why}");
    assert!(!Situation::Several.is_filed(&office, 0, "unwritable"));
}

#[test]
fn a_real_limit_on_the_size_of_files_is_survived() {
    // The index outgrows the limit while libgit2 writes it: the failure comes from the system and not from the watcher.
    let office = Office::new();
    for number in 1..=60 {
        office.write(&format!("plans/2025/gongan/{number:03}.toml"), &super::office::record("计划"));
    }
    office.git(&["add", "-A"]);
    office.git(&["commit", "-q", "-m", "计划（虚构）"]);
    let start = office.head();
    let filing = super::child::child(&office.register(), "series 1");
    let mut limited = std::process::Command::new("sh");
    // 4 blocks of 512 bytes; the signal that would kill the program is ignored, so that it sees the error.
    limited.args(["-c", "trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\""]).arg(filing.get_program()).args(filing.get_args());
    for (name, value) in filing.get_envs() {
        limited.env(name, value.expect("a value"));
    }
    let ended = limited.output().expect("a child");
    assert!(!ended.status.success(), "the limit was not felt");
    assert!(office.desk().recovered().is_none(), "it was undone at once");
    assert_eq!(office.head(), start);
    office.assert_clean("after the limit");
    assert_eq!(office.working("notices/2025/gongan/002.toml"), None);
}
