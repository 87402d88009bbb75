//! What a verb makes of a record, from the words of a person to what is committed.

use toml::Table;

use super::change::{VerbChange, so_far};
use super::commit::PlannedCommit;
use super::draft_author::author_line;
use super::drafted_review::{bind_review, can_be_reviewed, drop_other_review, review_dropped};
use super::drafts::DraftFolder;
use super::going_on::{going_on, way_line};
use super::once_said::OnceSaid;
use super::outcome::{DraftKept, FilingOutcome, Refusal};
use super::proposal::{DraftTarget, ProposedRecord, RecordDraft, Stop, propose};
use super::standing::{standing, stands_already};
use super::taken_up::{self, strange_keys};
use super::verbs::{Act, Noun, Verb, Whose, option_name, subject};
use super::{Author, Failure, FileRequest, GivenText, Register, Result};
use crate::model::reader::{ReadProblem, syntax};
use crate::model::{Happening, Kind, RecordPath, Reference, UnitId};
use crate::report::{Named, ProblemView};
use crate::store::{LockedRegister, load_record};
use crate::text::{CommandLine, Telling, Text, clean};
use crate::tr;

/// Whether a verb is a unit's to say: what has no effect but from the office is the office's.
#[must_use]
pub fn may_say(register: &Register, verb: &Verb, unit: &UnitId) -> bool {
    verb.whose != Whose::Office || register.mechanism.is_office(unit, register.today())
}

/// What a filing works with.
pub(super) struct VerbFiling<'a> {
    pub(super) register: &'a Register,
    pub(super) author: Author,
    pub(super) request: &'a FileRequest,
    /// What was given in a file.
    pub(super) given: Table,
    /// The draft that it goes on with, and what that says.
    pub(super) draft: Option<(String, Table)>,
    /// Whether the draft had a review of other words, which counts no more.
    lost_review: bool,
}

impl<'a> VerbFiling<'a> {
    /// What is asked for, with the author, the draft and the file that it names.
    ///
    /// # Errors
    /// It is not known who files, the draft is another unit's, or the file cannot be read.
    pub(super) fn prepare(register: &'a Register, request: &'a FileRequest) -> Result<Self, Stop> {
        let author = Author::resolve(&request.author, register)?;
        let name = register.resolver().draft(&request.record);
        let drafts = DraftFolder::in_register(&register.root);
        let said = |name: &str| match &request.drafted {
            Some(table) => Ok(Some(table.clone())),
            None => drafts.table(request.kind, name),
        };
        let mut draft = match name {
            Some(name) => said(&name)?.map(|table| (name, table)),
            None => None,
        };
        if let Some((_, table)) = &draft
            && author.proxy.is_none()
            && table.contains_key("entered_by")
        {
            return Err(on_behalf(&request.record).into());
        }
        let lost_review = draft.as_mut().is_some_and(|(_, table)| drop_other_review(request.kind, table, false));
        if let (Some((name, table)), Act::Fill("review")) = (&draft, request.verb.act)
            && !can_be_reviewed(table)
        {
            return Err(Failure::from(unfinished(&drafts, name)).into());
        }
        // The draft that the verb is about is no word on itself.
        let is_other =
            |given: &&GivenText| draft.as_ref().is_none_or(|(name, _)| drafts.name_in_path(&given.name).as_ref() != Some(name));
        let other = request.given.as_ref().filter(is_other);
        let given = other.map(parse_given).transpose()?.unwrap_or_default();
        if let Some(other) = other {
            taken_up::is_for(request, other, &given, &drafts)?;
        }
        let filing = Self { register, author, request, given, draft, lost_review };
        filing.is_whose_word_it_is()?;
        filing.is_its_to_begin()?;
        Ok(filing)
    }

