//! The command by which a finding is mended: the verb that files the key it is about, an amendment of what stands already,
//! or the new record that its rule asks for. A list of what verbs do gives it; no rule spells a command.

use super::verbs::{Act, Noun, Preset, Verb, every_verb, fields, option_name, table_fields};
use crate::model::field::{ChangePolicy, Field, Shape};
use crate::model::{Carrier, Happening, Kind, Ledger, Nature, RecordPath, Reference, ResponseKind, SystemId, covers};
use crate::rules::{Finding, Fix};
use crate::text::CommandLine;

/// The command, with … for what only people know; none where a thing is done and was late, or where they have to find out first.
#[must_use]
pub fn command(finding: &Finding, ledger: &Ledger) -> Option<CommandLine> {
    if finding.late {
        return None;
    }
    let mechanism = &ledger.mechanism;
    let actor = mechanism.short(&finding.actor);
    let owner = finding.record.owner().unwrap_or(mechanism.office());
    // What a unit left behind is written by the one that took over from it.
    let owner = if finding.taken_over_from.as_ref() == Some(owner) { actor } else { mechanism.short(owner) };
    let (said, unit) = match finding.fix {
        Fix::Here => (at_key(finding, &finding.key, ledger), owner),
        Fix::At(key) => (at_key(finding, key, ledger), owner),
        Fix::New(kind, pointer) => (anew(finding, kind, pointer, ledger)?, actor),
        Fix::Elsewhere(kind) => (anew(finding, kind, None, ledger)?, "…"),
        Fix::Response(kind) => (response(finding, kind, ledger)?, actor),
        Fix::Unknown => return None,
    };
    Some(said.option("as", unit))
}

/// What files a key of the record: a verb where one does, else a mended slip; what is not numbered is edited.
fn at_key(finding: &Finding, key: &str, ledger: &Ledger) -> CommandLine {
    let record = &finding.record;
    // Of a unit without a file of its people it is the liaison that lacks.
    let key = if record.kind() == Kind::People && key.is_empty() { "liaison" } else { key };
    let lacking = lacking(record, key, ledger);
    let verb = if is_closed(record, lacking, ledger) { None } else { verb_of(record, key, ledger) };
    verb.unwrap_or_else(|| match record {
        RecordPath::Filed(_) if is_many(record, lacking, ledger) => CommandLine::new("edit").about(record).open("reason"),
        RecordPath::Filed(_) | RecordPath::OfUnit(Kind::People, _) if !key.is_empty() => {
            CommandLine::new("amend").about(record).option("set", format!("{lacking}=…")).open("reason")
        }
        _ => CommandLine::new("edit").about(record),
    })
}

/// As much of a key as it takes to name something that the record does not hold; all of it where it stands.
fn lacking<'a>(record: &RecordPath, key: &'a str, ledger: &Ledger) -> &'a str {
    if !matches!(record, RecordPath::Filed(_)) {
        return key;
    }
    let ends = key.match_indices('.').map(|(at, _)| at);
    ends.map(|end| &key[..end]).find(|above| !stands(record, above, ledger)).unwrap_or(key)
}

/// Whether several things stand at a key, or an item of many words: no one value says all of it anew.
fn is_many(record: &RecordPath, key: &str, ledger: &Ledger) -> bool {
    let is_item = key.ends_with(']') && stands(record, &format!("{key}.no"), ledger);
    is_item || (!key.ends_with(']') && stands(record, &format!("{key}[1]"), ledger))
}

/// Whether a paper went out without that key, and takes no more but as a mended slip.
fn is_closed(record: &RecordPath, key: &str, ledger: &Ledger) -> bool {
    let RecordPath::Filed(path) = record else { return false };
    let issued = ledger.happening(path).is_some_and(Happening::is_issued);
    issued && path.kind.nature() == Nature::Frozen && change_of(path.kind.fields(), key) == Some(ChangePolicy::AsKind)
}

fn change_of(fields: &'static [Field], key: &str) -> Option<ChangePolicy> {
    let (step, rest) = key.split_once('.').unwrap_or((key, ""));
    let name = step.split('[').next().unwrap_or_default();
    let field = fields.iter().find(|field| field.key == name)?;
    if rest.is_empty() { Some(field.change) } else { change_of(table_fields(&field.shape)?, rest) }
}

fn verb_of(record: &RecordPath, key: &str, ledger: &Ledger) -> Option<CommandLine> {
    let kind = record.kind();
    let (above, below) = key.split_once('.').unwrap_or((key, ""));
    let stands = |key: &str| stands(record, key, ledger);
    let fits = |act: Act| match act {
        Act::Append(list) => list == key,
        Act::Fill(table) => table == above && !stands(key),
        Act::Set(keys) => keys.contains(&key) && !stands(key),
        Act::InOffice(list, told) => is_of_whoever_is_in_office(record, (list, told), key, ledger),
        _ => false,
    };
    let (noun, verb) = verbs(kind).find(|(_, verb)| fits(verb.act))?;
    let begun = matches!(verb.act, Act::Fill(table) if stands(table));
    let told = below.split('.').next().unwrap_or_default();
    let is_told = |field: &Field| field.key == told || field.key == key || (!begun && asks(verb, field));
    let fields = fields(kind, verb.act);
    // A table of which nothing is asked says nothing by itself.
    let is_bare = matches!(verb.act, Act::Fill(_)) && !fields.iter().any(|field| is_told(field));
    let may_say = |field: &Field| is_bare && (verb.asks.is_empty() || verb.asks.contains(&field.key));
    let mut said = noun.command(verb);
    if !matches!(record, RecordPath::OfUnit(..)) {
        said = said.about(record);
    }
    Some(fields.into_iter().filter(|field| may_say(field) || is_told(field)).fold(said, blank))
}

