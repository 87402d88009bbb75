//! A program that is killed while it files leaves the record whole or absent, and the next one says which.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;
use std::time::Duration;

use liandong::git::RecoveryOutcome;

use super::child::{child, retract, said};
use super::office::{Office, SITUATIONS, Situation, assert_said, git, record};
use crate::support::{Dice, TRIES};

#[test]
fn killed_before_every_step() {
    let office = Office::new();
    let start = office.head();
    let (mut kills, mut finished, mut undone) = (0, 0, 0);
    for (at, situation) in SITUATIONS.into_iter().enumerate() {
        for step in (0..).step_by(TRIES.stride) {
            let when = format!("{situation:?}, killed before step {step}");
            situation.set_up(&office, step);
            let ended =
                child(&office.register(), &format!("abort {at} {step} {step}")).stdout(Stdio::null()).status().expect("a child");
            if ended.success() {
                assert!(situation.is_filed(&office, step, &when), "{when}: not killed, and not filed");
                break;
            }
            kills += 1;
            // Every other time, whoever comes next is killed too, at one step or another.
            if step % 2 == 1 {
                let job = format!("recover {}", step / 2 % 20);
                kills += usize::from(!child(&office.register(), &job).stdout(Stdio::null()).status().expect("a child").success());
            }
            let desk = office.desk();
            let filed = situation.is_filed(&office, step, &when);
            if desk.recovered().is_some() {
                assert_said(&desk, if filed { RecoveryOutcome::Finished } else { RecoveryOutcome::Undone }, &when);
            }
            finished += usize::from(filed);
            undone += usize::from(!filed);
            // The register goes on to serve.
            if !filed {
                situation.file(&desk, step).unwrap_or_else(|why| panic!("{when}: not filed afterwards: {why}"));
                assert!(situation.is_filed(&office, step, &when), "{when}");
            }
            Situation::take_back(&office, &start);
        }
        Situation::take_back(&office, &start);
    }
    let tried = |times: usize| times * TRIES.stride;
    assert!(
        tried(kills) > 200 && tried(finished) > 30 && tried(undone) > 30,
        "{kills} kills, {finished} finished, {undone} without a trace"
    );
}

#[test]
fn killed_before_every_step_of_taking_back() {
    let (mut kills, mut back, mut kept) = (0, 0, 0);
    // The last filing, and one with a later one on it.
    for with_later in [false, true] {
        for step in (0..).step_by(TRIES.stride) {
            let when = format!("later {with_later}, killed before step {step}");
            let office = Office::new();
            let start = office.head();
            let desk = office.desk();
            Situation::Several.file(&desk, step).expect("filed");
            let commit = office.head();
            if with_later {
                Situation::NewFolder.file(&desk, step).expect("filed");
            }
            drop(desk);
            let job = format!("retract {commit} {step}");
            let is_killed = !child(&office.register(), &job).stdout(Stdio::null()).status().expect("a child").success();
            kills += usize::from(is_killed);
            if is_killed && step % 2 == 1 {
                drop(child(&office.register(), &format!("recover {}", step / 2 % 25)).stdout(Stdio::null()).status());
            }
            let desk = office.desk();
            let is_filed = Situation::Several.is_filed(&office, step, &when);
            if desk.recovered().is_some() {
                assert_said(&desk, if is_filed { RecoveryOutcome::Undone } else { RecoveryOutcome::Finished }, &when);
            }
            assert!(!with_later || Situation::NewFolder.is_filed(&office, step, &when), "{when}: the later one is lost");
            if is_filed {
                kept += 1;
                retract(&desk, &commit).unwrap_or_else(|why| panic!("{when}: not taken back afterwards: {why}"));
            } else {
                back += 1;
            }
            office.assert_clean(&when);
            let gone = git(&office.folder, &["cat-file", "-e", &commit]).output().expect("git");
            assert!(!gone.status.success(), "{when}: the commit is still there");
            assert!(with_later || office.head() == start, "{when}");
            if !is_killed {
                break;
            }
        }
    }
    let tried = |times: usize| times * TRIES.stride;
    assert!(tried(kills) > 40 && tried(back) > 5 && tried(kept) > 5, "{kills} kills, {back} taken back, {kept} kept");
}

