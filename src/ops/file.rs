//! A verb on a record, from what was typed to a commit. What cannot be so stops it; what falls short of the regulation is told and
//! filed.

use toml::Table;

use super::change::{TypedKey, VerbChange};
use super::commit::PlannedCommit;
use super::drafts::DraftFolder;
use super::outcome::{DraftKept, FilingOutcome, Refusal};
use super::proposal::{DraftTarget, ProposedRecord, RecordDraft, Stop, propose};
use super::reference::note_filed;
use super::standing::{standing, stands_already};
use super::verbs::{Act, NOUNS, Verb, fields};
use super::{Author, AuthorRequest, Register, Result};
use crate::model::reader::{ReadProblem, syntax};
use crate::model::{Kind, RecordPath};
use crate::report::ProblemView;
use crate::store::LockedRegister;
use crate::text::{Text, clean};
use crate::tr;

/// What is to be filed, as a person says it.
#[derive(Debug, Clone)]
pub struct FileRequest {
    /// The kind of record.
    pub kind: Kind,
    /// What is done to it.
    pub verb: &'static Verb,
    /// Which record, or which draft goes on, as people name them; empty where the verb needs none.
    pub record: String,
    /// What is typed for each key of [`fields`](super::verbs::fields).
    pub typed: Vec<TypedKey>,
    /// The same from a file, as TOML or JSON.
    pub given: Option<GivenText>,
    /// Who files.
    pub author: AuthorRequest,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// What a file holds of what would else be typed.
#[derive(Debug, Clone)]
pub struct GivenText {
    /// The path of the file, as it was given.
    pub name: String,
    /// What it says.
    pub text: String,
}

impl FileRequest {
    /// What a verb of a noun does, both by their English names, with nothing typed yet; none where there is no such verb.
    #[must_use]
    pub fn new(noun: &str, verb: &str) -> Option<Self> {
        let noun = NOUNS.iter().find(|known| known.name == noun)?;
        let verb = noun.verbs.iter().find(|known| known.name == verb)?;
        let (kind, author) = (noun.kind_of(verb), AuthorRequest::default());
        Some(Self { kind, verb, record: String::new(), typed: Vec::new(), given: None, author, dry_run: false })
    }

