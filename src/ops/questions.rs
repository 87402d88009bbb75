//! What a verb still wants to know, as questions: for a terminal, a page or another program to ask. An answer is what would be typed behind an
//! option, and is understood as that is.

use serde::Serialize;
use toml::Table;

use super::change::names_several;
use super::drafts::DraftFolder;
use super::filing::VerbFiling;
use super::kept_drafts::KeptDrafts;
use super::outcome::{DraftKept, KeptAside};
use super::paper_number;
use super::proposal::Stop;
use super::reference::absent;
use super::table::spoken;
use super::verbs::{Act, Preset, fields, subject};
use super::{Failure, FileRequest, Register, Result};
use crate::model::field::{Field, Shape, yes_or_no};
use crate::model::{Kind, Pattern, RecordPath};
use crate::text::{Text, clean};
use crate::tr;

/// The key of the question which record the verb is about.
pub const SUBJECT: &str = "record";

/// Something that a person is to say.
#[derive(Debug, Clone, Serialize)]
pub struct VerbQuestion {
    /// The key, or [`SUBJECT`].
    pub key: &'static str,
    /// What is asked for.
    pub label: Text,
    /// How it is written; may be empty.
    pub help: Text,
    /// What an answer is.
    pub form: AnswerForm,
    /// Whether nothing can be filed without an answer.
    pub is_required: bool,
    /// Whether it is asked of everybody; the others are there for whoever wants to say more.
    pub is_usual: bool,
    /// How many answers it takes.
    pub count: AnswerCount,
    /// Whether an answer may be another than those that are offered.
    pub is_open: bool,
    /// The answer that is taken where none is given.
    pub preset: Option<String>,
}

/// How many answers a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerCount {
    /// One.
    One,
    /// Any number of names, with 、 between them.
    Names,
    /// Any number, each in words of its own.
    Each,
}

/// What an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerForm {
    /// Whatever can be chosen, or be written by name: a unit, a mine, a record, a word.
    Choice,
    /// A day, as people say it.
    Day,
    /// A day and time.
    Moment,
    /// Yes or no; no where nothing is said.
    YesNo,
    /// A number.
    Number,
    /// Some words in one line.
    Line,
    /// A text of any number of paragraphs.
    Prose,
}

impl VerbQuestion {
    /// Whether an answer may name several, with 、 between them.
    #[must_use]
    pub fn takes_several(&self) -> bool {
        self.count == AnswerCount::Names
    }
}

/// What can still be said of what is to be filed, in the order in which it is best asked. An answer may change what comes after it.
///
/// # Errors
/// It is not known who files, or what is given so far names nothing.
pub fn questions(register: &Register, request: &FileRequest) -> Result<Vec<VerbQuestion>> {
    let filing = prepare(register, request)?;
    if filing.lacks_subject() {
        return Ok(subject_question(request).into_iter().collect());
    }
    let told: Vec<&str> =
        fields(request.kind, request.verb.act).into_iter().filter(|field| filing.is_told(field)).map(|field| field.key).collect();
    Ok(asked(&filing).into_iter().filter(|question| !told.contains(&question.key)).collect())
}

/// Which record it is, where the verb is about one.
pub(super) fn subject_question(request: &FileRequest) -> Option<VerbQuestion> {
    subject(request.kind, request.verb.act).map(of_subject)
}

