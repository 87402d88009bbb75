//! In what a register's folder, its last commit and what was sent differ, a line each, with the command that brings them together.

use serde::Serialize;

use crate::text::{CommandLine, Telling, Text, english_count};
use crate::tr;

/// In what the folder, the last commit and the shared repository differ. Files are relative to the register.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FolderView {
    /// Whether the register was ever committed.
    pub committed: bool,
    /// Records that say something else than was filed last.
    pub changed: Vec<String>,
    /// Records that no commit holds.
    pub added: Vec<String>,
    /// Records that were filed and are not in the folder.
    pub missing: Vec<String>,
    /// How many filings were not sent yet, as far as is known; none where nothing was ever sent.
    pub unsent: Option<usize>,
    /// The command of git's that is half done, and the one that ends it.
    pub midway: Option<(&'static str, CommandLine)>,
}

/// A line of it, with the commands that bring things together again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderLine {
    /// What to say; the commands stand in it as well.
    pub what: Telling,
    /// The commands.
    pub remedy: Vec<CommandLine>,
}

/// How many files a line names; the others are counted.
const NAMED: usize = 3;

impl FolderView {
    /// What to say of it; nothing where all is one.
    #[must_use]
    pub fn lines(&self) -> Vec<Text> {
        self.remedied().into_iter().map(|line| line.what.on_terminal()).collect()
    }

    /// The same, with what to run.
    #[must_use]
    pub fn remedied(&self) -> Vec<FolderLine> {
        let mut lines = Vec::new();
        let mut say = |what: Telling, remedy: Vec<CommandLine>| lines.push(FolderLine { what, remedy });
        if let Some((word, out)) = &self.midway {
            let what = tr!(
                "有一次 git {word} 没有做完，文件夹里的内容不是哪一次登记的；请先做完它，或用 {out} 放弃";
                "a git {word} is half done, so that the folder is as nobody filed it; finish it first, or give it up with {out}"
            );
            say(what.into(), vec![out.clone()]);
        }
        if !self.committed {
            let count = self.added.len();
            let what = tr!(
                "台账还没有提交过：mechanism.toml 等 {count} 个文件不在任何提交中，别人取不到；请运行 git add -A，再运行 git commit -m 台账";
                "the register was never committed: mechanism.toml and other files, {count} in all, are in no commit, and nobody can fetch them; run git add -A and then git commit -m register"
            );
            say(what.into(), vec![CommandLine::git("add -A"), CommandLine::git("commit -m 台账")]);
            return lines;
        }
        if let Some(files) = named([&self.changed[..], &self.added[..]].concat()) {
            let (zh, en) = (files.zh(), files.en());
            let back = match self.changed.first() {
                Some(first) => {
                    let restore = restores(first);
                    tr!("，不要了用 {restore}"; ", or put it back with {restore}")
                }
                None => Text::fixed("，不要了就删去文件", ", or remove it"),
            };
            let what = Telling::of(tr!("手工改动还没有登记：{zh}；登记用 "; "edited by hand and not filed: {en}; file it with "));
            let commit = CommandLine::new("commit");
            say(what.command(commit.clone()).words(back), vec![commit]);
        }
        if let Some(files) = named(self.missing.clone()) {
            let (zh, en, restore) = (files.zh(), files.en(), restores(&self.missing[0]));
            let what = tr!(
                "已登记的记录不在文件夹里：{zh}；放回用 {restore}";
                "filed, and not in the folder: {en}; put it back with {restore}"
            );
            say(what.into(), vec![restore]);
        }
        if let Some(unsent) = self.unsent.filter(|unsent| *unsent > 0) {
            let filings = english_count(unsent, "filing");
            let what = tr!("有 {unsent} 次登记还没有送出；送出用 "; "not sent yet: {filings}; send with ");
            let sync = CommandLine::new("sync");
            say(Telling::of(what).command(sync.clone()), vec![sync]);
        }
        lines
    }
}

/// The command that puts a file back as it was filed last.
fn restores(file: &str) -> CommandLine {
    CommandLine::git("restore").about(file)
}

/// The first of some files, and how many there are; none where there are none.
fn named(files: Vec<String>) -> Option<Text> {
    let count = files.len();
    let shown = files.iter().take(NAMED).map(|file| crate::text::clean(file).into_owned()).collect::<Vec<_>>();
    let (zh, en) = (shown.join("、"), shown.join(", "));
    match count {
        0 => None,
        count if count > NAMED => Some(tr!("{zh} 等 {count} 件"; "{en} and others, {count} in all")),
        _ => Some(Text::new(zh, en)),
    }
}