    /// The same with what is typed for a key. A key that the verb does not take is passed over.
    #[must_use]
    pub fn with(mut self, key: &str, typed: &[&str]) -> Self {
        let field = fields(self.kind, self.verb.act).into_iter().find(|field| field.key == key);
        self.typed.extend(field.map(|field| (field, typed.iter().map(|&typed| typed.to_owned()).collect())));
        self
    }
}

/// Files what a verb says. What was typed and could not be filed is kept as a draft, and so is a notice that nobody reviewed yet.
///
/// # Errors
/// It is not known who files, or a value cannot be understood: then there is nothing that could be kept.
///
/// ```
/// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doctest/register.rs")); }
/// use liandong::ops::{AuthorRequest, Environment, FileRequest, FilingOutcome, Register, Unwatched, file};
///
/// # let folder = example::new_register();
/// let watched = Unwatched::default();
/// let environment = Environment::unattended("2026-01-15T01:00:00Z".parse().expect("a moment"), &watched);
/// let register = Register::open(&folder.path().into(), &environment)?;
/// let request = FileRequest {
///     record: "nanling".to_owned(),
///     author: AuthorRequest { unit: Some("区安委办".to_owned()), on_behalf: None },
///     ..FileRequest::new("mine", "new").expect("a verb")
/// };
/// let request = request.with("name", &["南岭石场（虚构）"]).with("town", &["河口街道"]);
/// let FilingOutcome::Filed(receipt) = file(&register, &request)? else { panic!("it is filed") };
/// assert_eq!(receipt.records[0].file, "mines/nanling/base.toml");
/// assert!(matches!(file(&register, &request)?, FilingOutcome::Refused(_)), "it stands already");
/// # Ok::<(), liandong::ops::Failure>(())
/// ```
pub fn file(register: &Register, request: &FileRequest) -> Result<FilingOutcome> {
    let author = Author::resolve(&request.author, register)?;
    let drafts = DraftFolder::in_register(&register.root);
    let name = register.resolver().draft(&request.record);
    let draft = name.as_deref().map(|name| drafts.table(request.kind, name)).transpose()?.flatten();
    if let Some(table) = &draft
        && author.proxy.is_none()
        && table.contains_key("entered_by")
    {
        return Err(on_behalf(&request.record).into());
    }
    let given = match request.given.as_ref().map(parse_given).transpose() {
        Ok(given) => given.unwrap_or_default(),
        Err(Stop::Refused(refusal)) => return Ok(FilingOutcome::Refused(*refusal)),
        Err(Stop::Failed(failure)) => return Err(failure),
        Err(Stop::Idle(why)) => return Ok(FilingOutcome::Idle(why)),
    };
    let filing = VerbFiling { register, author: &author, request, given, draft };
    // What was typed is known before the lock is taken: it is kept, should it not come to a filing.
    let begun = filing.begun()?;
    let name = name.filter(|_| filing.draft.is_some());
    if let Some(table) = begun.as_ref().filter(|table| !request.dry_run && filing.is_for_later(table)) {
        return Ok(FilingOutcome::Kept(drafts.keep(request.kind.folder(), name.as_deref(), table)?));
    }
    let used = name.or_else(|| drafts.name_in_path(&request.given.as_ref()?.name));
    let keep = || Some(filing.keep(&drafts, begun.as_ref().filter(|_| !request.dry_run)?, used.as_deref()));
    let mut outcome = filing.commit().unwrap_or_else(FilingOutcome::failed);
    match &mut outcome {
        // The record is filed; a draft that stays behind is said, and no failure of the filing.
        FilingOutcome::Filed(receipt) => {
            if let Some(name) = used {
                // Without that note the draft's name finds the record no more, and nothing else is lost.
                note_filed(&register.root, &name, receipt.commit.as_deref().unwrap_or_default()).unwrap_or_default();
                receipt.notes.extend(drafts.discard(&name).err());
            }
        }
        FilingOutcome::Refused(refusal) => refusal.draft = keep(),
        FilingOutcome::Recovered(recovery) => recovery.draft = keep(),
        FilingOutcome::Preview(_) | FilingOutcome::Kept(_) | FilingOutcome::Idle(_) => {}
    }
    Ok(outcome)
}

/// What a filing works with.
struct VerbFiling<'a> {
    register: &'a Register,
    author: &'a Author,
    request: &'a FileRequest,
    /// What was given in a file.
    given: Table,
    /// What the draft says that it goes on with.
    draft: Option<Table>,
}

