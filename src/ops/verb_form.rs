//! All questions of a verb at once, with what was said to each so far: what a page shows where a terminal asks one after the other. What
//! cannot be understood is told at its question and stays as it was written.

use std::collections::BTreeMap;

use serde::Serialize;
use toml::{Table, Value};

use super::choices::{Offer, OfferedAnswer, nothing_to_choose};
use super::drafts::DraftFolder;
use super::filing::VerbFiling;
use super::questions::{AnswerCount, SUBJECT, VerbQuestion, answer_count, asked, prepare, subject_question, understand};
use super::verbs::{Act, every_verb, fields};
use super::{Environment, FileRequest, GivenText, Register, Result};
use crate::model::field::{Field, Shape};
use crate::text::{Telling, Text, clean};
use crate::tr;

/// What was said, by the key of the question; each time that it was.
pub type SaidWords = BTreeMap<String, Vec<String>>;

/// All questions of a verb.
#[derive(Debug, Clone, Serialize)]
pub struct VerbForm {
    /// The questions, in the order in which they are best answered.
    pub questions: Vec<FormQuestion>,
    /// What was said to questions that are not asked as things stand; another answer may ask them again.
    pub unasked: SaidWords,
    /// What is to be filed, as far as it was understood: days by their dates.
    #[serde(skip)]
    pub request: FileRequest,
}

/// A question with what was said to it.
#[derive(Debug, Clone, Serialize)]
pub struct FormQuestion {
    /// The question.
    #[serde(flatten)]
    pub question: VerbQuestion,
    /// What can be chosen.
    pub offered: Vec<OfferedAnswer>,
    /// That nothing can be, where something has to, and what can be done.
    pub nothing: Option<Telling>,
    /// What was said, as it was said.
    pub said: Vec<String>,
    /// Why that cannot be.
    pub fault: Option<Telling>,
}

impl FormQuestion {
    /// One to which nothing was said.
    #[must_use]
    pub fn new(question: VerbQuestion, offered: Vec<OfferedAnswer>) -> Self {
        Self { question, offered, nothing: None, said: Vec::new(), fault: None }
    }
}

impl VerbForm {
    /// The questions without an answer to which nothing can be filed.
    pub fn lacking(&self) -> impl Iterator<Item = &VerbQuestion> {
        let lacks =
            |asked: &&FormQuestion| asked.question.is_required && asked.said.is_empty() && asked.question.preset.is_none();
        self.questions.iter().filter(lacks).map(|asked| &asked.question)
    }

    /// Whether everything that was said is understood.
    #[must_use]
    pub fn is_understood(&self) -> bool {
        self.questions.iter().all(|question| question.fault.is_none())
    }
}

/// All questions of a verb, with what was said. `begun` says which verb it is, and who files.
///
/// # Errors
/// It is not known who files, or the register cannot be read.
pub fn verb_form(register: &Register, begun: &FileRequest, said: &SaidWords, environment: &Environment<'_>) -> Result<VerbForm> {
    let spoken = |key: &str| -> Vec<String> {
        let words = said.get(key).into_iter().flatten();
        words.map(|word| word.replace("\r\n", "\n")).filter(|word| !word.trim().is_empty()).collect()
    };
    let subject = spoken(SUBJECT).into_iter().next().unwrap_or_else(|| begun.record.clone());
    let mut bare = FileRequest { record: String::new(), typed: Vec::new(), ..begun.clone() };
    let mut subject_fault = None;
    if !subject.trim().is_empty() {
        match understand(register, &bare, SUBJECT, &subject) {
            Ok(known) => bare.record = known,
            Err(why) => subject_fault = Some(why.saying()),
        }
    }
    let which = subject_question(&bare);
    let lacks_subject = which.is_some() && bare.record.is_empty();
    let (mut request, mut faults) = (bare.clone(), BTreeMap::new());
    let filing = if lacks_subject { None } else { Some(prepare(register, &bare)?) };
    let standing = filing.as_ref().map(VerbFiling::standing).unwrap_or_default();
    let is_open = |field: &&Field| {
        filing.as_ref().is_some_and(|filing| {
            // What is only drafted may be said otherwise.
            let stands = standing.contains_key(field.key) && !filing.is_drafted();
            !stands && !filing.given.contains_key(field.key)
        })
    };
    for field in fields(bare.kind, bare.verb.act).into_iter().filter(is_open) {
        let words = spoken(field.key);
        if words.is_empty() {
            continue;
        }
        if words.len() > 1 && answer_count(bare.verb.act, field) == AnswerCount::One {
            let one = Text::fixed("只能有一个回答：选了的就不要再写", "one answer only: choose it or write it");
            faults.insert(field.key, one.into());
            continue;
        }
        // A day without its year goes by those that were said before it, and its year is told with what was taken.
        match words.iter().try_for_each(|word| understand(register, &request, field.key, word).map(drop)) {
            Ok(()) => request = request.with(field.key, &words.iter().map(|word| word.trim()).collect::<Vec<_>>()),
            Err(why) => drop(faults.insert(field.key, why.saying())),
        }
    }
    faults.extend(subject_fault.map(|why| (SUBJECT, why)));
    // What was said may be what others take where nothing is said.
    let rest = if lacks_subject { Vec::new() } else { asked(&prepare(register, &request)?) };
    let is_asked = |question: &VerbQuestion| said.contains_key(question.key) || !is_filed_by_itself(question.key, &bare);
    let all = which.into_iter().chain(rest.into_iter().filter(is_asked));
    let offer = Offer::new(register, &bare)?;
    let mut form = VerbForm { questions: Vec::new(), unasked: said.clone(), request };
    for question in all {
        let key = question.key;
        let words = if key == SUBJECT {
            Some(subject.clone()).filter(|word| !word.is_empty()).into_iter().collect()
        } else {
            spoken(key)
        };
        form.unasked.remove(key);
        // Without them an answer can still be written.
        let offered = offer.answers(key, environment).unwrap_or_default();
        let nothing = nothing_to_choose(&bare, &question, &offered);
        let fault = faults.remove(key);
        form.questions.push(FormQuestion { nothing, said: words, fault, ..FormQuestion::new(question, offered) });
    }
    Ok(form)
}

