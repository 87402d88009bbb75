//! A register of one's own, which goes with the test.

use std::ops::Deref;
use std::path::Path;

use tempfile::TempDir;

use super::example::{clean, copy_folder};
use super::person::Person;
use super::program::home;

/// A name that every program around a register has to bear.
const FOLDER: &str = "台账";

/// A person whose home is temporary.
pub(crate) struct Register {
    keeper: Person,
    _home: TempDir,
}

impl Register {
    /// Made by `init`, with a mine.
    pub(crate) fn init() -> Self {
        let register = Self::unmade();
        register.ok(&["init", FOLDER]);
        register.ok(&["mine", "new", "dashan", "--as", "区安委办", "--name", "大山石场（虚构）", "--town", "河口街道"]);
        register
    }

    /// The invented year, in a first commit.
    pub(crate) fn of_example() -> Self {
        Self::of_folder(&clean())
    }

    /// A copy of a folder, in a first commit.
    pub(crate) fn of_folder(folder: &Path) -> Self {
        let register = Self::unmade();
        copy_folder(folder, &register.folder);
        for args in [&["init", "-q", "-b", "main"][..], &["add", "-A"], &["commit", "-qm", "2025 年台账（虚构）"]] {
            register.git(args);
        }
        register
    }

    /// The same without the records at paths, as git writes those.
    pub(crate) fn without(paths: &[&str]) -> Self {
        let register = Self::of_example();
        register.git(&[&["rm", "-rq", "--"], paths].concat());
        register.git(&["commit", "-qm", "无记录"]);
        register
    }

    fn unmade() -> Self {
        let home = home();
        let keeper = Person::at(home.path(), "登记员");
        Self { keeper: keeper.in_folder(home.path().join(FOLDER)), _home: home }
    }

    /// At another moment.
    pub(crate) fn at(&mut self, now: String) {
        self.keeper.now = now;
    }
}

impl Deref for Register {
    type Target = Person;

    fn deref(&self) -> &Person {
        &self.keeper
    }
}
