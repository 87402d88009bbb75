//! The only way in which a change becomes a filing: what somebody wants is read back from its own text, keeps what was reviewed, is
//! allowed to follow what stands, and is judged beside it. What cannot be so stops it; what falls short of the regulation is told.

use std::collections::{BTreeSet, HashMap};

use toml::Table;

use super::fix::command;
use super::new_words::new_words_may_stand;
use super::outcome::Refusal;
use super::overwritten::said_anew;
use super::table::{amendment, append};
use super::{Failure, Register, Result, ledger};
use crate::model::reader::{Keys, ReadProblem};
use crate::model::{
    ChangeRefusal, Comments, Day, Facts, FactsIndex, FiledPath, Happening, Kind, Ledger, Number, Record, RecordPath, UnitId,
    may_follow,
};
use crate::report::{self, FindingView, Guide, Level, ProblemView};
use crate::rules::{self, Context, Reach, RuleNature, Unverified, neighbourhood};
use crate::store::facts::facts_of_folder;
use crate::store::{self, LockedRegister};
use crate::text::{Telling, Text};

/// A record as somebody wants it, before it is read.
#[derive(Debug)]
pub struct RecordDraft {
    /// Where it is to lie.
    pub target: DraftTarget,
    /// As it was filed last; none where it is new.
    pub before: Option<Vec<u8>>,
    /// What it shall say, as TOML.
    pub text: String,
    /// The comments that its file keeps.
    pub comments: Comments,
    /// Why what stands may change: with a reason the record says itself which keys were mended (`amended`).
    pub reason: Option<String>,
    /// Whether it may replace what cannot be read. Of that nothing is known that must stay.
    pub mends_unreadable: bool,
}

/// Where a draft is to lie.
#[derive(Debug, Clone)]
pub enum DraftTarget {
    /// In that file.
    File(RecordPath),
    /// Under the next number of a unit's, in the year of the fact.
    NextNumber(Kind, UnitId),
}

/// A record as it will be filed.
#[derive(Debug)]
pub struct ProposedRecord {
    /// Where it will lie.
    pub path: RecordPath,
    /// As it was filed last.
    pub before: Option<Vec<u8>>,
    /// What that says, where it can be read.
    pub standing: Option<Record>,
    /// What it will say.
    pub record: Record,
    /// The same as its file.
    pub text: String,
    /// As a person left it in the folder, where it is from there.
    pub found: Option<Vec<u8>>,
    /// What is found about it and was not before.
    pub findings: Vec<FindingView>,
    /// How much was found before and still is.
    pub known: usize,
}

/// Why a draft is no record that may be filed.
#[derive(Debug)]
pub enum Rejection {
    /// It cannot be understood.
    Misread {
        /// The text.
        text: String,
        /// What cannot be understood in it.
        problems: Vec<ReadProblem>,
    },
    /// The record that stands cannot be read.
    Unreadable,
    /// It may not follow what stands.
    Refused(Vec<ChangeRefusal>),
    /// The disk, or something else that lies outside it.
    Failed(Failure),
}

/// Why nothing is filed.
#[derive(Debug)]
pub enum Stop {
    /// There is nothing to file; why.
    Idle(Text),
    /// It cannot be filed as it is.
    Refused(Box<Refusal>),
    /// It could not be seen whether it can.
    Failed(Failure),
}

/// Drafts on their way to be records: read one by one, so that each new one has a number of its own.
pub struct Proposer<'a> {
    register: &'a Register,
    locked: &'a LockedRegister<'a>,
    /// The next number of a series that no draft has; none where they are used up.
    next: HashMap<(Kind, u16, UnitId), Option<Number>>,
}

/// Reads and judges drafts. `about` names what was typed, should it not be understood.
///
/// # Errors
/// What stands against one of them.
pub fn propose(
    register: &Register,
    locked: &LockedRegister<'_>,
    drafts: Vec<RecordDraft>,
    about: &Text,
) -> Result<Vec<ProposedRecord>, Stop> {
    judged(register, read(register, locked, drafts, about)?)
}

