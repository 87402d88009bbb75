//! `undo`: takes back what was filed here and nobody else has. It undoes an entry, not an act: what went out on paper or by word of mouth
//! is amended, corrected or withdrawn, and the register keeps both.

use serde::Serialize;
use toml::Table;

use super::draft_author::author_line_of;
use super::drafts::DraftFolder;
use super::lawful_way::{LawfulWay, ways};
use super::reference::absent;
use super::register::Register;
use super::{Environment, Failure, Result};
use crate::git::{Disk, History, Id, Irrevocable, RegisterFolder, Remote, Retractable, Unreached};
use crate::model::{Kind, Mechanism, Record, RecordPath, limits};
use crate::report::{Changed, Named, changed};
use crate::store::facts::facts_of_folder;
use crate::store::{LockedRegister, Writer, remove_below, write_below};
use crate::text::{Text, clean};
use crate::tr;

/// What is to be taken back.
#[derive(Debug, Clone, Default)]
pub struct UndoRequest {
    /// The last filing of that record, or the commit of these digits; the last filing of all where none is named.
    pub what: Option<String>,
    /// That nothing of it has gone out on paper or by word of mouth. Without it nothing is taken back.
    pub still_here: bool,
}

/// What comes of it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum UndoOutcome {
    /// It is taken back.
    Undone(Box<UndoView>),
    /// It can be taken back, if nothing of it has gone out: somebody has to say so.
    Asks(Box<UndoView>),
    /// It stays, and what is done instead.
    Stays(Irretrievable),
    /// What an interrupted run had begun was settled first; look anew.
    Settled(Text),
}

/// A filing that is, or can be, taken back.
#[derive(Debug, Serialize)]
pub struct UndoView {
    /// Of this shape: 1.
    pub version: u32,
    /// The commit, forty digits.
    pub commit: String,
    /// What history says of it.
    pub message: String,
    /// What it changed.
    pub records: Vec<UndoneRecord>,
    /// What is done where it has gone out.
    pub instead: Vec<LawfulWay>,
    /// What goes on to be so, and where the text is kept.
    pub notes: Vec<Text>,
}

/// A file as it is filed, and as it was before.
#[derive(Debug, Serialize)]
pub struct UndoneRecord {
    /// The record.
    #[serde(skip)]
    pub record: Named,
    /// The file, relative to the register.
    pub file: String,
    /// The keys in which it will differ.
    #[serde(skip)]
    pub changes: Vec<Changed>,
    /// As it is filed; empty where the filing took it out.
    pub filed: String,
    /// As it was before; empty where it was not there.
    pub before: String,
    /// The draft that keeps the text of a record that was new.
    pub draft: Option<String>,
    /// The file below the register that keeps any other text.
    pub kept: Option<String>,
}

/// Why a filing stays.
#[derive(Debug, Serialize)]
pub struct Irretrievable {
    /// Why.
    pub why: Text,
    /// What is done instead.
    pub instead: Vec<LawfulWay>,
}

/// Takes a filing back, or says why it stays.
///
/// # Errors
/// There is no such record or commit, the shared register is not reached, or nothing can be written here.
pub fn undo(register: &Register, request: &UndoRequest, environment: &Environment<'_>) -> Result<UndoOutcome> {
    let history = History::open(&register.root)?;
    let writer = Writer::open_on(&register.root, register.now, Disk::default(), register.sign()?)?;
    if let Some(recovered) = writer.recovered() {
        return Ok(UndoOutcome::Settled(recovered.describe()));
    }
    let undoing = Undoing { register, request, history: &history, wanted: wanted(register, request, &history)? };
    // What stays by what is known here needs nobody to be asked; whoever cannot be asked may have it.
    let before = writer.hold(register.now, |locked| undoing.look(locked))?;
    if let Err(stays) = before {
        return Ok(UndoOutcome::Stays(stays));
    }
    let tips = fetch(&register.root, &history, environment)?;
    if let Ok(found) = &before {
        let holds = |tip: &String| -> Result<bool> {
            let tip = history.find(tip)?;
            // What was never seen here may be built on it.
            tip.map_or(Ok(true), |tip| Ok(history.is_descendant(tip, found.commit)?))
        };
        for tip in &tips {
            if holds(tip)? {
                let files = files_of(&history, found.commit)?;
                return Ok(UndoOutcome::Stays(Irretrievable { why: known(), instead: ways(&files, &register.mechanism) }));
            }
        }
    }
    writer.hold(register.now, |locked| undoing.undo(locked))
}