    /// Composes and commits.
    pub(super) fn commit(&self) -> Result<FilingOutcome> {
        let verb = self.request.verb;
        let commit = PlannedCommit::new(self.register, verb.about.clone(), self.request.dry_run);
        let commit = commit.telling_what_stood().then(verb.next());
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
            let (table, _) = self.composed()?;
            self.may_point_there(&table)?;
            return RecordDraft::of_table(DraftTarget::NextNumber(self.request.kind, self.author.owner.clone()), &table);
        };
        let before = standing(&path, &self.author, self.register, locked)?;
        if before.is_some() && matches!(self.request.verb.act, Act::New) {
            return Err(stands_already(&path, self.register));
        }
        RecordDraft::rewrite(path.into(), before, |table| self.change().apply(table))
    }

    /// That a word which has no effect but from the office is the office's.
    fn is_whose_word_it_is(&self) -> Result<()> {
        let (mechanism, verb) = (&self.register.mechanism, self.request.verb);
        if may_say(self.register, verb, &self.author.owner) {
            return Ok(());
        }
        let (own, office) = (mechanism.short(&self.author.owner), mechanism.short(mechanism.office()));
        let (zh, en) = (verb.about.zh(), verb.about.en());
        let said = tr!(
            "“{zh}”由{office}登记，{own}登记的不起作用；本单位报告办理情况用 ";
            "{en}: that is {office}'s word, and {own}'s would have no effect; report with "
        );
        let said = Telling::of(said).named(CommandLine::new("respond progress")).words(Text::fixed("、", " or "));
        let said = said.named(CommandLine::new("respond done")).words(Text::fixed("，有不同意见用 ", ", object with "));
        Err(said.named(CommandLine::new("respond object")).into())
    }

    /// That a record which is to be new is not another unit's: what the office alone begins, such as a mine.
    fn is_its_to_begin(&self) -> Result<()> {
        let (mechanism, request) = (&self.register.mechanism, self.request);
        if !matches!(request.verb.act, Act::New) || request.record.is_empty() {
            return Ok(());
        }
        let Ok(Some(path)) = self.path() else { return Ok(()) };
        let owner = mechanism.owner_of(&path);
        if mechanism.stands_for(&self.author.owner, owner, self.register.today()) {
            return Ok(());
        }
        let (label, short, own) = (request.kind.label(), mechanism.short(owner), mechanism.short(&self.author.owner));
        let (zh, en) = (label.zh(), label.en());
        let said = tr!(
            "{zh}由{short}登记，{own}不能登记，没有存草稿；请{short}的人在他们的电脑上运行 ";
            "{en}: for {short} to file, and not for {own}; nothing was kept; somebody of {short} runs on their computer "
        );
        let command = Noun::of(request.verb).map(|noun| noun.command(request.verb).about(&request.record));
        let typed = request.typed.iter().flat_map(|(field, words)| words.iter().map(|word| (option_name(field), word)));
        let command = command.map(|command| typed.fold(command, |command, (name, word)| command.option(&name, word)));
        let command = command.map(|command| command.option("as", short));
        Err(command.map_or(Telling::of(said.clone()), |command| Telling::of(said).command(command)).into())
    }

    /// That every key of a draft is one that its record has: what is kept is not read as a record yet.
    pub(super) fn knows_its_keys(&self, table: &Table) -> Result<(), Text> {
        let strange = strange_keys(table, self.request.kind.fields());
        if strange.is_empty() {
            return Ok(());
        }
        let (keys, label) = (Text::join(&strange, "、", ", "), self.request.kind.label());
        let (zh, en, kind_zh, kind_en) = (keys.zh(), keys.en(), label.zh(), label.en());
        Err(tr!(
            "{kind_zh}没有这些项：{zh}；没有存草稿，请在文件里改正，可用的项见 liandong schema {kind_zh}";
            "{kind_en} has no such keys: {en}; nothing was kept: mend them in the file; liandong schema {kind_zh} shows what there is"
        ))
    }

    /// That a word on an item of a list points at one, and one on others' records not at a record of one's own. What is not there at all is told by the
    /// rules.
    pub(super) fn may_point_there(&self, table: &Table) -> Result<()> {
        let verb = self.request.verb;
        let Some(to) = table.get("to").and_then(|to| to.as_str()?.parse::<Reference>().ok()) else { return Ok(()) };
        if verb.whose == Whose::Others && to.record.owner() == Some(&self.author.owner) {
            let (title, about) = (Named::from_reference(&to, &self.register.mechanism).title, &verb.about);
            let (zh, en, what_zh, what_en) = (title.zh(), title.en(), about.zh(), about.en());
            let said = tr!(
                "“{zh}”是本单位自己的，不由本单位“{what_zh}”；待本单位签收、答复的见 ";
                "{en} is this unit's own: {what_en} is for others to say; "
            );
            let said = Telling::of(said).command(CommandLine::new("todo"));
            return Err(said.words(Text::fixed("", " shows what waits for this unit")).into());
        }
        let Some(list) = verb.item else { return Ok(()) };
        if self.register.withholds(&to.record, Some(&self.author.owner)) {
            return Ok(());
        }
        let Ok(Some(record)) = load_record(&self.register.source, &to.record) else { return Ok(()) };
        let parts = record.happening().map(Happening::parts).unwrap_or_default();
        let is_of_list = |key: &str| key.rsplit('.').next().is_some_and(|key| key.split('[').next() == Some(list));
        if parts.iter().any(|(key, no)| to.part == Some(*no) && is_of_list(key)) {
            return Ok(());
        }
        let title = Named::from_reference(&to, &self.register.mechanism).title;
        let (zh, en) = (title.zh(), title.en());
        let said = tr!(
            "“{zh}”不是督办事项；请写到项，如 “会议 2026-区安委办-001#2”，已有的见 ";
            "{en} is no task; name the item, such as meetings/2026/anweiban/001#2; "
        );
        let said = Telling::of(said).command(CommandLine::new("list").about("督办"));
        Err(said.words(Text::fixed("", " shows what there is")).into())
    }

    /// That the unit said the same of the same record before, where once is enough.
    pub(super) fn said_before(&self) -> Result<Option<Text>> {
        let to = self.change().tables().ok().and_then(|tables| tables.first()?.get("to")?.as_str()?.parse::<Reference>().ok());
        let (Some(to), Some(said)) = (to, OnceSaid::of(self.register, self.request, &self.author.owner)?) else {
            return Ok(None);
        };
        Ok(said.earlier_on(&to).map(|word| word.told(self.register)))
    }

    /// What the draft says that it goes on with; nothing where there is none.
    fn drafted(&self) -> Table {
        self.draft.as_ref().map(|(_, table)| table.clone()).unwrap_or_default()
    }

    /// Whether what stands where the verb writes is only drafted, and may be said otherwise.
    pub(super) fn is_drafted(&self) -> bool {
        self.draft.is_some()
    }

    /// What stands where the verb writes, as far as it can be seen without the lock.
    pub(super) fn standing(&self) -> Table {
        so_far(self.request.verb.act, &self.standing_record())
    }

    /// The record as it stands or is drafted.
    fn standing_record(&self) -> Table {
        let path = if self.begins() { None } else { self.path().ok().flatten() };
        let text = path.and_then(|path| self.register.source.text(&path.file()));
        text.and_then(|text| text.parse().ok()).unwrap_or_else(|| self.drafted())
    }

    pub(super) fn change(&self) -> VerbChange<'_> {
        VerbChange {
            register: self.register,
            author: &self.author,
            kind: self.request.kind,
            verb: self.request.verb,
            typed: &self.request.typed,
            given: self.given.clone(),
            begins: self.begins(),
            standing: self.standing_record(),
        }
    }

    pub(super) fn begins(&self) -> bool {
        matches!(self.request.verb.act, Act::New) || self.draft.is_some()
    }

    /// A notice leaves no trace in history before it is reviewed, unless its first word was given or it went out (四（五）).
    pub(super) fn is_for_later(&self, table: &Table) -> bool {
        self.begins()
            && self.request.kind == Kind::Notice
            && !["review", "preliminary", "issued", "none_for"].iter().any(|key| table.contains_key(*key))
    }

    /// What is kept where it does not come to a filing: the record that begins here, or what was typed for one that stands.
    pub(super) fn begun(&self) -> Result<Option<Table>> {
        if !self.begins() {
            let typed = self.change().tables()?;
            return Ok(<[Table; 1]>::try_from(typed).ok().map(|[typed]| typed).filter(|typed| !typed.is_empty()));
        }
        Ok(Some(self.composed()?.0))
    }

    /// The record that begins here, as far as it is said, and whether a review was left out of it that was of other words.
    fn composed(&self) -> Result<(Table, bool)> {
        let mut table = self.drafted();
        self.change().apply(&mut table)?;
        let said_anew = self.request.typed.iter().any(|(field, _)| field.key == "review");
        let is_lost = drop_other_review(self.request.kind, &mut table, said_anew);
        Ok((table, is_lost || self.lost_review))
    }

    /// That a review in the draft counts no more, where it was of other words.
    pub(super) fn lost_review(&self) -> Result<Option<Text>> {
        Ok((self.begins() && self.composed()?.1).then(review_dropped))
    }

    /// What was typed is not lost where it could not be filed.
    pub(super) fn keep(&self, drafts: &DraftFolder, begun: &Table, name: Option<&str>) -> DraftKept {
        let folder = self.request.kind.folder();
        // What was typed for a record that stands is no record by itself.
        let stem = if self.begins() { folder.to_owned() } else { format!("typed-{folder}") };
        let is_same = |kept: &str| self.draft.as_ref().is_some_and(|(name, _)| name == kept);
        let mut begun = begun.clone();
        bind_review(self.request.kind, &mut begun);
        let way = if self.begins() { String::new() } else { self.way_line() };
        match drafts.keep(&stem, name, &begun, &(author_line(&self.author) + &way)) {
            Ok(name) if is_same(&name) => DraftKept::Same(name),
            Ok(name) => DraftKept::As(name),
            Err(why) => DraftKept::Lost(why),
        }
    }

    /// The line that notes in a draft for which record something was typed, and with which verb.
    pub(super) fn way_line(&self) -> String {
        let record = self.path().ok().flatten().map_or_else(|| self.request.record.clone(), |path| path.to_string());
        let named = subject(self.request.kind, self.request.verb.act).map_or(String::new(), |_| record);
        Noun::of(self.request.verb).map(|noun| way_line(noun, self.request.verb, &named)).unwrap_or_default()
    }

    /// Where the record lies, where that does not depend on its number.
    pub(super) fn path(&self) -> Result<Option<RecordPath>, Text> {
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

/// That a notice is to be said in full before anybody reviews it.
fn unfinished(drafts: &DraftFolder, name: &str) -> Telling {
    let shown = clean(name).into_owned();
    let said = tr!("草稿 {shown} 还没有写全，写全了再审核："; "draft {shown} is not whole yet, and is reviewed once it is: ");
    Telling::of(said).command(going_on(drafts, name).unwrap_or_else(|| CommandLine::new("draft show").about(name)))
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