/// Records with what is found about them.
///
/// # Errors
/// What cannot be so in one of them.
pub fn judged(register: &Register, mut records: Vec<ProposedRecord>) -> Result<Vec<ProposedRecord>, Stop> {
    let (before, after) = context(register, &records)?;
    judge(&mut records, before.as_ref(), &after, register.today());
    let stops: Vec<FindingView> = form_faults(&records).cloned().collect();
    if stops.is_empty() {
        return Ok(records);
    }
    // What is not filed is mended where it was typed, by no command.
    let findings = stops.into_iter().map(|finding| FindingView { command: None, ..finding }).collect();
    Err(Stop::Refused(Box::new(Refusal { findings, ..Refusal::default() })))
}

/// Reads drafts of which rules have nothing to say: the register's own files, a word that something is so.
///
/// # Errors
/// What stands against one of them.
pub fn read(
    register: &Register,
    locked: &LockedRegister<'_>,
    drafts: Vec<RecordDraft>,
    about: &Text,
) -> Result<Vec<ProposedRecord>, Stop> {
    let mut proposer = Proposer::new(register, locked);
    drafts.into_iter().map(|draft| proposer.read(draft).map_err(|why| why.stop(about))).collect()
}

/// What cannot be so in records, and could before.
pub fn form_faults(records: &[ProposedRecord]) -> impl Iterator<Item = &FindingView> {
    let stops = |finding: &&FindingView| {
        let rule = rules::rule_by_name(finding.code);
        finding.level == Level::Form && rule.is_none_or(|rule| rule.nature != RuleNature::Whole)
    };
    records.iter().flat_map(|record| &record.findings).filter(stops)
}

impl RecordDraft {
    /// A record as it was filed last, with its table changed; its comments stay. Nothing is there yet where it is new.
    ///
    /// # Errors
    /// What stands is no TOML, or what `change` says.
    pub fn rewrite(target: DraftTarget, before: Option<Vec<u8>>, change: impl FnOnce(&mut Table) -> Result<()>) -> Result<Self> {
        let text = String::from_utf8_lossy(before.as_deref().unwrap_or_default()).into_owned();
        let mut table: Table = text.parse().map_err(|_| unreadable())?;
        change(&mut table)?;
        Ok(Self { comments: Comments::from_text(&text), before, ..Self::of_table(target, &table)? })
    }

    /// A new record that says what a table does.
    ///
    /// # Errors
    /// The table has a value that TOML cannot write.
    pub fn of_table(target: DraftTarget, table: &Table) -> Result<Self> {
        let text = toml::to_string(table).map_err(|error| Failure::from(Text::same(error.to_string())))?;
        Ok(Self { target, before: None, text, comments: Comments::default(), reason: None, mends_unreadable: false })
    }
}

impl From<RecordPath> for DraftTarget {
    fn from(path: RecordPath) -> Self {
        Self::File(path)
    }
}

impl DraftTarget {
    fn kind(&self) -> Kind {
        match self {
            Self::File(path) => path.kind(),
            Self::NextNumber(kind, _) => *kind,
        }
    }
}

impl<'a> Proposer<'a> {
    /// No draft is read yet.
    #[must_use]
    pub fn new(register: &'a Register, locked: &'a LockedRegister<'a>) -> Self {
        Self { register, locked, next: HashMap::new() }
    }

    /// The record that a draft is: read back from its own text, keeping what was reviewed, allowed to follow what stands.
    ///
    /// # Errors
    /// Why it is none, or may not.
    pub fn read(&mut self, draft: RecordDraft) -> Result<ProposedRecord, Rejection> {
        let kind = draft.target.kind();
        let mut record = read_back(kind, &draft.text)?;
        let before = draft.before.as_deref().map(String::from_utf8_lossy);
        let standing = before.as_deref().map(|text| kind.read(text, Keys::Known));
        let standing = match standing {
            Some(Err(_)) if !draft.mends_unreadable => return Err(Rejection::Unreadable),
            standing => standing.and_then(std::result::Result::ok),
        };
        record.keep_reviewed(standing.as_ref());
        record.keep_after_issue(standing.as_ref(), self.register.today());
        if let Some(standing) = &standing {
            record = self.following(standing, record, draft.reason.as_deref())?;
        }
        let before = before.as_deref().unwrap_or_default();
        new_words_may_stand(&record, &draft.comments, standing.as_ref(), before).map_err(Rejection::Refused)?;
        let path = self.path(draft.target, &record)?;
        let text = record.write(&draft.comments);
        Ok(ProposedRecord { path, before: draft.before, standing, record, text, found: None, findings: Vec::new(), known: 0 })
    }

