//! The mechanism itself: what its own files say must be such that rules can read it. A mistake in them switches a duty off or judges by
//! another text, and nobody sees it in what is found; so it is a finding, for the office that keeps them.

mod actor_unknown;
mod due_unread;
mod edition_ahead;
mod edition_empty;
mod listed_twice;
mod minimum_unjudged;
mod name_shared;
mod needs;
mod obligation_never_holds;
mod quotation_astray;
mod region_unknown;
mod rule_misplaced;
mod rule_unknown;
mod setting_unreadable;
mod system_without_obligation;
mod validity;

pub use needs::needs;

use super::{Context, RegisterFindings, Report, Rule};
use crate::model::{Carrier, Kind, Mechanism, Obligation, RecordPath};
use crate::text::Text;

pub(super) static RULES: &[&Rule] = &[
    &rule_unknown::RULE,
    &rule_misplaced::RULE,
    &listed_twice::RULE,
    &name_shared::RULE,
    &edition_ahead::RULE,
    &edition_empty::RULE,
    &obligation_never_holds::RULE,
    &system_without_obligation::RULE,
    &minimum_unjudged::RULE,
    &actor_unknown::RULE,
    &quotation_astray::RULE,
    &setting_unreadable::RULE,
    &due_unread::RULE,
    &region_unknown::RULE,
];

/// Why rules that an obligation names cannot judge it: they are none, or are about something else than what its system is carried out
/// by. What it comes to then nobody can tell.
#[must_use]
pub fn unjudged(obligation: &Obligation, mechanism: &Mechanism) -> Option<Text> {
    let mut names = named(obligation, mechanism).into_iter().map(|(_, name)| name);
    let unknown = names.clone().find(|name| rule_unknown::find(name).is_none());
    let astray = || names.find_map(|name| rule_misplaced::astray(name, obligation, mechanism).map(|_| name));
    let name = crate::text::clean(unknown.or_else(astray)?);
    Some(crate::tr!("判定规则“{name}”无法适用，见 liandong check"; "its rule \"{name}\" cannot be applied; see liandong check"))
}

/// The rules that an obligation lists, each once, with its key below that of the obligation.
/// A register of format 1 has one list for both.
fn named<'a>(obligation: &'a Obligation, mechanism: &Mechanism) -> Vec<(String, &'a str)> {
    let key = |list: &str, at: usize| if mechanism.file.format < 2 { "rules".to_owned() } else { format!("{list}[{at}]") };
    let breaks = obligation.breaks.iter().enumerate().map(|(at, rule)| (key("breaks", at), rule.as_str()));
    let counts = obligation.counts.iter().enumerate().map(|(at, rule)| (key("counts", at), rule.as_str()));
    breaks.chain(counts.filter(|(_, rule)| !obligation.breaks(rule))).collect()
}

/// Reports a mistake in one of the mechanism's own files: it stands until it is mended, whatever the year.
fn report<'o>(file: Kind, key: String, what: Text, context: &Context<'_>, out: &'o mut RegisterFindings) -> &'o mut Report {
    let (first, today) = (context.ledger.mechanism.begins(), context.today);
    out.report_at(RecordPath::Single(file), today, key, what).lasting(first, today)
}

/// What carries a system out by any text of the mechanism.
fn carrier_of(obligation: &Obligation, mechanism: &Mechanism) -> Option<Carrier> {
    let system = obligation.system.as_ref()?;
    let mut systems = mechanism.file.edition.iter().flat_map(|edition| &edition.system);
    systems.find(|known| known.id == *system).map(|known| known.record)
}
