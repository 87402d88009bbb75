//! The program that is killed: this test binary once more, told by its environment what to do.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use liandong::git::Disk;
use liandong::model::Kind;
use liandong::store::{Filing, RecordChange, Writer};
use liandong::text::Text;

use super::office::{SITUATIONS, file, now, record};
use crate::support::{command, state};

const JOB: &str = "LIANDONG_FILING_JOB";
const REGISTER: &str = "LIANDONG_FILING_REGISTER";

/// A child with a job, in words: `abort SITUATION ROUND STEP`, `stop SITUATION ROUND FILE`, `retract COMMIT STEP`, `recover STEP`, `series COUNT`, `open`.
pub(crate) fn child(register: &Path, job: &str) -> Command {
    let mut child = command(std::env::current_exe().expect("this program"), register);
    child.args(["--exact", "commit::child::does_its_job", "--ignored", "--nocapture", "--quiet"]);
    child.env(JOB, job).env(REGISTER, register).env("RUST_BACKTRACE", "0");
    child.stdin(Stdio::null()).stderr(Stdio::null());
    child
}

/// A disk upon which the program ends before an act of a given number.
fn ends_before(step: usize) -> Disk {
    let acts = AtomicUsize::new(0);
    Disk::watched(move |_, _| {
        if acts.fetch_add(1, Ordering::SeqCst) == step {
            std::process::abort();
        }
        Ok(())
    })
}

/// A disk upon which the program ends before the first act upon a file.
fn ends_at(file: String) -> Disk {
    Disk::watched(move |_, path| if path.ends_with(&file) { std::process::abort() } else { Ok(()) })
}

#[test]
#[ignore = "run by the tests that kill it, with a job"]
fn does_its_job() {
    state();
    let job = std::env::var(JOB).expect("a job");
    let register = PathBuf::from(std::env::var(REGISTER).expect("a register"));
    let words: Vec<&str> = job.split(' ').collect();
    let number = |at: usize| words[at].parse::<usize>().expect("a number");
    match words[0] {
        "abort" => {
            let desk = Writer::open_on(&register.into(), now(), ends_before(number(3)), None).expect("a desk");
            SITUATIONS[number(1)].file(&desk, number(2)).expect("filed");
        }
        "stop" => {
            let desk = Writer::open_on(&register.into(), now(), ends_at(words[3].to_owned()), None).expect("a desk");
            SITUATIONS[number(1)].file(&desk, number(2)).expect("filed");
        }
        "retract" => {
            let desk = Writer::open_on(&register.into(), now(), ends_before(number(2)), None).expect("a desk");
            retract(&desk, words[1]).expect("taken back");
        }
        "recover" => drop(Writer::open_on(&register.into(), now(), ends_before(number(1)), None).expect("a desk")),
        "series" => series(&register, number(1)),
        "file" => {
            let desk = Writer::open(&register.into(), now()).expect("a desk");
            let filed = file(&desk, "notices/2025/gongan/002", None, Some(&record("二号")));
            let said = filed.map_or_else(|why| why, |_| Text::same("filed"));
            say(&format!("{} | {}", said.zh(), said.en()));
        }
        other => panic!("no such job: {other}"),
    }
}

/// Takes a filing back.
pub(crate) fn retract(desk: &Writer, commit: &str) -> Result<(), Text> {
    desk.hold(now(), |held| {
        let commit = held.only_here()?.into_iter().find(|id| id.to_string() == commit).expect("filed here");
        let found = held.retractable(commit).map_err(|why| Text::same(format!("{why:?}")))?;
        held.take_back(&found).map_err(|why| Text::same(format!("{why:?}")))
    })
}

/// Files records one after another, and says of each when it is filed.
fn series(register: &Path, count: usize) {
    // Eight at once, on a busy computer: nobody is served in turn.
    let desk = Writer::open(&register.into(), now()).expect("a desk").patient_for(Duration::from_mins(2));
    say("ready");
    let unit = "gongan".parse().expect("a unit");
    for round in 0..count {
        let mut filed = String::new();
        let made = desk.file::<Text>(now(), |held| {
            let number = held.next_number(Kind::Notice, 2025, &unit, 0)?;
            filed = format!("notices/2025/gongan/{number}");
            let after = Some(record(&format!("{} 的第 {round} 件", std::process::id())));
            let change = RecordChange { path: filed.parse()?, before: None, after, found: None };
            Ok(Filing { message: format!("登记 {filed}（虚构）"), changes: vec![change] })
        });
        made.expect("filed");
        say(&filed);
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "said {line}").and_then(|()| out.flush()).expect("a reader");
}

/// What a child said, without what the test harness says.
pub(crate) fn said(out: &str) -> Vec<&str> {
    out.lines().filter_map(|line| Some(line.split_once("said ")?.1)).filter(|said| *said != "ready").collect()
}