/// Whether a key that is still to be told is one of the liaison in office: `liaison[1].reported`.
fn is_of_whoever_is_in_office(record: &RecordPath, (list, told): (&str, &str), key: &str, ledger: &Ledger) -> bool {
    let RecordPath::OfUnit(Kind::People, unit) = record else { return false };
    let Some(people) = ledger.mechanism.people.get(unit).filter(|_| list == "liaison") else { return false };
    let in_office = people.liaison.iter().rposition(|liaison| liaison.until.is_none());
    in_office.is_some_and(|at| key == format!("{list}[{at}].{told}"))
}

/// A new record of a kind, pointing at what was found at fault.
fn anew(finding: &Finding, kind: Kind, pointer: Option<&'static str>, ledger: &Ledger) -> Option<CommandLine> {
    let fits = |verb: &Verb| matches!(verb.act, Act::New) && verb.needs.iter().all(|need| Some(*need) == pointer);
    let by_need = |verb: &Verb| verb.needs.len();
    let (noun, verb) = verbs(kind).filter(|(_, verb)| fits(verb)).max_by_key(|(_, verb)| by_need(verb))?;
    Some(filled(noun, verb, pointer, finding, ledger))
}

/// A word on what was found at fault.
fn response(finding: &Finding, kind: ResponseKind, ledger: &Ledger) -> Option<CommandLine> {
    let says = |preset: &(&str, Preset)| matches!(preset, ("kind", Preset::Says(word)) if *word == kind.word().id);
    let (noun, verb) = verbs(Kind::Response).find(|(_, verb)| verb.preset.iter().any(says))?;
    Some(filled(noun, verb, Some("to"), finding, ledger))
}

fn filled(noun: &Noun, verb: &Verb, pointer: Option<&str>, finding: &Finding, ledger: &Ledger) -> CommandLine {
    let mut said = noun.command(verb);
    for field in fields(noun.kind_of(verb), verb.act) {
        if Some(field.key) == pointer {
            said = said.option(&option_name(field), meant(finding, ledger));
        } else if asks(verb, field) {
            said = blank(said, field);
        } else if let Some(system) = system(noun.kind_of(verb), finding, ledger).filter(|_| field.key == "system") {
            said = said.option(&option_name(field), system);
        }
    }
    said
}

/// The system into which a new record is to be filed, where several are carried out by its kind: that of the obligation.
fn system<'a>(kind: Kind, finding: &Finding, ledger: &'a Ledger) -> Option<&'a SystemId> {
    let mechanism = &ledger.mechanism;
    let carrier = *Carrier::ALL.iter().find(|carrier| carrier.kind() == kind && mechanism.has_siblings(**carrier))?;
    let asked = mechanism.obligation_on(finding.obligation?, finding.on)?.system.as_ref()?;
    mechanism.systems(carrier, finding.on).map(|system| &system.id).find(|id| *id == asked)
}

/// The record at fault, or the part of it in which the key lies.
fn meant(finding: &Finding, ledger: &Ledger) -> Reference {
    let whole = Reference::whole(finding.record.clone());
    let Some(happening) = whole.filed().and_then(|path| ledger.happening(path)) else { return whole };
    let part = happening.parts().into_iter().find(|(key, _)| covers(key, &finding.key));
    part.map_or(whole, |(_, no)| Reference::part(finding.record.clone(), no))
}

fn verbs(kind: Kind) -> impl Iterator<Item = (&'static Noun, &'static Verb)> {
    every_verb().filter(move |(noun, verb)| noun.kind_of(verb) == kind)
}

/// Whether a person has to say it: what a verb is nothing without, and the day of what was done, which today is but by chance.
fn asks(verb: &Verb, field: &Field) -> bool {
    verb.needs(field) || verb.preset.iter().any(|(key, preset)| *key == field.key && matches!(preset, Preset::Today))
}

/// The same with an option whose value is still to be typed.
fn blank(said: CommandLine, field: &Field) -> CommandLine {
    let name = option_name(field);
    if matches!(field.shape, Shape::Flag) { said.switch(&name) } else { said.open(&name) }
}

/// Whether the record says something at a key or below it.
fn stands(record: &RecordPath, key: &str, ledger: &Ledger) -> bool {
    let mut found = false;
    let RecordPath::Filed(path) = record else { return false };
    if let Some(happening) = ledger.happening(path) {
        happening.leaves(&mut |at, _| found |= covers(key, &at.to_string()));
    }
    found
}
