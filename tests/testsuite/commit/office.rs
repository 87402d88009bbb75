//! A register in a repository of its own, for one test.

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, FixedOffset};
use liandong::git::{Disk, RecoveryOutcome};
use liandong::model::RecordPath;
use liandong::store::{Filing, FilingReceipt, RecordChange, Writer};
use liandong::text::Text;
use tempfile::TempDir;

use crate::support::{command, home, state};

/// A folder that goes away with the test.
pub(crate) struct Office {
    pub(crate) folder: PathBuf,
    /// The register's folder below it, empty or ending in `/`.
    inside: &'static str,
    _home: TempDir,
}

pub(crate) fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2025-11-25T09:30:00+08:00").expect("a moment")
}

pub(crate) fn path(stem: &str) -> RecordPath {
    stem.parse().expect("a path of a register")
}

/// An invented record.
pub(crate) fn record(word: &str) -> Vec<u8> {
    format!("title = \"（虚构）{word}\"\n").into_bytes()
}

impl Office {
    /// A repository without a commit.
    pub(crate) fn unborn() -> Self {
        Self::made(&["init", "-q", "-b", "main"], "")
    }

    pub(crate) fn made(init: &[&str], inside: &'static str) -> Self {
        state();
        let home = home();
        let folder = home.path().join("register");
        std::fs::create_dir_all(folder.join(inside)).expect("a folder");
        let office = Self { folder, inside, _home: home };
        office.git(init);
        office.git(&["config", "user.name", "登记员（虚构）"]);
        office.git(&["config", "user.email", "liaison@example.invalid"]);
        // Packing in the background would only add noise.
        office.git(&["config", "gc.auto", "0"]);
        office
    }

    /// With two records filed by hand.
    pub(crate) fn new() -> Self {
        let office = Self::unborn();
        office.fill();
        office
    }

    /// The same, with the register below the top of the repository.
    pub(crate) fn below() -> Self {
        let office = Self::made(&["init", "-q", "-b", "main"], "台账/data/");
        std::fs::write(office.folder.join("README"), "（虚构）\n").expect("written");
        office.fill();
        office
    }

    fn fill(&self) {
        self.write("notices/2025/gongan/001.toml", &record("一号"));
        self.write("leads/2025/ziran/001.toml", &record("线索"));
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", "第一批（虚构）"]);
    }

    pub(crate) fn register(&self) -> PathBuf {
        self.folder.join(self.inside)
    }

    pub(crate) fn desk(&self) -> Writer {
        Writer::open(&self.register().into(), now()).expect("a register fit to be filed into")
    }

    pub(crate) fn desk_on(&self, disk: Disk) -> Result<Writer, Text> {
        Writer::open_on(&self.register().into(), now(), disk, None)
    }

    pub(crate) fn write(&self, file: &str, bytes: &[u8]) {
        let path = self.register().join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("written");
    }

    pub(crate) fn working(&self, file: &str) -> Option<Vec<u8>> {
        std::fs::read(self.register().join(file)).ok()
    }

    /// A file as the branch has it.
    pub(crate) fn committed(&self, file: &str) -> Option<Vec<u8>> {
        let object = format!("HEAD:{}{file}", self.inside);
        let shown = git(&self.folder, &["cat-file", "blob", &object]).output().expect("git");
        shown.status.success().then_some(shown.stdout)
    }

    pub(crate) fn git(&self, args: &[&str]) -> String {
        let done = git(&self.folder, args).output().expect("git");
        let err = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "git {args:?}: {err}");
        String::from_utf8(done.stdout).expect("text")
    }

    /// Where something has to fail, as a merge with conflicts.
    pub(crate) fn git_fails(&self, args: &[&str]) {
        assert!(!git(&self.folder, args).output().expect("git").status.success(), "git {args:?} should have failed");
    }

    pub(crate) fn head(&self) -> String {
        self.git(&["rev-parse", "HEAD"]).trim().to_owned()
    }

    pub(crate) fn status(&self) -> String {
        self.git(&["-c", "core.quotePath=false", "status", "--porcelain", "--untracked-files=all"])
    }

    /// git finds nothing amiss, nothing is left lying about, and nothing differs between branch, index and folder.
    pub(crate) fn assert_clean(&self, when: &str) {
        self.assert_sound(when);
        assert_eq!(self.status(), "", "{when}: git status");
    }

    /// The same, but the folder may differ.
    pub(crate) fn assert_sound(&self, when: &str) {
        let fsck = git(&self.folder, &["fsck", "--strict", "--no-dangling", "--no-progress"]).output().expect("git");
        let said = format!("{}{}", String::from_utf8_lossy(&fsck.stdout), String::from_utf8_lossy(&fsck.stderr));
        let said: Vec<&str> = said.lines().filter(|line| !line.starts_with("notice: ")).collect();
        assert!(fsck.status.success() && said.is_empty(), "{when}: git fsck: {said:?}");
        for left in [
            ".git/index.lock",
            ".git/HEAD.lock",
            ".git/refs/heads/main.lock",
            ".git/liandong/intent.json",
            ".git/liandong/undo.json",
        ] {
            assert!(!self.folder.join(left).exists(), "{when}: {left} is left");
        }
    }
}