#[test]
fn killed_at_random_instants() {
    let mut office = Office::new();
    let mut dice = Dice(20_251_125);
    let (mut filed, mut all, mut recovered) = (1, 0, 0);
    // On a machine that has much else to do more kills come too early: then there are more of them.
    for round in 0..TRIES.kills * 6 {
        let enough = (all + filed) * 6 > TRIES.kills && recovered * 15 > TRIES.kills;
        if round >= TRIES.kills && enough {
            break;
        }
        // A short history is checked sooner.
        if filed > 100 {
            (office, all, filed) = (Office::new(), all + filed, 1);
        }
        let when = format!("random kill {round}");
        let mut running = child(&office.register(), "series 1000").stdout(Stdio::piped()).spawn().expect("a child");
        let mut out = BufReader::new(running.stdout.take().expect("a pipe"));
        let mut words = String::new();
        while !words.ends_with("ready\n") {
            assert!(out.read_line(&mut words).expect("text") > 0, "{when}: the child ended by itself");
        }
        std::thread::sleep(Duration::from_micros(u64::from(dice.throw()) % 40_000));
        running.kill().expect("killed");
        let mut told = String::new();
        out.read_to_string(&mut told).expect("text");
        running.wait().expect("ended");
        let desk = office.desk();
        if let Some(found) = desk.recovered() {
            assert_said(&desk, found.outcome, &when);
            recovered += 1;
        }
        office.assert_clean(&when);
        for record in said(&told) {
            let bytes = office.committed(&format!("{record}.toml"));
            assert!(bytes.is_some_and(|bytes| bytes.ends_with("件\"\n".as_bytes())), "{when}: {record} was said to be filed");
        }
        let there = office.git(&["ls-tree", "--name-only", "HEAD", "notices/2025/gongan/"]).lines().count();
        assert!(there >= filed + said(&told).len() && there <= filed + said(&told).len() + 1, "{when}: {there} records");
        filed = there;
    }
    all += filed;
    assert!(
        all * 6 > TRIES.kills && recovered * 15 > TRIES.kills,
        "{all} filed, {recovered} interrupted: the kills came too early or too late"
    );
}

/// A filing of a record in a new folder that was stopped at a file. As git advises, whoever finds its lock removes it.
fn stopped_at(file: &str) -> Office {
    let office = Office::new();
    let ended = child(&office.register(), &format!("stop 0 0 {file}")).stdout(Stdio::null()).status().expect("a child");
    assert!(!ended.success(), "not stopped at {file}");
    std::fs::remove_file(office.folder.join(".git/index.lock")).expect("the lock of a killed program");
    office
}

const MEETING: &str = "meetings/2026/anweiban/001.toml";

#[test]
fn an_edit_after_the_kill_is_kept_and_the_filing_undone() {
    // With and without the index already written.
    for file in ["liandong/branch", "liandong/index"] {
        let office = stopped_at(file);
        let start = office.head();
        office.write(MEETING, &record("又手改"));
        let desk = office.desk();
        assert_said(&desk, RecoveryOutcome::Undone, file);
        assert_eq!(office.working(MEETING), Some(record("又手改")));
        assert_eq!(office.status(), format!("?? {MEETING}\n"));
        assert_eq!(office.head(), start);
        office.assert_sound(file);
    }
}

#[test]
fn a_commit_by_hand_after_the_kill_is_the_filing() {
    for file in ["liandong/branch", "liandong/index"] {
        let office = stopped_at(file);
        office.git(&["add", "-A"]);
        office.git(&["commit", "-q", "-m", "手工（虚构）"]);
        let head = office.head();
        assert_said(&office.desk(), RecoveryOutcome::Finished, file);
        assert_eq!(office.head(), head);
        assert!(Situation::NewFolder.is_filed(&office, 0, file));
    }
}

#[test]
fn on_another_branch_the_filing_is_undone() {
    let office = stopped_at("liandong/branch");
    office.git(&["switch", "-q", "-c", "other"]);
    assert_said(&office.desk(), RecoveryOutcome::Undone, "another branch");
    assert!(!Situation::NewFolder.is_filed(&office, 0, "another branch"));
    assert!(!office.folder.join("meetings").exists(), "its folders are gone as well");
}

#[test]
fn a_branch_that_moved_after_the_kill_is_followed() {
    let office = stopped_at("liandong/branch");
    let tree = office.git(&["rev-parse", "HEAD^{tree}"]);
    let commit = office.git(&["commit-tree", tree.trim(), "-p", "HEAD", "-m", "别处（虚构）"]);
    assert!(git(&office.folder, &["update-ref", "refs/heads/main", commit.trim()]).status().expect("git").success());
    assert_said(&office.desk(), RecoveryOutcome::Finished, "moved");
    assert_eq!(office.git(&["rev-parse", "HEAD~1"]), commit);
    assert!(Situation::NewFolder.is_filed(&office, 0, "moved"));
}

#[test]
fn the_filing_waits_until_the_repository_is_fit_again() {
    let office = stopped_at("liandong/branch");
    let start = office.head();
    office.git(&["update-ref", "--no-deref", "HEAD", &start]);
    let why = office.desk_on(liandong::git::Disk::default()).expect_err("detached");
    assert!(why.en().contains("detached"), "{why}");
    office.git(&["symbolic-ref", "HEAD", "refs/heads/main"]);
    assert_said(&office.desk(), RecoveryOutcome::Finished, "fit again");
    assert!(Situation::NewFolder.is_filed(&office, 0, "fit again"));
}
