//! What is taken where nothing is said: seen before it is filed where somebody is asked, and told with what was filed.

use toml::Value;

use super::filing::VerbFiling;
use super::table::spoken;
use super::verbs::{Preset, fields};
use crate::model::field::{Field, Shape};
use crate::model::{Mechanism, UnitId};
use crate::text::{Text, clean};
use crate::tr;

impl VerbFiling<'_> {
    /// What is taken for keys of which nothing is said, as far as that is known yet.
    pub(super) fn presets(&self) -> Vec<(&'static str, Value)> {
        let change = self.change();
        let typed = change.tables().ok().and_then(|tables| tables.into_iter().next()).unwrap_or_default();
        let preset = |(key, preset): &(&'static str, Preset)| Some((*key, change.preset(*preset, &typed).ok()??));
        self.request.verb.preset.iter().filter_map(preset).collect()
    }

    /// The same in words, of what a person could have said otherwise: 发现日期 2026-01-05.
    pub(super) fn taken(&self) -> Vec<Text> {
        let (verb, standing) = (self.request.verb, self.standing());
        let keys = fields(self.request.kind, verb.act);
        let is_by_verb = |key: &str| verb.preset.iter().any(|(other, preset)| *other == key && matches!(preset, Preset::Says(_)));
        let presets = self.presets().into_iter().filter(|(key, _)| !is_by_verb(key) && !standing.contains_key(*key));
        let said = |(key, value): (&str, Value)| {
            let field = keys.iter().find(|field| field.key == key).filter(|field| !self.is_told(field))?;
            let value = called(field, &self.as_answer(&value)?);
            let (zh, en, value_zh, value_en) = (field.zh, field.en, value.zh(), value.en());
            Some(tr!("{zh} {value_zh}"; "{en} {value_en}"))
        };
        presets.filter_map(said).chain(self.change().guessed_years()).collect()
    }

    /// A value as a person would answer it, units and mines by their names; none of what takes a table.
    pub(super) fn as_answer(&self, value: &Value) -> Option<String> {
        as_answer(value, &self.register.mechanism)
    }
}

/// A value as a person would answer it, units and mines by their names; none of what takes a table.
pub(super) fn as_answer(value: &Value, mechanism: &Mechanism) -> Option<String> {
    let name = |id: &str| {
        if let Some(unit) = id.parse::<UnitId>().ok().filter(|unit| mechanism.units.contains_key(unit)) {
            return mechanism.short(&unit).to_owned();
        }
        let mine = id.parse().ok().filter(|mine| mechanism.mines.contains_key(mine));
        let name = mine.map(|mine| mechanism.mine_name(&mine).to_owned());
        // What several are called names none of them.
        name.filter(|name| mechanism.mines_called(name).len() == 1).unwrap_or_else(|| id.to_owned())
    };
    match value {
        Value::String(id) => Some(name(id)),
        Value::Array(items) => Some(items.iter().map(|item| as_answer(item, mechanism)).collect::<Option<Vec<_>>>()?.join("、")),
        other => spoken(other),
    }
}

/// An answer as it is told, in a few words.
fn called(field: &Field, answer: &str) -> Text {
    const LONGEST: usize = 24;
    if let Shape::Word(words) = field.shape
        && let Some(word) = words.iter().find(|word| word.id == answer)
    {
        return word.label();
    }
    if matches!(field.shape, Shape::Flag) {
        return Text::yes_or_no(answer == "true");
    }
    let line: String = clean(answer.lines().next().unwrap_or_default()).chars().take(LONGEST).collect();
    Text::same(line)
}