/// A filing that is looked for, and how.
struct Undoing<'a> {
    register: &'a Register,
    request: &'a UndoRequest,
    history: &'a History,
    wanted: UndoTarget,
}

impl Undoing<'_> {
    /// The filing that is meant, or why it stays.
    fn look(&self, locked: &LockedRegister<'_>) -> Result<Result<Retractable, Irretrievable>> {
        let (mechanism, history) = (&self.register.mechanism, self.history);
        let commit = match &self.wanted {
            UndoTarget::Commit(commit) => *commit,
            UndoTarget::Record(path) => match last_of(path, history, locked)? {
                Some(commit) => commit,
                None if self.is_absent(path, locked)? => return Err(absent(&path.file()).into()),
                None => return Ok(Err(Irretrievable { why: known(), instead: ways(&[path.file()], mechanism) })),
            },
            UndoTarget::Last => locked.head()?.ok_or(Text::fixed("台账里还没有登记", "nothing is filed yet"))?,
        };
        let files = files_of(history, commit)?;
        if !locked.only_here()?.contains(&commit) && self.tells_what_is_kept(&files) {
            return match &self.request.what {
                Some(given) => Err(absent(given).into()),
                // The last filing of all is there, whatever it was: of one that is kept back no more is told.
                None => Ok(Err(Irretrievable { why: known(), instead: Vec::new() })),
            };
        }
        let stays = |why| Ok(Err(Irretrievable { why, instead: ways(&files, mechanism) }));
        let found = match locked.retractable(commit) {
            Ok(found) => found,
            Err(Irrevocable::Here(refused)) => return Err(refused.into()),
            Err(why) => return stays(describe(&why)),
        };
        if let Some(file) = files.iter().find(|file| is_of_trust(file)) {
            return stays(tr!(
                "{file} 管着谁能登记，不能撤回；密钥的改动见 liandong key，机制的改动再登记一次";
                "{file} says who may file, and is not taken back; liandong key changes keys, the mechanism is filed anew"
            ));
        }
        match cited_later(&found, history, self.register)? {
            Some(why) => stays(why),
            None => Ok(Ok(found)),
        }
    }

    /// Whether nothing was filed at a path, or whoever asks does not learn of it yet.
    fn is_absent(&self, path: &RecordPath, locked: &LockedRegister<'_>) -> Result<bool> {
        Ok(locked.bytes(path)?.is_none() || self.register.withholds(path, None))
    }

    /// Whether a commit brought something of which whoever asks does not learn yet.
    fn tells_what_is_kept(&self, files: &[String]) -> bool {
        let paths = files.iter().filter_map(|file| RecordPath::of_file(file).ok());
        paths.into_iter().any(|path| self.register.withholds(&path, None))
    }

    /// Takes it back, where somebody says that it is still here.
    fn undo(&self, locked: &LockedRegister<'_>) -> Result<UndoOutcome> {
        let found = match self.look(locked)? {
            Ok(found) => found,
            Err(stays) => return Ok(UndoOutcome::Stays(stays)),
        };
        let files: Vec<String> = found.changes.iter().map(|change| change.path.clone()).collect();
        let instead = ways(&files, &self.register.mechanism);
        let mut view = view(&found, self.history, instead, &self.register.mechanism)?;
        if !self.request.still_here {
            return Ok(UndoOutcome::Asks(Box::new(view)));
        }
        // The text is kept before it goes.
        keep_as_drafts(&mut view, self.register)?;
        if let Err(why) = locked.take_back(&found) {
            let drafts = DraftFolder::in_register(&self.register.root);
            view.records.iter().filter_map(|record| record.draft.as_ref()).for_each(|draft| drop(drafts.discard(draft)));
            for kept in view.records.iter().filter_map(|record| record.kept.as_ref()) {
                drop(remove_below(&self.register.root, kept));
            }
            return match why {
                Irrevocable::Here(refused) => Err(refused.into()),
                why => Ok(UndoOutcome::Stays(Irretrievable { why: describe(&why), instead: view.instead })),
            };
        }
        // Looked at anew: what was open has it in its memory still.
        let anew = RegisterFolder::from(self.register.root.to_path_buf());
        if History::open(&anew)?.find(&view.commit)?.is_some() {
            view.notes.push(Text::fixed(
                "git 里还留有它的副本（已打成包，或几个工作区共用）；要清除请运行 git gc --prune=now",
                "git still holds a copy of it (in a pack, or for several work trees); git gc --prune=now removes it",
            ));
        }
        Ok(UndoOutcome::Undone(Box::new(view)))
    }
}