/// All that can be said of what is to be filed and does not stand already, whether or not it is said.
pub(super) fn asked(filing: &VerbFiling<'_>) -> Vec<VerbQuestion> {
    let (verb, standing, presets) = (filing.request.verb, filing.standing(), filing.presets());
    let mut asked = fields(filing.request.kind, verb.act);
    let is_open = asked.iter().any(|field| is_system(field)) && filing.change().leaves_system_open();
    // What points at another record comes first: what that says need not be typed. Then the system, by which it goes who leads. The rest comes
    // in the order of FIELDS.
    asked.sort_by_key(|field| match field.shape {
        Shape::Reference if verb.needs.contains(&field.key) => 0,
        _ if is_system(field) && is_open => 1,
        _ => 2,
    });
    // What is only drafted may be said otherwise; nobody is asked for it again.
    let stands = |field: &Field| standing.contains_key(field.key) && !filing.is_drafted();
    let open = asked.into_iter().filter(|field| !filing.given.contains_key(field.key) && !stands(field));
    open.filter_map(|field| {
        if let Some(drafted) = standing.get(field.key) {
            return Some(of_field(field, verb.act, false, false, Some(filing.as_answer(drafted)?)));
        }
        let preset = presets.iter().find(|(key, _)| *key == field.key);
        let is_by_verb = verb.preset.iter().any(|(key, preset)| *key == field.key && matches!(preset, Preset::Says(_)));
        let spoken = match preset {
            // What is not said in a word is seen in the record before it is filed.
            Some((_, value)) => Some(filing.as_answer(value)?),
            None => None,
        };
        let is_required = verb.needs(field) || (is_open && is_system(field));
        // The word that is usual is seen with the record before that is filed, where another can be said; a day or a unit is asked for.
        let is_word = matches!(field.shape, Shape::Word(_));
        let is_usual = is_required || (preset.is_some() && !is_word) || is_usual(field, filing);
        (!is_by_verb).then(|| of_field(field, verb.act, is_required, is_usual, spoken))
    })
    .collect()
}

/// Whether a key says of which system a record is.
fn is_system(field: &Field) -> bool {
    matches!(field.shape, Shape::Pattern(Pattern::System))
}

/// Which unit files, where neither an option nor the computer says so.
#[must_use]
pub fn unit_question() -> VerbQuestion {
    let label = Text::fixed("以哪个单位登记", "which unit files");
    let help = Text::fixed("加入后不再问（liandong join）", "not asked once this computer has joined (liandong join)");
    VerbQuestion { key: "as", ..of_subject((label, help)) }
}

/// Whether somebody who can be asked still is: something is missing without which a verb files nothing, or by which it files what may be of several
/// systems, or a draft takes the place of what would be
/// typed, which is seen before it is filed.
///
/// # Errors
/// It is not known who files, or what is given so far names nothing.
pub fn is_to_be_asked(register: &Register, request: &FileRequest) -> Result<bool> {
    let filing = prepare(register, request)?;
    let is_drafted = request.given.is_some() && KeptDrafts::of(&filing, request).goes_on();
    let mut keys = fields(request.kind, request.verb.act).into_iter();
    let lacks_system = keys.any(|field| is_system(field) && !filing.is_told(field)) && filing.change().leaves_system_open();
    Ok(filing.missing().is_some() || filing.says_nothing() || lacks_system || is_drafted)
}

/// The same with what the draft says that it is about, as it is when the questions begin.
///
/// # Errors
/// It is not known who files, or what is given so far names nothing.
pub fn with_draft_as_it_is(register: &Register, request: FileRequest) -> Result<FileRequest> {
    let drafted = prepare(register, &request)?.draft.map(|(_, table)| table);
    Ok(FileRequest { drafted, ..request })
}

/// That what is said so far can be understood, before anybody is asked for the rest.
///
/// # Errors
/// Why it cannot be, or that nothing is called as the record is that the verb is about.
pub fn understand_all(register: &Register, request: &FileRequest) -> Result<()> {
    let filing = prepare(register, request)?;
    if subject(request.kind, request.verb.act).is_some() && !request.record.trim().is_empty() {
        filing.finds_subject()?;
    }
    filing.change().tables()?;
    Ok(())
}

/// An answer as it is understood: a day by its date, a 发文字号 in full, anything else as it was said.
///
/// # Errors
/// Why it cannot be.
pub fn understand(register: &Register, request: &FileRequest, key: &str, answer: &str) -> Result<String> {
    let said = answer.trim().to_owned();
    if answer.trim().is_empty() {
        return Err(Text::fixed("这里不能空着", "this cannot be blank").into());
    }
    let answered = request.clone().answered(key, Some(answer));
    let filing = prepare(register, &answered)?;
    let Some(field) = fields(request.kind, request.verb.act).into_iter().find(|field| field.key == key) else {
        return filing.finds_subject().map(|()| said);
    };
    if matches!(field.shape, Shape::Flag) {
        let shown = clean(answer);
        return yes_or_no(answer)
            .map(|_| said)
            .ok_or_else(|| tr!("“{shown}”：请写 是 或 否"; "\"{shown}\": write yes or no").into());
    }
    let values = filing.change().values(field, &[answer.to_owned()])?;
    filing.change().tables()?;
    if let ("to", [to]) = (key, &values[..]) {
        filing.may_point_there(&Table::from_iter([(key.to_owned(), to.clone())]))?;
    }
    let is_in_full = matches!(field.shape, Shape::Day | Shape::Moment) || field.key == paper_number::KEY;
    Ok(values.first().filter(|_| is_in_full).and_then(spoken).unwrap_or(said))
}