    /// What follows what stands; with a reason it says itself which keys it mends.
    fn following(&self, standing: &Record, record: Record, reason: Option<&str>) -> Result<Record, Rejection> {
        let said_anew = said_anew(standing, &record);
        let refusals: Vec<_> = may_follow(standing, &record).err().into_iter().flatten().chain(said_anew).collect();
        if refusals.is_empty() {
            return Ok(record);
        }
        let Some(reason) = reason else { return Err(Rejection::Refused(refusals)) };
        let mut table: Table = record.write(&Comments::default()).parse().map_err(|_| Rejection::Unreadable)?;
        let keys = refusals.iter().map(|refusal| refusal.key.clone());
        append(&mut table, "amended", amendment(self.register.today(), keys, reason), false);
        let text = toml::to_string(&table).map_err(|error| Rejection::Failed(Text::same(error.to_string()).into()))?;
        let record = read_back(standing.kind(), &text)?;
        may_follow(standing, &record).map_err(Rejection::Refused)?;
        Ok(record)
    }

    /// Where a record will lie; a number is taken that no other draft has.
    fn path(&mut self, target: DraftTarget, record: &Record) -> Result<RecordPath, Rejection> {
        let (kind, unit) = match target {
            DraftTarget::File(path) => return Ok(path),
            DraftTarget::NextNumber(kind, unit) => (kind, unit),
        };
        let year = record.happening().and_then(Happening::on).unwrap_or(self.register.today()).year();
        let series = (kind, year, unit.clone());
        let next = match self.next.get(&series) {
            Some(next) => *next,
            None => Some(self.locked.next_number(kind, year, &unit, self.register.series(&unit))?),
        };
        let used_up = Text::fixed("这一年的编号用完了，不能再登记", "this year's numbers are used up: nothing more can be filed");
        let number = next.ok_or(used_up)?;
        self.next.insert(series, Number::new(number.series(), number.serial() + 1));
        Ok(RecordPath::Filed(FiledPath { kind, year, unit, number }))
    }
}

fn read_back(kind: Kind, text: &str) -> Result<Record, Rejection> {
    kind.read(text, Keys::Known).map_err(|problems| Rejection::Misread { text: text.to_owned(), problems })
}

/// The ledgers in which records are judged, as they stand and as they will be: the register's own files, and of what happened whatever
/// rules look at from these records ([`neighbourhood`]). Nothing is there to be judged before where all are new.
///
/// # Errors
/// Files without which nothing can be judged are not there, or cannot be read.
pub fn context(register: &Register, records: &[ProposedRecord]) -> Result<(Option<Ledger>, Ledger)> {
    let own: BTreeSet<&RecordPath> = records.iter().map(|record| &record.path).collect();
    let mut beside = register.known.records.clone();
    let mut unreadable = register.known.unreadable.clone();
    let mut index = facts_of_folder(&register.root, &register.known.mechanism, &register.facts)?;
    let author = records.first().and_then(|record| record.path.owner());
    for path in neighbours(&mut index, records).into_iter().filter(|path| !own.contains(path)) {
        // A word on what is kept back is not there either; what it is a word on need not be near.
        if path.kind() == Kind::Response && register.withholds(&path, author) {
            continue;
        }
        match store::load_record(&register.source, &path) {
            Ok(Some(found)) => beside.push((path, found)),
            Ok(None) => {}
            Err(_) => drop(unreadable.insert(path)),
        }
    }
    beside.retain(|(path, _)| !own.contains(path));
    let told = |ledger: Ledger| {
        let ledger = as_told_to_owners(ledger, records, register.today());
        match register.own_unit() {
            Some(unit) => ledger.as_told_to(&BTreeSet::from([unit.clone()]), &own, register.today()),
            None => ledger,
        }
    };
    let standing = |record: &ProposedRecord| Some((record.path.clone(), record.standing.clone()?));
    let standing: Vec<_> = records.iter().filter_map(standing).collect();
    let before =
        if standing.is_empty() { None } else { Some(told(ledger(beside.iter().cloned().chain(standing), unreadable.clone())?)) };
    beside.extend(records.iter().map(|record| (record.path.clone(), record.record.clone())));
    Ok((before, told(ledger(beside, unreadable)?)))
}