/// What a person names.
enum UndoTarget {
    Last,
    Commit(Id),
    Record(RecordPath),
}

fn wanted(register: &Register, request: &UndoRequest, history: &History) -> Result<UndoTarget> {
    let Some(given) = &request.what else { return Ok(UndoTarget::Last) };
    let is_digits = given.len() >= 7 && given.chars().all(|digit| digit.is_ascii_hexdigit());
    if let Some(commit) = is_digits.then(|| history.find(given)).transpose()?.flatten() {
        return Ok(UndoTarget::Commit(commit));
    }
    Ok(UndoTarget::Record(register.resolver().by_anybody().file(given)?))
}

/// Looks at what is shared, and gives the commits of every branch and tag there; a register that is shared nowhere has nobody to be asked.
fn fetch(root: &RegisterFolder, history: &History, environment: &Environment<'_>) -> Result<Vec<String>> {
    let (branch, _) = history.head()?;
    let remote = match Remote::from_config(&environment.programs, root, &branch) {
        Ok(remote) => remote,
        Err(Unreached::NoAddress) => return Ok(Vec::new()),
        Err(why) => return Err(why.describe().into()),
    };
    remote.fetch().and_then(|_| remote.tips()).map_err(|why| {
        Failure::from(why.describe()).context(Text::fixed(
            "没有撤回：先要看共享的台账里有没有这次登记，而现在看不到",
            "nothing was taken back: whether the shared register has this filing has to be seen first, and cannot be now",
        ))
    })
}

/// The last commit that nobody else has and that changed a record.
fn last_of(path: &RecordPath, history: &History, locked: &LockedRegister<'_>) -> Result<Option<Id>> {
    let file = path.file();
    for commit in locked.only_here()?.into_iter().rev() {
        if history.find(&commit.to_string())?.is_some() && files_of(history, commit)?.contains(&file) {
            return Ok(Some(commit));
        }
    }
    Ok(None)
}

fn files_of(history: &History, commit: Id) -> Result<Vec<String>> {
    let before = history.parents(commit)?.first().copied();
    Ok(history.diff_trees(before, commit)?.into_iter().map(|change| change.path).collect())
}

fn is_of_trust(file: &str) -> bool {
    RecordPath::of_file(file).is_ok_and(|path| matches!(path.kind(), Kind::Keys | Kind::Mechanism))
}

/// That a later filing here points at what is to be taken back.
fn cited_later(found: &Retractable, history: &History, register: &Register) -> Result<Option<Text>> {
    // Mines and units are named by all that is about them, in keys and in places: whatever was filed since may be.
    let is_named_by_any = |file: &str| RecordPath::of_file(file).is_ok_and(|path| !path.kind().is_happening());
    let new = found.changes.iter().filter(|change| change.old.is_none()).find(|change| is_named_by_any(&change.path));
    if let (Some(new), Some(_)) = (new, found.later.first()) {
        let file = clean(&new.path).into_owned();
        return Ok(Some(tr!(
            "后来的登记可能用到 {file}；要撤回，先逐次撤回后来的：liandong undo";
            "what was filed later may name {file}; take that back first, one after the other: liandong undo"
        )));
    }
    let index = facts_of_folder(&register.root, &register.known.mechanism, &register.facts)?;
    let taken = found.changes.iter().filter_map(|change| RecordPath::of_file(&change.path).ok());
    let citing: Vec<&RecordPath> = taken.flat_map(|path| index.citing(&path).into_keys().collect::<Vec<_>>()).collect();
    for later in &found.later {
        for file in files_of(history, *later)? {
            if let Some(by) = citing.iter().find(|path| path.file() == file) {
                return Ok(Some(tr!(
                    "后来登记的 {by} 指向它；要撤回，先撤回那一次：liandong undo {by}";
                    "{by}, filed later, points at it; take that back first: liandong undo {by}"
                )));
            }
        }
    }
    Ok(None)
}

