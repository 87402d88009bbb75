//! What takes the place of what would be typed, as far as it can: a draft is gone on with by the verb that began it, and a key that the record does not
//! have is a slip.

use toml::{Table, Value};

use super::draft_author::on_behalf;
use super::drafts::{DraftFolder, kind_of};
use super::going_on::{going_on, noted_way};
use super::verbs::{Act, Noun, Preset, table_fields};
use super::{FileRequest, GivenText};
use crate::model::field::{Field, Shape};
use crate::text::{CommandLine, Telling, Text, clean, nearest};
use crate::tr;

/// That what was given is no draft of another kind of record, or of another verb.
///
/// # Errors
/// It is: what it is, and how it is gone on with.
pub(super) fn is_for(request: &FileRequest, given: &GivenText, said: &Table, drafts: &DraftFolder) -> Result<(), Telling> {
    let Some(name) = drafts.name_in_path(&given.name) else { return Ok(()) };
    let (way, wanted) = (noted_way(drafts, &name), Noun::of(request.verb));
    let is_its_way = way.as_ref().is_none_or(|way| std::ptr::eq(way.verb, request.verb));
    let kind = way.as_ref().map(|way| way.noun.kind_of(way.verb)).or_else(|| kind_of(&name));
    let is_contrary = |(key, preset): &(&str, Preset)| match preset {
        Preset::Says(word) => said.get(*key).and_then(Value::as_str).is_some_and(|said| said != *word),
        _ => false,
    };
    // One of a new record is no word on one that stands.
    let is_new = way.is_some() || kind.is_none() || matches!(request.verb.act, Act::New);
    let is_its_kind = is_new && kind.is_none_or(|kind| kind == request.kind) && !request.verb.preset.iter().any(is_contrary);
    if is_its_way && is_its_kind {
        return Ok(());
    }
    let text = drafts.text(&name).unwrap_or_default();
    let command = going_on(drafts, &name).unwrap_or_else(|| on_behalf(CommandLine::new("draft show").about(&name), &text));
    let shown = clean(&name).into_owned();
    let what = match kind {
        // Of one kind there are several verbs.
        Some(kind) if kind == request.kind => Text::same(command.name()),
        kind => kind.unwrap_or(request.kind).label(),
    };
    let (zh, en) = (what.zh(), what.en());
    let [noun_zh, noun_en] = wanted.map_or([request.verb.zh, request.verb.name], |noun| [noun.zh, noun.name]);
    let (verb_zh, verb_en) = (request.verb.zh, request.verb.name);
    let said = tr!(
        "草稿 {shown} 是“{zh}”的草稿，不能用来办“{noun_zh} {verb_zh}”；接着办它用 ";
        "draft {shown} is one of {en}, and not for {noun_en} {verb_en}; go on with it by "
    );
    Err(Telling::of(said).command(command))
}

/// The keys of a table that its fields do not have, each with the nearest that they do.
pub(super) fn strange_keys(table: &Table, fields: &[Field]) -> Vec<Text> {
    let mut strange = Vec::new();
    collect(table, fields, "", &mut strange);
    strange
}

fn collect(table: &Table, fields: &[Field], above: &str, strange: &mut Vec<Text>) {
    for (key, value) in table {
        let at = format!("{above}{key}");
        let Some(field) = fields.iter().find(|field| field.key == key) else {
            let shown = clean(&at).into_owned();
            strange.push(match nearest(key, fields.iter().map(|field| field.key)) {
                Some(near) => tr!("{shown}（是不是 {near}？）"; "{shown} (did you mean {near}?)"),
                None => Text::same(shown),
            });
            continue;
        };
        let Some(within) = table_fields(&field.shape) else { continue };
        match (value, &field.shape) {
            (Value::Array(items), Shape::List(_)) => {
                for (no, item) in items.iter().enumerate() {
                    let Some(item) = item.as_table() else { continue };
                    collect(item, within, &format!("{at}[{no}]."), strange);
                }
            }
            (Value::Table(inner), _) => collect(inner, within, &format!("{at}."), strange),
            _ => {}
        }
    }
}
