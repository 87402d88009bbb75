//! A record that stands as the places in it that can be mended, each with what it says now: what a page shows, and what an amendment is made
//! of once somebody has written over it.

use std::collections::BTreeMap;

use serde::Serialize;
use toml::{Table, Value};

use super::choices::OfferedAnswer;
use super::drafts::{DraftFolder, kind_of};
use super::going_on::noted_way;
use super::presets::as_answer;
use super::questions::{AnswerForm, answer_form};
use super::reference::absent;
use super::verbs::{Act, table_fields};
use super::{Register, Result};
use crate::model::field::{Field, Shape};
use crate::model::{Kind, Mechanism, Record, RecordPath};
use crate::report::{Changed, Named, changed};
use crate::text::{Text, clean, clean_lines};
use crate::tr;

/// A record that can be mended.
#[derive(Debug, Clone, Serialize)]
pub struct AmendableRecord {
    /// The record.
    pub record: Named,
    /// Its file as it stands.
    #[serde(skip)]
    pub text: String,
    /// The places in it, in the order of the record; last those of which nothing is said yet.
    pub places: Vec<AmendablePlace>,
}

/// A place in a record.
#[derive(Debug, Clone, Serialize)]
pub struct AmendablePlace {
    /// As `amend` names it: `rectification.due`, `to[0].why`.
    pub place: String,
    /// Its heading, with those above it.
    pub label: Text,
    /// How it is written; none of an item that can only be taken out.
    pub form: Option<AnswerForm>,
    /// The words of which it is one.
    pub offered: Vec<OfferedAnswer>,
    /// What it says, as a person would write it; empty where nothing is said.
    pub answer: String,
}

impl AmendablePlace {
    /// Whether words are what stands there, as a page showed it: without what nobody sees, a line without the breaks that it should not have.
    fn is_as(&self, words: &str) -> bool {
        if self.form == Some(AnswerForm::Prose) {
            let shown = self.answer.replace("\r\n", "\n").replace(['\r', '\t'], " ");
            return clean_lines(shown.trim()) == words.trim();
        }
        let bare = |words: &str| clean(words).split_whitespace().collect::<String>();
        bare(&self.answer) == bare(words)
    }
}

/// The places of a record.
///
/// # Errors
/// There is no such record, or it cannot be read.
pub fn amendable(register: &Register, record: &str) -> Result<AmendableRecord> {
    let path = register.resolver().file(record)?;
    let shown = path.file();
    if register.withholds(&path, None) {
        return Err(absent(&shown).into());
    }
    let text = register.source.text(&path.file());
    let text = text.ok_or_else(|| absent(&shown))?;
    AmendableRecord::of_text(register, &path, text)
}

/// What a draft says, under its headings; nothing where that is not known.
#[must_use]
pub fn said_in_draft(register: &Register, draft: &str) -> Vec<AmendablePlace> {
    let drafts = DraftFolder::in_register(&register.root);
    let text = drafts.text(draft).unwrap_or_default();
    if let Some(way) = noted_way(&drafts, draft) {
        return said_in_text(register, way.noun.kind_of(way.verb), way.verb.act, &text);
    }
    kind_of(draft).map(|kind| said_in_text(register, kind, Act::New, &text)).unwrap_or_default()
}

/// The same of what is said to a verb, as a record would have it.
#[must_use]
pub fn said_in_text(register: &Register, kind: Kind, act: Act, text: &str) -> Vec<AmendablePlace> {
    let Ok(table) = text.parse::<Table>() else { return Vec::new() };
    let of_key = |key: &str| kind.fields().iter().find(|field| field.key == key).and_then(|field| table_fields(&field.shape));
    let fields = match act {
        Act::Fill(key) | Act::Append(key) | Act::HandOver(key) => of_key(key).unwrap_or_default(),
        _ => kind.fields(),
    };
    let mut places = Places { mechanism: &register.mechanism, said: Vec::new(), silent: Vec::new() };
    places.of_table(&table, fields, &Above::default());
    places.said.retain(|place| place.form.is_some());
    places.said
}

/// The keys in which two texts of a record differ, under their headings; none where one of them is no record yet.
#[must_use]
pub fn differences(register: &Register, record: &str, before: &str, after: &str) -> Vec<Changed> {
    let Ok(path) = register.resolver().file(record) else { return Vec::new() };
    let read = |text: &str| Record::read(&path, text).ok();
    changed(path.kind(), read(before).as_ref(), read(after).as_ref(), &register.mechanism)
}

impl AmendableRecord {
    /// The places of a record as it reads or once read.
    fn of_text(register: &Register, path: &RecordPath, text: String) -> Result<Self> {
        let shown = path.file();
        let table: Table = text.parse().map_err(|_| tr!("{shown} 读不出来"; "{shown} cannot be read"))?;
        let mut places = Places { mechanism: &register.mechanism, said: Vec::new(), silent: Vec::new() };
        places.of_table(&table, path.kind().fields(), &Above::default());
        let Places { mut said, silent, .. } = places;
        said.extend(silent);
        Ok(Self { record: Named::of_record(path, &register.mechanism), text, places: said })
    }

