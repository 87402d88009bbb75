//! A district in miniature: a shared repository, the office and some units, each with a home and a clone of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The moment at which everything is filed, unless said otherwise.
pub(crate) const NOW: &str = "2025-11-25T09:30:00+08:00";

/// A hazard that a unit files.
pub(crate) const HAZARD: &[&str] = &[
    "hazard",
    "new",
    "--mine",
    "dashan",
    "--found",
    "2025-11-01",
    "--source-kind",
    "自行检查",
    "--nature",
    "事故隐患",
    "--description",
    "边坡排水不畅（虚构）",
];

/// A lead, as far as its title.
pub(crate) const LEAD: &[&str] = &["lead", "new", "--received", "2025-11-20", "--channel", "巡查发现", "--title"];

/// A shared repository and those who share it.
pub(crate) struct District {
    pub(crate) top: TempDir,
    pub(crate) office: Person,
}

/// Somebody with a home and a clone.
pub(crate) struct Person {
    pub(crate) home: PathBuf,
    pub(crate) folder: PathBuf,
}

impl District {
    /// The office's register, shared; nothing is signed.
    pub(crate) fn plain() -> Self {
        let memory = Path::new("/dev/shm");
        let top = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.expect("a folder");
        let office = Person::at(top.path(), "office");
        let district = Self { top, office };
        git_in(district.top.path(), &["init", "-q", "--bare", "-b", "main", "hub.git"]);
        let made = district.office.command(&["init", "register"]).current_dir(&district.office.home).output().expect("runs");
        assert!(made.status.success(), "{}", said(&made));
        district.office.ok(&["mine", "new", "dashan", "--as", "区安委办", "--name", "大山石场（虚构）", "--town", "河口街道"]);
        district.office.ok(&["sync", &district.hub()]);
        district
    }

    /// The same, with signatures on and a gate.
    pub(crate) fn trusted() -> Self {
        let district = Self::plain();
        district.office.ok(&["join", "--unit", "区安委办", "--name", "办甲（虚构）"]);
        district.office.ok(&["trust", "on"]);
        district.office.ok(&["hook", "install", &district.hub()]);
        district.office.ok(&["sync"]);
        district
    }

    pub(crate) fn hub(&self) -> String {
        self.top.path().join("hub.git").to_string_lossy().into_owned()
    }

    /// Somebody with a clone, who has not joined.
    pub(crate) fn reader(&self, home: &str) -> Person {
        let person = Person::at(self.top.path(), home);
        let cloned = person.command(&["clone", &self.hub(), "register"]).current_dir(&person.home).output().expect("runs");
        assert!(cloned.status.success(), "{}", said(&cloned));
        person
    }

    /// Somebody who joined for a unit, and whom the office has admitted.
    pub(crate) fn member(&self, home: &str, unit: &str) -> Person {
        self.member_as(home, unit, &[])
    }

    pub(crate) fn member_as(&self, home: &str, unit: &str, more: &[&str]) -> Person {
        let person = self.reader(home);
        let request = person.home.join("request.toml").to_string_lossy().into_owned();
        let name = format!("{home}（虚构）");
        person.ok(&[&["join", "--unit", unit, "--name", &name, "--out", &request][..], more].concat());
        self.office.ok(&["key", "add", &request]);
        self.office.ok(&["sync"]);
        person.ok(&["sync"]);
        person
    }

    /// Where the shared branch stands.
    pub(crate) fn tip(&self) -> String {
        git_in(self.top.path(), &["--git-dir", "hub.git", "rev-parse", "main"]).trim().to_owned()
    }
}

impl Person {
    pub(crate) fn at(top: &Path, name: &str) -> Self {
        let home = top.join(name);
        fs::create_dir_all(&home).expect("a folder");
        let config = format!("[user]\n name = {name}（虚构）\n email = {name}@example.invalid\n");
        fs::write(home.join(".gitconfig"), config).expect("written");
        Self { folder: home.join("register"), home }
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_liandong"));
        command.args(args).env_clear().env("HOME", &self.home).env("LIANDONG_NOW", NOW);
        command.env("GIT_CONFIG_NOSYSTEM", "1");
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        if self.folder.is_dir() {
            command.current_dir(&self.folder);
        }
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("runs")
    }

    pub(crate) fn ok(&self, args: &[&str]) -> String {
        let done = self.run(args);
        assert!(done.status.success(), "{args:?}: {}", said(&done));
        said(&done)
    }

    /// What does not succeed, by its exit code.
    pub(crate) fn fails(&self, args: &[&str], code: i32) -> String {
        let done = self.run(args);
        assert_eq!(done.status.code(), Some(code), "{args:?}: {}", said(&done));
        said(&done)
    }

    /// git as this person.
    pub(crate) fn git(&self, args: &[&str]) -> String {
        let done = self.try_git(args);
        assert!(done.status.success(), "git {args:?}: {}", said(&done));
        String::from_utf8_lossy(&done.stdout).into_owned()
    }

    pub(crate) fn try_git(&self, args: &[&str]) -> Output {
        let mut git = Command::new("git");
        git.args(args).env("HOME", &self.home).env("GIT_CONFIG_NOSYSTEM", "1").env("LC_ALL", "C.UTF-8");
        git.env("GIT_AUTHOR_DATE", NOW).env("GIT_COMMITTER_DATE", NOW).env_remove("GIT_DIR");
        git.current_dir(&self.folder).output().expect("git runs")
    }

    pub(crate) fn head(&self) -> String {
        self.git(&["rev-parse", "HEAD"]).trim().to_owned()
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        let path = self.folder.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    }

    /// Files a lead, which anybody may have.
    pub(crate) fn lead(&self, text: &str) -> String {
        self.ok(&[LEAD, &[&format!("{text}（虚构）")]].concat())
    }

    /// The same in the name of a unit, by somebody who has not joined.
    pub(crate) fn lead_as(&self, unit: &str, text: &str) -> String {
        self.ok(&[LEAD, &[&format!("{text}（虚构）"), "--as", unit]].concat())
    }

    /// Nothing differs between branch, index and folder, and git finds nothing amiss.
    pub(crate) fn assert_clean(&self) {
        assert_eq!(self.git(&["status", "--porcelain"]), "");
        self.git(&["fsck", "--strict", "--no-dangling", "--no-progress"]);
    }
}

pub(crate) fn git_in(folder: &Path, args: &[&str]) -> String {
    let done = Command::new("git").args(args).current_dir(folder).env("GIT_CONFIG_NOSYSTEM", "1").output().expect("git runs");
    assert!(done.status.success(), "git {args:?}: {}", said(&done));
    String::from_utf8_lossy(&done.stdout).into_owned()
}

pub(crate) fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