/// Keeps what was said so far as a draft; none where nothing was.
///
/// # Errors
/// It is not known who files, or a value cannot be understood.
pub fn keep_typed(register: &Register, request: &FileRequest) -> Result<Option<DraftKept>> {
    if request.typed.is_empty() && request.given.is_none() {
        return Ok(None);
    }
    let filing = prepare(register, request)?;
    let Some(begun) = filing.begun()? else { return Ok(None) };
    Ok(Some(KeptDrafts::of(&filing, request).keep(&filing, &begun)))
}

/// Keeps what was said so far in the draft that it goes on with, else in one of its own, under the name that this gave before or a new one; none where
/// nothing was said.
///
/// # Errors
/// It is not known who files, a value cannot be understood, or the disk failed.
pub fn keep_aside(register: &Register, request: &FileRequest) -> Result<Option<KeptAside>> {
    let aside = request.aside.clone().map(KeptAside::Own);
    if request.typed.is_empty() {
        return Ok(aside);
    }
    let filing = prepare(register, request)?;
    let Some(begun) = filing.begun()? else { return Ok(aside) };
    KeptDrafts::of(&filing, request).keep_aside(&filing, &begun).map(Some)
}

/// Puts back what the draft said that the verb was about when the questions began: another is meant.
pub fn put_draft_back(register: &Register, request: &FileRequest) {
    let Some((table, name)) = request.drafted.as_ref().zip(register.resolver().draft(&request.record)) else { return };
    let drafts = DraftFolder::in_register(&register.root);
    if drafts.table(request.kind, &name).is_ok_and(|now| now.as_ref() != Some(table)) {
        // A disk that fails leaves what was said in it, which can be said otherwise.
        drop(drafts.keep(request.kind.folder(), Some(&name), table, &drafts.notes(&name)));
    }
}

/// What was kept apart goes: nothing is said any more.
pub fn forget_aside(register: &Register, request: &FileRequest) {
    if let Some(aside) = &request.aside {
        // One that somebody threw away meanwhile is gone as well.
        DraftFolder::in_register(&register.root).discard(aside).unwrap_or_default();
    }
}

impl FileRequest {
    /// The same with another answer to a question, or none.
    #[must_use]
    pub fn answered(mut self, key: &str, answer: Option<&str>) -> Self {
        if key == SUBJECT {
            answer.unwrap_or_default().clone_into(&mut self.record);
            self.drafted = None;
            return self;
        }
        self.typed.retain(|(field, _)| field.key != key);
        let Some((field, answer)) = fields(self.kind, self.verb.act).into_iter().find(|field| field.key == key).zip(answer)
        else {
            return self;
        };
        // A no is said as well: what is taken where nothing is said may be a yes.
        let is_yes = matches!(field.shape, Shape::Flag) && yes_or_no(answer) == Some(true);
        self.typed.push((field, if is_yes { Vec::new() } else { vec![answer.to_owned()] }));
        self
    }
}

impl VerbFiling<'_> {
    /// That the record which was named can be the one that the verb is about.
    fn finds_subject(&self) -> Result<()> {
        let path = if self.draft.is_none() { self.path()? } else { None };
        let is_absent = |path: &RecordPath| {
            let is_kept_back = || self.register.withholds(path, Some(&self.author.owner));
            matches!(path, RecordPath::Filed(_)) && (self.register.source.text(&path.file()).is_none() || is_kept_back())
        };
        path.filter(is_absent).map_or(Ok(()), |path| Err(absent(&path.to_string()).into()))
    }
}

