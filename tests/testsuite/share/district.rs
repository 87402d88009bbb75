//! A district in miniature: a shared repository, the office and some units, each with a home and a clone of its own.

use std::path::Path;

use tempfile::TempDir;

use crate::support::{Person, command, home, said};

/// The moment at which everything is filed, unless said otherwise.
const NOW: &str = "2025-11-25T09:30:00+08:00";

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

impl District {
    /// The office's register, shared; nothing is signed.
    pub(crate) fn plain() -> Self {
        let top = home();
        let office = someone(top.path(), "office");
        let district = Self { top, office };
        git_in(district.top.path(), &["init", "-q", "--bare", "-b", "main", "hub.git"]);
        district.office.ok(&["init", "register"]);
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
        let person = someone(self.top.path(), home);
        person.ok(&["clone", &self.hub(), "register"]);
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
    /// What a commit by plain git says, with the trailer that one in this person's register needs, where it is named.
    pub(crate) fn for_register(&self, message: &str) -> String {
        let mechanism = std::fs::read_to_string(self.folder.join("mechanism.toml")).unwrap_or_default();
        let name = mechanism.lines().find_map(|line| line.strip_prefix("register = \"")?.strip_suffix('"'));
        name.map_or_else(|| message.to_owned(), |name| format!("{message}\n\nLiandong-Register: {name}\n"))
    }

    /// Files a lead, which anybody may have.
    pub(crate) fn lead(&self, text: &str) -> String {
        self.ok(&[LEAD, &[&format!("{text}（虚构）")]].concat())
    }

    /// The same in the name of a unit, by somebody who has not joined.
    pub(crate) fn lead_as(&self, unit: &str, text: &str) -> String {
        self.ok(&[LEAD, &[&format!("{text}（虚构）"), "--as", unit]].concat())
    }
}

/// Somebody with a home below a folder, at the moment at which a district works.
pub(crate) fn someone(top: &Path, name: &str) -> Person {
    Person { now: NOW.to_owned(), ..Person::at(&top.join(name), name) }
}

/// git where nobody lives.
pub(crate) fn git_in(folder: &Path, args: &[&str]) -> String {
    let done = command("git", folder).args(args).current_dir(folder).output().expect("git runs");
    assert!(done.status.success(), "git {args:?}: {}", said(&done));
    String::from_utf8_lossy(&done.stdout).into_owned()
}

/// Runs the commands that a message names one after the other (“依次运行 …、…”), as they are printed.
pub(crate) fn follow(person: &Person, told: &str) {
    let commands = told.split("依次运行 ").nth(1).expect("commands").split(['；', '\n']).next().expect("a line");
    for command in commands.split('、') {
        let words: Vec<&str> = command.split('（').next().expect("words").split(' ').collect();
        match words[0] {
            "git" => drop(person.git(&words[1..])),
            _ => drop(person.ok(&words[1..])),
        }
    }
}