    /// What somebody wrote over these places once the record reads otherwise than it did when they began: what they left as it was is as it is
    /// now, and what they ticked to be taken out they tick again, for it may be another item.
    ///
    /// # Errors
    /// The record cannot be read as it was.
    pub fn written_since(
        &self,
        register: &Register,
        before: &str,
        mut written: BTreeMap<String, String>,
    ) -> Result<BTreeMap<String, String>> {
        let path = register.resolver().file(&self.record.reference)?;
        let before = Self::of_text(register, &path, before.to_owned())?;
        let was: BTreeMap<&str, &AmendablePlace> = before.places.iter().map(|place| (place.place.as_str(), place)).collect();
        written.retain(|place, words| was.get(place.as_str()).is_none_or(|was| was.form.is_some() && !was.is_as(words)));
        Ok(written)
    }

    /// What is set and what is taken out where somebody wrote this over the places, by their names. What is not among them stays.
    #[must_use]
    pub fn amendments(&self, written: &BTreeMap<String, String>) -> (Vec<String>, Vec<String>) {
        let (mut set, mut remove) = (Vec::new(), Vec::new());
        for place in &self.places {
            let Some(words) = written.get(&place.place).map(|words| words.trim()) else { continue };
            if place.form.is_none() || (words.is_empty() && !place.answer.trim().is_empty()) {
                remove.push(place.place.clone());
            } else if !place.is_as(words) {
                set.push(format!("{}={words}", place.place));
            }
        }
        (set, remove)
    }
}

/// What leads to a place.
#[derive(Default, Clone)]
struct Above {
    place: String,
    label: Text,
}

impl Above {
    fn key(&self, field: &Field) -> Self {
        let heading = field.heading();
        if self.place.is_empty() {
            return Self { place: field.key.to_owned(), label: heading };
        }
        Self { place: format!("{}.{}", self.place, field.key), label: Text::join([&self.label, &heading], " · ", " · ") }
    }

    /// An item, by the number that it bears or as people count.
    fn item(&self, at: usize, value: &Value) -> Self {
        let no = value.get("no").and_then(Value::as_integer).unwrap_or(i64::try_from(at + 1).unwrap_or(i64::MAX));
        let (zh, en) = (self.label.zh(), self.label.en());
        Self { place: format!("{}[{at}]", self.place), label: tr!("{zh} {no}"; "{en} {no}") }
    }
}

struct Places<'a> {
    mechanism: &'a Mechanism,
    said: Vec<AmendablePlace>,
    silent: Vec<AmendablePlace>,
}

/// Keys that say how the record came to be, and are no slip of anybody's.
const ITS_OWN: &[&str] = &["amended", "entered_by", "no", "attachments"];

impl Places<'_> {
    fn of_table(&mut self, table: &Table, fields: &'static [Field], above: &Above) {
        for field in fields.iter().filter(|field| !ITS_OWN.contains(&field.key)) {
            let here = above.key(field);
            match (table.get(field.key), &field.shape) {
                (Some(Value::Array(items)), Shape::List(item)) => {
                    for (at, value) in items.iter().enumerate() {
                        let here = here.item(at, value);
                        // A value is taken out where it is emptied.
                        self.said.extend(items.get(1).filter(|_| value.is_table()).map(|_| removal(&here)));
                        self.of_value(value, item, &here);
                    }
                }
                (Some(value), shape) => self.of_value(value, shape, &here),
                // A table begins with the verb that files it.
                (None, shape) if !shape.is_tables() => {
                    let shape = if let Shape::List(item) = shape { item } else { shape };
                    self.silent.push(place(shape, &here, String::new()));
                }
                (None, _) => {}
            }
        }
    }

    fn of_value(&mut self, value: &Value, shape: &Shape, here: &Above) {
        match (value, shape) {
            (Value::Table(table), Shape::Table(fields)) => self.of_table(table, fields, here),
            (Value::String(words), Shape::Line | Shape::Prose) => self.said.push(place(shape, here, words.clone())),
            (Value::Boolean(is_so), _) => {
                self.said.push(place(shape, here, if *is_so { "是" } else { "否" }.to_owned()));
            }
            (value, shape) => {
                let answer = as_answer(value, self.mechanism).unwrap_or_default();
                self.said.push(place(shape, here, clean(&answer).into_owned()));
            }
        }
    }
}

/// What can be written at a place.
fn place(shape: &Shape, here: &Above, answer: String) -> AmendablePlace {
    let yes_no = || [("是", Text::fixed("是", "yes")), ("否", Text::fixed("否", "no"))];
    let offered = match shape {
        Shape::Word(words) => words.iter().map(|word| OfferedAnswer::new(word.id.to_owned(), word.label())).collect(),
        Shape::Flag => yes_no().map(|(answer, label)| OfferedAnswer::new(answer.to_owned(), label)).to_vec(),
        _ => Vec::new(),
    };
    let form = Some(answer_form(shape));
    AmendablePlace { place: here.place.clone(), label: here.label.clone(), form, offered, answer }
}

/// That an item of several can be taken out whole.
fn removal(here: &Above) -> AmendablePlace {
    AmendablePlace {
        place: here.place.clone(),
        label: here.label.clone(),
        form: None,
        offered: Vec::new(),
        answer: String::new(),
    }
}
