//! Records as answers: first those that wait for just this, then those that were filed last and will do.

use toml::{Table, Value};

use super::Offer;
use super::names::{called_by, mines};
use super::offered::{OfferedAnswer, once};
use crate::model::field::Field;
use crate::model::{Kind, Pattern, RecordPath, UnitId};
use crate::ops::drafted_review::can_be_reviewed;
use crate::ops::drafts::DraftFolder;
use crate::ops::gist::gist;
use crate::ops::once_said::OnceSaid;
use crate::ops::questions::subject_kind;
use crate::ops::table::PARTS;
use crate::ops::todo::{TodoRequest, todo};
use crate::ops::verbs::{Act, Noun, Whose, option_name};
use crate::ops::{Environment, Result};
use crate::report::{Named, TodoItem};
use crate::store::Source;
use crate::store::facts::facts_of_folder;
use crate::text::{OPEN, Text, clean};
use crate::tr;

/// So many records are offered besides those that wait: whoever means another writes its number.
const OFFERED: usize = 60;

impl Offer<'_> {
    /// Which record the verb can be about.
    pub(super) fn subjects(&self, environment: &Environment<'_>) -> Result<Vec<OfferedAnswer>> {
        let verb = self.request.verb;
        match (subject_kind(self.request), verb.act) {
            (None, _) | (Some(Kind::Mine | Kind::Unit), Act::New) => Ok(Vec::new()),
            (Some(Kind::Mine | Kind::Licences), _) => Ok(mines(self.register)),
            (Some(Kind::Unit), _) => Ok(called_by(self.register, Pattern::Unit, false)),
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
    pub(super) fn references(&self, field: &Field, environment: &Environment<'_>) -> Result<Vec<OfferedAnswer>> {
        let mut found = self.waiting(Some(field), environment)?;
        let said = if field.key == "to" { OnceSaid::of(self.register, self.request, &self.owner)? } else { None };
        let own = ["corrects", "withdraws"].contains(&field.key);
        let (verb, is_word) = (self.request.verb, self.request.kind == Kind::Response);
        let is_own = |path: &RecordPath| path.owner() == Some(&self.owner);
        let can = |path: &RecordPath| match path.kind() {
            // An item of an agenda is one that was submitted; whatever else was talked of is named by whoever knows.
            kind if field.key == "agenda" => kind == Kind::Agenda,
            _ if verb.whose == Whose::Others && is_own(path) => false,
            kind if own => kind == self.request.kind && is_own(path),
            kind => kind.is_happening() && kind != Kind::Response && kind != Kind::Waiver,
        };
        let has_parts = is_word || verb.needs.contains(&field.key);
        // A unit has a word on what is addressed to it, names it or is its own; the office on whatever there is.
        let names_it = |path: &RecordPath, table: &Table| {
            let is_concerned = is_own(path) || table.values().any(|value| names(value, &self.owner));
            let may_say = !is_word || is_concerned || self.register.mechanism.is_office(&self.owner, self.register.today());
            // What was said once and for all is not said again.
            may_say && said.as_ref().is_none_or(|said| said.earlier(path).is_none())
        };
        found.extend(self.recent_fitting(can, names_it, has_parts)?);
        if field.key == "about" {
            found.extend(mines(self.register));
        }
        Ok(once(found))
    }

    /// Drafts of notices wait for their review, once they say what there is to review.
    fn drafts(&self, kind: Kind) -> Vec<OfferedAnswer> {
        let drafts = DraftFolder::in_register(&self.register.root);
        let draft = |name: String| {
            let table = drafts.table(kind, &name).ok()?.filter(can_be_reviewed)?;
            let (shown, gist) = (clean(&name).into_owned(), gist(&table));
            Some(OfferedAnswer::new(name, tr!("草稿 {shown} {gist}"; "draft {shown} {gist}")))
        };
        drafts.names().into_iter().filter_map(draft).collect()
    }

    /// What waits for just this verb, as `todo` has it: the record that it is about, or the one at which a key points. Of words on how something goes,
    /// what waits for another word comes after that.
    fn waiting(&self, pointer: Option<&Field>, environment: &Environment<'_>) -> Result<Vec<OfferedAnswer>> {
        let verb = self.request.verb;
        let Some(noun) = Noun::of(verb) else { return Ok(Vec::new()) };
        if self.waits.get().is_none() {
            let source = Source::Folder(self.register.root.clone());
            let request = TodoRequest { unit: Some(self.owner.to_string()), ..TodoRequest::default() };
            let _ = self.waits.set(todo(source, &request, environment)?.items);
        }
        let items = self.waits.get().into_iter().flatten();
        let waits = |item: &TodoItem| {
            let command = item.command.as_ref()?;
            let is_just = command.is(&noun.command(verb).name());
            let takes_others = self.request.kind == Kind::Response && verb.needs.is_empty();
            (command.is(noun.name) && (is_just || takes_others)).then_some(())?;
            let answer = match pointer {
                None => command.subject(2),
                Some(field) => command.said(&option_name(field)),
            };
            let what = item.what.on_terminal();
            let label = item.record.as_ref().map_or(what.clone(), |record| Text::join([&record.title, &what], " ", " "));
            let answer = answer.filter(|answer| *answer != OPEN)?.to_owned();
            Some((!is_just, OfferedAnswer { waits: is_just, ..OfferedAnswer::new(answer, label) }))
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

/// Whether nothing more is expected of a record.
fn is_over(table: &Table) -> bool {
    ["closed", "cancelled", "lifted", "concluded"].iter().any(|key| table.contains_key(*key))
}

/// Whether a record has a place left for what a verb says.
pub(in crate::ops) fn begs(act: Act, table: &Table) -> bool {
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
