//! Programs that find nothing of this computer but other programs: no settings, keys or agent of whoever runs the tests, no clock.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output};

use liandong::text::Lang;
use tempfile::TempDir;

/// The program itself.
pub(crate) const LIANDONG: &str = env!("CARGO_BIN_EXE_liandong");

/// The moment at which everything happens, unless a test says another: the invented year is just over.
pub(crate) const NOW: &str = "2026-01-05T09:00:00+08:00";

/// A program as somebody runs it who has a home and nothing else.
pub(crate) fn command(program: impl AsRef<OsStr>, home: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_clear().env("PATH", std::env::var_os("PATH").expect("a PATH"));
    command.env("HOME", home).env("XDG_CONFIG_HOME", home.join(".config")).env("XDG_CACHE_HOME", home.join(".cache"));
    command.env("XDG_STATE_HOME", state());
    command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_AUTHOR_DATE", NOW).env("GIT_COMMITTER_DATE", NOW);
    // What is checked where it lies in this project is no register that its repository keeps.
    command.env("GIT_CEILING_DIRECTORIES", ceilings());
    command.env("LC_ALL", "C.UTF-8").env("LIANDONG_LANG", "zh").env("LIANDONG_NOW", NOW);
    command
}

/// Folders of this project in and above which no repository is looked for.
pub(crate) fn ceilings() -> std::ffi::OsString {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::env::join_paths([project.join("examples"), project.join("tests"), project.to_owned()]).expect("folders")
}

/// Where the programs of all tests remember, as those of one user do: what ends within this process is gone on with by another.
pub(crate) fn state() -> std::path::PathBuf {
    let state = Path::new(env!("CARGO_TARGET_TMPDIR")).join("state");
    liandong::git::keep_state_in(state.join("liandong"));
    state
}

/// A folder for a home, in memory where there is such a place: a thousand filings wait for the disk some twenty times each, and what is
/// tried here does not depend on it.
pub(crate) fn home() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.expect("a folder")
}

/// The program on a folder, by somebody who only reads.
pub(crate) fn run(data: &Path, args: &[&str]) -> Output {
    run_in(Lang::Zh, data, args)
}

/// The same in a language.
pub(crate) fn run_in(lang: Lang, data: &Path, args: &[&str]) -> Output {
    let mut program = command(LIANDONG, Path::new(env!("CARGO_TARGET_TMPDIR")));
    let lang = match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    };
    program.env("LIANDONG_LANG", lang).arg("--data").arg(data).args(args).output().expect("runs")
}

/// All that a program says, on either stream.
pub(crate) fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