pub(super) fn prepare<'a>(register: &'a Register, request: &'a FileRequest) -> Result<VerbFiling<'a>> {
    VerbFiling::prepare(register, request).map_err(|stop| match stop {
        Stop::Failed(failure) => failure,
        Stop::Idle(why) => why.into(),
        Stop::Refused(refusal) => {
            let whats: Vec<Text> = refusal.problems.into_iter().map(|problem| problem.what).collect();
            Failure::from(Text::join(&whats, "；", "; ")).context(refusal.about)
        }
    })
}

/// Whether a key is asked of everybody: of a new record what its verb asks for, of a word on one that stands all but what another verb says.
fn is_usual(field: &Field, filing: &VerbFiling<'_>) -> bool {
    let verb = filing.request.verb;
    if !verb.asks.is_empty() || matches!(verb.act, Act::New) {
        return verb.asks.contains(&field.key);
    }
    !matches!(field.shape, Shape::Table(_)) && field.key != "because"
}

fn of_subject((label, help): (Text, Text)) -> VerbQuestion {
    let form = AnswerForm::Choice;
    VerbQuestion {
        key: SUBJECT,
        label,
        help,
        form,
        is_required: true,
        is_usual: true,
        count: AnswerCount::One,
        is_open: true,
        preset: None,
    }
}

fn of_field(field: &'static Field, act: Act, is_required: bool, is_usual: bool, preset: Option<String>) -> VerbQuestion {
    let item = match field.shape {
        Shape::List(item) => *item,
        shape => shape,
    };
    let (first, form) = (first_said(&field.shape), answer_form(&field.shape));
    let count = answer_count(act, field);
    let is_open = !matches!(first, Shape::Word(_) | Shape::Listed(_) | Shape::Flag) || matches!(item, Shape::Table(_));
    let help = match form {
        AnswerForm::Day => Text::fixed("如 今天、昨天、上周五、11月3日、2026-11-03", "such as today, yesterday or 2026-11-03"),
        AnswerForm::Moment => Text::fixed("如 今天 18:30、11月3日 9:00", "such as 'today 18:30' or '2026-11-03 09:00'"),
        AnswerForm::YesNo => Text::fixed("是 或 否", "yes or no"),
        _ if field.key == paper_number::KEY => Text::fixed(
            "如 云区安委办〔2025〕3号；机关代字同上一份的，只写序号",
            "such as 云区安委办〔2025〕3号; its serial number alone where the sign is that of the last paper",
        ),
        _ => super::verbs::how_to_write(&item),
    };
    let (key, label) = (field.key, field.heading());
    VerbQuestion { key, label, help, form, is_required, is_usual, count, is_open, preset }
}

/// How many answers a key takes.
pub(super) fn answer_count(act: Act, field: &Field) -> AnswerCount {
    match answer_form(&field.shape) {
        AnswerForm::Choice if names_several(act, &field.shape) => AnswerCount::Names,
        _ if matches!(field.shape, Shape::List(_)) => AnswerCount::Each,
        _ => AnswerCount::One,
    }
}

/// What is said first of a shape: of a list an item, of a table that is written in one line its first key, which alone may be said.
#[must_use]
pub fn first_said(shape: &Shape) -> Shape {
    match shape {
        Shape::List(item) => first_said(item),
        Shape::Table([first, ..]) => first.shape,
        shape => *shape,
    }
}

/// What an answer is to a question of that shape.
pub(super) fn answer_form(shape: &Shape) -> AnswerForm {
    match first_said(shape) {
        Shape::Flag => AnswerForm::YesNo,
        Shape::Day => AnswerForm::Day,
        Shape::Moment => AnswerForm::Moment,
        Shape::Count | Shape::Listed(_) => AnswerForm::Number,
        Shape::Prose => AnswerForm::Prose,
        Shape::Line | Shape::List(_) | Shape::Table(_) | Shape::Pattern(Pattern::Paper) => AnswerForm::Line,
        Shape::Pattern(_) | Shape::Reference | Shape::Word(_) => AnswerForm::Choice,
    }
}

/// The kind of record that a question chooses among, where it is the one that its verb is about.
pub(super) fn subject_kind(request: &FileRequest) -> Option<Kind> {
    subject(request.kind, request.verb.act).map(|_| request.kind)
}