/// A ledger in which records are judged, without the joint enforcements of which their units do not learn yet (四不两直). To them a reference to
/// one is a reference to nothing, in the same words: where it is filed, at the gate and in `check`.
#[must_use]
pub fn as_told_to_owners(ledger: Ledger, records: &[ProposedRecord], today: Day) -> Ledger {
    let owner = |record: &ProposedRecord| record.path.owner().unwrap_or(ledger.mechanism.office()).clone();
    let owners = records.iter().map(owner).collect();
    ledger.as_told_to(&owners, &records.iter().map(|record| &record.path).collect(), today)
}

/// What happened that rules look at from records, as they stand and as they will be; `index` has them in it afterwards.
fn neighbours(index: &mut FactsIndex, records: &[ProposedRecord]) -> BTreeSet<RecordPath> {
    let paths: Vec<RecordPath> = records.iter().map(|record| record.path.clone()).collect();
    let mut found = neighbourhood(index, &paths);
    for record in records {
        index.set(record.path.clone(), Some(Facts::from_record(&record.record)));
    }
    found.extend(neighbourhood(index, &paths));
    found
}

/// Says of each record what is found about it after the change and was not before it, by the rules that look no farther than its mine:
/// what `check` says of it by these. The others wait for `check`.
pub fn judge(records: &mut [ProposedRecord], before: Option<&Ledger>, after: &Ledger, today: Day) {
    let context = |ledger| Context { ledger, today, now: today, unverified: &Unverified::Nothing };
    let (before, after) = (before.map(context), context(after));
    let judge = |context: &Context<'_>| rules::judge_within(context, Reach::SameMine);
    let judged = before.as_ref().map(judge).unwrap_or_default();
    let (stood, found) = (judged.by_record(), judge(&after));
    let found = found.by_record();
    let guide = Guide { command: &|finding| command(finding, after.ledger), ..Guide::NONE };
    for record in records {
        let of = |found: &HashMap<_, Vec<_>>| found.get(&record.path).cloned().unwrap_or_default();
        let stood = before.as_ref().map(|before| report::findings(before, of(&stood), Guide::NONE)).unwrap_or_default();
        let is_known = |finding: &FindingView| stood.iter().any(|other| is_same(other, finding));
        let (known, new): (Vec<_>, Vec<_>) = report::findings(&after, of(&found), guide).into_iter().partition(is_known);
        (record.known, record.findings) = (known.len(), new);
    }
}

/// Whether a finding stood before. A fault of form that takes another shape is a new one; what is asked and not done yet is not.
fn is_same(stood: &FindingView, finding: &FindingView) -> bool {
    let is_form = finding.level == Level::Form;
    stood.code == finding.code && stood.key == finding.key && (!is_form || stood.what == finding.what)
}

impl Rejection {
    /// The same, as why nothing is filed.
    #[must_use]
    pub fn stop(self, about: &Text) -> Stop {
        match self {
            Self::Misread { text, problems } => {
                let view = |ReadProblem { span, what, help }: ReadProblem| {
                    ProblemView::in_file(String::new(), Some(&text), span, true, what, help)
                };
                let problems = problems.into_iter().map(view).collect();
                Stop::Refused(Box::new(Refusal { problems, about: about.clone(), ..Refusal::default() }))
            }
            Self::Unreadable => unreadable().into(),
            Self::Refused(refusals) => {
                let whys: Vec<Text> = refusals.into_iter().map(|refusal| refusal.why).collect();
                Text::join(&whys, "；", "; ").into()
            }
            Self::Failed(failure) => Stop::Failed(failure),
        }
    }
}

/// That what stands cannot be read.
pub(super) fn unreadable() -> Text {
    Text::fixed("这条记录读不出来，原因见 liandong check", "this record cannot be read; liandong check says why")
}

impl From<Text> for Rejection {
    fn from(why: Text) -> Self {
        Self::Failed(why.into())
    }
}

impl From<Telling> for Stop {
    fn from(why: Telling) -> Self {
        Self::Failed(why.into())
    }
}

impl From<Text> for Stop {
    fn from(why: Text) -> Self {
        Self::Failed(why.into())
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}
