//! What is not reviewed yet, or could not be filed: kept beside the register in `drafts/`, never committed, never sent.

use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::model::{Kind, is_classified};
use crate::store;
use crate::text::{Text, clean};
use crate::tr;

/// The drafts of a register, by its folder. No link is followed to them.
pub struct DraftFolder(PathBuf);

/// Where they lie in a register.
const FOLDER: &str = "drafts";

/// What stands at the head of every draft.
const HEAD: &str = "# 草稿：没有登记，不会提交或发出 / a draft: not filed, never committed or sent\n";

impl DraftFolder {
    /// Those of the register in a folder.
    #[must_use]
    pub fn in_register(register: &Path) -> Self {
        Self(register.to_owned())
    }

    /// The file of one.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(in_drafts(name))
    }

    /// The names of all, sorted.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.join(FOLDER)).into_iter().flatten().flatten();
        let stem = |name: String| name.strip_suffix(".toml").map(str::to_owned);
        let mut names: Vec<String> = entries.filter_map(|entry| stem(entry.file_name().to_string_lossy().into_owned())).collect();
        names.sort();
        names
    }

    /// The name of the draft that a file is, should it be one.
    #[must_use]
    pub fn name_in_path(&self, file: &str) -> Option<String> {
        let real = |path: &Path| path.canonicalize().ok();
        let name = Path::new(file).file_stem()?.to_str()?;
        (real(Path::new(file))? == real(&self.file(name))?).then(|| name.to_owned())
    }

    /// The file of a draft that somebody names, by its place in the register (drafts/hazards-1.toml) or by its name alone, wherever the command is
    /// given; none where that is none.
    #[must_use]
    pub fn file_called(&self, given: &str) -> Option<PathBuf> {
        let name = given.strip_prefix("drafts/").unwrap_or(given);
        let name = name.strip_suffix(".toml").unwrap_or(name);
        self.names().iter().any(|known| known == name).then(|| self.file(name))
    }

    /// The text of one; `None` where there is none of that name.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        // A name is what `names` lists: nothing outside the folder is one.
        let bytes = self.names().iter().any(|known| known == name).then(|| store::read_below(&self.0, &in_drafts(name)))?;
        String::from_utf8(bytes.ok()??).ok()
    }

    /// What a draft of a kind holds; `None` where none of that kind is called so.
    ///
    /// # Errors
    /// Its text is no TOML.
    pub fn table(&self, kind: Kind, name: &str) -> Result<Option<Table>, Text> {
        // What is not numbered is known by its name, not by its draft's.
        let is_draft = kind.is_happening() && kind_of(name) == Some(kind);
        let Some(text) = is_draft.then(|| self.text(name)).flatten() else { return Ok(None) };
        let shown = clean(name);
        text.parse().map(Some).map_err(|_| tr!("草稿 {shown} 不合 TOML 语法"; "draft {shown} is not valid TOML"))
    }

    /// The lines above a draft that note something about it.
    #[must_use]
    pub fn notes(&self, name: &str) -> String {
        let text = self.text(name).unwrap_or_default();
        let notes = text.split_inclusive('\n').take_while(|line| line.starts_with('#'));
        notes.filter(|line| !Self::is_head(line)).collect()
    }

    /// Keeps a draft, under its name or a new one that begins with a stem, with lines above it that note something about it.
    ///
    /// # Errors
    /// It bears the mark of a classified paper, or the disk failed.
    pub fn keep(&self, stem: &str, name: Option<&str>, table: &Table, notes: &str) -> Result<String, Text> {
        let text = notes.to_owned() + &toml::to_string(table).unwrap_or_default();
        if let Some(name) = name {
            self.put(name, &text)?;
            return Ok(name.to_owned());
        }
        Self::may_hold(table).then_some(()).ok_or_else(is_classified_draft)?;
        let name = self.claim(stem)?;
        if let Err(why) = self.put(&name, &text) {
            // Nobody else has it.
            drop(store::remove_below(&self.0, &in_drafts(&name)));
            return Err(why);
        }
        Ok(name)
    }

    /// A new name that begins with a stem: of two who ask for one at once each gets another.
    fn claim(&self, stem: &str) -> Result<String, Text> {
        let taken = self.names();
        let mut number = 1_u64;
        loop {
            let name = format!("{stem}-{number}");
            if !taken.contains(&name) && store::claim_below(&self.0, &in_drafts(&name))? {
                return Ok(name);
            }
            number += 1;
        }
    }

    /// Whether a line only says that what follows is a draft.
    #[must_use]
    pub fn is_head(line: &str) -> bool {
        line == HEAD
    }

    /// Writes a draft, with or without the line that says that it is one.
    ///
    /// # Errors
    /// It bears the mark of a classified paper, or the disk failed.
    pub fn put(&self, name: &str, text: &str) -> Result<(), Text> {
        if text.parse::<Table>().is_ok_and(|table| !Self::may_hold(&table)) {
            return Err(is_classified_draft());
        }
        let text = text.strip_prefix(HEAD).unwrap_or(text);
        store::write_among_others(&self.0, &in_drafts(name), format!("{HEAD}{text}").as_bytes())
    }

    /// That there is no draft of a name, and which there are.
    #[must_use]
    pub fn absent(&self, name: &str) -> Text {
        let (shown, names) = (clean(name), self.names());
        if names.is_empty() {
            return tr!("没有草稿“{shown}”，现在一份草稿也没有"; "there is no draft \"{shown}\", nor any other");
        }
        let [zh, en] = ["、", ", "].map(|between| clean(&names.join(between)).into_owned());
        tr!("没有草稿“{shown}”，现有：{zh}"; "there is no draft \"{shown}\"; there are {en}")
    }

    /// Whether a draft may hold what was typed: nothing that bears the mark of a classified paper.
    #[must_use]
    pub fn may_hold(table: &Table) -> bool {
        !table.values().any(bears_mark)
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// There is none of that name, or the disk failed.
    pub fn discard(&self, name: &str) -> Result<(), Text> {
        if self.text(name).is_none() {
            return Err(self.absent(name));
        }
        store::remove_below(&self.0, &in_drafts(name))
    }
}

/// That it bears the mark of a classified paper.
fn is_classified_draft() -> Text {
    Text::fixed(
        "所填内容带有密级标志，也不存为草稿；请按保密规定另行处理\n",
        "what was typed bears the mark of a classified paper and is not kept as a draft either; handle it as the rules on secrets say\n",
    )
}

/// Whether some words bear the mark of a classified paper.
fn bears_mark(value: &Value) -> bool {
    match value {
        Value::String(words) => is_classified(words),
        Value::Array(items) => items.iter().any(bears_mark),
        Value::Table(table) => table.values().any(bears_mark),
        _ => false,
    }
}

fn in_drafts(name: &str) -> String {
    format!("{FOLDER}/{name}.toml")
}

/// The kind of record that a draft will be.
pub(super) fn kind_of(name: &str) -> Option<Kind> {
    Kind::of_folder(name.rsplit_once('-')?.0)
}

/// What a line above a draft notes that begins so.
pub(super) fn noted<'a>(draft: &'a str, begins: &str) -> Option<&'a str> {
    draft.lines().take_while(|line| line.starts_with('#')).find_map(|line| line.strip_prefix(begins))
}
