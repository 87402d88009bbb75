//! What a question can be answered with: the words of the key, who and what the register knows, and of records first those that wait for
//! just this.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use serde::Serialize;
use toml::{Table, Value};

use super::change::names_several;
use super::drafts::DraftFolder;
use super::gist::gist;
use super::groups::GROUPS;
use super::questions::{SUBJECT, VerbQuestion, subject_kind};
use super::table::PARTS;
use super::todo::{TodoRequest, todo};
use super::verbs::{Act, NOUNS, Whose, fields, option_name};
use super::{Author, Environment, FileRequest, Register, Result};
use crate::model::field::{Field, Shape};
use crate::model::{Day, Force, Kind, Leader, Mechanism, Obligation, Pattern, RecordPath, UnitId};
use crate::report::{Named, TodoItem};
use crate::store::Source;
use crate::store::facts::facts_of_folder;
use crate::text::{Text, clean, shell_words};
use crate::tr;

/// An answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfferedAnswer {
    /// What answers the question.
    pub answer: String,
    /// What it is called.
    pub label: Text,
    /// Whether it waits for just this: where no other does, it need not be named.
    pub waits: bool,
}

/// So many records are offered besides those that wait: whoever means another writes its number.
const OFFERED: usize = 60;

/// The answers to a question; empty where it is answered in words of one's own.
///
/// # Errors
/// It is not known who files, or the register cannot be read.
pub fn choices(
    register: &Register,
    request: &FileRequest,
    key: &str,
    environment: &Environment<'_>,
) -> Result<Vec<OfferedAnswer>> {
    Offer::new(register, request)?.answers(key, environment)
}

/// What is said first of a shape that may be typed in one line.
fn first_said(shape: &Shape) -> Shape {
    match shape {
        Shape::List(item) => first_said(item),
        Shape::Table([first, ..]) => first.shape,
        shape => *shape,
    }
}

/// The units that file, for whoever did not say which one it is.
#[must_use]
pub fn filing_units(register: &Register) -> Vec<OfferedAnswer> {
    acting_units(&register.mechanism, register.today()).collect()
}

fn acting_units(mechanism: &Mechanism, today: Day) -> impl Iterator<Item = OfferedAnswer> {
    let acting = mechanism.units.iter().filter(move |(id, _)| mechanism.exists(id, today));
    acting.map(|(_, unit)| named(unit.short.as_str(), unit.name.as_str()))
}

/// The contents that the text lists for notices, by their numbers.
fn contents(mechanism: &Mechanism, today: Day) -> Vec<OfferedAnswer> {
    let Some(list) = mechanism.edition(today).clauses_contents else { return Vec::new() };
    let item = |number: u8| {
        let clause = mechanism.clause(list.item(number)?, today)?;
        Some(OfferedAnswer::new(number.to_string(), Text::same(clean(clause.text.as_str()))))
    };
    (1..100).filter_map(item).collect()
}

/// The days on which somebody files what happened, by their names.
fn days(today: Day) -> Vec<OfferedAnswer> {
    let named = [("今天", "today"), ("昨天", "yesterday"), ("前天", "the day before")];
    let day = |(back, (zh, en)): (u32, (&str, &str))| {
        let day = today.minus(back);
        OfferedAnswer::new(day.to_string(), tr!("{zh} {day}"; "{en} {day}"))
    };
    (0..).zip(named).map(day).collect()
}

/// What is asked, first what is asked in principle and can be waived.
fn obligations(mechanism: &Mechanism, today: Day) -> Vec<OfferedAnswer> {
    let mut asked: Vec<&Obligation> = mechanism.obligations.iter().filter(|obligation| obligation.holds(today)).collect();
    asked.sort_by_key(|obligation| (obligation.force != Force::InPrinciple, obligation.id));
    let offered = |obligation: &Obligation| {
        let (id, force) = (obligation.id, obligation.force.label());
        let clause = mechanism.clause(obligation.clause, today).map(|clause| clause.path.as_str()).unwrap_or_default();
        let [zh, en] = [&obligation.title, &obligation.title_en].map(|title| clean(title.as_str()).into_owned());
        let (force_zh, force_en) = (force.zh(), force.en());
        OfferedAnswer::new(id.to_string(), tr!("{id} {clause} {zh}（{force_zh}）"; "{id} {clause} {en} ({force_en})"))
    };
    asked.into_iter().map(offered).collect()
}