impl VerbFiling<'_> {
    /// Composes and commits.
    fn commit(&self) -> Result<FilingOutcome> {
        let verb = self.request.verb;
        let commit = PlannedCommit::new(self.register, verb.about.clone(), self.request.dry_run).then(verb.next());
        commit.make(|locked| self.propose(locked))
    }

    fn propose(&self, locked: &LockedRegister<'_>) -> Result<Vec<ProposedRecord>, Stop> {
        let label = self.request.kind.label();
        let (zh, en, verb) = (label.zh(), label.en(), self.request.verb.name);
        propose(self.register, locked, vec![self.record(locked)?], &tr!("{zh} {verb}"; "{en} {verb}"))
    }

    /// The record as the verb wants it.
    fn record(&self, locked: &LockedRegister<'_>) -> Result<RecordDraft> {
        let Some(path) = self.path()? else {
            let mut table = self.draft.clone().unwrap_or_default();
            self.change().apply(&mut table)?;
            return RecordDraft::of_table(DraftTarget::NextNumber(self.request.kind, self.author.owner.clone()), &table);
        };
        let before = standing(&path, self.author, self.register, locked)?;
        if before.is_some() && matches!(self.request.verb.act, Act::New) {
            return Err(stands_already(&path, self.register));
        }
        RecordDraft::rewrite(path.into(), before, |table| self.change().apply(table))
    }

    fn change(&self) -> VerbChange<'_> {
        VerbChange {
            register: self.register,
            author: self.author,
            kind: self.request.kind,
            verb: self.request.verb,
            typed: &self.request.typed,
            given: self.given.clone(),
            begins: self.begins(),
        }
    }

    fn begins(&self) -> bool {
        matches!(self.request.verb.act, Act::New) || self.draft.is_some()
    }

    /// A notice leaves no trace in history before it is reviewed, unless its first word was given or it went out (四（五）).
    fn is_for_later(&self, table: &Table) -> bool {
        self.begins()
            && self.request.kind == Kind::Notice
            && !["review", "preliminary", "issued", "none_for"].iter().any(|key| table.contains_key(*key))
    }

    /// What is kept where it does not come to a filing: the record that begins here, or what was typed for one that stands.
    fn begun(&self) -> Result<Option<Table>> {
        if !self.begins() {
            let typed = self.change().tables()?;
            return Ok(<[Table; 1]>::try_from(typed).ok().map(|[typed]| typed).filter(|typed| !typed.is_empty()));
        }
        let mut table = self.draft.clone().unwrap_or_default();
        self.change().apply(&mut table)?;
        Ok(Some(table))
    }

    /// What was typed is not lost where it could not be filed.
    fn keep(&self, drafts: &DraftFolder, begun: &Table, name: Option<&str>) -> DraftKept {
        let folder = self.request.kind.folder();
        // What was typed for a record that stands is no record by itself.
        let stem = if self.begins() { folder.to_owned() } else { format!("typed-{folder}") };
        drafts.keep(&stem, name, begun).map_or_else(DraftKept::Lost, DraftKept::As)
    }

    /// Where the record lies, where that does not depend on its number.
    fn path(&self) -> Result<Option<RecordPath>, Text> {
        if self.draft.is_some() {
            return Ok(None);
        }
        let (given, register) = (self.request.record.as_str(), self.register);
        let (resolver, owner) = (register.resolver(), &self.author.owner);
        let named = || resolver.reference(given).map(|found| found.record);
        Ok(Some(match (self.request.kind, self.request.verb.act) {
            (Kind::People, _) => RecordPath::OfUnit(Kind::People, owner.clone()),
            (Kind::Mine, Act::New) => RecordPath::Mine(given.parse()?),
            (Kind::Unit, Act::New) => RecordPath::OfUnit(Kind::Unit, given.parse()?),
            (Kind::Unit, _) => resolver.of_kind(given, Kind::Unit).or_else(|_| {
                let unit = register.mechanism.unit_named(given)?;
                Ok::<_, Text>(RecordPath::OfUnit(Kind::Unit, unit.clone()))
            })?,
            (Kind::Licences, _) => match named() {
                Ok(RecordPath::Mine(mine)) => RecordPath::Licences(mine, owner.clone()),
                Ok(other) => other,
                Err(why) => resolver.of_kind(given, Kind::Licences).map_err(|_| why)?,
            },
            (_, Act::New) => return Ok(None),
            (Kind::Mine, _) => named()?,
            (kind, _) => resolver.of_kind(given, kind)?,
        }))
    }
}

/// A draft that was begun for another unit would else be filed as the office's own.
fn on_behalf(draft: &str) -> Text {
    let shown = clean(draft);
    tr!(
        "草稿 {shown} 是代其他单位录入的，请同样写明 --for 单位 --source 来文";
        "draft {shown} was begun on behalf of another unit: give --for UNIT --source PAPER as before"
    )
}

/// What a file says, as TOML or JSON.
fn parse_given(given: &GivenText) -> Result<Table, Stop> {
    let (shown, text) = (clean(&given.name).into_owned(), &given.text);
    if text.trim_start().starts_with('{') {
        return serde_json::from_str(text).map_err(|error| not_json(&shown, &error).into());
    }
    text.parse().map_err(|error: toml::de::Error| {
        let ReadProblem { span, what, help } = syntax(&error, text);
        let problem = ProblemView::in_file(shown.clone(), Some(text), span, true, what, help);
        Stop::Refused(Box::new(Refusal { problems: vec![problem], about: Text::same(shown), ..Refusal::default() }))
    })
}

fn not_json(file: &str, error: &serde_json::Error) -> Text {
    let (line, column, why) = (error.line(), error.column(), clean(&error.to_string()).into_owned());
    tr!(
        "{file}:{line}:{column} 不是能读的 JSON（{why}）；没有的项请整项省去，不写 null";
        "{file}:{line}:{column} is no JSON that can be read ({why}); leave out what is absent, do not write null"
    )
}