/// Whether a part of a new record is filed by a verb of its own once the record is there, or by its papers: it is not asked for with the rest.
fn is_filed_by_itself(key: &str, request: &FileRequest) -> bool {
    let is_its = |act: Act| matches!(act, Act::Fill(table) | Act::Append(table) if table == key);
    let is_needed = request.verb.needs.contains(&key) || request.verb.asks.contains(&key);
    matches!(request.verb.act, Act::New)
        && !is_needed
        && (key == "attachments" || every_verb().any(|(noun, verb)| noun.kind_of(verb) == request.kind && is_its(verb.act)))
}

/// The text of the record or draft that a verb is about, as it stands; none where it begins one.
///
/// # Errors
/// It is not known who files, or nothing is called so.
pub fn standing_text(register: &Register, request: &FileRequest) -> Result<Option<String>> {
    let filing = prepare(register, request)?;
    if filing.lacks_subject() {
        return Ok(None);
    }
    if let Some((name, _)) = &filing.draft {
        return Ok(DraftFolder::in_register(&register.root).text(name));
    }
    Ok(filing.path()?.and_then(|path| register.source.text(&path.file())))
}

/// A draft as answers to be gone on with. What no answer can say is given as it stands, and the draft goes once it is filed.
///
/// # Errors
/// There is no such draft, or it cannot be read.
pub fn take_up(register: &Register, request: FileRequest, draft: &str) -> Result<(FileRequest, SaidWords)> {
    let (drafts, shown) = (DraftFolder::in_register(&register.root), clean(draft).into_owned());
    let text = drafts.text(draft).ok_or_else(|| drafts.absent(draft))?;
    let mut table: Table = text.parse().map_err(|_| tr!("草稿 {shown} 不合 TOML 语法"; "draft {shown} is not valid TOML"))?;
    let mut said = SaidWords::new();
    {
        let filing = prepare(register, &request)?;
        for field in fields(request.kind, request.verb.act) {
            if let Some(words) = table.get(field.key).and_then(|value| answers(value, &field.shape, &filing)) {
                table.remove(field.key);
                said.insert(field.key.to_owned(), words);
            }
        }
    }
    let name = drafts.file(draft).to_string_lossy().into_owned();
    let given = Some(GivenText { name, text: toml::to_string(&table).unwrap_or_default() });
    Ok((FileRequest { given, ..request }, said))
}

/// A value as answers; none of what takes a table.
fn answers(value: &Value, shape: &Shape, filing: &VerbFiling<'_>) -> Option<Vec<String>> {
    match (value, shape) {
        (Value::Boolean(is_so), _) => Some(vec![if *is_so { "是" } else { "否" }.to_owned()]),
        (Value::Array(items), Shape::List(item)) => {
            items.iter().map(|value| answers(value, item, filing)?.into_iter().next()).collect()
        }
        // Words are no name, whatever they look like.
        (Value::String(words), Shape::Line | Shape::Prose) => Some(vec![words.clone()]),
        (value, _) => Some(vec![filing.as_answer(value)?]),
    }
}