/// That there is nothing of which a verb could be a word, and what can be done; none where something can be chosen, or a name be written.
#[must_use]
pub fn nothing_to_choose(request: &FileRequest, question: &VerbQuestion, choices: &[OfferedAnswer]) -> Option<Text> {
    let verb = request.verb;
    let field = fields(request.kind, verb.act).into_iter().find(|field| field.key == question.key);
    let is_of_mines = field.is_some_and(|field| matches!(first_said(&field.shape), Shape::Pattern(Pattern::Mine)))
        || (question.key == SUBJECT && matches!(request.kind, Kind::Mine | Kind::Licences) && !matches!(verb.act, Act::New));
    if choices.is_empty() && question.is_required && is_of_mines {
        return Some(Text::fixed(
            "台账里还没有矿山；由办公室用 liandong mine new 建档后再登记",
            "the register has no mine yet; the office files one with liandong mine new first",
        ));
    }
    let is_pointer = field.is_some_and(|field| matches!(first_said(&field.shape), Shape::Reference));
    let is_subject = question.key == SUBJECT && request.kind.is_happening();
    if !choices.is_empty() || !question.is_required || !(is_subject || is_pointer) {
        return None;
    }
    let noun = NOUNS.iter().find(|noun| noun.verbs.iter().any(|own| std::ptr::eq(own, verb)))?;
    let (zh, en) = (verb.about.zh(), verb.about.en());
    if is_pointer {
        return Some(tr!(
            "现在没有可以“{zh}”的事项；待本单位办的见 liandong todo，已有的见 liandong list";
            "{en}: there is nothing that this could be said of; liandong todo shows what waits, liandong list what there is"
        ));
    }
    let (label, first) = (request.kind.label(), noun.verbs.first().map(|verb| verb.name).unwrap_or_default());
    let (kind_zh, kind_en, noun) = (label.zh(), label.en(), noun.name);
    Some(tr!(
        "现在没有可以“{zh}”的{kind_zh}；已有的见 liandong list {kind_zh}，新的用 liandong {noun} {first} 登记";
        "{en}: there is none of {kind_en} that this is still to be said of; liandong list '{kind_en}' shows what there is, liandong {noun} {first} files a new one"
    ))
}

/// What is offered to whom.
pub(super) struct Offer<'a> {
    register: &'a Register,
    request: &'a FileRequest,
    owner: UnitId,
    /// What waits for the unit; asked once for all questions, since the whole register is judged for it.
    waits: OnceCell<Vec<TodoItem>>,
}

impl<'a> Offer<'a> {
    /// What is offered to whoever files.
    ///
    /// # Errors
    /// It is not known who does.
    pub(super) fn new(register: &'a Register, request: &'a FileRequest) -> Result<Self> {
        let owner = Author::resolve(&request.author, register)?.owner;
        Ok(Self { register, request, owner, waits: OnceCell::new() })
    }

    /// The answers to a question.
    ///
    /// # Errors
    /// The register cannot be read.
    pub(super) fn answers(&self, key: &str, environment: &Environment<'_>) -> Result<Vec<OfferedAnswer>> {
        let (register, request) = (self.register, self.request);
        if key == SUBJECT {
            return self.subjects(environment);
        }
        let Some(field) = fields(request.kind, request.verb.act).into_iter().find(|field| field.key == key) else {
            return Ok(Vec::new());
        };
        if request.kind == Kind::Notice && key == "content" {
            return Ok(contents(&register.mechanism, register.today()));
        }
        match first_said(&field.shape) {
            Shape::Line
                if field.key == "name" && fields(request.kind, request.verb.act).iter().any(|other| other.key == "post") =>
            {
                Ok(self.leaders())
            }
            Shape::Word(words) => Ok(words.iter().map(|word| OfferedAnswer::new(word.id.to_owned(), word.label())).collect()),
            Shape::Day if !field.may_lie_ahead() => Ok(days(register.today())),
            Shape::Pattern(Pattern::Obligation) => Ok(obligations(&register.mechanism, register.today())),
            Shape::Pattern(pattern) => Ok(self.named(pattern, names_several(request.verb.act, &field.shape))),
            Shape::Reference => self.references(field, environment),
            _ => Ok(Vec::new()),
        }
    }

