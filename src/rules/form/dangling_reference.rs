//! A reference must point at something: a record, a part of one, a mine, a clause or a system that the register has.

use std::collections::{HashMap, HashSet};

use super::place::{called, day_of};
use crate::model::{ClauseKey, Day, KeyPath, Leaf, LeafGroups, Ledger, RecordPath, Reference, SystemId};
use crate::rules::mechanism::Validity;
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F01",
    name: "dangling-reference",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("引用的事项、条款或制度在台账中未见", "a reference to nothing"),
    fires: Text::fixed(
        "记录引用的事项或矿山在台账中没有文件，引用的部分（#序号）在该事项中没有，或引用的条款、制度在机制文件中没有；机制自己的义务、版本所引的，在其适用期间也应有：条款自那时已经施行，制度在那时的某个版本中。文件在而未能读出的，不重复指出；被撤回、已取消的事项仍可引用。尚未开始的联合执法，对不参加的单位的记录视为未见（四不两直）。",
        "A record or mine referred to has no file in the register, the part (#number) is not in that record, or the clause or system is not in the mechanism; what the obligations and editions of the mechanism itself refer to has to be there while they hold: a clause from their first day on, a system in some edition of those days. A file that is there and could not be read is not told of twice; what was withdrawn or cancelled may still be referred to. A joint enforcement still to come is not there for records of a unit that takes no part in it.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对引用的路径和序号；所引事项尚未登记的，先登记。",
        "Check the path and the number of the part; if what is meant was not filed yet, file it first.",
    ),
    reach: Reach::Cites,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let known = KnownTargets::from_ledger(context.ledger);
    context.ledger.leaves(LeafGroups::NAMES, &mut |path, at, leaf| {
        let what = match leaf {
            Leaf::Reference(reference) => missing(path, reference, context),
            Leaf::Clause(clause) if !known.clauses.contains_key(&clause) => {
                Some(tr!("引用的条款 {clause} 在条款文件中未见"; "refers to clause {clause}, which the text of the regulation has not"))
            }
            Leaf::System(system) if !known.systems.contains(system) => {
                Some(tr!("中的制度 {system} 在机制文件中未见"; "names the system {system}, which the mechanism has not"))
            }
            Leaf::Clause(clause) => known.is_later(clause, path, at, context),
            Leaf::System(system) => is_of_other_days(system, path, at, context),
            _ => None,
        };
        if let Some(what) = what {
            let key = at.to_string();
            let place = called(path, at);
            let what = Text::join([&place, &what], "", " ");
            out.report_at(path.clone(), day_of(path, context), key, what);
        }
    });
}

/// What the mechanism itself can be asked for.
struct KnownTargets<'a> {
    /// Each with the first day of its first text, where that is not the mechanism's own.
    clauses: HashMap<ClauseKey, Option<Day>>,
    systems: HashSet<&'a SystemId>,
}

impl<'a> KnownTargets<'a> {
    /// A clause is known with all that contain it: a text may be kept item by item only.
    fn from_ledger(ledger: &'a Ledger) -> Self {
        let above = |clause: ClauseKey| std::iter::successors(Some(clause), ClauseKey::parent);
        let mechanism = &ledger.mechanism;
        let mut clauses = HashMap::new();
        for clause in &mechanism.clauses {
            for key in above(clause.key) {
                let first = clauses.entry(key).or_insert(clause.since);
                *first = (*first).min(clause.since);
            }
        }
        Self {
            clauses,
            systems: mechanism.file.edition.iter().flat_map(|edition| &edition.system).map(|system| &system.id).collect(),
        }
    }
}

impl KnownTargets<'_> {
    /// That a clause which the mechanism cites was not in force yet when what cites it was.
    fn is_later(&self, clause: ClauseKey, path: &RecordPath, at: &KeyPath, context: &Context<'_>) -> Option<Text> {
        let mechanism = &context.ledger.mechanism;
        let begun = Validity::of_place(path, at, mechanism)?.from.unwrap_or(mechanism.begins()).max(mechanism.begins());
        let first = self.clauses.get(&clause).copied().flatten().filter(|first| begun < *first)?;
        Some(tr!(
            "引用的条款 {clause} 自 {first} 起才有，而引用处自 {begun} 起适用";
            "refers to clause {clause}, which begins on {first}, while what refers to it holds from {begun} on"
        ))
    }
}

/// That a system of which an obligation is has its place in no edition that was in force while the obligation was.
fn is_of_other_days(system: &SystemId, path: &RecordPath, at: &KeyPath, context: &Context<'_>) -> Option<Text> {
    let mechanism = &context.ledger.mechanism;
    // What holds on no day is told of by itself.
    let holds = Validity::of_place(path, at, mechanism).filter(|holds| !holds.is_empty())?;
    let having = mechanism.file.edition.iter().filter(|edition| edition.system.iter().any(|known| known.id == *system));
    if having.clone().any(|edition| Validity::of_edition(edition, mechanism).meets(holds)) {
        return None;
    }
    let from = having.map(|edition| edition.from.to_string()).collect::<Vec<_>>();
    let (zh, en) = (from.join("、"), from.join(", "));
    Some(tr!(
        "中的制度 {system} 只在 {zh} 施行的版本中有，而在引用处适用期间施行的版本中未见";
        "names the system {system}, which the edition of {en} has, and none that is in force while what refers to it holds"
    ))
}

/// What is missing of what a reference of a record points at. What its unit does not learn of yet is not there, and nothing else is said of it.
fn missing(path: &RecordPath, reference: &Reference, context: &Context<'_>) -> Option<Text> {
    let ledger = context.ledger;
    if ledger.unreadable.contains(&reference.record) {
        return None;
    }
    let found = match &reference.record {
        RecordPath::Filed(_) if ledger.is_kept_from(path, reference, context.now) => None,
        RecordPath::Filed(path) => ledger.happening(path),
        RecordPath::Mine(mine) if ledger.mechanism.mines.contains_key(mine) => return None,
        _ => None,
    };
    let Some(found) = found else {
        let whole = Reference::whole(reference.record.clone());
        return Some(tr!("引用的 {whole} 在台账中未见"; "refers to {whole}, which is not in the register"));
    };
    let no = reference.part?;
    let parts = found.parts();
    if parts.iter().any(|(_, part)| *part == no) {
        return None;
    }
    let record = &reference.record;
    let numbers = parts.iter().map(|(_, part)| part.to_string()).collect::<Vec<_>>();
    let (zh, en) = (numbers.join("、"), numbers.join(", "));
    Some(if numbers.is_empty() {
        tr!("引用了 {record} 的第 {no} 项，该记录没有可引用的分项"; "refers to part {no} of {record}, which has no parts")
    } else {
        tr!("引用了 {record} 的第 {no} 项，该记录只有 {zh}"; "refers to part {no} of {record}, whose parts are {en}")
    })
}
