//! What can be done to a record, as verbs: on one's own those for which it has a place left, on another unit's the words that can be said to
//! it, on a draft those that go on with it.

use serde::Serialize;
use toml::Table;

use super::choices::begs;
use super::drafted_review::can_be_reviewed;
use super::drafts::DraftFolder;
use super::filing::may_say;
use super::verbs::{Act, Noun, Verb, every_verb, subject};
use super::{Environment, Register, SUBJECT};
use crate::model::{Kind, RecordPath, UnitId};
use crate::text::Text;

/// Instead of the key of a question: the draft that is gone on with.
pub const DRAFT: &str = "from";

/// A verb that fits a record.
#[derive(Debug, Clone, Serialize)]
pub struct FittingVerb {
    /// The English name of its noun.
    pub noun: &'static str,
    /// Its own.
    pub verb: &'static str,
    /// What it is called.
    pub label: Text,
    /// The key of the question that the record answers.
    pub answers: &'static str,
}

impl FittingVerb {
    fn new(noun: &'static Noun, verb: &'static Verb, answers: &'static str) -> Self {
        Self { noun: noun.name, verb: verb.name, label: Text::fixed(verb.zh, verb.name), answers }
    }
}

/// The verbs that fit a record or draft, by its reference (`hazards/2025/yingji/001`, `drafts/notices-1`), for the unit of this computer.
#[must_use]
pub fn fitting_verbs(register: &Register, reference: &str, environment: &Environment<'_>) -> Vec<FittingVerb> {
    if let Some(draft) = reference.strip_prefix("drafts/") {
        return of_draft(&DraftFolder::in_register(&register.root), draft);
    }
    let Ok(path) = reference.parse::<RecordPath>() else { return Vec::new() };
    let Ok(acting) = register.acting(environment.unit.as_deref()) else { return Vec::new() };
    let mechanism = &register.mechanism;
    let owner = path.owner().unwrap_or(mechanism.office());
    if !mechanism.stands_for(&acting, owner, register.today()) {
        let takes_words = path.kind().is_happening() && path.kind() != Kind::Response;
        return if takes_words { words_on_it(register, &acting) } else { Vec::new() };
    }
    let text = register.source.text(&path.file());
    let table: Table = text.and_then(|text| text.parse().ok()).unwrap_or_default();
    let fits = |noun: &'static Noun, verb: &'static Verb| {
        let kind = noun.kind_of(verb);
        let is_its = kind == path.kind() && subject(kind, verb.act).is_some() && !matches!(verb.act, Act::New | Act::Succession);
        is_its && begs(verb.act, &table)
    };
    every_verb().filter(|(noun, verb)| fits(noun, verb)).map(|(noun, verb)| FittingVerb::new(noun, verb, SUBJECT)).collect()
}

/// Whether a record is there that the unit of this computer may amend.
#[must_use]
pub fn is_amendable(register: &Register, reference: &str, environment: &Environment<'_>) -> bool {
    let Ok(path) = reference.parse::<RecordPath>() else { return false };
    let owner = path.owner().unwrap_or(register.mechanism.office());
    let may = |acting| register.mechanism.stands_for(&acting, owner, register.today());
    (path.kind().is_happening() || path.kind().is_written_over()) && register.acting(environment.unit.as_deref()).is_ok_and(may)
}

/// What another unit can say to a record as a whole.
fn words_on_it(register: &Register, acting: &UnitId) -> Vec<FittingVerb> {
    let words = every_verb().filter(|(noun, verb)| noun.kind_of(verb) == Kind::Response && verb.item.is_none());
    let words = words.filter(|(_, verb)| may_say(register, verb, acting));
    words.map(|(noun, verb)| FittingVerb::new(noun, verb, "to")).collect()
}

/// A notice waits for its review; anything that begins here can be gone on with.
fn of_draft(drafts: &DraftFolder, draft: &str) -> Vec<FittingVerb> {
    let stem = draft.rsplit_once('-').map_or(draft, |(stem, _)| stem);
    let on_record = stem.strip_prefix("typed-");
    let Some(kind) = Kind::of_folder(on_record.unwrap_or(stem)) else { return Vec::new() };
    let own = every_verb().filter(|(noun, verb)| noun.kind_of(verb) == kind);
    let is_whole = || drafts.table(Kind::Notice, draft).is_ok_and(|table| table.as_ref().is_some_and(can_be_reviewed));
    let going_on = |verb: &Verb| match verb.act {
        Act::New if on_record.is_none() => Some(DRAFT),
        // What was typed for a record that stands is no record by itself.
        Act::Fill(_) | Act::Append(_) | Act::Set(_) if on_record.is_some() => Some(DRAFT),
        Act::Fill("review") if is_whole() => Some(SUBJECT),
        _ => None,
    };
    own.filter_map(|(noun, verb)| Some(FittingVerb::new(noun, verb, going_on(verb)?))).collect()
}