    /// Those that have a name of the kind that a key holds.
    fn named(&self, pattern: Pattern, takes_several: bool) -> Vec<OfferedAnswer> {
        let (mechanism, today) = (&self.register.mechanism, self.register.today());
        let units = || acting_units(mechanism, today);
        let bodies = || mechanism.bodies.iter().map(|body| named(body.name.as_str(), ""));
        let groups =
            GROUPS.iter().filter(|_| takes_several).map(|(word, label)| OfferedAnswer::new((*word).to_owned(), label.clone()));
        match pattern {
            Pattern::Unit => units().chain(groups).collect(),
            Pattern::Body => bodies().chain(units()).collect(),
            Pattern::Party => groups.chain(units()).chain(bodies()).collect(),
            Pattern::Mine => self.mines(),
            Pattern::System => {
                let systems = mechanism.edition(today).system.iter();
                systems.map(|system| named(system.id.as_str(), system.name.as_str())).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Who leads the unit that files, by name, for whoever says who reviewed, chaired or led: nobody is taken unless somebody says so.
    fn leaders(&self) -> Vec<OfferedAnswer> {
        let (mechanism, today) = (&self.register.mechanism, self.register.today());
        let people = mechanism.people.get(&self.owner);
        let in_office = people.into_iter().flat_map(|people| &people.leader);
        let in_office = in_office.filter(|leader| leader.since <= today && leader.until.is_none_or(|until| today <= until));
        let offered = |leader: &Leader| {
            let (name, post) = (clean(leader.name.as_str()).into_owned(), leader.post.label());
            let (zh, en) = (post.zh(), post.en());
            OfferedAnswer::new(leader.name.to_string(), tr!("{name}（{zh}）"; "{name} ({en})"))
        };
        in_office.map(offered).collect()
    }

    /// The mines that are open, by their names; by their ids where several are called so.
    fn mines(&self) -> Vec<OfferedAnswer> {
        let mechanism = &self.register.mechanism;
        let open = mechanism.mines.iter().filter(|(_, mine)| mine.closed.is_none());
        open.map(|(id, mine)| {
            let name = mine.name.as_str();
            let town = mechanism.body(&mine.town).map(|body| body.name.as_str()).unwrap_or_default();
            if mechanism.mines_called(name).len() > 1 { named(id.as_str(), name) } else { named(name, town) }
        })
        .collect()
    }

    /// Which record the verb can be about.
    fn subjects(&self, environment: &Environment<'_>) -> Result<Vec<OfferedAnswer>> {
        let verb = self.request.verb;
        match (subject_kind(self.request), verb.act) {
            (None, _) | (Some(Kind::Mine | Kind::Unit), Act::New) => Ok(Vec::new()),
            (Some(Kind::Mine | Kind::Licences), _) => Ok(self.mines()),
            (Some(Kind::Unit), _) => Ok(self.named(Pattern::Unit, false)),
            (Some(kind), act) => {
                let mut found = self.waiting(None, environment)?;
                let is_none_waiting = found.is_empty();
                found.extend(self.drafts(kind));
                let lacks = |table: &Table| !is_over(table) && begs(act, table);
                found.extend(self.recent(|path| path.kind() == kind && path.owner() == Some(&self.owner), lacks, false)?);
                // Where nothing is told to wait, whatever has a place left for it does.
                for one in &mut found {
                    one.waits |= is_none_waiting;
                }
                Ok(once(found))
            }
        }
    }

    /// What a key can point at.
    fn references(&self, field: &Field, environment: &Environment<'_>) -> Result<Vec<OfferedAnswer>> {
        let mut found = self.waiting(Some(field), environment)?;
        let own = ["corrects", "withdraws"].contains(&field.key);
        let (verb, is_word) = (self.request.verb, self.request.kind == Kind::Response);
        let is_own = |path: &RecordPath| path.owner() == Some(&self.owner);
        let can = |path: &RecordPath| match path.kind() {
            _ if verb.whose == Whose::Others && is_own(path) => false,
            kind if own => kind == self.request.kind && is_own(path),
            kind => kind.is_happening() && kind != Kind::Response && kind != Kind::Waiver,
        };
        let has_parts = is_word || verb.needs.contains(&field.key);
        // A unit has a word on what is addressed to it, names it or is its own; the office on whatever there is.
        let names_it = |path: &RecordPath, table: &Table| {
            let is_concerned = is_own(path) || table.values().any(|value| names(value, &self.owner));
            !is_word || is_concerned || self.register.mechanism.is_office(&self.owner, self.register.today())
        };
        found.extend(self.recent_fitting(can, names_it, has_parts)?);
        if field.key == "about" {
            found.extend(self.mines());
        }
        Ok(once(found))
    }

    /// Drafts of notices wait for their review.
    fn drafts(&self, kind: Kind) -> Vec<OfferedAnswer> {
        let drafts = DraftFolder::in_register(&self.register.root);
        let draft = |name: String| {
            let table = drafts.table(kind, &name).ok()??;
            let (shown, gist) = (clean(&name).into_owned(), gist(&table));
            Some(OfferedAnswer::new(name, tr!("草稿 {shown} {gist}"; "draft {shown} {gist}")))
        };
        drafts.names().into_iter().filter_map(draft).collect()
    }

    /// What waits for just this verb, as `todo` has it: the record that it is about, or the one at which a key points. Of words on how something goes,
    /// what waits for another word comes after that.
    fn waiting(&self, pointer: Option<&Field>, environment: &Environment<'_>) -> Result<Vec<OfferedAnswer>> {
        let verb = self.request.verb;
        let Some(noun) = NOUNS.iter().find(|noun| noun.verbs.iter().any(|own| std::ptr::eq(own, verb))) else {
            return Ok(Vec::new());
        };
        if self.waits.get().is_none() {
            let source = Source::Folder(self.register.root.clone());
            let request = TodoRequest { unit: Some(self.owner.to_string()), ..TodoRequest::default() };
            let _ = self.waits.set(todo(source, &request, environment)?.items);
        }
        let items = self.waits.get().into_iter().flatten();
        let waits = |item: &TodoItem| {
            let words = shell_words(item.command.as_deref()?)?;
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let ["liandong", said_noun, said_verb, said @ ..] = words.as_slice() else { return None };
            let is_just = *said_verb == verb.name;
            let takes_others = self.request.kind == Kind::Response && verb.needs.is_empty();
            (*said_noun == noun.name && (is_just || takes_others)).then_some(())?;
            let answer = match pointer {
                None => said.first().filter(|first| !first.starts_with("--")),
                Some(field) => {
                    let option = format!("--{}", option_name(field));
                    said.iter().position(|word| *word == option).and_then(|at| said.get(at + 1))
                }
            };
            let label =
                item.record.as_ref().map_or(item.what.clone(), |record| Text::join([&record.title, &item.what], " ", " "));
            Some((!is_just, OfferedAnswer { waits: is_just, ..OfferedAnswer::new((*answer?).to_owned(), label) }))
        };
        let mut found: Vec<(bool, OfferedAnswer)> = items.filter_map(waits).collect();
        found.sort_by_key(|(is_other, _)| *is_other);
        Ok(found.into_iter().map(|(_, offered)| offered).collect())
    }

    /// The records that were filed last, of those that will do by what they say.
    fn recent(
        &self,
        can: impl Fn(&RecordPath) -> bool,
        fits: impl Fn(&Table) -> bool,
        has_parts: bool,
    ) -> Result<Vec<OfferedAnswer>> {
        self.recent_fitting(can, |_, table| fits(table), has_parts)
    }

    /// The same, each before its numbered parts where these can be meant.
    fn recent_fitting(
        &self,
        can: impl Fn(&RecordPath) -> bool,
        fits: impl Fn(&RecordPath, &Table) -> bool,
        has_parts: bool,
    ) -> Result<Vec<OfferedAnswer>> {
        let register = self.register;
        let index = facts_of_folder(&register.root, &register.known.mechanism, &register.facts)?;
        let mut paths: Vec<&RecordPath> = index.files().into_keys().filter(|path| can(path)).collect();
        paths.sort_by_key(|path| match path {
            RecordPath::Filed(filed) => std::cmp::Reverse((filed.year, filed.number.serial())),
            _ => std::cmp::Reverse((0, 0)),
        });
        let offered = |path: &RecordPath| {
            let table: Table = register.source.text(&path.file())?.parse().ok()?;
            (fits(path, &table) && !register.withholds(path, Some(&self.owner))).then_some(())?;
            let (title, gist) = (Named::of_record(path, &register.mechanism).title, gist(&table));
            let (zh, en) = (title.zh(), title.en());
            let whole = OfferedAnswer::new(path.to_string(), tr!("{zh} {gist}"; "{en} {gist}"));
            let (lists, whole) = match self.request.verb.item.as_ref() {
                Some(list) => (std::slice::from_ref(list), None),
                None => (if has_parts { PARTS } else { &[] }, Some(whole)),
            };
            Some(whole.into_iter().chain(parts(path, &title, &table, lists)))
        };
        Ok(paths.into_iter().filter_map(offered).flatten().take(OFFERED).collect())
    }
}

impl OfferedAnswer {
    /// One that nothing waits for.
    #[must_use]
    pub fn new(answer: String, label: Text) -> Self {
        Self { answer, label, waits: false }
    }
}

fn named(answer: &str, called: &str) -> OfferedAnswer {
    let (answer, called) = (clean(answer).into_owned(), clean(called));
    let label = if called.is_empty() || called == answer { answer.clone() } else { format!("{answer}（{called}）") };
    OfferedAnswer::new(answer, Text::same(label))
}

/// Whether nothing more is expected of a record.
fn is_over(table: &Table) -> bool {
    ["closed", "cancelled", "lifted", "concluded"].iter().any(|key| table.contains_key(*key))
}

/// Whether a record has a place left for what a verb says.
pub(super) fn begs(act: Act, table: &Table) -> bool {
    match act {
        Act::Fill(key) => !table.contains_key(key),
        Act::Set([first, ..]) => !table.contains_key(*first),
        _ => true,
    }
}

/// Whether a unit is named somewhere in a value.
fn names(value: &Value, unit: &UnitId) -> bool {
    match value {
        Value::String(words) => words == unit.as_str(),
        Value::Array(items) => items.iter().any(|item| names(item, unit)),
        Value::Table(table) => table.values().any(|value| names(value, unit)),
        _ => false,
    }
}

/// The numbered parts of a record.
fn parts(path: &RecordPath, title: &Text, table: &Table, lists: &[&str]) -> Vec<OfferedAnswer> {
    let items = lists.iter().filter_map(|list| table.get(*list)?.as_array()).flatten().filter_map(Value::as_table);
    let part = |item: &Table| {
        let no = item.get("no")?.as_integer()?;
        let (zh, en, gist) = (title.zh(), title.en(), gist(item));
        Some(OfferedAnswer::new(format!("{path}#{no}"), tr!("{zh} #{no} {gist}"; "{en} #{no} {gist}")))
    };
    items.filter_map(part).collect()
}

/// Each answer once, where it stands first.
fn once(found: Vec<OfferedAnswer>) -> Vec<OfferedAnswer> {
    let mut seen = BTreeSet::new();
    found.into_iter().filter(|choice| seen.insert(choice.answer.clone())).collect()
}
