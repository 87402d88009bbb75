//! Somebody with a home and a register in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::program::{LIANDONG, NOW, command, said};

/// A home, and the register that whoever lives there works in.
pub(crate) struct Person {
    pub(crate) home: PathBuf,
    pub(crate) folder: PathBuf,
    /// The moment at which this person does everything.
    pub(crate) now: String,
}

impl Person {
    /// Somebody whom git knows by name, without a register yet.
    pub(crate) fn at(home: &Path, name: &str) -> Self {
        fs::create_dir_all(home).expect("a folder");
        let config = format!("[user]\n name = {name}（虚构）\n email = {name}@example.invalid\n");
        fs::write(home.join(".gitconfig"), config).expect("written");
        Self { home: home.to_owned(), folder: home.join("register"), now: NOW.to_owned() }
    }

    /// The same person in another folder.
    pub(crate) fn in_folder(&self, folder: PathBuf) -> Self {
        Self { home: self.home.clone(), folder, now: self.now.clone() }
    }

    /// A program as this person runs it: in the register, where it is there.
    pub(crate) fn program(&self, program: &str) -> Command {
        let mut command = command(program, &self.home);
        command.env("LIANDONG_NOW", &self.now).env("GIT_AUTHOR_DATE", &self.now).env("GIT_COMMITTER_DATE", &self.now);
        command.current_dir(if self.folder.is_dir() { &self.folder } else { &self.home });
        command
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = self.program(LIANDONG);
        command.args(args);
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("runs")
    }

    /// What must succeed.
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

    /// What must not be filed, and leaves everything as it was.
    pub(crate) fn refused(&self, args: &[&str]) -> String {
        let before = self.state();
        let told = self.fails(args, 2);
        assert_eq!(self.state(), before, "{args:?} changed the register");
        told
    }

    /// The commit, and whether the folder is as it was committed.
    pub(crate) fn state(&self) -> String {
        self.git(&["rev-parse", "HEAD"]) + &self.git(&["status", "--porcelain"])
    }

    pub(crate) fn git(&self, args: &[&str]) -> String {
        let done = self.try_git(args);
        assert!(done.status.success(), "git {args:?}: {}", said(&done));
        String::from_utf8_lossy(&done.stdout).into_owned()
    }

    pub(crate) fn try_git(&self, args: &[&str]) -> Output {
        self.program("git").args(args).output().expect("git runs")
    }

    /// Every command of the program, as its help lists them.
    pub(crate) fn commands_listed(&self) -> BTreeSet<String> {
        let listed = self.ok(&["help", "--lang", "en"]);
        let is_name = |name: &str| !name.is_empty() && name.chars().all(|letter| letter.is_ascii_lowercase());
        let (before, _) = listed.split_once("Topics").unwrap_or((&listed, ""));
        let names = before.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(' ')).map(|(name, _)| name);
        let listed: BTreeSet<String> = names.filter(|name| is_name(name)).map(str::to_owned).collect();
        assert!(listed.len() > 50, "{listed:?}");
        listed
    }

    pub(crate) fn head(&self) -> String {
        self.git(&["rev-parse", "HEAD"]).trim().to_owned()
    }

    pub(crate) fn commits(&self) -> u32 {
        self.git(&["rev-list", "--count", "HEAD"]).trim().parse().expect("a number")
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        let path = self.folder.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    }

    /// Nothing differs between branch, index and folder, and git finds nothing amiss.
    pub(crate) fn assert_clean(&self) {
        assert_eq!(self.git(&["status", "--porcelain"]), "");
        self.git(&["fsck", "--strict", "--no-dangling", "--no-progress"]);
    }
}