/// git in a folder, where nobody is at home.
pub(crate) fn git(folder: &Path, args: &[&str]) -> Command {
    let mut git = command("git", folder);
    git.current_dir(folder).args(args);
    git
}

/// Files one record.
pub(crate) fn file(desk: &Writer, stem: &str, before: Option<&[u8]>, after: Option<&[u8]>) -> Result<FilingReceipt, Text> {
    let change =
        RecordChange { path: path(stem), before: before.map(<[u8]>::to_vec), after: after.map(<[u8]>::to_vec), found: None };
    desk.file(now(), |_| Ok(Filing { message: format!("登记 {stem}（虚构）"), changes: vec![change] }))
}

/// The situations in which filings are interrupted.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Situation {
    /// A record in a folder that is not there yet.
    NewFolder,
    /// One record changes, one is new, one goes.
    Several,
    /// An edit by hand, staged, is filed as it is.
    ByHand,
}

pub(crate) const SITUATIONS: [Situation; 3] = [Situation::NewFolder, Situation::Several, Situation::ByHand];

impl Situation {
    /// The records of the filing: what they are before and after.
    pub(crate) fn changes(self, round: usize) -> Vec<RecordChange> {
        let change = |stem: &str, before: Option<Vec<u8>>, after: Option<Vec<u8>>| RecordChange {
            path: path(stem),
            before,
            after,
            found: None,
        };
        match self {
            Self::NewFolder => vec![change("meetings/2026/anweiban/001", None, Some(record(&format!("会议{round}"))))],
            Self::Several => vec![
                change("notices/2025/gongan/001", Some(record("一号")), Some(record(&format!("改{round}")))),
                change("notices/2025/gongan/002", None, Some(record(&format!("二号{round}")))),
                change("leads/2025/ziran/001", Some(record("线索")), None),
            ],
            Self::ByHand => vec![change("notices/2025/gongan/001", Some(record("一号")), Some(record(&format!("手改{round}"))))],
        }
    }

    /// What somebody did before.
    pub(crate) fn set_up(self, office: &Office, round: usize) {
        if matches!(self, Self::ByHand) {
            for change in self.changes(round) {
                let file = change.path.file();
                office.write(&file, &change.after.expect("a record"));
                office.git(&["add", &file]);
            }
        }
    }

    pub(crate) fn file(self, desk: &Writer, round: usize) -> Result<FilingReceipt, Text> {
        desk.file(now(), |_| Ok(Filing { message: format!("第 {round} 次（虚构）"), changes: self.changes(round) }))
    }

    /// The filing is whole (true) or absent (false), in branch and folder alike; anything else fails.
    pub(crate) fn is_filed(self, office: &Office, round: usize, when: &str) -> bool {
        let changes = self.changes(round);
        let of = |change: &RecordChange| office.committed(&change.path.file());
        let filed = changes.iter().all(|change| of(change) == change.after);
        let absent = changes.iter().all(|change| of(change) == change.before);
        assert!(filed != absent, "{when}: half of {self:?} is in the branch");
        for change in &changes {
            // What a person wrote by hand stays in the folder either way.
            let there = if filed || matches!(self, Self::ByHand) { &change.after } else { &change.before };
            assert_eq!(&office.working(&change.path.file()), there, "{when}: {} in the folder", change.path);
        }
        if filed || !matches!(self, Self::ByHand) {
            office.assert_clean(when);
        } else {
            office.assert_sound(when);
            assert_eq!(office.status(), "M  notices/2025/gongan/001.toml\n", "{when}: what was staged is staged");
        }
        filed
    }

    /// Everything as before the filing.
    pub(crate) fn take_back(office: &Office, start: &str) {
        office.git(&["reset", "-q", "--hard", start]);
        office.git(&["clean", "-qfd"]);
    }
}

/// What a recovery says, in both languages, about the files that it names.
pub(crate) fn assert_said(desk: &Writer, outcome: RecoveryOutcome, when: &str) {
    let recovered = desk.recovered().unwrap_or_else(|| panic!("{when}: nothing was said"));
    assert_eq!(recovered.outcome, outcome, "{when}");
    let said = recovered.describe();
    assert!(!recovered.paths.is_empty(), "{when}");
    for path in &recovered.paths {
        assert!(said.zh().contains(path) && said.en().contains(path), "{when}: {said}");
    }
}