fn describe(why: &Irrevocable) -> Text {
    match why {
        Irrevocable::MayBeKnown => known(),
        Irrevocable::First => Text::fixed(
            "这是台账的第一次登记，没有“以前”可以恢复",
            "it is the first filing of the register: there is nothing before it to go back to",
        ),
        Irrevocable::Joined(commit) => {
            let commit = commit.short();
            tr!(
                "之后已并入别人的登记（{commit}），不能单独撤出";
                "what others filed was joined with it since ({commit}), and it cannot be taken out alone"
            )
        }
        Irrevocable::Named(name) => {
            let name = clean(name).into_owned();
            tr!("git 的 {name} 也保留着这次登记，不能撤回"; "{name} of git holds this filing as well, and it cannot be taken back")
        }
        Irrevocable::Followed(commit, file) => {
            let (file, commit) = (clean(file).into_owned(), commit.short());
            tr!(
                "{file} 后来又登记过（{commit}）；要撤回，先撤回那一次：liandong undo {commit}";
                "{file} was filed again later ({commit}); take that back first: liandong undo {commit}"
            )
        }
        Irrevocable::Here(refused) => refused.describe(),
    }
}

fn known() -> Text {
    Text::fixed(
        "别人可能已经有了：已同步、试送过、打过包、印过公文或被克隆过，或者不是您在本机这个文件夹里登记的，不能撤回",
        "others may have it: it was synchronised, tried to be sent, packed, printed or cloned, or you did not file it in this folder; it cannot be taken back",
    )
}

fn view(found: &Retractable, history: &History, instead: Vec<LawfulWay>, mechanism: &Mechanism) -> Result<UndoView> {
    let text = |id: Option<Id>| -> Result<String> {
        let bytes = id.map(|id| history.blob(id, limits::RECORD_BYTES)).transpose()?.flatten();
        Ok(String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned())
    };
    let records = found.changes.iter().map(|change| {
        let (filed, before) = (text(change.new.map(|new| new.id))?, text(change.old.map(|old| old.id))?);
        let path = RecordPath::of_file(&change.path).ok();
        let read = |text: &str| Record::read(path.as_ref()?, text).ok();
        let changes = path
            .as_ref()
            .map_or_else(Vec::new, |path| changed(path.kind(), read(&filed).as_ref(), read(&before).as_ref(), mechanism));
        let plain = || Named { reference: change.path.clone(), title: Text::same(clean(&change.path)) };
        let record = path.as_ref().map_or_else(plain, |path| Named::of_record(path, mechanism));
        Ok(UndoneRecord { record, file: change.path.clone(), changes, filed, before, draft: None, kept: None })
    });
    let message = history.commit(found.commit)?.message;
    Ok(UndoView {
        version: 1,
        commit: found.commit.to_string(),
        message: message.lines().next().unwrap_or_default().to_owned(),
        records: records.collect::<Result<_>>()?,
        instead,
        notes: Vec::new(),
    })
}

/// Where texts lie that were taken back and are no drafts of new records: beside these, never committed.
const UNDONE: &str = "drafts/undone";

/// So many new records are kept as drafts at most: more were not typed one by one.
const TYPED: usize = 10;

/// Keeps the text of what was new: what was typed is not lost with the entry.
fn keep_as_drafts(view: &mut UndoView, register: &Register) -> Result<()> {
    let count = view.records.iter().filter(|record| record.before.is_empty()).count();
    if count > TYPED {
        view.notes.push(tr!(
            "一次登记了 {count} 份新记录，原文没有逐份存为草稿；改好表格后重新导入（它们的编号不再使用）";
            "{count} new records were filed at once, and their texts are not kept as drafts; mend the sheet and import it again (their numbers are given to nothing else)"
        ));
    }
    let (drafts, folder) = (DraftFolder::in_register(&register.root), format!("{UNDONE}/{}", &view.commit[..10]));
    for record in view.records.iter_mut().filter(|record| !record.filed.is_empty()) {
        let Ok(path) = RecordPath::of_file(&record.file) else { continue };
        let table: Option<Table> = record.filed.parse().ok();
        let is_typed = record.before.is_empty() && count <= TYPED && path.kind().is_happening();
        if let Some(table) = table.filter(|_| is_typed) {
            let by = path.owner().map(|owner| author_line_of(owner, &table)).unwrap_or_default();
            record.draft = Some(drafts.keep(path.kind().folder(), None, &table, &by)?);
        } else {
            // What was changed by hand, or in a sheet, took longer than to type a word.
            let file = format!("{folder}/{}", record.file);
            write_below(&register.root, &file, record.filed.as_bytes())?;
            record.kept = Some(file);
        }
    }
    let kept = view.records.iter().filter(|record| record.kept.is_some()).count();
    if kept > 0 {
        view.notes.push(tr!(
            "撤回的原文（{kept} 份）存在 {folder}，可以照着改；不再需要的，删去该文件夹即可";
            "the texts that were taken back ({kept}) lie in {folder}, to be copied from; remove that folder when they are not needed"
        ));
    }
    Ok(())
}
