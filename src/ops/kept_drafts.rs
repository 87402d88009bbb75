//! The drafts in which what is being filed lies meanwhile: the one that it goes on with, and the one in which answers are kept while questions are
//! asked. Neither goes before the record is filed: whoever is stopped in between has lost nothing, and files nothing twice.

use toml::Table;

use super::draft_author::author_line;
use super::drafts::DraftFolder;
use super::filing::VerbFiling;
use super::outcome::{DraftKept, KeptAside};
use super::reference::{filed_as, note_attempt, note_filed};
use super::verbs::Act;
use super::{FileRequest, Register, Result};
use crate::model::reader::Keys;
use crate::model::{Comments, RecordPath};
use crate::report::Named;
use crate::store::facts::facts_of_folder;
use crate::text::{Text, clean, shell_word};
use crate::tr;

/// The drafts of one filing.
pub(super) struct KeptDrafts<'a> {
    folder: DraftFolder,
    /// The draft that it goes on with, as the record that the verb is about or in the place of what is typed.
    used: Option<String>,
    /// The one in which answers are kept while questions are asked.
    aside: Option<&'a str>,
}

impl<'a> KeptDrafts<'a> {
    pub(super) fn of(filing: &VerbFiling<'_>, request: &'a FileRequest) -> Self {
        let folder = DraftFolder::in_register(&filing.register.root);
        let drafted = filing.draft.as_ref().map(|(name, _)| name.clone());
        let used = drafted.or_else(|| folder.name_in_path(&request.given.as_ref()?.name));
        Self { folder, used, aside: request.aside.as_deref() }
    }

    /// Whether it goes on with a draft that stands in the place of what is typed, or that the verb is about.
    pub(super) fn goes_on(&self) -> bool {
        self.used.is_some()
    }

    /// Keeps a record that waits for its review, under the name that it has.
    pub(super) fn wait(&self, filing: &VerbFiling<'_>, table: &Table) -> Result<String, Text> {
        let (folder, name, by) = (filing.request.kind.folder(), self.used.as_deref().or(self.aside), author_line(&filing.author));
        let name = self.folder.keep(folder, name, table, &by)?;
        self.forget_aside(&name)?;
        Ok(name)
    }

    /// Keeps what was typed, where it did not come to a filing.
    pub(super) fn keep(&self, filing: &VerbFiling<'_>, begun: &Table) -> DraftKept {
        let kept = filing.keep(&self.folder, begun, self.used.as_deref().or(self.aside));
        match &kept {
            DraftKept::As(name) | DraftKept::Same(name) => drop(self.forget_aside(name)),
            // What may not be kept is not to be left in part either; a disk that failed leaves what it has.
            DraftKept::Lost(_) if !DraftFolder::may_hold(begun) => drop(self.forget_aside("")),
            DraftKept::Lost(_) => {}
        }
        kept
    }

    /// Keeps what was said so far, while more is asked: in the draft that it goes on with, so that there is one.
    pub(super) fn keep_aside(&self, filing: &VerbFiling<'_>, begun: &Table) -> Result<KeptAside> {
        match filing.keep(&self.folder, begun, self.used.as_deref().or(self.aside)) {
            DraftKept::As(name) | DraftKept::Same(name) if self.used.is_some() => Ok(KeptAside::Draft(name)),
            DraftKept::As(name) | DraftKept::Same(name) => Ok(KeptAside::Own(name)),
            DraftKept::Lost(why) => Err(why.into()),
        }
    }

    /// Keeps what was typed apart from the draft that the verb is about: what cannot be understood is not written into one that can be. None where
    /// nothing was typed.
    pub(super) fn keep_apart(&self, filing: &VerbFiling<'_>) -> Option<DraftKept> {
        let typed = filing.change().tables().ok()?.into_iter().next().filter(|typed| !typed.is_empty())?;
        let stem = format!("typed-{}", filing.request.kind.folder());
        let notes = author_line(&filing.author) + &filing.way_line();
        Some(self.folder.keep(&stem, None, &typed, &notes).map_or_else(DraftKept::Lost, DraftKept::As))
    }

