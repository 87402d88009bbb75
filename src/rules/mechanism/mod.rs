//! The mechanism itself: what its own files say must be such that rules can read it. A mistake in them switches a duty off or judges by
//! another text, and nobody sees it in what is found; so it is a finding, for the office that keeps them.

mod actor_unknown;
mod due_unread;
mod duty_shared;
mod edition_ahead;
mod edition_empty;
mod listed_twice;
mod minimum_unjudged;
mod name_shared;
mod need_unsaid;
mod needs;
mod obligation_never_holds;
mod obligation_one_sided;
mod quotation_astray;
mod region_unknown;
mod rule_misplaced;
mod rule_unknown;
mod setting_unreadable;
mod successors_in_circle;
mod system_without_members;
mod system_without_obligation;
mod validity;

pub use needs::needs;
pub(super) use validity::Validity;

use super::{Context, RegisterFindings, Report, Rule};
use crate::model::{Day, Kind, Mechanism, Obligation, RecordPath};
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
    &need_unsaid::RULE,
    &system_without_members::RULE,
    &obligation_one_sided::RULE,
    &duty_shared::RULE,
    &successors_in_circle::RULE,
];

/// Why rules that an obligation names cannot judge it in a year: they are none, are about something else than what its system is carried out by
/// then, or lack what they read of the mechanism. What it comes to nobody can tell.
#[must_use]
pub fn unjudged(obligation: &Obligation, year: u16, mechanism: &Mechanism) -> Option<Text> {
    let names: Vec<&str> = named(obligation, mechanism).into_iter().map(|(_, name)| name).collect();
    let within = Validity { from: Some(Day::first_of(year)), until: Some(Day::last_of(year)) };
    let is_unknown = |name: &&&str| rule_unknown::find(name).is_none();
    let is_astray = |name: &&&str| rule_misplaced::astray(name, obligation, within, mechanism).is_some();
    let lacks = |name: &&&str| !need_unsaid::lacks(name, (0, obligation), within, mechanism).is_empty();
    let found = names.iter().find(is_unknown).or_else(|| names.iter().find(is_astray)).or_else(|| names.iter().find(lacks));
    let name = crate::text::clean(found?);
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
