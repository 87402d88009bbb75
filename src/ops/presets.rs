//! What is taken where nothing is said: seen before it is filed where somebody is asked, and told with what was filed.

use toml::Value;

use super::filing::VerbFiling;
use super::verbs::{Preset, fields};
use crate::model::UnitId;
use crate::model::field::{Field, Shape};
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
            let value = self.called(field, &spoken(&value)?);
            let (zh, en, value_zh, value_en) = (field.zh, field.en, value.zh(), value.en());
            Some(tr!("{zh} {value_zh}"; "{en} {value_en}"))
        };
        presets.filter_map(said).collect()
    }

    /// A value as people call it.
    fn called(&self, field: &Field, value: &str) -> Text {
        const LONGEST: usize = 24;
        if let Shape::Word(words) = field.shape
            && let Some(word) = words.iter().find(|word| word.id == value)
        {
            return word.label();
        }
        if matches!(field.shape, Shape::Flag) {
            return if value == "true" { Text::fixed("是", "yes") } else { Text::fixed("否", "no") };
        }
        let mechanism = &self.register.mechanism;
        if let Some(mine) = value.parse().ok().filter(|mine| mechanism.mines.contains_key(mine)) {
            return Text::same(clean(mechanism.mine_name(&mine)));
        }
        let unit = value.parse::<UnitId>().ok().filter(|unit| mechanism.units.contains_key(unit));
        let called = unit.as_ref().map_or(value, |unit| mechanism.short(unit));
        let line: String = clean(called.lines().next().unwrap_or_default()).chars().take(LONGEST).collect();
        Text::same(line)
    }
}

/// A value as an answer that would be it; none of what takes a table.
pub(super) fn spoken(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Array(items) => Some(items.iter().map(spoken).collect::<Option<Vec<_>>>()?.join("、")),
        Value::Table(_) => None,
        other => Some(other.to_string()),
    }
}