    /// What was kept while questions were asked goes, unless it is the draft of that name.
    fn forget_aside(&self, but: &str) -> Result<(), Text> {
        // One that somebody threw away meanwhile is gone as well.
        let aside = self.aside.filter(|aside| *aside != but && self.folder.text(aside).is_some());
        aside.map_or(Ok(()), |aside| self.folder.discard(aside))
    }

    /// What was kept while questions were asked is not needed.
    pub(super) fn forget(&self) {
        self.forget_aside("").unwrap_or_default();
    }

    /// Notes that the draft is about to be filed: should the program be stopped right after the commit, that is found again.
    pub(super) fn note_attempt(&self, register: &Register) {
        if let Some(name) = &self.used {
            // Without that note what is filed can still be told by what it says now.
            note_attempt(&register.root, name).unwrap_or_default();
        }
    }

    /// The record is filed by a commit, and the drafts go; what stays behind is said, and no failure of the filing.
    pub(super) fn filed(&self, register: &Register, commit: &str) -> Vec<Text> {
        if let Some(name) = &self.used {
            // Without that note the draft's name finds the record no more, and nothing else is lost.
            note_filed(&register.root, name, commit).unwrap_or_default();
        }
        let used = self.used.iter().filter_map(|name| self.folder.discard(name).err());
        used.chain(self.forget_aside("").err()).collect()
    }

    /// That what the draft holds is filed already: it stayed behind when the filing was broken off right after.
    ///
    /// # Errors
    /// It is: which record it has become.
    pub(super) fn is_open(&self, filing: &VerbFiling<'_>, begun: Option<&Table>) -> Result<()> {
        let Some((name, begun)) = self.used.as_ref().zip(begun) else { return Ok(()) };
        let Some(path) = became(filing, name, begun)? else { return Ok(()) };
        let title = Named::of_record(&path, &filing.register.mechanism).title;
        let (zh, en, shown, word) = (title.zh(), title.en(), clean(name).into_owned(), shell_word(name));
        Err(tr!(
            "草稿 {shown} 与 {zh} 登记时完全相同，已经登记过了，没有再登记；用 liandong draft discard {word} 丢弃草稿，确为另一件事的，请在内容中写出区别";
            "draft {shown} says just what {en} said when it was filed, and is not filed again; throw the draft away with liandong draft discard {word}, or where it is another matter let its words tell it apart"
        )
        .into())
    }
}

/// The record of whoever files that says just what is to be filed, or said it when it was filed, but for what the verb adds to a draft.
fn became(filing: &VerbFiling<'_>, name: &str, begun: &Table) -> Result<Option<RecordPath>> {
    let (register, kind) = (filing.register, filing.request.kind);
    let added: &[&str] = match &filing.request.verb.act {
        Act::Fill(key) | Act::Append(key) => std::slice::from_ref(key),
        Act::Set(keys) => keys,
        _ => &[],
    };
    let bare = |mut table: Table| {
        for key in added {
            table.remove(*key);
        }
        let record = kind.read(&toml::to_string(&table).ok()?, Keys::Known).ok()?;
        Some(record.write(&Comments::default()))
    };
    let Some(wanted) = bare(begun.clone()) else { return Ok(None) };
    let index = facts_of_folder(&register.root, &register.known.mechanism, &register.facts)?;
    let own = |path: &RecordPath| path.kind() == kind && path.owner() == Some(&filing.author.owner);
    let is_wanted = |text: &str| text.parse().ok().and_then(bare).as_ref() == Some(&wanted);
    let says = |path: &RecordPath| register.source.text(&path.file()).is_some_and(|text| is_wanted(&text));
    let same = index.files().into_keys().filter(|path| own(path)).find(|path| says(path)).cloned();
    // What was changed since is told by what it said when it was filed.
    let added = || filed_as(&register.root, name).into_iter().find(|(path, text)| own(path) && is_wanted(text));
    Ok(same.or_else(|| added().map(|(path, _)| path)))
}
