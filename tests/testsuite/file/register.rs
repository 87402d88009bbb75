//! A register in a home of its own.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A register made by `init`, with a home of its own so that no setting of the computer counts.
pub(crate) struct Register {
    pub(crate) home: tempfile::TempDir,
}

impl Register {
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        fs::write(home.path().join(".gitconfig"), "[user]\n name = 某甲\n email = a@example.invalid\n").expect("writable");
        let register = Self { home };
        let made = register.command().args(["init", "台账"]).current_dir(register.home.path()).output().expect("runs");
        assert!(made.status.success(), "{}", said(&made));
        register.file(&["mine", "new", "dashan", "--as", "区安委办", "--name", "大山石场（虚构）", "--town", "河口街道"]);
        register
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.home.path().join("台账")
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_liandong"));
        command.env_clear().env("HOME", self.home.path()).env("XDG_CONFIG_HOME", self.home.path());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command().args(args).current_dir(self.folder()).output().expect("runs")
    }

    /// Runs what must be filed.
    pub(crate) fn file(&self, args: &[&str]) -> String {
        let done = self.run(args);
        assert!(done.status.success(), "{args:?}: {}", said(&done));
        said(&done)
    }

    /// Runs what must not be filed, and leaves no commit.
    pub(crate) fn refused(&self, args: &[&str]) -> String {
        let before = self.git(&["rev-parse", "HEAD"]);
        let done = self.run(args);
        assert_eq!(done.status.code(), Some(2), "{args:?}: {}", said(&done));
        assert_eq!(self.git(&["rev-parse", "HEAD"]), before, "{args:?} was committed");
        said(&done)
    }

    pub(crate) fn git(&self, args: &[&str]) -> String {
        let done = Command::new("git")
            .args(args)
            .current_dir(self.folder())
            .env("HOME", self.home.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .expect("git runs");
        assert!(done.status.success(), "git {args:?}: {}", said(&done));
        said(&done)
    }

    pub(crate) fn commits(&self) -> u32 {
        self.git(&["rev-list", "--count", "HEAD"]).trim().parse().expect("a number")
    }

    pub(crate) fn text(&self, file: &str) -> String {
        fs::read_to_string(self.folder().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }
}

pub(crate) fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
