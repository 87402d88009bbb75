//! With which command a draft is gone on with. A draft of a new record says it by what it holds; what was typed for one that stands notes for which,
//! in a line above it.

use toml::Value;

use super::draft_author::on_behalf;
use super::drafts::{DraftFolder, kind_of, noted};
use super::verbs::{Act, NOUNS, Noun, Preset, Verb, every_verb};
use crate::text::CommandLine;

/// The command that goes on with a draft; none where it is not known which verb began it.
#[must_use]
pub fn going_on(drafts: &DraftFolder, name: &str) -> Option<CommandLine> {
    let text = drafts.text(name)?;
    if let Some(way) = way_in(&text) {
        let command = way.noun.command(way.verb);
        let command = way.record.map_or(command.clone(), |record| command.about(record));
        return Some(on_behalf(command.option("from", name), &text));
    }
    let kind = kind_of(name)?;
    let table = drafts.table(kind, name).ok()??;
    let says = |(key, preset): &(&str, Preset)| match preset {
        Preset::Says(word) => table.get(*key).and_then(Value::as_str) == Some(word),
        _ => true,
    };
    let began =
        |noun: &Noun, verb: &Verb| noun.kind_of(verb) == kind && matches!(verb.act, Act::New) && verb.preset.iter().all(says);
    let (noun, verb) = every_verb().find(|(noun, verb)| began(noun, verb))?;
    Some(on_behalf(noun.command(verb).option("from", name), &text))
}

/// For what something was typed.
pub(super) struct NotedWay {
    pub(super) noun: &'static Noun,
    pub(super) verb: &'static Verb,
    record: Option<String>,
}

/// How the line begins that notes it.
const WAY: &str = "# 接着填 / to go on: ";

/// The line above what was typed for a record that stands. A record is named in quotation marks, as where one points at another: with a new number it is
/// named anew.
pub(super) fn way_line(noun: &Noun, verb: &Verb, record: &str) -> String {
    let record = if record.is_empty() { String::new() } else { format!(" \"{}\"", record.replace(['"', '\\', '\n', '\r'], " ")) };
    format!("{WAY}{} {}{record}\n", noun.name, verb.name)
}

pub(super) fn noted_way(drafts: &DraftFolder, name: &str) -> Option<NotedWay> {
    way_in(&drafts.text(name)?)
}

fn way_in(draft: &str) -> Option<NotedWay> {
    let line = noted(draft, WAY)?;
    let (command, record) = line.split_once(" \"").map_or((line, None), |(command, record)| (command, record.strip_suffix('"')));
    let (noun, verb) = command.split_once(' ')?;
    let noun = NOUNS.iter().find(|known| known.name == noun)?;
    let verb = noun.verbs.iter().find(|known| known.name == verb)?;
    Some(NotedWay { noun, verb, record: record.map(str::to_owned) })
}
